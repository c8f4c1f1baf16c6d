/* Pictures: what is drawn, what is refused, and that nothing in them becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "picture/picture.h"

static json_t *parse(const char *text)
{
	struct json_place place;
	struct err err = { 0 };
	json_t *value = json_parse(text, strlen(text), &place, &err);

	assert_non_null(value);
	return value;
}

enum form { FORM_SVG, FORM_TABLE, FORM_TEXT };

static void expect(const char *json, enum form form, enum lang lang, const char *const *parts)
{
	static void (*const forms[])(
		struct buf *, const json_t *, enum lang) = { picture_svg, picture_table, picture_text };
	json_t cleanup_json *picture = parse(json);
	cleanup_buf struct buf out = BUF_INIT;

	assert_true(picture_check(picture));
	forms[form](&out, picture, lang);
	for (; *parts != NULL; parts++) {
		if (strstr(buf_str(&out), *parts) == NULL)
			fail_msg("no '%s' in: %s", *parts, buf_str(&out));
	}
}

#define PARTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const char graph[] = "{\"picture\": \"graph\", \"title\": {\"fr\": \"Le graphe\", \"en\": \"The graph\"},"
			    "\"vertices\": [{\"name\": \"A\", \"mark\": \"start\"}, {\"name\": \"B\", \"note\": \"4\"},"
			    "{\"name\": \"C\", \"mark\": \"wrong\"}],"
			    "\"arcs\": [{\"from\": \"A\", \"to\": \"B\", \"label\": \"4\", \"mark\": \"path\"},"
			    "{\"from\": \"B\", \"to\": \"C\"}, {\"from\": \"C\", \"to\": \"C\"}]}";

static void test_graph(void **state)
{
	expect(graph, FORM_TEXT, LANG_FR, PARTS("Le graphe\n  A (départ) → B (4)\n  B [4] → C\n  C (à revoir) → C\n"));
	expect(graph, FORM_TABLE, LANG_EN, PARTS("<th>Vertex</th><th>To</th><th>Value</th>", "<td>B (4)</td>"));
	expect(graph, FORM_SVG, LANG_EN,
		PARTS("<svg ", "<title>The graph</title>", "stroke-dasharray", "stroke-width=\"4\"", "</svg>"));
}

/* Neighbours of an undirected graph are said on both sides, and there are no arrows. */
static void test_undirected(void **state)
{
	const char json[] =
		"{\"picture\": \"graph\", \"directed\": false, \"vertices\": [{\"name\": \"A\"}, {\"name\": "
		"\"B\"}], \"arcs\": [{\"from\": \"A\", \"to\": \"B\"}]}";
	json_t cleanup_json *picture = parse(json);
	cleanup_buf struct buf out = BUF_INIT;

	expect(json, FORM_TEXT, LANG_EN, PARTS("  A — B\n  B — A\n"));
	picture_svg(&out, picture, LANG_EN);
	assert_null(strstr(buf_str(&out), "<polygon"));
}

/* Layers go from left to right: what follows stands further right. */
static void test_layers(void **state)
{
	const char json[] =
		"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"Z\"}, {\"name\": \"Y\"}, {\"name\": \"X\"}],"
		"\"arcs\": [{\"from\": \"X\", \"to\": \"Y\"}, {\"from\": \"Y\", \"to\": \"Z\"}]}";

	expect(json, FORM_SVG, LANG_FR,
		PARTS("<circle cx=\"268\"", "<circle cx=\"158\"", "<circle cx=\"48\"", "<title>Graphe</title>"));
}

static void test_network(void **state)
{
	const char json[] =
		"{\"picture\": \"network\", \"tasks\": [{\"name\": \"A\", \"days\": \"3\", \"earliest\": \"0\","
		"\"latest\": \"0\", \"critical\": true}, {\"name\": \"B\", \"days\": \"2\", \"earliest\": \"3\","
		"\"latest\": \"7\", \"mark\": \"wrong\"}], \"links\": [{\"from\": \"A\", \"to\": \"B\"}]}";

	expect(json, FORM_TEXT, LANG_FR,
		PARTS("Tâche", "A (critique)  3      —      0", "B (à revoir)  2      A      3"));
	expect(json, FORM_TABLE, LANG_FR, PARTS("<th>A (critique)</th><td>3</td><td>—</td><td>0</td><td>0</td>"));
	expect(json, FORM_SVG, LANG_FR, PARTS("<rect", ">B (2)</text>", "<polygon"));
}

static void test_venn(void **state)
{
	const char json[] = "{\"picture\": \"venn\", \"universe\": \"E\", \"sets\": [\"A\", \"B\"], \"regions\": ["
			    "{\"in\": [\"A\", \"B\"], \"elements\": [\"1\", \"2\"], \"shaded\": true}, {\"in\": []}]}";

	expect(json, FORM_TEXT, LANG_EN, PARTS("  A ∩ B (shaded): 1 ; 2\n  outside the sets: —\n"));
	expect(json, FORM_SVG, LANG_FR, PARTS(">1 ; 2</text>", ">E</text>"));
}

static void test_product(void **state)
{
	const char json[] = "{\"picture\": \"product\", \"left\": [[\"1\", \"2\"]], \"right\": [[\"3\"], [\"4\"]],"
			    "\"result\": [[\"11\"]], \"row\": 0, \"column\": 0}";

	expect(json, FORM_TEXT, LANG_FR, PARTS("ligne 1 × colonne 1\u00a0: 1×3 + 2×4 = 11"));
	expect(json, FORM_TABLE, LANG_EN, PARTS("row 1 × column 1", "1×3 + 2×4 = 11"));
}

static void test_nothing_becomes_markup(void **state)
{
	const char json[] =
		"{\"picture\": \"graph\", \"title\": \"</title><script>\", \"vertices\": [{\"name\": "
		"\"<b>\\\"&\", \"note\": \"<i>\"}], \"arcs\": [{\"from\": \"<b>\\\"&\", \"to\": \"<b>\\\"&\", "
		"\"label\": \"<a>\"}]}";
	json_t cleanup_json *picture = parse(json);
	cleanup_buf struct buf out = BUF_INIT;

	picture_svg(&out, picture, LANG_FR);
	picture_table(&out, picture, LANG_FR);
	assert_non_null(strstr(buf_str(&out), "&lt;b&gt;&quot;&amp;"));
	assert_null(strstr(buf_str(&out), "<b>"));
	assert_null(strstr(buf_str(&out), "<i>"));
	assert_null(strstr(buf_str(&out), "<a>"));
	assert_null(strstr(buf_str(&out), "<script"));
}

static const char *const refused[] = {
	"[]",
	"{}",
	"{\"picture\": \"photo\"}",
	"{\"picture\": \"graph\"}",
	"{\"picture\": \"graph\", \"vertices\": []}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\", \"level\": 60}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\", \"level\": -1}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\", \"mark\": \"onload\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\", \"style\": \"x\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\\u0007\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\"}], \"arcs\": [{\"from\": \"A\", \"to\": \"B\"}]}",
	"{\"picture\": \"graph\", \"vertices\": [{\"name\": \"A\"}], \"arcs\": {}}",
	"{\"picture\": \"graph\", \"title\": 3, \"vertices\": [{\"name\": \"A\"}]}",
	"{\"picture\": \"network\", \"tasks\": [{\"name\": \"A\"}], \"links\": [{\"from\": \"A\", \"to\": \"A\"}]}",
	"{\"picture\": \"venn\", \"sets\": [\"A\", \"B\", \"C\", \"D\"]}",
	"{\"picture\": \"venn\", \"sets\": [\"A\"], \"regions\": [{\"in\": [\"B\"]}]}",
	"{\"picture\": \"venn\", \"sets\": [\"A\"], \"regions\": [{\"in\": [\"A\"]}, {\"in\": [\"A\"]}]}",
	"{\"picture\": \"product\", \"left\": [[\"1\"]], \"right\": [[\"1\"], [\"2\"]], \"result\": [[\"1\"]], "
	"\"row\": 0, "
	"\"column\": 0}",
	"{\"picture\": \"product\", \"left\": [[\"1\"]], \"right\": [[\"1\"]], \"result\": [[\"1\"]], \"row\": 1, "
	"\"column\": 0}",
	"{\"picture\": \"product\", \"left\": [[1]], \"right\": [[\"1\"]], \"result\": [[\"1\"]], \"row\": 0, "
	"\"column\": 0}",
};

static void test_refused(void **state)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		json_t cleanup_json *picture = parse(refused[i]);
		cleanup_buf struct buf out = BUF_INIT;

		if (picture_check(picture))
			fail_msg("not refused: %s", refused[i]);
		picture_svg(&out, picture, LANG_FR);
		picture_table(&out, picture, LANG_FR);
		picture_text(&out, picture, LANG_FR);
		assert_int_equal(out.len, 0);
	}
	assert_false(picture_check(NULL));
}

/* Sixty vertices and three hundred arcs, with a circuit and without: drawn within the arrays. */
static void test_largest(void **state)
{
	for (int circuit = 0; circuit < 2; circuit++) {
		json_t *vertices = json_array(), *arcs = json_array();
		json_t cleanup_json *picture = NULL;
		cleanup_buf struct buf out = BUF_INIT;
		char a[8], b[8];

		for (int i = 0; i < PICTURE_VERTICES_MAX; i++) {
			snprintf(a, sizeof(a), "v%d", i);
			json_array_append_new(vertices, json_pack("{s:s}", "name", a));
		}
		for (int i = 0; i < PICTURE_ARCS_MAX; i++) {
			int from = i % (PICTURE_VERTICES_MAX - 1),
			    to = from + 1 + i % (PICTURE_VERTICES_MAX - 1 - from);

			snprintf(a, sizeof(a), "v%d", circuit ? to : from);
			snprintf(b, sizeof(b), "v%d", circuit && i % 2 ? 0 : to);
			json_array_append_new(arcs, json_pack("{s:s, s:s}", "from", a, "to", b));
		}
		picture = json_pack("{s:s, s:o, s:o}", "picture", "graph", "vertices", vertices, "arcs", arcs);
		assert_true(picture_check(picture));
		picture_svg(&out, picture, LANG_FR);
		assert_non_null(strstr(buf_str(&out), "</svg>"));
		json_array_append_new(vertices, json_pack("{s:s}", "name", "more"));
		assert_false(picture_check(picture));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_graph), cmocka_unit_test(test_undirected),
		cmocka_unit_test(test_layers), cmocka_unit_test(test_network), cmocka_unit_test(test_venn),
		cmocka_unit_test(test_product), cmocka_unit_test(test_nothing_becomes_markup),
		cmocka_unit_test(test_refused), cmocka_unit_test(test_largest) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
