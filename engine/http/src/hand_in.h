/*
 * Handing one submission to the queue and, if asked, waiting for its report:
 * what the API and the page have in common.
 *
 * The request is held by hand_in(); one of the two ends is called, on a thread
 * of the queue, and must fill the reply — hand_in() then releases the request.
 */
#pragma once
#include "intake.h"
#include "queue/queue.h"
#include "request.h"

struct hand_in {
	struct request *request;
	const struct submit *submit;
	unsigned wait_ms; /* 0: not at all */
	/* Not accepted (SUBMIT_KEY_REUSED, SUBMIT_FULL), or an error of ours with result NULL. */
	void (*refused)(struct hand_in *hand_in, const struct submit_result *result, const struct err *err);
	/* Accepted, wait over: the submission as it stands. view NULL: it was not waited for. */
	void (*accepted)(
		struct hand_in *hand_in, const struct submit_result *result, const struct submission_view *view);
	struct submit_result result;
};

void hand_in(struct hand_in *hand_in);
