/*
 * Statements with quantifiers over a small finite domain: ∀x, P(x) ⇒ ∃y, R(x, y).
 *
 * Over a finite domain ∀ is a long "and", ∃ a long "or": a statement is grounded to a formula over the atoms P(1), R(1, 2),
 * …, and two statements are equivalent when the truth tables of these formulas are equal. At most 16 atoms, so that this
 * is exact.
 *
 * Use: world_make() once for a question, statement_read() for each text, statement_ground() for its formula.
 *
 * Invariants: a statement's tree is a formula whose variables are leaves: a predicate with its terms, an equality, or
 * a quantifier with its body, which is a tree of the same leaves. Each quantifier has a level, the number of those
 * around it; a term says which level binds it.
 */
#pragma once
#include "logic/print.h"
#include "logic/read.h"
#include "logic/table.h"

enum { WORLD_ELEMENTS_MAX = 4, WORLD_PREDICATES_MAX = 8, ARITY_MAX = 3, QUANTIFIERS_MAX = 8 };

struct predicate {
	const char *name;
	unsigned arity; /* 0: a proposition */
};
struct world { /* what statements are about */
	const char *const *elements;
	unsigned element_count;
	const struct predicate *predicates;
	unsigned predicate_count;
	unsigned firsts[WORLD_PREDICATES_MAX]; /* the first atom of each predicate; the last argument changes fastest */
	struct vocabulary atoms; /* "P(1)", "R(1, 2)" */
};
/* Fills firsts and atoms from the rest; false when there are more than VARIABLES_MAX atoms. */
bool world_make(struct world *world, struct arena *arena);
/* The atom of predicate `p` for these elements. */
unsigned world_atom(const struct world *world, unsigned p, const unsigned *elements);

struct argument {
	bool bound; /* by the quantifier of level `index`; else the element `index` */
	unsigned index;
};
enum leaf_kind { LEAF_PREDICATE, LEAF_EQUAL, LEAF_FORALL, LEAF_EXISTS };
struct leaf {
	enum leaf_kind kind;
	unsigned predicate;
	struct argument terms[ARITY_MAX];
	const char *names[ARITY_MAX]; /* of the terms, as they were written; of a quantifier: its variable */
	unsigned level; /* of a quantifier */
	const struct expr *body; /* of a quantifier */
};
struct statement {
	const struct expr *expr; /* its variables are indices of leaves */
	const struct leaf *leaves;
	size_t leaf_count;
	const struct msg_text *remarks;
	size_t remark_count;
};
/* 0, or -1 and *slip. */
int statement_read(struct statement *out, const char *text, size_t bytes, const struct world *world,
	struct arena *arena, struct slip *slip) must_check;
/* The formula over the world's atoms; NULL when it would have more than READ_NODES_MAX operators and operands. */
const struct expr *statement_ground(const struct statement *statement, const struct world *world, struct arena *arena);

/* Its negation with the negation pushed inside: quantifiers exchanged, De Morgan, ¬(A ⇒ B) as A ∧ ¬B. A statement without
 * leaves is a formula like any other. */
void statement_negation(struct statement *out, const struct statement *statement, struct arena *arena);

/* A part of the statement's tree (statement->expr: all of it), as text that statement_read() reads back, … */
void statement_print(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world);
void statement_print_latex(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world);
void statement_print_mathml(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world);
const char *statement_text(
	const struct statement *statement, const struct expr *part, const struct world *world, struct arena *arena);

/* What was done wrong, found by trying edits of the statement: one, or an exchanged quantifier and another one. */
enum statement_mistake {
	STATEMENT_RIGHT, /* no mistake found */
	STATEMENT_NEGATED, /* it is the negation of what is asked */
	STATEMENT_QUANTIFIER, /* ∀ for ∃, or the other way round */
	STATEMENT_ALL_QUANTIFIERS, /* every one of them */
	STATEMENT_ORDER, /* `at` and the quantifier after it should change places */
	STATEMENT_IMPLIES_FOR_AND, /* ⇒ where "and" is meant: what the negation of an implication becomes */
	STATEMENT_AND_FOR_IMPLIES,
	STATEMENT_BODY_NOT_NEGATED, /* the negation stopped at the quantifier `at` */
	STATEMENT_IMPLICATION_REVERSED,
	STATEMENT_IFF_FOR_IMPLIES, /* or the other way round */
	STATEMENT_OPERATORS_EXCHANGED, /* "and" for "or", or the other way round */
	STATEMENT_NEGATION_EXTRA, /* that of `at` */
	STATEMENT_NEGATION_MISSING, /* before `at` */
	STATEMENT_ARGUMENTS, /* R(x, y) for R(y, x) */
	STATEMENT_MISTAKES,
};
struct statement_fault {
	struct {
		enum statement_mistake mistake;
		const struct expr *at; /* a part of the student's tree */
	} edits[2];
	size_t count; /* 0 when nothing was found */
};
/* "quantifier", "order", …: stable, for codes of messages. */
const char *statement_mistake_name(enum statement_mistake mistake);
void statement_fault_find(struct statement_fault *out, const struct statement *statement, const struct world *world,
	const struct table *wanted);
