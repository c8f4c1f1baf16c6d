/*
 * The verdict on one case of a program.
 */
#include <string.h>

#include "checker.h"
#include "base/json.h"
#include "compare_text.h"
#include "diff.h"
#include "explain.h"
#include "grader_python/grader_python.h"
#include "printable.h"
#include "sitting.h"

static struct text expected_text(const struct sitting *sitting, size_t index)
{
	const struct python_test *test = &sitting->spec->tests[index];
	const struct plan_test *row = &sitting->plan->tests[index];

	if (test->prints_wanted == WANTED_GIVEN)
		return (struct text){ test->prints, test->prints_bytes };
	return (struct text){ row->prints, row->prints_bytes };
}

static bool is_exit(const struct run_exception *exception)
{
	return exception->builtin && !strcmp(exception->builtin, "SystemExit");
}

static void judge_exit(struct sitting *sitting, struct test_report *row, const struct run_exception *exception)
{
	const char *code = arena_printf(sitting->grading->arena, "%d", exception->exit_code);

	row->outcome = OUTCOME_RAISED;
	row->points = FRAC_ZERO;
	row->line = exception->in_prelude ? 0 : exception->line;
	row->message = msg_make(sitting->grading->arena, &python_messages, "exit-code",
		(struct msg_param[]){ { "code", code }, { 0 } });
}

static int judge_by_checker(struct sitting *sitting, size_t index, struct text got, struct err *err)
{
	const struct python_test *test = &sitting->spec->tests[index];
	struct test_report *row = &sitting->report->tests[index];
	struct arena *arena = sitting->grading->arena;
	struct checker_question question = { { test->input, test->input_bytes }, got, expected_text(sitting, index) };
	struct checker_verdict verdict;

	if (checker_ask(&verdict, sitting, &question, err))
		return -1;
	if (frac_cmp(verdict.share, FRAC_ONE) == 0)
		judge_passed(row);
	else
		judge_failed(row, msg_make(arena, &python_messages,
					  verdict.lost            ? "checker-lost"
					  : verdict.share.num > 0 ? "checker-partly"
								  : "checker-refused",
					  NULL));
	if (verdict.message)
		row->message = (struct msg_text){ NULL, verdict.message, NULL };
	return frac_mul(&row->points, row->max, verdict.share, err);
}

/* input("Nom ? ") prints its question: the commonest surprise of beginners. */
static bool has_prompt(const struct sitting *sitting)
{
	const char *text = sitting->answer.text;

	for (const char *at = strstr(text, "input("); at; at = strstr(at + 1, "input(")) {
		const char *next = at + strlen("input(") + strspn(at + strlen("input("), " f");
		if (*next == '"' || *next == '\'')
			return true;
	}
	return false;
}

/* The pattern was read when the exercise was; only what it costs can still be too much. It is what the answer
 * printed that makes it so, for the reference passes: no match, and a word to the author. */
static void fail_pattern(struct sitting *sitting, size_t index, struct err *err)
{
	const struct python_test *test = &sitting->spec->tests[index];
	struct arena *arena = sitting->grading->arena;
	struct author_place place = { .pointer = test->pointer };
	struct msg_text why = msg_make(arena, &python_messages, "pattern-limit",
		(struct msg_param[]){ { "said", arena_strdup(arena, err->text) }, { 0 } });

	grading_advise(sitting->grading, sitting->question, &place, &why);
	judge_failed(&sitting->report->tests[index], msg_make(arena, &python_messages, "text-too-heavy", NULL));
	*err = (struct err){ 0 };
}

static int judge_by_text(struct sitting *sitting, size_t index, struct text got, struct err *err)
{
	const struct python_test *test = &sitting->spec->tests[index];
	struct test_report *row = &sitting->report->tests[index];
	struct arena *arena = sitting->grading->arena;
	struct text expected = expected_text(sitting, index);
	int mode = text_mode_parse(test->compare);
	struct text_rule rule = { .mode = mode < 0 ? TEXT_LINES : (enum text_mode)mode,
		.tolerance = test->tolerance >= 0 ? test->tolerance : 0 };
	struct text_result result;

	if (compare_text(&result, &rule, expected, got, err)) {
		if (err->kind != ERR_INPUT)
			return err_wrap(err, "%s", test->pointer);
		fail_pattern(sitting, index, err);
		return 0;
	}
	if (result.equal) {
		judge_passed(row);
		return 0;
	}
	judge_failed(row, judge_text_message(arena, &result));
	if (test->input_bytes > 0 && result.kind != TEXT_NOTHING && has_prompt(sitting))
		row->message = msg_make(arena, &python_messages, "input-prompt", NULL);
	if (rule.mode != TEXT_REGEX)
		row->diff = json_keep(
			arena, diff_text(expected, got, &(struct diff_options){ .exact = rule.mode == TEXT_EXACT }));
	return 0;
}

int judge_program(struct sitting *sitting, size_t index, const struct trial *trial, struct err *err)
{
	struct test_report *row = &sitting->report->tests[index];
	const struct run_exception *exception = trial->reply.exception;
	struct arena *arena = sitting->grading->arena;
	struct text expected = expected_text(sitting, index);
	struct text got = { trial->reply.output, trial->reply.output_bytes };

	if (judge_end(sitting, row, trial))
		return 0;
	if (expected.data)
		row->expected = printable(arena, expected.data, expected.bytes, PRINTABLE_OUTPUT_BYTES);
	row->got = printable(arena, got.data, got.bytes, PRINTABLE_OUTPUT_BYTES);
	if (exception && !is_exit(exception)) {
		judge_raised(sitting, row, trial);
		row->got = printable(arena, got.data, got.bytes, PRINTABLE_OUTPUT_BYTES);
		return 0;
	}
	if (exception && exception->exit_code != 0) {
		judge_exit(sitting, row, exception);
		return 0;
	}
	if (!strcmp(sitting->spec->tests[index].compare, "checker"))
		return judge_by_checker(sitting, index, got, err);
	return judge_by_text(sitting, index, got, err);
}
