/* Intervals: ]−∞;4], [0;1[, ⟦1;9⟧. */
#include <string.h>
#include "exact/number_read.h"
#include "typed.h"

enum { BOUND_BYTES_MAX = 200 };

struct bounds {
	const struct number *from, *to; /* NULL: infinite */
	bool from_in, to_in;
};

/* One bound in text[start…end[; *infinite: −1, +1 or 0. */
static int read_bound(struct typed *typed, size_t start, size_t end, const struct number **out, int *infinite)
{
	static const struct number_style style = { .fractions = true };
	struct typed part = *typed;
	struct number_reading reading;
	struct slip slip;
	size_t used;

	*infinite = 0;
	*out = NULL;
	part.at = start;
	part.bytes = end;
	bool minus = typed_take(&part, SIGN_MINUS),
	     plus = !minus && typed_sign(&part, &used) == SIGN_ALGEBRA && part.text[part.at] == '+';
	part.at += plus;
	if (typed_take(&part, SIGN_INFINITY) ||
		typed_word(&part, (const char *const[]){ "inf", "infini", "infinity", "oo", NULL })) {
		*infinite = minus ? -1 : 1;
		typed_blanks(&part);
		return part.at == end ? 0 : typed_slip(typed, start, end, "bound-expected", "");
	}
	if (number_read_all(&reading, typed->text + start, end - start, &style, typed->arena, &slip))
		return typed_slip(typed, start, end, "bound-expected", "");
	*out = reading.value;
	return 0;
}

/* The closing bracket and what separates the bounds, from the bracket that opens on. */
static int find_parts(struct typed *typed, bool whole, size_t *separator, size_t *close)
{
	size_t at = typed->at, semicolon = 0, comma = 0, commas = 0;
	size_t end = typed->bytes - at < BOUND_BYTES_MAX ? typed->bytes : at + BOUND_BYTES_MAX;
	const char *mark = whole ? "⟧" : "[";

	for (; at < end; at++) {
		char c = typed->text[at];

		if (c == '[' || c == ']' || (whole && end - at >= strlen(mark) && !memcmp(typed->text + at, mark, 3)))
			break;
		if (c == ';' && semicolon == 0)
			semicolon = at;
		if (c == ',' && commas++ == 0)
			comma = at;
	}
	if (at == end)
		return typed_slip(typed, typed->at, typed->at, "interval-open", "");
	*close = at;
	*separator = semicolon ? semicolon : comma;
	if (*separator == 0 || (semicolon == 0 && commas > 1))
		return typed_slip(typed, typed->at, at, "interval-separator", "");
	return 0;
}

int typed_interval(struct typed *typed, bool closed, struct set_value *out)
{
	struct interval interval = { .from_in = closed };
	size_t start = typed->at, separator, close;
	int from, to;

	if (find_parts(typed, false, &separator, &close) ||
		read_bound(typed, start, separator, &interval.from, &from) ||
		read_bound(typed, separator + 1, close, &interval.to, &to))
		return -1;
	interval.to_in = typed->text[close] == ']';
	typed->at = close + 1;
	if (from > 0 || to < 0 || (interval.from && interval.to && number_compare(interval.from, interval.to) > 0))
		return typed_slip(typed, start, close, "bounds-reversed", "");
	typed->infinity_closed |= (from && interval.from_in) || (to && interval.to_in);
	const struct reals *reals = reals_interval(&interval, typed->arena);
	*out = set_value_reals(reals, typed->arena);
	return 0;
}

int typed_whole_interval(struct typed *typed, struct set_value *out)
{
	const struct number *from, *to;
	size_t start = typed->at, separator, close;
	int infinite[2];
	int64_t first, last;

	if (find_parts(typed, true, &separator, &close) || read_bound(typed, start, separator, &from, &infinite[0]) ||
		read_bound(typed, separator + 1, close, &to, &infinite[1]))
		return -1;
	typed->at = close;
	if (!typed_take(typed, SIGN_WHOLE_CLOSE))
		return typed_slip(typed, close, close + 1, "interval-open", "");
	if (!from || !to || !number_to_int(from, &first) || !number_to_int(to, &last))
		return typed_slip(typed, start, close, "bounds-whole", "");
	if (first > last)
		return typed_slip(typed, start, close, "bounds-reversed", "");
	uint64_t many = (uint64_t)last - (uint64_t)first;
	if (many >= SET_COUNT_MAX - typed->made)
		return typed_slip(typed, start, close, "set-too-large", "");
	typed->made += (size_t)many + 1;
	const struct element *set = set_range(first, last, typed->arena);
	if (!set)
		return typed_slip(typed, start, close, "set-too-large", "");
	*out = set_value_finite(set);
	return 0;
}
