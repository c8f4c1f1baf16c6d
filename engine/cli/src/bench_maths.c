/* The figures of `bench maths`: through each kind's own grade(), rows in turn, an arena for each answer as a grader has. */
#include "bench_maths.h"
#include "base/clock.h"
#include "base/json.h"

enum { BATCH_US = 300 };

static int grade_once(const struct maths_row *row, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };

	if (row->question->kind->grade(&grading, row->question, row->answer, &report, err) < 0)
		return -1;
	if (report.verdict == VERDICT_PARTIAL || report.verdict == VERDICT_INCORRECT)
		return 0;
	return err_set(err, ERR_INTERNAL, "%s: the verdict is %s", row->name, verdict_name(report.verdict));
}

static int run_row(struct maths_row *row, struct err *err)
{
	int64_t start = clock_mono_us(), now = start;
	size_t done = 0;

	while (now - start < BATCH_US) {
		if (grade_once(row, err) < 0)
			return -1;
		done++;
		now = clock_mono_us();
	}
	figure_add(&row->figure, (double)(now - start) / (double)done);
	return 0;
}

static json_t *row_json(struct maths_row *row)
{
	return json_pack("{s:f, s:f, s:i, s:s, s:b}", "median_us", figure_at(&row->figure, 0.5), "p95_us",
		figure_at(&row->figure, 0.95), "count", (int)row->figure.count, "kind", row->question->kind->name,
		"cap", row->cap);
}

static void print_row(const struct invocation *invocation, struct maths_row *row)
{
	printf("%9.2f µs %9.2f µs  %-15s %s\n", figure_at(&row->figure, 0.5), figure_at(&row->figure, 0.95),
		row->question->kind->name, in(invocation, row->label));
}

int bench_maths(const struct invocation *invocation, uint64_t rounds, json_t *json, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct maths_row *rows = NULL;
	size_t count = 0;
	int status = maths_rows_make(&rows, &count, arena, err);
	bool text = !option_value(invocation, "--json");

	for (uint64_t round = 0; round < rounds && status == 0; round++) {
		for (size_t i = 0; i < count && status == 0; i++)
			status = run_row(&rows[i], err);
	}
	if (status == 0 && text)
		printf("%12s %12s\n", in(invocation, (struct both){ "médiane", "median" }), "p95");
	for (size_t i = 0; i < count && status == 0; i++) {
		json_object_set_new(json, rows[i].name, row_json(&rows[i]));
		if (text)
			print_row(invocation, &rows[i]);
	}
	if (status == 0 && text)
		printf("%s %d µs\n",
			in(invocation, (struct both){ "But, par réponse à la taille d’un examen\u00a0: moins de",
					       "Goal for an answer at the size of an exam: less than" }),
			MATHS_GOAL_US);
	for (size_t i = 0; i < count; i++)
		figure_release(&rows[i].figure);
	return status;
}
