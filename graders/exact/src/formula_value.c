/*
 * Evaluating formulas. Both sides of an operator are values of one of three kinds; what does not go together is a slip
 * at the place of the operator's formula. Work is counted before it is done.
 */
#include <string.h>
#include "formula_node.h"
#include "number.h"
#include "scan.h"

static int value_of(struct value *out, const struct formula *formula, struct evaluation *evaluation);

int formula_slip(
	struct evaluation *evaluation, const struct formula *formula, const char *code, const char *fr, const char *en)
{
	struct scan scan = { formula->source->text, formula->source->bytes, 0, evaluation->arena, evaluation->slip };
	const char *text = formula_text(formula, evaluation->arena);

	return scan_slip_both(&scan, formula->start, formula->end, code,
		(struct msg_param[]){ { "text", text }, { "detail", fr }, { 0 } },
		(struct msg_param[]){ { "text", text }, { "detail", en }, { 0 } });
}

int formula_spend(struct evaluation *evaluation, const struct formula *formula, size_t operations, size_t bits)
{
	enum { CHEAP_BITS = 256 };
	size_t each = 1 + bits / CHEAP_BITS * (bits / CHEAP_BITS);

	if (operations > evaluation->steps / each)
		return formula_slip(evaluation, formula, "formula-too-much", NULL, NULL);
	evaluation->steps -= operations * each;
	return 0;
}

size_t value_bits(const struct value *value)
{
	size_t most = 0;

	if (value->kind == VALUE_NUMBER)
		return number_bits(value->number);
	if (value->kind == VALUE_MATRIX)
		for (size_t i = 0; i < value->matrix->rows * value->matrix->columns; i++) {
			size_t bits = number_bits(value->matrix->cells[i]);
			most = bits > most ? bits : most;
		}
	return most;
}

int give_number(
	struct value *out, const struct number *number, const struct formula *formula, struct evaluation *evaluation)
{
	*out = (struct value){ .kind = VALUE_NUMBER, .number = number };
	return number ? 0 : formula_slip(evaluation, formula, "formula-too-large", NULL, NULL);
}

int give_matrix(
	struct value *out, const struct matrix *matrix, const struct formula *formula, struct evaluation *evaluation)
{
	*out = (struct value){ .kind = VALUE_MATRIX, .matrix = matrix };
	return matrix ? 0 : formula_slip(evaluation, formula, "formula-too-large", NULL, NULL);
}

int give_truth(struct value *out, bool truth)
{
	*out = (struct value){ .kind = VALUE_TRUTH, .truth = truth };
	return 0;
}

int need_number(const struct value *value, const struct formula *formula, struct evaluation *evaluation)
{
	return value->kind == VALUE_NUMBER ? 0
					   : formula_slip(evaluation, formula, "formula-kind", "un nombre", "a number");
}

int need_whole(const struct value *value, const struct formula *formula, struct evaluation *evaluation)
{
	if (value->kind != VALUE_NUMBER || !number_is_integer(value->number))
		return formula_slip(evaluation, formula, "formula-kind", "un nombre entier", "a whole number");
	return 0;
}

int need_matrix(const struct value *value, const struct formula *formula, struct evaluation *evaluation)
{
	return value->kind == VALUE_MATRIX
		       ? 0
		       : formula_slip(evaluation, formula, "formula-kind", "une matrice", "a matrix");
}

int need_square(const struct value *value, const struct formula *formula, struct evaluation *evaluation)
{
	if (value->kind != VALUE_MATRIX || value->matrix->rows != value->matrix->columns)
		return formula_slip(evaluation, formula, "formula-kind", "une matrice carrée", "a square matrix");
	return 0;
}

static const char *sizes(const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	return arena_printf(arena, "%zu × %zu, %zu × %zu", a->rows, a->columns, b->rows, b->columns);
}

static int sizes_slip(
	const struct value *a, const struct value *b, const struct formula *formula, struct evaluation *evaluation)
{
	const char *both = sizes(a->matrix, b->matrix, evaluation->arena);

	return formula_slip(evaluation, formula, "formula-sizes", both, both);
}

int need_same_size(
	const struct value *a, const struct value *b, const struct formula *formula, struct evaluation *evaluation)
{
	if (need_matrix(a, formula, evaluation) || need_matrix(b, formula, evaluation))
		return -1;
	if (a->matrix->rows == b->matrix->rows && a->matrix->columns == b->matrix->columns)
		return 0;
	return sizes_slip(a, b, formula, evaluation);
}

int need_between(long *out, const struct value *value, long least, long most, const struct formula *formula,
	struct evaluation *evaluation)
{
	const char *fr = arena_printf(evaluation->arena, "un nombre entier de %ld à %ld", least, most);
	const char *en = arena_printf(evaluation->arena, "a whole number from %ld to %ld", least, most);
	int64_t whole;

	if (value->kind != VALUE_NUMBER || !number_to_int(value->number, &whole) || whole < least || whole > most)
		return formula_slip(evaluation, formula, "formula-kind", fr, en);
	*out = (long)whole;
	return 0;
}

static size_t more_bits(const struct value *operands)
{
	size_t a = value_bits(&operands[0]), b = value_bits(&operands[1]);

	return a > b ? a : b;
}

static size_t cells(const struct value *value)
{
	return value->kind == VALUE_MATRIX ? value->matrix->rows * value->matrix->columns : 1;
}

static int sum_value(struct value *out, const struct value *operands, bool minus, const struct formula *formula,
	struct evaluation *evaluation)
{
	const struct value *a = &operands[0], *b = &operands[1];
	struct arena *arena = evaluation->arena;

	if (formula_spend(evaluation, formula, cells(a), more_bits(operands)))
		return -1;
	if (a->kind == VALUE_NUMBER)
		return need_number(b, formula, evaluation)
			       ? -1
			       : give_number(out, (minus ? number_sub : number_add)(a->number, b->number, arena),
					 formula, evaluation);
	if (need_same_size(a, b, formula, evaluation))
		return -1;
	return give_matrix(out, (minus ? matrix_sub : matrix_add)(a->matrix, b->matrix, arena), formula, evaluation);
}

static int product_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	const struct value *a = &operands[0], *b = &operands[1];
	struct arena *arena = evaluation->arena;
	bool matrices = a->kind == VALUE_MATRIX && b->kind == VALUE_MATRIX;

	if (formula_spend(evaluation, formula, matrices ? cells(a) * b->matrix->columns : cells(a) * cells(b),
		    more_bits(operands)))
		return -1;
	if (matrices && a->matrix->columns != b->matrix->rows)
		return sizes_slip(a, b, formula, evaluation);
	if (matrices)
		return give_matrix(out, matrix_mul(a->matrix, b->matrix, arena), formula, evaluation);
	if (a->kind == VALUE_MATRIX && b->kind == VALUE_NUMBER)
		return give_matrix(out, matrix_scale(a->matrix, b->number, arena), formula, evaluation);
	if (a->kind == VALUE_NUMBER && b->kind == VALUE_MATRIX)
		return give_matrix(out, matrix_scale(b->matrix, a->number, arena), formula, evaluation);
	if (need_number(a, formula, evaluation) || need_number(b, formula, evaluation))
		return -1;
	return give_number(out, number_mul(a->number, b->number, arena), formula, evaluation);
}

static int quotient_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	const struct value *a = &operands[0], *b = &operands[1];
	struct arena *arena = evaluation->arena;

	if (formula_spend(evaluation, formula, cells(a), more_bits(operands)) || need_number(b, formula, evaluation))
		return -1;
	if (number_is_zero(b->number))
		return formula_slip(evaluation, formula, "formula-zero", NULL, NULL);
	if (a->kind == VALUE_MATRIX)
		return give_matrix(out,
			matrix_scale(a->matrix, number_div(number_of(1, arena), b->number, arena), arena), formula,
			evaluation);
	if (need_number(a, formula, evaluation))
		return -1;
	return give_number(out, number_div(a->number, b->number, arena), formula, evaluation);
}

int mod_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	const struct value *a = &operands[0], *b = &operands[1];
	struct arena *arena = evaluation->arena;

	if (formula_spend(evaluation, formula, cells(a), more_bits(operands)) || need_whole(b, formula, evaluation))
		return -1;
	if (number_is_zero(b->number))
		return formula_slip(evaluation, formula, "formula-zero", NULL, NULL);
	if (a->kind == VALUE_MATRIX) {
		for (size_t i = 0; i < cells(a); i++)
			if (!number_is_integer(a->matrix->cells[i]))
				return formula_slip(
					evaluation, formula, "formula-kind", "des nombres entiers", "whole numbers");
		return give_matrix(out, matrix_mod(a->matrix, b->number, arena), formula, evaluation);
	}
	if (need_whole(a, formula, evaluation))
		return -1;
	return give_number(out, number_mod(a->number, b->number, arena), formula, evaluation);
}

int inverse_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	const struct number *determinant;
	size_t side;

	if (need_square(operands, formula, evaluation))
		return -1;
	side = operands->matrix->rows;
	if (formula_spend(evaluation, formula, side * side * side, side * value_bits(operands)))
		return -1;
	determinant = matrix_determinant(operands->matrix, evaluation->arena);
	if (determinant && number_is_zero(determinant))
		return formula_slip(evaluation, formula, "formula-no-inverse", NULL, NULL);
	return give_matrix(out, matrix_inverse(operands->matrix, evaluation->arena), formula, evaluation);
}

static int matrix_power_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	struct value base = operands[0];
	size_t side, bits;
	long exponent;

	if (need_square(&base, formula, evaluation) ||
		need_between(&exponent, &operands[1], -MATRIX_POWER_MAX, MATRIX_POWER_MAX, formula, evaluation))
		return -1;
	if (exponent < 0 && inverse_value(&base, operands, formula, evaluation))
		return -1;
	exponent = exponent < 0 ? -exponent : exponent;
	side = base.matrix->rows;
	bits = value_bits(&base) * (size_t)exponent;
	if (formula_spend(
		    evaluation, formula, 12 * side * side * side, bits < NUMBER_BITS_MAX ? bits : NUMBER_BITS_MAX))
		return -1;
	return give_matrix(out, matrix_power(base.matrix, exponent, evaluation->arena), formula, evaluation);
}

int power_value(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	int64_t exponent;

	if (operands[0].kind == VALUE_MATRIX)
		return matrix_power_value(out, operands, formula, evaluation);
	if (need_number(&operands[0], formula, evaluation) || need_whole(&operands[1], formula, evaluation) ||
		formula_spend(evaluation, formula, 1, NUMBER_BITS_MAX))
		return -1;
	if (!number_to_int(operands[1].number, &exponent))
		return give_number(out, NULL, formula, evaluation);
	if (exponent < 0 && number_is_zero(operands[0].number))
		return formula_slip(evaluation, formula, "formula-zero", NULL, NULL);
	return give_number(
		out, number_power(operands[0].number, (long)exponent, evaluation->arena), formula, evaluation);
}

static int negative(
	struct value *out, const struct value *operand, const struct formula *formula, struct evaluation *evaluation)
{
	struct arena *arena = evaluation->arena;

	if (operand->kind == VALUE_MATRIX)
		return give_matrix(
			out, matrix_scale(operand->matrix, number_of(-1, arena), arena), formula, evaluation);
	if (need_number(operand, formula, evaluation))
		return -1;
	return give_number(out, number_neg(operand->number, arena), formula, evaluation);
}

static bool same(const struct value *a, const struct value *b)
{
	switch (a->kind) {
	case VALUE_NUMBER:
		return number_same(a->number, b->number);
	case VALUE_MATRIX:
		return matrix_same(a->matrix, b->matrix);
	default:
		return a->truth == b->truth;
	}
}

static int compared(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	const struct value *a = &operands[0], *b = &operands[1];
	int order;

	if (formula->op == FORMULA_EQUAL || formula->op == FORMULA_DIFFERS) {
		if (a->kind != b->kind)
			return formula_slip(evaluation, formula, "formula-kind", "deux valeurs de même nature",
				"two values of one kind");
		return give_truth(out, same(a, b) == (formula->op == FORMULA_EQUAL));
	}
	if (need_number(a, formula, evaluation) || need_number(b, formula, evaluation))
		return -1;
	order = number_compare(a->number, b->number);
	switch (formula->op) {
	case FORMULA_LESS:
		return give_truth(out, order < 0);
	case FORMULA_AT_MOST:
		return give_truth(out, order <= 0);
	case FORMULA_MORE:
		return give_truth(out, order > 0);
	default:
		return give_truth(out, order >= 0);
	}
}

static int truth_of(bool *out, const struct formula *formula, struct evaluation *evaluation)
{
	struct value value;

	if (value_of(&value, formula, evaluation))
		return -1;
	if (value.kind != VALUE_TRUTH)
		return formula_slip(
			evaluation, formula, "formula-kind", "une comparaison, comme a < b", "a comparison, as a < b");
	*out = value.truth;
	return 0;
}

/* What the first operand decides alone leaves the second one alone: "b != 0 and a/b > 1". */
static int logical(struct value *out, const struct formula *formula, struct evaluation *evaluation)
{
	bool truth = false;

	if (truth_of(&truth, formula->operands[0], evaluation))
		return -1;
	if (formula->op == FORMULA_NOT)
		return give_truth(out, !truth);
	if (truth == (formula->op == FORMULA_AND) && truth_of(&truth, formula->operands[1], evaluation))
		return -1;
	return give_truth(out, truth);
}

static int named(struct value *out, const struct formula *formula, struct evaluation *evaluation)
{
	for (size_t i = 0; i < evaluation->count; i++)
		if (!strcmp(evaluation->bindings[i].name, formula->name)) {
			*out = evaluation->bindings[i].value;
			return 0;
		}
	return formula_slip(evaluation, formula, "formula-name", NULL, NULL);
}

static int operated(
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation)
{
	switch (formula->op) {
	case FORMULA_CALL:
		return formula->function->value(out, operands, formula, evaluation);
	case FORMULA_ADD:
	case FORMULA_SUB:
		return sum_value(out, operands, formula->op == FORMULA_SUB, formula, evaluation);
	case FORMULA_MUL:
		return product_value(out, operands, formula, evaluation);
	case FORMULA_DIV:
		return quotient_value(out, operands, formula, evaluation);
	case FORMULA_MOD:
		return mod_value(out, operands, formula, evaluation);
	case FORMULA_NEG:
		return negative(out, operands, formula, evaluation);
	case FORMULA_POWER:
		return power_value(out, operands, formula, evaluation);
	default:
		return compared(out, operands, formula, evaluation);
	}
}

static int value_of(struct value *out, const struct formula *formula, struct evaluation *evaluation)
{
	struct value operands[FUNCTION_OPERANDS_MAX];

	switch (formula->op) {
	case FORMULA_NUMBER:
		return give_number(out, formula->number, formula, evaluation);
	case FORMULA_NAME:
		return named(out, formula, evaluation);
	case FORMULA_NOT:
	case FORMULA_AND:
	case FORMULA_OR:
		return logical(out, formula, evaluation);
	default:
		break;
	}
	for (size_t i = 0; i < formula->count; i++)
		if (value_of(&operands[i], formula->operands[i], evaluation))
			return -1;
	return operated(out, operands, formula, evaluation);
}

int formula_value_within(struct value *out, const struct formula *formula, const struct binding *bindings, size_t count,
	size_t *steps, struct arena *arena, struct slip *slip)
{
	struct evaluation evaluation = { bindings, count, arena, slip, *steps };
	int status = value_of(out, formula, &evaluation);

	*steps = evaluation.steps;
	return status;
}

int formula_value(struct value *out, const struct formula *formula, const struct binding *bindings, size_t count,
	struct arena *arena, struct slip *slip)
{
	size_t steps = FORMULA_STEPS_MAX;

	return formula_value_within(out, formula, bindings, count, &steps, arena, slip);
}
