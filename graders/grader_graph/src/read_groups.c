/* Vertices in groups: "{A} ; {B, C}", a line for each, "niveau 0 : A", "A | B, C". */
#include <string.h>
#include <strings.h>
#include "question.h"

enum { GROUPS_MAX = GRAPH_VERTICES_MAX };

/* "niveau 0", "N1", "rang 2", "L0", "0": the name of a level and no vertex. */
static bool is_level_name(struct text name, const struct vertices *vertices)
{
	static const char *const words[] = { "niveau", "niv", "rang", "level", "n", "r", "l", "", NULL };

	name = text_trimmed(name);
	if (name.bytes == 0 || vertex_find(vertices, name.at, name.bytes) != VERTEX_NONE)
		return false;
	for (const char *const *word = words; *word; word++) {
		size_t at = strlen(*word);

		if (name.bytes <= at || strncasecmp(name.at, *word, at) != 0)
			continue;
		while (at < name.bytes && strchr(" _.", name.at[at]))
			at++;
		if (at < name.bytes && strspn(name.at + at, "0123456789") >= name.bytes - at)
			return true;
	}
	return false;
}

static struct text before_colon(struct text line)
{
	const char *colon = memchr(line.at, ':', line.bytes);

	if (!colon)
		colon = memchr(line.at, '=', line.bytes);
	return (struct text){ line.at, colon ? (size_t)(colon - line.at) : 0 };
}

bool graph_levels_as_groups(struct text text, const struct vertices *vertices)
{
	text = text_trimmed(text);
	const char *end = memchr(text.at, '\n', text.bytes);
	struct text line = { text.at, end ? (size_t)(end - text.at) : text.bytes };

	return is_level_name(before_colon(line), vertices);
}

/* Where one group ends: a closing brace where there are braces, else the strongest separator that is there. */
static const char *separators(struct text text)
{
	if (memchr(text.at, '{', text.bytes))
		return "}";
	if (memchr(text_trimmed(text).at, '\n', text_trimmed(text).bytes))
		return "\n\r";
	if (memchr(text.at, '|', text.bytes))
		return "|";
	if (memchr(text.at, '/', text.bytes))
		return "/";
	return memchr(text.at, ';', text.bytes) ? ";" : "\n\r";
}

int graph_groups_read(const struct vertex_set **out, size_t *count, const struct vertices *vertices, struct text text,
	struct arena *arena, struct slip *slip)
{
	struct vertex_set *list = arena_array(arena, GROUPS_MAX, sizeof(*list));
	const char *stops = separators(text), *end = text.at + text.bytes;

	*out = list;
	*count = 0;
	for (const char *at = text.at; at < end;) {
		const char *stop = at, *start = at;

		while (stop < end && !strchr(stops, *stop))
			stop++;
		struct text piece = { at, (size_t)(stop - at) };
		struct text label = before_colon(piece);
		at = stop + 1;
		if (label.bytes > 0)
			start = label.at + label.bytes + 1;
		else if (*stops == '}' && memchr(piece.at, '{', piece.bytes))
			start = (const char *)memchr(piece.at, '{', piece.bytes) + 1;
		piece = (struct text){ start, (size_t)(stop - start) };
		if (text_trimmed(piece).bytes == 0)
			continue;
		if (vertex_set_read(&list[*count], vertices, piece, arena, slip)) {
			slip->start += (size_t)(start - text.at);
			slip->end += (size_t)(start - text.at);
			return -1;
		}
		if (vertex_set_count(list[*count]) > 0 && ++*count == GROUPS_MAX)
			break;
	}
	return 0;
}
