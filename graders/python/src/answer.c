#include "answer.h"

#include <string.h>

#include "base/utf8.h"
#include "grader_python/grader_python.h"

static bool is_blank_line(const char *line, size_t bytes)
{
	size_t i = 0;

	while (i < bytes && strchr(" \t\r\f\v", line[i]) && line[i])
		i++;
	return i == bytes || line[i] == '#';
}

/* Python ends a line at \r alone too: a whole program may stand after a comment without one \n. */
static bool is_blank(const char *text, size_t bytes)
{
	while (bytes > 0) {
		size_t length = 0;
		while (length < bytes && text[length] != '\n' && text[length] != '\r')
			length++;
		if (!is_blank_line(text, length))
			return false;
		length += length < bytes;
		text += length;
		bytes -= length;
	}
	return true;
}

/* The next line without its trailing blanks; empty lines are passed over. False at the end. */
static bool next_line(const char **text, size_t *bytes, const char **line, size_t *length)
{
	while (*bytes > 0) {
		const char *end = memchr(*text, '\n', *bytes);
		size_t whole = end ? (size_t)(end - *text) + 1 : *bytes;
		*line = *text;
		*length = whole;
		while (*length > 0 && strchr(" \t\r\n", (*line)[*length - 1]))
			(*length)--;
		*text += whole;
		*bytes -= whole;
		if (*length > 0)
			return true;
	}
	return false;
}

/* The same lines, whatever an editor did to line ends and trailing blanks. */
static bool is_starter(const char *text, size_t bytes, const struct folder_file *starter)
{
	const char *left = text, *right = starter->data, *a = NULL, *b = NULL;
	size_t left_bytes = bytes, right_bytes = starter->bytes, a_length = 0, b_length = 0;

	for (;;) {
		bool more = next_line(&left, &left_bytes, &a, &a_length);
		if (more != next_line(&right, &right_bytes, &b, &b_length))
			return false;
		if (!more)
			return true;
		if (a_length != b_length || memcmp(a, b, a_length) != 0)
			return false;
	}
}

static void refuse(struct answer *out, struct arena *arena, const char *code, const struct msg_param *params)
{
	out->reading = READING_UNREADABLE;
	out->message = msg_make(arena, &python_messages, code, params);
}

static int line_of(const char *text, size_t offset)
{
	int line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text[i] == '\n';
	return line;
}

void answer_take(struct answer *out, struct arena *arena, const struct python_spec *spec, const json_t *json)
{
	*out = (struct answer){ .reading = READING_OK, .text = "" };
	if (json && !json_is_null(json) && !json_is_string(json)) {
		refuse(out, arena, "answer-no-text", NULL);
		return;
	}
	out->text = json_is_string(json) ? json_string_value(json) : "";
	out->bytes = json_is_string(json) ? json_string_length(json) : 0;
	if (out->bytes > ANSWER_MAX_BYTES) {
		refuse(out, arena, "answer-too-long", NULL);
		return;
	}
	if (out->bytes >= 3 && !memcmp(out->text, "\xef\xbb\xbf", 3)) {
		out->text += 3;
		out->bytes -= 3;
	}
	size_t valid = utf8_check(out->text, out->bytes);
	const char *nul = memchr(out->text, '\0', out->bytes);
	if (valid < out->bytes || nul) {
		if (nul && (size_t)(nul - out->text) < valid)
			valid = (size_t)(nul - out->text);
		out->line = line_of(out->text, valid);
		const char *line = arena_printf(arena, "%d", out->line);
		refuse(out, arena, nul ? "answer-nul" : "answer-no-utf8",
			(struct msg_param[]){ { "line", line }, { 0 } });
		return;
	}
	if (is_blank(out->text, out->bytes)) {
		out->reading = READING_BLANK;
		out->message = msg_make(arena, &python_messages, "answer-blank", NULL);
	} else if (spec->starter && is_starter(out->text, out->bytes, spec->starter)) {
		out->reading = READING_BLANK;
		out->message = msg_make(arena, &python_messages, "answer-starter", NULL);
	}
}
