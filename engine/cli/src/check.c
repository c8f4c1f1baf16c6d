/*
 * `check` proves exercises: the folder loads; the reference earns full marks, twice and under
 * several hash seeds, with the same canonical report; each wrong answer gets the mark and fails
 * the tests that its author says; what the starter earns; the slowest test against its limit.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "check_findings.h"
#include "desk_top.h"
#include "base/json.h"
#include "model/kind.h"

static const struct option options[] = {
	{ "--json", NULL, { "écrit les constats en JSON", "writes the findings as JSON" } },
	{ "--seeds", "N", { "combien de graines de hachage essayer (2 par défaut, 8 au plus)", "how many hash seeds to try (2 by default, 8 at most)" } },
};

/* One proof under way. */
struct proof {
	struct desk_top *top;
	const struct exercise *exercise;
	struct findings *findings;
	struct err *err;
};

/* Marks in `arena`; a fault is a finding ("could not be marked"), not the end of the check. */
static bool mark(struct proof *proof, const json_t *answers, const char *what, struct arena *arena, struct report *report)
{
	struct err err = { 0 };
	if (desk_top_mark(proof->top, proof->exercise, answers, 1, arena, report, &err) == 0)
		return true;
	finding_add(proof->findings, false, "cannot-mark", what, err.text);
	return false;
}

static json_t *reference_answers(const struct exercise *exercise, struct arena *arena)
{
	json_t *answers = json_object();
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct question *question = &exercise->questions[i];
		json_t *answer = question->kind->reference ? question->kind->reference(question, arena) : NULL;
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

static void note_failures(struct proof *proof, const struct report *report)
{
	for (size_t q = 0; q < report->question_count; q++)
		for (size_t t = 0; t < report->questions[q].test_count; t++) {
			const struct test_report *test = &report->questions[q].tests[t];
			if (test->outcome != OUTCOME_PASSED)
				finding_add(proof->findings, false, "reference-fails", test->name, outcome_name(test->outcome));
		}
}

/* Full marks, then the same canonical report again, then under other hash seeds. */
static void prove_reference(struct proof *proof, unsigned seeds)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_json json_t *answers = reference_answers(proof->exercise, arena);
	if (!answers) {
		finding_add(proof->findings, false, "no-reference", "", "");
		return;
	}
	char *first = NULL;
	for (unsigned round = 0; round <= seeds; round++) {
		struct report report;
		/* Rounds 0 and 1 share seed 0: the same thing twice. */
		unsigned seed = round == 0 ? 0 : round - 1;
		proof->top->hash_seed = seed;
		if (!mark(proof, answers, "solution", arena, &report))
			break;
		char *text = canonical_text(&report);
		if (!first) {
			first = text;
			note_slowest(proof->findings, &report);
			if (report.verdict != VERDICT_CORRECT)
				note_failures(proof, &report);
			continue;
		}
		bool same = strcmp(first, text) == 0;
		free(text);
		if (!same) {
			finding_add(proof->findings, false, "flaky", "solution", seed ? "PYTHONHASHSEED" : "");
			break;
		}
	}
	proof->top->hash_seed = 0;
	free(first);
}

static json_t *wrong_answers(struct proof *proof, const struct wrong_expectation *wrong)
{
	if (wrong->answers)
		return json_incref(wrong->answers);
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

static void prove_wrong(struct proof *proof, const struct wrong_expectation *wrong)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const char *name = wrong->file ? wrong->file : wrong->pointer;
	cleanup_json json_t *answers = wrong_answers(proof, wrong);
	struct report report;
	proof->findings->wrong_count++;
	if (!answers) {
		finding_add(proof->findings, false, "wrong-unreadable", name, "");
		return;
	}
	if (!mark(proof, answers, name, arena, &report))
		return;
	size_t before = proof->findings->errors;
	for (const char *const *fails = wrong->fails; fails && *fails; fails++) {
		const struct test_report *test = find_test(&report, *fails);
		if (!test)
			finding_add(proof->findings, false, "no-such-test", name, *fails);
		else if (test->outcome == OUTCOME_PASSED)
			finding_add(proof->findings, false, "wrong-passes", name, *fails);
	}
	if (wrong->has_mark && frac_cmp(wrong->mark, report.points) != 0) {
		cleanup_buf struct buf text = BUF_INIT;
		frac_print(&text, report.points);
		buf_addstr(&text, " / ");
		frac_print(&text, wrong->mark);
		finding_add(proof->findings, false, "wrong-mark", name, buf_str(&text));
	}
	if (!wrong->has_mark && !wrong->fails && report.verdict == VERDICT_CORRECT)
		finding_add(proof->findings, false, "wrong-full", name, "");
	proof->findings->wrong_right += proof->findings->errors == before;
}

/* A tenth at most for what is handed out. */
static void prove_starter(struct proof *proof)
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
	if (!mark(proof, answers, "starter", arena, &report))
		return;
	struct err err;
	struct frac tenth;
	if (frac_div(&tenth, report.max, frac_int(10), &err) == 0 && frac_cmp(report.points, tenth) > 0) {
		cleanup_buf struct buf text = BUF_INIT;
		frac_print(&text, report.points);
		finding_add(proof->findings, true, "starter-earns", buf_str(&text), "");
	}
}

static void check_one(const struct invocation *invocation, struct desk_top *top, const char *path, unsigned seeds,
	struct findings *findings)
{
	struct problems problems = { 0 };
	struct err err = { 0 };
	const struct exercise *exercise;
	if (desk_top_exercise(top, "exercises", path, &exercise, &problems, &err) < 0) {
		finding_add(findings, false, "unreadable", path, err.text);
		return;
	}
	for (size_t i = 0; i < problems.count; i++) {
		cleanup_buf struct buf text = BUF_INIT;
		problem_print(&text, &problems.list[i], invocation->lang);
		finding_add(findings, problems.list[i].warning, "format", buf_str(&text), "");
	}
	if (!exercise)
		return;
	snprintf(findings->id, sizeof(findings->id), "%s", exercise->id);
	struct proof proof = { top, exercise, findings, &err };
	prove_reference(&proof, seeds);
	for (size_t i = 0; i < exercise->wrong_count; i++)
		prove_wrong(&proof, &exercise->wrong[i]);
	prove_starter(&proof);
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
		check_one(invocation, top, path, seeds, &findings);
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
	.name = "check", .operands = { "EXERCICE-OU-DOSSIER…", "EXERCISE-OR-FOLDER…" }, .run = run_check,
	.summary = { "prouve des exercices, dossier par dossier", "proves exercises, folder by folder" },
	.details = { "Le format, la solution (deux fois et sous plusieurs graines de hachage), chaque mauvaise réponse et sa note, ce que "
		     "gagne le point de départ, le test le plus lent.",
		"The format, the reference (twice and under several hash seeds), each wrong answer and its mark, what the starter earns, "
		"the slowest test." },
	.options = options, .option_count = sizeof(options) / sizeof(options[0]), .operands_min = 1, .operands_max = MAX_OPERANDS,
};
