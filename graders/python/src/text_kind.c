/*
 * Two texts are read side by side as streams of characters from which one kind
 * of difference has been taken out; where the streams are equal, that kind was
 * the only one.
 */
#include "text_kind.h"
#include <string.h>
#include "base/utf8.h"
#include "text_lines.h"
#include "text_number.h"

enum fold {
	FOLD_BLANKS = 1, /* no blanks */
	FOLD_BREAKS = 2, /* no line ends */
	FOLD_RUNS = 4, /* any run of blanks and line ends is one space */
	FOLD_CASE = 8,
	FOLD_ACCENTS = 16,
	FOLD_MARKS = 32, /* no punctuation, but for what belongs to numbers */
	FOLD_ALL = FOLD_BLANKS | FOLD_BREAKS | FOLD_CASE | FOLD_ACCENTS | FOLD_MARKS,
};

struct stream {
	const char *at, *end;
	const char *inside; /* blanks before this are followed by something on their line */
	unsigned folds;
	int32_t waiting; /* the second letter of a ligature */
};

/* Letters of U+00C0 … U+017F without their accent; '?' where there is none. */
static const char BARE[] = "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY?\?aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"
			   "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi?\?JjKk?LlLlLl?"
			   "?LlNnNnNn?\?\?OoOoOo?\?RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz?";

static int32_t bare_letter(struct stream *s, int32_t rune)
{
	static const struct {
		int32_t rune;
		char first, second;
	} LIGATURES[] = {
		{ 0xc6, 'A', 'E' },
		{ 0xe6, 'a', 'e' },
		{ 0x152, 'O', 'E' },
		{ 0x153, 'o', 'e' },
	};
	for (size_t i = 0; i < sizeof(LIGATURES) / sizeof(LIGATURES[0]); i++)
		if (rune == LIGATURES[i].rune) {
			s->waiting = LIGATURES[i].second;
			return LIGATURES[i].first;
		}
	if (rune >= 0xc0 && rune <= 0x17f && BARE[rune - 0xc0] != '?')
		return BARE[rune - 0xc0];
	return rune;
}

/* Small letters of Latin (basic, supplement, extended A), Greek and Cyrillic. */
static int32_t small_letter(int32_t rune)
{
	static const struct {
		int32_t first, last;
		int step, add;
	} RANGES[] = {
		{ 'A', 'Z', 1, 32 },
		{ 0xc0, 0xd6, 1, 32 },
		{ 0xd8, 0xde, 1, 32 },
		{ 0x100, 0x136, 2, 1 },
		{ 0x139, 0x147, 2, 1 },
		{ 0x14a, 0x176, 2, 1 },
		{ 0x178, 0x178, 1, 0xff - 0x178 },
		{ 0x179, 0x17d, 2, 1 },
		{ 0x391, 0x3a9, 1, 32 },
		{ 0x410, 0x42f, 1, 32 },
	};
	for (size_t i = 0; i < sizeof(RANGES) / sizeof(RANGES[0]); i++)
		if (rune >= RANGES[i].first && rune <= RANGES[i].last && (rune - RANGES[i].first) % RANGES[i].step == 0)
			return rune + RANGES[i].add;
	return rune;
}

static bool is_mark(const struct stream *s, int32_t rune)
{
	static const int32_t MARKS[] = { ':', ';', '!', '?', '\'', '"', 0xab, 0xbb, 0x2018, 0x2019, 0x201c, 0x201d,
		0x2026, 0xa0, 0x202f };
	for (size_t i = 0; i < sizeof(MARKS) / sizeof(MARKS[0]); i++)
		if (rune == MARKS[i])
			return true;
	return (rune == '.' || rune == ',') && !(s->at < s->end && *s->at >= '0' && *s->at <= '9');
}

static bool is_space(const char *at)
{
	return text_blank(*at) || *at == '\n';
}

/* A blank or a line end is next: what stands for it, or 0 when nothing does. */
static int32_t next_space(struct stream *s)
{
	bool dropped = (s->folds & FOLD_BLANKS) && (s->folds & FOLD_BREAKS);
	if (dropped || (s->folds & FOLD_RUNS)) {
		while (s->at < s->end && is_space(s->at))
			s->at++;
		return dropped || s->at == s->end ? 0 : ' ';
	}
	if (*s->at == '\n') {
		s->at++;
		return s->folds & FOLD_BREAKS ? 0 : '\n';
	}
	if (s->at >= s->inside) {
		const char *run = s->at;
		while (run < s->end && text_blank(*run))
			run++;
		s->inside = run;
		if ((s->folds & FOLD_BLANKS) || run == s->end || *run == '\n') {
			s->at = run;
			return 0;
		}
	}
	return *s->at++;
}

static int32_t next_letter(struct stream *s)
{
	size_t used = 1;
	int32_t rune = utf8_next(s->at, (size_t)(s->end - s->at), &used);
	if (rune < 0) {
		rune = 0x110000 + (unsigned char)*s->at;
		used = 1;
	}
	s->at += used;
	if ((s->folds & FOLD_MARKS) && is_mark(s, rune))
		return 0;
	if ((s->folds & FOLD_ACCENTS) && rune >= 0x300 && rune <= 0x36f)
		return 0;
	if (s->folds & FOLD_ACCENTS)
		rune = bare_letter(s, rune);
	return rune;
}

/* The next character, -1 at the end. */
static int32_t next(struct stream *s)
{
	int32_t rune = 0;
	if (s->waiting != 0) {
		rune = s->waiting;
		s->waiting = 0;
	}
	while (rune == 0) {
		if (s->at == s->end)
			return -1;
		bool zero = *s->at == '\0';
		rune = is_space(s->at) ? next_space(s) : next_letter(s);
		if (zero)
			rune = 0x110000;
	}
	return s->folds & FOLD_CASE ? small_letter(rune) : rune;
}

static bool same_folded(struct text a, struct text b, unsigned folds)
{
	struct stream x = { .at = a.data, .end = a.data + a.bytes, .inside = a.data, .folds = folds };
	struct stream y = { .at = b.data, .end = b.data + b.bytes, .inside = b.data, .folds = folds };
	size_t count = 0;
	for (;; count++) {
		int32_t rune = next(&x);
		if (rune != next(&y))
			return false;
		if (rune < 0)
			return count > 0;
	}
}

/* The same words but for numbers: how do those differ? TEXT_OTHER when words do. */
static enum text_kind number_kind(struct text expected, struct text got)
{
	enum text_kind kind = TEXT_NUMBER_FORMAT;
	struct text x, y;
	struct decimal a, b;
	size_t line = 1, common = 0;
	for (;;) {
		bool more = text_word(&expected, &x, &line);
		if (more != text_word(&got, &y, &line))
			return TEXT_OTHER;
		if (!more)
			break;
		if (text_same(x, y)) {
			common++;
			continue;
		}
		if (!decimal_read(&a, x, true) || !decimal_read(&b, y, true))
			return TEXT_OTHER;
		if (decimal_equal(&a, &b))
			continue;
		if (kind == TEXT_NUMBER_FORMAT)
			kind = TEXT_ROUNDING;
		if (!decimal_rounded(&a, &b))
			kind = TEXT_NUMBERS_ONLY;
	}
	return kind == TEXT_NUMBERS_ONLY && common == 0 ? TEXT_OTHER : kind;
}

enum text_kind text_kind_of(enum text_mode mode, struct text expected, struct text got)
{
	static const struct {
		unsigned folds;
		enum text_kind kind;
	} ROWS[] = {
		{ 0, TEXT_SPACES },
		{ FOLD_BLANKS, TEXT_SPACES },
		{ FOLD_RUNS, TEXT_LINE_BREAKS },
		{ FOLD_BLANKS | FOLD_BREAKS, TEXT_LINE_BREAKS },
		{ FOLD_CASE, TEXT_CASE },
		{ FOLD_ACCENTS, TEXT_ACCENTS },
	};
	bool words = mode == TEXT_TOKENS || mode == TEXT_NUMBERS;
	expected = text_body(expected);
	got = text_body(got);
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++)
		if (same_folded(expected, got, ROWS[i].folds | (words ? FOLD_RUNS : 0)))
			return words && ROWS[i].kind == TEXT_LINE_BREAKS ? TEXT_SPACES : ROWS[i].kind;
	enum text_kind kind = number_kind(expected, got);
	if (kind == TEXT_OTHER && same_folded(expected, got, FOLD_ALL))
		return TEXT_PRESENTATION;
	return kind;
}
