/*
 * Extended Euclid: a·u + b·v = gcd(a, b), by a table r | q | u | v, or by divisions and going back up through them. Every
 * pair that gives the gcd is right.
 */
#include <string.h>
#include "steps.h"

struct pair {
	int64_t u, v;
	bool has_u, has_v;
	const struct step_line *line;
};

static __int128 combined(const struct steps_question *asked, int64_t u, int64_t v)
{
	return (__int128)asked->given[0] * u + (__int128)asked->given[1] * v;
}

/* ---- the table ---- */

struct row {
	int64_t r, q, u, v;
	bool has_q;
	const struct step_line *line;
};

static bool is_table_header(const struct step_line *line)
{
	return !line_has_number(line) && line_has_word(line, "u") && line_has_word(line, "v");
}

/* q stands before r in the header. */
static bool quotient_first(const struct step_line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->tokens[i].kind == TOKEN_WORD)
			return !strcmp(line->tokens[i].word, "q");
	return false;
}

static bool read_table_row(struct row *out, const struct step_line *line, bool q_first)
{
	const struct token *cells[4];
	size_t count, at = 0;

	if (!line_row(line, cells, 4, &count) || count < 3 || count > 4 || line_wide(line))
		return false;
	*out = (struct row){ .line = line, .has_q = count == 4 };
	if (count == 4)
		out->q = cells[q_first ? 0 : 1]->value;
	at = count == 4 && q_first;
	out->r = cells[at]->value;
	out->u = cells[count - 2]->value;
	out->v = cells[count - 1]->value;
	return true;
}

struct table {
	struct step_sheet *sheet;
	struct row before, last; /* the student's own */
	struct row true_before, true_last;
};

/* The row that follows from two; false when the last one has the remainder 0. */
static bool follow(struct row *out, const struct row *before, const struct row *last)
{
	__int128 u, v;

	if (last->r <= 0)
		return false;
	out->q = before->r / last->r;
	u = before->u - (__int128)out->q * last->u;
	v = before->v - (__int128)out->q * last->v;
	if (u > INT64_MAX / 2 || u < INT64_MIN / 2 || v > INT64_MAX / 2 || v < INT64_MIN / 2)
		return false;
	out->r = before->r - out->q * last->r;
	out->u = (int64_t)u;
	out->v = (int64_t)v;
	return true;
}

static bool same(const struct row *a, const struct row *b)
{
	return a->r == b->r && a->u == b->u && a->v == b->v;
}

static const char *row_text(struct arena *arena, const struct row *row)
{
	return arena_printf(arena, "%" PRId64 " | %" PRId64 " | %" PRId64, row->r, row->u, row->v);
}

/* A quotient may stand beside its divisor or one row further down. */
static bool quotient_fits(const struct row *row, const struct row *wanted)
{
	return !row->has_q || row->q == wanted->q || (row->r > 0 && row->q == wanted->r / row->r) || row->r == 0;
}

static void judge_row(struct table *table, const struct row *row)
{
	struct arena *arena = table->sheet->paper->arena;
	struct step_cell *cell = step_add(table->sheet, row->line);
	struct row wanted = { 0 }, right = { 0 }, next;
	bool goes_on = follow(&wanted, &table->before, &table->last);
	bool true_goes_on = follow(&right, &table->true_before, &table->true_last);
	/* The quotient of the next row, written in this one. */
	bool ahead = goes_on && row->has_q && row->r > 0 && follow(&next, &table->last, row) && next.q == row->q;

	cell->expected = goes_on ? row_text(arena, &wanted) : "";
	if (true_goes_on && same(row, &right) && (ahead || quotient_fits(row, &right)))
		cell->state = CARRIED_RIGHT;
	else if (!goes_on)
		step_wrong(cell, step_say(arena, "euclid-after-zero", NULL));
	else if (same(row, &wanted) && (ahead || quotient_fits(row, &wanted)))
		cell->state = CARRIED_CONSISTENT;
	else if (same(row, &wanted))
		step_wrong(
			cell, STEP_SAY(arena, "division-quotient", table->before.r, table->last.r, row->q, wanted.r));
	else if (row->r != wanted.r)
		step_wrong(cell, STEP_SAY(arena, "bezout-remainder", table->before.r, table->last.r, wanted.r, row->r));
	else if (row->u != wanted.u)
		step_wrong(cell,
			STEP_SAY(arena, "bezout-column-u", table->before.u, wanted.q, table->last.u, wanted.u, row->u));
	else
		step_wrong(cell,
			STEP_SAY(arena, "bezout-column-v", table->before.v, wanted.q, table->last.v, wanted.v, row->v));
	table->before = table->last;
	table->last = *row;
	if (true_goes_on) {
		table->true_before = table->true_last;
		table->true_last = right;
	}
}

static void add_missing_rows(struct table *table)
{
	struct arena *arena = table->sheet->paper->arena;
	struct row next = { 0 };
	bool first = true;

	while (table->last.r > 0 && table->before.r % table->last.r != 0 && table->sheet->count < CELLS_MAX - 2 &&
		follow(&next, &table->before, &table->last)) {
		struct step_cell *cell = step_add(table->sheet, NULL);
		cell->expected = row_text(arena, &next);
		if (first)
			cell->message = STEP_SAY(arena, "euclid-unfinished", table->before.r, table->last.r);
		first = false;
		table->before = table->last;
		table->last = next;
	}
}

/* The rows of a table, behind its two first ones, which are given. *own: the student's own last pair. */
static void judge_table(struct step_sheet *sheet, const struct row *rows, size_t count, struct pair *own)
{
	const struct row a = { .r = sheet->asked->given[0], .u = 1 }, b = { .r = sheet->asked->given[1], .v = 1 };
	struct table table = { sheet, a, b, a, b };
	size_t at = 0;

	if (count > 0 && same(&rows[0], &a))
		at = count > 1 && same(&rows[1], &b) ? 2 : 1;
	for (; at < count; at++) {
		judge_row(&table, &rows[at]);
		if (rows[at].r > 0)
			*own = (struct pair){ rows[at].u, rows[at].v, true, true, NULL };
	}
	add_missing_rows(&table);
}

/* ---- the pair ---- */

/* The cofactors of a and b in a side like "84×1 + 36×(−2)" or "84 − 2×36". */
static bool read_side(
	struct pair *out, const struct steps_question *asked, const struct step_line *line, size_t from, size_t to)
{
	int64_t factors[4], sign = 1;
	size_t count = 0, used = 0;

	for (size_t i = from; i <= to; i++) {
		bool number = i < to && line->tokens[i].kind == TOKEN_NUMBER;
		bool ends = i == to || token_is(line, i, '+') || (token_is(line, i, '-')) ||
			    (number && count > 0 && line->tokens[i].value < 0 && !token_is(line, i - 1, '*') &&
				    !token_is(line, i - 1, '('));

		if (ends && count > 0) {
			bool first = factors[0] == asked->given[0] || (count > 1 && factors[1] == asked->given[0]);
			int64_t given = asked->given[first && !out->has_u ? 0 : 1];
			int64_t by = count == 1 ? 1 : factors[0] == given ? factors[1] : factors[0];
			if (count > 2 || (factors[0] != given && (count < 2 || factors[1] != given)))
				return false;
			*(first && !out->has_u ? &out->u : &out->v) = sign * by;
			*(first && !out->has_u ? &out->has_u : &out->has_v) = true;
			used++;
			count = 0;
			sign = 1;
		}
		if (i < to && token_is(line, i, '-'))
			sign = -1;
		if (number && (line->tokens[i].wide || count == 4))
			return false;
		if (number)
			factors[count++] = line->tokens[i].value;
		if (i < to && line->tokens[i].kind == TOKEN_WORD)
			return false;
	}
	return used == 2 && out->has_u && out->has_v;
}

/* "u = 1 ; v = −2", "(1 ; −2)", or an equality that shows both. */
static bool read_pair(struct pair *out, const struct steps_question *asked, const struct step_line *line)
{
	size_t from = 0;
	struct pair pair = { .line = line };

	for (size_t i = 0; i + 2 < line->count; i++) {
		const struct token *token = &line->tokens[i];
		bool named = token->kind == TOKEN_WORD && token_is(line, i + 1, '=') &&
			     line->tokens[i + 2].kind == TOKEN_NUMBER && !line->tokens[i + 2].wide;
		if (named && !strcmp(token->word, "u")) {
			pair.u = line->tokens[i + 2].value;
			pair.has_u = true;
		}
		if (named && !strcmp(token->word, "v")) {
			pair.v = line->tokens[i + 2].value;
			pair.has_v = true;
		}
	}
	if (pair.has_u || pair.has_v) {
		out->u = pair.has_u ? pair.u : out->u;
		out->v = pair.has_v ? pair.v : out->v;
		out->has_u |= pair.has_u;
		out->has_v |= pair.has_v;
		out->line = line;
		return true;
	}
	for (size_t i = 0; i <= line->count; i++) {
		if (i < line->count && !token_is(line, i, '='))
			continue;
		pair = (struct pair){ .line = line };
		if (line_has(line, '=') && read_side(&pair, asked, line, from, i))
			*out = pair;
		from = i + 1;
	}
	return out->line == line;
}

static bool read_couple(struct pair *out, const struct step_line *line)
{
	const struct token *found[2] = { NULL, NULL };
	size_t count = 0;

	if (line_has(line, '='))
		return false;
	for (size_t i = 0; i < line->count; i++)
		if (line->tokens[i].kind == TOKEN_NUMBER && ++count <= 2)
			found[count - 1] = &line->tokens[i];
	if (count != 2 || line_wide(line))
		return false;
	*out = (struct pair){ found[0]->value, found[1]->value, true, true, line };
	return true;
}

static void judge_pair(struct step_sheet *sheet, const struct pair *pair, const struct pair *own)
{
	const struct steps_question *asked = sheet->asked;
	int64_t a = asked->given[0], b = asked->given[1], d = gcd_of(a, b), u = pair->u, v = pair->v;
	struct arena *arena = sheet->paper->arena;
	struct step_cell *cell = &sheet->result;
	__int128 made = combined(asked, u, v);

	cell->expected = asked->reference ? strrchr(asked->reference, '\n') + 1 : "";
	if (!pair->has_u || !pair->has_v) {
		cell->state = CARRIED_BLANK;
		cell->message = step_say(arena, "bezout-missing", NULL);
		return;
	}
	cell->got = arena_printf(arena, "u = %" PRId64 " ; v = %" PRId64, u, v);
	cell->state = CARRIED_WRONG;
	if (made == d)
		cell->state = CARRIED_RIGHT;
	else if (own->has_u && own->u == u && own->v == v)
		cell->state = CARRIED_CONSISTENT;
	else if (combined(asked, v, u) == d)
		cell->message = STEP_SAY(arena, "bezout-swapped", a, b, u, v);
	else if (combined(asked, u, -v) == d || combined(asked, -u, v) == d)
		cell->message = STEP_SAY(arena, "bezout-sign", a, b, u, v);
	else if (made == -(__int128)d)
		cell->message = STEP_SAY(arena, "bezout-opposite", a, b, u, v, -d);
	else if (made > INT64_MAX / 2 || made < INT64_MIN / 2)
		cell->message = step_say(arena, "bezout-far", NULL);
	else if (made == 0)
		cell->message = STEP_SAY(arena, "bezout-zero", a, b, u, v, d);
	else
		cell->message = STEP_SAY(arena, "bezout-wrong", a, b, u, v, (int64_t)made, d);
	if (u >= -1 && u <= 1 && v >= -1 && v <= 1)
		sheet->idle = true;
}

/* ---- going back up: "12 = 84 − 2×36 = …" ---- */

/* It says something of a, b or a remainder on the way: "1 = 1×1 + 0" does not. */
static bool shows_work(const struct step_sheet *sheet, const struct step_line *line)
{
	int64_t a = sheet->asked->given[0], b = sheet->asked->given[1], d = gcd_of(a, b);

	while (a > d || b > d) {
		for (size_t i = 0; i < line->count; i++)
			if (line->tokens[i].kind == TOKEN_NUMBER && line->tokens[i].value > d &&
				(line->tokens[i].value == a || line->tokens[i].value == b))
				return true;
		if (b == 0)
			break;
		int64_t r = a % b;
		a = b;
		b = r;
	}
	return false;
}

/* Every side has the same value, which is the gcd; false when a side is no sum of products. */
static bool judge_equality(struct step_sheet *sheet, const struct step_line *line)
{
	int64_t first = 0, value, d = gcd_of(sheet->asked->given[0], sheet->asked->given[1]);
	struct arena *arena = sheet->paper->arena;
	size_t from = 0, sides = 0;
	struct msg_text fault = { 0 };
	struct step_cell *cell;

	if (token_is(line, 0, '=')) { /* goes on from the line above, which began with the gcd */
		first = d;
		sides = from = 1;
	}
	for (size_t i = from; i <= line->count; i++) {
		if (i < line->count && !token_is(line, i, '='))
			continue;
		if (!line_value(line, from, i, &value))
			return false;
		if (sides++ == 0)
			first = value;
		else if (value != first && !fault.fr)
			fault = STEP_SAY(arena, "bezout-equality", first, value);
		from = i + 1;
	}
	if (sides < 2)
		return false;
	if (!fault.fr && !shows_work(sheet, line))
		return true;
	cell = step_add(sheet, line);
	cell->state = CARRIED_RIGHT;
	if (!fault.fr && first != d && first % d != 0)
		fault = STEP_SAY(arena, "bezout-equality-other", first, d);
	if (fault.fr)
		step_wrong(cell, fault);
	return true;
}

struct bezout_work {
	struct division *chain;
	struct row *rows;
	const struct step_line **equalities;
	size_t divisions, row_count, equality_count;
	struct pair pair;
	bool table, q_first;
};

static bool starts_table(const struct steps_question *asked, const struct step_line *line)
{
	struct row row;

	return read_table_row(&row, line, false) && row.r == asked->given[0] && row.u == 1 && row.v == 0;
}

static enum reading sort_line(struct step_sheet *sheet, struct bezout_work *work, const struct step_line *line)
{
	int64_t b = work->divisions > 0 ? work->chain[work->divisions - 1].r : sheet->asked->given[1], value;
	size_t equal = 0;

	work->table |= is_table_header(line) || (work->row_count == 0 && starts_table(sheet->asked, line));
	work->q_first |= is_table_header(line) && quotient_first(line);
	if (!line_has_number(line))
		return READING_OK;
	if (line_wide(line))
		return step_slip(sheet, "step-number-long", line_wide(line)->start, line_wide(line)->end);
	if (work->table && read_table_row(&work->rows[work->row_count], line, work->q_first)) {
		work->row_count++;
		return READING_OK;
	}
	bool shown = read_pair(&work->pair, sheet->asked, line);
	bool named = shown && line_is_labelled(line);
	while (equal < line->count && !token_is(line, equal, '='))
		equal++;
	if (!named && equal < line->count && (equal == 0 || line_value(line, 0, equal, &value))) {
		bool division = !shown && division_read(&work->chain[work->divisions], line, b, false) &&
				work->chain[work->divisions].a > work->chain[work->divisions].r;
		work->divisions += division;
		if (!division)
			work->equalities[work->equality_count++] = line;
		return READING_OK;
	}
	if (shown || read_couple(&work->pair, line))
		return READING_OK;
	if (division_read(&work->chain[work->divisions], line, b, false)) {
		work->divisions++;
		return READING_OK;
	}
	if (line_is_labelled(line))
		return READING_OK; /* "pgcd = 12" */
	return step_slip(sheet, "bezout-line", line->start, line->end);
}

static enum reading judge(struct step_sheet *sheet)
{
	struct arena *arena = sheet->paper->arena;
	struct bezout_work work = { .chain = arena_array(arena, LINES_MAX, sizeof(struct division)),
		.rows = arena_array(arena, LINES_MAX, sizeof(struct row)),
		.equalities = arena_array(arena, LINES_MAX, sizeof(struct step_line *)) };
	struct pair own = { 0 };
	int64_t gcd;

	for (size_t i = 0; i < sheet->text.count; i++) {
		enum reading reading = sort_line(sheet, &work, &sheet->text.lines[i]);
		if (reading != READING_OK)
			return reading;
	}
	if (work.row_count > 0)
		judge_table(sheet, work.rows, work.row_count, &own);
	else
		euclid_judge(sheet, work.chain, work.divisions, &gcd, false);
	for (size_t i = 0; i < work.equality_count; i++)
		if (!judge_equality(sheet, work.equalities[i]))
			return step_slip(sheet, "bezout-line", work.equalities[i]->start, work.equalities[i]->end);
	sheet->result_share = (struct frac){ 1, 2 };
	judge_pair(sheet, &work.pair, &own);
	if (work.pair.has_u && work.pair.has_v)
		sheet->value = json_pack("[[I, I]]", (json_int_t)work.pair.u, (json_int_t)work.pair.v);
	return READING_OK;
}

/* The last row with a remainder. */
static struct row right_row(const struct steps_question *question)
{
	struct row before = { .r = question->given[0], .u = 1 }, last = { .r = question->given[1], .v = 1 },
		   next = { 0 };

	while (follow(&next, &before, &last) && next.r > 0) {
		before = last;
		last = next;
	}
	return last;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	static const char *const headings[] = { "r", "q", "u", "v" };
	struct row before = { .r = question->given[0], .u = 1 }, last = { .r = question->given[1], .v = 1 },
		   next = { 0 };
	struct row right = right_row(question);
	cleanup_buf struct buf out = BUF_INIT;

	buf_printf(&out, "r | u | v\n%s\n%s\n", row_text(arena, &before), row_text(arena, &last));
	while (follow(&next, &before, &last) && next.r > 0) {
		before = last;
		last = next;
		buf_printf(&out, "%s\n", row_text(arena, &last));
	}
	buf_printf(&out, "u = %" PRId64 " ; v = %" PRId64, right.u, right.v);
	question->reference = arena_memdup(arena, buf_str(&out), out.len);
	question->starter = step_table(arena, headings, 4, TABLE_ROWS, "u =  ; v = \n");
	question->example = "u = 2 ; v = −3";
}

static json_t *value(const struct steps_question *question)
{
	struct row right = right_row(question);

	return json_pack("[[I, I]]", (json_int_t)right.u, (json_int_t)right.v);
}

const struct steps_method bezout_method = {
	.name = "bezout",
	.given = { "a", "b" },
	.least = { 1, 1 },
	.most = { 1000000000000, 1000000000000 },
	.prepare = prepare,
	.judge = judge,
	.value = value,
};
