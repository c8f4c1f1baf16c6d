/* The kinds `relation` and `mapping`. */
#include "relation.h"
#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "model/derived.h"
#include "picture/picture.h"

static void read_relation(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	relation_read_question(reader, object, pointer, question, false);
}

static void read_mapping(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	relation_read_question(reader, object, pointer, question, true);
}

/* One part as it was read, in a form that reads back. */
static const char *read_text(
	const struct relation_question *asked, size_t index, const struct part_answer *read, struct arena *arena)
{
	const struct element *stranger;
	struct relation matrix;

	switch (asked->parts[index].row->shape) {
	case SHAPE_TICK:
		if (read->yes || read->witness_count == 0)
			return read->yes ? "oui" : "non";
		if (read->witness_count == 1)
			return arena_printf(arena, "non, %s", element_text(read->witness[0], 0, arena));
		return arena_printf(arena, "non, %s",
			element_text(element_tuple(read->witness, read->witness_count, arena), 0, arena));
	case SHAPE_MATRIX:
		if (relation_of(&matrix, asked->relation.from, asked->relation.to, read->set, &stranger) == 0)
			return relation_matrix_text(&matrix, arena);
		break;
	case SHAPE_ELEMENT:
		return read->set->count == 0 ? "aucun" : element_text(read->set->parts[0], 0, arena);
	default:
		break;
	}
	return element_text(read->set, 0, arena);
}

static void add_plain(struct buf *latex, struct buf *mathml, const char *text)
{
	buf_printf(latex, "\\text{%s}", text);
	buf_printf(mathml, "<mtext>%s</mtext>", text);
}

/* What was read, part by part. Names are given as sets print them, never as text in markup. */
static void show_reading(struct paper *paper, const struct relation_question *asked, const struct relation_answer *read)
{
	struct buf cleanup_buf text = BUF_INIT, latex = BUF_INIT, mathml = BUF_INIT;

	for (size_t i = 0; i < asked->count; i++) {
		const char *label = asked->parts[i].row->label.fr;
		const struct part_answer *part = &read->parts[i];

		if (!part->given)
			continue;
		buf_printf(
			&text, "%s%s : %s", text.len > 0 ? "\n" : "", label, read_text(asked, i, part, paper->arena));
		buf_addstr(&latex, latex.len > 0 ? " \\quad " : "");
		add_plain(&latex, &mathml, arena_printf(paper->arena, "%s : ", label));
		if (part->set) {
			element_latex(&latex, part->set);
			element_mathml(&mathml, part->set);
			continue;
		}
		add_plain(&latex, &mathml, part->yes ? "oui" : "non");
		if (part->witness_count == 0)
			continue;
		const struct element *witness = element_tuple(part->witness, part->witness_count, paper->arena);
		buf_addstr(&latex, ",\\ ");
		buf_addstr(&mathml, "<mo>,</mo>");
		element_latex(&latex, part->witness_count == 1 ? part->witness[0] : witness);
		element_mathml(&mathml, part->witness_count == 1 ? part->witness[0] : witness);
	}
	paper->report->read_as = (struct read_as){ .text = arena_memdup(paper->arena, buf_str(&text), text.len),
		.latex = arena_memdup(paper->arena, buf_str(&latex), latex.len),
		.mathml = arena_printf(paper->arena, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>",
			buf_str(&mathml)) };
}

static enum reading read_parts(struct relation_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	const struct relation_question *asked = question->spec;
	bool object = json_is_object(answer);

	paper->example = asked->example;
	enum reading reading = paper_open(paper, grading, question, object ? NULL : answer, report);

	if (!object && reading != READING_OK)
		return reading;
	reading = relation_read(out, paper, asked, answer);
	if (reading == READING_OK)
		show_reading(paper, asked, out);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper = { .messages = &relation_messages };
	struct relation_answer read;

	*reading = paper_preview(&paper, read_parts(&read, &paper, grading, question, answer, report));
	return 0;
}

static void lay_out(struct paper *paper, const struct relation_question *asked)
{
	struct test_report *rows = paper_rows(paper, asked->count);

	for (size_t i = 0; i < asked->count; i++)
		row_named(&rows[i], asked->parts[i].row->label, asked->parts[i].max);
}

static int mark(
	struct paper *paper, const struct relation_question *asked, const struct relation_answer *read, struct err *err)
{
	if (relation_mark_ticks(paper, asked, read, err))
		return -1;
	for (size_t i = 0; i < asked->count; i++)
		if (asked->parts[i].row->id != PART_PROPERTY &&
			relation_mark_set(paper, asked, i, &read->parts[i], err))
			return -1;
	return paper_settle(paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	struct paper paper = { .messages = &relation_messages };
	struct relation_answer read;

	switch (read_parts(&read, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		lay_out(&paper, question->spec);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	lay_out(&paper, question->spec);
	return mark(&paper, question->spec, &read, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct relation_question *asked = question->spec;

	return asked->reference;
}

static const char *starter(const struct question *question)
{
	const struct relation_question *asked = question->spec;

	return asked->starter;
}

/* The value of a part that takes no work; NULL where that one is right. */
static const char *idle_text(const struct asked_part *part, unsigned which, struct arena *arena)
{
	if (part->row->id == PART_PROPERTY)
		return which % 2 == 0 ? "oui" : "non";
	if (part->row->shape == SHAPE_MATRIX || part->idle_count == 0)
		return NULL;
	const struct element *idle = part->idle[which % part->idle_count];
	if (part->row->shape == SHAPE_ELEMENT)
		return idle->count == 0 ? "aucun" : element_text(idle->parts[0], 0, arena);
	return element_text(idle, 0, arena);
}

/* Are all properties yes, or all no without a witness? Then saying so is the answer. */
static bool ticks_are(const struct relation_question *asked, bool yes)
{
	for (size_t i = 0; i < asked->count; i++) {
		const struct asked_part *part = &asked->parts[i];

		if (part->row->id == PART_PROPERTY && part->holds != yes)
			return false;
	}
	return true;
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct relation_question *asked = question->spec;
	json_t *list = json_array();

	for (unsigned which = 0; which < PART_IDLE_MAX; which++) {
		json_t *object = json_object();

		for (size_t i = 0; i < asked->count; i++) {
			const char *text = idle_text(&asked->parts[i], which, arena);
			bool tick = asked->parts[i].row->id == PART_PROPERTY;

			if (text && (!tick || !ticks_are(asked, which % 2 == 0)))
				json_object_set_new(object, asked->parts[i].row->name, json_string(text));
		}
		if (json_object_size(object) > 0)
			json_array_append_new(list, object);
		else
			json_decref(object);
	}
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct relation_question *asked = question->spec;

	for (size_t i = 0; i < asked->count; i++) {
		const struct asked_part *part = &asked->parts[i];
		const char *value = relation_part_text(asked, part, out->arena);

		derived_add(out,
			msg_make_both(out->arena, &relation_messages, "derived-part",
				(struct msg_param[]){ { "part", part->row->label.fr }, { "value", value }, { 0 } },
				(struct msg_param[]){ { "part", part->row->label.en }, { "value", value }, { 0 } }));
	}
}

/* The arrows that are given; of a mapping its two sides. Nothing where one element stands on both. */
static json_t *picture(const struct question *question, struct arena *arena)
{
	const struct relation_question *asked = question->spec;
	const struct relation *r = &asked->relation;

	if (asked->ruled)
		return NULL;
	json_t *vertices = json_array(), *arcs = json_array();

	for (size_t side = 0; side < (asked->mapping ? 2 : 1); side++) {
		const struct element *set = side == 0 ? r->from : r->to;

		for (size_t i = 0; i < set->count; i++) {
			json_t *vertex = json_pack("{s:s}", "name", element_text(set->parts[i], LISTED_MAX, arena));

			if (asked->mapping)
				json_object_set_new(vertex, "level", json_integer((json_int_t)side));
			json_array_append_new(vertices, vertex);
		}
	}
	for (size_t i = 0; i < r->from->count; i++)
		for (size_t j = 0; j < r->to->count; j++)
			if (relation_at(r, i, j))
				json_array_append_new(
					arcs, json_pack("{s:s, s:s}", "from",
						      element_text(r->from->parts[i], LISTED_MAX, arena), "to",
						      element_text(r->to->parts[j], LISTED_MAX, arena)));
	json_t *out = json_pack("{s:s, s:s, s:b, s:o, s:o}", "picture", "graph", "title", asked->name, "directed", 1,
		"vertices", vertices, "arcs", arcs);
	if (picture_check(out))
		return json_keep(arena, out);
	json_decref(out);
	return NULL;
}

const struct kind relation_kind = {
	.name = "relation",
	.question_keys = relation_keys,
	.question_key_count = RELATION_KEYS_COUNT,
	.read = read_relation,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.picture = picture,
	.generators = sets_generators,
};

const struct kind mapping_kind = {
	.name = "mapping",
	.question_keys = mapping_keys,
	.question_key_count = MAPPING_KEYS_COUNT,
	.read = read_mapping,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.picture = picture,
	.generators = sets_generators,
};
