/*
 * What the two judges share: ends that leave nothing to compare, exceptions, printed text.
 */
#include "sitting.h"

#include <string.h>

#include "compare_text.h"
#include "explain.h"
#include "grader_python/grader_python.h"
#include "printable.h"
#include "wording.h"

static const struct {
	enum run_end end;
	enum outcome outcome;
} ends[] = {
	{ RUN_TIMEOUT, OUTCOME_TIMEOUT },
	{ RUN_IDLE, OUTCOME_TIMEOUT },
	{ RUN_MEMORY, OUTCOME_MEMORY },
	{ RUN_OUTPUT, OUTCOME_OUTPUT_LIMIT },
	{ RUN_FORBIDDEN, OUTCOME_FORBIDDEN },
	{ RUN_CRASHED, OUTCOME_CRASHED },
};

void judge_passed(struct test_report *row)
{
	row->outcome = OUTCOME_PASSED;
	row->points = row->max;
}

/* Messages that speak of the answer only: they may come before the expected value is revealed. A final "-" stands for any end. */
static const char *const discreet_codes[] = { "missing-function", "missing-function-near", "printed-not-returned",
	"returned-none", "returned-none-printed", "not-plain-", "args-not-plain", "wrong-order", "text-",
	"input-prompt", "checker-" };

static bool is_discreet(const char *code)
{
	for (size_t i = 0; code && i < sizeof(discreet_codes) / sizeof(discreet_codes[0]); i++) {
		const char *row = discreet_codes[i];
		size_t length = strlen(row);
		if (row[length - 1] == '-' ? !strncmp(code, row, length) : !strcmp(code, row))
			return true;
	}
	return false;
}

void judge_failed(struct test_report *row, struct msg_text message)
{
	row->discreet = is_discreet(message.code);
	row->outcome = OUTCOME_FAILED;
	row->points = FRAC_ZERO;
	row->message = message;
}

/* "While your code was loading:" before what happened there; nothing at the call itself or in a program. */
static struct msg_text stage_text(struct sitting *sitting, const struct trial *trial)
{
	struct arena *arena = sitting->grading->arena;

	if (!sitting->spec->program && trial->stage <= TRIAL_LOAD)
		return msg_make(arena, &python_messages, "while-loading", NULL);
	if (trial->stage == TRIAL_SETUP)
		return msg_make(arena, &python_messages, "while-setting-up", NULL);
	return (struct msg_text){ 0 };
}

static void note_timings(struct sitting *sitting, struct test_report *row, const struct trial *trial)
{
	const struct run_reply *reply = &trial->reply;
	struct arena *arena = sitting->grading->arena;

	row->cpu_us = reply->cpu_us;
	row->wall_us = reply->wall_us;
	if (reply->output_bytes > 0)
		row->output = printable(arena, reply->output, reply->output_bytes, PRINTABLE_OUTPUT_BYTES);
	if (reply->errors_bytes > 0)
		row->errors = printable(arena, reply->errors, reply->errors_bytes, PRINTABLE_OUTPUT_BYTES);
}

bool judge_end(struct sitting *sitting, struct test_report *row, const struct trial *trial)
{
	struct arena *arena = sitting->grading->arena;
	size_t i = 0;

	note_timings(sitting, row, trial);
	if (trial->reply.end == RUN_OK || trial->reply.end == RUN_RAISED)
		return false;
	while (ends[i].end != trial->reply.end)
		i++;
	row->outcome = ends[i].outcome;
	row->points = FRAC_ZERO;
	row->message = msg_join(arena, stage_text(sitting, trial),
		wording_end(arena, trial->reply.end, &sitting->spec->limits, sitting->twice));
	if (trial->reply.exception && !trial->reply.exception->in_prelude)
		row->line = trial->reply.exception->line;
	return true;
}

void judge_raised(struct sitting *sitting, struct test_report *row, const struct trial *trial)
{
	const struct run_exception *exception = trial->reply.exception;
	struct arena *arena = sitting->grading->arena;
	const char *const *names = explain_near_names(arena, exception, &sitting->compiled, sitting->answer.text);

	row->outcome = OUTCOME_RAISED;
	row->points = FRAC_ZERO;
	row->message = msg_join(arena, stage_text(sitting, trial), explain_exception(arena, exception, names));
	row->got = printable_line(arena, exception->type, 100);
	if (!exception->in_prelude)
		row->line = exception->line;
}

struct msg_text judge_text_message(struct arena *arena, const struct text_result *result)
{
	const char *code = arena_printf(arena, "text-%s", text_kind_name(result->kind));

	if (result->line == 0 && result->kind == TEXT_OTHER)
		code = "text-pattern";
	return msg_make(arena, &python_messages, code,
		(struct msg_param[]){ { "line", arena_printf(arena, "%zu", result->line) }, { 0 } });
}
