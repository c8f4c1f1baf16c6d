/*
 * Texts cut into lines and words, without copying. Blanks are space, tab, CR,
 * vertical tab and form feed; LF ends a line.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "compare_text.h"

bool text_blank(char c); /* no LF */
bool text_same(struct text a, struct text b);
/* Without the blanks at its end. */
struct text text_trim(struct text line);
/* Without the blanks and line ends at its end: what LINES compares. */
struct text text_body(struct text text);
/* Cuts the next line (without its LF) off *rest; false at the end. A final LF begins no further line. */
bool text_line(struct text *rest, struct text *line);
/* Cuts the next word off *rest, adding the line ends passed to *line; false at the end. */
bool text_word(struct text *rest, struct text *word, size_t *line);
