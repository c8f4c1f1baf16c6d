/* Which slip of the hand made a JSON text unreadable, from what stands at the place where reading stopped. */
#pragma once
#include "base/arena.h"
#include "base/json.h"

struct json_slip {
	const char *code; /* a row of model_messages */
	struct json_place place; /* where it is to be mended */
	const char *word; /* what stands there */
};

/* Of a text that json_parse() refused at `place`. */
struct json_slip json_slip_of(const char *text, size_t bytes, struct json_place place, struct arena *arena);
