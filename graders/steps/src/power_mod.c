/* a^e modulo n by squares: each line is a power of a and what it is congruent to. */
#include <string.h>
#include "steps.h"

enum { POWERS_MAX = 64 };

struct power {
	int64_t exponent, value;
	const struct step_line *line;
};

struct work {
	struct step_sheet *sheet;
	int64_t a, exponent, n;
	struct power known[POWERS_MAX + 1]; /* the student's own, a^1 first; values reduced */
	size_t count;
	bool shortcut; /* a power that is 1 or −1 spares others */
};

static int64_t reduced(int64_t value, int64_t n)
{
	return (value % n + n) % n;
}

static int64_t times(int64_t a, int64_t b, int64_t n)
{
	return (int64_t)((__int128)a * b % n);
}

static int64_t power_of(int64_t a, int64_t exponent, int64_t n)
{
	int64_t made = 1 % n;

	for (a = reduced(a, n); exponent > 0; exponent /= 2) {
		if (exponent % 2 == 1)
			made = times(made, a, n);
		a = times(a, a, n);
	}
	return made;
}

/* What the student has for an exponent; -1. */
static int64_t known_value(const struct work *work, int64_t exponent)
{
	for (size_t i = 0; i < work->count; i++)
		if (work->known[i].exponent == exponent)
			return work->known[i].value;
	return -1;
}

/* Two earlier lines that make this exponent; false when there are none. */
static bool follows(const struct work *work, int64_t exponent, int64_t *value, int64_t from[2])
{
	for (size_t i = work->count; i-- > 0;) {
		int64_t other = known_value(work, exponent - work->known[i].exponent);

		if (other < 0)
			continue;
		*value = times(work->known[i].value, other, work->n);
		from[0] = work->known[i].exponent;
		from[1] = exponent - from[0];
		return true;
	}
	return false;
}

/* The product of the student's squares for the bits of the exponent, `reverse`: read from the other end; -1 when one is
 * missing. */
static int64_t by_bits(const struct work *work, bool reverse, int64_t without)
{
	int64_t made = 1 % work->n, top = 1;

	while (top <= work->exponent / 2)
		top *= 2;
	for (int64_t bit = 1, other = top; bit <= top; bit *= 2, other /= 2) {
		int64_t value;

		if (((reverse ? other : bit) & work->exponent) == 0 || bit == without)
			continue;
		value = known_value(work, bit);
		if (value < 0)
			return -1;
		made = times(made, value, work->n);
	}
	return made;
}

static bool is_right(const struct work *work, int64_t exponent, int64_t value)
{
	return reduced(value, work->n) == power_of(work->a, exponent, work->n);
}

static void say_line(struct work *work, struct step_cell *cell, const struct power *power, bool from_own, int64_t own,
	const int64_t from[2])
{
	struct arena *arena = work->sheet->paper->arena;
	int64_t e = power->exponent, v = reduced(power->value, work->n);

	if (from_own && from[0] == from[1] && v == reduced(2 * known_value(work, from[0]), work->n))
		step_wrong(
			cell, STEP_SAY(arena, "power-doubled", work->a, e, from[0], known_value(work, from[0]), own));
	else if (v == times(reduced(work->a, work->n), e % work->n, work->n))
		step_wrong(cell, STEP_SAY(arena, "power-as-product", work->a, e));
	else if (from_own)
		step_wrong(cell, STEP_SAY(arena, "power-line", work->a, e, known_value(work, from[0]),
					 known_value(work, from[1]), own, power->value));
	else
		step_wrong(cell, STEP_SAY(arena, "power-unrelated", work->a, e, power->value, work->n));
}

static void judge_power(struct work *work, const struct power *power)
{
	struct arena *arena = work->sheet->paper->arena;
	struct step_cell *cell = step_add(work->sheet, power->line);
	int64_t own = -1, from[2] = { 0, 0 }, v = reduced(power->value, work->n);
	bool from_own = follows(work, power->exponent, &own, from),
	     right = is_right(work, power->exponent, power->value);

	cell->expected = step_number(arena, from_own ? own : power_of(work->a, power->exponent, work->n));
	if ((right || (from_own && own == v)) && power->value != v && power->value != v - work->n) {
		step_wrong(cell, STEP_SAY(arena, "power-not-reduced", power->value, v, work->n));
		cell->credit = (struct frac){ 1, 2 };
	} else if (right) {
		cell->state = CARRIED_RIGHT;
	} else if (from_own && own == v) {
		cell->state = CARRIED_CONSISTENT;
	} else {
		say_line(work, cell, power, from_own, own, from);
	}
	work->shortcut |= right && power->exponent > 1 && (v == 1 || v == work->n - 1);
	if (known_value(work, power->exponent) < 0 && work->count < POWERS_MAX)
		work->known[work->count++] = (struct power){ power->exponent, v, power->line };
}

/* Squares that nobody wrote. */
static void add_missing(struct work *work, size_t written)
{
	struct arena *arena = work->sheet->paper->arena;
	size_t needed = 0, lacking;
	bool said = false;

	for (int64_t e = 2; e < work->exponent; e *= 2)
		needed++;
	lacking = work->shortcut || written >= needed ? 0 : needed - written;
	for (int64_t e = 2; e < work->exponent && lacking > 0; e *= 2) {
		struct step_cell *cell;

		if (known_value(work, e) >= 0)
			continue;
		lacking--;
		cell = step_add(work->sheet, NULL);
		cell->expected = step_number(arena, power_of(work->a, e, work->n));
		if (!said)
			cell->message = STEP_SAY(arena, "power-missing", work->a, e);
		said = true;
	}
}

static void say_result(struct work *work, struct step_cell *cell, int64_t v)
{
	struct arena *arena = work->sheet->paper->arena;
	int64_t sum = 0;
	bool all = true;

	for (int64_t bit = 1; bit <= work->exponent; bit *= 2) {
		int64_t value = (bit & work->exponent) != 0 ? known_value(work, bit) : 0;
		all &= value >= 0;
		sum += value;
		if (!cell->message.fr && (bit & work->exponent) != 0 && by_bits(work, false, bit) == v)
			cell->message = STEP_SAY(arena, "power-factor-missing", work->a, bit, work->exponent);
	}
	if (by_bits(work, true, 0) == v)
		cell->message = STEP_SAY(arena, "power-bits-reversed", work->exponent);
	else if (!cell->message.fr && all && sum % work->n == v)
		cell->message = step_say(arena, "power-sum", NULL);
	else if (!cell->message.fr && v == times(reduced(work->a, work->n), work->exponent % work->n, work->n))
		cell->message = STEP_SAY(arena, "power-as-product", work->a, work->exponent);
	else if (!cell->message.fr)
		cell->message = STEP_SAY(arena, "power-result", work->a, work->exponent, v, work->n);
}

static void judge_result(struct work *work, const struct token *given)
{
	struct arena *arena = work->sheet->paper->arena;
	struct step_cell *cell = &work->sheet->result;
	int64_t right = power_of(work->a, work->exponent, work->n), own = -1, from[2], v;
	bool carried;

	cell->expected = step_number(arena, right);
	cell->state = given ? CARRIED_WRONG : CARRIED_BLANK;
	cell->got = given ? step_number(arena, given->value) : NULL;
	if (!given) {
		cell->message = STEP_SAY(arena, "power-result-missing", work->a, work->exponent);
		return;
	}
	v = reduced(given->value, work->n);
	carried = by_bits(work, false, 0) == v || (follows(work, work->exponent, &own, from) && own == v);
	if ((v == right || carried) && v != given->value) {
		cell->message = STEP_SAY(arena, "power-not-reduced", given->value, v, work->n);
		cell->credit = (struct frac){ 1, 2 };
	} else if (v == right) {
		cell->state = CARRIED_RIGHT;
	} else if (carried) {
		cell->state = CARRIED_CONSISTENT;
	} else {
		say_result(work, cell, v);
	}
}

/* "13 = 8 + 4 + 1", "13 = 1101": the exponent taken apart. */
static bool read_bits(struct work *work, const struct step_line *line)
{
	struct arena *arena = work->sheet->paper->arena;
	const struct token *last = &line->tokens[line->count - 1];
	int64_t value, bits = 0;
	struct step_cell *cell;

	if (line->count < 3 || line->tokens[0].kind != TOKEN_NUMBER || line->tokens[0].value != work->exponent ||
		!token_is(line, 1, '=') || line_has(line, '~'))
		return false;
	for (size_t i = 2; i < line->count; i++)
		if (token_is(line, i, '=') || token_is(line, i, '['))
			return true; /* several forms: nothing is asked of them */
	if (!line_value(line, 2, line->count, &value))
		return true;
	if (value == work->exponent)
		return true;
	if (line->count == 3 && last->kind == TOKEN_NUMBER) {
		const char *text = arena_memdup(arena, work->sheet->text.text + last->start, last->end - last->start);
		const struct number *read = number_of_digits(text, strlen(text), 2, arena);
		if (read && number_to_int(read, &bits) && bits == work->exponent)
			return true;
		if (!read)
			return false;
	}
	cell = step_add(work->sheet, line);
	step_wrong(cell, STEP_SAY(arena, "power-bits", work->exponent, line->count == 3 ? bits : value));
	return true;
}

/* "5^4 ≡ 16 ≡ 5 [11]", "4 | 5" */
static bool read_power(struct power *out, const struct work *work, const struct step_line *line)
{
	const struct token *row[2], *last = step_last_number(line);
	size_t count;

	*out = (struct power){ .line = line };
	if (line_row(line, row, 2, &count) && count == 2) {
		out->exponent = row[0]->value;
		out->value = row[1]->value;
		return out->exponent > 0;
	}
	for (size_t i = 0; i + 3 < line->count; i++) {
		const struct token *base = &line->tokens[i];

		if (token_is(line, i, '=') || token_is(line, i, '~'))
			return false;
		if (base->kind == TOKEN_NUMBER && token_is(line, i + 1, '^') &&
			line->tokens[i + 2].kind == TOKEN_NUMBER) {
			out->exponent = line->tokens[i + 2].value;
			out->value = last ? last->value : 0;
			return base->value == work->a && out->exponent > 0 && last &&
			       (line_has(line, '=') || line_has(line, '~'));
		}
	}
	/* "5 ≡ 5 [11]", "3 = 3" */
	if (line->tokens[0].kind == TOKEN_NUMBER && line->tokens[0].value == work->a && last &&
		(token_is(line, 1, '=') || token_is(line, 1, '~'))) {
		out->exponent = 1;
		out->value = last->value;
		return true;
	}
	return false;
}

static enum reading judge(struct step_sheet *sheet)
{
	struct work *work = arena_alloc(sheet->paper->arena, sizeof(*work));
	const struct token *given = NULL;
	size_t written = 0;

	*work = (struct work){ sheet, sheet->asked->given[0], sheet->asked->given[1], sheet->asked->given[2],
		.count = 1 };
	work->known[0] = (struct power){ 1, reduced(work->a, work->n), NULL };
	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];
		struct power power;

		if (!line_has_number(line))
			continue;
		if (line_wide(line))
			return step_slip(sheet, "step-number-long", line_wide(line)->start, line_wide(line)->end);
		if (read_bits(work, line))
			continue;
		bool is_power = read_power(&power, work, line);
		if (is_power && power.exponent != work->exponent) {
			if (++written > POWERS_MAX - 2)
				return step_slip(sheet, "step-too-long", line->start, line->end);
			if (power.exponent > 1)
				judge_power(work, &power);
			else
				written--;
			continue;
		}
		if (!is_power && line->count > 1 && !line_is_labelled(line))
			return step_slip(sheet, "power-form", line->start, line->end);
		given = step_last_number(line);
	}
	add_missing(work, written);
	sheet->result_share = (struct frac){ 1, 3 };
	judge_result(work, given);
	sheet->idle = sheet->count > 0;
	for (size_t i = 0; i < sheet->count; i++)
		sheet->idle &= sheet->cells[i].state != CARRIED_RIGHT && sheet->cells[i].state != CARRIED_CONSISTENT;
	if (given)
		sheet->value = json_integer(given->value);
	return READING_OK;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	int64_t a = question->given[0], exponent = question->given[1], n = question->given[2];
	cleanup_buf struct buf out = BUF_INIT;

	for (int64_t e = 2; e < exponent; e *= 2)
		buf_printf(&out, "%" PRId64 "^%" PRId64 " ≡ %" PRId64 " [%" PRId64 "]\n", a, e, power_of(a, e, n), n);
	buf_printf(
		&out, "%" PRId64 "^%" PRId64 " ≡ %" PRId64 " [%" PRId64 "]", a, exponent, power_of(a, exponent, n), n);
	question->reference = arena_memdup(arena, buf_str(&out), out.len);
	question->starter = "";
	question->example = arena_printf(arena, "%" PRId64 "^2 ≡ 4 [%" PRId64 "]", a, n);
}

static json_t *value(const struct steps_question *question)
{
	return json_integer(power_of(question->given[0], question->given[1], question->given[2]));
}

const struct steps_method power_mod_method = {
	.name = "power-mod",
	.given = { "a", "exponent", "n" },
	.least = { 2, 2, 2 },
	.most = { 1000000000, 1000000000000, 1000000000 },
	.prepare = prepare,
	.judge = judge,
	.value = value,
};
