/* Token files, and which hosts and origins are this machine's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include "auth.h"
#include "base/id.h"
#include "base/buf.h"

static struct keyring *parse(const char *text, struct err *err)
{
	return keyring_parse(text, strlen(text), err);
}

static void test_tokens(void **state)
{
	struct buf cleanup_buf text = BUF_INIT;
	struct caller caller = { 0 };
	struct err err = { 0 };
	struct keyring *keyring;
	char digest[SHA256_TEXT];

	buf_addstr(&text, "# comment\n\n  \t\r\n");
	sha256_text(digest, "alpha", 5);
	buf_printf(&text, "moodle submit,read %s\r\n", digest);
	sha256_text(digest, "beta", 4);
	buf_printf(&text, "  ops\toperate   %s", digest);
	keyring = parse(buf_str(&text), &err);
	assert_non_null(keyring);
	assert_int_equal(keyring_count(keyring), 2);
	assert_true(keyring_find(keyring, "alpha", &caller));
	assert_string_equal(caller.name, "moodle");
	assert_int_equal(caller.scopes, SCOPE_SUBMIT | SCOPE_READ);
	assert_true(keyring_find(keyring, "beta", &caller));
	assert_string_equal(caller.name, "ops");
	assert_int_equal(caller.scopes, SCOPE_OPERATE);
	assert_false(keyring_find(keyring, "", &caller));
	assert_false(keyring_find(keyring, "alph", &caller));
	assert_false(keyring_find(keyring, "alpha ", &caller));
	keyring_free(keyring);
}

static void test_mistakes(void **state)
{
	static const char *const rows[] = {
		"a",
		"a read",
		"a read sha256:",
		"a read sha256:00",
		"a none sha256:" /* and a digest */,
		"a read,none sha256:",
	};
	struct err err = { 0 };
	char digest[SHA256_TEXT], line[500];

	sha256_text(digest, "x", 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(line, sizeof(line), "\n%s%s\n", rows[i], i >= 4 ? digest + 7 : "");
		err = (struct err){ 0 };
		assert_null(parse(line, &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_non_null(strstr(err.text, "line 2"));
	}
	snprintf(line, sizeof(line), "%065d read %s", 0, digest);
	assert_null(parse(line, &err));
	assert_non_null(strstr(err.text, "name"));
}

static void test_hosts(void **state)
{
	static const struct {
		const char *host;
		unsigned port;
		bool local;
	} rows[] = {
		{ "localhost:8080", 8080, true },
		{ "LocalHost:8080", 8080, true },
		{ "127.0.0.1:8080", 8080, true },
		{ "[::1]:8080", 8080, true },
		{ "localhost", 80, true },
		{ "localhost:80", 80, true },
		{ "localhost", 8080, false },
		{ "localhost:8081", 8080, false },
		{ "localhost:", 8080, false },
		{ "localhost:8080x", 8080, false },
		{ "localhost:+8080", 8080, false },
		{ "localhost: 8080", 8080, false },
		{ "localhost:08080", 8080, false },
		{ "localhost:73616", 8080, false },
		{ "localhost.:8080", 8080, false },
		{ "localhost.evil:8080", 8080, false },
		{ "127.0.0.1.evil:8080", 8080, false },
		{ "evil:8080", 8080, false },
		{ "[::1]8080", 8080, false },
		{ "::1:8080", 8080, false },
		{ "", 8080, false },
		{ NULL, 8080, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		print_message("%s\n", rows[i].host != NULL ? rows[i].host : "(none)");
		assert_int_equal(host_is_local(rows[i].host, rows[i].port), rows[i].local);
	}
	assert_true(origin_is_local("http://localhost:8080", 8080));
	assert_false(origin_is_local("https://localhost:8080", 8080));
	assert_false(origin_is_local("http://localhost:8080/", 8080));
	assert_false(origin_is_local("null", 8080));
	assert_false(origin_is_local("http://evil", 8080));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_hosts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
