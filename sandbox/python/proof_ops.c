/* The table of instructions, Python 3.11 and 3.12. What is not in it refuses the proof. */
#include "proof_effects.h"
#include <opcode.h>

enum flag {
	KNOWN = 1,
	EATS_POPPED = 2, /* what is popped stays out of sight */
	TIMES_1 = 4, /* pops its argument more */
	TIMES_2 = 8, /* pops twice its argument more */
	ENDS = 16, /* nothing follows */
	FORWARD = 32, /* jumps, after popping */
	BACKWARD = 64,
	MAKES_SET = 128
};

struct op {
	uint8_t flags, pop, push;
	/* What there is beside the numbers; it pops and pushes by itself. */
	void (*run)(struct flow *flow, unsigned argument);
};

static const struct op OPS[256] = {
	[NOP] = { KNOWN },
	[RESUME] = { KNOWN },
	[MAKE_CELL] = { KNOWN },
	[COPY_FREE_VARS] = { KNOWN },
	[SETUP_ANNOTATIONS] = { KNOWN },
	[DELETE_FAST] = { KNOWN },
	[DELETE_DEREF] = { KNOWN },
	[DELETE_NAME] = { KNOWN },
	[RETURN_GENERATOR] = { KNOWN, 0, 1 },
	[LOAD_CLOSURE] = { KNOWN, 0, 1 },
	[PUSH_NULL] = { KNOWN, .run = effect_push_null },
	[POP_TOP] = { KNOWN | EATS_POPPED, 1, 0 },
	[COPY] = { KNOWN, .run = effect_copy },
	[SWAP] = { KNOWN, .run = effect_swap },
	[LOAD_CONST] = { KNOWN, .run = effect_const },
	[LOAD_FAST] = { KNOWN, .run = effect_load_local },
	[LOAD_DEREF] = { KNOWN, .run = effect_load_local },
	[STORE_FAST] = { KNOWN, .run = effect_store_local },
	[STORE_DEREF] = { KNOWN, .run = effect_store_local },
	[LOAD_GLOBAL] = { KNOWN, .run = effect_load_global },
	[LOAD_NAME] = { KNOWN, .run = effect_load_name },
	[STORE_NAME] = { KNOWN, .run = effect_store_name },
	[STORE_GLOBAL] = { KNOWN, .run = effect_store_global },
	[LOAD_ATTR] = { KNOWN, .run = effect_load_attr },
	[IMPORT_NAME] = { KNOWN, .run = effect_import },
	[IMPORT_FROM] = { KNOWN, .run = effect_import_from },
	[LOAD_ASSERTION_ERROR] = { KNOWN, .run = effect_assertion_error },
	[KW_NAMES] = { KNOWN, .run = effect_keywords },
	[CALL] = { KNOWN, .run = effect_call },
	[CALL_FUNCTION_EX] = { KNOWN, .run = effect_call_spread },
	[MAKE_FUNCTION] = { KNOWN, .run = effect_make_function },
	[UNARY_NEGATIVE] = { KNOWN, .run = effect_unary },
	[UNARY_INVERT] = { KNOWN, .run = effect_unary },
	[UNARY_NOT] = { KNOWN | EATS_POPPED, 1, 1 },
	[BINARY_OP] = { KNOWN, .run = effect_binary },
	[COMPARE_OP] = { KNOWN, .run = effect_compare },
	[IS_OP] = { KNOWN, .run = effect_is },
	[CONTAINS_OP] = { KNOWN | EATS_POPPED, 2, 1 },
	[BINARY_SUBSCR] = { KNOWN, .run = effect_subscript },
	[STORE_SUBSCR] = { KNOWN, 3, 0 },
	[DELETE_SUBSCR] = { KNOWN, .run = effect_delete_subscript },
	[BUILD_SLICE] = { KNOWN | TIMES_1, 0, 1 },
	[BUILD_TUPLE] = { KNOWN, .run = effect_build_tuple },
	[BUILD_LIST] = { KNOWN | TIMES_1, 0, 1 },
	[BUILD_SET] = { KNOWN | TIMES_1 | MAKES_SET, 0, 1 },
	[BUILD_MAP] = { KNOWN | TIMES_2, 0, 1 },
	[BUILD_STRING] = { KNOWN | TIMES_1, 0, 1 },
	[BUILD_CONST_KEY_MAP] = { KNOWN, .run = effect_build_const_map },
	[LIST_APPEND] = { KNOWN, 1, 0 },
	[LIST_EXTEND] = { KNOWN | EATS_POPPED, 1, 0 },
	[SET_ADD] = { KNOWN | MAKES_SET, 1, 0 },
	[SET_UPDATE] = { KNOWN | EATS_POPPED | MAKES_SET, 1, 0 },
	[MAP_ADD] = { KNOWN, 2, 0 },
	[DICT_UPDATE] = { KNOWN | EATS_POPPED, 1, 0 },
	[DICT_MERGE] = { KNOWN, 1, 0 },
	[FORMAT_VALUE] = { KNOWN, .run = effect_format_value },
	[GET_ITER] = { KNOWN, .run = effect_get_iter },
	[FOR_ITER] = { KNOWN, .run = effect_for_iter },
	[UNPACK_SEQUENCE] = { KNOWN, .run = effect_unpack },
	[UNPACK_EX] = { KNOWN, .run = effect_unpack_rest },
	[YIELD_VALUE] = { KNOWN, .run = effect_yield },
	[RETURN_VALUE] = { KNOWN | ENDS, 1, 0 },
	[RAISE_VARARGS] = { KNOWN | ENDS | TIMES_1 | EATS_POPPED, 0, 0 },
	[RERAISE] = { KNOWN | ENDS | EATS_POPPED, 1, 0 },
	[POP_EXCEPT] = { KNOWN | EATS_POPPED, 1, 0 },
	[PUSH_EXC_INFO] = { KNOWN, .run = effect_push_exception },
	[CHECK_EXC_MATCH] = { KNOWN, .run = effect_check_match },
	[JUMP_FORWARD] = { KNOWN | FORWARD | ENDS, 0, 0 },
	[JUMP_BACKWARD] = { KNOWN | BACKWARD | ENDS, 0, 0 },
	[GET_LEN] = { KNOWN, 0, 1 },
	[MATCH_MAPPING] = { KNOWN, 0, 1 },
	[MATCH_SEQUENCE] = { KNOWN, 0, 1 },
	[MATCH_KEYS] = { KNOWN, 0, 1 },
#if PY_VERSION_HEX < 0x030C0000
	[PRECALL] = { KNOWN },
	[LOAD_METHOD] = { KNOWN, .run = effect_load_method },
	[LIST_TO_TUPLE] = { KNOWN, 1, 1 },
	[UNARY_POSITIVE] = { KNOWN, .run = effect_unary },
	[IMPORT_STAR] = { KNOWN, .run = effect_import_star },
	[POP_JUMP_FORWARD_IF_FALSE] = { KNOWN | ENDS, .run = effect_jump_if_false },
	[POP_JUMP_FORWARD_IF_TRUE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_FORWARD_IF_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_FORWARD_IF_NOT_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_FALSE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_TRUE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_NONE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_NOT_NONE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[JUMP_IF_FALSE_OR_POP] = { KNOWN, .run = effect_jump_or_pop },
	[JUMP_IF_TRUE_OR_POP] = { KNOWN, .run = effect_jump_or_pop },
#else
	[POP_JUMP_IF_FALSE] = { KNOWN | ENDS, .run = effect_jump_if_false },
	[POP_JUMP_IF_TRUE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_IF_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_IF_NOT_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[LOAD_FAST_CHECK] = { KNOWN, .run = effect_load_local },
	[LOAD_FAST_AND_CLEAR] = { KNOWN, .run = effect_load_local },
	[RETURN_CONST] = { KNOWN | ENDS, .run = effect_nothing },
	[END_FOR] = { KNOWN | EATS_POPPED, 2, 0 },
	[BINARY_SLICE] = { KNOWN, 3, 1 },
	[STORE_SLICE] = { KNOWN, 4, 0 },
	[CALL_INTRINSIC_1] = { KNOWN, .run = effect_intrinsic },
#endif
};

/* What beginners write that is not in the table, in words. */
static const struct {
	uint8_t opcode;
	bool named;
	const char *words;
} REFUSALS[] = {
	{ LOAD_BUILD_CLASS, false, "defines a class" },
	{ DELETE_GLOBAL, true, "deletes a global: " },
	{ STORE_ATTR, true, "sets an attribute: " },
	{ DELETE_ATTR, true, "deletes an attribute: " },
	{ BEFORE_WITH, false, "uses with" },
	{ SEND, false, "uses yield from" },
	{ GET_YIELD_FROM_ITER, false, "uses yield from" },
	{ MATCH_CLASS, false, "matches a class" },
	{ GET_AWAITABLE, false, "uses await" },
};

static void refuse_opcode(struct flow *flow, unsigned argument)
{
	for (size_t i = 0; i < Py_ARRAY_LENGTH(REFUSALS); i++) {
		if (REFUSALS[i].opcode != flow->opcode)
			continue;
		const char *name =
			REFUSALS[i].named ? PyUnicode_AsUTF8(PyTuple_GET_ITEM(flow->code->co_names, argument)) : "";
		proof_refuse(flow->proof, flow_line(flow), "%s%.100s", REFUSALS[i].words, name != NULL ? name : "?");
	}
	proof_refuse(flow->proof, flow_line(flow), "instruction %d is not in the list", flow->opcode);
	PyErr_Clear();
}

bool op_run(struct flow *flow, unsigned argument)
{
	const struct op *op = &OPS[flow->opcode];
	unsigned pops = op->pop;
	if (!(op->flags & KNOWN)) {
		refuse_opcode(flow, argument);
		return false;
	}
	if (op->run != NULL)
		op->run(flow, argument);
	pops += op->flags & TIMES_1 ? argument : op->flags & TIMES_2 ? 2 * argument : 0;
	for (unsigned i = 0; i < pops && !flow->proof->refused; i++)
		op_consume(flow, flow_pop(flow), op->flags & EATS_POPPED);
	for (unsigned i = 0; i < op->push; i++)
		flow_push(flow, (struct slot){ 0 });
	if (op->flags & MAKES_SET && flow->proof->final && flow->proof->sets_line == 0)
		flow->proof->sets_line = flow_line(flow);
	if (flow->proof->refused)
		return false;
	if (op->flags & FORWARD)
		flow_edge(flow, flow->next + argument);
	if (op->flags & BACKWARD && argument <= flow->next)
		flow_edge(flow, flow->next - argument);
	return !(op->flags & ENDS);
}
