/* GET /changes: every mark given, changed or withdrawn since a cursor; how a platform catches up. */
#include <inttypes.h>
#include "copy.h"
#include "front_state.h"
#include "handlers.h"
#include "intake.h"
#include "problem.h"
#include "query.h"

enum { LIMIT_DEFAULT = 100, LIMIT_MAX = 1000 };

struct changes_page {
	struct request *request;
	int64_t after, limit;
};

static json_t *change_json(const struct change *change, const struct caller *caller)
{
	struct buf cleanup_buf at = BUF_INIT;

	copy_print_instant(&at, change->at, caller);
	return json_pack("{s:s*, s:s*, s:s*, s:s*, s:s?, s:s?, s:s?, s:s?, s:s}", "event", change->event, "submission",
		change->submission, "student", change->student, "exercise", change->exercise, "evaluation",
		change->evaluation, "points", change->points, "max", change->max, "mark", change->mark, "at",
		buf_str(&at));
}

static void on_changes(void *context, const struct change *changes, size_t count, const struct err *err)
{
	struct changes_page *reading = context;
	struct request *request = reading->request;
	json_t cleanup_json *out = json_object();
	json_t *rows = json_array();
	int64_t next = count > 0 ? changes[count - 1].sequence : reading->after;
	const char *cursor = arena_printf(request->arena, "%" PRId64, next);

	for (size_t i = 0; i < count; i++) {
		json_t *row = change_json(&changes[i], &request->caller);

		json_object_set_new(
			row, "sequence", json_string(arena_printf(request->arena, "%" PRId64, changes[i].sequence)));
		json_array_append_new(rows, row);
	}
	json_object_set_new(out, "changes", rows);
	json_object_set_new(out, "next", json_string(cursor));
	if (err != NULL) {
		problem_from_err(request, err);
	} else {
		reply_json(request, 200, out);
		if (count == (size_t)reading->limit)
			reply_header(request, "Link",
				arena_printf(request->arena,
					"</api/v1/changes?after=%s&limit=%" PRId64 ">; rel=\"next\"", cursor,
					reading->limit));
	}
	request_release(request);
}

void api_changes(struct request *request)
{
	struct changes_page *reading = arena_alloc(request->arena, sizeof(*reading));

	reading->request = request;
	if (!query_integer(request, "after", 0, INT64_MAX, &reading->after) ||
		!query_integer(request, "limit", LIMIT_DEFAULT, LIMIT_MAX, &reading->limit))
		return;
	if (reading->limit == 0)
		reading->limit = LIMIT_DEFAULT;
	request_hold(request);
	queue_changes(request->front->queue, TENANT, reading->after, (uint32_t)reading->limit, on_changes, reading);
}
