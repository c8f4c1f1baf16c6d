#include "wording.h"

#include <string.h>
#include <strings.h>

#include "base/json.h"
#include "grader_python/grader_python.h"
#include "printable.h"

static const char *const iterator_types[] = { "generator", "map", "filter", "zip", "enumerate", "reversed", "dict_keys",
	"dict_values", "dict_items", "list_iterator", "range_iterator", "str_iterator", "list_reverseiterator" };
static const char *const function_types[] = { "function", "builtin_function_or_method", "method", "method_descriptor",
	"type" };

const char *wording_not_plain(const char *type)
{
	for (size_t i = 0; i < sizeof(iterator_types) / sizeof(iterator_types[0]); i++)
		if (!strcmp(type, iterator_types[i]))
			return "not-plain-generator";
	for (size_t i = 0; i < sizeof(function_types) / sizeof(function_types[0]); i++)
		if (!strcmp(type, function_types[i]))
			return "not-plain-function";
	return "not-plain-type";
}

const char *wording_nearest(const char *name, const char *const *names)
{
	for (size_t i = 0; names[i]; i++)
		if (!strcasecmp(name, names[i]))
			return names[i];
	return strlen(name) < 3 ? NULL : nearest_name(name, names); /* any letter is near any other */
}

static bool is_number(const struct value *value)
{
	return value->type == VALUE_INT || value->type == VALUE_FLOAT || value->type == VALUE_COMPLEX;
}

/* Did the last line that it printed say the right result? */
static bool printed_it(const struct value *expected, struct text output)
{
	struct buf repr cleanup_buf = BUF_INIT_MAX(4096);

	while (output.bytes > 0 && strchr(" \t\r\n", output.data[output.bytes - 1]))
		output.bytes--;
	if (output.bytes == 0)
		return false;
	const char *last = memrchr(output.data, '\n', output.bytes);
	size_t length = last ? (size_t)(output.data + output.bytes - last - 1) : output.bytes;
	last = last ? last + 1 : output.data;
	if (expected->type == VALUE_STR)
		return length == expected->text.bytes && !memcmp(last, expected->text.data, length);
	value_repr(&repr, expected, 4000);
	return length == repr.len && !memcmp(last, repr.data, length);
}

static const char *number_text(struct arena *arena, size_t number)
{
	return arena_printf(arena, "%zu", number);
}

static struct msg_text say(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &python_messages, code, params);
}

struct msg_text wording_end(struct arena *arena, enum run_end end, const struct python_limits *limits, bool twice)
{
	static const char *const codes[] = {
		[RUN_TIMEOUT] = "timeout",
		[RUN_IDLE] = "idle",
		[RUN_MEMORY] = "memory",
		[RUN_OUTPUT] = "output-limit",
		[RUN_FORBIDDEN] = "forbidden",
		[RUN_CRASHED] = "crashed",
	};
	struct msg_param params[] = {
		{ "ms", number_text(arena, limits->cpu_ms) },
		{ "mb", number_text(arena, limits->memory_mb) },
		{ "kb", number_text(arena, limits->output_kb) },
		{ 0 },
	};
	const char *code = (size_t)end < sizeof(codes) / sizeof(codes[0]) && codes[end] ? codes[end] : "crashed";

	return say(arena, end == RUN_TIMEOUT && !twice ? "timeout-once" : code, params);
}

const char *wording_literal(const char *text)
{
	static const char *const foreign[] = { "true", "false", "null", "none", "vrai", "faux" };
	size_t length = strcspn(text, "(");

	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
		if (!strcasecmp(text, foreign[i]))
			return "literal-capital";
	if (text[length] == '(' && length > 0)
		return "literal-calculated";
	return strspn(text, "[({") == 0 && text[strcspn(text, "[](){}+-*/%<>=\"'")] == '\0' ? "literal-bare-text"
											    : "literal-calculated";
}

static struct msg_text wording_type(struct arena *arena, const struct compare_result *result)
{
	const struct value *expected = result->expected, *got = result->got;
	bool inside = result->path[0] != '\0';
	const char *code = inside ? "wrong-type-at" : "wrong-type";
	struct msg_param params[] = {
		{ "path", result->path },
		{ "expected", value_type_name(expected) },
		{ "got", value_type_name(got) },
		{ 0 },
	};

	if (is_number(expected) && got->type == VALUE_STR)
		code = inside ? "number-as-text-at" : "number-as-text";
	else if (expected->type == VALUE_STR && is_number(got))
		code = inside ? "text-as-number-at" : "text-as-number";
	else if (!inside && is_number(expected) && got->type == VALUE_TUPLE && got->items.count == 2)
		code = "decimal-comma";
	else if (result->same_content)
		code = "container-type";
	if (code[0] == 'n' || code[0] == 't') {
		params[1].value = printable_value(arena, expected);
		params[2].value = printable_value(arena, got);
	}
	return say(arena, code, params);
}

static struct msg_text wording_members(struct arena *arena, const struct compare_result *result)
{
	bool missing = result->expected != NULL;
	const struct value *value = missing ? result->expected : result->got;
	const char *text = value ? printable_value(arena, value) : "";

	if (result->why == COMPARE_KEYS)
		return say(
			arena, missing ? "missing-key" : "extra-key", (struct msg_param[]){ { "key", text }, { 0 } });
	return say(
		arena, missing ? "missing-member" : "extra-member", (struct msg_param[]){ { "member", text }, { 0 } });
}

static struct msg_text wording_none(struct arena *arena, const struct value *expected, struct text output)
{
	const char *code = "returned-none";

	if (printed_it(expected, output))
		code = "printed-not-returned";
	else if (output.bytes > 0)
		code = "returned-none-printed";
	return say(arena, code, NULL);
}

static struct msg_text wording_other(
	struct arena *arena, const struct value *expected, const struct value *got, const struct compare_result *result)
{
	bool inside = result->path[0] != '\0' && result->expected && result->got;
	struct msg_param params[] = {
		{ "path", result->path },
		{ "expected", printable_value(arena, inside ? result->expected : expected) },
		{ "got", printable_value(arena, inside ? result->got : got) },
		{ 0 },
	};

	return say(arena, inside ? "wrong-value-at" : "wrong-value", params);
}

struct msg_text wording_difference(
	struct arena *arena, const struct value *expected, const struct value *got, const struct compare_result *result)
{
	struct msg_param counts[] = {
		{ "path", result->path },
		{ "expected", number_text(arena, result->expected_count) },
		{ "got", number_text(arena, result->got_count) },
		{ 0 },
	};

	if (result->same_elements)
		return say(arena, "wrong-order", NULL);
	switch (result->why) {
	case COMPARE_TYPE:
		return wording_type(arena, result);
	case COMPARE_LENGTH:
		return say(arena, result->path[0] ? "wrong-length-at" : "wrong-length", counts);
	case COMPARE_KEYS:
	case COMPARE_MEMBERS:
		return wording_members(arena, result);
	case COMPARE_SAME:
	case COMPARE_VALUE:
		break;
	}
	return wording_other(arena, expected, got, result);
}

struct msg_text wording_value(struct arena *arena, const struct value *expected, const struct value *got,
	const struct compare_result *result, struct text output)
{
	if (got->type == VALUE_NONE)
		return wording_none(arena, expected, output);
	if (expected->type == VALUE_NONE)
		return say(arena, "not-none", (struct msg_param[]){ { "got", printable_value(arena, got) }, { 0 } });
	return wording_difference(arena, expected, got, result);
}

struct msg_text wording_type_remark(struct arena *arena, const struct compare_result *result)
{
	if (!result->expected_type || !result->got_type)
		return (struct msg_text){ 0 };
	return say(arena, "type-remark",
		(struct msg_param[]){ { "expected", result->expected_type }, { "got", result->got_type }, { 0 } });
}
