/*
 * Lists of numbers. What separates them is decided once for the whole text: semicolons and ends of line if there are any;
 * else commas where numbers are whole; else blanks. So "1 000 ; 2 000" are two numbers, and "1 000 2 000" four.
 */
#include <string.h>
#include "base/utf8.h"
#include "scan.h"

enum separator { BY_SEMICOLON, BY_COMMA, BY_BLANK };

struct list {
	struct scan scan;
	struct number_style style;
	enum separator separator;
	struct number_reading *made;
	size_t count, most;
};

static int slip(struct list *list, size_t start, size_t end, const char *code)
{
	const char *most = arena_printf(list->scan.arena, "%zu", list->most);
	bool whole = list->style.comma_separates;

	return scan_slip_both(&list->scan, start, end, code,
		(struct msg_param[]){ { "example", whole ? "1 ; 5 ; 12" : "1 ; 2,5 ; 12" }, { "most", most },
			{ "text", scan_shown(&list->scan, start) }, { 0 } },
		(struct msg_param[]){ { "example", whole ? "1; 5; 12" : "1; 2.5; 12" }, { "most", most },
			{ "text", scan_shown(&list->scan, start) }, { 0 } });
}

/* Reads over brackets around the whole, and cuts the end of the text. */
static int open_brackets(struct list *list)
{
	static const char *const pairs[] = { "[]", "()", "{}" };
	struct scan *scan = &list->scan;
	const char *pair = NULL;
	size_t used;

	scan_blanks(scan);
	for (size_t i = 0; i < 3 && scan->at < scan->bytes; i++)
		if (scan->text[scan->at] == pairs[i][0])
			pair = pairs[i];
	if (!pair)
		return 0;
	size_t end = scan->bytes;
	for (size_t at = scan->at; at < scan->bytes; at += used) {
		int32_t rune = utf8_next(scan->text + at, scan->bytes - at, &used);
		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune))
			end = at;
	}
	if (end > scan->at && scan->text[end] == pair[1]) {
		scan->at++;
		scan->bytes = end;
		return 0;
	}
	/* "(-1) ; 2" has no brackets around it. */
	return pair[0] == '(' ? 0 : slip(list, scan->at, scan->at + 1, "list-bracket");
}

/* "1,5" with nothing else: one decimal or two whole numbers? */
static bool ambiguous(const struct list *list, size_t comma)
{
	const struct scan *scan = &list->scan;

	return comma > scan->at && scan_digit_at(scan, comma - 1) && scan_digit_at(scan, comma + 1);
}

static int choose_separator(struct list *list)
{
	const struct scan *scan = &list->scan;
	size_t commas = 0, last = 0;

	list->separator = BY_BLANK;
	for (size_t at = scan->at; at < scan->bytes; at++) {
		char c = scan->text[at];

		if (c == ';' || c == '\n' || c == '\r') {
			list->separator = BY_SEMICOLON;
			return 0;
		}
		if (c == ',') {
			commas++;
			last = at;
		}
	}
	if (commas == 0 || !list->style.comma_separates) {
		list->style.blank_separates = true;
		return 0;
	}
	list->separator = BY_COMMA;
	return commas == 1 && ambiguous(list, last) ? slip(list, last, last + 1, "list-decimal") : 0;
}

static bool separates(const struct list *list, int32_t rune)
{
	switch (list->separator) {
	case BY_SEMICOLON:
		return rune == ';' || rune == '\n' || rune == '\r';
	case BY_COMMA:
		return rune == ',';
	default:
		return utf8_is_blank(rune);
	}
}

/* Where the item that begins here ends. Parentheses are not looked at: no separator stands inside a number. */
static size_t item_end(const struct list *list)
{
	struct scan scan = list->scan;
	size_t used;

	for (int32_t rune = scan_rune(&scan, &used); used > 0; rune = scan_rune(&scan, &used)) {
		if (separates(list, rune))
			break;
		scan.at += used;
	}
	return scan.at;
}

static bool blank_between(struct list *list, size_t end)
{
	struct scan inside = list->scan;

	inside.bytes = end;
	scan_blanks(&inside);
	return inside.at == end;
}

static int read_item(struct list *list, size_t end)
{
	struct scan *scan = &list->scan;
	size_t start = scan->at;

	if (list->count == list->most)
		return slip(list, start, end, "list-too-long");
	if (number_read_all(
		    &list->made[list->count], scan->text + start, end - start, &list->style, scan->arena, scan->slip)) {
		scan->slip->start += start;
		scan->slip->end += start;
		slip_place(scan->slip, scan->text, scan->bytes);
		return -1;
	}
	list->made[list->count++].bytes += start;
	scan->at = end;
	return 0;
}

/* Numbers by blanks: each is read from where the last one ended, so that "3 / 4" and "- 3" stay together. */
static int read_by_blanks(struct list *list)
{
	struct scan *scan = &list->scan;

	for (scan_blanks(scan); scan->at < scan->bytes; scan_blanks(scan)) {
		struct number_reading *made = &list->made[list->count];
		size_t start = scan->at, used;

		if (list->count == list->most)
			return slip(list, start, scan->bytes, "list-too-long");
		int status = number_read(
			made, scan->text + start, scan->bytes - start, &list->style, scan->arena, scan->slip);
		if (status) {
			scan->slip->start += start;
			scan->slip->end += start;
			slip_place(scan->slip, scan->text, scan->bytes);
			return -1;
		}
		made->bytes += start;
		scan->at = made->bytes;
		list->count++;
		int32_t rune = scan_rune(scan, &used);
		if (rune == ',')
			return slip(list, scan->at, scan->at + 1, "list-comma");
		if (used > 0 && !utf8_is_blank(rune) && !utf8_is_invisible(rune))
			return slip(list, scan->at, item_end(list), "list-more");
	}
	return 0;
}

static int read_items(struct list *list)
{
	struct scan *scan = &list->scan;
	bool after = false; /* a separator that asks for a number behind it */

	while (scan->at < scan->bytes) {
		size_t end = item_end(list), used;
		int32_t mark;

		if (!blank_between(list, end)) {
			if (read_item(list, end))
				return -1;
			after = false;
		} else if (end < scan->bytes && scan->text[end] != '\n' && scan->text[end] != '\r') {
			return slip(list, end, end + 1, "list-hole");
		}
		scan->at = end;
		mark = scan_rune(scan, &used);
		scan->at += used;
		after = after || mark == ';' || mark == ',';
	}
	return after && list->separator == BY_COMMA ? slip(list, scan->at, scan->at, "list-hole") : 0;
}

int number_list_read(struct number_reading **out, size_t *count, size_t most, const char *text, size_t bytes,
	const struct number_style *style, struct arena *arena, struct slip *slip)
{
	struct list list = { .scan = { text, bytes, 0, arena, slip }, .style = *style, .most = most };
	int status;

	list.made = arena_array(arena, most + 1, sizeof(*list.made));
	*out = list.made;
	*count = 0;
	if (open_brackets(&list) || choose_separator(&list))
		return -1;
	status = list.separator == BY_BLANK ? read_by_blanks(&list) : read_items(&list);
	*count = list.count;
	return status;
}
