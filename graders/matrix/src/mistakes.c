#include "mistakes.h"
#include <string.h>
#include "ask.h"
#include "grader_matrix/grader_matrix.h"

enum operands { ANY, MATRICES, SCALED };
enum exponent { NO_EXPONENT, POSITIVE, NEGATIVE, MINUS_ONE };

/*
 * A part of the formula and what takes its place. $1, $2: operands; $m: the one that is a matrix; $e, $a, $b, $n: the
 * exponent, one less, one more, without its sign; $t: each cell to the power; $c: the Boolean sum of the powers up to it.
 */
struct mistake {
	enum formula_op op;
	const char *function;
	enum operands operands;
	enum exponent exponent;
	const char *code, *instead;
};

#define ADJUGATE  "(trace($1) * identity(2) - ($1))"
#define OFF       "(($1) - termwise($1, identity(2)))"
#define NO_SIGNS  "(" ADJUGATE " + 2 * " OFF ")"
#define UNCHANGED "(2 * termwise($1, identity(2)) - ($1))"

static const struct mistake mistakes[] = {
	{ FORMULA_CALL, "mod", ANY, NO_EXPONENT, "not-reduced", "$1" },
	{ FORMULA_MOD, NULL, ANY, NO_EXPONENT, "not-reduced", "$1" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "other-order", "($2) * ($1)" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "termwise", "termwise($1, $2)" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "sum-for-product", "($1) + ($2)" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "left-transposed", "transpose($1) * ($2)" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "right-transposed", "($1) * transpose($2)" },
	{ FORMULA_MUL, NULL, SCALED, NO_EXPONENT, "scalar-forgotten", "$m" },
	{ FORMULA_DIV, NULL, ANY, NO_EXPONENT, "scalar-forgotten", "$1" },
	{ FORMULA_DIV, NULL, ANY, NO_EXPONENT, "multiplied-for-divided", "($1) * ($2)" },
	{ FORMULA_ADD, NULL, ANY, NO_EXPONENT, "difference-for-sum", "($1) - ($2)" },
	{ FORMULA_ADD, NULL, MATRICES, NO_EXPONENT, "product-for-sum", "($1) * ($2)" },
	{ FORMULA_SUB, NULL, ANY, NO_EXPONENT, "sum-for-difference", "($1) + ($2)" },
	{ FORMULA_SUB, NULL, ANY, NO_EXPONENT, "difference-order", "($2) - ($1)" },
	{ FORMULA_NEG, NULL, ANY, NO_EXPONENT, "sign-forgotten", "$1" },
	{ FORMULA_POWER, NULL, ANY, POSITIVE, "boolean-for-integer", "boolean(($1) ^ $e)" },
	{ FORMULA_POWER, NULL, ANY, POSITIVE, "power-termwise", "$t" },
	{ FORMULA_POWER, NULL, ANY, POSITIVE, "power-multiple", "$e * ($1)" },
	{ FORMULA_POWER, NULL, ANY, POSITIVE, "power-before", "($1) ^ $a" },
	{ FORMULA_POWER, NULL, ANY, POSITIVE, "power-after", "($1) ^ $b" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-no-factor", "det($1) * inverse($1)" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-times-factor", "det($1) * det($1) * inverse($1)" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-signs", NO_SIGNS " / det($1)" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-diagonal", UNCHANGED " / det($1)" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-forgotten", "$1" },
	{ FORMULA_POWER, NULL, ANY, MINUS_ONE, "inverse-transposed", "transpose($1)" },
	{ FORMULA_POWER, NULL, ANY, NEGATIVE, "exponent-sign", "($1) ^ $n" },
	{ FORMULA_POWER, NULL, ANY, NEGATIVE, "power-before", "($1) ^ ($b)" },
	{ FORMULA_POWER, NULL, ANY, NEGATIVE, "power-after", "($1) ^ ($a)" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-no-factor", "det($1) * inverse($1)" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-times-factor", "det($1) * det($1) * inverse($1)" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-signs", NO_SIGNS " / det($1)" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-diagonal", UNCHANGED " / det($1)" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-forgotten", "$1" },
	{ FORMULA_CALL, "inverse", ANY, NO_EXPONENT, "inverse-transposed", "transpose($1)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-no-factor", "det($1) * inverse($1)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-times-factor", "det($1) * det($1) * inverse($1)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-signs", NO_SIGNS " * inverse_mod(det($1), $2)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-diagonal", UNCHANGED " * inverse_mod(det($1), $2)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-rational", "inverse($1)" },
	{ FORMULA_CALL, "inverse_mod", ANY, NO_EXPONENT, "inverse-forgotten", "$1" },
	{ FORMULA_CALL, "transpose", ANY, NO_EXPONENT, "transpose-forgotten", "$1" },
	{ FORMULA_CALL, "bool_power", ANY, POSITIVE, "power-before", "bool_power($1, $a)" },
	{ FORMULA_CALL, "bool_power", ANY, POSITIVE, "power-after", "bool_power($1, $b)" },
	{ FORMULA_CALL, "bool_power", ANY, POSITIVE, "closure-for-power", "$c" },
	{ FORMULA_CALL, "bool_product", ANY, NO_EXPONENT, "other-order", "bool_product($2, $1)" },
	{ FORMULA_CALL, "bool_product", ANY, NO_EXPONENT, "termwise", "termwise(boolean($1), boolean($2))" },
	{ FORMULA_CALL, "bool_product", ANY, NO_EXPONENT, "sum-for-product", "bool_sum($1, $2)" },
	{ FORMULA_CALL, "bool_sum", ANY, NO_EXPONENT, "exclusive-sum", "mod(boolean($1) + boolean($2), 2)" },
	{ FORMULA_CALL, "bool_sum", ANY, NO_EXPONENT, "product-for-sum", "bool_product($1, $2)" },
	{ FORMULA_CALL, "bool_sum", ANY, NO_EXPONENT, "term-left-out", "$1" },
	{ FORMULA_CALL, "bool_sum", ANY, NO_EXPONENT, "term-left-out", "$2" },
	{ FORMULA_ADD, NULL, ANY, NO_EXPONENT, "term-left-out", "$1" },
	{ FORMULA_ADD, NULL, ANY, NO_EXPONENT, "term-left-out", "$2" },
	{ FORMULA_SUB, NULL, ANY, NO_EXPONENT, "term-left-out", "$1" },
	{ FORMULA_SUB, NULL, ANY, NO_EXPONENT, "term-left-out", "-($2)" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "factor-left-out", "$1" },
	{ FORMULA_MUL, NULL, MATRICES, NO_EXPONENT, "factor-left-out", "$2" },
};

struct place { /* where which mistake is made */
	const struct formula *part;
	const struct mistake *mistake;
	enum value_kind kinds[2]; /* of the operands */
	long exponent;
};

static bool plain(struct buf *out, const struct formula *formula, const struct rewriting *rewriting)
{
	return false;
}

static void put_operand(struct buf *out, const struct place *place, size_t i, struct arena *arena)
{
	const struct rewriting as_it_is = { plain, NULL, arena };

	ask_write(out, formula_operand(place->part, i), &as_it_is);
}

/* termwise(M, termwise(M, M)), bool_sum(bool_sum(M, M^2), M^3). */
static void put_repeated(struct buf *out, const struct place *place, char what, struct arena *arena)
{
	for (long i = 1; i < place->exponent; i++)
		buf_addstr(out, what == 't' ? "termwise(" : "bool_sum(");
	put_operand(out, place, 0, arena);
	for (long i = 2; i <= place->exponent; i++) {
		buf_addstr(out, what == 't' ? ", " : ", bool_power(");
		put_operand(out, place, 0, arena);
		if (what == 'c')
			buf_printf(out, ", %ld)", i);
		buf_addch(out, ')');
	}
}

static bool write_instead(struct buf *out, const struct formula *formula, const struct rewriting *rewriting)
{
	const struct place *place = rewriting->context;

	if (formula != place->part)
		return false;
	for (const char *c = place->mistake->instead; *c; c++) {
		if (*c != '$') {
			buf_addch(out, *c);
			continue;
		}
		c++;
		if (*c == '1' || *c == '2')
			put_operand(out, place, (size_t)(*c - '1'), rewriting->arena);
		else if (*c == 'm')
			put_operand(out, place, place->kinds[0] == VALUE_MATRIX ? 0 : 1, rewriting->arena);
		else if (*c == 't' || *c == 'c')
			put_repeated(out, place, *c, rewriting->arena);
		else
			buf_printf(out, "%ld",
				*c == 'a'   ? place->exponent - 1
				: *c == 'b' ? place->exponent + 1
				: *c == 'n' ? -place->exponent
					    : place->exponent);
	}
	return true;
}

/* What this mistake does was asked for: "A + -B" has a sign that was forgotten, and no difference; the transpose of a
 * transpose is one that was forgotten. */
static bool is_undone(const struct place *place)
{
	const struct mistake *mistake = place->mistake;
	bool sum = mistake->op == FORMULA_ADD || mistake->op == FORMULA_SUB;

	if (sum && formula_op(formula_operand(place->part, 1)) == FORMULA_NEG)
		return true;
	return (!strcmp(mistake->code, "left-transposed") && ask_calls(formula_operand(place->part, 0), "transpose")) ||
	       (!strcmp(mistake->code, "right-transposed") && ask_calls(formula_operand(place->part, 1), "transpose"));
}

/* Is the part one that this mistake can be made in? */
static bool suits(const struct place *place)
{
	const struct mistake *mistake = place->mistake;
	bool matrices = place->kinds[0] == VALUE_MATRIX && place->kinds[1] == VALUE_MATRIX;

	if (formula_op(place->part) != mistake->op ||
		(mistake->function && strcmp(mistake->function, formula_name(place->part)) != 0))
		return false;
	if ((mistake->operands == MATRICES && !matrices) || (mistake->operands == SCALED && matrices))
		return false;
	if (is_undone(place))
		return false;
	switch (mistake->exponent) {
	case POSITIVE:
		return place->exponent >= 2;
	case MINUS_ONE:
		return place->exponent == -1;
	case NEGATIVE:
		return place->exponent < -1;
	default:
		return true;
	}
}

static bool gives_answer(struct trying *trying, const struct place *place)
{
	const struct rewriting rewriting = { write_instead, place, trying->arena };
	struct buf cleanup_buf text = BUF_INIT_MAX(FORMULA_BYTES_MAX - 1);
	const struct formula *formula;
	const struct matrix *made;
	struct slip slip;

	ask_write(&text, trying->asked->ask, &rewriting);
	if (buf_overflowed(&text) || text.len > trying->steps)
		return false;
	trying->steps -= text.len;
	/* Nothing keeps the text but what is read from it. */
	if (formula_read(
		    &formula, arena_memdup(trying->arena, buf_str(&text), text.len), text.len, trying->arena, &slip))
		return false;
	made = ask_matrix(formula, trying->bindings, trying->asked->binding_count, &trying->steps, trying->arena);
	return matrix_same(made, trying->answer) && !matrix_same(made, trying->truth);
}

static const char *number_of_place(const struct place *place, struct arena *arena)
{
	bool before = !strcmp(place->mistake->code, "power-before");
	long step = place->exponent < 0 ? -1 : 1;

	return arena_printf(arena, "%ld", place->exponent + (before ? -step : step));
}

static struct msg_text say(struct trying *trying, const struct place *place)
{
	struct arena *arena = trying->arena;
	size_t count = formula_count(place->part);
	const char *instead = place->mistake->instead;
	bool first_kept = !strcmp(instead, "$1");

	return msg_make(arena, &matrix_messages, place->mistake->code,
		(struct msg_param[]){ { "part", ask_shown(place->part, arena) },
			{ "left", count > 0 ? ask_shown(formula_operand(place->part, 0), arena) : "" },
			{ "right", count > 1 ? ask_shown(formula_operand(place->part, 1), arena) : "" },
			{ "missing", count > 1 ? ask_shown(formula_operand(place->part, first_kept), arena) : "" },
			{ "exponent", arena_printf(arena, "%ld", place->exponent) },
			{ "given", number_of_place(place, arena) }, { 0 } });
}

static enum value_kind kind_of(struct trying *trying, const struct formula *formula)
{
	struct value value;
	struct slip slip;

	if (formula_value_within(&value, formula, trying->bindings, trying->asked->binding_count, &trying->steps,
		    trying->arena, &slip))
		return VALUE_TRUTH;
	return value.kind;
}

/* The part itself, then what it is made of. */
static bool try_part(struct trying *trying, const struct formula *part, struct msg_text *out)
{
	struct place place = { .part = part };
	enum formula_op op = formula_op(part);

	ask_exponent(&place.exponent, part);
	for (size_t i = 0; i < 2 && i < formula_count(part) && (op == FORMULA_MUL || op == FORMULA_ADD); i++)
		place.kinds[i] = kind_of(trying, formula_operand(part, i));
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		place.mistake = &mistakes[i];
		if (!suits(&place) || !gives_answer(trying, &place))
			continue;
		*out = say(trying, &place);
		return true;
	}
	for (size_t i = 0; i < formula_count(part); i++)
		if (try_part(trying, formula_operand(part, i), out))
			return true;
	return false;
}

struct msg_text mistake_of(struct trying *trying)
{
	struct msg_text said = misplaced(trying, true);

	if (said.fr || (trying->asked->ask && try_part(trying, trying->asked->ask, &said)))
		return said;
	return misplaced(trying, false);
}
