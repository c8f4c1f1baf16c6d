/* The kind `cipher`: encoding and decoding with an affine cipher or RSA; each symbol earns its share. */
#include <string.h>
#include "answer_json.h"
#include "base/json.h"
#include "cipher.h"
#include "grader_numbers/grader_numbers.h"
#include "model/derived.h"

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct cipher_question *out = arena_alloc(reader->arena, sizeof(*out));

	if (cipher_question_read(out, reader, object, pointer))
		question->spec = out;
}

static enum reading read_paper(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, struct cipher_answer *out)
{
	const struct cipher_question *asked = question->spec;
	enum reading reading;

	*paper = (struct paper){ .messages = &cipher_messages, .example = "4 ; 12 ; 7" };
	reading = paper_open(paper, grading, question, answer_as_text(answer, NULL, grading->arena), report);
	if (reading == READING_OK)
		reading = cipher_answer_read(out, paper, asked);
	if (reading == READING_OK)
		report->read_as.text = cipher_text(asked, out->values, out->count, out->letters, grading->arena);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper;
	struct cipher_answer read;

	*reading = paper_preview(&paper, read_paper(&paper, grading, question, answer, report, &read));
	return 0;
}

/* One symbol over and over, or the text of the statement. */
static bool effortless(const struct cipher_question *asked, const struct cipher_answer *answer)
{
	bool constant = true, copied = true;

	for (size_t i = 0; i < answer->count; i++) {
		constant &= answer->values[i] == answer->values[0];
		copied &= i >= asked->count || answer->values[i] == asked->given[i];
	}
	return constant || copied;
}

/* Each symbol its share; of another length half of it at most, and nothing for lists that are much longer. */
static int mark_row(struct test_report *row, const struct cipher_question *asked, const struct cipher_answer *answer,
	const struct cipher_judgement *judged, struct err *err)
{
	size_t most = answer->count > asked->count ? answer->count : asked->count;
	struct frac share;

	if (judged->right) {
		row_passed(row);
		return 0;
	}
	row_failed(row, judged->message);
	if (effortless(asked, answer) && asked->count > 1)
		return 0;
	if (judged->unreduced ? frac_make(&share, 1, 2, err)
			      : frac_make(&share, (int64_t)judged->good,
					(int64_t)(answer->count == asked->count ? most : 2 * most), err))
		return -1;
	return frac_mul(&row->points, row->max, share, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct cipher_question *asked = question->spec;
	struct cipher_judgement judged;
	struct cipher_answer read;
	struct paper paper;
	enum reading reading = read_paper(&paper, grading, question, answer, report, &read);

	if (reading == READING_UNREADABLE)
		return 0;
	struct test_report *rows = paper_rows(&paper, 1);
	paper_name_row(&paper, &rows[0], asked->decodes ? "row-decoded" : "row-encoded", question->points);
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	cipher_judge(&judged, asked, &read, grading->arena);
	rows[0].expected = cipher_text(asked, asked->wanted, asked->count, asked->as_letters, grading->arena);
	if (mark_row(&rows[0], asked, &read, &judged, err))
		return -1;
	return paper_settle(&paper, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct cipher_question *asked = question->spec;

	return json_keep(arena, json_string(cipher_text(asked, asked->wanted, asked->count, asked->as_letters, arena)));
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct cipher_question *asked = question->spec;
	int64_t same[CIPHER_TEXT_MAX] = { 0 };
	json_t *list = json_array();

	json_array_append_new(list, json_string(cipher_text(asked, asked->given, asked->count, true, arena)));
	json_array_append_new(list, json_string(cipher_text(asked, same, asked->count, true, arena)));
	json_array_append_new(list, json_string(cipher_text(asked, same, 1, false, arena)));
	for (size_t i = 0; i < asked->count; i++)
		same[i] = asked->wanted[0];
	if (asked->count > 1)
		json_array_append_new(list, json_string(cipher_text(asked, same, asked->count, false, arena)));
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct cipher_question *asked = question->spec;
	const char *answer = cipher_text(asked, asked->wanted, asked->count, asked->as_letters, out->arena);

	derived_add(out, msg_make(out->arena, &cipher_messages, "derived-text",
				 (struct msg_param[]){ { "answer", answer }, { 0 } }));
	if (asked->method == CIPHER_RSA)
		derived_add(
			out, msg_make(out->arena, &cipher_messages, "derived-exponent",
				     (struct msg_param[]){
					     { "d", arena_printf(out->arena, "%lld", (long long)asked->d) }, { 0 } }));
}

const struct kind cipher_kind = {
	.name = "cipher",
	.question_keys = cipher_keys,
	.question_key_count = CIPHER_KEYS,
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
};
