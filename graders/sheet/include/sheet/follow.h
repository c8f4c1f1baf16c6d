/*
 * Questions that go on from an earlier one's answer: "@p" in what is asked is the value of the question `p`.
 *
 * The right value is what is asked for. Where the student's own answer to `p` is another one, the work that goes on from
 * it may count: `carry` says when. So an early slip costs once.
 *
 *   "carry": {"when": "original-first", "penalty": "1/10", "condition": "det(@p) != 0"}
 *
 * original-first (the default): judged from the right value, and from the student's own where that gives more; always:
 * from the student's own where there is one. `penalty`: the share of what was earned that is lost then (0).
 * `condition`: must hold of the student's own values, or they do not count: a slip must not make the rest easier.
 *
 * Use: the kind reads its formula, then follow_read() with the formula's names; grade() calls follow_mark() with a
 * function that marks for given values. A kind that others go on from has the hook `value` (model/kind.h).
 */
#pragma once
#include "exact/formula.h"
#include "model/kind.h"
#include "model/reader.h"

struct follow; /* NULL: nothing is followed */

/* The row of a kind's table of keys. */
#define FOLLOW_KEYS                                                                                                    \
	{                                                                                                              \
		.name = "carry", .type = KEY_OBJECT, .inside = follow_keys, .inside_count = FOLLOW_KEYS_COUNT,         \
		.doc = "How the student's own earlier answer counts where the question goes on from it (\"@p\")."      \
	}
enum { FOLLOW_KEYS_COUNT = 3 };
extern const struct key_spec follow_keys[FOLLOW_KEYS_COUNT];

/* `names`: what the question's formulas use, NULL-terminated; those with @ are followed. False and problems when one names
 * no earlier question with a value, or `carry` makes no sense. *out NULL when there is nothing to follow. */
bool follow_read(const struct follow **out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question, const char *const *names);

/* The right values, for who derives the answer when the exercise is read; *count 0 for NULL. */
const struct binding *follow_right(const struct follow *follow, size_t *count);

/* Marks into `report` for these values of what is followed. What it finds is about a readable answer. */
struct follow_marking {
	int (*mark)(struct grading *grading, const struct question *question, const json_t *answer,
		const struct binding *bindings, size_t count, struct question_report *report, struct err *err);
	const json_t *answer;
};
/* Marks once, or twice and keeps what earns more; says in a remark when it went on from the student's own answer. */
int follow_mark(const struct follow *follow, const struct follow_marking *marking, struct grading *grading,
	const struct question *question, struct question_report *report, struct err *err) must_check;

/* The student's own values, in grading->arena; NULL where they are the right ones, are not there, or do not meet the
 * condition. */
const struct binding *follow_own(const struct follow *follow, size_t *count, const struct grading *grading);
