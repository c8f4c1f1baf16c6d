/*
 * Matrices and tables of sets. What counts is arcs: right ones among those written and those that there are (F-measure),
 * so that zeros, which are most of a matrix, earn nothing.
 */
#include "question.h"
#include <string.h>

struct score {
	size_t hits, extra, missing;
	size_t from, to; /* the first wrong pair */
	bool first_extra;
};

static struct score compare(const struct vertex_set *own, const struct vertex_set *truth, size_t count)
{
	struct score score = { .from = VERTEX_NONE };

	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < count; j++) {
			bool mine = vertex_in(&own[i], j), right = vertex_in(&truth[i], j);

			score.hits += mine && right;
			score.extra += mine && !right;
			score.missing += !mine && right;
			if (mine == right || score.from != VERTEX_NONE)
				continue;
			score.from = i;
			score.to = j;
			score.first_extra = mine;
		}
	}
	return score;
}

static bool same(const struct vertex_set *a, const struct vertex_set *b, size_t count)
{
	return memcmp(a, b, count * sizeof(*a)) == 0;
}

static struct vertex_set *turned(const struct vertex_set *rows, size_t count, struct arena *arena)
{
	struct vertex_set *out = arena_array(arena, count + 1, sizeof(*out));

	for (size_t i = 0; i < count; i++)
		for_each_vertex(j, &rows[i]) vertex_put(&out[j], i);
	return out;
}

static struct vertex_set *joined(
	const struct vertex_set *a, const struct vertex_set *b, size_t count, struct arena *arena)
{
	struct vertex_set *out = arena_array(arena, count + 1, sizeof(*out));

	for (size_t i = 0; i < count; i++)
		out[i] = vertex_set_or(a[i], b[i]);
	return out;
}

/* Every row the same, or the diagonal alone: nobody had to look at the graph. */
static bool is_constant(const struct vertex_set *rows, size_t count)
{
	bool alike = true, diagonal = true, complement = true;
	struct vertex_set all = vertex_set_all(count);

	for (size_t i = 0; i < count; i++) {
		struct vertex_set own = { 0 };

		vertex_put(&own, i);
		alike &= vertex_set_same(rows[i], rows[0]);
		diagonal &= vertex_set_same(rows[i], own);
		complement &= vertex_set_same(rows[i], vertex_set_minus(all, own));
	}
	return count > 1 && (alike || diagonal || complement);
}

static bool loops_missing(const struct vertex_set *own, const struct vertex_set *truth, size_t count, bool added)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		struct vertex_set row = added ? own[i] : truth[i], other = added ? truth[i] : own[i];

		any |= vertex_in(&row, i) && !vertex_in(&other, i);
		vertex_drop(&row, i);
		if (vertex_in(&other, i))
			vertex_drop(&other, i);
		if (!vertex_set_same(row, other))
			return false;
	}
	return any;
}

/* M ⊕ M[2] ⊕ … without the last power. */
static struct vertex_set *closure_without_last(const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	struct vertex_set *now = arena_array(arena, count + 1, sizeof(*now)), *before = now;

	memcpy(now, graph->next, count * sizeof(*now));
	for (size_t round = 1; round <= count; round++) {
		struct vertex_set *then = arena_array(arena, count + 1, sizeof(*then));

		for (size_t i = 0; i < count; i++) {
			then[i] = now[i];
			for_each_vertex(k, &now[i]) then[i] = vertex_set_or(then[i], graph->next[k]);
		}
		if (same(then, now, count))
			break;
		before = now;
		now = then;
	}
	return before;
}

struct view { /* an answer as rows of a relation, and what is true */
	const struct vertex_set *own, *truth;
	size_t count;
	bool numbers; /* has cells that are neither 0 nor 1 */
};

/* The known mistakes, most precise first; NULL when none explains the answer. */
static const char *mistake(const struct judging *judging, const struct view *view)
{
	const struct graph *graph = judging->asked->graph;
	struct arena *arena = judging->arena;
	size_t count = view->count;
	const struct vertex_set *closure = graph_closure(graph, false, arena);
	const struct vertex_set *back = turned(view->truth, count, arena);

	if (judging->part == PART_CLOSURE) {
		if (view->numbers && same(view->own, view->truth, count))
			return "closure-numbers";
		if (same(view->own, graph->next, count))
			return "closure-direct";
		if (same(view->own, back, count))
			return "matrix-transposed";
		if (loops_missing(view->own, view->truth, count, true))
			return "closure-reflexive";
		if (loops_missing(view->own, view->truth, count, false))
			return "closure-diagonal";
		return same(view->own, closure_without_last(graph, arena), count) ? "closure-stops" : NULL;
	}
	bool table = judging->part != PART_MATRIX;
	if (same(view->own, back, count))
		return !table                               ? "matrix-transposed"
		       : judging->part == PART_PREDECESSORS ? "predecessors-swapped"
							    : "successors-swapped";
	if (same(view->own, joined(view->truth, back, count, arena), count))
		return table ? "table-symmetric" : "matrix-symmetric";
	if (loops_missing(view->own, view->truth, count, false))
		return "loop-missing";
	if (loops_missing(view->own, view->truth, count, true))
		return "loop-added";
	if (table && judging->part == PART_PREDECESSORS)
		closure = turned(closure, count, arena);
	return same(view->own, closure, count) ? table ? "table-transitive" : "matrix-transitive" : NULL;
}

static const char *first_code(const struct judging *judging, const struct score *score)
{
	if (judging->part == PART_CLOSURE)
		return score->first_extra ? "closure-extra" : "closure-missing";
	return score->first_extra ? "arc-extra" : "arc-missing";
}

static void judge_view(struct judging *judging, const struct view *view)
{
	const struct graph *graph = judging->asked->graph;
	struct score score = compare(view->own, view->truth, view->count);
	size_t wrong = score.extra + score.missing;
	const char *code = mistake(judging, view);
	size_t from = score.from, to = score.to, num = 2 * score.hits, den = 2 * score.hits + wrong;

	if (wrong == 0 && !view->numbers) {
		graph_judged_right(judging);
		return;
	}
	/* In a table of predecessors the arc comes from the other side. */
	if (judging->part == PART_PREDECESSORS && from != VERTEX_NONE) {
		size_t other = from;

		from = to;
		to = other;
	}
	/* What the matrix of the statement would earn is no work on its closure, unless it is the closure. */
	struct score copied = compare(graph->next, view->truth, view->count);
	if (judging->part == PART_CLOSURE && copied.missing > 0) {
		size_t added = copied.missing;
		size_t found = score.hits > copied.hits ? score.hits - copied.hits : 0;

		num = found > score.extra ? found - score.extra : 0;
		den = added;
		if (wrong == 0)
			num = den = 1;
	}
	if (from == VERTEX_NONE && !code)
		code = "matrix-numbers";
	if (!code)
		code = first_code(judging, &score);
	graph_judged_wrong(judging, num, den, code,
		(struct msg_param[]){ { "from", from == VERTEX_NONE ? "" : graph_vertex_name(judging, from) },
			{ "to", from == VERTEX_NONE ? "" : graph_vertex_name(judging, to) }, { 0 } });
	judging->out->idle = is_constant(view->own, view->count) || !strcmp(code, "closure-direct") ||
			     !strcmp(code, "predecessors-swapped") || !strcmp(code, "successors-swapped");
	if (is_constant(view->own, view->count))
		judging->out->credit = FRAC_ZERO;
}

void graph_judge_matrix(struct judging *judging)
{
	const struct graph *graph = judging->asked->graph;
	size_t count = graph->vertices.count;
	struct vertex_set *own = arena_array(judging->arena, count + 1, sizeof(*own));
	struct view view = { own, graph->next, count, false };

	if (judging->part == PART_CLOSURE)
		view.truth = graph_closure(graph, false, judging->arena);
	for (size_t i = 0; i < count * count; i++) {
		int64_t cell = judging->own->cells[i];

		if (cell != 0 && cell != CELL_MISSING)
			vertex_put(&own[i / count], i % count);
		view.numbers |= cell != 0 && cell != GRAPH_UNIT && cell != CELL_MISSING;
	}
	judge_view(judging, &view);
}

void graph_judge_sets(struct judging *judging)
{
	const struct graph *graph = judging->asked->graph;
	size_t count = graph->vertices.count, blank = VERTEX_NONE;
	struct vertex_set *own = arena_array(judging->arena, count + 1, sizeof(*own));
	struct view view = { own, judging->part == PART_SUCCESSORS ? graph->next : graph->before, count, false };
	struct slip slip;

	for (size_t v = 0; v < count; v++) {
		struct text cell = judging->own->rows.texts[v];

		if (cell.bytes == 0 && blank == VERTEX_NONE)
			blank = v;
		if (cell.bytes > 0 && vertex_set_read(&own[v], &graph->vertices, cell, judging->arena, &slip))
			own[v] = (struct vertex_set){ 0 };
	}
	judge_view(judging, &view);
}
