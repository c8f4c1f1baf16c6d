/* What an author gives of a cipher, and reading answers. */
#include "cipher.h"
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "exact/formula.h"
#include "exact/number_read.h"
#include "grader_numbers/grader_numbers.h"

static const char *const methods[] = { "affine", "rsa", NULL };

const struct key_spec cipher_keys[CIPHER_KEYS] = {
	{ .name = "method",
		.type = KEY_STRING,
		.required = true,
		.choices = methods,
		.doc = "affine: x becomes a·x + b modulo the length of the alphabet; rsa: x becomes x^e modulo p·q." },
	{ .name = "alphabet",
		.type = KEY_STRING,
		.doc = "The letters, the first one has the number 0; A to Z if left out." },
	{ .name = "a", .type = KEY_INT, .doc = "Affine: the factor, coprime to the length of the alphabet." },
	{ .name = "b", .type = KEY_INT, .doc = "Affine: what is added." },
	{ .name = "p", .type = KEY_INT, .min = 2, .max = 997, .doc = "RSA: a prime number." },
	{ .name = "q", .type = KEY_INT, .min = 2, .max = 997, .doc = "RSA: another prime number." },
	{ .name = "e", .type = KEY_INT, .min = 1, .max = CIPHER_MODULUS_MAX, .doc = "RSA: the public exponent." },
	{ .name = "encode", .type = KEY_ANY, .doc = "What is to be encoded: a word, or a list of numbers." },
	{ .name = "decode", .type = KEY_ANY, .doc = "Instead of encode: what is to be decoded." },
};

int64_t cipher_mod(int64_t a, int64_t n)
{
	int64_t rest = a % n;

	return rest < 0 ? rest + n : rest;
}

int64_t cipher_power(int64_t a, int64_t exponent, int64_t n)
{
	int64_t made = 1 % n;

	for (a = cipher_mod(a, n); exponent > 0; exponent /= 2) {
		if (exponent % 2 == 1)
			made = made * a % n;
		a = a * a % n;
	}
	return made;
}

static int64_t inverse_of(int64_t a, int64_t n)
{
	struct arena *cleanup_arena arena = arena_new(0);
	int64_t made;

	return number_to_int(number_inverse_mod(number_of(a, arena), number_of(n, arena), arena), &made) ? made : -1;
}

static bool refuse(struct reader *reader, const char *pointer, const char *code)
{
	reader_problem(reader, pointer, false, &cipher_messages, code, NULL);
	return false;
}

static int64_t place_of(const struct cipher_question *question, char letter)
{
	const char *found = letter ? strchr(question->alphabet, letter) : NULL;

	if (!found && islower((unsigned char)letter))
		found = strchr(question->alphabet, toupper((unsigned char)letter));
	return found ? found - question->alphabet : -1;
}

static bool read_alphabet(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	out->alphabet = reader_string(reader, object, "alphabet", "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	out->letters = (int64_t)strlen(out->alphabet);
	for (const char *at = out->alphabet; *at; at++)
		if (!isascii((unsigned char)*at) || !isgraph((unsigned char)*at) || strchr("0123456789;,", *at) ||
			strchr(at + 1, *at))
			return refuse(reader, reader_pointer(reader, pointer, "alphabet"), "bad-alphabet");
	return out->letters >= 2 || refuse(reader, reader_pointer(reader, pointer, "alphabet"), "bad-alphabet");
}

static bool read_affine(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	long a = reader_int(object, "a", 0), b = reader_int(object, "b", 0);

	out->modulus = out->letters;
	if (!json_object_get(object, "a") || !json_object_get(object, "b"))
		return refuse(reader, pointer, "affine-key");
	out->a = cipher_mod(a, out->modulus);
	out->b = cipher_mod(b, out->modulus);
	out->inverse = inverse_of(out->a, out->modulus);
	return out->inverse >= 0 || refuse(reader, reader_pointer(reader, pointer, "a"), "affine-no-inverse");
}

static bool prime(int64_t a)
{
	for (int64_t factor = 2; factor * factor <= a; factor++)
		if (a % factor == 0)
			return false;
	return a >= 2;
}

static bool read_rsa(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	out->p = reader_int(object, "p", 0);
	out->q = reader_int(object, "q", 0);
	out->e = reader_int(object, "e", 0);
	if (!prime(out->p) || !prime(out->q) || out->p == out->q)
		return refuse(reader, pointer, "rsa-primes");
	out->modulus = out->p * out->q;
	out->phi = (out->p - 1) * (out->q - 1);
	out->d = inverse_of(out->e, out->phi);
	if (out->e < 1 || out->d < 0)
		return refuse(reader, pointer, "rsa-exponent");
	return true;
}

static bool read_text(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const json_t *text = json_object_get(object, out->decodes ? "decode" : "encode");
	const char *at = reader_pointer(reader, pointer, out->decodes ? "decode" : "encode");
	const char *letters = json_string_value(text);

	out->as_letters = letters != NULL;
	out->count = letters ? strlen(letters) : json_array_size(text);
	if (out->count == 0 || out->count > CIPHER_TEXT_MAX)
		return refuse(reader, at, "text-length");
	for (size_t i = 0; i < out->count; i++) {
		const json_t *one = json_array_get(text, i);

		out->given[i] = letters                ? place_of(out, letters[i])
				: json_is_integer(one) ? json_integer_value(one)
						       : -1;
		if (out->given[i] < 0 || out->given[i] >= out->modulus)
			return refuse(reader, at, "text-symbol");
	}
	return true;
}

static int64_t right(const struct cipher_question *question, int64_t x)
{
	if (question->method == CIPHER_RSA)
		return cipher_power(x, question->decodes ? question->d : question->e, question->modulus);
	if (question->decodes)
		return cipher_mod(question->inverse * (x - question->b), question->modulus);
	return cipher_mod(question->a * x + question->b, question->modulus);
}

bool cipher_question_read(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	bool encodes = json_object_get(object, "encode") != NULL;

	*out = (struct cipher_question){ .decodes = json_object_get(object, "decode") != NULL };
	out->method = strcmp(reader_string(reader, object, "method", ""), "rsa") == 0 ? CIPHER_RSA : CIPHER_AFFINE;
	if (encodes == out->decodes)
		return refuse(reader, pointer, "encode-or-decode");
	if (!read_alphabet(out, reader, object, pointer) ||
		!(out->method == CIPHER_RSA ? read_rsa : read_affine)(out, reader, object, pointer) ||
		!read_text(out, reader, object, pointer))
		return false;
	for (size_t i = 0; i < out->count; i++)
		out->wanted[i] = right(out, out->given[i]);
	return true;
}

const char *cipher_text(
	const struct cipher_question *question, const int64_t *values, size_t count, bool letters, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		letters = letters && values[i] >= 0 && values[i] < question->letters;
	for (size_t i = 0; i < count; i++)
		if (letters)
			buf_addch(&out, question->alphabet[values[i]]);
		else
			buf_printf(&out, "%s%lld", i > 0 ? " ; " : "", (long long)values[i]);
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- answers ---- */

static int slip_at(struct slip *slip, struct arena *arena, size_t start, size_t end, const char *code)
{
	*slip = (struct slip){ .message = msg_make(arena, &cipher_messages, code, NULL), .start = start, .end = end };
	return -1;
}

static int read_letters(
	struct cipher_answer *out, const struct cipher_question *question, const struct paper *paper, struct slip *slip)
{
	size_t used;

	out->letters = true;
	for (size_t at = 0; at < paper->bytes; at += used) {
		int32_t rune = utf8_next(paper->text + at, paper->bytes - at, &used);
		int64_t place = rune < 0x80 ? place_of(question, (char)rune) : -1;

		if (utf8_is_blank(rune) || utf8_is_invisible(rune) || (place < 0 && rune < 0x80 && strchr(";,-", rune)))
			continue;
		if (place < 0)
			return slip_at(slip, paper->arena, at, at + used, "cipher-letter");
		if (out->count == CIPHER_TEXT_MAX)
			return slip_at(slip, paper->arena, at, paper->bytes, "cipher-too-long");
		out->values[out->count++] = place;
	}
	return out->count > 0 ? 0 : slip_at(slip, paper->arena, 0, 0, "cipher-letter");
}

static int read_numbers(struct cipher_answer *out, const struct paper *paper, struct slip *slip)
{
	static const struct number_style style = { .comma_separates = true };
	struct number_reading *list;
	size_t count;

	if (number_list_read(&list, &count, CIPHER_TEXT_MAX, paper->text, paper->bytes, &style, paper->arena, slip))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (!number_to_int(list[i].value, &out->values[i]))
			return slip_at(slip, paper->arena, 0, list[i].bytes, "cipher-number");
	out->count = count;
	return 0;
}

enum reading cipher_answer_read(struct cipher_answer *out, struct paper *paper, const struct cipher_question *question)
{
	struct slip slip = { 0 };
	bool digits = strpbrk(paper->text, "0123456789") != NULL;

	*out = (struct cipher_answer){ 0 };
	if ((digits ? read_numbers(out, paper, &slip) : read_letters(out, question, paper, &slip)) == 0)
		return READING_OK;
	return paper_slip(paper, &slip, 0);
}
