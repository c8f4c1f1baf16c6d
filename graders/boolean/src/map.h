/*
 * The kind `karnaugh`: a map to fill, its groups, the expression read from it.
 *
 * An answer, text or JSON, is read into struct map_answer (map_read.c, map_read_grid.c, map_read_groups.c), each part is
 * judged (map_grid.c, map_groups.c, expression.h), and groups and expression once more against the student's own grid
 * (map_kind.c), which counts when it is better.
 */
#pragma once
#include "expression.h"
#include "logic/karnaugh.h"
#include "model/kind.h"
#include "sheet/cells.h"
#include "sheet/paper.h"

enum map_part { PART_GRID, PART_GROUPS, PART_EXPRESSION, PART_COUNT };
enum { MAP_EDGE_MAX = 3, MAP_CELLS_MAX = 64, MAP_GROUPS_MAX = 64 };

struct map_question {
	struct boolean_spec shared;
	struct map_layout layout;
	bool zeros; /* groups of 0, and a product of sums */
	bool asked[PART_COUNT];
	struct frac max[PART_COUNT];
	struct expression_wish wish;
	const char *starter;
	json_t *reference;
};

struct map_group {
	const char *text; /* as it was written, short */
	struct table cells;
};

struct map_answer {
	bool given[PART_COUNT];
	enum cell cells[MAP_CELLS_MAX]; /* by row of the table */
	bool usual; /* the map stands as in the question, Gray codes and all */
	bool not_gray; /* its own header has neighbours that differ in more than one variable */
	struct map_group *groups;
	size_t group_count;
	const struct expr *expr;
};

enum { MAP_KEYS_COUNT = BOOLEAN_KEYS_COUNT + BOOLEAN_KEYS_FUNCTION_COUNT + 4 };
extern const struct key_spec map_keys[MAP_KEYS_COUNT];
void map_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question);

/* The empty map, or with its right values. */
void map_draw_grid(struct buf *out, const struct map_question *asked, bool solved, struct arena *arena);

const char *map_part_code(enum map_part part); /* "part-grid", … */

/* OK, BLANK where no part is given, UNREADABLE when all is said. */
enum reading map_read(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, const json_t *answer);
/* One part each, from these bytes of paper->text. BLANK when there is nothing in it. */
enum reading map_read_grid(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, size_t start, size_t end);
enum reading map_read_groups(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, size_t start, size_t end);

struct grid_judgement {
	uint32_t right, rows; /* cells that count */
	bool whole; /* nothing is left empty */
	enum map_mistake mistake;
	struct frac credit;
	struct msg_text message; /* fr NULL when all is right */
	struct msg_text header; /* its order, where the message is another one */
};
int map_judge_grid(struct grid_judgement *out, const struct map_question *asked, const struct map_answer *answer,
	struct arena *arena, struct err *err) must_check;

struct groups_judgement {
	struct frac credit;
	struct msg_text *messages; /* most important first; none when all is right */
	size_t message_count;
};
/* Against what the groups are to cover (the zeros, where these are grouped) and the cost of a minimal cover of it. */
int map_judge_groups(struct groups_judgement *out, const struct map_question *asked, const struct map_answer *answer,
	const struct target *target, const struct cost *best, struct arena *arena, struct err *err) must_check;
/* What groups are to cover of a target. */
struct target map_covered(const struct map_question *asked, const struct target *target, struct arena *arena);
