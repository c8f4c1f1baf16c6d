/*
 * A formula in n as students type it, rewritten into the language of exact/formula.h: "3n", "2ⁿ", "2^{n-1}", "1,05^n",
 * "u_n = 100 × 1,05^n", "u₀ + 5n". Each byte that is written knows where it comes from, so that a slip has its place.
 */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "sequence.h"

enum { WRITTEN_MAX = 1500, FIRST_TERMS = 3 };

struct rewriting {
	const struct sequence_question *asked;
	const char *text;
	size_t bytes, at;
	struct buf out;
	size_t from[WRITTEN_MAX + 1]; /* where each byte comes from */
	bool operand; /* what was written last ends an operand */
};

static void put(struct rewriting *it, const char *text, size_t origin)
{
	for (; *text && it->out.len < WRITTEN_MAX; text++) {
		it->from[it->out.len] = origin;
		buf_addch(&it->out, *text);
	}
}

static void begin_operand(struct rewriting *it, size_t origin)
{
	if (it->operand)
		put(it, "*", origin);
}

static const struct {
	int32_t rune;
	const char *text;
} raised[] = { { 0x2070, "0" }, { 0xb9, "1" }, { 0xb2, "2" }, { 0xb3, "3" }, { 0x2074, "4" }, { 0x2075, "5" },
	{ 0x2076, "6" }, { 0x2077, "7" }, { 0x2078, "8" }, { 0x2079, "9" }, { 0x207f, "n" }, { 0x207a, "+" },
	{ 0x207b, "-" }, { 0x207d, "(" }, { 0x207e, ")" } };

static const char *raised_text(int32_t rune)
{
	for (size_t i = 0; i < sizeof(raised) / sizeof(raised[0]); i++)
		if (raised[i].rune == rune)
			return raised[i].text;
	return NULL;
}

static int32_t rune_at(const struct rewriting *it, size_t at, size_t *used)
{
	int32_t rune;

	*used = 0;
	if (at >= it->bytes)
		return 0;
	rune = utf8_next(it->text + at, it->bytes - at, used);
	*used = rune < 0 ? 1 : *used;
	return rune;
}

static bool digit_at(const struct rewriting *it, size_t at)
{
	return at < it->bytes && it->text[at] >= '0' && it->text[at] <= '9';
}

static void write_number(struct rewriting *it)
{
	char one[2] = { 0 };

	begin_operand(it, it->at);
	while (it->at < it->bytes) {
		size_t used;
		int32_t rune = rune_at(it, it->at, &used);
		bool point = (rune == ',' || rune == '.') && digit_at(it, it->at + 1);
		bool group = (rune == 0xa0 || rune == 0x202f || rune == ' ') && digit_at(it, it->at + used) &&
			     digit_at(it, it->at + used + 1) && digit_at(it, it->at + used + 2);

		if (!digit_at(it, it->at) && !point && !group)
			break;
		one[0] = point ? '.' : it->text[it->at];
		if (!group)
			put(it, one, it->at);
		it->at += used;
	}
	it->operand = true;
}

/* Behind the name: "_0", "₀", "0", "_{0}", "n", "_n", "_{n+1}", "(n)": the index as text, "" for what is no number. */
static const char *read_index(struct rewriting *it, struct arena *arena)
{
	cleanup_buf struct buf digits = BUF_INIT;
	size_t used;
	int32_t rune;
	bool braces;

	if (it->at < it->bytes && it->text[it->at] == '_')
		it->at++;
	braces = it->at < it->bytes && (it->text[it->at] == '{' || it->text[it->at] == '(');
	it->at += braces;
	while ((rune = rune_at(it, it->at, &used)) != 0) {
		bool digit = (rune >= '0' && rune <= '9') || (rune >= 0x2080 && rune <= 0x2089);
		bool letter = rune == 'n' || rune == 0x2099;
		bool sign = rune == 0x208a || rune == 0x208b || (braces && (rune == '+' || rune == '-'));

		if (!digit && !letter && !sign)
			break;
		if (letter || sign)
			buf_addch(&digits, 'n');
		else
			buf_addch(&digits, (char)('0' + (rune >= 0x2080 ? rune - 0x2080 : rune - '0')));
		it->at += used;
	}
	if (braces && it->at < it->bytes && strchr("})", it->text[it->at]) != NULL)
		it->at++;
	return strchr(buf_str(&digits), 'n') ? "" : arena_strdup(arena, buf_str(&digits));
}

static bool same_letters(const char *a, const char *b, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((a[i] | 32) != (b[i] | 32))
			return false;
	return true;
}

static void write_term(struct rewriting *it, struct arena *arena)
{
	size_t origin = it->at;
	const char *index;

	begin_operand(it, origin);
	it->at += strlen(it->asked->name);
	index = read_index(it, arena);
	put(it, *index ? arena_printf(arena, "u_%s", index) : "u", origin);
	it->operand = true;
}

static bool name_here(const struct rewriting *it)
{
	size_t length = strlen(it->asked->name);

	return it->bytes - it->at >= length && same_letters(it->text + it->at, it->asked->name, length);
}

static void write_raised(struct rewriting *it)
{
	size_t used;
	const char *text = raised_text(rune_at(it, it->at, &used));

	put(it, "^(", it->at);
	it->operand = false;
	for (; text != NULL; text = raised_text(rune_at(it, it->at, &used))) {
		bool operand = strchr("+-()", *text) == NULL;
		if (operand && it->operand && (*text == 'n' || it->out.data[it->out.len - 1] == 'n'))
			put(it, "*", it->at);
		put(it, text, it->at);
		it->operand = operand;
		it->at += used;
	}
	put(it, ")", it->at);
	it->operand = true;
}

static const struct {
	const char *sign, *as;
	bool opens, closes;
} signs[] = { { "**", "^", false, false }, { "\\times", "*", false, false }, { "\\cdot", "*", false, false },
	{ "\u00d7", "*", false, false }, { "\u00b7", "*", false, false }, { "\u22c5", "*", false, false },
	{ "\u2219", "*", false, false }, { "\u2212", "-", false, false }, { "\u2013", "-", false, false },
	{ "\u00f7", "/", false, false }, { ":", "/", false, false }, { "*", "*", false, false },
	{ "+", "+", false, false }, { "-", "-", false, false }, { "/", "/", false, false }, { "^", "^", false, false },
	{ "(", "(", true, false }, { "[", "(", true, false }, { "{", "(", true, false }, { ")", ")", false, true },
	{ "]", ")", false, true }, { "}", ")", false, true }, { "%", "/100", false, true } };

static bool write_sign(struct rewriting *it)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t length = strlen(signs[i].sign);

		if (it->bytes - it->at < length || memcmp(it->text + it->at, signs[i].sign, length) != 0)
			continue;
		if (signs[i].opens)
			begin_operand(it, it->at);
		put(it, signs[i].as, it->at);
		it->operand = signs[i].closes;
		it->at += length;
		return true;
	}
	return false;
}

static void write_next(struct rewriting *it, struct arena *arena)
{
	size_t used;
	int32_t rune = rune_at(it, it->at, &used);
	char one[2] = { 0 };

	if (digit_at(it, it->at) || (rune == ',' && digit_at(it, it->at + 1))) {
		write_number(it);
		return;
	}
	if (raised_text(rune) != NULL) {
		write_raised(it);
		return;
	}
	if (write_sign(it))
		return;
	if (rune == 'x' && it->operand) {
		put(it, "*", it->at++);
		it->operand = false;
		return;
	}
	if (name_here(it)) {
		write_term(it, arena);
		return;
	}
	if (rune == 'n' || rune == 'N') {
		begin_operand(it, it->at);
		put(it, "n", it->at++);
		it->operand = true;
		return;
	}
	if (!utf8_is_blank(rune) && !utf8_is_mark(rune)) {
		one[0] = rune > 0 && rune < 0x80 ? (char)rune : '?';
		put(it, one, it->at);
		it->operand = false;
	}
	it->at += used;
}

static int slip_at(
	struct slip *slip, const struct rewriting *it, const char *code, size_t start, size_t end, struct arena *arena)
{
	const char *shown =
		start < end ? arena_memdup(arena, it->text + start, end - start < 40 ? end - start : 40) : "";

	if (utf8_check(shown, strlen(shown)) != strlen(shown))
		shown = "?";
	*slip = (struct slip){
		.message = sequence_say(arena, code,
			(struct word[]){ { "text", NULL, shown }, { "example", NULL, it->asked->example }, { 0 } }),
		.start = start,
		.end = end
	};
	return -1;
}

static int read_written(struct student_formula *out, const struct rewriting *it, struct arena *arena, struct slip *slip)
{
	const char *const *names;
	struct slip inner;

	if (buf_overflowed(&it->out) || it->out.len >= WRITTEN_MAX)
		return slip_at(slip, it, "formula-long", 0, 0, arena);
	if (formula_read(&out->formula, buf_str(&it->out), it->out.len, arena, &inner) < 0) {
		size_t start = inner.start < it->out.len ? it->from[inner.start] : it->bytes;
		return slip_at(slip, it, "formula-unread", start, it->bytes, arena);
	}
	for (names = formula_names(out->formula, arena); *names; names++) {
		bool term = (*names)[0] == 'u' && (*names)[1] == '_';
		long index = term ? strtol(*names + 2, NULL, 10) - (long)it->asked->from : 0;

		out->recurrence |= !strcmp(*names, "u");
		if (!strcmp(*names, "n") || !strcmp(*names, "u") || (term && index >= 0 && index < FIRST_TERMS))
			continue;
		return slip_at(slip, it, "formula-name", 0, it->bytes, arena);
	}
	return 0;
}

int student_formula_read(struct student_formula *out, const struct sequence_question *asked, const char *text,
	size_t bytes, struct arena *arena, struct slip *slip)
{
	struct rewriting *it = arena_alloc(arena, sizeof(*it));
	int result;

	*out = (struct student_formula){ 0 };
	*it = (struct rewriting){ .asked = asked, .text = text, .bytes = bytes, .out = BUF_INIT_MAX(WRITTEN_MAX + 8) };
	while (it->bytes > 0 && strchr(" .;\n\r\t", it->text[it->bytes - 1]) != NULL)
		it->bytes--;
	for (size_t i = 0; i < it->bytes; i++)
		if (text[i] == '=')
			it->at = i + 1;
	while (it->at < it->bytes && it->out.len < WRITTEN_MAX)
		write_next(it, arena);
	result = read_written(out, it, arena, slip);
	buf_release(&it->out);
	return result;
}

const struct number *student_formula_at(const struct student_formula *formula, const struct sequence_question *asked,
	int64_t n, size_t *steps, struct arena *arena)
{
	struct binding bindings[FIRST_TERMS + 1];
	struct value value;
	struct slip slip;

	bindings[0] = (struct binding){ "n", { .kind = VALUE_NUMBER, .number = number_of(n, arena) } };
	for (size_t i = 0; i < FIRST_TERMS; i++)
		bindings[i + 1] =
			(struct binding){ arena_printf(arena, "u_%lld", (long long)asked->from + (long long)i),
				{ .kind = VALUE_NUMBER, .number = asked->terms[i] } };
	if (formula_value_within(&value, formula->formula, bindings, FIRST_TERMS + 1, steps, arena, &slip) < 0 ||
		value.kind != VALUE_NUMBER)
		return NULL;
	return value.number;
}
