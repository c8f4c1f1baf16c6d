/*
 * Python questions: what runs, who trusts whom.
 *
 * An author's JSON becomes a struct python_spec (read.c, read_test.c, with the key
 * tables of keys.c), and its texts become data once per digest (plan.c, kept in
 * plan_cache.c). An answer becomes a report in a sitting (sitting.c): one run for
 * all tests where the sandbox proves that this is fair, one run per test otherwise.
 * A trial (trial.c) takes one run through its steps; the judges (function.c,
 * program.c, checker.c) look at how it ended and compare what came out (compare*.c);
 * wording.c and explain.c say it in words.
 *
 * Trust: the author may be wrong, never hostile, and still their Python is only
 * read in runs. The answer is hostile: all that it can do is end a run in some
 * way or return a value. Expected values stay on this side.
 *
 * Called by the engine through struct kind, from one thread, one question at a time.
 */
#include "grader_python/grader_python.h"

#include <string.h>

#include "base/json.h"
#include "keys.h"
#include "plan_cache.h"
#include "read.h"
#include "sitting.h"

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct python_spec *spec = question->spec;

	if (!spec->solution)
		return NULL;
	return json_keep(arena, json_stringn(spec->solution->data, spec->solution->bytes));
}

static const char *starter(const struct question *question)
{
	const struct python_spec *spec = question->spec;

	return spec->starter ? spec->starter->data : "";
}

/* Says which calls are no plain f(literals): they run among the student's own names, who may redefine what they use. */
static int advise(struct grading *grading, const struct question *question, struct err *err)
{
	const struct python_spec *spec = question->spec;
	const struct plan *plan;
	bool owned;

	if (plan_cache_get(&plan, &owned, grading, question, err))
		return -1;
	for (size_t i = 0; i < spec->test_count; i++) {
		struct author_place place = { .pointer =
						      arena_printf(grading->arena, "%s/call", spec->tests[i].pointer) };
		struct msg_text text;

		if (plan->tests[i].function)
			continue;
		text = msg_make(grading->arena, &python_messages, "rich-call",
			(struct msg_param[]){ { "call", spec->tests[i].call }, { "entry", spec->entry }, { 0 } });
		grading_advise(grading, question, &place, &text);
	}
	if (owned)
		plan_free((struct plan *)plan);
	return 0;
}

const struct kind python_function_kind = {
	.name = "python-function",
	.needs_sandbox = true,
	.typing = TYPING_CODE,
	.question_keys = function_question_keys,
	.question_key_count = FUNCTION_QUESTION_KEYS,
	.test_keys = function_test_keys,
	.test_key_count = FUNCTION_TEST_KEYS,
	.read = read_function_question,
	.open = plan_cache_open,
	.close = plan_cache_close,
	.read_answer = sitting_read,
	.grade = sitting_grade,
	.grade_later = sitting_grade_later,
	.reference = reference,
	.starter = starter,
	.advise = advise,
};

const struct kind python_program_kind = {
	.name = "python-program",
	.needs_sandbox = true,
	.typing = TYPING_CODE,
	.question_keys = program_question_keys,
	.question_key_count = PROGRAM_QUESTION_KEYS,
	.test_keys = program_test_keys,
	.test_key_count = PROGRAM_TEST_KEYS,
	.read = read_program_question,
	.open = plan_cache_open,
	.close = plan_cache_close,
	.read_answer = sitting_read,
	.grade = sitting_grade,
	.grade_later = sitting_grade_later,
	.reference = reference,
	.starter = starter,
};
