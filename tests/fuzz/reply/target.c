/*
 * What a hostile run may answer: refused as "crashed", or a reply of which every part may be read, shown and explained.
 * First byte: which step asked (an ordinary one, COMPILE, PARSE_CALL). The rest: the payload of its one frame.
 * links: sandbox
 */
#include <stdlib.h>
#include <string.h>
#include "../../../sandbox/src/slot.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void check_text(const char *text, bool required)
{
	if (text == NULL ? required : utf8_check(text, strlen(text)) != strlen(text))
		abort();
}

static void check_value(const struct value *value)
{
	cleanup_buf struct buf repr = BUF_INIT;

	if (value == NULL)
		return;
	value_repr(&repr, value, 300);
	if (utf8_check(buf_str(&repr), repr.len) != repr.len)
		abort();
}

static void check_exception(const struct run_exception *exception)
{
	check_text(exception->type, true);
	check_text(exception->builtin, false);
	check_text(exception->base, true);
	check_text(exception->message, true);
	check_text(exception->text, false);
	if (exception->frame_count > 20)
		abort();
	for (size_t i = 0; i < exception->frame_count; i++)
		check_text(exception->frames[i].function, true);
}

static void check_reply(const struct run_reply *reply, const struct run *run)
{
	bool crashed = reply->end == RUN_CRASHED, raised = reply->end == RUN_RAISED || reply->end == RUN_MEMORY;

	if (!crashed && !raised && reply->end != RUN_OK)
		abort();
	if (raised != (reply->exception != NULL) || (crashed && !run->dead))
		abort();
	if (crashed && (reply->value != NULL || reply->args_after != NULL || reply->type != NULL))
		abort();
	if ((reply->value != NULL || reply->args_after != NULL) && reply->end != RUN_OK)
		abort();
	if (reply->exception != NULL)
		check_exception(reply->exception);
	check_value(reply->value);
	check_value(reply->args_after);
	if (reply->args_after != NULL && reply->args_after->type != VALUE_TUPLE)
		abort();
	check_text(reply->type, reply->value != NULL || reply->not_plain != NULL);
	check_text(reply->not_plain, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct sandbox sandbox = { .link = -1 };
	/* Reaped already: nothing is killed and nobody is asked. */
	struct run run = { .sandbox = &sandbox, .arena = arena, .pid = -1, .pidfd = -1, .channel = -1, .reaped = true };
	struct run_compiled compiled = { .why_not = "" };
	struct run_reply reply = { 0 };
	struct err err = { 0 };
	bool rich = false;

	if (bytes < 1)
		return 0;
	buf_add(&run.frame, data + 1, bytes - 1);
	if (reply_read(&run, &reply, data[0] % 3 == 1 ? &compiled : NULL, data[0] % 3 == 2 ? &rich : NULL, &err) < 0)
		abort();
	check_reply(&reply, &run);
	check_text(compiled.why_not, true);
	if (reply.end != RUN_OK && (compiled.shareable || compiled.name_count > 0))
		abort();
	for (size_t i = 0; i < compiled.name_count; i++)
		check_text(compiled.names[i].name, true);
	buf_release(&run.frame);
	return 0;
}
