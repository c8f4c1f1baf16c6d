/* Reading the author's question, and working out what is true when the exercise is loaded. */
#include "question.h"
#include <string.h>
#include "base/buf.h"
#include "base/json.h"

const struct key_spec graph_question_keys[] = {
	{ .name = "graph",
		.type = KEY_OBJECT,
		.required = true,
		.doc = "The data: {\"vertices\": \"ABCD\", \"arcs\": \"AB:4 AC:2\", \"directed\": true}; weights may "
		       "be left out." },
	{ .name = "ask",
		.type = KEY_ANY,
		.required = true,
		.doc = "What is asked, one or a list: adjacency-matrix, successors, predecessors, degrees, "
		       "out-degrees, "
		       "in-degrees, path-count, transitive-closure, levels, ordered-by-level, has-circuit, circuit, "
		       "hamiltonian-path, hamiltonian-circuit, eulerian-path, eulerian-circuit, shortest-path, "
		       "longest-path, "
		       "distances, spanning-tree, topological-order, components, colouring, chromatic-number." },
	{ .name = "from", .type = KEY_STRING, .doc = "The vertex where a path, a count of paths or distances begin." },
	{ .name = "to", .type = KEY_STRING, .doc = "The vertex where it ends." },
	{ .name = "length",
		.type = KEY_INT,
		.min = 1,
		.max = ASKED_LENGTH_MAX,
		.doc = "Of path-count: how many arcs." },
	{ .name = "origin", .type = KEY_INT, .min = 0, .max = 1, .doc = "The first level's number; 0 if left out." },
	{ .name = "colours",
		.type = KEY_INT,
		.min = 0,
		.max = ASKED_VERTICES_MAX,
		.doc = "Of colouring: at most so many; as few as possible if left out." },
};
const size_t graph_question_key_count = sizeof(graph_question_keys) / sizeof(graph_question_keys[0]);

static bool refuse(struct reader *reader, const char *pointer, const char *code, const char *name)
{
	reader_problem(
		reader, pointer, false, &graph_kind_messages, code, (struct msg_param[]){ { "name", name }, { 0 } });
	return false;
}

static bool ask(struct graph_question *out, struct reader *reader, const json_t *value, const char *pointer)
{
	const char *name = json_string_value(value);

	for (enum part part = 0; name && part < PART_COUNT; part++) {
		if (strcmp(name, graph_part_specs[part].name) != 0)
			continue;
		if (out->asked[part])
			return refuse(reader, pointer, "ask-twice", name);
		out->asked[part] = true;
		out->count++;
		return true;
	}
	return refuse(reader, pointer, "ask-unknown", name ? name : "?");
}

static bool read_asks(struct graph_question *out, struct reader *reader, const json_t *value, const char *pointer)
{
	if (json_is_string(value))
		return ask(out, reader, value, pointer);
	for (size_t i = 0; i < json_array_size(value); i++)
		if (!ask(out, reader, json_array_get(value, i), reader_pointer_at(reader, pointer, i)))
			return false;
	return out->count > 0 || refuse(reader, pointer, "ask-unknown", "?");
}

static bool read_vertex(size_t *out, const struct graph_question *asked, struct reader *reader, const json_t *object,
	const char *pointer, const char *key)
{
	const char *name = json_string_value(json_object_get(object, key));

	*out = VERTEX_NONE;
	if (!name)
		return true;
	*out = vertex_find(&asked->graph->vertices, name, strlen(name));
	return *out != VERTEX_NONE || refuse(reader, reader_pointer(reader, pointer, key), "ask-vertex", name);
}

static bool needs_ends(const struct graph_question *out, struct reader *reader, const char *pointer)
{
	bool path = out->asked[PART_SHORTEST] || out->asked[PART_LONGEST];

	if ((path || out->asked[PART_DISTANCES]) && out->from == VERTEX_NONE)
		return refuse(reader, pointer, "ask-needs", "from");
	if (path && (out->to == VERTEX_NONE || out->to == out->from))
		return refuse(reader, pointer, "ask-needs", "to");
	if (out->asked[PART_PATH_COUNT] && out->length == 0)
		return refuse(reader, pointer, "ask-needs", "length");
	return true;
}

/* "Niveaux :" and a line for each vertex, where there is a table to fill in. */
static const char *make_starter(const struct graph_question *asked, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (enum part part = 0; part < PART_COUNT; part++) {
		enum form form = graph_part_specs[part].form;

		if (!asked->asked[part])
			continue;
		if (asked->count > 1)
			buf_printf(&out, "%s%s :\n", out.len > 0 ? "\n" : "",
				msg_make(arena, &graph_kind_messages, graph_part_specs[part].label, NULL).fr);
		for (size_t v = 0; v < asked->graph->vertices.count; v++)
			if (form == FORM_SETS || form == FORM_NUMBERS || form == FORM_LABELS)
				buf_printf(&out, "%s : \n", asked->graph->vertices.names[v]);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* The same in each part: constants, the vertices in their order, each alone. */
static const char *idle_text(const struct graph_question *asked, enum part part, int kind, struct arena *arena)
{
	const struct vertices *vertices = &asked->graph->vertices;
	struct buf cleanup_buf out = BUF_INIT;
	enum form form = graph_part_specs[part].form;

	for (size_t v = 0; v < vertices->count; v++) {
		if (form == FORM_MATRIX) {
			for (size_t w = 0; w < vertices->count; w++)
				buf_printf(&out, "%d ", kind == 2 ? v == w : kind);
			buf_addch(&out, '\n');
		} else if (form == FORM_SETS) {
			buf_printf(&out, "%s : ", vertices->names[v]);
			for (size_t w = 0; kind == 1 && w < vertices->count; w++)
				buf_printf(&out, "%s ", vertices->names[w]);
			if (kind != 1)
				buf_addstr(&out, "-");
			buf_addch(&out, '\n');
		} else if (form == FORM_NUMBERS || form == FORM_LABELS) {
			buf_printf(&out, "%s : %d\n", vertices->names[v], kind);
		} else if (form == FORM_PATH) {
			buf_printf(&out, "%s%s", v > 0 ? "-" : "", vertices->names[v]);
			if (kind == 2)
				break;
		} else if (form == FORM_GROUPS) {
			buf_printf(&out, "%s{%s}", v > 0 ? ";" : "", vertices->names[v]);
		}
	}
	if (form == FORM_WORD)
		buf_addstr(&out, kind == 0 ? "non" : "oui");
	if (form == FORM_NUMBER)
		buf_printf(&out, "%d", kind);
	for (size_t i = 0; form == FORM_ARCS && i < asked->graph->arc_count; i++)
		buf_printf(&out, "%s-%s ", vertices->names[asked->graph->arcs[i].from],
			vertices->names[asked->graph->arcs[i].to]);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static json_t *make_idle(const struct graph_question *asked, struct arena *arena)
{
	json_t *list = json_array();

	for (int kind = 0; kind < 3; kind++) {
		json_t *answer = json_object();

		for (enum part part = 0; part < PART_COUNT; part++)
			if (asked->asked[part])
				json_object_set_new(answer, graph_part_specs[part].name,
					json_string(idle_text(asked, part, kind, arena)));
		json_array_append_new(list, answer);
	}
	return json_keep(arena, list);
}

/* What an answer may look like: with the graph's own names, and nothing of what is right. */
static const char *example_text(const struct graph_question *asked, enum part part, struct arena *arena)
{
	const struct vertices *vertices = &asked->graph->vertices;
	const char *first = vertices->names[0], *other = vertices->names[vertices->count > 1];
	struct buf cleanup_buf zeros = BUF_INIT;

	switch (graph_part_specs[part].form) {
	case FORM_MATRIX:
		for (size_t i = 0; i < vertices->count * vertices->count; i++)
			buf_printf(&zeros, "%s0", i == 0 ? "" : i % vertices->count == 0 ? " / " : " ");
		return arena_memdup(arena, buf_str(&zeros), zeros.len);
	case FORM_SETS:
		return arena_printf(arena, "%s : %s", first, other);
	case FORM_NUMBERS:
	case FORM_LABELS:
		return arena_printf(arena, "%s : 0, %s : 1", first, other);
	case FORM_NUMBER:
		return "3";
	case FORM_WORD:
		return "oui";
	case FORM_GROUPS:
		return arena_printf(arena, "%s | %s", first, other);
	default:
		return arena_printf(arena, "%s-%s", first, other);
	}
}

static void make_answers(struct graph_question *out, struct arena *arena)
{
	json_t *reference = json_object();

	for (enum part part = 0; part < PART_COUNT; part++) {
		if (!out->asked[part])
			continue;
		json_object_set_new(reference, graph_part_specs[part].name, json_string(out->truth[part]));
		const char *text = example_text(out, part, arena);
		out->example = text;
		if (out->count > 1)
			out->example = arena_printf(arena, "{\"%s\": \"%s\"}", graph_part_specs[part].name, text);
	}
	out->reference = json_keep(arena, reference);
	out->starter = make_starter(out, arena);
	out->idle = make_idle(out, arena);
}

void graph_question_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct graph_question *out = arena_alloc(reader->arena, sizeof(*out));
	const char *at = reader_pointer(reader, pointer, "ask"), *code = NULL;
	struct err err = { 0 };

	out->graph =
		graph_data_read(reader, json_object_get(object, "graph"), reader_pointer(reader, pointer, "graph"));
	if (!out->graph || !read_asks(out, reader, json_object_get(object, "ask"), at) ||
		!read_vertex(&out->from, out, reader, object, pointer, "from") ||
		!read_vertex(&out->to, out, reader, object, pointer, "to"))
		return;
	out->length = (unsigned)reader_int(object, "length", 0);
	out->origin = (int)reader_int(object, "origin", 0);
	out->colours = (int)reader_int(object, "colours", 0);
	if (!needs_ends(out, reader, pointer))
		return;
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (out->asked[part] && !graph_truth_derive(out, part, reader->arena, &code)) {
			refuse(reader, at, code, graph_part_specs[part].name);
			return;
		}
	}
	if (frac_div(&out->max, question->points, frac_int((int64_t)out->count), &err)) {
		refuse(reader, pointer, "ask-points", "points");
		return;
	}
	make_answers(out, reader->arena);
	question->spec = out;
}
