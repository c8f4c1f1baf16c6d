/* GET /exercises and /exercises/{id}: printed when they were loaded, with an ETag; never a test, never a solution. */
#include <stdlib.h>
#include <string.h>
#include "catalogue.h"
#include "handlers.h"
#include "problem.h"
#include "query.h"

enum { LIMIT_DEFAULT = 200, LIMIT_MAX = 1000 };

/* True when the caller has it already; the reply is made. */
static bool not_modified(struct request *request, const char *tag)
{
	const char *known = request_header(request, "If-None-Match");
	bool same = known != NULL && (strcmp(known, "*") == 0 || strstr(known, tag) != NULL);

	if (same)
		reply_constant(request, 304, NULL, "", 0);
	return same;
}

static void tag_reply(struct request *request, const char *tag)
{
	reply_header(request, "ETag", tag);
	reply_header(request, "Cache-Control", "private, no-cache");
}

static bool has_topic(const struct exercise *exercise, const char *topic)
{
	for (const char *const *at = exercise->topics; at != NULL && *at != NULL; at++) {
		if (strcmp(*at, topic) == 0)
			return true;
	}
	return false;
}

void api_exercises(struct request *request)
{
	const struct display *display = request_display(request);
	const char *after = request_query(request, "after"), *topic = request_query(request, "topic");
	const char *last = NULL;
	struct buf body = BUF_INIT;
	int64_t limit, shown = 0;
	bool more = false;

	if (!query_integer(request, "limit", LIMIT_DEFAULT, LIMIT_MAX, &limit))
		return;
	if (not_modified(request, display->tag)) {
		tag_reply(request, display->tag);
		return;
	}
	buf_addstr(&body, "{\"exercises\":[");
	for (size_t i = 0; i < display->count && !more; i++) {
		const struct exhibit *exhibit = display->exhibits[i];

		if ((after != NULL && strcmp(exhibit->id, after) <= 0) ||
			(topic != NULL && !has_topic(exhibit->exercise, topic)))
			continue;
		more = shown == limit;
		if (more)
			break;
		if (shown++ > 0)
			buf_addch(&body, ',');
		buf_addstr(&body, exhibit->list_json);
		last = exhibit->id;
	}
	if (more)
		buf_printf(&body, "],\"next\":\"%s\"}", last);
	else
		buf_addstr(&body, "],\"next\":null}");
	reply_take(request, 200, "application/json", &body);
	tag_reply(request, display->tag);
	if (more)
		reply_header(request, "Link",
			arena_printf(request->arena, "</api/v1/exercises?after=%s&limit=%lld>; rel=\"next\"", last,
				(long long)limit));
}

void api_exercise(struct request *request)
{
	const struct exhibit *exhibit = exercise_or_refuse(request);

	exhibit = exhibit != NULL ? exhibit_of_student(request, exhibit, request_query(request, "student")) : NULL;
	if (exhibit == NULL)
		return;
	if (!not_modified(request, exhibit->detail_tag))
		reply_constant(request, 200, "application/json", exhibit->detail_json, strlen(exhibit->detail_json));
	tag_reply(request, exhibit->detail_tag);
}
