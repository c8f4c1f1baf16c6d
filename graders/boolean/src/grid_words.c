/* Words of the answer that are shown, and values that come as JSON. */
#include "grid_words.h"
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"

enum { SHOWN_BYTES = 60 };

struct msg_text grid_say(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &boolean_grid_messages, code, params);
}

struct msg_text grid_say_both(
	struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en)
{
	return msg_make_both(arena, &boolean_grid_messages, code, fr, en);
}

const char *grid_shown(struct arena *arena, const char *text)
{
	struct buf cleanup_buf out = BUF_INIT;
	size_t bytes = strlen(text), used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);

		if (at + used > SHOWN_BYTES) {
			buf_addstr(&out, "…");
			break;
		}
		if (rune < ' ' || (rune >= 0x7f && rune < 0xa0) || rune == '|')
			buf_addstr(&out, "\ufffd");
		else
			buf_add(&out, text + at, used);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

enum cell grid_json_cell(const json_t *value)
{
	if (value == NULL || json_is_null(value))
		return CELL_BLANK;
	if (json_is_string(value))
		return cell_of(json_string_value(value), json_string_length(value));
	if (json_is_boolean(value))
		return json_is_true(value) ? CELL_1 : CELL_0;
	if (json_is_integer(value) && (json_integer_value(value) == 0 || json_integer_value(value) == 1))
		return json_integer_value(value) == 1 ? CELL_1 : CELL_0;
	return CELL_WORD;
}

const char *grid_json_text(struct arena *arena, const json_t *value)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(200);

	if (value == NULL || json_is_null(value))
		return "";
	if (json_is_string(value))
		return grid_shown(arena, json_string_value(value));
	if (grid_json_cell(value) != CELL_WORD)
		return grid_json_cell(value) == CELL_1 ? "1" : "0";
	json_print(&out, value);
	return grid_shown(arena, buf_str(&out));
}

const char *grid_cell_name(enum cell cell)
{
	static const char *const names[] = { "0", "1", "x", "·", "?" };

	return names[cell];
}

/* The next byte that is no blank. */
static char next_byte(const char **text)
{
	while (**text == ' ' || **text == '\t' || **text == '\r' || **text == '\n')
		(*text)++;
	return **text == '\0' ? '\0' : *(*text)++;
}

/* The same but for blanks? */
static bool is_starter(const char *text, const char *starter)
{
	char c;

	do {
		c = next_byte(&text);
		if (c != next_byte(&starter))
			return false;
	} while (c != '\0');
	return true;
}

enum reading grid_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report)
{
	bool object = json_is_object(answer);
	enum reading reading = paper_open(paper, grading, question, object ? NULL : answer, report);

	if (object)
		return READING_OK;
	if (reading == READING_OK && is_starter(paper->text, question->kind->starter(question)))
		return READING_BLANK;
	return reading;
}

int grid_credit(struct frac *out, uint32_t right, uint32_t rows, uint32_t ones, struct err *err)
{
	uint32_t constant = ones > rows - ones ? ones : rows - ones;

	*out = right == rows ? FRAC_ONE : FRAC_ZERO;
	if (right == rows || right <= constant)
		return 0;
	return frac_make(out, right - constant, rows - constant, err);
}
