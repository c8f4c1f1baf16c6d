/* Numbers as texts: for people, for JSON, for pages. */
#include <string.h>
#include "number.h"

static const char *digits_of(const fmpz_t value, int base, struct arena *arena)
{
	char *text = arena_alloc(arena, fmpz_sizeinbase(value, base) + 2);

	return fmpz_get_str(text, base, value);
}

/* A number in parts: its sign, digits before and after the bar or the decimal point. */
struct parts {
	bool negative, decimal;
	const char *first, *second; /* numerator and denominator, or whole part and decimals; second NULL: none */
};

static void split(struct parts *out, const struct number *a, enum number_form form, struct arena *arena)
{
	static const char zeros[NUMBER_DECIMALS_MAX + 1] = "000000000000000000000000000000";
	const struct number *size = number_abs(a, arena);
	int decimals = form == NUMBER_DECIMAL ? number_decimals(a) : -1;

	*out = (struct parts){ .negative = number_sign(a) < 0 };
	if (decimals <= 0) {
		out->first = digits_of(fmpq_numref(size->value), 10, arena);
		out->second = number_is_integer(a) ? NULL : digits_of(fmpq_denref(size->value), 10, arena);
		return;
	}
	/* 10^decimals may carry a number of nearly NUMBER_BITS_MAX bits over it: whole part and rest apart do not grow. */
	const struct number *whole = number_floor(size, arena);
	const struct number *rest =
		number_mul(number_sub(size, whole, arena), number_power(number_of(10, arena), decimals, arena), arena);
	const char *digits = digits_of(fmpq_numref(rest->value), 10, arena);
	out->decimal = true;
	out->first = digits_of(fmpq_numref(whole->value), 10, arena);
	out->second = arena_printf(arena, "%.*s%s", decimals - (int)strlen(digits), zeros, digits);
}

const char *number_text(const struct number *a, enum number_form form, enum lang lang, struct arena *arena)
{
	struct parts parts;
	const char *minus, *between;

	split(&parts, a, form, arena);
	minus = !parts.negative ? "" : lang == LANG_FR ? "\u2212" : "-";
	between = !parts.second ? "" : !parts.decimal ? "/" : lang == LANG_FR ? "," : ".";
	return arena_printf(arena, "%s%s%s%s", minus, parts.first, between, parts.second ? parts.second : "");
}

const char *number_plain(const struct number *a, struct arena *arena)
{
	return number_text(a, NUMBER_EXACT, LANG_EN, arena);
}

void number_latex(struct buf *out, const struct number *a, enum number_form form)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct parts parts;

	split(&parts, a, form, arena);
	buf_addstr(out, parts.negative ? "-" : "");
	if (!parts.second)
		buf_addstr(out, parts.first);
	else if (parts.decimal)
		buf_printf(out, "%s{,}%s", parts.first, parts.second);
	else
		buf_printf(out, "\\frac{%s}{%s}", parts.first, parts.second);
}

void number_mathml(struct buf *out, const struct number *a, enum number_form form)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct parts parts;

	split(&parts, a, form, arena);
	buf_addstr(out, parts.negative ? "<mrow><mo form=\"prefix\">\u2212</mo>" : "");
	if (!parts.second)
		buf_printf(out, "<mn>%s</mn>", parts.first);
	else if (parts.decimal)
		buf_printf(out, "<mn>%s,%s</mn>", parts.first, parts.second);
	else
		buf_printf(out, "<mfrac><mn>%s</mn><mn>%s</mn></mfrac>", parts.first, parts.second);
	buf_addstr(out, parts.negative ? "</mrow>" : "");
}

const char *number_digits(const struct number *a, int base, struct arena *arena)
{
	char *text;

	if (!a || !number_is_integer(a) || number_sign(a) < 0 || base < 2 || base > NUMBER_BASE_MAX)
		return NULL;
	text = (char *)digits_of(fmpq_numref(a->value), base, arena);
	for (char *at = text; *at; at++)
		if (*at >= 'a' && *at <= 'z')
			*at = (char)(*at - 'a' + 'A');
	return text;
}
