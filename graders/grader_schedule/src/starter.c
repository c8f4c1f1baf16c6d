/* The empty sheet to start from, the right answer, and both as one line by part. */
#include <string.h>
#include "answer.h"
#include "base/buf.h"
#include "base/json.h"
#include "grader_schedule/grader_schedule.h"

static const char *label(const char *code, struct arena *arena)
{
	return msg_make(arena, &schedule_author_messages, code, NULL).fr;
}

static bool in_table(const struct schedule_question *asked, enum part part, bool stages)
{
	enum part_form form = part_specs[part].form;
	bool of_stages = asked->pert && (part == PART_EARLIEST || part == PART_LATEST);

	return asked->asked[part] && (form == FORM_NUMBERS || form == FORM_SETS) && of_stages == stages;
}

static void add_table(struct buf *out, const struct schedule_question *asked, bool stages, struct arena *arena)
{
	const struct names *names = stages ? &asked->stages : &asked->tasks;
	size_t columns = 0, rows = stages ? asked->stages.count : asked->count;

	for (enum part part = 0; part < PART_COUNT; part++)
		columns += in_table(asked, part, stages);
	if (columns == 0)
		return;
	if (out->len > 0)
		buf_addch(out, '\n');
	buf_printf(out, "| %s |", label(stages ? "heading-stage" : "heading-task", arena));
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (in_table(asked, part, stages))
			buf_printf(out, " %s |", label(part_specs[part].label, arena));
	}
	buf_addstr(out, "\n|");
	for (size_t i = 0; i <= columns; i++)
		buf_addstr(out, "---|");
	buf_addch(out, '\n');
	for (size_t row = 0; row < rows; row++) {
		buf_printf(out, "| %s |", names->list[row]);
		for (size_t i = 0; i < columns; i++)
			buf_addstr(out, "  |");
		buf_addch(out, '\n');
	}
}

void schedule_make_starter(struct schedule_question *asked, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;
	bool lines = false;

	add_table(&out, asked, true, arena);
	add_table(&out, asked, false, arena);
	for (enum part part = 0; part < PART_COUNT; part++) {
		enum part_form form = part_specs[part].form;

		if (!asked->asked[part] || form == FORM_NUMBERS || form == FORM_SETS)
			continue;
		buf_printf(&out, "%s%s :\n", !lines && out.len > 0 ? "\n" : "", label(part_specs[part].label, arena));
		lines = true;
	}
	asked->starter = arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- right answers ---- */

static const char *set_text(const struct schedule_question *asked, const bool *members, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < asked->count; i++) {
		if (members[i])
			buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", asked->tasks.list[i]);
	}
	return out.len > 0 ? arena_memdup(arena, buf_str(&out), out.len) : "-";
}

static const char *row_set_text(const struct schedule_question *asked, enum part part, size_t row, struct arena *arena)
{
	bool *members = arena_array(arena, asked->count + 1, sizeof(*members));

	for (size_t i = 0; i < asked->count; i++)
		members[i] = part_holds(asked, part, row, i);
	return set_text(asked, members, arena);
}

static json_t *reference_rows(const struct schedule_question *asked, enum part part, struct arena *arena)
{
	json_t *rows = json_object();

	for (size_t i = 0; i < part_rows(asked, part); i++)
		json_object_set_new(rows, part_names(asked, part)->list[i],
			json_string(part_specs[part].form == FORM_SETS
					    ? row_set_text(asked, part, i, arena)
					    : ticks_plain(part_truth(asked, part, i), arena)));
	return rows;
}

static json_t *reference_of(const struct schedule_question *asked, enum part part, struct arena *arena)
{
	json_t *list = NULL;

	switch (part_specs[part].form) {
	case FORM_NUMBERS:
	case FORM_SETS:
		return reference_rows(asked, part, arena);
	case FORM_NUMBER:
		return json_string(ticks_plain(part_truth(asked, part, 0), arena));
	case FORM_TASKS:
		return json_string(set_text(asked, part_tasks(asked, part, arena), arena));
	case FORM_PLAN:
		return json_string(set_text(asked, asked->plan, arena));
	case FORM_PATH:
		return json_string(path_text(asked, &asked->critical.list[0], arena));
	case FORM_PATHS:
		list = json_array();
		for (size_t i = 0; i < asked->critical.count; i++)
			json_array_append_new(list, json_string(path_text(asked, &asked->critical.list[i], arena)));
		break;
	}
	return list;
}

/* What an answer may look like: one value of the first two parts, which need not be right. */
static void make_example(struct schedule_question *asked, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;
	json_t *out = json_object();

	for (enum part part = 0; part < PART_COUNT && json_object_size(out) < 2; part++) {
		const char *name = part_names(asked, part)->list[0];
		enum part_form form = part_specs[part].form;

		if (!asked->asked[part])
			continue;
		if (form == FORM_NUMBERS || form == FORM_SETS)
			json_object_set_new(
				out, part_specs[part].name, json_pack("{s:s}", name, form == FORM_NUMBERS ? "1" : "-"));
		else
			json_object_set_new(out, part_specs[part].name, json_string(form == FORM_NUMBER ? "5" : name));
	}
	json_print(&text, out);
	json_decref(out);
	asked->example = arena_memdup(arena, buf_str(&text), text.len);
}

void schedule_make_reference(struct schedule_question *asked, struct arena *arena)
{
	json_t *out = json_object();

	for (enum part part = 0; part < PART_COUNT; part++) {
		if (asked->asked[part])
			json_object_set_new(out, part_specs[part].name, reference_of(asked, part, arena));
	}
	asked->reference = json_keep(arena, out);
	make_example(asked, arena);
}

const char *part_expected(const struct schedule_question *asked, enum part part, struct arena *arena)
{
	json_t *value = json_object_get(asked->reference, part_specs[part].name), *inside;
	cleanup_buf struct buf out = BUF_INIT;
	const char *key;
	size_t i;

	if (json_is_string(value))
		buf_addstr(&out, json_string_value(value));
	json_array_foreach(value, i, inside) buf_printf(&out, "%s%s", i > 0 ? "; " : "", json_string_value(inside));
	json_object_foreach(value, key, inside)
		buf_printf(&out, "%s%s: %s", out.len > 0 ? "; " : "", key, json_string_value(inside));
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- what was given ---- */

static void add_numbers(struct buf *out, const struct judging *judging, enum part part)
{
	const struct cell *cells = judging->answer->numbers[part];

	for (size_t i = 0; i < part_rows(judging->asked, part); i++) {
		if (part_specs[part].form == FORM_NUMBERS)
			buf_printf(out, "%s%s: ", i > 0 ? "; " : "", part_names(judging->asked, part)->list[i]);
		buf_addstr(out, !cells[i].given ? "."
				: cells[i].off  ? "?"
						: ticks_plain(cells[i].ticks, judging->arena));
	}
}

static void add_paths(struct buf *out, const struct judging *judging, enum part part)
{
	for (size_t i = 0; i < judging->answer->path_count[part]; i++) {
		const struct own_path *path = &judging->answer->paths[part][i];
		const struct names *names = path->stages ? &judging->asked->stages : &judging->asked->tasks;

		for (size_t j = 0; j < path->count && j < SCHEDULE_TASKS_MAX; j++)
			buf_printf(out, "%s%s", j > 0 ? "-" : i > 0 ? "; " : "", names->list[path->steps[j]]);
	}
}

const char *part_got(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	const struct schedule_answer *answer = judging->answer;
	struct arena *arena = judging->arena;
	cleanup_buf struct buf out = BUF_INIT;

	switch (part_specs[part].form) {
	case FORM_NUMBERS:
	case FORM_NUMBER:
		add_numbers(&out, judging, part);
		break;
	case FORM_SETS:
		for (size_t i = 0; i < asked->count; i++) {
			const struct own_set *set = &answer->sets[part][i];

			buf_printf(&out, "%s%s: %s", i > 0 ? "; " : "", asked->tasks.list[i],
				set->given ? set_text(asked, set->members, arena) : ".");
		}
		break;
	case FORM_TASKS:
		buf_addstr(&out, set_text(asked, answer->tasks[part].members, arena));
		break;
	case FORM_PATH:
	case FORM_PATHS:
		add_paths(&out, judging, part);
		break;
	case FORM_PLAN:
		for (size_t i = 0; i < answer->plan_count; i++) {
			const struct plan_step *step = &answer->plan[i];

			buf_printf(&out, "%s%s", i > 0 ? "; " : "", asked->tasks.list[step->task]);
			if (step->has_days)
				buf_printf(&out, " = %s", ticks_plain(step->days, arena));
		}
		break;
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}
