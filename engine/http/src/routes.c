/* The table itself. A later row's path may not hide an earlier one. */
#include "handlers.h"
#include "http/front.h"
#include "route.h"

enum { ONE_MAX = 1 << 20, FORM_MAX = 3 << 20, BATCH_MAX = 16 << 20 };

const struct route routes[] = {
	{ "POST", "/api/v1/submissions", SCOPE_SUBMIT, BODY_JSON, ONE_MAX, false, api_submit, "Hand in answers" },
	{ "POST", "/api/v1/submissions/batch", SCOPE_SUBMIT, BODY_JSON, BATCH_MAX, false, api_submit_batch,
		"Hand in many copies" },
	{ "GET", "/api/v1/submissions/{id}", SCOPE_READ, BODY_NONE, 0, false, api_submission, "State and report" },
	{ "GET", "/api/v1/submissions/{id}/events", SCOPE_READ, BODY_NONE, 0, false, api_events, "Live events" },
	{ "POST", "/api/v1/submissions/{id}/retry", SCOPE_OPERATE, BODY_NONE, 0, false, api_retry,
		"Back from quarantine" },
	{ "POST", "/api/v1/submissions/{id}/cancel", SCOPE_OPERATE, BODY_NONE, 0, false, api_cancel, "Cancel" },
	{ "GET", "/api/v1/exercises", SCOPE_READ, BODY_NONE, 0, false, api_exercises, "Exercises" },
	{ "GET", "/api/v1/exercises/{id}", SCOPE_READ, BODY_NONE, 0, false, api_exercise, "One exercise" },
	{ "POST", "/api/v1/exercises/{id}/preview", SCOPE_SUBMIT, BODY_JSON, ONE_MAX, false, api_preview,
		"Read answers without handing them in" },
	{ "GET", "/api/v1/changes", SCOPE_READ, BODY_NONE, 0, false, api_changes, "Marks given since" },
	{ "GET", "/healthz", SCOPE_NONE, BODY_NONE, 0, false, api_healthz, "Alive" },
	{ "GET", "/readyz", SCOPE_NONE, BODY_NONE, 0, false, api_readyz, "Ready" },
	{ "GET", "/metrics", SCOPE_OPERATE, BODY_NONE, 0, false, api_metrics, "Prometheus figures" },
	{ "GET", "/", SCOPE_NONE, BODY_NONE, 0, true, page_list, "Page: the exercises" },
	{ "GET", "/exercices/{id}", SCOPE_NONE, BODY_NONE, 0, true, page_exercise, "Page: one exercise" },
	{ "POST", "/exercices/{id}", SCOPE_NONE, BODY_FORM, FORM_MAX, true, page_hand_in, "Page: hand in" },
	{ "GET", "/copies/{id}", SCOPE_NONE, BODY_NONE, 0, true, page_copy, "Page: a report" },
	{ "GET", "/assets/{id}", SCOPE_NONE, BODY_NONE, 0, true, page_asset, "Page: style sheet and icon" },
};
const size_t route_count = sizeof(routes) / sizeof(routes[0]);

void front_print_routes(struct buf *out)
{
	for (size_t i = 0; i < route_count; i++)
		buf_printf(out, "%s %s %s\n", routes[i].method, routes[i].path, scope_name(routes[i].scope));
}
