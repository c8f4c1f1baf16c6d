/*
 * The kind `sequence`: terms, the formula in n, a sum, a rank, what kind of sequence it is.
 */
#include "sequence.h"
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "model/derived.h"

enum { DERIVED_TERMS = 8 };

/* ---- reading ---- */

/* "u_1 =", "u₁ =", "S =", "n =" before a number become blanks, so that places stay. */
static char *without_labels(const char *text, size_t bytes, struct arena *arena)
{
	char *out = arena_memdup(arena, text, bytes);
	size_t start = 0;

	for (size_t i = 0; i < bytes; i++) {
		if (strchr(";\n", out[i]) != NULL)
			start = i + 1;
		if (out[i] != '=' && !(out[i] == ':' && i + 1 < bytes))
			continue;
		/* From the last separator; commas between labels too. */
		for (size_t j = i; j > start; j--)
			if (out[j - 1] == ',' && j < i && (out[j] < '0' || out[j] > '9')) {
				start = j;
				break;
			}
		memset(out + start, ' ', i + 1 - start);
		start = i + 1;
	}
	return out;
}

static bool all_whole(const struct sequence_question *asked, struct arena *arena)
{
	for (size_t i = 0; i < asked->asked; i++) {
		const struct number *value = sequence_asked(asked, asked->terms[asked->start + i], arena);
		if (!number_is_integer(value))
			return false;
	}
	return asked->asked > 0;
}

static enum reading read_numbers(
	struct paper *paper, const struct sequence_question *asked, struct sequence_answer *out, bool list)
{
	struct number_style style = { .fractions = true,
		.comma_separates = list && !strpbrk(paper->text, ";\n") && all_whole(asked, paper->arena) };
	const char *text = without_labels(paper->text, paper->bytes, paper->arena);
	struct slip slip;

	if (list) {
		if (number_list_read(
			    &out->numbers, &out->count, TERMS_MAX, text, paper->bytes, &style, paper->arena, &slip) < 0)
			return paper_slip(paper, &slip, 0);
		if (out->count > 0)
			return READING_OK;
	} else {
		out->numbers = arena_array(paper->arena, 1, sizeof(*out->numbers));
		out->count = 1;
		if (number_read_all(out->numbers, text, paper->bytes, &style, paper->arena, &slip) == 0)
			return READING_OK;
		return paper_slip(paper, &slip, 0);
	}
	return paper_unreadable(paper, sequence_say(paper->arena, "list-empty",
					       (struct word[]){ { "example", NULL, asked->example }, { 0 } }));
}

/* Small ASCII letters, é as e. */
static const char *folded(const char *text, size_t bytes, struct arena *arena)
{
	char *out = arena_memdup(arena, text, bytes);
	size_t length = 0, used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);

		used = rune < 0 ? 1 : used;
		if (rune == 0xe9 || rune == 0xc9)
			out[length++] = 'e';
		else if (rune >= 'A' && rune <= 'Z')
			out[length++] = (char)(rune + 32);
		else if (rune > 0 && rune < 0x80)
			out[length++] = (char)rune;
	}
	out[length] = '\0';
	return out;
}

static enum reading read_nature(struct paper *paper, const struct sequence_question *asked, struct sequence_answer *out)
{
	static const struct number_style style = { .fractions = true, .percent = true };
	const char *text = folded(paper->text, paper->bytes, paper->arena);
	bool arithmetic = strstr(text, "arith") != NULL, geometric = strstr(text, "geom") != NULL;
	bool neither = strstr(text, "ni ") != NULL || strstr(text, "neither") != NULL ||
		       strstr(text, "aucun") != NULL || strstr(text, "quelconque") != NULL;
	size_t at = 0;
	struct slip slip;

	if (!neither && arithmetic == geometric)
		return paper_unreadable(paper, sequence_say(paper->arena, "nature-unread",
						       (struct word[]){ { "example", NULL, asked->example }, { 0 } }));
	out->nature = neither ? NATURE_NEITHER : arithmetic ? NATURE_ARITHMETIC : NATURE_GEOMETRIC;
	/* The number behind "raison", "=", or the only one. */
	for (size_t i = 0; i < paper->bytes; i++)
		if (paper->text[i] == '=' || !strncmp(paper->text + i, "raison", 6) ||
			!strncmp(paper->text + i, "ratio", 5) || !strncmp(paper->text + i, "difference", 10))
			at = i;
	for (size_t used; at < paper->bytes; at += used) {
		int32_t rune = utf8_next(paper->text + at, paper->bytes - at, &used);
		bool number = (rune >= '0' && rune <= '9') || rune == '-' || rune == 0x2212;

		used = rune < 0 ? 1 : used;
		if (!number)
			continue;
		out->numbers = arena_array(paper->arena, 1, sizeof(*out->numbers));
		if (number_read(out->numbers, paper->text + at, paper->bytes - at, &style, paper->arena, &slip) == 0) {
			out->count = 1;
			return READING_OK;
		}
	}
	return READING_OK;
}

static enum reading read_paper(struct sequence_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	const struct sequence_question *asked = question->spec;
	cleanup_buf struct buf joined = BUF_INIT_MAX(PAPER_BYTES_MAX);
	const json_t *typed = answer, *item;
	enum reading reading;
	struct slip slip;
	size_t i;

	*out = (struct sequence_answer){ 0 };
	if (json_is_array(answer)) {
		json_array_foreach(answer, i, item)
		{
			buf_addstr(&joined, i > 0 ? " ; " : "");
			if (json_is_integer(item))
				buf_printf(&joined, "%" JSON_INTEGER_FORMAT, json_integer_value(item));
			else
				buf_addstr(&joined, json_is_string(item) ? json_string_value(item) : "?");
		}
		typed = json_keep(grading->arena, json_string(buf_str(&joined)));
	}
	reading = paper_open(paper, grading, question, typed, report);
	if (reading != READING_OK)
		return reading;
	switch (asked->ask) {
	case ASK_TERMS:
		return read_numbers(paper, asked, out, true);
	case ASK_SUM:
	case ASK_RANK:
		return read_numbers(paper, asked, out, false);
	case ASK_NATURE:
		return read_nature(paper, asked, out);
	case ASK_CLOSED_FORM:
		break;
	}
	if (student_formula_read(&out->formula, asked, paper->text, paper->bytes, paper->arena, &slip) < 0)
		return paper_slip(paper, &slip, 0);
	return READING_OK;
}

static struct paper new_paper(const struct question *question)
{
	const struct sequence_question *asked = question->spec;

	return (struct paper){ .messages = &sequence_messages, .example = asked->example };
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper = new_paper(question);
	struct sequence_answer read;

	*reading = paper_preview(&paper, read_paper(&read, &paper, grading, question, answer, report));
	return 0;
}

/* ---- marking ---- */

static int (*const judges[])(struct paper *paper, const struct sequence_question *asked,
	const struct sequence_answer *answer, struct err *err) = {
	[ASK_TERMS] = judge_terms,
	[ASK_CLOSED_FORM] = judge_closed_form,
	[ASK_SUM] = judge_sum,
	[ASK_RANK] = judge_rank,
	[ASK_NATURE] = judge_nature,
};

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct sequence_question *asked = question->spec;
	struct paper paper = new_paper(question);
	struct sequence_answer read;

	switch (read_paper(&read, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		paper_rows(&paper, 1);
		paper_name_row(&paper, report->tests, "row-answer", question->points);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	return judges[asked->ask](&paper, asked, &read, err);
}

/* ---- hooks ---- */

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct sequence_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct sequence_question *asked = question->spec;
	const char *first = number_text(asked->terms[0], NUMBER_DECIMAL, LANG_FR, arena);
	json_t *list;

	if (asked->ask == ASK_NATURE)
		return json_keep(
			arena, json_pack("[s, s, s]", "arithmétique", "géométrique", "géométrique de raison 1"));
	list = json_pack("[s, s, s]", "0", "1", first);
	if (asked->ask == ASK_CLOSED_FORM) {
		json_array_append_new(list, json_string("n"));
		json_array_append_new(list, json_string(asked->next ? asked->rule : "u_n"));
	}
	if (asked->ask == ASK_TERMS) {
		cleanup_buf struct buf same = BUF_INIT, zeros = BUF_INIT;
		for (size_t i = 0; i < asked->asked; i++) {
			buf_printf(&same, "%s%s", i > 0 ? " ; " : "", first);
			buf_printf(&zeros, "%s0", i > 0 ? " ; " : "");
		}
		json_array_append_new(list, json_string(buf_str(&same)));
		json_array_append_new(list, json_string(buf_str(&zeros)));
	}
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct sequence_question *asked = question->spec;
	cleanup_buf struct buf terms = BUF_INIT;

	for (size_t i = 0; i < asked->count && i < DERIVED_TERMS; i++)
		buf_printf(&terms, "%s%s", i > 0 ? " ; " : "",
			number_text(asked->terms[i], NUMBER_DECIMAL, LANG_FR, out->arena));
	derived_add(out, sequence_say(out->arena, "derived-terms",
				 (struct word[]){ { "first", NULL, sequence_term_name(asked, 0, out->arena) },
					 { "terms", NULL, arena_strdup(out->arena, buf_str(&terms)) }, { 0 } }));
	derived_add(out, sequence_say(out->arena, "derived-answer",
				 (struct word[]){ { "text", NULL, asked->reference }, { 0 } }));
}

/* Of a sum or a rank, the number; of terms, a row. */
static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct sequence_question *asked = question->spec;
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct paper paper = new_paper(question);
	struct sequence_answer read;
	json_t *list;

	if (asked->ask == ASK_CLOSED_FORM || asked->ask == ASK_NATURE)
		return NULL;
	if (answer == NULL)
		answer = reference(question, arena);
	if (read_paper(&read, &paper, &grading, question, answer, &report) != READING_OK)
		return NULL;
	if (asked->ask != ASK_TERMS)
		return json_keep(arena, json_string(number_plain(read.numbers[0].value, arena)));
	list = json_array();
	for (size_t i = 0; i < read.count && i < asked->asked; i++)
		json_array_append_new(list, json_string(number_plain(read.numbers[i].value, arena)));
	return json_keep(arena, json_pack("[o]", list));
}

const struct kind sequence_kind = {
	.name = "sequence",
	.question_keys = sequence_keys,
	.question_key_count = SEQUENCE_KEYS,
	.read = sequence_read,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
	.value = value,
};
