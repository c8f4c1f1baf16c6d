#include <string.h>
#include "desk_top.h"
#include "base/json.h"
#include "picture/picture.h"

static const struct option options[] = {
	{ "--json", NULL, { "écrit le rapport complet en JSON", "writes the whole report as JSON" } },
	{ "--seed", "N",
		{ "la graine des tirages et de « random » (0 par défaut)",
			"the seed of drawn values and of “random” (0 by default)" } },
	{ "--exercises", "DIR",
		{ "où chercher un exercice donné par son nom (exercises)",
			"where to look for an exercise given by its id (exercises)" } },
	{ "--student", NULL, { "montre ce que l’étudiant verrait", "shows what the student would see" } },
};

/* Warnings are for `check` to say. */
static int refuse(const struct invocation *invocation, const struct problems *problems)
{
	cleanup_buf struct buf text = BUF_INIT;
	for (size_t i = 0; i < problems->count; i++) {
		if (problems->list[i].warning)
			continue;
		buf_printf(&text, "bareme %s%s ", invocation->command->name, invocation->lang == LANG_FR ? " :" : ":");
		problem_print(&text, &problems->list[i], invocation->lang);
		buf_addch(&text, '\n');
	}
	fputs(buf_str(&text), stderr);
	return EXIT_USAGE;
}

static int show(const struct invocation *invocation, const struct report *report)
{
	struct report_options view = {
		.view = option_value(invocation, "--student") ? VIEW_STUDENT : VIEW_TEACHER,
		.reveal = true,
	};
	cleanup_json json_t *json = report_to_json(report, &view);
	cleanup_buf struct buf text = BUF_INIT;
	if (option_value(invocation, "--json")) {
		json_print(&text, json);
		buf_addch(&text, '\n');
	} else {
		report_print(
			&text, json, &(struct report_look){ invocation->lang, wants_colour(stdout), picture_text });
	}
	fwrite(buf_str(&text), 1, text.len, stdout);
	return report->verdict == VERDICT_CORRECT ? EXIT_FINE : EXIT_LESS;
}

static int grade(const struct invocation *invocation, struct desk_top *top, uint64_t seed, struct err *err)
{
	const char *root = option_value(invocation, "--exercises");
	struct problems problems = { 0 };
	const struct exercise *exercise;
	top->problems = &problems;
	if (desk_top_exercise(top, root ? root : "exercises", invocation->operands[0], &exercise, err) < 0)
		return complain_err(invocation, err);
	cleanup_json json_t *answers = exercise ? desk_top_answers(top, exercise, invocation->operands[1]) : NULL;
	if (!answers)
		return refuse(invocation, &problems);
	cleanup_arena struct arena *arena = arena_new(0);
	struct report report;
	problems = (struct problems){ 0 };
	if (desk_top_mark(top, exercise, answers, seed, arena, &report, err) == 0)
		return show(invocation, &report);
	if (problems.count == 0)
		return complain_err(invocation, err);
	refuse(invocation, &problems);
	return complain(invocation, EXIT_USAGE,
		(struct both){ "l’exercice est à corriger avant de pouvoir noter une réponse.",
			"the exercise must be mended before an answer can be marked." },
		NULL);
}

static int run_grade(const struct invocation *invocation)
{
	struct desk_top top;
	struct err err = { 0 };
	uint64_t seed = 0;
	if (!option_number(invocation, "--seed", 0, UINT64_MAX, &seed))
		return EXIT_USAGE;
	int code = desk_top_open(&top, &err) < 0 ? complain_err(invocation, &err) : grade(invocation, &top, seed, &err);
	desk_top_close(&top);
	return code;
}

const struct command command_grade = {
	.name = "grade",
	.operands = { "EXERCICE RÉPONSE", "EXERCISE ANSWER" },
	.run = run_grade,
	.summary = { "corrige une réponse, ici et maintenant : ni service ni base",
		"marks one answer, here and now: no service, no database" },
	.details = { "RÉPONSE est un fichier (.py, .txt), « - » pour l’entrée standard, ou un answers.json par "
		     "question. "
		     "EXERCICE est un dossier ou un nom comme algorithmique.maximum.",
		"ANSWER is a file (.py, .txt), “-” for standard input, or an answers.json by question. EXERCISE is a "
		"folder or an id "
		"such as algorithmique.maximum." },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
	.operands_min = 2,
	.operands_max = 2,
};
