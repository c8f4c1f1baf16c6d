/*
 * The kind `derivation`: from one expression to another, line by line, each by a law.
 */
#pragma once
#include "expression.h"
#include "logic/derivation.h"
#include "sheet/paper.h"

enum { DERIVATION_LINES_MAX = 60 };

struct derivation_question {
	struct boolean_spec shared; /* its target is `from` */
	const struct expr *from, *to; /* `to` NULL: only a form is asked of the last line */
	struct expression_wish wish; /* of the last line; FORM_ANY when only `to` is asked */
	bool named; /* each line must name its law */
	uint32_t allowed;
	size_t goal_literals; /* how short it can get */
	const char *solution; /* the author's, as text */
};

/* One line of an answer, read. */
struct written_line {
	const struct expr *expr;
	const char *law; /* as the student wrote it; NULL when none */
	int line; /* in the text, from 1 */
};

/* As paper_open(); a list of {"expression", "law"} becomes text, so that places are places in something. */
enum reading derivation_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report);
/* Takes the lines of an answer apart: "E = …", several "=" on a line, a law behind in parentheses, in brackets, after
 * "par" or a hash. UNREADABLE when one cannot be read, and all is said. */
enum reading derivation_read(
	struct paper *paper, const struct derivation_question *asked, const struct written_line **out, size_t *count);

/* A right derivation as text, each line with its law; NULL when none is found. */
const char *derivation_find(const struct derivation_question *asked, struct arena *arena);

/* Fills the rows of the report: one for each line, worth nothing, and one for the whole. */
int derivation_mark(struct paper *paper, const struct derivation_question *asked, const struct written_line *lines,
	size_t count, struct err *err) must_check;
