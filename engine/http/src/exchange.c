#include "exchange.h"
#include <string.h>
#include "base/clock.h"
#include "base/id.h"
#include "base/utf8.h"
#include "catalogue.h"
#include "front_state.h"
#include "gate.h"
#include "language.h"
#include "problem.h"
#include "route.h"

/*
 * Could it be one of ours? Pages link to their own path: text that a browser would read as the address of another
 * site ("//elsewhere", and the same with a backslash or behind a tab) is none, and is not repeated.
 */
static bool plain_path(const char *path)
{
	if (path[0] != '/' || path[1] == '/' || utf8_check(path, strlen(path)) != strlen(path))
		return false;
	for (; *path != '\0'; path++) {
		if ((unsigned char)*path < 0x20 || *path == 0x7f || *path == '\\')
			return false;
	}
	return true;
}

struct request *exchange_open(
	struct front *front, const struct carriage *carriage, const char *method, const char *path)
{
	struct arena *arena = arena_new(0);
	struct request *request = arena_alloc(arena, sizeof(*request));

	request->wire = arena_memdup(arena, carriage, sizeof(*carriage));
	request->arena = arena;
	request->front = front;
	request->method = arena_strdup(arena, method);
	request->path = plain_path(path) ? arena_strdup(arena, path) : "/?";
	request->began_us = clock_mono_us();
	return request;
}

void exchange_greet(struct request *request)
{
	const char *given = request_header(request, "X-Request-Id"), *lang = request_query(request, "lang");
	size_t length = given != NULL ? strlen(given) : 0;

	request->lang = lang_from_accept(request_header(request, "Accept-Language"));
	if (lang != NULL && (strcmp(lang, "fr") == 0 || strcmp(lang, "en") == 0)) {
		request->lang = strcmp(lang, "en") == 0 ? LANG_EN : LANG_FR;
		request->lang_chosen = true;
	}
	/* The caller's own name for it, when it is short and plain. */
	if (length > 0 && length <= REQUEST_ID_MAX &&
		strspn(given, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:") == length)
		memcpy(request->request_id, given, length + 1);
	else
		id_new(request->request_id);
}

void exchange_reserve(struct request *request)
{
	struct carriage *carriage = request->wire;
	long long length = gate_content_length(request);
	size_t most = request->route->max_body;
	atomic_uint_fast64_t *total = &request->front->metrics.body_bytes;

	if (most == 0 || length == 0)
		return;
	carriage->reserved = length > 0 ? (size_t)length : most;
	if (atomic_fetch_add(total, carriage->reserved) + carriage->reserved > BODY_BUDGET)
		problem_simple(request, "busy");
	request->body.max = most;
}

bool exchange_refuse_early(const struct request *request)
{
	return request->reply.status != 0 &&
	       (request_header(request, "Expect") != NULL || gate_content_length(request) > SWALLOW_MAX);
}

bool exchange_take(struct request *request, const char *data, size_t bytes)
{
	struct carriage *carriage = request->wire;
	size_t most = request->route != NULL ? request->route->max_body : 0;

	/* A body where none is expected is no reason to refuse a GET. */
	if (request->reply.status == 0 && most > 0) {
		const struct msg_param params[] = { { "limit", arena_printf(request->arena, "%zu", most >> 10) },
			{ 0 } };

		if (request->body.len + bytes <= most) {
			buf_add(&request->body, data, bytes);
			return true;
		}
		problem_reply(request, &(struct refusal){ .code = "too-large", .params = params });
		buf_release(&request->body);
	}
	carriage->swallowed += bytes;
	return carriage->swallowed <= SWALLOW_MAX;
}

void exchange_close(struct request *request)
{
	struct carriage *carriage = request->wire;
	struct metrics *metrics = &request->front->metrics;

	metrics_count(metrics, request->route != NULL ? (int)(request->route - routes) : -1, request->reply.status,
		clock_mono_us() - request->began_us);
	atomic_fetch_sub(&metrics->body_bytes, carriage->reserved);
	catalogue_put(request->display);
	reply_reset(request);
	buf_release(&request->body);
	arena_free(request->arena);
}
