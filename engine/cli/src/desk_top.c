#include "desk_top.h"
#include <string.h>
#include <unistd.h>
#include "model/kind.h"

int desk_top_open(struct desk_top *top, struct err *err)
{
	*top = (struct desk_top){ .arena = arena_new(0) };
	struct marking_config config = { 0 };
	return marking_open(&top->marking, &config, err);
}

void desk_top_close(struct desk_top *top)
{
	marking_close(top->marking);
	for (size_t i = 0; i < HASH_SEEDS; i++)
		sandbox_close(top->sandboxes[i]);
	arena_free(top->arena);
	*top = (struct desk_top){ 0 };
}

/* After a fault of ours. */
static void drop_sandbox(struct desk_top *top)
{
	sandbox_close(top->sandboxes[top->hash_seed % HASH_SEEDS]);
	top->sandboxes[top->hash_seed % HASH_SEEDS] = NULL;
}

int desk_top_sandbox(struct desk_top *top, struct sandbox **out, struct err *err)
{
	struct sandbox **place = &top->sandboxes[top->hash_seed % HASH_SEEDS];
	/* The slot's number is in the run uid: the process id keeps two command lines apart, mostly. */
	struct sandbox_config config = { .slot = (int)(getpid() * HASH_SEEDS % 896) + (int)top->hash_seed,
		.hash_seed = top->hash_seed };
	if (!*place && (sandbox_open(place, &config, err) < 0 || sandbox_try(*place, err) < 0)) {
		drop_sandbox(top);
		return -1;
	}
	*out = *place;
	return 0;
}

/* Formulas start no process: they can be marked where nothing can be shut in. */
static int sandbox_for(struct desk_top *top, const struct exercise *exercise, struct sandbox **out, struct err *err)
{
	*out = NULL;
	for (size_t i = 0; i < exercise->question_count; i++)
		if (exercise->questions[i].kind->needs_sandbox)
			return desk_top_sandbox(top, out, err);
	return 0;
}

int desk_top_mark(struct desk_top *top, const struct exercise *exercise, const json_t *answers, uint64_t seed,
	struct arena *arena, struct report *report, struct err *err)
{
	for (int tries = 0;; tries++) {
		struct sandbox *sandbox;
		if (sandbox_for(top, exercise, &sandbox, err) < 0)
			return -1;
		struct marking_job job = {
			.sandbox = sandbox,
			.exercise = exercise,
			.answers = answers,
			.seed = seed,
			.arena = arena,
			.problems = top->problems,
		};
		memset(report, 0, sizeof(*report));
		if (marking_mark(top->marking, &job, report, err) == 0)
			return 0;
		bool ours = err->kind == ERR_PEER || err->kind == ERR_SYSTEM || err->kind == ERR_INTERNAL;
		if (!ours || tries == 1)
			return -1;
		drop_sandbox(top);
	}
}

int desk_top_work_out(struct desk_top *top, const struct exercise *exercise, uint64_t seed, struct arena *arena,
	struct worked_out *out, struct err *err)
{
	struct sandbox *sandbox;
	if (sandbox_for(top, exercise, &sandbox, err) < 0)
		return -1;
	struct marking_job job = {
		.sandbox = sandbox, .exercise = exercise, .seed = seed, .arena = arena, .problems = top->problems
	};
	return marking_work_out(top->marking, &job, out, err);
}

int desk_top_advise(struct desk_top *top, const struct exercise *exercise, struct arena *arena, struct err *err)
{
	struct sandbox *sandbox;
	if (sandbox_for(top, exercise, &sandbox, err) < 0)
		return -1;
	struct marking_job job = {
		.sandbox = sandbox, .exercise = exercise, .arena = arena, .problems = top->problems
	};
	return marking_advise(top->marking, &job, err);
}
