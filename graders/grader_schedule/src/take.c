/* From cells as they stand to numbers and sets. */
#include "take.h"
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "exact/number_read.h"
#include "grader_schedule/grader_schedule.h"

enum reading take_slip(struct taking *taking, const char *code, const struct raw_cell *cell, size_t start, size_t end)
{
	struct arena *arena = taking->paper->arena;
	size_t shown = end - start < 40 ? end - start : 40;

	while (shown > 0 && ((unsigned char)cell->text[start + shown] & 0xc0) == 0x80)
		shown--;
	struct msg_text message = msg_make(arena, &schedule_reading_messages, code,
		(struct msg_param[]){
			{ "text", arena_memdup(arena, cell->text + start, shown) }, { "extra", "" }, { 0 } });
	if (cell->at == SIZE_MAX)
		return paper_unreadable(taking->paper, message);
	struct slip slip = { .message = message, .start = cell->at + start, .end = cell->at + end };
	return paper_slip(taking->paper, &slip, 0);
}

/* Nothing, or a sign that stands for it. */
static bool is_empty_number(const char *text)
{
	static const char *const words[] = { "", "-", "−", "–", "—", "?", ".", "…", "...", "_", "__", "/", NULL };

	for (size_t i = 0; words[i]; i++) {
		if (strcmp(words[i], text) == 0)
			return true;
	}
	return false;
}

/* "jours", "jour", "j", "j." behind a number. */
static bool is_unit(const struct msg_text *unit, const char *text)
{
	const char *const words[] = { unit->fr, unit->en ? unit->en : unit->fr };
	size_t bytes = strlen(text);

	while (bytes > 0 && (text[bytes - 1] == '.' || text[bytes - 1] == ' '))
		bytes--;
	for (size_t i = 0; i < 2; i++) {
		size_t length = strlen(words[i]);

		if (bytes == 0 || (bytes == 1 && strncasecmp(text, words[i], 1) == 0) ||
			((bytes == length || bytes + 1 == length) && strncasecmp(text, words[i], bytes) == 0))
			return true;
	}
	return false;
}

static void put_ticks(struct cell *out, const struct number *value, struct arena *arena)
{
	const int64_t most = SCHEDULE_DATE_MAX * SCHEDULE_TICKS;
	const struct number *ticks = number_mul(value, number_of(SCHEDULE_TICKS, arena), arena);

	out->given = true;
	out->off = !ticks || !number_is_integer(ticks) || !number_to_int(ticks, &out->ticks) || out->ticks > most ||
		   out->ticks < -most;
	if (out->off)
		out->ticks = 0;
}

/* Digits alone, as almost all cells are. */
static bool take_digits(struct cell *out, const char *text)
{
	int64_t value = 0;
	size_t count = 0;

	while (text[count] >= '0' && text[count] <= '9' && count < 8)
		value = 10 * value + (text[count++] - '0');
	if (count == 0 || text[count] != '\0')
		return false;
	*out = (struct cell){ .given = true, .ticks = value * SCHEDULE_TICKS };
	return true;
}

enum reading take_number(struct taking *taking, struct cell *out, const struct raw_cell *cell)
{
	const struct number_style style = { .fractions = true };
	struct arena *arena = taking->paper->arena;
	struct number_reading read;
	struct slip slip;
	size_t bytes;

	if (!cell->text || is_empty_number(cell->text) || take_digits(out, cell->text))
		return READING_OK;
	bytes = strlen(cell->text);
	if (number_read(&read, cell->text, bytes, &style, arena, &slip) < 0 || read.bytes == 0)
		return take_slip(taking, "cell-number", cell, 0, bytes);
	const char *rest = cell->text + read.bytes;
	while (*rest == ' ' || (unsigned char)*rest == 0xc2 || (unsigned char)*rest == 0xa0)
		rest++;
	if (!is_unit(&taking->asked->unit, rest))
		return take_slip(taking, "cell-number", cell, 0, bytes);
	put_ticks(out, read.value, arena);
	return READING_OK;
}

static enum reading take_numbers(struct taking *taking, enum part part)
{
	size_t rows = part_rows(taking->asked, part);
	struct cell *list = arena_array(taking->paper->arena, rows + 1, sizeof(*list));
	enum reading reading = READING_OK;

	taking->out->numbers[part] = list;
	for (size_t i = 0; i < rows && reading == READING_OK; i++) {
		reading = take_number(taking, &list[i], &taking->raw->rows[part][i]);
		taking->out->shown[part] |= list[i].given;
	}
	return reading;
}

static enum reading take_sets(struct taking *taking, enum part part)
{
	const struct schedule_question *asked = taking->asked;
	struct arena *arena = taking->paper->arena;
	const struct raw_cell *cells = taking->raw->rows[part];
	struct own_set *list = arena_array(arena, asked->count + 1, sizeof(*list));
	const struct names tasks = { asked->tasks.list, asked->count, asked->tasks.single };
	size_t *members, count, at, bytes;
	bool any = false;

	taking->out->sets[part] = list;
	for (size_t i = 0; i < asked->count; i++)
		any |= cells[i].text && *cells[i].text;
	for (size_t i = 0; i < asked->count && any; i++) {
		if (!cells[i].text)
			continue;
		list[i] = (struct own_set){ true, arena_array(arena, asked->count, sizeof(bool)) };
		if (is_none_word(cells[i].text, strlen(cells[i].text)))
			continue;
		if (names_read(&members, &count, &tasks, cells[i].text, &at, &bytes, arena) < 0)
			return take_slip(taking, "cell-tasks", &cells[i], at, at + bytes);
		for (size_t j = 0; j < count; j++)
			list[i].members[members[j]] = true;
	}
	taking->out->shown[part] = any;
	return READING_OK;
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (size_t i = 0; words[i]; i++) {
		if (strcasecmp(words[i], text) == 0)
			return true;
	}
	return false;
}

/* The column of yes and no. */
static enum reading take_ticked(struct taking *taking, enum part part)
{
	static const char *const yes[] = { "x", "oui", "o", "yes", "y", "1", "vrai", "v", "true", "✓", "✔", "×",
		"critique", "critical", NULL };
	static const char *const no[] = { "", "non", "n", "no", "0", "faux", "f", "false", "-", "−", "–", "—", "/",
		NULL };
	struct own_set *set = &taking->out->tasks[part];
	const struct raw_cell *cells = taking->raw->rows[part];

	for (size_t i = 0; i < taking->asked->count; i++) {
		if (!cells[i].text)
			continue;
		if (is_one_of(cells[i].text, yes))
			set->members[i] = true;
		else if (!is_one_of(cells[i].text, no))
			return take_slip(taking, "cell-yes-no", &cells[i], 0, strlen(cells[i].text));
		set->given |= *cells[i].text != '\0';
	}
	return READING_OK;
}

static enum reading take_tasks(struct taking *taking, enum part part)
{
	const struct schedule_question *asked = taking->asked;
	struct own_set *set = &taking->out->tasks[part];
	const struct raw_cell *cell = &taking->raw->whole[part];
	const struct names tasks = { asked->tasks.list, asked->count, asked->tasks.single };
	struct arena *arena = taking->paper->arena;
	size_t *members, count, at, bytes;
	enum reading reading;

	set->members = arena_array(arena, asked->count + 1, sizeof(bool));
	if (cell->text && *cell->text) {
		set->given = true;
		if (!is_none_word(cell->text, strlen(cell->text))) {
			if (names_read(&members, &count, &tasks, cell->text, &at, &bytes, arena) < 0)
				return take_slip(taking, "cell-tasks", cell, at, at + bytes);
			for (size_t j = 0; j < count; j++)
				set->members[members[j]] = true;
		}
	} else if (part == PART_CRITICAL) {
		reading = take_ticked(taking, part);
		if (reading != READING_OK)
			return reading;
	}
	taking->out->shown[part] = set->given;
	return READING_OK;
}

/* "23", "oui, 23 jours"; "non" and its like: the duration stays. */
static enum reading take_changed(struct taking *taking, enum part part)
{
	static const char *const same[] = { "non", "no", "inchangée", "inchangé", "inchangee", "unchanged", "aucun",
		"aucune", "none", "elle ne change pas", "non, elle ne change pas", NULL };
	struct cell *out = arena_array(taking->paper->arena, 1, sizeof(*out));
	const struct raw_cell *cell = &taking->raw->whole[part];
	size_t at = 0;

	taking->out->numbers[part] = out;
	if (!cell->text || is_empty_number(cell->text))
		return READING_OK;
	if (is_one_of(cell->text, same)) {
		*out = (struct cell){ .given = true, .ticks = taking->asked->task_dates.duration };
	} else {
		while (cell->text[at] && (cell->text[at] < '0' || cell->text[at] > '9'))
			at++;
		if (!cell->text[at])
			return take_slip(taking, "what-if-number", cell, 0, strlen(cell->text));
		const struct number_style style = { .fractions = true };
		struct number_reading read;
		struct slip slip;
		if (number_read(&read, cell->text + at, strlen(cell->text + at), &style, taking->paper->arena, &slip) <
			0)
			return take_slip(taking, "cell-number", cell, at, strlen(cell->text));
		put_ticks(out, read.value, taking->paper->arena);
	}
	taking->out->shown[part] = true;
	return READING_OK;
}

static enum reading take_part(struct taking *taking, enum part part)
{
	enum reading reading;

	switch (part_specs[part].form) {
	case FORM_NUMBERS:
		return take_numbers(taking, part);
	case FORM_SETS:
		return take_sets(taking, part);
	case FORM_TASKS:
		return take_tasks(taking, part);
	case FORM_PATH:
	case FORM_PATHS:
		return take_paths(taking, part);
	case FORM_PLAN:
		return take_plan(taking, part);
	case FORM_NUMBER:
		break;
	}
	if (part == PART_WHAT_IF)
		return take_changed(taking, part);
	taking->out->numbers[part] = arena_array(taking->paper->arena, 1, sizeof(struct cell));
	reading = take_number(taking, taking->out->numbers[part], &taking->raw->whole[part]);
	taking->out->shown[part] = taking->out->numbers[part]->given;
	return reading;
}

enum reading schedule_answer_read(
	struct schedule_answer *out, struct paper *paper, const struct schedule_question *asked, const json_t *answer)
{
	struct raw *raw = arena_alloc(paper->arena, sizeof(*raw));
	struct taking taking = { out, raw, paper, asked };
	size_t most = asked->count > asked->dated->count ? asked->count : asked->dated->count;
	enum reading reading;

	*out = (struct schedule_answer){ .any = false };
	for (enum part part = 0; part < PART_COUNT; part++)
		raw->rows[part] = arena_array(paper->arena, asked->asked[part] ? most + 1 : 1, sizeof(struct raw_cell));
	reading = json_is_object(answer) ? sheet_json_read(raw, paper, asked, answer)
					 : sheet_text_read(raw, paper, asked);
	for (enum part part = 0; part < PART_COUNT && reading == READING_OK; part++) {
		if (!asked->asked[part])
			continue;
		reading = take_part(&taking, part);
		out->any |= out->shown[part];
	}
	return reading == READING_OK && !out->any ? READING_BLANK : reading;
}
