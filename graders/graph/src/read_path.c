/*
 * Paths and sets of vertices. What joins the vertices says nothing: the list of names does.
 */
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "words.h"

enum { LABEL_WORDS_MAX = 6, PATHS_MAX = 400 };

static bool is_word(struct text word, const char *const *list)
{
	for (; *list; list++)
		if (strlen(*list) == word.bytes && !strncasecmp(*list, word.at, word.bytes))
			return true;
	return false;
}

static bool is_filler(struct text word)
{
	static const char *const fillers[] = { "le", "un", "chemin", "chemins", "circuit", "cycle", "chaîne", "chaine",
		"plus", "court", "long", "critique", "hamiltonien", "eulérien", "eulerien", "est", "path", "the", "is",
		"et", "and", "puis", "ou", NULL };

	return is_word(word, fillers);
}

/* Where a label ends, "chemin critique :", "P = "; 0 where there is none. */
static size_t label_end(const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct words words = { text, 0, arena, slip, WORD_END };
	size_t *found = arena_array(arena, text.bytes + 1, sizeof(*found));
	size_t names = 0, vertex_names = 0, last = 0;
	struct text word;

	while (names <= LABEL_WORDS_MAX && words_next(&words, &word)) {
		if (words.kind == WORD_COLON)
			return names > 0 && ((names == 1 && last < 2) || vertex_names < names) ? words.at : 0;
		if (words.kind != WORD_NAME)
			return 0;
		names++;
		last = word_vertices(found, vertices, word, arena);
		vertex_names += last > 0;
	}
	return 0;
}

struct path_builder {
	const struct vertices *vertices;
	struct words words;
	size_t *list;
	size_t count, most;
};

static int add_word(struct path_builder *builder, struct text word)
{
	size_t *found = arena_array(builder->words.arena, word.bytes + 1, sizeof(*found));
	size_t count = word_vertices(found, builder->vertices, word, builder->words.arena);

	if (count == 0 && is_filler(word))
		return 0;
	if (count == 0)
		return words_slip_known(&builder->words, "unknown-vertex", word, builder->vertices);
	if (count > builder->most - builder->count)
		return words_slip(&builder->words, "path-too-long", word);
	memcpy(builder->list + builder->count, found, count * sizeof(*found));
	builder->count += count;
	return 0;
}

int path_read(struct path *out, const struct vertices *vertices, struct text text, size_t most, struct arena *arena,
	struct slip *slip)
{
	struct path_builder builder = { vertices, { text, 0, arena, slip, WORD_END }, NULL, 0, most };
	struct text word;

	builder.list = arena_array(arena, most + 1, sizeof(*builder.list));
	builder.words.at = label_end(vertices, text, arena, slip);
	*out = (struct path){ builder.list, 0, { text.at + text.bytes, 0 } };
	while (words_next(&builder.words, &word)) {
		bool behind =
			builder.words.kind == WORD_COLON || (builder.words.kind == WORD_BRACKET && word.at[0] == '(');
		if (behind && builder.count > 1) {
			out->rest = (struct text){ word.at, (size_t)(text.at + text.bytes - word.at) };
			break;
		}
		if (builder.words.kind == WORD_OTHER || builder.words.kind == WORD_COLON)
			return words_slip(&builder.words, "path-sign", word);
		if (builder.words.kind == WORD_NAME && add_word(&builder, word))
			return -1;
	}
	out->count = builder.count;
	return 0;
}

const char *graph_path_text(
	const struct vertices *vertices, const struct path *path, bool directed, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < path->count; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : directed ? " → " : " – ", vertices->names[path->at[i]]);
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- several paths ---- */

/* Pieces of a text between ends of line, or between commas and semicolons that stand in no bracket. */
struct pieces {
	struct text list[PATHS_MAX];
	size_t count;
	bool joints, commas; /* at the top there are … */
};

static bool cut(struct pieces *out, struct text text, bool commas, struct words *words)
{
	struct text word, piece = { text.at, 0 };
	int depth = 0;

	*words = (struct words){ text, 0, words->arena, words->slip, WORD_END };
	out->count = 0;
	out->joints = out->commas = false;
	while (words_next(words, &word)) {
		if (words->kind == WORD_BRACKET)
			depth += strchr("([{", word.at[0]) ? 1 : -1;
		out->joints |= words->kind == WORD_JOINT;
		out->commas |= words->kind == WORD_COMMA && depth <= 0;
		if (words->kind != WORD_LINE && !(commas && words->kind == WORD_COMMA && depth <= 0))
			continue;
		piece.bytes = (size_t)(word.at - piece.at);
		if (out->count == PATHS_MAX)
			return false;
		if (text_trimmed(piece).bytes > 0)
			out->list[out->count++] = piece;
		piece = (struct text){ word.at + word.bytes, 0 };
	}
	piece.bytes = (size_t)(text.at + text.bytes - piece.at);
	if (out->count == PATHS_MAX)
		return false;
	if (text_trimmed(piece).bytes > 0)
		out->list[out->count++] = piece;
	return true;
}

/* Braces around all of it. */
static struct text without_braces(struct text text)
{
	struct text inside = text_trimmed(text);

	if (inside.bytes >= 2 && inside.at[0] == '{' && inside.at[inside.bytes - 1] == '}')
		return (struct text){ inside.at + 1, inside.bytes - 2 };
	return text;
}

static int read_piece(struct path *out, const struct vertices *vertices, struct text text, struct text piece,
	size_t most, struct words *words)
{
	if (path_read(out, vertices, piece, most, words->arena, words->slip) == 0)
		return 0;
	words->slip->start += (size_t)(piece.at - text.at);
	words->slip->end += (size_t)(piece.at - text.at);
	return -1;
}

int paths_read(struct path **out, size_t *count, const struct vertices *vertices, struct text text, size_t most,
	struct arena *arena, struct slip *slip)
{
	struct pieces *pieces = arena_alloc(arena, sizeof(*pieces));
	struct words words = { text, 0, arena, slip, WORD_END };
	struct text inside = without_braces(text);
	bool whole = true, fits = cut(pieces, inside, false, &words);

	*count = 0;
	*out = arena_array(arena, PATHS_MAX + 1, sizeof(**out));
	if (fits && pieces->commas) {
		fits = cut(pieces, inside, true, &words);
		/* "A, B, C" is one path. */
		for (size_t i = 0; fits && i < pieces->count && !pieces->joints && pieces->commas; i++) {
			struct path one;

			whole &= path_read(&one, vertices, pieces->list[i], most, arena, slip) == 0 && one.count < 2;
		}
		if (fits && whole && !pieces->joints)
			fits = cut(pieces, inside, false, &words);
	}
	if (!fits)
		return words_slip(&words, "paths-too-many", (struct text){ text.at, 0 });
	for (size_t i = 0; i < pieces->count; i++) {
		struct path *path = &(*out)[*count];

		if (read_piece(path, vertices, text, pieces->list[i], most, &words))
			return -1;
		*count += path->count > 0;
	}
	return 0;
}

/* ---- sets ---- */

int vertex_set_read(struct vertex_set *out, const struct vertices *vertices, struct text text, struct arena *arena,
	struct slip *slip)
{
	struct words words = { text, 0, arena, slip, WORD_END };
	size_t *found = arena_array(arena, text.bytes + 1, sizeof(*found));
	struct text word;

	*out = (struct vertex_set){ 0 };
	if (says_none(text) && vertex_find(vertices, text_trimmed(text).at, text_trimmed(text).bytes) == VERTEX_NONE)
		return 0;
	while (words_next(&words, &word)) {
		if (words.kind == WORD_OTHER || words.kind == WORD_COLON)
			return words_slip(&words, "set-sign", word);
		if (words.kind != WORD_NAME)
			continue;
		size_t count = word_vertices(found, vertices, word, arena);
		if (count == 0 && !is_filler(word))
			return words_slip_known(&words, "unknown-vertex", word, vertices);
		for (size_t i = 0; i < count; i++)
			vertex_put(out, found[i]);
	}
	return 0;
}
