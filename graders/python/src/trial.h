/*
 * A trial: one run of one source, taken step by step, that remembers how far it got.
 *
 * Use: trial_open() starts and compiles; trial_load() executes the source; trial_call() sets up and
 * calls, as often as the source may be shared; trial_close() always, whatever came before.
 * trial_once() is all of these in a row.
 *
 * Invariants: a step after an end that killed the run does nothing and keeps that end. What a trial
 * points to lives in the scratch arena it was opened with, which must outlive trial_close().
 */
#pragma once
#include <stdbool.h>
#include "sandbox/sandbox.h"
#include "spec.h"

enum trial_stage { TRIAL_COMPILE, TRIAL_LOAD, TRIAL_SETUP, TRIAL_CALL };

/* What to call: plain data by name, or an expression among the source's names. */
struct trial_call {
	const char *function; /* a simple call; NULL: see expression */
	const struct value *args, *kwargs;
	const char *expression;
	const char *setup; /* NULL: none */
	const char *needs; /* the function without which the call makes no sense */
	bool args_after;
};

struct trial_job {
	struct run_source source;
	struct run_spec spec;
	const char *entry; /* the function that loading must define; NULL for a program */
	bool strict_load; /* a load that raised is not called at all */
	struct run_seen *seen; /* one for each word of source.watch, added to when the trial is closed; NULL: none */
	size_t seen_count;
};

struct trial {
	struct run *run; /* NULL when closed */
	bool alive;
	bool ready; /* compiled and loaded: calls may follow */
	struct run_compiled compiled;
	enum trial_stage stage; /* where `reply` comes from */
	struct run_reply reply;
	bool missing; /* the function called is not there */
	const struct run_exception *load_stopped; /* loading raised after the function was there */
	struct run_seen *seen; /* as in the job */
	size_t seen_count;
};

/* Each returns -1 for a fault of ours only; trial_close() is still due. */
int trial_open(struct trial *trial, struct sandbox *sandbox, const struct trial_job *job, struct arena *scratch,
	struct err *err) must_check;
int trial_load(struct trial *trial, const struct trial_job *job, struct err *err) must_check;
int trial_call(struct trial *trial, const struct trial_call *call, struct err *err) must_check;
int trial_close(struct trial *trial, struct err *err) must_check;
/* All of it; `call` NULL stops after the load. Closed when it returns, also on -1. */
int trial_once(struct trial *trial, struct sandbox *sandbox, const struct trial_job *job, const struct trial_call *call,
	struct arena *scratch, struct err *err) must_check;
/* Did the last step end by the clock? */
bool trial_timed_out(const struct trial *trial);

/* The job of running `text` (an answer, or the reference) for this question; `times` multiplies the time limit. */
struct trial_job job_for(const struct python_spec *spec, const char *text, size_t bytes, unsigned times);
/* Makes the question's files readable; the array lives in `arena`. */
void job_add_files(struct trial_job *job, const struct python_spec *spec, struct arena *arena);
