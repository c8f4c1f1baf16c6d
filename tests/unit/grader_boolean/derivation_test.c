/* The kind `derivation`: line by line. */
#include "grader_boolean/grader_boolean.h"
#include "../triples/triples.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

#define EXAM   "'variables': ['a', 'b', 'c'], 'from': 'ab + a`b + c', 'to': 'b + c'"
#define MORGAN "'variables': ['a', 'b'], 'from': '¬(a + b) + ab`', 'form': 'minimal-sum'"

static void test_right(void **state)
{
	static const struct triple rows[] = {
		{ EXAM, "E = ab + a'b + c\n= (a + a')b + c\n= 1·b + c\n= b + c", "20", "" },
		{ NULL, "= (a + a')b + c (distributivité)\n= 1·b + c (complément)\n= b + c (élément neutre)", "20",
			"" },
		{ NULL, "E = ab + a'b + c = b(a + a') + c = b·1 + c = b + c", "20", "" },
		{ NULL, "b(a + a') + c par distributivité\nb·1 + c # complément\nc + b [neutre]", "20", "" },
		/* what people do not write down */
		{ NULL, "= b(a + a') + c\n= b + c", "20", "" },
		{ NULL, "[{'expression': 'b(a + a`) + c', 'law': 'distributivité'}, {'expression': 'b + c'}]", "20", "",
			NULL, true },
		{ MORGAN, "E = a'b' + ab'\n= (a' + a)b'\n= 1·b'\n= b'", "20", "" },
	};

	triples_run(&derivation_kind, rows, COUNT(rows));
}

/* As people write who are tired: several laws in a line, odd words, no accents, arrows for signs =. */
static void test_tired(void **state)
{
	static const struct triple rows[] = {
		{ EXAM, "E = ab + a'b + c\nb(a+a') + c   mise en facteur\nb + c  car a+a' = 1", "20", "" },
		{ NULL, "ab+a'b+c\n=b(a+a')+c on factorise par b\n=b.1+c tiers exclus\n=b+c", "20", "" },
		{ NULL, "ab+a'b+c : on factorise\nb(a+a')+c : complement\nb+c", "20", NULL },
		{ NULL, "ab+a'b+c => b(a+a')+c => b+c", "20", "" },
		{ NULL, "ab+a'b+c <=> b(a+a')+c\n⇔ E = b.1+c ⇔ b+c", "20", "" },
		{ NULL, "→ b(a+a')+c\n-> b+c", "20", "" },
		{ NULL, "= b(a + a') + c => b(a ⇔ a) + c => b·1 + c ⇔ b + c", "20", NULL },
		{ NULL, "« ab+a'b+c\n= b(a+a')+c\n= b+c »", "20", "" },
		{ NULL, "\"ab+a'b+c\"\n\"= b(a+a')+c\"\n\"= b+c\"", "20", "" },
		{ NULL, "```\nab+a'b+c\n= b(a+a')+c\n= b+c\n```", "20", "" },
		{ NULL, "Réponse : ab+a'b+c\n= b(a+a')+c\n= b+c", "20", "" },
		{ NULL, "\"ab+a'b+c", "?", "unknown-sign" },
		{ NULL, "1) ab+a'b+c\n2) b(a+a')+c\n3) b+c", "20", "" },
		{ NULL, "- ab+a'b+c\n- b(a+a')+c\n- b+c", "20", "" },
		{ NULL,
			"on a E = ab+a'b+c\ndonc E = b(a+a')+c (distributivite)\nd'où E = b*1+c (complementarite)\nE = "
			"b+c (element neutre)",
			"20", "" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + ab` + a`c', 'form': 'minimal-sum', 'laws': 'named'",
			"=a(b+b')+a'c (distributivite)\n=a+a'c (complementarite et element neutre)\n=a+c (redondance)",
			"20", "" },
		{ NULL, "=a+a'c (factorisation puis complementarite)\n=a+c (simplification)", "20", "" },
		{ NULL, "=a+a'c (factorisation, b+b'=1)\n=a+c (allegement)", "20", "" },
		{ NULL, "=a+a'c (b+b'=1)\n=(a+a')(a+c) (distributivite)\n=a+c (complement, neutre)", "20", "" },
		{ NULL, "=a+a'c (regroupement)\n=a+c (De Morgan et idempotence)", "15", "step-other-law" },
		{ NULL, "=a+a'c (b+1=1)\n=a+c (redondance)", "15", "step-other-law" },
		/* Two laws that are named are two steps; a list of all of them is none. */
		{ NULL, "= a + c (adjacence et redondance)", "2.5", NULL },
		{ NULL, "= a + c (de morgan, distributivite, complement, absorption, idempotence, adjacence)", "2.5",
			NULL },
		{ "'variables': ['a', 'b', 'c'], 'from': '(a + b)(a + c)', 'form': 'minimal-sum', 'laws': 'named'",
			"aa+ac+ab+bc (double distributivite)\n=a+ac+ab+bc (idempotance)\n=a(1+c+b)+bc (on met a en "
			"facteur)\n=a+bc (1+x=1)",
			"20", "" },
		{ NULL, "aa+ac+ab+bc (developement)\n=a+ac+ab+bc (x.x=x)\n=a+bc (absorbtion)", "20", "" },
		{ NULL, "a+ac+ab+bc (developpement et idempotence)\n=a+bc (abs)", "20", "" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`c + bc', 'form': 'minimal-sum', 'laws': 'named'",
			"ab+a'c+bc(a+a') (1 = a + a')\n=ab+a'c+abc+a'bc (developpement)\n=ab(1+c)+a'c(1+b) "
			"(factorisation)\n=ab+a'c (absorbant)",
			"20", "" },
		{ "'variables': ['a', 'b'], 'from': 'non(a + b`) + ab', 'form': 'minimal-sum', 'laws': 'named'",
			"a'b + ab (de morgan et double negation)\n= b (mise en facteur, a+a'=1)", "20", "" },
		{ NULL,
			"a'b + ab (Demorgane)\n= (a'+a)b (mise en evidence)\n=1b (loi du complementaire)\n= b (elt "
			"neutre)",
			"20", "" },
		{ "'variables': ['a', 'b'], 'from': 'a xor b xor 1', 'form': 'minimal-sum'", "non(a xor b)\n=ab + a'b'",
			"20", "" },
	};

	triples_run(&derivation_kind, rows, COUNT(rows));
}

/* What grows and is absorbed again has been written for nothing, and is right. */
static void test_there_and_back(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b', 'c'], 'from': 'a + a`c', 'to': 'a + c'",
			"a + a'c = a + ac + a'c\n= a + c + ac = a + c", "20", "" },
		{ NULL, "a + a'c = a + c\n= a + c + ac\n= a + c", "20", "" },
		{ NULL, "= a + c + ac\n= a + c", "20", "" }, /* a(1 + c) + a'c, in one breath */
		{ NULL, "a + a'c = a + a'c + abc = a + a'c", "0", "derivation-not-there" },
		{ NULL, "a + a'c", "0", "derivation-not-there" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + ab` + a`c', 'form': 'minimal-sum'",
			"ab + ab' + a'c\n= a + a'c\n= a + a'c + ac\n= a + c + ac\n= a + c", "20", "" },
		{ NULL, "= a + a'c\n= a + c = a + c + ac = a + c", "20", "" },
		{ NULL, "ab + ab' + a'c = ab + ab' + a'c + abc = ab + ab' + a'c", "0", "useless-literal" },
		/* The result in a disguise that is absorbed is the result. */
		{ NULL, "= a + c + ac\n= a + c", "5", "step-unrecognised" },
		/* Two laws in the head, and then five lines of work: not nothing. */
		{ "'variables': ['a', 'b'], 'from': 'a + non(a` + b`a)', 'to': 'a'",
			"= a + ¬b'·¬a'\n= a + b·¬a'\n= a + ba\n= a(1 + b)\n= a·1\n= a", "10", "step-unrecognised" },
	};

	triples_run(&derivation_kind, rows, COUNT(rows));
}

static void test_steps(void **state)
{
	static const struct triple rows[] = {
		{ EXAM, "E = ab + a'b + c\n= (a + a')·b·c\n= b + c", "0", "step-wrong", "pour a = 0, b = 0, c = 1" },
		{ NULL, "= b(a + a') + c\n= b·0 + c\n= c", "10/3", "step-wrong" },
		{ NULL, "= a + b + c\n= b + c", "0", "derivation-astray", "ligne 1" },
		{ NULL, "= b + c", "20", NULL }, /* one law does it */
		{ NULL, "ab + a'b + c", "0", "derivation-not-there" },
		{ NULL, "", "-", "answer-blank" },
		{ NULL, "= b(a + a' + c", "?", NULL },
		{ NULL, "= d + c", "?", "unknown-variable" },
		/* A slip in the parentheses at the end: they are no law's name, and the rest is not what was written. */
		{ NULL, "= b(a + a' + cd)", "?", "unknown-variable" },
		{ NULL, "= b(a or faux 0)", "?", "missing-operator" },
		{ NULL, "= b (a ou d)", "?", "unknown-variable" },
		{ NULL, "= b [a̅ d]", "?", "unknown-variable" },
		/* the result under the statement's formula jumps the whole way; who had to find it has a quarter */
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + ab` + a`c', 'to': 'a + c'", "= a + c", "0",
			"derivation-gaps" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + ab` + a`c', 'form': 'minimal-sum'",
			"= a + a`c car b + b` = 1\n= a + c", "20", "" },
		{ NULL, "= a + a`c (b + b` = 1)\n= a + c puisque x + x`y = x + y", "20", "" },
		{ NULL, "= a + a`c car adjacence = a + c", "20", "" },
		/* The result in a disguise is the result. */
		{ NULL, "= (a + c)(a + c)(a + c)\n= a + c", "5", "step-unrecognised" },
		{ NULL, "= (a + c)(b + b`)\n= a + c", "5", "step-unrecognised" },
		{ NULL, "= a + c", "5", "step-unrecognised" },
		{ MORGAN, "= a'b' + ab'", "0", NULL },
		{ NULL, "= a' + b' + ab'\n= b'", "0", "mistake-de-morgan" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`c + bc + abc', 'to': 'ab + a`c', 'laws': 'named'",
			"= ab + a'c + bc (absorption)\n= ab + a'c (consensus)", "20", "" },
		{ NULL, "= ab + a'c + bc\n= ab + a'c (consensus)", "15", "step-no-law" },
		{ NULL, "= ab + a'c + bc (De Morgan)\n= ab + a'c (consensus)", "15", "step-other-law" },
		{ NULL, "= ab + a'c + bc (loi de Toto)\n= ab + a'c (consensus)", "15", "step-unknown-law" },
		{ NULL, "= ab + a'c + bc [règle n° 3 d’absurdité]\n= ab + a'c (consensus)", "15", "step-unknown-law" },
		{ "'variables': ['a', 'b', 'c'], 'from': 'ab + a`b + ac + a`c + bc', 'form': 'minimal-sum'", "= b + c",
			"5", "step-unrecognised" },
		{ NULL, "= b + ac + a'c + bc\n= b + c + bc\n= b + c", "20", "" },
		{ NULL, "= ab + a'b + c + bc\n= b + c", "7.5", "derivation-gaps" },
		{ NULL, "= ab + a'b + c\n= b", "6.25", "step-wrong", "pour a = 0, b = 0, c = 1, la précédente vaut 1" },
		{ NULL, "= (a + a')b + (a + a')c + bc\n= b + c + bc", "7.5", "useless-literal" },
		{ NULL, "= bc + b(a + a') + c(a + a')\n= bc + b + c (absorption)\n= b + c", "20", "step-other-law" },
		{ NULL, "b + c + bc = b + c + b", "8.75", "form-term-twice" },
		{ NULL, "= b\n= b + c", "0", "step-wrong" },
		{ "'variables': ['a', 'b', 'c'], 'from': '(a + b)(a + c)', 'to': 'a + bc', 'allowed': "
		  "['distributivity', "
		  "'idempotence']",
			"= aa + ac + ab + bc\n= a + ac + ab + bc\n= a + bc", "40/3", "step-law-forbidden" },
		{ NULL, "= a + bc", "20", NULL },
		{ "'variables': ['P', 'Q'], 'from': 'P => Q', 'to': 'non Q => non P'",
			"= non P ou Q = Q ou non P = non Q => non P", "20", "" },
		{ NULL, "= non Q => non P (contraposée)", "20", "" },
		{ NULL, "= Q => P", "0", "mistake-implication-reversed" },
	};

	triples_run(&derivation_kind, rows, COUNT(rows));
}

/* No solution is given: one is found, and it earns everything. */
static void test_found(void **state)
{
	static const struct triple rows[] = {
		{ "'variables': ['a', 'b'], 'from': 'ab + ab`', 'to': 'a', 'allowed': ['distributivity', 'complement', "
		  "'neutral']",
			"= a(b + b') = a·1 = a", "20", "" },
		{ "'variables': ['a', 'b'], 'from': 'a + a`b', 'to': 'a + b', 'allowed': ['distributivity', "
		  "'complement', "
		  "'neutral']",
			"= (a + a')(a + b) = 1(a + b) = a + b", "20", "" },
	};

	triples_run(&derivation_kind, rows, COUNT(rows));
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'variables': ['a'], 'from': 'a'", "derivation-no-goal", "/questions/0" },
		{ "'variables': ['a', 'b'], 'from': 'a', 'to': 'b'", "to-not-equal", "/questions/0/to" },
		{ "'variables': ['a'], 'from': 'a + a', 'to': 'a', 'allowed': ['morgan']", "unknown-law",
			"/questions/0/allowed/0" },
		{ "'variables': ['a', 'b'], 'from': 'a + b', 'to': 'b + a'", "derivation-nothing-to-do",
			"/questions/0" },
		{ "'variables': ['a', 'b'], 'from': 'ab + ab`', 'to': 'a', 'allowed': ['de-morgan']",
			"derivation-no-solution", "/questions/0" },
		{ "'variables': ['a'], 'from': 'b', 'to': 'a'", "formula-unreadable", "/questions/0/from" },
	};

	refusals_run(&derivation_kind, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_right),
		cmocka_unit_test(test_tired),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_steps),
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
