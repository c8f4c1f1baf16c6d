/*
 * Whole requests against the front without its server and its store: gate, router, intake, batch, forms, pages, event
 * streams. Whatever comes in, there is one reply, of which the headers hold no line ends, the JSON is JSON, and the
 * HTML has no markup but ours.
 *
 * First byte: tokens or a local caller, what the queue says, whether the service stops; then the text of a request.
 * The server's functions are played here; the queue's and the catalogue's are wrapped.
 * links: http
 * wraps: catalogue_take catalogue_put queue_submit queue_get queue_changes queue_stats_read queue_cancel queue_retry keyring_admits
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "../../../engine/http/src/auth.h"
#include "../../../engine/http/src/catalogue.h"
#include "../../../engine/http/src/exchange.h"
#include "../../../engine/http/src/front_state.h"
#include "../../../engine/http/src/gate.h"
#include "../../../engine/http/src/problem.h"
#include "../../../engine/http/src/route.h"
#include "../../../engine/http/src/server.h"
#include "../../../engine/http/src/watch.h"
#include "../html_check.h"
#include "base/json.h"
#include "base/utf8.h"
#include "model/kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

enum { PAIRS_MOST = 30, LOCAL = 1, DRAINING = 2 };

static unsigned whim; /* the first byte */
static const struct display *shown;

/* ---- the server's part ---- */

struct pair {
	const char *name, *value;
};

struct message {
	struct carriage carriage; /* the request's own, first */
	struct pair headers[PAIRS_MOST], query[PAIRS_MOST];
	size_t header_count, query_count;
	int held;
};
static struct message *message; /* one at a time */

const char *request_header(const struct request *request, const char *name)
{
	for (size_t i = 0; i < message->header_count; i++)
		if (strcasecmp(message->headers[i].name, name) == 0)
			return message->headers[i].value;
	return NULL;
}

const char *request_query(const struct request *request, const char *name)
{
	for (size_t i = 0; i < message->query_count; i++)
		if (strcmp(message->query[i].name, name) == 0)
			return message->query[i].value;
	return NULL;
}

void request_hold(struct request *request)
{
	if (message->held++ > 0)
		abort();
}

void request_release(struct request *request)
{
	if (--message->held != 0 || request->reply.status == 0)
		abort();
}

struct stream {
	struct buf text;
	int references;
	bool ended;
};

struct stream *stream_new(void)
{
	struct stream *stream = calloc(1, sizeof(*stream));

	if (stream == NULL)
		abort();
	stream->references = 2;
	return stream;
}

void stream_put(struct stream *stream)
{
	if (--stream->references > 0)
		return;
	buf_release(&stream->text);
	free(stream);
}

void reply_stream(struct request *request, struct stream *stream)
{
	request->reply.status = 200;
	request->reply.type = "text/event-stream";
	request->reply.stream = stream;
}

bool stream_write(struct stream *stream, const char *data, size_t bytes)
{
	if (stream->ended)
		abort();
	buf_add(&stream->text, data, bytes);
	return true;
}

void stream_end(struct stream *stream)
{
	stream->ended = true;
}

void front_log(const struct front *front, const char *fmt, ...)
{
	(void)front, (void)fmt;
}

/* ---- the queue's and the catalogue's part: they answer at once ---- */

const struct display *__wrap_catalogue_take(struct catalogue *catalogue);
void __wrap_catalogue_put(const struct display *display);
bool __wrap_keyring_admits(struct keyring_file *file, const char *token, struct caller *caller);
void __wrap_queue_submit(struct queue *queue, const struct submit *submit, submit_done *done, void *context);
void __wrap_queue_get(struct queue *queue, const char *tenant, const char *id, view_done *done, void *context);
void __wrap_queue_changes(
	struct queue *queue, const char *tenant, int64_t after, uint32_t limit, changes_done *done, void *context);
void __wrap_queue_stats_read(struct queue *queue, stats_done *done, void *context);
void __wrap_queue_cancel(struct queue *queue, const char *submission, queue_done *done, void *context);
void __wrap_queue_retry(struct queue *queue, const char *submission, queue_done *done, void *context);

static const char an_id[ID_TEXT] = "0193a5b2-7c44-7abc-8def-0123456789ab";

const struct display *__wrap_catalogue_take(struct catalogue *catalogue)
{
	return shown;
}

void __wrap_catalogue_put(const struct display *display)
{
	if (display != NULL && display != shown)
		abort();
}

bool __wrap_keyring_admits(struct keyring_file *file, const char *token, struct caller *caller)
{
	bool reader = strcmp(token, "reader") == 0;

	if (!reader && strcmp(token, "operator") != 0)
		return false;
	snprintf(caller->name, sizeof(caller->name), "%s", token);
	caller->scopes =
		reader ? SCOPE_READ : SCOPE_SUBMIT | SCOPE_READ | SCOPE_READ_TESTS | SCOPE_OPERATE | SCOPE_HANDED_IN_AT;
	return true;
}

/* An error for one in eight, as the whim says. */
static const struct err *trouble(void)
{
	static const struct err errs[] = { { ERR_BUSY, 0, "full" }, { ERR_SYSTEM, 5, "disk" },
		{ ERR_NOT_FOUND, 0, "no such submission" }, { ERR_CONFLICT, 0, "state" } };

	return (whim >> 3 & 7) == 7 ? &errs[whim >> 6] : NULL;
}

void __wrap_queue_submit(struct queue *queue, const struct submit *submit, submit_done *done, void *context)
{
	struct submit_result result = { .status = (enum submit_status)(whim >> 3 & 3), .position = 3 };
	const struct err *err = trouble();
	struct json_place place;
	struct err ignored;
	json_t cleanup_json *answers = json_parse(submit->answers, strlen(submit->answers), &place, &ignored);

	/* What the database is given. */
	if (!json_is_object(answers) || strcmp(submit->exercise, "a.b") != 0 || *submit->student == '\0' ||
		utf8_check(submit->student, strlen(submit->student)) != strlen(submit->student) ||
		submit->attempt < 0 || submit->seed > INT64_MAX)
		abort();
	memcpy(result.id, an_id, sizeof(result.id));
	done(context, err == NULL ? &result : NULL, err);
}

void __wrap_queue_get(struct queue *queue, const char *tenant, const char *id, view_done *done, void *context)
{
	static const char report[] =
		"{\"verdict\":\"partial\",\"score\":{\"points\":\"1/3\",\"max\":\"1\",\"mark\":\"6.67\"},"
		"\"questions\":[{\"id\":\"q\",\"verdict\":\"partial\",\"tests\":[{\"name\":\"f(1)\",\"show\":\"all\","
		"\"outcome\":\"failed\",\"got\":\"<b>\",\"expected\":\"'&\"}]}]}";
	struct submission_view view = {
		.state = (enum job_state)(whim >> 3 & 7),
		.exercise = whim & 0x80 ? "a.b" : "gone.away",
		.digest = "sha256:x",
		.student = whim & 0x40 ? "anonyme-01020304" : "<Léa>",
		.answers = "{\"q\": \"</textarea><script>\"}",
		.received_at = 1764000000000,
		.position = whim >> 6,
		.trouble = "killed",
	};
	const struct err *err = trouble();

	if (strlen(id) != ID_TEXT - 1 || view.state > JOB_SUPERSEDED) {
		static const struct err missing = { ERR_NOT_FOUND, 0, "no such submission" };

		done(context, NULL, &missing);
		return;
	}
	memcpy(view.id, an_id, sizeof(view.id));
	if (view.state == JOB_GRADED) {
		view.report = report;
		view.verdict = "partial";
		view.points = "1/3";
		view.max = "1";
		view.finished_at = view.received_at + 5;
	}
	done(context, err == NULL ? &view : NULL, err);
}

void __wrap_queue_changes(
	struct queue *queue, const char *tenant, int64_t after, uint32_t limit, changes_done *done, void *context)
{
	const struct change changes[] = {
		{ .sequence = after < INT64_MAX ? after + 1 : after,
			.submission = an_id,
			.student = "<Léa>",
			.exercise = "a.b",
			.event = "marked",
			.at = 1 },
	};

	if (after < 0 || limit == 0 || limit > 1000)
		abort();
	done(context, changes, whim >> 7, trouble());
}

void __wrap_queue_stats_read(struct queue *queue, stats_done *done, void *context)
{
	struct queue_stats stats = { .queued = whim };

	done(context, &stats, trouble());
}

void __wrap_queue_cancel(struct queue *queue, const char *submission, queue_done *done, void *context)
{
	done(context, trouble());
}

void __wrap_queue_retry(struct queue *queue, const char *submission, queue_done *done, void *context)
{
	done(context, trouble());
}

static void preview(void *desk, const struct front_preview *what, front_preview_done *done, void *context)
{
	if (what->answers == NULL)
		abort();
	done(context, "{\"reading\":\"ok\"}", trouble());
}

/* ---- a request from a text ---- */

static char *cut(char **rest, const char *at)
{
	char *word = *rest, *end = strpbrk(word, at);

	*rest = end != NULL ? end + 1 : word + strlen(word);
	if (end != NULL)
		*end = '\0';
	return word;
}

static void read_query(char *text)
{
	while (*text != '\0' && message->query_count < PAIRS_MOST) {
		char *value = cut(&text, "&"), *name = cut(&value, "=");

		message->query[message->query_count++] = (struct pair){ name, value };
	}
}

/* As the server does: no control characters; only digits in the length. */
static void read_header(char *line)
{
	char *value = line, *name = cut(&value, ":");

	value += strspn(value, " ");
	for (const char *c = value; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 && *c != '\t')
			return;
	if (strcasecmp(name, "Content-Length") == 0 && (strspn(value, "0123456789") != strlen(value) || *value == '\0'))
		return;
	if (*name != '\0' && message->header_count < PAIRS_MOST)
		message->headers[message->header_count++] = (struct pair){ name, value };
}

static void check_reply(const struct request *request)
{
	const struct reply *reply = &request->reply;
	const char *body = reply->owned != NULL ? reply->owned : reply->constant;
	struct json_place place;
	struct err err;

	if (reply->status < 200 || reply->status > 599 || message->held != 0)
		abort();
	for (unsigned i = 0; i < reply->header_count; i++)
		for (const char *c = reply->headers[i].value; *c != '\0'; c++)
			if ((unsigned char)*c < 0x20 || *c == 0x7f)
				abort();
	if (reply->type == NULL || reply->bytes == 0)
		return;
	if (strstr(reply->type, "json") != NULL) {
		json_t cleanup_json *json = json_parse(body, reply->bytes, &place, &err);

		if (json == NULL)
			abort();
	} else if (strstr(reply->type, "text/html") != NULL) {
		if (strlen(body) != reply->bytes || utf8_check(body, reply->bytes) != reply->bytes)
			abort();
		html_check(body, true);
	}
}

static void serve(struct front *front, const char *method, const char *path, const char *body, size_t bytes)
{
	struct request *request = exchange_open(front, &message->carriage, method, path);

	exchange_greet(request);
	gate_admit(request);
	if (request->reply.status == 0)
		exchange_reserve(request);
	(void)exchange_refuse_early(request);
	/* In two pieces. */
	if (exchange_take(request, body, bytes / 2) && exchange_take(request, body + bytes / 2, bytes - bytes / 2) &&
		request->reply.status == 0)
		request->route->handle(request);
	if (message->held > 0)
		hub_tick(front->hub, INT64_MAX);
	if (request->reply.status == 0 && message->held == 0)
		problem_simple(request, "internal");
	check_reply(request);
	if (request->reply.stream != NULL) {
		watch_drop(request);
		stream_put(request->reply.stream);
	}
	exchange_close(request);
	if (hub_count(front->hub) > 0)
		abort();
}

static const char *starter(const struct question *question)
{
	return "\ndef f(x):\n    pass  # </textarea>\n";
}

static const struct kind kind = {
	.name = "python-function", .needs_sandbox = true, .typing = TYPING_CODE, .starter = starter
};
static const struct kind free_kind = { .name = "table" };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 1)
		return 0;
	whim = data[0];
	struct arena *cleanup_arena arena = arena_new(0);
	struct exercise exercise = { .id = "a.b", .title = { NULL, "Été <1>", NULL }, .points = FRAC_ONE };
	const struct question questions[] = {
		{ .id = "q",
			.kind = &kind,
			.exercise = &exercise,
			.title = { NULL, "Q & A", "Q" },
			.points = FRAC_ONE },
		{ .id = "tableau", .kind = &free_kind, .exercise = &exercise, .index = 1, .points = FRAC_ONE },
	};
	exercise.questions = questions;
	exercise.question_count = 2;
	const struct exhibit exhibit = { .id = "a.b",
		.digest = "sha256:x",
		.exercise = &exercise,
		.pack = "",
		.list_json = "{\"id\":\"a.b\",\"topics\":[\"t\"]}",
		.detail_json = "{\"id\":\"a.b\"}",
		.detail_tag = "\"tag\"",
		.html_fr = "<p>x</p>" };
	const struct exhibit *const exhibits[] = { &exhibit };
	const struct display display = { .exhibits = exhibits, .count = 1, .tag = "\"all\"" };
	const struct front_config config = { .max_connections = 10, .desk = { .preview = preview } };
	struct message all = { 0 };
	struct front front = { .config = &config, .hub = hub_new(), .pages = true, .port = 8080 };
	char *text = arena_memdup(arena, data + 1, bytes - 1), *rest = text;

	shown = &display;
	message = &all;
	if ((whim & LOCAL) == 0)
		front.keyring = (struct keyring_file *)&front; /* never looked into: keyring_admits() is wrapped */
	pthread_mutex_init(&front.desk_lock, NULL);
	atomic_store(&front.draining, (whim & DRAINING) != 0);
	char *target = cut(&rest, "\n"), *method = cut(&target, " "), *query = target, *path = cut(&query, "?");
	read_query(query);
	while (*rest != '\0' && *rest != '\n')
		read_header(cut(&rest, "\n"));
	rest += *rest == '\n';
	serve(&front, method, path, rest, bytes - 1 - (size_t)(rest - text));
	hub_free(front.hub);
	pthread_mutex_destroy(&front.desk_lock);
	return 0;
}
