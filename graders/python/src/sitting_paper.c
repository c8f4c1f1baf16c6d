/*
 * Before and after the tests: compiling, the rows of the report, points.
 */
#include "sitting.h"

#include <string.h>

#include "explain.h"
#include "grader_python/grader_python.h"
#include "points.h"
#include "printable.h"
#include "rules.h"

enum { MAX_REMARKS = 8 };

void sitting_remark(struct sitting *sitting, struct msg_text text)
{
	struct question_report *report = sitting->report;

	if (!report->feedback)
		report->feedback = arena_array(sitting->grading->arena, MAX_REMARKS, sizeof(*report->feedback));
	if (report->feedback_count < MAX_REMARKS)
		report->feedback[report->feedback_count++] = text;
}

struct trial_job sitting_job(struct sitting *sitting, size_t index, unsigned times)
{
	const struct python_test *test = &sitting->spec->tests[index];
	struct trial_job job = job_for(sitting->spec, sitting->answer.text, sitting->answer.bytes, times);

	job_add_files(&job, sitting->spec, sitting->scratch);
	job.source.watch = sitting->spec->watch;
	job.seen = sitting->seen;
	job.seen_count = sitting->spec->watch_count;
	job.spec.seed = sitting->grading->seed;
	job.spec.input = test->input;
	job.spec.input_bytes = test->input_bytes;
	return job;
}

void sitting_alone(const struct sitting *sitting, bool alone)
{
	if (sitting->grading->alone)
		sitting->grading->alone(sitting->grading->alone_context, alone);
}

static char *copy_text(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

/* Out of the run's arena, which is emptied before the next run. */
static void keep_compiled(struct sitting *sitting, const struct run_compiled *compiled)
{
	struct arena *arena = sitting->grading->arena;
	struct run_name *names = arena_array(arena, compiled->name_count + 1, sizeof(*names));

	for (size_t i = 0; i < compiled->name_count; i++) {
		names[i] = compiled->names[i];
		names[i].name = arena_strdup(arena, names[i].name);
	}
	sitting->compiled = *compiled;
	sitting->compiled.names = names;
	sitting->compiled.why_not = copy_text(arena, compiled->why_not);
}

/* Line `line` of the answer as it was written; NULL when there is none, or when it is no line to be shown. */
static const char *source_line(const struct sitting *sitting, int line)
{
	enum { LONGEST = 160 };
	const char *text = sitting->answer.text;

	for (int i = 1; text && i < line; i++) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	size_t bytes = text ? strcspn(text, "\r\n") : 0;
	return line > 0 && bytes > 0 && bytes <= LONGEST ? printable(sitting->grading->arena, text, bytes, LONGEST)
							 : NULL;
}

static void note_unreadable(struct sitting *sitting, const struct run_reply *reply)
{
	struct arena *arena = sitting->grading->arena;
	const struct run_exception *exception = reply->exception;

	if (reply->end != RUN_RAISED) {
		sitting->answer.message = msg_make(arena, &python_messages, "answer-too-heavy", NULL);
		return;
	}
	sitting->answer.message = explain_exception(arena, exception, NULL);
	sitting->answer.message.code = "syntax-error";
	sitting->answer.line = exception->line;
	sitting->report->column = exception->column;
	sitting->report->source = source_line(sitting, exception->line);
}

/* The first in the order of sitting.c: the run that compiles may go on with its input. */
static size_t first_test(const struct sitting *sitting)
{
	const struct python_spec *spec = sitting->spec;
	size_t i = 0;

	while (i < spec->test_count && spec->tests[i].show >= SHOW_LABEL)
		i++;
	return i < spec->test_count ? i : 0;
}

static int open_job(struct sitting *sitting, struct trial *trial, unsigned times, struct err *err)
{
	struct err later = { 0 };

	arena_reset(sitting->scratch);
	struct trial_job job = sitting_job(sitting, first_test(sitting), times);
	job.source.examine = rules_any(&sitting->spec->forbid) || rules_any(&sitting->spec->require);
	if (!trial_open(trial, sitting->grading->sandbox, &job, sitting->scratch, err))
		return 0;
	if (trial_close(trial, &later))
		return -1;
	return -1;
}

/* A clock that ran out is suspected of a busy machine: once more, alone, with twice the time. */
static int open_again(struct sitting *sitting, struct trial *trial, struct err *err)
{
	if (trial_close(trial, err))
		return -1;
	sitting_alone(sitting, true);
	int failed = open_job(sitting, trial, 2, err);
	sitting_alone(sitting, false);
	return failed;
}

/* The given code must at least compile: that is the author's to mend. */
static int refuse_prelude(struct sitting *sitting, const struct run_exception *exception, struct err *err)
{
	struct arena *arena = sitting->grading->arena;
	struct author_place place = { .file = sitting->spec->prelude ? sitting->spec->prelude->name : NULL,
		.line = exception->line };
	struct msg_param said[] = {
		{ "said", arena_printf(
				  arena, "%s: %s", exception->type, printable_line(arena, exception->message, 150)) },
		{ 0 },
	};
	struct msg_text why = msg_join(
		arena, msg_make(arena, &python_messages, "prelude-not-python", said), explain_why(arena, exception));

	return grading_refuse(sitting->grading, sitting->question, &place, &why, err);
}

static int close_unreadable(struct sitting *sitting, struct trial *trial, struct err *err)
{
	const struct run_reply *reply = &trial->reply;
	int failed = 0;

	if (reply->end == RUN_RAISED && reply->exception->in_prelude)
		failed = refuse_prelude(sitting, reply->exception, err);
	else
		note_unreadable(sitting, reply);
	if (!failed)
		return trial_close(trial, err);
	struct err later = { 0 };
	if (trial_close(trial, &later))
		return -1;
	return -1;
}

int sitting_compile(struct sitting *sitting, struct trial *trial, enum reading *reading, struct err *err)
{
	if (open_job(sitting, trial, 1, err))
		return -1;
	if (trial_timed_out(trial) && open_again(sitting, trial, err))
		return -1;
	if (trial->reply.end != RUN_OK) {
		*reading = READING_UNREADABLE;
		return close_unreadable(sitting, trial, err);
	}
	*reading = READING_OK;
	keep_compiled(sitting, &trial->compiled);
	return 0;
}

void sitting_lay_out(struct sitting *sitting)
{
	const struct python_spec *spec = sitting->spec;
	struct arena *arena = sitting->grading->arena;
	struct question_report *report = sitting->report;

	sitting->done = arena_array(arena, spec->test_count, sizeof(*sitting->done));
	report->id = sitting->question->id;
	report->max = sitting->question->points;
	report->points = FRAC_ZERO;
	report->tests = arena_array(arena, spec->test_count, sizeof(*report->tests));
	report->test_count = spec->test_count;
	for (size_t i = 0; i < spec->test_count; i++) {
		const struct python_test *test = &spec->tests[i];
		struct test_report *row = &report->tests[i];
		*row = (struct test_report){ .name = test->name,
			.label = test->label,
			.show = test->show,
			.outcome = OUTCOME_SKIPPED,
			.points = FRAC_ZERO,
			.max = test->points };
		/* A hidden test's call is for the teacher's eyes; so is a label's, which stands in for it. */
		if (test->call && strcmp(test->call, test->name) != 0)
			row->call = test->call;
		if (test->input)
			row->input = printable(arena, test->input, test->input_bytes, PRINTABLE_OUTPUT_BYTES);
	}
}

void sitting_refuse(struct sitting *sitting, enum reading reading)
{
	struct question_report *report = sitting->report;

	report->id = sitting->question->id;
	report->max = sitting->question->points;
	report->points = FRAC_ZERO;
	report->verdict = VERDICT_UNREADABLE;
	report->line = sitting->answer.line;
	sitting_remark(sitting, sitting->answer.message);
	if (reading == READING_BLANK)
		report->verdict = VERDICT_BLANK;
}

void sitting_mark_blank(struct sitting *sitting)
{
	sitting_refuse(sitting, READING_BLANK);
	sitting_lay_out(sitting);
	for (size_t i = 0; i < sitting->report->test_count; i++)
		sitting->report->tests[i].outcome = OUTCOME_BLANK;
}

static void add_hints(struct sitting *sitting)
{
	struct question_report *report = sitting->report;
	const struct python_test *tests = sitting->spec->tests;

	for (size_t i = 0; i < report->test_count; i++) {
		struct test_report *row = &report->tests[i];
		if (row->outcome != OUTCOME_PASSED)
			row->hint = tests[i].hint;
		else if (frac_cmp(row->points, row->max) < 0)
			row->message = msg_make(sitting->grading->arena, &python_messages, "group-lost",
				(struct msg_param[]){ { "group", tests[i].group }, { 0 } });
	}
}

static bool any_hidden(const struct python_spec *spec)
{
	bool hidden = false;

	for (size_t i = 0; i < spec->test_count; i++)
		hidden |= spec->tests[i].show >= SHOW_LABEL;
	return hidden;
}

static void find_breaches(struct breaches *out, const struct sitting *sitting, const struct python_rules *rules)
{
	const struct python_spec *spec = sitting->spec;

	if (rules == &spec->require)
		rules_required(out, rules, &sitting->compiled);
	else if (any_hidden(spec))
		rules_forbidden_unnamed(out, rules, &sitting->compiled, sitting->seen, spec->watch_count);
	else
		rules_forbidden(out, rules, &sitting->compiled, sitting->seen);
}

/* What broke a rule is said, and the least cap of the rules broken holds. */
static int apply_rules(struct sitting *sitting, struct frac *cap, struct err *err)
{
	const struct python_spec *spec = sitting->spec;
	struct breaches breaches;
	struct frac most;

	for (int i = 0; i < 2; i++) {
		const struct python_rules *rules = i == 0 ? &spec->forbid : &spec->require;
		find_breaches(&breaches, sitting, rules);
		if (breaches.count == 0)
			continue;
		if (cap->num < 0 || frac_cmp(rules->cap, *cap) < 0)
			*cap = rules->cap;
		if (frac_mul(&most, sitting->report->max, rules->cap, err))
			return -1;
		for (size_t j = 0; j < breaches.count; j++)
			sitting_remark(sitting,
				rules_text(sitting->grading->arena, &breaches.of[j], most, sitting->report->max));
	}
	return 0;
}

int sitting_settle(struct sitting *sitting, struct err *err)
{
	struct frac cap = { -1, 1 };

	if (apply_rules(sitting, &cap, err))
		return -1;
	if (points_settle(sitting->report, sitting->spec->tests, cap, err))
		return -1;
	add_hints(sitting);
	return 0;
}
