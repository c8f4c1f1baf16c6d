/* Statements with quantifiers: what is read and how it is written, what cannot be read, equivalence, mistakes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "logic/predicate.h"

static const char *const elements[] = { "1", "2", "3" };
static const struct predicate predicates[] = { { "P", 1 }, { "Q", 1 }, { "R", 2 }, { "S", 0 } };

static void make_world(struct world *world, struct arena *arena)
{
	*world = (struct world){
		.elements = elements, .element_count = 3, .predicates = predicates, .predicate_count = 4
	};
	assert_true(world_make(world, arena));
	assert_int_equal(world->atoms.count, 16);
	assert_string_equal(world->atoms.names[0], "P(1)");
	assert_string_equal(world->atoms.names[6], "R(1, 1)");
	assert_string_equal(world->atoms.names[8], "R(1, 3)");
	assert_string_equal(world->atoms.names[14], "R(3, 3)");
	assert_string_equal(world->atoms.names[15], "S");
}

static void read_or_fail(struct statement *out, const char *text, const struct world *world, struct arena *arena)
{
	struct slip slip = { 0 };

	if (statement_read(out, text, strlen(text), world, arena, &slip) < 0)
		fail_msg("'%s' is not read: %s (%s, column %d)", text, slip.message.fr, slip.message.code, slip.column);
}

static struct table table_for(const char *text, const struct world *world, struct arena *arena)
{
	struct statement statement;
	const struct expr *expr;

	read_or_fail(&statement, text, world, arena);
	expr = statement_ground(&statement, world, arena);
	assert_non_null(expr);
	return table_of(expr, world->atoms.count, arena);
}

static const char *const readings[][2] = {
	{ "∀x, P(x)", "∀x, P(x)" },
	{ "∀x P(x) ⇒ Q(x)", "∀x, P(x) ⇒ Q(x)" },
	{ "pour tout x, P(x) implique Q(x)", "∀x, P(x) ⇒ Q(x)" },
	{ "Pour tout x ∈ E : P(x) => Q(x)", "∀x, P(x) ⇒ Q(x)" },
	{ "quel que soit x dans E, non P(x)", "∀x, ¬P(x)" },
	{ "quelque soit x, P(x)", "∀x, P(x)" },
	{ "for all x, P(x) and Q(x)", "∀x, P(x) ∧ Q(x)" },
	{ "\\forall x \\in E,\\; P(x)", "∀x, P(x)" },
	{ "\\forall x \\in \\mathbb{N}, P(x)", "∀x, P(x)" },
	{ "∀ x ∈ {1, 2, 3}. P(x)", "∀x, P(x)" },
	{ "∀xP(x)", "∀x, P(x)" },
	{ "∀x(P(x) ou Q(x))", "∀x, P(x) ∨ Q(x)" },
	{ "∃x | P(x) ∧ Q(x)", "∃x, P(x) ∧ Q(x)" },
	{ "∃x / P(x)'", "∃x, ¬¬P(x)" },
	{ "il existe x tel que P(x) et non Q(x)", "∃x, P(x) ∧ ¬Q(x)" },
	{ "Il existe au moins un x tel que P(x)", "∃x, P(x)" },
	{ "there exists x such that not P(x)", "∃x, ¬P(x)" },
	{ "\\exists x, P(x) \\land \\lnot Q(x)", "∃x, P(x) ∧ ¬Q(x)" },
	{ "il n’existe pas de x tel que P(x)", "¬(∃x, P(x))" },
	{ "∄x, P(x)", "¬(∃x, P(x))" },
	{ "\\nexists x, P(x)", "¬(∃x, P(x))" },
	{ "∀x, ∃y, R(x,y)", "∀x, ∃y, R(x, y)" },
	{ "∀x ∃y R(x ; y)", "∀x, ∃y, R(x, y)" },
	{ "∀x, y, R(x, y)", "∀x, ∀y, R(x, y)" },
	{ "∃x, y ∈ E, R(x, y)", "∃x, ∃y, R(x, y)" },
	{ "∀x, x = x", "∀x, x = x" },
	{ "∀x, ∃y, y ≠ x et R(x, y)", "∀x, ∃y, y ≠ x ∧ R(x, y)" },
	{ "∃y, y != 1 /\\ R(1,y)", "∃y, y ≠ 1 ∧ R(1, y)" },
	{ "P(1) ou P(2)", "P(1) ∨ P(2)" },
	{ "S ⇒ ∃x, P(x)", "S ⇒ (∃x, P(x))" },
	{ "(∀x, P(x)) ⇒ S", "(∀x, P(x)) ⇒ S" },
	{ "¬∀x, P(x) ⇒ S", "¬(∀x, P(x) ⇒ S)" },
	{ "non (pour tout x, P(x))", "¬(∀x, P(x))" },
	{ "(∀x, P(x))'", "¬(∀x, P(x))" },
	{ "\\overline{\\forall x, P(x)}", "¬(∀x, P(x))" },
	{ "∀x, P̄(x)", "∀x, ¬P(x)" },
	{ "∀x ((∃x, Q(x)) et P(x))", "∀x, (∃x, Q(x)) ∧ P(x)" },
	{ "S ∧ ∀x P(x) ∨ S", "S ∧ (∀x, P(x) ∨ S)" },
	{ "∀x_1, P(x_1)", "∀x_1, P(x_1)" },
	{ "∀x, p(x)", "∀x, P(x)" },
	{ "vrai", "1" },
};

static void test_readings(void **state)
{
	struct arena *arena = arena_new(0);
	struct statement first, again;
	struct world world;

	make_world(&world, arena);
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		read_or_fail(&first, readings[i][0], &world, arena);
		const char *text = statement_text(&first, first.expr, &world, arena);
		if (strcmp(text, readings[i][1]) != 0)
			fail_msg("'%s' is read as '%s', not as '%s'", readings[i][0], text, readings[i][1]);
		read_or_fail(&again, text, &world, arena);
		assert_string_equal(statement_text(&again, again.expr, &world, arena), text);
		struct table a = table_for(readings[i][0], &world, arena), b = table_for(text, &world, arena);
		assert_true(table_same(&a, &b));
	}
	arena_free(arena);
}

static void test_pictures(void **state)
{
	struct arena *arena = arena_new(0);
	struct buf cleanup_buf out = BUF_INIT;
	struct statement statement;
	struct world world;

	make_world(&world, arena);
	read_or_fail(&statement, "∀x, ∃y, R(x,y) et x ≠ y", &world, arena);
	statement_print_latex(&out, &statement, statement.expr, &world);
	assert_string_equal(buf_str(&out),
		"\\forall \\mathit{x},\\; \\exists \\mathit{y},\\; \\mathit{R}(\\mathit{x}, \\mathit{y}) \\land "
		"\\mathit{x} "
		"\\neq \\mathit{y}");
	buf_reset(&out);
	statement_print_mathml(&out, &statement, statement.leaves[statement.leaf_count - 1].body, &world);
	assert_non_null(strstr(buf_str(&out), "<math"));
	buf_reset(&out);
	read_or_fail(&statement, "¬P(1)", &world, arena);
	statement_print_mathml(&out, &statement, statement.expr, &world);
	assert_string_equal(buf_str(&out),
		"<math "
		"xmlns=\"http://www.w3.org/1998/Math/MathML\"><mrow><mo>¬</mo><mrow><mi>P</mi><mo>(</mo><mi>1</mi>"
		"<mo>)</mo></mrow></mrow></math>");
	arena_free(arena);
}

struct wrong {
	const char *text, *code;
	int column;
};

static const struct wrong wrongs[] = {
	{ "", "blank", 1 },
	{ "   ", "blank", 1 },
	{ "P(x)", "not-bound", 3 },
	{ "(∀x, P(x)) et Q(x)", "not-bound", 17 },
	{ "∀x, R(x, y)", "not-bound", 10 },
	{ "∃x, x = z", "not-bound", 9 },
	{ "∃x, x = uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu", "not-bound", 9 },
	{ "∃x, uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu = x", "not-bound", 5 },
	{ "P(uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu)", "not-bound", 3 },
	{ "P(4)", "not-element", 3 },
	{ "∀x, R(x, 0)", "not-element", 10 },
	{ "∃x, x = 7", "not-element", 9 },
	{ "∀x, T(x)", "unknown-predicate", 5 },
	{ "∀x, toto", "unknown-predicate", 5 },
	{ "∃x, PQ(x)", "predicate-arguments", 5 },
	{ "∀x, P", "predicate-arguments", 5 },
	{ "∀x, Px", "predicate-arguments", 5 },
	{ "∀x, P(x, x)", "predicate-arguments", 5 },
	{ "∀x, R(x)", "predicate-arguments", 5 },
	{ "∀x, P()", "predicate-arguments", 5 },
	{ "∀x, P(x", "predicate-close", 5 },
	{ "∀x, R(x,", "predicate-close", 5 },
	{ "∃x, R(1, 2", "predicate-close", 5 },
	{ "∀x, x", "element-alone", 5 },
	{ "∃x, x ∧ P(x)", "element-alone", 5 },
	{ "∀x, xRx", "unknown-predicate", 5 },
	{ "∀", "quantifier-variable", 1 },
	{ "∃y99999999999999999999999999999999, P(y99999999999999999999999999999999)", "name-too-long", 2 },
	{ "∀, P(x)", "quantifier-variable", 1 },
	{ "pour tout poste, P(x)", "quantifier-variable", 1 },
	{ "∃!x, P(x)", "quantifier-unique", 1 },
	{ "il existe un unique x tel que P(x)", "quantifier-unique", 1 },
	{ "∃ unique x, P(x)", "quantifier-unique", 1 },
	{ "∀x ∈ {1, 2}, P(x)", "quantifier-part", 6 },
	{ "∃x ∈ {1}, P(x)", "quantifier-part", 6 },
	{ "∀x ∈ {1, 2, 4}, P(x)", "quantifier-part", 6 },
	{ "∀x", "missing-quantified", 1 },
	{ "(∃x)", "missing-quantified", 2 },
	{ "∀x,", "missing-quantified", 1 },
	{ "∀x, P(x) Q(x)", "missing-operator", 10 },
	{ "∀x, P(x) et", "missing-right", 10 },
	{ "∃x, x = ", "missing-right", 7 },
	{ "(∀x, P(x)", "parenthesis-open", 1 },
	{ "∀x, P(x))", "parenthesis-close", 9 },
	{ "∀a∀b∀c∀d∀e∀f∀g∀h∀i, P(i)", "too-many-quantifiers", 17 },
};

static void test_wrongs(void **state)
{
	struct arena *arena = arena_new(0);
	struct statement statement;
	struct world world;

	make_world(&world, arena);
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
		struct slip slip = { 0 };
		if (statement_read(&statement, wrongs[i].text, strlen(wrongs[i].text), &world, arena, &slip) == 0)
			fail_msg("'%s' is read", wrongs[i].text);
		if (strcmp(slip.message.code, wrongs[i].code) != 0 || slip.column != wrongs[i].column)
			fail_msg("'%s': %s at column %d, not %s at %d", wrongs[i].text, slip.message.code, slip.column,
				wrongs[i].code, wrongs[i].column);
	}
	arena_free(arena);
}

struct pair {
	const char *a, *b;
	bool same;
};

static const struct pair pairs[] = {
	{ "¬∀x, P(x)", "∃x, ¬P(x)", true },
	{ "¬∃x, P(x)", "∀x, ¬P(x)", true },
	{ "¬∀x, P(x) ⇒ Q(x)", "∃x, P(x) ∧ ¬Q(x)", true },
	{ "∀x, P(x)", "P(1) ∧ P(2) ∧ P(3)", true },
	{ "∃x, R(x, 2)", "R(1,2) ou R(2,2) ou R(3,2)", true },
	{ "∀x, ∀y, R(x,y)", "∀y, ∀x, R(x,y)", true },
	{ "∀x, ∃y, R(x,y)", "∃y, ∀x, R(x,y)", false },
	{ "∀x, P(x) ∧ Q(x)", "(∀x, P(x)) ∧ (∀y, Q(y))", true },
	{ "∀x, P(x) ∨ Q(x)", "(∀x, P(x)) ∨ (∀y, Q(y))", false },
	{ "∃x, P(x) ∨ Q(x)", "(∃x, P(x)) ∨ (∃x, Q(x))", true },
	{ "∃x, P(x) ∧ Q(x)", "(∃x, P(x)) ∧ (∃x, Q(x))", false },
	{ "S ⇒ ∀x, P(x)", "∀x, S ⇒ P(x)", true },
	{ "(∀x, P(x)) ⇒ S", "∃x, P(x) ⇒ S", true },
	{ "(∀x, P(x)) ⇒ S", "∀x, P(x) ⇒ S", false },
	{ "∀x, x = x", "vrai", true },
	{ "∃x, ∀y, x = y", "faux", true },
	{ "∃x, ∃y, x ≠ y", "vrai", true },
	{ "∃x, x = 2 et P(x)", "P(2)", true },
	{ "∃x, (P(x) et ∀y, P(y) ⇒ y = x)",
		"P(1)·non P(2)·non P(3) ou non P(1)·P(2)·non P(3) ou non P(1)·non P(2)·P(3)", true },
};

static void test_equivalence(void **state)
{
	struct arena *arena = arena_new(0);
	struct world world;

	make_world(&world, arena);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct table a = table_for(pairs[i].a, &world, arena), b = table_for(pairs[i].b, &world, arena);
		if (table_same(&a, &b) != pairs[i].same)
			fail_msg("'%s' and '%s' are %sequivalent", pairs[i].a, pairs[i].b, pairs[i].same ? "not " : "");
	}
	arena_free(arena);
}

struct triple {
	const char *right, *answer, *first, *second, *at;
};

static const struct triple triples[] = {
	{ "∃x, ¬P(x)", "∀x, P(x)", "negated", NULL, "∀x, P(x)" },
	{ "∀x, ∃y, R(x,y)", "¬∀x, ∃y, R(x,y)", "negated", NULL, "¬(∀x, ∃y, R(x, y))" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∀x, P(x) ⇒ Q(x)", "negated", NULL, "∀x, P(x) ⇒ Q(x)" },
	{ "∃x, ¬P(x)", "∀x, ¬P(x)", "quantifier", NULL, "∀x, ¬P(x)" },
	{ "∀x, ∃y, ¬R(x,y)", "∀x, ∀y, ¬R(x,y)", "quantifier", NULL, "∀y, ¬R(x, y)" },
	{ "∀x, ∃y, ¬R(x,y)", "∃x, ∃y, ¬R(x,y)", "quantifier", NULL, "∃x, ∃y, ¬R(x, y)" },
	{ "S ⇒ ∀x, P(x)", "S ⇒ ∃x, P(x)", "quantifier", NULL, "∃x, P(x)" },
	{ "∀x, ∃y, ¬R(x,y)", "∃x, ∀y, ¬R(x,y)", "all-quantifiers", NULL, NULL },
	{ "∃x, ∃y, R(x,y) ∧ P(x)", "∀x, ∀y, R(x,y) ∧ P(x)", "all-quantifiers", NULL, NULL },
	{ "∀x, ∀y, R(x,y) ⇒ P(x)", "∃x, ∃y, R(x,y) ⇒ P(x)", "all-quantifiers", NULL, NULL },
	{ "∀x, ∃y, ¬R(x,y)", "∃y, ∀x, ¬R(x,y)", "order", NULL, "∃y, ∀x, ¬R(x, y)" },
	{ "∃x, ∀y, R(x,y)", "∀y, ∃x, R(x,y)", "order", NULL, "∀y, ∃x, R(x, y)" },
	{ "S ⇒ ∀x, ∃y, R(x,y)", "S ⇒ ∃y, ∀x, R(x,y)", "order", NULL, "∃y, ∀x, R(x, y)" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∃x, P(x) ⇒ ¬Q(x)", "implies-for-and", NULL, "P(x) ⇒ ¬Q(x)" },
	{ "∃x, P(x) ∧ Q(x)", "∃x, P(x) ⇒ Q(x)", "implies-for-and", NULL, "P(x) ⇒ Q(x)" },
	{ "∃x, ∃y, P(x) ∧ ¬R(x,y)", "∃x, ∃y, P(x) ⇒ ¬R(x,y)", "implies-for-and", NULL, "P(x) ⇒ ¬R(x, y)" },
	{ "∀x, P(x) ⇒ Q(x)", "∀x, P(x) ∧ Q(x)", "and-for-implies", NULL, "P(x) ∧ Q(x)" },
	{ "∀x, P(x) ⇒ ¬Q(x)", "∀x, P(x) ∧ ¬Q(x)", "and-for-implies", NULL, "P(x) ∧ ¬Q(x)" },
	{ "∀x, P(x) ⇒ ∃y, R(x,y)", "∀x, P(x) ∧ ∃y, R(x,y)", "and-for-implies", NULL, "P(x) ∧ (∃y, R(x, y))" },
	{ "∃x, ¬P(x)", "∃x, P(x)", "body-not-negated", NULL, "∃x, P(x)" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∃x, P(x) ⇒ Q(x) ∨ Q(x)", "body-not-negated", NULL, "∃x, P(x) ⇒ Q(x) ∨ Q(x)" },
	{ "∀x, ∃y, ¬R(x,y)", "∀x, ∃y, R(x,y)", "body-not-negated", NULL, "∃y, R(x, y)" },
	{ "∀x, P(x) ⇒ Q(x)", "∀x, Q(x) ⇒ P(x)", "implication-reversed", NULL, "Q(x) ⇒ P(x)" },
	{ "∃x, Q(x) ⇒ P(x)", "∃x, P(x) ⇒ Q(x)", "implication-reversed", NULL, "P(x) ⇒ Q(x)" },
	{ "S ⇒ ∀x, P(x)", "(∀x, P(x)) ⇒ S", "implication-reversed", NULL, "(∀x, P(x)) ⇒ S" },
	{ "∀x, P(x) ⇒ Q(x)", "∀x, P(x) ⇔ Q(x)", "iff-for-implies", NULL, "P(x) ⇔ Q(x)" },
	{ "∀x, P(x) ⇔ Q(x)", "∀x, P(x) ⇒ Q(x)", "iff-for-implies", NULL, "P(x) ⇒ Q(x)" },
	{ "S ⇒ ∀x, P(x)", "S ⇔ ∀x, P(x)", "iff-for-implies", NULL, "S ⇔ (∀x, P(x))" },
	{ "∀x, P(x) ∨ Q(x)", "∀x, P(x) ∧ Q(x)", "operators-exchanged", NULL, "P(x) ∧ Q(x)" },
	{ "∃x, P(x) ∧ Q(x)", "∃x, P(x) ∨ Q(x)", "operators-exchanged", NULL, "P(x) ∨ Q(x)" },
	{ "S ∨ ∀x, P(x)", "S ∧ ∀x, P(x)", "operators-exchanged", NULL, "S ∧ (∀x, P(x))" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∃x, P(x) ∧ Q(x)", "negation-missing", NULL, "Q(x)" },
	{ "∀x, ¬P(x) ∨ Q(x)", "∀x, P(x) ∨ Q(x)", "negation-missing", NULL, "P(x)" },
	{ "S ∧ ∃x, ¬P(x)", "S ∧ ∀x, P(x)", "negation-missing", NULL, "∀x, P(x)" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∃x, ¬P(x) ∧ ¬Q(x)", "negation-extra", NULL, "¬P(x)" },
	{ "∀x, P(x) ⇒ Q(x)", "∀x, P(x) ⇒ ¬Q(x)", "negation-extra", NULL, "¬Q(x)" },
	{ "S ∨ ∀x, P(x)", "¬S ∨ ∀x, P(x)", "negation-extra", NULL, "¬S" },
	{ "∀x, ∃y, R(x,y)", "∀x, ∃y, R(y,x)", "arguments", NULL, "R(y, x)" },
	{ "∃x, R(1,x) ∧ P(x)", "∃x, R(x,1) ∧ P(x)", "arguments", NULL, "R(x, 1)" },
	{ "∀y, R(y,2)", "∀y, R(2,y)", "arguments", NULL, "R(2, y)" },
	{ "∃x, P(x) ∧ ¬Q(x)", "∀x, P(x) ⇒ ¬Q(x)", "quantifier", "implies-for-and", NULL },
	{ "∃x, ∀y, P(x) ∧ ¬R(x,y)", "∀x, ∀y, P(x) ⇒ ¬R(x,y)", "quantifier", "implies-for-and", NULL },
	{ "S ∧ ∃x, P(x) ∧ ¬Q(x)", "S ∧ ∀x, P(x) ⇒ ¬Q(x)", "quantifier", "implies-for-and", NULL },
	{ "∃x, ∃y, P(x) ∧ ¬R(x,y)", "∀x, ∀y, P(x) ⇒ ¬R(x,y)", "all-quantifiers", "implies-for-and", NULL },
	{ "∀x, P(x)", "∃x, Q(x)", NULL, NULL, NULL },
	{ "∀x, P(x) ⇒ Q(x)", "∃x, R(x,x)", NULL, NULL, NULL },
	{ "S", "∃x, R(x,x)", NULL, NULL, NULL },
};

static void check_triple(const struct triple *triple, const struct world *world, struct arena *arena)
{
	struct table wanted = table_for(triple->right, world, arena);
	struct statement_fault fault;
	struct statement answer;

	read_or_fail(&answer, triple->answer, world, arena);
	statement_fault_find(&fault, &answer, world, &wanted);
	const char *first = fault.count > 0 ? statement_mistake_name(fault.edits[0].mistake) : "";
	const char *second = fault.count > 1 ? statement_mistake_name(fault.edits[1].mistake) : "";
	if (strcmp(first, triple->first ? triple->first : "") != 0 ||
		strcmp(second, triple->second ? triple->second : "") != 0)
		fail_msg("'%s' for '%s': '%s' '%s'", triple->answer, triple->right, first, second);
	if (!triple->at)
		return;
	const char *at = statement_text(&answer, fault.edits[0].at, world, arena);
	if (strcmp(at, triple->at) != 0)
		fail_msg("'%s' for '%s': at '%s'", triple->answer, triple->right, at);
}

static void test_mistakes(void **state)
{
	struct arena *arena = arena_new(0);
	struct world world;

	make_world(&world, arena);
	for (size_t i = 0; i < sizeof(triples) / sizeof(triples[0]); i++)
		check_triple(&triples[i], &world, arena);
	arena_free(arena);
}

/* Eight quantifiers over four elements are 65 536 copies of what they say. */
static void test_bounds(void **state)
{
	static const char *const four[] = { "1", "2", "3", "4" };
	static const struct predicate two[] = { { "R", 2 } }, more[] = { { "R", 2 }, { "P", 1 } };
	struct arena *arena = arena_new(0);
	struct world world = { four, 4, two, 1, { 0 }, { 0 } }, large = { four, 4, more, 2, { 0 }, { 0 } };
	const char *deep = "∀a∀b∀c∀d∀e∀f∀g∀h, R(a, b)";
	struct statement statement;

	assert_true(world_make(&world, arena));
	assert_false(world_make(&large, arena));
	read_or_fail(&statement, deep, &world, arena);
	assert_null(statement_ground(&statement, &world, arena));
	read_or_fail(&statement, "∀a∀b∀c∀d, R(a, b) ∨ R(c, d)", &world, arena);
	assert_non_null(statement_ground(&statement, &world, arena));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_wrongs),
		cmocka_unit_test(test_equivalence),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
