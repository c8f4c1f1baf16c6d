#include "server.h"
#include <microhttpd.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "exchange.h"
#include "front_state.h"
#include "gate.h"
#include "problem.h"
#include "route.h"
#include "watch.h"
#include "wires.h"

enum {
	SECOND = 1000000,
	HEADERS_US = 20 * SECOND, /* from the connection, or from the end of the last reply, to whole headers */
	BODY_US = 60 * SECOND,
	REPLY_US = 120 * SECOND,
	SILENCE_S = 20, /* neither byte in nor out: the library's own time-out */
	CONNECTION_MEMORY = 32 << 10, /* bytes: bounds the headers too */
};

struct server {
	struct front *front;
	struct MHD_Daemon *daemon;
	struct wires wires;
	atomic_size_t busy;
};

struct stream {
	pthread_mutex_t lock;
	unsigned references;
	struct MHD_Connection *suspended; /* not NULL: waits to be resumed */
	struct buf pending;
	size_t sent;
	bool ended, gone;
};

static const struct {
	const char *name, *value;
} security_headers[] = {
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "same-origin" },
	{ "Cross-Origin-Opener-Policy", "same-origin" },
	{ "Cross-Origin-Resource-Policy", "same-origin" },
	{ "Content-Security-Policy",
		"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" },
};

/* ---- streams ---- */

struct stream *stream_new(void)
{
	struct stream *stream = calloc(1, sizeof(*stream));

	if (stream == NULL)
		abort();
	pthread_mutex_init(&stream->lock, NULL);
	stream->references = 2;
	stream->pending.max = STREAM_BUFFER_MAX;
	return stream;
}

void stream_put(struct stream *stream)
{
	unsigned left;

	pthread_mutex_lock(&stream->lock);
	left = --stream->references;
	pthread_mutex_unlock(&stream->lock);
	if (left > 0)
		return;
	pthread_mutex_destroy(&stream->lock);
	buf_release(&stream->pending);
	free(stream);
}

void reply_stream(struct request *request, struct stream *stream)
{
	struct carriage *carriage = request->wire;

	reply_reset(request);
	request->reply.status = 200;
	request->reply.type = "text/event-stream; charset=utf-8";
	request->reply.stream = stream;
	atomic_fetch_add(&carriage->server->busy, 1);
	atomic_fetch_add(&request->front->metrics.streams, 1);
}

static void stream_wake(struct stream *stream)
{
	if (stream->suspended != NULL)
		MHD_resume_connection(stream->suspended);
	stream->suspended = NULL;
}

bool stream_write(struct stream *stream, const char *data, size_t bytes)
{
	bool alive;

	pthread_mutex_lock(&stream->lock);
	alive = !stream->gone && !stream->ended && stream->pending.len + bytes < STREAM_BUFFER_MAX;
	if (alive)
		buf_add(&stream->pending, data, bytes);
	stream_wake(stream);
	pthread_mutex_unlock(&stream->lock);
	return alive;
}

void stream_end(struct stream *stream)
{
	pthread_mutex_lock(&stream->lock);
	stream->ended = true;
	stream_wake(stream);
	pthread_mutex_unlock(&stream->lock);
}

static ssize_t stream_pull(void *context, uint64_t position, char *out, size_t max)
{
	struct request *request = context;
	struct carriage *carriage = request->wire;
	struct stream *stream = request->reply.stream;
	ssize_t got = 0;

	pthread_mutex_lock(&stream->lock);
	if (stream->sent < stream->pending.len) {
		size_t left = stream->pending.len - stream->sent;

		got = (ssize_t)(left < max ? left : max);
		memcpy(out, stream->pending.data + stream->sent, (size_t)got);
		stream->sent += (size_t)got;
		if (stream->sent == stream->pending.len) {
			buf_reset(&stream->pending);
			stream->sent = 0;
		}
	} else if (stream->ended) {
		got = MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		stream->suspended = carriage->connection;
		MHD_suspend_connection(carriage->connection);
	}
	pthread_mutex_unlock(&stream->lock);
	return got;
}

/* ---- requests ---- */

const char *request_header(const struct request *request, const char *name)
{
	const struct carriage *carriage = request->wire;

	return MHD_lookup_connection_value(carriage->connection, MHD_HEADER_KIND, name);
}

const char *request_query(const struct request *request, const char *name)
{
	const struct carriage *carriage = request->wire;

	return MHD_lookup_connection_value(carriage->connection, MHD_GET_ARGUMENT_KIND, name);
}

void request_hold(struct request *request)
{
	struct carriage *carriage = request->wire;

	carriage->held = true;
	atomic_fetch_add(&carriage->server->busy, 1);
	MHD_suspend_connection(carriage->connection);
}

void request_release(struct request *request)
{
	struct carriage *carriage = request->wire;
	struct server *server = carriage->server;

	/* Once resumed, the request may be over before this call returns. */
	MHD_resume_connection(carriage->connection);
	atomic_fetch_sub(&server->busy, 1);
}

static void on_completed(
	void *context, struct MHD_Connection *connection, void **slot, enum MHD_RequestTerminationCode code)
{
	struct request *request = *slot;
	struct carriage *carriage;
	struct metrics *metrics;

	if (request == NULL)
		return;
	*slot = NULL;
	carriage = request->wire;
	metrics = &request->front->metrics;
	wire_deadline(carriage->wire, HEADERS_US + SILENCE_S * SECOND);
	if (request->reply.stream != NULL) {
		pthread_mutex_lock(&request->reply.stream->lock);
		request->reply.stream->gone = true;
		pthread_mutex_unlock(&request->reply.stream->lock);
		watch_drop(request);
		stream_put(request->reply.stream);
		atomic_fetch_sub(&carriage->server->busy, 1);
		atomic_fetch_sub(&metrics->streams, 1);
	}
	exchange_close(request);
}

/* ---- replies ---- */

static struct MHD_Response *make_response(struct request *request)
{
	struct reply *reply = &request->reply;
	struct MHD_Response *response;

	if (reply->stream != NULL)
		return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, stream_pull, request, NULL);
	if (reply->owned == NULL)
		return MHD_create_response_from_buffer(
			reply->bytes, (void *)(uintptr_t)reply->constant, MHD_RESPMEM_PERSISTENT);
	response = MHD_create_response_from_buffer(reply->bytes, reply->owned, MHD_RESPMEM_MUST_FREE);
	if (response != NULL)
		reply->owned = NULL;
	return response;
}

static void add_headers(struct MHD_Response *response, const struct request *request)
{
	const struct reply *reply = &request->reply;
	bool cache = false;

	for (size_t i = 0; i < sizeof(security_headers) / sizeof(security_headers[0]); i++)
		MHD_add_response_header(response, security_headers[i].name, security_headers[i].value);
	for (unsigned i = 0; i < reply->header_count; i++) {
		MHD_add_response_header(response, reply->headers[i].name, reply->headers[i].value);
		cache |= strcmp(reply->headers[i].name, "Cache-Control") == 0;
	}
	if (!cache)
		MHD_add_response_header(response, "Cache-Control", "no-store");
	if (reply->type != NULL)
		MHD_add_response_header(response, "Content-Type", reply->type);
	MHD_add_response_header(response, "X-Request-Id", request->request_id);
	if (atomic_load(&request->front->draining))
		MHD_add_response_header(response, "Connection", "close");
}

static enum MHD_Result send_reply(struct request *request)
{
	struct carriage *carriage = request->wire;
	struct MHD_Response *response = make_response(request);
	enum MHD_Result result;

	if (response == NULL)
		return MHD_NO;
	add_headers(response, request);
	wire_deadline(carriage->wire, request->reply.stream != NULL ? 0 : REPLY_US);
	result = MHD_queue_response(carriage->connection, (unsigned)request->reply.status, response);
	MHD_destroy_response(response);
	return result;
}

/* ---- the library's callbacks ---- */

static struct request *request_begin(
	struct server *server, struct MHD_Connection *connection, const char *method, const char *path)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	const struct carriage carriage = {
		.server = server, .connection = connection, .wire = info != NULL ? info->socket_context : NULL
	};
	struct request *request = exchange_open(server->front, &carriage, method, path);

	exchange_greet(request);
	return request;
}

static enum MHD_Result first_call(struct request *request)
{
	struct carriage *carriage = request->wire;

	wire_deadline(carriage->wire, BODY_US);
	gate_admit(request);
	if (request->reply.status == 0)
		exchange_reserve(request);
	if (exchange_refuse_early(request)) {
		carriage->handled = true;
		return send_reply(request);
	}
	return MHD_YES;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *data, size_t *bytes, void **slot)
{
	struct request *request = *slot;
	struct carriage *carriage;

	if (request == NULL) {
		request = request_begin(context, connection, method, path);
		*slot = request;
		return first_call(request);
	}
	carriage = request->wire;
	if (*bytes > 0) {
		size_t taken = *bytes;

		*bytes = 0;
		return exchange_take(request, data, taken) ? MHD_YES : MHD_NO;
	}
	if (!carriage->handled) {
		carriage->handled = true;
		wire_deadline(carriage->wire, 0);
		if (request->reply.status == 0)
			request->route->handle(request);
		if (carriage->held)
			return MHD_YES;
	}
	if (request->reply.status == 0)
		problem_simple(request, "internal");
	return send_reply(request);
}

static void on_connection(
	void *context, struct MHD_Connection *connection, void **slot, enum MHD_ConnectionNotificationCode code)
{
	struct server *server = context;
	const union MHD_ConnectionInfo *info;

	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
		if (info == NULL)
			return;
		*slot = wire_open(&server->wires, info->connect_fd);
		wire_deadline(*slot, HEADERS_US);
		atomic_fetch_add(&server->front->metrics.connections, 1);
	} else if (*slot != NULL) {
		wire_close(&server->wires, *slot);
		*slot = NULL;
		atomic_fetch_sub(&server->front->metrics.connections, 1);
	}
}

__attribute__((format(printf, 2, 0))) static void on_log(void *context, const char *fmt, va_list args)
{
	struct server *server = context;
	char line[500];

	if (vsnprintf(line, sizeof(line), fmt, args) <= 0)
		return;
	line[strcspn(line, "\n")] = '\0';
	front_log(server->front, "http: %s", line);
}

/* ---- life ---- */

int server_start(
	struct server **out, struct front *front, int listen_fd, const struct server_limits *limits, struct err *err)
{
	struct server *server = calloc(1, sizeof(*server));

	if (server == NULL)
		abort();
	server->front = front;
	wires_init(&server->wires);
	server->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG,
		0, NULL, NULL, on_request, server, MHD_OPTION_EXTERNAL_LOGGER, on_log, server, MHD_OPTION_LISTEN_SOCKET,
		listen_fd, MHD_OPTION_NOTIFY_COMPLETED, on_completed, server, MHD_OPTION_NOTIFY_CONNECTION,
		on_connection, server, MHD_OPTION_CONNECTION_LIMIT, limits->connections,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits->per_address, MHD_OPTION_CONNECTION_TIMEOUT,
		(unsigned)SILENCE_S, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
	if (server->daemon == NULL) {
		wires_release(&server->wires);
		free(server);
		return err_set(err, ERR_SYSTEM, "the HTTP server did not start");
	}
	*out = server;
	return 0;
}

void server_quiesce(struct server *server)
{
	MHD_quiesce_daemon(server->daemon);
}

size_t server_busy(struct server *server)
{
	return atomic_load(&server->busy);
}

void server_tick(struct server *server, int64_t now_us)
{
	atomic_fetch_add(&server->front->metrics.slow_closed, wires_tick(&server->wires, now_us));
}

void server_stop(struct server *server)
{
	if (server == NULL)
		return;
	MHD_stop_daemon(server->daemon);
	wires_release(&server->wires);
	free(server);
}
