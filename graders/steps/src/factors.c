/* Prime factors of a number, as a product or as a table of divisions by primes; and its divisors. */
#include <string.h>
#include "steps.h"

enum { FACTORS_MAX = 64, DIVISORS_MAX = 512 };

struct factor {
	int64_t value, exponent;
};

static bool prime(int64_t value, struct arena *arena)
{
	return value > 1 && number_is_prime(number_of(value, arena)) == 1;
}

static int64_t smallest_divisor(int64_t value, int64_t most)
{
	for (int64_t d = 2; d <= most && d * d <= value; d++)
		if (value % d == 0)
			return d;
	return value;
}

static size_t factors_of(int64_t n, struct factor *out)
{
	size_t count = 0;

	for (int64_t d = 2; n > 1; d++) {
		if (d * d > n)
			d = n;
		for (size_t at = count; n % d == 0; n /= d) {
			if (count == at)
				out[count++] = (struct factor){ d, 0 };
			out[at].exponent++;
		}
	}
	return count;
}

static const char *product_text(const struct factor *factors, size_t count, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		buf_printf(&out, "%s%" PRId64, i > 0 ? " × " : "", factors[i].value);
		if (factors[i].exponent > 1)
			buf_printf(&out, "^%" PRId64, factors[i].exponent);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- the product ---- */

/* "2^3×3×5" behind the last sign =; false when it is no product of powers. */
static bool read_product(struct factor *out, size_t *count, const struct step_line *line)
{
	size_t from = 0, used = 0;

	for (size_t i = 0; i < line->count; i++)
		if (token_is(line, i, '=') || token_is(line, i, ':'))
			from = i + 1;
	for (size_t i = from; i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind == TOKEN_SIGN && strchr("()*", token->sign) != NULL)
			continue;
		if (token->kind != TOKEN_NUMBER || token->wide || token->value < 0 || used == FACTORS_MAX)
			return false;
		out[used] = (struct factor){ token->value, 1 };
		if (token_is(line, i + 1, '^')) {
			i += 2;
			if (i >= line->count || line->tokens[i].kind != TOKEN_NUMBER || line->tokens[i].wide ||
				line->tokens[i].value < 0)
				return false;
			out[used].exponent = line->tokens[i].value;
		}
		used++;
	}
	*count = used;
	return used > 0;
}

/* 0 where it passes 10^18. */
static __int128 product_of(const struct factor *factors, size_t count)
{
	__int128 made = 1;

	for (size_t i = 0; i < count; i++) {
		int64_t exponent = factors[i].value == 1 ? 0 : factors[i].exponent;
		if (factors[i].value == 0 || exponent > 64)
			return 0;
		for (int64_t j = 0; j < exponent; j++) {
			made *= factors[i].value;
			if (made > (__int128)1000000000000000000)
				return 0;
		}
	}
	return made;
}

/* Which of the true prime factors has another exponent, or does not stand there. */
static void say_product(
	struct step_cell *cell, int64_t n, const struct factor *given, size_t count, __int128 made, struct arena *arena)
{
	struct factor right[FACTORS_MAX];
	size_t right_count = factors_of(n, right);

	for (size_t i = 0; i < count && !cell->message.fr; i++)
		if (given[i].value > 1 && given[i].exponent > 0 && n % given[i].value != 0)
			cell->message = STEP_SAY(arena, "factor-foreign", given[i].value, n);
	for (size_t i = 0; i < right_count && !cell->message.fr; i++) {
		int64_t exponent = 0;
		bool whole = true;
		for (size_t j = 0; j < count; j++) {
			exponent += given[j].value == right[i].value ? given[j].exponent : 0;
			whole &= prime(given[j].value, arena);
		}
		if (whole && exponent == 0)
			cell->message = STEP_SAY(arena, "factor-missing", right[i].value, n);
		else if (whole && exponent != right[i].exponent)
			cell->message = STEP_SAY(arena, "factor-exponent", right[i].value, exponent, n);
	}
	if (!cell->message.fr)
		cell->message = made > 0 ? STEP_SAY(arena, "factor-product", (int64_t)made, n)
					 : step_say(arena, "factor-far", NULL);
}

static void judge_product(struct step_sheet *sheet, const struct factor *given, size_t count)
{
	struct arena *arena = sheet->paper->arena;
	int64_t n = sheet->asked->given[0], composite = 0;
	__int128 made = product_of(given, count);
	struct step_cell *cell = &sheet->result;
	bool one = false, whole = false;

	cell->got = product_text(given, count, arena);
	cell->state = CARRIED_WRONG;
	for (size_t i = 0; i < count; i++) {
		one |= given[i].value == 1;
		whole |= given[i].value == n;
		if (composite == 0 && given[i].value > 1 && given[i].exponent > 0 && !prime(given[i].value, arena))
			composite = given[i].value;
	}
	if (made != n) {
		say_product(cell, n, given, count, made, arena);
	} else if (composite != 0) {
		int64_t d = smallest_divisor(composite, 1000000);
		cell->message = STEP_SAY(arena, "factor-composite", composite, d, composite / d);
		cell->credit = whole ? FRAC_ZERO : (struct frac){ 1, 2 };
	} else if (one) {
		cell->message = step_say(arena, "factor-one", NULL);
		cell->credit = (struct frac){ 3, 4 };
	} else {
		cell->state = CARRIED_RIGHT;
	}
}

/* ---- the table: n | p, n/p | p', …, 1 ---- */

struct division_row {
	int64_t n, p;
	bool has_p;
	const struct step_line *line;
};

static void judge_row(struct step_sheet *sheet, const struct division_row *row, int64_t n, int64_t right)
{
	struct arena *arena = sheet->paper->arena;
	struct step_cell *cell = step_add(sheet, row->line);

	cell->expected = step_number(arena, n);
	if (row->n != n && row->n != right)
		step_wrong(cell, STEP_SAY(arena, "factor-row", n, row->n));
	else if (row->p < 2 || row->n % row->p != 0)
		step_wrong(cell, STEP_SAY(arena, "factor-foreign", row->p, row->n));
	else if (!prime(row->p, arena))
		step_wrong(cell, STEP_SAY(arena, "factor-composite", row->p, smallest_divisor(row->p, 1000000),
					 row->p / smallest_divisor(row->p, 1000000)));
	else
		cell->state = row->n == right ? CARRIED_RIGHT : CARRIED_CONSISTENT;
}

/* *factors: the divisors of the right column. */
static void judge_table(struct step_sheet *sheet, const struct division_row *rows, size_t count, struct factor *factors,
	size_t *factor_count)
{
	int64_t n = sheet->asked->given[0], right = n;

	*factor_count = 0;
	for (size_t i = 0; i < count && rows[i].has_p; i++) {
		judge_row(sheet, &rows[i], n, right);
		n = rows[i].p > 1 && rows[i].n % rows[i].p == 0 ? rows[i].n / rows[i].p
		    : i + 1 < count                             ? rows[i + 1].n
								: 1;
		right = rows[i].p > 1 && right % rows[i].p == 0 ? right / rows[i].p : right;
		if (*factor_count < FACTORS_MAX)
			factors[(*factor_count)++] = (struct factor){ rows[i].p, 1 };
	}
	if (n > 1 && count > 0) {
		struct step_cell *cell = step_add(sheet, NULL);
		cell->message = STEP_SAY(sheet->paper->arena, "factor-unfinished", n);
		cell->expected = step_number(sheet->paper->arena, n);
	}
}

/* "120 | 2", "120 2", "1 |", "1" behind a row, "120 : 2 = 60". */
static bool read_row(struct division_row *out, const struct step_line *line, bool first)
{
	const struct token *cells[3];
	size_t count, equal = 0;

	while (equal < line->count && !token_is(line, equal, '='))
		equal++;
	if (equal == 3 && (token_is(line, 1, ':') || token_is(line, 1, '/')) && line->tokens[0].kind == TOKEN_NUMBER &&
		line->tokens[2].kind == TOKEN_NUMBER && !line_wide(line)) {
		*out = (struct division_row){ line->tokens[0].value, line->tokens[2].value, true, line };
		return true;
	}
	if (!line_row(line, cells, 3, &count) || count > 2 || (count == 1 && first) || line_wide(line))
		return false;
	*out = (struct division_row){ cells[0]->value, count == 2 ? cells[1]->value : 0, count == 2, line };
	return out->n > 0 && (count == 2 || out->n == 1);
}

static enum reading judge(struct step_sheet *sheet)
{
	struct arena *arena = sheet->paper->arena;
	struct division_row *rows = arena_array(arena, LINES_MAX, sizeof(*rows));
	struct factor product[FACTORS_MAX], column[FACTORS_MAX];
	size_t count = 0, factor_count = 0, column_count = 0;

	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];

		if (!line_has_number(line) ||
			(line_is_labelled(line) && line->tokens[line->count - 1].kind == TOKEN_SIGN))
			continue;
		if (line_wide(line))
			return step_slip(sheet, "step-number-long", line_wide(line)->start, line_wide(line)->end);
		if (read_row(&rows[count], line, count == 0))
			count++;
		else if (!read_product(product, &factor_count, line))
			return step_slip(sheet, "factor-line", line->start, line->end);
	}
	if (count == 0 && factor_count == 0)
		return step_slip(sheet, "factor-line", 0, 0);
	judge_table(sheet, rows, count, column, &column_count);
	bool by_table = factor_count == 0 && column_count > 0;
	sheet->result.expected = sheet->asked->reference;
	judge_product(sheet, by_table ? column : product, by_table ? column_count : factor_count);
	sheet->result_share = (struct frac){ 1, 4 };
	/* The product alone is what is asked; a table counts where the product is wrong, or is read from it. */
	bool whole = true;
	for (size_t i = 0; i < sheet->count; i++)
		whole &= sheet->cells[i].state == CARRIED_RIGHT;
	if (sheet->count == 0 || (sheet->result.state == CARRIED_RIGHT && (!by_table || whole))) {
		sheet->count = 0;
		sheet->result_share = FRAC_ONE;
	}
	return READING_OK;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	struct factor factors[FACTORS_MAX];
	size_t count = factors_of(question->given[0], factors);

	question->reference = product_text(factors, count, arena);
	question->starter = "";
	question->example = "2^3 × 3 × 5";
}

const struct steps_method factorisation_method = {
	.name = "factorisation",
	.given = { "n" },
	.least = { 2 },
	.most = { 10000000000 },
	.prepare = prepare,
	.judge = judge,
};

/* ---- divisors ---- */

static bool listed(const int64_t *list, size_t count, int64_t value)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == value)
			return true;
	return false;
}

static size_t divisors_of(int64_t n, int64_t *out)
{
	size_t count = 0, small;

	for (int64_t d = 1; d * d <= n; d++)
		if (n % d == 0)
			out[count++] = d;
	small = count;
	for (size_t i = small; i-- > 0;)
		if (out[i] != n / out[i])
			out[count++] = n / out[i];
	return count;
}

static const char *list_text(const int64_t *list, size_t count, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		buf_printf(&out, "%s%" PRId64, i > 0 ? " ; " : "", list[i]);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static struct msg_text say_divisors(
	struct arena *arena, int64_t n, const int64_t *given, size_t given_count, const int64_t *right, size_t count)
{
	int64_t missing = 0;

	for (size_t i = 0; i < given_count; i++)
		if (given[i] < 0)
			return STEP_SAY(arena, "divisor-negative", given[i]);
	for (size_t i = 0; i < given_count; i++)
		if (given[i] == 0 || n % given[i] != 0)
			return given[i] == 0 ? step_say(arena, "divisor-zero", NULL)
					     : STEP_SAY(arena, "divisor-foreign", given[i], n, n % given[i]);
	for (size_t i = 0; i < count; i++)
		if (!listed(given, given_count, right[i]) && (missing == 0 || missing == 1))
			missing = right[i];
	if (!listed(given, given_count, 1) && !listed(given, given_count, n))
		return STEP_SAY(arena, "divisor-ends", n);
	if (missing == n || missing == 1)
		return STEP_SAY(arena, "divisor-end", missing, n);
	if (listed(given, given_count, n / missing))
		return STEP_SAY(arena, "divisor-pair", n / missing, n, missing);
	return STEP_SAY(arena, "divisor-missing", (int64_t)count, n, (int64_t)given_count);
}

static enum reading judge_divisors(struct step_sheet *sheet)
{
	struct arena *arena = sheet->paper->arena;
	int64_t n = sheet->asked->given[0], *given = arena_array(arena, DIVISORS_MAX, sizeof(*given));
	int64_t *right = arena_array(arena, DIVISORS_MAX, sizeof(*right));
	size_t given_count = 0, count = divisors_of(n, right), hits = 0;
	struct step_cell *cell = &sheet->result;

	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];
		size_t from = 0;

		for (size_t j = 0; j < line->count; j++)
			if (token_is(line, j, '=') || token_is(line, j, ':'))
				from = j + 1;
		for (size_t j = from; j < line->count; j++) {
			const struct token *token = &line->tokens[j];
			if (token->kind == TOKEN_SIGN && strchr("*^/", token->sign) != NULL)
				return step_slip(sheet, "divisors-line", token->start, token->end);
			if (token->kind == TOKEN_NUMBER && token->wide)
				return step_slip(sheet, "step-number-long", token->start, token->end);
			if (token->kind == TOKEN_NUMBER && given_count < DIVISORS_MAX &&
				!listed(given, given_count, token->value))
				given[given_count++] = token->value;
		}
	}
	if (given_count == 0)
		return step_slip(sheet, "divisors-line", 0, 0);
	for (size_t i = 0; i < given_count; i++)
		hits += listed(right, count, given[i]);
	sheet->result_share = FRAC_ONE;
	cell->expected = list_text(right, count, arena);
	cell->got = list_text(given, given_count, arena);
	cell->state = hits == count && given_count == count ? CARRIED_RIGHT : CARRIED_WRONG;
	if (cell->state == CARRIED_RIGHT)
		return READING_OK;
	cell->message = say_divisors(arena, n, given, given_count, right, count);
	/* 1 and n themselves are no work, and what is no divisor takes away. */
	size_t trivial = (size_t)listed(given, given_count, 1) + (size_t)listed(given, given_count, n),
	       wrong = given_count - hits;
	if (hits > trivial + wrong && count > 2)
		cell->credit = (struct frac){ (int64_t)(hits - trivial - wrong), (int64_t)count - 2 };
	if (cell->credit.num >= cell->credit.den)
		cell->credit = (struct frac){ 3, 4 };
	return READING_OK;
}

static void prepare_divisors(struct steps_question *question, struct arena *arena)
{
	int64_t *right = arena_array(arena, DIVISORS_MAX, sizeof(*right));

	question->reference = list_text(right, divisors_of(question->given[0], right), arena);
	question->starter = "";
	question->example = "1 ; 2 ; 7 ; 14";
}

const struct steps_method divisors_method = {
	.name = "divisors",
	.given = { "n" },
	.least = { 1 },
	.most = { 1000000 },
	.prepare = prepare_divisors,
	.judge = judge_divisors,
};
