/*
 * The table of routes: one row gives the router, the scopes, the limits, the
 * metrics' labels, and the list that a test compares with docs/openapi.yaml.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "request.h"

enum body_kind { BODY_NONE, BODY_JSON, BODY_FORM };

struct route {
	const char *method; /* HEAD is served by GET */
	const char *path; /* "/api/v1/submissions/{id}/events" */
	enum scope scope;
	enum body_kind body;
	size_t max_body; /* bytes */
	bool page; /* HTML for a reader: its refusals are pages too */
	void (*handle)(struct request *request);
	const char *summary;
};

extern const struct route routes[];
extern const size_t route_count;

enum match { MATCH_FOUND, MATCH_NO_PATH, MATCH_NO_METHOD };

struct routing {
	const struct route *route;
	const char *id; /* into `path`; id_bytes long */
	size_t id_bytes;
};
/* Pure: looks `method path` up in `table`. */
enum match route_match(
	struct routing *out, const struct route *table, size_t count, const char *method, const char *path);
/* "GET, HEAD, POST": what the path takes; "" when nothing does. */
void route_allow(struct buf *out, const struct route *table, size_t count, const char *path);
const char *scope_name(enum scope scope); /* "submit", …; "-" for none */
