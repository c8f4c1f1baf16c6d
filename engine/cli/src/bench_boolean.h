/*
 * `bench boolean`: what an answer in Boolean algebra costs, beside what SymPy and qmc need for less on the same input.
 */
#pragma once
#include "base/json.h"
#include "bench.h"
#include "logic/cover.h"
#include "model/exercise.h"

enum { BOOLEAN_INPUTS_MAX = 64 };

enum boolean_work {
	WORK_EQUAL, /* read a formula, compare it with a known function */
	WORK_FORMS, /* all minimal sums of a function */
	WORK_ANSWER, /* one answer from its text to the report */
	WORK_LINES, /* a derivation from its text to the judgement of each line */
};

struct boolean_input {
	const char *text;
	struct table key;
	struct target target;
	json_t *answer;
};

/* One line of the table of results. */
struct boolean_row {
	const char *name;
	struct both label;
	enum boolean_work work;
	unsigned variables;
	size_t count;
	struct boolean_input inputs[BOOLEAN_INPUTS_MAX];
	const struct question *question;
	json_t *rivals; /* the inputs as SymPy is given them; owned */
	struct figure figure;
};

/* The rows with their inputs, the same on every machine; in the arena, but for what boolean_rows_release() frees. */
int boolean_rows_make(struct boolean_row **out, size_t *count, struct arena *arena, struct err *err) must_check;
void boolean_rows_release(struct boolean_row *rows, size_t count);

/* By row's name SymPy's mean time for an input, {"us", "cut": it takes longer and was given up}, and its "version"; an empty
 * object when it is not installed. At most about twice `seconds` for each row. New reference. */
json_t *rival_sympy(const struct boolean_row *rows, size_t count, unsigned seconds, struct err *err) must_check;
/* The mean of what qmc says it took for the row's functions; negative when it is not installed or has nothing to say. */
double rival_qmc(const struct boolean_row *row);
