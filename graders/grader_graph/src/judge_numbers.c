/*
 * A number for each vertex, one number, yes or no.
 *
 * Levels and distances follow from those of the predecessors: what follows from the student's own earlier value counts,
 * as sheet/carried.h says, and the first vertex that follows from nothing is named with the numbers put in.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "question.h"
#include "sheet/carried.h"

#define BLANK INT64_MIN

struct column {
	int64_t *own, *truth; /* in thousandths; BLANK */
	size_t count;
	size_t skipped; /* a vertex whose value is in the question; VERTEX_NONE */
};

static const char *words(const struct judging *judging, int64_t value)
{
	return value == BLANK ? "?" : value == GRAPH_FAR ? "∞" : graph_weight_text(value, LANG_FR, judging->arena);
}

static bool alike(const struct column *column, const int64_t *other)
{
	return memcmp(column->own, other, column->count * sizeof(*other)) == 0;
}

static bool shifted(const struct column *column, int64_t by)
{
	for (size_t v = 0; v < column->count; v++)
		if (column->own[v] == BLANK || column->own[v] != column->truth[v] + by)
			return false;
	return column->count > 0;
}

static bool constant(const struct column *column)
{
	bool same = true;

	for (size_t v = 0, first = VERTEX_NONE; v < column->count; v++) {
		if (v == column->skipped)
			continue;
		first = first == VERTEX_NONE ? v : first;
		same &= column->own[v] == column->own[first];
	}
	return same;
}

static void read_column(struct judging *judging, struct column *column)
{
	const struct graph_question *asked = judging->asked;
	struct distances distances;
	const int *levels = graph_levels(asked->graph, NULL, judging->arena);

	column->count = asked->graph->vertices.count;
	column->own = arena_array(judging->arena, column->count + 1, sizeof(*column->own));
	column->truth = arena_array(judging->arena, column->count + 1, sizeof(*column->truth));
	column->skipped = judging->part == PART_DISTANCES ? asked->from : VERTEX_NONE;
	bool far = judging->part == PART_DISTANCES &&
		   graph_distances(&distances, asked->graph, asked->from, judging->arena);
	for (size_t v = 0; v < column->count; v++) {
		column->own[v] = BLANK;
		column->truth[v] =
			far                                 ? distances.at[v]
			: judging->part == PART_LEVELS      ? (levels[v] + asked->origin) * GRAPH_UNIT
			: judging->part == PART_BY_LEVEL    ? levels[v] * GRAPH_UNIT
			: judging->part == PART_OUT_DEGREES ? (int64_t)graph_out_degree(asked->graph, v) * GRAPH_UNIT
			: judging->part == PART_IN_DEGREES  ? (int64_t)graph_in_degree(asked->graph, v) * GRAPH_UNIT
							    : (int64_t)graph_degree(asked->graph, v) * GRAPH_UNIT;
		struct text cell = judging->own->rows.texts ? judging->own->rows.texts[v] : (struct text){ NULL, 0 };
		if (cell.bytes > 0 && says_infinite(cell))
			column->own[v] = GRAPH_FAR;
		else if (cell.bytes > 0 && !graph_weight_read(&column->own[v], cell))
			column->own[v] = BLANK;
	}
	if (judging->part == PART_DISTANCES) {
		/* Who does not say that it is 0 thinks so. */
		if (column->own[asked->from] == BLANK)
			column->own[asked->from] = 0;
		if (column->own[asked->from] != 0)
			column->skipped = VERTEX_NONE;
	}
	if (judging->own->rows.texts)
		return;
	for (size_t g = 0; g < judging->own->group_count; g++)
		for_each_vertex(v, &judging->own->groups[g]) column->own[v] =
			((int64_t)g + (judging->part == PART_LEVELS ? asked->origin : 0)) * GRAPH_UNIT;
}

/* ---- what follows from what ---- */

static bool has_rule(enum part part)
{
	return part == PART_LEVELS || part == PART_BY_LEVEL || part == PART_DISTANCES;
}

/* What a vertex must have, given these values of its predecessors; false when one that counts is blank. */
static bool rule(const struct judging *judging, const int64_t *values, size_t v, int64_t *out, const char **formula)
{
	const struct graph *graph = judging->asked->graph;
	bool distances = judging->part == PART_DISTANCES;
	int64_t first = judging->part == PART_LEVELS ? judging->asked->origin * GRAPH_UNIT : 0;
	struct buf cleanup_buf list = BUF_INIT;

	*out = distances ? v == judging->asked->from ? 0 : GRAPH_FAR : first;
	for_each_vertex(p, &graph->before[v])
	{
		int64_t step = distances ? graph_weight(graph, p, v) : GRAPH_UNIT, reached;

		if (values[p] == BLANK)
			return false;
		if (distances && values[p] == GRAPH_FAR)
			continue;
		reached = values[p] == GRAPH_FAR ? GRAPH_FAR : values[p] + step;
		if (distances ? reached < *out : reached > *out)
			*out = reached;
		buf_printf(
			&list, "%s%s + %s", list.len > 0 ? " ; " : "", words(judging, values[p]), words(judging, step));
	}
	*formula = arena_printf(judging->arena, "%s(%s)", distances ? "min" : "max", buf_str(&list));
	return true;
}

/* The order in which values follow: by true level, or by true distance. */
static void sort(size_t *order, const struct column *column)
{
	for (size_t i = 0; i < column->count; i++) {
		size_t at = i;

		for (; at > 0 && column->truth[order[at - 1]] > column->truth[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
}

static void judge_carried(struct judging *judging, const struct column *column, const size_t *order, bool flat)
{
	struct carried_cell *cells = arena_array(judging->arena, column->count + 1, sizeof(*cells));
	struct carried_sum sum;
	struct err ignored;
	size_t count = 0, vertices[GRAPH_VERTICES_MAX];

	for (size_t i = 0; i < column->count; i++) {
		size_t v = order[i];
		int64_t wanted;
		const char *formula;

		if (v == column->skipped)
			continue;
		vertices[count] = v;
		struct carried_cell *cell = &cells[count++];
		*cell = (struct carried_cell){ .state = CARRIED_WRONG, .weight = FRAC_ONE, .flat = flat };
		if (column->own[v] == column->truth[v])
			cell->state = CARRIED_RIGHT;
		else if (column->own[v] == BLANK)
			cell->state = CARRIED_BLANK;
		else if (vertex_set_count(judging->asked->graph->before[v]) > 0 &&
			 rule(judging, column->own, v, &wanted, &formula) && wanted == column->own[v])
			cell->state = CARRIED_CONSISTENT;
	}
	if (count == 0 || carried_sum(&sum, cells, count, FRAC_ONE, &ignored) ||
		frac_div(&judging->out->credit, sum.points, frac_int((int64_t)count), &ignored))
		return;
	judging->out->wrong = sum.first_wrong == CARRIED_NONE ? VERTEX_NONE : vertices[sum.first_wrong];
}

/* ---- the known mistakes ---- */

static void fill_degrees(const struct judging *judging, int64_t *out, enum part part, bool loops_once)
{
	const struct graph *graph = judging->asked->graph;

	for (size_t v = 0; v < graph->vertices.count; v++) {
		size_t degree = part == PART_OUT_DEGREES  ? graph_out_degree(graph, v)
				: part == PART_IN_DEGREES ? graph_in_degree(graph, v)
							  : graph_degree(graph, v);

		out[v] = (int64_t)(degree - (loops_once && graph_has(graph, v, v))) * GRAPH_UNIT;
	}
}

static const char *degree_mistake(const struct judging *judging, const struct column *column)
{
	int64_t *other = arena_array(judging->arena, column->count + 1, sizeof(*other));
	static const struct {
		enum part part;
		const char *code;
	} rows[] = { { PART_OUT_DEGREES, "degree-out" }, { PART_IN_DEGREES, "degree-in" },
		{ PART_DEGREES, "degree-both" } };

	for (size_t i = 0; judging->asked->graph->directed && i < 3; i++) {
		fill_degrees(judging, other, rows[i].part, false);
		if (rows[i].part != judging->part && alike(column, other))
			return rows[i].code;
	}
	fill_degrees(judging, other, judging->part, true);
	return alike(column, other) ? "degree-loop" : NULL;
}

static const char *distance_mistake(const struct judging *judging, const struct column *column)
{
	const struct graph *graph = judging->asked->graph;
	struct graph plain = *graph;
	struct distances other;
	int64_t *ones = arena_array(judging->arena, column->count * column->count + 1, sizeof(*ones));
	int64_t *direct = arena_array(judging->arena, column->count + 1, sizeof(*direct));

	for (size_t v = 0; v < column->count; v++) {
		bool there = graph_has(graph, judging->asked->from, v);

		direct[v] = v == judging->asked->from ? 0
			    : there                   ? graph_weight(graph, judging->asked->from, v)
						      : GRAPH_FAR;
	}
	if (alike(column, direct))
		return "distances-direct";
	for (size_t i = 0; i < column->count * column->count; i++)
		ones[i] = GRAPH_UNIT;
	plain.weights = ones;
	if (graph->weighted && graph_distances(&other, &plain, judging->asked->from, judging->arena) &&
		alike(column, other.at))
		return "distances-arcs";
	if (graph_longest(&other, graph, judging->asked->from, judging->arena) && alike(column, other.at))
		return "distances-longest";
	const struct graph *back = graph_reversed(graph, judging->arena);
	if (graph->directed && graph_distances(&other, back, judging->asked->from, judging->arena) &&
		alike(column, other.at))
		return "distances-reversed";
	return NULL;
}

static const char *level_mistake(const struct judging *judging, const struct column *column)
{
	const struct graph *graph = judging->asked->graph;
	const int *steps = graph_steps(graph, judging->arena);
	const int *back = graph_levels(graph_reversed(graph, judging->arena), NULL, judging->arena);
	int64_t first = judging->part == PART_LEVELS ? judging->asked->origin : 0;
	int64_t *other = arena_array(judging->arena, column->count + 1, sizeof(*other));

	if (judging->part == PART_LEVELS && shifted(column, first == 0 ? GRAPH_UNIT : -GRAPH_UNIT))
		return first == 0 ? "levels-from-one" : "levels-from-zero";
	for (size_t v = 0; v < column->count; v++)
		other[v] = (steps[v] + first) * GRAPH_UNIT;
	if (alike(column, other))
		return "levels-shortest";
	for (size_t v = 0; v < column->count; v++)
		other[v] = (back[v] + first) * GRAPH_UNIT;
	return alike(column, other) ? "levels-reversed" : NULL;
}

static void say_cell(struct judging *judging, const struct column *column, const size_t *order)
{
	size_t v = judging->out->wrong;
	int64_t wanted = 0;
	const char *formula = "";

	for (size_t i = 0; v == VERTEX_NONE && i < column->count; i++)
		if (column->own[order[i]] != column->truth[order[i]])
			v = order[i];
	bool carried = has_rule(judging->part) && rule(judging, column->own, v, &wanted, &formula);
	const char *code = has_rule(judging->part) ? "level-cell" : "degree-cell";
	if (column->own[v] == BLANK)
		code = "cell-blank";
	else if (judging->part == PART_DISTANCES)
		code = v == judging->asked->from ? "distance-start" : carried ? "distance-cell" : "distance-far";
	else if (has_rule(judging->part) && vertex_set_count(judging->asked->graph->before[v]) == 0)
		code = "level-source";
	judging->out->wrong = v;
	judging->out->message = msg_make(judging->arena, &graph_kind_messages, code,
		(struct msg_param[]){ { "vertex", graph_vertex_name(judging, v) },
			{ "own", words(judging, column->own[v]) }, { "formula", formula },
			{ "wanted", words(judging, wanted) }, { 0 } });
}

void graph_judge_numbers(struct judging *judging)
{
	struct column column;
	size_t order[GRAPH_VERTICES_MAX];
	const char *code;

	read_column(judging, &column);
	if (shifted(&column, 0)) {
		graph_judged_right(judging);
		return;
	}
	sort(order, &column);
	bool flat = constant(&column);
	if (has_rule(judging->part)) {
		judge_carried(judging, &column, order, flat);
	} else {
		size_t right = 0;
		struct err ignored;

		for (size_t v = 0; v < column.count; v++)
			right += column.own[v] == column.truth[v];
		if (frac_make(&judging->out->credit, (int64_t)right, (int64_t)column.count, &ignored))
			judging->out->credit = FRAC_ZERO;
	}
	struct frac credit = judging->out->credit;
	code = judging->part == PART_DISTANCES ? distance_mistake(judging, &column)
	       : has_rule(judging->part)       ? level_mistake(judging, &column)
					       : degree_mistake(judging, &column);
	if (code && (!strcmp(code, "levels-from-one") || !strcmp(code, "levels-from-zero"))) {
		graph_judged_wrong(judging, 9, 10, code, NULL);
	} else if (code) {
		graph_judged_wrong(judging, 0, 1, code, NULL);
		judging->out->credit = credit;
		judging->out->wrong = VERTEX_NONE;
	} else {
		say_cell(judging, &column, order);
	}
	judging->out->idle = flat || (code && !strcmp(code, "distances-direct"));
	if (flat)
		judging->out->credit = FRAC_ZERO;
}

/* ---- one number ---- */

static int64_t sum_of(const int64_t *counts, size_t count, size_t from, size_t to)
{
	int64_t sum = 0;

	for (size_t i = 0; counts && i < count * count; i++)
		if ((from == VERTEX_NONE || i / count == from) && (to == VERTEX_NONE || i % count == to))
			sum += counts[i];
	return sum;
}

static const char *count_mistake(const struct judging *judging, int64_t own)
{
	const struct graph_question *asked = judging->asked;
	size_t count = asked->graph->vertices.count, from = asked->from, to = asked->to;
	const int64_t *counts = graph_path_counts(asked->graph, asked->length, judging->arena);
	const int64_t *fewer = graph_path_counts(asked->graph, asked->length - 1, judging->arena);
	const int64_t *more = graph_path_counts(asked->graph, asked->length + 1, judging->arena);
	bool some = from != VERTEX_NONE || to != VERTEX_NONE;

	if (some && own == sum_of(counts, count, to, from))
		return "count-transposed";
	if (some && own == sum_of(counts, count, VERTEX_NONE, VERTEX_NONE))
		return "count-total";
	if (from != VERTEX_NONE && to != VERTEX_NONE && own == sum_of(counts, count, from, VERTEX_NONE))
		return "count-row";
	if (from != VERTEX_NONE && to != VERTEX_NONE && own == sum_of(counts, count, VERTEX_NONE, to))
		return "count-column";
	if (asked->length > 1 && own == sum_of(fewer, count, from, to))
		return "count-shorter";
	return more && own == sum_of(more, count, from, to) ? "count-longer" : NULL;
}

void graph_judge_number(struct judging *judging)
{
	const struct graph_question *asked = judging->asked;
	int64_t truth = strtoll(asked->truth[judging->part], NULL, 10), own = judging->own->number;
	bool whole = own % GRAPH_UNIT == 0;

	if (whole && own / GRAPH_UNIT == truth) {
		graph_judged_right(judging);
		return;
	}
	if (judging->part == PART_COLOURS) {
		graph_judged_wrong(judging, 0, 1, own / GRAPH_UNIT > truth ? "colours-fewer" : "colours-more",
			(struct msg_param[]){ { "own", words(judging, own) }, { 0 } });
		return;
	}
	const char *code = whole ? count_mistake(judging, own / GRAPH_UNIT) : NULL;
	graph_judged_wrong(judging, 0, 1, code ? code : "count-wrong",
		(struct msg_param[]){ { "length", graph_number_words(judging, asked->length) },
			{ "own", words(judging, own) }, { 0 } });
}

void graph_judge_word(struct judging *judging)
{
	struct path *path = arena_alloc(judging->arena, sizeof(*path));
	bool there = judging->asked->exists[PART_HAS_CIRCUIT];

	judging->out->idle = true;
	if (judging->own->yes == there) {
		graph_judged_right(judging);
		return;
	}
	if (!there) {
		graph_judged_wrong(judging, 0, 1, "circuit-none", NULL);
		return;
	}
	graph_circuit(path, judging->asked->graph, judging->arena);
	graph_judged_wrong(judging, 0, 1, "circuit-there",
		(struct msg_param[]){ { "path", graph_path_text(&judging->asked->graph->vertices, path,
							judging->asked->graph->directed, judging->arena) },
			{ 0 } });
	judging->out->path = path;
}
