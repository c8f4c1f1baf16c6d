/*
 * The laws of Boolean algebra: which one leads from one line of a derivation to the next?
 *
 * A step is recognised when rewriting one part of the line by one law (in either direction, anywhere in the tree, up to
 * order and parentheses) gives the next; several rewrites by the same law in one step count as that law. Equivalence is
 * decided elsewhere (logic/table.h): a step may be right and unrecognised.
 */
#pragma once
#include "base/msg.h"
#include "logic/table.h"

enum law {
	LAW_UNKNOWN,
	LAW_SAME, /* order and parentheses alone: commutativity, associativity */
	LAW_DOUBLE_NEGATION,
	LAW_DE_MORGAN,
	LAW_IDEMPOTENCE, /* a + a = a */
	LAW_NEUTRAL, /* a + 0 = a, a·1 = a */
	LAW_ABSORBING, /* a + 1 = 1, a·0 = 0 */
	LAW_COMPLEMENT, /* a + ā = 1, a·ā = 0 */
	LAW_ABSORPTION, /* a + ab = a */
	LAW_REDUNDANCY, /* a + āb = a + b */
	LAW_DISTRIBUTIVITY, /* a(b + c) = ab + ac, a + bc = (a + b)(a + c): expanding and factoring */
	LAW_CONSENSUS, /* ab + āc + bc = ab + āc */
	LAW_ADJACENCY, /* ab + ab̄ = a */
	LAW_XOR, /* a ⊕ b = ab̄ + āb */
	LAW_IMPLICATION, /* P ⇒ Q is ¬P ∨ Q */
	LAW_EQUIVALENCE, /* P ⇔ Q is (P ⇒ Q)(Q ⇒ P), or PQ ∨ ¬P¬Q */
	LAW_CONTRAPOSITION,
	LAW_NAND_NOR, /* their definitions */
	LAW_CONSTANT, /* the bar over 0 is 1 */
	LAWS,
};
const char *law_name(enum law law); /* "de-morgan"; stable, used in exercises and reports */
bool law_of_name(const char *name, enum law *out); /* the reverse, for exercises */
struct msg_text law_title(enum law law); /* "loi de De Morgan" / "De Morgan’s law"; static */
extern const struct msg_table law_messages; /* the titles, by name of law */
/* A law as a student names it, in French or English, accents and case left aside ("Morgan", "distributivité",
 * "absorption", "mise en facteur"); LAW_UNKNOWN when nobody would know. Several laws share some names: *other (may be
 * NULL) gets the second one. */
enum law law_named(const char *text, enum law *other);
/* 1 << law for each that a text names which strings several together: "distributivité puis complément". */
uint32_t laws_named(const char *text);
/* The law that an equality states, "1 + x = 1", in whatever letters; LAW_UNKNOWN when it states none. */
enum law law_stated(const char *text);
/* Which single law leads from a to b; LAW_UNKNOWN when none does within `budget` rewrites (0: 20 000). */
enum law law_between(
	const struct expr *a, const struct expr *b, unsigned variables, uint32_t budget, struct arena *arena);
/* Does this law lead there? (Several may.) Not when only order or parentheses changed:
 * that is LAW_SAME alone. */
bool law_explains(enum law law, const struct expr *a, const struct expr *b, unsigned variables, uint32_t budget,
	struct arena *arena);
/* Do these laws together (1 << law for each) lead there? Two at most, beside what goes without saying. A law may be told
 * by its parts: factoring and complementarity are adjacency. */
bool laws_explain(uint32_t laws, const struct expr *a, const struct expr *b, uint32_t budget);
/* The formula after this law was used wherever it makes it shorter (or, for De Morgan, xor, ⇒, ⇔, NAND and NOR and
 * distributivity, more like a sum of products); NULL when there is nothing to use it on. */
const struct expr *law_apply(
	enum law law, const struct expr *expr, unsigned variables, uint32_t budget, struct arena *arena);
