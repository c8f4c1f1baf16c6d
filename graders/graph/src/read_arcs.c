/*
 * Lists of arcs: "AB:4 AC:2", "A-B (4); A→C (2)", "(A,B), (A,C)". An arc is two vertices; what follows, a weight.
 */
#include <string.h>
#include "words.h"

struct arcs_builder {
	const struct vertices *vertices;
	struct words words;
	struct arcs_reading *out;
	size_t most, weights;
	size_t pending; /* the first vertex of an arc that is not yet whole; VERTEX_NONE */
	struct text start; /* where that stands */
	bool behind; /* an arc has just ended: a weight may follow */
};

static int add_arc(struct arcs_builder *builder, size_t from, size_t to, struct text place)
{
	if (builder->out->count == builder->most)
		return words_slip(&builder->words, "arcs-too-many", place);
	builder->out->places[builder->out->count] = place;
	builder->out->arcs[builder->out->count++] = (struct arc){ from, to, GRAPH_UNIT };
	builder->pending = VERTEX_NONE;
	builder->behind = true;
	return 0;
}

static bool is_number(struct text word)
{
	for (size_t i = 0; i < word.bytes; i++)
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
	return word.bytes > 0;
}

/* A minus, as a keyboard or a word processor makes it; 0 when it is none. */
static size_t number_sign_bytes(struct text word)
{
	if (word.bytes >= 3 && !memcmp(word.at, "−", 3))
		return 3;
	return word.bytes >= 1 && word.at[0] == '-' ? 1 : 0;
}

/* The bytes of a number at `at`: sign, digits, a comma or point with digits behind it. */
static size_t number_bytes(struct text text, size_t at)
{
	size_t start = at;

	while (at < text.bytes && text.at[at] == ' ')
		at++;
	if (at + 3 <= text.bytes && !memcmp(text.at + at, "−", 3))
		at += 3;
	else if (at < text.bytes && (text.at[at] == '-' || text.at[at] == '+'))
		at++;
	size_t digits = at;
	while (at < text.bytes && text.at[at] >= '0' && text.at[at] <= '9')
		at++;
	if (at == digits)
		return 0;
	if (at + 1 < text.bytes && (text.at[at] == ',' || text.at[at] == '.') && text.at[at + 1] >= '0' &&
		text.at[at + 1] <= '9') {
		at++;
		while (at < text.bytes && text.at[at] >= '0' && text.at[at] <= '9')
			at++;
	}
	return at - start;
}

/* A weight from byte `at` on goes to the last arc. */
static int take_weight(struct arcs_builder *builder, size_t at, struct text place)
{
	struct words *words = &builder->words;
	size_t bytes = number_bytes(words->text, at);
	struct arc *arc = &builder->out->arcs[builder->out->count - 1];

	if (bytes == 0 || !graph_weight_read(&arc->weight, (struct text){ words->text.at + at, bytes }))
		return words_slip(words, "arc-weight", place);
	words->at = at + bytes;
	builder->weights++;
	builder->behind = false;
	return 0;
}

static int add_name(struct arcs_builder *builder, struct text word)
{
	size_t *found = arena_array(builder->words.arena, word.bytes + 1, sizeof(*found)), count;
	bool behind = builder->behind;

	if (behind && is_number(word) && vertex_find(builder->vertices, word.at, word.bytes) == VERTEX_NONE)
		return take_weight(builder, (size_t)(word.at - builder->words.text.at), word);
	builder->behind = false;
	count = word_vertices(found, builder->vertices, word, builder->words.arena);
	if (count == 0)
		return words_slip_known(&builder->words, "unknown-vertex", word, builder->vertices);
	if (count > 2 || (count == 2 && builder->pending != VERTEX_NONE))
		return words_slip(&builder->words, "arc-two-ends", word);
	if (count == 2)
		return add_arc(builder, found[0], found[1], word);
	if (builder->pending == VERTEX_NONE) {
		builder->pending = found[0];
		builder->start = word;
		return 0;
	}
	word.bytes = (size_t)(word.at + word.bytes - builder->start.at);
	word.at = builder->start.at;
	return add_arc(builder, builder->pending, found[0], word);
}

static int take_word(struct arcs_builder *builder, struct text word)
{
	struct words *words = &builder->words;
	size_t after = (size_t)(word.at + word.bytes - words->text.at);

	switch (words->kind) {
	case WORD_NAME:
		return add_name(builder, word);
	case WORD_COLON:
		if (!builder->behind)
			return words_slip(words, "arc-two-ends", word);
		return take_weight(builder, after, word);
	case WORD_BRACKET:
		/* "AB (4)", and "AB (A, C)" is two arcs of which one is a couple */
		if (builder->behind && word.at[0] == '(' && number_bytes(words->text, after) > 0) {
			size_t end = after + number_bytes(words->text, after);

			while (end < words->text.bytes && words->text.at[end] == ' ')
				end++;
			if (end < words->text.bytes && words->text.at[end] == ')')
				return take_weight(builder, after, word);
		}
		return 0;
	case WORD_JOINT:
		/* "AB -2": a minus. */
		if (builder->behind && word.bytes == number_sign_bytes(word) && after < words->text.bytes &&
			is_number((struct text){ words->text.at + after, 1 }) &&
			vertex_find(builder->vertices, words->text.at + after, 1) == VERTEX_NONE)
			return take_weight(builder, after - word.bytes, word);
		return 0;
	case WORD_OTHER:
		return words_slip(words, "arc-sign", word);
	case WORD_LINE:
		if (builder->pending != VERTEX_NONE)
			return words_slip(words, "arc-two-ends", builder->start);
		return 0;
	default:
		return 0;
	}
}

int graph_read_arcs(struct arcs_reading *out, const struct vertices *vertices, struct text text, size_t most,
	struct arena *arena, struct slip *slip)
{
	struct arcs_builder builder = { .vertices = vertices,
		.words = { text, 0, arena, slip, WORD_END },
		.out = out,
		.most = most,
		.pending = VERTEX_NONE };
	struct text word;

	*out = (struct arcs_reading){ arena_array(arena, most + 1, sizeof(*out->arcs)),
		arena_array(arena, most + 1, sizeof(*out->places)), 0, false };
	if (says_none(text))
		return 0;
	while (words_next(&builder.words, &word))
		if (take_word(&builder, word))
			return -1;
	if (builder.pending != VERTEX_NONE)
		return words_slip(&builder.words, "arc-two-ends", builder.start);
	if (builder.weights > 0 && builder.weights < out->count)
		return words_slip(&builder.words, "arcs-half-weighted", (struct text){ text.at, 0 });
	out->weighted = builder.weights > 0;
	return 0;
}
