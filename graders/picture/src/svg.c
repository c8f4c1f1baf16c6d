#include "drawing.h"
#include <math.h>

/* What a stroke looks like: presentation attributes, which no content security policy stops and any page may restyle. */
static const struct {
	const char *attributes;
} strokes[] = {
	[STROKE_THIN] = { "stroke-width=\"1.5\"" },
	[STROKE_THICK] = { "stroke-width=\"4\"" },
	[STROKE_DASHED] = { "stroke-width=\"3\" stroke-dasharray=\"5 4\"" },
};

void svg_escape(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '<')
			buf_addstr(out, "&lt;");
		else if (*text == '>')
			buf_addstr(out, "&gt;");
		else if (*text == '&')
			buf_addstr(out, "&amp;");
		else if (*text == '"')
			buf_addstr(out, "&quot;");
		else
			buf_addch(out, *text);
	}
}

void svg_open(struct buf *out, struct point size, const json_t *picture, enum lang lang, const char *description)
{
	buf_printf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" class=\"picture\" viewBox=\"0 0 %d %d\" "
		"width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"currentColor\"><title>",
		size.x, size.y, size.x, size.y);
	svg_escape(out, *data_text(json_object_get(picture, "title"), lang) != '\0'
				? data_text(json_object_get(picture, "title"), lang)
				: data_say(description, lang));
	buf_addstr(out, "</title>");
}

void svg_close(struct buf *out)
{
	buf_addstr(out, "</svg>");
}

void svg_text(struct buf *out, struct point at, int size, const char *text)
{
	if (*text == '\0')
		return;
	buf_printf(out,
		"<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"middle\" dominant-baseline=\"central\" "
		"fill=\"currentColor\" stroke=\"none\">",
		at.x, at.y, size);
	svg_escape(out, text);
	buf_addstr(out, "</text>");
}

void svg_circle(struct buf *out, struct point centre, int radius, enum stroke stroke)
{
	buf_printf(out, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" %s/>", centre.x, centre.y, radius,
		strokes[stroke].attributes);
}

void svg_box(struct buf *out, struct point corner, struct point size, enum stroke stroke)
{
	buf_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>", corner.x, corner.y, size.x, size.y,
		strokes[stroke].attributes);
}

void svg_line(struct buf *out, struct point a, struct point b, enum stroke stroke)
{
	buf_printf(out, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" %s/>", a.x, a.y, b.x, b.y,
		strokes[stroke].attributes);
}

/* An arrowhead that ends at (x, y), coming from the direction (dx, dy) of length 1. */
static void arrowhead(struct buf *out, double x, double y, double dx, double dy)
{
	const double length = 11, half = 4.5;
	double bx = x - length * dx, by = y - length * dy;

	buf_printf(out, "<polygon points=\"%ld,%ld %ld,%ld %ld,%ld\" fill=\"currentColor\" stroke=\"none\"/>",
		lround(x), lround(y), lround(bx - half * dy), lround(by + half * dx), lround(bx + half * dy),
		lround(by - half * dx));
}

struct point svg_arc(struct buf *out, const struct arc *arc)
{
	double ax = arc->a.x, ay = arc->a.y, bx = arc->b.x, by = arc->b.y;
	double length = hypot(bx - ax, by - ay), ux, uy, cx, cy, from, to;

	if (length < 1)
		return arc->a;
	ux = (bx - ax) / length;
	uy = (by - ay) / length;
	cx = (ax + bx) / 2 + uy * arc->bend * 2;
	cy = (ay + by) / 2 - ux * arc->bend * 2;
	from = hypot(cx - ax, cy - ay);
	to = hypot(bx - cx, by - cy);
	ax += arc->radius * (cx - ax) / from;
	ay += arc->radius * (cy - ay) / from;
	ux = (bx - cx) / to;
	uy = (by - cy) / to;
	bx -= arc->radius * ux;
	by -= arc->radius * uy;
	buf_printf(out, "<path d=\"M%ld %ldQ%ld %ld %ld %ld\" %s/>", lround(ax), lround(ay), lround(cx), lround(cy),
		lround(bx), lround(by), strokes[arc->stroke].attributes);
	if (arc->arrow)
		arrowhead(out, bx, by, ux, uy);
	return (struct point){ (int)lround((ax + 2 * cx + bx) / 4), (int)lround((ay + 2 * cy + by) / 4) - 9 };
}

void svg_loop(struct buf *out, struct point centre, int radius, bool arrow, enum stroke stroke)
{
	int left = centre.x - radius / 2, right = centre.x + radius / 2, top = centre.y - radius;

	buf_printf(out, "<path d=\"M%d %dC%d %d %d %d %d %d\" %s/>", left, top + 3, left - radius, top - 2 * radius,
		right + radius, top - 2 * radius, right, top + 3, strokes[stroke].attributes);
	if (arrow)
		arrowhead(out, right, top + 3, -0.45, 0.89);
}

void table_open(struct buf *out, const char *const *headings, size_t count)
{
	buf_addstr(out, "<table class=\"picture\"><thead>");
	table_row(out);
	for (size_t i = 0; i < count; i++)
		table_cell(out, headings[i], true);
	table_row_end(out);
	buf_addstr(out, "</thead><tbody>");
}

void table_cell(struct buf *out, const char *text, bool heading)
{
	buf_addstr(out, heading ? "<th>" : "<td>");
	svg_escape(out, text);
	buf_addstr(out, heading ? "</th>" : "</td>");
}

void table_row(struct buf *out)
{
	buf_addstr(out, "<tr>");
}

void table_row_end(struct buf *out)
{
	buf_addstr(out, "</tr>");
}

void table_close(struct buf *out)
{
	buf_addstr(out, "</tbody></table>");
}
