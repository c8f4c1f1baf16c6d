/*
 * Known mistakes with ciphers. Each is another way of computing one symbol; one is named when it gives every symbol of the
 * answer, and differs from the right ones.
 */
#include <string.h>
#include "cipher.h"
#include "grader_numbers/grader_numbers.h"

typedef int64_t computed(const struct cipher_question *question, int64_t x);

static int64_t unchanged(const struct cipher_question *question, int64_t x)
{
	return x;
}

static int64_t affine_encoded(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->a * x + question->b, question->modulus);
}

static int64_t affine_decoded(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->inverse * (x - question->b), question->modulus);
}

static int64_t without_sum(const struct cipher_question *question, int64_t x)
{
	return cipher_mod((question->decodes ? question->inverse : question->a) * x, question->modulus);
}

static int64_t without_factor(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->decodes ? x - question->b : x + question->b, question->modulus);
}

static int64_t exchanged(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->b * x + question->a, question->modulus);
}

static int64_t sum_first(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->a * (x + question->b), question->modulus);
}

static int64_t sum_sign(const struct cipher_question *question, int64_t x)
{
	return question->decodes ? cipher_mod(question->inverse * (x + question->b), question->modulus)
				 : cipher_mod(question->a * x - question->b, question->modulus);
}

static int64_t factor_kept(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->a * (x - question->b), question->modulus);
}

static int64_t sum_last(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(question->inverse * x - question->b, question->modulus);
}

static int64_t inverse_sign(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(-question->inverse * (x - question->b), question->modulus);
}

/* A is 1. */
static int64_t affine_from_one(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(
		(question->decodes ? affine_decoded : affine_encoded)(question, x + 1) - 1, question->modulus);
}

static int64_t rsa_encoded(const struct cipher_question *question, int64_t x)
{
	return cipher_power(x, question->e, question->modulus);
}

static int64_t rsa_decoded(const struct cipher_question *question, int64_t x)
{
	return cipher_power(x, question->d, question->modulus);
}

static int64_t exponent(const struct cipher_question *question)
{
	return question->decodes ? question->d : question->e;
}

static int64_t rsa_product(const struct cipher_question *question, int64_t x)
{
	return cipher_mod(x * exponent(question), question->modulus);
}

static int64_t rsa_exchanged(const struct cipher_question *question, int64_t x)
{
	return cipher_power(exponent(question), x, question->modulus);
}

static int64_t rsa_phi(const struct cipher_question *question, int64_t x)
{
	return cipher_power(x, exponent(question), question->phi);
}

enum work { ENCODES = 1, DECODES = 2, BOTH = 3 };

static const struct {
	const char *code;
	enum cipher_method method;
	enum work work;
	computed *compute;
} mistakes[] = {
	{ "cipher-unchanged", CIPHER_AFFINE, BOTH, unchanged },
	{ "cipher-decoded", CIPHER_AFFINE, ENCODES, affine_decoded },
	{ "cipher-encoded", CIPHER_AFFINE, DECODES, affine_encoded },
	{ "cipher-without-sum", CIPHER_AFFINE, BOTH, without_sum },
	{ "cipher-without-factor", CIPHER_AFFINE, BOTH, without_factor },
	{ "cipher-exchanged", CIPHER_AFFINE, ENCODES, exchanged },
	{ "cipher-sum-first", CIPHER_AFFINE, ENCODES, sum_first },
	{ "cipher-sum-sign", CIPHER_AFFINE, BOTH, sum_sign },
	{ "cipher-factor-kept", CIPHER_AFFINE, DECODES, factor_kept },
	{ "cipher-sum-last", CIPHER_AFFINE, DECODES, sum_last },
	{ "cipher-inverse-sign", CIPHER_AFFINE, DECODES, inverse_sign },
	{ "cipher-from-one", CIPHER_AFFINE, BOTH, affine_from_one },
	{ "cipher-unchanged", CIPHER_RSA, BOTH, unchanged },
	{ "rsa-private", CIPHER_RSA, ENCODES, rsa_decoded },
	{ "rsa-public", CIPHER_RSA, DECODES, rsa_encoded },
	{ "rsa-product", CIPHER_RSA, BOTH, rsa_product },
	{ "rsa-exchanged", CIPHER_RSA, BOTH, rsa_exchanged },
	{ "rsa-phi", CIPHER_RSA, BOTH, rsa_phi },
};

static bool explains(const struct cipher_question *question, const struct cipher_answer *answer, computed *compute)
{
	for (size_t i = 0; i < question->count; i++)
		if (answer->values[i] != compute(question, question->given[i]))
			return false;
	return answer->count == question->count;
}

static const char *decimal(struct arena *arena, int64_t value)
{
	return arena_printf(arena, "%lld", (long long)value);
}

/* The first symbol that is wrong, and what is to be computed for it. */
static void say_symbol(
	struct cipher_judgement *out, const struct cipher_question *question, size_t i, struct arena *arena)
{
	int64_t x = question->given[i];
	const char *symbol = cipher_text(question, &x, 1, question->as_letters, arena);
	const char *code = question->method == CIPHER_RSA ? "rsa-symbol"
			   : question->decodes            ? "cipher-symbol-decoded"
							  : "cipher-symbol";

	out->message = msg_make(arena, &cipher_messages, code,
		(struct msg_param[]){ { "place", decimal(arena, (int64_t)i + 1) }, { "symbol", symbol },
			{ "x", decimal(arena, x) }, { "a", decimal(arena, question->a) },
			{ "b", decimal(arena, question->b) }, { "e", decimal(arena, exponent(question)) },
			{ "n", decimal(arena, question->modulus) }, { 0 } });
}

static void judge_symbols(struct cipher_judgement *out, const struct cipher_question *question,
	const struct cipher_answer *answer, struct arena *arena)
{
	size_t first = question->count;

	out->unreduced = true;
	for (size_t i = 0; i < question->count; i++) {
		bool there = i < answer->count, good = there && answer->values[i] == question->wanted[i];

		out->unreduced &= there && cipher_mod(answer->values[i], question->modulus) == question->wanted[i];
		out->good += good;
		first = good || first < i ? first : i;
	}
	out->right = first == question->count && answer->count == question->count;
	out->unreduced &= !out->right && answer->count == question->count;
	if (out->unreduced)
		out->message = msg_make(arena, &cipher_messages, "cipher-not-reduced",
			(struct msg_param[]){ { "n", decimal(arena, question->modulus) }, { 0 } });
	else if (answer->count != question->count)
		out->message = msg_make(arena, &cipher_messages, "cipher-length",
			(struct msg_param[]){ { "count", decimal(arena, (int64_t)question->count) },
				{ "got", decimal(arena, (int64_t)answer->count) }, { 0 } });
	else if (!out->right)
		say_symbol(out, question, first, arena);
}

void cipher_judge(struct cipher_judgement *out, const struct cipher_question *question,
	const struct cipher_answer *answer, struct arena *arena)
{
	*out = (struct cipher_judgement){ 0 };
	judge_symbols(out, question, answer, arena);
	if (out->right || out->unreduced)
		return;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		enum work work = question->decodes ? DECODES : ENCODES;

		if (mistakes[i].method != question->method || !(mistakes[i].work & work) ||
			!explains(question, answer, mistakes[i].compute))
			continue;
		out->message = msg_make(arena, &cipher_messages, mistakes[i].code, NULL);
		out->good = 0; /* a letter that comes out right by another way is no work done */
		return;
	}
}
