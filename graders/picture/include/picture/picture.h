/*
 * Pictures that explain: a graph, a network of tasks with its dates, a Venn diagram, a product of matrices.
 *
 * A picture is made as plain JSON data by a grader or a statement, checked and drawn by whoever shows it: the page gets
 * SVG with a table beside it, the terminal text. So a report never carries markup, and everything in it is escaped here.
 *
 *   {"picture": "graph", "title": TEXT, "directed": true,
 *    "vertices": [{"name": "A", "level": 0, "note": "0", "mark": "wrong"}], "arcs": [{"from": "A", "to": "B", "label": "4", "mark": "path"}]}
 *   {"picture": "network", "title": TEXT,   tasks in MPM boxes: earliest | latest above, the name below
 *    "tasks": [{"name": "A", "level": 0, "days": "3", "earliest": "0", "latest": "0", "critical": true, "mark": "wrong"}],
 *    "links": [{"from": "A", "to": "B", "critical": true}]}
 *   {"picture": "venn", "title": TEXT, "universe": "E", "sets": ["A", "B"], "regions": [{"in": ["A"], "elements": ["1", "2"], "shaded": true}]}
 *   {"picture": "product", "title": TEXT, "left": [["1", "2"]], "right": [["3"], ["4"]], "result": [["11"]], "row": 0, "column": 0}
 *
 * TEXT is a string or {"fr", "en"}. `level` may be left out: then arcs place the vertices (longest path; a circle where
 * there is a circuit). Marks: "wrong", "path", "start", "end", "done"; colours never carry a meaning alone: what is wrong is
 * dashed, what is a path or critical is thick.
 */
#pragma once
#include <jansson.h>
#include "base/buf.h"
#include "base/msg.h"

enum { PICTURE_VERTICES_MAX = 60, PICTURE_ARCS_MAX = 300, PICTURE_SIDE_MAX = 12, PICTURE_SETS_MAX = 3 };

/* Can this be drawn? Unknown keys, marks without meaning, too many vertices are refused. */
bool picture_check(const json_t *picture);
/* SVG of its own (<svg …>…</svg>), with a title and a description, without scripts, styles or links; nothing when the
 * check fails. */
void picture_svg(struct buf *out, const json_t *picture, enum lang lang);
/* The same facts as an HTML table. */
void picture_table(struct buf *out, const json_t *picture, enum lang lang);
/* As text for a terminal, lines of at most 100 characters where that is possible. */
void picture_text(struct buf *out, const json_t *picture, enum lang lang);

extern const struct msg_table picture_messages;
