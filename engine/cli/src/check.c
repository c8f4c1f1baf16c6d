/*
 * `check` proves exercises: the folder loads; the reference earns full marks, twice and under
 * several hash seeds, with the same canonical report; each wrong answer gets the mark and fails
 * the tests that its author says; what the starter earns; the slowest test against its limit.
 * An exercise that draws values is proved so for several seeds; the first that fails is told.
 * What the engine derived as the answers is printed for review, of the first seed.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "check_findings.h"
#include "check_proof.h"
#include "desk_top.h"
#include "base/json.h"
#include "model/derived.h"
#include "model/kind.h"

static const struct option options[] = {
	{ "--json", NULL, { "écrit les constats en JSON", "writes the findings as JSON" } },
	{ "--seeds", "N",
		{ "combien de graines de hachage essayer (2 par défaut, 8 au plus)",
			"how many hash seeds to try (2 by default, 8 at most)" } },
};

enum { SEEDS_DRAWN = 5 };

void found_text(struct proof *proof, const struct remark *remark, struct msg_text text)
{
	const struct folder_file *file = folder_find(proof->exercise->folder, "exercise.json");
	struct problem problem = {
		.file = "exercise.json", .pointer = remark->pointer, .message = text, .warning = remark->warning
	};
	cleanup_arena struct arena *arena = arena_new(0);
	if (proof->template->parameter_count > 0)
		problem.message = finding_seeded(arena, text, proof->seed);
	if (remark->file) {
		problem.file = remark->file;
		problem.pointer = "";
		problem.line = remark->line;
		problem.column = remark->column;
	} else if (*remark->pointer && file) {
		struct json_place place = json_locate(file->data, file->bytes, remark->pointer, false);
		problem.line = place.line;
		problem.column = place.column;
	}
	finding_add(proof->findings, remark->code, &problem);
}

void found(struct proof *proof, const struct remark *remark, const struct msg_param *params)
{
	cleanup_arena struct arena *arena = arena_new(0);
	found_text(proof, remark, finding_text(arena, remark->code, params));
}

bool proof_mark(
	struct proof *proof, const json_t *answers, const char *what, struct arena *arena, struct report *report)
{
	struct problems problems = { 0 };
	struct err err = { 0 };
	proof->top->problems = &problems;
	int marked = desk_top_mark(proof->top, proof->exercise, answers, proof->seed, arena, report, &err);
	proof->top->problems = NULL;
	finding_add_all(proof->findings, &problems); /* warnings too: a checker that could not judge a wrong answer */
	if (marked == 0)
		return true;
	if (problems.count == 0)
		found(proof, &(struct remark){ .pointer = "", .code = "cannot-mark" },
			(struct msg_param[]){ { "what", what }, { "detail", err.text }, { 0 } });
	return false;
}

static json_t *reference_answers(const struct proof *proof, struct arena *arena)
{
	const struct exercise *exercise = proof->exercise;
	json_t *answers = json_object();
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct question *question = &exercise->questions[i];
		json_t *answer = proof->worked[i].reference;
		if (!answer && question->kind->reference)
			answer = question->kind->reference(question, arena);
		if (!answer) {
			json_decref(answers);
			return NULL;
		}
		json_object_set(answers, question->id, answer);
	}
	return answers;
}

static char *canonical_text(const struct report *report)
{
	struct report_options view = { .view = VIEW_CANONICAL, .reveal = true };
	cleanup_json json_t *json = report_to_json(report, &view);
	struct buf text = BUF_INIT;
	json_print_canonical(&text, json);
	return buf_take(&text);
}

static void note_slowest(struct findings *findings, const struct report *report)
{
	for (size_t q = 0; q < report->question_count; q++)
		for (size_t t = 0; t < report->questions[q].test_count; t++) {
			const struct test_report *test = &report->questions[q].tests[t];
			if (test->cpu_us <= findings->slowest_us)
				continue;
			findings->slowest_us = test->cpu_us;
			snprintf(findings->slowest, sizeof(findings->slowest), "%s", test->name);
		}
}

/* "/questions/0/tests/2", where the tests stand in the JSON; a program's may be files. */
static const char *test_pointer(const struct proof *proof, size_t question, size_t test, struct arena *arena)
{
	const json_t *rows =
		json_object_get(json_array_get(json_object_get(proof->exercise->root, "questions"), question), "tests");
	if (test < json_array_size(rows))
		return arena_printf(arena, "/questions/%zu/tests/%zu", question, test);
	return arena_printf(arena, "/questions/%zu", question);
}

static struct msg_text joined(struct arena *arena, struct msg_text first, const struct msg_text *second)
{
	if (!second->fr)
		return first;
	first.fr = arena_printf(arena, "%s %s", first.fr, second->fr);
	first.en = arena_printf(arena, "%s %s", first.en, msg_in(second, LANG_EN));
	return first;
}

/* "7", without the end of its one line; NULL when it cannot be told in a sentence. */
static const char *one_line(const char *text, struct arena *arena)
{
	size_t length = text ? strcspn(text, "\n") : 0;
	if (!text || (text[length] && text[length + 1]) || length > 100)
		return NULL;
	return arena_memdup(arena, text, length);
}

/* The reference did not pass this test: what it gave, or why. */
static void note_failure(struct proof *proof, const struct test_report *test, const char *pointer, struct arena *arena)
{
	const struct remark remark = { .pointer = pointer, .code = "reference-fails" };
	const char *expected = one_line(test->expected, arena), *got = one_line(test->got, arena);
	struct msg_param params[] = { { "what", test->label.fr ? test->label.fr : test->name },
		{ "expected", expected }, { "got", got }, { 0 } };
	struct msg_text text = finding_text(arena, remark.code, params);
	if (test->outcome == OUTCOME_FAILED && expected && got) {
		struct msg_text values = finding_text(arena, "reference-got", params);
		text = joined(arena, text, &values);
	}
	if (!test->message.code || strcmp(test->message.code, "wrong-value") != 0)
		text = joined(arena, text, &test->message);
	found_text(proof, &remark, text);
}

/* A function that is not there, or an endless loop, is the same news for every test. */
static bool same_trouble(const struct question_report *question, size_t t)
{
	const char *said = question->tests[t].message.fr;
	for (size_t i = 0; said && i < t; i++)
		if (question->tests[i].outcome != OUTCOME_PASSED && !question->tests[i].got &&
			question->tests[i].message.fr && !strcmp(question->tests[i].message.fr, said))
			return true;
	return false;
}

static void note_failures(struct proof *proof, const struct report *report, struct arena *arena)
{
	size_t before = proof->findings->errors;
	for (size_t q = 0; q < report->question_count; q++) {
		const struct question_report *question = &report->questions[q];
		for (size_t t = 0; t < question->test_count; t++)
			if (question->tests[t].outcome != OUTCOME_PASSED && !same_trouble(question, t))
				note_failure(proof, &question->tests[t], test_pointer(proof, q, t, arena), arena);
		if (proof->findings->errors > before || frac_cmp(question->points, question->max) >= 0)
			continue;
		/* No test failed: it cannot be read, or it uses what the question forbids. */
		cleanup_buf struct buf got = BUF_INIT, max = BUF_INIT;
		frac_print(&got, question->points);
		frac_print(&max, question->max);
		struct remark remark = { .pointer = arena_printf(arena, "/questions/%zu", q),
			.code = "reference-capped" };
		if (question->verdict == VERDICT_UNREADABLE)
			remark.code = "reference-unreadable";
		if (question->verdict == VERDICT_UNREADABLE && proof->exercise->questions[q].kind->typing == TYPING_CODE)
			remark = (struct remark){ "", remark.code, false,
				arena_printf(arena, "%ssolution.py", proof->exercise->questions[q].folder),
				question->line, question->column };
		struct msg_text text = finding_text(arena, remark.code,
			(struct msg_param[]){ { "got", buf_str(&got) }, { "max", buf_str(&max) }, { 0 } });
		for (size_t i = 0; i < question->feedback_count; i++)
			text = joined(arena, text, &question->feedback[i]);
		found_text(proof, &remark, text);
	}
}

/* Full marks, then the same canonical report again, then under other hash seeds. */
static void prove_reference(struct proof *proof, unsigned seeds)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_json json_t *answers = reference_answers(proof, arena);
	if (!answers) {
		found(proof, &(struct remark){ .pointer = "", .code = "no-reference" }, NULL);
		return;
	}
	char *first = NULL;
	for (unsigned round = 0; round <= seeds; round++) {
		struct report report;
		/* Rounds 0 and 1 share seed 0: the same thing twice. */
		unsigned seed = round == 0 ? 0 : round - 1;
		proof->top->hash_seed = seed;
		if (!proof_mark(proof, answers, "solution", arena, &report))
			break;
		char *text = canonical_text(&report);
		if (!first) {
			first = text;
			note_slowest(proof->findings, &report);
			if (report.verdict != VERDICT_CORRECT)
				note_failures(proof, &report, arena);
			continue;
		}
		bool same = strcmp(first, text) == 0;
		free(text);
		if (!same) {
			found(proof, &(struct remark){ .pointer = "", .code = seed ? "flaky-seeds" : "flaky" }, NULL);
			break;
		}
	}
	proof->top->hash_seed = 0;
	free(first);
}

/* Formulas worked out. NULL where one cannot be, and then that is said. */
static json_t *wrong_answers(struct proof *proof, const struct wrong_expectation *wrong, struct arena *arena)
{
	if (wrong->answers) {
		struct problems problems = { 0 };
		json_t *answers = exercise_wrong_answers(proof->exercise, wrong, &problems, arena);
		finding_add_all(proof->findings, &problems);
		return answers ? json_incref(answers) : NULL;
	}
	const struct folder_file *file = folder_find(proof->exercise->folder, wrong->file);
	size_t length = strlen(wrong->file);
	if (!file)
		return NULL;
	if (length > 5 && strcmp(wrong->file + length - 5, ".json") == 0) {
		struct json_place place;
		struct err err;
		return json_parse(file->data, file->bytes, &place, &err);
	}
	return json_pack("{s:o}", proof->exercise->questions[0].id, json_stringn_nocheck(file->data, file->bytes));
}

static const struct test_report *find_test(const struct report *report, const char *name)
{
	for (size_t q = 0; q < report->question_count; q++)
		for (size_t t = 0; t < report->questions[q].test_count; t++) {
			const struct test_report *test = &report->questions[q].tests[t];
			if (strcmp(test->name, name) == 0 || (test->label.fr && strcmp(test->label.fr, name) == 0))
				return test;
		}
	return NULL;
}

static const char *near_test(const struct report *report, const char *name, struct arena *arena)
{
	size_t count = 0;
	for (size_t q = 0; q < report->question_count; q++)
		count += report->questions[q].test_count;
	const char **names = arena_array(arena, count + 1, sizeof(*names));
	count = 0;
	for (size_t q = 0; q < report->question_count; q++)
		for (size_t t = 0; t < report->questions[q].test_count; t++)
			names[count++] = report->questions[q].tests[t].name;
	return nearest_name(name, names);
}

static void prove_fails(struct proof *proof, const struct wrong_proof *it)
{
	for (const char *const *fails = it->wrong->fails; fails && *fails; fails++) {
		const struct test_report *test = find_test(it->report, *fails);
		const char *near = test ? NULL : near_test(it->report, *fails, it->arena);
		struct remark remark = { .pointer = it->wrong->pointer,
			.code = near ? "no-such-test-near" : "no-such-test" };
		if (test && test->outcome != OUTCOME_PASSED)
			continue;
		if (test)
			remark.code = "wrong-passes";
		found(proof, &remark,
			(struct msg_param[]){ { "what", it->name }, { "detail", *fails }, { "near", near }, { 0 } });
	}
}

static void prove_mark(struct proof *proof, const struct wrong_proof *it)
{
	const struct wrong_expectation *wrong = it->wrong;
	cleanup_buf struct buf got = BUF_INIT, announced = BUF_INIT;
	struct remark remark = { .pointer = wrong->pointer, .code = "wrong-mark" };
	frac_print(&got, it->report->points);
	if (wrong->has_mark)
		frac_print(&announced, wrong->mark);
	if (!wrong->has_mark && !wrong->fails && it->report->verdict == VERDICT_CORRECT)
		remark.code = "wrong-full";
	else if (!wrong->has_mark || frac_cmp(wrong->mark, it->report->points) == 0)
		return;
	found(proof, &remark,
		(struct msg_param[]){
			{ "what", it->name }, { "got", buf_str(&got) }, { "announced", buf_str(&announced) }, { 0 } });
}

/* A wrong answer that cannot be read proves nothing of the tests, unless its author says so. */
static bool note_illegible(struct proof *proof, const struct wrong_proof *it)
{
	struct remark remark = { .pointer = it->wrong->pointer, .code = "wrong-illegible" };
	if (it->report->verdict != VERDICT_UNREADABLE || json_object_get(it->wrong->raw, "says") ||
		(!it->wrong->fails && it->wrong->has_mark && it->wrong->mark.num == 0))
		return false;
	if (it->wrong->file && it->report->question_count == 1)
		remark = (struct remark){ "", remark.code, false, it->wrong->file, it->report->questions[0].line,
			it->report->questions[0].column };
	struct msg_text text =
		finding_text(it->arena, remark.code, (struct msg_param[]){ { "what", it->name }, { 0 } });
	for (size_t q = 0; q < it->report->question_count; q++)
		for (size_t i = 0; i < it->report->questions[q].feedback_count; i++)
			text = joined(it->arena, text, &it->report->questions[q].feedback[i]);
	found_text(proof, &remark, text);
	return true;
}

/* True when it gets what its author says. */
static bool prove_wrong(struct proof *proof, const struct wrong_expectation *wrong)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const char *name = wrong->file ? wrong->file : wrong->pointer;
	size_t said = proof->findings->errors;
	cleanup_json json_t *answers = wrong_answers(proof, wrong, arena);
	struct report report;
	const struct wrong_proof it = { wrong, name, &report, arena };
	if (!answers && proof->findings->errors > said)
		return false;
	if (!answers) {
		found(proof, &(struct remark){ .pointer = wrong->pointer, .code = "wrong-unreadable" },
			(struct msg_param[]){ { "what", name }, { 0 } });
		return false;
	}
	if (!proof_mark(proof, answers, name, arena, &report))
		return false;
	size_t before = proof->findings->errors;
	if (!note_illegible(proof, &it)) {
		prove_fails(proof, &it);
		prove_mark(proof, &it);
		prove_says(proof, &it);
	}
	return proof->findings->errors == before;
}

/* What the kinds have to say that takes a run; a mistake of the author is found again, and told, by the reference. */
static void prove_advice(struct proof *proof)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct problems problems = { 0 };
	struct err ignored;
	proof->top->problems = &problems;
	if (desk_top_advise(proof->top, proof->exercise, arena, &ignored) == 0)
		finding_add_all(proof->findings, &problems);
	proof->top->problems = NULL;
}

/* The exercise of this seed. What cannot be drawn is a finding. */
static bool draw(struct proof *proof, uint64_t seed, struct arena *arena)
{
	struct problems problems = { 0 };
	proof->seed = seed;
	proof->exercise = exercise_draw(proof->template, seed, &problems, arena);
	if (proof->exercise)
		return true;
	finding_add_all(proof->findings, &problems);
	proof->exercise = proof->template;
	return false;
}

/* Runs the author's code where the answer is what it does. A mistake in it is a finding. */
static bool work_out(struct proof *proof, struct arena *arena)
{
	size_t count = proof->exercise->question_count;
	struct problems problems = { 0 };
	struct err err = { 0 };
	proof->worked = arena_array(arena, count, sizeof(*proof->worked));
	for (size_t i = 0; i < count; i++) {
		proof->worked[i].derived = arena_alloc(arena, sizeof(*proof->worked[i].derived));
		proof->worked[i].derived->arena = arena;
	}
	proof->top->problems = &problems;
	int done = desk_top_work_out(proof->top, proof->exercise, proof->seed, arena, proof->worked, &err);
	proof->top->problems = NULL;
	finding_add_all(proof->findings, &problems);
	if (done < 0 && problems.count == 0)
		found(proof, &(struct remark){ .pointer = "", .code = "cannot-mark" },
			(struct msg_param[]){ { "what", "solution" }, { "detail", err.text }, { 0 } });
	return done == 0;
}

static void prove_references(struct proof *proof, unsigned hash_seeds)
{
	uint64_t seeds = proof->template->parameter_count > 0 ? SEEDS_DRAWN : 1;
	for (uint64_t seed = 1; seed <= seeds && (seed == 1 || proof->findings->errors == 0); seed++) {
		cleanup_arena struct arena *arena = arena_new(0);
		if (draw(proof, seed, arena) && work_out(proof, arena)) {
			if (seed == 1)
				note_derived(proof);
			prove_reference(proof, hash_seeds);
			prove_starter(proof);
			prove_idle(proof);
		}
		proof->exercise = proof->template;
	}
}

/* Under the seeds that the row names, else under all that are tried. */
static bool prove_wrong_row(struct proof *proof, size_t row)
{
	const json_t *named = json_object_get(proof->template->wrong[row].raw, "seeds");
	size_t count = json_array_size(named), drawn = proof->template->parameter_count > 0 ? SEEDS_DRAWN : 1;
	bool right = true;
	for (size_t i = 0; i < (count ? count : drawn) && right; i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		uint64_t seed = count ? (uint64_t)json_integer_value(json_array_get(named, i)) : i + 1;
		right = draw(proof, seed, arena) && prove_wrong(proof, &proof->exercise->wrong[row]);
		proof->exercise = proof->template;
	}
	return right;
}

static void check_one(struct desk_top *top, const char *path, unsigned seeds, struct findings *findings)
{
	struct problems problems = { 0 };
	struct err err = { 0 };
	const struct exercise *exercise;
	top->problems = &problems;
	int read = desk_top_exercise(top, "exercises", path, &exercise, &err);
	top->problems = NULL;
	finding_add_all(findings, &problems);
	if (read < 0) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct problem problem = { .file = path,
			.pointer = "",
			.message = finding_text(
				arena, "unreadable", (struct msg_param[]){ { "detail", err.text }, { 0 } }) };
		finding_add(findings, "unreadable", &problem);
	}
	if (read < 0 || !exercise)
		return;
	snprintf(findings->id, sizeof(findings->id), "%s", exercise->id);
	struct proof proof = { top, exercise, findings, exercise, 1, NULL };
	prove_advice(&proof);
	prove_references(&proof, seeds);
	/* With a reference that fails, what wrong answers get says nothing yet. */
	findings->wrong_count = exercise->wrong_count;
	bool sound = findings->errors == 0;
	for (size_t i = 0; sound && i < exercise->wrong_count; i++)
		findings->wrong_right += prove_wrong_row(&proof, i);
}

/* A folder of exercises is checked exercise by exercise. */
static int check_operand(const struct invocation *invocation, struct desk_top *top, const char *name, unsigned seeds,
	struct findings_total *total)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const char *const *ids = NULL;
	char path[PATH_MAX];
	struct stat info;
	struct err err = { 0 };
	snprintf(path, sizeof(path), "%s/exercise.json", name);
	bool single = stat(path, &info) == 0 || stat(name, &info) < 0;
	if (!single && exercise_list(&ids, name, arena, &err) < 0)
		return complain_err(invocation, &err);
	for (size_t i = 0; single ? i < 1 : ids[i] != NULL; i++) {
		struct findings findings = { 0 };
		if (single) {
			snprintf(path, sizeof(path), "%s", name);
		} else {
			int used = snprintf(path, sizeof(path), "%s/", name);
			for (const char *at = ids[i]; *at && used < PATH_MAX - 1; at++)
				path[used++] = *at == '.' ? '/' : *at;
			path[used] = '\0';
		}
		snprintf(findings.id, sizeof(findings.id), "%s", single ? name : ids[i]);
		check_one(top, path, seeds, &findings);
		findings_report(invocation, &findings, total);
		findings_release(&findings);
		arena_reset(top->arena);
	}
	return 0;
}

static int run_check(const struct invocation *invocation)
{
	uint64_t seeds = 2;
	struct err err;
	struct findings_total total = { .json = option_value(invocation, "--json") ? json_array() : NULL };
	if (!option_number(invocation, "--seeds", 1, 8, &seeds))
		return EXIT_USAGE;
	struct desk_top top;
	struct sandbox *sandbox;
	/* A machine that cannot isolate proves nothing: say that instead of blaming every exercise. */
	if (desk_top_open(&top, &err) < 0 || desk_top_sandbox(&top, &sandbox, &err) < 0) {
		desk_top_close(&top);
		return complain_err(invocation, &err);
	}
	int code = 0;
	for (int i = 0; i < invocation->operand_count && code == 0; i++)
		code = check_operand(invocation, &top, invocation->operands[i], (unsigned)seeds, &total);
	desk_top_close(&top);
	findings_finish(invocation, &total);
	return code ? code : total.failed || total.exercises == 0 ? EXIT_LESS : EXIT_FINE;
}

const struct command command_check = {
	.name = "check",
	.operands = { "EXERCICE-OU-DOSSIER…", "EXERCISE-OR-FOLDER…" },
	.run = run_check,
	.summary = { "prouve des exercices, dossier par dossier", "proves exercises, folder by folder" },
	.details = { "Le format, la solution (deux fois et sous plusieurs graines de hachage), chaque mauvaise réponse "
		     "et sa note, ce que "
		     "gagne le point de départ, le test le plus lent.",
		"The format, the reference (twice and under several hash seeds), each wrong answer and its mark, what "
		"the starter earns, "
		"the slowest test." },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
	.operands_min = 1,
	.operands_max = MAX_OPERANDS,
};
