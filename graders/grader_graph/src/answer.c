/*
 * Answers: one text where one thing is asked, texts under headings or an object by name where there are several. JSON
 * tables become the text that a person would have typed, so that there is one reader for each form.
 */
#include <string.h>
#include <strings.h>
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "question.h"

enum { DEPTH_MAX = 3 };

/* ---- JSON to text ---- */

static bool flatten(struct buf *out, const json_t *value, enum form form, int depth)
{
	const char *key;
	size_t i;
	json_t *item;

	if (out->len > PAPER_BYTES_MAX || depth > DEPTH_MAX)
		return false;
	if (json_is_null(value))
		return true;
	if (json_is_string(value)) {
		buf_addstr(out, json_string_value(value));
		return true;
	}
	if (json_is_boolean(value)) {
		buf_addstr(out, form == FORM_WORD     ? json_is_true(value) ? "oui" : "non"
				: json_is_true(value) ? "1"
						      : "0");
		return true;
	}
	if (json_is_integer(value)) {
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return true;
	}
	if (json_is_object(value)) {
		json_object_foreach((json_t *)value, key, item)
		{
			buf_printf(out, "%s : ", key);
			if (!flatten(out, item, form, depth + 1))
				return false;
			buf_addch(out, '\n');
		}
		return true;
	}
	if (!json_is_array(value))
		return false;
	bool groups = form == FORM_GROUPS && depth == 0;
	const char *joint = form == FORM_MATRIX ? depth == 0 ? "\n" : " " : form == FORM_PATH ? "-" : ", ";
	json_array_foreach(value, i, item)
	{
		buf_addstr(out, i > 0 ? joint : "");
		buf_addstr(out, groups ? "{" : "");
		if (form == FORM_ARCS && json_is_array(item))
			buf_printf(out, "%s-%s", json_string_value(json_array_get(item, 0)) ?: "?",
				json_string_value(json_array_get(item, 1)) ?: "?");
		else if (!flatten(out, item, form, depth + 1))
			return false;
		buf_addstr(out, groups ? "}" : "");
	}
	return true;
}

static bool is_blank(struct text text)
{
	return text_trimmed(text).bytes == 0;
}

/* ---- headings ---- */

static struct text take_line(struct text *rest)
{
	const char *end = memchr(rest->at, '\n', rest->bytes);
	struct text line = { rest->at, end ? (size_t)(end - rest->at) : rest->bytes };
	size_t used = line.bytes + (end != NULL);

	rest->at += used;
	rest->bytes -= used;
	return line;
}

/* Bytes of the line that a heading takes, "Niveaux :" or "levels:"; 0 when it begins with none of this name. */
static size_t heading_bytes(struct text line, const char *name)
{
	size_t length = strlen(name), at;

	if (line.bytes < length || strncasecmp(line.at, name, length) != 0)
		return 0;
	for (at = length; at < line.bytes;) {
		size_t used;
		int32_t rune = utf8_next(line.at + at, line.bytes - at, &used);

		at += used;
		if (rune == ':')
			return at;
		if (!utf8_is_blank(rune))
			return 0;
	}
	return at;
}

static enum part heading_of(const struct graph_question *asked, struct text line, size_t *bytes, struct arena *arena)
{
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (!asked->asked[part])
			continue;
		struct msg_text label = msg_make(arena, &graph_kind_messages, graph_part_specs[part].label, NULL);
		const char *const names[] = { graph_part_specs[part].name, label.fr, label.en };
		for (size_t i = 0; i < 3; i++)
			if ((*bytes = heading_bytes(line, names[i])) > 0)
				return part;
	}
	return PART_COUNT;
}

static enum part only_part(const struct graph_question *asked)
{
	enum part part = 0;

	while (!asked->asked[part])
		part++;
	return part;
}

static enum reading split(struct own *own, struct paper *paper, const struct graph_question *asked)
{
	struct text rest = { paper->text, paper->bytes };
	enum part now = asked->count == 1 ? only_part(asked) : PART_COUNT;
	size_t bytes;

	if (now != PART_COUNT)
		own->text[now] = rest;
	while (rest.bytes > 0) {
		struct text line = take_line(&rest), trimmed = text_trimmed(line);
		enum part part = heading_of(asked, trimmed, &bytes, paper->arena);

		if (part != PART_COUNT) {
			now = part;
			own->text[now] = (struct text){ trimmed.at + bytes, 0 };
		}
		if (now == PART_COUNT && trimmed.bytes > 0)
			return paper_unreadable(paper, paper_say(paper, "answer-headings", NULL));
		if (now != PART_COUNT)
			own->text[now].bytes = (size_t)(line.at + line.bytes - own->text[now].at);
	}
	return READING_OK;
}

static enum reading take_object(struct own *own, struct paper *paper, const json_t *answer)
{
	const struct graph_question *asked = paper->question->spec;
	const char *key;
	json_t *item;
	bool any = false;

	json_object_foreach((json_t *)answer, key, item)
	{
		struct buf cleanup_buf text = BUF_INIT;
		enum part part = 0;

		while (part < PART_COUNT && !(asked->asked[part] && !strcmp(graph_part_specs[part].name, key)))
			part++;
		if (part == PART_COUNT)
			return paper_unreadable(paper,
				paper_say(paper, "answer-key",
					(struct msg_param[]){ { "key", arena_printf(paper->arena, "%.40s", key) },
						{ "known", graph_part_specs[only_part(asked)].name }, { 0 } }));
		if (!flatten(&text, item, graph_part_specs[part].form, 0) || memchr(buf_str(&text), '\0', text.len))
			return paper_unreadable(paper, paper_say(paper, "answer-json", NULL));
		own->text[part] = (struct text){ arena_memdup(paper->arena, buf_str(&text), text.len), text.len };
		any |= !is_blank(own->text[part]);
	}
	return any ? READING_OK : READING_BLANK;
}

static enum reading take_array(struct own *own, struct paper *paper, const json_t *answer)
{
	const struct graph_question *asked = paper->question->spec;
	struct buf cleanup_buf text = BUF_INIT;
	enum part part = only_part(asked);

	if (asked->count > 1 || !flatten(&text, answer, graph_part_specs[part].form, 0))
		return paper_unreadable(paper, paper_say(paper, "answer-json", NULL));
	own->text[part] = (struct text){ arena_memdup(paper->arena, buf_str(&text), text.len), text.len };
	return is_blank(own->text[part]) ? READING_BLANK : READING_OK;
}

/* Only what the starter says: nothing was filled in. */
static bool is_starter(const struct own *own, const struct graph_question *asked, struct arena *arena)
{
	struct slip slip;

	for (enum part part = 0; part < PART_COUNT; part++) {
		enum form form = graph_part_specs[part].form;
		struct vertex_texts rows;

		if (!own->text[part].at || is_blank(own->text[part]))
			continue;
		if (form != FORM_SETS && form != FORM_NUMBERS && form != FORM_LABELS)
			return false;
		if (vertex_table_read(&rows, &asked->graph->vertices, own->text[part], arena, &slip))
			return false;
		for (size_t v = 0; v < asked->graph->vertices.count; v++)
			if (rows.texts[v].bytes > 0)
				return false;
	}
	return true;
}

enum reading graph_own_open(struct own *own, struct paper *paper, const json_t *answer)
{
	const struct graph_question *asked = paper->question->spec;
	struct own *trial;
	enum reading reading;
	struct slip slip;

	if (json_is_object(answer))
		reading = take_object(own, paper, answer);
	else if (json_is_array(answer))
		reading = take_array(own, paper, answer);
	else
		reading = split(own, paper, asked);
	if (reading == READING_OK && is_starter(own, asked, paper->arena))
		return READING_BLANK;
	trial = arena_alloc(paper->arena, sizeof(*trial));
	*trial = *own;
	for (enum part part = 0; reading == READING_OK && part < PART_COUNT; part++) {
		if (!own->text[part].at || is_blank(own->text[part]) ||
			!graph_own_read(trial, part, asked, paper->arena, &slip))
			continue;
		/* A part of an object is no place of a text. */
		return paper->bytes > 0 ? paper_slip(paper, &slip, (size_t)(own->text[part].at - paper->text))
					: paper_unreadable(paper, slip.message);
	}
	return reading;
}

/* ---- one part ---- */

static int slip_here(struct slip *slip, struct text text, const char *code, struct arena *arena)
{
	const struct msg_param params[] = {
		{ "word", arena_printf(arena, "%.*s", (int)(text.bytes < 40 ? text.bytes : 0), text.at) }, { 0 }
	};

	*slip = (struct slip){ .message = msg_make(arena, &graph_kind_messages, code, params), .end = text.bytes };
	return -1;
}

static bool starts(struct text text, const char *const *words)
{
	text = text_trimmed(text);
	for (; *words; words++) {
		size_t length = strlen(*words);

		if (text.bytes >= length && !strncasecmp(text.at, *words, length) &&
			(text.bytes == length || strchr(" ,.:;", text.at[length])))
			return true;
	}
	return false;
}

static int read_number(struct own *own, struct text text, struct slip *slip, struct arena *arena)
{
	struct text trimmed = text_trimmed(text);
	const char *equals = memchr(trimmed.at, '=', trimmed.bytes);

	/* "γ = 3" */
	if (equals)
		trimmed = (struct text){ equals + 1, (size_t)(trimmed.at + trimmed.bytes - equals - 1) };
	if (!graph_weight_read(&own->number, trimmed))
		return slip_here(slip, text, "read-number", arena);
	return 0;
}

static int read_values(struct own *own, enum part part, const struct graph_question *asked, struct text text,
	struct arena *arena, struct slip *slip)
{
	if (part == PART_LEVELS && graph_levels_as_groups(text, &asked->graph->vertices)) {
		own->rows.texts = NULL;
		return graph_groups_read(&own->groups, &own->group_count, &asked->graph->vertices, text, arena, slip);
	}
	if (vertex_table_read(&own->rows, &asked->graph->vertices, text, arena, slip))
		return -1;
	for (size_t v = 0; v < asked->graph->vertices.count; v++) {
		struct text cell = own->rows.texts[v];
		struct vertex_set set;
		int64_t ignored;

		if (!cell.at || cell.bytes == 0 || graph_part_specs[part].form == FORM_LABELS)
			continue;
		if (graph_part_specs[part].form == FORM_SETS
				? vertex_set_read(&set, &asked->graph->vertices, cell, arena, slip)
				: !graph_weight_read(&ignored, cell) && !says_infinite(cell)) {
			if (graph_part_specs[part].form == FORM_NUMBERS)
				slip_here(slip, cell, "read-number", arena);
			slip->start += (size_t)(cell.at - text.at);
			slip->end += (size_t)(cell.at - text.at);
			return -1;
		}
	}
	return 0;
}

static int read_path(
	struct own *own, const struct graph_question *asked, struct text text, struct arena *arena, struct slip *slip)
{
	static const char *const none[] = { "non", "no", "aucun", "aucune", "il n’y en a pas", "il n'y en a pas",
		"il n’existe pas", "il n'existe pas", "impossible", "pas de", "none", "n'existe pas", "n’existe pas",
		NULL };

	own->none =
		starts(text, none) || (says_none(text) && vertex_find(&asked->graph->vertices, text_trimmed(text).at,
								  text_trimmed(text).bytes) == VERTEX_NONE);
	if (own->none)
		return 0;
	return path_read(&own->path, &asked->graph->vertices, text, PATH_MAX_VERTICES, arena, slip);
}

int graph_own_read(
	struct own *own, enum part part, const struct graph_question *asked, struct arena *arena, struct slip *slip)
{
	static const char *const yes[] = { "oui", "yes", "vrai", "true", "o", "1", NULL };
	static const char *const no[] = { "non", "no", "faux", "false", "n", "0", "aucun", NULL };
	struct text text = own->text[part];

	switch (graph_part_specs[part].form) {
	case FORM_MATRIX:
		return graph_matrix_cells_read(&own->cells, &asked->graph->vertices, text, arena, slip);
	case FORM_SETS:
	case FORM_NUMBERS:
	case FORM_LABELS:
		return read_values(own, part, asked, text, arena, slip);
	case FORM_NUMBER:
		return read_number(own, text, slip, arena);
	case FORM_WORD:
		own->yes = starts(text, yes);
		return own->yes || starts(text, no) ? 0 : slip_here(slip, text, "read-yes-no", arena);
	case FORM_PATH:
		return read_path(own, asked, text, arena, slip);
	case FORM_ARCS:
		return graph_read_arcs(&own->arcs, &asked->graph->vertices, text, GRAPH_ARCS_MAX, arena, slip);
	case FORM_GROUPS:
		return graph_groups_read(&own->groups, &own->group_count, &asked->graph->vertices, text, arena, slip);
	}
	return 0;
}
