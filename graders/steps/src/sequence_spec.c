/* The author's part of a question about a sequence. */
#include <string.h>
#include "sequence.h"

enum { RANKS_BEHIND = 40 };

static const char *const asks[] = { "terms", "closed-form", "sum", "rank", "nature", NULL };
static const char *const whiches[] = { "first", "last", NULL };
static const char *const gives[] = { "rank", "count", NULL };

const struct key_spec sequence_keys[SEQUENCE_KEYS] = {
	{ .name = "name", .type = KEY_STRING, .doc = "One letter, u if left out." },
	{ .name = "from", .type = KEY_INT, .min = 0, .max = 1, .doc = "The rank of the first term: 0 (default) or 1." },
	{ .name = "first", .type = KEY_ANY, .doc = "The first term, with next: a number or \"3/4\"." },
	{ .name = "next",
		.type = KEY_STRING,
		.doc = "The next term from u (this term, whatever its name) and n (its rank): \"1.05*u - 200\"." },
	{ .name = "term", .type = KEY_STRING, .doc = "Instead of first and next: the term in n, \"3*n^2 + 1\"." },
	{ .name = "ask",
		.type = KEY_STRING,
		.required = true,
		.choices = asks,
		.doc = "terms: a list; closed-form: u_n in n; sum: of the first terms; rank: the n that a condition "
		       "picks; nature: arithmetic, geometric or neither, with its ratio." },
	{ .name = "count", .type = KEY_INT, .min = 1, .max = TERMS_MAX, .doc = "How many terms are asked, or summed." },
	{ .name = "start",
		.type = KEY_INT,
		.min = 0,
		.max = TERMS_MAX,
		.doc = "The rank of the first term that is asked or summed; of terms with a given first one, the next "
		       "one if left out." },
	{ .name = "decimals",
		.type = KEY_INT,
		.min = 0,
		.max = 10,
		.doc = "What is asked is rounded to so many decimals; exact if left out." },
	{ .name = "condition",
		.type = KEY_STRING,
		.doc = "Of a rank: in u (the term), s (the sum of all terms up to it), n and k (how many these are), "
		       "\"u > 1000\"." },
	{ .name = "which",
		.type = KEY_STRING,
		.choices = whiches,
		.doc = "first (default): the first rank where the condition holds; last: the last one before it "
		       "fails." },
	{ .name = "give",
		.type = KEY_STRING,
		.choices = gives,
		.doc = "rank (default), or count: how many terms that makes." },
};

struct author {
	struct reader *reader;
	json_t *object;
	const char *pointer;
	struct sequence_question *out;
};

static bool refuse(const struct author *author, const char *key, const char *code)
{
	const char *at = key ? reader_pointer(author->reader, author->pointer, key) : author->pointer;

	reader_problem(author->reader, at, false, &sequence_messages, code,
		(struct msg_param[]){ { "name", key ? key : "" }, { 0 } });
	return false;
}

static bool read_formula(const struct author *author, const char *key, const struct formula **out)
{
	const char *text = reader_string(author->reader, author->object, key, NULL);
	struct slip slip;

	if (text == NULL)
		return true;
	if (formula_read(out, text, strlen(text), author->reader->arena, &slip) == 0)
		return true;
	reader_problem_text(author->reader, reader_pointer(author->reader, author->pointer, key), false, slip.message);
	return false;
}

static bool read_rule(const struct author *author)
{
	struct sequence_question *out = author->out;
	json_t *first = json_object_get(author->object, "first");
	struct arena *arena = author->reader->arena;
	struct value value;
	struct slip slip;

	if (!read_formula(author, "next", &out->next) || !read_formula(author, "term", &out->term) ||
		!read_formula(author, "condition", &out->condition))
		return false;
	out->condition_text = reader_string(author->reader, author->object, "condition", NULL);
	if ((out->next == NULL) == (out->term == NULL))
		return refuse(author, NULL, "rule-one");
	out->rule = formula_text(out->next ? out->next : out->term, arena);
	if (out->term)
		return first == NULL ? true : refuse(author, "first", "first-unused");
	if (first == NULL)
		return refuse(author, NULL, "first-missing");
	if (value_of_json(&value, first, arena, &slip) < 0 || value.kind != VALUE_NUMBER)
		return refuse(author, "first", "first-number");
	out->terms[0] = value.number;
	return true;
}

/* Which terms are asked or summed. */
static bool read_range(const struct author *author, size_t *needed)
{
	struct sequence_question *out = author->out;
	long after = out->ask == ASK_TERMS && out->next ? 1 : 0;
	long start = reader_int(author->object, "start", (long)out->from + after);
	long count = reader_int(author->object, "count", 0);

	if (out->ask != ASK_TERMS && out->ask != ASK_SUM)
		return true;
	if (start < out->from)
		return refuse(author, "start", "start-early");
	if (count == 0)
		return refuse(author, NULL, "count-missing");
	if (out->ask == ASK_TERMS && count > ASKED_MAX)
		return refuse(author, "count", "count-large");
	out->start = (size_t)(start - out->from);
	out->asked = (size_t)count;
	*needed = out->start + out->asked + 2;
	return *needed <= TERMS_MAX ? true : refuse(author, "count", "count-large");
}

/* Looks at terms from the index `from` on; -1 when the condition makes no sense, 1 when it is found. */
static int look(struct sequence_question *out, size_t from, size_t *met, size_t *steps, struct arena *arena)
{
	for (size_t i = from; i < out->count; i++) {
		int holds = sequence_holds(out, i, steps, arena);

		if (holds < 0)
			return -1;
		*met += holds == 1;
		out->rank = out->last && i > 0 ? i - 1 : i;
		if (out->last ? holds == 0 && *met > 0 : holds == 1)
			return 1;
	}
	return 0;
}

static bool find_rank(const struct author *author)
{
	struct sequence_question *out = author->out;
	size_t steps = SEQUENCE_STEPS, met = 0, from = 0;
	int found = 0;
	bool goes_on = true;

	if (out->condition == NULL)
		return refuse(author, NULL, "condition-missing");
	for (; found == 0 && goes_on && from < TERMS_MAX; from = out->count) {
		goes_on = sequence_unroll(out, from + RANKS_BEHIND, author->reader->arena);
		if (out->count > 3)
			found = look(out, from, &met, &steps, author->reader->arena);
	}
	if (found == 1)
		sequence_unroll(out, out->rank + RANKS_BEHIND, author->reader->arena);
	if (found == 1 && out->count > 3)
		return true;
	return refuse(author, "condition", found < 0 ? "condition-senseless" : "condition-never");
}

static const char *terms_text(const struct sequence_question *out, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;

	for (size_t i = 0; i < out->asked; i++)
		buf_printf(&text, "%s%s", i > 0 ? " ; " : "",
			number_text(sequence_asked(out, out->terms[out->start + i], arena), NUMBER_DECIMAL, LANG_FR,
				arena));
	return arena_memdup(arena, buf_str(&text), text.len);
}

static const struct number *asked_sum(const struct sequence_question *out, struct arena *arena)
{
	const struct number *before = out->start > 0 ? out->sums[out->start - 1] : number_of(0, arena);

	return number_sub(out->sums[out->start + out->asked - 1], before, arena);
}

static const char *nature_text(const struct sequence_question *out, struct arena *arena)
{
	const struct number *ratio = out->nature == NATURE_ARITHMETIC ? out->r : out->q;

	if (out->nature != NATURE_ARITHMETIC && out->nature != NATURE_GEOMETRIC)
		return "ni arithmétique ni géométrique";
	return arena_printf(arena, "%s de raison %s", out->nature == NATURE_ARITHMETIC ? "arithmétique" : "géométrique",
		number_text(ratio, NUMBER_DECIMAL, LANG_FR, arena));
}

static const char *number_reference(
	const struct sequence_question *out, const struct number *value, struct arena *arena)
{
	return value ? number_text(sequence_asked(out, value, arena), NUMBER_DECIMAL, LANG_FR, arena) : NULL;
}

static void set_reference(struct sequence_question *out, struct arena *arena)
{
	switch (out->ask) {
	case ASK_TERMS:
		out->reference = terms_text(out, arena);
		out->example = "2 ; 4 ; 6,5";
		break;
	case ASK_CLOSED_FORM:
		out->reference = sequence_closed_form(out, arena);
		out->example = "10 × 2^n + 3";
		break;
	case ASK_SUM:
		out->reference = number_reference(out, asked_sum(out, arena), arena);
		out->example = "1250,5";
		break;
	case ASK_RANK:
		out->reference = number_text(number_of((int64_t)out->rank + (out->give_count ? 1 : out->from), arena),
			NUMBER_EXACT, LANG_FR, arena);
		out->example = "12";
		break;
	case ASK_NATURE:
		out->reference = nature_text(out, arena);
		out->example = "arithmétique de raison 3";
		break;
	}
}

static enum sequence_ask ask_named(const char *name)
{
	for (size_t i = 0; asks[i] != NULL; i++)
		if (!strcmp(name, asks[i]))
			return (enum sequence_ask)i;
	return ASK_TERMS;
}

void sequence_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct sequence_question *out = arena_alloc(reader->arena, sizeof(*out));
	const struct author author = { reader, object, pointer, out };
	size_t needed = 0;

	out->name = reader_string(reader, object, "name", "u");
	out->from = reader_int(object, "from", 0);
	out->ask = ask_named(reader_string(reader, object, "ask", "terms"));
	out->decimals = (int)reader_int(object, "decimals", -1);
	out->last = strcmp(reader_string(reader, object, "which", "first"), "last") == 0;
	out->give_count = strcmp(reader_string(reader, object, "give", "rank"), "count") == 0;
	if (strlen(out->name) != 1 || strchr("abcdefghijklmopqrstuvwzABCDEFGHIJKLMOPQRSTUVWZ", out->name[0]) == NULL) {
		refuse(&author, "name", "name-letter");
		return;
	}
	if (!read_rule(&author) || !read_range(&author, &needed))
		return;
	if (out->ask == ASK_CLOSED_FORM || out->ask == ASK_NATURE)
		needed = TRIED_RANKS + 2;
	if (!sequence_unroll(out, needed, reader->arena)) {
		refuse(&author, out->next ? "next" : "term", "rule-fails");
		return;
	}
	if (out->ask == ASK_RANK && !find_rank(&author))
		return;
	set_reference(out, reader->arena);
	if (out->reference == NULL) {
		refuse(&author, out->next ? "next" : "term", "no-closed-form");
		return;
	}
	question->spec = out;
}
