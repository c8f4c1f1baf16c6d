/*
 * The first wrong cell of a column: its rule, written with the student's own numbers, and the slip that makes exactly
 * what stands there, where there is one.
 */
#include <string.h>
#include "base/buf.h"
#include "grader_schedule/grader_schedule.h"
#include "say.h"

enum { TERMS_MAX = 6 };

struct cell_words {
	const struct judging *judging;
	const struct schedule_question *asked;
	enum part part;
	size_t row;
	int64_t right, got;
	struct words words;
};

static const char *date_word(enum date date, enum lang lang)
{
	if (lang == LANG_FR)
		return date == DATE_EARLIEST ? "tôt" : "tard";
	return date == DATE_EARLIEST ? "earliest" : "latest";
}

static const char *between(enum lang lang)
{
	return lang == LANG_FR ? "\u00a0; " : ", ";
}

/* " + 4", " − 4"; nothing for a dummy. */
static void add_days(struct buf *out, int64_t days, bool minus, enum lang lang, struct arena *arena)
{
	if (days != 0)
		buf_printf(out, " %s %s", minus ? "−" : "+", ticks_text(days, lang, arena));
}

/* "max(tôt(B) + 4 ; tôt(E) + 1) = max(6 ; 11)", and for one way only "tôt(E) + 1 = 10 + 1". */
static void add_ways(struct buf *out, const struct cell_words *cell, enum date date, enum lang lang)
{
	const struct network *network = cell->asked->dated;
	const struct names *names = cell->asked->dated_names;
	struct arena *arena = cell->judging->arena;
	bool into = date == DATE_EARLIEST;
	const size_t *arcs = into ? network->into : network->out;
	const size_t *start = into ? network->into_start : network->out_start;
	size_t first = start[cell->row], count = start[cell->row + 1] - first;
	cleanup_buf struct buf values = BUF_INIT;
	const char *name = into ? "max(" : "min(";

	if (count > 1)
		buf_addstr(out, name);
	for (size_t i = 0; i < count && i < TERMS_MAX; i++) {
		const struct network_arc *arc = &network->arcs[arcs[first + i]];
		size_t other = into ? arc->from : arc->to;
		int64_t own = 0;

		(void)own_date(cell->judging, date, other, &own);
		buf_printf(out, "%s%s(%s)", i > 0 ? between(lang) : "", date_word(date, lang), names->list[other]);
		add_days(out, arc->days, !into, lang, arena);
		buf_addstr(&values, i > 0 ? between(lang) : "");
		if (count == 1) {
			buf_addstr(&values, ticks_text(own, lang, arena));
			add_days(&values, arc->days, !into, lang, arena);
		} else {
			buf_addstr(&values, ticks_text(own + (into ? arc->days : -arc->days), lang, arena));
		}
	}
	if (count > TERMS_MAX) {
		buf_printf(out, "%s…", between(lang));
		buf_printf(&values, "%s…", between(lang));
	}
	buf_printf(out, "%s = %s%s%s", count > 1 ? ")" : "", count > 1 ? name : "", buf_str(&values),
		count > 1 ? ")" : "");
}

static void date_formula(struct buf *out, const struct cell_words *cell, enum date date, enum lang lang)
{
	const struct network *network = cell->asked->dated;
	const size_t *start = date == DATE_EARLIEST ? network->into_start : network->out_start;
	struct arena *arena = cell->judging->arena;
	int64_t duration = 0;

	buf_printf(out, "%s(%s) = ", date_word(date, lang), cell->asked->dated_names->list[cell->row]);
	if (start[cell->row] < start[cell->row + 1]) {
		add_ways(out, cell, date, lang);
	} else if (date == DATE_EARLIEST) {
		buf_addstr(out, "0");
		return;
	} else {
		(void)own_duration(cell->judging, &duration);
		if (network->tail[cell->row] == 0) {
			buf_addstr(out, ticks_text(duration, lang, arena));
			return;
		}
		buf_addstr(out, ticks_text(duration, lang, arena));
		add_days(out, network->tail[cell->row], true, lang, arena);
	}
	buf_printf(out, " = %s", ticks_text(cell->right, lang, arena));
}

/* "fin au plus tôt(B) = 2 + 4 = 6" */
static void finish_formula(struct buf *out, const struct cell_words *cell, enum date date, enum lang lang)
{
	struct arena *arena = cell->judging->arena;
	int64_t days = cell->asked->project.days[cell->row];

	buf_printf(out, "%s(%s) + %s = %s + %s = %s", date_word(date, lang), cell->asked->tasks.list[cell->row],
		ticks_text(days, lang, arena), ticks_text(cell->right - days, lang, arena),
		ticks_text(days, lang, arena), ticks_text(cell->right, lang, arena));
}

static void total_formula(struct buf *out, const struct cell_words *cell, enum lang lang)
{
	const struct schedule_question *asked = cell->asked;
	struct arena *arena = cell->judging->arena;
	size_t from = asked->pert ? asked->stage_arcs[cell->row].from : cell->row;
	size_t to = asked->pert ? asked->stage_arcs[cell->row].to : cell->row;
	int64_t early = 0, late = 0, days = asked->pert ? asked->project.days[cell->row] : 0;

	(void)own_date(cell->judging, DATE_EARLIEST, from, &early);
	(void)own_date(cell->judging, DATE_LATEST, to, &late);
	buf_printf(out, "%s(%s) − %s(%s)", date_word(DATE_LATEST, lang), asked->dated_names->list[to],
		date_word(DATE_EARLIEST, lang), asked->dated_names->list[from]);
	add_days(out, days, true, lang, arena);
	buf_printf(out, " = %s − %s", ticks_text(late, lang, arena), ticks_text(early, lang, arena));
	add_days(out, days, true, lang, arena);
	buf_printf(out, " = %s", ticks_text(cell->right, lang, arena));
}

/* The earliest date among those that follow, less the own one and the duration. */
static void free_formula(struct buf *out, const struct cell_words *cell, enum lang lang)
{
	const struct schedule_question *asked = cell->asked;
	const struct network *network = asked->dated;
	struct arena *arena = cell->judging->arena;
	size_t v = cell->row, from = asked->pert ? asked->stage_arcs[v].from : v, first, count;
	int64_t early = 0, date = 0, days = asked->project.days[v];
	const char *word = date_word(DATE_EARLIEST, lang);

	(void)own_date(cell->judging, DATE_EARLIEST, from, &early);
	if (asked->pert) {
		buf_printf(out, "%s(%s)", word, asked->dated_names->list[asked->stage_arcs[v].to]);
		(void)own_date(cell->judging, DATE_EARLIEST, asked->stage_arcs[v].to, &date);
	} else {
		first = network->out_start[v];
		count = network->out_start[v + 1] - first;
		if (count == 0)
			buf_addstr(out, lang == LANG_FR ? "durée" : "duration");
		if (count > 1)
			buf_addstr(out, "min(");
		for (size_t i = 0; i < count && i < TERMS_MAX; i++)
			buf_printf(out, "%s%s(%s)", i > 0 ? between(lang) : "", word,
				asked->tasks.list[network->arcs[network->out[first + i]].to]);
		if (count > 1)
			buf_printf(out, "%s)", count > TERMS_MAX ? "…" : "");
		date = cell->right + early + days;
	}
	buf_printf(out, " − %s(%s)", word, asked->dated_names->list[from]);
	add_days(out, days, true, lang, arena);
	buf_printf(out, " = %s − %s", ticks_text(date, lang, arena), ticks_text(early, lang, arena));
	add_days(out, days, true, lang, arena);
	buf_printf(out, " = %s", ticks_text(cell->right, lang, arena));
}

static void level_formula(struct buf *out, const struct cell_words *cell, enum lang lang)
{
	const struct network *network = &cell->asked->project.network;
	size_t first = network->into_start[cell->row], count = network->into_start[cell->row + 1] - first;
	struct arena *arena = cell->judging->arena;
	const char *word = lang == LANG_FR ? "niveau" : "level";

	buf_printf(out, "%s(%s) = ", word, cell->asked->tasks.list[cell->row]);
	if (count > 0) {
		buf_printf(out, "1 + %s", count > 1 ? "max(" : "");
		for (size_t i = 0; i < count && i < TERMS_MAX; i++) {
			size_t other = network->arcs[network->into[first + i]].from;

			buf_printf(out, "%s%s(%s)", i > 0 ? between(lang) : "", word, cell->asked->tasks.list[other]);
		}
		buf_printf(out, "%s%s = 1 + %s = ", count > TERMS_MAX ? "…" : "", count > 1 ? ")" : "",
			ticks_text(cell->right - SCHEDULE_TICKS, lang, arena));
	}
	buf_addstr(out, ticks_text(cell->right, lang, arena));
}

/* The longest of the finish dates. */
static void duration_formula(struct buf *out, const struct cell_words *cell, enum lang lang)
{
	const struct network *network = cell->asked->dated;
	struct arena *arena = cell->judging->arena;
	int64_t date = 0;

	for (size_t v = 0; v < network->count; v++) {
		if (!own_date(cell->judging, DATE_EARLIEST, v, &date) || date + network->tail[v] != cell->right)
			continue;
		buf_printf(out, "%s(%s)", date_word(DATE_EARLIEST, lang), cell->asked->dated_names->list[v]);
		add_days(out, network->tail[v], false, lang, arena);
		buf_printf(out, " = %s", ticks_text(date, lang, arena));
		add_days(out, network->tail[v], false, lang, arena);
		if (network->tail[v] != 0)
			buf_printf(out, " = %s", ticks_text(cell->right, lang, arena));
		return;
	}
	buf_addstr(out, ticks_text(cell->right, lang, arena));
}

static void formula(struct buf *out, const struct cell_words *cell, enum lang lang)
{
	switch (cell->part) {
	case PART_LEVELS:
		level_formula(out, cell, lang);
		break;
	case PART_EARLIEST:
		date_formula(out, cell, DATE_EARLIEST, lang);
		break;
	case PART_LATEST:
		date_formula(out, cell, DATE_LATEST, lang);
		break;
	case PART_EARLIEST_FINISH:
	case PART_LATEST_FINISH:
		finish_formula(out, cell, cell->part == PART_EARLIEST_FINISH ? DATE_EARLIEST : DATE_LATEST, lang);
		break;
	case PART_TOTAL:
		total_formula(out, cell, lang);
		break;
	case PART_FREE:
		free_formula(out, cell, lang);
		break;
	default:
		duration_formula(out, cell, lang);
		break;
	}
}

/* ---- the slip in it ---- */

/* Of a date: without the durations on the ways, of the neighbour that counts. */
static bool forgot_duration(const struct cell_words *cell, bool into)
{
	const struct network *network = cell->asked->dated;
	const size_t *arcs = into ? network->into : network->out;
	const size_t *start = into ? network->into_start : network->out_start;
	enum date date = into ? DATE_EARLIEST : DATE_LATEST;
	int64_t best = 0, own;

	if (start[cell->row] == start[cell->row + 1])
		return false;
	for (size_t i = start[cell->row]; i < start[cell->row + 1]; i++) {
		const struct network_arc *arc = &network->arcs[arcs[i]];

		if (!own_date(cell->judging, date, into ? arc->from : arc->to, &own))
			return false;
		if (i == start[cell->row] || (into ? own > best : own < best))
			best = own;
	}
	return best == cell->got && best != cell->right;
}

static const char *date_slip(struct cell_words *cell, bool earliest)
{
	const struct network *network = cell->asked->dated;
	const size_t *start = earliest ? network->into_start : network->out_start;
	bool edge = start[cell->row] == start[cell->row + 1];
	int64_t other;

	if (edge)
		return earliest ? "earliest-begin" : "latest-end";
	if (rule_value_opposite(cell->judging, cell->part, cell->row, &other) && other == cell->got)
		return earliest ? "earliest-first-min" : "latest-first-max";
	if (!cell->asked->pert && cell->got == cell->right + cell->asked->project.days[cell->row])
		return "date-first-finish";
	if (forgot_duration(cell, earliest))
		return "date-first-no-duration";
	return "first-wrong";
}

static const char *duration_slip(const struct cell_words *cell)
{
	const struct schedule_question *asked = cell->asked;
	int64_t sum = 0, last = 0;

	for (size_t i = 0; i < asked->count; i++)
		sum += asked->project.days[i];
	for (size_t v = 0; v < asked->dated->count; v++)
		last = asked->dates->earliest[v] > last ? asked->dates->earliest[v] : last;
	if (cell->got == sum)
		return "duration-sum";
	if (cell->got == cell->right + SCHEDULE_TICKS)
		return "duration-from-one";
	if (cell->got == last && !asked->pert)
		return "duration-last-start";
	return "duration-first";
}

static const char *slip_code(struct cell_words *cell)
{
	int64_t other;

	switch (cell->part) {
	case PART_EARLIEST:
		return date_slip(cell, true);
	case PART_LATEST:
		return date_slip(cell, false);
	case PART_EARLIEST_FINISH:
	case PART_LATEST_FINISH:
		return cell->got == cell->right - cell->asked->project.days[cell->row] ? "finish-first-start"
										       : "first-wrong";
	case PART_LEVELS:
		if (rule_value_opposite(cell->judging, cell->part, cell->row, &other) && other == cell->got)
			return "level-first-min";
		return "first-wrong";
	case PART_TOTAL:
		if (cell->got == -cell->right)
			return "total-first-negative";
		return "first-wrong";
	case PART_FREE:
		if (own_total(cell->judging, cell->row, &other) && other == cell->got)
			return "free-first-total";
		if (cell->got == cell->right + cell->asked->project.days[cell->row])
			return "free-first-duration";
		return "first-wrong";
	default:
		return duration_slip(cell);
	}
}

struct msg_text say_cell(const struct judging *judging, enum part part, size_t row)
{
	struct arena *arena = judging->arena;
	const struct cell *own = &judging->answer->numbers[part][row];
	struct cell_words cell = { .judging = judging, .asked = judging->asked, .part = part, .row = row };
	cleanup_buf struct buf fr = BUF_INIT, en = BUF_INIT;

	words_add(&cell.words, "name", part == PART_DURATION ? "" : part_names(judging->asked, part)->list[row]);
	if (!own->given)
		return words_say(arena, &schedule_messages, "cell-blank", &cell.words);
	if (own->off)
		return words_say(arena, &schedule_messages, "cell-off", &cell.words);
	cell.got = own->ticks;
	words_add_number(&cell.words, "got", cell.got, arena);
	words_add_both(&cell.words, "unit", judging->asked->unit.fr,
		judging->asked->unit.en ? judging->asked->unit.en : judging->asked->unit.fr);
	if (!rule_value(judging, part, row, &cell.right))
		return words_say(arena, &schedule_messages, part == PART_DURATION ? "duration-other" : "cell-unfounded",
			&cell.words);
	formula(&fr, &cell, LANG_FR);
	formula(&en, &cell, LANG_EN);
	words_add_both(&cell.words, "formula", arena_memdup(arena, buf_str(&fr), fr.len),
		arena_memdup(arena, buf_str(&en), en.len));
	words_add_number(&cell.words, "right", cell.right, arena);
	return words_say(arena, &schedule_messages, slip_code(&cell), &cell.words);
}
