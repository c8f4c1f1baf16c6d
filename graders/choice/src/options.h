/* What may be chosen, and how an answer names it. */
#pragma once
#include "model/kind.h"

enum { OPTIONS_MAX = 26 };

struct option {
	const char *id; /* "b", or the author's */
	const char *folded; /* its French text, as texts are compared; "" when it has none */
	const char *folded_en;
	struct msg_text text; /* absent: fr NULL; what the statement shows under the same letter */
	struct msg_text why; /* what is said when it is wrongly chosen */
	bool right;
};

struct options {
	struct option list[OPTIONS_MAX]; /* in the order in which they are shown: the first one is "a" */
	size_t count, right;
	bool several; /* any number may be chosen */
	const char *example, *starter;
};

enum { OPTIONS_KEYS = 3 };
extern const struct key_spec options_keys[OPTIONS_KEYS];

/* False when the reader got a mistake. */
bool options_read(struct options *out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question);

/* What an answer ticks. */
struct ticks {
	bool on[OPTIONS_MAX];
	size_t count;
	bool none; /* "aucune": said on purpose */
};
struct paper;
/* Reads it into *out; what cannot be read is told in the paper's report. */
enum reading choice_ticks_read(struct ticks *out, struct paper *paper, const struct options *options,
	const json_t *answer, struct grading *grading, const struct question *question, struct question_report *report);
/* "a, c", or "aucune". */
const char *choice_ticks_text(
	const struct ticks *ticks, const struct options *options, enum lang lang, struct arena *arena);
