/* A number written in a base by successive divisions: n = base × q + r, and the remainders read from the last to the first. */
#include <string.h>
#include "exact/number_read.h"
#include "steps.h"

enum { DIGITS_MAX = 80 };

/* Digits of a chain: its remainders from the last one up, the last quotient before them where it is not 0. */
static const char *digits_up(
	const struct division *chain, size_t count, int64_t base, bool last_quotient, struct arena *arena)
{
	static const char names[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char digits[DIGITS_MAX + 2];
	size_t length = 0;
	int64_t q = count > 0 ? chain[count - 1].q : 0;

	if (last_quotient && q > 0 && q < base)
		digits[length++] = names[q];
	for (size_t i = count; i-- > 0 && length < DIGITS_MAX;) {
		if (chain[i].r < 0 || chain[i].r >= base)
			return NULL;
		digits[length++] = names[chain[i].r];
	}
	size_t zeros = 0;
	while (zeros + 1 < length && digits[zeros] == '0')
		zeros++;
	return arena_memdup(arena, digits + zeros, length - zeros);
}

static const char *reversed(const char *digits, struct arena *arena)
{
	size_t length = strlen(digits), zeros = 0;
	char *out = arena_memdup(arena, digits, length);

	for (size_t i = 0; i < length; i++)
		out[i] = digits[length - 1 - i];
	while (zeros + 1 < length && out[zeros] == '0')
		zeros++;
	return out + zeros;
}

static const char *without_zeros(const char *digits)
{
	while (digits[0] == '0' && digits[1] != '\0')
		digits++;
	return digits;
}

/* Remainders with two digits written out: "135" for D5. */
static const char *in_decimal(const char *digits, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (; *digits; digits++)
		buf_printf(&out, "%d", number_digit(*digits));
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void judge_line(struct step_sheet *sheet, const struct division *division, int64_t n, int64_t right)
{
	int64_t base = sheet->asked->given[1];
	struct arena *arena = sheet->paper->arena;
	struct step_cell *cell = step_add(sheet, division->line);
	struct msg_text fault;

	cell->expected = n > 0 ? division_text(arena, n, base) : "";
	if (division->b != base)
		step_wrong(cell, STEP_SAY(arena, "divisions-base", base, division->b));
	else if (division->a != n && division->a != right)
		step_wrong(cell, STEP_SAY(arena, "divisions-restart", n, base, division->a));
	else if (division_fault(&fault, division, arena))
		step_wrong(cell, fault);
	else
		cell->state = division->a == right ? CARRIED_RIGHT : CARRIED_CONSISTENT;
}

/* The text of a result without its label: what stands behind the last sign = or colon. */
static size_t result_start(const struct step_line *line)
{
	size_t start = line->start;

	for (size_t i = 0; i < line->count; i++)
		if ((token_is(line, i, '=') || token_is(line, i, ':') || token_is(line, i, '>')) && i + 1 < line->count)
			start = line->tokens[i].end;
	return start;
}

static void judge_digits(
	struct step_sheet *sheet, const struct numeral_reading *read, const struct division *chain, size_t count)
{
	struct arena *arena = sheet->paper->arena;
	int64_t base = sheet->asked->given[1];
	const char *right = number_digits(number_of(sheet->asked->given[0], arena), (int)base, arena);
	const char *own = digits_up(chain, count, base, true, arena),
		   *short_one = digits_up(chain, count, base, false, arena);
	struct step_cell *cell = &sheet->result;
	const char *given;

	cell->expected = right;
	cell->state = CARRIED_BLANK;
	cell->message = step_say(arena, "digits-missing", NULL);
	if (!read)
		return;
	given = without_zeros(read->digits);
	cell->got = read->digits;
	cell->state = CARRIED_WRONG;
	cell->message = (struct msg_text){ 0 };
	if (read->base != 0 && read->base != base)
		cell->message = STEP_SAY(arena, "digits-base", base, read->base);
	else if (!read->negative && !strcmp(given, right))
		cell->state = CARRIED_RIGHT;
	else if (own && count > 0 && !strcmp(given, own))
		cell->state = CARRIED_CONSISTENT;
	else if (!strcmp(given, reversed(right, arena)) || (own && count > 0 && !strcmp(given, reversed(own, arena))))
		cell->message = step_say(arena, "digits-top-down", NULL);
	else if (base > 10 &&
		 (!strcmp(given, in_decimal(right, arena)) || (own && !strcmp(given, in_decimal(own, arena)))))
		cell->message = step_say(arena, "digits-letters", NULL);
	else if ((short_one && own && strcmp(short_one, own) != 0 && !strcmp(given, short_one)) ||
		 !strcmp(given, without_zeros(right + 1)))
		cell->message = step_say(arena, "digits-first-missing", NULL);
	else if (read->stray)
		cell->message = step_say(arena, "digits-stray",
			(struct msg_param[]){ { "a", arena_memdup(arena, read->stray, 1) },
				{ "b", step_number(arena, base) }, { 0 } });
	else
		cell->message = step_say(arena, "digits-wrong", NULL);
}

static enum reading read_result(struct step_sheet *sheet, const struct step_line *line, struct numeral_reading *out)
{
	size_t start = result_start(line);
	struct slip slip;

	if (numeral_read_loose(out, sheet->text.text + start, line->end - start, (int)sheet->asked->given[1],
		    sheet->paper->arena, &slip) == 0 &&
		!out->comma)
		return READING_OK;
	return step_slip(sheet, "divisions-line", line->start, line->end);
}

/* A row of binary groups, "0101 1101", is a result and no division. */
static bool is_grouped(const struct step_sheet *sheet, const struct step_line *line)
{
	for (size_t i = 0; i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind != TOKEN_NUMBER || (i > 0 && token->end - token->start != 4))
			return false;
	}
	return sheet->asked->given[1] == 2 && line->count > 1;
}

static enum reading judge(struct step_sheet *sheet)
{
	struct arena *arena = sheet->paper->arena;
	struct division *chain = arena_array(arena, LINES_MAX, sizeof(*chain));
	int64_t base = sheet->asked->given[1], n = sheet->asked->given[0], right = n;
	struct numeral_reading read;
	bool has_result = false;
	size_t count = 0;

	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];

		if (!line_is_labelled(line) && !is_grouped(sheet, line) &&
			division_read(&chain[count], line, base, true)) {
			chain[count].b = chain[count].has_b ? chain[count].b : base;
			count++;
			continue;
		}
		if (!line_has_number(line) && i + 1 < sheet->text.count)
			continue; /* a heading */
		if (line_is_labelled(line) && line->tokens[line->count - 1].kind == TOKEN_SIGN)
			continue; /* a label with nothing behind it */
		if (read_result(sheet, line, &read) != READING_OK)
			return READING_UNREADABLE;
		has_result = true;
	}
	if (count == 0 && !has_result)
		return step_slip(sheet, "divisions-line", 0, 0);
	for (size_t i = 0; i < count; i++) {
		judge_line(sheet, &chain[i], n, right);
		n = chain[i].q;
		right = right / base;
	}
	/* The last quotient may be read as a digit without being divided. */
	if (n > 0 && (n >= base || count == 0)) {
		for (int64_t left = n; (left >= base || left == n) && left > 0 && sheet->count < CELLS_MAX - 1;
			left /= base) {
			struct step_cell *cell = step_add(sheet, NULL);
			cell->expected = division_text(arena, left, base);
			if (left == n)
				cell->message = STEP_SAY(arena, "divisions-unfinished", n, base);
		}
	}
	sheet->result_share = (struct frac){ 1, 3 };
	judge_digits(sheet, has_result ? &read : NULL, chain, count);
	sheet->idle = count == 0 && sheet->asked->given[0] < base * base;
	return READING_OK;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	static const char *const headings[] = { "n", "q", "r" };
	int64_t base = question->given[1];
	cleanup_buf struct buf out = BUF_INIT;

	for (int64_t n = question->given[0]; n > 0; n /= base)
		buf_printf(&out, "%s\n", division_text(arena, n, base));
	buf_printf(&out, "= %s", number_digits(number_of(question->given[0], arena), (int)base, arena));
	question->reference = arena_memdup(arena, buf_str(&out), out.len);
	question->starter = step_table(arena, headings, 3, TABLE_ROWS, "");
	question->example =
		arena_printf(arena, "17 = %" PRId64 " × %" PRId64 " + %" PRId64, base, 17 / base, 17 % base);
}

const struct steps_method divisions_method = {
	.name = "divisions",
	.given = { "n", "base" },
	.least = { 1, 2 },
	.most = { 1000000000000, 36 },
	.prepare = prepare,
	.judge = judge,
};
