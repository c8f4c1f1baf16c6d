/*
 * Reading the answer to a map: the parts of a text under their headings, and JSON, which is written out as such a text,
 * so that there is one reader.
 */
#include <string.h>
#include <strings.h>
#include "formula.h"
#include "grid_words.h"
#include "map.h"

static const struct {
	const char *word;
	enum map_part part;
} headings[] = {
	{ "grille", PART_GRID },
	{ "tableau", PART_GRID },
	{ "grid", PART_GRID },
	{ "map", PART_GRID },
	{ "groupes", PART_GROUPS },
	{ "groupements", PART_GROUPS },
	{ "regroupements", PART_GROUPS },
	{ "groups", PART_GROUPS },
	{ "expression", PART_EXPRESSION },
	{ "formule", PART_EXPRESSION },
	{ "formula", PART_EXPRESSION },
};

struct part_text {
	bool there;
	size_t start, end;
};
struct parts {
	struct part_text list[PART_COUNT];
	enum map_part current;
};

const char *map_part_code(enum map_part part)
{
	static const char *const codes[] = { "part-grid", "part-groups", "part-expression" };

	return codes[part];
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Where the content of a heading's line begins: behind its colon; without one an expression may follow the word, and a
 * remark in parentheses, while the other parts begin on the next line. */
static size_t content_of(const char *text, enum map_part part, size_t at, size_t end)
{
	int depth = 0;

	for (size_t i = at; i < end; i++) {
		depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
		if (text[i] == ':' && depth <= 0)
			return i + 1;
	}
	if (part != PART_EXPRESSION)
		return end;
	while (at < end && text[at] == ' ')
		at++;
	if (at < end && text[at] == '(') {
		while (at < end && text[at] != ')')
			at++;
		at += at < end;
	}
	return at;
}

/* Does the line begin with the heading of a part? *content is where its text begins. */
static bool heading_at(const char *text, size_t start, size_t end, enum map_part *part, size_t *content)
{
	size_t at = start, length;

	while (at < end && (text[at] == '#' || text[at] == '*' || text[at] == ' ' || text[at] == '\t'))
		at++;
	for (length = 0; at + length < end && is_letter(text[at + length]);)
		length++;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		if (strlen(headings[i].word) != length || strncasecmp(text + at, headings[i].word, length) != 0)
			continue;
		*part = headings[i].part;
		*content = content_of(text, *part, at + length, end);
		while (*content < end && text[*content] == '*')
			(*content)++;
		return true;
	}
	return false;
}

/* "E = …": the expression, with or without a heading. */
static bool is_equation(const char *text, size_t start, size_t end, const char *name)
{
	size_t length = strlen(name);

	while (start < end && (text[start] == ' ' || text[start] == '\t'))
		start++;
	if (end - start < length || strncmp(text + start, name, length) != 0)
		return false;
	start += length;
	while (start < end && (text[start] == ' ' || text[start] == '\t'))
		start++;
	return start < end && text[start] == '=';
}

static bool is_blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_blank_line(const char *text, size_t start, size_t end)
{
	while (start < end && is_blank_byte(text[start]))
		start++;
	return start == end;
}

static enum map_part first_asked(const struct map_question *asked)
{
	enum map_part part = PART_GRID;

	while (part < PART_EXPRESSION && !asked->asked[part])
		part++;
	return part;
}

static bool begin(struct parts *parts, enum map_part part, size_t line, size_t content)
{
	if (parts->list[parts->current].there && parts->list[parts->current].end == SIZE_MAX)
		parts->list[parts->current].end = line;
	if (parts->list[part].there)
		return false;
	parts->list[part] = (struct part_text){ true, content, SIZE_MAX };
	parts->current = part;
	return true;
}

static enum reading part_twice(struct paper *paper, enum map_part part, size_t at)
{
	struct msg_text name = grid_say(paper->arena, map_part_code(part), NULL);
	struct slip slip = { .start = at, .end = at };

	slip.message = grid_say_both(paper->arena, "part-twice", (struct msg_param[]){ { "part", name.fr }, { 0 } },
		(struct msg_param[]){ { "part", name.en }, { 0 } });
	return paper_slip(paper, &slip, 0);
}

static enum reading find_parts(struct parts *out, struct paper *paper, const struct map_question *asked)
{
	const char *text = paper->text;
	size_t start = 0;

	*out = (struct parts){ .current = first_asked(asked) };
	while (start < paper->bytes) {
		const char *newline = memchr(text + start, '\n', paper->bytes - start);
		size_t end = newline ? (size_t)(newline - text) : paper->bytes, content = start;
		enum map_part part = out->current;
		bool heading = heading_at(text, start, end, &part, &content);

		if (!heading && out->current != PART_EXPRESSION && asked->asked[PART_EXPRESSION] &&
			is_equation(text, start, end, asked->shared.name)) {
			heading = true;
			part = PART_EXPRESSION;
		}
		if (!heading && !out->list[out->current].there)
			heading = !is_blank_line(text, start, end); /* what stands before any heading */
		if (heading && !begin(out, part, start, content))
			return part_twice(paper, part, start);
		start = end + 1;
	}
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (out->list[i].end > paper->bytes)
			out->list[i].end = paper->bytes;
	}
	return READING_OK;
}

static enum reading read_expression(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, struct part_text part)
{
	const char *text = paper->text;
	size_t start = part.start, end = part.end, length = strlen(asked->shared.name);

	while (start < end && is_blank_byte(text[start]))
		start++;
	while (end > start && is_blank_byte(text[end - 1]))
		end--;
	if (is_equation(text, start, end, asked->shared.name)) {
		size_t at = start + length;

		while (text[at] != '=')
			at++;
		if (at + 1 == end)
			return READING_BLANK;
	}
	if (start == end)
		return READING_BLANK;
	return paper_formula(paper, &asked->shared, start, end - start, &out->expr);
}

static enum reading read_part(struct map_answer *out, struct paper *paper, const struct map_question *asked,
	enum map_part part, struct part_text text)
{
	if (part == PART_GRID)
		return map_read_grid(out, paper, asked, text.start, text.end);
	if (part == PART_GROUPS)
		return map_read_groups(out, paper, asked, text.start, text.end);
	return read_expression(out, paper, asked, text);
}

static enum reading read_text(struct map_answer *out, struct paper *paper, const struct map_question *asked)
{
	struct parts parts;
	enum reading reading = find_parts(&parts, paper, asked);
	bool any = false;

	for (enum map_part part = PART_GRID; part < PART_COUNT && reading != READING_UNREADABLE; part++) {
		if (!asked->asked[part] || !parts.list[part].there)
			continue;
		reading = read_part(out, paper, asked, part, parts.list[part]);
		out->given[part] = reading == READING_OK;
		any |= out->given[part];
	}
	if (reading == READING_UNREADABLE)
		return reading;
	return any ? READING_OK : READING_BLANK;
}

/* ---- JSON ---- */

static void add_line(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		buf_addch(out, (unsigned char)*text < ' ' ? ' ' : *text);
}

static bool add_grid(struct buf *out, const json_t *grid, struct arena *arena)
{
	buf_addstr(out, "Grille\n");
	if (json_is_string(grid)) {
		buf_printf(out, "%s\n", json_string_value(grid));
		return true;
	}
	for (size_t i = 0; i < json_array_size(grid); i++) {
		const json_t *line = json_array_get(grid, i);

		for (size_t j = 0; j < json_array_size(line); j++) {
			const json_t *value = json_array_get(line, j);
			bool blank = grid_json_cell(value) == CELL_BLANK;

			buf_printf(out, "|%s", blank ? "." : grid_json_text(arena, value));
		}
		buf_addstr(out, json_array_size(line) > 0 ? "\n" : "?\n");
	}
	return json_is_array(grid);
}

/* Nothing but empty texts, as a page hands in a line that nobody filled. */
static bool is_empty_group(const json_t *group)
{
	if (json_is_string(group))
		return *json_string_value(group) == '\0';
	for (size_t i = 0; i < json_array_size(group); i++) {
		if (json_string_length(json_array_get(group, i)) > 0 || !json_is_string(json_array_get(group, i)))
			return false;
	}
	return true;
}

static bool add_groups(struct buf *out, const json_t *groups)
{
	buf_addstr(out, "Groupes\n");
	for (size_t i = 0; i < json_array_size(groups); i++) {
		const json_t *group = json_array_get(groups, i);

		if (!json_is_string(group) && !json_is_array(group))
			return false;
		if (is_empty_group(group))
			continue;
		buf_addstr(out, "- ");
		add_line(out, json_is_string(group) ? json_string_value(group) : "");
		for (size_t j = 0; j < json_array_size(group); j++) {
			if (!json_is_string(json_array_get(group, j)))
				return false;
			buf_addstr(out, " ");
			add_line(out, json_string_value(json_array_get(group, j)));
		}
		buf_addch(out, '\n');
	}
	if (json_array_size(groups) == 0)
		buf_addstr(out, "aucun\n");
	return json_is_array(groups);
}

static bool add_part(struct buf *out, const char *key, const json_t *value, struct arena *arena)
{
	if (json_is_null(value))
		return true;
	if (!strcmp(key, "grid"))
		return add_grid(out, value, arena);
	if (!strcmp(key, "groups"))
		return add_groups(out, value);
	if (strcmp(key, "expression") != 0 || !json_is_string(value))
		return false;
	buf_addstr(out, "Expression : ");
	add_line(out, json_string_value(value));
	buf_addch(out, '\n');
	return true;
}

static enum reading read_json(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, const json_t *answer)
{
	struct buf cleanup_buf text = BUF_INIT_MAX(PAPER_BYTES_MAX);
	bool fine = true;
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)answer, key, value) fine &= add_part(&text, key, value, paper->arena);
	if (!fine)
		return paper_unreadable(paper, grid_say(paper->arena, "map-json", NULL));
	if (buf_overflowed(&text))
		return paper_unreadable(paper, grid_say(paper->arena, "table-too-long", NULL));
	paper->text = arena_memdup(paper->arena, buf_str(&text), text.len);
	paper->bytes = text.len;
	return read_text(out, paper, asked);
}

enum reading map_read(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, const json_t *answer)
{
	*out = (struct map_answer){ .usual = true };
	return json_is_object(answer) ? read_json(out, paper, asked, answer) : read_text(out, paper, asked);
}
