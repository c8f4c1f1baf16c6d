/* Parcels: what is written is read back, in whatever pieces it comes; anything else is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

#include "parcel.h"

#define DIGEST "sha256:abc"

static const struct parcel every[] = {
	{ .type = PARCEL_HELLO, .python = "3.11.2", .isolation = "full" },
	{ .type = PARCEL_JOB,
		.job = "j1",
		.exercise = "a.b",
		.digest = DIGEST,
		.seed = UINT64_MAX,
		.body = "{}",
		.bytes = 2 },
	{ .type = PARCEL_NEED, .digest = DIGEST },
	{ .type = PARCEL_CONTENT, .digest = DIGEST, .body = "a\0b", .bytes = 3 },
	{ .type = PARCEL_CONTENT, .digest = DIGEST, .why = "gone" },
	{ .type = PARCEL_BEAT, .job = "j1" },
	{ .type = PARCEL_RESULT,
		.job = "j1",
		.verdict = "partial",
		.points = "20/3",
		.max = "20",
		.mark = 667,
		.body = "{\"é\":1}",
		.bytes = 8 },
	{ .type = PARCEL_FAILURE, .job = "j1", .why = "the zygote died" },
	{ .type = PARCEL_REFUSED, .job = "j1", .why = "the reference fails" },
	{ .type = PARCEL_PREVIEW,
		.job = "preview-1",
		.exercise = "a.b",
		.digest = DIGEST,
		.seed = 0,
		.body = "{}",
		.bytes = 2 },
	{ .type = PARCEL_READING, .job = "preview-1", .body = "{}", .bytes = 2 },
	{ .type = PARCEL_DRAIN },
};
enum { EVERY = sizeof(every) / sizeof(every[0]) };

static void same_text(const char *a, const char *b)
{
	assert_int_equal(!a, !b);
	if (a)
		assert_string_equal(a, b);
}

static void same(const struct parcel *a, const struct parcel *b)
{
	assert_int_equal(a->type, b->type);
	same_text(a->job, b->job);
	same_text(a->exercise, b->exercise);
	same_text(a->digest, b->digest);
	same_text(a->python, b->python);
	same_text(a->isolation, b->isolation);
	same_text(a->verdict, b->verdict);
	same_text(a->points, b->points);
	same_text(a->max, b->max);
	same_text(a->why, b->why);
	assert_true(a->seed == b->seed);
	assert_true(a->mark == b->mark);
	assert_int_equal(a->bytes, b->bytes);
	if (a->bytes)
		assert_memory_equal(a->body, b->body, a->bytes);
}

/* Sends `bytes` in pieces of `step` through a socket and checks that the parcels of `every` come out. */
static void pass(const struct buf *bytes, size_t step)
{
	struct parcel_inbox inbox = { 0 };
	struct parcel got;
	struct err err;
	size_t sent = 0, read_count = 0;
	int pair[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	while (sent < bytes->len) {
		size_t piece = bytes->len - sent < step ? bytes->len - sent : step;
		assert_int_equal(write(pair[0], bytes->data + sent, piece), (ssize_t)piece);
		sent += piece;
		assert_int_equal(parcel_receive(&inbox, pair[1], &err), 1);
		while (parcel_next(&inbox, &got, &err) == 1) {
			assert_true(read_count < EVERY);
			same(&got, &every[read_count++]);
			if (got.bytes)
				assert_int_equal(got.body[got.bytes], 0);
		}
	}
	assert_int_equal(read_count, EVERY);
	close(pair[0]);
	assert_int_equal(parcel_receive(&inbox, pair[1], &err), 0);
	close(pair[1]);
	parcel_inbox_release(&inbox);
}

static void reads_back_what_is_written(void **state)
{
	cleanup_buf struct buf bytes = BUF_INIT;
	struct err err;

	for (int i = 0; i < EVERY; i++)
		assert_int_equal(parcel_write(&bytes, &every[i], &err), 0);
	pass(&bytes, 1);
	pass(&bytes, 7);
	pass(&bytes, 4096);
}

/* A parcel as text: head and body as they are put on the wire. */
static int read_raw(const char *head, const char *body)
{
	struct parcel_inbox inbox = { 0 };
	struct parcel got;
	struct err err = { 0 };
	uint32_t prefix[2] = { (uint32_t)strlen(head), (uint32_t)strlen(body) };
	cleanup_buf struct buf bytes = BUF_INIT;
	int pair[2];

	buf_add(&bytes, prefix, sizeof(prefix));
	buf_addstr(&bytes, head);
	buf_addstr(&bytes, body);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	assert_int_equal(write(pair[0], bytes.data, bytes.len), (ssize_t)bytes.len);
	assert_int_equal(parcel_receive(&inbox, pair[1], &err), 1);
	int rc = parcel_next(&inbox, &got, &err);
	if (rc < 0)
		assert_int_equal(err.kind, ERR_PEER);
	close(pair[0]);
	close(pair[1]);
	parcel_inbox_release(&inbox);
	return rc;
}

static void refuses_what_is_none(void **state)
{
	static const struct {
		const char *head, *body;
		int rc;
	} cases[] = {
		{ "{\"type\":\"drain\"}", "", 1 },
		{ "{\"type\":\"drain\"}", "body", -1 },
		{ "{\"type\":\"drain\",\"job\":\"j\"}", "", -1 },
		{ "{\"type\":\"dance\"}", "", -1 },
		{ "{}", "", -1 },
		{ "[]", "", -1 },
		{ "", "", -1 },
		{ "{\"type\":\"beat\"", "", -1 },
		{ "{\"type\":\"beat\"}", "", -1 },
		{ "{\"type\":\"beat\",\"job\":7}", "", -1 },
		{ "{\"type\":\"beat\",\"job\":\"j\",\"job\":\"k\"}", "", -1 },
		{ "{\"type\":\"beat\",\"job\":\"j\"}", "", 1 },
		{ "{\"type\":\"job\",\"job\":\"j\",\"exercise\":\"e\",\"digest\":\"d\",\"seed\":\"-1\"}", "{}", -1 },
		{ "{\"type\":\"job\",\"job\":\"j\",\"exercise\":\"e\",\"digest\":\"d\",\"seed\":"
		  "\"18446744073709551616\"}",
			"{}", -1 },
		{ "{\"type\":\"job\",\"job\":\"j\",\"exercise\":\"e\",\"digest\":\"d\",\"seed\":\"7\"}", "{}", 1 },
		{ "{\"type\":\"result\",\"job\":\"j\",\"verdict\":\"correct\",\"points\":\"4\",\"max\":\"4\",\"mark\":"
		  "2000}",
			"{}", 1 },
		{ "{\"type\":\"result\",\"job\":\"j\",\"verdict\":\"superb\",\"points\":\"4\",\"max\":\"4\",\"mark\":"
		  "2000}",
			"{}", -1 },
		{ "{\"type\":\"result\",\"job\":\"j\",\"verdict\":\"correct\",\"points\":\"1e9\",\"max\":\"4\","
		  "\"mark\":2000}",
			"{}", -1 },
		{ "{\"type\":\"result\",\"job\":\"j\",\"verdict\":\"correct\",\"points\":\"4\",\"max\":\"4\",\"mark\":"
		  "2001}",
			"{}", -1 },
		{ "{\"type\":\"result\",\"job\":\"j\",\"verdict\":\"correct\",\"points\":\"4\",\"max\":\"4\",\"mark\":-"
		  "1}",
			"{}", -1 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (read_raw(cases[i].head, cases[i].body) != cases[i].rc)
			fail_msg("%s", cases[i].head);
}

static void refuses_too_much(void **state)
{
	const uint32_t prefixes[][2] = { { PARCEL_HEAD_MAX + 1, 0 }, { 2, PARCEL_MAX + 1u },
		{ UINT32_MAX, UINT32_MAX } };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		struct parcel_inbox inbox = { 0 };
		struct parcel got;
		struct err err;
		int pair[2];
		assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
		assert_int_equal(write(pair[0], prefixes[i], 8), 8);
		assert_int_equal(parcel_receive(&inbox, pair[1], &err), 1);
		assert_int_equal(parcel_next(&inbox, &got, &err), -1);
		close(pair[0]);
		close(pair[1]);
		parcel_inbox_release(&inbox);
	}
	cleanup_buf struct buf out = BUF_INIT;
	struct err err;
	const struct parcel large = { .type = PARCEL_READING, .job = "p", .body = "", .bytes = PARCEL_MAX };
	assert_int_equal(parcel_write(&out, &large, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(out.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_back_what_is_written),
		cmocka_unit_test(refuses_what_is_none),
		cmocka_unit_test(refuses_too_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
