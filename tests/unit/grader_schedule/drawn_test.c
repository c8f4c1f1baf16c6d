/*
 * Drawn projects of up to 120 tasks, marked against two passes of this file's own: mistakes of a whole column are told as
 * what they are, one wrong cell is the first wrong one and all that follows from it is counted, and the generator keeps
 * its word.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/draw.h"
#include "base/json.h"
#include "grader_schedule/grader_schedule.h"
#include "model/folder.h"

enum { SIDE = 120 };
enum column { EARLIEST, LATEST, TOTAL, FREE, COLUMNS };
static const char *const column_names[] = { "earliest", "latest", "total-float", "free-float" };

/* Tasks in an order in which they may be done. */
struct plain {
	int count, days[SIDE];
	bool before[SIDE][SIDE];
	int column[COLUMNS][SIDE], duration;
};

static void draw_plain(struct plain *out, struct draw *draw, int count, uint32_t density)
{
	memset(out, 0, sizeof(*out));
	out->count = count;
	for (int i = 0; i < count; i++) {
		out->days[i] = 1 + (int)draw_below(draw, 9);
		for (int j = i + 1; j < count; j++)
			out->before[i][j] = draw_below(draw, 100) < density;
	}
}

static int earliest_of(const struct plain *plain, int j, bool least)
{
	int best = -1;

	for (int i = 0; i < j; i++) {
		int date = plain->column[EARLIEST][i] + plain->days[i];
		if (plain->before[i][j] && (best < 0 || (least ? date < best : date > best)))
			best = date;
	}
	return best < 0 ? 0 : best;
}

static int latest_of(const struct plain *plain, int i, bool most)
{
	int best = plain->duration;
	bool any = false;

	for (int j = i + 1; j < plain->count; j++) {
		int date = plain->column[LATEST][j];
		if (plain->before[i][j] && (!any || (most ? date > best : date < best))) {
			best = date;
			any = true;
		}
	}
	return best - plain->days[i];
}

static void make_floats(struct plain *plain)
{
	for (int i = 0; i < plain->count; i++) {
		int next = plain->duration;

		plain->column[TOTAL][i] = plain->column[LATEST][i] - plain->column[EARLIEST][i];
		for (int j = i + 1; j < plain->count; j++)
			if (plain->before[i][j] && plain->column[EARLIEST][j] < next)
				next = plain->column[EARLIEST][j];
		plain->column[FREE][i] = next - plain->column[EARLIEST][i] - plain->days[i];
	}
}

/* All columns; the cell `at` of `column` is `by` off, and all that follows from it follows. */
static void work_out(struct plain *plain, enum column column, int at, int by)
{
	for (int j = 0; j < plain->count; j++)
		plain->column[EARLIEST][j] = earliest_of(plain, j, false) + (column == EARLIEST && j == at ? by : 0);
	plain->duration = 0;
	for (int i = 0; i < plain->count; i++)
		if (plain->column[EARLIEST][i] + plain->days[i] > plain->duration)
			plain->duration = plain->column[EARLIEST][i] + plain->days[i];
	for (int i = plain->count; i-- > 0;)
		plain->column[LATEST][i] = latest_of(plain, i, false) + (column == LATEST && i == at ? by : 0);
	make_floats(plain);
	if (column >= TOTAL && at >= 0)
		plain->column[column][at] += by;
}

static void put_question(struct buf *out, const struct plain *plain, const char *ask)
{
	buf_addstr(out, "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"schedule\", "
			"\"points\": 20, "
			"\"tasks\": {");
	for (int i = 0; i < plain->count; i++) {
		buf_printf(out, "%s\"T%d\": {\"days\": %d, \"after\": \"", i > 0 ? ", " : "", i, plain->days[i]);
		for (int j = 0; j < i; j++)
			if (plain->before[j][i])
				buf_printf(out, "T%d ", j);
		buf_addstr(out, "\"}");
	}
	buf_printf(out, "}, \"ask\": [%s]}]}", ask);
}

static const struct question *load(const char *text, struct arena *arena)
{
	static const struct kind *const kinds[] = { &schedule_kind, NULL };
	const struct folder_file files[] = { { "exercise.json", text, strlen(text) }, { "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		fail_msg("%s: %s", problems.list[0].pointer, problems.list[0].message.en);
	return &exercise->questions[0];
}

static void put_column(json_t *answer, enum column column, const int *values, int count)
{
	json_t *rows = json_object();

	for (int i = 0; i < count; i++) {
		char name[16];

		snprintf(name, sizeof(name), "T%d", i);
		json_object_set_new(rows, name, json_integer(values[i]));
	}
	json_object_set_new(answer, column_names[column], rows);
}

static void grade(struct question_report *out, const struct question *question, json_t *answer, struct arena *arena)
{
	struct grading grading = { .arena = arena };
	struct err err = { 0 };

	*out = (struct question_report){ 0 };
	if (question->kind->grade(&grading, question, json_keep(arena, answer), out, &err) < 0)
		fail_msg("%s", err.text);
}

/* ---- one wrong cell ---- */

static bool is_constant(const struct plain *plain, const int *values)
{
	bool same = true, copied = true;

	for (int i = 0; i < plain->count; i++) {
		same &= values[i] == values[0];
		copied &= values[i] == plain->days[i];
	}
	return same || copied;
}

static void test_one_wrong_cell(void **state)
{
	struct draw draw;
	int tried = 0, named = 0;

	draw_open(&draw, 3, "mutations");
	for (int round = 0; round < 300; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain)), *own = arena_alloc(arena, sizeof(*own));
		enum column column = draw_below(&draw, COLUMNS);
		cleanup_buf struct buf text = BUF_INIT;
		struct question_report report;
		json_t *answer = json_object();
		bool idle = false;
		char name[16];

		draw_plain(plain, &draw, 4 + (int)draw_below(&draw, round % 15 == 0 ? SIDE - 3 : 9),
			10 + draw_below(&draw, 40));
		int at = (int)draw_below(&draw, (uint32_t)plain->count);
		*own = *plain;
		work_out(plain, COLUMNS, -1, 0);
		work_out(own, column, at, 2 + (int)draw_below(&draw, 5));
		put_question(&text, plain, "\"earliest\", \"latest\", \"total-float\", \"free-float\", \"duration\"");
		for (enum column c = 0; c < COLUMNS; c++) {
			put_column(answer, c, own->column[c], own->count);
			idle |= is_constant(own, own->column[c]);
		}
		json_object_set_new(answer, "duration", json_integer(own->duration));
		const struct question *question = load(buf_str(&text), arena);
		grade(&report, question, answer, arena);
		if (idle)
			continue;
		/* Everything but this cell: the columns weigh 35, 35, 7.5, 7.5, the duration 15. */
		struct frac weight = column < TOTAL ? (struct frac){ 7, 1 } : (struct frac){ 3, 2 }, lost, wanted;
		struct err err = { 0 };
		assert_int_equal(frac_div(&lost, weight, frac_int(plain->count), &err), 0);
		assert_int_equal(frac_sub(&wanted, frac_int(20), lost, &err), 0);
		if (frac_cmp(report.points, wanted) != 0)
			fail_msg("%s of T%d: %lld/%lld", column_names[column], at, (long long)report.points.num,
				(long long)report.points.den);
		tried++;
		/* The first wrong cell is named, unless a known mistake explains the whole column. */
		snprintf(name, sizeof(name), "(T%d)", at);
		for (size_t i = 0; i < report.test_count; i++)
			if (report.tests[i].outcome == OUTCOME_FAILED)
				named += strstr(report.tests[i].message.fr, name) != NULL;
		assert_true((report.pictures != NULL) == (plain->count <= 60 && column <= LATEST));
	}
	assert_true(tried > 150);
	if (named * 20 < tried * 19)
		fail_msg("%d of %d wrong cells were named", named, tried);
}

/* ---- mistakes of a whole column ---- */

static void vary(int *out, const struct plain *plain, enum column column, int mistake)
{
	struct plain other = *plain;

	for (int i = 0; i < plain->count; i++) {
		static const enum column swapped[] = { LATEST, EARLIEST, FREE, TOTAL };

		out[i] = plain->column[column][i] + (mistake == 0 ? plain->days[i] : 1);
		if (mistake == 2)
			out[i] = plain->column[swapped[column]][i];
	}
	if (mistake != 3)
		return;
	for (int j = 0; j < plain->count && column == EARLIEST; j++)
		out[j] = other.column[EARLIEST][j] = earliest_of(&other, j, true);
	for (int i = plain->count; i-- > 0 && column == LATEST;)
		out[i] = other.column[LATEST][i] = latest_of(&other, i, true);
}

static void test_whole_columns(void **state)
{
	static const char *const codes[4][COLUMNS] = {
		{ "dates-finish", "dates-finish", "float-with-duration", "float-with-duration" },
		{ "dates-from-one", "dates-from-one", NULL, NULL },
		{ "earliest-is-latest", "latest-forwards", "total-is-free", "free-is-total" },
		{ "earliest-min", "latest-max", NULL, NULL },
	};
	struct draw draw;
	int told[4] = { 0 };

	draw_open(&draw, 4, "columns");
	for (int round = 0; round < 120; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain));
		enum column column = (enum column)(round % COLUMNS);
		cleanup_buf struct buf text = BUF_INIT;
		char ask[40];
		int made[5][SIDE];

		draw_plain(plain, &draw, 4 + (int)draw_below(&draw, 10), 15 + draw_below(&draw, 40));
		work_out(plain, COLUMNS, -1, 0);
		snprintf(ask, sizeof(ask), "\"%s\"", column_names[column]);
		put_question(&text, plain, ask);
		const struct question *question = load(buf_str(&text), arena);
		for (int mistake = 0; mistake < 4; mistake++) {
			struct question_report report;
			json_t *answer = json_object();
			bool earlier = false;

			vary(made[mistake], plain, column, mistake);
			put_column(answer, column, made[mistake], plain->count);
			grade(&report, question, answer, arena);
			for (int i = 0; i < mistake; i++)
				earlier |= memcmp(made[i], made[mistake], (size_t)plain->count * sizeof(int)) == 0;
			if (memcmp(made[mistake], plain->column[column], (size_t)plain->count * sizeof(int)) == 0) {
				assert_int_equal(report.verdict, VERDICT_CORRECT);
				continue;
			}
			if (!codes[mistake][column] || earlier)
				continue;
			if (report.tests[0].outcome != OUTCOME_FAILED ||
				strcmp(report.tests[0].message.code, codes[mistake][column]) != 0)
				fail_msg("%s is told as %s", codes[mistake][column], report.tests[0].message.code);
			told[mistake]++;
		}
	}
	for (int mistake = 0; mistake < 4; mistake++)
		assert_true(told[mistake] > 20);
}

/* ---- one table, written in many ways ---- */

struct notation {
	const char *between, *begin, *end; /* of cells, of a line */
	const char *headings[COLUMNS];
	const char *corner;
};
static const struct notation notations[] = {
	{ " | ", "| ", " |", { "Au plus tôt", "Au plus tard", "Marge totale", "Marge libre" }, "Tâche" },
	{ ";", "", "", { "DÉBUT AU PLUS TÔT", "début au plus tard", "M.T.", "M.L." }, "tâches" },
	{ "\t", "", "", { "Earliest", "Latest", "Total float", "Free float" }, "Task" },
	{ " ", "  ", "", { "tôt", "tard", "MT", "ML" }, "Tâche" },
	{ " │ ", "│ ", " │", { "Date de début au plus tôt", "Date au plus tard", "Marges totales", "Marges libres" },
		"" },
	{ ",", "", "", { "ES", "LS", "TF", "FF" }, "task" },
	{ "   ", "", "  ", { "Earliest start", "Latest start", "Total slack", "Free slack" }, "Activity" },
};

/* Rows and columns in a drawn order; turned: headings down the side. */
static void write_table(
	struct buf *out, const struct plain *plain, const struct notation *notation, struct draw *draw, bool turned)
{
	int columns[COLUMNS] = { 0, 1, 2, 3 }, side = turned ? COLUMNS : plain->count,
	    top = turned ? plain->count : COLUMNS;
	int first = (int)draw_below(draw, (uint32_t)plain->count), shift = (int)draw_below(draw, COLUMNS);

	for (int i = -1; i < side; i++) {
		buf_addstr(out, notation->begin);
		for (int j = -1; j < top; j++) {
			int task = ((turned ? j : i) + first) % plain->count;
			int column = columns[((turned ? i : j) + shift + COLUMNS) % COLUMNS];
			bool of_task = turned ? j >= 0 : i >= 0, of_column = turned ? i >= 0 : j >= 0;

			buf_addstr(out, j >= 0 ? notation->between : "");
			if (of_task && of_column)
				buf_printf(out, "%d", plain->column[column][task]);
			else if (of_task)
				buf_printf(out, "T%d", task);
			else
				buf_addstr(out, of_column ? notation->headings[column] : notation->corner);
		}
		buf_printf(out, "%s%s", notation->end, "\n");
	}
}

static void test_notations(void **state)
{
	struct draw draw;

	draw_open(&draw, 6, "notations");
	for (int round = 0; round < 140; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain));
		const struct notation *notation = &notations[round % 7];
		cleanup_buf struct buf text = BUF_INIT, table = BUF_INIT;
		struct question_report report;
		bool turned = round % 2 == 1;

		/* Words between single blanks, and an empty corner, cannot stand anywhere. */
		if (turned && *notation->corner == '\0')
			continue;
		draw_plain(plain, &draw, 3 + (int)draw_below(&draw, 9), 20 + draw_below(&draw, 30));
		work_out(plain, COLUMNS, -1, 0);
		put_question(&text, plain, "\"free-float\", \"earliest\", \"total-float\", \"latest\"");
		write_table(&table, plain, notation, &draw, turned);
		grade(&report, load(buf_str(&text), arena), json_string(buf_str(&table)), arena);
		if (report.verdict != VERDICT_CORRECT)
			fail_msg("%s is read as something else: %s", buf_str(&table),
				report.feedback_count > 0 ? report.feedback[0].fr : "");
	}
}

/* ---- answers that take no work ---- */

static void test_idle(void **state)
{
	static const char *const asks[] = {
		"\"earliest\", \"latest\", \"total-float\", \"free-float\", \"critical-path\", \"duration\"",
		"\"earliest\"", "\"latest\", \"critical-tasks\"", "\"total-float\", \"free-float\", \"critical-paths\"",
		"\"levels\", \"successors\"", "\"predecessors\"", "\"earliest-finish\", \"latest-finish\""
	};
	struct draw draw;

	draw_open(&draw, 5, "idle");
	for (int round = 0; round < 140; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct plain *plain = arena_alloc(arena, sizeof(*plain));
		cleanup_buf struct buf text = BUF_INIT;
		json_t *list, *answer;
		size_t i;

		draw_plain(plain, &draw, 5 + (int)draw_below(&draw, 6), 30 + draw_below(&draw, 20));
		put_question(&text, plain, asks[round % 7]);
		const struct question *question = load(buf_str(&text), arena);
		list = question->kind->idle(question, arena);
		assert_true(json_array_size(list) >= 3);
		json_array_foreach(list, i, answer)
		{
			struct question_report report;

			grade(&report, question, json_incref(answer), arena);
			if (report.verdict != VERDICT_CORRECT && frac_cmp(report.points, frac_int(2)) > 0)
				fail_msg("%s: idle answer %zu earns %lld/%lld", asks[round % 7], i,
					(long long)report.points.num, (long long)report.points.den);
		}
	}
}

/* ---- a project with very many critical paths ---- */

static void test_many_paths(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct plain *plain = arena_alloc(arena, sizeof(*plain));
	cleanup_buf struct buf text = BUF_INIT;
	struct question_report report;
	json_t *answer = json_object(), *path = json_array();

	plain->count = SIDE;
	for (int i = 0; i < SIDE; i++) {
		plain->days[i] = 1;
		for (int j = i / 3 * 3 + 3; j < i / 3 * 3 + 6 && j < SIDE; j++)
			plain->before[i][j] = true;
	}
	put_question(&text, plain, "\"critical-path\", \"total-float\"");
	for (int i = 1; i < SIDE; i += 3) {
		char name[16];

		snprintf(name, sizeof(name), "T%d", i);
		json_array_append_new(path, json_string(name));
	}
	json_object_set_new(answer, "critical-path", path);
	put_column(answer, TOTAL, plain->column[TOTAL], SIDE);
	grade(&report, load(buf_str(&text), arena), answer, arena);
	assert_int_equal(report.verdict, VERDICT_CORRECT);
}

/* ---- the generator ---- */

static void check_drawn(const json_t *tasks, size_t paths, size_t levels)
{
	struct plain plain = { 0 };
	size_t level[SIDE] = { 0 }, top = 0, ways[SIDE] = { 0 }, all = 0;
	const json_t *task;
	const char *name;
	bool waits = false;

	json_object_foreach((json_t *)(uintptr_t)tasks, name, task)
	{
		const char *after = json_string_value(json_object_get(task, "after"));
		int i = plain.count++;

		assert_int_equal(name[0] - 'A', i);
		plain.days[i] = (int)json_integer_value(json_object_get(task, "days"));
		assert_in_range(plain.days[i], 1, 9);
		for (; *after; after++)
			if (*after >= 'A' && *after <= 'Z')
				plain.before[*after - 'A'][i] = true;
	}
	assert_in_range(plain.count, 6, 8);
	work_out(&plain, COLUMNS, -1, 0);
	for (int j = 0; j < plain.count; j++) {
		bool begins = true, ends = true;

		for (int i = 0; i < plain.count; i++) {
			begins &= !plain.before[i][j];
			ends &= !plain.before[j][i];
			if (plain.before[i][j] && level[i] + 1 > level[j])
				level[j] = level[i] + 1;
			if (plain.before[i][j] && plain.column[TOTAL][i] == 0 &&
				plain.column[EARLIEST][i] + plain.days[i] == plain.column[EARLIEST][j])
				ways[j] += ways[i];
		}
		if (plain.column[TOTAL][j] != 0)
			ways[j] = 0;
		else if (begins)
			ways[j] = 1;
		all += ends ? ways[j] : 0;
		top = level[j] > top ? level[j] : top;
		waits |= plain.column[TOTAL][j] > 0;
	}
	assert_true(waits);
	assert_int_equal(all, paths);
	assert_int_equal(top + 1, levels);
}

static void test_generator(void **state)
{
	static const struct kind *const kinds[] = { &schedule_kind, NULL };
	static const char text[] =
		"{\"format\": 1, \"title\": \"T\", \"parameters\": {\"t\": {\"tasks\": {\"count\": [6, 8], "
		"\"critical_paths\": 2, "
		"\"levels\": 4}}}, \"questions\": [{\"id\": \"q\", \"kind\": \"schedule\", \"tasks\": \"$t\", \"ask\": "
		"[\"critical-paths\", \"shorten\"], \"finish_by\": \"$t.sooner\"}]}";
	const struct folder_file files[] = { { "exercise.json", text, sizeof(text) - 1 },
		{ "statement.fr.md", "{{t.table}}", 11 } };
	struct folder folder = { .files = files, .count = 2 };

	cleanup_arena struct arena *arena = arena_new(0);
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		fail_msg("%s: %s", problems.list[0].pointer, problems.list[0].message.en);
	for (uint64_t seed = 1; seed <= 60; seed++) {
		const struct exercise *drawn = exercise_draw(exercise, seed, &problems, arena);
		json_t *questions;

		assert_non_null(drawn);
		questions = json_object_get(drawn->root, "questions");
		check_drawn(json_object_get(json_array_get(questions, 0), "tasks"), 2, 4);
	}
}

/* What an author may not wish for. */
static void test_wishes(void **state)
{
	static const struct kind *const kinds[] = { &schedule_kind, NULL };
	static const struct {
		const char *wish, *code;
	} rows[] = { { "\"count\": 3", "tasks-range" }, { "\"count\": [8, 6]", "tasks-range" },
		{ "\"days\": [0, 5]", "tasks-range" }, { "\"count\": 5, \"levels\": 6", "tasks-levels" },
		{ "\"count\": 4, \"critical_paths\": 4", "tasks-rare" } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const char *text = arena_printf(arena,
			"{\"format\": 1, \"title\": \"T\", \"parameters\": {\"t\": {\"tasks\": {%s}}}, \"questions\": "
			"[{\"id\": "
			"\"q\", \"kind\": \"schedule\", \"tasks\": \"$t\", \"ask\": \"levels\"}]}",
			rows[i].wish);
		const struct folder_file files[] = { { "exercise.json", text, strlen(text) },
			{ "statement.fr.md", "{{t}}", 5 } };
		struct folder folder = { .files = files, .count = 2 };
		struct problems problems = { 0 };

		assert_null(exercise_load(&folder, "a.b", kinds, &problems, arena));
		assert_string_equal(problems.list[0].message.code, rows[i].code);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_one_wrong_cell), cmocka_unit_test(test_whole_columns),
		cmocka_unit_test(test_many_paths), cmocka_unit_test(test_idle), cmocka_unit_test(test_notations),
		cmocka_unit_test(test_generator), cmocka_unit_test(test_wishes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
