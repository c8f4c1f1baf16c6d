/*
 * Expressions. Between two parentheses stands one kind of sign: A ∪ B ∪ C, or two operands; everything else is ambiguous
 * to somebody, and what is ambiguous is not read.
 */
#include <string.h>
#include "base/utf8.h"
#include "sets/messages.h"
#include "typed.h"

enum { PRIMES_MAX = 4 };

static int read_chain(struct typed *typed, const struct set_expr **out);
static int read_operand(struct typed *typed, const struct set_expr **out);

static const struct set_expr *one_of(struct typed *typed, enum set_op op, const struct set_expr *inside)
{
	return set_expr_of(op, &inside, 1, typed->arena);
}

static int close_with(struct typed *typed, enum sign sign)
{
	return typed_take(typed, sign) ? 0 : typed_slip_here(typed, "bracket-open");
}

static int read_group(struct typed *typed, enum sign close, const struct set_expr **out)
{
	if (typed_enter(typed) || read_chain(typed, out) || close_with(typed, close))
		return -1;
	typed_leave(typed);
	return 0;
}

static int read_literal(struct typed *typed, enum sign sign, const struct set_expr **out)
{
	struct set_value value = { .kind = SETS_FINITE };
	struct interval line = { 0 };
	int failed = 0;

	if (sign == SIGN_BRACE_OPEN)
		failed = typed_braces(typed, &value.set);
	else if (sign == SIGN_EMPTY)
		value.set = set_empty(typed->arena);
	else if (sign == SIGN_LINE)
		value = set_value_reals(reals_interval(&line, typed->arena), typed->arena);
	else if (sign == SIGN_WHOLE_OPEN)
		failed = typed_whole_interval(typed, &value);
	else
		failed = typed_interval(typed, sign == SIGN_BRACKET_LEFT, &value);
	*out = failed ? NULL : set_expr_literal(value, typed->arena);
	return failed;
}

/* ∁A, ∁_E A, ∁_{E}(A), \overline{A} */
static int read_complement(struct typed *typed, const struct set_expr **out)
{
	const char *in = NULL;
	bool barred;

	if (typed->at < typed->bytes && typed->text[typed->at] == '_') {
		typed->at++;
		bool braces = typed_take(typed, SIGN_BRACE_OPEN);

		in = typed_name(typed, &barred);
		if (!in || barred || (braces && !typed_take(typed, SIGN_BRACE_CLOSE)))
			return typed_slip_here(typed, "universe-expected");
	}
	if (typed_enter(typed) || read_operand(typed, out))
		return -1;
	typed_leave(typed);
	if (in && (!typed->words->universe || strcmp(in, typed->words->universe) != 0)) {
		const struct set_expr *pair[2] = { set_expr_name(in, typed->arena), *out };

		*out = set_expr_of(SET_MINUS, pair, 2, typed->arena);
		return 0;
	}
	*out = one_of(typed, SET_COMPLEMENT, *out);
	return 0;
}

static int refuse_plain(struct typed *typed)
{
	return typed->words->plain ? typed_slip_here(typed, "operation-not-here") : 0;
}

static int read_function(struct typed *typed, enum set_op op, const struct set_expr **out)
{
	if (refuse_plain(typed))
		return -1;
	if (!typed_take(typed, SIGN_OPEN))
		return typed_slip_here(typed, "parenthesis-expected");
	if (read_group(typed, SIGN_CLOSE, out))
		return -1;
	*out = one_of(typed, op, *out);
	return 0;
}

/* What begins with a letter. */
static int read_word(struct typed *typed, const struct set_expr **out)
{
	static const char *const cardinal[] = { "card", "cardinal", NULL };
	static const char *const complement[] = { "non", "complémentaire de", "complémentaire", "compl", NULL };
	static const char *const power[] = { "P", NULL }, *const line[] = { "R", NULL },
				 *const none[] = { "vide", "ensemble vide", "aucun", "empty", NULL };
	bool barred;
	const char *name = typed_name(typed, &barred);
	size_t used, at = typed->at;

	if (name) {
		*out = set_expr_name(name, typed->arena);
		if (barred)
			*out = one_of(typed, SET_COMPLEMENT, *out);
		return 0;
	}
	if (typed_word(typed, cardinal))
		return read_function(typed, SET_CARDINAL, out);
	if (typed_word(typed, complement))
		return read_complement(typed, out);
	if (typed_word(typed, none))
		return read_literal(typed, SIGN_EMPTY, out);
	if (typed_word(typed, power) && typed_sign(typed, &used) == SIGN_OPEN)
		return read_function(typed, SET_POWER, out);
	typed->at = at;
	if (typed_word(typed, line))
		return read_literal(typed, SIGN_LINE, out);
	return typed_slip_here(typed, typed->words->sets && *typed->words->sets ? "set-not-read" : "braces-missing");
}

static int read_primary(struct typed *typed, const struct set_expr **out)
{
	size_t used;
	enum sign sign = typed_sign(typed, &used);

	switch (sign) {
	case SIGN_NONE:
		return read_word(typed, out);
	case SIGN_BRACE_OPEN:
	case SIGN_EMPTY:
	case SIGN_LINE:
	case SIGN_WHOLE_OPEN:
	case SIGN_BRACKET_LEFT:
	case SIGN_BRACKET_RIGHT:
		typed->at += used;
		return read_literal(typed, sign, out);
	case SIGN_OPEN:
		typed->at += used;
		return read_group(typed, SIGN_CLOSE, out);
	case SIGN_COMPLEMENT:
		typed->at += used;
		return read_complement(typed, out);
	case SIGN_OVERLINE:
		typed->at += used;
		if (!typed_take(typed, SIGN_BRACE_OPEN))
			return read_complement(typed, out);
		if (read_group(typed, SIGN_BRACE_CLOSE, out))
			return -1;
		*out = one_of(typed, SET_COMPLEMENT, *out);
		return 0;
	case SIGN_POWER:
		typed->at += used;
		return read_function(typed, SET_POWER, out);
	case SIGN_BAR:
	case SIGN_CARD:
		if (refuse_plain(typed))
			return -1;
		typed->at += used;
		if (sign == SIGN_BAR ? read_group(typed, SIGN_BAR, out) : read_operand(typed, out))
			return -1;
		*out = one_of(typed, SET_CARDINAL, *out);
		return 0;
	default:
		return typed_slip_here(typed, sign == SIGN_END ? "set-missing" : "set-expected-here");
	}
}

static int read_operand(struct typed *typed, const struct set_expr **out)
{
	if (typed_enter(typed) || read_primary(typed, out))
		return -1;
	typed_leave(typed);
	for (int primes = 0; typed_take(typed, SIGN_PRIME); primes++) {
		if (primes == PRIMES_MAX)
			return typed_slip_here(typed, "too-deep");
		*out = one_of(typed, SET_COMPLEMENT, *out);
	}
	return 0;
}

static enum set_op op_of(enum sign sign)
{
	switch (sign) {
	case SIGN_UNION:
		return SET_UNION;
	case SIGN_INTERSECTION:
		return SET_INTERSECTION;
	case SIGN_MINUS:
		return SET_MINUS;
	case SIGN_SYMMETRIC:
		return SET_SYMMETRIC;
	case SIGN_PRODUCT:
		return SET_PRODUCT;
	default:
		return SET_NAME;
	}
}

static int read_chain(struct typed *typed, const struct set_expr **out)
{
	const struct set_expr **list = arena_array(typed->arena, 4, sizeof(*list));
	size_t count = 0, room = 4, used;
	enum set_op op = SET_NAME;

	for (;;) {
		if (count == room) {
			const struct set_expr **wider = arena_array(typed->arena, 2 * room, sizeof(*wider));

			memcpy(wider, list, room * sizeof(*wider));
			list = wider;
			room *= 2;
		}
		if (read_operand(typed, &list[count++]))
			return -1;
		enum sign sign = typed_operator(typed, &used);
		enum set_op next = op_of(sign);

		if (sign == SIGN_ALGEBRA)
			return typed_slip_here(typed, "algebra-sign");
		if (next == SET_NAME)
			break;
		if (next == SET_PRODUCT && refuse_plain(typed))
			return -1;
		if ((op != SET_NAME && next != op) || (op == SET_MINUS && next == SET_MINUS))
			return typed_slip(typed, typed->at, typed->at + used, "ambiguous", "");
		if (count == SET_OPERANDS_MAX)
			return typed_slip_here(typed, "too-long");
		op = next;
		typed->at += used;
	}
	*out = count == 1 ? list[0] : set_expr_of(op, list, count, typed->arena);
	return 0;
}

int set_read(struct set_reading *out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip)
{
	struct typed typed = { .text = text, .bytes = bytes, .words = words, .arena = arena, .slip = slip };
	const struct set_expr *expr;
	size_t used;

	if (typed_sign(&typed, &used) == SIGN_END)
		return typed_slip_here(&typed, "set-missing");
	if (read_chain(&typed, &expr))
		return -1;
	typed_blanks(&typed);
	if (typed.at < typed.bytes)
		return typed_slip_here(&typed, "unexpected");
	*out = (struct set_reading){ expr, typed.twice, typed.infinity_closed };
	return 0;
}

int element_read(const struct element **out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip)
{
	struct typed typed = { .text = text, .bytes = bytes, .words = words, .arena = arena, .slip = slip };

	if (typed_element(&typed, false, out))
		return -1;
	typed_blanks(&typed);
	return typed.at < typed.bytes ? typed_slip_here(&typed, "unexpected") : 0;
}

int element_list_read(const struct element *const **out, size_t *count, const char *text, size_t bytes,
	const struct set_words *words, struct arena *arena, struct slip *slip)
{
	struct typed typed = { .text = text, .bytes = bytes, .words = words, .arena = arena, .slip = slip };
	const struct element **list = NULL;

	if (typed_elements(&typed, SIGN_END, &list, count))
		return -1;
	if (*count == 1 && list[0]->kind == ELEMENT_SET && text[strspn(text, " \t\n\r")] == '{' && !typed.twice) {
		*out = list[0]->parts;
		*count = list[0]->count;
		return 0;
	}
	*out = list;
	return 0;
}
