#include "check_findings.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"

/* Each says what to do. */
static const struct msg_entry entries[] = {
	{ "unreadable", "ce dossier ne peut pas être lu : {detail}", "this folder cannot be read: {detail}" },
	{ "cannot-mark", "{what} n’a pas pu être corrigé : {detail}", "{what} could not be marked: {detail}" },
	{ "no-reference",
		"il manque une solution de référence (solution.py) : rien ne prouve que l’exercice est faisable.",
		"a reference answer is missing (solution.py): nothing proves that the exercise can be done." },
	{ "reference-unreadable", "la solution de référence ne peut pas être lue :", "the reference cannot be read:" },
	{ "reference-fails", "la solution de référence ne réussit pas « {what} » : corrigez la solution ou le test.",
		"the reference does not pass “{what}”: mend the reference or the test." },
	{ "reference-got", "Le test attend {expected}, la solution donne {got}.",
		"The test expects {expected}, the reference gives {got}." },
	{ "reference-capped", "la solution de référence n’a que {got} points sur {max} :",
		"the reference earns only {got} points out of {max}:" },
	{ "flaky",
		"la solution ne donne pas deux fois le même rapport : l’ordre d’un ensemble, un tirage au hasard, une "
		"horloge ?",
		"the reference does not give the same report twice: a set’s order, chance, a clock?" },
	{ "flaky-seeds",
		"la solution dépend de l’ordre, imprévisible, d’un ensemble ou d’un dictionnaire : triez ce qu’elle "
		"donne, ou comparez avec "
		"\"unordered\" ou \"set\".",
		"the reference depends on the unpredictable order of a set or a dictionary: sort what it gives, or "
		"compare with "
		"\"unordered\" or \"set\"." },
	{ "wrong-unreadable", "{what} ne peut pas être lu.", "{what} cannot be read." },
	{ "no-such-test",
		"aucun test ne s’appelle « {detail} » : « fails » reprend l’appel du test, ou son étiquette "
		"(\"label\").",
		"no test is called “{detail}”: “fails” repeats the test’s call, or its label." },
	{ "no-such-test-near", "aucun test ne s’appelle « {detail} ». Vouliez-vous dire « {near} » ?",
		"no test is called “{detail}”. Did you mean “{near}”?" },
	{ "wrong-passes",
		"{what} réussit « {detail} », qu’il devait manquer : retirez-le de « fails », ou changez le test.",
		"{what} passes “{detail}”, which it had to fail: take it out of “fails”, or change the test." },
	{ "wrong-mark", "{what} obtient {got} points, et non {announced} comme annoncé dans « mark ».",
		"{what} earns {got} points, not {announced} as “mark” says." },
	{ "wrong-full", "{what} obtient tous les points : aucun test ne voit l’erreur. Ajoutez celui qui la montre.",
		"{what} earns full marks: no test sees the mistake. Add the one that shows it." },
	{ "wrong-illegible", "{what} ne peut pas être lu, donc rien n’y est noté :",
		"{what} cannot be read, so nothing of it is marked:" },
	{ "wrong-says", "{what} doit faire dire « {code} » (« says »), et on y lit : {said}.",
		"{what} must be told “{code}” (“says”), and is told: {said}." },
	{ "wrong-silent", "{what} doit faire dire « {code} » (« says »), et rien n’est dit.",
		"{what} must be told “{code}” (“says”), and is told nothing." },
	{ "idle-earns", "la réponse {what}, qui ne demande aucun travail, rapporte {points} points, plus d’un dixième.",
		"the answer {what}, which takes no work, earns {points} points, more than a tenth." },
	{ "starter-earns", "le point de départ (starter.py) rapporte déjà {what} points, plus d’un dixième du total.",
		"the starter (starter.py) already earns {what} points, more than a tenth of the total." },
};

static const struct msg_table messages = { "check", entries, sizeof(entries) / sizeof(entries[0]) };

struct msg_text finding_text(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &messages, code, params);
}

struct msg_text finding_seeded(struct arena *arena, struct msg_text text, uint64_t seed)
{
	return (struct msg_text){
		.code = text.code,
		.fr = arena_printf(arena, "%s (graine %" PRIu64 ")", text.fr, seed),
		.en = arena_printf(arena, "%s (seed %" PRIu64 ")", msg_in(&text, LANG_EN), seed),
	};
}

void finding_add(struct findings *findings, const char *code, const struct problem *problem)
{
	cleanup_buf struct buf french = BUF_INIT, english = BUF_INIT;
	problem_print(&french, problem, LANG_FR);
	problem_print(&english, problem, LANG_EN);
	for (size_t i = 0; i < findings->count; i++)
		if (!strcmp(findings->list[i].text[LANG_FR], buf_str(&french)))
			return;
	struct finding *list = realloc(findings->list, (findings->count + 1) * sizeof(*list));
	if (!list)
		abort();
	findings->list = list;
	list[findings->count++] = (struct finding){ problem->warning, code, { buf_take(&french), buf_take(&english) } };
	findings->errors += !problem->warning;
}

void finding_add_all(struct findings *findings, const struct problems *problems)
{
	for (size_t i = 0; i < problems->count; i++)
		finding_add(findings, "format", &problems->list[i]);
}

void findings_release(struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		free(findings->list[i].text[LANG_FR]);
		free(findings->list[i].text[LANG_EN]);
	}
	free(findings->list);
	json_decref(findings->derived);
}

static void add_json(const struct findings *findings, struct findings_total *total)
{
	json_t *rows = json_array();
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];
		json_array_append_new(
			rows, json_pack("{s:s, s:s, s:s, s:s}", "level", finding->warning ? "warning" : "error", "code",
				      finding->code, "fr", finding->text[LANG_FR], "en", finding->text[LANG_EN]));
	}
	json_array_append_new(
		total->json, json_pack("{s:s, s:b, s:I, s:I, s:I, s:s, s:o, s:O*}", "exercise", findings->id, "ok",
				     findings->errors == 0, "wrong", (json_int_t)findings->wrong_count, "wrong_right",
				     (json_int_t)findings->wrong_right, "slowest_us", (json_int_t)findings->slowest_us,
				     "slowest", findings->slowest, "findings", rows, "derived", findings->derived));
}

void findings_report(const struct invocation *invocation, const struct findings *findings, struct findings_total *total)
{
	total->exercises++;
	total->failed += findings->errors > 0;
	total->warnings += findings->count - findings->errors;
	if (total->json) {
		add_json(findings, total);
		return;
	}
	bool colour = wants_colour(stdout), french = invocation->lang == LANG_FR, good = findings->errors == 0;
	printf("%s%s%s %-40s", colour ? (good ? "\033[32m" : "\033[31m") : "", good ? "✓" : "✗",
		colour ? "\033[0m" : "", findings->id);
	printf(french ? " fausses réponses %zu/%zu" : " wrong answers %zu/%zu", findings->wrong_right,
		findings->wrong_count);
	if (findings->slowest[0])
		printf(french ? ", le plus lent %.1f ms (%s)" : ", slowest %.1f ms (%s)",
			(double)findings->slowest_us / 1000, findings->slowest);
	putchar('\n');
	derived_print(findings->derived, invocation->lang);
	for (size_t i = 0; i < findings->count; i++)
		printf("    %s %s\n", findings->list[i].warning ? "!" : "✗", findings->list[i].text[invocation->lang]);
	fflush(stdout);
}

void findings_finish(const struct invocation *invocation, struct findings_total *total)
{
	if (total->json) {
		cleanup_buf struct buf text = BUF_INIT;
		json_print(&text, total->json);
		puts(buf_str(&text));
		json_decref(total->json);
		total->json = NULL;
		return;
	}
	printf(invocation->lang == LANG_FR ? "%zu exercice(s), %zu à corriger, %zu avertissement(s)\n"
					   : "%zu exercise(s), %zu to mend, %zu warning(s)\n",
		total->exercises, total->failed, total->warnings);
}
