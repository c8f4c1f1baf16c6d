#include "fake.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fake *fake_now;

struct run {
	struct arena *arena;
	uint32_t cpu_ms;
	unsigned number; /* 0: the plan's */
};

void fake_note(const char *fmt, ...)
{
	size_t length = strlen(fake_now->log);
	va_list args;

	va_start(args, fmt);
	vsnprintf(fake_now->log + length, sizeof(fake_now->log) - length, fmt, args);
	va_end(args);
}

void fake_alone(void *context, bool alone)
{
	fake_note(alone ? "alone{ " : "} ");
}

void fake_raise(struct run_reply *reply, const char *type)
{
	static struct run_exception exception;

	exception = (struct run_exception){
		.type = type, .builtin = type, .base = type, .message = "", .line = fake_now->raised_line
	};
	reply->end = RUN_RAISED;
	reply->exception = &exception;
}

const char *run_end_name(enum run_end end)
{
	return end == RUN_OK ? "ok" : "other";
}

int run_start(
	struct run **out, struct sandbox *sandbox, const struct run_spec *spec, struct arena *arena, struct err *err)
{
	if (fake_now->fail_start)
		return err_set(err, ERR_SYSTEM, "no run today");
	struct run *run = calloc(1, sizeof(*run));
	if (!run)
		abort();
	run->arena = arena;
	run->cpu_ms = spec->limits.cpu_ms;
	fake_now->open++;
	*out = run;
	return 0;
}

int run_compile(struct run *run, const struct run_source *source, struct run_compiled *compiled,
	struct run_reply *reply, struct err *err)
{
	size_t count = 0;
	struct run_name *names = arena_array(run->arena, fake_now->name_count + 4, sizeof(*names));

	*reply = (struct run_reply){ .end = RUN_OK };
	run->number = ++fake_now->runs;
	fake_note("start(%u) ", run->cpu_ms);
	for (; fake_now->defined[count]; count++)
		names[count] = (struct run_name){ fake_now->defined[count], 'd', 1 };
	for (size_t i = 0; i < fake_now->name_count; i++)
		names[count++] = fake_now->names[i];
	*compiled = (struct run_compiled){ .shareable = fake_now->shareable, .names = names, .name_count = count };
	return 0;
}

int run_watched(struct run *run, struct run_seen *seen, size_t count, struct run_reply *reply, struct err *err)
{
	fake_note("seen ");
	return 0;
}

int run_load(struct run *run, struct run_reply *reply, struct err *err)
{
	*reply = (struct run_reply){ .end = RUN_OK };
	fake_note("load ");
	return fake_now->on_load ? fake_now->on_load(fake_now, run->number, reply) : 0;
}

static struct value *new_value(struct run *run, struct value value)
{
	struct value *copy = arena_alloc(run->arena, sizeof(*copy));

	*copy = value;
	return copy;
}

static bool is_defined(const char *function)
{
	for (size_t i = 0; fake_now->defined[i]; i++)
		if (!strcmp(fake_now->defined[i], function))
			return true;
	return false;
}

int run_has(struct run *run, const char *function, struct run_reply *reply, struct err *err)
{
	bool found = is_defined(function);

	*reply = (struct run_reply){ .end = RUN_OK };
	reply->value = new_value(run, (struct value){ .type = VALUE_BOOL, .boolean = found });
	fake_note("has ");
	return 0;
}

int run_call(struct run *run, const struct run_call *call, struct run_reply *reply, struct err *err)
{
	int64_t argument = 0;

	*reply = (struct run_reply){ .end = RUN_OK, .output = "" };
	reply->value = &call->args->items.items[0];
	if (!value_to_int64(reply->value, &argument))
		abort();
	fake_note("call(%d) ", (int)argument);
	if (!is_defined(call->function)) {
		fake_raise(reply, "NameError");
		return 0;
	}
	int failed = fake_now->on_call ? fake_now->on_call(fake_now, run->number, argument, reply) : 0;
	if (reply->end != RUN_OK)
		reply->value = NULL;
	if (failed)
		return err_set(err, ERR_PEER, "the channel broke");
	return 0;
}

int run_eval(struct run *run, const char *setup, const char *expression, struct run_reply *reply, struct err *err)
{
	*reply = (struct run_reply){ .end = RUN_OK, .output = "" };
	reply->value = new_value(run, (struct value){ .type = VALUE_NONE });
	fake_note(setup ? "setup " : "eval ");
	return 0;
}

int run_end(struct run *run, struct err *err)
{
	if (run->number > 0)
		fake_note("end ");
	fake_now->open--;
	free(run);
	return fake_now->fail_end ? err_set(err, ERR_SYSTEM, "not clean") : 0;
}

static struct value int_value(struct run *run, const char *text)
{
	char *magnitude = arena_alloc(run->arena, 1);

	*magnitude = (char)strtol(text, NULL, 10);
	return (struct value){ .type = VALUE_INT, .integer = { false, (uint8_t *)magnitude, *magnitude != 0 } };
}

/* Small numbers only. */
int run_literal(struct run *run, const char *text, struct run_reply *reply, struct err *err)
{
	*reply = (struct run_reply){ .end = RUN_OK };
	reply->value = new_value(run, int_value(run, text));
	return 0;
}

/* f(n) */
int run_parse_call(struct run *run, const char *text, bool *simple, struct run_reply *reply, struct err *err)
{
	struct value *parts = arena_array(run->arena, 3, sizeof(*parts));
	size_t length = strcspn(text, "(");

	*reply = (struct run_reply){ .end = RUN_OK };
	*simple = true;
	parts[0] =
		(struct value){ .type = VALUE_STR, .text = { arena_memdup(run->arena, text, length), length, false } };
	parts[1] = (struct value){ .type = VALUE_TUPLE,
		.items = { new_value(run, int_value(run, text + length + 1)), 1 } };
	parts[2] = (struct value){ .type = VALUE_DICT };
	reply->value = new_value(run, (struct value){ .type = VALUE_TUPLE, .items = { parts, 3 } });
	return 0;
}
