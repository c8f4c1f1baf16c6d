/*
 * An answer before any interpreter sees it: text, its bounds, blank or not.
 */
#pragma once
#include <jansson.h>
#include "model/kind.h"
#include "spec.h"

enum { ANSWER_MAX_BYTES = 256 << 10 };

struct answer {
	enum reading reading;
	const char *text; /* without a byte order mark; NUL after it */
	size_t bytes;
	struct msg_text message; /* why it is blank or cannot be read */
	int line; /* where, 0: unknown */
};

/* `json` may be NULL (no answer was given). What it points to lives in `json` and `arena`. */
void answer_take(struct answer *out, struct arena *arena, const struct python_spec *spec, const json_t *json);
