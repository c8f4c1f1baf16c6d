/* What an author accepts of a short answer, and what of it is a known mistake. */
#pragma once
#include "fold.h"
#include "model/kind.h"
#include "pattern/pattern.h"

enum { WORDINGS_MAX = 50, WORDING_BYTES_MAX = 200, SPELLING_MAX = 2 };

/* A text, or a pattern. */
struct wording {
	const char *text; /* as the author wrote it */
	const char *folded; /* compared with a folded answer; of a pattern what is given to PCRE2 */
	bool is_pattern;
	const char *pointer; /* in exercise.json */
	struct msg_text says; /* of a known mistake */
	struct frac credit;
};

struct wordings {
	struct folding folding;
	struct wording accepted[WORDINGS_MAX];
	size_t accepted_count;
	struct wording mistakes[WORDINGS_MAX];
	size_t mistake_count;
	unsigned spelling; /* how many letters may be wrong */
};

enum { WORDINGS_KEYS = 6 };
extern const struct key_spec wordings_keys[WORDINGS_KEYS];

/* False when the reader got a mistake. */
bool wordings_read(struct wordings *out, struct reader *reader, json_t *object, const char *pointer);
/* Is the folded answer that wording? -1 with ERR_INPUT when a pattern takes too long. */
int wording_matches(bool *out, const struct wording *wording, const struct folding *folding, const char *answer,
	struct err *err) must_check;
