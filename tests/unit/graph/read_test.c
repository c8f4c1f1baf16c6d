/* Vertices, arcs, paths, sets and tables as people type them, read and told back. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>
#include "../messages/message_table.h"
#include "base/buf.h"
#include "graph/read.h"

struct row {
	const char *vertices, *text, *expected; /* "!code@start" for a slip */
};

typedef int reader(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip);

static struct text text_of(const char *text)
{
	return (struct text){ text, strlen(text) };
}

static int tell_path(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct path path;

	if (path_read(&path, vertices, text, 20, arena, slip))
		return -1;
	for (size_t i = 0; i < path.count; i++)
		buf_printf(out, "%s%s", i > 0 ? "-" : "", vertices->names[path.at[i]]);
	if (path.rest.bytes > 0)
		buf_printf(out, " / %.*s", (int)path.rest.bytes, path.rest.at);
	return 0;
}

static int tell_paths(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct path *paths;
	size_t count;

	if (paths_read(&paths, &count, vertices, text, 20, arena, slip))
		return -1;
	for (size_t i = 0; i < count; i++) {
		buf_addstr(out, i > 0 ? " | " : "");
		for (size_t j = 0; j < paths[i].count; j++)
			buf_addstr(out, vertices->names[paths[i].at[j]]);
	}
	return 0;
}

static int tell_set(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct vertex_set set;

	if (vertex_set_read(&set, vertices, text, arena, slip))
		return -1;
	buf_addstr(out, vertex_set_text(vertices, set, arena));
	return 0;
}

static int tell_arcs(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct arcs_reading read;

	if (graph_read_arcs(&read, vertices, text, 8, arena, slip))
		return -1;
	for (size_t i = 0; i < read.count; i++) {
		buf_printf(out, "%s%s%s", i > 0 ? " " : "", vertices->names[read.arcs[i].from],
			vertices->names[read.arcs[i].to]);
		if (read.weighted)
			buf_printf(out, ":%s", graph_weight_text(read.arcs[i].weight, LANG_FR, arena));
	}
	return 0;
}

static int tell_table(
	struct buf *out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip)
{
	struct vertex_texts table;

	if (vertex_table_read(&table, vertices, text, arena, slip))
		return -1;
	for (size_t v = 0; v < vertices->count; v++)
		if (table.texts[v].at)
			buf_printf(out, "%s=%.*s;", vertices->names[v], (int)table.texts[v].bytes, table.texts[v].at);
	return 0;
}

static void run(reader *tell, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf out = BUF_INIT;
		struct vertices vertices;
		struct slip slip;

		if (vertices_read(&vertices, text_of(rows[i].vertices), arena, &slip))
			fail_msg("%s: %s", rows[i].vertices, slip.message.fr);
		if (tell(&out, &vertices, text_of(rows[i].text), arena, &slip)) {
			buf_reset(&out);
			buf_printf(&out, "!%s@%zu", slip.message.code, slip.start);
		}
		if (strcmp(buf_str(&out), rows[i].expected) != 0)
			fail_msg("%s\nis read as %s\nnot %s", rows[i].text, buf_str(&out), rows[i].expected);
	}
}

#define RUN(tell, rows) run(tell, rows, sizeof(rows) / sizeof((rows)[0]))
#define STOPS           "S1 S2 S3"

static void test_paths(void **state)
{
	static const struct row rows[] = {
		{ "ABCD", "A-B-C", "A-B-C" },
		{ "ABCD", "ABC", "A-B-C" },
		{ "ABCD", "A→B→C", "A-B-C" },
		{ "ABCD", "(A;B;C)", "A-B-C" },
		{ "ABCD", "[A, B, C]", "A-B-C" },
		{ "ABCD", "a – b — c", "A-B-C" },
		{ "ABCD", "A -> B -> C", "A-B-C" },
		{ "ABCD", "A => B => C", "A-B-C" },
		{ "ABCD", "A−B−C−A", "A-B-C-A" },
		{ "ABCD", "A B C", "A-B-C" },
		{ "ABCD", "AB-BC", "A-B-B-C" },
		{ "ABCD", "Chemin : A, B, C", "A-B-C" },
		{ "ABCD", "P = A-B-C", "A-B-C" },
		{ "ABCD", "le plus court chemin est A-B-D = 7", "A-B-D / = 7" },
		{ "ABCD", "A-B-D (7)", "A-B-D / (7)" },
		{ "ABCD", "A-B-D : 7,5", "A-B-D / : 7,5" },
		{ "ABCD", "", "" },
		{ "ABCD", "A-E-C", "!unknown-vertex@2" },
		{ "ABCD", "A-B+C", "!path-sign@3" },
		{ "ABCD", "ABCDABCDABCDABCDABCDA", "!path-too-long@0" },
		{ STOPS, "S1S3S2", "S1-S3-S2" },
		{ STOPS, "S₁ → S₃", "S1-S3" },
		{ STOPS, "s_1, s_2", "S1-S2" },
		{ "1 2 11", "1-2-11", "1-2-11" },
		{ "1 2 11", "111", "!unknown-vertex@0" },
		{ "1 2 11", "1-2 = 3", "1-2 / = 3" },
		{ "Début Fin A", "debut A FIN", "Début-A-Fin" },
		{ "a A", "aA", "a-A" },
	};

	RUN(tell_path, rows);
}

static void test_several_paths(void **state)
{
	static const struct row rows[] = {
		{ "ABCD", "A-B-C\nA-D-C", "ABC | ADC" },
		{ "ABCD", "ABC, ADC", "ABC | ADC" },
		{ "ABCD", "A-B-C ; A-D-C", "ABC | ADC" },
		{ "ABCD", "(A;B;C) ; (A;D;C)", "ABC | ADC" },
		{ "ABCD", "{(A,B), (B,C)}", "AB | BC" },
		{ "ABCD", "A, B, C", "ABC" },
		{ "ABCD", "A;B;C", "ABC" },
		{ "ABCD", "", "" },
		{ "ABCD", "A-B\nA-X", "!unknown-vertex@6" },
	};

	RUN(tell_paths, rows);
}

static void test_sets(void **state)
{
	static const struct row rows[] = {
		{ "ABCD", "B, C", "B, C" },
		{ "ABCD", "{C;B}", "B, C" },
		{ "ABCD", "B C", "B, C" },
		{ "ABCD", "CB", "B, C" },
		{ "ABCD", "B et C", "B, C" },
		{ "ABCD", "-", "∅" },
		{ "ABCD", "—", "∅" },
		{ "ABCD", "∅", "∅" },
		{ "ABCD", " { } ", "∅" },
		{ "ABCD", "Aucun", "∅" },
		{ "ABCD", "", "∅" },
		{ "ABCD", "B + C", "!set-sign@2" },
		{ "ABCD", "B, E", "!unknown-vertex@3" },
	};

	RUN(tell_set, rows);
}

static void test_arcs(void **state)
{
	static const struct row rows[] = {
		{ "ABCD", "AB:4 AC:2 BD:2,5", "AB:4 AC:2 BD:2,5" },
		{ "ABCD", "A-B (4); A→C (2)", "AB:4 AC:2" },
		{ "ABCD", "AB AC, BD", "AB AC BD" },
		{ "ABCD", "(A,B), (A;C)", "AB AC" },
		{ "ABCD", "A->B 4\nA->C -2", "AB:4 AC:−2" },
		{ "ABCD", "A - B = 4, C–D = 0.5", "AB:4 CD:0,5" },
		{ "ABCD", "{A,B}, {C,D}", "AB CD" },
		{ "ABCD", "-", "" },
		{ "ABCD", "", "" },
		{ "ABCD", "AB:4 AC", "!arcs-half-weighted@0" },
		{ "ABCD", "AB:x", "!arc-weight@2" },
		{ "ABCD", "A-B-C", "!arc-two-ends@4" },
		{ "ABCD", "ABC", "!arc-two-ends@0" },
		{ "ABCD", "AB AE", "!unknown-vertex@3" },
		{ "ABCD", "AB + AC", "!arc-sign@3" },
		{ "ABCD", "AB AC AD BA BC BD CA CB CD", "!arcs-too-many@24" },
		{ STOPS, "S1S2:3 S2-S3:1", "S1S2:3 S2S3:1" },
		{ STOPS, "(S1,S2) (S2,S3)", "S1S2 S2S3" },
	};

	RUN(tell_arcs, rows);
}

static void test_tables(void **state)
{
	static const struct row rows[] = {
		{ "ABC", "A : -\nB : A\nC : A, B", "A=-;B=A;C=A, B;" },
		{ "ABC", "Sommet | Prédécesseurs\n---|---\nA | -\nB | A\nC | A, B", "A=-;B=A;C=A, B;" },
		{ "ABC", "| sommet | niveau |\n| A | 0 |\n| B | 1 |\n| C | |", "A=0;B=1;C=;" },
		{ "ABC", "A\t0\nB\t1\nC\t2", "A=0;B=1;C=2;" },
		{ "ABC", "A 0\nB 1\nC 2", "A=0;B=1;C=2;" },
		{ "ABC", "A = 0, B = 1, C = 2", "A=0;B=1;C=2;" },
		{ "ABC", "A: 2,5; B: 3.", "A=2,5;B=3;" },
		{ "ABC", "A: B, C; B: C; C: -", "A=B, C;B=C;C=-;" },
		{ "ABC", "A B C\n0 1 2", "A=0;B=1;C=2;" },
		{ "ABC", "sommet | A | B | C\nniveau | 0 | 1 | 2", "A=0;B=1;C=2;" },
		{ "ABC", "A → B\nB → C", "A=B;B=C;" },
		{ "ABC", "A -> B, C", "A=B, C;" },
		{ "ABC", "A : {B ; C}", "A={B ; C};" },
		{ "ABC", "A B\nB C", "A=B;B=C;" },
		{ "ABC", "A 0, B 1; C 2", "A=0;B=1;C=2;" },
		{ "ABC", "A 2,5\nB 3", "A=2,5;B=3;" },
		{ "ABC", "A B, C\nB C", "A=B, C;B=C;" },
		{ "ABC", "", "" },
		{ "ABC", "A : 1\nA : 2", "!vertex-row-twice@6" },
		{ "ABC", "A : 1\nX : 2", "!unknown-vertex@6" },
		{ "ABC", "A | 1 | 2", "!table-two-columns@8" },
		{ STOPS, "S1 : S2\nS₂ : S3", "S1=S2;S2=S3;" },
		{ "1 2 3", "1 : 2, 3\n2 : 3", "1=2, 3;2=3;" },
	};

	RUN(tell_table, rows);
}

static void test_vertices(void **state)
{
	static const struct {
		const char *text, *expected;
	} rows[] = { { "ABC", "A B C" }, { "A, B ; C", "A B C" }, { "S1 S2", "S1 S2" }, { "{a; b}", "a b" },
		{ "ABA", "!vertex-twice" }, { "", "!vertices-missing" }, { "A + B", "!vertex-name" } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf out = BUF_INIT;
		struct vertices vertices;
		struct slip slip;

		if (vertices_read(&vertices, text_of(rows[i].text), arena, &slip)) {
			buf_printf(&out, "!%s", slip.message.code);
		} else {
			for (size_t v = 0; v < vertices.count; v++)
				buf_printf(&out, "%s%s", v > 0 ? " " : "", vertices.names[v]);
		}
		assert_string_equal(buf_str(&out), rows[i].expected);
	}
}

static void test_weights(void **state)
{
	static const struct {
		const char *text;
		int64_t value; /* -1: none */
	} rows[] = { { "4", 4000 }, { " 2,5 ", 2500 }, { "0.125", 125 }, { "1,2500", 1250 }, { "1,2345", -1 },
		{ "", -1 }, { "+7", 7000 }, { "4,", -1 }, { ",5", -1 }, { "4a", -1 }, { "99999999999999999999", -1 },
		{ "−", -1 } };
	int64_t value;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		bool read = graph_weight_read(&value, text_of(rows[i].text));

		assert_int_equal(read, rows[i].value >= 0);
		if (read)
			assert_int_equal(value, rows[i].value);
	}
	assert_true(graph_weight_read(&value, text_of("−3")));
	assert_int_equal(value, -3000);
	assert_true(says_infinite(text_of(" +∞")));
	assert_false(says_infinite(text_of("1")));
}

static void test_messages(void **state)
{
	message_table_check(&graph_messages);
	message_table_check_spaces(&graph_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vertices),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_several_paths),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_arcs),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
