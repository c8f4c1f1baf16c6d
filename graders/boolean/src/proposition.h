/*
 * Inside the kind `proposition`: propositions P, Q, …, or predicates over a small domain. Either way a sentence is a
 * formula over a vocabulary: the propositions, or the atoms P(1), R(1, 2), … of the domain.
 */
#pragma once
#include "logic/predicate.h"
#include "sheet/paper.h"
#include "spec.h"

enum ask { ASK_FORMULA, ASK_NATURE, ASK_CONSEQUENCE };
enum nature { NATURE_TAUTOLOGY, NATURE_CONTRADICTION, NATURE_NEITHER };

struct sentence {
	struct statement statement; /* as it was written; without leaves where there is no domain */
	struct table table;
};
struct proposition_question {
	struct boolean_spec shared; /* its vocabulary: the propositions, or the atoms */
	const struct world *world; /* NULL: propositions */
	enum ask ask;
	bool negate;
	struct sentence formula;
	struct table wanted; /* of the formula, or of its negation */
	enum nature nature;
	const struct sentence *premises;
	size_t premise_count;
	struct sentence conclusion;
	struct table refuting; /* where every premise is true and the conclusion is not */
	const char *reference;
};

/* An assignment that the answer gives: the bits of `mask` are known, as in a row. */
struct witness {
	uint32_t row, mask;
	int label; /* "true for …": 1, "false for …": 0; -1 */
	size_t start, end;
};
enum { WITNESSES_MAX = 8 };
struct verdict_words { /* "no: P=1, Q=0", read */
	int answer; /* yes: 1, no: 0; of a nature: its enum */
	enum lang lang; /* of the word */
	struct witness witnesses[WITNESSES_MAX];
	size_t count;
};

/* proposition_read.c: the author's part. */
void proposition_read(struct reader *reader, json_t *object, const char *pointer, struct question *question);
/* A sentence of anybody's. -1 and the slip. */
int sentence_read(struct sentence *out, const struct proposition_question *asked, const char *text, size_t bytes,
	struct arena *arena, struct slip *slip) must_check;
const char *sentence_text(const struct proposition_question *asked, const struct sentence *sentence,
	const struct expr *part, struct arena *arena);

/* proposition_formula.c, proposition_mark.c: `report` is laid out and filled, read or blank. */
int mark_formula(struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence,
	struct err *err) must_check;
int mark_nature(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	struct err *err) must_check;
int mark_consequence(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	struct err *err) must_check;

/* proposition_answer.c: the words of an answer. -1 and the slip. */
int verdict_words_read(struct verdict_words *out, const struct proposition_question *asked, const char *text,
	size_t bytes, struct arena *arena, struct slip *slip) must_check;

/* proposition_words.c */
/* "P = 1, Q = 0": what the witness says. */
const char *witness_text(const struct proposition_question *asked, const struct witness *witness, struct arena *arena);
/* The whole as it was read, in the language of its word; reads again as the same. */
const char *verdict_words_text(
	const struct verdict_words *words, const struct proposition_question *asked, struct arena *arena);
struct msg_text proposition_say(struct arena *arena, const char *code, const struct msg_param *params);
/* The same where parameters differ by language. */
struct msg_text proposition_say_both(
	struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en);
/* "vraie", "true" */
struct msg_text truth_word(bool value);
/* The row with the fewest propositions true among those of `rows`, the first of them; -1 when there is none. */
int64_t plainest_row(const struct table *rows);
/* A row in words: "P = 0 (il ne pleut pas), Q = 1", or "P n’est vrai que pour 2"; only what one of the tables depends on.
 * `b` may be NULL. */
struct msg_text row_words(const struct proposition_question *asked, uint32_t row, const struct table *a,
	const struct table *b, struct arena *arena);
