/* Mappings: properties with their witnesses, images, inverses and compositions: what each answer earns and is told. */
#include "../triples/triples.h"
#include "grader_sets/grader_sets.h"

static const struct triple properties[] = {
	{ "'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→a, 4→b', 'ask': ['mapping', 'injective', "
	  "'surjective', 'bijective']",
		"application : oui\ninjective : non, 1 et 3\nsurjective : non, c\nbijective : non", "20", "" },
	{ NULL, "application : oui\ninjective : non, f(1) = f(3) = a\nsurjective : non car c\nbijective : non", "20",
		"" },
	{ NULL, "application : oui\ninjective : non, (1;2)\nsurjective : non, a\nbijective : non", "15",
		"witness-does-not-refute", "f(1) = a, f(2) = b : ce n’est pas un contre-exemple à l’injectivité" },
	{ NULL, "application : oui\ninjective : oui\nsurjective : oui\nbijective : oui", "2", "ticks-alike" },
	{ NULL, "application : non\ninjective : non\nsurjective : non\nbijective : non", "2", "ticks-alike" },
	{ NULL, "application : oui\ninjective : oui\nsurjective : non, c\nbijective : oui", "10", "property-fails",
		"f(1) = a, f(3) = a" },
	{ NULL, "application : oui\ninjective : non, (1;3)\nsurjective : oui\nbijective : non", "15", "property-fails",
		"f⁻¹({c}) = ∅" },
	{ NULL, "application : non, 1\ninjective : non, (1;3)", "5", "property-holds" },
	{ NULL, "injective : non\nsurjective : non", "2", "witness-missing" },
	{ NULL, "injective : non, (1;3)\nsurjective : non, (a;b)", "7.5", "witness-one" },
	{ NULL, "injective : non, 1\nsurjective : non, c", "7.5", "witness-two" },
	{ "'from': '{1;2;3}', 'to': '{a;b}', 'map': {'1': 'a', '2': 'b', '3': 'b'}, 'ask': ['injective', 'surjective']",
		"injective : oui\nsurjective : non", "0", "injective-surjective-exchanged" },
	{ NULL, "injective : non, 2 et 3\nsurjective : oui", "20", "" },
	{ NULL, "{'injective': {'answer': 'non', 'witness': ['2', '3']}, 'surjective': 'oui'}", "20", "", NULL, true },
	{ NULL, "injective : vrai\nsurjective : faux, a", "0", "injective-surjective-exchanged" },
	{ "'from': '⟦0;4⟧', 'to': '⟦0;9⟧', 'rule': '2*x', 'ask': ['injective', 'surjective']",
		"injective : oui\nsurjective : non, 1", "20", "" },
	{ NULL, "injective : non, (0;1)\nsurjective : oui", "0", "injective-surjective-exchanged" },
	{ NULL, "injective : oui\nsurjective : non, 4", "15", "witness-does-not-refute" },
	{ "'from': '{1;2;3}', 'to': '{a;b}', 'map': '1→a, 1→b, 2→a', 'ask': ['mapping']", "non, 1", "20", "" },
	{ NULL, "non, 3", "20", "" },
	{ NULL, "non, 2", "2", "witness-does-not-refute" },
	{ NULL, "oui", "0", "property-fails", "1 ↦ {a;b}" },
	{ NULL, "non", "2", "witness-missing" },
};

static const struct triple sets[] = {
	{ "'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→a, 4→b', 'ask': ['image']", "{a;b}", "20", "" },
	{ NULL, "{a;b;c}", "2", "image-codomain" },
	{ NULL, "a, b", "20", "" },
	{ NULL, "{a}", "10", "elements-missing" },
	{ NULL, "{1;2;3;4}", "0", "elements-both" },
	{ "'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→a, 4→b', 'ask': ['preimage'], 'of': '{a;c}'",
		"{1;3}", "20", "" },
	{ NULL, "{1;2;3;4}", "2", "preimage-whole" },
	{ NULL, "{1}", "10", "elements-missing" },
	{ NULL, "{a;c}", "0", "elements-both" },
	{ NULL, "∅", "0", "elements-missing" },
	{ "'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→a, 4→b', 'ask': ['preimage'], 'of': '{c}'", "∅",
		"20", "" },
	{ NULL, "aucun", "20", "" },
	{ NULL, "{1;2;3;4}", "0", "preimage-whole" },
	{ "'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→a, 4→b', 'ask': ['preimage'], 'of': '{b}'",
		"{1;2;3;4}", "2", "preimage-whole" },
	{ NULL, "{2;4}", "20", "" },
	{ "'from': '{1;2;3}', 'to': '{1;2;3}', 'map': '1→2, 2→2, 3→1', 'ask': ['image'], 'of': '{1;2}'", "{2}", "20",
		"" },
	{ NULL, "{1;2;3}", "2", "image-for-preimage" },
	{ NULL, "{2;3}", "10", "elements-extra" },
	{ "'from': '{1;2;3}', 'to': '{1;2;3}', 'map': '1→2, 2→2, 3→1', 'ask': ['preimage'], 'of': '{2}'", "{1;2}", "20",
		"" },
	{ NULL, "{2}", "2", "image-for-preimage" },
	{ "'from': '{1;2;3}', 'to': '{1;2;3}', 'map': '1→2, 2→2, 3→1', 'ask': ['preimage'], 'of': '{1}'", "{2}", "0",
		"image-for-preimage" },
	{ "'from': '{1;2;3}', 'to': '{1;2;3}', 'map': '1→2, 2→2, 3→1', 'ask': ['image']", "{1;2;3}", "2",
		"image-codomain" },
	{ "'from': '{1;2}', 'to': '{x;y;z}', 'map': '1→x, 2→x', 'ask': ['image']", "{x;y;z}", "2", "image-codomain" },
	{ NULL, "x", "20", "" },
	{ "'from': '{1;2;3}', 'to': '{a;b;c}', 'map': '1→b, 2→c, 3→a', 'ask': ['inverse', 'bijective']",
		"réciproque : a→3, b→1, c→2\nbijective : oui", "20", "" },
	{ NULL, "réciproque : 1→b, 2→c, 3→a\nbijective : oui", "10", "inverse-copied" },
	{ NULL, "réciproque : a→3, b→1\nbijective : non", "20/3", "elements-missing" },
	{ NULL, "réciproque : a→3, b→1, 2→c", "5", "couple-reversed" },
	{ "'from': '{1;2}', 'to': '{1;2}', 'map': '1→2, 2→1', 'ask': ['couples', 'composition'], 'with': '1→1, 2→1'",
		"couples : 1→2, 2→1\ncomposée : 1→1, 2→1", "20", "" },
	{ NULL, "composée : 1→2, 2→2", "0", "composition-order" },
	{ "'from': '{1;2;3}', 'to': '{a;b;c}', 'map': '1→b, 2→c, 3→a', 'with': 'a→x, b→y, c→x', 'ask': ['composition']",
		"1→y, 2→x, 3→x", "20", "" },
	{ NULL, "1→x, 2→x, 3→x", "10", "elements-both" },
};

static const struct refusal refusals[] = {
	{ "'from': '{1;2}', 'to': '{a}', 'map': '1→a', 'ask': ['injective']", "not-a-mapping", "/questions/0/ask" },
	{ "'from': '{1;2}', 'to': '{a}', 'map': '1→a, 2→a', 'ask': ['inverse']", "not-bijective", "/questions/0/ask" },
	{ "'from': '{1;2}', 'to': '{a}', 'map': '1→b', 'ask': ['image']", "couple-stranger", "/questions/0/map" },
	{ "'from': '{1;2}', 'to': '{1;2}', 'rule': 'x < 3', 'ask': ['image']", "rule-kind", "/questions/0/rule" },
	{ "'from': '{1;2}', 'to': '{a}', 'map': '1→a, 2→a', 'ask': ['hasse']", "part-unknown-ask", "/questions/0/ask" },
	{ "'from': '{1;2}', 'to': '{a}', 'map': '1→a, 2→a', 'ask': ['composition']", "no-with", "/questions/0/ask" },
};

static void test_refusals(void **state)
{
	refusals_run(&mapping_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

static void test_triples(void **state)
{
	triples_run(&mapping_kind, properties, sizeof(properties) / sizeof(properties[0]));
	triples_run(&mapping_kind, sets, sizeof(sets) / sizeof(sets[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_triples), cmocka_unit_test(test_refusals) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
