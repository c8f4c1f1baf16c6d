/*
 * Regions of a Venn diagram. A region is right when the answer has it exactly if it should: like every grid of two values
 * it earns what it does better than the best constant.
 */
#include <string.h>
#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "set.h"

static bool has_region(const struct element *set, unsigned number, struct arena *arena)
{
	return set && set_has(set, element_number(number_of(number, arena), arena));
}

/* "dans A et B, hors de C", "in A and B, outside of C" */
static const char *region_words(const struct set_question *asked, unsigned number, enum lang lang, struct arena *arena)
{
	unsigned mask = venn_region(asked->venn_count, number), seen[2] = { 0 };
	struct buf cleanup_buf out = BUF_INIT;

	for (int in = 1; in >= 0; in--)
		for (unsigned i = 0; i < asked->venn_count; i++) {
			const char *first = in ? (lang == LANG_FR ? "dans " : "in ")
					       : (lang == LANG_FR ? "hors de " : "outside of ");

			if ((int)(mask >> i & 1) != in)
				continue;
			if (seen[in]++ > 0)
				buf_addstr(&out, lang == LANG_FR ? " et " : " and ");
			else
				buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", first);
			buf_addstr(&out, asked->venn[i]);
		}
	return arena_memdup(arena, buf_str(&out), out.len);
}

json_t *set_venn_picture(const struct set_question *asked, const struct element *shaded, bool numbered,
	const char *title_fr, const char *title_en)
{
	struct arena *cleanup_arena arena = arena_new(0);
	json_t *names = json_array(), *regions = json_array();

	for (unsigned i = 0; i < asked->venn_count; i++)
		json_array_append_new(names, json_string(asked->venn[i]));
	for (unsigned number = 1; number <= 1u << asked->venn_count; number++) {
		unsigned mask = venn_region(asked->venn_count, number);
		json_t *in = json_array(), *elements = json_array();

		for (unsigned i = 0; i < asked->venn_count; i++)
			if (mask >> i & 1)
				json_array_append_new(in, json_string(asked->venn[i]));
		if (numbered)
			json_array_append_new(elements, json_string(arena_printf(arena, "%u", number)));
		json_array_append_new(regions, json_pack("{s:o, s:o, s:b}", "in", in, "elements", elements, "shaded",
						       has_region(shaded, number, arena)));
	}
	return json_pack("{s:s, s:{s:s, s:s}, s:s, s:o, s:o}", "picture", "venn", "title", "fr", title_fr, "en",
		title_en, "universe", asked->world.universe, "sets", names, "regions", regions);
}

/* The region that an element of the world stands in, by the sets that are no universe. */
static json_t *given_region(const struct set_question *asked, unsigned mask, const struct element *all,
	const size_t *drawn, unsigned count, struct arena *arena)
{
	json_t *in = json_array(), *elements = json_array();

	for (unsigned i = 0; i < count; i++)
		if (mask >> i & 1)
			json_array_append_new(in, json_string(asked->world.bindings[drawn[i]].name));
	for (size_t k = 0; k < all->count; k++) {
		bool here = true;

		for (unsigned i = 0; i < count; i++)
			here &= set_has(asked->world.bindings[drawn[i]].value.set, all->parts[k]) == (mask >> i & 1);
		if (here)
			json_array_append_new(elements, json_string(element_text(all->parts[k], LISTED_MAX, arena)));
	}
	return json_pack("{s:o, s:o, s:b}", "in", in, "elements", elements, "shaded", 0);
}

json_t *set_given_picture(const struct set_question *asked, struct arena *arena)
{
	const struct set_value *universe = set_world_find(&asked->world, asked->world.universe);
	size_t drawn[VENN_SETS_MAX];
	unsigned count = 0;

	if (!asked->all || asked->all->count > 40)
		return NULL;
	for (size_t i = 0; i < asked->world.count; i++) {
		if (&asked->world.bindings[i].value == universe)
			continue;
		if (count == VENN_SETS_MAX)
			return NULL;
		drawn[count++] = i;
	}
	if (count == 0)
		return NULL;
	json_t *names = json_array(), *regions = json_array();
	for (unsigned i = 0; i < count; i++)
		json_array_append_new(names, json_string(asked->world.bindings[drawn[i]].name));
	for (unsigned mask = 0; mask < 1u << count; mask++)
		json_array_append_new(regions, given_region(asked, mask, asked->all, drawn, count, arena));
	return json_pack("{s:s, s:{s:s, s:s}, s:s, s:o, s:o}", "picture", "venn", "title", "fr", "Les ensembles", "en",
		"The sets", "universe", asked->world.universe ? asked->world.universe : "", "sets", names, "regions",
		regions);
}

static int credit(struct frac *out, const struct set_question *asked, const struct element *given, struct arena *arena,
	struct err *err)
{
	int64_t regions = 1 << asked->venn_count, right = 0, in = (int64_t)asked->wanted.set->count;
	int64_t best = in > regions - in ? in : regions - in;

	for (unsigned number = 1; number <= (unsigned)regions; number++)
		right += has_region(given, number, arena) == has_region(asked->wanted.set, number, arena);
	if (right <= best)
		return frac_make(out, 0, 1, err);
	return frac_make(out, right - best, regions - best, err);
}

static struct msg_text first_difference(
	struct paper *paper, const struct set_question *asked, const struct element *given)
{
	struct arena *arena = paper->arena;

	for (unsigned number = 1; number <= 1u << asked->venn_count; number++) {
		bool has = has_region(given, number, arena);

		if (has == has_region(asked->wanted.set, number, arena))
			continue;
		return msg_make_both(arena, &set_messages, has ? "region-extra" : "region-missing",
			(struct msg_param[]){ { "region", region_words(asked, number, LANG_FR, arena) }, { 0 } },
			(struct msg_param[]){ { "region", region_words(asked, number, LANG_EN, arena) }, { 0 } });
	}
	return paper_say(paper, "regions-wrong", NULL);
}

int set_mark_venn(
	struct paper *paper, const struct set_question *asked, const struct set_answer *answer, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];
	const struct element *given = answer->value.set;
	struct msg_text said = { 0 };
	struct frac share;

	if (asked->form == SET_FORM_EXPRESSION)
		said = set_mistake_said(asked, &answer->value, paper->arena);
	if (asked->form == SET_FORM_REGIONS &&
		element_same(given, set_minus(asked->all, asked->wanted.set, paper->arena)))
		said = paper_say(paper, "regions-complement", NULL);
	row_failed(row, said.fr ? said : first_difference(paper, asked, given));
	/* A mistake is named in the expression that was to be found. */
	if (said.fr && asked->form == SET_FORM_EXPRESSION) {
		row->discreet = false;
		paper_remark(paper, first_difference(paper, asked, given));
	}
	if (asked->form == SET_FORM_EXPRESSION)
		paper->report->pictures = json_keep(paper->arena,
			json_pack("[o]", set_venn_picture(asked, given, false, "Ce que dit votre expression",
						 "What your expression says")));
	if (credit(&share, asked, given, paper->arena, err))
		return -1;
	return set_row_share(row, share, set_is_idle(asked, &answer->value), err);
}
