/* The functions of formulas: a table, from which the documentation is printed. */
#include <string.h>
#include "base/json.h"
#include "formula_call.h"

static size_t most_bits(const struct value *operands, size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++)
		most = value_bits(&operands[i]) > most ? value_bits(&operands[i]) : most;
	return most;
}

int function_spend(
	const struct value *operands, size_t operations, const struct formula *formula, struct evaluation *evaluation)
{
	return formula_spend(evaluation, formula, operations, most_bits(operands, formula->count));
}

/* Whole numbers put together from the left: gcd, lcm. */
static int folded(CALL, const struct number *(*work)(const struct number *, const struct number *, struct arena *))
{
	const struct number *made;

	if (function_spend(operands, formula->count, formula, evaluation))
		return -1;
	for (size_t i = 0; i < formula->count; i++)
		if (need_whole(&operands[i], formula, evaluation))
			return -1;
	made = operands[0].number;
	for (size_t i = 1; i < formula->count; i++)
		made = work(made, operands[i].number, evaluation->arena);
	return give_number(out, made, formula, evaluation);
}

static int gcd_value(CALL)
{
	return folded(out, operands, formula, evaluation, number_gcd);
}

static int lcm_value(CALL)
{
	return folded(out, operands, formula, evaluation, number_lcm);
}

static int abs_value(CALL)
{
	if (need_number(operands, formula, evaluation))
		return -1;
	return give_number(out, number_abs(operands->number, evaluation->arena), formula, evaluation);
}

static int floor_value(CALL)
{
	if (need_number(operands, formula, evaluation))
		return -1;
	return give_number(out, number_floor(operands->number, evaluation->arena), formula, evaluation);
}

static int ceil_value(CALL)
{
	struct arena *arena = evaluation->arena;

	if (need_number(operands, formula, evaluation))
		return -1;
	return give_number(
		out, number_neg(number_floor(number_neg(operands->number, arena), arena), arena), formula, evaluation);
}

/* Both operands of round() and truncate(). */
static int decimals_of(
	long *decimals, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	*decimals = 0;
	if (need_number(operands, formula, evaluation))
		return -1;
	if (formula->count == 1)
		return 0;
	return need_between(decimals, &operands[1], -NUMBER_DECIMALS_MAX, NUMBER_DECIMALS_MAX, formula, evaluation);
}

static int round_value(CALL)
{
	long decimals;

	if (decimals_of(&decimals, operands, formula, evaluation))
		return -1;
	return give_number(out, number_round(operands->number, (int)decimals, evaluation->arena), formula, evaluation);
}

static int truncate_value(CALL)
{
	long decimals;

	if (decimals_of(&decimals, operands, formula, evaluation))
		return -1;
	return give_number(
		out, number_truncate(operands->number, (int)decimals, evaluation->arena), formula, evaluation);
}

static int numerator_value(CALL)
{
	if (need_number(operands, formula, evaluation))
		return -1;
	return give_number(out, number_numerator(operands->number, evaluation->arena), formula, evaluation);
}

static int denominator_value(CALL)
{
	if (need_number(operands, formula, evaluation))
		return -1;
	return give_number(out, number_denominator(operands->number, evaluation->arena), formula, evaluation);
}

static int extreme(CALL, int sign)
{
	const struct number *best = NULL;

	for (size_t i = 0; i < formula->count; i++) {
		bool matrix = operands[i].kind == VALUE_MATRIX;
		size_t count = matrix ? operands[i].matrix->rows * operands[i].matrix->columns : 1;

		if (!matrix && need_number(&operands[i], formula, evaluation))
			return -1;
		for (size_t j = 0; j < count; j++) {
			const struct number *one = matrix ? operands[i].matrix->cells[j] : operands[i].number;
			best = best && number_compare(one, best) * sign <= 0 ? best : one;
		}
	}
	return give_number(out, best, formula, evaluation);
}

static int min_value(CALL)
{
	return extreme(out, operands, formula, evaluation, -1);
}

static int max_value(CALL)
{
	return extreme(out, operands, formula, evaluation, 1);
}

static int quotient_value(CALL)
{
	if (need_whole(&operands[0], formula, evaluation) || need_whole(&operands[1], formula, evaluation) ||
		function_spend(operands, 1, formula, evaluation))
		return -1;
	if (number_is_zero(operands[1].number))
		return formula_slip(evaluation, formula, "formula-zero", NULL, NULL);
	return give_number(
		out, number_quotient(operands[0].number, operands[1].number, evaluation->arena), formula, evaluation);
}

static int need_modulus(const struct value *n, const struct formula *formula, struct evaluation *evaluation)
{
	if (need_whole(n, formula, evaluation))
		return -1;
	if (number_sign(n->number) > 0)
		return 0;
	return formula_slip(evaluation, formula, "formula-kind", "un module entier strictement positif",
		"a modulus that is a positive whole number");
}

static int power_mod_value(CALL)
{
	size_t bits = value_bits(&operands[1]);

	if (need_whole(&operands[0], formula, evaluation) || need_whole(&operands[1], formula, evaluation) ||
		need_modulus(&operands[2], formula, evaluation) ||
		function_spend(operands, 1 + bits, formula, evaluation))
		return -1;
	if (number_sign(operands[1].number) < 0)
		return formula_slip(evaluation, formula, "formula-kind", "un exposant entier positif ou nul",
			"an exponent that is a whole number, not negative");
	return give_number(out,
		number_power_mod(operands[0].number, operands[1].number, operands[2].number, evaluation->arena),
		formula, evaluation);
}

static int matrix_inverse_mod_value(CALL)
{
	const struct matrix *a = operands[0].matrix, *made;

	if (need_square(&operands[0], formula, evaluation) ||
		function_spend(operands, a->rows * a->rows * a->rows, formula, evaluation))
		return -1;
	made = matrix_inverse_mod(a, operands[1].number, evaluation->arena);
	if (!made)
		return formula_slip(evaluation, formula, "formula-no-inverse", NULL, NULL);
	return give_matrix(out, made, formula, evaluation);
}

static int inverse_mod_value(CALL)
{
	const struct number *made;

	if (need_modulus(&operands[1], formula, evaluation))
		return -1;
	if (operands[0].kind == VALUE_MATRIX)
		return matrix_inverse_mod_value(out, operands, formula, evaluation);
	if (need_whole(&operands[0], formula, evaluation) || function_spend(operands, 20, formula, evaluation))
		return -1;
	made = number_inverse_mod(operands[0].number, operands[1].number, evaluation->arena);
	if (!made)
		return formula_slip(evaluation, formula, "formula-no-inverse", NULL, NULL);
	return give_number(out, made, formula, evaluation);
}

static int is_prime_value(CALL)
{
	int prime;

	if (need_whole(operands, formula, evaluation) || function_spend(operands, 200, formula, evaluation))
		return -1;
	prime = number_is_prime(operands->number);
	if (prime < 0)
		return formula_slip(evaluation, formula, "formula-too-large", NULL, NULL);
	return give_truth(out, prime == 1);
}

static int is_integer_value(CALL)
{
	if (need_number(operands, formula, evaluation))
		return -1;
	return give_truth(out, number_is_integer(operands->number));
}

#define WHOLE_NUMBERS 2, FUNCTION_OPERANDS_MAX

static const struct function functions[] = {
	{ "gcd", WHOLE_NUMBERS, "gcd(a, b, …)", "The greatest common divisor of whole numbers.", gcd_value },
	{ "lcm", WHOLE_NUMBERS, "lcm(a, b, …)", "The least common multiple of whole numbers.", lcm_value },
	{ "quotient", 2, 2, "quotient(a, b)", "The quotient of Euclid's division, whose remainder is mod(a, b).",
		quotient_value },
	{ "mod", 2, 2, "mod(a, b)",
		"The remainder of Euclid's division, 0 ≤ r < |b|, as a mod b; of a matrix, each cell's.", mod_value },
	{ "power_mod", 3, 3, "power_mod(a, k, n)", "a to the power k modulo n.", power_mod_value },
	{ "inverse_mod", 2, 2, "inverse_mod(a, n)", "The inverse modulo n, from 0 to n − 1, of a number or a matrix.",
		inverse_mod_value },
	{ "is_prime", 1, 1, "is_prime(a)", "True when a is a prime number.", is_prime_value },
	{ "is_integer", 1, 1, "is_integer(x)", "True when x is a whole number.", is_integer_value },
	{ "abs", 1, 1, "abs(x)", "The absolute value.", abs_value },
	{ "floor", 1, 1, "floor(x)", "The largest whole number that is at most x.", floor_value },
	{ "ceil", 1, 1, "ceil(x)", "The smallest whole number that is at least x.", ceil_value },
	{ "round", 1, 2, "round(x, n)", "Rounded to n decimals (none if left out), halves away from zero.",
		round_value },
	{ "truncate", 1, 2, "truncate(x, n)", "The decimals behind the n-th one left out.", truncate_value },
	{ "numerator", 1, 1, "numerator(x)", "What stands above the bar in lowest terms.", numerator_value },
	{ "denominator", 1, 1, "denominator(x)", "What stands below the bar in lowest terms, positive.",
		denominator_value },
	{ "min", 1, FUNCTION_OPERANDS_MAX, "min(a, b, …)", "The smallest of numbers, or of the cells of matrices.",
		min_value },
	{ "max", 1, FUNCTION_OPERANDS_MAX, "max(a, b, …)", "The largest of numbers, or of the cells of matrices.",
		max_value },
	{ "transpose", 1, 1, "transpose(M)", "Rows and columns exchanged.", transpose_value },
	{ "inverse", 1, 1, "inverse(M)", "The inverse of a square matrix, as M^-1.", inverse_value },
	{ "det", 1, 1, "det(M)", "The determinant.", det_value },
	{ "rank", 1, 1, "rank(M)", "The rank.", rank_value },
	{ "trace", 1, 1, "trace(M)", "The sum of the diagonal.", trace_value },
	{ "rows", 1, 1, "rows(M)", "How many rows there are.", rows_value },
	{ "columns", 1, 1, "columns(M)", "How many columns there are.", columns_value },
	{ "length", 1, 1, "length(L)", "How many numbers a list (a matrix) has.", length_value },
	{ "sum", 1, 1, "sum(M)", "The sum of all cells.", sum_value },
	{ "sorted", 1, 1, "sorted(L)", "The numbers of a list (a matrix) from the smallest to the largest, in one row.",
		sorted_value },
	{ "cell", 3, 3, "cell(M, i, j)", "The cell in row i and column j, counted from 1.", cell_value },
	{ "row", 2, 2, "row(M, i)", "Row i, counted from 1.", row_value },
	{ "column", 2, 2, "column(M, j)", "Column j, counted from 1.", column_value },
	{ "identity", 1, 1, "identity(n)", "The identity matrix of n rows.", identity_value },
	{ "termwise", 2, 2, "termwise(A, B)", "The product cell by cell.", termwise_value },
	{ "boolean", 1, 1, "boolean(M)", "1 where a cell is not zero.", boolean_value },
	{ "bool_sum", 2, 2, "bool_sum(A, B)", "The Boolean sum of matrices of 0 and 1.", bool_sum_value },
	{ "bool_product", 2, 2, "bool_product(A, B)", "The Boolean product of matrices of 0 and 1.",
		bool_product_value },
	{ "bool_power", 2, 2, "bool_power(M, k)", "The Boolean power of a matrix of 0 and 1.", bool_power_value },
};

enum { FUNCTIONS = sizeof(functions) / sizeof(functions[0]) };

const struct function *function_find(const char *name)
{
	for (size_t i = 0; i < FUNCTIONS; i++)
		if (!strcmp(functions[i].name, name))
			return &functions[i];
	return NULL;
}

const char *function_near(const char *name)
{
	const char *names[FUNCTIONS + 1] = { 0 };

	for (size_t i = 0; i < FUNCTIONS; i++)
		names[i] = functions[i].name;
	return nearest_name(name, names);
}

size_t formula_functions(const struct formula_function **out, struct arena *arena)
{
	struct formula_function *made = arena_array(arena, FUNCTIONS, sizeof(*made));

	for (size_t i = 0; i < FUNCTIONS; i++)
		made[i] = (struct formula_function){ functions[i].usage, functions[i].doc };
	*out = made;
	return FUNCTIONS;
}
