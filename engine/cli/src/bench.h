/*
 * `bench`: every figure beside its floor from the same run, because machines are noisy and ratios are not.
 */
#pragma once
#include <jansson.h>
#include "command.h"
#include "desk_top.h"

/* A series of times of one thing. */
struct figure {
	const char *name;
	struct both label;
	double *us; /* owned; capacity `cap` */
	size_t count, cap;
};

void figure_add(struct figure *figure, double us);
double figure_at(struct figure *figure, double fraction); /* 0.5: median; sorts; 0 when empty */
void figure_release(struct figure *figure);

/* What is measured in one round of `bench python`, in this order. */
enum path { PATH_FLOOR_ONE, PATH_FLOOR_TEN, PATH_OURS_ONE, PATH_OURS_SHARED, PATH_OURS_APART, PATH_PYTHON, PATHS };

struct bench_paths;
/* `floor` may be missing beside the binary: then its figures stay empty and *floor_missing says so. */
int bench_paths_open(struct bench_paths **out, struct err *err) must_check;
int bench_paths_run(struct bench_paths *paths, enum path path, double *us, struct err *err) must_check;
void bench_paths_close(struct bench_paths *paths);
/* Grades in `processes` processes at once for `seconds`; submissions per second. */
int bench_paths_rate(enum path path, unsigned processes, unsigned seconds, double *rate, struct err *err) must_check;

struct service_figures {
	struct figure alone; /* one client, one at a time: post to durable report */
	double rate_shared, rate_apart; /* many clients, submissions per second */
	unsigned clients;
};
int bench_service(struct service_figures *figures, unsigned seconds, struct err *err) must_check;

/* Boolean algebra: each row beside SymPy, which gets about `seconds` for it, and qmc. Prints, or fills `json`. */
int bench_boolean(const struct invocation *invocation, uint64_t rounds, unsigned seconds, json_t *json,
	struct err *err) must_check;

/* One answer in each kind of mathematics, at the size of an exam and at the caps. Prints, or fills `json`. */
int bench_maths(const struct invocation *invocation, uint64_t rounds, json_t *json, struct err *err) must_check;

/* The exercise that is measured, with `tests` tests; in the arena. */
const struct exercise *bench_exercise(unsigned tests, struct arena *arena, struct err *err);
extern const char bench_answer_shared[], bench_answer_apart[];
/* The same, as a folder on disk below `root`, for the service. */
int bench_write_exercise(const char *root, struct err *err) must_check;
