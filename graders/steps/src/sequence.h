/*
 * Inside the kind `sequence`: u from its first term and a recurrence, or from a formula in n; what is asked of it.
 *
 * All terms that may be needed are worked out when the exercise is read, exactly and within a budget of steps.
 */
#pragma once
#include "exact/formula.h"
#include "exact/number_read.h"
#include "grader_steps/grader_steps.h"
#include "sheet/carried.h"
#include "sheet/paper.h"

enum { TERMS_MAX = 400, ASKED_MAX = 40, TRIED_RANKS = 20, SEQUENCE_STEPS = 4000000 };

enum sequence_ask { ASK_TERMS, ASK_CLOSED_FORM, ASK_SUM, ASK_RANK, ASK_NATURE };
enum sequence_nature { NATURE_NEITHER, NATURE_ARITHMETIC, NATURE_GEOMETRIC, NATURE_AFFINE /* q·u + r */ };

struct sequence_question {
	const char *name; /* "u" */
	int64_t from; /* 0 or 1 */
	const struct formula *next, *term; /* one of them; next in u and n */
	const char *rule; /* its text */
	const struct number *terms[TERMS_MAX]; /* u_from, … */
	const struct number *sums[TERMS_MAX]; /* of all up to it */
	size_t count; /* how many there are */
	enum sequence_nature nature;
	const struct number *q, *r; /* u_{n+1} = q·u_n + r, where that is so; NULL */
	enum sequence_ask ask;
	size_t start, asked; /* terms and sums: the index of the first one, how many */
	int decimals; /* to round to; -1: exact */
	const struct formula *condition;
	const char *condition_text;
	bool last, give_count;
	size_t rank; /* the index of the right one */
	const char *reference, *example;
};

enum { SEQUENCE_KEYS = 12 };
extern const struct key_spec sequence_keys[SEQUENCE_KEYS];
void sequence_read(struct reader *reader, json_t *object, const char *pointer, struct question *question);

/* sequence_rule.c */
/* u after `u` at rank n; NULL when it cannot be worked out. */
const struct number *sequence_next(
	const struct sequence_question *asked, const struct number *u, int64_t n, size_t *steps, struct arena *arena);
/* Fills terms, sums and the nature. False when a term cannot be worked out before `needed` of them. */
bool sequence_unroll(struct sequence_question *out, size_t needed, struct arena *arena);
/* Does the condition hold at an index? -1 when it makes no sense. */
int sequence_holds(const struct sequence_question *asked, size_t index, size_t *steps, struct arena *arena);
/* u in n as text; NULL when there is no such formula here. */
const char *sequence_closed_form(const struct sequence_question *asked, struct arena *arena);
/* As it is asked: rounded, where it is. */
const struct number *sequence_asked(
	const struct sequence_question *asked, const struct number *value, struct arena *arena);

/* sequence_formula.c: a formula in n as students type it. *recurrence: it uses u_n. */
struct student_formula {
	const struct formula *formula;
	bool recurrence;
};
int student_formula_read(struct student_formula *out, const struct sequence_question *asked, const char *text,
	size_t bytes, struct arena *arena, struct slip *slip) must_check;
/* Its value at a rank; NULL where there is none. */
const struct number *student_formula_at(const struct student_formula *formula, const struct sequence_question *asked,
	int64_t n, size_t *steps, struct arena *arena);

/* sequence_words.c */
struct word { /* a parameter of a message: a number, or a text of both languages */
	const char *name;
	const struct number *number;
	const char *text;
};
struct msg_text sequence_say(struct arena *arena, const char *code, const struct word *words);
/* "u_3" */
const char *sequence_term_name(const struct sequence_question *asked, size_t index, struct arena *arena);
/* What a given number is of the right one: rounded otherwise, cut, not exact; fr NULL when it is nothing of that. */
struct msg_text sequence_rounding(const struct sequence_question *asked, const struct number_reading *given,
	const struct number *right, struct arena *arena);

/* Judging: `report` is filled; the answer is read already. */
struct sequence_answer {
	struct number_reading *numbers;
	size_t count;
	struct student_formula formula;
	enum sequence_nature nature;
	bool has_nature;
};
int judge_terms(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err) must_check;
int judge_closed_form(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err) must_check;
int judge_sum(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err) must_check;
int judge_rank(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err) must_check;
int judge_nature(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err) must_check;
