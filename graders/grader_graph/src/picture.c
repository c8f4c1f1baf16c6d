/* The graph as a picture: as it was given, or with the student's path and the vertex where it goes wrong. */
#include "picture/picture.h"
#include "base/json.h"
#include "question.h"

/* Levels place the vertices only where they are not part of the question. */
static bool gives_levels_away(const struct graph_question *asked)
{
	return asked->asked[PART_LEVELS] || asked->asked[PART_BY_LEVEL] || asked->asked[PART_ORDER] ||
	       asked->asked[PART_HAS_CIRCUIT] || asked->asked[PART_CIRCUIT] || asked->asked[PART_COMPONENTS];
}

static bool on_path(const struct judged *judged, const struct graph *graph, const struct arc *arc)
{
	if (!judged || !judged->path)
		return false;
	for (size_t i = 0; i + 1 < judged->path->count; i++) {
		size_t from = judged->path->at[i], to = judged->path->at[i + 1];

		if ((from == arc->from && to == arc->to) || (!graph->directed && from == arc->to && to == arc->from))
			return true;
	}
	return false;
}

json_t *graph_picture(const struct graph_question *asked, const struct judged *judged, struct arena *arena)
{
	const struct graph *graph = asked->graph;
	struct msg_text title =
		msg_make(arena, &graph_kind_messages, judged && judged->path ? "picture-path" : "picture-graph", NULL);
	json_t *vertices = json_array(), *arcs = json_array();
	size_t columns = 2;

	while (columns * columns < graph->vertices.count)
		columns++;
	for (size_t v = 0; v < graph->vertices.count; v++) {
		json_t *vertex = json_pack("{s:s}", "name", graph->vertices.names[v]);

		if (gives_levels_away(asked))
			json_object_set_new(vertex, "level", json_integer((json_int_t)(v % columns)));
		if (judged && judged->wrong == v)
			json_object_set_new(vertex, "mark", json_string("wrong"));
		json_array_append_new(vertices, vertex);
	}
	for (size_t i = 0; i < graph->arc_count; i++) {
		const struct arc *arc = &graph->arcs[i];
		json_t *shown = json_pack(
			"{s:s, s:s}", "from", graph->vertices.names[arc->from], "to", graph->vertices.names[arc->to]);

		if (graph->weighted)
			json_object_set_new(
				shown, "label", json_string(graph_weight_text(arc->weight, LANG_FR, arena)));
		if (on_path(judged, graph, arc))
			json_object_set_new(shown, "mark", json_string("path"));
		json_array_append_new(arcs, shown);
	}
	json_t *out = json_pack("{s:s, s:{s:s, s:s}, s:b, s:o, s:o}", "picture", "graph", "title", "fr", title.fr, "en",
		title.en, "directed", graph->directed, "vertices", vertices, "arcs", arcs);
	return picture_check(json_keep(arena, out)) ? out : NULL;
}
