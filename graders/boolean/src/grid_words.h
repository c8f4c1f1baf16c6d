/* What truth tables and maps say, and the values that both read. */
#pragma once
#include <jansson.h>
#include "base/frac.h"
#include "base/msg.h"
#include "grader_boolean/grader_boolean.h"
#include "sheet/cells.h"
#include "sheet/paper.h"

struct msg_text grid_say(struct arena *arena, const char *code, const struct msg_param *params);
/* The same with parameters that differ by language. */
struct msg_text grid_say_both(
	struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en);
/* A word of the answer, short enough to be shown, without what a grid is made of. */
const char *grid_shown(struct arena *arena, const char *text);
/* A cell given as JSON: text, 0, 1, true, false or null. */
enum cell grid_json_cell(const json_t *value);
const char *grid_json_text(struct arena *arena, const json_t *value);
/* "0", "1", "x", "·" for a blank. Static. */
const char *grid_cell_name(enum cell cell);
/* paper_open() for a kind that takes a JSON object too: that is OK, and paper->text is then "". The starter is BLANK,
 * unchanged but for blanks. */
enum reading grid_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report);
/* The credit of two-valued cells, of which `ones` are 1: nothing for what the best constant would earn. */
int grid_credit(struct frac *out, uint32_t right, uint32_t rows, uint32_t ones, struct err *err) must_check;
