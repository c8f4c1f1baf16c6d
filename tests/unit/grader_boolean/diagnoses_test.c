/*
 * Each diagnosis has three triples at least: question, answer, what must be said. Here are those that the tables of the
 * kinds leave to others; triples.py counts them all.
 */
#include "../triples/triples.h"
#include "grader_boolean/grader_boolean.h"

/* Expressions: their values. */
static const struct triple boolean_values[] = {
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c'", "ab + 1", "0", "mistake-constant" },
	{ NULL, "ab·0 + c", "0", "mistake-constant" },
	{ NULL, "(a + 1)b + c", "0", "mistake-constant" },
};

/* Their form. */
static const struct triple boolean_forms[] = {
	{ "'variables': ['a', 'b', 'c'], 'function': 'a(b + c)', 'form': 'sum-of-products'", "ab xor ab'c", "10",
		"form-operator" },
	{ NULL, "ab + ac + 0", "10", "form-constant" },
	{ NULL, "ab·1 + ac", "10", "form-constant" },
	{ NULL, "aab + ac", "10", "form-literal-twice" },
	{ NULL, "ab + aa'b + ac", "10", "form-literal-twice" },
	{ NULL, "ab + a ac", "10", "form-literal-twice" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c', 'form': 'sum-of-products'", "ab xor c xor abc", "10",
		"form-operator" },
	{ NULL, "c + (a xor ab')", "10", "form-operator" },
	{ NULL, "ab + c + aa'", "2", "form-literal-twice" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + ac', 'form': 'product-of-sums'", "(a + bc)(b + c)a", "10",
		"form-mixed-product" },
	{ NULL, "(a + ac)(b + c)", "10", "form-mixed-product" },
	{ NULL, "a(b + b'c)", "10", "form-mixed-product" },
	{ NULL, "a(b xor c xor bc)", "10", "form-operator-product" },
	{ NULL, "a(b' => c)", "10", "form-operator-product" },
	{ NULL, "a(b + (c xor bc))", "10", "form-operator-product" },
	{ NULL, "a(b + c)(a + 0)", "10", "form-constant-product" },
	{ NULL, "a·1·(b + c)", "10", "form-constant-product" },
	{ NULL, "a(b + c + 0)", "10", "form-constant-product" },
	{ NULL, "a(b + b + c)", "10", "form-literal-twice-product" },
	{ NULL, "(a + a)(b + c)", "10", "form-literal-twice-product" },
	{ NULL, "a(b + c)(a + a' + b)", "10", "form-literal-twice-product" },
	{ NULL, "a(b + c)(b + c)", "10", "form-term-twice-product" },
	{ NULL, "a(c + b)(b + c)", "10", "form-term-twice-product" },
	{ NULL, "a(b + c)a", "10", "form-term-twice-product" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + ac', 'form': 'canonical-product'", "a(a' + b + c)", "10",
		"form-not-all-variables-product" },
	{ NULL, "(a + b)(a + b')(a' + b + c)", "10", "form-not-all-variables-product" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c', 'form': 'nand'", "¬(¬(ab)c')", "10",
		"form-not-only-nand" },
	{ NULL, "(a ↑ b) ↑ c'", "10", "form-not-only-nand" },
	{ NULL, "(a + c)(b + c)", "10", "form-not-only-nand" },
};

/* Minimal forms that are not. */
static const struct triple boolean_minimal[] = {
	{ "'variables': ['a', 'b', 'c'], 'function': [0, 7], 'form': 'minimal-product'",
		"(a' + b)(a + b')(b' + c)(b + c')", "13.75", "fewer-terms-product" },
	{ NULL, "(a' + b)(a + b')(a' + c)(a + c')", "13.75", "fewer-terms-product" },
	{ NULL, "(a' + c)(a + c')(b' + c)(b + c')", "13.75", "fewer-terms-product" },
	{ NULL, "(a' + b)(b' + c)(c' + a)(a' + c)", "13.75", "redundant-term-product" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': [4, 5, 6, 7, 9, 12, 14], 'form': 'minimal-product'",
		"(b + d)(a' + c' + d')(a + b)(a' + b' + d')", "14.5", "fewer-literals-product" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 1, 2, 3, 8, 10, 13], 'form': 'minimal-product'",
		"(b' + d)(a' + c' + d')(a + b')(a' + b + d')", "14.5", "fewer-literals-product" },
};

/* Grids. */
static const struct triple maps[] = {
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'ab', 'ask': ['grid']", "0010\n0010\n0010\n0010", "0",
		"map-exchanged" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'a + b', 'ask': ['grid']", "0111\n0111\n0111\n0111", "0",
		"map-exchanged" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'c`d', 'ask': ['grid']", "0000\n1111\n0000\n0000", "0",
		"map-exchanged" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'ab + cd`', 'ask': ['grid']", "0010\n0010\n0010\n1111", "0",
		"map-binary-both" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'ac + bd', 'ask': ['grid']", "0000\n0101\n0011\n0111", "60/7",
		"map-binary-both" },
	{ NULL, "0 0 0 0\n0 1 1 0\n0 1 1 1\n0 . 1 1", "120/7", "map-cell-blank" },
	{ NULL, "0 0 0 0\n0 1 1 0\n. 1 1 1\n0 0 1 1", "120/7", "map-cell-blank" },
};

/* Groups; the directions in which one grows. */
static const struct triple groups[] = {
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'b', 'ask': ['groups']", "bc'", "10", "group-grow-right" },
	{ NULL, "bc", "10", "group-grow-left" },
	{ NULL, "ab", "10", "group-grow-up" },
	{ NULL, "bd'", "10", "group-grow-right", "par-delà le bord" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'd', 'ask': ['groups']", "c'd", "10", "group-grow-right" },
	{ NULL, "cd", "10", "group-grow-left" },
	{ NULL, "ad", "10", "group-grow-up" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'a', 'ask': ['groups']", "ab'", "10", "group-grow-up" },
	{ NULL, "ac", "10", "group-grow-left" },
	{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f'], 'function': 'f', 'ask': ['groups']", "df", "10",
		"group-grow-mirror" },
	{ NULL, "e'f", "10", "group-grow-mirror" },
	{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f'], 'function': 'bc', 'ask': ['groups']", "abc", "10",
		"group-grow-mirror" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 1, 2, 3, 8, 10, 11, 13, 15], 'ask': ['groups']",
		"b'd'\nacd\na'b'\nabd", "15", "groups-larger", "un choix de 4 groupes" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': [4, 5, 6, 7, 9, 11, 12, 14, 15], 'ask': ['groups']",
		"bd'\nacd\na'b\nab'd", "15", "groups-larger" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': [0, 1, 3, 5, 6, 8, 9, 10, 11, 13, 14], 'ask': ['groups']",
		"c'd\nb'd\nb'c'\nbcd'\nacd'", "15", "groups-larger" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'ab + cd', 'ask': ['groups']", "ab\ncd\nbb'c", "40/3",
		"group-empty" },
	{ NULL, "dd'\nab\ncd", "40/3", "group-empty" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'ab + cd'",
		"Grille\n0010\n0110\n1111\n0010\nGroupes\nab\ncd\nbd\nExpression\nE = ab + cd + bd", "400/21",
		"map-carried-groups" },
	{ NULL, "Grille\n0010\n0011\n1111\n0010\nGroupes\nab\ncd\nbc\nExpression\nE = ab + cd + bc", "400/21",
		"map-carried-groups" },
};

/* Derivations. */
static const struct triple derivations[] = {
	{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`b + c', 'to': 'b + c'", "= b(a·a') + c\n= b·0 + c\n= c", "0",
		"derivation-astray", "ligne 1" },
	{ NULL, "= b(a + a') + c", "10/3", "derivation-not-there" },
	{ NULL, "= b·1 + c", "20/3", "derivation-not-there" },
	{ NULL, "= ab + a'b\n= b + c", "0", "derivation-astray" },
	{ "'variables': ['a', 'b'], 'from': '¬(a + b) + ab`', 'form': 'minimal-sum'", "= a'b' + ab'\n= a'b'", "0",
		"derivation-astray", "ligne 2" },
	{ NULL, "= b'", "5", "derivation-gaps" },
	{ NULL, "= (a' + a)b' (De Morgan)\n= b'", "5", "step-not-that-law" },
	{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`c + bc + abc', 'to': 'ab + a`c', 'laws': 'named'",
		"= ab + a'c + bc (absorption)\n= ab + a'c", "15", "step-no-law", "consensus" },
	{ NULL, "= ab + a'c + bc (loi de Toto)\n= ab + a'c (consensus)", "15", "step-unknown-law" },
	{ NULL, "= ab + a'c + bc (absorption)\n= ab + a'c (règle de trois)", "15", "step-unknown-law" },
	{ NULL, "= ab + a'c + bc\n= ab + a'c", "10", "step-no-law" },
	{ "'variables': ['a', 'b', 'c'], 'from': 'ab + ab` + a`c', 'form': 'minimal-sum'", "= a + c (De Morgan)", "5",
		"step-not-that-law" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'from': 'ab + ab` + a`c + a`cd', 'to': 'a + c'",
		"= ab + ab' + a'c\n= a + c", "60/7", "derivation-gaps" },
	{ NULL, "= a + c (distributivité)", "0", "step-not-that-law" },
	{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`c + bc', 'to': 'ab + a`c', 'allowed': ['distributivity', "
	  "'complement', 'neutral', 'absorption'], 'solution': ['ab + a`c + bc·1', 'ab + a`c + bc(a + a`)', 'ab + a`c "
	  "+ abc + a`bc', 'ab + a`c + a`bc', 'ab + a`c']",
		"= ab + a'c", "0", "step-law-forbidden", "consensus" },
	{ NULL, "= ab + bc\n= ab + a'c", "0", "derivation-astray" },
	{ "'variables': ['a', 'b', 'c'], 'from': 'a + ab + c', 'to': 'a + c', 'allowed': ['distributivity', "
	  "'absorbing', 'neutral'], 'solution': ['a·1 + ab + c', 'a(1 + b) + c', 'a·1 + c', 'a + c']",
		"= a + c", "0", "step-law-forbidden", "absorption" },
	{ NULL, "= a + ab + ab + c\n= a + c", "0", "step-law-forbidden", "idempotence" },
};

/* Formulas of propositions. */
static const struct triple propositions[] = {
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ∧ Q'", "P ⇒ Q", "0", "proposition-implies-for-and" },
	{ NULL, "P ∧ R", "0", "proposition-variable" },
	{ NULL, "P ∧ Q ∧ R", "0", "proposition-factor-extra" },
	{ NULL, "P", "0", "proposition-factor-missing" },
	{ NULL, "(P ∧ Q) ∨ R", "0", "proposition-term-extra" },
	{ NULL, "P ∧ 1", "0", "proposition-constant" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': '(P ∧ Q) ∨ R'", "(P ⇒ Q) ∨ R", "0", "proposition-implies-for-and" },
	{ NULL, "P ∧ (Q ∨ R)", "0", "proposition-precedence" },
	{ NULL, "(P ∨ Q) ∧ R", "0", "proposition-all-operators-exchanged" },
	{ NULL, "P ∧ Q ∧ R", "0", "proposition-operators-exchanged" },
	{ NULL, "P ∧ Q", "0", "proposition-term-missing" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ∧ Q ∧ R'", "P ∧ (Q ⇒ R)", "0", "proposition-implies-for-and" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': '¬(P ∧ Q) ∨ R'", "¬((P ∧ Q) ∨ R)", "0",
		"proposition-bar-too-long" },
	{ NULL, "¬P ∧ Q ∨ R", "0", "proposition-bar-too-short" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ∨ ¬(Q ∧ R)'", "¬(P ∨ Q ∧ R)", "0", "proposition-bar-too-long" },
	{ NULL, "P ∨ ¬Q ∧ R", "0", "proposition-bar-too-short" },
	{ NULL, "P ∨ (¬Q ∧ ¬R)", "0", "proposition-de-morgan" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': '¬(P ∨ Q) ∧ R'", "¬((P ∨ Q) ∧ R)", "0",
		"proposition-bar-too-long" },
	{ NULL, "(¬P ∨ Q) ∧ R", "0", "proposition-bar-too-short" },
	{ NULL, "(¬P ∨ ¬Q) ∧ R", "0", "proposition-de-morgan" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ∧ (Q ∨ R)'", "P ∧ Q ∨ R", "0", "proposition-precedence" },
	{ NULL, "P ∨ (Q ∧ R)", "0", "proposition-all-operators-exchanged" },
	{ NULL, "P ∧ Q ∧ R", "0", "proposition-operators-exchanged" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ∨ Q'", "¬P ∨ Q", "0", "proposition-bar-extra" },
	{ NULL, "¬P ∧ ¬Q", "0", "proposition-negated" },
	{ NULL, "P", "0", "proposition-term-missing" },
	{ NULL, "Q", "0", "proposition-term-missing" },
	{ NULL, "P ∨ Q ∨ R", "0", "proposition-term-extra" },
	{ NULL, "P ∨ 1", "0", "proposition-constant" },
	{ NULL, "P ∨ R", "0", "proposition-variable" },
	{ NULL, "P ∨ (Q ∧ R)", "0", "proposition-factor-extra" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': '(P ∧ Q) ∨ (¬P ∧ R)'", "(P ∧ Q) ∨ (¬P ∧ Q)", "0",
		"proposition-variable" },
	{ NULL, "(P ∧ Q) ∨ (¬P ∧ R) ∨ Q", "0", "proposition-term-extra" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'P ⇒ (Q ∧ R)'", "P ⇒ Q", "0", "proposition-factor-missing" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': '(P ∧ Q) ⇒ R'", "P ∧ Q ⇒ 0", "0", "proposition-constant" },
	{ NULL, "P ⇒ R", "0", "proposition-factor-missing" },
	{ "'variables': ['P', 'Q', 'R'], 'formula': 'Q ∨ (P ∧ R)'", "Q ∧ R ∨ (P ∧ R)", "0",
		"proposition-factor-extra" },
};

/* Sentences with quantifiers, natures, consequences. */
static const struct triple statements[] = {
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∀x, P(x) ⇒ Q(x)'", "¬∀x, P(x) ⇒ Q(x)",
		"0", "statement-negated" },
	{ NULL, "∃x, P(x) ∧ ¬Q(x)", "0", "statement-negated" },
	{ NULL, "∀x, P(x) ⇒ ¬Q(x)", "0", "statement-negation-extra" },
	{ NULL, "∀x, P(x) ∨ Q(x)", "0", "statement-negation-missing" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∃x, P(x) ∧ Q(x)'", "∀x, P(x) ⇒ ¬Q(x)",
		"0", "statement-negated" },
	{ NULL, "∃x, ¬P(x) ∧ Q(x)", "0", "statement-negation-extra" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∀x, P(x) ∨ Q(x)'", "∀x, P(x) ∧ Q(x)",
		"0", "statement-operators-exchanged" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∃x, P(x) ∨ Q(x)'", "∃x, P(x) ∧ Q(x)",
		"0", "statement-operators-exchanged" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∃x, ¬P(x) ∧ Q(x)'",
		"∃x, ¬P(x) ⇒ Q(x)", "0", "statement-implies-for-and" },
	{ NULL, "∃x, P(x) ∧ Q(x)", "0", "statement-negation-missing" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∃x, P(x) ∧ ¬Q(x)'",
		"∃x, P(x) ⇒ ¬Q(x)", "0", "statement-implies-for-and" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∀x, P(x) ⇒ ¬Q(x)'",
		"∀x, P(x) ∧ ¬Q(x)", "0", "statement-and-for-implies" },
	{ NULL, "∀x, ¬Q(x) ⇒ P(x)", "0", "statement-implication-reversed" },
	{ NULL, "∀x, P(x) ⇔ ¬Q(x)", "0", "statement-iff-for-implies" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∀x, ¬P(x) ⇒ Q(x)'",
		"∀x, ¬P(x) ∧ Q(x)", "0", "statement-and-for-implies" },
	{ NULL, "∀x, Q(x) ⇒ ¬P(x)", "0", "statement-implication-reversed" },
	{ NULL, "∀x, ¬P(x) ⇔ Q(x)", "0", "statement-iff-for-implies" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'R': 2}, 'formula': '∃x, ∀y, R(x, y)'", "∃x, ∀y, R(y, x)", "0",
		"statement-arguments" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'R': 2}, 'formula': '∀x, ∃y, R(x, y)', 'negate': true",
		"∀x, ∃y, ¬R(x, y)", "0", "statement-all-quantifiers" },
	{ NULL, "∃x, ∀y, ¬R(y, x)", "0", "statement-arguments" },
	{ "'variables': ['P', 'Q', 'R'], 'ask': 'nature', 'formula': '(P ∨ Q) ⇒ R'", "ni l'un ni l'autre", "2",
		"witness-no-true" },
	{ NULL, "ni l'un ni l'autre : fausse pour P=1, Q=0, R=0", "11", "witness-no-true" },
	{ "'domain': ['1', '2'], 'predicates': {'P': 1, 'Q': 1}, 'ask': 'consequence', 'premises': ['∃x, P(x)', '∃x, "
	  "Q(x)'], 'conclusion': '∃x, P(x) ∧ Q(x)'",
		"oui", "0", "follows-not-world" },
	{ "'domain': ['1', '2'], 'predicates': {'R': 2}, 'ask': 'consequence', 'premises': ['∀x, ∃y, R(x, y)'], "
	  "'conclusion': '∃y, ∀x, R(x, y)'",
		"oui", "0", "follows-not-world" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'P': 1, 'Q': 1}, 'formula': '∀x, P(x) ⇒ Q(x)'", "∀x, P(x) ∧ ¬Q(x)",
		"0", "statement-body-not-negated-meaning", "la négation de ce qui est attendu" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'R': 2}, 'formula': '∃x, ∀y, R(x, y)'", "∃x, ∀y, ¬R(x, y)", "0",
		"statement-body-not-negated-meaning" },
	{ "'domain': ['1', '2', '3'], 'predicates': {'R': 2}, 'formula': '∀x, R(x, x)'", "∀x, ¬R(x, x)", "0",
		"statement-body-not-negated-meaning" },
};

/* Columns. */
static const struct triple truth[] = {
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['a`'], 'required': true",
		"a b a' E\n0 0 1 .\n0 1 1 .\n1 0 0 .\n1 1 0 .", "10", "column-blank" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + c'", "0\n1\n0\n1\n0\n1\n1\n.", "40/3", "column-unfinished",
		"a = 1, b = 1, c = 1" },
	{ NULL, ".\n1\n0\n1\n0\n1\n1\n1", "40/3", "column-unfinished" },
	{ NULL, "a b c bc E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 0 0\n101 0 1\n110 0 1\n111 1 1", "20",
		"extra-column", "b = 1, c = 1" },
	{ NULL, "a b c a' E\n000 1 0\n001 1 1\n010 1 0\n011 0 1\n100 0 0\n101 0 1\n110 0 1\n111 0 1", "20",
		"extra-column" },
};

#define RUN(name, kind)                                                                                                \
	static void test_##name(void **state)                                                                          \
	{                                                                                                              \
		triples_run(&kind, name, sizeof(name) / sizeof(name[0]));                                              \
	}
RUN(boolean_values, boolean_kind)
RUN(boolean_forms, boolean_kind)
RUN(boolean_minimal, boolean_kind)
RUN(maps, karnaugh_kind)
RUN(groups, karnaugh_kind)
RUN(derivations, derivation_kind)
RUN(propositions, proposition_kind)
RUN(statements, proposition_kind)
RUN(truth, truth_table_kind)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_boolean_values),
		cmocka_unit_test(test_boolean_forms),
		cmocka_unit_test(test_boolean_minimal),
		cmocka_unit_test(test_maps),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_derivations),
		cmocka_unit_test(test_propositions),
		cmocka_unit_test(test_statements),
		cmocka_unit_test(test_truth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
