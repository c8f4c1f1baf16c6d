/*
 * The one face of the HTTP library: nothing else includes microhttpd.h.
 *
 * One thread serves all connections (epoll) and never waits: a request that
 * has to wait is suspended (request_hold) and resumed by whoever finishes it.
 * Every connection has deadlines for its headers, its body and its reply, kept
 * by server_tick(): a client that sends a byte now and then is cut all the same.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

struct front;
struct request;
struct server;

struct server_limits {
	unsigned connections, per_address;
};

int server_start(struct server **out, struct front *front, int listen_fd, const struct server_limits *limits,
	struct err *err) must_check;
/* Stops accepting; what is open goes on. */
void server_quiesce(struct server *server);
/* Requests that are held or streaming; server_stop() wants none. */
size_t server_busy(struct server *server);
/* Cuts whoever passed a deadline. Any thread; a few times a second. */
void server_tick(struct server *server, int64_t now_us);
void server_stop(struct server *server);

/*
 * A reply whose bytes come later. Written from any thread; shared by the
 * request and its writer, each of which puts it once.
 */
struct stream;
enum { STREAM_BUFFER_MAX = 8 << 20 };
struct stream *stream_new(void);
void stream_put(struct stream *stream);
/* Makes the stream the request's reply; the request takes over one of the two references. */
void reply_stream(struct request *request, struct stream *stream);
/* False when the client has gone or does not read: the writer may stop. */
bool stream_write(struct stream *stream, const char *data, size_t bytes);
void stream_end(struct stream *stream); /* after what was written */
