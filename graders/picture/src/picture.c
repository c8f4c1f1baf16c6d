/*
 * The kinds of pictures are one table: what a picture must be, and how it is drawn, tabled and told. Everything comes from
 * JSON that may have been made by a grader that somebody took over: it is checked here, and every text is escaped.
 */
#include "picture/picture.h"
#include <string.h>
#include "drawing.h"

static const struct drawing *const drawings[] = { &drawing_graph, &drawing_network, &drawing_venn, &drawing_product };

static bool is_title(const json_t *title)
{
	static const char *const languages[] = { "fr", "en", NULL };

	if (title == NULL || data_is_text(title))
		return true;
	return data_has_only(title, languages) && data_is_text(json_object_get(title, "fr")) &&
	       data_may_be_text(json_object_get(title, "en"));
}

static const struct drawing *drawing_of(const json_t *picture)
{
	const char *name = data_at(picture, "picture");

	for (size_t i = 0; i < sizeof(drawings) / sizeof(drawings[0]); i++)
		if (strcmp(drawings[i]->name, name) == 0)
			return is_title(json_object_get(picture, "title")) && drawings[i]->check(picture) ? drawings[i]
													  : NULL;
	return NULL;
}

bool picture_check(const json_t *picture)
{
	return drawing_of(picture) != NULL;
}

void picture_svg(struct buf *out, const json_t *picture, enum lang lang)
{
	const struct drawing *drawing = drawing_of(picture);

	if (drawing != NULL)
		drawing->svg(out, picture, lang);
}

void picture_table(struct buf *out, const json_t *picture, enum lang lang)
{
	const struct drawing *drawing = drawing_of(picture);

	if (drawing != NULL)
		drawing->table(out, picture, lang);
}

void picture_text(struct buf *out, const json_t *picture, enum lang lang)
{
	const struct drawing *drawing = drawing_of(picture);
	const char *title = data_text(json_object_get(picture, "title"), lang);

	if (drawing == NULL)
		return;
	if (*title != '\0')
		buf_printf(out, "%s\n", title);
	drawing->text(out, picture, lang);
}
