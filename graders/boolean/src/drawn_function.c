/*
 * The generator `boolean`: a function drawn for a student, with the properties that the author asks for.
 *
 * {{f}} is its canonical sum; its parts give what else a question can be asked with: the rows with 1, those left open,
 * the variables, and its table.
 */
#include "drawn_function.h"
#include "base/json.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/draw.h"
#include "logic/form.h"
#include "spec.h"

struct drawn_function {
	struct boolean_spec spec; /* its vocabulary */
	struct draw_wish wish;
	json_t *variables;
};

enum { LITERALS_MAX = COVER_VARIABLES_MAX << (COVER_VARIABLES_MAX - 1) };

static const struct key_spec keys[] = {
	{ .name = "variables",
		.type = KEY_STRINGS,
		.required = true,
		.doc = "The variables of the drawn function in order, one to six." },
	{ .name = "minimal_forms",
		.type = KEY_INT,
		.min = 1,
		.max = COVERS_LISTED_MAX,
		.doc = "How many minimal sums it has, exactly." },
	{ .name = "terms",
		.type = KEY_INT,
		.min = 1,
		.max = 1 << (COVER_VARIABLES_MAX - 1),
		.doc = "How many terms its minimal sums have." },
	{ .name = "literals", .type = KEY_INT, .min = 1, .max = LITERALS_MAX, .doc = "How many literals in all." },
	{ .name = "dont_care",
		.type = KEY_INT,
		.min = 0,
		.max = 1 << COVER_VARIABLES_MAX,
		.doc = "In how many rows it may be anything; none if left out." },
	{ .name = "ones", .type = KEY_ARRAY, .doc = "Between how many and how many rows with 1: [4, 12]." },
	{ .name = "name", .type = KEY_STRING, .doc = "What its table calls it; E if left out." },
	{ .name = "every_variable",
		.type = KEY_BOOL,
		.doc = "Does it depend on each of the variables? true if left out." },
};

static bool read_ones(struct draw_wish *wish, struct reader *reader, const json_t *value, const char *pointer)
{
	const json_t *least = json_array_get(value, 0), *most = json_array_get(value, 1);

	if (value == NULL)
		return true;
	if (json_array_size(value) == 2 && json_is_integer(least) && json_is_integer(most) &&
		json_integer_value(least) >= 0 && json_integer_value(most) >= json_integer_value(least) &&
		json_integer_value(most) <= 1 << COVER_VARIABLES_MAX) {
		wish->ones_min = (int)json_integer_value(least);
		wish->ones_max = (int)json_integer_value(most);
		return true;
	}
	reader_problem(reader, reader_pointer(reader, pointer, "ones"), false, &boolean_messages, "ones-range", NULL);
	return false;
}

/* A contradiction is told at what is asked in vain, or at the whole where that is not written. */
static bool check_wish(const struct draw_wish *wish, struct reader *reader, const json_t *value, const char *pointer)
{
	struct draw_conflict found = draw_conflict(wish);
	int rows = 1 << wish->variables;

	if (!found.code)
		return true;
	const char *at = json_object_get(value, found.key) ? reader_pointer(reader, pointer, found.key) : pointer;
	reader_problem(reader, at, false, &boolean_messages, found.code,
		(struct msg_param[]){ { "rows", arena_printf(reader->arena, "%d", rows) },
			{ "half", arena_printf(reader->arena, "%d", rows / 2) },
			{ "variables", arena_printf(reader->arena, "%u", wish->variables) },
			{ "terms", arena_printf(reader->arena, "%d", wish->terms) },
			{ "literals", arena_printf(reader->arena, "%d", wish->literals) }, { 0 } });
	return false;
}

static bool read_wish(const void **out, struct reader *reader, json_t *value, const char *pointer)
{
	struct drawn_function *function = arena_alloc(reader->arena, sizeof(*function));

	*out = function;
	function->variables = json_object_get(value, "variables");
	function->wish = (struct draw_wish){
		.minimal_forms = (int)reader_int(value, "minimal_forms", -1),
		.terms = (int)reader_int(value, "terms", -1),
		.literals = (int)reader_int(value, "literals", -1),
		.dont_care = (int)reader_int(value, "dont_care", 0),
		.ones_min = -1,
		.ones_max = -1,
		.all_variables = reader_bool(value, "every_variable", true),
	};
	bool fine = spec_read(&function->spec, reader, value, pointer, COVER_VARIABLES_MAX);
	function->wish.variables = function->spec.vocabulary.count;
	fine &= read_ones(&function->wish, reader, json_object_get(value, "ones"), pointer);
	return fine && check_wish(&function->wish, reader, value, pointer);
}

static void put_rows(struct drawn_part *out, const char *name, const struct table *table, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;
	json_t *rows = json_array();

	for (uint32_t row = 0; row < table_rows(table->variables); row++) {
		if (!table_at(table, row))
			continue;
		buf_printf(&text, "%s%u", text.len > 0 ? ", " : "", row);
		json_array_append_new(rows, json_integer(row));
	}
	*out = (struct drawn_part){ .name = name, .value = json_keep(arena, rows) };
	if (text.len > 0)
		out->text.fr = arena_memdup(arena, buf_str(&text), text.len);
	else
		out->text = (struct msg_text){ .fr = "aucune", .en = "none" };
}

static void put_variables(struct drawn_part *out, const struct drawn_function *function, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	for (unsigned i = 0; i < function->spec.vocabulary.count; i++)
		buf_printf(&text, "%s%s", i > 0 ? ", " : "", function->spec.vocabulary.names[i]);
	*out = (struct drawn_part){ .name = "variables",
		.value = json_keep(arena, json_deep_copy(function->variables)),
		.text = { .fr = arena_memdup(arena, buf_str(&text), text.len) } };
}

static char cell(const struct target *target, uint32_t row)
{
	return table_at(&target->any, row) ? '-' : table_at(&target->ones, row) ? '1' : '0';
}

/* As a statement in Markdown has it. */
static void table_text(struct buf *out, const struct boolean_spec *spec, const struct target *target)
{
	unsigned count = spec->vocabulary.count;

	buf_addch(out, '|');
	for (unsigned i = 0; i < count; i++)
		buf_printf(out, " %s |", spec->vocabulary.names[i]);
	buf_printf(out, " %s |\n|", spec->name);
	for (unsigned i = 0; i <= count; i++)
		buf_addstr(out, "---|");
	for (uint32_t row = 0; row < table_rows(count); row++) {
		buf_addstr(out, "\n|");
		for (unsigned i = 0; i < count; i++)
			buf_printf(out, " %u |", row >> (count - 1 - i) & 1);
		buf_printf(out, " %c |", cell(target, row));
	}
}

/* Names are letters, digits and underscores: nothing to escape. */
static void table_html(struct buf *out, const struct boolean_spec *spec, const struct target *target)
{
	unsigned count = spec->vocabulary.count;

	buf_addstr(out, "<table>\n<thead>\n<tr>");
	for (unsigned i = 0; i < count; i++)
		buf_printf(out, "<th scope=\"col\">%s</th>", spec->vocabulary.names[i]);
	buf_printf(out, "<th scope=\"col\">%s</th></tr>\n</thead>\n<tbody>\n", spec->name);
	for (uint32_t row = 0; row < table_rows(count); row++) {
		buf_addstr(out, "<tr>");
		for (unsigned i = 0; i < count; i++)
			buf_printf(out, "<td>%u</td>", row >> (count - 1 - i) & 1);
		buf_printf(out, "<td>%c</td></tr>\n", cell(target, row));
	}
	buf_addstr(out, "</tbody>\n</table>");
}

/* As JSON, what it says: its rows with 1 and those left open. */
static void put_table(struct drawn_part *out, const struct drawn_part *ones, const struct drawn_part *any,
	const struct boolean_spec *spec, const struct target *target, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT, html = BUF_INIT;

	table_text(&text, spec, target);
	table_html(&html, spec, target);
	*out = (struct drawn_part){ .name = "table",
		.value = json_keep(arena, json_pack("{s:O, s:O}", "ones", ones->value, "dont_care", any->value)),
		.text = { .fr = arena_memdup(arena, buf_str(&text), text.len) },
		.html = arena_memdup(arena, buf_str(&html), html.len),
		.block = true };
}

static int put_formula(struct drawn_part *out, const struct drawn_function *function, const struct target *target,
	struct arena *arena, struct err *err)
{
	const struct target alone = { target->ones, table_new(target->ones.variables, arena) };
	struct buf cleanup_buf html = BUF_INIT;
	const struct expr *sum;

	/* What is left open is said beside the formula, not in it. */
	if (form_write(&sum, &alone, FORM_CANONICAL_SUM, arena, err) < 0)
		return -1;
	expr_print_mathml(&html, sum, &function->spec.style);
	out->name = "";
	out->text.fr = expr_text(sum, &function->spec.style, arena);
	out->value = json_keep(arena, json_string(out->text.fr));
	out->html = arena_memdup(arena, buf_str(&html), html.len);
	return 0;
}

static int draw_function(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct drawn_function *function = spec;
	struct drawn_part *parts = arena_array(arena, 5, sizeof(*parts));
	struct target target;

	if (draw_target(&target, draw, &function->wish, arena, err) < 0 ||
		put_formula(&parts[0], function, &target, arena, err) < 0)
		return -1;
	put_rows(&parts[1], "ones", &target.ones, arena);
	put_rows(&parts[2], "dont_care", &target.any, arena);
	put_variables(&parts[3], function, arena);
	put_table(&parts[4], &parts[1], &parts[2], &function->spec, &target, arena);
	*out = (struct drawn){ parts, 5 };
	return 0;
}

static const struct generator function_generator = {
	.name = "boolean",
	.doc = "A Boolean function with the properties asked for; its parts: ones, dont_care, variables, table.",
	.keys = keys,
	.key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_wish,
	.draw = draw_function,
};

const struct generator *const boolean_generators[] = { &function_generator, NULL };
