#include "gate.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "auth.h"
#include "front_state.h"
#include "problem.h"
#include "route.h"

/* Without tokens the caller's address is the only credential: see auth.h. */
static const char *check_local(const struct request *request)
{
	static const char *const proxies[] = { "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via" };
	const char *origin = request_header(request, "Origin");
	const char *site = request_header(request, "Sec-Fetch-Site");
	unsigned port = request->front->port;

	if (!host_is_local(request_header(request, "Host"), port))
		return "forbidden-host";
	for (size_t i = 0; i < sizeof(proxies) / sizeof(proxies[0]); i++) {
		if (request_header(request, proxies[i]) != NULL)
			return "proxy-without-token";
	}
	if (origin != NULL && !origin_is_local(origin, port))
		return "forbidden-origin";
	/* A link from elsewhere may open a page, and nothing more. */
	if (site != NULL && strcmp(site, "cross-site") == 0 &&
		(strcmp(request->method, "GET") != 0 || request->route == NULL || !request->route->page))
		return "forbidden-origin";
	return NULL;
}

static bool find_route(struct request *request)
{
	struct routing routing = { 0 };
	enum match match = route_match(&routing, routes, route_count, request->method, request->path);

	request->route = routing.route;
	request->id = arena_memdup(request->arena, match == MATCH_NO_PATH ? "" : routing.id, routing.id_bytes);
	return match == MATCH_FOUND;
}

static void refuse_route(struct request *request)
{
	struct buf cleanup_buf allow = BUF_INIT;
	struct msg_param params[] = { { "allow", "" }, { 0 } };

	if (request->route == NULL) {
		problem_simple(request, "no-such-page");
		return;
	}
	route_allow(&allow, routes, route_count, request->path);
	params[0].value = buf_str(&allow);
	problem_reply(request, &(struct refusal){ .code = "wrong-method", .params = params });
	reply_header(request, "Allow", buf_str(&allow));
}

static bool check_token(struct request *request)
{
	const char *header = request_header(request, "Authorization");
	enum scope scope = request->route->scope;
	const struct msg_param params[] = { { "scope", scope_name(scope) }, { 0 } };

	if (request->front->keyring == NULL) {
		memcpy(request->caller.name, "local", sizeof("local"));
		request->caller.scopes = SCOPE_SUBMIT | SCOPE_READ | SCOPE_OPERATE;
		return true;
	}
	if (scope == SCOPE_NONE)
		return true;
	if (header == NULL || strncasecmp(header, "Bearer ", 7) != 0) {
		problem_simple(request, "missing-token");
		return false;
	}
	if (!keyring_admits(request->front->keyring, header + 7, &request->caller)) {
		problem_simple(request, "bad-token");
		return false;
	}
	if ((request->caller.scopes & scope) == 0) {
		problem_reply(request, &(struct refusal){ .code = "missing-scope", .params = params });
		return false;
	}
	return true;
}

long long gate_content_length(const struct request *request)
{
	const char *header = request_header(request, "Content-Length");

	return header != NULL ? strtoll(header, NULL, 10) : -1;
}

static bool check_body(struct request *request)
{
	static const char *const types[] = { "", "application/json", "application/x-www-form-urlencoded" };
	const struct route *route = request->route;
	const char *wanted = types[route->body];
	const char *type = request_header(request, "Content-Type");
	size_t length = strlen(wanted);
	const struct msg_param params[] = { { "type", wanted },
		{ "limit", arena_printf(request->arena, "%zu", route->max_body >> 10) }, { 0 } };

	if (route->body != BODY_NONE &&
		(type == NULL || strncasecmp(type, wanted, length) != 0 || strchr("; \t", type[length]) == NULL)) {
		problem_reply(request, &(struct refusal){ .code = "wrong-content-type", .params = params });
		if (route->body == BODY_JSON)
			reply_header(request, "Accept-Post", wanted);
		return false;
	}
	if (gate_content_length(request) > (long long)route->max_body) {
		problem_reply(request, &(struct refusal){ .code = "too-large", .params = params });
		return false;
	}
	return true;
}

void gate_admit(struct request *request)
{
	bool found = find_route(request);
	struct front *front = request->front;
	const char *refused = front->keyring == NULL ? check_local(request) : NULL;

	if (refused != NULL) {
		problem_simple(request, refused);
		return;
	}
	if (!found) {
		refuse_route(request);
		return;
	}
	if (request->route->page && !front->pages) {
		problem_simple(request, "pages-closed");
		return;
	}
	if (!check_token(request) || !check_body(request))
		return;
	if (request->route->body != BODY_NONE && atomic_load(&front->draining))
		problem_simple(request, "draining");
}
