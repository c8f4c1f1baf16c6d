/* What a statement shows of the data, and right answers. */
#include "asked.h"

/* At most so many numbers of matrices and formulas are looked at. */
enum { SHOWN_MAX = 64 };

struct shown {
	const struct number **list;
	size_t count;
};

static void add(struct shown *shown, const struct number *number)
{
	if (number && shown->count < SHOWN_MAX)
		shown->list[shown->count++] = number;
}

static void add_formula(struct shown *shown, const struct formula *formula)
{
	add(shown, formula_number(formula));
	for (size_t i = 0; i < formula_count(formula); i++)
		add_formula(shown, formula_operand(formula, i));
}

const struct number *const *asked_shown(const struct asked *asked, struct arena *arena)
{
	const struct number_question *question = asked->question;
	struct shown shown = { arena_array(arena, SHOWN_MAX + 1, sizeof(const struct number *)), 0 };

	add(&shown, number_of(0, arena));
	add(&shown, number_of(1, arena));
	for (size_t i = 0; i < question->given_count; i++) {
		const struct value *value = &question->given[i].value;

		if (value->kind == VALUE_NUMBER)
			add(&shown, value->number);
		for (size_t j = 0; value->kind == VALUE_MATRIX && j < value->matrix->rows * value->matrix->columns; j++)
			add(&shown, value->matrix->cells[j]);
	}
	if (question->ask)
		add_formula(&shown, question->ask);
	if (question->modulo)
		add_formula(&shown, question->modulo);
	for (size_t i = 0; i < 3; i++)
		add(&shown, asked->operands[i]);
	return shown.list;
}

bool asked_shows(const struct asked *asked, const struct number *number)
{
	struct arena *cleanup_arena arena = arena_new(0);

	for (const struct number *const *one = asked_shown(asked, arena); *one; one++)
		if (number_same(*one, number))
			return true;
	return false;
}

void asked_bezout(const struct asked *asked, const struct number *out[2], struct arena *arena)
{
	const struct number *a = number_div(asked->operands[0], asked->wanted, arena);
	const struct number *b = number_div(asked->operands[1], asked->wanted, arena);

	/* a·u + b·v = 1 where a and b are coprime; modulo 0 there is nothing to reduce by. */
	out[0] = number_is_zero(b) ? a : number_inverse_mod(a, number_abs(b, arena), arena);
	out[1] = number_is_zero(b)
			 ? b
			 : number_div(number_sub(number_of(1, arena), number_mul(a, out[0], arena), arena), b, arena);
}

const char *asked_text(const struct asked *asked, enum lang lang, struct arena *arena)
{
	enum number_form form = asked->question->form == FORM_FRACTION ? NUMBER_EXACT : NUMBER_DECIMAL;
	const struct number *pair[2] = { asked->wanted, asked->rest };
	const char *none = lang == LANG_FR ? "aucune solution" : "no solution";

	switch (asked->question->shape) {
	case SHAPE_NUMBER:
		return number_text(asked->wanted, form, lang, arena);
	case SHAPE_CONGRUENCE:
		return !asked->wanted ? none
				      : arena_printf(arena, "x \u2261 %s [%s]", number_plain(asked->wanted, arena),
						number_plain(asked->modulus, arena));
	case SHAPE_BEZOUT:
		asked_bezout(asked, pair, arena);
		return arena_printf(arena, "u = %s ; v = %s", number_text(pair[0], NUMBER_EXACT, lang, arena),
			number_text(pair[1], NUMBER_EXACT, lang, arena));
	default:
		return arena_printf(arena, "q = %s ; r = %s", number_text(pair[0], NUMBER_EXACT, lang, arena),
			number_text(pair[1], NUMBER_EXACT, lang, arena));
	}
}
