/*
 * Refusals as RFC 9457 problems (or as a page, where a reader expects one).
 *
 * The `type` is "/problems/CODE", stable; title and detail come in the
 * caller's language from the table of messages. Extension members: pointer,
 * line and column (of the request's body), near ("did you mean"), reason,
 * request_id.
 */
#pragma once
#include <jansson.h>
#include "base/err.h"
#include "request.h"

struct refusal {
	const char *code; /* a row of problem.c */
	const char *detail; /* another message than "CODE.detail"; or NULL */
	const struct msg_param *params;
	const char *pointer; /* NULL: none; "" is the whole body */
	int line, column; /* 0: none */
	const char *near; /* the nearest known name, or NULL */
	const char *reason; /* English, for who debugs a client; or NULL */
};

/* The status of a code. Unknown codes are 500. */
int problem_status(const char *code);
/* New reference. */
json_t *problem_json(struct arena *arena, enum lang lang, const struct refusal *refusal, const char *request_id);
/* Makes the reply (dropping a half-made one). */
void problem_reply(struct request *request, const struct refusal *refusal);
/* A refusal that has nothing more to say than its code. */
void problem_simple(struct request *request, const char *code);
/* One of our faults, or the queue's word on a caller's: chosen by err->kind. Ours are logged. */
void problem_from_err(struct request *request, const struct err *err);

struct problem_row {
	const char *code;
	int status;
	const char *retry_after; /* seconds, or NULL */
};
extern const struct problem_row problem_rows[];
extern const size_t problem_row_count;
extern const struct msg_table problem_messages;
