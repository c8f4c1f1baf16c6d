/* What `check` found in one exercise, and how it is shown. */
#pragma once
#include <jansson.h>
#include "command.h"

struct finding {
	bool warning;
	const char *code;    /* a row of the table in check_findings.c */
	char *what, *detail; /* owned */
};

struct findings {
	char id[256];
	struct finding *list;
	size_t count, errors;
	size_t wrong_count, wrong_right;
	uint64_t slowest_us;
	char slowest[256];
};

struct findings_total {
	size_t exercises, failed, warnings;
	json_t *json; /* an array when --json, else NULL */
};

/* `code` is static. */
void finding_add(struct findings *findings, bool warning, const char *code, const char *what, const char *detail);
/* Prints one exercise's lines (or adds its row to total->json) and counts it. */
void findings_report(const struct invocation *invocation, const struct findings *findings, struct findings_total *total);
/* The last line, or the whole JSON; frees it. */
void findings_finish(const struct invocation *invocation, struct findings_total *total);
void findings_release(struct findings *findings);
