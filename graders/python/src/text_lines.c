#include "text_lines.h"
#include <string.h>

bool text_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

bool text_same(struct text a, struct text b)
{
	return a.bytes == b.bytes && (a.bytes == 0 || memcmp(a.data, b.data, a.bytes) == 0);
}

struct text text_trim(struct text line)
{
	while (line.bytes > 0 && text_blank(line.data[line.bytes - 1]))
		line.bytes--;
	return line;
}

struct text text_body(struct text text)
{
	while (text.bytes > 0 && (text_blank(text.data[text.bytes - 1]) || text.data[text.bytes - 1] == '\n'))
		text.bytes--;
	return text;
}

static void advance(struct text *rest, size_t bytes)
{
	rest->data += bytes;
	rest->bytes -= bytes;
}

bool text_line(struct text *rest, struct text *line)
{
	if (rest->bytes == 0)
		return false;
	const char *end = memchr(rest->data, '\n', rest->bytes);
	line->data = rest->data;
	line->bytes = end != NULL ? (size_t)(end - rest->data) : rest->bytes;
	advance(rest, line->bytes + (end != NULL));
	return true;
}

bool text_word(struct text *rest, struct text *word, size_t *line)
{
	while (rest->bytes > 0 && (text_blank(*rest->data) || *rest->data == '\n')) {
		*line += *rest->data == '\n';
		advance(rest, 1);
	}
	word->data = rest->data;
	word->bytes = 0;
	while (rest->bytes > 0 && !text_blank(*rest->data) && *rest->data != '\n') {
		word->bytes++;
		advance(rest, 1);
	}
	return word->bytes > 0;
}
