/* Texts as they are compared, and how far apart two are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "base/draw.h"
#include "base/buf.h"
#include "fold.h"

static const struct {
	const char *text, *wanted, *kept; /* with accents and capitals */
} rows[] = {
	{ "Réunion", "reunion", "Re\u0301union" },
	{ "Re\u0301union", "reunion", "Re\u0301union" },
	{ "  l\u2019\u00c9l\u00e8ve \u00a0 a\t\nlu. ", "l'eleve a lu", "l'E\u0301le\u0300ve a lu" },
	{ "\u0152UF, c\u0153ur, \u00c6gypte, Stra\u00dfe", "oeuf, coeur, aegypte, strasse",
		"OEUF, coeur, AEgypte, Strasse" },
	{ "GAR\u00c7ON \u2013 ma\u00efs", "garcon - mais", "GARC\u0327ON - mai\u0308s" },
	{ "\u0141\u00f3d\u017a", "lodz", "L\u0338o\u0301dz\u0301" },
	{ "\u2211 x\u00b2", "\u2211 x\u00b2", "\u2211 x\u00b2" },
	{ "a\u200bb\u00adc", "abc", "abc" },
	{ "...", ".", "." },
	{ " \u00a0 ", "", "" },
	{ "x", "x", "x" },
};

static void texts_are_folded(void **state)
{
	static const struct folding plain = { 0 }, kept = { true, true };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const char *text = fold_text(rows[i].text, strlen(rows[i].text), &plain, arena);

		assert_string_equal(text, rows[i].wanted);
		/* Once is enough. */
		assert_string_equal(fold_text(text, strlen(text), &plain, arena), rows[i].wanted);
		assert_string_equal(fold_text(rows[i].text, strlen(rows[i].text), &kept, arena), rows[i].kept);
	}
}

static void patterns_keep_their_signs(void **state)
{
	static const struct folding plain = { 0 }, kept = { true, true };
	struct arena *cleanup_arena arena = arena_new(0);

	(void)state;
	assert_string_equal(fold_pattern("[é\u00c8]\\S+\\.", &plain, arena), "[eE]\\S+\\.");
	assert_string_equal(fold_pattern("e\u0301", &plain, arena), "e");
	assert_string_equal(fold_pattern("é", &kept, arena), "e\u0301");
}

static void distances(void **state)
{
	static const struct {
		const char *left, *right;
		unsigned most, wanted;
	} pairs[] = {
		{ "injective", "injective", 2, 0 },
		{ "injective", "injectve", 2, 1 },
		{ "injective", "injecctive", 2, 1 },
		{ "injective", "injectvie", 2, 1 },
		{ "injective", "imjektive", 2, 2 },
		{ "injective", "surjective", 2, 3 },
		{ "convexe", "connexe", 1, 1 },
		{ "ca", "abc", 5, 3 },
		{ "", "", 2, 0 },
		{ "", "ab", 2, 2 },
		{ "", "abc", 2, 3 },
		{ "\u2211a", "\u220fa", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		assert_int_equal(fold_distance(pairs[i].left, pairs[i].right, pairs[i].most), pairs[i].wanted);
		assert_int_equal(fold_distance(pairs[i].right, pairs[i].left, pairs[i].most), pairs[i].wanted);
	}
}

static unsigned slow(const char *a, const char *b)
{
	unsigned best;

	if (*a == '\0' || *b == '\0')
		return (unsigned)(strlen(a) + strlen(b));
	best = slow(a + 1, b + 1) + (*a != *b);
	unsigned left = slow(a + 1, b) + 1, right = slow(a, b + 1) + 1;

	best = left < best ? left : best;
	best = right < best ? right : best;
	if (a[1] != '\0' && b[1] != '\0' && a[0] == b[1] && a[1] == b[0]) {
		unsigned turned = slow(a + 2, b + 2) + 1;

		best = turned < best ? turned : best;
	}
	return best;
}

/* Against the definition. */
static void drawn_distances(void **state)
{
	struct draw draw;

	(void)state;
	draw_open(&draw, 5, "fold");
	for (unsigned round = 0; round < 400; round++) {
		char a[7] = "", b[7] = "";
		size_t m = draw_below(&draw, 7), n = draw_below(&draw, 7);

		for (size_t i = 0; i < m; i++)
			a[i] = (char)('a' + draw_below(&draw, 3));
		for (size_t i = 0; i < n; i++)
			b[i] = (char)('a' + draw_below(&draw, 3));
		for (unsigned most = 0; most < 4; most++) {
			unsigned wanted = slow(a, b);

			assert_int_equal(fold_distance(a, b, most), wanted > most ? most + 1 : wanted);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_folded),
		cmocka_unit_test(patterns_keep_their_signs),
		cmocka_unit_test(distances),
		cmocka_unit_test(drawn_distances),
	};

	return cmocka_run_group_tests_name("choice/fold", tests, NULL, NULL);
}
