/* What stands between braces and parentheses: numbers, names, tuples, sets. */
#include <string.h>
#include <strings.h>
#include "base/utf8.h"
#include "exact/number_read.h"
#include "typed.h"

/* The end of a number or name: the next bracket, separator or sign that is no part of one. */
static size_t token_end(const struct typed *typed, bool commas)
{
	size_t at = typed->at;

	while (at < typed->bytes) {
		unsigned char c = (unsigned char)typed->text[at];

		if (strchr("{}()[];|\\\r\n", c) || (c == ',' && commas))
			break;
		if (c == '-' && at + 1 < typed->bytes && typed->text[at + 1] == '>')
			break;
		if (c == '=' && at + 1 < typed->bytes && typed->text[at + 1] == '>')
			break;
		if (c == 0xe2 && typed->bytes - at >= 3 &&
			(!memcmp(typed->text + at, "→", 3) || !memcmp(typed->text + at, "↦", 3) ||
				!memcmp(typed->text + at, "⟶", 3) || !memcmp(typed->text + at, "⇒", 3) ||
				!memcmp(typed->text + at, "∅", 3) || !memcmp(typed->text + at, "∪", 3) ||
				!memcmp(typed->text + at, "∩", 3)))
			break;
		at++;
	}
	return at;
}

static const char *known(const struct typed *typed, const char *token)
{
	const char *near = NULL;
	size_t nears = 0;

	for (const char *const *name = typed->words->elements; name && *name; name++) {
		if (!strcmp(*name, token))
			return *name;
		if (!strcasecmp(*name, token)) {
			near = *name;
			nears++;
		}
	}
	return nears == 1 ? near : NULL;
}

static bool starts_number(const char *token)
{
	static const char *const signs[] = { "−", "–", "½", "¼", "¾", NULL };

	if (strchr("0123456789-+.,", *token))
		return true;
	for (const char *const *sign = signs; *sign; sign++)
		if (!strncmp(token, *sign, strlen(*sign)))
			return true;
	return false;
}

/* Letters of any script, digits, and what joins them in names. */
static bool is_plain_name(const char *token, size_t bytes)
{
	size_t used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(token + at, bytes - at, &used);

		if (rune < 0 || utf8_is_blank(rune) || (rune < 0x80 && strchr("!\"$%&*+,/:<=>?@^`~", rune)) ||
			(rune >= 0x2190 && rune < 0x2c00))
			return false;
	}
	return bytes > 0 && bytes <= 40;
}

static int read_number(struct typed *typed, const char *token, size_t start, size_t bytes, const struct element **out)
{
	static const struct number_style style = { .fractions = true };
	struct number_reading reading;
	struct slip slip;

	if (number_read_all(&reading, token, bytes, &style, typed->arena, &slip) == 0) {
		*out = element_number(reading.value, typed->arena);
		return 0;
	}
	if (utf8_next(token, bytes, &(size_t){ 0 }) >= 0 && strpbrk(token, " \t") && !strpbrk(token, ",/"))
		return typed_slip(typed, start, start + bytes, "separator-missing", token);
	*typed->slip = slip;
	typed->slip->start += start;
	typed->slip->end += start;
	slip_place(typed->slip, typed->text, typed->bytes);
	return -1;
}

/* A comma that no digits surround is no decimal one. */
static const char *lost_comma(const char *token)
{
	for (const char *c = strchr(token, ','); c; c = strchr(c + 1, ','))
		if (!c[1] || !strchr("0123456789", c[1]))
			return c;
	return NULL;
}

static int read_token(struct typed *typed, bool commas, const struct element **out)
{
	size_t start = typed->at, end = token_end(typed, commas);
	const char *token, *name;

	typed->at = end;
	while (end > start && strchr(" \t\n\r", typed->text[end - 1]))
		end--;
	while (end >= start + 2 && !memcmp(typed->text + end - 2, "\u00a0", 2))
		end -= 2;
	token = arena_memdup(typed->arena, typed->text + start, end - start);
	if (end == start) {
		typed->at = start;
		return typed_slip_here(typed, "element-missing");
	}
	name = known(typed, token);
	if (name) {
		*out = element_name(name, typed->arena);
		return 0;
	}
	if (lost_comma(token)) {
		size_t at = start + (size_t)(lost_comma(token) - token);

		return typed_slip(typed, at, at + 1, "mixed-separators", "");
	}
	if (starts_number(token))
		return read_number(typed, token, start, end - start, out);
	if (!is_plain_name(token, end - start)) {
		if (end - start > 40)
			token = "…";
		return typed_slip(
			typed, start, end, strpbrk(token, " \t") ? "separator-missing" : "element-expected", token);
	}
	*out = element_name(token, typed->arena);
	return 0;
}

static int read_tuple(struct typed *typed, const struct element **out)
{
	const struct element **list;
	size_t count, start = typed->at;

	if (typed_enter(typed) || typed_elements(typed, SIGN_CLOSE, &list, &count))
		return -1;
	typed_leave(typed);
	if (count == 1) {
		*out = list[0];
		return 0;
	}
	*out = element_tuple(list, count, typed->arena);
	return *out ? 0 : typed_slip(typed, start, typed->at, "tuple-size", "");
}

int typed_element(struct typed *typed, bool commas, const struct element **out)
{
	if (typed_take(typed, SIGN_BRACE_OPEN))
		return typed_braces(typed, out);
	if (typed_take(typed, SIGN_EMPTY)) {
		*out = set_empty(typed->arena);
		return 0;
	}
	if (typed_take(typed, SIGN_OPEN))
		return read_tuple(typed, out);
	return read_token(typed, commas, out);
}

/* Behind what opens; reads over what closes. SIGN_END: to the end of the text. */
int typed_elements(struct typed *typed, enum sign close, const struct element ***out, size_t *count)
{
	const struct element **list = NULL;
	size_t room = 0, used, commas;
	bool semicolon;

	*count = 0;
	typed_level(typed, close, &semicolon, &commas);
	for (;;) {
		if (*count == room) {
			const struct element **wider = arena_array(typed->arena, 2 * room + 8, sizeof(*wider));

			if (room > 0)
				memcpy(wider, list, room * sizeof(*wider));
			list = wider;
			room = 2 * room + 8;
		}
		if (typed_element(typed, !semicolon, &list[*count]))
			return -1;
		if (!list[(*count)++] || *count > SET_COUNT_MAX)
			return typed_slip_here(typed, "set-too-large");
		*out = list;
		enum sign sign = typed_sign(typed, &used);
		if (sign == close) {
			typed->at += used;
			return 0;
		}
		if (sign == SIGN_COMMA && semicolon)
			return typed_slip_here(typed, "mixed-separators");
		/* {1;3} et {2}, {1;3} {2} */
		if (close == SIGN_END &&
			(sign == SIGN_BRACE_OPEN || typed_word(typed, (const char *const[]){ "et", "and", NULL })))
			continue;
		if (sign != SIGN_SEMICOLON && sign != SIGN_COMMA)
			return typed_slip_here(typed, sign == SIGN_END ? "bracket-open" : "separator-missing");
		typed->at += used;
	}
}

static void note_twice(struct typed *typed, const struct element *const *list, size_t count)
{
	const struct element *set = set_of(list, count, typed->arena);
	bool *seen;

	if (typed->twice || !set || set->count == count)
		return;
	seen = arena_array(typed->arena, set->count + 1, sizeof(*seen));
	for (size_t i = 0; i < count && !typed->twice; i++) {
		size_t low = 0, high = set->count;

		while (high - low > 1) {
			size_t middle = low + (high - low) / 2;

			if (element_compare(set->parts[middle], list[i]) <= 0)
				low = middle;
			else
				high = middle;
		}
		if (seen[low])
			typed->twice = list[i];
		seen[low] = true;
	}
}

int typed_braces(struct typed *typed, const struct element **out)
{
	const struct element **list = NULL;
	size_t count = 0, start = typed->at;

	if (typed_enter(typed))
		return -1;
	if (!typed_take(typed, SIGN_BRACE_CLOSE) && typed_elements(typed, SIGN_BRACE_CLOSE, &list, &count))
		return -1;
	typed_leave(typed);
	note_twice(typed, list, count);
	*out = set_of(list, count, typed->arena);
	return *out ? 0 : typed_slip(typed, start, typed->at, "set-too-large", "");
}
