/*
 * Any text as a formula. The first byte chooses the variables and the style. What is read lies in its text, prints in
 * three ways, and its text and LaTeX are read back as the same tree; what is not read is told in two languages, at a place
 * in the text.
 * links: logic
 */
#include <stdlib.h>
#include <string.h>
#include "logic/print.h"
#include "logic/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const LETTERS[] = { "a", "b", "c", "d" };
static const char *const INDEXED[] = { "x1", "x_2", "y₃" };
static const char *const WORDS[] = { "pluie", "nuit", "est_public" };
static const char *const SPELLED[] = { "e", "t", "o", "u", "n", "v", "F" };
static const char *const CASES[] = { "a", "A", "é", "α" };
static const struct vocabulary VOCABULARIES[] = { { LETTERS, 4 }, { INDEXED, 3 }, { WORDS, 3 }, { SPELLED, 7 },
	{ CASES, 4 }, { NULL, 0 } };
enum { FREE = 5 };

static void check_places(const struct expr *expr, size_t start, size_t end)
{
	size_t from = expr->start;

	if (expr->start < start || expr->end > end || expr->start >= expr->end)
		abort();
	for (size_t i = 0; i < expr->count; i++) {
		check_places(expr->operands[i], from, expr->end);
		from = expr->operands[i]->start;
	}
}

static void check_slip(const struct slip *slip, size_t bytes)
{
	if (slip->start > slip->end || slip->end > bytes || slip->line < 1 || slip->column < 1)
		abort();
	if (slip->message.fr == NULL || slip->message.en == NULL || strcmp(slip->message.fr, slip->message.code) == 0)
		abort();
}

/* The way back; LaTeX is longer, and may pass the bound on bytes. */
static void check_back(
	const struct buf *text, const struct expr *expr, const struct vocabulary *vocabulary, struct arena *arena)
{
	struct reading_of again;
	struct slip slip;

	if (text->len > READ_BYTES_MAX)
		return;
	if (expr_read(&again, buf_str(text), text->len, vocabulary, arena, &slip) < 0 || !expr_same(again.expr, expr))
		abort();
}

static void check_reading(const struct reading_of *reading, const struct print_style *style, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT, cleanup_buf latex = BUF_INIT, cleanup_buf mathml = BUF_INIT;

	expr_print(&text, reading->expr, style);
	expr_print_latex(&latex, reading->expr, style);
	expr_print_mathml(&mathml, reading->expr, style);
	check_back(&text, reading->expr, style->vocabulary, arena);
	check_back(&latex, reading->expr, style->vocabulary, arena);
	if (strncmp(buf_str(&mathml), "<math ", 6) != 0)
		abort();
	for (size_t i = 0; i < reading->remark_count; i++)
		if (reading->remarks[i].fr == NULL || reading->remarks[i].en == NULL)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	unsigned choice = bytes > 0 ? data[0] % 6 : 0;
	struct vocabulary vocabulary = VOCABULARIES[choice];
	const struct print_style style = { &vocabulary, bytes > 0 && data[0] >= 128 };
	const char *text;
	struct reading_of reading;
	struct slip slip;
	int status;

	data += bytes > 0;
	bytes -= bytes > 0;
	text = arena_memdup(arena, data, bytes);
	if (choice == FREE) {
		bytes = strlen(text);
		status = expr_read_free(&reading, &vocabulary, text, arena, &slip);
	} else {
		status = expr_read(&reading, text, bytes, &vocabulary, arena, &slip);
	}
	vocabulary_name(text);
	if (status < 0) {
		check_slip(&slip, bytes);
		return 0;
	}
	check_places(reading.expr, 0, bytes);
	check_reading(&reading, &style, arena);
	return 0;
}
