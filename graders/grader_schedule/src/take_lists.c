/* Paths, several paths, and which tasks to shorten to what. */
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "exact/number_read.h"
#include "take.h"

static bool read_path(
	struct taking *taking, struct own_path *out, const char *text, size_t *slip_at, size_t *slip_bytes)
{
	const struct schedule_question *asked = taking->asked;
	struct arena *arena = taking->paper->arena;

	out->stages = false;
	if (names_read(&out->steps, &out->count, &asked->tasks, text, slip_at, slip_bytes, arena) == 0)
		return true;
	out->stages = true;
	return asked->pert &&
	       names_read(&out->steps, &out->count, &asked->stages, text, slip_at, slip_bytes, arena) == 0;
}

/* The pieces of a line between signs, each with at least two names; else it is one path. */
static size_t pieces(struct taking *taking, char *line, char sign, const char **out, size_t most)
{
	size_t count = 0, at, bytes, start = 0, length = strlen(line);
	struct arena *arena = taking->paper->arena;
	bool single = false;

	for (size_t i = 0; i <= length; i++) {
		struct own_path path;

		if (line[i] != sign && line[i] != '\0')
			continue;
		const char *piece = arena_memdup(arena, line + start, i - start);
		start = i + 1;
		bool read = read_path(taking, &path, piece, &at, &bytes);
		if (read && path.count == 0)
			continue;
		single |= read && path.count == 1;
		if (count < most)
			out[count++] = piece;
	}
	return single ? 0 : count;
}

/* A remark in parentheses behind a path, " (22 jours)", is no part of it. */
static void cut_remark(char *line)
{
	char *open = strchr(line, '(');

	if (open && open > line && strpbrk(open, "0123456789"))
		*open = '\0';
}

/* " et " and " and " separate paths. */
static void part_words(char *line)
{
	static const char *const words[] = { " et ", " and ", " ou ", " or " };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		for (char *at = strstr(line, words[i]); at; at = strstr(at, words[i])) {
			memset(at, ' ', strlen(words[i]));
			*at = ';';
		}
	}
}

static enum reading add_paths(struct taking *taking, enum part part, char *line, const struct raw_cell *cell)
{
	struct schedule_answer *out = taking->out;
	const char *list[PATHS_MAX];
	size_t count, at = 0, bytes = 0;

	if (!taking->asked->pert)
		cut_remark(line);
	part_words(line);
	count = pieces(taking, line, ';', list, PATHS_MAX);
	if (count < 2)
		count = pieces(taking, line, ',', list, PATHS_MAX);
	if (count < 2) {
		list[0] = line;
		count = 1;
	}
	for (size_t i = 0; i < count; i++) {
		struct own_path path;

		if (!read_path(taking, &path, list[i], &at, &bytes)) {
			const char *text = arena_memdup(taking->paper->arena, list[i] + at, bytes);
			const char *found = strstr(cell->text, text);
			size_t start = found ? (size_t)(found - cell->text) : 0;
			return take_slip(taking, "cell-tasks", cell, start, start + (found ? bytes : 0));
		}
		if (path.count == 0)
			continue;
		if (out->path_count[part] == PATHS_MAX)
			return take_slip(taking, "paths-too-many", cell, 0, 0);
		out->paths[part][out->path_count[part]++] = path;
	}
	return READING_OK;
}

enum reading take_paths(struct taking *taking, enum part part)
{
	const struct raw_cell *cell = &taking->raw->whole[part];
	struct arena *arena = taking->paper->arena;
	enum reading reading = READING_OK;
	char *line, *rest;

	taking->out->paths[part] = arena_array(arena, PATHS_MAX, sizeof(struct own_path));
	if (!cell->text || is_none_word(cell->text, strlen(cell->text)))
		return READING_OK;
	line = rest = arena_strdup(arena, cell->text);
	while (reading == READING_OK && (line = strsep(&rest, "\n")))
		reading = add_paths(taking, part, line, cell);
	taking->out->shown[part] = taking->out->path_count[part] > 0;
	return reading;
}

/* ---- which tasks to shorten ---- */

static const char *skip_blanks(const char *at)
{
	while (*at == ' ' || *at == '\t')
		at++;
	return at;
}

/* Behind a name: "= 3", ": 3", "à 3", "to 3" is the new duration; "- 2", "de 2", "by 2" what it is shorter by. */
static const char *after_sign(const char *at, bool *by)
{
	static const struct {
		const char *sign;
		bool by;
	} signs[] = { { "=", false }, { ":", false }, { "→", false }, { "à ", false }, { "to ", false }, { "-", true },
		{ "−", true }, { "de ", true }, { "d’", true }, { "by ", true } };

	at = skip_blanks(at);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t length = strlen(signs[i].sign);

		if (strncasecmp(at, signs[i].sign, length) != 0)
			continue;
		at = skip_blanks(at + length);
		*by = signs[i].by;
		return *at >= '0' && *at <= '9' ? at : NULL;
	}
	return NULL;
}

static enum reading take_days(struct taking *taking, struct plan_step *step, const char *at, bool by,
	const struct raw_cell *cell, size_t *used)
{
	const struct number_style style = { .fractions = true };
	struct number_reading read;
	struct cell days = { .given = false };
	struct slip slip;
	const char *end;

	if (number_read(&read, at, strlen(at), &style, taking->paper->arena, &slip) < 0)
		return take_slip(taking, "cell-number", cell, (size_t)(at - cell->text), strlen(cell->text));
	struct raw_cell number = { arena_memdup(taking->paper->arena, at, read.bytes), cell->at };
	if (take_number(taking, &days, &number) != READING_OK)
		return READING_UNREADABLE;
	step->has_days = !days.off && days.given;
	step->days = by ? taking->asked->project.days[step->task] - days.ticks : days.ticks;
	end = at + read.bytes;
	/* "3 jours" */
	const char *word = skip_blanks(end);
	size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyz"), unit = strlen(taking->asked->unit.fr);
	if (letters > 0 && letters <= unit && strncasecmp(word, taking->asked->unit.fr, letters) == 0)
		end = word + letters;
	*used = (size_t)(end - at);
	return READING_OK;
}

/* "et", "la tâche": how many bytes to read over; 0: none of these. */
static size_t joint_at(const char *text, size_t letters)
{
	static const char *const words[] = { "et", "and", "la", "les", "the", "tache", "taches", "task", "tasks",
		NULL };

	for (size_t i = 0; words[i]; i++) {
		if (strlen(words[i]) == letters && strncmp(text, words[i], letters) == 0)
			return letters;
	}
	return strncmp(text, "tâches", 7) == 0 ? 7 : strncmp(text, "tâche", 6) == 0 ? 6 : 0;
}

enum reading take_plan(struct taking *taking, enum part part)
{
	const struct schedule_question *asked = taking->asked;
	const struct names tasks = { asked->tasks.list, asked->count, asked->tasks.single };
	const struct raw_cell *cell = &taking->raw->whole[part];
	struct schedule_answer *out = taking->out;
	size_t at = 0, bytes, used;

	out->plan = arena_array(taking->paper->arena, asked->count + 1, sizeof(*out->plan));
	if (!cell->text || is_none_word(cell->text, strlen(cell->text)))
		return READING_OK;
	for (bytes = strlen(cell->text); at < bytes; at += used) {
		const char *text = cell->text + at, *number;
		struct plan_step step = { .has_days = false };
		size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
		bool by;

		used = 1;
		if (strchr(" \t\n,;(){}[]-+.", *text))
			continue;
		size_t joint = joint_at(text, letters);
		if (joint > 0) {
			used = joint;
			continue;
		}
		size_t length = name_at(&tasks, text, bytes - at, &step.task);
		if (length == 0) {
			used = strcspn(text, " \t\n,;(){}[]");
			return take_slip(taking, "cell-tasks", cell, at, at + used);
		}
		for (size_t i = 0; i < out->plan_count; i++) {
			if (out->plan[i].task == step.task)
				return take_slip(taking, "plan-twice", cell, at, at + length);
		}
		used = length;
		number = after_sign(text + length, &by);
		if (number) {
			if (take_days(taking, &step, number, by, cell, &used) != READING_OK)
				return READING_UNREADABLE;
			used += (size_t)(number - text);
		}
		out->plan[out->plan_count++] = step;
	}
	out->shown[part] = out->plan_count > 0;
	return READING_OK;
}
