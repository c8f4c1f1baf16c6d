/*
 * The verdict on one call of a function.
 *
 * A test is passed when everything that it asks for holds: the exception, or
 * the value, the arguments afterwards, the printed text. They are looked at in
 * this order and the first that does not hold is the one that is explained.
 */
#include <string.h>

#include "base/json.h"
#include "compare.h"
#include "compare_text.h"
#include "diff.h"
#include "explain.h"
#include "grader_python/grader_python.h"
#include "printable.h"
#include "sitting.h"
#include "wording.h"

struct look { /* at one test */
	struct sitting *sitting;
	struct arena *arena;
	const struct python_test *test;
	const struct plan_test *plan;
	const struct trial *trial;
	struct test_report *row;
};

static struct msg_text say(const struct look *look, const char *code, const struct msg_param *params)
{
	return msg_make(look->arena, &python_messages, code, params);
}

static void judge_missing(const struct look *look)
{
	const char *const *names = explain_names(look->arena, &look->sitting->compiled, false);
	const char *name = look->plan->function ? look->plan->function : look->sitting->spec->entry;
	const char *near = wording_nearest(name, names);

	judge_failed(look->row, say(look, near ? "missing-function-near" : "missing-function",
					(struct msg_param[]){ { "name", name }, { "near", near }, { 0 } }));
}

static const char *joined_params(const struct look *look)
{
	const char *const *params = look->sitting->spec->params;
	struct buf out cleanup_buf = BUF_INIT;

	for (size_t i = 0; params && params[i]; i++)
		buf_printf(&out, "%s%s", i > 0 ? ", " : "", params[i]);
	return arena_memdup(look->arena, buf_str(&out), out.len);
}

/* A TypeError of the call itself, before the first line of the function. */
static bool is_arity(const struct run_exception *exception)
{
	return exception->builtin && !strcmp(exception->builtin, "TypeError") && exception->frame_count == 0 &&
	       exception->line <= 0 && strstr(exception->message, "argument") &&
	       !strstr(exception->message, " must be ") && !strstr(exception->message, " should be ");
}

static void judge_arity(const struct look *look)
{
	const struct run_exception *exception = look->trial->reply.exception;
	const char *name = look->plan->function ? look->plan->function : look->sitting->spec->entry;
	bool known = look->sitting->spec->params && !strcmp(name, look->sitting->spec->entry);
	struct msg_param params[] = {
		{ "name", name },
		{ "said", printable_line(look->arena, exception->message, 200) },
		{ "params", joined_params(look) },
		{ 0 },
	};

	look->row->outcome = OUTCOME_RAISED;
	look->row->points = FRAC_ZERO;
	look->row->got = "TypeError";
	look->row->message = say(look, known ? "wrong-arity-params" : "wrong-arity", params);
}

static void judge_wrong_exception(const struct look *look)
{
	const struct run_exception *exception = look->trial->reply.exception;
	bool variant = exception->base && !strcmp(exception->base, look->test->raises);
	struct msg_param params[] = {
		{ "expected", look->test->raises },
		{ "got", printable_line(look->arena, exception->type, 100) },
		{ 0 },
	};

	judge_raised(look->sitting, look->row, look->trial);
	look->row->message = msg_join(look->arena,
		say(look, variant ? "wrong-exception-subclass" : "wrong-exception", params), look->row->message);
	look->row->message.code = "wrong-exception";
}

static bool check_raised(const struct look *look)
{
	const struct run_reply *reply = &look->trial->reply;
	const char *raises = look->test->raises;

	if (raises)
		look->row->expected = raises;
	/* First: a function that cannot even be called has not raised the TypeError that was asked for. */
	if (is_arity(reply->exception)) {
		judge_arity(look);
		return false;
	}
	if (raises && reply->exception->builtin && !strcmp(reply->exception->builtin, raises)) {
		look->row->got = raises;
		return true;
	}
	if (raises)
		judge_wrong_exception(look);
	else
		judge_raised(look->sitting, look->row, look->trial);
	return false;
}

static void judge_no_exception(const struct look *look)
{
	const struct run_reply *reply = &look->trial->reply;
	const char *got = reply->value
				  ? printable_value(look->arena, reply->value)
				  : arena_printf(look->arena, "<%s>", printable_line(look->arena, reply->type, 60));

	look->row->expected = look->test->raises;
	look->row->got = got;
	judge_failed(
		look->row, say(look, "no-exception",
				   (struct msg_param[]){ { "expected", look->test->raises }, { "got", got }, { 0 } }));
}

static void judge_not_plain(const struct look *look)
{
	const struct run_reply *reply = &look->trial->reply;
	const char *type = printable_line(look->arena, reply->type ? reply->type : "?", 60);
	const char *code = "not-plain-size";

	if (!strcmp(reply->not_plain, "cycle"))
		code = "not-plain-cycle";
	else if (!strcmp(reply->not_plain, "type"))
		code = wording_not_plain(type);
	look->row->got = arena_printf(look->arena, "<%s>", type);
	judge_failed(look->row, say(look, code, (struct msg_param[]){ { "type", type }, { 0 } }));
}

static struct compare_rule rule_of(const struct python_test *test)
{
	int mode = compare_mode_parse(test->compare);
	struct compare_rule rule = { .mode = mode < 0 ? COMPARE_EQUAL : (enum compare_mode)mode };

	if (test->tolerance >= 0)
		rule.absolute = test->tolerance;
	else if (rule.mode == COMPARE_APPROX)
		rule.absolute = rule.relative = 1e-9; /* what math.isclose() takes */
	return rule;
}

static bool check_value(const struct look *look)
{
	const struct run_reply *reply = &look->trial->reply;
	struct compare_rule rule = rule_of(look->test);
	struct compare_result result;

	if (!look->plan->returns)
		return true;
	look->row->expected = printable_value(look->arena, look->plan->returns);
	if (!reply->value) {
		judge_not_plain(look);
		return false;
	}
	look->row->got = printable_value(look->arena, reply->value);
	compare_values(&result, &rule, look->plan->returns, reply->value, look->sitting->scratch);
	if (result.equal) {
		look->row->message = wording_type_remark(look->arena, &result);
		return true;
	}
	struct text output = { reply->output, reply->output_bytes };
	judge_failed(look->row, wording_value(look->arena, look->plan->returns, reply->value, &result, output));
	look->row->diff = json_keep(look->arena, diff_values(look->plan->returns, reply->value, NULL));
	return false;
}

/* The first argument that is not as it should be; count when all are. */
static size_t wrong_argument(const struct look *look, const struct value *after, struct compare_result *result)
{
	struct compare_rule rule = rule_of(look->test);
	size_t i;

	for (i = 0; i < look->plan->after_count; i++) {
		if (!look->plan->after[i])
			continue;
		compare_values(result, &rule, look->plan->after[i], &after->items.items[i], look->sitting->scratch);
		if (!result->equal)
			break;
	}
	return i;
}

static bool check_after(const struct look *look)
{
	const struct value *after = look->trial->reply.args_after;
	size_t count = look->plan->after_count;
	struct compare_result result;

	if (count == 0)
		return true;
	if (!after || after->type != VALUE_TUPLE || after->items.count != count) {
		judge_failed(look->row, say(look, "args-not-plain", NULL));
		return false;
	}
	size_t wrong = wrong_argument(look, after, &result);
	size_t shown = wrong;
	for (size_t i = 0; shown == count && i < count; i++)
		if (look->plan->after[i])
			shown = i;
	if (shown < count && !(wrong == count && look->row->expected)) {
		look->row->expected = printable_value(look->arena, look->plan->after[shown]);
		look->row->got = printable_value(look->arena, &after->items.items[shown]);
	}
	if (wrong == count)
		return true;
	const struct value *expected = look->plan->after[wrong], *got = &after->items.items[wrong];
	judge_failed(look->row, msg_join(look->arena, say(look, "args-after", NULL),
					wording_difference(look->arena, expected, got, &result)));
	look->row->diff = json_keep(look->arena, diff_values(expected, got, NULL));
	return false;
}

static bool check_prints(const struct look *look, struct err *err, int *failed)
{
	const struct run_reply *reply = &look->trial->reply;
	struct text expected = { look->plan->prints, look->plan->prints_bytes };
	struct text got = { reply->output, reply->output_bytes };
	struct text_rule rule = { TEXT_LINES, 0 };
	struct text_result result;

	if (look->test->prints_wanted == WANTED_NOT)
		return true;
	if (look->test->prints_wanted == WANTED_GIVEN)
		expected = (struct text){ look->test->prints, look->test->prints_bytes };
	*failed = compare_text(&result, &rule, expected, got, err);
	if (*failed)
		return false;
	if (!result.equal || !look->row->expected) {
		look->row->expected = printable(look->arena, expected.data, expected.bytes, PRINTABLE_OUTPUT_BYTES);
		look->row->got = printable(look->arena, got.data, got.bytes, PRINTABLE_OUTPUT_BYTES);
	}
	if (result.equal)
		return true;
	judge_failed(look->row, judge_text_message(look->arena, &result));
	look->row->diff = json_keep(look->arena, diff_text(expected, got, NULL));
	return false;
}

static void remark_load(struct sitting *sitting, const struct run_exception *stopped)
{
	struct arena *arena = sitting->grading->arena;
	const char *line = arena_printf(arena, "%d", stopped->line);

	if (sitting->load_remarked)
		return;
	sitting->load_remarked = true;
	struct msg_text what = explain_exception(
		arena, stopped, explain_near_names(arena, stopped, &sitting->compiled, sitting->answer.text));
	struct msg_text remark =
		msg_make(arena, &python_messages, "load-stopped", (struct msg_param[]){ { "line", line }, { 0 } });
	const char *code = remark.code;
	remark = msg_join(arena, remark, what);
	remark.code = code;
	sitting_remark(sitting, remark);
}

int judge_function(struct sitting *sitting, size_t index, const struct trial *trial, struct err *err)
{
	const struct look look = { sitting, sitting->grading->arena, &sitting->spec->tests[index],
		&sitting->plan->tests[index], trial, &sitting->report->tests[index] };
	const struct run_exception *exception = trial->reply.exception;
	int failed = 0;

	if (trial->load_stopped)
		remark_load(sitting, trial->load_stopped);
	/* A MemoryError may be what the test asks for; the run is dead all the same. */
	bool asked = exception && look.test->raises && exception->builtin && trial->stage == TRIAL_CALL &&
		     !strcmp(exception->builtin, look.test->raises);
	if (judge_end(sitting, look.row, trial) && !asked)
		return 0;
	look.row->message = (struct msg_text){ 0 };
	if (trial->missing) {
		judge_missing(&look);
		return 0;
	}
	if (trial->stage != TRIAL_CALL) {
		judge_raised(sitting, look.row, trial);
		return 0;
	}
	if (exception ? !check_raised(&look) : false)
		return 0;
	if (!exception && look.test->raises) {
		judge_no_exception(&look);
		return 0;
	}
	if (!exception && !(check_value(&look) && check_after(&look)))
		return 0;
	if (check_prints(&look, err, &failed))
		judge_passed(look.row);
	return failed;
}
