#include "problem.h"
#include <string.h>
#include "front_state.h"
#include "page.h"
#include "route.h"

const struct problem_row problem_rows[] = {
	{ "not-json", 400 },
	{ "unknown-key", 400 },
	{ "missing-key", 400 },
	{ "wrong-type", 400 },
	{ "bad-value", 422 },
	{ "bad-key", 400 },
	{ "key-reused", 422 },
	{ "bad-query", 400 },
	{ "unknown-exercise", 404 },
	{ "unknown-submission", 404 },
	{ "wrong-state", 409 },
	{ "wrong-answers", 422 },
	{ "student-needed", 422 },
	{ "no-such-page", 404 },
	{ "wrong-method", 405 },
	{ "wrong-content-type", 415 },
	{ "too-large", 413 },
	{ "missing-token", 401 },
	{ "bad-token", 401 },
	{ "missing-scope", 403 },
	{ "forbidden-host", 403 },
	{ "forbidden-origin", 403 },
	{ "proxy-without-token", 403 },
	{ "pages-closed", 403 },
	{ "form-expired", 403 },
	{ "bad-form", 400 },
	{ "queue-full", 503, "5" },
	{ "draining", 503, "5" },
	{ "busy", 503, "2" },
	{ "store-trouble", 503, "10" },
	{ "too-many-streams", 429, "15" },
	{ "internal", 500 },
};
const size_t problem_row_count = sizeof(problem_rows) / sizeof(problem_rows[0]);

static const struct problem_row *find_row(const char *code)
{
	for (size_t i = 0; i < problem_row_count; i++) {
		if (strcmp(problem_rows[i].code, code) == 0)
			return &problem_rows[i];
	}
	return &problem_rows[problem_row_count - 1];
}

int problem_status(const char *code)
{
	return find_row(code)->status;
}

static struct msg_text detail_of(struct arena *arena, const struct refusal *refusal)
{
	const char *code = refusal->detail;

	if (code == NULL)
		code = arena_printf(arena, "%s.detail", refusal->code);
	return msg_make(arena, &problem_messages, code, refusal->params);
}

json_t *problem_json(struct arena *arena, enum lang lang, const struct refusal *refusal, const char *request_id)
{
	struct msg_text title = msg_make(arena, &problem_messages, refusal->code, NULL);
	struct msg_text detail = detail_of(arena, refusal);
	json_t *out = json_object();

	json_object_set_new(out, "type", json_string(arena_printf(arena, "/problems/%s", refusal->code)));
	json_object_set_new(out, "title", json_string(msg_in(&title, lang)));
	json_object_set_new(out, "status", json_integer(problem_status(refusal->code)));
	json_object_set_new(out, "detail", json_string(msg_in(&detail, lang)));
	if (refusal->pointer != NULL)
		json_object_set_new(out, "pointer", json_string(refusal->pointer));
	if (refusal->line > 0) {
		json_object_set_new(out, "line", json_integer(refusal->line));
		json_object_set_new(out, "column", json_integer(refusal->column));
	}
	if (refusal->near != NULL)
		json_object_set_new(out, "near", json_string(refusal->near));
	if (refusal->reason != NULL)
		json_object_set_new(out, "reason", json_string(refusal->reason));
	if (request_id != NULL)
		json_object_set_new(out, "request_id", json_string(request_id));
	return out;
}

static bool wants_page(const struct request *request)
{
	const char *accept;

	if (request->route != NULL)
		return request->route->page;
	accept = request_header(request, "Accept");
	return strncmp(request->path, "/api/", 5) != 0 && accept != NULL && strstr(accept, "text/html") != NULL;
}

void problem_reply(struct request *request, const struct refusal *refusal)
{
	const struct problem_row *row = find_row(refusal->code);
	json_t cleanup_json *json = NULL;

	reply_reset(request);
	if (wants_page(request)) {
		struct msg_text title = msg_make(request->arena, &problem_messages, refusal->code, NULL);
		struct msg_text detail = detail_of(request->arena, refusal);

		page_problem(request, row->status, msg_in(&title, request->lang), msg_in(&detail, request->lang));
	} else {
		json = problem_json(request->arena, request->lang, refusal, request->request_id);
		reply_json(request, row->status, json);
		request->reply.type = "application/problem+json";
	}
	reply_header(request, "Content-Language", lang_code(request->lang));
	if (row->retry_after != NULL)
		reply_header(request, "Retry-After", row->retry_after);
	if (row->status == 401)
		reply_header(request, "WWW-Authenticate", "Bearer realm=\"bareme\"");
}

void problem_simple(struct request *request, const char *code)
{
	problem_reply(request, &(struct refusal){ .code = code });
}

void problem_from_err(struct request *request, const struct err *err)
{
	const struct msg_param params[] = { { "request", request->request_id }, { 0 } };

	switch (err->kind) {
	case ERR_NOT_FOUND:
		problem_simple(request, "unknown-submission");
		break;
	case ERR_BUSY:
		problem_simple(request, "busy");
		break;
	case ERR_SYSTEM: /* the queue's word for a full or broken disk: it will be mended, so the caller may come again */
		front_log(request->front, "request %s: %s %s: %s", request->request_id, request->method, request->path,
			err->text);
		problem_simple(request, "store-trouble");
		break;
	default:
		front_log(request->front, "request %s: %s %s: %s", request->request_id, request->method, request->path,
			err->text);
		problem_reply(request, &(struct refusal){ .code = "internal", .params = params });
	}
}
