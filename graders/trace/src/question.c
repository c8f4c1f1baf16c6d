/* An author's question: its keys, and what is made of them before any answer. */
#include <string.h>
#include "literal.h"
#include "trace.h"

enum { TEXT_MAX = 4000, STARTER_PASSES = 5 };

static const char *const row_choices[] = { "start", "passes", NULL };

const struct key_spec trace_keys[TRACE_KEYS] = {
	{ .name = "columns",
		.type = KEY_STRINGS,
		.required = true,
		.doc = "The columns of the table, twelve at most: variables of the algorithm, or expressions over "
		       "them." },
	{ .name = "start", .type = KEY_STRING, .doc = "Python statements before the loop." },
	{ .name = "while", .type = KEY_STRING, .doc = "The condition of the loop; this or `for`." },
	{ .name = "for",
		.type = KEY_STRING,
		.doc = "What the loop goes through: \"i in range(1, 5)\"; this or `while`." },
	{ .name = "step",
		.type = KEY_STRING,
		.required = true,
		.doc = "Python statements of one pass, without `break`." },
	{ .name = "result",
		.type = KEY_STRING,
		.doc = "An expression asked for after the table; a fifth of the points." },
	{ .name = "rows",
		.type = KEY_STRING,
		.choices = row_choices,
		.doc = "\"start\" (default): the first row is the state before the loop. \"passes\": it is the state "
		       "after the first "
		       "pass." },
	{ .name = "decimals",
		.type = KEY_INT,
		.min = 0,
		.max = 12,
		.doc = "Numbers are right when they are as near as this many decimals show." },
	{ .name = "text",
		.type = KEY_STRINGS,
		.doc = "Columns of texts: what stands there needs no quotes. Elsewhere a word without quotes is "
		       "unreadable." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *code, const char *column)
{
	reader_problem(reader, pointer, false, &trace_messages, code,
		(struct msg_param[]){ { "column", column }, { "most", "12" }, { 0 } });
	return false;
}

static size_t find_column(const struct trace_question *asked, const char *name)
{
	size_t at = 0;

	while (at < asked->count && strcmp(asked->columns[at].name, name) != 0)
		at++;
	return at;
}

static bool read_columns(struct trace_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *const *names = reader_strings(reader, object, "columns");
	const char *const *texts = reader_strings(reader, object, "text");
	size_t count = json_array_size(json_object_get(object, "columns"));

	pointer = reader_pointer(reader, pointer, "columns");
	if (count == 0 || count > TRACE_COLUMNS_MAX || !names)
		return refuse(reader, pointer, "columns-count", "");
	out->columns = arena_array(reader->arena, count, sizeof(*out->columns));
	for (size_t i = 0; i < count; i++) {
		const char *at = reader_pointer_at(reader, pointer, i);

		if (!*names[i] || strlen(names[i]) > TRACE_HEADING_MAX || strpbrk(names[i], "|;\t\n\r"))
			return refuse(reader, at, "column-name", names[i]);
		if (find_column(out, names[i]) < out->count)
			return refuse(reader, at, "column-again", names[i]);
		out->columns[out->count++].name = names[i];
	}
	for (; texts && *texts; texts++) {
		size_t at = find_column(out, *texts);

		if (at == out->count)
			return refuse(reader, pointer, "text-unknown", *texts);
		out->columns[at].text = true;
	}
	return true;
}

static const char *read_code(struct reader *reader, json_t *object, const char *pointer, const char *key, bool *fine)
{
	const char *text = reader_string(reader, object, key, NULL);

	if (text && strlen(text) > TEXT_MAX)
		*fine = refuse(reader, reader_pointer(reader, pointer, key), "code-too-long", "");
	return text;
}

static bool read_algorithm(struct trace_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	bool fine = true;

	out->start = read_code(reader, object, pointer, "start", &fine);
	out->start = out->start ? out->start : "";
	out->step = read_code(reader, object, pointer, "step", &fine);
	out->condition = read_code(reader, object, pointer, "while", &fine);
	out->range = read_code(reader, object, pointer, "for", &fine);
	out->result = read_code(reader, object, pointer, "result", &fine);
	if (!fine)
		return false;
	if ((out->condition != NULL) == (out->range != NULL))
		return refuse(reader, pointer, "one-loop", "");
	return true;
}

static struct value text_or_none(const char *text)
{
	struct value value = { .type = VALUE_NONE };

	if (text) {
		value.type = VALUE_STR;
		value.text.data = text;
		value.text.bytes = strlen(text);
	}
	return value;
}

static const struct value *plan_of(const struct trace_question *asked, struct arena *arena)
{
	const char *const keys[] = { "columns", "start", "while", "for", "step", "result" };
	struct value *pairs = arena_array(arena, 12, sizeof(*pairs)), *plan = arena_alloc(arena, sizeof(*plan));
	struct value *names = arena_array(arena, asked->count, sizeof(*names));

	for (size_t i = 0; i < asked->count; i++)
		names[i] = text_or_none(asked->columns[i].name);
	for (size_t i = 0; i < 6; i++)
		pairs[2 * i] = text_or_none(keys[i]);
	pairs[1].type = VALUE_LIST;
	pairs[1].items.items = names;
	pairs[1].items.count = asked->count;
	pairs[3] = text_or_none(asked->start);
	pairs[5] = text_or_none(asked->condition);
	pairs[7] = text_or_none(asked->range);
	pairs[9] = text_or_none(asked->step);
	pairs[11] = text_or_none(asked->result);
	plan->type = VALUE_DICT;
	plan->dict.pairs = pairs;
	plan->dict.count = 6;
	return plan;
}

static const char *example_of(const struct trace_question *asked, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < asked->count; i++)
		buf_printf(&out, "%s%s", i > 0 ? " | " : "", asked->columns[i].text ? "abc" : i % 2 ? "-" : "12");
	return arena_memdup(arena, buf_str(&out), out.len);
}

void trace_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct trace_question *out = arena_alloc(reader->arena, sizeof(*out));
	struct table empty = { .rows = 0 };
	struct buf cleanup_buf key = BUF_INIT;
	const char *starter;

	if (!read_columns(out, reader, object, pointer) || !read_algorithm(out, reader, object, pointer))
		return;
	out->passes = !strcmp(reader_string(reader, object, "rows", "start"), "passes");
	out->decimals = (int)reader_int(object, "decimals", -1);
	out->pointer = arena_strdup(reader->arena, pointer);
	out->plan = plan_of(out, reader->arena);
	value_encode(&key, out->plan);
	out->key = arena_memdup(reader->arena, buf_str(&key), key.len);
	out->key_bytes = key.len;
	out->example = example_of(out, reader->arena);
	starter = show_table(out, &empty, STARTER_PASSES + !out->passes, reader->arena);
	out->starter = out->result ? arena_printf(reader->arena, "%s\nrésultat : \n", starter) : starter;
	question->spec = out;
}
