/* A text as names, joints (arrows and dashes), separators, brackets and numbers. */
#pragma once
#include "graph/read.h"

enum word_kind {
	WORD_END,
	WORD_NAME, /* letters and digits */
	WORD_JOINT, /* - – → -> > ⟶ */
	WORD_COMMA, /* , ; */
	WORD_LINE, /* end of line */
	WORD_BRACKET, /* ( ) { } [ ] */
	WORD_COLON, /* : = */
	WORD_BAR, /* | */
	WORD_OTHER,
};

struct words {
	struct text text;
	size_t at;
	struct arena *arena;
	struct slip *slip;
	enum word_kind kind; /* of the word that was last given */
};

bool rune_is_name(int32_t rune);
/* The next word, blanks (but ends of line) read over; false at the end. */
bool words_next(struct words *words, struct text *word);
/* Sets the slip to the place of `word`; -1. {word} is its text, {known} the names when `vertices` were given. */
int words_slip(struct words *words, const char *code, struct text word);
int words_slip_known(struct words *words, const char *code, struct text word, const struct vertices *vertices);
/* Takes a word apart into names of vertices; `out` has room for as many as the word has bytes, and one. 0 when it cannot
 * be done, or in more than one way. */
size_t word_vertices(size_t *out, const struct vertices *vertices, struct text word, struct arena *arena);
