/*
 * POST /submissions/batch: each item has its own key and gets its own status, so
 * that a nightly job can send everything again and only what is missing counts.
 *
 * All items are checked first, then all are handed to the queue at once: its
 * writer groups them into few commits. The reply is made when the last one is durable.
 */
#include <stdatomic.h>
#include <string.h>
#include "front_state.h"
#include "handlers.h"
#include "intake.h"
#include "problem.h"

enum { ITEMS_MAX = 1000 };

struct item {
	struct batch *batch;
	const char *key;
	struct submit submit;
	json_t *answer;
};

struct batch {
	struct request *request;
	struct item *items;
	size_t count;
	atomic_size_t open; /* items the queue has yet to answer, and one for ourselves */
	atomic_bool full;
};

static json_t *problem_item(struct request *request, const char *key, const struct refusal *refusal)
{
	json_t *out = json_object();

	json_object_set_new(out, "key", key != NULL ? json_string(key) : json_null());
	json_object_set_new(out, "status", json_integer(problem_status(refusal->code)));
	json_object_set_new(out, "problem", problem_json(request->arena, request->lang, refusal, NULL));
	return out;
}

static void finish(struct batch *batch)
{
	struct request *request = batch->request;
	json_t cleanup_json *out = NULL;
	json_t *items;

	if (atomic_fetch_sub(&batch->open, 1) > 1)
		return;
	out = json_object();
	items = json_array();
	for (size_t i = 0; i < batch->count; i++)
		json_array_append_new(items, batch->items[i].answer);
	json_object_set_new(out, "items", items);
	reply_json(request, 200, out);
	if (atomic_load(&batch->full))
		reply_header(request, "Retry-After", "5");
	request_release(request);
}

/* Called on the queue's writer only, so the request's arena has one user at a time. */
static void on_submitted(void *context, const struct submit_result *result, const struct err *err)
{
	struct item *item = context;
	struct batch *batch = item->batch;
	struct request *request = batch->request;
	const struct msg_param params[] = { { "request", request->request_id }, { 0 } };

	if (err != NULL) {
		front_log(request->front, "request %s: batch: %s", request->request_id, err->text);
		item->answer = problem_item(request, item->key,
			&(struct refusal){ .code = err->kind == ERR_BUSY     ? "busy"
						   : err->kind == ERR_SYSTEM ? "store-trouble"
									     : "internal",
				.params = err->kind == ERR_BUSY || err->kind == ERR_SYSTEM ? NULL : params });
	} else if (result->status == SUBMIT_KEY_REUSED) {
		item->answer = problem_item(request, item->key, &(struct refusal){ .code = "key-reused" });
	} else if (result->status == SUBMIT_FULL) {
		atomic_store(&batch->full, true);
		item->answer = problem_item(request, item->key, &(struct refusal){ .code = "queue-full" });
	} else {
		item->answer = json_pack("{s:s, s:i, s:s, s:b}", "key", item->key, "status", 202, "id", result->id,
			"repeated", result->status == SUBMIT_REPEATED);
		if (result->status == SUBMIT_ACCEPTED)
			json_object_set_new(item->answer, "position", json_integer(result->position));
	}
	finish(batch);
}

static bool refuse_batch(struct request *request, const char *code, const char *detail, const char *pointer)
{
	const struct msg_param params[] = { { "pointer", pointer }, { 0 } };

	problem_reply(
		request, &(struct refusal){ .code = code, .detail = detail, .params = params, .pointer = pointer });
	return false;
}

static bool check_shape(struct request *request, json_t *body, json_t **items)
{
	static const char *const names[] = { "items", NULL };
	struct msg_param params[] = { { "max", "1000" }, { 0 }, { 0 } };
	const char *key;
	json_t *value;

	if (!json_is_object(body))
		return refuse_batch(request, "wrong-type", "wrong-type.body", "");
	json_object_foreach(body, key, value)
	{
		const char *near = nearest_name(key, names);
		struct refusal refusal = { .code = "unknown-key",
			.params = params,
			.pointer = arena_printf(request->arena, "/%s", key),
			.near = near };

		if (strcmp(key, "items") == 0 || strncmp(key, "x-", 2) == 0)
			continue;
		params[0] = (struct msg_param){ "key", key };
		params[1] = (struct msg_param){ near != NULL ? "near" : NULL, near };
		refusal.detail = near != NULL ? "unknown-key.near" : NULL;
		problem_reply(request, &refusal);
		return false;
	}
	*items = json_object_get(body, "items");
	if (*items == NULL) {
		params[0] = (struct msg_param){ "key", "items" };
		problem_reply(
			request, &(struct refusal){ .code = "missing-key", .params = params, .pointer = "/items" });
		return false;
	}
	if (!json_is_array(*items))
		return refuse_batch(request, "wrong-type", "wrong-type.array", "/items");
	if (json_array_size(*items) < 1 || json_array_size(*items) > ITEMS_MAX) {
		problem_reply(request, &(struct refusal){ .code = "bad-value",
					       .detail = "bad-value.items",
					       .params = params,
					       .pointer = "/items" });
		return false;
	}
	return true;
}

/* Checks one item; a refusal is its answer. */
static bool read_item(struct batch *batch, size_t index, json_t *object)
{
	struct request *request = batch->request;
	struct item *item = &batch->items[index];
	struct intake intake = { .arena = request->arena,
		.display = request_display(request),
		.caller = &request->caller,
		.in_batch = true,
		.prefix = arena_printf(request->arena, "/items/%zu", index) };
	const char *key = json_string_value(json_object_get(object, "key"));
	bool fine = intake_read(&intake, object);

	item->batch = batch;
	item->key = key != NULL ? arena_strdup(request->arena, key) : NULL;
	item->submit = intake.submit;
	if (!fine)
		item->answer = problem_item(request, item->key, &intake.refusal);
	return fine;
}

void api_submit_batch(struct request *request)
{
	struct batch *batch = arena_alloc(request->arena, sizeof(*batch));
	json_t cleanup_json *body = intake_parse(request);
	json_t *items = NULL;

	if (body == NULL || !check_shape(request, body, &items))
		return;
	batch->request = request;
	batch->count = json_array_size(items);
	batch->items = arena_array(request->arena, batch->count, sizeof(*batch->items));
	atomic_store(&batch->open, batch->count + 1);
	for (size_t i = 0; i < batch->count; i++) {
		if (!read_item(batch, i, json_array_get(items, i)))
			atomic_fetch_sub(&batch->open, 1);
	}
	request_hold(request);
	for (size_t i = 0; i < batch->count; i++) {
		if (batch->items[i].answer == NULL)
			queue_submit(request->front->queue, &batch->items[i].submit, on_submitted, &batch->items[i]);
	}
	finish(batch);
}
