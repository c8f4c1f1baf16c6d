/* The author's graph: {"vertices": "ABCD", "arcs": "AB:4 AC:2", "directed": false}. */
#include <string.h>
#include "base/buf.h"
#include "question.h"

enum { TEXT_MAX = 8192 };

static const struct graph *refuse(struct reader *reader, const char *pointer, const struct slip *slip)
{
	reader_problem_text(reader, pointer, false, slip->message);
	return NULL;
}

/* A text, or a list of texts and of lists of texts, as one text. */
static bool flat(struct buf *out, const json_t *value, const char *joint)
{
	size_t i;
	json_t *item;

	if (json_is_string(value)) {
		buf_addstr(out, json_string_value(value));
		return out->len < TEXT_MAX;
	}
	if (!json_is_array(value))
		return false;
	json_array_foreach(value, i, item)
	{
		buf_addstr(out, i > 0 ? joint : "");
		if (json_is_array(item))
			buf_printf(out, "%s-%s", json_string_value(json_array_get(item, 0)) ?: "",
				json_string_value(json_array_get(item, 1)) ?: "");
		else if (json_is_string(item))
			buf_addstr(out, json_string_value(item));
		else
			return false;
		if (json_array_size(item) == 3)
			buf_printf(out, ":%s", json_string_value(json_array_get(item, 2)) ?: "");
	}
	return out->len < TEXT_MAX;
}

const struct graph *graph_data_read(struct reader *reader, json_t *value, const char *pointer)
{
	static const struct key_spec keys[] = {
		{ .name = "vertices", .type = KEY_ANY, .required = true },
		{ .name = "arcs", .type = KEY_ANY, .required = true },
		{ .name = "directed", .type = KEY_BOOL },
	};
	struct buf cleanup_buf names = BUF_INIT, list = BUF_INIT;
	const char *vertices_at = reader_pointer(reader, pointer, "vertices");
	const char *arcs_at = reader_pointer(reader, pointer, "arcs");
	struct arcs_reading read;
	struct vertices vertices;
	struct slip slip;
	size_t bad;

	if (!reader_object(reader, value, pointer, keys, 3, NULL, 0))
		return NULL;
	if (!flat(&names, json_object_get(value, "vertices"), " ") ||
		!flat(&list, json_object_get(value, "arcs"), "\n")) {
		reader_problem(reader, pointer, false, &graph_kind_messages, "graph-data", NULL);
		return NULL;
	}
	const char *own_names = arena_memdup(reader->arena, buf_str(&names), names.len);
	const char *own_list = arena_memdup(reader->arena, buf_str(&list), list.len);
	if (vertices_read(&vertices, (struct text){ own_names, names.len }, reader->arena, &slip))
		return refuse(reader, vertices_at, &slip);
	if (vertices.count > ASKED_VERTICES_MAX) {
		reader_problem(reader, vertices_at, false, &graph_kind_messages, "graph-too-large", NULL);
		return NULL;
	}
	if (graph_read_arcs(
		    &read, &vertices, (struct text){ own_list, list.len }, GRAPH_ARCS_MAX, reader->arena, &slip))
		return refuse(reader, arcs_at, &slip);
	const struct graph *graph = graph_make(reader_bool(value, "directed", true), read.weighted, vertices, read.arcs,
		read.count, &bad, reader->arena);
	if (!graph)
		reader_problem(reader, arcs_at, false, &graph_kind_messages, "graph-arc-twice",
			(struct msg_param[]){
				{ "arc", arena_printf(reader->arena, "%s%s",
						 bad < read.count ? vertices.names[read.arcs[bad].from] : "",
						 bad < read.count ? vertices.names[read.arcs[bad].to] : "") },
				{ 0 } });
	return graph;
}
