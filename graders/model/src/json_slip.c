/*
 * A parser only knows where it stopped. People make few kinds of slips, and each
 * can be told from the character there and the one before.
 */
#include "json_slip.h"
#include <string.h>
#include "model/json_refusal.h"
#include "model/messages.h"

static size_t offset_of(const char *text, size_t bytes, struct json_place place)
{
	const char *at = text;

	for (int line = 1; line < place.line; line++) {
		at = memchr(at, '\n', bytes - (size_t)(at - text));
		if (at == NULL)
			return bytes;
		at++;
	}
	for (int column = 1; column < place.column && at < text + bytes; column++) {
		at++;
		while (at < text + bytes && ((unsigned char)*at & 0xc0) == 0x80)
			at++;
	}
	return (size_t)(at - text);
}

/* Just after the last character before `at` that is no blank. */
static size_t end_before(const char *text, size_t at)
{
	while (at > 0 && strchr(" \t\r\n", text[at - 1]) != NULL)
		at--;
	return at;
}

static bool begins(const char *text, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (strncmp(text, *words, strlen(*words)) == 0)
			return true;
	}
	return false;
}

static bool is_curly(const char *text)
{
	static const char *const curly[] = { "“", "”", "„", "«", "»", "‘", "’", NULL };

	return begins(text, curly);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *code_at(const char *here, char before)
{
	static const char *const remarks[] = { "//", "/*", "#", NULL };

	if (is_curly(here))
		return "json-curly";
	if (*here == '\'')
		return "json-apostrophe";
	if (begins(here, remarks))
		return "json-remark";
	if (before == ',' && (*here == '}' || *here == ']'))
		return "json-comma-more";
	if (before == ',' && is_digit(*here))
		return "json-decimal-comma";
	if (is_letter(*here) && strchr(":,[{", before) != NULL)
		return "json-word";
	if (strchr("\"{[", *here) != NULL && strchr("\"}]el", before) != NULL)
		return "json-comma-missing";
	if (strchr("\"{[", *here) != NULL && is_digit(before))
		return "json-comma-missing";
	return "json-syntax";
}

static const char *word_at(const char *here, size_t left, struct arena *arena)
{
	size_t length = 0;

	while (length < left && length < 40 && (is_letter(here[length]) || is_digit(here[length])))
		length++;
	return arena_printf(arena, "%.*s", (int)length, here);
}

/* Does the text that ends at `end` look like a key: between quotes, after '{' or ',', on the line where reading goes on? */
static bool follows_key(const char *text, size_t end)
{
	size_t start = end - 1;

	if (text[start] != '"' || text[end] == '\n' || text[end] == '\r')
		return false;
	while (start > 0 && text[start - 1] != '"')
		start--;
	start = end_before(text, start > 0 ? start - 1 : 0);
	return start > 0 && (text[start - 1] == '{' || text[start - 1] == ',');
}

static struct json_slip syntax_slip(const char *text, size_t bytes, struct json_place place, struct arena *arena)
{
	size_t at = offset_of(text, bytes, place);
	size_t end = end_before(text, at);
	struct json_slip slip = { "json-syntax", place, "" };

	/* The parser may stop in the middle of a word that begins strangely. */
	size_t start = at;
	while (start > 0 && (is_letter(text[start - 1]) || is_digit(text[start - 1])))
		start--;
	if (start < at && is_curly(text + start)) {
		at = start;
		end = end_before(text, at);
		slip.place = json_place_at(text, at);
	}
	if (at >= bytes || end == 0)
		return slip;
	slip.code = code_at(text + at, text[end - 1]);
	if (strcmp(slip.code, "json-comma-missing") == 0 && follows_key(text, end))
		slip.code = "json-colon-missing";
	slip.word = word_at(text + at, bytes - at, arena);
	if (strcmp(slip.code, "json-comma-more") == 0)
		slip.place = json_place_at(text, end - 1);
	if (strcmp(slip.code, "json-comma-missing") == 0 || strcmp(slip.code, "json-colon-missing") == 0)
		slip.place = json_place_at(text, end);
	return slip;
}

static const char *fault_code(enum json_fault fault)
{
	static const char *const codes[] = {
		[JSON_FAULT_NONE] = "json-syntax",
		[JSON_FAULT_SYNTAX] = "json-syntax",
		[JSON_FAULT_ENDS] = "json-ends",
		[JSON_FAULT_MORE] = "json-more",
		[JSON_FAULT_DUPLICATE] = "duplicate-key",
		[JSON_FAULT_NUMBER] = "number-too-large",
		[JSON_FAULT_NUL] = "nul",
		[JSON_FAULT_UTF8] = "bad-utf8",
		[JSON_FAULT_DEPTH] = "too-deep",
	};

	return (size_t)fault < sizeof(codes) / sizeof(codes[0]) ? codes[fault] : "json-syntax";
}

struct json_slip json_slip_of(const char *text, size_t bytes, struct json_place place, struct arena *arena)
{
	const char *code = fault_code(place.fault);

	if (strcmp(code, "json-syntax") == 0)
		return syntax_slip(text, bytes, place, arena);
	return (struct json_slip){ code, place, "" };
}

struct msg_text json_refusal(const char *text, size_t bytes, struct json_place *place, struct arena *arena)
{
	struct json_slip slip = json_slip_of(text, bytes, *place, arena);

	*place = slip.place;
	return msg_make(arena, &model_messages, slip.code, (struct msg_param[]){ { "word", slip.word }, { 0 } });
}
