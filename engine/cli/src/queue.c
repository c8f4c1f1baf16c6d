/*
 * `queue`: what waits, what is worked on, what was set aside; retry or cancel one.
 */
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "ledger.h"

static const struct option options[] = {
	{ "--data", "DIR", { "le dossier de données du service (data)", "the service's data folder (data)" } },
	{ "--state", "S",
		{ "queued, leased, graded, quarantined, cancelled ou superseded",
			"queued, leased, graded, quarantined, cancelled or superseded" } },
	{ "--student", "ID", { "d’un seul étudiant", "of one student" } },
	{ "--limit", "N",
		{ "combien en montrer (50 par défaut, 500 au plus)",
			"how many to show (50 by default, 500 at most)" } },
	{ "--json", NULL, { "en JSON", "as JSON" } },
};

static int show_stats(const struct invocation *invocation, struct ledger *ledger, struct err *err)
{
	struct queue_stats stats;
	if (ledger_stats(ledger, &stats, err) < 0)
		return complain_err(invocation, err);
	const struct {
		const char *state;
		uint64_t count;
		struct both name;
	} rows[] = {
		{ "queued", stats.queued, { "en attente", "queued" } },
		{ "leased", stats.leased, { "en correction", "being graded" } },
		{ "graded", stats.graded, { "corrigées", "graded" } },
		{ "quarantined", stats.quarantined,
			{ "mises de côté (à nous de réparer)", "quarantined (ours to mend)" } },
		{ "cancelled", stats.cancelled, { "annulées", "cancelled" } },
		{ "superseded", stats.superseded, { "remplacées", "superseded" } },
	};
	cleanup_json json_t *json = json_object();
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		json_object_set_new(json, rows[i].state, json_integer((json_int_t)rows[i].count));
		if (!option_value(invocation, "--json"))
			printf("%8llu  %s\n", (unsigned long long)rows[i].count, in(invocation, rows[i].name));
	}
	if (option_value(invocation, "--json")) {
		cleanup_buf struct buf text = BUF_INIT;
		json_print(&text, json);
		puts(buf_str(&text));
	}
	return EXIT_FINE;
}

static void print_view(const struct submission_view *view)
{
	cleanup_buf struct buf when = BUF_INIT;
	clock_print_utc(&when, view->received_at);
	printf("%s  %-11s  %s  %s  %s", view->id, job_state_name(view->state), buf_str(&when), view->student,
		view->exercise);
	if (view->points)
		printf("  %s/%s", view->points, view->max);
	if (view->trouble)
		printf("  %s", view->trouble);
	putchar('\n');
}

static json_t *view_json(const struct submission_view *view)
{
	return json_pack("{s:s, s:s, s:I, s:s, s:s, s:s?, s:s?, s:s?}", "id", view->id, "state",
		job_state_name(view->state), "received_at", (json_int_t)view->received_at, "student", view->student,
		"exercise", view->exercise, "points", view->points, "max", view->max, "trouble", view->trouble);
}

static int show_list(const struct invocation *invocation, struct ledger *ledger, struct err *err)
{
	const char *state = option_value(invocation, "--state");
	struct list_query query = { .tenant = "default",
		.state = state ? job_state_parse(state) : -1,
		.student = option_value(invocation, "--student") };
	uint64_t limit = 50;
	if (!option_number(invocation, "--limit", 1, 500, &limit))
		return EXIT_USAGE;
	if (state && query.state < 0)
		return complain(invocation, EXIT_USAGE, (struct both){ "état inconnu :", "unknown state:" }, state);
	query.limit = (uint32_t)limit;
	struct submission_view *views;
	size_t count;
	if (ledger_list(ledger, &query, &views, &count, err) < 0)
		return complain_err(invocation, err);
	cleanup_json json_t *rows = json_array();
	for (size_t i = 0; i < count; i++) {
		json_array_append_new(rows, view_json(&views[i]));
		if (!option_value(invocation, "--json"))
			print_view(&views[i]);
	}
	if (option_value(invocation, "--json")) {
		cleanup_buf struct buf text = BUF_INIT;
		json_print(&text, rows);
		puts(buf_str(&text));
	}
	return EXIT_FINE;
}

typedef int change_one(struct ledger *ledger, const char *submission, struct err *err);

static const struct verb {
	const char *name;
	change_one *change; /* NULL: a reading */
	int (*show)(const struct invocation *invocation, struct ledger *ledger, struct err *err);
} verbs[] = {
	{ "stats", NULL, show_stats },
	{ "list", NULL, show_list },
	{ "retry", ledger_retry, NULL },
	{ "cancel", ledger_cancel, NULL },
};

static const struct verb *find_verb(const char *name)
{
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

static int run_queue(const struct invocation *invocation)
{
	const char *name = invocation->operand_count ? invocation->operands[0] : "stats";
	const struct verb *verb = find_verb(name);
	if (!verb || invocation->operand_count - 1 > (verb->change ? 1 : 0) ||
		(verb->change && invocation->operand_count != 2))
		return complain(invocation, EXIT_USAGE,
			(struct both){ "attend stats, list, retry ID ou cancel ID ; pas",
				"wants stats, list, retry ID or cancel ID; not" },
			name);
	struct ledger ledger;
	struct err err = { 0 };
	int code;
	if (ledger_open(&ledger, option_value(invocation, "--data"), verb->change != NULL, &err) < 0) {
		code = complain_err(invocation, &err);
		if (err.kind == ERR_BUSY)
			fprintf(stderr,
				invocation->lang == LANG_FR ? "Le service tourne : demandez-le-lui, « curl -X POST "
							      "http://ADRESSE/api/v1/submissions/%s/%s ».\n"
							    : "The service is running: ask it, “curl -X POST "
							      "http://ADDRESS/api/v1/submissions/%s/%s”.\n",
				invocation->operands[1], name);
	} else if (verb->change) {
		code = verb->change(&ledger, invocation->operands[1], &err) < 0 ? complain_err(invocation, &err)
										: EXIT_FINE;
	} else {
		code = verb->show(invocation, &ledger, &err);
	}
	ledger_close(&ledger);
	return code;
}

const struct command command_queue = {
	.name = "queue",
	.operands = { "[stats | list | retry ID | cancel ID]", "[stats | list | retry ID | cancel ID]" },
	.run = run_queue,
	.summary = { "la file d’attente : compter, lister, relancer ou annuler une copie",
		"the queue: count, list, retry or cancel a submission" },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
	.operands_min = 0,
	.operands_max = 2,
};
