/* Inside the readers: a text, a place in it, and the signs that may stand there. */
#pragma once
#include "sets/read.h"

enum sign {
	SIGN_NONE,
	SIGN_END,
	SIGN_BRACE_OPEN,
	SIGN_BRACE_CLOSE,
	SIGN_OPEN, /* ( */
	SIGN_CLOSE,
	SIGN_BRACKET_LEFT, /* [ */
	SIGN_BRACKET_RIGHT, /* ] */
	SIGN_WHOLE_OPEN, /* ⟦ */
	SIGN_WHOLE_CLOSE,
	SIGN_SEMICOLON,
	SIGN_COMMA,
	SIGN_EMPTY,
	SIGN_INFINITY,
	SIGN_UNION,
	SIGN_INTERSECTION,
	SIGN_MINUS,
	SIGN_SYMMETRIC,
	SIGN_PRODUCT,
	SIGN_COMPLEMENT,
	SIGN_PRIME, /* a complement behind its set */
	SIGN_POWER,
	SIGN_LINE, /* ℝ */
	SIGN_BAR, /* | */
	SIGN_CARD, /* # */
	SIGN_OVERLINE, /* \overline */
	SIGN_ARROW,
	SIGN_ALGEBRA /* + . = < > : nothing between sets */
};

enum { TYPED_DEPTH_MAX = 2 * SET_DEPTH_MAX };

struct typed {
	const char *text;
	size_t bytes, at;
	const struct set_words *words;
	struct arena *arena;
	struct slip *slip;
	unsigned depth;
	const struct element *twice;
	bool infinity_closed;
	size_t made; /* elements of whole intervals: a few characters make many, so all of a text have one cap */
};

void typed_blanks(struct typed *typed);
/* The sign at this place, blanks before it read over (they stay read); its length in *used. */
enum sign typed_sign(struct typed *typed, size_t *used);
/* Reads it over when it is this one. */
bool typed_take(struct typed *typed, enum sign sign);
/* The same for a sign that may also be a letter or a word between two operands: U, inter, x. */
enum sign typed_operator(struct typed *typed, size_t *used);
/* A declared name of a set, read over; NULL. A bar on it comes as *barred. */
const char *typed_name(struct typed *typed, bool *barred);
/* A word of letters at this place that is one of these (NULL-terminated, small letters); read over. */
bool typed_word(struct typed *typed, const char *const *words);
/* Where the bracket that is open here closes, or the end; *semicolon: one stands directly in it; *commas: how many do. */
size_t typed_level(const struct typed *typed, enum sign close, bool *semicolon, size_t *commas);

int typed_slip(struct typed *typed, size_t start, size_t end, const char *code, const char *sign);
int typed_slip_here(struct typed *typed, const char *code); /* at the character or word that stands here */
int typed_enter(struct typed *typed); /* one level deeper; -1 and a slip */
void typed_leave(struct typed *typed);

/* read_element.c: what stands between braces. `commas`: they separate. */
int typed_element(struct typed *typed, bool commas, const struct element **out);
int typed_elements(struct typed *typed, enum sign close, const struct element ***out, size_t *count);
int typed_braces(struct typed *typed, const struct element **out); /* behind { */
/* read_interval.c: behind the bracket. */
int typed_interval(struct typed *typed, bool closed, struct set_value *out);
int typed_whole_interval(struct typed *typed, struct set_value *out);
