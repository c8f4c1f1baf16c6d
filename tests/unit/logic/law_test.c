/* Laws: which one leads from line to line, which do not, what students call them. */
#include "formula.h"
#include <string.h>
#include "logic/derivation.h"

struct step {
	enum law law;
	const char *a, *b;
};

/* What law_between() must say. Each is also tried from right to left, and explained by the law that is named. */
static const struct step steps[] = {
	{ LAW_SAME, "ab + c", "c + ba" },
	{ LAW_SAME, "a + (b + c)", "(c + a) + b" },
	{ LAW_SAME, "(a = b) > c(d + e)", "(b = a) > (e + d)c" },
	{ LAW_DOUBLE_NEGATION, "a''", "a" },
	{ LAW_DOUBLE_NEGATION, "((ab)'' + c'')d", "(ab + c)d" },
	{ LAW_DOUBLE_NEGATION, "a'''b > c", "a'b > c" },
	{ LAW_DE_MORGAN, "(ab)'", "a' + b'" },
	{ LAW_DE_MORGAN, "(ab' + c)'", "(a' + b)c'" },
	{ LAW_DE_MORGAN, "d(a + b + c)'", "d(a + b)'c'" },
	{ LAW_DE_MORGAN, "(ab)' + (c + d)'e", "a' + b' + c'd'e" },
	{ LAW_DE_MORGAN, "(ab)'' + c", "(a' + b')' + c" },
	{ LAW_IDEMPOTENCE, "a + a", "a" },
	{ LAW_IDEMPOTENCE, "ab + c + ba", "ab + c" },
	{ LAW_IDEMPOTENCE, "(aab + c)d", "d(ab + c)" },
	{ LAW_IDEMPOTENCE, "abc + ab'c + abc'", "abc + ab'c + abc + abc'" },
	{ LAW_NEUTRAL, "a + 0", "a" },
	{ LAW_NEUTRAL, "b(a1 + c)", "b(a + c)" },
	{ LAW_NEUTRAL, "(a + b)1 + 0", "a + b" },
	{ LAW_NEUTRAL, "(a ^ 0)b", "ab" },
	{ LAW_ABSORBING, "a + 1", "1" },
	{ LAW_ABSORBING, "c + ab0", "c + 0" },
	{ LAW_ABSORBING, "d(ab + c + 1)", "d1" },
	{ LAW_ABSORBING, "a(1 + b) + c", "a + c" },
	{ LAW_COMPLEMENT, "a + a'", "1" },
	{ LAW_COMPLEMENT, "a(b + b')", "a1" },
	{ LAW_COMPLEMENT, "ab(ab)' + c", "0 + c" },
	{ LAW_COMPLEMENT, "a + b + (a + b)' + c", "1 + c" },
	{ LAW_COMPLEMENT, "a(b + b')", "a" },
	{ LAW_COMPLEMENT, "ab + cc'", "ab" },
	{ LAW_ABSORPTION, "a + ab", "a" },
	{ LAW_ABSORPTION, "a + b + ab", "a + b" },
	{ LAW_ABSORPTION, "a(a + b)c", "ac" },
	{ LAW_ABSORPTION, "ab' + c + ab'cd", "ab' + c" },
	{ LAW_ABSORPTION, "(a + b)'(c + (a + b)') + d", "(a + b)' + d" },
	{ LAW_REDUNDANCY, "a + a'b", "a + b" },
	{ LAW_REDUNDANCY, "a' + ab + c", "a' + b + c" },
	{ LAW_REDUNDANCY, "(a + b)' + (a + b)c", "(a + b)' + c" },
	{ LAW_REDUNDANCY, "ab + (ab)'c", "ab + c" },
	{ LAW_REDUNDANCY, "a(a' + b)", "ab" },
	{ LAW_REDUNDANCY, "ab + a'bc", "ab + bc" },
	{ LAW_DISTRIBUTIVITY, "a(b + c)", "ab + ac" },
	{ LAW_DISTRIBUTIVITY, "ab + ac + d", "a(b + c) + d" },
	{ LAW_DISTRIBUTIVITY, "(a + b)(c + d)", "ac + ad + bc + bd" },
	{ LAW_DISTRIBUTIVITY, "a + bc", "(a + b)(a + c)" },
	{ LAW_DISTRIBUTIVITY, "a + a'b", "(a + a')(a + b)" },
	{ LAW_DISTRIBUTIVITY, "a(b + c) + d(b + c)", "(a + d)(b + c)" },
	{ LAW_DISTRIBUTIVITY, "a + ab", "a(1 + b)" },
	{ LAW_DISTRIBUTIVITY, "(a + b)(a + c)", "a + ac + ab + bc" },
	{ LAW_DISTRIBUTIVITY, "(a + b')(a' + c)", "ac + a'b' + b'c" },
	{ LAW_DISTRIBUTIVITY, "(a(b + c') + d)'", "(ab + ac' + d)'" },
	{ LAW_CONSENSUS, "ab + a'c + bc", "ab + a'c" },
	{ LAW_CONSENSUS, "d + ab' + a'c + b'c", "d + ab' + a'c" },
	{ LAW_CONSENSUS, "(a + b)(a' + c)(b + c)", "(a + b)(a' + c)" },
	{ LAW_CONSENSUS, "ab + a'c + bcd", "ab + a'c" },
	{ LAW_ADJACENCY, "ab + ab'", "a" },
	{ LAW_ADJACENCY, "abc + abc' + d", "ab + d" },
	{ LAW_ADJACENCY, "(a + b)(a + b')", "a" },
	{ LAW_ADJACENCY, "abc + abc' + ab'c + ab'c'", "a" },
	{ LAW_ADJACENCY, "a(cd) + a(cd)'", "a" },
	{ LAW_ADJACENCY, "abc + abc' + ab'c", "ab + ac" },
	{ LAW_ADJACENCY, "ab + c", "abc + abc' + ab'c + a'bc + a'b'c" },
	{ LAW_XOR, "a ^ b", "ab' + a'b" },
	{ LAW_XOR, "(a ^ b)c + d", "(a + b)(a' + b')c + d" },
	{ LAW_XOR, "(a ^ b)'", "ab + a'b'" },
	{ LAW_XOR, "a ^ b ^ c", "(ab' + a'b) ^ c" },
	{ LAW_XOR, "a' ^ b", "a'b' + ab" },
	{ LAW_XOR, "a ^ b ^ 1", "a' ^ b" },
	{ LAW_IMPLICATION, "a > b", "a' + b" },
	{ LAW_IMPLICATION, "(a > b)(b > c)", "(a' + b)(b' + c)" },
	{ LAW_IMPLICATION, "a' > b", "a + b" },
	{ LAW_IMPLICATION, "(a > b)'", "ab'" },
	{ LAW_EQUIVALENCE, "a = b", "(a > b)(b > a)" },
	{ LAW_EQUIVALENCE, "a = b", "ab + a'b'" },
	{ LAW_EQUIVALENCE, "c + (a' = b)", "c + a'b + ab'" },
	{ LAW_EQUIVALENCE, "a = bc", "(a + (bc)')(a' + bc)" },
	{ LAW_CONTRAPOSITION, "a > b", "b' > a'" },
	{ LAW_CONTRAPOSITION, "c(a' > b)", "c(b' > a)" },
	{ LAW_CONTRAPOSITION, "ab > (c + d)", "(c + d)' > (ab)'" },
	{ LAW_NAND_NOR, "(a|b)", "(ab)'" },
	{ LAW_NAND_NOR, "c + (a_b)", "c + (a + b)'" },
	{ LAW_NAND_NOR, "(a|a)", "a'" },
	{ LAW_NAND_NOR, "((a|b)|(a|b))", "ab" },
	{ LAW_NAND_NOR, "a + b", "((a|a)|(b|b))" },
	{ LAW_CONSTANT, "1'", "0" },
	{ LAW_CONSTANT, "a + 0'", "a + 1" },
	{ LAW_CONSTANT, "a1'b", "a0b" },
};

/* Right steps, and a law that is not the one. */
static const struct step others[] = {
	{ LAW_SAME, "a > b", "b' > a'" },
	{ LAW_SAME, "a + a", "a" },
	{ LAW_SAME, "ab + ac", "a(b + c)" },
	{ LAW_DOUBLE_NEGATION, "(ab)'", "a' + b'" },
	{ LAW_DOUBLE_NEGATION, "a + b", "b + a" },
	{ LAW_DOUBLE_NEGATION, "0'", "1" },
	{ LAW_DE_MORGAN, "a''", "a" },
	{ LAW_DE_MORGAN, "a > b", "a' + b" },
	{ LAW_DE_MORGAN, "a(b + c)", "ab + ac" },
	{ LAW_IDEMPOTENCE, "a + ab", "a" },
	{ LAW_IDEMPOTENCE, "a + 0", "a" },
	{ LAW_IDEMPOTENCE, "ab + ab'", "a" },
	{ LAW_NEUTRAL, "a + 1", "1" },
	{ LAW_NEUTRAL, "a + a", "a" },
	{ LAW_NEUTRAL, "a(b + b')", "a" },
	{ LAW_ABSORBING, "a1", "a" },
	{ LAW_ABSORBING, "a + ab", "a" },
	{ LAW_ABSORBING, "aa'", "0" },
	{ LAW_COMPLEMENT, "a + a", "a" },
	{ LAW_COMPLEMENT, "ab + ab'", "a" },
	{ LAW_COMPLEMENT, "a + a'b", "a + b" },
	{ LAW_ABSORPTION, "a + a'b", "a + b" },
	{ LAW_ABSORPTION, "a + a", "a" },
	{ LAW_ABSORPTION, "ab + a'c + bc", "ab + a'c" },
	{ LAW_REDUNDANCY, "a + ab", "a" },
	{ LAW_REDUNDANCY, "ab + ab'", "a" },
	{ LAW_REDUNDANCY, "ab + a'c + bc", "ab + a'c" },
	{ LAW_DISTRIBUTIVITY, "a + ab", "a" },
	{ LAW_DISTRIBUTIVITY, "(ab)'", "a' + b'" },
	{ LAW_DISTRIBUTIVITY, "a + aa", "a" },
	{ LAW_CONSENSUS, "a + ab", "a" },
	{ LAW_CONSENSUS, "ab + ab'", "a" },
	{ LAW_CONSENSUS, "a + a'b", "a + b" },
	{ LAW_ADJACENCY, "a + ab", "a" },
	{ LAW_ADJACENCY, "a + a'", "1" },
	{ LAW_ADJACENCY, "ab + a'c + bc", "ab + a'c" },
	{ LAW_XOR, "a > b", "a' + b" },
	{ LAW_XOR, "a + ab", "a" },
	{ LAW_XOR, "ab + a'b", "b" },
	{ LAW_IMPLICATION, "a ^ b", "ab' + a'b" },
	{ LAW_IMPLICATION, "a = b", "(a > b)(b > a)" },
	{ LAW_IMPLICATION, "(ab)'", "a' + b'" },
	{ LAW_EQUIVALENCE, "a > b", "a' + b" },
	{ LAW_EQUIVALENCE, "a ^ b", "ab' + a'b" },
	{ LAW_EQUIVALENCE, "(a > b)(b > a)", "(a' + b)(b' + a)" },
	{ LAW_CONTRAPOSITION, "a > b", "a' + b" },
	{ LAW_CONTRAPOSITION, "a = b", "b = a" },
	{ LAW_CONTRAPOSITION, "(ab)'", "a' + b'" },
	{ LAW_NAND_NOR, "(ab)'", "a' + b'" },
	{ LAW_NAND_NOR, "(a|b)", "(b|a)" },
	{ LAW_NAND_NOR, "a''", "a" },
	{ LAW_CONSTANT, "a + 1", "1" },
	{ LAW_CONSTANT, "a + a'", "1" },
	{ LAW_CONSTANT, "a''", "a" },
};

/* Wrong steps and giant ones: no law at all. */
static const struct step nothing[] = {
	{ LAW_UNKNOWN, "(ab)'", "a'b'" },
	{ LAW_UNKNOWN, "a > b", "b > a" },
	{ LAW_UNKNOWN, "a", "aa' + ab'c + ab'c'" },
	{ LAW_UNKNOWN, "a > b", "a' > b'" },
	{ LAW_UNKNOWN, "a(b + c)", "ab + c" },
	{ LAW_UNKNOWN, "a + ab", "b" },
	{ LAW_UNKNOWN, "a + b", "a + b + c" },
	{ LAW_UNKNOWN, "(a + b)'c + a > b'(c ^ d)", "(a + b)(c' + d) + a'(b' + c)d" },
};

enum { VARIABLES = 5 };

static void laws_are_recognised(void **state)
{
	unsigned seen[LAWS] = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *a = formula(steps[i].a, arena), *b = formula(steps[i].b, arena);
		enum law there = law_between(a, b, VARIABLES, 0, arena), back = law_between(b, a, VARIABLES, 0, arena);

		if (there != steps[i].law || back != steps[i].law)
			fail_msg("%s -> %s: %s, and back %s", steps[i].a, steps[i].b, law_name(there), law_name(back));
		if (!law_explains(steps[i].law, a, b, VARIABLES, 0, arena) ||
			!law_explains(steps[i].law, b, a, VARIABLES, 0, arena))
			fail_msg("%s -> %s: not explained", steps[i].a, steps[i].b);
		seen[steps[i].law]++;
	}
	for (unsigned law = LAW_SAME; law < LAWS; law++)
		assert_in_range(seen[law], 3, 100);
}

static void other_laws_do_not_explain(void **state)
{
	unsigned seen[LAWS] = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *a = formula(others[i].a, arena), *b = formula(others[i].b, arena);
		struct table before = table_of(a, VARIABLES, arena), after = table_of(b, VARIABLES, arena);

		assert_true(table_same(&before, &after));
		if (law_explains(others[i].law, a, b, VARIABLES, 0, arena))
			fail_msg("%s -> %s is not %s", others[i].a, others[i].b, law_name(others[i].law));
		assert_int_not_equal(law_between(a, b, VARIABLES, 0, arena), LAW_UNKNOWN);
		seen[others[i].law]++;
	}
	for (unsigned law = LAW_SAME; law < LAWS; law++)
		assert_in_range(seen[law], 3, 100);
}

static void no_law_leads_astray(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *a = formula(nothing[i].a, arena), *b = formula(nothing[i].b, arena);

		assert_int_equal(law_between(a, b, VARIABLES, 0, arena), LAW_UNKNOWN);
		for (unsigned law = LAW_SAME; law < LAWS; law++)
			assert_false(law_explains(law, a, b, VARIABLES, 0, arena));
	}
}

/* A sum of products of letters with and without a bar, or a product of sums. */
static const struct expr *terms_drawn(struct dice *dice, unsigned variables, struct arena *arena)
{
	enum expr_op outer = roll(dice, 2) ? EXPR_OR : EXPR_AND;
	const struct expr *terms[4], *letters[3];
	size_t count = 2 + roll(dice, 3);

	for (size_t i = 0; i < count; i++) {
		size_t length = 1 + roll(dice, 3);

		for (size_t k = 0; k < length; k++) {
			letters[k] = expr_variable(arena, roll(dice, variables));
			if (roll(dice, 2))
				letters[k] = expr_not(arena, letters[k]);
		}
		terms[i] = expr_new(arena, outer == EXPR_OR ? EXPR_AND : EXPR_OR, letters, length);
	}
	return expr_new(arena, outer, terms, count);
}

/* Whatever is explained is equivalent; what a law makes of a formula is explained by that law. */
static void rewrites_are_equivalent(void **state)
{
	struct dice dice = { 4 };
	unsigned used[LAWS] = { 0 };

	(void)state;
	for (unsigned round = 0; round < 3000; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *a = round % 3 == 0 ? terms_drawn(&dice, 3, arena)
						      : formula_drawn(&dice, 3, 1 + round % 3, round % 2, arena);
		struct table before = table_of(a, 3, arena);

		for (unsigned law = LAW_DOUBLE_NEGATION; law < LAWS; law++) {
			const struct expr *b = law_apply(law, a, 3, 0, arena);
			struct table after;

			if (b == NULL)
				continue;
			after = table_of(b, 3, arena);
			if (!table_same(&before, &after) ||
				(expr_nodes(a) <= 14 && expr_nodes(b) <= 30 && !law_explains(law, a, b, 3, 0, arena)))
				fail_msg("%s: %s -> %s", law_name(law), formula_text(a, arena), formula_text(b, arena));
			used[law]++;
		}
	}
	for (unsigned law = LAW_DOUBLE_NEGATION; law < LAWS; law++)
		assert_in_range(used[law], 5, 3000);
}

/* Two small formulas by chance: a law is found only where they are equal. */
static void laws_imply_equivalence(void **state)
{
	struct dice dice = { 5 };
	unsigned found = 0;

	(void)state;
	for (unsigned round = 0; round < 6000; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *a = formula_drawn(&dice, 2, 2, round % 2, arena);
		const struct expr *b = formula_drawn(&dice, 2, 2, round % 2, arena);
		struct table before = table_of(a, 2, arena), after = table_of(b, 2, arena);
		enum law law = law_between(a, b, 2, 2000, arena);

		if (law != LAW_UNKNOWN && !table_same(&before, &after))
			fail_msg("%s: %s -> %s", law_name(law), formula_text(a, arena), formula_text(b, arena));
		found += law != LAW_UNKNOWN;
	}
	assert_true(found > 150);
}

static const struct {
	const char *text;
	enum law law;
} names[] = {
	{ "De Morgan", LAW_DE_MORGAN },
	{ "lois de MORGAN", LAW_DE_MORGAN },
	{ "Morgan", LAW_DE_MORGAN },
	{ "DM", LAW_DE_MORGAN },
	{ "De Morgan's law", LAW_DE_MORGAN },
	{ "idempotence", LAW_IDEMPOTENCE },
	{ "idem.", LAW_IDEMPOTENCE },
	{ "Idempotent law", LAW_IDEMPOTENCE },
	{ "élément neutre", LAW_NEUTRAL },
	{ "ELEMENT NEUTRE", LAW_NEUTRAL },
	{ "e\xcc\x81le\xcc\x81ment neutre", LAW_NEUTRAL },
	{ "identity law", LAW_NEUTRAL },
	{ "élément absorbant", LAW_ABSORBING },
	{ "absorbing element", LAW_ABSORBING },
	{ "loi d’annulation", LAW_ABSORBING },
	{ "absorption", LAW_ABSORPTION },
	{ "loi d'absorption", LAW_ABSORPTION },
	{ "abs.", LAW_ABSORPTION },
	{ "absorption du complément", LAW_REDUNDANCY },
	{ "redondance", LAW_REDUNDANCY },
	{ "redundancy", LAW_REDUNDANCY },
	{ "distrib.", LAW_DISTRIBUTIVITY },
	{ "distributivité de + sur .", LAW_DISTRIBUTIVITY },
	{ "factorisation", LAW_DISTRIBUTIVITY },
	{ "mise en facteur", LAW_DISTRIBUTIVITY },
	{ "facteur commun", LAW_DISTRIBUTIVITY },
	{ "on développe", LAW_DISTRIBUTIVITY },
	{ "Développement", LAW_DISTRIBUTIVITY },
	{ "expanding", LAW_DISTRIBUTIVITY },
	{ "complémentarité", LAW_COMPLEMENT },
	{ "complémentaire", LAW_COMPLEMENT },
	{ "tiers exclu", LAW_COMPLEMENT },
	{ "non-contradiction", LAW_COMPLEMENT },
	{ "excluded middle", LAW_COMPLEMENT },
	{ "involution", LAW_DOUBLE_NEGATION },
	{ "double négation", LAW_DOUBLE_NEGATION },
	{ "double barre", LAW_DOUBLE_NEGATION },
	{ "consensus", LAW_CONSENSUS },
	{ "théorème du consensus", LAW_CONSENSUS },
	{ "consensus theorem", LAW_CONSENSUS },
	{ "adjacence", LAW_ADJACENCY },
	{ "combining", LAW_ADJACENCY },
	{ "regroupement", LAW_ADJACENCY },
	{ "commutativité", LAW_SAME },
	{ "associativity", LAW_SAME },
	{ "comm.", LAW_SAME },
	{ "définition du ou exclusif", LAW_XOR },
	{ "XOR", LAW_XOR },
	{ "definition of exclusive or", LAW_XOR },
	{ "définition de l’implication", LAW_IMPLICATION },
	{ "implication", LAW_IMPLICATION },
	{ "material implication", LAW_IMPLICATION },
	{ "contraposée", LAW_CONTRAPOSITION },
	{ "contrapositive", LAW_CONTRAPOSITION },
	{ "par contraposition", LAW_CONTRAPOSITION },
	{ "définition de l'équivalence", LAW_EQUIVALENCE },
	{ "double implication", LAW_EQUIVALENCE },
	{ "biconditional", LAW_EQUIVALENCE },
	{ "NAND", LAW_NAND_NOR },
	{ "définition du non-et", LAW_NAND_NOR },
	{ "barre de Sheffer", LAW_NAND_NOR },
	{ "complément d’une constante", LAW_CONSTANT },
	{ "négation d'une constante", LAW_CONSTANT },
	{ "constant", LAW_CONSTANT },
	{ "", LAW_UNKNOWN },
	{ "Pythagore", LAW_UNKNOWN },
	{ "par le calcul", LAW_UNKNOWN },
	{ "\xff\xfe", LAW_UNKNOWN },
};

static void names_are_known(void **state)
{
	enum law other;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		enum law law = law_named(names[i].text, NULL);

		if (law != names[i].law)
			fail_msg("\"%s\" was taken for %s", names[i].text, law_name(law));
	}
	assert_int_equal(law_named("absorption", &other), LAW_ABSORPTION);
	assert_int_equal(other, LAW_REDUNDANCY);
	assert_int_equal(law_named("consensus", &other), LAW_CONSENSUS);
	assert_int_equal(other, LAW_UNKNOWN);
}

/* Every law has a name of ours that reads back, a title in both languages, and each title names it. */
static void titles_are_complete(void **state)
{
	assert_int_equal(law_messages.count, LAWS);
	(void)state;
	for (unsigned law = LAW_SAME; law < LAWS; law++) {
		struct msg_text title = law_title(law);
		enum law back = LAW_UNKNOWN;

		assert_string_equal(title.code, law_name(law));
		assert_true(law_of_name(law_name(law), &back));
		assert_int_equal(back, law);
		assert_int_equal(law_named(title.fr, NULL), law);
		assert_int_equal(law_named(title.en, NULL), law);
		assert_null(strchr(title.fr, '\''));
	}
	assert_false(law_of_name("unknown", &(enum law){ 0 }));
	assert_string_equal(law_title(LAW_UNKNOWN).code, "unknown");
}

struct judged {
	const char *line;
	enum law named;
	enum step_fault fault;
	enum law law;
};

static void judge(const struct derivation_task *task, const struct judged *rows, size_t count, struct derivation *out,
	struct arena *arena)
{
	struct derivation_line *lines = arena_array(arena, count, sizeof(*lines));

	for (size_t i = 0; i < count; i++) {
		lines[i].expr = formula(rows[i].line, arena);
		lines[i].named = rows[i].named;
	}
	derivation_judge(out, task, lines, count, arena);
	assert_int_equal(out->count, count);
	for (size_t i = 0; i < count; i++) {
		if (out->steps[i].fault != rows[i].fault || out->steps[i].law != rows[i].law)
			fail_msg("line %zu, %s: fault %d, %s", i + 1, rows[i].line, (int)out->steps[i].fault,
				law_name(out->steps[i].law));
	}
}

static void ten_lines_are_recognised(void **state)
{
	static const struct judged rows[] = {
		{ "((a > b)' + c'')' + ab(c + c')", 0, STEP_RIGHT, LAW_SAME },
		{ "((a > b)' + c)' + ab(c + c')", 0, STEP_RIGHT, LAW_DOUBLE_NEGATION },
		{ "((a' + b)' + c)' + ab(c + c')", LAW_IMPLICATION, STEP_RIGHT, LAW_IMPLICATION },
		{ "(a' + b)c' + ab(c + c')", LAW_DE_MORGAN, STEP_RIGHT, LAW_DE_MORGAN },
		{ "(a' + b)c' + ab1", 0, STEP_RIGHT, LAW_COMPLEMENT },
		{ "(a' + b)c' + ab", LAW_NEUTRAL, STEP_RIGHT, LAW_NEUTRAL },
		{ "a'c' + bc' + ab", LAW_DISTRIBUTIVITY, STEP_RIGHT, LAW_DISTRIBUTIVITY },
		{ "a'c' + ab", LAW_CONSENSUS, STEP_RIGHT, LAW_CONSENSUS },
		{ "ab + a'c' + ab", 0, STEP_RIGHT, LAW_IDEMPOTENCE },
		{ "ab + a'c'b + a'c'b' + ab", 0, STEP_RIGHT, LAW_ADJACENCY },
	};
	cleanup_arena struct arena *arena = arena_new(0);
	struct derivation_task task = { .variables = 3 };
	struct derivation out;

	(void)state;
	task.from = formula(rows[0].line, arena);
	judge(&task, rows, sizeof(rows) / sizeof(rows[0]), &out, arena);
	assert_true(out.steps[0].repeats && out.arrives && out.equal);
	assert_int_equal(out.wrong, 0);
	assert_int_equal(out.first_wrong, out.count);
}

static void the_first_wrong_step_is_shown(void **state)
{
	static const struct judged rows[] = {
		{ "a'b' + c", 0, STEP_WRONG, LAW_UNKNOWN },
		{ "c + b'a'", 0, STEP_RIGHT, LAW_SAME },
		{ "(a + b)' + c", LAW_DISTRIBUTIVITY, STEP_OTHER_LAW, LAW_DE_MORGAN },
		{ "(a + b)'c' + c", 0, STEP_RIGHT, LAW_REDUNDANCY },
		{ "(ab)' + c", 0, STEP_WRONG, LAW_UNKNOWN },
	};
	cleanup_arena struct arena *arena = arena_new(0);
	struct derivation_task task = { .variables = 3, .from = formula("(ab)' + c", arena) };
	struct derivation out;

	(void)state;
	task.to = formula("c + (ba)'", arena);
	judge(&task, rows, sizeof(rows) / sizeof(rows[0]), &out, arena);
	assert_int_equal(out.wrong, 2);
	assert_int_equal(out.first_wrong, 0);
	assert_int_equal(out.steps[0].row, 2); /* a = 0, b = 1, c = 0 */
	assert_true(out.steps[0].before && !out.steps[0].after && out.steps[0].astray);
	assert_int_equal(out.steps[0].slip.mistake, MISTAKE_DE_MORGAN);
	assert_true(out.steps[1].astray && !out.steps[4].astray);
	assert_true(out.arrives && out.equal);
}

static void laws_can_be_forbidden(void **state)
{
	static const struct judged rows[] = {
		{ "(a + b)(a + c) + d", 0, STEP_RIGHT, LAW_DISTRIBUTIVITY },
		{ "a + bc + d", LAW_DISTRIBUTIVITY, STEP_RIGHT, LAW_DISTRIBUTIVITY },
		{ "d + bc + a", 0, STEP_RIGHT, LAW_SAME },
		{ "d + bc + a + ab", 0, STEP_LAW_FORBIDDEN, LAW_ABSORPTION },
		{ "d + bc + a", LAW_ABSORPTION, STEP_LAW_FORBIDDEN, LAW_ABSORPTION },
		{ "d + a + bc + abcd + b'(bc + a)'b", 0, STEP_UNRECOGNISED, LAW_UNKNOWN },
	};
	cleanup_arena struct arena *arena = arena_new(0);
	struct derivation_task task = { .variables = 4, .from = formula("a + bc + d", arena) };
	struct derivation out;

	(void)state;
	task.allowed = 1U << LAW_DISTRIBUTIVITY | 1U << LAW_COMPLEMENT;
	task.to = formula("a", arena);
	judge(&task, rows, sizeof(rows) / sizeof(rows[0]), &out, arena);
	assert_int_equal(out.wrong, 0);
	assert_true(!out.arrives && out.equal);
}

/* Lines that are too long, or that take too much, are right and unrecognised. */
static void searches_are_bounded(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct expr *a = expr_variable(arena, 0), *b, *long_line[700];

	(void)state;
	for (size_t i = 0; i < 700; i++)
		long_line[i] = a;
	b = expr_new(arena, EXPR_OR, long_line, 700);
	assert_int_equal(law_between(b, a, 1, 0, arena), LAW_UNKNOWN);
	assert_int_equal(
		law_between(b->operands[0], expr_new(arena, EXPR_OR, long_line, 400), 1, 0, arena), LAW_IDEMPOTENCE);
	assert_int_equal(law_between(formula("a(a + b)", arena), formula("a + ab", arena), 2, 1, arena), LAW_UNKNOWN);
	assert_int_equal(
		law_between(formula("a(a + b)", arena), formula("a + ab", arena), 2, 0, arena), LAW_ABSORPTION);
	for (unsigned i = 0; i < 40; i++) /* shared parts: a tree of 2^40 nodes */
		a = expr_pair(arena, EXPR_XOR, a, a);
	assert_int_equal(law_between(a, b, 1, 0, arena), LAW_UNKNOWN);
	assert_null(law_apply(LAW_XOR, a, 1, 0, arena));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(laws_are_recognised),
		cmocka_unit_test(other_laws_do_not_explain),
		cmocka_unit_test(no_law_leads_astray),
		cmocka_unit_test(rewrites_are_equivalent),
		cmocka_unit_test(laws_imply_equivalence),
		cmocka_unit_test(names_are_known),
		cmocka_unit_test(titles_are_complete),
		cmocka_unit_test(ten_lines_are_recognised),
		cmocka_unit_test(the_first_wrong_step_is_shown),
		cmocka_unit_test(laws_can_be_forbidden),
		cmocka_unit_test(searches_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
