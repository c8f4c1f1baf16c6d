/*
 * POST /exercises/{id}/preview: reads answers without handing them in. Nothing
 * is stored and no attempt is spent; a grader does the reading, as it would
 * when marking.
 */
#include <string.h>
#include "front_state.h"
#include "handlers.h"
#include "intake.h"
#include "problem.h"
#include "query.h"

static void on_reading(void *context, const char *reading, const struct err *err)
{
	struct request *request = context;

	if (err != NULL)
		problem_from_err(request, err);
	else
		reply_constant(request, 200, "application/json", arena_memdup(request->arena, reading, strlen(reading)),
			strlen(reading));
	request_release(request);
}

static bool check_keys(struct request *request, const json_t *body)
{
	static const char *const names[] = { "answers", "student", NULL };
	struct msg_param params[] = { { "pointer", "" }, { 0 }, { 0 } };
	const char *key;
	json_t *value;

	if (!json_is_object(body)) {
		problem_reply(request,
			&(struct refusal){
				.code = "wrong-type", .detail = "wrong-type.body", .params = params, .pointer = "" });
		return false;
	}
	json_object_foreach((json_t *)(uintptr_t)body, key, value)
	{
		const char *near = nearest_name(key, names);

		if (strcmp(key, "answers") == 0 || strcmp(key, "student") == 0 || strncmp(key, "x-", 2) == 0)
			continue;
		params[0] = (struct msg_param){ "key", key };
		params[1] = (struct msg_param){ near != NULL ? "near" : NULL, near };
		problem_reply(request, &(struct refusal){ .code = "unknown-key",
					       .detail = near != NULL ? "unknown-key.near" : NULL,
					       .params = params,
					       .near = near,
					       .pointer = arena_printf(request->arena, "/%s", key) });
		return false;
	}
	if (json_object_get(body, "answers") != NULL)
		return true;
	params[0] = (struct msg_param){ "key", "answers" };
	problem_reply(request, &(struct refusal){ .code = "missing-key", .params = params, .pointer = "/answers" });
	return false;
}

/* Whose exercise it is: "" where everybody has the same and nobody is named. NULL, and the reply is made. */
static const char *student_of(struct request *request, const struct exhibit *exhibit, const json_t *body)
{
	const json_t *value = json_object_get(body, "student");
	struct msg_param params[] = { { "pointer", "/student" }, { "max", "200" }, { 0 } };
	const char *student = json_string_value(value);

	if (value == NULL || json_is_null(value)) {
		if (!exhibit_drawn(exhibit))
			return "";
		problem_reply(request, &(struct refusal){ .code = "student-needed", .pointer = "/student" });
		return NULL;
	}
	if (student != NULL && intake_student(student))
		return student;
	problem_reply(request, &(struct refusal){ .code = student != NULL ? "bad-value" : "wrong-type",
				       .detail = student != NULL ? "bad-value.text" : "wrong-type.string",
				       .params = params,
				       .pointer = "/student" });
	return NULL;
}

void api_preview(struct request *request)
{
	const struct front_desk *desk = &request->front->config->desk;
	const struct exhibit *exhibit = exercise_or_refuse(request);
	struct intake intake = { .arena = request->arena,
		.display = request->display,
		.caller = &request->caller,
		.prefix = "",
		.exhibit = exhibit };
	struct front_preview what;
	const char *student;
	json_t cleanup_json *body = NULL;

	if (exhibit == NULL)
		return;
	body = intake_parse(request);
	if (body == NULL || !check_keys(request, body))
		return;
	student = student_of(request, exhibit, body);
	if (student == NULL)
		return;
	if (!intake_answers(&intake, json_object_get(body, "answers"), "answers")) {
		problem_reply(request, &intake.refusal);
		return;
	}
	if (desk->preview == NULL) {
		problem_simple(request, "busy");
		return;
	}
	what = (struct front_preview){ .exercise = exhibit->id,
		.digest = exhibit->digest,
		.pack = exhibit->pack,
		.pack_bytes = exhibit->pack_bytes,
		.answers = intake.submit.answers,
		.seed = intake_seed(TENANT, student, exhibit->id) };
	request_hold(request);
	desk->preview(request->front->desk, &what, on_reading, request);
}
