/* One exercise being proved: what the files of `check` hand to one another. */
#pragma once
#include "check_findings.h"
#include "desk_top.h"
#include "model/kind.h"
#include "model/report.h"

/* One proof under way. */
struct proof {
	struct desk_top *top;
	const struct exercise *exercise; /* of this seed */
	struct findings *findings;
	const struct exercise *template; /* as loaded; the same when it draws nothing */
	uint64_t seed;
	struct worked_out *worked; /* by question: what it takes a run to find out; with its lines */
};

/* A finding at its place in exercise.json (`pointer` "" means the whole), or in another file when there is one. */
struct remark {
	const char *pointer, *code;
	bool warning;
	const char *file;
	int line, column;
};

/* What a wrong answer got. */
struct wrong_proof {
	const struct wrong_expectation *wrong;
	const char *name;
	const struct report *report;
	struct arena *arena;
};

void found_text(struct proof *proof, const struct remark *remark, struct msg_text text);
/* The same from the table of findings. */
void found(struct proof *proof, const struct remark *remark, const struct msg_param *params);
/* Marks in `arena`; a fault is a finding ("could not be marked"), not the end of the check. */
bool proof_mark(
	struct proof *proof, const json_t *answers, const char *what, struct arena *arena, struct report *report);

/* Keeps what is derived as the answers of this seed, for the author to review. */
void note_derived(struct proof *proof);
/* The codes of `says` are among the messages and remarks of their questions. */
void prove_says(struct proof *proof, const struct wrong_proof *it);
/* A tenth at most for what is handed out. */
void prove_starter(struct proof *proof);
/* A tenth at most for blank answers, constants, copies of the statement, unless they are fully right. */
void prove_idle(struct proof *proof);
