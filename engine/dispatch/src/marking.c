/*
 * Theory of operation: one table of kinds, one workshop per kind (its own cache
 * between submissions), one shelf of exercises. marking_mark() goes over the
 * questions twice when there are several: first it reads every answer, and only
 * if all can be read (or are blank) does it mark them. Marking them takes two goes: what a kind puts off, its
 * hidden tests, comes when the shown tests of all are done.
 *
 * Whatever an answer does ends in the report; -1 means that we, the machine or
 * the author's stored version failed, and nothing may be recorded as a mark.
 */
#include "dispatch/marking.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "dispatch/kinds.h"
#include "model/kind.h"
#include "sandbox/sandbox.h"
#include "says.h"
#include "shelf.h"

enum { CACHED_BY_DEFAULT = 64 };

struct marking {
	struct marking_config config;
	void **workshops; /* one per kind, in the table's order */
	struct shelf *shelf;
	json_t *limits; /* of the last report */
	json_t *blank; /* "", stands for a missing answer */
};

const char *engine_version(void)
{
	return BAREME_VERSION;
}

int marking_open(struct marking **out, const struct marking_config *config, struct err *err)
{
	struct marking *marking = calloc(1, sizeof(*marking));
	size_t kinds = 0;

	if (!marking)
		return err_set(err, ERR_SYSTEM, "no memory for marking");
	marking->config = *config;
	if (!marking->config.kinds)
		marking->config.kinds = all_kinds;
	while (marking->config.kinds[kinds])
		kinds++;
	marking->workshops = calloc(kinds + 1, sizeof(*marking->workshops));
	marking->blank = json_string("");
	if (!marking->workshops || !marking->blank)
		abort();
	for (size_t i = 0; i < kinds; i++)
		if (marking->config.kinds[i]->open)
			marking->workshops[i] = marking->config.kinds[i]->open();
	marking->shelf = shelf_new(config->cached ? config->cached : CACHED_BY_DEFAULT, marking->config.kinds);
	*out = marking;
	return 0;
}

void marking_close(struct marking *marking)
{
	if (!marking)
		return;
	for (size_t i = 0; marking->config.kinds[i]; i++)
		if (marking->config.kinds[i]->close)
			marking->config.kinds[i]->close(marking->workshops[i]);
	free(marking->workshops);
	shelf_free(marking->shelf);
	json_decref(marking->limits);
	json_decref(marking->blank);
	free(marking);
}

const struct exercise *marking_find(struct marking *marking, const char *id, const char *digest)
{
	return shelf_find(marking->shelf, id, digest);
}

int marking_learn(
	struct marking *marking, const struct marking_pack *pack, const struct exercise **out, struct err *err)
{
	struct shelf_pack shelved = { pack->id, pack->digest, pack->data, pack->bytes };

	return shelf_put(marking->shelf, &shelved, out, err);
}

int marking_check(const struct exercise *exercise, const json_t *answers, struct err *err)
{
	const char *id;
	json_t *answer;

	if (!json_is_object(answers))
		return err_set(err, ERR_INPUT, "answers: an object by question id is expected");
	json_object_foreach((json_t *)answers, id, answer)
	{
		if (!exercise_question(exercise, id))
			return err_set(err, ERR_INPUT, "answers: %s has no question \"%.100s\"", exercise->id, id);
	}
	return 0;
}

static const json_t *answer_to(
	const struct marking *marking, const struct marking_job *job, const struct question *question)
{
	const json_t *answer = json_object_get(job->answers, question->id);

	return answer && !json_is_null(answer) ? answer : marking->blank;
}

static struct grading grading_for(
	const struct marking *marking, const struct marking_job *job, const struct question *question)
{
	size_t row = 0;

	while (marking->config.kinds[row] != question->kind)
		row++;
	return (struct grading){
		.arena = job->arena,
		.sandbox = job->sandbox,
		.workshop = marking->workshops[row],
		.seed = job->seed,
		.answers = job->answers,
		.problems = job->problems,
		.alone = marking->config.alone,
		.alone_context = marking->config.context,
		.progress = marking->config.at_test,
		.progress_context = marking->config.context,
	};
}

static int check_job(const struct marking *marking, const struct marking_job *job, struct err *err)
{
	const struct exercise *exercise = job->exercise;

	if (job->answers && marking_check(exercise, job->answers, err) < 0)
		return -1;
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct kind *kind = exercise->questions[i].kind;
		size_t row = 0;
		while (marking->config.kinds[row] && marking->config.kinds[row] != kind)
			row++;
		if (!marking->config.kinds[row])
			return err_set(err, ERR_INTERNAL, "kind %s is not in the table of this marking", kind->name);
		if (kind->needs_sandbox && !job->sandbox)
			return err_set(err, ERR_INTERNAL, "kind %s needs a sandbox", kind->name);
	}
	return 0;
}

static void begin(const struct marking *marking, const struct question *question, struct question_report *report)
{
	if (marking->config.progress)
		marking->config.progress(marking->config.context);
	*report = (struct question_report){
		.id = question->id,
		.verdict = VERDICT_INCORRECT,
		.points = FRAC_ZERO,
		.max = question->points,
	};
}

static int read_one(const struct marking *marking, const struct marking_job *job, size_t index, enum reading *reading,
	struct question_report *report, struct err *err)
{
	const struct question *question = &job->exercise->questions[index];
	struct grading grading = grading_for(marking, job, question);

	begin(marking, question, report);
	*reading = READING_OK;
	if (question->kind->read_answer(&grading, question, answer_to(marking, job, question), reading, report, err) <
		0)
		return err_wrap(err, "reading %s of %s", question->id, job->exercise->id);
	report->points = FRAC_ZERO;
	report->max = question->points;
	return 0;
}

static int grade_one(const struct marking *marking, const struct marking_job *job, size_t index,
	struct question_report *report, void **later, struct err *err)
{
	const struct question *question = &job->exercise->questions[index];
	struct grading grading = grading_for(marking, job, question);

	grading.later = question->kind->grade_later ? later : NULL;
	begin(marking, question, report);
	if (question->kind->grade(&grading, question, answer_to(marking, job, question), report, err) < 0)
		return err_wrap(err, "marking %s of %s", question->id, job->exercise->id);
	return 0;
}

static int grade_later(
	const struct marking *marking, const struct marking_job *job, size_t index, void *later, struct err *err)
{
	const struct question *question = &job->exercise->questions[index];
	struct grading grading = grading_for(marking, job, question);

	if (marking->config.progress)
		marking->config.progress(marking->config.context);
	if (question->kind->grade_later(&grading, later, err) < 0)
		return err_wrap(err, "marking %s of %s", question->id, job->exercise->id);
	return 0;
}

static int grade_all(
	const struct marking *marking, const struct marking_job *job, struct question_report *reports, struct err *err)
{
	size_t count = job->exercise->question_count;
	void **later = arena_array(job->arena, count, sizeof(*later));

	for (size_t i = 0; i < count; i++)
		if (grade_one(marking, job, i, &reports[i], count > 1 ? &later[i] : NULL, err) < 0)
			return -1;
	for (size_t i = 0; i < count; i++)
		if (later[i] && grade_later(marking, job, i, later[i], err) < 0)
			return -1;
	return 0;
}

/* The job with the exercise of its seed. What cannot be drawn is the author's mistake, in job->problems. */
static int with_values(struct marking_job *out, const struct marking_job *job, struct err *err)
{
	struct problems problems = { 0 };

	*out = *job;
	out->exercise = exercise_draw(job->exercise, job->seed, &problems, job->arena);
	if (out->exercise)
		return 0;
	cleanup_buf struct buf text = BUF_INIT;
	for (size_t i = 0; i < problems.count; i++) {
		if (problems.list[i].warning)
			continue; /* said when the exercise was loaded */
		if (!text.len)
			problem_print(&text, &problems.list[i], LANG_EN);
		if (job->problems)
			problem_add(job->problems, job->arena, problems.list[i]);
	}
	return err_set(
		err, ERR_INPUT, "exercise %s with seed %" PRIu64 ": %s", job->exercise->id, job->seed, buf_str(&text));
}

/* Reads them all. True in *unreadable when one cannot be read: then the reports say each one's reading and no more. */
static int read_all(const struct marking *marking, const struct marking_job *job, struct question_report *reports,
	bool *unreadable, struct err *err)
{
	size_t count = job->exercise->question_count;
	enum reading *readings = arena_array(job->arena, count, sizeof(*readings));

	*unreadable = false;
	for (size_t i = 0; i < count; i++) {
		if (read_one(marking, job, i, &readings[i], &reports[i], err) < 0)
			return -1;
		*unreadable |= readings[i] == READING_UNREADABLE;
	}
	for (size_t i = 0; i < count && *unreadable; i++) {
		reports[i].verdict = VERDICT_UNREADABLE;
		reports[i].tests = NULL;
		reports[i].test_count = 0;
		if (readings[i] != READING_UNREADABLE)
			says_only_read(job->arena, readings[i], &reports[i]);
	}
	return 0;
}

/* The limits as the author wrote them, by question id: with the digest and the engine's version they are all known. */
static json_t *limits_of(const struct exercise *exercise)
{
	json_t *limits = json_object();
	const json_t *rows = json_object_get(exercise->root, "questions");

	for (size_t i = 0; i < exercise->question_count; i++) {
		json_t *own = json_object_get(json_array_get(rows, i), "limits");
		if (own)
			json_object_set(limits, exercise->questions[i].id, own);
	}
	return limits;
}

/* Where nothing runs, what would have run it is no part of the mark: it is the same on a machine that has none. */
static struct sandbox *sandbox_used(const struct marking_job *job)
{
	for (size_t i = 0; i < job->exercise->question_count; i++)
		if (job->exercise->questions[i].kind->needs_sandbox)
			return job->sandbox;
	return NULL;
}

static void sign(struct marking *marking, const struct marking_job *job, struct report *out)
{
	struct sandbox *sandbox = sandbox_used(job);

	json_decref(marking->limits);
	marking->limits = limits_of(job->exercise);
	*out = (struct report){
		.exercise = job->exercise->id,
		.digest = job->exercise->folder->digest,
		.seed = arena_printf(job->arena, "%" PRIu64, job->seed),
		.engine = engine_version(),
		.python = sandbox ? arena_strdup(job->arena, sandbox_python_version(sandbox)) : "",
		.isolation = sandbox ? arena_strdup(job->arena, sandbox_isolation(sandbox)) : "",
		.limits = marking->limits,
		.values = job->exercise->shown,
		.question_count = job->exercise->question_count,
	};
	out->questions = arena_array(job->arena, out->question_count, sizeof(*out->questions));
}

int marking_mark(struct marking *marking, const struct marking_job *asked, struct report *out, struct err *err)
{
	struct marking_job drawn;
	const struct marking_job *job = &drawn;
	bool unreadable = false;

	if (with_values(&drawn, asked, err) < 0 || check_job(marking, job, err) < 0)
		return -1;
	sign(marking, job, out);
	if (out->question_count > 1 && read_all(marking, job, out->questions, &unreadable, err) < 0)
		return -1;
	if (!unreadable && grade_all(marking, job, out->questions, err) < 0)
		return -1;
	/* A verdict leaves only when nothing of the answer is left. */
	if (job->sandbox && sandbox_settle(job->sandbox, err) < 0)
		return -1;
	return report_settle(out, err);
}

int marking_advise(struct marking *marking, const struct marking_job *asked, struct err *err)
{
	struct marking_job drawn;
	const struct marking_job *job = &drawn;

	if (with_values(&drawn, asked, err) < 0 || check_job(marking, job, err) < 0)
		return -1;
	for (size_t i = 0; i < job->exercise->question_count; i++) {
		const struct question *question = &job->exercise->questions[i];
		struct grading grading = grading_for(marking, job, question);
		if (question->kind->advise && question->kind->advise(&grading, question, err) < 0)
			return err_wrap(err, "advice on %s of %s", question->id, job->exercise->id);
	}
	return 0;
}

int marking_work_out(struct marking *marking, const struct marking_job *asked, struct worked_out *out, struct err *err)
{
	struct marking_job drawn;
	const struct marking_job *job = &drawn;

	if (with_values(&drawn, asked, err) < 0 || check_job(marking, job, err) < 0)
		return -1;
	for (size_t i = 0; i < job->exercise->question_count; i++) {
		const struct question *question = &job->exercise->questions[i];
		struct grading grading = grading_for(marking, job, question);

		if (question->kind->work_out && question->kind->work_out(&grading, question, &out[i], err) < 0)
			return err_wrap(err, "working out %s of %s", question->id, job->exercise->id);
	}
	return job->sandbox ? sandbox_settle(job->sandbox, err) : 0;
}

static json_t *reading_to_json(const struct question_report *report, enum reading reading)
{
	static const char *const names[] = { "ok", "blank", "unreadable" };
	json_t *row = json_pack("{s:s, s:s}", "id", report->id, "reading", names[reading]);

	if (report->feedback_count)
		json_object_set_new(row, "message", says_to_json(&report->feedback[0]));
	if (report->line)
		json_object_set_new(row, "line", json_integer(report->line));
	if (report->column)
		json_object_set_new(row, "column", json_integer(report->column));
	if (report->read_as.text)
		json_object_set_new(row, "read_as", report_read_as(&report->read_as));
	return row;
}

int marking_read(struct marking *marking, const struct marking_job *asked, json_t **out, struct err *err)
{
	cleanup_json json_t *rows = json_array();
	struct marking_job drawn;
	const struct marking_job *job = &drawn;
	bool readable = true;

	if (with_values(&drawn, asked, err) < 0 || check_job(marking, job, err) < 0)
		return -1;
	for (size_t i = 0; i < job->exercise->question_count; i++) {
		struct question_report report;
		enum reading reading;
		if (read_one(marking, job, i, &reading, &report, err) < 0)
			return -1;
		readable &= reading != READING_UNREADABLE;
		json_array_append_new(rows, reading_to_json(&report, reading));
	}
	*out = json_pack("{s:b, s:O}", "readable", readable, "questions", rows);
	return 0;
}
