#include "fold.h"
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"

/* One row a letter: itself, its capital, what it is made of. */
static const struct letter {
	uint16_t small, capital;
	char base[3];
	uint16_t mark; /* 0: none of its own */
} letters[] = {
	{ 0xe0, 0xc0, "a", 0x300 },
	{ 0xe1, 0xc1, "a", 0x301 },
	{ 0xe2, 0xc2, "a", 0x302 },
	{ 0xe3, 0xc3, "a", 0x303 },
	{ 0xe4, 0xc4, "a", 0x308 },
	{ 0xe5, 0xc5, "a", 0x30a },
	{ 0xe6, 0xc6, "ae", 0 },
	{ 0xe7, 0xc7, "c", 0x327 },
	{ 0xe8, 0xc8, "e", 0x300 },
	{ 0xe9, 0xc9, "e", 0x301 },
	{ 0xea, 0xca, "e", 0x302 },
	{ 0xeb, 0xcb, "e", 0x308 },
	{ 0xec, 0xcc, "i", 0x300 },
	{ 0xed, 0xcd, "i", 0x301 },
	{ 0xee, 0xce, "i", 0x302 },
	{ 0xef, 0xcf, "i", 0x308 },
	{ 0xf1, 0xd1, "n", 0x303 },
	{ 0xf2, 0xd2, "o", 0x300 },
	{ 0xf3, 0xd3, "o", 0x301 },
	{ 0xf4, 0xd4, "o", 0x302 },
	{ 0xf5, 0xd5, "o", 0x303 },
	{ 0xf6, 0xd6, "o", 0x308 },
	{ 0xf8, 0xd8, "o", 0x338 },
	{ 0xf9, 0xd9, "u", 0x300 },
	{ 0xfa, 0xda, "u", 0x301 },
	{ 0xfb, 0xdb, "u", 0x302 },
	{ 0xfc, 0xdc, "u", 0x308 },
	{ 0xfd, 0xdd, "y", 0x301 },
	{ 0xff, 0x178, "y", 0x308 },
	{ 0xdf, 0x1e9e, "ss", 0 },
	{ 0x101, 0x100, "a", 0x304 },
	{ 0x103, 0x102, "a", 0x306 },
	{ 0x105, 0x104, "a", 0x328 },
	{ 0x107, 0x106, "c", 0x301 },
	{ 0x10d, 0x10c, "c", 0x30c },
	{ 0x10f, 0x10e, "d", 0x30c },
	{ 0x113, 0x112, "e", 0x304 },
	{ 0x117, 0x116, "e", 0x307 },
	{ 0x119, 0x118, "e", 0x328 },
	{ 0x11b, 0x11a, "e", 0x30c },
	{ 0x11f, 0x11e, "g", 0x306 },
	{ 0x12b, 0x12a, "i", 0x304 },
	{ 0x142, 0x141, "l", 0x338 },
	{ 0x144, 0x143, "n", 0x301 },
	{ 0x148, 0x147, "n", 0x30c },
	{ 0x14d, 0x14c, "o", 0x304 },
	{ 0x151, 0x150, "o", 0x30b },
	{ 0x153, 0x152, "oe", 0 },
	{ 0x159, 0x158, "r", 0x30c },
	{ 0x15b, 0x15a, "s", 0x301 },
	{ 0x15f, 0x15e, "s", 0x327 },
	{ 0x161, 0x160, "s", 0x30c },
	{ 0x165, 0x164, "t", 0x30c },
	{ 0x16b, 0x16a, "u", 0x304 },
	{ 0x16f, 0x16e, "u", 0x30a },
	{ 0x171, 0x170, "u", 0x30b },
	{ 0x17a, 0x179, "z", 0x301 },
	{ 0x17c, 0x17b, "z", 0x307 },
	{ 0x17e, 0x17d, "z", 0x30c },
};

static char upper(char letter)
{
	return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

/* Adds a letter of the table taken apart; false for what is none. */
static bool add_letter(struct buf *out, int32_t rune, const struct folding *folding)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		const struct letter *letter = &letters[i];

		if (rune != letter->small && rune != letter->capital)
			continue;
		for (const char *base = letter->base; *base != '\0'; base++)
			buf_addch(out, folding->keep_case && rune == letter->capital ? upper(*base) : *base);
		if (letter->mark != 0 && folding->keep_accents)
			buf_addrune(out, letter->mark);
		return true;
	}
	return false;
}

static const char *plain_sign(int32_t rune)
{
	switch (rune) {
	case 0x2018:
	case 0x2019:
	case 0x2bc:
	case 0x2032:
	case 0xb4:
		return "'";
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
		return "-";
	default:
		return NULL;
	}
}

/* Everything but blanks. */
static void add_rune(struct buf *out, int32_t rune, const struct folding *folding)
{
	const char *plain = plain_sign(rune);

	if (plain != NULL)
		buf_addstr(out, plain);
	else if (rune < 0x80)
		buf_addch(
			out, rune >= 'A' && rune <= 'Z' && !folding->keep_case ? (char)(rune - 'A' + 'a') : (char)rune);
	else if (utf8_is_combining(rune) ? folding->keep_accents : !add_letter(out, rune, folding))
		buf_addrune(out, (uint32_t)rune);
}

const char *fold_text(const char *text, size_t bytes, const struct folding *folding, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;
	bool blank = false;
	size_t used = 0;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);

		if (rune < 0 || utf8_is_invisible(rune))
			continue;
		if (utf8_is_blank(rune)) {
			blank = out.len > 0;
			continue;
		}
		if (blank)
			buf_addch(&out, ' ');
		blank = false;
		add_rune(&out, rune, folding);
	}
	while (out.len > 1 && (out.data[out.len - 1] == '.' || out.data[out.len - 1] == ' '))
		out.len--;
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *fold_pattern(const char *pattern, const struct folding *folding, struct arena *arena)
{
	const struct folding accents = { .keep_case = true, .keep_accents = folding->keep_accents };
	struct buf cleanup_buf out = BUF_INIT;
	size_t used = 0, bytes = strlen(pattern);

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(pattern + at, bytes - at, &used);

		if (rune < 0x80)
			buf_add(&out, pattern + at, used);
		else
			add_rune(&out, rune, &accents);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

enum { LETTERS_MAX = 300 };

static size_t split(int32_t *out, const char *text)
{
	size_t count = 0, used = 0, bytes = strlen(text);

	for (size_t at = 0; at < bytes && count < LETTERS_MAX; at += used)
		out[count++] = utf8_next(text + at, bytes - at, &used);
	return count;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

unsigned fold_distance(const char *left, const char *right, unsigned most)
{
	int32_t a[LETTERS_MAX], b[LETTERS_MAX];
	unsigned rows[3][LETTERS_MAX + 1];
	size_t m = split(a, left), n = split(b, right);

	if ((m > n ? m - n : n - m) > most || m == LETTERS_MAX || n == LETTERS_MAX)
		return most + 1;
	for (size_t j = 0; j <= n; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= m; i++) {
		unsigned *now = rows[i % 3], *before = rows[(i - 1) % 3], *earlier = rows[(i + 1) % 3], low = most + 1;

		now[0] = (unsigned)i;
		low = least(low, now[0]);
		for (size_t j = 1; j <= n; j++) {
			now[j] = least(least(now[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], earlier[j - 2] + 1);
			low = least(low, now[j]);
		}
		if (low > most)
			return most + 1;
	}
	return least(rows[m % 3][n], most + 1);
}
