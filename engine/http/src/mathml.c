/* The only markup of a report that a page shows as markup: read as a language of few tags, copied only when all of it is. */
#include <string.h>
#include "html.h"

enum { DEPTH_MOST = 60, BYTES_MOST = 64 << 10 };

static const struct {
	const char *open, *name;
} tags[] = {
	{ "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">", "math" },
	{ "<mrow>", "mrow" },
	{ "<mi>", "mi" },
	{ "<mi mathvariant=\"monospace\">", "mi" },
	{ "<mn>", "mn" },
	{ "<mo>", "mo" },
	{ "<msub>", "msub" },
	{ "<mo stretchy=\"true\">", "mo" },
	{ "<mover accent=\"true\" class=\"bar\">", "mover" },
	{ "<mo form=\"prefix\">", "mo" },
	{ "<mo separator=\"true\">", "mo" },
	{ "<mtext>", "mtext" },
	{ "<msup>", "msup" },
	{ "<mfrac>", "mfrac" },
	{ "<mtable>", "mtable" },
	{ "<mtr>", "mtr" },
	{ "<mtd>", "mtd" },
};

struct nest {
	const char *names[DEPTH_MOST];
	size_t depth;
};

static const char space[] = "<mspace width=\"1em\"/>"; /* it alone has no closing tag */

/* After an opening or closing tag that fits; NULL. */
static const char *take_tag(struct nest *nest, const char *at)
{
	if (at[1] == '/') {
		size_t length = nest->depth > 0 ? strlen(nest->names[nest->depth - 1]) : 0;

		if (length == 0 || strncmp(at + 2, nest->names[nest->depth - 1], length) != 0 || at[2 + length] != '>')
			return NULL;
		nest->depth--;
		return at + length + 3;
	}
	if (nest->depth > 0 && strncmp(at, space, sizeof(space) - 1) == 0)
		return at + sizeof(space) - 1;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		size_t length = strlen(tags[i].open);

		/* The outermost is <math>, and it only. */
		if (strncmp(at, tags[i].open, length) != 0 || (nest->depth == 0) != (i == 0) ||
			nest->depth == DEPTH_MOST)
			continue;
		nest->names[nest->depth++] = tags[i].name;
		return at + length;
	}
	return NULL;
}

/* After a character of text or a numbered one; NULL. */
static const char *take_text(const char *at)
{
	size_t digits;

	if (*at != '&')
		return strchr("<>\"'", *at) != NULL || ((unsigned char)*at < 0x20) ? NULL : at + 1;
	if (at[1] != '#')
		return NULL;
	at += 2 + (at[2] == 'x');
	digits = strspn(at, "0123456789abcdefABCDEF");
	return digits > 0 && digits < 7 && at[digits] == ';' ? at + digits + 1 : NULL;
}

bool html_mathml(struct buf *out, const char *text)
{
	struct nest nest = { .depth = 0 };
	const char *at = text;

	if (strncmp(text, tags[0].open, strlen(tags[0].open)) != 0 || strlen(text) > BYTES_MOST)
		return false;
	do {
		at = *at == '<' ? take_tag(&nest, at) : take_text(at);
	} while (at != NULL && nest.depth > 0 && *at != '\0');
	if (at == NULL || nest.depth > 0 || *at != '\0')
		return false;
	buf_addstr(out, text);
	return true;
}
