/* A thread that computed with large numbers leaves nothing behind: LeakSanitizer counts. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "exact/number.h"

enum { THREADS = 3, NUMBERS = 2000 };

static void *compute(void *out)
{
	struct arena *arena = arena_new(0);
	const struct number *sum = number_of(0, arena);

	for (int i = 0; i < NUMBERS; i++)
		sum = number_add(sum, number_power(number_of(3, arena), 300 + i % 50, arena), arena);
	*(bool *)out = sum != NULL && number_sign(sum) > 0;
	arena_free(arena);
	return NULL;
}

static void test_threads_end(void **state)
{
	for (int i = 0; i < THREADS; i++) {
		pthread_t thread;
		bool fine = false;

		assert_int_equal(pthread_create(&thread, NULL, compute, &fine), 0);
		assert_int_equal(pthread_join(thread, NULL), 0);
		assert_true(fine);
	}
}

/* Made in one thread, read and freed in another. */
static void *make(void *arena)
{
	return (void *)(uintptr_t)number_power(number_of(7, arena), 400, arena);
}

static void test_numbers_outlive_their_thread(void **state)
{
	struct arena *arena = arena_new(0);
	pthread_t thread;
	void *made = NULL;

	assert_int_equal(pthread_create(&thread, NULL, make, arena), 0);
	assert_int_equal(pthread_join(thread, &made), 0);
	assert_true(number_same(made, number_power(number_of(7, arena), 400, arena)));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_threads_end),
		cmocka_unit_test(test_numbers_outlive_their_thread) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
