/* What all methods say and draw. */
#include <string.h>
#include "steps.h"

struct msg_text step_say(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &steps_messages, code, params);
}

const char *step_number(struct arena *arena, int64_t value)
{
	if (value >= 0)
		return arena_printf(arena, "%" PRId64, value);
	return arena_printf(arena, "\u2212%" PRIu64, (uint64_t)0 - (uint64_t)value);
}

struct msg_text step_numbers(struct arena *arena, const char *code, size_t count, const int64_t *values)
{
	static const char *const names[][2] = { { "a", "pa" }, { "b", "pb" }, { "c", "pc" }, { "d", "pd" },
		{ "e", "pe" }, { "f", "pf" } };
	struct msg_param params[13] = { { 0 } };

	for (size_t i = 0; i < count && i < 6; i++) {
		const char *text = step_number(arena, values[i]);
		params[2 * i] = (struct msg_param){ names[i][0], text };
		params[2 * i + 1] =
			(struct msg_param){ names[i][1], values[i] < 0 ? arena_printf(arena, "(%s)", text) : text };
	}
	return step_say(arena, code, params);
}

enum reading step_slip(struct step_sheet *sheet, const char *code, size_t start, size_t end)
{
	struct paper *paper = sheet->paper;
	struct slip slip = { .message = step_say(
				     paper->arena, code, (struct msg_param[]){ { "example", paper->example }, { 0 } }),
		.start = start,
		.end = end };

	return paper_slip(paper, &slip, 0);
}

struct step_cell *step_add(struct step_sheet *sheet, const struct step_line *line)
{
	struct step_cell *cell = &sheet->cells[sheet->count < CELLS_MAX - 1 ? sheet->count++ : CELLS_MAX - 1];

	*cell = (struct step_cell){ .state = line ? CARRIED_WRONG : CARRIED_BLANK, .credit = FRAC_ZERO };
	cell->got = line ? line_text(&sheet->text, line) : NULL;
	return cell;
}

void step_wrong(struct step_cell *cell, struct msg_text message)
{
	cell->state = CARRIED_WRONG;
	cell->message = message;
}

const struct token *step_last_number(const struct step_line *line)
{
	size_t end = line->count;

	/* "≡ 12 [35]", "= 12 (mod 35)", "12 mod 35", "5D_16" */
	while (end > 0) {
		size_t open = end - 1;

		if (token_is(line, open, ']') || token_is(line, open, ')')) {
			char sign = token_is(line, open, ']') ? '[' : '(';
			while (open > 0 && !token_is(line, open, sign))
				open--;
			bool modulus =
				sign == '[' || (open + 1 < line->count && line->tokens[open + 1].kind == TOKEN_WORD);
			if (!modulus || open == 0)
				break;
			end = open;
		} else if (open > 0 && line->tokens[open].kind == TOKEN_NUMBER &&
			   line->tokens[open - 1].kind == TOKEN_WORD &&
			   (!strcmp(line->tokens[open - 1].word, "mod") ||
				   !strcmp(line->tokens[open - 1].word, "modulo"))) {
			end = open - 1;
		} else {
			break;
		}
	}
	while (end-- > 0)
		if (line->tokens[end].kind == TOKEN_NUMBER)
			return &line->tokens[end];
	return NULL;
}

const char *step_table(
	struct arena *arena, const char *const *headings, size_t columns, size_t rows, const char *behind)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < columns; i++)
		buf_printf(&out, "| %s ", headings[i]);
	buf_addstr(&out, "|\n");
	for (size_t i = 0; i < columns; i++)
		buf_addstr(&out, "|---");
	buf_addstr(&out, "|\n");
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < columns; i++)
			buf_addstr(&out, "|   ");
		buf_addstr(&out, "|\n");
	}
	buf_addstr(&out, behind);
	return arena_memdup(arena, buf_str(&out), out.len);
}
