/* Names of variables: two spellings of one name have the same key; a name that nobody declared is told with advice. */
#include "reading.h"
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"

size_t name_index_end(const struct sign *signs, size_t count, size_t at)
{
	size_t digits = at;
	bool braces = false;

	if (digits < count && signs[digits].rune == '_') {
		digits++;
		braces = digits < count && signs[digits].rune == '{';
		digits += braces;
	}
	size_t end = digits;
	while (end < count && sign_digit(signs[end].rune) >= 0)
		end++;
	if (end == digits)
		return at;
	if (braces)
		return end < count && signs[end].rune == '}' ? end + 1 : at;
	return end;
}

size_t name_end(const struct sign *signs, size_t count, size_t at, bool single)
{
	size_t end = at;

	if (single)
		return name_index_end(signs, count, at + 1);
	while (end < count) {
		size_t index = name_index_end(signs, count, end);

		if (index > end)
			end = index;
		else if (sign_is_letter(signs[end].rune) ||
			 (signs[end].rune == '_' && end > at && end + 1 < count && sign_is_letter(signs[end + 1].rune)))
			end++;
		else
			break;
	}
	return end;
}

bool name_key(struct name_key *key, const struct sign *signs, size_t at, size_t end)
{
	key->count = 0;
	for (size_t i = at; i < end; i++) {
		uint32_t rune = signs[i].rune;

		if (rune == '{' || rune == '}' || (rune == '_' && i + 1 < end && !sign_is_letter(signs[i + 1].rune)))
			continue;
		if (key->count == NAME_RUNES_MAX) {
			key->count = 0;
			return false;
		}
		key->runes[key->count++] = sign_digit(rune) >= 0 ? (uint32_t)('0' + sign_digit(rune)) : rune;
	}
	return key->count > 0;
}

static bool same(const struct name_key *a, const struct name_key *b, uint32_t (*as)(uint32_t))
{
	if (a->count != b->count || a->count == 0)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		if (a->runes[i] != b->runes[i] && (as == NULL || as(a->runes[i]) != as(b->runes[i])))
			return false;
	}
	return true;
}

/* The only declared name that is `key` up to case (or accents); -1 where there is none, or several. */
static int only(const struct reader *reader, const struct name_key *key, uint32_t (*as)(uint32_t))
{
	int found = -1;

	for (unsigned i = 0; i < reader->name_count; i++) {
		if (!same(&reader->keys[i], key, as))
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

bool name_is_exact(const struct reader *reader, const struct name_key *key)
{
	return only(reader, key, NULL) >= 0;
}

int name_find(const struct reader *reader, const struct name_key *key)
{
	int exact = only(reader, key, NULL);

	if (exact >= 0 || reader->found != NULL)
		return exact;
	return only(reader, key, sign_lower);
}

int name_bars(struct reader *reader, size_t at, size_t end)
{
	const struct sign *signs = reader->signs;
	unsigned bars = 0, letters = 0;
	bool whole = true;

	for (size_t i = at; i < end; i++)
		bars = signs[i].bars > bars ? signs[i].bars : bars;
	for (size_t i = at; i < end; i++) {
		if (sign_is_letter(signs[i].rune)) {
			letters++;
			whole = whole && signs[i].bars == bars;
		}
	}
	/* An index follows its letter under the bar, or leads it: x̅₁ and x₁̅ are the same. */
	if (letters > 1 && !whole)
		return slip_excerpt(reader, "bar-over-part", signs[at].start, signs[end - 1].end);
	return (int)bars;
}

/* ---- names that nobody declared ---- */

struct lookalike {
	uint32_t rune;
	char latin;
};

static const struct lookalike CYRILLIC[] = { { 0x430, 'a' }, { 0x441, 'c' }, { 0x435, 'e' }, { 0x456, 'i' },
	{ 0x458, 'j' }, { 0x43e, 'o' }, { 0x440, 'p' }, { 0x455, 's' }, { 0x445, 'x' }, { 0x443, 'y' }, { 0x4bb, 'h' },
	{ 0x501, 'd' }, { 0x51b, 'q' }, { 0x51d, 'w' }, { 0x410, 'A' }, { 0x412, 'B' }, { 0x421, 'C' }, { 0x415, 'E' },
	{ 0x41d, 'H' }, { 0x406, 'I' }, { 0x408, 'J' }, { 0x41a, 'K' }, { 0x41c, 'M' }, { 0x41e, 'O' }, { 0x420, 'P' },
	{ 0x405, 'S' }, { 0x422, 'T' }, { 0x425, 'X' }, { 0x423, 'Y' }, { 0x50c, 'G' }, { 0x51a, 'Q' },
	{ 0x51c, 'W' } };
static const struct lookalike GREEK[] = { { 0x391, 'A' }, { 0x392, 'B' }, { 0x395, 'E' }, { 0x396, 'Z' },
	{ 0x397, 'H' }, { 0x399, 'I' }, { 0x39a, 'K' }, { 0x39c, 'M' }, { 0x39d, 'N' }, { 0x39f, 'O' }, { 0x3a1, 'P' },
	{ 0x3a4, 'T' }, { 0x3a5, 'Y' }, { 0x3a7, 'X' }, { 0x3bf, 'o' }, { 0x3bd, 'v' }, { 0x3b1, 'a' }, { 0x3b2, 'b' },
	{ 0x3c1, 'p' }, { 0x3c7, 'x' }, { 0x3b9, 'i' }, { 0x3ba, 'k' }, { 0x3c5, 'u' } };

static char latin_of(const struct lookalike *table, size_t count, uint32_t rune)
{
	for (size_t i = 0; i < count; i++) {
		if (table[i].rune == rune)
			return table[i].latin;
	}
	return 0;
}

/* A letter of another alphabet that looks like one of ours: -1 and the slip, or 0. */
static int other_script(struct reader *reader, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++) {
		const struct sign *sign = &reader->signs[i];
		bool cyrillic = sign->rune >= 0x400 && sign->rune <= 0x52f;
		char latin = cyrillic ? latin_of(CYRILLIC, sizeof(CYRILLIC) / sizeof(CYRILLIC[0]), sign->rune)
				      : latin_of(GREEK, sizeof(GREEK) / sizeof(GREEK[0]), sign->rune);
		char name[] = { latin, '\0' };

		if (latin == 0)
			continue;
		return slip_set(reader, cyrillic ? "cyrillic-letter" : "greek-letter", sign->start, sign->end,
			(struct msg_param[]){ { "sign", read_excerpt(reader, sign->start, sign->end) },
				{ "code", arena_printf(reader->arena, "U+%04X", (unsigned)sign->rune) },
				{ "meant", name }, { 0 } });
	}
	return 0;
}

/* Letters to change, add, remove or exchange, up to case and accents. */
static size_t distance(const struct name_key *a, const struct name_key *b)
{
	size_t rows[3][NAME_RUNES_MAX + 1];

	for (size_t j = 0; j <= b->count; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a->count; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= b->count; j++) {
			uint32_t x = sign_base(a->runes[i - 1]), y = sign_base(b->runes[j - 1]);
			size_t best = above[j - 1] + (x != y);

			best = above[j] + 1 < best ? above[j] + 1 : best;
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			if (i > 1 && j > 1 && x == sign_base(b->runes[j - 2]) && y == sign_base(a->runes[i - 2]) &&
				before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
	}
	return rows[a->count % 3][b->count];
}

/* The declared name that was most probably meant, or NULL. */
static const char *nearest(const struct reader *reader, const struct name_key *key)
{
	size_t best = key->count >= 6 ? 3 : key->count >= 3 ? 2 : 0;
	int found = only(reader, key, sign_base);

	for (unsigned i = 0; i < reader->name_count && found < 0; i++)
		if (same(&reader->keys[i], key, sign_base))
			found = (int)i;
	for (unsigned i = 0; i < reader->name_count && best > 0; i++) {
		size_t far = distance(key, &reader->keys[i]);

		if (reader->keys[i].count < 3 || far >= best)
			continue;
		best = far;
		found = (int)i;
	}
	return found < 0 ? NULL : reader->names[found];
}

static const char *known_names(struct reader *reader)
{
	const char *list = "";

	for (unsigned i = 0; i < reader->name_count; i++)
		list = arena_printf(reader->arena, "%s%s%s", list, i > 0 ? ", " : "", reader->names[i]);
	return list;
}

/* Names put one after the other, as a product of them ("x1·x2"), or NULL. */
static const char *product_of(struct reader *reader, const struct name_key *key)
{
	const char *product = NULL;
	size_t at = 0;

	while (at < key->count) {
		int longest = -1;

		for (unsigned i = 0; i < reader->name_count; i++) {
			struct name_key part = { .count = reader->keys[i].count };

			if (part.count == 0 || part.count > key->count - at ||
				(longest >= 0 && part.count <= reader->keys[longest].count))
				continue;
			memcpy(part.runes, key->runes + at, part.count * sizeof(part.runes[0]));
			if (same(&part, &reader->keys[i], sign_lower))
				longest = (int)i;
		}
		if (longest < 0 || reader->keys[longest].count == key->count)
			return NULL;
		product = product == NULL ? reader->names[longest]
					  : arena_printf(reader->arena, "%s·%s", product, reader->names[longest]);
		at += reader->keys[longest].count;
	}
	return product;
}

int name_unknown(struct reader *reader, size_t at, size_t end, const struct name_key *key)
{
	size_t start = reader->signs[at].start, stop = reader->signs[end - 1].end;
	const char *near = nearest(reader, key);
	const char *product = reader->juxtaposes ? NULL : product_of(reader, key);
	struct msg_param params[] = { { "name", read_excerpt(reader, start, stop) }, { "known", known_names(reader) },
		{ "near", near }, { 0 } };

	if (other_script(reader, at, end) < 0)
		return -1;
	if (product != NULL)
		return slip_set(reader, "juxtaposition-off", start, stop,
			(struct msg_param[]){ { "name", params[0].value }, { "product", product }, { 0 } });
	return slip_set(reader, near != NULL ? "unknown-variable-near" : "unknown-variable", start, stop, params);
}

/* ---- declared names ---- */

static int declare(struct reader *reader, const char *name)
{
	struct reader inner = { .text = name, .bytes = strlen(name), .arena = reader->arena, .slip = reader->slip };
	struct name_key *key = &reader->keys[reader->name_count];

	reader->names[reader->name_count++] = name;
	/* Most names are a letter. */
	if (inner.bytes == 1 && (unsigned char)*name < 0x80 && sign_is_letter((unsigned char)*name)) {
		key->runes[0] = (unsigned char)*name;
		key->count = 1;
		return 0;
	}
	if (read_signs(&inner) < 0)
		return -1;
	name_key(key, inner.signs, 0, inner.count);
	if (key->count != 1)
		reader->juxtaposes = false;
	return 0;
}

int name_declare(struct reader *reader, const struct vocabulary *vocabulary)
{
	reader->juxtaposes = true;
	reader->keys = arena_room(reader->arena, VARIABLES_MAX, sizeof(*reader->keys));
	if (vocabulary->count > VARIABLES_MAX)
		return slip_set(reader, "too-many-variables", 0, 0, NULL);
	for (unsigned i = 0; i < vocabulary->count; i++) {
		if (declare(reader, vocabulary->names[i]) < 0)
			return -1;
	}
	return 0;
}

int name_add(struct reader *reader, const struct name_key *key, size_t at, size_t end)
{
	struct buf cleanup_buf text = BUF_INIT;

	if (key->count == 0)
		return slip_excerpt(reader, "name-too-long", reader->signs[at].start, reader->signs[end - 1].end);
	if (reader->name_count == VARIABLES_MAX)
		return slip_set(
			reader, "too-many-variables", reader->signs[at].start, reader->signs[end - 1].end, NULL);
	for (size_t i = 0; i < key->count; i++)
		buf_addrune(&text, key->runes[i]);
	reader->keys[reader->name_count] = *key;
	reader->names[reader->name_count] = arena_strdup(reader->arena, buf_str(&text));
	return (int)reader->name_count++;
}

bool vocabulary_name(const char *name)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct slip slip;
	struct reader reader = { .text = name, .bytes = strlen(name), .arena = arena, .slip = &slip };
	struct name_key key;

	if (reader.bytes == 0 || reader.bytes > NAME_RUNES_MAX * 4 || read_signs(&reader) < 0)
		return false;
	if (!sign_is_letter(reader.signs[0].rune) || name_end(reader.signs, reader.count, 0, false) != reader.count ||
		!name_key(&key, reader.signs, 0, reader.count))
		return false;
	for (size_t i = 0; i < reader.count; i++) {
		if (reader.signs[i].bars > 0 || (reader.signs[i].rune >= 0x400 && reader.signs[i].rune <= 0x52f) ||
			reader.signs[i].rune == '{')
			return false;
	}
	return !word_is_reserved(reader.signs, reader.count);
}
