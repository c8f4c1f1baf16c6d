/*
 * What grade, check, replay and bench have before them: an exercise read from its
 * folder, a sandbox, the marking. Opened once, closed at the end.
 */
#pragma once
#include "base/arena.h"
#include "command.h"
#include "dispatch/marking.h"
#include "model/exercise.h"
#include "sandbox/sandbox.h"

enum { HASH_SEEDS = 8 };

struct worked_out; /* model/kind.h */

struct desk_top {
	struct arena *arena; /* of exercises; a mark uses an arena of its own */
	struct sandbox *sandboxes[HASH_SEEDS]; /* one interpreter per hash seed, opened at the first need */
	struct marking *marking;
	uint32_t hash_seed; /* of the next mark; below HASH_SEEDS */
	struct problems
		*problems; /* what the reader can mend: names, the answer's file, the author's mistakes; may be NULL */
};

int desk_top_open(struct desk_top *top, struct err *err) must_check;
void desk_top_close(struct desk_top *top);
/* The sandbox of top->hash_seed, started when there is none yet; borrowed. */
int desk_top_sandbox(struct desk_top *top, struct sandbox **out, struct err *err) must_check;

/* An exercise named by path or by id below `root`. What whoever typed it can mend is in top->problems (not NULL), and
 * then *out is NULL with 0 returned; -1 when the folder cannot be read. */
int desk_top_exercise(struct desk_top *top, const char *root, const char *name, const struct exercise **out,
	struct err *err) must_check;

/* Marks once. A slot that broke (a fault of ours) is opened again and the marking tried once more. */
int desk_top_mark(struct desk_top *top, const struct exercise *exercise, const json_t *answers, uint64_t seed,
	struct arena *arena, struct report *report, struct err *err) must_check;

/* What takes a run of the author's code to find out, one row for each question (dispatch/marking.h). */
int desk_top_work_out(struct desk_top *top, const struct exercise *exercise, uint64_t seed, struct arena *arena,
	struct worked_out *out, struct err *err) must_check;
/* Warnings that take a run to find out, into top->problems. */
int desk_top_advise(
	struct desk_top *top, const struct exercise *exercise, struct arena *arena, struct err *err) must_check;

/* {question: text} for one file that answers a single question, or the JSON of answers.json. New reference; NULL with
 * the reason in top->problems. */
json_t *desk_top_answers(struct desk_top *top, const struct exercise *exercise, const char *path) must_check;
