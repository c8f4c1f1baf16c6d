/*
 * Reading a reply's payload: at most three encoded values, each through the strict decoder.
 * A payload that is not as wire.h says comes from a forger and ends the run as "crashed".
 */
#include <string.h>
#include "base/utf8.h"
#include "slot.h"

enum { MAX_PARTS = 3, MAX_FRAMES = 20 };

struct parts {
	uint8_t kind;
	size_t count;
	const struct value *values[MAX_PARTS];
};

static bool split(struct run *run, struct parts *parts)
{
	const uint8_t *at = (const uint8_t *)run->frame.data;
	size_t left = run->frame.len;
	if (left < 2 || at[1] > MAX_PARTS)
		return false;
	parts->kind = at[0];
	parts->count = at[1];
	at += 2;
	left -= 2;
	for (size_t i = 0; i < parts->count; i++) {
		uint32_t bytes;
		struct err ignored;
		if (left < sizeof(bytes))
			return false;
		memcpy(&bytes, at, sizeof(bytes));
		at += sizeof(bytes);
		left -= sizeof(bytes);
		if (bytes > left || value_decode(&parts->values[i], at, bytes, run->arena, &ignored) < 0)
			return false;
		at += bytes;
		left -= bytes;
	}
	return left == 0;
}

/* Text for our own reports: lone surrogates become U+FFFD. NULL when the value is no text. */
static const char *clean_text(struct run *run, const struct value *value)
{
	if (value->type != VALUE_STR)
		return NULL;
	char *copy = arena_memdup(run->arena, value->text.data, value->text.bytes);
	for (size_t bad = utf8_check(copy, value->text.bytes); bad < value->text.bytes;
		bad += 1 + utf8_check(copy + bad + 1, value->text.bytes - bad - 1))
		copy[bad] = '?';
	for (size_t i = 0; i < value->text.bytes; i++)
		if (copy[i] == '\0')
			copy[i] = ' ';
	return copy;
}

static bool small_int(const struct value *value, int *out)
{
	int64_t number;
	if (!value_to_int64(value, &number) || number < -1000000000 || number > 1000000000)
		return false;
	*out = (int)number;
	return true;
}

static bool truth(const struct value *value, bool *out)
{
	*out = value->type == VALUE_BOOL && value->boolean;
	return value->type == VALUE_BOOL;
}

static bool read_frames(struct run *run, const struct value *list, struct run_exception *exception)
{
	if (list->type != VALUE_LIST)
		return false;
	size_t count = list->items.count < MAX_FRAMES ? list->items.count : MAX_FRAMES;
	struct run_frame *frames = arena_array(run->arena, count ? count : 1, sizeof(*frames));
	for (size_t i = 0; i < count; i++) {
		const struct value *row = &list->items.items[i];
		if (row->type != VALUE_TUPLE || row->items.count != 2 ||
			!small_int(&row->items.items[1], &frames[i].line))
			return false;
		frames[i].function = clean_text(run, &row->items.items[0]);
		if (!frames[i].function)
			return false;
	}
	exception->frames = frames;
	exception->frame_count = count;
	return true;
}

static bool read_exception(struct run *run, const struct value *tuple, struct run_reply *reply)
{
	if (tuple->type != VALUE_TUPLE || tuple->items.count != 11)
		return false;
	const struct value *item = tuple->items.items;
	struct run_exception *exception = arena_alloc(run->arena, sizeof(*exception));
	exception->type = clean_text(run, &item[0]);
	exception->builtin = clean_text(run, &item[1]);
	exception->base = clean_text(run, &item[2]);
	exception->message = clean_text(run, &item[3]);
	exception->text = clean_text(run, &item[6]);
	if (!exception->type || !exception->base || !exception->message || !small_int(&item[4], &exception->line) ||
		!small_int(&item[5], &exception->column) || !truth(&item[7], &exception->in_prelude) ||
		!truth(&item[8], &exception->syntax) || !small_int(&item[9], &exception->exit_code) ||
		!read_frames(run, &item[10], exception))
		return false;
	reply->exception = exception;
	bool memory = exception->builtin && strcmp(exception->builtin, "MemoryError") == 0 && !exception->syntax;
	reply->end = memory ? RUN_MEMORY : RUN_RAISED;
	/* After a MemoryError the run's own state is anybody's guess. */
	run->dead |= memory;
	return true;
}

static bool read_value(struct run *run, const struct parts *parts, struct run_reply *reply)
{
	static const char *const reasons[] = { "type", "cycle", "depth", "nodes", "bytes" };
	if (parts->count < 2)
		return false;
	reply->type = clean_text(run, parts->values[1]);
	if (parts->count == 3 && parts->values[2]->type == VALUE_TUPLE)
		reply->args_after = parts->values[2];
	if (parts->kind == WIRE_VALUE) {
		reply->value = parts->values[0];
		return reply->type != NULL;
	}
	const char *reason = clean_text(run, parts->values[0]);
	for (size_t i = 0; reason && i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (strcmp(reason, reasons[i]) == 0)
			reply->not_plain = reasons[i];
	return reply->type && reply->not_plain;
}

/* Adds a list of names to those that are there. */
static bool read_names(struct run *run, const struct value *list, struct run_compiled *compiled)
{
	if (list->type != VALUE_LIST)
		return false;
	size_t before = compiled->name_count;
	struct run_name *all = arena_array(run->arena, before + list->items.count + 1, sizeof(*all)),
			*names = all + before;
	for (size_t i = 0; i < before; i++)
		all[i] = compiled->names[i];
	for (size_t i = 0; i < list->items.count; i++) {
		const struct value *row = &list->items.items[i];
		if (row->type != VALUE_TUPLE || row->items.count != 3 ||
			!small_int(&row->items.items[2], &names[i].line))
			return false;
		const char *kind = clean_text(run, &row->items.items[1]);
		names[i].name = clean_text(run, &row->items.items[0]);
		if (!names[i].name || !kind || strlen(kind) != 1)
			return false;
		names[i].kind = kind[0];
	}
	compiled->names = all;
	compiled->name_count = before + list->items.count;
	return true;
}

static bool read_compiled(struct run *run, const struct parts *parts, struct run_compiled *compiled)
{
	const struct value *tuple = parts->count == 1 || parts->count == 2 ? parts->values[0] : NULL;
	if (!compiled || !tuple || tuple->type != VALUE_TUPLE || tuple->items.count != 3)
		return false;
	compiled->why_not = clean_text(run, &tuple->items.items[1]);
	return compiled->why_not && truth(&tuple->items.items[0], &compiled->shareable) &&
	       read_names(run, &tuple->items.items[2], compiled) &&
	       (parts->count == 1 || read_names(run, parts->values[1], compiled));
}

static bool read_parts(
	struct run *run, const struct parts *parts, struct run_reply *reply, struct run_compiled *compiled, bool *rich)
{
	switch (parts->kind) {
	case WIRE_VALUE:
	case WIRE_OPAQUE:
		return !compiled && read_value(run, parts, reply);
	case WIRE_EXCEPTION:
		return parts->count == 1 && read_exception(run, parts->values[0], reply);
	case WIRE_COMPILED:
		return read_compiled(run, parts, compiled);
	case WIRE_RICH:
		if (rich)
			*rich = true;
		return rich && parts->count == 0;
	default:
		return false;
	}
}

int reply_read(struct run *run, struct run_reply *reply, struct run_compiled *compiled, bool *rich, struct err *err)
{
	struct parts parts = { 0 };
	if (split(run, &parts) && read_parts(run, &parts, reply, compiled, rich))
		return 0;
	run->dead = true;
	reply->end = RUN_CRASHED;
	/* Of what was read before the forgery showed, nothing is kept. */
	reply->value = reply->args_after = NULL;
	reply->exception = NULL;
	reply->not_plain = reply->type = NULL;
	if (compiled)
		*compiled = (struct run_compiled){ .why_not = "" };
	return run_reap(run, err);
}
