/* Memory: arenas and bounded buffers. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <signal.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/buf.h"

static void test_arena(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	unsigned char *previous = NULL;

	for (size_t bytes = 0; bytes < 3000; bytes += 7) {
		unsigned char *out = arena_alloc(arena, bytes);

		assert_int_equal((uintptr_t)out % alignof(max_align_t), 0);
		assert_ptr_not_equal(out, previous);
		for (size_t i = 0; i < bytes; i++)
			assert_int_equal(out[i], 0);
		memset(out, 0xa5, bytes);
		previous = out;
	}
	memset(arena_alloc(arena, 5 << 20), 1, 5 << 20);
	assert_string_equal(arena_strdup(arena, "été"), "été");
	assert_memory_equal(arena_memdup(arena, "a\0b", 3), "a\0b", 4);
	assert_string_equal(arena_printf(arena, "%s-%d", "x", 12), "x-12");
	arena_reset(arena);
	for (int i = 0; i < 64; i++) {
		const unsigned char *out = arena_array(arena, 16, 16);

		for (int j = 0; j < 256; j++)
			assert_int_equal(out[j], 0);
	}
	arena_free(NULL);
}

enum crime { TOO_MUCH, BY_AND_BY, ARRAY_OVERFLOW, MAX_SIZE };

static void commit(enum crime crime)
{
	struct arena *arena = arena_new(1 << 20);

	if (crime == TOO_MUCH)
		arena_alloc(arena, (1 << 20) + 1);
	else if (crime == ARRAY_OVERFLOW)
		arena_array(arena, SIZE_MAX / 2, 3);
	else if (crime == MAX_SIZE)
		arena_alloc(arena, SIZE_MAX);
	else
		for (;;)
			arena_alloc(arena, 1000);
	_exit(0);
}

static void test_arena_bounds_abort(void **state)
{
	for (enum crime crime = TOO_MUCH; crime <= MAX_SIZE; crime++) {
		pid_t child = fork();
		int status;

		assert_true(child >= 0);
		if (child == 0) {
			signal(SIGABRT, SIG_DFL);
			commit(crime);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	}
}

static void append(void *data)
{
	char *log = data;

	log[strlen(log)] = (char)('a' + strlen(log));
}

static void test_deferred(void **state)
{
	struct arena *arena = arena_new(0);
	char first[8] = "", second[8] = "";

	arena_defer(arena, append, first);
	arena_defer(arena, append, second);
	arena_reset(arena);
	assert_string_equal(first, "a");
	arena_defer(arena, append, first);
	arena_free(arena);
	assert_string_equal(first, "ab");
	assert_string_equal(second, "a");
}

static void test_buf(void **state)
{
	struct buf cleanup_buf buf = BUF_INIT;
	char *taken;

	assert_string_equal(buf_str(&buf), "");
	for (int i = 0; i < 1000; i++)
		buf_printf(&buf, "%d,", i);
	assert_int_equal(buf.len, 3890);
	assert_int_equal(strlen(buf_str(&buf)), buf.len);
	buf_reset(&buf);
	assert_string_equal(buf_str(&buf), "");
	buf_printf(&buf, "%0*d", 1000, 1);
	assert_int_equal(buf.len, 1000);
	buf_reset(&buf);
	buf_addrune(&buf, 'a');
	buf_addrune(&buf, 0xe9);
	buf_addrune(&buf, 0x20ac);
	buf_addrune(&buf, 0x1f600);
	assert_string_equal(buf_str(&buf), "aé€\xf0\x9f\x98\x80");
	taken = buf_take(&buf);
	assert_string_equal(taken, "aé€\xf0\x9f\x98\x80");
	free(taken);
	taken = buf_take(&buf);
	assert_string_equal(taken, "");
	free(taken);
}

static void test_buf_bound(void **state)
{
	struct buf cleanup_buf buf = BUF_INIT_MAX(10);

	buf_addstr(&buf, "0123456");
	assert_false(buf_overflowed(&buf));
	buf_addstr(&buf, "789");
	assert_false(buf_overflowed(&buf));
	buf_addch(&buf, 'x');
	assert_true(buf_overflowed(&buf));
	assert_string_equal(buf_str(&buf), "0123456789");
	buf_reset(&buf);
	assert_false(buf_overflowed(&buf));
	buf_printf(&buf, "%s", "a long text that is cut");
	assert_string_equal(buf_str(&buf), "a long tex");
	assert_true(buf_overflowed(&buf));
	buf_release(&buf);
	assert_int_equal(buf.max, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arena),
		cmocka_unit_test(test_arena_bounds_abort),
		cmocka_unit_test(test_deferred),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_buf_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
