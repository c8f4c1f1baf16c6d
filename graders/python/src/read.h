/*
 * Reading a Python question: from the author's JSON to a struct python_spec, all mistakes reported.
 */
#pragma once
#include "model/reader.h"
#include "spec.h"

/* The two kinds' read(). */
void read_function_question(struct reader *reader, json_t *object, const char *pointer, struct question *question);
void read_program_question(struct reader *reader, json_t *object, const char *pointer, struct question *question);

/* "forbid" and "require" (read_rules.c). */
void read_rules(struct reader *reader, json_t *object, const char *pointer, struct python_spec *spec);

/* One row of "tests"; `defaults` holds the question's own compare rule and tolerance. False after a problem. */
struct row_context {
	struct reader *reader;
	const struct question *question;
	const struct python_spec *spec;
	const char *compare;
	double tolerance;
};
bool read_function_test(struct row_context *context, json_t *row, const char *pointer, struct python_test *test);
bool read_program_test(struct row_context *context, json_t *row, const char *pointer, struct python_test *test);
/* The case tests/NAME.in and tests/NAME.ans into `test`; `pointer` is blamed. */
bool read_case(struct row_context *context, const char *name, const char *pointer, struct python_test *test);
/* A tolerance at `pointer`/tolerance: stays as it is when absent; false after a problem. */
bool read_tolerance(struct reader *reader, json_t *object, const char *pointer, double *tolerance);
bool takes_tolerance(const char *rule);

/* A name that Python accepts for a function: letters, digits and _, no keyword. */
bool is_identifier(const char *name);
