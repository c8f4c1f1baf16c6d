#include "system_read.h"
#include <string.h>
#include "base/utf8.h"
#include "exact/number_read.h"
#include "grader_matrix/grader_matrix.h"
#include "grid_read.h"

enum { NAME_BYTES_MAX = 40, WORDS_BYTES_MAX = 200 };

/* ---- words ---- */

static bool says(const char *text, const char *const *phrases)
{
	for (; *phrases; phrases++)
		if (strcasestr(text, *phrases))
			return true;
	return false;
}

static enum answer_word word_of(const char *text)
{
	static const char *const none[] = { "aucun", "pas de sol", "pas solution", "impossible", "incompatible",
		"no solution", "none", "sans solution", "n'a pas", "n\u2019a pas", "\u2205", NULL };
	static const char *const many[] = { "infinit", "une infini", "infinie", "infinitely", "infinite", NULL };

	if (strlen(text) > WORDS_BYTES_MAX || strchr(text, '='))
		return WORD_NONE;
	return says(text, many) ? WORD_MANY : says(text, none) ? WORD_NO_SOLUTION : WORD_NONE;
}

/* ---- names and values ---- */

/* A letter or digit of a name; subscripts are digits; "_" is read over. 0: no part of a name. */
static size_t name_part(const struct draft *draft, size_t at, char *out, size_t *length)
{
	size_t used = 0;
	int32_t rune = at < draft->bytes ? utf8_next(draft->text + at, draft->bytes - at, &used) : -1;

	if (rune >= 0x2080 && rune <= 0x2089)
		out[(*length)++] = (char)('0' + rune - 0x2080);
	else if ((rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
		 rune >= 0xc0)
		for (size_t i = 0; i < used; i++)
			out[(*length)++] = draft->text[at + i];
	else if (rune != '_')
		return 0;
	return used;
}

/* Letters of either case; "_" left out. */
static bool same_name(const char *typed, const char *name)
{
	for (; *name; name++) {
		if (*name == '_')
			continue;
		if (*typed == '\0' || strncasecmp(typed, name, 1) != 0)
			return false;
		typed++;
	}
	return *typed == '\0';
}

static size_t unknown_of(const struct matrix_question *asked, const char *name)
{
	size_t i = 0;

	while (i < asked->left->columns && !same_name(name, asked->unknowns[i]))
		i++;
	return i;
}

/* Reads over what stands between two equations, "et" and "and" too. */
static size_t skip_between(const struct draft *draft, size_t at)
{
	for (size_t used = 1; used > 0; at += used) {
		const char *here = draft->text + at;
		bool joined = !strncmp(here, "et ", 3) || !strncmp(here, "and ", 4);

		used = draft_blank(draft, at, draft->bytes);
		if (used == 0 && at < draft->bytes && strchr(";,&{}[]|", *here))
			used = 1;
		if (used == 0 && joined)
			used = *here == 'e' ? 2 : 3;
	}
	return at;
}

static int read_value(const struct number **out, const struct draft *draft, size_t *at)
{
	static const struct number_style style = { .fractions = true };
	struct number_reading read;

	while (draft_blank(draft, *at, draft->bytes) > 0)
		*at += draft_blank(draft, *at, draft->bytes);
	*out = NULL;
	if (*at < draft->bytes && strchr("?.", draft->text[*at]) &&
		!(draft->text[*at + 1] >= '0' && draft->text[*at + 1] <= '9')) {
		(*at)++;
		return 0;
	}
	if (number_read(&read, draft->text + *at, draft->bytes - *at, &style, draft->arena, draft->slip))
		return draft_slip_behind(draft, *at);
	*at += read.bytes;
	*out = read.value;
	return 0;
}

/* "x = 1 ; y = 2" in any order. */
static int read_equations(const struct number **cells, const struct matrix_question *asked, const struct draft *draft)
{
	for (size_t at = skip_between(draft, 0); at < draft->bytes; at = skip_between(draft, at)) {
		char name[NAME_BYTES_MAX + 8];
		size_t length = 0, start = at, used, which;

		while (length < NAME_BYTES_MAX && (used = name_part(draft, at, name, &length)) > 0)
			at += used;
		name[length] = '\0';
		which = unknown_of(asked, name);
		while (draft_blank(draft, at, draft->bytes) > 0)
			at += draft_blank(draft, at, draft->bytes);
		if (length == 0 || which == asked->left->columns || at >= draft->bytes || draft->text[at] != '=')
			return draft_slip(draft, start, at, "unknown-expected",
				(struct msg_param[]){ { "example", asked->example }, { 0 } });
		at++;
		if (read_value(&cells[which], draft, &at))
			return -1;
	}
	return 0;
}

static struct msg_text count_message(const struct matrix_question *asked, size_t count, struct arena *arena)
{
	return msg_make(arena, &matrix_messages, "unknowns-expected",
		(struct msg_param[]){ { "count", arena_printf(arena, "%zu", count) },
			{ "wanted", arena_printf(arena, "%zu", asked->left->columns) }, { "example", asked->example },
			{ 0 } });
}

/* A row or a column of as many values as there are unknowns, as a column. */
static bool as_column(struct grid *grid, const struct matrix_question *asked)
{
	size_t count = grid->rows * grid->columns;

	if (count == 0)
		return true;
	if (count != asked->left->columns || (grid->rows > 1 && grid->columns > 1))
		return false;
	grid->rows = count;
	grid->columns = 1;
	return true;
}

int system_read(struct matrix_answer *out, const struct matrix_question *asked, struct draft *draft)
{
	const struct grid_style style = { .whole = false };
	size_t unknowns = asked->left->columns;
	const struct number **cells;

	out->word = word_of(draft->text);
	if (out->word != WORD_NONE)
		return 0;
	if (memchr(draft->text, '=', draft->bytes)) {
		cells = arena_array(draft->arena, unknowns, sizeof(*cells));
		out->grid = (struct grid){ unknowns, 1, cells };
		return read_equations(cells, asked, draft);
	}
	if (grid_read(&out->grid, draft, (struct stretch){ 0, draft->bytes }, &style))
		return -1;
	if (as_column(&out->grid, asked))
		return 0;
	*draft->slip = (struct slip){
		.message = count_message(asked, out->grid.rows * out->grid.columns, draft->arena), .start = 0, .end = 0
	};
	return -1;
}

static int read_named(struct matrix_answer *out, const struct matrix_question *asked, const json_t *json,
	struct arena *arena, struct slip *slip)
{
	const struct number **cells = arena_array(arena, asked->left->columns, sizeof(*cells));
	const char *name;
	json_t *value;

	out->grid = (struct grid){ asked->left->columns, 1, cells };
	json_object_foreach((json_t *)json, name, value)
	{
		size_t which = unknown_of(asked, name);
		json_t *list = json_pack("[O]", value);
		struct grid one;
		int status = grid_of_json(&one, list, arena, slip);

		json_decref(list);
		if (status)
			return -1;
		if (which == asked->left->columns) {
			*slip = (struct slip){ .message = msg_make(arena, &matrix_messages, "unknown-expected",
						       (struct msg_param[]){ { "example", asked->example }, { 0 } }) };
			return -1;
		}
		cells[which] = one.rows * one.columns == 1 ? one.cells[0] : NULL;
	}
	return 0;
}

int system_of_json(struct matrix_answer *out, const struct matrix_question *asked, const json_t *json,
	struct arena *arena, struct slip *slip)
{
	if (json_is_object(json))
		return read_named(out, asked, json, arena, slip);
	if (grid_of_json(&out->grid, json, arena, slip))
		return -1;
	if (as_column(&out->grid, asked))
		return 0;
	*slip = (struct slip){ .message = count_message(asked, out->grid.rows * out->grid.columns, arena) };
	return -1;
}

/* ---- printing ---- */

const char *system_text(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (answer->word != WORD_NONE)
		return answer->word == WORD_MANY ? "une infinité de solutions" : "pas de solution";
	for (size_t i = 0; i < answer->grid.rows; i++)
		buf_printf(&out, "%s%s = %s", i > 0 ? " ; " : "", asked->unknowns[i],
			answer->grid.cells[i] ? number_plain(answer->grid.cells[i], arena) : "?");
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *system_latex(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (answer->word != WORD_NONE)
		return arena_printf(arena, "\\text{%s}", system_text(asked, answer, arena));
	for (size_t i = 0; i < answer->grid.rows; i++) {
		buf_printf(&out, "%s%s = ", i > 0 ? " ;\\quad " : "", asked->unknowns[i]);
		if (answer->grid.cells[i])
			number_latex(&out, answer->grid.cells[i], NUMBER_EXACT);
		else
			buf_addstr(&out, "?");
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *system_mathml(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (answer->word != WORD_NONE)
		return arena_printf(arena, "<mtext>%s</mtext>", system_text(asked, answer, arena));
	buf_addstr(&out, "<mrow>");
	for (size_t i = 0; i < answer->grid.rows; i++) {
		buf_printf(&out, "%s<mi>%s</mi><mo>=</mo>", i > 0 ? "<mo>;</mo>" : "", asked->unknowns[i]);
		if (answer->grid.cells[i])
			number_mathml(&out, answer->grid.cells[i], NUMBER_EXACT);
		else
			buf_addstr(&out, "<mo>?</mo>");
	}
	buf_addstr(&out, "</mrow>");
	return arena_memdup(arena, buf_str(&out), out.len);
}
