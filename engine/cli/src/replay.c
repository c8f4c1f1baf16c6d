/*
 * `replay`: marks a stored submission again, from the content that it pinned, and compares.
 */
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "desk_top.h"
#include "ledger.h"

static const struct option options[] = {
	{ "--data", "DIR", { "le dossier de données du service (data)", "the service's data folder (data)" } },
	{ "--json", NULL, { "écrit les deux rapports en forme canonique", "writes both reports in canonical form" } },
};

static char *canonical(const json_t *report)
{
	struct report_options view = { .view = VIEW_CANONICAL, .reveal = true };
	cleanup_json json_t *cut = report_cut(report, &view);
	struct buf text = BUF_INIT;
	json_print_canonical(&text, cut);
	return buf_take(&text);
}

/* Marks what the ledger holds; the new report as JSON, a new reference. */
static json_t *mark_again(
	struct desk_top *top, struct ledger *ledger, const struct submission_view *view, struct err *err)
{
	cleanup_buf struct buf pack = BUF_INIT;
	struct json_place place;
	const struct exercise *exercise;
	if (ledger_pack(ledger, view->digest, &pack, err) < 0)
		return NULL;
	struct marking_pack version = { view->exercise, view->digest, buf_str(&pack), pack.len };
	cleanup_json json_t *answers = json_parse(view->answers, strlen(view->answers), &place, err);
	if (!answers || marking_learn(top->marking, &version, &exercise, err) < 0)
		return NULL;
	cleanup_arena struct arena *arena = arena_new(0);
	struct report report;
	if (desk_top_mark(top, exercise, answers, view->seed, arena, &report, err) < 0)
		return NULL;
	struct report_options teacher = { .view = VIEW_TEACHER, .reveal = true };
	return report_to_json(&report, &teacher);
}

static void print_score(const struct invocation *invocation, struct both which, const json_t *report)
{
	const char *points = "?", *max = "?", *engine = "?", *python = "?";
	json_unpack((json_t *)(uintptr_t)report, "{s:{s:s, s:s}, s?s, s?s}", "score", "points", &points, "max", &max,
		"engine", &engine, "python", &python);
	printf("%s %s/%s (bareme %s, python %s)\n", in(invocation, which), points, max, engine, python);
}

static int replay(const struct invocation *invocation, struct ledger *ledger, struct desk_top *top, struct err *err)
{
	struct submission_view view;
	struct json_place place;
	if (ledger_get(ledger, invocation->operands[0], &view, err) < 0)
		return complain_err(invocation, err);
	if (!view.report)
		return complain(invocation, EXIT_USAGE,
			(struct both){
				"cette copie n’a pas de rapport ; état :", "this submission has no report; state:" },
			job_state_name(view.state));
	cleanup_json json_t *before = json_parse(view.report, strlen(view.report), &place, err);
	cleanup_json json_t *after = before ? mark_again(top, ledger, &view, err) : NULL;
	if (!after)
		return complain_err(invocation, err);
	char *old = canonical(before), *new = canonical(after);
	bool same = strcmp(old, new) == 0;
	if (option_value(invocation, "--json")) {
		printf("{\"same\":%s,\"recorded\":%s,\"replayed\":%s}\n", same ? "true" : "false", old, new);
	} else {
		print_score(invocation, (struct both){ "enregistré :", "recorded:" }, before);
		print_score(invocation, (struct both){ "rejoué :    ", "replayed:" }, after);
		puts(in(invocation,
			same ? (struct both){ "Le même rapport, au caractère près.", "The same report, to the letter." }
			     : (struct both){ "Les rapports diffèrent (--json montre les deux).",
				       "The reports differ (--json shows both)." }));
	}
	free(old);
	free(new);
	return same ? EXIT_FINE : EXIT_LESS;
}

static int run_replay(const struct invocation *invocation)
{
	struct ledger ledger = { 0 };
	struct desk_top top = { 0 };
	struct err err = { 0 };
	int code = ledger_open(&ledger, option_value(invocation, "--data"), false, &err) < 0 ||
				   desk_top_open(&top, &err) < 0
			   ? complain_err(invocation, &err)
			   : replay(invocation, &ledger, &top, &err);
	desk_top_close(&top);
	ledger_close(&ledger);
	return code;
}

const struct command command_replay = {
	.name = "replay",
	.operands = { "COPIE", "SUBMISSION" },
	.run = run_replay,
	.summary = { "corrige de nouveau une copie enregistrée et compare",
		"marks a recorded submission again and compares" },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
	.operands_min = 1,
	.operands_max = 1,
};
