/*
 * The parser: operators wait on a stack until something that binds less comes, so that no depth of the text is a depth
 * of the stack. Runs of the same operator become one node with all their operands.
 *
 * A place that could be read in two ways is a slip: an implication after an implication, NAND or NOR beside another
 * operator, a slash between two operands.
 */
#include "logic/read.h"
#include <string.h>
#include "base/utf8.h"
#include "reading.h"

struct part { /* an operand */
	const struct expr *expr;
	size_t start, end; /* with its parentheses */
	size_t height;
	bool barred; /* a letter with a combining overline, as the last token */
};

struct pending { /* an operator whose right operand is still to come, or an open bracket */
	struct token token;
	bool sheffer, other; /* of the group around a bracket */
};

struct parser {
	struct reader *reader;
	struct part *parts;
	size_t part_count;
	struct pending *pending;
	size_t pending_count;
	size_t nodes, open;
	bool sheffer, other; /* this group has NAND or NOR, another binary operator */
};

/* ---- slips and remarks ---- */

int slip_set(struct reader *reader, const char *code, size_t start, size_t end, const struct msg_param *params)
{
	struct slip *slip = reader->slip;

	slip->message = msg_make(reader->arena, &logic_messages, code, params);
	slip->start = start;
	slip->end = end;
	return -1;
}

const char *read_excerpt(struct reader *reader, size_t start, size_t end)
{
	bool cut = end - start > 40;

	if (cut) {
		end = start + 40;
		while (end > start && ((unsigned char)reader->text[end] & 0xc0) == 0x80)
			end--;
	}
	return arena_printf(reader->arena, "%.*s%s", (int)(end - start), reader->text + start, cut ? "…" : "");
}

int slip_excerpt(struct reader *reader, const char *code, size_t start, size_t end)
{
	return slip_set(
		reader, code, start, end, (struct msg_param[]){ { "sign", read_excerpt(reader, start, end) }, { 0 } });
}

void read_remark(struct reader *reader, enum remark remark, const char *code)
{
	if (reader->remarked & 1u << remark)
		return;
	reader->remarked |= 1u << remark;
	reader->remarks[reader->remark_count++] = msg_make(reader->arena, &logic_messages, code, NULL);
}

/* ---- nodes ---- */

static int make(struct parser *parser, enum expr_op op, unsigned value, size_t operands, size_t start, size_t end)
{
	struct part *first = &parser->parts[parser->part_count - operands];
	const struct expr **list;
	struct expr *expr;
	size_t height = 0;

	if (++parser->nodes > READ_NODES_MAX)
		return slip_set(parser->reader, "too-many-parts", start, end, NULL);
	expr = arena_alloc(parser->reader->arena, sizeof(*expr));
	list = operands > 0 ? arena_array(parser->reader->arena, operands, sizeof(const struct expr *)) : NULL;
	for (size_t i = 0; i < operands; i++) {
		list[i] = first[i].expr;
		height = first[i].height > height ? first[i].height : height;
	}
	if (height + 1 > READ_DEPTH_MAX)
		return slip_set(parser->reader, "too-deep", start, end, NULL);
	*expr = (struct expr){ op, value, operands, list, start, end };
	parser->part_count = parser->part_count - operands + 1;
	*first = (struct part){ .expr = expr, .start = start, .end = end, .height = height + 1 };
	return 0;
}

static int negate(struct parser *parser, size_t start, size_t end)
{
	return make(parser, EXPR_NOT, 0, 1, start, end);
}

static int level(enum expr_op op)
{
	static const int levels[] = { [EXPR_IFF] = 1,
		[EXPR_IMPLIES] = 2,
		[EXPR_OR] = 3,
		[EXPR_XOR] = 4,
		[EXPR_AND] = 5,
		[EXPR_NAND] = 5,
		[EXPR_NOR] = 5 };

	return levels[op];
}

static const struct pending *top(const struct parser *parser)
{
	return parser->pending_count > 0 ? &parser->pending[parser->pending_count - 1] : NULL;
}

/* What waits for its end, and not for its right operand. */
static bool is_group(const struct pending *wait)
{
	return wait->token.kind == TOKEN_OPEN || wait->token.kind == TOKEN_QUANTIFIER;
}

/* Applies what waits and binds more than `least`. */
static int reduce(struct parser *parser, int least)
{
	const struct pending *wait;

	while ((wait = top(parser)) != NULL && !is_group(wait)) {
		struct part *last = &parser->parts[parser->part_count - 1];
		enum expr_op op = wait->token.op;
		size_t run = 1;

		if (wait->token.kind == TOKEN_NOT) {
			parser->pending_count--;
			if (negate(parser, wait->token.start, last->end) < 0)
				return -1;
			continue;
		}
		if (level(op) <= least)
			break;
		while (run < parser->pending_count) {
			const struct pending *before = &parser->pending[parser->pending_count - 1 - run];

			if (before->token.kind != TOKEN_BINARY || before->token.op != op)
				break;
			run++;
		}
		parser->pending_count -= run;
		if (make(parser, op, 0, run + 1, last[-(ptrdiff_t)run].start, last->end) < 0)
			return -1;
	}
	return 0;
}

/* \overline takes its argument as soon as that is complete. */
static int take_bars(struct parser *parser)
{
	while (top(parser) != NULL && top(parser)->token.kind == TOKEN_BAR) {
		size_t start = top(parser)->token.start;

		parser->pending_count--;
		if (negate(parser, start, parser->parts[parser->part_count - 1].end) < 0)
			return -1;
	}
	return 0;
}

static void push(struct parser *parser, const struct token *token)
{
	parser->pending[parser->pending_count++] =
		(struct pending){ .token = *token, .sheffer = parser->sheffer, .other = parser->other };
}

/* ---- where an operand is wanted ---- */

static int push_leaf(struct parser *parser, const struct token *token)
{
	enum expr_op op = token->kind == TOKEN_NAME ? EXPR_VARIABLE : EXPR_CONSTANT;

	if (make(parser, op, token->value, 0, token->start, token->end) < 0)
		return -1;
	for (unsigned i = 0; i < token->bars; i++) {
		if (negate(parser, token->start, token->end) < 0)
			return -1;
	}
	parser->parts[parser->part_count - 1].barred = token->bars > 0 && token->combining;
	return take_bars(parser);
}

static int open_bracket(struct parser *parser, const struct token *token)
{
	if (++parser->open > READ_DEPTH_MAX)
		return slip_set(parser->reader, "too-deep", token->start, token->end, NULL);
	push(parser, token);
	parser->sheffer = false;
	parser->other = false;
	return 0;
}

static void open_quantifier(struct parser *parser, const struct token *token)
{
	push(parser, token);
	parser->sheffer = false;
	parser->other = false;
}

/* Everything that waits up to the last open bracket, the quantifiers there with all that they reach over. */
static int reduce_group(struct parser *parser)
{
	const struct pending *wait;

	if (reduce(parser, 0) < 0)
		return -1;
	while ((wait = top(parser)) != NULL && wait->token.kind == TOKEN_QUANTIFIER) {
		struct part body = parser->parts[--parser->part_count];
		unsigned leaf = quantified_close(parser->reader, &wait->token, body.expr);

		parser->sheffer = wait->sheffer;
		parser->other = wait->other;
		parser->pending_count--;
		if (make(parser, EXPR_VARIABLE, leaf, 0, wait->token.start, body.end) < 0)
			return -1;
		if (body.height + 2 > READ_DEPTH_MAX)
			return slip_set(parser->reader, "too-deep", wait->token.start, body.end, NULL);
		parser->parts[parser->part_count - 1].height = body.height + 1;
		if (wait->token.bars > 0 && negate(parser, wait->token.start, body.end) < 0)
			return -1;
		if (take_bars(parser) < 0 || reduce(parser, 0) < 0)
			return -1;
	}
	return 0;
}

/* No operand where one must be: what is missing depends on what stands before and there. */
static int missing(struct parser *parser, const struct token *token)
{
	struct reader *reader = parser->reader;
	const struct pending *wait = top(parser);
	const char *sign = read_excerpt(reader, token->start, token->end);
	struct msg_param params[] = { { "sign", sign }, { "before", "" }, { 0 } };

	if (wait == NULL || wait->token.kind == TOKEN_OPEN) {
		if (token->kind == TOKEN_BINARY)
			return slip_set(reader, "missing-left", token->start, token->end, params);
		if (token->kind == TOKEN_PRIME)
			return slip_set(reader, "lone-prime", token->start, token->end, params);
		if (token->kind == TOKEN_CLOSE && wait != NULL)
			return slip_set(reader, "empty-parentheses", wait->token.start, token->end, NULL);
		if (token->kind == TOKEN_CLOSE)
			return slip_set(reader, "parenthesis-close", token->start, token->end, params);
		if (wait != NULL)
			return slip_excerpt(reader, "parenthesis-open", wait->token.start, wait->token.end);
		return slip_set(reader, "blank", 0, 0, NULL);
	}
	params[1].value = read_excerpt(reader, wait->token.start, wait->token.end);
	if (token->kind == TOKEN_BINARY || token->kind == TOKEN_PRIME)
		return slip_set(reader, "missing-between", token->start, token->end, params);
	if (wait->token.kind == TOKEN_QUANTIFIER)
		return slip_set(reader, "missing-quantified", wait->token.start, wait->token.end, params);
	return slip_set(reader, wait->token.kind == TOKEN_BINARY ? "missing-right" : "missing-negated",
		wait->token.start, wait->token.end, params);
}

/* ---- where an operator is wanted ---- */

static int push_binary(struct parser *parser, const struct token *token)
{
	bool sheffer = token->op == EXPR_NAND || token->op == EXPR_NOR;

	if (token->set)
		read_remark(parser->reader, REMARK_SET_SIGNS, "set-signs-read");
	if (parser->sheffer || (sheffer && parser->other))
		return slip_set(parser->reader, "ambiguous-nand", token->start, token->end, NULL);
	if (sheffer)
		parser->sheffer = true;
	else
		parser->other = true;
	if (reduce(parser, level(token->op)) < 0)
		return -1;
	if (token->op == EXPR_IMPLIES && top(parser) != NULL && top(parser)->token.kind == TOKEN_BINARY &&
		top(parser)->token.op == EXPR_IMPLIES)
		return slip_excerpt(parser->reader, "ambiguous-implies", token->start, token->end);
	push(parser, token);
	return 0;
}

/* Two operands side by side are a product, where names are single letters. */
static int juxtapose(struct parser *parser, const struct token *token)
{
	struct reader *reader = parser->reader;
	struct part *last = &parser->parts[parser->part_count - 1];
	const struct pending *wait = top(parser);
	struct token product = { .kind = TOKEN_BINARY, .op = EXPR_AND, .start = token->start, .end = token->start };
	bool numbers = token->kind == TOKEN_CONSTANT && last->expr->op == EXPR_CONSTANT;

	/* Two lines are two formulas to whoever wrote them. */
	if (memchr(reader->text + last->end, '\n', token->start - last->end) != NULL)
		return slip_excerpt(reader, "line-break", token->start, token->end);
	if (token->slash)
		return slip_excerpt(reader, "ambiguous-slash", token->start, token->end);
	if (!reader->juxtaposes || token->word || numbers) {
		size_t from = last->start;

		return slip_set(reader, "missing-operator", token->start, token->end,
			(struct msg_param[]){ { "before", read_excerpt(reader, from, last->end) },
				{ "sign", read_excerpt(reader, token->start, token->end) }, { 0 } });
	}
	if (last->barred && token->bars > 0 && token->combining && last->end == token->start)
		read_remark(reader, REMARK_BARS_APART, "bars-apart");
	if (wait != NULL && wait->token.kind == TOKEN_NOT && wait->token.word && token->kind == TOKEN_NAME &&
		last->end == token->start && last->expr->op == EXPR_VARIABLE)
		read_remark(reader, REMARK_NOT_REACHES, "not-reaches");
	return push_binary(parser, &product);
}

static int close_bracket(struct parser *parser, const struct token *token)
{
	const struct pending *open;
	struct part *last;

	if (reduce_group(parser) < 0)
		return -1;
	open = top(parser);
	if (open == NULL)
		return slip_excerpt(parser->reader, "parenthesis-close", token->start, token->end);
	if (open->token.value != token->value)
		return slip_set(parser->reader, "parenthesis-shape", token->start, token->end,
			(struct msg_param[]){
				{ "before", read_excerpt(parser->reader, open->token.start, open->token.end) },
				{ "sign", read_excerpt(parser->reader, token->start, token->end) }, { 0 } });
	last = &parser->parts[parser->part_count - 1];
	last->start = open->token.start;
	last->end = token->end;
	last->barred = false;
	parser->sheffer = open->sheffer;
	parser->other = open->other;
	parser->open--;
	parser->pending_count--;
	return take_bars(parser);
}

/* ---- the whole ---- */

/* One token; *operand says whether an operand is wanted, before and after. */
static int step(struct parser *parser, const struct token *token, bool *operand)
{
	bool starts = token->kind == TOKEN_NAME || token->kind == TOKEN_CONSTANT || token->kind == TOKEN_OPEN ||
		      token->kind == TOKEN_NOT || token->kind == TOKEN_BAR || token->kind == TOKEN_QUANTIFIER;

	if (starts && !*operand) {
		if (juxtapose(parser, token) < 0)
			return -1;
		*operand = true;
	}
	if (*operand && !starts)
		return missing(parser, token);
	switch (token->kind) {
	case TOKEN_NAME:
	case TOKEN_CONSTANT:
		*operand = false;
		return push_leaf(parser, token);
	case TOKEN_OPEN:
		return open_bracket(parser, token);
	case TOKEN_BINARY:
		*operand = true;
		return push_binary(parser, token);
	case TOKEN_PRIME:
		return negate(parser, parser->parts[parser->part_count - 1].start, token->end);
	case TOKEN_CLOSE:
		return close_bracket(parser, token);
	case TOKEN_QUANTIFIER:
		open_quantifier(parser, token);
		return 0;
	default:
		push(parser, token);
		return 0;
	}
}

static int parse(struct parser *parser)
{
	/* What waits on the stacks was a sign of the text, or stands between two of them. */
	size_t room = 2 * parser->reader->count + 2;
	bool operand = true;
	struct token token;

	room = room < 2 * READ_NODES_MAX ? room : 2 * READ_NODES_MAX;
	parser->parts = arena_room(parser->reader->arena, room, sizeof(*parser->parts));
	parser->pending = arena_room(parser->reader->arena, room, sizeof(*parser->pending));
	do {
		if (read_token(parser->reader, &token) < 0)
			return -1;
		if (parser->part_count + 2 > room || parser->pending_count + 2 > room)
			return slip_set(parser->reader, "too-many-parts", token.start, token.end, NULL);
		if (token.kind != TOKEN_END && step(parser, &token, &operand) < 0)
			return -1;
	} while (token.kind != TOKEN_END);
	if (operand)
		return missing(parser, &token);
	if (reduce_group(parser) < 0)
		return -1;
	if (top(parser) != NULL)
		return slip_excerpt(
			parser->reader, "parenthesis-open", top(parser)->token.start, top(parser)->token.end);
	return 0;
}

static int read_all(struct reader *reader, const struct vocabulary *vocabulary, struct parser *parser)
{
	if (reader->bytes > READ_BYTES_MAX)
		return slip_set(reader, "too-long", READ_BYTES_MAX, READ_BYTES_MAX, NULL);
	if (name_declare(reader, vocabulary) < 0 || read_signs(reader) < 0)
		return -1;
	/* A statement may hold '=' of its own, and no two predicates make a product. */
	if (reader->quantified != NULL)
		reader->juxtaposes = false;
	else if (read_leading(reader) < 0)
		return -1;
	if (reader->found != NULL) {
		for (size_t i = reader->at; i + 1 < reader->count; i++) {
			if (sign_is_letter(reader->signs[i].rune) &&
				name_end(reader->signs, reader->count, i, true) > i + 1)
				reader->juxtaposes = false;
		}
	}
	return parse(parser);
}

int read_whole(struct reading_of *out, struct reader *reader, const struct vocabulary *vocabulary)
{
	struct parser parser = { .reader = reader };
	struct msg_text *remarks;

	if (read_all(reader, vocabulary, &parser) < 0) {
		slip_place(reader->slip, reader->text, reader->bytes);
		return -1;
	}
	remarks = arena_array(reader->arena, reader->remark_count + 1, sizeof(*remarks));
	for (size_t i = 0; i < reader->remark_count; i++)
		remarks[i] = reader->remarks[i];
	*out = (struct reading_of){ parser.parts[0].expr, remarks, reader->remark_count };
	return 0;
}

int expr_read(struct reading_of *out, const char *text, size_t bytes, const struct vocabulary *vocabulary,
	struct arena *arena, struct slip *slip)
{
	struct reader reader = { .text = text, .bytes = bytes, .arena = arena, .slip = slip };

	return read_whole(out, &reader, vocabulary);
}

int expr_read_free(
	struct reading_of *out, struct vocabulary *vocabulary, const char *text, struct arena *arena, struct slip *slip)
{
	struct reader reader = { .text = text, .bytes = strlen(text), .arena = arena, .slip = slip };
	const char **names;

	if (vocabulary->count > 0)
		return read_whole(out, &reader, vocabulary);
	reader.found = vocabulary;
	if (read_whole(out, &reader, vocabulary) < 0)
		return -1;
	names = arena_array(arena, reader.name_count + 1, sizeof(*names));
	for (unsigned i = 0; i < reader.name_count; i++)
		names[i] = reader.names[i];
	*vocabulary = (struct vocabulary){ names, reader.name_count };
	return 0;
}
