/* The hub: who is told what, once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include "watch.h"

struct told {
	struct watch watch;
	int state, time, drain;
	bool freed;
};

static void on_event(struct watch *watch, enum watch_event event)
{
	struct told *told = watch->owner;

	told->state += event == WATCH_STATE;
	told->time += event == WATCH_TIME;
	told->drain += event == WATCH_DRAIN;
}

static void on_release(struct watch *watch)
{
	struct told *told = watch->owner;

	told->freed = true;
}

static void add(struct hub *hub, struct told *told, const char *submission, bool once)
{
	*told = (struct told){ .watch = { .once = once,
				       .deadline_us = 1000,
				       .period_us = 500,
				       .notify = on_event,
				       .release = on_release,
				       .owner = told } };
	memcpy(told->watch.submission, submission, strlen(submission) + 1);
	hub_add(hub, &told->watch);
	watch_put(&told->watch);
}

static void test_once(void **state)
{
	struct hub *hub = hub_new();
	struct told a, b;

	add(hub, &a, "one", true);
	add(hub, &b, "two", true);
	hub_on_state(hub, "one", JOB_LEASED);
	assert_int_equal(a.state, 0);
	hub_on_state(hub, "one", JOB_GRADED);
	hub_on_state(hub, "one", JOB_GRADED);
	assert_int_equal(a.state, 1);
	assert_true(a.freed);
	assert_int_equal(b.state, 0);
	assert_false(b.freed);
	hub_tick(hub, 999);
	assert_int_equal(b.time, 0);
	hub_tick(hub, 1000);
	hub_tick(hub, 9000);
	assert_int_equal(b.time, 1);
	assert_true(b.freed);
	assert_int_equal(hub_count(hub), 0);
	hub_free(hub);
}

static void test_follower(void **state)
{
	struct hub *hub = hub_new();
	struct told a;

	add(hub, &a, "one", false);
	hub_on_state(hub, "one", JOB_LEASED);
	hub_on_state(hub, "one", JOB_GRADED);
	assert_int_equal(a.state, 2);
	hub_tick(hub, 1000);
	hub_tick(hub, 1400);
	hub_tick(hub, 1500);
	assert_int_equal(a.time, 2);
	assert_int_equal(hub_count(hub), 1);
	assert_false(a.freed);
	assert_true(hub_remove(hub, &a.watch));
	assert_true(a.freed);
	hub_on_state(hub, "one", JOB_GRADED);
	assert_int_equal(a.state, 2);
	hub_free(hub);
}

static void test_drain(void **state)
{
	struct hub *hub = hub_new();
	struct told a, b, late;

	add(hub, &a, "one", true);
	add(hub, &b, "one", false);
	hub_drain(hub);
	assert_int_equal(a.drain, 1);
	assert_int_equal(b.drain, 1);
	assert_true(a.freed);
	add(hub, &late, "three", true);
	hub_tick(hub, 0);
	assert_int_equal(late.drain, 1);
	hub_remove(hub, &b.watch);
	hub_free(hub);
}

static void test_many_in_one_bucket(void **state)
{
	enum { MANY = 300 };
	struct told *told = calloc(MANY, sizeof(*told));
	struct hub *hub = hub_new();
	char name[ID_TEXT];

	for (int i = 0; i < MANY; i++) {
		snprintf(name, sizeof(name), "s-%d", i % 3);
		add(hub, &told[i], name, i % 2 == 0);
	}
	hub_on_state(hub, "s-1", JOB_QUARANTINED);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(told[i].state, i % 3 == 1);
		assert_int_equal(told[i].freed, i % 3 == 1 && i % 2 == 0);
	}
	for (int i = 0; i < MANY; i++)
		hub_remove(hub, &told[i].watch);
	assert_int_equal(hub_count(hub), 0);
	hub_free(hub);
	free(told);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_follower),
		cmocka_unit_test(test_drain),
		cmocka_unit_test(test_many_in_one_bucket),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
