#include "form.h"
#include <stdbool.h>
#include <string.h>
#include "base/utf8.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Decodes one side of a pair; NULL when it is not well formed. */
static char *decode(struct arena *arena, const char *text, size_t bytes)
{
	char *out = arena_alloc(arena, bytes + 1);
	size_t used = 0;

	for (size_t i = 0; i < bytes; i++) {
		char c = text[i];

		if (c == '+') {
			c = ' ';
		} else if (c == '%') {
			bool whole = bytes - i > 2;
			int high = whole ? hex_digit(text[i + 1]) : -1;
			int low = whole ? hex_digit(text[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high * 16 + low);
			i += 2;
		}
		if (c == '\0')
			return NULL;
		if (c == '\n' && used > 0 && out[used - 1] == '\r')
			used--;
		out[used++] = c;
	}
	out[used] = '\0';
	return utf8_check(out, used) == used ? out : NULL;
}

int form_read(struct form *out, struct arena *arena, const char *body, size_t bytes, struct err *err)
{
	out->fields = arena_array(arena, FORM_FIELDS_MAX, sizeof(*out->fields));
	out->count = 0;
	for (size_t at = 0; at < bytes;) {
		const char *start = body + at;
		const char *amp = memchr(start, '&', bytes - at);
		size_t length = amp != NULL ? (size_t)(amp - start) : bytes - at;
		const char *equals = memchr(start, '=', length);
		size_t name_length = equals != NULL ? (size_t)(equals - start) : length;
		struct form_field *field = &out->fields[out->count];

		at += length + 1;
		if (length == 0)
			continue;
		if (out->count == FORM_FIELDS_MAX)
			return err_set(err, ERR_TOO_LARGE, "more than %d fields", FORM_FIELDS_MAX);
		field->name = decode(arena, start, name_length);
		field->value = equals != NULL ? decode(arena, equals + 1, length - name_length - 1) : "";
		if (field->name == NULL || field->value == NULL)
			return err_set(err, ERR_INPUT, "field %zu is not well-formed UTF-8 in percent encoding",
				out->count + 1);
		out->count++;
	}
	return 0;
}

const char *form_value(const struct form *form, const char *name)
{
	for (size_t i = 0; i < form->count; i++) {
		if (strcmp(form->fields[i].name, name) == 0)
			return form->fields[i].value;
	}
	return NULL;
}
