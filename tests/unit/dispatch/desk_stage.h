/*
 * The desk with a real queue and real graders' loops (in processes of their own, with a kind of question that needs no
 * sandbox): the test plays the supervisor and starts a grader again when one dies.
 *
 * Use: main() calls be_grader() or be_holder() when it is executed again; stage_set_up() and stage_tear_down() stand
 * around a test, which begins with stage_open(). Whatever goes wrong fails the test.
 */
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include "base/buf.h"
#include "base/id.h"
#include "dispatch/desk.h"
#include "queue/queue.h"

enum { GRADERS = 2, STATES = JOB_SUPERSEDED + 1, PATIENCE_US = 30 * 1000 * 1000 };

struct stage {
	char folder[64], database[96];
	struct queue *queue;
	struct desk *desk;
	pthread_mutex_t lock; /* of the pointer that the queue's threads use */
	struct desk *working;
	struct buf pack;
	char digest[SHA256_TEXT];
	pid_t graders[GRADERS];
	int submitted;
	atomic_int accepted, counts[STATES];
	atomic_int listed;
	atomic_int readings; /* how many came */
	char reading[256];
};

int stage_set_up(void **state);
int stage_tear_down(void **state);
/* Desk and queue, and the first `graders` graders. */
void stage_open(struct stage *stage, int graders);
/* Kills the graders that are left. */
void stage_close(struct stage *stage, uint32_t patience_ms);

/* What the new process does; returns its exit code. */
int be_grader(int desk_fd, const char *folder);
void stage_start_grader(struct stage *stage, int slot);
/* Starts a holder, as be_holder() says, and waits until the turnstile is shut. */
void stage_start_holder(struct stage *stage, int slot, const char *how);
/* Starts those again that died. */
void stage_tend(struct stage *stage);

/* One copy of a student of its own; returns when it is stored. */
void stage_submit(struct stage *stage, const char *answer);
void stage_submit_as(struct stage *stage, const char *student, const char *answer);
/* Fills stage->counts: of all copies, or of one student's. */
void stage_count(struct stage *stage);
void stage_count_of(struct stage *stage, const char *student);
/* Tends the graders until `count` jobs are in that state. */
void stage_wait(struct stage *stage, enum job_state state, int count);
void nap_ms(long ms);
