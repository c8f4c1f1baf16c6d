/*
 * Finds a value in a JSON text that is already known to be valid: it skips over
 * strings and brackets and never builds anything. Bounds are still respected,
 * so that a text that was not valid gives "not found", never a read outside.
 */
#include <string.h>
#include "base/json.h"

struct scan {
	const char *text;
	size_t at, bytes;
};

struct found {
	size_t key, value; /* offsets; `key` is that of the value when there is no key */
};

static char peek(const struct scan *scan)
{
	return scan->at < scan->bytes ? scan->text[scan->at] : '\0';
}

static void skip_blanks(struct scan *scan)
{
	while (scan->at < scan->bytes && scan->text[scan->at] != '\0' &&
		strchr(" \t\r\n", scan->text[scan->at]) != NULL)
		scan->at++;
}

static void skip_string(struct scan *scan)
{
	for (scan->at++; scan->at < scan->bytes; scan->at++) {
		if (scan->text[scan->at] == '\\')
			scan->at++;
		else if (scan->text[scan->at] == '"')
			break;
	}
	scan->at = scan->at < scan->bytes ? scan->at + 1 : scan->bytes;
}

static void skip_value(struct scan *scan)
{
	int depth = 0;

	do {
		char c = peek(scan);

		if (c == '"') {
			skip_string(scan);
			continue;
		}
		if (c == '[' || c == '{')
			depth++;
		else if (c == ']' || c == '}')
			depth--;
		else if (depth == 0) {
			while (scan->at < scan->bytes && strchr(" \t\r\n,]}", peek(scan)) == NULL)
				scan->at++;
			return;
		}
		scan->at++;
	} while (depth > 0 && scan->at < scan->bytes);
}

static uint32_t read_hex4(const char *text, size_t bytes)
{
	uint32_t value = 0;

	for (size_t i = 0; i < 4 && i < bytes; i++) {
		const char *digits = "0123456789abcdef";
		const char *digit = text[i] != '\0' ? strchr(digits, text[i] | ((text[i] >= 'A') ? 0x20 : 0)) : NULL;

		value = value << 4 | (uint32_t)(digit != NULL ? digit - digits : 0);
	}
	return value;
}

/* Decodes the string that starts at `at` (its quote). */
static void decode_string(struct buf *out, const struct scan *scan, size_t at)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";

	for (at++; at < scan->bytes && scan->text[at] != '"'; at++) {
		const char *text = scan->text + at;
		size_t left = scan->bytes - at;
		const char *named;

		if (*text != '\\' || left < 2) {
			buf_addch(out, *text);
			continue;
		}
		at++;
		named = text[1] != '\0' ? strchr(from, text[1]) : NULL;
		if (text[1] == 'u' && left >= 6) {
			uint32_t rune = read_hex4(text + 2, 4);

			at += 4;
			if (rune >= 0xd800 && rune < 0xdc00 && left >= 12 && text[6] == '\\' && text[7] == 'u') {
				rune = 0x10000 + ((rune & 0x3ff) << 10 | (read_hex4(text + 8, 4) & 0x3ff));
				at += 6;
			}
			buf_addrune(out, rune);
		} else {
			buf_addch(out, named != NULL ? to[named - from] : text[1]);
		}
	}
}

/* From '{' to the value of `name`. */
static bool enter_object(struct scan *scan, const char *name, struct found *found)
{
	struct buf cleanup_buf key = BUF_INIT;

	scan->at++;
	for (;;) {
		size_t start;

		skip_blanks(scan);
		if (peek(scan) != '"')
			return false;
		start = scan->at;
		buf_reset(&key);
		decode_string(&key, scan, start);
		skip_string(scan);
		skip_blanks(scan);
		if (peek(scan) != ':')
			return false;
		scan->at++;
		skip_blanks(scan);
		if (strcmp(buf_str(&key), name) == 0) {
			*found = (struct found){ start, scan->at };
			return true;
		}
		skip_value(scan);
		skip_blanks(scan);
		if (peek(scan) != ',')
			return false;
		scan->at++;
	}
}

/* From '[' to the element that `name` (digits) says. */
static bool enter_array(struct scan *scan, const char *name, struct found *found)
{
	size_t index = 0;

	if (*name == '\0' || strlen(name) > 9 || strspn(name, "0123456789") != strlen(name))
		return false;
	for (; *name != '\0'; name++)
		index = index * 10 + (size_t)(*name - '0');
	scan->at++;
	for (;; index--) {
		skip_blanks(scan);
		if (scan->at >= scan->bytes || peek(scan) == ']')
			return false;
		if (index == 0) {
			*found = (struct found){ scan->at, scan->at };
			return true;
		}
		skip_value(scan);
		skip_blanks(scan);
		if (peek(scan) != ',')
			return false;
		scan->at++;
	}
}

/* The pointer's next part, "~1" and "~0" decoded; moves *pointer behind it. */
static void next_part(struct buf *part, const char **pointer)
{
	const char *at = *pointer + 1;

	buf_reset(part);
	for (; *at != '\0' && *at != '/'; at++) {
		if (at[0] == '~' && (at[1] == '0' || at[1] == '1')) {
			buf_addch(part, at[1] == '0' ? '~' : '/');
			at++;
		} else {
			buf_addch(part, *at);
		}
	}
	*pointer = at;
}

static bool find(struct scan *scan, const char *pointer, struct found *found)
{
	struct buf cleanup_buf part = BUF_INIT;

	skip_blanks(scan);
	*found = (struct found){ scan->at, scan->at };
	while (*pointer != '\0') {
		bool inside;

		if (*pointer != '/')
			return false;
		next_part(&part, &pointer);
		if (peek(scan) == '{')
			inside = enter_object(scan, buf_str(&part), found);
		else if (peek(scan) == '[')
			inside = enter_array(scan, buf_str(&part), found);
		else
			inside = false;
		if (!inside)
			return false;
	}
	return scan->at < scan->bytes;
}

struct json_place json_locate(const char *text, size_t bytes, const char *pointer, bool key)
{
	struct scan scan = { text, 0, bytes };
	struct found found;

	if (!find(&scan, pointer, &found))
		return (struct json_place){ 1, 1 };
	return json_place_at(text, key ? found.key : found.value);
}

int json_raw(struct buf *out, const char *text, size_t bytes, const char *pointer)
{
	struct scan scan = { text, 0, bytes };
	struct found found;

	if (!find(&scan, pointer, &found))
		return -1;
	skip_value(&scan);
	buf_add(out, text + found.value, (scan.at < bytes ? scan.at : bytes) - found.value);
	return 0;
}
