/*
 * Questions, answers, and what each must get: rows that a teacher could read.
 *
 * Use: a table of struct triple, one call of triples_run(). A row without a question keeps that of the row above.
 */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include "model/kind.h"

struct triple {
	const char *question; /* the keys of its kind, as JSON with single quotes, without braces */
	const char *answer; /* text; JSON when it begins with { or [ and `json` is true */
	const char *points; /* of 20: "20", "0", "15"; "?" when it cannot be read; "-" when it is blank */
	const char *code; /* of a message or remark that it must get; "" for none at all; NULL: whatever */
	const char *words; /* that must be in the French of it; NULL */
	bool json;
	const char *read_as; /* how it must have been read; NULL: whatever earns the same */
};
void triples_run(const struct kind *kind, const struct triple *rows, size_t count);
/* The same of a kind that runs code. */
void triples_run_in(struct sandbox *sandbox, const struct kind *kind, const struct triple *rows, size_t count);

/* Author's mistakes: the question, the code of the problem, its pointer ("/questions/0/function"). */
struct refusal {
	const char *question, *code, *pointer;
};
void refusals_run(const struct kind *kind, const struct refusal *rows, size_t count);
