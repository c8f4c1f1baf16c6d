/*
 * Congruence classes as people write them. A class is a remainder and a modulus; the letter before "≡" is any, the one
 * behind a modulus in "3 + 7k" too, and what says that k is a whole number is read over.
 */
#include <ctype.h>
#include <string.h>
#include "answer.h"
#include "base/utf8.h"
#include "grader_numbers/grader_numbers.h"

struct reading_class {
	const char *text;
	size_t bytes, at;
	struct arena *arena;
	struct slip *slip;
	struct congruence_class *out;
};

static int slip_at(struct reading_class *read, size_t at, const char *code)
{
	*read->slip = (struct slip){
		.message = msg_make(read->arena, &number_messages, code, NULL), .start = at, .end = read->bytes
	};
	return -1;
}

static void blanks(struct reading_class *read)
{
	size_t used;

	while (read->at < read->bytes) {
		int32_t rune = utf8_next(read->text + read->at, read->bytes - read->at, &used);
		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune))
			return;
		read->at += used;
	}
}

static bool take(struct reading_class *read, const char *word)
{
	size_t length = strlen(word);

	blanks(read);
	if (read->bytes - read->at < length || memcmp(read->text + read->at, word, length) != 0)
		return false;
	read->at += length;
	return true;
}

static int number_here(const struct number **out, struct reading_class *read)
{
	static const struct number_style style = { .comma_separates = true };
	struct number_reading number;
	size_t start = read->at;

	if (number_read(&number, read->text + start, read->bytes - start, &style, read->arena, read->slip)) {
		read->slip->start += start;
		read->slip->end += start;
		return -1;
	}
	read->at += number.bytes;
	*out = number.value;
	return number_is_integer(number.value) ? 0 : slip_at(read, start, "class-not-whole");
}

/* "k", "×k", "*k": the number before is the modulus. */
static bool take_letter(struct reading_class *read)
{
	size_t start = read->at;

	if (!take(read, "\u00d7") && !take(read, "*") && !take(read, "\u00b7"))
		take(read, ".");
	blanks(read);
	if (read->at < read->bytes && islower((unsigned char)read->text[read->at]) &&
		strncmp(read->text + read->at, "mod", 3) != 0) {
		read->at++;
		return true;
	}
	read->at = start;
	return false;
}

/* ", k ∈ Z", "(k entier)", "avec k ∈ ℤ" */
static void take_condition(struct reading_class *read)
{
	static const char *const words[] = { ",", "(", "avec", "o\u00f9", "with", "where", "pour", "for" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (take(read, words[i])) {
			read->at = read->bytes;
			return;
		}
}

static int finish(struct reading_class *read, const struct number *rest, const struct number *modulus, size_t start)
{
	if (number_is_zero(modulus))
		return slip_at(read, start, "class-modulus");
	read->out->written = rest;
	read->out->modulus = number_abs(modulus, read->arena);
	read->out->rest = number_mod(rest, read->out->modulus, read->arena);
	blanks(read);
	return read->at == read->bytes ? 0 : slip_at(read, read->at, "class-more");
}

/* "7k + 3", "7k": `modulus` and the letter are read. */
static int modulus_first(struct reading_class *read, const struct number *modulus, size_t start)
{
	const struct number *rest = number_of(0, read->arena);

	take_condition(read);
	blanks(read);
	if (read->at < read->bytes && number_here(&rest, read))
		return -1;
	take_condition(read);
	return finish(read, rest, modulus, start);
}

/* "3 + 7k": `rest` is read. */
static int rest_first(struct reading_class *read, const struct number *rest, size_t start)
{
	const struct number *modulus;

	if (number_here(&modulus, read))
		return -1;
	if (!take_letter(read))
		return slip_at(read, start, "class-modulus");
	take_condition(read);
	return finish(read, rest, modulus, start);
}

/* "[7]", "(7)", "(mod 7)", "mod 7", "modulo 7" */
static int bracketed(struct reading_class *read, const struct number *rest, size_t start)
{
	const struct number *modulus;
	const char *close = take(read, "[") ? "]" : take(read, "(") ? ")" : "";

	if (!take(read, "modulo") && !take(read, "mod") && !*close)
		return slip_at(read, start, "class-modulus");
	if (number_here(&modulus, read))
		return -1;
	if (*close && !take(read, close))
		return slip_at(read, read->at, "class-modulus");
	return finish(read, rest, modulus, start);
}

static int read_class(struct reading_class *read)
{
	const struct number *first;
	const char *sign = memmem(read->text, read->bytes, "\u2261", 3);
	size_t start;

	read->at = sign ? (size_t)(sign - read->text) + 3 : answer_prefix(read->text, read->bytes);
	blanks(read);
	start = read->at;
	if (number_here(&first, read))
		return -1;
	blanks(read);
	if (read->at == read->bytes) {
		*read->out = (struct congruence_class){ .written = first };
		return 0;
	}
	if (take_letter(read))
		return modulus_first(read, first, start);
	if (strchr("[(m", read->text[read->at]))
		return bracketed(read, first, start);
	return rest_first(read, first, start);
}

/* "aucune solution", "∅": there is nothing. */
static bool says_none(const char *text, size_t bytes)
{
	static const char *const words[] = { "aucun", "pas de solution", "\u2205", "{}", "no solution", "none",
		"S = \u2205", "S = {}", "impossible", "Aucun", "Pas de solution", "No solution" };
	size_t used;

	for (; bytes > 0; text += used, bytes -= used) {
		int32_t rune = utf8_next(text, bytes, &used);
		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune))
			break;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (bytes >= strlen(words[i]) && !memcmp(text, words[i], strlen(words[i])) && bytes < 40)
			return true;
	return false;
}

/* Where the class at `at` ends, and how long what separates it from the next one is. */
static size_t class_end(const char *text, size_t bytes, size_t at, size_t *separator)
{
	static const char *const words[] = { ";", "\n", " ou ", " or ", " et ", " and ", "\u222a" };

	for (; at < bytes; at++)
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			*separator = strlen(words[i]);
			if (bytes - at >= *separator && !memcmp(text + at, words[i], *separator))
				return at;
		}
	*separator = 0;
	return bytes;
}

int classes_read(struct answer *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip)
{
	struct congruence_class *classes = arena_array(arena, CLASSES_MAX, sizeof(*classes));
	size_t separator, end;

	out->classes = classes;
	out->none = says_none(text, bytes);
	for (size_t at = 0; at < bytes && !out->none; at = end + separator) {
		struct reading_class read = { text + at, 0, 0, arena, slip, &classes[out->class_count] };

		end = class_end(text, bytes, at, &separator);
		read.bytes = end - at;
		blanks(&read);
		if (read.at == read.bytes)
			continue;
		if (out->class_count == CLASSES_MAX)
			return slip_at(&read, 0, "class-too-many");
		if (read_class(&read)) {
			slip->start += at;
			slip->end += at;
			return -1;
		}
		out->class_count++;
	}
	if (out->class_count == 0 && !out->none) {
		struct reading_class whole = { text, bytes, 0, arena, slip, NULL };
		return slip_at(&whole, 0, "class-expected");
	}
	for (size_t i = 1; i < out->class_count; i++)
		if (!classes[i].modulus != !classes[0].modulus) {
			struct reading_class whole = { text, bytes, 0, arena, slip, NULL };
			return slip_at(&whole, 0, "class-mixed");
		}
	return 0;
}

const char *class_text(const struct congruence_class *class, struct arena *arena)
{
	if (!class->modulus)
		return number_plain(class->written, arena);
	return arena_printf(
		arena, "x \u2261 %s [%s]", number_plain(class->written, arena), number_plain(class->modulus, arena));
}
