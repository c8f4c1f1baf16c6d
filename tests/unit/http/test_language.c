/* Accept-Language and Prefer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "language.h"

static void test_languages(void **state)
{
	static const struct {
		const char *header;
		enum lang lang;
	} rows[] = {
		{ NULL, LANG_FR },
		{ "", LANG_FR },
		{ "fr", LANG_FR },
		{ "en", LANG_EN },
		{ "en-GB", LANG_EN },
		{ "EN", LANG_EN },
		{ "fr-FR,fr;q=0.9,en;q=0.8", LANG_FR },
		{ "en-US,en;q=0.9,fr;q=0.8", LANG_EN },
		{ "fr;q=0.5, en;q=0.7", LANG_EN },
		{ "en;q=0", LANG_FR },
		{ "de, es", LANG_FR },
		{ "de, en;q=0.1", LANG_EN },
		{ "eno", LANG_FR },
		{ "*", LANG_FR },
		{ ",,,;q=", LANG_FR },
		{ "en;q=abc", LANG_FR },
		{ "en;q=9.9,fr", LANG_FR },
		{ "fr;q=0.999,en;q=1.0", LANG_EN },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(lang_from_accept(rows[i].header), rows[i].lang);
}

static void test_waits(void **state)
{
	static const struct {
		const char *header;
		unsigned seconds;
	} rows[] = {
		{ NULL, 0 },
		{ "", 0 },
		{ "wait=5", 5 },
		{ "respond-async, wait=10", 10 },
		{ "wait=7; x=y", 7 },
		{ "WAIT=3", 3 },
		{ "wait=31", 30 },
		{ "wait=99999999999999999999999", 30 },
		{ "wait=-1", 0 },
		{ "wait=", 0 },
		{ "wait", 0 },
		{ "await=5", 0 },
		{ "wait=x", 0 },
		{ ",;,wait=2", 2 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(wait_from_prefer(rows[i].header, 30), rows[i].seconds);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_languages), cmocka_unit_test(test_waits) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
