/* What the drawings share: how JSON is looked at, and the few shapes of SVG that are needed. Coordinates are pixels. */
#pragma once
#include "picture/picture.h"

/* One row per kind of picture. */
struct drawing {
	const char *name;
	bool (*check)(const json_t *picture);
	void (*svg)(struct buf *out, const json_t *picture, enum lang lang);
	void (*table)(struct buf *out, const json_t *picture, enum lang lang);
	void (*text)(struct buf *out, const json_t *picture, enum lang lang);
};

extern const struct drawing drawing_graph, drawing_network, drawing_venn, drawing_product;

enum { TEXT_BYTES_MAX = 80 }; /* of a name, a note, a label, a cell */

/* ---- data ---- */

/* A short text without control characters. */
bool data_is_text(const json_t *value);
/* The same, or nothing at all. */
bool data_may_be_text(const json_t *value);
bool data_is_mark(const json_t *value); /* one of the marks, or nothing */
/* Only these keys (NULL-terminated), and an object. */
bool data_has_only(const json_t *object, const char *const *keys);
/* A text, or one of {"fr", "en"}, in `lang`; "" when there is none. */
const char *data_text(const json_t *value, enum lang lang);
/* The text of a key, "" when it has none. */
const char *data_at(const json_t *object, const char *key);
/* The index of the element of `list` whose "name" is `name`; -1. */
long data_find(const json_t *list, const char *name);
bool data_marked(const json_t *object, const char *mark);
/* Every element is named, once; 1 to `most` of them. */
bool data_are_named(const json_t *list, size_t most);
/* The words of this library. Valid until `room` is freed. */
const char *data_say(const char *code, enum lang lang);

/* ---- shapes ---- */

struct point {
	int x, y;
};

enum stroke { STROKE_THIN, STROKE_THICK, STROKE_DASHED };

void svg_open(struct buf *out, struct point size, const json_t *picture, enum lang lang, const char *description);
void svg_close(struct buf *out);
void svg_escape(struct buf *out, const char *text);
/* Centred on `at`. */
void svg_text(struct buf *out, struct point at, int size, const char *text);
void svg_circle(struct buf *out, struct point centre, int radius, enum stroke stroke);
void svg_box(struct buf *out, struct point corner, struct point size, enum stroke stroke);
void svg_line(struct buf *out, struct point a, struct point b, enum stroke stroke);
/* From the edge of a disc of `radius` around a to that around b, bent by `bend` pixels to the left of the way; an
 * arrowhead at b where `arrow`. Where the label stands comes back. */
struct arc {
	struct point a, b;
	int radius, bend;
	bool arrow;
	enum stroke stroke;
};
struct point svg_arc(struct buf *out, const struct arc *arc);
void svg_loop(struct buf *out, struct point centre, int radius, bool arrow, enum stroke stroke);

/* ---- tables ---- */

void table_open(struct buf *out, const char *const *headings, size_t count);
void table_cell(struct buf *out, const char *text, bool heading);
void table_row(struct buf *out);
void table_row_end(struct buf *out);
void table_close(struct buf *out);
