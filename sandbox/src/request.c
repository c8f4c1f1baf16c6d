/*
 * The steps of a run, each as one request of wire.h.
 */
#include <limits.h>
#include <string.h>
#include "slot.h"

static struct value text_value(const char *text, size_t bytes)
{
	if (!text)
		return (struct value){ .type = VALUE_NONE };
	return (struct value){ .type = VALUE_STR, .text = { .data = text, .bytes = bytes } };
}

static struct value bool_value(bool truth)
{
	return (struct value){ .type = VALUE_BOOL, .boolean = truth };
}

/* Sends the tuple of `items`; the reply's payload is then in run->frame when its end is RUN_OK. */
static int ask(struct run *run, enum wire_type type, const struct value *items, size_t count, struct run_reply *reply,
	struct err *err)
{
	struct value tuple = { .type = VALUE_TUPLE, .items = { .items = items, .count = count } };
	cleanup_buf struct buf payload = BUF_INIT_MAX(WIRE_MAX_REQUEST);
	value_encode(&payload, &tuple);
	if (buf_overflowed(&payload))
		return err_set(err, ERR_TOO_LARGE, "a request to a run passes %d MiB", WIRE_MAX_REQUEST >> 20);
	return exchange(run, type, &payload, reply, err);
}

/* The ordinary step: ask, then read the reply. */
static int step(struct run *run, enum wire_type type, const struct value *items, size_t count, struct run_reply *reply,
	struct err *err)
{
	if (ask(run, type, items, count, reply, err) < 0)
		return -1;
	return reply->end == RUN_OK ? reply_read(run, reply, NULL, NULL, err) : 0;
}

int run_compile(struct run *run, const struct run_source *source, struct run_compiled *compiled,
	struct run_reply *reply, struct err *err)
{
	size_t count = 0;
	while (source->watch && source->watch[count])
		count++;
	struct value *words = arena_array(run->arena, count + 1, sizeof(*words));
	for (size_t i = 0; i < count; i++)
		words[i] = text_value(source->watch[i], strlen(source->watch[i]));
	const struct value items[] = {
		text_value(source->prelude, source->prelude_bytes),
		text_value(source->text, source->bytes),
		bool_value(source->program),
		bool_value(source->examine),
		count > 0 ? (struct value){ .type = VALUE_TUPLE, .items = { .items = words, .count = count } }
			  : (struct value){ .type = VALUE_NONE },
	};
	*compiled = (struct run_compiled){ .why_not = "" };
	if (ask(run, WIRE_COMPILE, items, 5, reply, err) < 0)
		return -1;
	return reply->end == RUN_OK ? reply_read(run, reply, compiled, NULL, err) : 0;
}

int run_load(struct run *run, struct run_reply *reply, struct err *err)
{
	return step(run, WIRE_LOAD, NULL, 0, reply, err);
}

int run_has(struct run *run, const char *function, struct run_reply *reply, struct err *err)
{
	const struct value items[] = { text_value(function, strlen(function)) };
	return step(run, WIRE_HAS, items, 1, reply, err);
}

int run_call(struct run *run, const struct run_call *call, struct run_reply *reply, struct err *err)
{
	const struct value none = { .type = VALUE_NONE };
	const struct value items[] = {
		text_value(call->function, strlen(call->function)),
		*call->args,
		call->kwargs ? *call->kwargs : none,
		bool_value(call->args_after),
	};
	return step(run, WIRE_CALL, items, 4, reply, err);
}

int run_eval(struct run *run, const char *setup, const char *expression, struct run_reply *reply, struct err *err)
{
	const struct value items[] = { text_value(setup, setup ? strlen(setup) : 0),
		text_value(expression, strlen(expression)) };
	return step(run, WIRE_EVAL, items, 2, reply, err);
}

/* The list of (index, line) that a run claims; what is no such thing is left out. */
static void read_seen(const struct value *list, struct run_seen *seen, size_t count)
{
	for (size_t i = 0; list && list->type == VALUE_LIST && i < list->items.count; i++) {
		const struct value *row = &list->items.items[i];
		int64_t index, line;
		if (row->type == VALUE_TUPLE && row->items.count == 2 && value_to_int64(&row->items.items[0], &index) &&
			value_to_int64(&row->items.items[1], &line) && index >= 0 && (size_t)index < count &&
			line >= 0 && line < INT_MAX)
			seen[index] = (struct run_seen){ true, (int)line };
	}
}

int run_watched(struct run *run, struct run_seen *seen, size_t count, struct run_reply *reply, struct err *err)
{
	if (step(run, WIRE_SEEN, NULL, 0, reply, err) < 0)
		return -1;
	if (reply->end == RUN_OK)
		read_seen(reply->value, seen, count);
	return 0;
}

int run_literal(struct run *run, const char *text, struct run_reply *reply, struct err *err)
{
	const struct value items[] = { text_value(text, strlen(text)) };
	return step(run, WIRE_LITERAL, items, 1, reply, err);
}

int run_parse_call(struct run *run, const char *text, bool *simple, struct run_reply *reply, struct err *err)
{
	const struct value items[] = { text_value(text, strlen(text)) };
	bool rich = false;
	*simple = false;
	if (ask(run, WIRE_PARSE_CALL, items, 1, reply, err) < 0)
		return -1;
	if (reply->end != RUN_OK)
		return 0;
	if (reply_read(run, reply, NULL, &rich, err) < 0)
		return -1;
	*simple = reply->end == RUN_OK && !rich;
	return 0;
}
