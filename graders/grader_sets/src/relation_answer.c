/*
 * An answer to the parts of a relation or a mapping: lines "réflexive : non, (2;2)", or an object by part. Where one part
 * is asked, its answer may stand alone. A witness is what there is of elements behind the no; the words between do not
 * matter.
 */
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "grader_sets/grader_sets.h"
#include "relation.h"

enum { FOLDED_MAX = 40, ITEMS_MAX = 8, WITNESS_DEPTH_MAX = 8 };

/* Letters and digits alone, small, without accents; "" when it is too long to be a label. */
static void fold(char out[FOLDED_MAX + 1], const char *text, size_t bytes)
{
	static const struct {
		const char *from;
		char to;
	} accents[] = { { "é", 'e' }, { "è", 'e' }, { "ê", 'e' }, { "É", 'e' }, { "à", 'a' }, { "ô", 'o' },
		{ "î", 'i' } };
	size_t count = 0;

	for (size_t i = 0; i < bytes && count < FOLDED_MAX; i++) {
		char c = text[i];

		for (size_t k = 0; k < sizeof(accents) / sizeof(accents[0]); k++)
			if (bytes - i >= 2 && !memcmp(text + i, accents[k].from, 2))
				c = accents[k].to;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[count++] = c;
		else if (c >= 'A' && c <= 'Z')
			out[count++] = (char)(c + 32);
	}
	out[bytes > 2 * FOLDED_MAX ? 0 : count] = '\0';
}

/* "classe de 2" where the class of 2 is asked. */
static bool names_of(const struct relation_question *asked, const char *label, const char *word, struct arena *arena)
{
	size_t bytes = strlen(word);
	const char *of = asked->of ? element_text(asked->of, 0, arena) : "";
	char folded[FOLDED_MAX + 1];

	fold(folded, of, strlen(of));
	return *folded && !strncmp(label, word, bytes) &&
	       (!strncmp(label + bytes, "de", 2) || !strncmp(label + bytes, "of", 2)) &&
	       !strcmp(label + bytes + 2, folded);
}

/* The part that a label names; asked->count when none. */
static size_t part_named(const struct relation_question *asked, const char *text, size_t bytes, struct arena *arena)
{
	char label[FOLDED_MAX + 1];

	fold(label, text, bytes);
	for (size_t i = 0; i < asked->count && *label; i++) {
		if (!strcmp(label, asked->parts[i].row->name))
			return i;
		for (const char *const *word = asked->parts[i].row->words; *word; word++)
			if (!strcmp(label, *word) ||
				(asked->parts[i].row->id == PART_CLASS && names_of(asked, label, *word, arena)))
				return i;
	}
	return asked->count;
}

struct reading_part {
	const struct relation_question *asked;
	const struct asked_part *part;
	const char *text;
	size_t bytes;
	struct arena *arena;
	struct slip *slip;
};

static int slip_at(const struct reading_part *r, size_t start, const char *code)
{
	*r->slip = (struct slip){ .start = start, .end = r->bytes };
	r->slip->message = msg_make(r->arena, &relation_messages, code,
		(struct msg_param[]){ { "part", r->part->row->label.fr },
			{ "rows", arena_printf(r->arena, "%zu", r->asked->relation.from->count) },
			{ "columns", arena_printf(r->arena, "%zu", r->asked->relation.to->count) }, { "example", "…" },
			{ 0 } });
	return -1;
}

static struct set_words words_of(const struct reading_part *r)
{
	return (struct set_words){ .elements = r->asked->names, .plain = true };
}

/* ---- yes and no ---- */

static size_t skip_blanks(const char *text, size_t at, size_t bytes)
{
	size_t used;

	while (at < bytes && utf8_is_blank(utf8_next(text + at, bytes - at, &used)))
		at += used;
	return at;
}

static size_t word_end(const char *text, size_t at, size_t bytes)
{
	while (at < bytes && !strchr(" \t\r\n,;:()={}", text[at]) &&
		!(bytes - at >= 2 && !memcmp(text + at, "\u00a0", 2)))
		at++;
	return at;
}

static bool is_element(const struct reading_part *r, const struct element *element)
{
	return set_has(r->asked->relation.from, element) || set_has(r->asked->relation.to, element);
}

/* Where the parenthesis or brace that opens here closes. */
static size_t closing(const char *text, size_t at, size_t bytes)
{
	size_t depth = 0;

	for (; at < bytes; at++) {
		depth += text[at] == '(' || text[at] == '{';
		if ((text[at] == ')' || text[at] == '}') && --depth == 0)
			return at + 1;
	}
	return bytes;
}

static bool is_filler(const struct reading_part *r, const char *word, size_t bytes)
{
	static const char *const fillers[] = { "et", "and", "mais", "but", "car", "because", "or", "donc", "R", "∈",
		"∉", "≠", "∌", "avec", "with", "par", "exemple", "contre-exemple", "couple", "le", "les", "the", "in",
		"not", "pas", "n’est", "n'est", "dans", "est", "is", "ont", "a", "de", "même", "image", "images",
		"same", "has", "have", "deux", "two", "pour", "for", "|", "→", "->", NULL };

	if (strlen(r->asked->name) == bytes && !memcmp(word, r->asked->name, bytes))
		return true;
	for (const char *const *filler = fillers; *filler; filler++)
		if (strlen(*filler) == bytes && !memcmp(word, *filler, bytes))
			return true;
	return false;
}

struct items {
	const struct element *list[ITEMS_MAX];
	size_t count;
};

static int read_item(const struct reading_part *r, size_t *at, struct items *items)
{
	const struct set_words words = words_of(r);
	bool bracket = strchr("({", r->text[*at]) != NULL;
	size_t end = bracket ? closing(r->text, *at, r->bytes) : word_end(r->text, *at, r->bytes);
	const struct element *element;
	size_t start = *at;
	struct slip slip;

	*at = end > start ? end : start + 1;
	int failed = element_read(&element, r->text + start, end - start, &words, r->arena, &slip);
	if (!bracket && (failed || !is_element(r, element))) {
		if (is_filler(r, r->text + start, end - start))
			return 0;
		if (failed)
			return slip_at(r, start, "witness-not-read");
	}
	if (failed) {
		*r->slip = slip;
		r->slip->start += start;
		r->slip->end += start;
		return -1;
	}
	if (element->depth > WITNESS_DEPTH_MAX)
		return slip_at(r, start, "part-too-deep");
	if (items->count < ITEMS_MAX)
		items->list[items->count++] = element;
	return 0;
}

/* Couples side by side are all of their elements: (1;2) (2;3). What stands behind the ones that are needed only explains. */
static void take_witness(const struct reading_part *r, const struct items *items, struct part_answer *out)
{
	bool transitive = r->part->row->property == PROPERTY_TRANSITIVE;
	size_t most = transitive ? 4 : 2;

	for (size_t i = 0; i < items->count; i++) {
		const struct element *item = items->list[i];
		bool tuple = item->kind == ELEMENT_TUPLE && !is_element(r, item);

		for (size_t k = 0; k < (tuple ? item->count : 1); k++)
			if (out->witness_count < WITNESS_MAX)
				out->witness[out->witness_count++] = tuple ? item->parts[k] : item;
		if (out->witness_count >= most || (tuple && !transitive) || (tuple && item->count == 3))
			return;
	}
}

/* f(1) = f(3) = a: what stands on the other side only explains. */
static void keep_side(const struct reading_part *r, struct items *items)
{
	const struct relation *relation = &r->asked->relation;
	bool last = r->part->row->property == PROPERTY_SURJECTIVE;
	const struct element *side = last ? relation->to : relation->from;
	const struct element *other = last ? relation->from : relation->to;
	size_t kept = 0;

	if (!r->asked->mapping)
		return;
	for (size_t i = 0; i < items->count; i++)
		if (set_has(side, items->list[i]) || !set_has(other, items->list[i]))
			items->list[kept++] = items->list[i];
	items->count = kept;
}

static int read_tick(const struct reading_part *r, struct part_answer *out)
{
	static const char *const yes[] = { "oui", "vrai", "vraie", "v", "o", "1", "yes", "true", "y", NULL },
				 *const no[] = { "non", "faux", "fausse", "f", "n", "0", "no", "false", NULL };
	size_t at = skip_blanks(r->text, 0, r->bytes), end = word_end(r->text, at, r->bytes);
	char word[FOLDED_MAX + 1];
	struct items items = { .count = 0 };
	bool known = false;

	fold(word, r->text + at, end - at);
	for (const char *const *one = yes; *one; one++)
		if (!strcmp(word, *one))
			out->yes = known = true;
	for (const char *const *one = no; *one; one++)
		known |= !strcmp(word, *one);
	if (!known)
		return slip_at(r, at, "yes-or-no");
	/* What explains a yes is not read; a line with a label of its own is an answer that would be lost. */
	const char *line = out->yes ? memchr(r->text + end, '\n', r->bytes - end) : NULL;
	if (line && memchr(line, ':', (size_t)(r->text + r->bytes - line)))
		return slip_at(r, (size_t)(line - r->text) + 1, "part-unknown");
	for (at = end; !out->yes && at < r->bytes;) {
		if (strchr(" \t\r\n,;:)}=.", r->text[at]) || (r->text[at] & 0xc0) == 0x80 ||
			!memcmp(r->text + at, "\u00a0", r->bytes - at >= 2 ? 2 : 1)) {
			at++;
			continue;
		}
		if (read_item(r, &at, &items))
			return -1;
	}
	keep_side(r, &items);
	take_witness(r, &items, out);
	return 0;
}

/* ---- sets ---- */

/* 0 and 1, rows between ends of line, slashes or brackets. */
static int read_matrix(const struct reading_part *r, struct part_answer *out)
{
	struct relation read = { .from = r->asked->relation.from, .to = r->asked->relation.to };
	size_t row = 0, column = 0;

	for (size_t i = 0; i <= r->bytes; i++) {
		char c = i < r->bytes ? r->text[i] : '\n';

		if (strchr("\n/]", c)) {
			if (column > 0 && column != read.to->count)
				return slip_at(r, 0, "matrix-size");
			row += column > 0;
			column = 0;
		} else if (c == '0' || c == '1') {
			if (row == read.from->count || column == read.to->count)
				return slip_at(r, 0, "matrix-size");
			if (c == '1')
				read.rows[row] |= (uint32_t)1 << column;
			column++;
		} else if (!strchr(" \t\r,;|[(){}&", c)) {
			return slip_at(r, i, "matrix-cells");
		}
	}
	if (row != read.from->count)
		return slip_at(r, 0, "matrix-size");
	out->set = relation_couples(&read, r->arena);
	return 0;
}

static bool says_none(const struct reading_part *r)
{
	static const char *const none[] = { "aucun", "aucune", "non", "none", "no", "ilnyenapas", "nexistepas",
		"ilnyapas", "rien", "vide", NULL };
	char word[FOLDED_MAX + 1];

	fold(word, r->text, r->bytes);
	for (const char *const *one = none; *one; one++)
		if (!strcmp(word, *one))
			return true;
	return false;
}

static int read_set(const struct reading_part *r, struct part_answer *out)
{
	const struct set_words words = words_of(r);
	const struct element *const *list;
	struct set_reading reading;
	struct slip ignored;
	size_t count;

	if (says_none(r)) {
		out->set = set_empty(r->arena);
		return 0;
	}
	if (set_read(&reading, r->text, r->bytes, &words, r->arena, &ignored) == 0 && reading.expr->op == SET_LITERAL &&
		reading.expr->literal.kind == SETS_FINITE) {
		out->set = reading.expr->literal.set;
		return 0;
	}
	if (element_list_read(&list, &count, r->text, r->bytes, &words, r->arena, r->slip))
		return -1;
	out->set = set_of(list, count, r->arena);
	return out->set ? 0 : slip_at(r, 0, "classes-sets");
}

/* {1;3} and {2}, or {{1;3};{2}}; one class alone is one. */
static int read_classes(const struct reading_part *r, struct part_answer *out)
{
	const struct set_words words = words_of(r);
	const struct element *const *list, *one;
	size_t count, sets = 0;

	if (element_list_read(&list, &count, r->text, r->bytes, &words, r->arena, r->slip))
		return -1;
	for (size_t i = 0; i < count; i++)
		sets += list[i]->kind == ELEMENT_SET;
	if (sets != 0 && sets != count)
		return slip_at(r, 0, "classes-sets");
	one = set_of(list, count, r->arena);
	out->set = sets == count ? one : set_of(&one, 1, r->arena);
	if (!out->set)
		return slip_at(r, 0, "classes-sets");
	for (size_t i = 0; i < r->asked->relation.from->count && sets == count; i++) {
		size_t classes = 0;

		for (size_t k = 0; k < out->set->count; k++)
			classes += set_has(out->set->parts[k], r->asked->relation.from->parts[i]);
		if (classes > 1 && !out->twice)
			out->twice = r->asked->relation.from->parts[i];
	}
	return 0;
}

static int read_part(const struct reading_part *r, struct part_answer *out)
{
	const struct set_words words = words_of(r);
	const struct element *element;

	if (skip_blanks(r->text, 0, r->bytes) == r->bytes)
		return 0;
	out->given = true;
	switch (r->part->row->shape) {
	case SHAPE_TICK:
		return read_tick(r, out);
	case SHAPE_COUPLES:
		return couples_read(&out->set, r->text, r->bytes, &words, r->arena, r->slip);
	case SHAPE_MATRIX:
		return read_matrix(r, out);
	case SHAPE_SET:
		return read_set(r, out);
	case SHAPE_CLASSES:
		return read_classes(r, out);
	case SHAPE_ELEMENT:
		break;
	}
	if (says_none(r)) {
		out->set = set_empty(r->arena);
		return 0;
	}
	if (element_read(&element, r->text, r->bytes, &words, r->arena, r->slip))
		return -1;
	out->set = set_of(&element, 1, r->arena);
	return out->set ? 0 : slip_at(r, 0, "part-too-deep");
}

/* ---- the whole answer ---- */

static enum reading settle(const struct relation_answer *out, const struct relation_question *asked)
{
	for (size_t i = 0; i < asked->count; i++)
		if (out->parts[i].given)
			return READING_OK;
	return READING_BLANK;
}

static enum reading read_span(struct relation_answer *out, struct paper *paper, const struct relation_question *asked,
	size_t index, size_t start, size_t end)
{
	struct slip slip = { 0 };
	struct reading_part r = { asked, &asked->parts[index], paper->text + start, end - start, paper->arena, &slip };

	if (out->parts[index].given) {
		slip_at(&r, 0, "part-twice-answered");
		return paper_slip(paper, &slip, start);
	}
	return read_part(&r, &out->parts[index]) ? paper_slip(paper, &slip, start) : READING_OK;
}

static enum reading unknown_label(struct paper *paper, const struct relation_question *asked, size_t start, size_t end)
{
	struct slip slip = { .start = start, .end = end };

	slip.message = msg_make(paper->arena, &relation_messages, "part-unknown",
		(struct msg_param[]){ { "part", asked->parts[0].row->label.fr },
			{ "example",
				relation_part_text(asked, &asked->parts[0], paper->arena)[0] == 'o' ? "oui" : "…" },
			{ 0 } });
	return paper_slip(paper, &slip, 0);
}

static enum reading read_lines(struct relation_answer *out, struct paper *paper, const struct relation_question *asked)
{
	size_t current = asked->count, start = 0, next;

	for (size_t line = 0; line < paper->bytes; line = next) {
		const char *end = memchr(paper->text + line, '\n', paper->bytes - line);

		next = end ? (size_t)(end - paper->text) + 1 : paper->bytes;
		const char *colon = memchr(paper->text + line, ':', next - line);
		size_t label = colon ? (size_t)(colon - paper->text) : line;
		size_t named = colon ? part_named(asked, paper->text + line, label - line, paper->arena) : asked->count;

		if (named == asked->count && current == asked->count) {
			if (skip_blanks(paper->text, line, next) == next)
				continue;
			if (asked->count > 1)
				return unknown_label(paper, asked, line, next);
			named = 0;
			label = line;
			colon = NULL;
		}
		if (named == asked->count)
			continue;
		if (current < asked->count && read_span(out, paper, asked, current, start, line) == READING_UNREADABLE)
			return READING_UNREADABLE;
		current = named;
		start = colon ? label + 1 : label;
	}
	if (current < asked->count && read_span(out, paper, asked, current, start, paper->bytes) == READING_UNREADABLE)
		return READING_UNREADABLE;
	return settle(out, asked);
}

static void add_json(struct buf *out, const json_t *value, const struct asked_part *part, unsigned depth)
{
	const char *open = depth == 0 ? "" : part->row->shape == SHAPE_CLASSES || depth == 0 ? "{" : "(";
	const char *close = depth == 0 ? "" : *open == '{' ? "}" : ")";

	if (json_is_string(value))
		buf_add(out, json_string_value(value), json_string_length(value));
	else if (json_is_integer(value))
		buf_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_boolean(value))
		buf_addstr(out, json_is_true(value) ? "oui" : "non");
	if (!json_is_array(value))
		return;
	bool matrix = part->row->shape == SHAPE_MATRIX;
	buf_addstr(out, matrix ? "" : open);
	for (size_t i = 0; i < json_array_size(value); i++) {
		buf_addstr(out, i == 0 ? "" : !matrix ? ";" : depth == 0 ? "\n" : " ");
		add_json(out, json_array_get(value, i), part, depth + 1);
	}
	buf_addstr(out, matrix ? "" : close);
}

static const char *text_of(const json_t *value, const struct asked_part *part, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(PAPER_BYTES_MAX);

	if (json_is_object(value)) {
		add_json(&out, json_object_get(value, "answer"), part, 0);
		buf_addch(&out, ' ');
		add_json(&out, json_object_get(value, "witness"), part, 1);
	} else {
		add_json(&out, value, part, 0);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static struct msg_text unreadable_part(const struct asked_part *part, const struct slip *slip, struct arena *arena)
{
	const struct msg_text *said = &slip->message;

	return msg_make_both(arena, &relation_messages, "part-unreadable",
		(struct msg_param[]){ { "part", part->row->label.fr }, { "message", msg_in(said, LANG_FR) }, { 0 } },
		(struct msg_param[]){ { "part", part->row->label.en }, { "message", msg_in(said, LANG_EN) }, { 0 } });
}

static enum reading read_object(
	struct relation_answer *out, struct paper *paper, const struct relation_question *asked, const json_t *answer)
{
	struct arena *arena = paper->arena;
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)answer, key, value)
	{
		size_t index = part_named(asked, key, strlen(key), arena);
		struct slip slip = { 0 };

		if (index == asked->count)
			return paper_unreadable(
				paper, msg_make(arena, &relation_messages, "key-unknown",
					       (struct msg_param[]){ { "part", asked->parts[0].row->name }, { 0 } }));
		const struct asked_part *part = &asked->parts[index];
		const char *text = text_of(value, part, arena);
		struct reading_part r = { asked, part, text, strlen(text), arena, &slip };

		bool failed = utf8_check(text, r.bytes) != r.bytes;
		if (failed)
			slip_at(&r, 0, "part-no-plain");
		else if (out->parts[index].given)
			failed = slip_at(&r, 0, "part-twice-answered");
		else
			failed = read_part(&r, &out->parts[index]);
		if (failed)
			return paper_unreadable(paper, unreadable_part(part, &slip, arena));
	}
	return settle(out, asked);
}

enum reading relation_read(
	struct relation_answer *out, struct paper *paper, const struct relation_question *asked, const json_t *answer)
{
	memset(out, 0, sizeof(*out));
	return json_is_object(answer) ? read_object(out, paper, asked, answer) : read_lines(out, paper, asked);
}
