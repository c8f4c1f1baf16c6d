/*
 * Any JSON text: refused with a place inside it, or read; then every value's place can be found, its source text is
 * JSON of the same value, and printing it gives a text that reads as the same value again.
 * links: base
 */
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

enum { NODES_MOST = 40 };

struct walk {
	const char *text;
	size_t bytes;
	struct buf pointer;
	int nodes;
};

static void check_place(const struct walk *walk, struct json_place place)
{
	struct json_place end = json_place_at(walk->text, walk->bytes);

	if (place.line < 1 || place.column < 1 || place.line > end.line ||
		(place.line == end.line && place.column > end.column))
		abort();
}

/* Two numbers of one source are one value, as are two texts. */
static void check_same(const json_t *value, const char *text, size_t bytes)
{
	struct json_place place;
	struct err err = { 0 };
	json_t cleanup_json *again = json_parse(text, bytes, &place, &err);

	if (again == NULL || !json_equal(again, value))
		abort();
}

static void add_key(struct buf *pointer, const char *key)
{
	buf_addch(pointer, '/');
	for (; *key != '\0'; key++)
		if (*key == '~' || *key == '/')
			buf_addstr(pointer, *key == '~' ? "~0" : "~1");
		else
			buf_addch(pointer, *key);
}

static void visit(struct walk *walk, json_t *value);

static void visit_child(struct walk *walk, const char *key, json_t *child)
{
	size_t length = walk->pointer.len;

	add_key(&walk->pointer, key);
	check_place(walk, json_locate(walk->text, walk->bytes, buf_str(&walk->pointer), true));
	visit(walk, child);
	walk->pointer.len = length;
	walk->pointer.data[length] = '\0';
}

/* As deep as json_parse() allows. */
static void visit(struct walk *walk, json_t *value)
{
	struct buf cleanup_buf raw = BUF_INIT;
	const char *key;
	json_t *child;
	size_t i;

	if (walk->nodes++ >= NODES_MOST)
		return;
	check_place(walk, json_locate(walk->text, walk->bytes, buf_str(&walk->pointer), false));
	if (json_raw(&raw, walk->text, walk->bytes, buf_str(&walk->pointer)) < 0)
		abort();
	check_same(value, buf_str(&raw), raw.len);
	json_object_foreach(value, key, child)
	{
		if (walk->nodes >= NODES_MOST)
			return;
		visit_child(walk, key, child);
	}
	json_array_foreach(value, i, child)
	{
		char index[24];

		if (walk->nodes >= NODES_MOST)
			return;
		snprintf(index, sizeof(index), "%zu", i);
		visit_child(walk, index, child);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct walk walk = { .text = (const char *)data, .bytes = bytes };
	struct json_place place = { 0 };
	struct err err = { 0 };
	json_t cleanup_json *value = json_parse(walk.text, bytes, &place, &err);
	struct buf cleanup_buf plain = BUF_INIT, cleanup_buf canonical = BUF_INIT;

	if (value == NULL) {
		if (err.kind != ERR_INPUT || place.fault == JSON_FAULT_NONE)
			abort();
		check_place(&walk, place);
		return 0;
	}
	buf_addstr(&walk.pointer, "");
	visit(&walk, value);
	buf_release(&walk.pointer);
	json_print(&plain, value);
	json_print_canonical(&canonical, value);
	check_same(value, buf_str(&plain), plain.len);
	check_same(value, buf_str(&canonical), canonical.len);
	return 0;
}
