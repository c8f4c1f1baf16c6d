/*
 * The figures of `bench boolean`: each row's inputs again and again in batches, rows in turn, an arena for each input as
 * a grader has one for each answer. What comes out is looked at, so that nothing fast and wrong is praised.
 */
#include "bench_boolean.h"
#include <string.h>
#include "base/clock.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/derivation.h"
#include "logic/read.h"

enum { BATCH_US = 300, LINES_MAX = 16 };

static const char *const letters[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p" };

static int do_equal(
	const struct boolean_row *row, const struct boolean_input *input, struct arena *arena, struct err *err)
{
	const struct vocabulary vocabulary = { letters, row->variables };
	struct reading_of reading;
	struct table table;
	struct slip slip;

	if (expr_read(&reading, input->text, strlen(input->text), &vocabulary, arena, &slip) < 0)
		return err_set(err, ERR_INTERNAL, "%s: the formula cannot be read", row->name);
	table = table_of(reading.expr, row->variables, arena);
	return table_same(&table, &input->key)
		       ? 0
		       : err_set(err, ERR_INTERNAL, "%s: the formulas are not equal", row->name);
}

static int do_forms(
	const struct boolean_row *row, const struct boolean_input *input, struct arena *arena, struct err *err)
{
	struct minima minima;

	if (cover_minima(&minima, &input->target, COVERS_LISTED_MAX, 0, arena, err) < 0)
		return -1;
	return minima.count > 0 ? 0 : err_set(err, ERR_INTERNAL, "%s: no minimal form", row->name);
}

static int do_answer(
	const struct boolean_row *row, const struct boolean_input *input, struct arena *arena, struct err *err)
{
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	bool right = strcmp(row->name, "answer-minimal") == 0;

	if (row->question->kind->grade(&grading, row->question, input->answer, &report, err) < 0)
		return -1;
	return (report.verdict == VERDICT_CORRECT) == right && report.verdict != VERDICT_UNREADABLE
		       ? 0
		       : err_set(err, ERR_INTERNAL, "%s: the verdict is %s", row->name, verdict_name(report.verdict));
}

static int do_lines(
	const struct boolean_row *row, const struct boolean_input *input, struct arena *arena, struct err *err)
{
	const struct vocabulary vocabulary = { letters, row->variables };
	struct derivation_line lines[LINES_MAX] = { 0 };
	struct derivation_task task = { .variables = row->variables };
	struct derivation derivation;
	const char *text = input->text;
	size_t count = 0;

	for (const char *end; (end = strchr(text, '\n')) != NULL && count < LINES_MAX; text = end + 1) {
		struct reading_of reading;
		struct slip slip;

		if (expr_read(&reading, text, (size_t)(end - text), &vocabulary, arena, &slip) < 0)
			return err_set(err, ERR_INTERNAL, "%s: a line cannot be read", row->name);
		lines[count++].expr = reading.expr;
	}
	task.from = lines[0].expr;
	derivation_judge(&derivation, &task, lines + 1, count - 1, arena);
	for (size_t i = 0; i < derivation.count; i++) {
		if (derivation.steps[i].fault != STEP_RIGHT)
			return err_set(err, ERR_INTERNAL, "%s: line %zu is judged %d", row->name, i + 1,
				(int)derivation.steps[i].fault);
	}
	return 0;
}

/* A batch of all inputs, as often as it takes to be longer than the clock's grain. */
static int run_row(struct boolean_row *row, struct err *err)
{
	static int (*const work[])(const struct boolean_row *, const struct boolean_input *, struct arena *,
		struct err *) = { do_equal, do_forms, do_answer, do_lines };
	int64_t start = clock_mono_us(), now = start;
	size_t done = 0;

	while (now - start < BATCH_US) {
		for (size_t i = 0; i < row->count; i++) {
			cleanup_arena struct arena *arena = arena_new(0);

			if (work[row->work](row, &row->inputs[i], arena, err) < 0)
				return -1;
		}
		done += row->count;
		now = clock_mono_us();
	}
	figure_add(&row->figure, (double)(now - start) / (double)done);
	return 0;
}

/* What a rival took; negative when it does not do this or is not there. */
struct rival {
	double us;
	bool cut; /* it takes longer than that */
};

static struct rival rival_of(const json_t *times, const char *name)
{
	const json_t *time = json_object_get(times, name);

	if (time == NULL)
		return (struct rival){ -1, false };
	return (struct rival){ json_number_value(json_object_get(time, "us")),
		json_is_true(json_object_get(time, "cut")) };
}

static json_t *row_json(struct boolean_row *row, struct rival sympy, double qmc)
{
	json_t *figures = json_pack("{s:f, s:f, s:i}", "median_us", figure_at(&row->figure, 0.5), "p95_us",
		figure_at(&row->figure, 0.95), "count", (int)row->figure.count);

	json_object_set_new(figures, "sympy_us", sympy.us >= 0 ? json_real(sympy.us) : json_null());
	json_object_set_new(figures, "sympy_longer", json_boolean(sympy.cut));
	json_object_set_new(figures, "qmc_us", qmc >= 0 ? json_real(qmc) : json_null());
	return figures;
}

static void print_row(const struct invocation *invocation, struct boolean_row *row, struct rival sympy, double qmc)
{
	double median = figure_at(&row->figure, 0.5);
	const char *more = sympy.cut ? ">" : "";

	printf("%9.2f µs %9.2f µs", median, figure_at(&row->figure, 0.95));
	if (sympy.us >= 0)
		printf(" %2s%9.0f µs %2s%7.0f ×", more, sympy.us, more, sympy.us / median);
	else
		printf(" %14s %11s", "-", "-");
	if (qmc >= 0)
		printf(" %8.0f µs", qmc);
	else
		printf(" %11s", "-");
	printf("  %s\n", in(invocation, row->label));
}

static void print_head(const struct invocation *invocation, const char *version)
{
	printf("%12s %12s %14s %11s %11s\n", in(invocation, (struct both){ "médiane", "median" }), "p95", "SymPy",
		in(invocation, (struct both){ "SymPy ÷", "SymPy ÷" }), "qmc");
	if (version == NULL)
		printf("%s\n", in(invocation, (struct both){ "SymPy n’est pas installé (paquet python3-sympy)",
						      "SymPy is not installed (package python3-sympy)" }));
}

int bench_boolean(const struct invocation *invocation, uint64_t rounds, unsigned seconds, json_t *json, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_json json_t *sympy = NULL;
	struct boolean_row *rows = NULL;
	size_t count = 0;
	int status = boolean_rows_make(&rows, &count, arena, err);

	for (uint64_t round = 0; round < rounds && status == 0; round++) {
		for (size_t i = 0; i < count && status == 0; i++)
			status = run_row(&rows[i], err);
	}
	if (status == 0) {
		sympy = rival_sympy(rows, count, seconds, err);
		status = sympy != NULL ? 0 : -1;
	}
	if (status == 0 && !option_value(invocation, "--json"))
		print_head(invocation, json_string_value(json_object_get(sympy, "version")));
	if (status == 0)
		json_object_set(json, "sympy", json_object_get(sympy, "version"));
	for (size_t i = 0; i < count && status == 0; i++) {
		struct rival theirs = rival_of(sympy, rows[i].name);
		double qmc = rival_qmc(&rows[i]);

		json_object_set_new(json, rows[i].name, row_json(&rows[i], theirs, qmc));
		if (!option_value(invocation, "--json"))
			print_row(invocation, &rows[i], theirs, qmc);
	}
	boolean_rows_release(rows, count);
	return status;
}
