/*
 * Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986): for each
 * number d of edits, how far does one get on each diagonal k = x - y, x items
 * of the expected and y of the got ones being done? The reached x of every d
 * are kept, and read backwards they are the script.
 */
#include "diff_rows.h"
#include <stdlib.h>
#include <string.h>

enum { CONTEXT_ROWS = 3, DEFAULT_ROWS = 60, DEFAULT_ROW_BYTES = 300, LEAST_ROW_BYTES = 20 };

struct search {
	struct sequence a, b; /* what lies between the common ends */
	int32_t *reached; /* for each d, 2d + 1 values from d * d on: k = -d … d */
	int most; /* edits: what would do in any case, or the bound */
};

static void *need(void *memory)
{
	if (memory == NULL)
		abort();
	return memory;
}

static int32_t *reached(const struct search *s, int d, int k)
{
	return &s->reached[(size_t)d * (size_t)d + (size_t)(k + d)];
}

/* Is the d-th edit onto diagonal k an insertion (from k + 1), or a deletion (from k - 1)? */
static bool inserts(const struct search *s, int d, int k)
{
	return k == -d || (k != d && *reached(s, d - 1, k - 1) < *reached(s, d - 1, k + 1));
}

/* x just after the d-th edit, before the equal items that follow. */
static int32_t after_edit(const struct search *s, int d, int k)
{
	if (d == 0)
		return 0;
	return inserts(s, d, k) ? *reached(s, d - 1, k + 1) : *reached(s, d - 1, k - 1) + 1;
}

/* The number of edits, or -1 beyond the bound. */
static int search_edits(struct search *s)
{
	int32_t ends[2] = { (int32_t)s->a.count, (int32_t)s->b.count };
	for (int d = 0; d <= s->most; d++) {
		for (int k = -d; k <= d; k += 2) {
			int32_t x = after_edit(s, d, k);
			while (x < ends[0] && x - k < ends[1] && s->a.ids[x] == s->b.ids[x - k])
				x++;
			*reached(s, d, k) = x;
			if (x >= ends[0] && x - k >= ends[1])
				return d;
		}
	}
	return -1;
}

static void add(struct script *script, char op, size_t index)
{
	script->edits[script->count++] = (struct edit){ op, index };
}

/* Reads the search backwards, then turns the script round. */
static void read_back(struct script *out, const struct search *s, int edits, size_t skipped)
{
	size_t first = out->count;
	int32_t x = (int32_t)s->a.count, k = x - (int32_t)s->b.count;
	for (int d = edits; d >= 0; d--) {
		int32_t start = after_edit(s, d, k);
		while (x > start)
			add(out, ' ', skipped + (size_t)--x);
		if (d == 0)
			break;
		bool insertion = inserts(s, d, k);
		if (insertion)
			add(out, '+', skipped + (size_t)(x - k - 1));
		else
			add(out, '-', skipped + (size_t)--x);
		k += insertion ? 1 : -1;
	}
	for (size_t i = first, j = out->count; i + 1 < j; i++) {
		struct edit edit = out->edits[--j];
		out->edits[j] = out->edits[i];
		out->edits[i] = edit;
	}
}

static void replace_all(struct script *out, const struct search *s, size_t skipped)
{
	for (size_t i = 0; i < s->a.count; i++)
		add(out, '-', skipped + i);
	for (size_t i = 0; i < s->b.count; i++)
		add(out, '+', skipped + i);
}

void diff_align(struct script *out, struct sequence expected, struct sequence got)
{
	size_t start = 0, end = 0;
	size_t least = expected.count < got.count ? expected.count : got.count;
	*out = (struct script){ .edits = need(calloc(expected.count + got.count + 1, sizeof(*out->edits))) };
	while (start < least && expected.ids[start] == got.ids[start])
		start++;
	while (end < least - start && expected.ids[expected.count - 1 - end] == got.ids[got.count - 1 - end])
		end++;
	for (size_t i = 0; i < start; i++)
		add(out, ' ', i);
	struct search s = {
		.a = { expected.ids + start, expected.count - start - end },
		.b = { got.ids + start, got.count - start - end },
	};
	size_t enough = s.a.count + s.b.count;
	s.most = enough < DIFF_MOST_EDITS ? (int)enough : DIFF_MOST_EDITS;
	s.reached = need(calloc((size_t)(s.most + 1) * (size_t)(s.most + 1), sizeof(*s.reached)));
	int edits = search_edits(&s);
	if (edits >= 0)
		read_back(out, &s, edits, start);
	else
		replace_all(out, &s, start);
	free(s.reached);
	for (size_t i = expected.count - end; i < expected.count; i++)
		add(out, ' ', i);
}

static void add_row(json_t *rows, char op, const char *text, size_t bytes)
{
	json_t *row = need(json_object());
	json_object_set_new(row, "op", need(json_stringn(&op, 1)));
	json_object_set_new(row, "text", need(json_stringn(text, bytes)));
	json_array_append_new(rows, row);
}

/* Which rows are shown when there are too many for all: the changes and a little around them. */
static bool *near_changes(const struct script *script)
{
	bool *shown = need(calloc(script->count + 1, sizeof(*shown)));
	for (size_t i = 0; i < script->count; i++) {
		if (script->edits[i].op == ' ')
			continue;
		size_t first = i > CONTEXT_ROWS ? i - CONTEXT_ROWS : 0;
		for (size_t j = first; j <= i + CONTEXT_ROWS && j < script->count; j++)
			shown[j] = true;
	}
	return shown;
}

size_t diff_row_bytes(const struct diff_options *options)
{
	size_t bytes = options != NULL && options->max_row_bytes > 0 ? options->max_row_bytes : DEFAULT_ROW_BYTES;
	return bytes < LEAST_ROW_BYTES ? LEAST_ROW_BYTES : bytes;
}

json_t *diff_rows(const struct script *script, const struct row_source *source, const struct diff_options *options)
{
	size_t most = options != NULL && options->max_rows > 0 ? options->max_rows : DEFAULT_ROWS;
	size_t bytes = diff_row_bytes(options);
	json_t *rows = need(json_array());
	bool *shown = script->count > most ? near_changes(script) : NULL;
	bool gap = false;
	for (size_t i = 0; i < script->count; i++) {
		if (shown != NULL && !shown[i]) {
			if (!gap)
				add_row(rows, ' ', "…", strlen("…"));
			gap = true;
			continue;
		}
		gap = false;
		if (json_array_size(rows) + 1 >= most && i + 1 < script->count) {
			add_row(rows, ' ', "…", strlen("…"));
			gap = true;
			break;
		}
		cleanup_buf struct buf text = BUF_INIT_MAX(bytes + 8);
		source->print(source->context, &text, &script->edits[i]);
		add_row(rows, script->edits[i].op, buf_str(&text), text.len);
	}
	if (source->cut && !gap)
		add_row(rows, ' ', "…", strlen("…"));
	free(shown);
	return rows;
}
