/* Formulas on a paper: read from an answer, and shown as they were read. */
#pragma once
#include "sheet/paper.h"
#include "spec.h"

/* A formula of the answer: `bytes` bytes from `offset` of paper->text. UNREADABLE when it slips, and all is said. */
enum reading paper_formula(
	struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes, const struct expr **out);
/* The same without saying anything when it slips: false, and the slip with its place in these bytes. */
bool paper_try_formula(struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes,
	const struct expr **out, struct slip *slip);
/* Shows how the answer was read. */
void paper_read_as(struct paper *paper, const struct boolean_spec *spec, const struct expr *expr);
