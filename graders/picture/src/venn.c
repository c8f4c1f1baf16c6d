/* A Venn diagram of one to three sets: discs, the elements of each region, and which regions are shaded. */
#include <string.h>
#include "drawing.h"

enum { REGIONS_MAX = 1 << PICTURE_SETS_MAX, ELEMENTS_MAX = 30, LINES_MAX = 3, FONT = 14, LINE = 17 };

/* The discs, and for each region (bit i: inside set i) where its elements stand, by the number of sets. */
struct layout {
	struct point size, discs[PICTURE_SETS_MAX], names[PICTURE_SETS_MAX], regions[REGIONS_MAX];
	int radius;
};

static const struct layout layouts[PICTURE_SETS_MAX] = {
	{ { 300, 220 }, { { 150, 110 } }, { { 150, 22 } }, { { 36, 196 }, { 150, 110 } }, 75 },
	{ { 400, 240 }, { { 150, 125 }, { 250, 125 } }, { { 95, 26 }, { 305, 26 } },
		{ { 40, 216 }, { 105, 125 }, { 295, 125 }, { 200, 125 } }, 90 },
	{ { 420, 380 }, { { 155, 150 }, { 265, 150 }, { 210, 240 } }, { { 80, 42 }, { 340, 42 }, { 210, 350 } },
		{ { 44, 350 }, { 105, 130 }, { 315, 130 }, { 210, 108 }, { 210, 290 }, { 140, 210 }, { 280, 210 },
			{ 210, 178 } },
		95 },
};

static int mask_of(const json_t *sets, const json_t *in)
{
	int mask = 0;

	for (size_t i = 0; i < json_array_size(in); i++) {
		const char *name = json_string_value(json_array_get(in, i));
		size_t at = 0;

		while (name != NULL && at < json_array_size(sets) &&
			strcmp(json_string_value(json_array_get(sets, at)), name) != 0)
			at++;
		if (name == NULL || at == json_array_size(sets) || mask & 1 << at)
			return -1;
		mask |= 1 << at;
	}
	return mask;
}

static bool check_region(const json_t *region, const json_t *sets)
{
	static const char *const keys[] = { "in", "elements", "shaded", NULL };
	const json_t *elements = json_object_get(region, "elements"), *shaded = json_object_get(region, "shaded");
	const json_t *in = json_object_get(region, "in");

	if (!data_has_only(region, keys) || !json_is_array(in) || mask_of(sets, in) < 0 ||
		(shaded != NULL && !json_is_boolean(shaded)) || (elements != NULL && !json_is_array(elements)) ||
		json_array_size(elements) > ELEMENTS_MAX)
		return false;
	for (size_t i = 0; i < json_array_size(elements); i++)
		if (!data_is_text(json_array_get(elements, i)))
			return false;
	return true;
}

static bool check(const json_t *picture)
{
	static const char *const keys[] = { "picture", "title", "universe", "sets", "regions", NULL };
	const json_t *sets = json_object_get(picture, "sets"), *regions = json_object_get(picture, "regions");
	int seen = 0;

	if (!data_has_only(picture, keys) || !data_may_be_text(json_object_get(picture, "universe")) ||
		json_array_size(sets) == 0 || json_array_size(sets) > PICTURE_SETS_MAX ||
		(regions != NULL && !json_is_array(regions)) || json_array_size(regions) > REGIONS_MAX)
		return false;
	for (size_t i = 0; i < json_array_size(sets); i++)
		if (!data_is_text(json_array_get(sets, i)))
			return false;
	for (size_t i = 0; i < json_array_size(regions); i++) {
		const json_t *region = json_array_get(regions, i);
		int bit;

		if (!check_region(region, sets))
			return false;
		bit = 1 << mask_of(sets, json_object_get(region, "in"));
		if (seen & bit)
			return false;
		seen |= bit;
	}
	return true;
}

static void put_elements(struct buf *out, const json_t *region, size_t from, size_t to)
{
	const json_t *elements = json_object_get(region, "elements");

	for (size_t i = from; i < to && i < json_array_size(elements); i++)
		buf_printf(out, "%s%s", i > from ? " ; " : "", json_string_value(json_array_get(elements, i)));
}

/* Hatches above and below, or in the middle where there are no elements. */
static void draw_hatches(struct buf *out, struct point at, size_t lines)
{
	int rows[] = { at.y - 12 - (int)lines * LINE / 2, at.y + 12 + (int)lines * LINE / 2 };

	for (size_t i = 0; i < (lines > 0 ? 2 : 1); i++)
		for (int x = -18; x <= 18; x += 9)
			svg_line(out, (struct point){ at.x + x - 5, (lines > 0 ? rows[i] : at.y) + 8 },
				(struct point){ at.x + x + 5, (lines > 0 ? rows[i] : at.y) - 8 }, STROKE_THIN);
}

/* Short lines of elements, and hatches where the region is shaded. */
static void draw_region(struct buf *out, const json_t *region, struct point at)
{
	size_t count = json_array_size(json_object_get(region, "elements"));
	size_t per_line = (count + LINES_MAX - 1) / LINES_MAX, lines;

	per_line = per_line < 3 ? 3 : per_line;
	lines = (count + per_line - 1) / per_line;
	if (json_is_true(json_object_get(region, "shaded")))
		draw_hatches(out, at, lines);
	for (size_t i = 0; i < lines; i++) {
		cleanup_buf struct buf line = BUF_INIT;

		put_elements(&line, region, i * per_line, (i + 1) * per_line);
		svg_text(out, (struct point){ at.x, at.y + (int)i * LINE - (int)(lines - 1) * LINE / 2 }, FONT,
			buf_str(&line));
	}
}

static void svg(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *sets = json_object_get(picture, "sets"), *regions = json_object_get(picture, "regions");
	const struct layout *layout = &layouts[json_array_size(sets) - 1];

	svg_open(out, layout->size, picture, lang, "picture-venn");
	svg_box(out, (struct point){ 4, 4 }, (struct point){ layout->size.x - 8, layout->size.y - 8 }, STROKE_THIN);
	svg_text(out, (struct point){ layout->size.x - 22, 22 }, FONT, data_at(picture, "universe"));
	for (size_t i = 0; i < json_array_size(sets); i++) {
		svg_circle(out, layout->discs[i], layout->radius, STROKE_THIN);
		svg_text(out, layout->names[i], FONT + 2, json_string_value(json_array_get(sets, i)));
	}
	for (size_t i = 0; i < json_array_size(regions); i++) {
		const json_t *region = json_array_get(regions, i);

		draw_region(out, region, layout->regions[mask_of(sets, json_object_get(region, "in"))]);
	}
	svg_close(out);
}

/* "A ∩ B", "A" for A alone: the sets that it lies in. */
static void put_name(struct buf *out, const json_t *region, enum lang lang)
{
	const json_t *in = json_object_get(region, "in");

	for (size_t i = 0; i < json_array_size(in); i++)
		buf_printf(out, "%s%s", i > 0 ? " ∩ " : "", json_string_value(json_array_get(in, i)));
	if (json_array_size(in) == 0)
		buf_addstr(out, data_say("outside", lang));
	if (json_is_true(json_object_get(region, "shaded")))
		buf_printf(out, " (%s)", data_say("shaded", lang));
}

static void put_all(struct buf *out, const json_t *region)
{
	put_elements(out, region, 0, ELEMENTS_MAX);
	if (json_array_size(json_object_get(region, "elements")) == 0)
		buf_addstr(out, "—");
}

static void table(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *regions = json_object_get(picture, "regions");
	const char *headings[] = { data_say("region", lang), data_say("elements", lang) };

	table_open(out, headings, 2);
	for (size_t i = 0; i < json_array_size(regions); i++) {
		cleanup_buf struct buf name = BUF_INIT, elements = BUF_INIT;

		put_name(&name, json_array_get(regions, i), lang);
		put_all(&elements, json_array_get(regions, i));
		table_row(out);
		table_cell(out, buf_str(&name), true);
		table_cell(out, buf_str(&elements), false);
		table_row_end(out);
	}
	table_close(out);
}

static void text(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *regions = json_object_get(picture, "regions");

	for (size_t i = 0; i < json_array_size(regions); i++) {
		buf_addstr(out, "  ");
		put_name(out, json_array_get(regions, i), lang);
		buf_addstr(out, lang == LANG_FR ? "\u00a0: " : ": ");
		put_all(out, json_array_get(regions, i));
		buf_addch(out, '\n');
	}
}

const struct drawing drawing_venn = { "venn", check, svg, table, text };
