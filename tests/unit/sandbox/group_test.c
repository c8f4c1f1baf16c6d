/*
 * A slot's groups as this machine has them: v1, v2 or none. What is bounded is killed and counted, what was made goes again.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "group.h"
#include "group_tree.h"

enum { SLOT = 990, BOUND = 24 << 20, TOO_MUCH = 256 << 20 };

/* A child that waits until it is told to, in the group where a run would be. */
static pid_t start_child(const struct sandbox_place *place, int *go)
{
	int pipes[2];
	struct err err;
	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0) {
		char byte;
		if (read(pipes[0], &byte, 1) != 1)
			_exit(1);
		volatile char *much = malloc(TOO_MUCH);
		for (size_t i = 0; much && i < TOO_MUCH; i += 512)
			much[i] = 1;
		_exit(2);
	}
	close(pipes[0]);
	*go = pipes[1];
	if (place->group_kind == GROUP_V2)
		assert_int_equal(group_write_number(place->memory_group, "cgroup.procs", (uint64_t)child), 0);
	else
		assert_int_equal(group_join(place, child, &err), 0);
	return child;
}

static void what_passes_the_bound_is_killed_and_counted(void **state)
{
	(void)state;
	struct sandbox_place place = { .slot = SLOT, .owner_uid = geteuid() };
	struct err err;
	int go, status = 0;
	group_make(&place);
	if (place.group_kind == GROUP_NONE) {
		/* Then nothing is promised, and nothing may be left half made. */
		assert_string_equal(place.memory_group, "");
		assert_string_equal(place.slot_group, "");
		return;
	}
	pid_t child = start_child(&place, &go);
	struct group_files group;
	group_open(&group, &place);
	uint64_t before = group_kills(&group);
	assert_int_equal(group_bound(&group, BOUND, &err), 0);
	assert_int_equal(group_population(&group), 1);
	assert_int_equal(write(go, "g", 1), 1);
	assert_int_equal(waitpid(child, &status, 0), child);
	close(go);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
	assert_true(group_kills(&group) > before);
	assert_int_equal(group_population(&group), 0);
	group_close(&group);
	group_remove(&place);
	assert_int_not_equal(access(place.memory_group, F_OK), 0);
	assert_int_not_equal(access(place.slot_group, F_OK), 0);
}

static void a_group_goes_when_its_last_process_went(void **state)
{
	(void)state;
	struct sandbox_place place = { .slot = SLOT, .owner_uid = geteuid() };
	int go;
	group_make(&place);
	if (place.group_kind == GROUP_NONE)
		return;
	pid_t child = start_child(&place, &go);
	/* v2 kills it; v1 waits for a zygote's last run, whose death is on its way. */
	if (place.group_kind == GROUP_V1)
		kill(child, SIGKILL);
	group_remove(&place);
	close(go);
	waitpid(child, NULL, 0);
	assert_int_not_equal(access(place.slot_group, F_OK), 0);
}

static void one_s_own_group_is_below_its_mount(void **state)
{
	(void)state;
	static const char *const controllers[] = { "", "memory", "pids" };
	for (size_t i = 0; i < 3; i++) {
		char folder[300];
		struct stat info;
		int mount = group_own_folder(controllers[i], folder, sizeof(folder));
		if (mount < 0)
			continue; /* not mounted here */
		assert_true((size_t)mount <= strlen(folder));
		assert_int_equal(stat(folder, &info), 0);
		assert_true(S_ISDIR(info.st_mode));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_passes_the_bound_is_killed_and_counted),
		cmocka_unit_test(a_group_goes_when_its_last_process_went),
		cmocka_unit_test(one_s_own_group_is_below_its_mount),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
