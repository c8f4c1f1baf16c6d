/*
 * Toy ciphers: affine, x ↦ a·x + b modulo the length of the alphabet, and RSA with small primes.
 *
 * A text is a list of numbers; letters stand for their places in the alphabet, from 0. All numbers are below
 * CIPHER_MODULUS_MAX, so that products fit in 64 bits.
 */
#pragma once
#include <stdint.h>
#include "model/reader.h"
#include "sheet/paper.h"

enum cipher_method { CIPHER_AFFINE, CIPHER_RSA };

enum { CIPHER_MODULUS_MAX = 1000000, CIPHER_TEXT_MAX = 40 };

struct cipher_question {
	enum cipher_method method;
	bool decodes;
	const char *alphabet;
	int64_t letters; /* of the alphabet */
	int64_t a, b, inverse; /* affine; a·inverse ≡ 1 */
	int64_t p, q, e, d, phi; /* RSA */
	int64_t modulus;
	bool as_letters; /* the statement shows letters */
	int64_t given[CIPHER_TEXT_MAX], wanted[CIPHER_TEXT_MAX];
	size_t count;
};

struct cipher_answer {
	int64_t values[CIPHER_TEXT_MAX];
	size_t count;
	bool letters; /* typed as letters */
};

bool cipher_question_read(struct cipher_question *out, struct reader *reader, json_t *object, const char *pointer);
enum reading cipher_answer_read(struct cipher_answer *out, struct paper *paper, const struct cipher_question *question);

int64_t cipher_mod(int64_t a, int64_t n);
int64_t cipher_power(int64_t a, int64_t exponent, int64_t n);
/* Letters where all numbers have one and `letters`, else numbers between semicolons. */
const char *cipher_text(
	const struct cipher_question *question, const int64_t *values, size_t count, bool letters, struct arena *arena);

struct cipher_judgement {
	bool right, unreduced; /* every number is in the right class, some are not reduced */
	size_t good; /* symbols that are right */
	struct msg_text message;
};
void cipher_judge(struct cipher_judgement *out, const struct cipher_question *question,
	const struct cipher_answer *answer, struct arena *arena);

enum { CIPHER_KEYS = 9 };
extern const struct key_spec cipher_keys[CIPHER_KEYS];
