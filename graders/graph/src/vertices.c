/*
 * Names of vertices, and the vertex that a word means: people type a small letter, an accent less, an index as a digit.
 */
#include <string.h>
#include "base/utf8.h"
#include "words.h"

enum { NAME_RUNES_MAX = 24, RUN_MAX = 400 };

/* Letters with accents, by what they are without; both cases at once. */
static int32_t plain_letter(int32_t rune)
{
	static const struct {
		int32_t first, last;
		char plain;
	} rows[] = { { 0xe0, 0xe5, 'a' }, { 0xe7, 0xe7, 'c' }, { 0xe8, 0xeb, 'e' }, { 0xec, 0xef, 'i' },
		{ 0xf1, 0xf1, 'n' }, { 0xf2, 0xf6, 'o' }, { 0xf9, 0xfc, 'u' }, { 0xff, 0xff, 'y' } };

	if (rune >= 'A' && rune <= 'Z')
		return rune - 'A' + 'a';
	if (rune >= 0xc0 && rune <= 0xde)
		rune += 0x20;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rune >= rows[i].first && rune <= rows[i].last)
			return rows[i].plain;
	if (rune >= 0x2080 && rune <= 0x2089)
		return '0' + (rune - 0x2080);
	/* Greek capitals. */
	if (rune >= 0x391 && rune <= 0x3a9)
		return rune + 0x20;
	return rune;
}

bool rune_is_name(int32_t rune)
{
	return (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
	       rune == '_' || rune == '\'' || rune == 0x2019 || rune == 0x2032 ||
	       (rune >= 0xc0 && rune <= 0x24f && rune != 0xd7 && rune != 0xf7) || (rune >= 0x391 && rune <= 0x3c9) ||
	       (rune >= 0x2080 && rune <= 0x2089);
}

/* A word as it is compared; 0 where it has more than `most` characters. */
static size_t fold(int32_t *out, size_t most, bool exactly, const char *word, size_t bytes)
{
	size_t count = 0, used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(word + at, bytes - at, &used);

		if (rune < 0 || count == most)
			return 0;
		if (rune == '_' || utf8_is_invisible(rune))
			continue;
		if (rune == 0x2019 || rune == 0x2032)
			rune = '\'';
		/* A letter and an accent that stands apart. */
		if (rune >= 0x300 && rune <= 0x327 && count > 0)
			continue;
		out[count++] = exactly ? rune : plain_letter(rune);
	}
	return count;
}

size_t vertex_find(const struct vertices *vertices, const char *word, size_t bytes)
{
	int32_t wanted[NAME_RUNES_MAX], folded[NAME_RUNES_MAX];
	size_t count, found = VERTEX_NONE;

	for (size_t v = 0; v < vertices->count; v++)
		if (strlen(vertices->names[v]) == bytes && !memcmp(vertices->names[v], word, bytes))
			return v;
	count = fold(wanted, NAME_RUNES_MAX, false, word, bytes);
	for (size_t v = 0; count > 0 && v < vertices->count; v++) {
		const char *name = vertices->names[v];

		if (fold(folded, NAME_RUNES_MAX, false, name, strlen(name)) != count ||
			memcmp(folded, wanted, count * sizeof(*folded)) != 0)
			continue;
		/* "a" and "A" are both vertices: neither is meant by "À". */
		if (found != VERTEX_NONE)
			return VERTEX_NONE;
		found = v;
	}
	return found;
}

/* Each name, as it is compared. */
struct folded {
	int32_t runes[NAME_RUNES_MAX];
	size_t count;
};

/* The vertex whose name ends the first `end` runes and starts where a way ends; more than one counts in *ways. */
struct run {
	const struct folded *names;
	size_t names_count;
	int32_t runes[RUN_MAX];
	unsigned char ways[RUN_MAX + 1]; /* up to two */
	size_t last[RUN_MAX + 1];
};

static void extend(struct run *run, size_t end)
{
	for (size_t v = 0; v < run->names_count; v++) {
		const struct folded *name = &run->names[v];

		if (name->count == 0 || name->count > end || !run->ways[end - name->count] ||
			memcmp(run->runes + end - name->count, name->runes, name->count * sizeof(int32_t)) != 0)
			continue;
		run->ways[end] = (unsigned char)(run->ways[end] + run->ways[end - name->count] > 1 ? 2 : 1);
		run->last[end] = v;
	}
}

/* Every name folded; false where two of them are then the same. */
static bool fold_names(struct folded *out, const struct vertices *vertices, bool exactly)
{
	bool apart = true;

	for (size_t v = 0; v < vertices->count; v++) {
		const char *name = vertices->names[v];

		out[v].count = fold(out[v].runes, NAME_RUNES_MAX, exactly, name, strlen(name));
		for (size_t w = 0; w < v; w++)
			apart &= out[v].count != out[w].count ||
				 memcmp(out[v].runes, out[w].runes, out[v].count * sizeof(int32_t)) != 0;
	}
	return apart;
}

size_t word_vertices(size_t *out, const struct vertices *vertices, struct text word, struct arena *arena)
{
	struct folded *names;
	struct run *run;
	size_t length, count = 0;

	out[0] = vertex_find(vertices, word.at, word.bytes);
	if (out[0] != VERTEX_NONE)
		return 1;
	run = arena_alloc(arena, sizeof(*run));
	names = arena_array(arena, vertices->count + 1, sizeof(*names));
	bool exactly = !fold_names(names, vertices, false);
	if (exactly)
		fold_names(names, vertices, true);
	length = fold(run->runes, RUN_MAX, exactly, word.at, word.bytes);
	run->names = names;
	run->names_count = vertices->count;
	run->ways[0] = 1;
	for (size_t end = 1; end <= length; end++)
		extend(run, end);
	if (length == 0 || run->ways[length] != 1)
		return 0;
	for (size_t end = length; end > 0; end -= names[run->last[end]].count)
		out[count++] = run->last[end];
	for (size_t i = 0; i < count / 2; i++) {
		size_t other = out[i];

		out[i] = out[count - 1 - i];
		out[count - 1 - i] = other;
	}
	return count;
}

static int take_name(struct vertices *out, const char **names, struct text word, struct words *words)
{
	for (size_t i = 0; i < out->count; i++)
		if (strlen(names[i]) == word.bytes && !memcmp(names[i], word.at, word.bytes))
			return words_slip(words, "vertex-twice", word);
	if (out->count == GRAPH_VERTICES_MAX)
		return words_slip(words, "vertices-too-many", word);
	if (utf8_length(word.at, word.bytes) > NAME_RUNES_MAX)
		return words_slip(words, "vertex-too-long", word);
	names[out->count++] = arena_memdup(words->arena, word.at, word.bytes);
	return 0;
}

/* One word of capitals alone is as many vertices of a letter each. */
static bool is_run(struct text text)
{
	size_t used;

	for (size_t at = 0; at < text.bytes; at += used) {
		int32_t rune = utf8_next(text.at + at, text.bytes - at, &used);

		if (!((rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z')))
			return false;
	}
	return true;
}

int vertices_read(struct vertices *out, struct text text, struct arena *arena, struct slip *slip)
{
	struct words words = { text, 0, arena, slip, WORD_END };
	const char **names = arena_array(arena, GRAPH_VERTICES_MAX + 1, sizeof(*names));
	struct text trimmed = text_trimmed(text), word;

	*out = (struct vertices){ names, 0 };
	if (trimmed.bytes > 0 && is_run(trimmed)) {
		for (size_t i = 0; i < trimmed.bytes; i++)
			if (take_name(out, names, (struct text){ trimmed.at + i, 1 }, &words))
				return -1;
		return 0;
	}
	while (words_next(&words, &word)) {
		if (words.kind == WORD_OTHER)
			return words_slip(&words, "vertex-name", word);
		if (words.kind == WORD_NAME && take_name(out, names, word, &words))
			return -1;
	}
	return out->count > 0 ? 0 : words_slip(&words, "vertices-missing", text);
}
