/* Text into HTML. Pure. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

/* Escapes & < > " ' ; control characters other than tab and newline become U+FFFD. NULL adds nothing. */
void html_text(struct buf *out, const char *text);
/* A formula's MathML as logic/print.h writes it, sign by sign: nothing else gets through. False, and nothing is added, for any
 * other text, for it comes from a stored report. */
bool html_mathml(struct buf *out, const char *text);
/* Markdown by md4c: raw HTML off, links only to http, https, mailto and this site. */
void html_markdown(struct buf *out, const char *markdown, size_t bytes);
