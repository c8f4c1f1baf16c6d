/* What takes no work earns a tenth at most; pictures can be drawn; drawn data have their properties; hostile answers end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "model/exercise.h"
#include "model/generator.h"
#include "picture/picture.h"

static const struct kind *const kinds[] = { &set_kind, &relation_kind, &mapping_kind, NULL };

static const struct exercise *load(const char *keys, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;
	struct problems problems = { 0 };

	buf_addstr(&text, "{\"format\": 1, \"title\": \"T\", ");
	for (; *keys; keys++)
		buf_addch(&text, *keys == '\'' ? '"' : *keys);
	buf_addch(&text, '}');
	const char *json = arena_memdup(arena, buf_str(&text), text.len);
	struct folder_file *files = arena_array(arena, 2, sizeof(*files));
	files[0] = (struct folder_file){ "exercise.json", json, text.len };
	files[1] = (struct folder_file){ "statement.fr.md", "E", 1 };
	struct folder folder = { .files = files, .count = 2 };
	const struct exercise *out = exercise_load(&folder, "a.b", kinds, &problems, arena);
	for (size_t i = 0; !out && i < problems.count; i++)
		print_error("%s: %s\n", problems.list[i].pointer, problems.list[i].message.fr);
	assert_non_null(out);
	return out;
}

static const char *const questions[] = {
	"'kind': 'set', 'given': {'A': '{1;2;3}', 'B': '{3;4}', 'E': '⟦1;6⟧'}, 'universe': 'E', 'ask': 'A Δ B'",
	"'kind': 'set', 'given': {'A': '{1;2;3}', 'B': '{3;4}', 'E': '⟦1;6⟧'}, 'universe': 'E', 'ask': '∁(A ∩ B)'",
	"'kind': 'set', 'given': {'E': '{a;b;c}'}, 'ask': 'P(E)'",
	"'kind': 'set', 'given': {'A': '{1;2}', 'B': '{a;b}'}, 'ask': 'A × B'",
	"'kind': 'set', 'given': {'A': '{1;2}', 'B': '{1;2;3}'}, 'ask': 'card(P(A × B))'",
	"'kind': 'set', 'given': {'I': '[0;2[', 'J': ']1;+∞['}, 'ask': 'I ∪ J'",
	"'kind': 'set', 'sets': ['A', 'B', 'C'], 'ask': 'A ∩ (B ∪ C)', 'form': 'expression'",
	"'kind': 'set', 'sets': ['A', 'B', 'C'], 'ask': 'A ∩ (B ∪ C)', 'form': 'regions'",
	"'kind': 'relation', 'set': '{1;2;3}', 'relation': '(1;1) (1;2) (2;3)', 'ask': ['reflexive', 'symmetric', "
	"'antisymmetric', 'transitive']",
	"'kind': 'relation', 'set': '{1;2;3}', 'relation': '(1;2) (2;3)', 'ask': ['reflexive', 'irreflexive', "
	"'order'], "
	"'witness': false",
	"'kind': 'relation', 'set': '⟦1;6⟧', 'rule': 'y mod x == 0', 'ask': ['hasse', 'minimal', 'maximal', 'least', "
	"'greatest', 'inverse', 'couples', 'matrix']",
	"'kind': 'relation', 'set': '⟦1;6⟧', 'rule': '(x - y) mod 4 == 0', 'ask': ['classes', 'class', 'symmetric', "
	"'antisymmetric'], 'of': '1'",
	"'kind': 'mapping', 'from': '{1;2;3}', 'to': '{a;b;c}', 'map': '1→a, 2→b, 3→b', 'ask': ['injective', "
	"'surjective', 'bijective', 'image']",
	"'kind': 'mapping', 'from': '{1;2;3}', 'to': '{1;2;3}', 'map': '1→2, 2→3, 3→1', 'with': '1→3, 2→2, 3→2', "
	"'ask': "
	"['inverse', 'composition', 'preimage'], 'of': '{1}'",
};
enum { QUESTIONS = sizeof(questions) / sizeof(questions[0]) };

static struct frac earned(const struct question *question, json_t *answer, enum verdict *verdict, struct arena *arena)
{
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct err err = { 0 };

	if (question->kind->grade(&grading, question, answer, &report, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < json_array_size(report.pictures); i++)
		assert_true(picture_check(json_array_get(report.pictures, i)));
	*verdict = report.verdict;
	return report.points;
}

static const struct question *ask(const char *keys, struct arena *arena)
{
	const char *text = arena_printf(arena, "'questions': [{'id': 'q', 'points': 20, %s}]", keys);

	return &load(text, arena)->questions[0];
}

static void test_idle(void **state)
{
	for (size_t i = 0; i < QUESTIONS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct question *question = ask(questions[i], arena);
		json_t *list = question->kind->idle(question, arena);
		enum verdict verdict;

		assert_true(json_array_size(list) >= 2);
		for (size_t k = 0; k < json_array_size(list); k++) {
			struct frac points = earned(question, json_array_get(list, k), &verdict, arena);

			if (verdict == VERDICT_UNREADABLE || frac_cmp(points, frac_int(2)) > 0)
				fail_msg("%s: idle answer %zu earns too much or is not read", questions[i], k);
		}
		const char *starter = question->kind->starter ? question->kind->starter(question) : "";
		earned(question, json_keep(arena, json_string(starter)), &verdict, arena);
		assert_int_equal(verdict, VERDICT_BLANK);
	}
}

static void test_pictures(void **state)
{
	size_t drawn = 0;

	for (size_t i = 0; i < QUESTIONS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct question *question = ask(questions[i], arena);
		json_t *picture = question->kind->picture(question, arena);

		if (picture && !picture_check(picture))
			fail_msg("%s: its picture cannot be drawn", questions[i]);
		drawn += picture != NULL;
	}
	assert_int_equal(drawn, 9);
}

/* Whatever is drawn can be asked: reading the question checks the properties. */
static void test_drawn(void **state)
{
	static const char *const exercises[] = {
		"'parameters': {'r': {'relation': {'size': 5, 'reflexive': true, 'symmetric': true, 'transitive': "
		"true}}}, "
		"'questions': [{'id': 'q', 'kind': 'relation', 'set': '$r.set', 'relation': '$r', 'ask': ['classes']}]",
		"'parameters': {'r': {'relation': {'size': 4, 'reflexive': true, 'antisymmetric': true, 'transitive': "
		"true}}}, 'questions': [{'id': 'q', 'kind': 'relation', 'set': '$r.set', 'relation': '$r', 'ask': "
		"['hasse']}]",
		"'parameters': {'f': {'mapping': {'from': 4, 'to': 4, 'injective': true}}}, 'questions': [{'id': 'q', "
		"'kind': "
		"'mapping', 'from': '$f.from', 'to': '$f.to', 'map': '$f', 'ask': ['inverse']}]",
		"'parameters': {'f': {'mapping': {'from': 5, 'to': 3, 'surjective': true}}}, 'questions': [{'id': 'q', "
		"'kind': "
		"'mapping', 'from': '$f.from', 'to': '$f.to', 'map': '$f', 'ask': ['surjective']}]",
		"'parameters': {'s': {'sets': {'count': 3, 'universe': 12}}}, 'questions': [{'id': 'q', 'kind': 'set', "
		"'given': {'A': '$s.a', 'B': '$s.b', 'C': '$s.c', 'E': '$s'}, 'universe': 'E', 'ask': '∁(A ∪ B) ∪ C'}]",
	};

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct exercise *exercise = load(exercises[i], arena);

		for (uint64_t seed = 1; seed <= 200; seed++) {
			struct arena *cleanup_arena own = arena_new(0);
			struct problems problems = { 0 };
			enum verdict verdict;

			const struct exercise *one = exercise_draw(exercise, seed, &problems, own);
			if (!one)
				fail_msg("%s: seed %d: %s", exercises[i], (int)seed, problems.list[0].message.fr);
			const struct question *question = &one->questions[0];
			earned(question, question->kind->reference(question, own), &verdict, own);
			assert_int_equal(verdict, VERDICT_CORRECT);
		}
	}
}

static void test_drawn_wishes(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise = load(
		"'parameters': {'f': {'mapping': {'from': 3, 'to': 4, 'injective': false}}, 'r': {'relation': {'size': "
		"4, "
		"'symmetric': false, 'transitive': false}}}, 'questions': [{'id': 'f', 'points': 20, 'kind': "
		"'mapping', 'from': "
		"'$f.from', 'to': '$f.to', 'map': '$f', 'ask': ['injective']}, {'id': 'r', 'points': 20, 'kind': "
		"'relation', 'set': "
		"'$r.set', 'relation': '$r', 'ask': ['symmetric', 'transitive'], 'witness': false}]",
		arena);
	struct problems problems = { 0 };
	enum verdict verdict;

	for (uint64_t seed = 1; seed <= 100; seed++) {
		const struct exercise *one = exercise_draw(exercise, seed, &problems, arena);

		assert_non_null(one);
		earned(&one->questions[0], json_keep(arena, json_string("oui")), &verdict, arena);
		assert_int_equal(verdict, VERDICT_INCORRECT);
		earned(&one->questions[1], json_keep(arena, json_string("symétrique : non\ntransitive : non")),
			&verdict, arena);
		assert_int_equal(verdict, VERDICT_CORRECT);
	}
}

/* As long as an answer may be, and as nasty: each is read or refused within an arena of 64 MiB. */
static void test_hostile(void **state)
{
	static const char *const pieces[] = { "{", "(", "{1;", "1;", "∁", "A'", "A ∪ ", "[0;1] ∪ ", "{1} ∪ ", "1→",
		"1→2,", "(1;2)", "A × ", "P(", "((", "]", "oui ", "non, ", "réflexive : ", "|", "\\overline{", "0 ",
		"1 0 / ", "2^", "9×", "{∅;", "⟦1;10000⟧ ∪ ", "A ∩ (B ∪ " };

	for (size_t i = 0; i < QUESTIONS; i++)
		for (size_t k = 0; k < sizeof(pieces) / sizeof(pieces[0]); k++) {
			struct arena *cleanup_arena arena = arena_new(64 << 20);
			const struct question *question = ask(questions[i], arena);
			struct buf cleanup_buf text = BUF_INIT;
			enum verdict verdict;

			while (text.len + strlen(pieces[k]) <= 60000)
				buf_addstr(&text, pieces[k]);
			earned(question, json_keep(arena, json_string(buf_str(&text))), &verdict, arena);
			assert_true(verdict != VERDICT_CORRECT);
		}
}

/* Around every depth that is allowed somewhere. */
static void test_depths(void **state)
{
	static const char *const forms[] = { "%s%s", "oui %s%s", "non, %s%s",
		"classes : %s%s\nsymétrique : non, (1;%s%s)", "plus petit : %s%s" };

	for (size_t i = 0; i < QUESTIONS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct question *question = ask(questions[i], arena);

		for (int depth = 1; depth <= 26; depth++)
			for (size_t k = 0; k < 2 * sizeof(forms) / sizeof(forms[0]); k++) {
				struct buf cleanup_buf open = BUF_INIT, close = BUF_INIT, text = BUF_INIT;
				enum verdict verdict;

				for (int n = 0; n < depth; n++) {
					buf_addstr(&open, k % 2 ? "{1;" : "{");
					buf_addch(&close, '}');
				}
				buf_printf(&open, "1");
				for (const char *c = forms[k / 2]; *c; c++) {
					bool pair = c[0] == '%';

					if (pair)
						buf_printf(&text, "%s%s", buf_str(&open), buf_str(&close));
					else
						buf_addch(&text, *c);
					c += pair ? 3 : 0;
				}
				earned(question, json_keep(arena, json_string(buf_str(&text))), &verdict, arena);
			}
	}
}

/* A set of a thousand subsets, a product of ten thousand couples. */
static void test_caps(void **state)
{
	static const char *const large[] = {
		"'kind': 'set', 'given': {'E': '⟦1;10⟧'}, 'ask': 'P(E)'",
		"'kind': 'set', 'given': {'E': '⟦1;100⟧'}, 'ask': 'E × E'",
		"'kind': 'relation', 'set': '⟦1;32⟧', 'rule': 'y mod x == 0', 'ask': ['hasse', 'couples', 'matrix']",
	};

	for (size_t i = 0; i < sizeof(large) / sizeof(large[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(256 << 20);
		const struct question *question = ask(large[i], arena);
		json_t *reference = question->kind->reference(question, arena);
		enum verdict verdict;

		earned(question, reference, &verdict, arena);
		if (json_string_length(reference) < 65536)
			assert_int_equal(verdict, VERDICT_CORRECT);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_idle),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_drawn),
		cmocka_unit_test(test_drawn_wishes),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_depths),
		cmocka_unit_test(test_caps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
