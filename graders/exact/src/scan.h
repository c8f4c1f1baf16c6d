/* Walking through a typed text: blanks of every width, signs of every word processor. */
#pragma once
#include "base/slip.h"
#include "exact/number_read.h"

struct scan {
	const char *text;
	size_t bytes, at;
	struct arena *arena;
	struct slip *slip;
};

/* Reads over blanks and characters without shape. */
void scan_blanks(struct scan *scan);
/* The code point here, -1 at the end; *used: its bytes (0 at the end). Characters without shape are given as they are. */
int32_t scan_rune(const struct scan *scan, size_t *used);
/* -1 or 1 where a minus or a plus stands, which is read over; 0 for none. */
int scan_sign(struct scan *scan);
bool scan_digit_at(const struct scan *scan, size_t at);
/* Fills the slip from `start` to the end of what stands there, and returns -1. `example` may be NULL. */
int scan_slip(struct scan *scan, size_t start, size_t end, const char *code, const struct msg_param *params);
int scan_slip_both(struct scan *scan, size_t start, size_t end, const char *code, const struct msg_param *fr,
	const struct msg_param *en);
/* The few characters at `at`, as a message shows them. */
const char *scan_shown(const struct scan *scan, size_t at);
