/* The sieve of Eratosthenes up to n: what each prime strikes, and what is left. */
#include <string.h>
#include "steps.h"

enum { SIEVE_MAX = 300 };

struct marks { /* by number */
	bool on[SIEVE_MAX + 1];
};

struct sieve {
	struct step_sheet *sheet;
	int64_t n;
	struct marks own; /* struck so far */
	struct marks right; /* the same of a right work with the same primes */
	struct marks done; /* primes that have their line */
};

static int64_t smallest_divisor(int64_t value)
{
	for (int64_t d = 2; d * d <= value; d++)
		if (value % d == 0)
			return d;
	return value;
}

static bool is_prime(int64_t value)
{
	return value > 1 && smallest_divisor(value) == value;
}

static const char *marks_text(const struct marks *marks, int64_t n, bool wanted, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (int64_t i = 2; i <= n; i++)
		if (marks->on[i] == wanted)
			buf_printf(&out, "%s%" PRId64, out.len > 0 ? " ; " : "", i);
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* The numbers of a line from a token on: 1, 0 when there are none, -1 where one is out of range. */
static int read_marks(struct marks *out, const struct step_line *line, size_t from, int64_t n)
{
	int found = 0;

	memset(out, 0, sizeof(*out));
	for (size_t i = from; i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind != TOKEN_NUMBER)
			continue;
		if (token->wide || token->value < 1 || token->value > n)
			return -1;
		out->on[token->value] = true;
		found = 1;
	}
	return found;
}

/* The first number that is struck wrongly, or is missing; false when nothing is. */
static bool line_fault(struct msg_text *out, const struct sieve *sieve, const struct marks *struck,
	const struct marks *before, int64_t p)
{
	struct arena *arena = sieve->sheet->paper->arena;

	if (struck->on[p]) {
		*out = STEP_SAY(arena, "sieve-itself", p);
		return true;
	}
	for (int64_t i = 1; i <= sieve->n; i++)
		if (struck->on[i] && i % p != 0) {
			*out = STEP_SAY(arena, "sieve-too-much", i, p, i % p);
			return true;
		}
	for (int64_t i = 2 * p; i <= sieve->n; i += p)
		if (!struck->on[i] && !before->on[i]) {
			*out = STEP_SAY(arena, "sieve-missing", i, p, i / p);
			return true;
		}
	return false;
}

static void judge_line(struct sieve *sieve, const struct step_line *line, int64_t p, const struct marks *struck)
{
	struct arena *arena = sieve->sheet->paper->arena;
	struct step_cell *cell = step_add(sieve->sheet, line);
	struct marks fresh = { 0 };
	struct msg_text fault, other;

	for (int64_t i = 2 * p; i <= sieve->n; i += p)
		fresh.on[i] = !sieve->own.on[i];
	cell->expected = marks_text(&fresh, sieve->n, true, arena);
	if (sieve->done.on[p])
		step_wrong(cell, STEP_SAY(arena, "sieve-again", p));
	else if (!is_prime(p) && !sieve->own.on[p] && p > 1)
		cell->state = CARRIED_CONSISTENT; /* it was not struck when it should have been */
	else if (!is_prime(p))
		step_wrong(cell, p == 1 ? step_say(arena, "sieve-from-one", NULL)
					: STEP_SAY(arena, "sieve-not-prime", p, smallest_divisor(p)));
	else if (!line_fault(&fault, sieve, struck, &sieve->right, p))
		cell->state = CARRIED_RIGHT;
	else if (!line_fault(&other, sieve, struck, &sieve->own, p))
		cell->state = CARRIED_CONSISTENT;
	else
		step_wrong(cell, other);
	sieve->done.on[p] = true;
	for (int64_t i = 2; i <= sieve->n; i++) {
		sieve->own.on[i] |= struck->on[i] && i != p;
		sieve->right.on[i] |= is_prime(p) && i > p && i % p == 0;
	}
}

static int judge_left(struct sieve *sieve, const struct marks *left, bool given)
{
	struct arena *arena = sieve->sheet->paper->arena;
	struct step_cell *cell = &sieve->sheet->result;
	struct marks primes = { 0 };
	int64_t hits = 0, extra = 0, all = 0, kept = 0, lost = 0;
	bool as_own = true;

	for (int64_t i = 2; i <= sieve->n; i++) {
		primes.on[i] = is_prime(i);
		all += primes.on[i];
		hits += primes.on[i] && left->on[i];
		extra += !primes.on[i] && left->on[i];
		kept = kept == 0 && !primes.on[i] && left->on[i] ? i : kept;
		lost = lost == 0 && primes.on[i] && !left->on[i] ? i : lost;
		as_own &= left->on[i] == !sieve->own.on[i];
	}
	extra += left->on[1];
	cell->expected = marks_text(&primes, sieve->n, true, arena);
	cell->got = given ? marks_text(left, sieve->n, true, arena) : NULL;
	cell->state = given ? CARRIED_WRONG : CARRIED_BLANK;
	if (!given)
		cell->message = step_say(arena, "sieve-result-missing", NULL);
	else if (hits == all && extra == 0)
		cell->state = CARRIED_RIGHT;
	else if (left->on[1])
		cell->message = step_say(arena, "sieve-one", NULL);
	else if (as_own && sieve->sheet->count > 0)
		cell->state = CARRIED_CONSISTENT;
	else if (kept > 0)
		cell->message =
			STEP_SAY(arena, "sieve-kept", kept, smallest_divisor(kept), kept / smallest_divisor(kept));
	else
		cell->message = STEP_SAY(arena, "sieve-prime-missing", lost);
	if (given && hits > extra && cell->state == CARRIED_WRONG)
		cell->credit = (struct frac){ hits - extra, all };
	/* A few small primes take no work. */
	return hits - extra > 2 || (hits == all && extra == 0);
}

static bool says_result(const struct step_line *line)
{
	static const char *const words[] = { "premiers", "premier", "primes", "prime", "restent", "reste", "restants",
		"left" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (line_has_word(line, words[i]))
			return true;
	return false;
}

static enum reading read_line(struct sieve *sieve, const struct step_line *line, struct marks *left, bool *given)
{
	bool result = says_result(line);
	struct marks marks;
	size_t first = 0;
	int64_t p;
	int strange;

	while (line->tokens[first].kind != TOKEN_NUMBER)
		first++;
	if (line_has(line, '*') || line_has(line, '^'))
		return step_slip(sieve->sheet, "sieve-dots", line->start, line->end);
	bool apart = first + 1 < line->count && line->tokens[first + 1].kind == TOKEN_SIGN &&
		     strchr(":;>=", line->tokens[first + 1].sign) != NULL;
	if (!result && !apart && !line_is_labelled(line))
		return step_slip(sieve->sheet, "sieve-line", line->start, line->end);
	for (size_t i = first; result && i < line->count; i++)
		if (token_is(line, i, ':') || token_is(line, i, '='))
			first = i;
	strange = read_marks(&marks, line, first + !result, sieve->n);
	if (strange == 0 && !result)
		return READING_OK;
	p = line->tokens[first].wide ? 0 : line->tokens[first].value;
	if (strange < 0 || (!result && (p < 1 || p > sieve->n)))
		return step_slip(sieve->sheet, "sieve-range", line->start, line->end);
	if (result) {
		*left = marks;
		*given = true;
	} else {
		judge_line(sieve, line, p, &marks);
	}
	return READING_OK;
}

static enum reading judge(struct step_sheet *sheet)
{
	struct arena *arena = sheet->paper->arena;
	struct sieve *sieve = arena_alloc(arena, sizeof(*sieve));
	struct marks *left = arena_alloc(arena, sizeof(*left));
	bool given = false, said = false;

	*sieve = (struct sieve){ .sheet = sheet, .n = sheet->asked->given[0] };
	for (size_t i = 0; i < sheet->text.count; i++) {
		const struct step_line *line = &sheet->text.lines[i];

		if (line_has_number(line) && read_line(sieve, line, left, &given) != READING_OK)
			return READING_UNREADABLE;
	}
	for (int64_t p = 2; p * p <= sieve->n; p++) {
		struct step_cell *cell;

		if (!is_prime(p) || sieve->done.on[p])
			continue;
		cell = step_add(sheet, NULL);
		cell->expected = step_number(arena, p);
		if (!said)
			cell->message = STEP_SAY(arena, "sieve-stops", p, p * p, sieve->n);
		said = true;
	}
	sheet->result_share = (struct frac){ 1, 2 };
	sheet->idle = !judge_left(sieve, left, given);
	for (size_t i = 0; i < sheet->count; i++)
		sheet->idle &= sheet->cells[i].state != CARRIED_RIGHT;
	return READING_OK;
}

static void prepare(struct steps_question *question, struct arena *arena)
{
	int64_t n = question->given[0];
	struct marks struck = { 0 };
	cleanup_buf struct buf out = BUF_INIT;

	for (int64_t p = 2; p * p <= n; p++) {
		struct marks fresh = { 0 };
		if (!is_prime(p))
			continue;
		for (int64_t i = 2 * p; i <= n; i += p) {
			fresh.on[i] = !struck.on[i];
			struck.on[i] = true;
		}
		buf_printf(&out, "%" PRId64 " : %s\n", p, marks_text(&fresh, n, true, arena));
	}
	buf_printf(&out, "premiers : %s", marks_text(&struck, n, false, arena));
	question->reference = arena_memdup(arena, buf_str(&out), out.len);
	question->starter = "2 : \n3 : \n\npremiers : \n";
	question->example = "premiers : 2 ; 3";
}

const struct steps_method sieve_method = {
	.name = "sieve",
	.given = { "n" },
	.least = { 10 },
	.most = { SIEVE_MAX },
	.prepare = prepare,
	.judge = judge,
};
