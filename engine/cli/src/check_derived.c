/* What the engine derived as the answers, for the author to review: beside what `check` found, and never a finding. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "base/buf.h"
#include "check_proof.h"
#include "model/derived.h"
#include "model/kind.h"

void note_derived(struct proof *proof)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct findings *findings = proof->findings;
	bool drawn = proof->template->parameter_count > 0;

	if (!findings->derived)
		findings->derived = json_array();
	for (size_t q = 0; q < proof->exercise->question_count; q++) {
		const struct question *question = &proof->exercise->questions[q];
		struct derived own = { .arena = arena }, derived;

		if (!question->kind->derived && !question->kind->work_out)
			continue;
		if (question->kind->derived)
			question->kind->derived(&own, question);
		derived = question->kind->work_out ? *proof->worked[q].derived : own;
		json_t *lines = json_array(), *row = json_pack("{s:s, s:o}", "question", question->id, "lines", lines);
		for (size_t i = 0; i < derived.count; i++)
			json_array_append_new(
				lines, json_pack("{s:s?, s:s, s:s}", "code", derived.lines[i].code, "fr",
					       derived.lines[i].fr, "en", msg_in(&derived.lines[i], LANG_EN)));
		if (drawn)
			json_object_set_new(row, "seed", json_string(arena_printf(arena, "%" PRIu64, proof->seed)));
		json_array_append_new(findings->derived, row);
	}
}

/* A text of several lines stays under its first one. */
static void print_line(const char *text)
{
	const char *end = text + strlen(text);

	while (end > text && end[-1] == '\n')
		end--;
	fputs("        ", stdout);
	for (; text < end; text++) {
		putchar(*text);
		if (*text == '\n')
			fputs("            ", stdout);
	}
	putchar('\n');
}

void derived_print(json_t *derived, enum lang lang)
{
	json_t *row, *line;
	size_t at, number;

	json_array_foreach(derived, at, row)
	{
		const char *seed = json_string_value(json_object_get(row, "seed"));

		printf("    = %s", json_string_value(json_object_get(row, "question")));
		if (seed)
			printf(lang == LANG_FR ? " (graine %s)" : " (seed %s)", seed);
		putchar('\n');
		json_array_foreach(json_object_get(row, "lines"), number, line)
			print_line(json_string_value(json_object_get(line, lang_code(lang))));
	}
}
