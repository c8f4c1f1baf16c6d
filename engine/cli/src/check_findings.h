/* What `check` found in one exercise, and how it is shown. */
#pragma once
#include <jansson.h>
#include "command.h"
#include "model/exercise.h"

struct finding {
	bool warning;
	const char *code;
	char *text[2]; /* by enum lang; owned */
};

struct findings {
	char id[256];
	struct finding *list;
	size_t count, errors;
	size_t wrong_count, wrong_right;
	uint64_t slowest_us;
	char slowest[256];
	json_t *derived; /* what the answers are, by question: {"question", "lines": [{"code", "fr", "en"}]}; owned; NULL */
};

struct findings_total {
	size_t exercises, failed, warnings;
	json_t *json; /* an array when --json, else NULL */
};

/* What the table says under `code`; parameters as in msg_make(). */
struct msg_text finding_text(struct arena *arena, const char *code, const struct msg_param *params);
/* "… (graine 3)": which of an exercise's variants it is about. */
struct msg_text finding_seeded(struct arena *arena, struct msg_text text, uint64_t seed);
/* One mistake with its place. `code` is static. What was said already is not said again: one mistake of the author
 * stops every answer's marking. */
void finding_add(struct findings *findings, const char *code, const struct problem *problem);
void finding_add_all(struct findings *findings, const struct problems *problems);
/* The lines of findings->derived, indented (check_derived.c). */
void derived_print(json_t *derived, enum lang lang);
/* Prints one exercise's lines (or adds its row to total->json) and counts it. */
void findings_report(
	const struct invocation *invocation, const struct findings *findings, struct findings_total *total);
/* The last line, or the whole JSON; frees it. */
void findings_finish(const struct invocation *invocation, struct findings_total *total);
void findings_release(struct findings *findings);
