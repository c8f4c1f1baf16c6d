#include "derivation.h"
#include <string.h>
#include "base/json.h"
#include "derived_words.h"
#include "grader_boolean/grader_boolean.h"

static const char *const forms[] = { "any", "sum-of-products", "product-of-sums", "canonical-sum", "canonical-product",
	"minimal-sum", "minimal-product", "nand", "nor", NULL };
static const char *const naming[] = { "none", "named", NULL };

static const struct key_spec keys[] = {
	BOOLEAN_KEYS(true),
	{ .name = "from", .type = KEY_STRING, .required = true, .doc = "The expression where the derivation begins." },
	{ .name = "to", .type = KEY_STRING, .doc = "The expression where it must end, up to the order of operands." },
	{ .name = "form", .type = KEY_STRING, .choices = forms, .doc = "The form that the last line must have." },
	{ .name = "laws",
		.type = KEY_STRING,
		.choices = naming,
		.doc = "named: each line must name the law that leads to it; none (default): it may." },
	{ .name = "allowed", .type = KEY_STRINGS, .doc = "The laws that may be used: \"de-morgan\"; all if left out." },
	{ .name = "solution",
		.type = KEY_STRINGS,
		.doc = "A right derivation, line by line; needed only where none is found by itself." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *code, const struct msg_param *params)
{
	reader_problem(reader, pointer, false, &boolean_messages, code, params);
	return false;
}

static const char *known_laws(struct reader *reader)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (int law = LAW_SAME + 1; law < LAWS; law++)
		buf_printf(&out, "%s%s", law > LAW_SAME + 1 ? ", " : "", law_name((enum law)law));
	return arena_memdup(reader->arena, buf_str(&out), out.len);
}

static bool read_allowed(struct derivation_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *const *names = reader_strings(reader, object, "allowed");
	const char *at = reader_pointer(reader, pointer, "allowed");
	bool fine = true;

	for (size_t i = 0; names && names[i]; i++) {
		enum law law;
		if (law_of_name(names[i], &law))
			out->allowed |= 1U << law;
		else
			fine = refuse(reader, reader_pointer_at(reader, at, i), "unknown-law",
				(struct msg_param[]){ { "law", names[i] }, { "known", known_laws(reader) }, { 0 } });
	}
	return fine;
}

static bool read_ends(struct derivation_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	struct boolean_spec *spec = &out->shared;
	struct arena *arena = reader->arena;
	const char *at = reader_pointer(reader, pointer, "to");
	json_t *to = json_object_get(object, "to");

	out->from = spec_read_formula(
		spec, reader, json_object_get(object, "from"), reader_pointer(reader, pointer, "from"));
	out->to = to ? spec_read_formula(spec, reader, to, at) : NULL;
	if (!out->from || (to && !out->to))
		return false;
	struct table begin = table_of(out->from, spec->vocabulary.count, arena);
	spec->target.any = table_new(spec->vocabulary.count, arena);
	spec_set_target(spec, &begin, arena);
	if (!to)
		return true;
	struct table end = table_of(out->to, spec->vocabulary.count, arena);
	int64_t row = table_difference(&begin, &end, NULL);
	if (row >= 0)
		return refuse(reader, at, "to-not-equal",
			(struct msg_param[]){ { "row", spec_row(spec, (uint32_t)row, arena) }, { 0 } });
	return true;
}

static bool make_wish(struct derivation_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	enum form form = FORM_ANY;
	struct err err = { 0 };
	const struct expr *goal = out->to;

	form_named(reader_string(reader, object, "form", "any"), &form);
	if (form == FORM_ANY && !goal)
		return refuse(reader, pointer, "derivation-no-goal", NULL);
	if (expression_wish_make(&out->wish, &out->shared, form, reader->arena, &err) ||
		(!goal && expression_reference(&goal, &out->wish, reader->arena, &err)))
		return expression_refuse(reader, pointer, &out->shared, form);
	out->goal_literals = expr_literals(goal);
	return true;
}

static const char *joined(struct reader *reader, const char *const *lines)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (; *lines; lines++)
		buf_printf(&out, "%s\n", *lines);
	return arena_memdup(reader->arena, buf_str(&out), out.len);
}

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct derivation_question *out = arena_alloc(reader->arena, sizeof(*out));
	const char *const *solution = reader_strings(reader, object, "solution");

	out->named = !strcmp(reader_string(reader, object, "laws", "none"), "named");
	if (!spec_read(&out->shared, reader, object, pointer, VARIABLES_MAX))
		return;
	bool fine = read_allowed(out, reader, object, pointer);
	fine &= read_ends(out, reader, object, pointer) && make_wish(out, reader, object, pointer);
	if (!fine)
		return;
	out->solution = solution ? joined(reader, solution) : derivation_find(out, reader->arena);
	if (!out->solution)
		refuse(reader, pointer, "derivation-no-solution",
			(struct msg_param[]){ { "from", spec_text(&out->shared, out->from, reader->arena) }, { 0 } });
	else if (!*out->solution)
		refuse(reader, pointer, "derivation-nothing-to-do", NULL);
	else
		question->spec = out;
	out->shared.example = arena_printf(reader->arena, "%1$s + %1$s = %1$s", out->shared.vocabulary.names[0]);
}

static void show_reading(
	struct paper *paper, const struct derivation_question *asked, const struct written_line *lines, size_t count)
{
	cleanup_buf struct buf text = BUF_INIT, latex = BUF_INIT;

	buf_printf(&latex, "\\begin{aligned}");
	for (size_t i = 0; i < count; i++) {
		buf_printf(&text, "%s= ", i > 0 ? "\n" : "");
		expr_print(&text, lines[i].expr, &asked->shared.style);
		buf_printf(&latex, "%s&= ", i > 0 ? " \\\\ " : "");
		expr_print_latex(&latex, lines[i].expr, &asked->shared.style);
	}
	buf_printf(&latex, "\\end{aligned}");
	paper->report->read_as = (struct read_as){ .text = arena_memdup(paper->arena, buf_str(&text), text.len),
		.latex = arena_memdup(paper->arena, buf_str(&latex), latex.len) };
}

static enum reading read_lines(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, const struct written_line **lines, size_t *count)
{
	enum reading reading = derivation_open(paper, grading, question, answer, report);

	if (reading == READING_OK)
		reading = derivation_read(paper, question->spec, lines, count);
	if (reading == READING_OK)
		show_reading(paper, question->spec, *lines, *count);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	const struct written_line *lines;
	const struct derivation_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };
	size_t count;

	*reading = paper_preview(&paper, read_lines(&paper, grading, question, answer, report, &lines, &count));
	return 0;
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct written_line *lines;
	const struct derivation_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };
	size_t count;

	switch (read_lines(&paper, grading, question, answer, report, &lines, &count)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		paper_name_row(&paper, paper_rows(&paper, 1), "row-result", question->points);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	return derivation_mark(&paper, question->spec, lines, count, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct derivation_question *asked = question->spec;

	return json_keep(arena, json_string(asked->solution));
}

/* The constants; where it begins, where it ends, and both without anything between. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct derivation_question *asked = question->spec;
	const char *from = spec_text(&asked->shared, asked->from, arena);
	json_t *list = json_pack("[s, s, s]", "0", "1", from);

	if (asked->to) {
		const char *to = spec_text(&asked->shared, asked->to, arena);
		json_array_append_new(list, json_string(to));
		json_array_append_new(list, json_string(arena_printf(arena, "%s = %s", from, to)));
	}
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct derivation_question *asked = question->spec;
	const char *from = spec_text(&asked->shared, asked->from, out->arena);

	derived_add(out, msg_make(out->arena, &boolean_messages, "derived-derivation",
				 (struct msg_param[]){ { "from", from }, { "text", asked->solution }, { 0 } }));
}

const struct kind derivation_kind = {
	.name = "derivation",
	.typing = TYPING_FORMULA,
	.question_keys = keys,
	.question_key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
};
