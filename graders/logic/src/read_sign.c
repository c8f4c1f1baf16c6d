/* Text as signs: what a reader sees, whatever the keyboard, the word processor or the chat made of it. */
#include "reading.h"
#include <string.h>
#include "base/utf8.h"

static bool between(uint32_t rune, uint32_t first, uint32_t last)
{
	return rune >= first && rune <= last;
}

bool sign_is_letter(uint32_t rune)
{
	return between(rune, 'a', 'z') || between(rune, 'A', 'Z') ||
	       (between(rune, 0xc0, 0x24f) && rune != 0xd7 && rune != 0xf7) || between(rune, 0x386, 0x3ff) ||
	       between(rune, 0x400, 0x52f);
}

int sign_digit(uint32_t rune)
{
	if (between(rune, '0', '9'))
		return (int)(rune - '0');
	return between(rune, 0x2080, 0x2089) ? (int)(rune - 0x2080) : -1;
}

/* Letters with a macron of their own, each after the letter that they are. */
static const uint32_t MACRONS[][2] = { { 0x100, 'A' }, { 0x101, 'a' }, { 0x112, 'E' }, { 0x113, 'e' }, { 0x12a, 'I' },
	{ 0x12b, 'i' }, { 0x14c, 'O' }, { 0x14d, 'o' }, { 0x16a, 'U' }, { 0x16b, 'u' }, { 0x1e20, 'G' },
	{ 0x1e21, 'g' }, { 0x232, 'Y' }, { 0x233, 'y' } };

/* Letters of mathematics that are not in their alphabet's row. */
static const uint32_t SCRIPT[][2] = { { 0x2102, 'C' }, { 0x210a, 'g' }, { 0x210b, 'H' }, { 0x210c, 'H' },
	{ 0x210d, 'H' }, { 0x210e, 'h' }, { 0x2110, 'I' }, { 0x2111, 'I' }, { 0x2112, 'L' }, { 0x2115, 'N' },
	{ 0x2119, 'P' }, { 0x211a, 'Q' }, { 0x211b, 'R' }, { 0x211c, 'R' }, { 0x211d, 'R' }, { 0x2124, 'Z' },
	{ 0x2128, 'Z' }, { 0x212c, 'B' }, { 0x212d, 'C' }, { 0x212f, 'e' }, { 0x2130, 'E' }, { 0x2131, 'F' },
	{ 0x2133, 'M' }, { 0x2134, 'o' } };

#define FOLD(table, rune)                                                                                              \
	for (size_t i = 0; i < sizeof(table) / sizeof((table)[0]); i++)                                                \
		if ((table)[i][0] == (rune))                                                                           \
			return (table)[i][1];

static uint32_t fold(uint32_t rune)
{
	if (utf8_is_blank((int32_t)rune))
		return ' ';
	if (rune < 0x80)
		return rune;
	if (between(rune, 0xff01, 0xff5e))
		return rune - 0xfee0;
	if (between(rune, 0x1d400, 0x1d6a3)) {
		uint32_t letter = (rune - 0x1d400) % 52;

		return letter < 26 ? 'A' + letter : 'a' + letter - 26;
	}
	if (between(rune, 0x1d7ce, 0x1d7ff))
		return '0' + (rune - 0x1d7ce) % 10;
	if (between(rune, 0x2102, 0x2134))
		FOLD(SCRIPT, rune)
	return rune;
}

static uint32_t without_macron(uint32_t rune)
{
	FOLD(MACRONS, rune)
	return rune;
}

/* U+00C0 to U+00DE: the letter and which mark it carries; the small letters follow 32 higher. */
static const char LATIN_BASES[] = "AAAAAA?CEEEEIIII?NOOOOO?OUUUUY?";
static const char LATIN_MARKS[] = "`'^~:o?,`'^:`'^:?~`'^~:?/`'^:'?";

static uint32_t composed(uint32_t base, uint32_t mark)
{
	static const uint32_t marks[] = { 0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x327 };
	static const char letters[] = "`'^~:o,";

	for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++) {
		if (marks[m] != mark)
			continue;
		for (uint32_t i = 0; i < sizeof(LATIN_BASES) - 1; i++) {
			if (LATIN_MARKS[i] != letters[m])
				continue;
			if ((uint32_t)LATIN_BASES[i] == base)
				return 0xc0 + i;
			if ((uint32_t)LATIN_BASES[i] + 32 == base)
				return 0xe0 + i;
		}
	}
	return 0;
}

uint32_t sign_lower(uint32_t rune)
{
	if (between(rune, 'A', 'Z') || (between(rune, 0xc0, 0xde) && rune != 0xd7) || between(rune, 0x391, 0x3a9) ||
		between(rune, 0x410, 0x42f))
		return rune + 32;
	if (between(rune, 0x400, 0x40f))
		return rune + 80;
	if (rune == 0x178)
		return 0xff;
	if (between(rune, 0x139, 0x148) || between(rune, 0x179, 0x17e))
		return rune + (rune & 1);
	if (between(rune, 0x100, 0x177))
		return rune | 1;
	return rune;
}

uint32_t sign_base(uint32_t rune)
{
	static const char extended[] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"
				       "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

	rune = sign_lower(rune);
	if (between(rune, 0xe0, 0xfe) && LATIN_BASES[rune - 0xe0] != '?')
		return (uint32_t)LATIN_BASES[rune - 0xe0] + 32;
	if (rune == 0xff)
		return 'y';
	if (between(rune, 0x100, 0x17f))
		return (uint32_t)extended[rune - 0x100];
	return rune;
}

/* Adds a combining mark to the last sign; 0, or -1 and the slip. */
static int add_mark(struct reader *reader, uint32_t rune, size_t start, size_t end)
{
	struct sign *under = reader->count > 0 ? &reader->signs[reader->count - 1] : NULL;

	if (rune == 0x305 || rune == 0x304) {
		if (under == NULL || under->rune == ' ')
			return slip_set(reader, "lone-bar", start, end, NULL);
		if (!sign_is_letter(under->rune) && sign_digit(under->rune) < 0)
			return slip_excerpt(reader, "bar-over-sign", under->start, end);
		under->bars++;
		/* Macrons stay apart to the eye, overlines join. */
		under->combining = under->combining || rune == 0x305;
		under->end = end;
		return 0;
	}
	if (under != NULL && composed(under->rune, rune) != 0) {
		under->rune = composed(under->rune, rune);
		under->end = end;
		return 0;
	}
	return slip_set(reader, "unknown-mark", under != NULL ? under->start : start, end,
		(struct msg_param[]){ { "code", arena_printf(reader->arena, "U+%04X", rune) }, { 0 } });
}

/* The backslash signs[i], after `kept` signs: true when it goes. */
static bool backslash_alone(struct reader *reader, size_t kept, size_t i)
{
	const struct sign *before = &reader->signs[kept - (kept > 0)];
	uint32_t next = i + 1 < reader->count ? reader->signs[i + 1].rune : 0;

	if (next == 0 || next >= 0x80 ||
		(kept > 0 && before->rune == '/' && before->end == reader->signs[i].start)) /* a conjunction */
		return false;
	if (strchr("()[],;:!", (int)next) != NULL) {
		reader->signs[i].rune = ' ';
		reader->signs[i + 1].rune = ' ';
	}
	return strchr("_{}&%", (int)next) != NULL;
}

/* What LaTeX needs and formulas do not: $, \( \), thin spaces; and the backslash before _ { } & and %. */
static void drop_layout(struct reader *reader)
{
	size_t kept = 0;

	for (size_t i = 0; i < reader->count; i++) {
		struct sign *sign = &reader->signs[i];

		if (sign->rune == '$')
			sign->rune = ' ';
		if (sign->rune == '\\' && backslash_alone(reader, kept, i))
			continue;
		if (kept != i)
			reader->signs[kept] = *sign;
		kept++;
	}
	reader->count = kept;
}

static void drop_blanks(struct reader *reader)
{
	while (reader->count > 0 && reader->signs[reader->count - 1].rune == ' ')
		reader->count--;
}

/* The full stop, comma or semicolon that ends a sentence is none of the formula. */
static void drop_final(struct reader *reader)
{
	drop_blanks(reader);
	if (reader->count < 2)
		return;
	char last = reader->text[reader->signs[reader->count - 1].start];
	if (last == '.' || last == ',' || last == ';')
		reader->count--;
	drop_blanks(reader);
}

/* An apostrophe or a backquote is a prime behind an operand; before the first one it can only quote. */
void read_unquoted(struct reader *reader, size_t from)
{
	for (;;) {
		drop_final(reader);
		while (from < reader->count && reader->signs[from].rune == ' ')
			from++;
		if (reader->count <= from + 1 || !utf8_are_quotes((int32_t)reader->signs[from].rune,
							 (int32_t)reader->signs[reader->count - 1].rune))
			return;
		reader->signs[from].rune = ' ';
		reader->count--;
	}
}

int read_signs(struct reader *reader)
{
	size_t at = 0, used;

	reader->signs = arena_room(reader->arena, reader->bytes + 1, sizeof(*reader->signs));
	for (; at < reader->bytes; at += used) {
		int32_t next = utf8_next(reader->text + at, reader->bytes - at, &used);
		uint32_t rune = (uint32_t)next;

		if (next < 0)
			return slip_set(reader, "not-utf8", at, at + used, NULL);
		if (utf8_is_invisible((int32_t)rune))
			continue;
		if (utf8_is_combining((int32_t)rune)) {
			if (add_mark(reader, rune, at, at + used) < 0)
				return -1;
			continue;
		}
		rune = fold(rune);
		reader->signs[reader->count++] = (struct sign){ .rune = without_macron(rune),
			.bars = without_macron(rune) != rune,
			.start = at,
			.end = at + used };
	}
	drop_layout(reader);
	read_unquoted(reader, 0);
	return 0;
}
