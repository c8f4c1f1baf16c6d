/*
 * Parsing on top of Jansson. The depth is checked before, because Jansson's own
 * bound (2048) is deeper than we want to recurse anywhere; the bytes are checked
 * before, because its errors in UTF-8 have no place.
 */
#include "base/json.h"
#include <string.h>
#include "base/utf8.h"

enum { MAX_DEPTH = 64 };

struct json_place json_place_at(const char *text, size_t offset)
{
	struct json_place place = { 1, 1 };
	size_t line_start = 0;

	for (size_t i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			place.line++;
			line_start = i + 1;
		}
	}
	place.column += (int)utf8_length(text + line_start, offset - line_start);
	return place;
}

/* The offset of the bracket that goes too deep, or `bytes`. */
static size_t check_depth(const char *text, size_t bytes)
{
	bool in_string = false;
	int depth = 0;

	for (size_t i = 0; i < bytes; i++) {
		if (in_string) {
			if (text[i] == '\\')
				i++;
			else if (text[i] == '"')
				in_string = false;
		} else if (text[i] == '"') {
			in_string = true;
		} else if (text[i] == '[' || text[i] == '{') {
			if (++depth > MAX_DEPTH)
				return i;
		} else if (text[i] == ']' || text[i] == '}') {
			depth--;
		}
	}
	return bytes;
}

/* Jansson stops after the token it stumbled on; an author looks for its beginning. */
static size_t token_start(const char *text, size_t bytes, size_t after)
{
	static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
	size_t at = after < bytes ? after : bytes;

	if (at == 0)
		return 0;
	if (text[at - 1] == '"') {
		for (at--; at > 0; at--) {
			if (text[at - 1] == '"' && (at < 2 || text[at - 2] != '\\'))
				return at - 1;
		}
		return 0;
	}
	if (strchr(word, text[at - 1]) == NULL) {
		/* A character of several bytes begins at the first of them. */
		for (at--; at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80; at--)
			;
		return at;
	}
	while (at > 0 && text[at - 1] != '\0' && strchr(word, text[at - 1]) != NULL)
		at--;
	return at;
}

static const struct fault_row {
	enum json_fault fault;
	enum json_error_code codes[2]; /* Jansson's; 0 where we find it ourselves */
	const char *text;
} faults[] = {
	{ JSON_FAULT_SYNTAX, { 0 }, "a comma, a colon, a quote or a bracket is missing or too many here" },
	{ JSON_FAULT_ENDS, { json_error_premature_end_of_input },
		"the text ends too early: a bracket, a brace or a quote is not closed" },
	{ JSON_FAULT_MORE, { json_error_end_of_input_expected }, "something stands after the end of the value" },
	{ JSON_FAULT_DUPLICATE, { json_error_duplicate_key },
		"duplicate key: this key already stands in the same object" },
	{ JSON_FAULT_NUMBER, { json_error_numeric_overflow }, "this number is too large" },
	{ JSON_FAULT_NUL, { json_error_null_character, json_error_null_byte_in_key },
		"the character NUL is not allowed" },
	{ JSON_FAULT_UTF8, { 0 }, "not UTF-8: this byte belongs to no character" },
	{ JSON_FAULT_DEPTH, { 0 }, "brackets are nested more than 64 deep" },
};

static json_t *refuse(enum json_fault fault, struct json_place where, struct json_place *place, struct err *err)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (faults[i].fault == fault)
			err_set(err, ERR_INPUT, "%s", faults[i].text);
	}
	where.fault = fault;
	*place = where;
	return NULL;
}

static enum json_fault fault_of(enum json_error_code code)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (code != 0 && (faults[i].codes[0] == code || faults[i].codes[1] == code))
			return faults[i].fault;
	}
	return JSON_FAULT_SYNTAX;
}

static bool only_blanks(const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		if (text[i] == '\0' || strchr(" \t\r\n", text[i]) == NULL)
			return false;
	}
	return true;
}

json_t *json_parse(const char *text, size_t bytes, struct json_place *place, struct err *err)
{
	size_t bad = utf8_check(text, bytes);
	enum json_fault fault;
	json_error_t error;
	json_t *value;

	if (bad < bytes)
		return refuse(JSON_FAULT_UTF8, json_place_at(text, bad), place, err);
	/* Jansson takes a NUL behind the value for its end. */
	bad = strnlen(text, bytes);
	if (bad < bytes)
		return refuse(JSON_FAULT_NUL, json_place_at(text, bad), place, err);
	bad = check_depth(text, bytes);
	if (bad < bytes)
		return refuse(JSON_FAULT_DEPTH, json_place_at(text, bad), place, err);
	value = json_loadb(text, bytes, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (value != NULL)
		return value;
	fault = only_blanks(text, bytes) ? JSON_FAULT_ENDS : fault_of(json_error_code(&error));
	if (fault != JSON_FAULT_ENDS)
		bytes = token_start(text, bytes, error.position > 0 ? (size_t)error.position : 0);
	return refuse(fault, json_place_at(text, bytes), place, err);
}

static void drop(void *value)
{
	json_decref(value);
}

json_t *json_keep(struct arena *arena, json_t *value)
{
	if (value != NULL)
		arena_defer(arena, drop, value);
	return value;
}

static int add_chunk(const char *chunk, size_t size, void *out)
{
	buf_add(out, chunk, size);
	return 0;
}

void json_print(struct buf *out, const json_t *value)
{
	json_dump_callback(value, add_chunk, out, JSON_COMPACT | JSON_ENCODE_ANY);
}

void json_print_canonical(struct buf *out, const json_t *value)
{
	json_dump_callback(value, add_chunk, out, JSON_COMPACT | JSON_ENCODE_ANY | JSON_SORT_KEYS);
}
