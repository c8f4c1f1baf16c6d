/* Dates, levels, floats and critical paths of drawn projects against computations of their own, by definition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/draw.h"
#include "schedule/project.h"

enum { SIDE = SCHEDULE_TASKS_MAX };

/* A project as a matrix, and what is worked out from it here. */
struct plain {
	size_t count;
	int64_t days[SIDE];
	bool before[SIDE][SIDE]; /* [i][j]: j comes directly after i */
	int64_t earliest[SIDE], latest[SIDE], duration;
};

/* Tasks in a shuffled order, so that the author's order is no topological one. */
static void draw_plain(struct plain *out, struct draw *draw, size_t count, uint32_t density)
{
	size_t place[SIDE];

	memset(out, 0, sizeof(*out));
	out->count = count;
	for (size_t i = 0; i < count; i++) {
		size_t j = draw_below(draw, (uint32_t)i + 1);

		place[i] = place[j];
		place[j] = i;
	}
	for (size_t i = 0; i < count; i++) {
		out->days[i] = draw_below(draw, 9) * SCHEDULE_TICKS / 2;
		for (size_t j = i + 1; j < count; j++)
			out->before[place[i]][place[j]] = draw_below(draw, 100) < density;
	}
}

static void project_of(struct project *out, const struct plain *plain, struct arena *arena)
{
	size_t **after = arena_array(arena, plain->count, sizeof(*after));
	size_t *counts = arena_array(arena, plain->count, sizeof(*counts));
	size_t *circuit = NULL, length = 0;

	for (size_t j = 0; j < plain->count; j++) {
		after[j] = arena_array(arena, plain->count, sizeof(**after));
		for (size_t i = 0; i < plain->count; i++)
			if (plain->before[i][j])
				after[j][counts[j]++] = i;
	}
	*out = (struct project){ plain->count, plain->days, (const size_t *const *)after, counts, { 0 } };
	assert_true(project_make(out, &circuit, &length, arena));
}

/* Two passes, each repeated until nothing moves: no order is needed. */
static void two_passes(struct plain *plain)
{
	bool moved = true;

	while (moved) {
		moved = false;
		for (size_t i = 0; i < plain->count; i++)
			for (size_t j = 0; j < plain->count; j++)
				if (plain->before[i][j] && plain->earliest[j] < plain->earliest[i] + plain->days[i]) {
					plain->earliest[j] = plain->earliest[i] + plain->days[i];
					moved = true;
				}
	}
	for (size_t i = 0; i < plain->count; i++)
		if (plain->duration < plain->earliest[i] + plain->days[i])
			plain->duration = plain->earliest[i] + plain->days[i];
	for (size_t i = 0; i < plain->count; i++)
		plain->latest[i] = plain->duration - plain->days[i];
	for (moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < plain->count; i++)
			for (size_t j = 0; j < plain->count; j++)
				if (plain->before[i][j] && plain->latest[i] > plain->latest[j] - plain->days[i]) {
					plain->latest[i] = plain->latest[j] - plain->days[i];
					moved = true;
				}
	}
}

static void test_random(void **state)
{
	struct draw draw;

	draw_open(&draw, 1, "projects");
	for (size_t round = 0; round < 400; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain));
		struct project project;
		struct dates dates;

		draw_plain(plain, &draw, 1 + (round % 10 == 0 ? draw_below(&draw, SIDE) : draw_below(&draw, 12)),
			1 + draw_below(&draw, 60));
		two_passes(plain);
		project_of(&project, plain, arena);
		network_dates(&dates, &project.network, arena);
		assert_true(dates.duration == plain->duration);
		assert_memory_equal(dates.earliest, plain->earliest, plain->count * sizeof(int64_t));
		assert_memory_equal(dates.latest, plain->latest, plain->count * sizeof(int64_t));
	}
}

/* All ways from begin to end by trying them all, in the order of the tasks. */
struct walk {
	const struct plain *plain;
	size_t way[SIDE], found;
	const struct path_list *listed;
};

static bool is_end(const struct plain *plain, size_t v, bool begin)
{
	for (size_t i = 0; i < plain->count; i++)
		if (begin ? plain->before[i][v] : plain->before[v][i])
			return false;
	return true;
}

static void walk_on(struct walk *walk, size_t depth, int64_t length)
{
	size_t v = walk->way[depth - 1];

	length += walk->plain->days[v];
	if (is_end(walk->plain, v, false) && length == walk->plain->duration) {
		const struct path *path = &walk->listed->list[walk->found++];

		assert_true(walk->found <= walk->listed->count);
		assert_int_equal(path->count, depth);
		assert_memory_equal(path->vertices, walk->way, depth * sizeof(size_t));
	}
	for (size_t j = 0; j < walk->plain->count; j++)
		if (walk->plain->before[v][j]) {
			walk->way[depth] = j;
			walk_on(walk, depth + 1, length);
		}
}

static void test_all_critical_paths(void **state)
{
	struct draw draw;
	size_t several = 0;

	draw_open(&draw, 2, "paths");
	for (size_t round = 0; round < 300; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain));
		struct walk walk = { .plain = plain };
		struct path_list list;
		struct project project;
		struct dates dates;

		draw_plain(plain, &draw, 1 + draw_below(&draw, 9), 20 + draw_below(&draw, 40));
		for (size_t i = 0; i < plain->count; i++)
			plain->days[i] = plain->days[i] % SCHEDULE_TICKS;
		two_passes(plain);
		project_of(&project, plain, arena);
		network_dates(&dates, &project.network, arena);
		critical_paths(&list, &project.network, &dates, 2000, arena);
		assert_true(list.total == list.count);
		walk.listed = &list;
		for (size_t i = 0; i < plain->count; i++)
			if (is_end(plain, i, true)) {
				walk.way[0] = i;
				walk_on(&walk, 1, 0);
			}
		assert_int_equal(walk.found, list.count);
		for (size_t i = 0; i < list.count; i++)
			assert_true(network_is_critical(&project.network, &dates, &list.list[i]));
		several += list.count > 1;
	}
	assert_true(several > 50);
}

/* Forty layers of three equal tasks, each after all of the layer before: 3^40 critical paths. */
static void test_too_many_critical_paths(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct plain *plain = arena_alloc(arena, sizeof(*plain));
	struct path_list list;
	struct project project;
	struct dates dates;

	plain->count = SIDE;
	for (size_t i = 0; i < SIDE; i++) {
		plain->days[i] = SCHEDULE_TICKS;
		for (size_t j = i / 3 * 3 + 3; j < i / 3 * 3 + 6 && j < SIDE; j++)
			plain->before[i][j] = true;
	}
	project_of(&project, plain, arena);
	network_dates(&dates, &project.network, arena);
	critical_paths(&list, &project.network, &dates, 50, arena);
	assert_int_equal(list.count, 50);
	assert_true(list.total == 12157665459056928801U);
	assert_true(list.steps <= 51 * (SIDE + project.network.arc_count));
	assert_int_equal(dates.duration, 40 * SCHEDULE_TICKS);
	/* All the same, but for one task that makes all other ways too short at the very end. */
	plain->days[SIDE - 1] = 2 * SCHEDULE_TICKS;
	project_of(&project, plain, arena);
	network_dates(&dates, &project.network, arena);
	critical_paths(&list, &project.network, &dates, 50, arena);
	assert_int_equal(list.count, 50);
	assert_true(list.steps <= 51 * (SIDE + project.network.arc_count));
}

static void test_circuit(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct network_arc arcs[] = { { 0, 1, 1 }, { 1, 2, 1 }, { 2, 3, 1 }, { 3, 1, 1 }, { 3, 4, 1 } };
	const int64_t tail[5] = { 0 };
	struct network network = { 5, arcs, 5, tail };
	size_t *circuit = NULL, length = 0;
	int64_t days;

	assert_false(network_make(&network, &circuit, &length, arena));
	assert_int_equal(length, 3);
	for (size_t i = 0; i < length; i++)
		assert_true(network_arc(&network, circuit[i], circuit[(i + 1) % length], &days));
}

static void test_levels(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	/* A → B → C, A → C, D alone. */
	const struct network_arc arcs[] = { { 0, 1, 5 }, { 1, 2, 5 }, { 0, 2, 5 } };
	const int64_t tail[4] = { 0 };
	struct network network = { 4, arcs, 3, tail };
	size_t *circuit, length;
	const size_t most[] = { 0, 1, 2, 0 }, least[] = { 1, 2, 2, 1 };

	assert_true(network_make(&network, &circuit, &length, arena));
	assert_memory_equal(network_levels(&network, 0, false, arena), most, sizeof(most));
	assert_memory_equal(network_levels(&network, 1, true, arena), least, sizeof(least));
}

/* Tasks as arcs: A 1→2, B 1→3, C 2→4, D 3→4, and a dummy 2→3, so that D comes after A and B. */
static void test_stages(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct stage_arc arcs[] = { { 0, 1, 0 }, { 0, 2, 1 }, { 1, 3, 2 }, { 2, 3, 3 }, { 1, 2, SIZE_MAX } };
	const int64_t days[] = { 3, 2, 4, 4 };
	struct project project = { .count = 4, .days = days };
	size_t *circuit, length;
	bool shortened[] = { true, false, false, false };
	const int64_t least[] = { 1, 0, 0, 0 };

	project_of_stages(&project, arcs, 5, 4, arena);
	assert_int_equal(project.after_count[0], 0);
	assert_int_equal(project.after_count[1], 0);
	assert_int_equal(project.after_count[2], 1);
	assert_int_equal(project.after_count[3], 2);
	assert_true(project_make(&project, &circuit, &length, arena));
	assert_int_equal(project_duration(&project, days), 7);
	assert_int_equal(project_shortened(&project, shortened, least), 6);
	assert_true(project_reach(&project, arena)[0 * 4 + 3]);
	assert_false(project_reach(&project, arena)[1 * 4 + 2]);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_random), cmocka_unit_test(test_all_critical_paths),
		cmocka_unit_test(test_too_many_critical_paths), cmocka_unit_test(test_circuit),
		cmocka_unit_test(test_levels), cmocka_unit_test(test_stages) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
