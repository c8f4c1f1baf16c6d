/*
 * One request, from its headers to its reply.
 *
 * A handler runs on the server's thread and must not block. It either fills
 * request->reply at once, or calls request_hold() *first*, starts its
 * asynchronous work, and lets whoever finishes it fill the reply and call
 * request_release(). Between the two the request belongs to that work: the
 * server does not touch it, and a client that goes away does not end it.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/msg.h"

struct front;
struct route;
struct display;
struct stream;

enum scope {
	SCOPE_NONE = 0, /* anyone */
	SCOPE_SUBMIT = 1,
	SCOPE_READ = 2,
	SCOPE_READ_TESTS = 4, /* the teacher's view */
	SCOPE_OPERATE = 8,
	SCOPE_HANDED_IN_AT = 16, /* may say when a copy was handed in */
};

struct caller {
	char name[64]; /* of the token; "local" without a token file */
	unsigned scopes;
};

enum { REPLY_HEADERS = 8, REQUEST_ID_MAX = 64 };

struct reply {
	int status; /* 0: none yet */
	const char *type; /* constant */
	char *owned; /* freed by the server; or NULL and `constant` */
	const char *constant;
	size_t bytes;
	struct {
		const char *name, *value;
	} headers[REPLY_HEADERS]; /* values live in the request's arena */
	unsigned header_count;
	struct stream *stream; /* instead of a body */
};

struct request {
	struct front *front;
	struct arena *arena;
	const struct route *route; /* NULL until matched */
	const char *method, *path;
	const char *id; /* what {id} of the route stands for, "" when it has none */
	enum lang lang;
	bool lang_chosen; /* by ?lang=, so that links keep it */
	struct caller caller;
	char request_id[REQUEST_ID_MAX + 1];
	struct buf body;
	const struct display *display; /* the exercises as they were when first asked for; request_display() */
	struct reply reply;
	struct watch *watch; /* an event stream's subscription */
	int64_t began_us;
	void *wire; /* the server's own */
};

/* Server's thread, or while held. NULL when absent. */
const char *request_header(const struct request *request, const char *name);
const char *request_query(const struct request *request, const char *name);
void request_hold(struct request *request);
void request_release(struct request *request);
const struct display *request_display(struct request *request);

/* Takes the buffer's content. */
void reply_take(struct request *request, int status, const char *type, struct buf *body);
/* `data` is constant for the life of the process or of the request. */
void reply_constant(struct request *request, int status, const char *type, const char *data, size_t bytes);
/* Steals nothing: the value is printed. */
void reply_json(struct request *request, int status, const json_t *value);
/* The value is copied. */
void reply_header(struct request *request, const char *name, const char *value);
/* Drops what was prepared. */
void reply_reset(struct request *request);
