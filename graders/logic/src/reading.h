/*
 * Inside the reader: text becomes signs (read_sign.c), signs become tokens (read_lex.c, with the names of read_name.c and
 * the words and symbols of read_word.c), tokens become a tree (read.c).
 *
 * Tokens are made one by one as the parser asks, so that the first slip from the left is the one that is told and that
 * nothing is read beyond it.
 */
#pragma once
#include "logic/read.h"

enum { NAME_RUNES_MAX = 32 };

/* A character as people see it: a letter and its marks, folded to what it stands for (full width, mathematical italics,
 * typographic variants); all blanks are ' '. */
struct sign {
	uint32_t rune;
	unsigned bars; /* overlines and macrons over it */
	bool combining; /* one of them is a combining overline: the kind that is easily taken for one long bar */
	size_t start, end; /* bytes of the text */
};

struct name_key { /* what two spellings of one name have in common */
	uint32_t runes[NAME_RUNES_MAX];
	size_t count; /* 0: no name */
};

enum token_kind {
	TOKEN_END,
	TOKEN_NAME,
	TOKEN_CONSTANT,
	TOKEN_BINARY,
	TOKEN_NOT, /* a prefix */
	TOKEN_BAR, /* a prefix that covers its argument alone: \overline */
	TOKEN_PRIME, /* a postfix */
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_QUANTIFIER, /* a prefix that reaches as far as it can */
	/* in tables only */
	TOKEN_NOTHING, /* read over */
	TOKEN_TEXT, /* \text{…}: its braces are read over */
	TOKEN_SLIP, /* known, and no logic: the row names the message */
};

struct token {
	enum token_kind kind;
	enum expr_op op;
	unsigned value; /* of a name: its index; of a constant: 0 or 1; of a bracket: its shape */
	unsigned bars;
	bool combining, word, slash, set;
	size_t start, end;
};

enum remark { REMARK_SET_SIGNS, REMARK_BARS_APART, REMARK_NOT_REACHES, REMARK_BARRED_NAME, REMARKS };

struct reader {
	const char *text;
	size_t bytes;
	struct arena *arena;
	struct slip *slip;
	struct vocabulary *found; /* where names met are declared; NULL when they are declared already */
	const char *names[VARIABLES_MAX];
	struct name_key *keys; /* VARIABLES_MAX of them */
	unsigned name_count;
	bool juxtaposes; /* names are single letters: ab is a·b */
	struct sign *signs;
	size_t count, at; /* signs, and the next one */
	struct token last;
	struct msg_text remarks[REMARKS];
	size_t remark_count;
	unsigned remarked; /* one bit for each enum remark */
	struct quantified *quantified; /* what a statement needs beside; NULL for a formula */
};

struct word { /* a word, a symbol or a LaTeX command */
	const char *text;
	enum token_kind kind;
	unsigned value; /* an operator, a constant, a bracket's shape */
	const char *slip; /* of TOKEN_SLIP: the message's code */
};

/* -1 and the slip; `params` ends with {0}, may be NULL. */
int slip_set(struct reader *reader, const char *code, size_t start, size_t end, const struct msg_param *params);
/* With {sign} and the bytes that it was read from. */
int slip_excerpt(struct reader *reader, const char *code, size_t start, size_t end);
/* The bytes of the text, cut after some 40. */
const char *read_excerpt(struct reader *reader, size_t start, size_t end);
void read_remark(struct reader *reader, enum remark remark, const char *code);

/* read_sign.c */
int read_signs(struct reader *reader) must_check;
/* Reads over quotes around all that stands from signs[from] on, and what ends a sentence. */
void read_unquoted(struct reader *reader, size_t from);
bool sign_is_letter(uint32_t rune);
int sign_digit(uint32_t rune); /* of a digit, written low or not; -1 */
uint32_t sign_lower(uint32_t rune);
uint32_t sign_base(uint32_t rune); /* lower case without accent */

/* read_name.c */
/* Letters, digits, '_', low digits from signs[at] on; in a text of single letters one letter and its index. */
size_t name_end(const struct sign *signs, size_t count, size_t at, bool single);
/* An index from signs[at] on ("1", "_1", "_{12}", "₁₂"); its end, or `at`. */
size_t name_index_end(const struct sign *signs, size_t count, size_t at);
bool name_key(struct name_key *key, const struct sign *signs, size_t at, size_t end);
int name_find(const struct reader *reader, const struct name_key *key); /* the index, or -1 */
bool name_is_exact(const struct reader *reader, const struct name_key *key);
/* The bars over a name, or -1 and the slip. */
int name_bars(struct reader *reader, size_t at, size_t end) must_check;
int name_unknown(struct reader *reader, size_t at, size_t end, const struct name_key *key) must_check;
int name_declare(struct reader *reader, const struct vocabulary *vocabulary) must_check;
/* A new name of an author's formula. */
int name_add(struct reader *reader, const struct name_key *key, size_t at, size_t end) must_check;

/* read_word.c */
/* The word or words that begin at signs[at]; *end is the sign after them. NULL. */
const struct word *word_at(const struct reader *reader, size_t at, size_t *end);
const struct word *symbol_at(const struct reader *reader, size_t at, size_t *end);
const struct word *command_at(const struct reader *reader, size_t at, size_t *end);
/* A word of operators inside letters: "aetb". */
const char *word_inside(const struct reader *reader, size_t at, size_t end, size_t letter);
bool word_is_reserved(const struct sign *signs, size_t count);
/* Can single letters of these names spell one of the words? */
bool word_is_spelled(const struct vocabulary *vocabulary);

/* The sign after the words of `text` (small letters, ' ' for blanks, hyphens and apostrophes), or `at`. */
size_t words_end(const struct sign *signs, size_t count, size_t at, const char *text);

/* predicate_read.c: what statements with quantifiers add. 1 when a token was made, 0: it is the formula's affair. */
int quantified_token(struct reader *reader, struct token *out) must_check;
/* The scope of a quantifier ends: its leaf, for its body. */
unsigned quantified_close(struct reader *reader, const struct token *quantifier, const struct expr *body);

/* read.c */
int read_whole(struct reading_of *out, struct reader *reader, const struct vocabulary *vocabulary) must_check;

/* read_lex.c */
/* Reads over a leading "E =" or "E :", and quotes around what follows. */
int read_leading(struct reader *reader) must_check;
int read_token(struct reader *reader, struct token *out) must_check;
