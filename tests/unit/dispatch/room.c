/* The room: many together, one alone, and who waits to be alone does not wait for ever. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/clock.h"
#include "room.h"

enum { OTHERS = 4 };

struct board {
	_Atomic int together, alone;
	_Atomic int most, broken, stop;
};

static struct room open_room(const char *folder)
{
	char path[128];
	struct room room;

	snprintf(path, sizeof(path), "%s/room", folder);
	room.room_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	snprintf(path, sizeof(path), "%s/turnstile", folder);
	room.turnstile_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_true(room.room_fd >= 0 && room.turnstile_fd >= 0);
	return room;
}

static void look(struct board *board)
{
	int together = board->together;

	if (board->alone > 1 || (board->alone && together))
		board->broken = 1;
	if (together > board->most)
		board->most = together;
}

static void nap(long us)
{
	const struct timespec pause = { .tv_nsec = us * 1000 };

	nanosleep(&pause, NULL);
}

/* A grader that is nearly always in the room: without the turnstile four of these starve anybody. */
static void live(const char *folder, struct board *board)
{
	struct room room = open_room(folder);
	struct err err;

	while (!board->stop) {
		if (room_enter(&room, &err) < 0)
			_exit(1);
		board->together++;
		look(board);
		nap(3000);
		board->together--;
		room_leave(&room);
	}
	_exit(0);
}

static void be_alone(const char *folder, struct board *board)
{
	struct room room = open_room(folder);
	struct err err;

	for (int i = 0; i < 10; i++) {
		if (room_enter(&room, &err) < 0)
			_exit(1);
		board->together++;
		nap(500);
		board->together--;
		if (room_alone(&room, &err) < 0)
			_exit(2);
		board->alone++;
		look(board);
		nap(2000);
		look(board);
		board->alone--;
		if (room_together(&room, &err) < 0)
			_exit(3);
		board->together++;
		look(board);
		board->together--;
		room_leave(&room);
	}
	_exit(0);
}

static int end_of(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void one_alone_among_many(void **state)
{
	char folder[] = "/tmp/bareme-room-XXXXXX", path[64];
	struct board *board = mmap(NULL, sizeof(*board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pid_t others[OTHERS], loners[2];

	assert_non_null(mkdtemp(folder));
	for (int i = 0; i < OTHERS; i++)
		if (!(others[i] = fork()))
			live(folder, board);
	nap(20000);
	int64_t start = clock_mono_us();
	for (int i = 0; i < 2; i++)
		if (!(loners[i] = fork()))
			be_alone(folder, board);
	assert_int_equal(end_of(loners[0]), 0);
	assert_int_equal(end_of(loners[1]), 0);
	/* Twenty waits of some 3 ms each, with room for a busy machine. */
	assert_true(clock_mono_us() - start < 20 * 1000 * 1000);
	board->stop = 1;
	for (int i = 0; i < OTHERS; i++)
		assert_int_equal(end_of(others[i]), 0);
	assert_int_equal(board->broken, 0);
	assert_true(board->most > 1);
	munmap(board, sizeof(*board));
	snprintf(path, sizeof(path), "%s/room", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/turnstile", folder);
	unlink(path);
	rmdir(folder);
}

static void no_room_is_fine(void **state)
{
	const struct room none = { -1, -1 };
	struct err err;

	assert_int_equal(room_enter(&none, &err), 0);
	assert_int_equal(room_alone(&none, &err), 0);
	assert_int_equal(room_together(&none, &err), 0);
	room_leave(&none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_alone_among_many),
		cmocka_unit_test(no_room_is_fine),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
