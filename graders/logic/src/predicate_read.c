/*
 * What statements add to the reader of formulas: quantifiers, predicates with their terms, equalities between terms.
 * The parser sees a predicate as a variable and a quantifier as a prefix; the leaves are kept here.
 */
#include <string.h>
#include "predicate_reading.h"

/* ---- leaves ---- */

static struct leaf *add_leaf(struct reader *reader, unsigned *index)
{
	struct quantified *quantified = reader->quantified;

	if (quantified->leaf_count == quantified->leaf_room) {
		size_t room = 2 * quantified->leaf_room + 16;
		struct leaf *leaves = arena_array(reader->arena, room, sizeof(*leaves));

		for (size_t i = 0; i < quantified->leaf_count; i++)
			leaves[i] = quantified->leaves[i];
		quantified->leaves = leaves;
		quantified->leaf_room = room;
	}
	*index = (unsigned)quantified->leaf_count;
	return &quantified->leaves[quantified->leaf_count++];
}

unsigned quantified_close(struct reader *reader, const struct token *quantifier, const struct expr *body)
{
	struct quantified *quantified = reader->quantified;
	unsigned level = (unsigned)--quantified->bound_count, index;
	struct leaf *leaf = add_leaf(reader, &index);

	leaf->kind = quantifier->value == QUANTIFIER_FORALL ? LEAF_FORALL : LEAF_EXISTS;
	leaf->names[0] = quantified->bound[level].name;
	leaf->level = level;
	leaf->body = body;
	return index;
}

/* ---- names ---- */

size_t skip_blanks(const struct reader *reader, size_t at)
{
	while (at < reader->count && reader->signs[at].rune == ' ')
		at++;
	return at;
}

uint32_t rune_at(const struct reader *reader, size_t at)
{
	return at < reader->count ? reader->signs[at].rune : 0;
}

const char *text_of(struct reader *reader, size_t at, size_t end)
{
	return read_excerpt(reader, reader->signs[at].start, reader->signs[end - 1].end);
}

static bool same_key(const struct name_key *a, const struct name_key *b, bool lower)
{
	if (a->count != b->count || a->count == 0)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		if (a->runes[i] != b->runes[i] && (!lower || sign_lower(a->runes[i]) != sign_lower(b->runes[i])))
			return false;
	}
	return true;
}

int find_key(const struct name_key *keys, size_t count, const struct name_key *key)
{
	for (int lower = 0; lower < 2; lower++) {
		for (size_t i = 0; i < count; i++)
			if (same_key(&keys[i], key, lower))
				return (int)i;
	}
	return -1;
}

int find_bound(const struct quantified *quantified, const struct name_key *key)
{
	for (size_t i = quantified->bound_count; i > 0; i--)
		if (same_key(&quantified->bound[i - 1].key, key, false))
			return (int)(i - 1);
	return -1;
}

static void make_key(struct reader *reader, const char *name, struct name_key *key)
{
	struct reader inner = { .text = name, .bytes = strlen(name), .arena = reader->arena, .slip = reader->slip };

	if (read_signs(&inner) < 0 || !name_key(key, inner.signs, 0, inner.count))
		key->count = 0;
}

const char *element_list(struct reader *reader)
{
	const struct world *world = reader->quantified->world;
	const char *list = "";

	for (unsigned i = 0; i < world->element_count; i++)
		list = arena_printf(reader->arena, "%s%s%s", list, i > 0 ? ", " : "", world->elements[i]);
	return list;
}

/* "R(x, y)" */
static const char *example_of(struct reader *reader, unsigned predicate)
{
	static const char *const arguments[] = { "", "(x)", "(x, y)", "(x, y, z)" };
	const struct predicate *row = &reader->quantified->world->predicates[predicate];

	return arena_printf(reader->arena, "%s%s", row->name, arguments[row->arity]);
}

static const char *predicate_list(struct reader *reader)
{
	const struct world *world = reader->quantified->world;
	const char *list = "";

	for (unsigned i = 0; i < world->predicate_count; i++)
		list = arena_printf(reader->arena, "%s%s%s", list, i > 0 ? ", " : "", example_of(reader, i));
	return list;
}

/* ---- terms ---- */

/* A variable or an element at signs[at]; *end after it. -1 and the slip. */
static int take_term(struct reader *reader, size_t at, size_t *end, struct argument *out, const char **name)
{
	const struct quantified *quantified = reader->quantified;
	struct name_key key;
	int index;

	*end = name_end(reader->signs, reader->count, at, false);
	if (*end == at)
		return 0;
	name_key(&key, reader->signs, at, *end); /* too long to be a name: no key, and found nowhere */
	*name = text_of(reader, at, *end);
	index = find_bound(quantified, &key);
	out->bound = index >= 0;
	if (index < 0)
		index = find_key(quantified->elements, quantified->world->element_count, &key);
	if (index < 0)
		return slip_set(reader, sign_digit(reader->signs[at].rune) >= 0 ? "not-element" : "not-bound",
			reader->signs[at].start, reader->signs[*end - 1].end,
			(struct msg_param[]){ { "name", *name }, { "known", element_list(reader) }, { 0 } });
	out->index = (unsigned)index;
	return 1;
}

static int wrong_arguments(struct reader *reader, unsigned predicate, size_t at, size_t end, const char *code)
{
	const struct predicate *row = &reader->quantified->world->predicates[predicate];

	return slip_set(reader, code, reader->signs[at].start, reader->signs[end - 1].end,
		(struct msg_param[]){ { "name", row->name }, { "example", example_of(reader, predicate) }, { 0 } });
}

/* The terms in parentheses from signs[at] on; the sign after them, or 0 and the slip. `from`: the predicate. */
static size_t take_arguments(struct reader *reader, unsigned predicate, size_t from, size_t at, struct leaf *leaf)
{
	unsigned arity = reader->quantified->world->predicates[predicate].arity, count = 0;
	size_t next = skip_blanks(reader, at), end;

	if (arity == 0 && rune_at(reader, next) != '(')
		return at;
	if (rune_at(reader, next) != '(') {
		wrong_arguments(reader, predicate, from, at, "predicate-arguments");
		return 0;
	}
	for (at = next + 1;; at = end + 1) {
		struct argument term = { 0 };
		const char *name = NULL;
		int taken;

		at = skip_blanks(reader, at);
		if (at == reader->count)
			break;
		taken = take_term(reader, at, &end, &term, &name);
		if (taken < 0)
			return 0;
		if (taken == 0 || count == arity) {
			wrong_arguments(reader, predicate, from, at + 1, "predicate-arguments");
			return 0;
		}
		leaf->terms[count] = term;
		leaf->names[count++] = name;
		end = skip_blanks(reader, end);
		if (rune_at(reader, end) == ')' && count == arity)
			return end + 1;
		if (rune_at(reader, end) != ',' && rune_at(reader, end) != ';') {
			at = end < reader->count ? end : reader->count - 1;
			wrong_arguments(reader, predicate, from, at + 1,
				end < reader->count ? "predicate-arguments" : "predicate-close");
			return 0;
		}
	}
	wrong_arguments(reader, predicate, from, reader->count, "predicate-close");
	return 0;
}

static int take_predicate(struct reader *reader, struct token *out, unsigned predicate, size_t end)
{
	size_t start = reader->at;
	struct leaf made = { .kind = LEAF_PREDICATE, .predicate = predicate };
	int bars = name_bars(reader, start, end);
	size_t stop;
	unsigned index;

	if (bars < 0)
		return -1;
	stop = take_arguments(reader, predicate, start, end, &made);
	if (stop == 0)
		return -1;
	*add_leaf(reader, &index) = made;
	out->kind = TOKEN_NAME;
	out->value = index;
	out->bars = (unsigned)bars;
	out->start = reader->signs[start].start;
	out->end = reader->signs[stop - 1].end;
	reader->at = stop;
	reader->last = *out;
	return 1;
}

/* An equality sign at signs[at]: the sign after it, or `at`. */
static size_t equality_end(const struct reader *reader, size_t at, bool *negated)
{
	*negated = rune_at(reader, at) == 0x2260 || rune_at(reader, at) == '!' || rune_at(reader, at) == '\\';
	if (rune_at(reader, at) == 0x2260)
		return at + 1;
	if (rune_at(reader, at) == '\\') {
		size_t end = words_end(reader->signs, reader->count, at + 1, "neq");

		return end > at + 1                                                      ? end
		       : words_end(reader->signs, reader->count, at + 1, "ne") == at + 1 ? at
											 : at + 3;
	}
	at += *negated && rune_at(reader, at + 1) == '=';
	return rune_at(reader, at) == '=' && rune_at(reader, at + 1) != '>' ? at + 1 : at;
}

/* "x = y", "x ≠ 1". 1, 0 when there is no equality sign after the term, -1 and the slip. */
static int take_equality(struct reader *reader, struct token *out)
{
	size_t start = reader->at, end = name_end(reader->signs, reader->count, start, false), sign;
	struct leaf made = { .kind = LEAF_EQUAL };
	bool negated;
	unsigned index;

	if (end == start)
		return 0;
	sign = skip_blanks(reader, end);
	end = equality_end(reader, sign, &negated);
	if (end == sign)
		return 0;
	if (take_term(reader, start, &sign, &made.terms[0], &made.names[0]) < 0)
		return -1;
	sign = skip_blanks(reader, end);
	if (sign == reader->count || name_end(reader->signs, reader->count, sign, false) == sign)
		return slip_set(reader, "missing-right", reader->signs[end - 1].start, reader->signs[end - 1].end,
			(struct msg_param[]){ { "before", text_of(reader, end - 1, end) }, { "sign", "" }, { 0 } });
	if (take_term(reader, sign, &end, &made.terms[1], &made.names[1]) < 0)
		return -1;
	*add_leaf(reader, &index) = made;
	out->kind = TOKEN_NAME;
	out->value = index;
	out->bars = negated;
	out->start = reader->signs[start].start;
	out->end = reader->signs[end - 1].end;
	reader->at = end;
	reader->last = *out;
	return 1;
}

/* Letters that are no predicate, no word: what was meant? */
static int unknown_letters(struct reader *reader, size_t end)
{
	size_t at = reader->at;
	const char *name = text_of(reader, at, end);
	struct name_key key;
	bool element;

	name_key(&key, reader->signs, at, end);
	element = find_bound(reader->quantified, &key) >= 0 ||
		  find_key(reader->quantified->elements, reader->quantified->world->element_count, &key) >= 0;
	return slip_set(reader, element ? "element-alone" : "unknown-predicate", reader->signs[at].start,
		reader->signs[end - 1].end,
		(struct msg_param[]){ { "name", name }, { "known", predicate_list(reader) },
			{ "example", example_of(reader, 0) }, { 0 } });
}

static int take_statement_letters(struct reader *reader, struct token *out)
{
	const struct quantified *quantified = reader->quantified;
	size_t at = reader->at, end = name_end(reader->signs, reader->count, at, false), word;
	struct name_key key;
	int predicate;

	/* The longest beginning that is a predicate: P_1 before P, and Px is P without its parentheses. */
	for (size_t stop = end; stop > at; stop--) {
		if (stop < end && word_at(reader, at, &word) != NULL)
			return 0;
		if (!name_key(&key, reader->signs, at, stop))
			continue;
		if (find_bound(quantified, &key) >= 0)
			break;
		predicate = find_key(quantified->predicates, quantified->world->predicate_count, &key);
		if (predicate >= 0)
			return take_predicate(reader, out, (unsigned)predicate, stop);
	}
	if (word_at(reader, at, &word) != NULL)
		return 0;
	if (end == at + 1 && (reader->signs[at].rune == 'V' || reader->signs[at].rune == 'F'))
		return 0;
	return unknown_letters(reader, end);
}

int quantified_token(struct reader *reader, struct token *out)
{
	int taken = take_quantifier(reader, out);

	if (taken == 0)
		taken = take_equality(reader, out);
	if (taken != 0)
		return taken;
	if (sign_is_letter(reader->signs[reader->at].rune))
		return take_statement_letters(reader, out);
	return 0;
}

int statement_read(struct statement *out, const char *text, size_t bytes, const struct world *world,
	struct arena *arena, struct slip *slip)
{
	struct quantified quantified = { .world = world };
	struct reader reader = {
		.text = text, .bytes = bytes, .arena = arena, .slip = slip, .quantified = &quantified
	};
	const struct vocabulary none = { NULL, 0 };
	struct reading_of read;

	for (unsigned i = 0; i < world->predicate_count; i++)
		make_key(&reader, world->predicates[i].name, &quantified.predicates[i]);
	for (unsigned i = 0; i < world->element_count; i++)
		make_key(&reader, world->elements[i], &quantified.elements[i]);
	if (read_whole(&read, &reader, &none) < 0)
		return -1;
	*out = (struct statement){ read.expr, quantified.leaves, quantified.leaf_count, read.remarks,
		read.remark_count };
	return 0;
}
