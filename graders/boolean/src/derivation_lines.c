/*
 * A derivation as people type it. The sign = stands between two lines as well as at the beginning of one, and a law may
 * stand behind a line in several ways; a formula may end in parentheses too, so that what is in them decides.
 */
#include <string.h>
#include <strings.h>
#include "base/json.h"
#include "base/utf8.h"
#include "derivation.h"
#include "formula.h"
#include "logic/read.h"

struct lines {
	struct paper *paper;
	const struct derivation_question *asked;
	struct written_line list[DERIVATION_LINES_MAX];
	size_t count;
};

struct piece { /* of the answer, without the blanks around it */
	size_t start, end;
};

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void trim(const char *text, struct piece *piece)
{
	static const char wide[] = "\u00a0";

	for (;;) {
		size_t left = piece->end - piece->start;
		if (left > 0 && is_space(text[piece->start]))
			piece->start++;
		else if (left >= 2 && !memcmp(text + piece->start, wide, 2))
			piece->start += 2;
		else if (left > 0 && is_space(text[piece->end - 1]))
			piece->end--;
		else if (left >= 2 && !memcmp(text + piece->end - 2, wide, 2))
			piece->end -= 2;
		else
			break;
	}
}

/* Takes one pair of quotes from around the piece, as one pastes from a chat. */
static bool unquote_once(const char *text, struct piece *piece)
{
	size_t first, last, end;

	trim(text, piece);
	end = piece->end;
	while (end > piece->start && ((unsigned char)text[--end] & 0xc0) == 0x80)
		;
	if (end <= piece->start || !utf8_are_quotes(utf8_next(text + piece->start, end - piece->start, &first),
					   utf8_next(text + end, piece->end - end, &last)))
		return false;
	piece->start += first;
	piece->end = end;
	return true;
}

static struct piece line_at(const char *text, struct piece whole, size_t at)
{
	const char *end = memchr(text + at, '\n', whole.end - at);

	return (struct piece){ at, end ? (size_t)(end - text) : whole.end };
}

/* Quotes around all of the lines: those of the first line alone are its own. */
static void unquote_whole(const char *text, struct piece *whole)
{
	struct piece first = line_at(text, *whole, whole->start);

	if (!unquote_once(text, &first))
		while (unquote_once(text, whole))
			;
}

/* ``` around a block. */
static bool is_fence(const char *text, struct piece line)
{
	trim(text, &line);
	return line.end > line.start && strspn(text + line.start, "`") >= line.end - line.start;
}

/* The place of the next "=" that stands between two expressions, and in no parentheses; piece.end when there is none. */
static size_t next_equals(const char *text, struct piece piece)
{
	int depth = 0;

	for (size_t i = piece.start; i < piece.end; i++) {
		depth += text[i] == '(' || text[i] == '[';
		depth -= depth > 0 && (text[i] == ')' || text[i] == ']');
		if (text[i] != '=' || depth > 0)
			continue;
		if ((i > piece.start && strchr("<>!", text[i - 1])) || (i + 1 < piece.end && text[i + 1] == '>'))
			continue;
		return i;
	}
	return piece.end;
}

/* "E", "f(a,b)": what stands before the first sign = of a line. */
static bool is_name(const struct lines *lines, struct piece piece)
{
	const char *text = lines->paper->text + piece.start, *name = lines->asked->shared.name;
	size_t bytes = piece.end - piece.start, length = strlen(name);

	if (bytes < length || memcmp(text, name, length) != 0)
		return false;
	return bytes == length || (text[length] == '(' && memchr(text, ')', bytes) == text + bytes - 1);
}

static const char *copy(const struct lines *lines, struct piece piece)
{
	trim(lines->paper->text, &piece);
	return arena_memdup(lines->paper->arena, lines->paper->text + piece.start, piece.end - piece.start);
}

/* Where the parenthesis that ends the piece opens; piece.start when it ends in none. */
static size_t last_group(const char *text, struct piece piece, char open, char close)
{
	int depth = 0;

	if (piece.end == piece.start || text[piece.end - 1] != close)
		return piece.start;
	for (size_t i = piece.end; i-- > piece.start;) {
		depth += text[i] == close;
		depth -= text[i] == open;
		if (depth == 0)
			return i;
	}
	return piece.start;
}

static bool can_be_read(const struct lines *lines, struct piece piece)
{
	struct reading_of read;
	struct slip slip;

	trim(lines->paper->text, &piece);
	return expr_read(&read, lines->paper->text + piece.start, piece.end - piece.start,
		       &lines->asked->shared.vocabulary, lines->paper->arena, &slip) == 0;
}

/* Of a word in French, accents as marks of their own included; a bar is none of them. */
static bool is_letter(int32_t rune)
{
	return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= 0xc0 && rune <= 0x17f) ||
	       (rune >= 0x300 && rune <= 0x302) || rune == 0x308 || rune == 0x327;
}

static bool is_word_of_logic(const char *text, size_t bytes)
{
	static const char *const words[] = { "faux", "vrai", "true", "false", "nand", "implique", "implies", "exclusif",
		"entraîne", "entraine", "équivaut" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == bytes && strncasecmp(text, words[i], bytes) == 0)
			return true;
	return false;
}

/*
 * A reason in words ("règle de trois") or an equality ("b + b' = 1"), and no part of the formula with a slip in it: that
 * one must be called unreadable, not read over. Words have four letters, and no sign of logic stands between them.
 */
static bool is_reason(const char *text)
{
	size_t bytes = strlen(text), letters = 0, start = 0, used;
	bool words = false;

	if (strchr(text, '=') != NULL)
		return true;
	for (size_t at = 0; at <= bytes; at += used) {
		int32_t rune = at < bytes ? utf8_next(text + at, bytes - at, &used) : ' ';
		used = at < bytes && rune >= 0 ? used : 1;
		if (is_letter(rune)) {
			start = letters++ == 0 ? at : start;
			continue;
		}
		words |= letters >= 4 && !is_word_of_logic(text + start, at - start);
		letters = 0;
		if (rune < 0 || (rune < 0x80 && strchr("+*&|!~<>\\^()[]", rune)) ||
			(rune >= 0x80 && rune != 0xa0 && rune != 0x202f && rune != 0xab && rune != 0xb0 &&
				rune != 0xbb && !(rune >= 0x2010 && rune <= 0x2026)))
			return false;
	}
	return words;
}

/* (De Morgan) or [absorption] behind: a law when it is one, or a reason when the line can only be read without it. */
static const char *take_group(const struct lines *lines, struct piece *piece, char open, char close)
{
	const char *text = lines->paper->text;
	size_t at = last_group(text, *piece, open, close);
	struct piece before = { piece->start, at }, inside = { at + 1, piece->end - 1 };
	const char *law;

	if (at == piece->start)
		return NULL;
	law = copy(lines, inside);
	if (law_named(law, NULL) == LAW_UNKNOWN &&
		(!is_reason(law) || can_be_read(lines, *piece) || !can_be_read(lines, before)))
		return NULL;
	if (can_be_read(lines, inside) && can_be_read(lines, *piece))
		return NULL; /* non(a xor b) */
	*piece = before;
	return law;
}

/* Words and signs after which a law is named. */
static const char *take_word(const struct lines *lines, struct piece *piece)
{
	static const char *const words[] = { "#", " par ", " by ", " d’après ", " d'après ", " selon ", " car ",
		" puisque ", " because ", " since ", " ← ", " -- ", " — ", ";" };
	const char *text = lines->paper->text, *law = NULL;

	for (size_t i = piece->start; i < piece->end && !law; i++) {
		if (text[i] != ' ' && text[i] != '#' && text[i] != ';')
			continue; /* no word begins with anything else */
		for (size_t w = 0; w < sizeof(words) / sizeof(words[0]) && !law; w++) {
			size_t length = strlen(words[w]);
			struct piece before = { piece->start, i }, after = { i + length, piece->end };
			if (length > piece->end - i || strncasecmp(text + i, words[w], length) != 0)
				continue;
			trim(text, &before);
			if (before.end == before.start)
				continue;
			law = copy(lines, after);
			*piece = before;
		}
	}
	return law && *law ? law : NULL;
}

/* "b + c mise en facteur", "b + c : on factorise": words behind, where the line can only be read without them. */
static const char *take_words_behind(const struct lines *lines, struct piece *piece)
{
	enum { WORDS_MOST = 12, BYTES_MOST = 120 };
	const char *text = lines->paper->text;
	int words = 0;

	for (size_t i = piece->end; i-- > piece->start + 1 && piece->end - i < BYTES_MOST && words < WORDS_MOST;) {
		struct piece before = { piece->start, i }, after = { i, piece->end };
		const char *law;

		if (!is_space(text[i]) && text[i] != ':')
			continue;
		words++;
		after.start += text[i] == ':';
		law = copy(lines, after);
		if (law_named(law, NULL) == LAW_UNKNOWN || !can_be_read(lines, before))
			continue;
		*piece = before;
		return law;
	}
	return NULL;
}

static int line_of(const char *text, size_t at)
{
	int line = 1;

	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n';
	return line;
}

static enum reading add(struct lines *lines, struct piece piece)
{
	struct written_line *row = &lines->list[lines->count];
	const struct boolean_spec *spec = &lines->asked->shared;
	const char *text = lines->paper->text;
	enum reading reading;
	struct slip slip;

	trim(text, &piece);
	if (piece.start == piece.end)
		return READING_OK;
	if (lines->count == DERIVATION_LINES_MAX)
		return paper_unreadable(lines->paper, paper_say(lines->paper, "too-many-lines", NULL));
	*row = (struct written_line){ .line = line_of(text, piece.start) };
	const struct piece whole = piece;
	row->law = take_word(lines, &piece);
	trim(text, &piece);
	if (!row->law)
		row->law = take_group(lines, &piece, '[', ']');
	if (!row->law)
		row->law = take_group(lines, &piece, '(', ')');
	trim(text, &piece);
	if (paper_try_formula(lines->paper, spec, piece.start, piece.end - piece.start, &row->expr, &slip)) {
		lines->count++;
		return READING_OK;
	}
	struct piece shorter = whole;
	const char *law = take_words_behind(lines, &shorter);
	if (!law)
		return paper_slip(lines->paper, &slip, piece.start);
	row->law = law;
	trim(text, &shorter);
	reading = paper_formula(lines->paper, spec, shorter.start, shorter.end - shorter.start, &row->expr);
	lines->count += reading == READING_OK;
	return reading;
}

/* Where a reason begins that is an equality, "car b + b' = 1", or a hash: the end of what signs = take apart. */
static size_t reason_at(const struct lines *lines, struct piece line)
{
	static const char *const words[] = { " car ", " puisque ", " because ", " since " };
	const char *text = lines->paper->text;

	for (size_t i = line.start; i < line.end; i++) {
		if (text[i] == '#')
			return i;
		for (size_t w = 0; text[i] == ' ' && w < sizeof(words) / sizeof(words[0]); w++) {
			size_t length = strlen(words[w]);

			if (length > line.end - i || strncasecmp(text + i, words[w], length) != 0)
				continue;
			struct piece reason = { i + length, line.end };
			reason.end = next_equals(text, reason);
			if (law_named(copy(lines, reason), NULL) == LAW_UNKNOWN)
				return i;
		}
	}
	return line.end;
}

/* Behind what may open a line and is no part of a formula: "donc", "2)", a dash. */
static size_t after_opening(const char *text, struct piece line)
{
	static const char *const words[] = { "donc ", "d’où ", "d'où ", "d'ou ", "soit ", "ainsi ", "alors ", "puis ",
		"on a ", "so ", "hence ", "thus ", "- ", "– ", "• ", "* ", "⇔", "<=>", "⇒", "=>", "→", "->" };
	bool again = true;

	while (again) {
		again = false;
		trim(text, &line);
		for (size_t w = 0; w < sizeof(words) / sizeof(words[0]) && !again; w++) {
			size_t length = strlen(words[w]);
			again = length < line.end - line.start && strncasecmp(text + line.start, words[w], length) == 0;
			line.start += again ? length : 0;
		}
		size_t digits = strspn(text + line.start, "0123456789");
		if (digits > 0 && digits < line.end - line.start && text[line.start + digits] == ')') {
			line.start += digits + 1;
			again = true;
		}
	}
	return line.start;
}

/* A law may hold a sign =, "(a + a = a)". */
static enum reading add_line(struct lines *lines, struct piece line)
{
	const char *text = lines->paper->text;
	line.start = after_opening(text, line);
	struct piece body = { line.start, reason_at(lines, line) };
	enum reading reading = READING_OK;
	bool first = true;

	while (reading == READING_OK && body.start <= body.end) {
		struct piece part = { body.start, next_equals(text, body) };
		bool last = part.end == body.end;
		body.start = part.end + 1;
		struct piece bare = part;
		trim(text, &bare);
		if (last)
			part.end = line.end;
		if (!(first && !last && is_name(lines, bare)))
			reading = add(lines, part);
		first = first && bare.start >= bare.end;
		if (last)
			break;
	}
	return reading;
}

/* [{"expression": "…", "law": "…"}] becomes lines of text, so that places are places in something. */
static json_t *as_text(const json_t *answer)
{
	cleanup_buf struct buf out = BUF_INIT_MAX(PAPER_BYTES_MAX + 1);

	for (size_t i = 0; i < json_array_size(answer); i++) {
		const json_t *row = json_array_get(answer, i);
		const char *expression = json_string_value(json_object_get(row, "expression"));
		const char *law = json_string_value(json_object_get(row, "law"));
		if (!expression)
			return NULL;
		buf_printf(&out, "%s%s%s\n", expression, law && *law ? " # " : "", law ? law : "");
	}
	return json_stringn(buf_str(&out), out.len);
}

enum reading derivation_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report)
{
	json_t *text = json_is_array(answer) ? as_text(answer) : NULL;

	return paper_open(paper, grading, question, text ? json_keep(grading->arena, text) : answer, report);
}

/* ⊕ too: its negation is ⇔. */
static bool has_arrows(const struct expr *expr)
{
	bool has = expr->op == EXPR_XOR || expr_implies(expr);

	for (size_t i = 0; i < expr->count && !has; i++)
		has = has_arrows(expr->operands[i]);
	return has;
}

/* Where the question has no ⇒, an arrow between two lines, in no parentheses, is a sign =. As long as before, so that places
 * stay. */
static const char *without_arrows(const struct paper *paper)
{
	static const char first[] = "<=-\xe2";
	static const struct {
		const char *arrow, *equals;
	} arrows[] = { { "<=>", " = " }, { "⇔", " = " }, { "=>", "= " }, { "⇒", " = " }, { "→", " = " },
		{ "->", "= " } };
	char *text = arena_memdup(paper->arena, paper->text, paper->bytes);
	int depth = 0;

	for (char *at = text; *at != '\0'; at++) {
		depth += *at == '(' || *at == '[';
		depth -= depth > 0 && (*at == ')' || *at == ']');
		depth = *at == '\n' ? 0 : depth;
		if (depth > 0 || strchr(first, *at) == NULL)
			continue;
		for (size_t a = 0; a < sizeof(arrows) / sizeof(arrows[0]); a++) {
			size_t length = strlen(arrows[a].arrow);

			if (strncmp(at, arrows[a].arrow, length) == 0)
				memcpy(at, arrows[a].equals, length);
		}
	}
	return text;
}

enum reading derivation_read(
	struct paper *paper, const struct derivation_question *asked, const struct written_line **out, size_t *count)
{
	struct lines *lines = arena_alloc(paper->arena, sizeof(*lines));
	enum reading reading = READING_OK;
	struct piece whole = { 0, paper->bytes };

	lines->paper = paper;
	lines->asked = asked;
	if (!has_arrows(asked->from) && !(asked->to && has_arrows(asked->to)))
		paper->text = without_arrows(paper);
	unquote_whole(paper->text, &whole);
	for (size_t at = whole.start; at < whole.end && reading == READING_OK;) {
		struct piece line = line_at(paper->text, whole, at);

		at = line.end + 1;
		if (is_fence(paper->text, line))
			continue;
		while (unquote_once(paper->text, &line))
			;
		reading = add_line(lines, line);
	}
	*out = lines->list;
	*count = lines->count;
	return reading == READING_OK && lines->count == 0 ? READING_BLANK : reading;
}
