/* What a student wrote as an answer to a question of the kind `number`. */
#pragma once
#include "asked.h"
#include "exact/number_read.h"
#include "sheet/paper.h"

enum { CLASSES_MAX = 40 };

/* All whole numbers that are congruent to `rest` modulo `modulus`. */
struct congruence_class {
	const struct number *rest, *modulus; /* 0 ≤ rest < modulus */
	const struct number *written; /* the representative as it was typed */
};

struct answer {
	struct number_reading numbers[2]; /* one; two of a division or of Bézout */
	bool percent; /* a per cent sign was typed */
	const struct congruence_class *classes; /* of a congruence; NULL where plain numbers were typed */
	size_t class_count;
	bool none; /* "no solution" */
};

/* Reads it; READING_UNREADABLE when the paper was told why. */
enum reading answer_read(struct answer *out, struct paper *paper, const struct number_question *question);
/* What the answer would be as a value, for other questions; NULL: it has none. */
json_t *answer_value(const struct answer *answer, const struct number_question *question);
/* "x =", "PGCD(12, 18) =", "≈" at the beginning: how many bytes. */
size_t answer_prefix(const char *text, size_t bytes);

/* Classes: "x ≡ 3 [7]", "3 mod 7", "x = 3 + 7k, k ∈ Z", several with "ou"; words for none. -1 and the slip. 1 when the text
 * is one plain number. */
int classes_read(struct answer *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip);
/* What a class is called: "x ≡ 3 [7]". */
const char *class_text(const struct congruence_class *class, struct arena *arena);
