#include "model/derived.h"
#include <string.h>

void derived_add(struct derived *derived, struct msg_text line)
{
	if (derived->count == derived->cap) {
		size_t cap = derived->cap > 0 ? 2 * derived->cap : 8;
		struct msg_text *lines = arena_array(derived->arena, cap, sizeof(*lines));

		if (derived->count > 0)
			memcpy(lines, derived->lines, derived->count * sizeof(*lines));
		derived->lines = lines;
		derived->cap = cap;
	}
	derived->lines[derived->count++] = line;
}
