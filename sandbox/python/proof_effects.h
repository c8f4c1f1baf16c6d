/* What an instruction does beside popping and pushing a number of values: one function each, for the table of proof_ops.c. */
#pragma once
#include "proof_ops.h"

void effect_const(struct flow *flow, unsigned argument);
void effect_load_local(struct flow *flow, unsigned argument);
void effect_store_local(struct flow *flow, unsigned argument);
void effect_load_global(struct flow *flow, unsigned argument);
void effect_load_name(struct flow *flow, unsigned argument);
void effect_store_name(struct flow *flow, unsigned argument);
void effect_store_global(struct flow *flow, unsigned argument);
void effect_load_attr(struct flow *flow, unsigned argument);
void effect_import(struct flow *flow, unsigned argument);
void effect_import_from(struct flow *flow, unsigned argument);
void effect_push_null(struct flow *flow, unsigned argument);
void effect_copy(struct flow *flow, unsigned argument);
void effect_swap(struct flow *flow, unsigned argument);
void effect_keywords(struct flow *flow, unsigned argument);
void effect_call(struct flow *flow, unsigned argument);
void effect_call_spread(struct flow *flow, unsigned argument);
void effect_make_function(struct flow *flow, unsigned argument);
void effect_build_tuple(struct flow *flow, unsigned argument);
void effect_build_const_map(struct flow *flow, unsigned argument);
void effect_delete_subscript(struct flow *flow, unsigned argument);
void effect_subscript(struct flow *flow, unsigned argument);
void effect_format_value(struct flow *flow, unsigned argument);
void effect_unary(struct flow *flow, unsigned argument);
void effect_binary(struct flow *flow, unsigned argument);
void effect_compare(struct flow *flow, unsigned argument);
void effect_is(struct flow *flow, unsigned argument);
void effect_get_iter(struct flow *flow, unsigned argument);
void effect_for_iter(struct flow *flow, unsigned argument);
void effect_unpack(struct flow *flow, unsigned argument);
void effect_unpack_rest(struct flow *flow, unsigned argument);
void effect_yield(struct flow *flow, unsigned argument);
void effect_push_exception(struct flow *flow, unsigned argument);
void effect_check_match(struct flow *flow, unsigned argument);
void effect_jump_if_false(struct flow *flow, unsigned argument);
void effect_assertion_error(struct flow *flow, unsigned argument);
#if PY_VERSION_HEX < 0x030C0000
void effect_load_method(struct flow *flow, unsigned argument);
void effect_jump_or_pop(struct flow *flow, unsigned argument);
void effect_import_star(struct flow *flow, unsigned argument);
#else
void effect_nothing(struct flow *flow, unsigned argument);
void effect_intrinsic(struct flow *flow, unsigned argument);
#endif
