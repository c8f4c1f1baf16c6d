/* Text into HTML. Pure. */
#pragma once
#include <stddef.h>
#include "base/buf.h"

/* Escapes & < > " ' ; control characters other than tab and newline become U+FFFD. NULL adds nothing. */
void html_text(struct buf *out, const char *text);
/* Markdown by md4c: raw HTML off, links only to http, https, mailto and this site. */
void html_markdown(struct buf *out, const char *markdown, size_t bytes);
