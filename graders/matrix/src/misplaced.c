/* Mistakes that show in the matrix alone: turned over, signs, rows and columns out of place, a factor, a copy. */
#include "grader_matrix/grader_matrix.h"
#include "ask.h"
#include "mistakes.h"

static struct msg_text say(const struct trying *trying, const char *code, size_t i, size_t j)
{
	struct arena *arena = trying->arena;
	const struct number *modulus = trying->asked->modulus;

	return msg_make(arena, &matrix_messages, code,
		(struct msg_param[]){ { "row", arena_printf(arena, "%zu", i + 1) },
			{ "column", arena_printf(arena, "%zu", i + 1) }, { "other", arena_printf(arena, "%zu", j + 1) },
			{ "count", arena_printf(arena, "%zu", i) },
			{ "modulus", modulus ? number_plain(modulus, arena) : "" }, { 0 } });
}

static bool same_size(const struct trying *trying)
{
	return trying->answer->rows == trying->truth->rows && trying->answer->columns == trying->truth->columns;
}

static size_t cells(const struct matrix *a)
{
	return a->rows * a->columns;
}

static bool is_one_or_zero(const struct matrix *a)
{
	int64_t value;

	for (size_t i = 0; i < cells(a); i++)
		if (!number_to_int(a->cells[i], &value) || value < 0 || value > 1)
			return false;
	return true;
}

static bool is_not_reduced(const struct trying *trying)
{
	const struct number *n = trying->asked->modulus;

	return n && matrix_same(matrix_mod(trying->answer, n, trying->arena), trying->truth);
}

/* Integer powers and sums where Boolean ones are asked: the same cells are not zero. */
static bool is_not_boolean(const struct trying *trying)
{
	return trying->asked->ask && ask_is_boolean(trying->asked->ask) && is_one_or_zero(trying->truth) &&
	       matrix_same(matrix_boolean(trying->answer, trying->arena), trying->truth);
}

/* Each arc in both directions. */
static bool is_symmetrised(const struct trying *trying)
{
	struct arena *arena = trying->arena;

	return trying->asked->adjacency &&
	       matrix_same(trying->answer,
		       matrix_boolean_add(trying->truth, matrix_transpose(trying->truth, arena), arena));
}

/* The same but for the diagonal, which is all `value`; 0 and 1 only. */
static bool has_diagonal(const struct trying *trying, int64_t value)
{
	const struct matrix *a = trying->answer, *b = trying->truth;
	int64_t cell;

	if (a->rows != a->columns || !is_one_or_zero(b))
		return false;
	for (size_t i = 0; i < a->rows; i++)
		for (size_t j = 0; j < a->columns; j++) {
			bool kept = i != j && number_same(matrix_at(a, i, j), matrix_at(b, i, j));
			bool filled = i == j && number_to_int(matrix_at(a, i, j), &cell) && cell == value;

			if (!kept && !filled)
				return false;
		}
	return true;
}

/* Are these rows the same, the answer's one turned on by `by` places? */
static bool same_rows(const struct matrix *a, size_t i, const struct matrix *b, size_t k, size_t by)
{
	for (size_t j = 0; j < a->columns; j++)
		if (!number_same(matrix_at(a, i, (j + by) % a->columns), matrix_at(b, k, j)))
			return false;
	return true;
}

/* Every row stands `by` places further down. */
static bool rows_moved(const struct matrix *a, const struct matrix *b, size_t by)
{
	for (size_t i = 0; i < a->rows; i++)
		if (!same_rows(a, (i + by) % a->rows, b, i, 0))
			return false;
	return true;
}

enum move { MOVE_NONE, MOVE_ALL, MOVE_EXCHANGED, MOVE_ONE };

/* What happened to rows; for columns give both transposed. *first and *second: which ones. */
static enum move moved(const struct matrix *a, const struct matrix *b, size_t *first, size_t *second)
{
	size_t wrong = 0;

	for (size_t i = 0; i < a->rows; i++)
		if (!same_rows(a, i, b, i, 0)) {
			*first = wrong == 0 ? i : *first;
			*second = i;
			wrong++;
		}
	if (wrong == 2 && same_rows(a, *first, b, *second, 0) && same_rows(a, *second, b, *first, 0))
		return MOVE_EXCHANGED;
	if (wrong == 1 && (same_rows(a, *first, b, *first, 1) || same_rows(a, *first, b, *first, a->columns - 1)))
		return MOVE_ONE;
	if (a->rows > 2 && (rows_moved(a, b, 1) || rows_moved(a, b, a->rows - 1)))
		return MOVE_ALL;
	return MOVE_NONE;
}

static struct msg_text say_moved(const struct trying *trying)
{
	static const char *const rows[] = { NULL, "rows-shifted", "rows-exchanged", "row-shifted" };
	static const char *const columns[] = { NULL, "columns-shifted", "columns-exchanged", "column-shifted" };
	struct arena *arena = trying->arena;
	size_t first = 0, second = 0;
	enum move move = moved(trying->answer, trying->truth, &first, &second);

	if (move != MOVE_NONE)
		return say(trying, rows[move], first, second);
	move = moved(matrix_transpose(trying->answer, arena), matrix_transpose(trying->truth, arena), &first, &second);
	return move == MOVE_NONE ? (struct msg_text){ 0 } : say(trying, columns[move], first, second);
}

/* How many cells have only the other sign; 0 where some other thing is wrong. */
static size_t signs_changed(const struct trying *trying)
{
	size_t count = 0;

	for (size_t i = 0; i < cells(trying->truth); i++) {
		const struct number *a = trying->answer->cells[i], *b = trying->truth->cells[i];

		if (number_same(a, b))
			continue;
		if (!number_same(number_neg(a, trying->arena), b))
			return 0;
		count++;
	}
	return count;
}

/* By what the right matrix was multiplied; NULL: by nothing. */
static const struct number *factor_of(const struct trying *trying)
{
	const struct number *factor = NULL;

	for (size_t i = 0; i < cells(trying->truth) && !factor; i++)
		if (!number_is_zero(trying->truth->cells[i]))
			factor = number_div(trying->answer->cells[i], trying->truth->cells[i], trying->arena);
	if (!factor || number_is_zero(factor) ||
		!matrix_same(matrix_scale(trying->truth, factor, trying->arena), trying->answer))
		return NULL;
	return factor;
}

/* 1/a for each cell a of the matrix whose inverse is asked. */
static bool is_termwise_inverse(const struct trying *trying)
{
	const struct matrix *a = trying->asked->inverted;

	if (!a || !same_size(trying) || trying->bindings != trying->asked->bindings)
		return false;
	for (size_t i = 0; i < cells(a); i++) {
		const struct number *one = number_mul(a->cells[i], trying->answer->cells[i], trying->arena);
		bool zeros = number_is_zero(a->cells[i]) && number_is_zero(trying->answer->cells[i]);
		int64_t value;

		if (!zeros && (!number_to_int(one, &value) || value != 1))
			return false;
	}
	return true;
}

/* The inverse over the rationals where one modulo n is asked. */
static bool is_rational_inverse(const struct trying *trying)
{
	const struct matrix *a = trying->asked->inverted;

	return a && trying->asked->modulus && trying->bindings == trying->asked->bindings &&
	       matrix_same(matrix_mul(a, trying->answer, trying->arena), matrix_identity(a->rows, trying->arena));
}

const char *copied_name(const struct matrix_question *asked, const struct matrix *answer)
{
	for (size_t i = 0; i < asked->given_count; i++)
		if (asked->bindings[i].value.kind == VALUE_MATRIX &&
			matrix_same(asked->bindings[i].value.matrix, answer))
			return asked->bindings[i].name;
	return NULL;
}

static struct msg_text say_factor(const struct trying *trying, const struct number *factor)
{
	struct arena *arena = trying->arena;

	return msg_make_both(arena, &matrix_messages, "factor",
		(struct msg_param[]){ { "factor", number_text(factor, NUMBER_EXACT, LANG_FR, arena) }, { 0 } },
		(struct msg_param[]){ { "factor", number_text(factor, NUMBER_EXACT, LANG_EN, arena) }, { 0 } });
}

static struct msg_text first_ones(const struct trying *trying)
{
	struct arena *arena = trying->arena;
	bool adjacency = trying->asked->adjacency;

	if (is_not_reduced(trying))
		return say(trying, "modulo-not-reduced", 0, 0);
	if (is_not_boolean(trying))
		return say(trying, "integer-for-boolean", 0, 0);
	if (matrix_same(trying->answer, matrix_transpose(trying->truth, arena)))
		return say(trying, adjacency ? "adjacency-transposed" : "transposed", 0, 0);
	if (is_symmetrised(trying))
		return say(trying, "adjacency-symmetric", 0, 0);
	if (matrix_same(trying->answer, matrix_scale(trying->truth, number_of(-1, arena), arena)))
		return say(trying, "signs-flipped", 0, 0);
	return (struct msg_text){ 0 };
}

struct msg_text misplaced(const struct trying *trying, bool first)
{
	const struct number *factor;
	struct msg_text said;
	const char *copied;
	size_t signs;

	if (first)
		return first_ones(trying);
	copied = copied_name(trying->asked, trying->answer);
	if (copied)
		return msg_make(
			trying->arena, &matrix_messages, "copied", (struct msg_param[]){ { "name", copied }, { 0 } });
	if (is_rational_inverse(trying))
		return msg_make(trying->arena, &matrix_messages, "inverse-rational",
			(struct msg_param[]){ { "left", ask_shown(formula_operand(ask_inside(trying->asked->ask), 0),
								trying->arena) },
				{ 0 } });
	if (is_termwise_inverse(trying))
		return say(trying, "inverse-termwise", 0, 0);
	if (!same_size(trying))
		return (struct msg_text){ 0 };
	if (has_diagonal(trying, 1))
		return say(trying, trying->asked->adjacency ? "loops-added" : "reflexive-added", 0, 0);
	if (has_diagonal(trying, 0))
		return say(trying, trying->asked->adjacency ? "loops-missing" : "reflexive-left-out", 0, 0);
	said = say_moved(trying);
	if (said.fr)
		return said;
	factor = factor_of(trying);
	if (factor)
		return say_factor(trying, factor);
	signs = signs_changed(trying);
	return signs > 1 ? say(trying, "signs-some", signs, 0) : said;
}
