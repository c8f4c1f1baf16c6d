/*
 * Two texts: the rows rebuild both, line by line. First byte: where the rest is cut in two.
 * links: grader_python
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "../../../graders/python/src/diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* The text as rows show it, a line each. */
static void add_lines(struct buf *out, struct text text)
{
	for (size_t used = 1; text.bytes > 0; text.data += used, text.bytes -= used) {
		int32_t rune = utf8_next(text.data, text.bytes, &used);
		if (rune <= 0) {
			rune = 0xfffd;
			used = 1;
		}
		buf_addrune(out, (uint32_t)rune);
		if (text.bytes == used && rune != '\n')
			buf_addch(out, '\n');
	}
}

static void rebuild(struct buf *out, const json_t *rows, char side)
{
	size_t i;
	json_t *row;
	json_array_foreach(rows, i, row)
	{
		const char *op = json_string_value(json_object_get(row, "op"));
		if (strchr(" -+", *op) == NULL)
			abort();
		if (*op == ' ' || *op == side)
			buf_printf(out, "%s\n", json_string_value(json_object_get(row, "text")));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 1 || bytes > 20000)
		return 0;
	size_t rest = bytes - 1, cut = data[0] < rest ? data[0] : rest / 2;
	struct text sides[2] = { { (const char *)data + 1, cut }, { (const char *)data + 1 + cut, rest - cut } };
	struct diff_options options = { .max_rows = 100000, .max_row_bytes = 100000, .exact = true };
	json_t *rows = diff_text(sides[0], sides[1], &options);
	for (int s = 0; s < 2; s++) {
		cleanup_buf struct buf given = BUF_INIT;
		cleanup_buf struct buf rebuilt = BUF_INIT;
		add_lines(&given, sides[s]);
		rebuild(&rebuilt, rows, "-+"[s]);
		if (strcmp(buf_str(&given), buf_str(&rebuilt)) != 0)
			abort();
	}
	json_decref(rows);
	struct diff_options small = { .max_rows = 5, .max_row_bytes = 20 };
	rows = diff_text(sides[0], sides[1], &small);
	if (json_array_size(rows) > 6)
		abort();
	json_decref(rows);
	return 0;
}
