/*
 * Fractions, UTF-8 and near names. A text that is a fraction prints as one that reads the same and computes without
 * wrapping; UTF-8 that passes our check is what our decoder walks through; a near name is one of those given.
 * links: base
 */
#include <stdlib.h>
#include <string.h>
#include "base/frac.h"
#include "base/json.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static bool take(struct frac *out, const char *text)
{
	struct err err = { 0 };

	if (frac_parse(out, text, &err) < 0) {
		if (err.kind != ERR_INPUT && err.kind != ERR_TOO_LARGE)
			abort();
		return false;
	}
	if (out->den <= 0)
		abort();
	return true;
}

static void check_print(struct frac value)
{
	struct buf cleanup_buf text = BUF_INIT, cleanup_buf fixed = BUF_INIT;
	struct frac again;

	frac_print(&text, value);
	frac_print_fixed(&fixed, value, 2);
	if (!take(&again, buf_str(&text)) || frac_cmp(again, value) != 0)
		abort();
	if (strlen(buf_str(&fixed)) < 4 || buf_str(&fixed)[fixed.len - 3] != '.')
		abort();
}

static void check_sums(struct frac a, struct frac b)
{
	struct frac sum, back, product, order[2];
	struct err err = { 0 };

	if (frac_add(&sum, a, b, &err) == 0 && frac_sub(&back, sum, b, &err) == 0 && frac_cmp(back, a) != 0)
		abort();
	if (b.num != 0 && frac_mul(&product, a, b, &err) == 0 && frac_div(&back, product, b, &err) == 0 &&
		frac_cmp(back, a) != 0)
		abort();
	order[0] = a;
	order[1] = b;
	if ((frac_cmp(order[0], order[1]) < 0) != (frac_cmp(order[1], order[0]) > 0))
		abort();
}

static void check_utf8(const char *text, size_t bytes)
{
	size_t valid = utf8_check(text, bytes), runes = 0, used = 0;

	for (size_t at = 0; at < valid; at += used, runes++)
		if (utf8_next(text + at, valid - at, &used) < 0 || used < 1 || used > 4)
			abort();
	if (valid < bytes && utf8_next(text + valid, bytes - valid, &used) >= 0)
		abort();
	if (utf8_length(text, valid) != runes || utf8_length(text, bytes) > bytes)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const char *const names[] = { "returns", "raises", "prints", "tests", "label", "é", NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	const char *text = arena_memdup(arena, data, bytes), *second = text + strlen(text);
	struct frac a, b;

	check_utf8(text, bytes);
	if (second < text + bytes)
		second++;
	if (take(&a, text)) {
		check_print(a);
		if (take(&b, second))
			check_sums(a, b);
	}
	const char *listed[] = { text, "", second, NULL }, *near = nearest_name(second, listed);
	if (near != NULL && near != text && near != second && *near != '\0')
		abort();
	near = nearest_name(text, names);
	if (near != NULL && strlen(near) > strlen(text) + 3)
		abort();
	return 0;
}
