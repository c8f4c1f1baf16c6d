/*
 * What `bench boolean` measures: drawn once for ever, so that figures of two machines speak of the same.
 */
#include <string.h>
#include "base/draw.h"
#include "bench_boolean.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/form.h"
#include "logic/print.h"
#include "logic/read.h"

static const char *const letters[] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p" };

static const struct {
	const char *name;
	struct both label;
	enum boolean_work work;
	unsigned variables;
	size_t count;
	const char *text; /* of an answer */
} plan[] = {
	{ "equivalence-4", { "équivalence, 4 variables", "equivalence, 4 variables" }, WORK_EQUAL, 4, 8, NULL },
	{ "equivalence-8", { "équivalence, 8 variables", "equivalence, 8 variables" }, WORK_EQUAL, 8, 8, NULL },
	{ "equivalence-12", { "équivalence, 12 variables", "equivalence, 12 variables" }, WORK_EQUAL, 12, 8, NULL },
	{ "equivalence-16", { "équivalence, 16 variables", "equivalence, 16 variables" }, WORK_EQUAL, 16, 8, NULL },
	{ "forms-4", { "toutes les formes minimales, 4 variables", "all minimal forms, 4 variables" }, WORK_FORMS, 4,
		64, NULL },
	{ "forms-5", { "toutes les formes minimales, 5 variables", "all minimal forms, 5 variables" }, WORK_FORMS, 5,
		32, NULL },
	{ "forms-6", { "toutes les formes minimales, 6 variables", "all minimal forms, 6 variables" }, WORK_FORMS, 6,
		16, NULL },
	{ "answer-minimal", { "réponse juste, 4 variables", "a right answer, 4 variables" }, WORK_ANSWER, 4, 1,
		"bd' + bc + a'b + ab'd" },
	{ "answer-redundant", { "réponse avec un terme de trop", "an answer with a redundant term" }, WORK_ANSWER, 4, 1,
		"bd' + bc + a'b + ab'd + acd" },
	{ "answer-mistake", { "réponse fausse, l’erreur est trouvée", "a wrong answer, the mistake is found" },
		WORK_ANSWER, 4, 1, "bd' + bc + ab + ab'd" },
	{ "answer-lost", { "réponse fausse, aucune erreur reconnue", "a wrong answer, no mistake is recognised" },
		WORK_ANSWER, 4, 1, "(a + b)(c' + d)(a' + c) + a'b'c'd" },
	{ "derivation-10", { "calcul en dix lignes", "a derivation of ten lines" }, WORK_LINES, 4, 1,
		"ab + ab' + a'bc + bcd\n"
		"a(b + b') + a'bc + bcd\n"
		"a·1 + a'bc + bcd\n"
		"a + a'bc + bcd\n"
		"a + bc + bcd\n"
		"a + bc\n"
		"(a + b)(a + c)\n"
		"¬¬((a + b)(a + c))\n"
		"¬(¬(a + b) + ¬(a + c))\n"
		"¬(a'b' + ¬(a + c))\n"
		"¬(a'b' + a'c')\n" },
};
enum { ROWS = sizeof(plan) / sizeof(plan[0]), PRODUCTS = 5 };

/* A formula as SymPy reads it. */
static void print_python(struct buf *out, const struct expr *expr)
{
	if (expr->op == EXPR_CONSTANT) {
		buf_addstr(out, expr->value ? "true" : "false");
	} else if (expr->op == EXPR_VARIABLE) {
		buf_addstr(out, letters[expr->value]);
	} else if (expr->op == EXPR_NOT) {
		buf_addstr(out, "~");
		print_python(out, expr->operands[0]);
	} else {
		for (size_t i = 0; i < expr->count; i++) {
			buf_addstr(out, i == 0 ? "(" : expr->op == EXPR_AND ? " & " : " | ");
			print_python(out, expr->operands[i]);
		}
		buf_addstr(out, ")");
	}
}

static json_t *python_of(const struct expr *expr)
{
	cleanup_buf struct buf text = BUF_INIT;

	print_python(&text, expr);
	return json_string(buf_str(&text));
}

/* A sum of five products of up to four literals, and the bar of the product of their bars. */
static void draw_equal(struct boolean_row *row, struct boolean_input *input, struct draw *draw, struct arena *arena)
{
	const struct vocabulary vocabulary = { letters, row->variables };
	const struct print_style style = { .vocabulary = &vocabulary };
	struct term terms[PRODUCTS];
	const struct expr *barred[PRODUCTS];
	struct cover cover = { terms, PRODUCTS };

	for (size_t i = 0; i < cover.count; i++) {
		terms[i] = (struct term){ 0, 0 };
		for (unsigned literal = 0; literal < 4; literal++) {
			uint32_t bit = term_bit(row->variables, draw_below(draw, row->variables));

			terms[i].care |= bit;
			terms[i].value = (terms[i].value & ~bit) | (draw_below(draw, 2) ? bit : 0);
		}
		barred[i] = expr_not(arena, form_sum(&(struct cover){ &terms[i], 1 }, row->variables, arena));
	}
	const struct expr *sum = form_sum(&cover, row->variables, arena);
	const struct expr *other = expr_not(arena, expr_new(arena, EXPR_AND, barred, cover.count));
	input->key = table_of(sum, row->variables, arena);
	input->text = expr_text(other, &style, arena);
	json_array_append_new(row->rivals, json_pack("[o, o]", python_of(sum), python_of(other)));
}

/* Half of the rows 1. */
static void draw_function(struct boolean_row *row, struct boolean_input *input, struct draw *draw, struct arena *arena)
{
	json_t *rows = json_array();

	input->target = (struct target){ table_new(row->variables, arena), table_new(row->variables, arena) };
	for (uint32_t r = 0; r < table_rows(row->variables); r++) {
		bool one = draw_below(draw, 2) == 1;

		table_set(&input->target.ones, r, one);
		if (one)
			json_array_append_new(rows, json_integer(r));
	}
	json_array_append_new(row->rivals, rows);
}

static const struct expr *read_formula(
	const char *text, size_t bytes, unsigned variables, struct arena *arena, struct err *err)
{
	const struct vocabulary vocabulary = { letters, variables };
	struct reading_of reading;
	struct slip slip;

	if (expr_read(&reading, text, bytes, &vocabulary, arena, &slip) == 0)
		return reading.expr;
	err_set(err, ERR_INTERNAL, "the bench's formula cannot be read: %.*s", (int)bytes, text);
	return NULL;
}

#define FUNCTION "bd' + acd + a'b + ab'd"
static const char exercise_json[] =
	"{\"format\": 1, \"title\": \"Simplifier\", \"questions\": [{\"id\": \"e\", \"kind\": "
	"\"boolean\", \"points\": 4, \"variables\": [\"a\", \"b\", \"c\", \"d\"], "
	"\"function\": \"" FUNCTION "\", \"form\": \"minimal-sum\"}]}";

static const struct question *load_question(struct arena *arena, struct err *err)
{
	static const struct kind *const kinds[] = { &boolean_kind, NULL };
	struct folder_file files[] = {
		{ "exercise.json", exercise_json, strlen(exercise_json) },
		{ "statement.fr.md", "Simplifier.", 11 },
	};
	struct folder made = { .files = files, .count = 2 }, *folder = arena_alloc(arena, sizeof(*folder));
	cleanup_buf struct buf pack = BUF_INIT;
	struct problems problems = { 0 };
	const struct exercise *exercise;

	folder_pack(&pack, &made);
	if (folder_unpack(folder, buf_str(&pack), pack.len, arena, err) < 0)
		return NULL;
	exercise = exercise_load(folder, "banc.simplifier", kinds, &problems, arena);
	if (exercise == NULL) {
		err_set(err, ERR_INTERNAL, "the bench's exercise does not load");
		return NULL;
	}
	return &exercise->questions[0];
}

/* What SymPy is asked of an answer: how does it read, is it right, and what is the simplest form? */
static int plan_answer(struct boolean_row *row, const char *text, struct arena *arena, struct err *err)
{
	const struct expr *answer = read_formula(text, strlen(text), 4, arena, err);
	const struct expr *key = read_formula(FUNCTION, strlen(FUNCTION), 4, arena, err);
	struct table table;
	json_t *rows;

	row->inputs[0].text = text;
	row->inputs[0].answer = json_keep(arena, json_string(text));
	row->question = load_question(arena, err);
	if (row->question == NULL || answer == NULL || key == NULL)
		return -1;
	rows = json_array();
	table = table_of(key, 4, arena);
	for (uint32_t r = 0; r < 16; r++) {
		if (table_at(&table, r))
			json_array_append_new(rows, json_integer(r));
	}
	json_array_append_new(row->rivals, json_pack("[o, o, o]", python_of(key), python_of(answer), rows));
	return 0;
}

static int plan_lines(struct boolean_row *row, const char *text, struct arena *arena, struct err *err)
{
	json_t *lines = json_array();

	row->inputs[0].text = text;
	json_array_append_new(row->rivals, lines);
	for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
		const struct expr *line = read_formula(text, (size_t)(end - text), row->variables, arena, err);

		if (line == NULL)
			return -1;
		json_array_append_new(lines, python_of(line));
	}
	return 0;
}

int boolean_rows_make(struct boolean_row **out, size_t *count, struct arena *arena, struct err *err)
{
	struct boolean_row *rows = arena_array(arena, ROWS, sizeof(*rows));
	int status = 0;

	*out = rows;
	for (*count = 0; *count < ROWS && status == 0; (*count)++) {
		struct boolean_row *row = &rows[*count];
		struct draw draw;

		*row = (struct boolean_row){ .name = plan[*count].name,
			.label = plan[*count].label,
			.work = plan[*count].work,
			.variables = plan[*count].variables,
			.count = plan[*count].count,
			.rivals = json_array() };
		draw_open(&draw, 1847, row->name);
		for (size_t i = 0; i < row->count && row->work == WORK_EQUAL; i++)
			draw_equal(row, &row->inputs[i], &draw, arena);
		for (size_t i = 0; i < row->count && row->work == WORK_FORMS; i++)
			draw_function(row, &row->inputs[i], &draw, arena);
		if (row->work == WORK_ANSWER)
			status = plan_answer(row, plan[*count].text, arena, err);
		else if (row->work == WORK_LINES)
			status = plan_lines(row, plan[*count].text, arena, err);
	}
	return status;
}

void boolean_rows_release(struct boolean_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		json_decref(rows[i].rivals);
		figure_release(&rows[i].figure);
	}
}
