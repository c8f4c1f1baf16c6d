/* The gcd by successive divisions. */
#include <string.h>
#include "steps.h"

int64_t gcd_of(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t r = a % b;
		a = b;
		b = r;
	}
	return a < 0 ? -a : a;
}

/* ---- one division ---- */

/* Numbers before the token `to` that are no power or index. */
static size_t numbers_of(const struct step_line *line, size_t from, size_t to, int64_t *out, size_t most)
{
	size_t count = 0;

	for (size_t i = from; i < to && i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind != TOKEN_NUMBER)
			continue;
		if (token->wide || count == most)
			return most + 1;
		out[count++] = token->value;
	}
	return count;
}

static void choose_divisor(struct division *out, int64_t x, int64_t y, int64_t b)
{
	bool second = x != b && (y == b || (x <= out->r && y > out->r));

	out->b = second ? y : x;
	out->q = second ? x : y;
	out->has_b = out->has_q = true;
}

/* "b×q + r", "r + b×q": no other signs but parentheses. */
static bool read_right_side(struct division *out, const struct step_line *line, size_t from, int64_t b)
{
	int64_t numbers[3];
	size_t count = numbers_of(line, from, line->count, numbers, 3), before = 0, products = 0;
	bool minus = false;

	for (size_t i = from; i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind == TOKEN_WORD || (token->kind == TOKEN_SIGN && strchr("()*+-", token->sign) == NULL))
			return false;
		before += token->kind == TOKEN_NUMBER && products == 0;
		products +=
			token_is(line, i, '*') || (i > from && token_is(line, i, '(') && products == 0 && before == 1);
		minus |= token_is(line, i, '-');
	}
	if (products != 1 || (count != 2 && count != 3) || (before == 2 && count != 3))
		return false;
	if (before == 2) { /* r + b×q */
		out->r = numbers[0];
		choose_divisor(out, numbers[1], numbers[2], b);
		return !minus;
	}
	out->r = count == 3 ? numbers[2] : 0;
	out->r = minus ? -out->r : out->r;
	choose_divisor(out, numbers[0], numbers[1], b);
	return true;
}

/* "84 : 36 = 2 reste 12", "84 mod 36 = 12" */
static bool read_in_words(struct division *out, const struct step_line *line, size_t equal)
{
	int64_t left[2], right[2];
	size_t count = numbers_of(line, equal + 1, line->count, right, 2);
	bool mod = line_has_word(line, "mod") || line_has_word(line, "modulo");

	if (numbers_of(line, 0, equal, left, 2) != 2 || count != (mod ? 1 : 2))
		return false;
	if (!mod && !line_has(line, ':') && !line_has(line, '/'))
		return false;
	*out = (struct division){ .a = left[0], .b = left[1], .has_b = true, .has_q = !mod, .line = line };
	out->q = mod ? 0 : right[0];
	out->r = mod ? right[0] : right[1];
	return true;
}

static bool read_row(struct division *out, const struct step_line *line, bool fixed)
{
	const struct token *row[4];
	size_t count;

	if (!line_row(line, row, 4, &count) || count < 3 || count > 4)
		return false;
	for (size_t i = 0; i < count; i++)
		if (row[i]->wide)
			return false;
	*out = (struct division){ .a = row[0]->value, .r = row[count - 1]->value, .line = line };
	out->has_b = count == 4 || !fixed;
	out->b = out->has_b ? row[1]->value : 0;
	out->has_q = count == 4 || fixed;
	out->q = out->has_q ? row[count - 2]->value : 0;
	return true;
}

bool division_read(struct division *out, const struct step_line *line, int64_t b, bool fixed)
{
	size_t equal = 0, first = 0;

	*out = (struct division){ .line = line };
	while (equal < line->count && !token_is(line, equal, '='))
		equal++;
	if (equal == line->count)
		return read_row(out, line, fixed);
	if (equal == 1 && line->tokens[0].kind == TOKEN_NUMBER && !line->tokens[0].wide) {
		out->a = line->tokens[0].value;
		return read_right_side(out, line, equal + 1, b);
	}
	while (first < equal && line->tokens[first].kind == TOKEN_WORD)
		first++;
	return first == 0 && read_in_words(out, line, equal);
}

const char *division_text(struct arena *arena, int64_t a, int64_t b)
{
	return arena_printf(arena, "%" PRId64 " = %" PRId64 " × %" PRId64 " + %" PRId64, a, b, a / b, a % b);
}

static bool holds(const struct division *division)
{
	return (__int128)division->b * division->q + division->r == division->a;
}

bool division_fault(struct msg_text *out, const struct division *division, struct arena *arena)
{
	int64_t a = division->a, b = division->b, q = division->q, r = division->r;

	if (b <= 0 || a < 0)
		*out = STEP_SAY(arena, "division-by", a, b);
	else if (r < 0)
		*out = STEP_SAY(arena, "division-negative", r, b);
	else if (r >= b)
		*out = STEP_SAY(arena, "division-large", r, b);
	else if (!division->has_q && r == a % b)
		return false;
	else if (!division->has_q)
		*out = STEP_SAY(arena, "division-remainder-alone", a, b, a % b, r);
	else if (holds(division))
		return false;
	else if (r == a % b)
		*out = STEP_SAY(arena, "division-quotient", a, b, q, r);
	else if (q == a / b)
		*out = STEP_SAY(arena, "division-remainder", a, b, q, a % b, r);
	else
		*out = STEP_SAY(arena, "division-false", a, b, q, r);
	return true;
}

/* ---- the chain ---- */

struct chain { /* the student's own way */
	struct step_sheet *sheet;
	int64_t a, b; /* what the next line has to divide */
	int64_t true_a, true_b; /* the same of a right work; b 0: it is done */
};

static void judge_line(struct chain *chain, const struct division *division)
{
	struct arena *arena = chain->sheet->paper->arena;
	struct step_cell *cell = step_add(chain->sheet, division->line);
	bool as_true = division->a == chain->true_a && division->b == chain->true_b;
	bool restarts = division->a == chain->a && division->b == chain->b;
	struct msg_text fault;

	cell->expected = chain->b > 0 ? division_text(arena, chain->a, chain->b) : "";
	if (chain->b == 0 && !as_true)
		step_wrong(cell, step_say(arena, "euclid-after-zero", NULL));
	else if (!restarts && !as_true)
		step_wrong(cell, STEP_SAY(arena, "euclid-restart", chain->a, chain->b, division->a, division->b));
	else if (division_fault(&fault, division, arena))
		step_wrong(cell, fault);
	else
		cell->state = as_true ? CARRIED_RIGHT : CARRIED_CONSISTENT;
	if (chain->true_b > 0) {
		int64_t r = chain->true_a % chain->true_b;
		chain->true_a = chain->true_b;
		chain->true_b = r;
	}
	chain->a = division->b;
	chain->b = division->r;
}

/* Lines that would still be needed from these two numbers. */
static size_t lines_left(int64_t a, int64_t b, bool last_too)
{
	size_t count = 0;

	while (b > 0) {
		int64_t r = a % b;
		count += last_too || r > 0;
		a = b;
		b = r;
	}
	return count;
}

static void add_missing(struct chain *chain, size_t count, bool say)
{
	struct arena *arena = chain->sheet->paper->arena;

	for (size_t i = 0; i < count; i++) {
		struct step_cell *cell = step_add(chain->sheet, NULL);
		cell->expected = chain->b > 0 ? division_text(arena, chain->a, chain->b) : "";
		if (say && i == 0 && chain->b > 0)
			cell->message = STEP_SAY(arena, "euclid-unfinished", chain->a, chain->b);
		if (chain->b > 0) {
			int64_t r = chain->a % chain->b;
			chain->a = chain->b;
			chain->b = r;
		}
	}
}

void euclid_judge(
	struct step_sheet *sheet, const struct division *chain_lines, size_t count, int64_t *gcd, bool last_too)
{
	int64_t a = sheet->asked->given[0], b = sheet->asked->given[1];
	struct chain chain = { sheet, a, b, a, b };
	size_t needed, first = sheet->count;

	*gcd = 0;
	if (count > 0 && chain_lines[0].a == b && chain_lines[0].b == a) /* in the other order */
		chain = (struct chain){ sheet, b, a, b, a };
	needed = lines_left(chain.a, chain.b, last_too);
	for (size_t i = 0; i < count; i++) {
		struct division line = chain_lines[i];
		line.b = line.has_b ? line.b : chain.b;
		judge_line(&chain, &line);
	}
	if (count > 0)
		*gcd = chain.b > 0 && chain.a > 0 && chain.a % chain.b == 0 && !last_too ? chain.b
		       : chain.b == 0                                                    ? chain.a
											 : 0;
	if (chain.b > 0 && chain.a >= 0)
		add_missing(&chain, lines_left(chain.a, chain.b, last_too), true);
	if ((sheet->count - first) * 2 < needed) {
		chain.b = 0;
		add_missing(&chain, needed - (sheet->count - first), false);
	}
}

/* ---- the method ---- */

static void judge_gcd(
	struct step_sheet *sheet, const struct token *given, const struct division *chain, size_t count, int64_t own)
{
	int64_t a = sheet->asked->given[0], b = sheet->asked->given[1], right = gcd_of(a, b);
	struct arena *arena = sheet->paper->arena;
	struct step_cell *cell = &sheet->result;
	int64_t value = given ? given->value : 0;

	cell->expected = step_number(arena, right);
	cell->got = given ? step_number(arena, value) : NULL;
	cell->state = given ? CARRIED_WRONG : CARRIED_BLANK;
	if (!given)
		cell->message = step_say(arena, "gcd-missing", NULL);
	else if (value == right)
		cell->state = CARRIED_RIGHT;
	else if (own > 0 && value == own)
		cell->state = CARRIED_CONSISTENT;
	else if (value == 0)
		cell->message = step_say(arena, "gcd-zero", NULL);
	if (cell->state != CARRIED_WRONG || cell->message.fr)
		return;
	for (size_t i = 0; i < count; i++)
		if (chain[i].r == value && !cell->message.fr)
			cell->message = STEP_SAY(arena, "gcd-not-last", value);
	if (!cell->message.fr && value > 0 && a % value == 0 && b % value == 0)
		cell->message = STEP_SAY(arena, "gcd-not-greatest", value, a, b);
	if (!cell->message.fr)
		cell->message = STEP_SAY(arena, "gcd-no-divisor", value, value > 0 && a % value == 0 ? b : a);
}

static enum reading judge(struct step_sheet *sheet)
{
	struct division *chain = arena_array(sheet->paper->arena, LINES_MAX, sizeof(*chain));
	const struct token *given = NULL;
	int64_t b = sheet->asked->given[1], own;
	size_t count = 0;

	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];
		const struct token *last;

		if (!line_has_number(line))
			continue;
		if (division_read(&chain[count], line, b, false)) {
			b = chain[count++].r;
			continue;
		}
		last = step_last_number(line);
		if (line_wide(line))
			return step_slip(sheet, "step-number-long", line_wide(line)->start, line_wide(line)->end);
		if (!last || (line->count > 1 && !line_is_labelled(line)))
			return step_slip(sheet, "euclid-line", line->start, line->end);
		given = last;
	}
	euclid_judge(sheet, chain, count, &own, true);
	sheet->result_share = (struct frac){ 1, 4 };
	judge_gcd(sheet, given, chain, count, own);
	sheet->idle = true;
	for (size_t i = 0; i < sheet->count; i++)
		sheet->idle &= sheet->cells[i].state != CARRIED_RIGHT && sheet->cells[i].state != CARRIED_CONSISTENT;
	if (given)
		sheet->value = json_integer(given->value);
	return READING_OK;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	static const char *const headings[] = { "a", "b", "q", "r" };
	int64_t a = question->given[0], b = question->given[1];
	cleanup_buf struct buf out = BUF_INIT;

	while (b > 0) {
		int64_t r = a % b;
		buf_printf(&out, "%s\n", division_text(arena, a, b));
		a = b;
		b = r;
	}
	buf_printf(&out, "pgcd = %" PRId64, a);
	question->reference = arena_memdup(arena, buf_str(&out), out.len);
	question->starter = step_table(arena, headings, 4, TABLE_ROWS, "pgcd = \n");
	question->example = "17 = 5 × 3 + 2";
}

static json_t *value(const struct steps_question *question)
{
	return json_integer(gcd_of(question->given[0], question->given[1]));
}

const struct steps_method euclid_method = {
	.name = "euclid",
	.given = { "a", "b" },
	.least = { 1, 1 },
	.most = { 1000000000000, 1000000000000 },
	.prepare = prepare,
	.judge = judge,
	.value = value,
};
