/* Matching a method and a path against the table. Twenty rows: a walk is quicker than anything clever. */
#include <string.h>
#include "route.h"

/* True when `path` has the form of `pattern`; *id and *bytes get what {id} stands for. */
static bool path_fits(const char *pattern, const char *path, const char **id, size_t *bytes)
{
	*id = "";
	*bytes = 0;
	while (*pattern != '\0') {
		if (*pattern == '{') {
			*id = path;
			*bytes = strcspn(path, "/");
			if (*bytes == 0)
				return false;
			path += *bytes;
			pattern += strcspn(pattern, "}") + 1;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return *path == '\0';
}

static bool method_fits(const char *served, const char *asked)
{
	return strcmp(served, asked) == 0 || (strcmp(served, "GET") == 0 && strcmp(asked, "HEAD") == 0);
}

enum match route_match(
	struct routing *out, const struct route *table, size_t count, const char *method, const char *path)
{
	enum match best = MATCH_NO_PATH;

	for (size_t i = 0; i < count; i++) {
		const char *id;
		size_t bytes;

		if (!path_fits(table[i].path, path, &id, &bytes))
			continue;
		/* The row is kept even for a wrong method: it says whether the reader expects a page. */
		if (best == MATCH_NO_PATH)
			*out = (struct routing){ &table[i], id, bytes };
		best = MATCH_NO_METHOD;
		if (method_fits(table[i].method, method)) {
			*out = (struct routing){ &table[i], id, bytes };
			return MATCH_FOUND;
		}
	}
	return best;
}

void route_allow(struct buf *out, const struct route *table, size_t count, const char *path)
{
	for (size_t i = 0; i < count; i++) {
		const char *id;
		size_t bytes;

		if (!path_fits(table[i].path, path, &id, &bytes))
			continue;
		if (out->len > 0)
			buf_addstr(out, ", ");
		buf_addstr(out, table[i].method);
		if (strcmp(table[i].method, "GET") == 0)
			buf_addstr(out, ", HEAD");
	}
}

const char *scope_name(enum scope scope)
{
	switch (scope) {
	case SCOPE_NONE:
		return "-";
	case SCOPE_SUBMIT:
		return "submit";
	case SCOPE_READ:
		return "read";
	case SCOPE_READ_TESTS:
		return "read-tests";
	case SCOPE_OPERATE:
		return "operate";
	case SCOPE_HANDED_IN_AT:
		return "handed-in-at";
	}
	return "-";
}
