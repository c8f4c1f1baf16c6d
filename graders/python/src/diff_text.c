#include "diff.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "diff_rows.h"
#include "text_lines.h"

struct side {
	struct text *lines;
	uint32_t *ids;
	size_t count;
	bool cut;
};

struct sides {
	struct side expected, got;
	size_t row_bytes;
};

static void *need(void *memory)
{
	if (memory == NULL)
		abort();
	return memory;
}

static void read_side(struct side *side, struct text text, bool exact)
{
	struct text line;
	size_t room = 1;
	if (!exact)
		text = text_body(text);
	for (size_t i = 0; i < text.bytes && room <= DIFF_MOST_ITEMS; i++)
		room += text.data[i] == '\n';
	*side = (struct side){ .lines = need(calloc(room, sizeof(*side->lines))),
		.ids = need(calloc(room, sizeof(*side->ids))) };
	while (side->count < DIFF_MOST_ITEMS && text_line(&text, &line))
		side->lines[side->count++] = exact ? line : text_trim(line);
	side->cut = text.bytes > 0;
}

static void release_side(struct side *side)
{
	free(side->lines);
	free(side->ids);
}

struct entry {
	struct text line;
	uint32_t *id;
};

static int order(const void *a, const void *b)
{
	const struct text *x = &((const struct entry *)a)->line, *y = &((const struct entry *)b)->line;
	size_t least = x->bytes < y->bytes ? x->bytes : y->bytes;
	int bytes = least > 0 ? memcmp(x->data, y->data, least) : 0;
	return bytes != 0 ? bytes : (x->bytes > y->bytes) - (x->bytes < y->bytes);
}

/* Gives equal lines equal numbers, by sorting: a hostile output cannot make it slow as it could a hash table. */
static void number_lines(struct sides *sides)
{
	struct side *both[2] = { &sides->expected, &sides->got };
	size_t count = 0;
	struct entry *entries = need(calloc(both[0]->count + both[1]->count + 1, sizeof(*entries)));
	for (int s = 0; s < 2; s++)
		for (size_t i = 0; i < both[s]->count; i++)
			entries[count++] = (struct entry){ both[s]->lines[i], &both[s]->ids[i] };
	if (count > 0)
		qsort(entries, count, sizeof(*entries), order);
	for (size_t i = 0; i < count; i++)
		*entries[i].id = i == 0 ? 0 : *entries[i - 1].id + (order(&entries[i - 1], &entries[i]) != 0);
	free(entries);
}

static void print_line(void *context, struct buf *out, const struct edit *edit)
{
	const struct sides *sides = context;
	struct text line = edit->op == '+' ? sides->got.lines[edit->index] : sides->expected.lines[edit->index];
	for (size_t used = 0; line.bytes > 0; line.data += used, line.bytes -= used) {
		int32_t rune = utf8_next(line.data, line.bytes, &used);
		if (rune <= 0) {
			rune = 0xfffd;
			used = 1;
		}
		if (out->len + used > sides->row_bytes) {
			buf_addstr(out, "…");
			return;
		}
		buf_addrune(out, (uint32_t)rune);
	}
}

json_t *diff_text(struct text expected, struct text got, const struct diff_options *options)
{
	struct sides sides = { .row_bytes = diff_row_bytes(options) };
	struct script script;
	bool exact = options != NULL && options->exact;
	read_side(&sides.expected, expected, exact);
	read_side(&sides.got, got, exact);
	number_lines(&sides);
	diff_align(&script, (struct sequence){ sides.expected.ids, sides.expected.count },
		(struct sequence){ sides.got.ids, sides.got.count });
	struct row_source source = { print_line, &sides, sides.expected.cut || sides.got.cut };
	json_t *rows = diff_rows(&script, &source, options);
	free(script.edits);
	release_side(&sides.expected);
	release_side(&sides.got);
	return rows;
}
