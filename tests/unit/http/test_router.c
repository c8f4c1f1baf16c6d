/* Which row a method and a path lead to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "metrics.h"
#include "route.h"

static const struct route table[] = {
	{ "GET", "/", SCOPE_NONE },
	{ "POST", "/a", SCOPE_NONE },
	{ "POST", "/a/batch", SCOPE_NONE },
	{ "GET", "/a/{id}", SCOPE_NONE },
	{ "GET", "/a/{id}/events", SCOPE_NONE },
	{ "GET", "/b/{id}", SCOPE_NONE },
	{ "POST", "/b/{id}", SCOPE_NONE },
};
enum { ROWS = sizeof(table) / sizeof(table[0]) };

static void test_match(void **state)
{
	static const struct {
		const char *method, *path;
		enum match match;
		int row;
		const char *id;
	} rows[] = {
		{ "GET", "/", MATCH_FOUND, 0, "" },
		{ "HEAD", "/", MATCH_FOUND, 0, "" },
		{ "POST", "/", MATCH_NO_METHOD, 0, "" },
		{ "GET", "", MATCH_NO_PATH, -1, "" },
		{ "GET", "//", MATCH_NO_PATH, -1, "" },
		{ "POST", "/a", MATCH_FOUND, 1, "" },
		{ "POST", "/a/", MATCH_NO_PATH, -1, "" },
		{ "POST", "/a/batch", MATCH_FOUND, 2, "" },
		{ "GET", "/a/batch", MATCH_FOUND, 3, "batch" },
		{ "GET", "/a/x", MATCH_FOUND, 3, "x" },
		{ "GET", "/a/x.y-z", MATCH_FOUND, 3, "x.y-z" },
		{ "GET", "/a/x/", MATCH_NO_PATH, -1, "" },
		{ "GET", "/a/x/events", MATCH_FOUND, 4, "x" },
		{ "GET", "/a//events", MATCH_NO_PATH, -1, "" },
		{ "GET", "/a/x/events/", MATCH_NO_PATH, -1, "" },
		{ "GET", "/a/x/event", MATCH_NO_PATH, -1, "" },
		{ "DELETE", "/a/x", MATCH_NO_METHOD, 3, "x" },
		{ "HEAD", "/b/q", MATCH_FOUND, 5, "q" },
		{ "POST", "/b/q", MATCH_FOUND, 6, "q" },
		{ "get", "/", MATCH_NO_METHOD, 0, "" },
		{ "GET", "/c", MATCH_NO_PATH, -1, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct routing routing = { 0 };
		enum match match = route_match(&routing, table, ROWS, rows[i].method, rows[i].path);

		print_message("%s %s\n", rows[i].method, rows[i].path);
		assert_int_equal(match, rows[i].match);
		if (rows[i].row < 0) {
			assert_null(routing.route);
			continue;
		}
		assert_int_equal(routing.route - table, rows[i].row);
		assert_int_equal(routing.id_bytes, strlen(rows[i].id));
		assert_memory_equal(routing.id, rows[i].id, routing.id_bytes);
	}
}

static void test_allow(void **state)
{
	static const struct {
		const char *path, *allow;
	} rows[] = {
		{ "/", "GET, HEAD" },
		{ "/a", "POST" },
		{ "/a/batch", "POST, GET, HEAD" },
		{ "/b/1", "GET, HEAD, POST" },
		{ "/c", "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf allow = BUF_INIT;

		route_allow(&allow, table, ROWS, rows[i].path);
		assert_string_equal(buf_str(&allow), rows[i].allow);
	}
}

/* The real table: complete rows, and none that an earlier one hides. */
static void test_real_table(void **state)
{
	for (size_t i = 0; i < route_count; i++) {
		struct routing routing = { 0 };

		assert_int_equal(
			route_match(&routing, routes, route_count, routes[i].method, routes[i].path), MATCH_FOUND);
		assert_ptr_equal(routing.route, &routes[i]);
		assert_non_null(routes[i].handle);
		assert_true(strlen(routes[i].summary) > 0);
		assert_int_equal(routes[i].body != BODY_NONE, routes[i].max_body > 0);
		/* A POST without a body is one that says it all in its path (retry, cancel). */
		assert_true(routes[i].body == BODY_NONE || strcmp(routes[i].method, "POST") == 0);
		assert_true(routes[i].scope != SCOPE_NONE || routes[i].page || strstr(routes[i].path, "/api/") == NULL);
	}
	assert_true(route_count < METRIC_ROUTES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_match),
		cmocka_unit_test(test_allow),
		cmocka_unit_test(test_real_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
