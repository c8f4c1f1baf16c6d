/* Inside the kind `schedule`: from cells as they stand to what they say. */
#pragma once
#include "answer.h"

struct taking {
	struct schedule_answer *out;
	struct raw *raw;
	struct paper *paper;
	const struct schedule_question *asked;
};
/* UNREADABLE: bytes of a cell are no what `code` asks for. */
enum reading take_slip(struct taking *taking, const char *code, const struct raw_cell *cell, size_t start, size_t end);
enum reading take_number(struct taking *taking, struct cell *out, const struct raw_cell *cell);
enum reading take_paths(struct taking *taking, enum part part);
enum reading take_plan(struct taking *taking, enum part part);
