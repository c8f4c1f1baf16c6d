/* Couples: in extension, or as arrows. */
#include <string.h>
#include "typed.h"

struct couples {
	const struct element **list;
	size_t count, room;
};

static int add_couple(struct typed *typed, struct couples *out, const struct element *couple)
{
	if (out->count == out->room) {
		size_t room = 2 * out->room + 16;
		const struct element **wider = arena_array(typed->arena, room, sizeof(*wider));

		if (out->count > 0)
			memcpy(wider, out->list, out->count * sizeof(*wider));
		out->list = wider;
		out->room = room;
	}
	if (out->count == SET_COUNT_MAX || !couple)
		return typed_slip_here(typed, "set-too-large");
	out->list[out->count++] = couple;
	return 0;
}

/* Separators between couples: as many as there are, of any kind. */
static bool take_separators(struct typed *typed)
{
	bool any = false;

	while (typed_take(typed, SIGN_SEMICOLON) || typed_take(typed, SIGN_COMMA) ||
		typed_word(typed, (const char *const[]){ "et", "and", NULL }))
		any = true;
	return any;
}

/* 1→a, 2→b; behind an arrow an element without one has the same source, so 1→a,b is two couples. */
static int read_arrows(struct typed *typed, struct couples *out)
{
	const struct element *from = NULL, *at, *pair[2];
	size_t used;

	while (typed_sign(typed, &used) != SIGN_END) {
		if (typed_element(typed, true, &at))
			return -1;
		bool arrow = false;
		while (typed_take(typed, SIGN_ARROW)) {
			pair[0] = at;
			if (typed_element(typed, true, &pair[1]) ||
				add_couple(typed, out, element_tuple(pair, 2, typed->arena)))
				return -1;
			from = arrow ? NULL : at;
			at = pair[1];
			arrow = true;
		}
		if (!arrow && !from)
			return typed_slip_here(typed, "arrow-expected");
		pair[0] = from;
		pair[1] = at;
		if (!arrow && add_couple(typed, out, element_tuple(pair, 2, typed->arena)))
			return -1;
		take_separators(typed);
	}
	return 0;
}

static int read_tuples(struct typed *typed, struct couples *out)
{
	const struct element *couple;
	size_t used;
	bool braces = typed_take(typed, SIGN_BRACE_OPEN);

	while (typed_sign(typed, &used) == SIGN_OPEN) {
		size_t start = typed->at;

		if (typed_element(typed, true, &couple))
			return -1;
		if (couple->kind != ELEMENT_TUPLE || couple->count != 2)
			return typed_slip(typed, start, typed->at, "couple-expected", "");
		if (add_couple(typed, out, couple))
			return -1;
		take_separators(typed);
	}
	if (braces && !typed_take(typed, SIGN_BRACE_CLOSE))
		return typed_slip_here(
			typed, typed_sign(typed, &used) == SIGN_END ? "bracket-open" : "couple-expected");
	typed_blanks(typed);
	return typed->at < typed->bytes ? typed_slip_here(typed, "couple-expected") : 0;
}

int couples_read(const struct element **out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip)
{
	struct typed typed = { .text = text, .bytes = bytes, .words = words, .arena = arena, .slip = slip };
	struct couples couples = { 0 };
	size_t used;
	enum sign sign = typed_sign(&typed, &used);

	if (sign == SIGN_EMPTY)
		typed.at += used;
	else if (sign == SIGN_BRACE_OPEN || sign == SIGN_OPEN) {
		if (read_tuples(&typed, &couples))
			return -1;
	} else if (!typed_word(&typed, (const char *const[]){ "aucun", "none", "vide", NULL }) &&
		   read_arrows(&typed, &couples)) {
		return -1;
	}
	typed_blanks(&typed);
	if (typed.at < typed.bytes)
		return typed_slip_here(&typed, "unexpected");
	*out = set_of(couples.list, couples.count, arena);
	return *out ? 0 : typed_slip_here(&typed, "set-too-large");
}
