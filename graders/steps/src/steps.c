/*
 * The kind `steps`: work that is written line by line.
 */
#include <string.h>
#include "base/json.h"
#include "exact/formula.h"
#include "model/derived.h"
#include "steps.h"

static const struct steps_method *const methods[] = { &euclid_method, &bezout_method, &divisions_method, &sieve_method,
	&factorisation_method, &power_mod_method, &divisors_method };
enum { METHODS = sizeof(methods) / sizeof(methods[0]) };

static const char *const names[] = { "euclid", "bezout", "divisions", "sieve", "factorisation", "power-mod", "divisors",
	NULL };

static const struct key_spec given_keys[] = {
	{ .name = "a", .type = KEY_ANY, .doc = "A whole number: of the gcd, or the base of the power." },
	{ .name = "b", .type = KEY_ANY, .doc = "The second number of the gcd." },
	{ .name = "n",
		.type = KEY_ANY,
		.doc = "The number to write in a base, to factor, whose divisors are asked; the bound of the sieve; "
		       "the "
		       "modulus." },
	{ .name = "base", .type = KEY_ANY, .doc = "The base to convert to, from 2 to 36." },
	{ .name = "exponent", .type = KEY_ANY, .doc = "The exponent of the power." },
};

static const struct key_spec keys[] = {
	{ .name = "method",
		.type = KEY_STRING,
		.required = true,
		.choices = names,
		.doc = "What is done step by step: the gcd, a·u + b·v = gcd, successive divisions to another base, the "
		       "sieve "
		       "of Eratosthenes, prime factors, a power modulo n by squares, the list of divisors." },
	{ .name = "given",
		.type = KEY_OBJECT,
		.required = true,
		.inside = given_keys,
		.inside_count = sizeof(given_keys) / sizeof(given_keys[0]),
		.doc = "The numbers by name: a and b; n and base; n; a, exponent and n." },
};

/* ---- the exercise ---- */

static bool refuse(
	struct reader *reader, const char *pointer, const char *code, const char *name, int64_t least, int64_t most)
{
	reader_problem(reader, pointer, false, &steps_messages, code,
		(struct msg_param[]){ { "name", name }, { "least", step_number(reader->arena, least) },
			{ "most", step_number(reader->arena, most) }, { 0 } });
	return false;
}

static bool read_given(struct steps_question *out, struct reader *reader, json_t *given, const char *pointer)
{
	const struct steps_method *method = out->method;
	const char *key;
	json_t *json;
	size_t count = 0;

	for (; count < GIVEN_MAX && method->given[count] != NULL; count++) {
		const char *name = method->given[count], *at = reader_pointer(reader, pointer, name);
		struct value value;
		struct slip slip;

		json = json_object_get(given, name);
		if (json == NULL)
			return refuse(reader, pointer, "given-missing", name, 0, 0);
		if (value_of_json(&value, json, reader->arena, &slip) < 0 || value.kind != VALUE_NUMBER ||
			!number_to_int(value.number, &out->given[count]) || out->given[count] < method->least[count] ||
			out->given[count] > method->most[count])
			return refuse(reader, at, "given-range", name, method->least[count], method->most[count]);
	}
	json_object_foreach(given, key, json)
	{
		bool known = false;
		for (size_t i = 0; i < count; i++)
			known |= !strcmp(key, method->given[i]);
		if (!known && strncmp(key, "x-", 2) != 0)
			return refuse(reader, reader_pointer(reader, pointer, key), "given-unknown", key, 0, 0);
	}
	return true;
}

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct steps_question *out = arena_alloc(reader->arena, sizeof(*out));
	const char *method = reader_string(reader, object, "method", "");

	for (size_t i = 0; i < METHODS; i++)
		if (!strcmp(method, methods[i]->name))
			out->method = methods[i];
	if (out->method == NULL ||
		!read_given(out, reader, json_object_get(object, "given"), reader_pointer(reader, pointer, "given")))
		return;
	out->method->prepare(out, reader->arena);
	question->spec = out;
}

/* ---- the answer ---- */

/* The same but for blanks? */
static bool is_starter(const char *text, const char *starter)
{
	do {
		text += strspn(text, " \t\r\n");
		starter += strspn(starter, " \t\r\n");
		if (*text != *starter)
			return false;
		starter++;
	} while (*text++ != '\0');
	return true;
}

/* {"rows": [["84", "36", "2", "12"], …], "result": "12"} as the text that a person would type. */
static const char *text_of_json(const json_t *answer, struct arena *arena)
{
	const json_t *rows = json_object_get(answer, "rows"), *result = json_object_get(answer, "result");
	struct buf cleanup_buf out = BUF_INIT_MAX(PAPER_BYTES_MAX);

	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);

		if (json_is_string(row))
			buf_addstr(&out, json_string_value(row));
		for (size_t j = 0; j < json_array_size(row); j++) {
			const json_t *cell = json_array_get(row, j);
			buf_addstr(&out, j > 0 ? " | " : "");
			if (json_is_integer(cell))
				buf_printf(&out, "%" JSON_INTEGER_FORMAT, json_integer_value(cell));
			else
				buf_addstr(&out, json_is_string(cell) ? json_string_value(cell) : "");
		}
		buf_addch(&out, '\n');
	}
	if (json_is_integer(result))
		buf_printf(&out, "resultat : %" JSON_INTEGER_FORMAT, json_integer_value(result));
	else if (json_is_string(result))
		buf_printf(&out, "%s", json_string_value(result));
	return buf_overflowed(&out) ? NULL : arena_memdup(arena, buf_str(&out), out.len);
}

static enum reading read_sheet(struct step_sheet *sheet, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	const char *text = json_is_object(answer) ? text_of_json(answer, grading->arena) : NULL;
	const json_t *typed = text ? json_keep(grading->arena, json_string(text)) : answer;
	enum reading reading;
	struct slip slip;

	*sheet = (struct step_sheet){ .paper = paper, .asked = question->spec, .result_share = FRAC_ONE };
	sheet->result.credit = FRAC_ZERO;
	reading = paper_open(paper, grading, question, typed, report);
	if (reading != READING_OK)
		return reading;
	if (is_starter(paper->text, sheet->asked->starter))
		return READING_BLANK;
	sheet->cells = arena_array(paper->arena, CELLS_MAX, sizeof(*sheet->cells));
	if (step_text_read(&sheet->text, paper->text, paper->bytes, paper->arena, &slip))
		return paper_slip(paper, &slip, 0);
	for (size_t i = 0; i < sheet->text.count; i++)
		if (line_has_number(&sheet->text.lines[i]))
			return sheet->asked->method->judge(sheet);
	return step_slip(sheet, "step-nothing", 0, 0);
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	const struct steps_question *asked = question->spec;
	struct paper paper = { .messages = &steps_messages, .example = asked->example };
	struct step_sheet sheet;

	*reading = paper_preview(&paper, read_sheet(&sheet, &paper, grading, question, answer, report));
	json_keep(grading->arena, sheet.value);
	return 0;
}

/* ---- the report ---- */

static void name_row(struct paper *paper, struct test_report *row, size_t line, struct frac max)
{
	struct msg_text label = line > 0 ? STEP_SAY(paper->arena, "row-line", (int64_t)line)
					 : step_say(paper->arena, "row-result", NULL);

	row_named(row, label, max);
}

static int fill_row(struct test_report *row, const struct step_cell *cell, const struct carried_sum *sum, bool flat,
	struct err *err)
{
	bool carried = cell->state == CARRIED_CONSISTENT && sum->carries && !flat;

	row->expected = cell->expected;
	row->got = cell->got;
	if (cell->state == CARRIED_RIGHT || carried) {
		row_passed(row);
		return 0;
	}
	row_failed(row, cell->message);
	row->discreet = false; /* it is said with the numbers that were awaited */
	if (cell->state == CARRIED_BLANK)
		row->outcome = OUTCOME_BLANK;
	return cell->credit.num > 0 ? frac_mul(&row->points, cell->credit, row->max, err) : 0;
}

static int share(struct frac *line, struct frac *result, const struct step_sheet *sheet, struct err *err)
{
	struct frac points = sheet->paper->question->points;

	*line = FRAC_ZERO;
	*result = points;
	if (sheet->count == 0)
		return 0;
	if (frac_mul(result, points, sheet->result_share, err) || frac_sub(line, points, *result, err))
		return -1;
	return frac_div(line, *line, frac_int((int64_t)sheet->count), err);
}

static int fill_report(struct step_sheet *sheet, struct err *err)
{
	struct paper *paper = sheet->paper;
	struct carried_cell *cells = arena_array(paper->arena, sheet->count + 1, sizeof(*cells));
	struct test_report *rows = paper_rows(paper, sheet->count + 1);
	struct frac line, result;
	struct carried_sum sum;
	size_t good = 0, carried = 0;
	bool flat;

	if (share(&line, &result, sheet, err))
		return -1;
	for (size_t i = 0; i < sheet->count; i++) {
		cells[i] = (struct carried_cell){ .state = sheet->cells[i].state, .weight = line };
		good += cells[i].state == CARRIED_RIGHT || cells[i].state == CARRIED_CONSISTENT;
		carried += cells[i].state == CARRIED_CONSISTENT;
	}
	/* A result that follows from lines that are mostly wrong, or are not there, shows nothing. */
	flat = good * 2 < sheet->count;
	cells[sheet->count] = (struct carried_cell){ sheet->result.state, result, flat };
	if (carried_sum(&sum, cells, sheet->count + 1, FRAC_ONE, err))
		return -1;
	for (size_t i = 0; i < sheet->count; i++) {
		name_row(paper, &rows[i], i + 1, line);
		if (cells[i].state == CARRIED_CONSISTENT && !sum.carries)
			sheet->cells[i].message = step_say(paper->arena, "step-too-many-errors", NULL);
		if (fill_row(&rows[i], &sheet->cells[i], &sum, false, err))
			return -1;
	}
	name_row(paper, &rows[sheet->count], 0, result);
	if (sheet->result.state == CARRIED_CONSISTENT && (flat || !sum.carries))
		sheet->result.message = step_say(paper->arena, "step-result-follows", NULL);
	if (fill_row(&rows[sheet->count], &sheet->result, &sum, flat, err))
		return -1;
	carried += sheet->result.state == CARRIED_CONSISTENT && !flat;
	if (carried > 0 && sum.carries)
		paper_remark(paper, step_say(paper->arena, "step-carried", NULL));
	return sheet->idle ? paper_guard(paper, err) : paper_settle(paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct steps_question *asked = question->spec;
	struct paper paper = { .messages = &steps_messages, .example = asked->example };
	struct step_sheet sheet;
	enum reading reading = read_sheet(&sheet, &paper, grading, question, answer, report);

	json_keep(grading->arena, sheet.value);
	if (reading == READING_UNREADABLE)
		return 0;
	if (reading == READING_BLANK) {
		paper_rows(&paper, 1);
		name_row(&paper, report->tests, 0, question->points);
		paper_blank(&paper);
		return 0;
	}
	return fill_report(&sheet, err);
}

/* ---- hooks ---- */

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct steps_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

static const char *starter(const struct question *question)
{
	const struct steps_question *asked = question->spec;

	return asked->starter;
}

/* Constants, and what the statement shows. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct steps_question *asked = question->spec;
	cleanup_buf struct buf given = BUF_INIT;
	json_t *list =
		json_pack("[s, s, s, s, s]", "0", "1", "1 1 1 1", "0 = 0 × 0 + 0", "1 = 1 × 1 + 0\n1 = 1 × 1 + 0");

	for (size_t i = 0; i < GIVEN_MAX && asked->method->given[i] != NULL; i++) {
		buf_printf(&given, "%s%" PRId64, i > 0 ? " ; " : "", asked->given[i]);
		json_array_append_new(list, json_sprintf("%" PRId64, asked->given[i]));
	}
	json_array_append_new(list, json_string(buf_str(&given)));
	json_array_append_new(list, json_sprintf("1 ; %s", buf_str(&given)));
	json_array_append_new(list, json_sprintf("premiers : %s", buf_str(&given)));
	json_array_append_new(list, json_sprintf("u = 0 ; v = 0 = %" PRId64, asked->given[0]));
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct steps_question *asked = question->spec;

	derived_add(out,
		step_say(out->arena, "derived-steps", (struct msg_param[]){ { "text", asked->reference }, { 0 } }));
}

static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct steps_question *asked = question->spec;
	struct paper paper = { .messages = &steps_messages, .example = asked->example };
	struct question_report report = { 0 };
	struct grading grading = { .arena = arena };
	struct step_sheet sheet;

	if (asked->method->value == NULL)
		return NULL;
	if (answer == NULL)
		return json_keep(arena, asked->method->value(asked));
	if (read_sheet(&sheet, &paper, &grading, question, answer, &report) != READING_OK) {
		json_keep(arena, sheet.value);
		return NULL;
	}
	return json_keep(arena, sheet.value);
}

const struct kind steps_kind = {
	.name = "steps",
	.question_keys = keys,
	.question_key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.value = value,
};
