/*
 * Marking one submission: an exercise and answers in, a report out. No queue,
 * no database: the grader process and the command line (`grade`, `check`,
 * `replay`) call the same code.
 *
 * Use:
 *   marking_open()                    once per process: the kinds' workshops, the cache of exercises
 *   marking_find() / marking_learn()  an exercise by id and digest, unpacked once
 *   marking_mark()                    one submission
 *   marking_read()                    only how the answers are read (preview)
 *
 * Invariants:
 *  - -1 is a fault of ours or of the caller, never a mark.
 *  - With several questions every answer is read before any is marked, and one that
 *    cannot be read leaves them all unmarked: a bad box must not buy feedback on the others.
 *  - A missing or null answer is a blank one.
 *  - Of an exercise with parameters, what is marked is the instance of the job's seed, made anew in the job's arena.
 */
#pragma once
#include <jansson.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"
#include "model/exercise.h"
#include "model/report.h"

struct marking;
struct sandbox;
struct worked_out; /* model/kind.h */

struct marking_config {
	const struct kind *const *kinds; /* NULL: all_kinds */
	size_t cached; /* exercises kept, at most; 0: 64 */
	void (*alone)(void *context, bool alone); /* see model/kind.h; may be NULL */
	void (*progress)(void *context); /* called before each question; may be NULL */
	void (*at_test)(void *context); /* called before each test of a question; may be NULL */
	void *context; /* for all of them */
};

struct marking_job {
	struct sandbox *sandbox; /* may be NULL when no question needs one */
	const struct exercise *exercise;
	const json_t *answers; /* object by question id, borrowed */
	uint64_t seed; /* of drawn values and of random calls */
	struct arena *arena; /* the report lives in it, and the problems */
	struct problems *problems; /* the author's mistakes that marking found, when it is refused; may be NULL */
};

struct marking_pack {
	const char *id, *digest;
	const void *data;
	size_t bytes;
}; /* from folder_pack() */

/* "1.0.0": what reports name as their engine. */
const char *engine_version(void);

int marking_open(struct marking **out, const struct marking_config *config, struct err *err) must_check;
void marking_close(struct marking *marking); /* NULL is allowed */

/* The cached exercise, or NULL. Borrowed until the next marking_learn(). */
const struct exercise *marking_find(struct marking *marking, const char *id, const char *digest);
/* Unpacks and loads a version and keeps it; the least recently used one goes when the cache is full. A pack whose
 * digest is another or whose exercise does not load is ERR_INPUT. Borrowed until the next marking_learn(). */
int marking_learn(struct marking *marking, const struct marking_pack *pack, const struct exercise **out,
	struct err *err) must_check;

/* The shape of answers: an object whose keys are all questions of the exercise. ERR_INPUT names the first that is not. */
int marking_check(const struct exercise *exercise, const json_t *answers, struct err *err) must_check;
/* Marks; fills the whole report, settled. */
int marking_mark(
	struct marking *marking, const struct marking_job *job, struct report *out, struct err *err) must_check;
/* What takes a run to find out and is worth telling the author: warnings in job->problems. No answer is needed. */
int marking_advise(struct marking *marking, const struct marking_job *job, struct err *err) must_check;
/* What the kinds can only find by running the author's code: `out` has one row for each question, empty where the kind's own
 * hooks tell it. */
int marking_work_out(
	struct marking *marking, const struct marking_job *job, struct worked_out *out, struct err *err) must_check;
/* How each answer is read, and nothing more: {"readable": bool, "questions": [{"id", "reading": "ok" | "blank" |
 * "unreadable", "message"?: {"code", "fr", "en"}, "line"?, "column"?,
 * "read_as"?: {"text", "latex", "mathml"}}]}. New reference in *out. */
int marking_read(struct marking *marking, const struct marking_job *job, json_t **out, struct err *err) must_check;
