/*
 * Why a text that a person typed could not be read, and where in it.
 *
 * A reader of answers returns -1 and fills a slip: nothing is lost by it, and the person is told what to type instead.
 */
#pragma once
#include "base/msg.h"

struct slip {
	struct msg_text
		message; /* of the reader's own table; its code is stable: "unknown-variable", "arithmetic", … */
	size_t start, end; /* bytes of the text; end excluded, may equal start */
	int line, column; /* from 1; the column counts characters as people see them (a letter and its bar are one) */
};

/* Sets line and column from `start`, which may lie behind the text: then they are those of its end. */
void slip_place(struct slip *slip, const char *text, size_t bytes);
