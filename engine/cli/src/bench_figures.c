#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "bench.h"
#include "dispatch/kinds.h"

void figure_add(struct figure *figure, double us)
{
	if (figure->count == figure->cap) {
		figure->cap = figure->cap ? 2 * figure->cap : 256;
		figure->us = realloc(figure->us, figure->cap * sizeof(double));
		if (!figure->us)
			abort();
	}
	figure->us[figure->count++] = us;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

double figure_at(struct figure *figure, double fraction)
{
	if (figure->count == 0)
		return 0;
	qsort(figure->us, figure->count, sizeof(double), compare);
	return figure->us[(size_t)(fraction * (double)(figure->count - 1) + 0.5)];
}

void figure_release(struct figure *figure)
{
	free(figure->us);
	figure->us = NULL;
	figure->count = figure->cap = 0;
}

/* A beginner's answer, and the same with a state that the proof must refuse. */
const char bench_answer_shared[] =
	"def maximum(l):\n    m = l[0]\n    for x in l:\n        if x > m:\n            m = x\n    return m\n";
const char bench_answer_apart[] =
	"n = 0\ndef maximum(l):\n    global n\n    n = n + 1\n    m = l[0]\n    for x in l:\n        if x > m:\n"
	"            m = x\n    return m\n";

static const char *exercise_json(unsigned tests, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;
	buf_addstr(&text, "{\"format\": 1, \"title\": \"Maximum\", \"questions\": [{\"id\": \"maximum\", \"kind\": "
			  "\"python-function\", "
			  "\"points\": 20, \"entry\": \"maximum\", \"params\": [\"l\"], \"tests\": [");
	for (unsigned i = 0; i < tests; i++)
		buf_printf(&text, "%s{\"call\": \"maximum([3, %u, 2])\", \"returns\": \"%u\"}", i ? ", " : "", i + 4,
			i + 4);
	buf_addstr(&text, "]}]}");
	return arena_strdup(arena, buf_str(&text));
}

const struct exercise *bench_exercise(unsigned tests, struct arena *arena, struct err *err)
{
	const char *json = exercise_json(tests, arena);
	struct folder_file files[] = {
		{ "exercise.json", json, strlen(json) },
		{ "solution.py", bench_answer_shared, strlen(bench_answer_shared) },
		{ "statement.fr.md", "Maximum.", 8 },
	};
	struct folder made = { .files = files, .count = 3 }, *folder = arena_alloc(arena, sizeof(*folder));
	cleanup_buf struct buf pack = BUF_INIT;
	struct problems problems = { 0 };
	folder_pack(&pack, &made);
	if (folder_unpack(folder, buf_str(&pack), pack.len, arena, err) < 0)
		return NULL;
	const struct exercise *exercise = exercise_load(folder, "banc.maximum", all_kinds, &problems, arena);
	if (!exercise)
		err_set(err, ERR_INTERNAL, "the bench's exercise does not load");
	return exercise;
}

int bench_write_exercise(const char *root, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const char *json = exercise_json(10, arena);
	const char *folder = arena_printf(arena, "%s/banc/maximum", root);
	if (file_mkdirs(folder, 0755, err) < 0 ||
		file_write_durable(arena_printf(arena, "%s/exercise.json", folder), json, strlen(json), err) < 0 ||
		file_write_durable(arena_printf(arena, "%s/statement.fr.md", folder), "Maximum.", 8, err) < 0)
		return -1;
	return file_write_durable(
		arena_printf(arena, "%s/solution.py", folder), bench_answer_shared, strlen(bench_answer_shared), err);
}
