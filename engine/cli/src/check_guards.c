/* What `check` proves beyond marks: that an answer is told what its author announces, and that nothing is had for nothing. */
#include <string.h>
#include "base/json.h"
#include "check_proof.h"
#include "model/kind.h"

static const struct question_report *report_on(const struct report *report, const char *id)
{
	for (size_t q = 0; q < report->question_count; q++)
		if (strcmp(report->questions[q].id, id) == 0)
			return &report->questions[q];
	return NULL;
}

static bool is_code(const struct msg_text *text, const char *code, struct buf *said)
{
	if (!text->fr || !text->code)
		return false;
	buf_printf(said, "%s%s", said->len > 0 ? ", " : "", text->code);
	return strcmp(text->code, code) == 0;
}

/* What is said goes into `said` as well, for an author who does not know the code. */
static bool says(const struct question_report *question, const char *code, struct buf *said)
{
	bool found = false;
	for (size_t t = 0; t < question->test_count; t++)
		found |= is_code(&question->tests[t].message, code, said);
	for (size_t i = 0; i < question->feedback_count; i++)
		found |= is_code(&question->feedback[i], code, said);
	return found;
}

void prove_says(struct proof *proof, const struct wrong_proof *it)
{
	const char *id;
	json_t *code;
	json_object_foreach(json_object_get(it->wrong->raw, "says"), id, code)
	{
		cleanup_buf struct buf said = BUF_INIT;
		const struct question_report *question = report_on(it->report, id);
		if (!question || !json_is_string(code) || says(question, json_string_value(code), &said))
			continue;
		struct remark remark = { .pointer = it->wrong->pointer,
			.code = said.len > 0 ? "wrong-says" : "wrong-silent" };
		found(proof, &remark,
			(struct msg_param[]){ { "what", it->name }, { "code", json_string_value(code) },
				{ "said", buf_str(&said) }, { 0 } });
	}
}

void prove_starter(struct proof *proof)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_json json_t *answers = json_object();
	const struct exercise *exercise = proof->exercise;
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct question *question = &exercise->questions[i];
		const char *starter = question->kind->starter ? question->kind->starter(question) : "";
		json_object_set_new(answers, question->id, json_string(starter));
	}
	struct report report;
	if (!proof_mark(proof, answers, "starter", arena, &report))
		return;
	struct err err;
	struct frac tenth;
	if (frac_div(&tenth, report.max, frac_int(10), &err) == 0 && frac_cmp(report.points, tenth) > 0) {
		cleanup_buf struct buf text = BUF_INIT;
		frac_print(&text, report.points);
		found(proof, &(struct remark){ .pointer = "", .code = "starter-earns", .warning = true },
			(struct msg_param[]){ { "what", buf_str(&text) }, { 0 } });
	}
}

/* "0" of one question, all others blank. */
static void prove_idle_answer(struct proof *proof, size_t index, json_t *answer)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_json json_t *answers = json_pack("{s:O}", proof->exercise->questions[index].id, answer);
	cleanup_buf struct buf text = BUF_INIT, points = BUF_INIT;
	struct report report;
	struct frac tenth;
	struct err err;
	if (!proof_mark(proof, answers, "idle", arena, &report))
		return;
	const struct question_report *question = &report.questions[index];
	if (question->verdict == VERDICT_CORRECT || frac_div(&tenth, question->max, frac_int(10), &err) < 0 ||
		frac_cmp(question->points, tenth) <= 0)
		return;
	json_print(&text, answer);
	frac_print(&points, question->points);
	found(proof, &(struct remark){ .pointer = arena_printf(arena, "/questions/%zu", index), .code = "idle-earns" },
		(struct msg_param[]){ { "what", buf_str(&text) }, { "points", buf_str(&points) }, { 0 } });
}

void prove_idle(struct proof *proof)
{
	cleanup_arena struct arena *arena = arena_new(0);
	for (size_t i = 0; i < proof->exercise->question_count; i++) {
		const struct question *question = &proof->exercise->questions[i];
		json_t *list = proof->worked[i].idle, *answer;
		size_t index;
		if (!list && question->kind->idle)
			list = question->kind->idle(question, arena);
		if (!list)
			continue;
		json_array_foreach(list, index, answer) prove_idle_answer(proof, i, answer);
		answer = json_keep(arena, json_string(""));
		prove_idle_answer(proof, i, answer);
	}
}
