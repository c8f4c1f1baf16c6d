#include "compare_text.h"
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "text_kind.h"
#include "text_lines.h"
#include "text_number.h"
#include "pattern/pattern.h"

static const char *const MODES[] = {
	[TEXT_LINES] = "lines",
	[TEXT_EXACT] = "exact",
	[TEXT_TOKENS] = "tokens",
	[TEXT_NUMBERS] = "numbers",
	[TEXT_REGEX] = "regex",
};

static const char *const KINDS[] = {
	[TEXT_SAME] = "same",
	[TEXT_NOTHING] = "nothing",
	[TEXT_FINAL_NEWLINE] = "final-newline",
	[TEXT_SPACES] = "spaces",
	[TEXT_LINE_BREAKS] = "line-breaks",
	[TEXT_CASE] = "case",
	[TEXT_ACCENTS] = "accents",
	[TEXT_PRESENTATION] = "presentation",
	[TEXT_NUMBER_FORMAT] = "number-format",
	[TEXT_ROUNDING] = "rounding",
	[TEXT_NUMBERS_ONLY] = "numbers-only",
	[TEXT_EXTRA_LINES] = "extra-lines",
	[TEXT_MISSING_LINES] = "missing-lines",
	[TEXT_OTHER] = "other",
};

const char *text_mode_name(enum text_mode mode)
{
	return MODES[mode];
}

int text_mode_parse(const char *name)
{
	for (int i = 0; i < (int)(sizeof(MODES) / sizeof(MODES[0])); i++)
		if (strcmp(name, MODES[i]) == 0)
			return i;
	return -1;
}

const char *text_kind_name(enum text_kind kind)
{
	return KINDS[kind];
}

/* Where two texts, read unit by unit, part. */
struct parting {
	bool same;
	bool expected_over, got_over; /* one of them ended there */
	size_t line, expected_line;
};

static bool same_word(const struct text_rule *rule, struct text expected, struct text got)
{
	struct decimal a, b;
	if (text_same(expected, got))
		return true;
	return rule->mode == TEXT_NUMBERS && decimal_read(&a, expected, false) && decimal_read(&b, got, false) &&
	       decimal_close(&a, &b, rule->tolerance);
}

static struct parting part_words(const struct text_rule *rule, struct text expected, struct text got)
{
	struct parting at = { .line = 1, .expected_line = 1 };
	for (;;) {
		struct text x, y;
		at.expected_over = !text_word(&expected, &x, &at.expected_line);
		at.got_over = !text_word(&got, &y, &at.line);
		at.same = at.expected_over && at.got_over;
		if (at.expected_over || at.got_over || !same_word(rule, x, y))
			return at;
	}
}

static struct parting part_lines(struct text expected, struct text got)
{
	struct parting at = { 0 };
	expected = text_body(expected);
	got = text_body(got);
	for (;;) {
		struct text x, y;
		at.expected_over = !text_line(&expected, &x);
		at.got_over = !text_line(&got, &y);
		at.line++;
		at.expected_line++;
		at.same = at.expected_over && at.got_over;
		if (at.expected_over || at.got_over || !text_same(text_trim(x), text_trim(y)))
			return at;
	}
}

/* The line of the first byte that differs. */
static struct parting part_bytes(struct text expected, struct text got)
{
	struct parting at = { .line = 1, .same = text_same(expected, got) };
	for (size_t i = 0; i < expected.bytes && i < got.bytes && expected.data[i] == got.data[i]; i++)
		at.line += got.data[i] == '\n';
	at.expected_line = at.line;
	return at;
}

static struct parting part(const struct text_rule *rule, struct text expected, struct text got)
{
	switch (rule->mode) {
	case TEXT_EXACT:
		return part_bytes(expected, got);
	case TEXT_TOKENS:
	case TEXT_NUMBERS:
		return part_words(rule, expected, got);
	default:
		return part_lines(expected, got);
	}
}

static struct text without_line_ends(struct text text)
{
	while (text.bytes > 0 && (text.data[text.bytes - 1] == '\n' || text.data[text.bytes - 1] == '\r'))
		text.bytes--;
	return text;
}

static enum text_kind kind_of(const struct text_rule *rule, struct text expected, struct text got)
{
	struct parting at;
	if (text_body(got).bytes == 0 && text_body(expected).bytes > 0)
		return TEXT_NOTHING;
	if (rule->mode == TEXT_EXACT && text_same(without_line_ends(expected), without_line_ends(got)))
		return TEXT_FINAL_NEWLINE;
	at = rule->mode == TEXT_EXACT ? part_lines(expected, got) : part(rule, expected, got);
	if (!at.same && at.expected_over)
		return TEXT_EXTRA_LINES;
	if (!at.same && at.got_over)
		return TEXT_MISSING_LINES;
	return text_kind_of(rule->mode, expected, got);
}

/* The output as LINES reads it, and valid UTF-8, which PCRE2 asks for. */
static void add_clean(struct buf *out, struct text text)
{
	struct text line;
	size_t used;
	bool first = true;
	text = text_body(text);
	while (text_line(&text, &line)) {
		line = text_trim(line);
		if (!first)
			buf_addch(out, '\n');
		first = false;
		while (line.bytes > 0) {
			size_t valid = utf8_check(line.data, line.bytes);
			buf_add(out, line.data, valid);
			used = valid < line.bytes ? valid + 1 : valid;
			if (used > valid)
				buf_addrune(out, 0xfffd);
			line.data += used;
			line.bytes -= used;
		}
	}
}

/* For what a program prints, which may be long: two million steps are about a second, and (.|\n)* goes one deeper at each
 * character, so that 64 KiB must pass; the heap bounds it. */
static struct pattern as_pattern(struct text text)
{
	text = without_line_ends(text);
	return (struct pattern){
		.text = text.data, .bytes = text.bytes, .steps = 2000000, .depth = 1000000, .heap_kb = 64 << 10
	};
}

static int match_pattern(struct text_result *out, struct text pattern, struct text got, struct err *err)
{
	cleanup_buf struct buf clean = BUF_INIT;
	add_clean(&clean, got);
	struct text subject = { buf_str(&clean), clean.len };
	const struct pattern compiled = as_pattern(pattern);
	if (pattern_match(&out->equal, &compiled, subject.data, subject.bytes, err) < 0)
		return -1;
	if (!out->equal)
		out->kind = subject.bytes == 0 ? TEXT_NOTHING : TEXT_OTHER;
	return 0;
}

int compare_text(
	struct text_result *out, const struct text_rule *rule, struct text expected, struct text got, struct err *err)
{
	*out = (struct text_result){ .kind = TEXT_SAME };
	expected.data = expected.bytes > 0 ? expected.data : "";
	got.data = got.bytes > 0 ? got.data : "";
	if (rule->mode == TEXT_REGEX)
		return match_pattern(out, expected, got, err);
	struct parting at = part(rule, expected, got);
	out->equal = at.same;
	if (at.same)
		return 0;
	out->line = at.line;
	out->expected_line = at.expected_line;
	out->kind = kind_of(rule, expected, got);
	return 0;
}

int compare_text_pattern(struct text pattern, size_t *column, struct err *err)
{
	const struct pattern compiled = as_pattern(pattern);
	return pattern_check(&compiled, column, err);
}
