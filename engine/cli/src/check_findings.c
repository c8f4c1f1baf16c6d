#include "check_findings.h"
#include <stdlib.h>
#include <string.h>
#include "base/json.h"

/* {what} and {detail} are given; both languages say what to do. */
static const struct msg_entry entries[] = {
	{ "format", "{what}", "{what}" },
	{ "unreadable", "{what} : {detail}", "{what}: {detail}" },
	{ "cannot-mark", "{what} n’a pas pu être corrigé : {detail}", "{what} could not be marked: {detail}" },
	{ "no-reference", "il manque une solution de référence (solution.py)", "a reference answer is missing (solution.py)" },
	{ "reference-fails", "la solution échoue au test {what} ({detail}) : corrigez la solution ou le test",
		"the reference fails the test {what} ({detail}): mend the reference or the test" },
	{ "flaky", "{what} ne donne pas deux fois le même rapport {detail} : un ordre d’ensemble, un hasard, une horloge ?",
		"{what} does not give the same report twice {detail}: a set's order, chance, a clock?" },
	{ "wrong-unreadable", "{what} ne peut pas être lu", "{what} cannot be read" },
	{ "no-such-test", "{what} : aucun test ne s’appelle « {detail} »", "{what}: no test is called “{detail}”" },
	{ "wrong-passes", "{what} réussit « {detail} », qu’il devait manquer", "{what} passes “{detail}”, which it had to fail" },
	{ "wrong-mark", "{what} : points obtenus / annoncés : {detail}", "{what}: points earned / announced: {detail}" },
	{ "wrong-full", "{what} obtient tous les points : aucun test ne voit l’erreur", "{what} earns full marks: no test sees the mistake" },
	{ "starter-earns", "le point de départ rapporte déjà {what} points, plus d’un dixième", "the starter already earns {what} points, more than a tenth" },
};

static const struct msg_table messages = { "check", entries, sizeof(entries) / sizeof(entries[0]) };

void finding_add(struct findings *findings, bool warning, const char *code, const char *what, const char *detail)
{
	struct finding *list = realloc(findings->list, (findings->count + 1) * sizeof(*list));
	if (!list)
		abort();
	findings->list = list;
	list[findings->count++] = (struct finding){ warning, code, strdup(what ? what : ""), strdup(detail ? detail : "") };
	findings->errors += !warning;
}

void findings_release(struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		free(findings->list[i].what);
		free(findings->list[i].detail);
	}
	free(findings->list);
}

static struct msg_text finding_text(struct arena *arena, const struct finding *finding)
{
	struct msg_param params[] = { { "what", finding->what }, { "detail", finding->detail }, { 0 } };
	return msg_make(arena, &messages, finding->code, params);
}

static void add_json(const struct findings *findings, struct findings_total *total)
{
	cleanup_arena struct arena *arena = arena_new(0);
	json_t *rows = json_array();
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];
		struct msg_text text = finding_text(arena, finding);
		json_array_append_new(rows, json_pack("{s:s, s:s, s:s, s:s}", "level", finding->warning ? "warning" : "error",
			"code", finding->code, "fr", text.fr, "en", text.en));
	}
	json_array_append_new(total->json, json_pack("{s:s, s:b, s:I, s:I, s:I, s:s, s:o}", "exercise", findings->id, "ok",
		findings->errors == 0, "wrong", (json_int_t)findings->wrong_count, "wrong_right",
		(json_int_t)findings->wrong_right, "slowest_us", (json_int_t)findings->slowest_us, "slowest", findings->slowest,
		"findings", rows));
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
	cleanup_arena struct arena *arena = arena_new(0);
	bool colour = wants_colour(stdout), french = invocation->lang == LANG_FR, good = findings->errors == 0;
	printf("%s%s%s %-40s", colour ? (good ? "\033[32m" : "\033[31m") : "", good ? "✓" : "✗", colour ? "\033[0m" : "", findings->id);
	printf(french ? " fausses réponses %zu/%zu" : " wrong answers %zu/%zu", findings->wrong_right, findings->wrong_count);
	if (findings->slowest[0])
		printf(french ? ", le plus lent %.1f ms (%s)" : ", slowest %.1f ms (%s)", (double)findings->slowest_us / 1000, findings->slowest);
	putchar('\n');
	for (size_t i = 0; i < findings->count; i++) {
		struct msg_text text = finding_text(arena, &findings->list[i]);
		printf("    %s %s\n", findings->list[i].warning ? "!" : "✗", msg_in(&text, invocation->lang));
	}
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
