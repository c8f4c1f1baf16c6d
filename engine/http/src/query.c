#include "query.h"
#include <errno.h>
#include <stdlib.h>
#include "intake.h"
#include "problem.h"

bool query_integer(struct request *request, const char *name, int64_t fallback, int64_t max, int64_t *out)
{
	const struct msg_param params[] = { { "name", name }, { 0 } };
	const char *text = request_query(request, name);
	char *end = NULL;

	*out = fallback;
	if (text == NULL)
		return true;
	errno = 0;
	if (*text >= '0' && *text <= '9')
		*out = strtoll(text, &end, 10);
	if (end != NULL && *end == '\0' && errno == 0 && *out >= 0 && *out <= max)
		return true;
	problem_reply(request, &(struct refusal){ .code = "bad-query", .params = params });
	return false;
}

const struct exhibit *exercise_or_refuse(struct request *request)
{
	const struct exhibit *exhibit = display_find(request_display(request), request->id);
	const char *near;
	struct msg_param params[] = { { "exercise", request->id }, { 0 }, { 0 } };

	if (exhibit != NULL)
		return exhibit;
	near = display_nearest(request_display(request), request->id);
	if (near != NULL)
		params[1] = (struct msg_param){ "near", near };
	problem_reply(request, &(struct refusal){ .code = "unknown-exercise",
				       .detail = near != NULL ? "unknown-exercise.near" : NULL,
				       .params = params,
				       .near = near });
	return NULL;
}

const struct exhibit *exhibit_of_student(struct request *request, const struct exhibit *exhibit, const char *student)
{
	const struct msg_param params[] = { { "name", "student" }, { 0 } };
	const struct exhibit *own = NULL;
	struct err err = { 0 };

	if (!exhibit_drawn(exhibit))
		return exhibit;
	if (student == NULL)
		problem_simple(request, "student-needed");
	else if (!intake_student(student))
		problem_reply(request, &(struct refusal){ .code = "bad-query", .params = params });
	else if ((own = exhibit_for(exhibit, student, request->arena, &err)) == NULL)
		problem_from_err(request, &err);
	return own;
}
