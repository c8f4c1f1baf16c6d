/*
 * The kind `trace`: an algorithm's table of execution, judged row by row.
 *
 * An author gives statements; what they do is found by running them (run.c, with tracer.py), once for each text of them
 * (truth.c). An answer becomes a struct table (table.c) without any Python near. Where it differs from the truth, the
 * statements are run once more, from each of the student's own rows (judge.c); then every cell is right, consistent with the
 * row before it and the cells assigned before it, or neither (mark.c).
 *
 * Trust: the author may be wrong, never hostile, and still their Python only runs in runs. A student's cells go there as
 * plain values; what comes back is a claim that is checked for its shape before anything looks at it.
 */
#pragma once
#include "grader_trace/grader_trace.h"
#include "sandbox/sandbox.h"
#include "sheet/carried.h"
#include "sheet/paper.h"

enum { TRACE_COLUMNS_MAX = 12, TRACE_ROWS_MAX = 200, TRACE_HEADING_MAX = 60, TRACE_CELL_MAX = 200 };

struct trace_column {
	const char *name; /* a variable, or an expression */
	bool text; /* what stands there without quotes is text */
};

struct trace_question {
	struct trace_column *columns;
	size_t count;
	const char *start, *step, *condition, *range, *result; /* condition or range is NULL; result may be */
	bool passes; /* the table begins after the first pass: the start is given */
	int decimals; /* numbers count as equal when they are so far; -1: as far as they are written */
	const char *starter, *example;
	const struct value *plan; /* the texts, as tracer.py takes them */
	const char *key; /* the same as one text: what the truth depends on */
	size_t key_bytes;
	const char *pointer;
};

/* NULL: the cell is blank, or the variable has no value yet. Row k of a table with C columns begins at cells[k * C]. */
struct table {
	const struct value **cells;
	size_t rows;
	const struct value *result;
	bool result_given;
};

/* A known mistake, followed to the end. */
struct trace_variant {
	const char *code, *detail;
	struct table table;
};

struct trace_truth {
	struct table table; /* with the row of the start, whether it is asked or not */
	const struct value *items; /* a list: what a `for` goes through */
	struct trace_variant *variants;
	size_t variant_count;
};

/* One cell of a row that was executed from the row before it. */
struct judged_cell {
	const struct value *alone; /* what the row before it alone makes; NULL: no value */
	const struct value *own; /* with the student's cells that are assigned before this one */
	int64_t order; /* its place in the order of assignments; -1: not assigned */
	const char *statement; /* "r = a % b"; "" when nothing assigns it */
	const struct value *reads; /* a list of [name, value] */
};
struct judged_row {
	enum { GOES_UNKNOWN, GOES_ON, GOES_OFF } goes; /* does the loop go on from the row before? */
	const struct value *reads; /* of its condition; NULL: unknown */
	struct judged_cell *cells; /* NULL: it cannot be executed from there */
};
struct judged {
	struct judged_row *rows; /* by number of row, one more than the table has; row 0 says nothing */
	const struct value *result; /* from the student's last row; NULL: none */
};

/* question.c */
enum { TRACE_KEYS = 9 };
extern const struct key_spec trace_keys[TRACE_KEYS];
void trace_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question);

/* table.c: text or JSON. Rows as the student sees them: with `passes`, without the start's. */
enum reading table_read(
	struct table *out, struct paper *paper, const struct trace_question *asked, const json_t *answer);

/* run.c */
int trace_run_truth(struct trace_truth **out, struct grading *grading, const struct question *question,
	struct arena *arena, struct err *err) must_check;
/* `table` has the start's row. `wanted` has table->rows + 1 places: which rows are to be executed. Never an author's fault. */
int trace_run_judge(struct judged *out, struct grading *grading, const struct question *question,
	const struct trace_truth *truth, const struct table *table, const bool *wanted, struct err *err) must_check;

/* truth.c: kept by text in the workshop, else made in grading->arena. Borrowed until the next call. */
void *truth_cache_open(void);
void truth_cache_close(void *cache);
int truth_get(const struct trace_truth **out, struct grading *grading, const struct question *question,
	struct err *err) must_check;

/* judge.c */
/* Are they the same value for this question? NULL: none. */
bool trace_same(const struct trace_question *asked, const struct value *left, const struct value *right);

/* Of an answer, beside the truth. */
struct marking_table {
	const struct trace_question *asked;
	const struct trace_truth *truth;
	struct table table; /* with the start's row */
	struct judged judged;
	size_t rows; /* of the longer of both */
	enum carried_state *states; /* rows * columns */
	bool flat[TRACE_COLUMNS_MAX]; /* says the same in every row while the truth does not */
	struct carried_sum sum;
	bool ended; /* the student's own loop is over after their last row, before the true one */
	bool result_right, result_follows;
};
void judge_states(struct marking_table *marking);
/* Rows to be executed, in `wanted`; false when none is. */
bool judge_wanted(const struct marking_table *marking, bool *wanted);

/* mark.c */
int trace_mark(
	struct paper *paper, const struct trace_truth *truth, const struct table *table, struct err *err) must_check;
int trace_lay_out_blank(struct paper *paper, const struct trace_truth *truth, struct err *err) must_check;

/* words.c */
struct msg_text words_row(struct paper *paper, const struct marking_table *marking, size_t row);
struct msg_text words_result(struct paper *paper, const struct marking_table *marking);
struct msg_text words_row_name(struct paper *paper, size_t row);

/* diagnose.c: the known mistake that explains the table, as a remark; without a code when there is none. */
void diagnose(struct paper *paper, const struct marking_table *marking, struct msg_text *out);

/* show.c */
/* As a student would type it: 3,5 in French texts is written 3.5 here, – for none. */
const char *show_value(const struct value *value, struct arena *arena);
const char *show_row(const struct trace_question *asked, const struct value *const *cells, struct arena *arena);
/* A Markdown table with a first column for the numbers of passes. `rows` of it at least. */
const char *show_table(const struct trace_question *asked, const struct table *table, size_t rows, struct arena *arena);
struct read_as show_reading(const struct trace_question *asked, const struct table *table, struct arena *arena);
