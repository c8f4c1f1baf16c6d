/* Reading formulas: one function for each level of operators, loosest first. */
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "formula_node.h"
#include "scan.h"

enum { DEPTH_MAX = 80, NODES_MAX = 500 };

struct parse {
	struct scan scan;
	const struct formula_source *source;
	int depth, nodes;
};

/* A sign or a word of the language, and what it means. */
struct word {
	const char *text;
	enum formula_op op;
};

static int slip(struct parse *parse, size_t start, size_t end, const char *code, const char *name, const char *near)
{
	return scan_slip(&parse->scan, start, end, code,
		(struct msg_param[]){
			{ "text", scan_shown(&parse->scan, start) }, { "name", name }, { "near", near }, { 0 } });
}

static bool is_word(int c)
{
	return isascii(c) && (isalnum(c) || c == '_');
}

/* Reads over one of the words, the longest first; false when none stands here. Words of letters end where they end. */
static bool take(struct parse *parse, const struct word *words, size_t count, enum formula_op *op)
{
	struct scan *scan = &parse->scan;

	scan_blanks(scan);
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(words[i].text);

		if (scan->bytes - scan->at < length || memcmp(scan->text + scan->at, words[i].text, length) != 0)
			continue;
		if (is_word((unsigned char)words[i].text[0]) && scan->at + length < scan->bytes &&
			is_word((unsigned char)scan->text[scan->at + length]))
			continue;
		scan->at += length;
		*op = words[i].op;
		return true;
	}
	return false;
}

static bool take_sign(struct parse *parse, const char *sign)
{
	enum formula_op op;

	return take(parse, &(struct word){ sign, FORMULA_NAME }, 1, &op);
}

/* NULL when there are too many. */
static const struct formula *node(struct parse *parse, enum formula_op op, size_t start, size_t count,
	const struct formula *first, const struct formula *second)
{
	struct formula *made = arena_alloc(parse->scan.arena, sizeof(*made));
	const struct formula **operands = arena_array(parse->scan.arena, count + 1, sizeof(struct formula *));

	if (++parse->nodes > NODES_MAX) {
		slip(parse, start, parse->scan.at, "formula-too-long", NULL, NULL);
		return NULL;
	}
	if (count > 0)
		operands[0] = first;
	if (count > 1)
		operands[1] = second;
	*made = (struct formula){ .op = op,
		.operands = operands,
		.count = count,
		.start = start,
		.end = count > 0 ? operands[count - 1]->end : parse->scan.at,
		.source = parse->source };
	return made;
}

static const struct formula *two(
	struct parse *parse, enum formula_op op, const struct formula *first, const struct formula *second)
{
	return first && second ? node(parse, op, first->start, 2, first, second) : NULL;
}

static const struct formula *read_or(struct parse *parse);

static const struct formula *read_number(struct parse *parse)
{
	static const struct number_style style = { 0 };
	struct scan *scan = &parse->scan;
	struct number_reading read;
	size_t start = scan->at;
	struct formula *made;

	while (scan_digit_at(scan, scan->at))
		scan->at++;
	if (scan->at < scan->bytes && scan->text[scan->at] == '.' && scan_digit_at(scan, scan->at + 1))
		do
			scan->at++;
		while (scan_digit_at(scan, scan->at));
	if (number_read_all(&read, scan->text + start, scan->at - start, &style, scan->arena, scan->slip)) {
		slip(parse, start, scan->at, "formula-too-long", NULL, NULL);
		return NULL;
	}
	made = (struct formula *)node(parse, FORMULA_NUMBER, start, 0, NULL, NULL);
	if (made)
		made->number = read.value;
	return made;
}

static size_t name_end(const struct scan *scan)
{
	size_t at = scan->at;
	bool question = scan->text[at] == '@';

	for (at += question; at < scan->bytes; at++) {
		unsigned char c = (unsigned char)scan->text[at];
		bool dash = question && c == '-' && at + 1 < scan->bytes && isascii(scan->text[at + 1]) &&
			    isalnum((unsigned char)scan->text[at + 1]);

		if (!is_word(c) && !dash)
			break;
	}
	return at;
}

static const struct formula *finish_call(struct parse *parse, struct formula *call)
{
	const struct function *function = function_find(call->name);
	size_t end = call->start + strlen(call->name);

	if (!function) {
		const char *near = function_near(call->name);
		slip(parse, call->start, end, near ? "formula-function-near" : "formula-function", call->name, near);
		return NULL;
	}
	if (call->count < function->least || call->count > function->most) {
		slip(parse, call->start, parse->scan.at, "formula-operands", function->usage, NULL);
		return NULL;
	}
	call->function = function;
	call->name = function->name;
	call->end = parse->scan.at;
	return call;
}

/* "(a, b)" behind a function's name. */
static const struct formula *read_call(struct parse *parse, const char *name, size_t start)
{
	const struct formula **operands =
		arena_array(parse->scan.arena, FUNCTION_OPERANDS_MAX, sizeof(struct formula *));
	struct formula *call = (struct formula *)node(parse, FORMULA_CALL, start, 0, NULL, NULL);
	size_t open = parse->scan.at - 1;
	bool closed;

	if (!call)
		return NULL;
	call->name = name;
	call->operands = operands;
	for (closed = take_sign(parse, ")"); !closed; closed = take_sign(parse, ")")) {
		if (call->count > 0 && !take_sign(parse, ",") && !take_sign(parse, ";")) {
			slip(parse, open, open + 1, "formula-parenthesis", NULL, NULL);
			return NULL;
		}
		if (call->count == FUNCTION_OPERANDS_MAX) {
			slip(parse, start, parse->scan.at, "formula-too-long", NULL, NULL);
			return NULL;
		}
		operands[call->count] = read_or(parse);
		if (!operands[call->count++])
			return NULL;
	}
	return finish_call(parse, call);
}

static const struct formula *read_name(struct parse *parse)
{
	static const char *const words[] = { "or", "and", "not", "mod" };
	struct scan *scan = &parse->scan;
	size_t start = scan->at, end = name_end(scan);
	const char *name = arena_memdup(scan->arena, scan->text + start, end - start);
	struct formula *made;

	scan->at = end;
	if (name[0] != '@' && take_sign(parse, "("))
		return read_call(parse, name, start);
	scan->at = end;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strcmp(name, words[i]) || !strcmp(name, "@")) {
			slip(parse, start, end, "formula-expected", NULL, NULL);
			return NULL;
		}
	made = (struct formula *)node(parse, FORMULA_NAME, start, 0, NULL, NULL);
	if (made)
		made->name = name;
	return made;
}

static const struct formula *read_parentheses(struct parse *parse)
{
	size_t open = parse->scan.at++;
	const struct formula *inside = read_or(parse);

	if (!inside)
		return NULL;
	if (take_sign(parse, ")")) {
		struct formula *wider = arena_alloc(parse->scan.arena, sizeof(*wider));
		*wider = *inside;
		wider->start = open;
		wider->end = parse->scan.at;
		return wider;
	}
	slip(parse, open, open + 1, "formula-parenthesis", NULL, NULL);
	return NULL;
}

static const struct formula *read_atom(struct parse *parse)
{
	struct scan *scan = &parse->scan;
	unsigned char c;

	scan_blanks(scan);
	c = scan->at < scan->bytes ? (unsigned char)scan->text[scan->at] : '\0';
	if (c == '(')
		return read_parentheses(parse);
	if (scan_digit_at(scan, scan->at))
		return read_number(parse);
	if (c == '@' || is_word(c))
		return read_name(parse);
	slip(parse, scan->at, scan->bytes, "formula-expected", NULL, NULL);
	return NULL;
}

static const struct word minus[] = { { "-", FORMULA_NEG }, { "\u2212", FORMULA_NEG } };

static const struct formula *read_minus(struct parse *parse);

static const struct formula *read_power(struct parse *parse)
{
	const struct formula *base = read_atom(parse);

	if (!base || !take_sign(parse, "^"))
		return base;
	return two(parse, FORMULA_POWER, base, read_minus(parse));
}

static const struct formula *read_minus_inside(struct parse *parse)
{
	enum formula_op op;
	const struct formula *inside;
	size_t start;

	scan_blanks(&parse->scan);
	start = parse->scan.at;
	if (!take(parse, minus, 2, &op))
		return read_power(parse);
	inside = read_minus(parse);
	return inside ? node(parse, FORMULA_NEG, start, 1, inside, NULL) : NULL;
}

/* What calls itself here is bounded: parentheses, operands, signs, "not". */
static const struct formula *deeper(struct parse *parse, const struct formula *(*read)(struct parse *))
{
	const struct formula *made = NULL;

	if (++parse->depth > DEPTH_MAX)
		slip(parse, parse->scan.at, parse->scan.at, "formula-too-long", NULL, NULL);
	else
		made = read(parse);
	parse->depth--;
	return made;
}

static const struct formula *read_minus(struct parse *parse)
{
	return deeper(parse, read_minus_inside);
}

/* One level of operators that go from left to right. */
static const struct formula *read_level(
	struct parse *parse, const struct word *words, size_t count, const struct formula *(*inside)(struct parse *))
{
	const struct formula *made = inside(parse);
	enum formula_op op;

	while (made && take(parse, words, count, &op))
		made = two(parse, op, made, inside(parse));
	return made;
}

#define COUNT(words) (sizeof(words) / sizeof((words)[0]))

static const struct formula *read_product(struct parse *parse)
{
	static const struct word words[] = { { "*", FORMULA_MUL }, { "/", FORMULA_DIV }, { "mod", FORMULA_MOD },
		{ ".", FORMULA_MUL }, { "\u00d7", FORMULA_MUL }, { "\u00b7", FORMULA_MUL }, { "\u22c5", FORMULA_MUL },
		{ "\u00f7", FORMULA_DIV } };

	return read_level(parse, words, COUNT(words), read_minus);
}

static const struct formula *read_sum(struct parse *parse)
{
	static const struct word words[] = { { "+", FORMULA_ADD }, { "-", FORMULA_SUB }, { "\u2212", FORMULA_SUB } };

	return read_level(parse, words, COUNT(words), read_product);
}

static const struct formula *read_comparison(struct parse *parse)
{
	static const struct word words[] = { { "==", FORMULA_EQUAL }, { "!=", FORMULA_DIFFERS },
		{ "<=", FORMULA_AT_MOST }, { ">=", FORMULA_AT_LEAST }, { "<", FORMULA_LESS }, { ">", FORMULA_MORE },
		{ "=", FORMULA_EQUAL }, { "\u2260", FORMULA_DIFFERS }, { "\u2264", FORMULA_AT_MOST },
		{ "\u2265", FORMULA_AT_LEAST } };
	const struct formula *left = read_sum(parse), *all = NULL;
	enum formula_op op;

	while (left && take(parse, words, COUNT(words), &op)) {
		const struct formula *right = read_sum(parse), *made = two(parse, op, left, right);

		all = all ? two(parse, FORMULA_AND, all, made) : made;
		if (!all)
			return NULL;
		left = right;
	}
	return all ? all : left;
}

static const struct formula *read_not(struct parse *parse)
{
	static const struct word words[] = { { "not", FORMULA_NOT } };
	enum formula_op op;
	const struct formula *inside;
	size_t start;

	scan_blanks(&parse->scan);
	start = parse->scan.at;
	if (!take(parse, words, 1, &op))
		return read_comparison(parse);
	inside = deeper(parse, read_not);
	return inside ? node(parse, FORMULA_NOT, start, 1, inside, NULL) : NULL;
}

static const struct formula *read_and(struct parse *parse)
{
	static const struct word words[] = { { "and", FORMULA_AND } };

	return read_level(parse, words, 1, read_not);
}

static const struct formula *read_or_inside(struct parse *parse)
{
	static const struct word words[] = { { "or", FORMULA_OR } };

	return read_level(parse, words, 1, read_and);
}

static const struct formula *read_or(struct parse *parse)
{
	return deeper(parse, read_or_inside);
}

int formula_read(const struct formula **out, const char *text, size_t bytes, struct arena *arena, struct slip *slip_out)
{
	struct formula_source *source = arena_alloc(arena, sizeof(*source));
	struct parse parse = { .source = source };

	source->bytes = bytes < FORMULA_BYTES_MAX ? bytes : FORMULA_BYTES_MAX;
	source->text = arena_memdup(arena, text, source->bytes);
	parse.scan = (struct scan){ source->text, source->bytes, 0, arena, slip_out };
	if (bytes > FORMULA_BYTES_MAX || utf8_check(text, bytes) != bytes)
		return slip(&parse, 0, 0, "formula-too-long", NULL, NULL);
	*out = read_or(&parse);
	if (!*out)
		return -1;
	scan_blanks(&parse.scan);
	if (parse.scan.at < source->bytes)
		return slip(&parse, parse.scan.at, source->bytes, "formula-more", NULL, NULL);
	return 0;
}
