/* Rows in words: of propositions with their meanings, of predicates by what they are true of. */
#include <string.h>
#include "base/buf.h"
#include "grader_boolean/grader_boolean.h"
#include "proposition.h"

struct msg_text proposition_say(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &proposition_messages, code, params);
}

struct msg_text proposition_say_both(
	struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en)
{
	return msg_make_both(arena, &proposition_messages, code, fr, en);
}

struct msg_text truth_word(bool value)
{
	return value ? (struct msg_text){ .fr = "vraie", .en = "true" }
		     : (struct msg_text){ .fr = "fausse", .en = "false" };
}

int64_t plainest_row(const struct table *rows)
{
	int64_t best = -1;
	int fewest = VARIABLES_MAX + 1;

	for (uint32_t row = 0; row < table_rows(rows->variables); row++) {
		int count = __builtin_popcount(row);

		if (count < fewest && table_at(rows, row)) {
			best = row;
			fewest = count;
		}
	}
	return best;
}

/* ---- predicates ---- */

static bool atom_is_true(const struct world *world, uint32_t row, unsigned atom)
{
	return row >> (world->atoms.count - 1 - atom) & 1;
}

/* The arguments of an atom: "2", "(1, 2)". */
static void add_arguments(struct buf *out, const struct world *world, unsigned p, unsigned atom)
{
	const char *name = world->atoms.names[atom] + strlen(world->predicates[p].name);

	if (world->predicates[p].arity == 1)
		buf_printf(out, "%.*s", (int)(strlen(name) - 2), name + 1);
	else
		buf_addstr(out, name);
}

/* The arguments of the predicate's atoms that are `value`. */
static void add_list(struct buf *out, const struct world *world, unsigned p, unsigned count, uint32_t row, bool value,
	enum lang lang)
{
	unsigned left = 0;

	for (unsigned i = 0; i < count; i++)
		left += atom_is_true(world, row, world->firsts[p] + i) == value;
	for (unsigned i = 0; i < count; i++) {
		if (atom_is_true(world, row, world->firsts[p] + i) != value)
			continue;
		add_arguments(out, world, p, world->firsts[p] + i);
		left--;
		if (left > 0)
			buf_addstr(out, left > 1 ? ", " : lang == LANG_FR ? " et " : " and ");
	}
}

static unsigned atoms_of(const struct world *world, unsigned p)
{
	unsigned next = p + 1 < world->predicate_count ? world->firsts[p + 1] : world->atoms.count;

	return next - world->firsts[p];
}

static void add_predicate(struct buf *out, const struct world *world, unsigned p, uint32_t row, enum lang lang)
{
	const struct predicate *predicate = &world->predicates[p];
	unsigned count = atoms_of(world, p), trues = 0;
	bool french = lang == LANG_FR, couples = predicate->arity > 1;

	for (unsigned i = 0; i < count; i++)
		trues += atom_is_true(world, row, world->firsts[p] + i);
	buf_addstr(out, predicate->name);
	if (predicate->arity == 0) {
		buf_addstr(out, french      ? (trues > 0 ? " est vraie" : " est fausse")
				: trues > 0 ? " is true"
					    : " is false");
	} else if (trues == 0) {
		buf_addstr(out, french ? (couples ? " n’est vrai pour aucun couple" : " n’est vrai pour aucun élément")
				: couples ? " is true of no pair"
					  : " is true of no element");
	} else if (trues == count) {
		buf_addstr(out, french ? " est toujours vrai" : " is always true");
	} else if (trues == count - 1 && trues > 1) {
		buf_addstr(out, french ? " est vrai pour tous sauf " : " is true of all but ");
		add_list(out, world, p, count, row, false, lang);
	} else {
		buf_addstr(out, french ? " n’est vrai que pour " : " is true only of ");
		add_list(out, world, p, count, row, true, lang);
	}
}

/* Does one of the tables depend on what this predicate is? */
static bool predicate_matters(const struct world *world, unsigned p, const struct table *a, const struct table *b)
{
	for (unsigned i = 0; i < atoms_of(world, p); i++)
		if (table_depends(a, world->firsts[p] + i) || (b && table_depends(b, world->firsts[p] + i)))
			return true;
	return false;
}

static const char *world_row(const struct proposition_question *asked, uint32_t row, const struct table *a,
	const struct table *b, enum lang lang, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (unsigned p = 0; p < asked->world->predicate_count; p++) {
		if (!predicate_matters(asked->world, p, a, b))
			continue;
		buf_addstr(&out, out.len == 0 ? "" : lang == LANG_FR ? " et que " : " and ");
		add_predicate(&out, asked->world, p, row, lang);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

struct msg_text row_words(const struct proposition_question *asked, uint32_t row, const struct table *a,
	const struct table *b, struct arena *arena)
{
	if (!asked->world)
		return spec_row_meant(&asked->shared, row, arena);
	return (struct msg_text){ .fr = world_row(asked, row, a, b, LANG_FR, arena),
		.en = world_row(asked, row, a, b, LANG_EN, arena) };
}

const char *witness_text(const struct proposition_question *asked, const struct witness *witness, struct arena *arena)
{
	unsigned count = asked->shared.vocabulary.count;
	const char *text = "";

	for (unsigned i = 0; i < count; i++) {
		uint32_t bit = (uint32_t)1 << (count - 1 - i);

		if (witness->mask & bit)
			text = arena_printf(arena, "%s%s%s = %d", text, *text ? ", " : "",
				asked->shared.vocabulary.names[i], (witness->row & bit) != 0);
	}
	return text;
}

const char *verdict_words_text(
	const struct verdict_words *words, const struct proposition_question *asked, struct arena *arena)
{
	static const char *const natures[] = { [NATURE_TAUTOLOGY] = "read-tautology",
		[NATURE_CONTRADICTION] = "read-contradiction",
		[NATURE_NEITHER] = "read-neither" };
	static const char *const labels[] = { "read-false", "read-true" };
	static const char *const between[][2] = { [LANG_FR] = { "\u00a0: ", "\u00a0; " }, [LANG_EN] = { ": ", "; " } };
	const char *code = asked->ask == ASK_NATURE ? natures[words->answer] : words->answer ? "read-yes" : "read-no";
	struct msg_text said = proposition_say(arena, code, NULL);
	const char *out = msg_in(&said, words->lang);

	for (size_t i = 0; i < words->count; i++) {
		const struct witness *witness = &words->witnesses[i];
		const char *row = witness_text(asked, witness, arena);

		if (witness->label >= 0) {
			said = proposition_say(
				arena, labels[witness->label], (struct msg_param[]){ { "row", row }, { 0 } });
			row = msg_in(&said, words->lang);
		}
		out = arena_printf(arena, "%s%s%s", out, between[words->lang][i > 0], row);
	}
	return out;
}
