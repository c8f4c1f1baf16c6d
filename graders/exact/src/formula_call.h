/* What the functions of formulas are written with: one C function for each. */
#pragma once
#include "formula_node.h"

#define CALL                                                                                                           \
	struct value *out, const struct value *operands, const struct formula *formula, struct evaluation *evaluation

/* Counts so many operations on the operands' numbers. */
int function_spend(
	const struct value *operands, size_t operations, const struct formula *formula, struct evaluation *evaluation);

int transpose_value(CALL);
int det_value(CALL);
int rank_value(CALL);
int trace_value(CALL);
int rows_value(CALL);
int columns_value(CALL);
int length_value(CALL);
int sum_value(CALL);
int sorted_value(CALL);
int cell_value(CALL);
int row_value(CALL);
int column_value(CALL);
int identity_value(CALL);
int termwise_value(CALL);
int boolean_value(CALL);
int bool_sum_value(CALL);
int bool_product_value(CALL);
int bool_power_value(CALL);
