/* A question on a graph: what is asked of it, what is true, what was answered, what that is worth. */
#pragma once
#include "graph/algorithms.h"
#include "grader_graph/grader_graph.h"
#include "model/derived.h"
#include "sheet/paper.h"

enum part {
	PART_MATRIX,
	PART_SUCCESSORS,
	PART_PREDECESSORS,
	PART_DEGREES,
	PART_OUT_DEGREES,
	PART_IN_DEGREES,
	PART_PATH_COUNT,
	PART_CLOSURE,
	PART_LEVELS,
	PART_BY_LEVEL,
	PART_HAS_CIRCUIT,
	PART_CIRCUIT,
	PART_HAMILTONIAN_PATH,
	PART_HAMILTONIAN_CIRCUIT,
	PART_EULERIAN_PATH,
	PART_EULERIAN_CIRCUIT,
	PART_SHORTEST,
	PART_LONGEST,
	PART_DISTANCES,
	PART_TREE,
	PART_ORDER,
	PART_COMPONENTS,
	PART_COLOURING,
	PART_COLOURS,
	PART_COUNT
};

enum form {
	FORM_MATRIX,
	FORM_SETS,
	FORM_NUMBERS,
	FORM_LABELS,
	FORM_NUMBER,
	FORM_WORD,
	FORM_PATH,
	FORM_ARCS,
	FORM_GROUPS
};

struct part_spec {
	const char *name; /* as the author asks it */
	const char *label; /* the message that names its row */
	enum form form;
};
extern const struct part_spec graph_part_specs[PART_COUNT];

enum { ASKED_VERTICES_MAX = 40, ASKED_LENGTH_MAX = 20, SEARCH_STEPS = 40000, PATH_MAX_VERTICES = 200 };

struct graph_question {
	const struct graph *graph;
	bool asked[PART_COUNT];
	size_t count; /* of what is asked */
	struct frac max; /* of each */
	size_t from, to; /* VERTEX_NONE: not said */
	unsigned length;
	int origin, colours;
	const char *truth[PART_COUNT]; /* a right answer as text, "" where there is none ("aucun") */
	bool exists[PART_COUNT]; /* a circuit, a Hamiltonian path … */
	const char *starter;
	json_t *reference, *idle;
	const char *example;
};

extern const struct key_spec graph_question_keys[];
extern const size_t graph_question_key_count;
void graph_question_read(struct reader *reader, json_t *object, const char *pointer, struct question *question);
/* The graph of "graph"; NULL when the reader got a mistake. */
const struct graph *graph_data_read(struct reader *reader, json_t *value, const char *pointer);
/* Fills what is true; false and a code of a message when that cannot be asked of this graph. */
bool graph_truth_derive(struct graph_question *asked, enum part part, struct arena *arena, const char **code);

/* ---- answers ---- */

struct own {
	struct text text[PART_COUNT]; /* `at` NULL: not given; blank: no bytes */
	const int64_t *cells; /* of the part being judged: a matrix, in the graph's order; CELL_MISSING */
	struct vertex_texts rows;
	struct path path;
	struct arcs_reading arcs;
	const struct vertex_set *groups;
	size_t group_count;
	int64_t number;
	bool none; /* "aucun": there is no such thing */
	bool yes;
};
#define CELL_MISSING INT64_MIN

/* Takes the answer apart into the parts; the reading of each comes after. */
enum reading graph_own_open(struct own *own, struct paper *paper, const struct json_t *answer);
/* Reads one part into `own`; -1 and the slip. */
int graph_own_read(
	struct own *own, enum part part, const struct graph_question *asked, struct arena *arena, struct slip *slip);
int graph_matrix_cells_read(
	const int64_t **out, const struct vertices *vertices, struct text text, struct arena *arena, struct slip *slip);
int graph_groups_read(const struct vertex_set **out, size_t *count, const struct vertices *vertices, struct text text,
	struct arena *arena, struct slip *slip);
bool graph_levels_as_groups(struct text text, const struct vertices *vertices);

/* ---- judging ---- */

struct judged {
	struct frac credit; /* from 0 to 1 */
	struct msg_text message; /* what is wrong; none when right */
	bool idle; /* what took no work: a constant, the statement's own order */
	const struct path *path; /* to be shown in a picture; NULL */
	size_t wrong; /* a vertex to be shown there; VERTEX_NONE */
};

struct judging {
	const struct graph_question *asked;
	const struct own *own;
	enum part part;
	struct arena *arena;
	struct judged *out;
};

void graph_judge_part(struct judging *judging);
void graph_judge_matrix(struct judging *judging);
void graph_judge_sets(struct judging *judging);
void graph_judge_numbers(struct judging *judging);
void graph_judge_number(struct judging *judging);
void graph_judge_word(struct judging *judging);
void graph_judge_path(struct judging *judging);
void graph_judge_tour(struct judging *judging, const struct path *path);
void graph_judge_tree(struct judging *judging);
void graph_judge_colouring(struct judging *judging);
void graph_judge_components(struct judging *judging);

void graph_judged_right(struct judging *judging);
/* Credit num/den, bounded to 0 … 1, and what is said. */
void graph_judged_wrong(
	struct judging *judging, size_t num, size_t den, const char *code, const struct msg_param *params);
const char *graph_vertex_name(const struct judging *judging, size_t vertex);
const char *graph_number_words(const struct judging *judging, int64_t value);

/* ---- showing ---- */

json_t *graph_picture(const struct graph_question *asked, const struct judged *judged, struct arena *arena);
const char *graph_matrix_words(const struct vertex_set *rows, size_t count, struct arena *arena);

extern const struct generator *const graph_generators[];
