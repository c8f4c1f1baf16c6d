/* The network of tasks (MPM) or of stages (PERT) as a picture: without dates, with the right ones, with the student's. */
#include "picture/picture.h"
#include "answer.h"
#include "base/json.h"
#include "grader_schedule/grader_schedule.h"

struct drawing_of {
	const struct schedule_question *asked;
	const struct judging *judging; /* NULL: the right dates */
	bool dates;
	size_t wrong; /* a vertex; SIZE_MAX */
	struct arena *arena;
};

static json_t *title(const char *code, struct arena *arena)
{
	struct msg_text text = msg_make(arena, &schedule_author_messages, code, NULL);

	return json_pack("{s:s, s:s}", "fr", text.fr, "en", text.en);
}

/* A date as it is to stand there; "" for none. */
static const char *date_text(const struct drawing_of *drawing, enum date date, size_t v)
{
	const struct schedule_question *asked = drawing->asked;
	enum part part = date == DATE_EARLIEST ? PART_EARLIEST : PART_LATEST;
	int64_t ticks = part_truth(asked, part, v);

	if (!drawing->dates)
		return "";
	if (drawing->judging && !asked->asked[part])
		return "";
	if (drawing->judging && !own_date(drawing->judging, date, v, &ticks))
		return "";
	return ticks_plain(ticks, drawing->arena);
}

static bool is_critical(const struct drawing_of *drawing, size_t v)
{
	const struct dates *dates = drawing->asked->dates;

	return drawing->dates && !drawing->judging && dates->earliest[v] == dates->latest[v];
}

static json_t *draw_tasks(const struct drawing_of *drawing)
{
	const struct schedule_question *asked = drawing->asked;
	const struct network *network = &asked->project.network;
	const size_t *levels = network_levels(network, 0, false, drawing->arena);
	json_t *tasks = json_array(), *links = json_array();

	for (size_t i = 0; i < asked->count; i++) {
		json_t *task = json_pack("{s:s, s:i, s:s, s:s, s:s}", "name", asked->tasks.list[i], "level",
			(int)levels[i], "days", ticks_plain(asked->project.days[i], drawing->arena), "earliest",
			date_text(drawing, DATE_EARLIEST, i), "latest", date_text(drawing, DATE_LATEST, i));

		if (is_critical(drawing, i))
			json_object_set_new(task, "critical", json_true());
		if (i == drawing->wrong)
			json_object_set_new(task, "mark", json_string("wrong"));
		json_array_append_new(tasks, task);
	}
	for (size_t i = 0; i < network->arc_count; i++) {
		const struct network_arc *arc = &network->arcs[i];
		json_t *link =
			json_pack("{s:s, s:s}", "from", asked->tasks.list[arc->from], "to", asked->tasks.list[arc->to]);

		if (is_critical(drawing, arc->from) && is_critical(drawing, arc->to) &&
			asked->dates->earliest[arc->from] + arc->days == asked->dates->earliest[arc->to])
			json_object_set_new(link, "critical", json_true());
		json_array_append_new(links, link);
	}
	return json_pack("{s:s, s:o, s:o, s:o}", "picture", "network", "title",
		title(drawing->judging   ? "picture-own"
			: drawing->dates ? "picture-dates"
					 : "picture-network",
			drawing->arena),
		"tasks", tasks, "links", links);
}

static json_t *draw_stages(const struct drawing_of *drawing)
{
	const struct schedule_question *asked = drawing->asked;
	const struct network *network = &asked->stage_network;
	const size_t *levels = network_levels(network, 0, false, drawing->arena);
	json_t *vertices = json_array(), *arcs = json_array();

	for (size_t i = 0; i < network->count; i++) {
		json_t *vertex = json_pack("{s:s, s:i}", "name", asked->stages.list[i], "level", (int)levels[i]);

		if (drawing->dates)
			json_object_set_new(vertex, "note",
				json_string(arena_printf(drawing->arena, "%s | %s",
					date_text(drawing, DATE_EARLIEST, i), date_text(drawing, DATE_LATEST, i))));
		if (i == drawing->wrong)
			json_object_set_new(vertex, "mark", json_string("wrong"));
		json_array_append_new(vertices, vertex);
	}
	for (size_t i = 0; i < network->arc_count; i++) {
		const struct network_arc *arc = &network->arcs[i];
		const char *days = ticks_plain(arc->days, drawing->arena);

		json_array_append_new(
			arcs, json_pack("{s:s, s:s, s:s}", "from", asked->stages.list[arc->from], "to",
				      asked->stages.list[arc->to], "label",
				      arena_printf(drawing->arena, "%s (%s)", asked->tasks.list[i], days)));
	}
	return json_pack("{s:s, s:o, s:b, s:o, s:o}", "picture", "graph", "title",
		title(drawing->judging   ? "picture-own"
			: drawing->dates ? "picture-dates"
					 : "picture-network",
			drawing->arena),
		"directed", 1, "vertices", vertices, "arcs", arcs);
}

static json_t *draw(const struct drawing_of *drawing)
{
	const struct network *network = drawing->asked->dated;
	json_t *picture;

	if (network->count > PICTURE_VERTICES_MAX || network->arc_count > PICTURE_ARCS_MAX)
		return NULL;
	picture = json_keep(drawing->arena, drawing->asked->pert ? draw_stages(drawing) : draw_tasks(drawing));
	return picture && picture_check(picture) ? picture : NULL;
}

json_t *schedule_picture(const struct schedule_question *asked, bool solved, struct arena *arena)
{
	const struct drawing_of drawing = { asked, NULL, solved, SIZE_MAX, arena };

	return draw(&drawing);
}

/* The first cell of the dates that is neither right nor follows, in the order in which they are worked out. */
static size_t first_wrong(const struct judging *judging, enum part part)
{
	const struct network *network = judging->asked->dated;
	const struct part_judgement *judged = &judging->parts[part];

	for (size_t n = 0; n < judged->rows; n++) {
		size_t v = network->order[part == PART_EARLIEST ? n : network->count - 1 - n];

		if (judged->states[v] == CARRIED_WRONG)
			return v;
	}
	return SIZE_MAX;
}

json_t *judged_picture(const struct judging *judging)
{
	struct drawing_of drawing = { judging->asked, judging, true, SIZE_MAX, judging->arena };
	json_t *picture;

	drawing.wrong = first_wrong(judging, PART_EARLIEST);
	if (drawing.wrong == SIZE_MAX)
		drawing.wrong = first_wrong(judging, PART_LATEST);
	if (drawing.wrong == SIZE_MAX)
		return NULL;
	picture = draw(&drawing);
	return picture ? json_keep(judging->arena, json_pack("[O]", picture)) : NULL;
}
