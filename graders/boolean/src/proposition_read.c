/* What the author gives: propositions or a domain with predicates, a formula or premises and a conclusion. */
#include <string.h>
#include "base/json.h"
#include "grader_boolean/grader_boolean.h"
#include "proposition.h"

struct author {
	struct reader *reader;
	json_t *object;
	const char *pointer;
};

static bool refuse(const struct author *author, const char *key, const char *code, const struct msg_param *params)
{
	reader_problem(author->reader, key ? reader_pointer(author->reader, author->pointer, key) : author->pointer,
		false, &proposition_messages, code, params);
	return false;
}

/* ---- sentences ---- */

int sentence_read(struct sentence *out, const struct proposition_question *asked, const char *text, size_t bytes,
	struct arena *arena, struct slip *slip)
{
	const struct expr *ground;
	struct reading_of read;

	*out = (struct sentence){ .table = { 0 } };
	if (asked->world) {
		if (statement_read(&out->statement, text, bytes, asked->world, arena, slip) < 0)
			return -1;
		ground = statement_ground(&out->statement, asked->world, arena);
		if (!ground) {
			*slip = (struct slip){
				.message = proposition_say(arena, "statement-too-large", NULL), .line = 1, .column = 1
			};
			return -1;
		}
	} else {
		if (expr_read(&read, text, bytes, &asked->shared.vocabulary, arena, slip) < 0)
			return -1;
		out->statement = (struct statement){
			.expr = read.expr, .remarks = read.remarks, .remark_count = read.remark_count
		};
		ground = read.expr;
	}
	out->table = table_of(ground, asked->shared.vocabulary.count, arena);
	return 0;
}

const char *sentence_text(const struct proposition_question *asked, const struct sentence *sentence,
	const struct expr *part, struct arena *arena)
{
	if (asked->world)
		return statement_text(&sentence->statement, part, asked->world, arena);
	return spec_text(&asked->shared, part, arena);
}

static bool read_sentence(const struct author *author, const struct proposition_question *asked, const json_t *value,
	const char *pointer, struct sentence *out)
{
	struct arena *arena = author->reader->arena;
	const char *text = json_string_value(value);
	struct slip slip = { 0 };

	if (!text) {
		reader_problem(author->reader, pointer, false, &proposition_messages, "sentence-expected", NULL);
		return false;
	}
	if (sentence_read(out, asked, text, json_string_length(value), arena, &slip) == 0)
		return true;
	struct msg_text why = msg_make(arena, &boolean_messages, "formula-unreadable",
		(struct msg_param[]){ { "text", text }, { "column", arena_printf(arena, "%d", slip.column) }, { 0 } });
	why.fr = arena_printf(arena, "%s %s", why.fr, slip.message.fr);
	why.en = arena_printf(arena, "%s %s", why.en, msg_in(&slip.message, LANG_EN));
	reader_problem_text(author->reader, pointer, false, why);
	return false;
}

static bool read_at(
	const struct author *author, const struct proposition_question *asked, const char *key, struct sentence *out)
{
	return read_sentence(author, asked, json_object_get(author->object, key),
		reader_pointer(author->reader, author->pointer, key), out);
}

/* ---- domain and predicates ---- */

static bool is_element(const char *name)
{
	return vocabulary_name(name) || (name[0] != '\0' && strspn(name, "0123456789") == strlen(name));
}

static bool read_domain(const struct author *author, struct world *world)
{
	const char *const *names = reader_strings(author->reader, author->object, "domain");
	unsigned count = 0;
	bool fine = true;

	for (; names[count]; count++) {
		if (count == WORLD_ELEMENTS_MAX)
			return refuse(author, "domain", "bad-domain", NULL);
		fine &= is_element(names[count]);
		for (unsigned i = 0; i < count; i++)
			fine &= strcmp(names[i], names[count]) != 0;
	}
	world->elements = names;
	world->element_count = count;
	return (fine && count > 0) || refuse(author, "domain", "bad-domain", NULL);
}

static bool read_predicates(const struct author *author, struct world *world)
{
	json_t *rows = json_object_get(author->object, "predicates"), *arity;
	struct predicate *predicates = arena_array(author->reader->arena, WORLD_PREDICATES_MAX, sizeof(*predicates));
	unsigned count = 0;
	const char *name;

	json_object_foreach(rows, name, arity)
	{
		json_int_t value = json_is_integer(arity) ? json_integer_value(arity) : -1;

		if (count == WORLD_PREDICATES_MAX || !vocabulary_name(name) || value < 0 || value > ARITY_MAX)
			return refuse(
				author, "predicates", "bad-predicate", (struct msg_param[]){ { "name", name }, { 0 } });
		predicates[count++] = (struct predicate){ arena_strdup(author->reader->arena, name), (unsigned)value };
	}
	if (count == 0)
		return refuse(author, "predicates", "no-predicates", NULL);
	world->predicates = predicates;
	world->predicate_count = count;
	return true;
}

static bool read_world(const struct author *author, struct proposition_question *out)
{
	struct world *world = arena_alloc(author->reader->arena, sizeof(*world));
	struct vocabulary *atoms = arena_alloc(author->reader->arena, sizeof(*atoms));

	if (json_object_get(author->object, "variables") || json_object_get(author->object, "meanings"))
		return refuse(author, "domain", "domain-and-variables", NULL);
	if (!json_object_get(author->object, "domain") || !json_object_get(author->object, "predicates"))
		return refuse(author, NULL, "domain-needs-predicates", NULL);
	if (!read_domain(author, world) || !read_predicates(author, world))
		return false;
	if (!world_make(world, author->reader->arena))
		return refuse(author, "predicates", "too-many-atoms", NULL);
	out->world = world;
	*atoms = world->atoms;
	out->shared = (struct boolean_spec){ .vocabulary = world->atoms,
		.name = "E",
		.meanings = arena_array(author->reader->arena, atoms->count + 1, sizeof(struct meaning)),
		.style = { atoms, true } };
	return true;
}

static bool read_vocabulary(const struct author *author, struct proposition_question *out)
{
	if (json_object_get(author->object, "domain") || json_object_get(author->object, "predicates"))
		return read_world(author, out);
	if (!spec_read(&out->shared, author->reader, author->object, author->pointer, VARIABLES_MAX))
		return false;
	out->shared.style.propositions = true;
	return true;
}

/* ---- what is asked ---- */

/* An assignment as students type it: "P = 1, Q = 0". */
static const char *row_typed(const struct proposition_question *asked, int64_t row, struct arena *arena)
{
	return spec_row(&asked->shared, (uint32_t)row, arena);
}

static bool read_formula(const struct author *author, struct proposition_question *out)
{
	struct arena *arena = author->reader->arena;
	struct sentence negation;

	if (!read_at(author, out, "formula", &out->formula))
		return false;
	out->wanted = out->negate ? table_not(&out->formula.table, arena) : out->formula.table;
	negation = out->formula;
	if (out->negate)
		statement_negation(&negation.statement, &out->formula.statement, arena);
	out->reference = sentence_text(out, &negation, negation.statement.expr, arena);
	return true;
}

static bool read_nature(const struct author *author, struct proposition_question *out)
{
	struct arena *arena = author->reader->arena;
	bool value;

	if (!read_at(author, out, "formula", &out->formula))
		return false;
	if (table_constant(&out->formula.table, &value)) {
		out->nature = value ? NATURE_TAUTOLOGY : NATURE_CONTRADICTION;
		out->reference = value ? "tautologie" : "contradiction";
		return true;
	}
	out->nature = NATURE_NEITHER;
	struct table falses = table_not(&out->formula.table, arena);
	out->reference = arena_printf(arena, "ni l’un ni l’autre : vraie pour %s ; fausse pour %s",
		row_typed(out, plainest_row(&out->formula.table), arena), row_typed(out, plainest_row(&falses), arena));
	return true;
}

static bool read_consequence(const struct author *author, struct proposition_question *out)
{
	struct arena *arena = author->reader->arena;
	const json_t *list = json_object_get(author->object, "premises");
	const char *pointer = reader_pointer(author->reader, author->pointer, "premises");
	struct sentence *premises = arena_array(arena, json_array_size(list) + 1, sizeof(*premises));
	bool fine = read_at(author, out, "conclusion", &out->conclusion);

	for (size_t i = 0; i < json_array_size(list); i++)
		fine &= read_sentence(author, out, json_array_get(list, i),
			reader_pointer_at(author->reader, pointer, i), &premises[i]);
	if (!fine)
		return false;
	struct table empty = table_new(out->shared.vocabulary.count, arena), all = table_not(&empty, arena);
	for (size_t i = 0; i < json_array_size(list); i++)
		all = table_and(&all, &premises[i].table, arena);
	if (table_count(&all) == 0)
		reader_warning(author->reader, pointer, false, &proposition_messages, "premises-contradict", NULL);
	struct table otherwise = table_not(&out->conclusion.table, arena);
	out->refuting = table_and(&all, &otherwise, arena);
	out->premises = premises;
	out->premise_count = json_array_size(list);
	int64_t row = plainest_row(&out->refuting);
	out->reference = row < 0 ? "oui" : arena_printf(arena, "non : %s", row_typed(out, row, arena));
	return true;
}

/* The keys of one question are not those of another. */
static bool check_keys(const struct author *author, enum ask ask)
{
	static const char *const keys[] = { "formula", "negate", "premises", "conclusion" };
	static const char *const needed[][3] = { [ASK_FORMULA] = { "formula" },
		[ASK_NATURE] = { "formula" },
		[ASK_CONSEQUENCE] = { "premises", "conclusion" } };
	static const bool allowed[][4] = {
		[ASK_FORMULA] = { true, true }, [ASK_NATURE] = { true }, [ASK_CONSEQUENCE] = { [2] = true, [3] = true }
	};
	bool fine = true;

	for (size_t i = 0; i < 4; i++)
		if (json_object_get(author->object, keys[i]) && !allowed[ask][i])
			fine = refuse(
				author, keys[i], "key-not-here", (struct msg_param[]){ { "key", keys[i] }, { 0 } });
	for (size_t i = 0; needed[ask][i]; i++)
		if (!json_object_get(author->object, needed[ask][i]))
			fine = refuse(
				author, NULL, "key-needed", (struct msg_param[]){ { "key", needed[ask][i] }, { 0 } });
	return fine;
}

/* Words that both languages have, where there are some. */
static const char *example(const struct proposition_question *asked, struct arena *arena)
{
	if (asked->ask == ASK_FORMULA)
		return spec_example(&asked->shared, arena);
	return asked->ask == ASK_NATURE ? "contradiction" : arena_printf(arena, "non : %s", row_typed(asked, 0, arena));
}

void proposition_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct author author = { reader, object, pointer };
	struct proposition_question *out = arena_alloc(reader->arena, sizeof(*out));
	const char *ask = reader_string(reader, object, "ask", "formula");
	bool fine;

	out->ask = !strcmp(ask, "nature") ? ASK_NATURE : !strcmp(ask, "consequence") ? ASK_CONSEQUENCE : ASK_FORMULA;
	out->negate = reader_bool(object, "negate", false);
	if (!check_keys(&author, out->ask) || !read_vocabulary(&author, out))
		return;
	if (out->ask == ASK_FORMULA)
		fine = read_formula(&author, out);
	else
		fine = out->ask == ASK_NATURE ? read_nature(&author, out) : read_consequence(&author, out);
	if (!fine)
		return;
	out->shared.example = example(out, reader->arena);
	question->spec = out;
}
