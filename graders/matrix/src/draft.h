/*
 * An answer made plain before it is taken apart: LaTeX and the brackets of other alphabets are gone, and every byte knows
 * where it stood, so that a slip has its place in what the student typed.
 *
 * Left are: brackets ([ ] for those of LaTeX), ends of line between rows, "&", ";", "|", "," and what stands in the cells.
 */
#pragma once
#include "base/err.h"
#include "base/slip.h"

struct draft {
	char *text;
	size_t *origin; /* of each byte, and of the end */
	size_t bytes;
	struct arena *arena;
	struct slip *slip;
};

/* -1 and the slip: a command of LaTeX that is none of ours, or braces that do not close. */
int draft_make(struct draft *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip) must_check;
/* Fills the slip at a place of the draft, and returns -1. */
int draft_slip(const struct draft *draft, size_t start, size_t end, const char *code, const struct msg_param *params);
/* The slip of a reader of numbers that was given the bytes from `start` on: with its place in the answer. */
int draft_slip_behind(const struct draft *draft, size_t start);

struct stretch { /* bytes of the draft */
	size_t start, end;
};

/* Without blanks at its ends. Blanks are those of any width, ends of line too. */
struct stretch draft_trim(const struct draft *draft, struct stretch span);
/* The bytes of a blank at `at`, 0 where there is none. */
size_t draft_blank(const struct draft *draft, size_t at, size_t end);
