/* What the kinds share: an author's sets and couples, as text or as JSON; how much of a set an answer has. */
#pragma once
#include "model/reader.h"
#include "sets/read.h"
#include "sheet/paper.h"

enum { LISTED_MAX = 12 /* elements that a message lists */ };

/* A set at `pointer`: a text, over the sets of `world`; or a list, whose inner lists are tuples. false and a problem. */
bool given_set(struct set_value *out, struct reader *reader, const json_t *value, const char *pointer,
	const struct set_world *world);
/* A finite one. */
bool given_finite(const struct element **out, struct reader *reader, const json_t *value, const char *pointer);
/* Couples: a text, a list of pairs, or an object of images ({"1": "a", "2": ["a", "b"]}). */
bool given_couples(const struct element **out, struct reader *reader, const json_t *value, const char *pointer);
/* The names of elements that stand in these sets, once each; NULL-terminated. */
const char *const *given_names(const struct element *const *sets, size_t count, struct arena *arena);

struct overlap { /* of an answer with what is wanted */
	const struct element *right, *missing, *extra;
	struct frac credit; /* right out of all that either has; 1 when they are the same */
};
int overlap_of(struct overlap *out, const struct element *wanted, const struct element *given, struct arena *arena,
	struct err *err) must_check;
/* How many are right, missing and too many, with precision and recall. */
struct msg_text overlap_say(const struct overlap *overlap, struct arena *arena);
/* Which are missing, which are too many: of the answer alone (`extra`) or what is wanted too. The message may tell what
 * is expected: *tells. */
struct msg_text overlap_differences(const struct overlap *overlap, struct arena *arena, bool *tells);

/* A row's points as a share of its maximum; lowered to a tenth when the answer took no work. */
int set_row_share(struct test_report *row, struct frac share, bool idle, struct err *err) must_check;
/* The answer as it was read, thrice. */
void set_read_as_value(struct paper *paper, const struct set_value *value);
void set_read_as_expr(struct paper *paper, const struct set_expr *expr);
