/* What `bench maths` measures: questions as authors write them, and a wrong answer to each. */
#include <string.h>
#include "base/json.h"
#include "bench_maths.h"
#include "dispatch/kinds.h"
#include "model/folder.h"

enum { TASKS = 120, SIDE = 20, DIGITS = 600, NUMERAL = 200, OPTIONS = 26, PATTERNS = 48, ANSWER = 900 };

static void put_digits(struct buf *out, unsigned from, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		buf_addch(out, (char)('1' + (i * i + from) % 9));
}

static void ask_product(struct buf *out)
{
	buf_addstr(out, "'given': {'a': '");
	put_digits(out, 1, DIGITS);
	buf_addstr(out, "', 'b': '");
	put_digits(out, 4, DIGITS);
	buf_addstr(out, "'}, 'ask': 'a*b'");
}

static void ask_numeral(struct buf *out)
{
	buf_addstr(out, "'to': 3, 'number': '");
	put_digits(out, 2, NUMERAL);
	buf_addstr(out, "'");
}

/* Each task waits for three of the six before it. */
static void ask_tasks(struct buf *out)
{
	buf_addstr(out,
		"'ask': ['levels', 'earliest', 'latest', 'total-float', 'free-float', 'critical-path', 'duration'], "
		"'tasks': {");
	for (unsigned i = 0; i < TASKS; i++) {
		buf_printf(out, "%s'T%u': {'days': %u, 'after': '", i > 0 ? ", " : "", i, 1 + i * 7 % 11);
		for (unsigned back = 2; back <= 6 && back <= i; back += 2)
			buf_printf(out, "%sT%u", back > 2 ? ", " : "", i - back);
		buf_addstr(out, "'}");
	}
	buf_addstr(out, "}");
}

static void ask_matrix(struct buf *out)
{
	buf_addstr(out, "'ask': 'A^8', 'given': {'A': [");
	for (unsigned i = 0; i < SIDE * SIDE; i++)
		buf_printf(out, "%s%d%s",
			i == 0          ? "["
			: i % SIDE == 0 ? ", ["
					: ", ",
			(int)(i * i + 3 * i) % 19 - 9, i % SIDE == SIDE - 1 ? "]" : "");
	buf_addstr(out, "]}");
}

static void ask_options(struct buf *out)
{
	buf_addstr(out, "'options': [");
	for (unsigned i = 0; i < OPTIONS; i++)
		buf_printf(out, "%s{'text': 'la phrase numéro %u', 'right': %s, 'why': 'Non.'}", i > 0 ? ", " : "", i,
			i % 2 == 0 ? "true" : "false");
	buf_addstr(out, "]");
}

static void ask_patterns(struct buf *out)
{
	buf_addstr(out, "'accept': ['relation'], 'spelling': 2, 'patterns': [");
	for (unsigned i = 0; i < PATTERNS; i++)
		buf_printf(out, "%s'(une )?(relation|équivalence)+ numéro %u.*'", i > 0 ? ", " : "", i);
	buf_addstr(out, "]");
}

static void answer_long(struct buf *out)
{
	while (out->len < ANSWER)
		buf_addstr(out, "relation ");
}

static const struct plan {
	const char *name;
	struct both label;
	const char *kind;
	bool cap;
	const char *question; /* its keys as JSON with single quotes; or a function that writes them */
	void (*ask)(struct buf *out);
	const char *answer; /* NULL: what reply() writes; without it, the reference with one digit changed */
	void (*reply)(struct buf *out);
} plan[] = {
	{ "number", { "un PGCD, un multiple à la place", "a GCD, a multiple instead" }, "number", false,
		"'given': {'a': 2014, 'b': 513}, 'ask': 'gcd(a, b)'", NULL, "38", NULL },
	{ "number-cap",
		{ "un produit de 1 200 chiffres, un chiffre faux", "a product of 1200 digits, one digit wrong" },
		"number", true, NULL, ask_product, NULL, NULL },
	{ "base", { "une conversion lue à l’envers", "a conversion read backwards" }, "base", false,
		"'number': 26, 'to': 2", NULL, "01011", NULL },
	{ "base-cap", { "200 chiffres en base 3, un chiffre faux", "200 digits in base 3, one digit wrong" }, "base",
		true, NULL, ask_numeral, NULL, NULL },
	{ "schedule", { "huit tâches, sept colonnes, une date fausse", "eight tasks, seven columns, one date wrong" },
		"schedule", false,
		"'ask': ['levels', 'earliest', 'latest', 'total-float', 'free-float', 'critical-path', 'duration'], "
		"'tasks': {'A': {'days': 2}, 'B': {'days': 4, 'after': 'A'}, 'C': {'days': 2, 'after': 'B'}, 'D': "
		"{'days': "
		"10}, 'E': {'days': 1, 'after': 'D'}, 'F': {'days': 3, 'after': 'B, E'}, 'G': {'days': 1, 'after': "
		"'F'}, "
		"'H': {'days': 7, 'after': 'C, G'}}",
		NULL, NULL, NULL },
	{ "schedule-cap", { "120 tâches, une date fausse", "120 tasks, one date wrong" }, "schedule", true, NULL,
		ask_tasks, NULL, NULL },
	{ "set", { "∩ pour ∪", "∩ for ∪" }, "set", false,
		"'given': {'A': '{1;3;5;7;9}', 'B': '{3;4;5;6}'}, 'ask': 'A ∪ B'", NULL, "{3;5}", NULL },
	{ "set-cap", { "4 500 couples, l’un est faux", "4500 pairs, one of them wrong" }, "set", true,
		"'given': {'A': '⟦10;59⟧', 'B': '⟦10;99⟧'}, 'ask': 'A × B'", NULL, NULL, NULL },
	{ "relation", { "quatre propriétés, une fausse", "four properties, one wrong" }, "relation", false,
		"'set': '{2;3;4;6;12}', 'rule': 'y mod x == 0', 'ask': ['reflexive', 'symmetric', 'antisymmetric', "
		"'total']",
		NULL, "réflexive : oui\nsymétrique : non, (2;4)\nantisymétrique : oui\ntotale : oui", NULL },
	{ "relation-cap", { "le diagramme d’un ordre sur 32 éléments", "the diagram of an order on 32 elements" },
		"relation", true, "'set': '⟦1;32⟧', 'rule': 'y mod x == 0', 'ask': ['hasse']", NULL, NULL, NULL },
	{ "mapping", { "trois propriétés, un contre-exemple faux", "three properties, one witness wrong" }, "mapping",
		false,
		"'from': '{1;2;3;4}', 'to': '{a;b;c}', 'map': {'1': 'b', '2': 'a', '3': 'b', '4': 'a'}, 'ask': "
		"['injective', 'surjective', 'bijective']",
		NULL, "injective : non, 1 et 2\nsurjective : non, a\nbijective : non", NULL },
	{ "mapping-cap", { "de 32 éléments dans 32", "from 32 elements to 32" }, "mapping", true,
		"'from': '⟦0;31⟧', 'to': '⟦0;31⟧', 'rule': '(x*x) mod 32', 'ask': ['injective', 'surjective', 'image']",
		NULL, "injective : oui\nsurjective : oui\nimage : {0;1}", NULL },
	{ "matrix", { "un produit pris dans l’autre ordre", "a product in the other order" }, "matrix", false,
		"'given': {'A': [[1, 2, 0], [3, -1, 4], [2, 5, 1]], 'B': [[2, 0, 1], [1, 3, -2], [0, 1, 1]]}, 'ask': "
		"'A*B'",
		NULL, "4 9 1 / 6 -11 10 / 5 4 5", NULL },
	{ "matrix-cap",
		{ "une puissance d’une matrice 20 × 20, une case fausse",
			"a power of a 20 × 20 matrix, one cell wrong" },
		"matrix", true, NULL, ask_matrix, NULL, NULL },
	{ "steps", { "Bézout, une ligne fausse", "Bézout, one line wrong" }, "steps", false,
		"'method': 'bezout', 'given': {'a': 97, 'b': 35}", NULL,
		"97 = 35×2 + 27\n35 = 27×1 + 8\n27 = 8×3 + 3\n8 = 3×2 + 2\n3 = 2×1 + 1\nu = -36 ; v = 13", NULL },
	{ "sequence", { "une forme close, la partie fixe oubliée", "a closed form, the fixed part forgotten" },
		"sequence", false, "'first': 500, 'next': '0.8*u + 200', 'ask': 'closed-form'", NULL, "500 × 0,8^n",
		NULL },
	{ "graph", { "un plus court chemin, un autre plus long", "a shortest path, a longer one instead" }, "graph",
		false,
		"'graph': {'vertices': 'ABCDEF', 'arcs': 'AB:4 AC:2 CB:1 BD:5 CD:8 CE:10 DE:2 DF:6 EF:2'}, 'ask': "
		"'shortest-path', 'from': 'A', 'to': 'F'",
		NULL, "A-B-D-F", NULL },
	{ "choice", { "trois coches, dont une fausse", "three ticks, one of them wrong" }, "choice", false,
		"'options': [{'right': true}, {'why': 'Non.'}, {'right': true}, {'right': true}, {}]", NULL, "a, b, c",
		NULL },
	{ "choice-cap", { "26 options, toutes cochées", "26 options, all ticked" }, "choice", true, NULL, ask_options,
		"abcdefghijklmnopqrstuvwxyz", NULL },
	{ "text", { "une erreur connue, par un motif", "a known mistake, by a pattern" }, "text", false,
		"'accept': ['relation d’équivalence', 'équivalence'], 'spelling': 2, 'mistakes': [{'pattern': '(une "
		")?(relation d.)?ordre( .*)?', 'says': 'Antisymétrique ?'}]",
		NULL, "une relation d’ordre", NULL },
	{ "text-cap", { "48 motifs, une réponse de 900 lettres", "48 patterns, an answer of 900 letters" }, "text",
		true, NULL, ask_patterns, NULL, answer_long },
};
enum { ROWS = sizeof(plan) / sizeof(plan[0]) };

static const struct question *load(const struct plan *row, struct arena *arena, struct err *err)
{
	cleanup_buf struct buf keys = BUF_INIT, json = BUF_INIT, pack = BUF_INIT;
	struct problems problems = { 0 };
	struct folder folder;

	if (row->ask != NULL)
		row->ask(&keys);
	else
		buf_addstr(&keys, row->question);
	buf_printf(&json, "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"%s\", ",
		row->kind);
	for (const char *at = buf_str(&keys); *at != '\0'; at++)
		buf_addch(&json, (char)(*at == '\'' ? '"' : *at));
	buf_addstr(&json, "}]}");
	struct folder_file files[] = { { "exercise.json", buf_str(&json), json.len }, { "statement.fr.md", "T", 1 } };
	const struct folder made = { .files = files, .count = 2 };

	folder_pack(&pack, &made);
	if (folder_unpack(&folder, buf_str(&pack), pack.len, arena, err) < 0)
		return NULL;
	const struct exercise *exercise = exercise_load(&folder, "banc.question", all_kinds, &problems, arena);
	if (exercise != NULL)
		return exercise->questions;
	cleanup_buf struct buf said = BUF_INIT;
	problem_print(&said, &problems.list[0], LANG_EN);
	err_set(err, ERR_INTERNAL, "the bench's question %s does not load: %s", row->name, buf_str(&said));
	return NULL;
}

/* The last digit of the first text that has one becomes another. Borrowed by *value; false when there is none. */
static bool spoil(json_t *value)
{
	const char *key;
	json_t *inside;

	if (json_is_string(value)) {
		cleanup_buf struct buf text = BUF_INIT;

		buf_addstr(&text, json_string_value(value));
		for (size_t i = text.len; i > 0; i--) {
			char *at = &text.data[i - 1];

			if (*at < '0' || *at > '9')
				continue;
			*at = (char)(*at == '9' ? '8' : *at == '1' ? '2' : *at == '2' ? '1' : *at + 1);
			json_string_set(value, buf_str(&text));
			return true;
		}
		return false;
	}
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (spoil(json_array_get(value, i)))
			return true;
	}
	json_object_foreach(value, key, inside)
	{
		if (spoil(inside))
			return true;
	}
	return false;
}

static json_t *answer_of(const struct plan *row, const struct question *question, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;
	json_t *answer;

	if (row->answer != NULL)
		return json_keep(arena, json_string(row->answer));
	if (row->reply != NULL) {
		row->reply(&text);
		return json_keep(arena, json_string(buf_str(&text)));
	}
	answer = json_keep(arena, json_deep_copy(question->kind->reference(question, arena)));
	return spoil(answer) ? answer : NULL;
}

int maths_rows_make(struct maths_row **out, size_t *count, struct arena *arena, struct err *err)
{
	struct maths_row *rows = arena_array(arena, ROWS, sizeof(*rows));

	*out = rows;
	for (*count = 0; *count < ROWS; (*count)++) {
		const struct plan *from = &plan[*count];
		struct maths_row *row = &rows[*count];

		row->name = from->name;
		row->label = from->label;
		row->cap = from->cap;
		row->question = load(from, arena, err);
		if (row->question == NULL)
			return -1;
		row->answer = answer_of(from, row->question, arena);
		if (row->answer == NULL)
			return err_set(err, ERR_INTERNAL, "%s: nothing in the reference can be spoilt", row->name);
	}
	return 0;
}
