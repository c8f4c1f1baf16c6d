/* The table of instructions, Python 3.11 and 3.12. What is not in it refuses the proof. */
#include "proof_ops.h"
#include <opcode.h>
#include <string.h>

enum flag {
	KNOWN = 1,
	EATS_POPPED = 2, /* what is popped stays out of sight */
	TIMES_1 = 4,     /* pops its argument more */
	TIMES_2 = 8,     /* pops twice its argument more */
	ENDS = 16,       /* nothing follows */
	FORWARD = 32,    /* jumps, after popping */
	BACKWARD = 64,
	MAKES_SET = 128
};

struct op {
	uint8_t flags, pop, push;
	/* What there is beside the numbers; it pops and pushes by itself. */
	void (*run)(struct flow *flow, unsigned argument);
};

static const struct slot PLAIN = { 0 };
static const struct slot ADDRESS = { .may = MAY_ADDRESS };

static PyObject *name_at(const struct flow *flow, unsigned index)
{
	return PyTuple_GET_ITEM(flow->code->co_names, index);
}

static PyObject *local_at(const struct flow *flow, unsigned index)
{
	return PyTuple_GET_ITEM(flow->code->co_localsplusnames, index);
}

/* Does a constant text reach into nothing when .format() is called on it? */
static bool plain_format(PyObject *text)
{
	bool field = false, name = false;
	for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(text); i++) {
		Py_UCS4 c = PyUnicode_READ_CHAR(text, i);
		if (name && (c == '.' || c == '['))
			return false;
		field = field || c == '{';
		if (c == '{')
			name = true;
		else if (c == ':' || c == '}' || c == '!')
			name = false;
	}
	return true;
}

static void run_const(struct flow *flow, unsigned argument)
{
	PyObject *value = PyTuple_GET_ITEM(flow->code->co_consts, argument);
	struct slot slot = { .must = MUST_SAFE | MUST_CONST };
	if (value == Py_None || PyBool_Check(value))
		slot.must |= MUST_SINGLE;
	if (PyUnicode_CheckExact(value) && plain_format(value))
		slot.must |= MUST_FORMAT;
	if (PyUnicode_CheckExact(value) && PyUnicode_CompareWithASCIIString(value, "__main__") == 0)
		slot.what = WHAT_MAIN_TEXT;
	if (PyCode_Check(value)) {
		slot = PLAIN;
		if (argument <= WHAT_INDEX)
			slot.what = (uint16_t)(WHAT_CODE | argument);
	}
	flow_push(flow, slot);
}

#if PY_VERSION_HEX >= 0x030C0000
static void run_nothing(struct flow *flow, unsigned argument)
{
}
#endif

static void run_load_local(struct flow *flow, unsigned argument)
{
	const struct slot *known = table_find(&flow->proof->locals, local_at(flow, argument));
	flow_push(flow, known != NULL ? *known : PLAIN);
}

static void run_store_local(struct flow *flow, unsigned argument)
{
	struct slot slot = flow_pop(flow);
	op_keep(flow, slot);
	slot.must &= MUST_CATCH;
	if ((slot.what & WHAT_GROUP) != WHAT_MODULE)
		slot.what = 0;
	table_store(flow->proof, &flow->proof->locals, local_at(flow, argument), slot);
}

/* The pair is what LOAD_GLOBAL and, since 3.12, LOAD_ATTR pack into their argument: a flag below, the name above. */
static void run_load_global(struct flow *flow, unsigned argument)
{
	if (argument & 1)
		flow_push(flow, (struct slot){ .may = MAY_NULL });
	op_load_global(flow, name_at(flow, argument >> 1));
}

static void run_load_name(struct flow *flow, unsigned argument)
{
	op_load_global(flow, name_at(flow, argument));
}

static void run_store_name(struct flow *flow, unsigned argument)
{
	op_store_global(flow, name_at(flow, argument));
}

/* Where a function says `global x`, the module's own code stores x by this instruction too. */
static void run_store_global(struct flow *flow, unsigned argument)
{
	const char *name = PyUnicode_AsUTF8(name_at(flow, argument));
	if (flow->load)
		op_store_global(flow, name_at(flow, argument));
	else
		proof_refuse(flow->proof, flow_line(flow), "stores a global: %.100s", name != NULL ? name : "?");
}

static void run_load_attr(struct flow *flow, unsigned argument)
{
#if PY_VERSION_HEX < 0x030C0000
	op_load_attribute(flow, name_at(flow, argument), false);
#else
	op_load_attribute(flow, name_at(flow, argument >> 1), argument & 1);
#endif
}

#if PY_VERSION_HEX < 0x030C0000
static void run_load_method(struct flow *flow, unsigned argument)
{
	op_load_attribute(flow, name_at(flow, argument), true);
}
#endif

static void run_import(struct flow *flow, unsigned argument)
{
	op_import(flow, name_at(flow, argument));
}

static void run_import_from(struct flow *flow, unsigned argument)
{
	op_import_from(flow, name_at(flow, argument));
}

static void run_push_null(struct flow *flow, unsigned argument)
{
	flow_push(flow, (struct slot){ .may = MAY_NULL });
}

static void run_copy(struct flow *flow, unsigned argument)
{
	if (argument == 0 || (int)argument > flow->depth)
		proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
	else
		flow_push(flow, flow->stack[flow->depth - (int)argument]);
}

static void run_swap(struct flow *flow, unsigned argument)
{
	struct slot *top, *other;
	if (argument == 0 || (int)argument > flow->depth) {
		proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
		return;
	}
	top = &flow->stack[flow->depth - 1];
	other = &flow->stack[flow->depth - (int)argument];
	struct slot kept = *top;
	*top = *other;
	*other = kept;
}

static void run_keywords(struct flow *flow, unsigned argument)
{
	flow->keywords = PyTuple_GET_ITEM(flow->code->co_consts, argument);
}

static void run_call(struct flow *flow, unsigned argument)
{
	op_call(flow, argument);
	flow->keywords = NULL;
}

static void run_call_spread(struct flow *flow, unsigned argument)
{
	op_call_spread(flow, argument & 1);
}

static bool is_inline(PyCodeObject *code)
{
	static const char *const names[] = { "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>" };
	for (size_t i = 0; i < Py_ARRAY_LENGTH(names); i++)
		if (PyUnicode_CompareWithASCIIString(code->co_name, names[i]) == 0)
			return true;
	return false;
}

/* A function made while loading is called by several tests: what it carries must be immutable. One made in a call dies
 * with the call, its defaults and cells with it. */
static void run_make_function(struct flow *flow, unsigned argument)
{
	struct slot code_slot = flow_pop(flow), function = { .may = MAY_ADDRESS };
	PyCodeObject *code = NULL;
	if ((code_slot.what & WHAT_GROUP) == WHAT_CODE)
		code = (PyCodeObject *)PyTuple_GET_ITEM(flow->code->co_consts, code_slot.what & WHAT_INDEX);
	if (code == NULL || (code->co_flags & (CO_COROUTINE | CO_ASYNC_GENERATOR))) {
		proof_refuse(flow->proof, flow_line(flow), code != NULL ? "an async function" : "a function that is not understood");
		return;
	}
	for (unsigned flag = 8; flag > 0; flag >>= 1) {
		struct slot part = argument & flag ? flow_pop(flow) : PLAIN;
		unsigned needed = flag == 1 ? MUST_CONST : flag == 2 ? MUST_CONST_MAP : 0;
		bool shared = flow->load && !is_inline(code) && flag != 4;
		if (!(argument & flag))
			continue;
		op_consume(flow, part, true);
		if (flow->proof->final && shared && (needed == 0 || !(part.must & needed)))
			proof_refuse(flow->proof, flow_line(flow), "a function with a default value that may change");
	}
	if (code->co_flags & CO_GENERATOR)
		function.may |= MAY_GENERATE;
	function.must = is_inline(code) ? MUST_INLINE : MUST_SAFE;
	proof_add_code(flow->proof, code, flow->load && is_inline(code));
	flow_push(flow, function);
}

static void run_build_tuple(struct flow *flow, unsigned argument)
{
	struct slot tuple = { .must = MUST_SAFE | MUST_CONST | MUST_CATCH };
	for (unsigned i = 0; i < argument; i++) {
		struct slot item = flow_pop(flow);
		op_consume(flow, item, false);
		tuple.must &= item.must;
	}
	if (!(tuple.must & MUST_CONST))
		tuple.must &= MUST_CATCH;
	flow_push(flow, tuple);
}

static void run_build_const_map(struct flow *flow, unsigned argument)
{
	struct slot map = { .must = MUST_CONST_MAP };
	flow_pop(flow);
	for (unsigned i = 0; i < argument; i++) {
		struct slot item = flow_pop(flow);
		op_consume(flow, item, false);
		if (!(item.must & MUST_CONST))
			map.must = 0;
	}
	flow_push(flow, map);
}

static void shows(struct flow *flow)
{
	if (flow->proof->final && flow->proof->shows_line == 0)
		flow->proof->shows_line = flow_line(flow);
}

/* A KeyError shows the key. */
static void run_delete_subscript(struct flow *flow, unsigned argument)
{
	struct slot key = flow_pop(flow);
	if (key.may & MAY_ADDRESS)
		shows(flow);
	op_consume(flow, key, false);
	op_consume(flow, flow_pop(flow), false);
}

static void run_subscript(struct flow *flow, unsigned argument)
{
	run_delete_subscript(flow, argument);
	flow_push(flow, PLAIN);
}

static void run_format_value(struct flow *flow, unsigned argument)
{
	struct slot value;
	if (argument & 4)
		op_consume(flow, flow_pop(flow), false);
	value = flow_pop(flow);
	value.may &= (uint8_t)~MAY_EXCEPTION;
	op_consume(flow, value, false);
	shows(flow);
	flow_push(flow, PLAIN);
}

static void run_unary(struct flow *flow, unsigned argument)
{
	struct slot value = flow_pop(flow);
	op_consume(flow, value, false);
	flow_push(flow, (struct slot){ .must = value.must & (MUST_SAFE | MUST_CONST) });
}

/* text % value makes a text; number % number does not, and is told apart when one side is a constant that is no text. */
static void run_binary(struct flow *flow, unsigned argument)
{
	struct slot right = flow_pop(flow), left = flow_pop(flow);
	uint8_t both = left.must & right.must;
	unsigned operator = argument % NB_INPLACE_ADD;
	op_consume(flow, left, false);
	op_consume(flow, right, false);
	if (operator == NB_REMAINDER && !(right.must & MUST_CONST))
		shows(flow);
	if (operator == NB_AND || operator == NB_OR || operator == NB_XOR || operator == NB_SUBTRACT)
		flow->proof->set_operators = true;
	flow_push(flow, (struct slot){ .must = both & MUST_CONST ? MUST_SAFE | MUST_CONST : 0 });
}

static void run_compare(struct flow *flow, unsigned argument)
{
	struct slot right = flow_pop(flow), left = flow_pop(flow), result = PLAIN;
#if PY_VERSION_HEX >= 0x030C0000
	bool equal = argument >> 4 == Py_EQ;
#else
	bool equal = argument == Py_EQ;
#endif
	op_consume(flow, left, true);
	op_consume(flow, right, true);
	if (equal && left.what == WHAT_OWN_NAME && right.what == WHAT_MAIN_TEXT)
		result.must = MUST_FALSE;
	flow_push(flow, result);
}

/* Whether two equal values are one object depends on what was made before. */
static void run_is(struct flow *flow, unsigned argument)
{
	struct slot right = flow_pop(flow), left = flow_pop(flow);
	op_consume(flow, left, true);
	op_consume(flow, right, true);
	if (flow->proof->final && !((left.must | right.must) & MUST_SINGLE))
		proof_refuse(flow->proof, flow_line(flow), "compares identities");
	flow_push(flow, PLAIN);
}

static void run_get_iter(struct flow *flow, unsigned argument)
{
	op_consume(flow, flow_pop(flow), true);
	flow_push(flow, ADDRESS);
}

static void run_for_iter(struct flow *flow, unsigned argument)
{
	struct slot iterator = flow_pop(flow);
#if PY_VERSION_HEX >= 0x030C0000
	flow_push(flow, iterator);
	flow_push(flow, PLAIN);
	flow_edge(flow, flow->next + argument);
#else
	flow_edge(flow, flow->next + argument);
	flow_push(flow, iterator);
	flow_push(flow, PLAIN);
#endif
}

static void run_unpack(struct flow *flow, unsigned argument)
{
	op_consume(flow, flow_pop(flow), true);
	for (unsigned i = 0; i < argument; i++)
		flow_push(flow, PLAIN);
}

static void run_unpack_rest(struct flow *flow, unsigned argument)
{
	run_unpack(flow, (argument & 0xff) + 1 + (argument >> 8));
}

static void run_yield(struct flow *flow, unsigned argument)
{
	op_consume(flow, flow_pop(flow), false);
	flow_push(flow, PLAIN);
}

/* The next instruction that does something. */
static unsigned opcode_at(const struct flow *flow, size_t at)
{
	while (at < flow->count && (flow->units[at * 2] == CACHE || flow->units[at * 2] == EXTENDED_ARG))
		at++;
	return at < flow->count ? flow->units[at * 2] : 0;
}

/* Does the code at `at` look at the class of the exception before anything else, or pass it on? */
static bool looks_at_class(const struct flow *flow, size_t at)
{
	for (; at < flow->count; at++) {
		switch (flow->units[at * 2]) {
		case CHECK_EXC_MATCH:
		case RERAISE:
			return true;
		case LOAD_GLOBAL:
		case LOAD_NAME:
		case LOAD_FAST:
		case LOAD_DEREF:
		case LOAD_ATTR:
		case BUILD_TUPLE:
		case EXTENDED_ARG:
		case CACHE:
		case NOP:
			continue;
		default:
			return false;
		}
	}
	return false;
}

static void refuse_bare_handler(struct flow *flow)
{
	proof_refuse(flow->proof, flow_line(flow), "catches any exception, or has a finally");
}

/* A generator that is left suspended is closed when the collector meets it, maybe in a later call: it must
 * have no handler that could then do something. */
static void run_push_exception(struct flow *flow, unsigned argument)
{
	struct slot exception = flow_pop(flow);
	if (!looks_at_class(flow, flow->next))
		refuse_bare_handler(flow);
	if (flow->code->co_flags & CO_GENERATOR)
		proof_refuse(flow->proof, flow_line(flow), "a generator that catches exceptions");
	flow_push(flow, PLAIN);
	flow_push(flow, exception);
}

static void run_check_match(struct flow *flow, unsigned argument)
{
	struct slot class = flow_pop(flow);
	size_t jump = flow->next, after;
	unsigned distance = 0;
	if (flow->proof->final && !(class.must & MUST_CATCH))
		proof_refuse(flow->proof, flow_line(flow), "catches an exception that is not in the list");
	for (; jump < flow->count && flow->units[jump * 2] == EXTENDED_ARG; jump++)
		distance = (distance | flow->units[jump * 2 + 1]) << 8;
	distance |= jump < flow->count ? flow->units[jump * 2 + 1] : 0;
	for (after = jump + 1; after < flow->count && flow->units[after * 2] == CACHE; after++)
		continue;
#if PY_VERSION_HEX < 0x030C0000
	if (opcode_at(flow, jump) != POP_JUMP_FORWARD_IF_FALSE || !looks_at_class(flow, after + distance))
#else
	if (opcode_at(flow, jump) != POP_JUMP_IF_FALSE || !looks_at_class(flow, after + distance))
#endif
		refuse_bare_handler(flow);
	flow_push(flow, PLAIN);
}

/* if __name__ == "__main__": what it guards never runs, for the answer is a module called "answer". */
static void run_jump_if_false(struct flow *flow, unsigned argument)
{
	struct slot condition = flow_pop(flow);
	op_consume(flow, condition, true);
	flow_edge(flow, flow->next + argument);
	if (!(condition.must & MUST_FALSE))
		flow_edge(flow, flow->next);
}

#if PY_VERSION_HEX < 0x030C0000
static void run_jump_or_pop(struct flow *flow, unsigned argument)
{
	flow_edge(flow, flow->next + argument);
	flow_pop(flow);
}

static void run_import_star(struct flow *flow, unsigned argument)
{
	op_import_star(flow);
}
#else
static void run_intrinsic(struct flow *flow, unsigned argument)
{
	enum { IMPORT_STAR_INTRINSIC = 2, STOP_ITERATION = 3, POSITIVE = 5, TO_TUPLE = 6 };
	if (argument == IMPORT_STAR_INTRINSIC) {
		op_import_star(flow);
		flow_push(flow, PLAIN);
		return;
	}
	if (argument != STOP_ITERATION && argument != POSITIVE && argument != TO_TUPLE)
		proof_refuse(flow->proof, flow_line(flow), "an intrinsic that is not in the list");
	run_unary(flow, argument);
}
#endif

static void run_assertion_error(struct flow *flow, unsigned argument)
{
	flow_push(flow, (struct slot){ .must = MUST_SAFE | MUST_SINGLE });
}

static const struct op OPS[256] = {
	[NOP] = { KNOWN }, [RESUME] = { KNOWN }, [MAKE_CELL] = { KNOWN }, [COPY_FREE_VARS] = { KNOWN },
	[SETUP_ANNOTATIONS] = { KNOWN }, [DELETE_FAST] = { KNOWN }, [DELETE_DEREF] = { KNOWN }, [DELETE_NAME] = { KNOWN },
	[RETURN_GENERATOR] = { KNOWN, 0, 1 }, [LOAD_CLOSURE] = { KNOWN, 0, 1 },
	[PUSH_NULL] = { KNOWN, .run = run_push_null }, [POP_TOP] = { KNOWN | EATS_POPPED, 1, 0 },
	[COPY] = { KNOWN, .run = run_copy }, [SWAP] = { KNOWN, .run = run_swap },
	[LOAD_CONST] = { KNOWN, .run = run_const }, [LOAD_FAST] = { KNOWN, .run = run_load_local },
	[LOAD_DEREF] = { KNOWN, .run = run_load_local }, [STORE_FAST] = { KNOWN, .run = run_store_local },
	[STORE_DEREF] = { KNOWN, .run = run_store_local }, [LOAD_GLOBAL] = { KNOWN, .run = run_load_global },
	[LOAD_NAME] = { KNOWN, .run = run_load_name }, [STORE_NAME] = { KNOWN, .run = run_store_name },
	[STORE_GLOBAL] = { KNOWN, .run = run_store_global },
	[LOAD_ATTR] = { KNOWN, .run = run_load_attr }, [IMPORT_NAME] = { KNOWN, .run = run_import },
	[IMPORT_FROM] = { KNOWN, .run = run_import_from }, [LOAD_ASSERTION_ERROR] = { KNOWN, .run = run_assertion_error },
	[KW_NAMES] = { KNOWN, .run = run_keywords }, [CALL] = { KNOWN, .run = run_call },
	[CALL_FUNCTION_EX] = { KNOWN, .run = run_call_spread }, [MAKE_FUNCTION] = { KNOWN, .run = run_make_function },
	[UNARY_NEGATIVE] = { KNOWN, .run = run_unary }, [UNARY_INVERT] = { KNOWN, .run = run_unary },
	[UNARY_NOT] = { KNOWN | EATS_POPPED, 1, 1 }, [BINARY_OP] = { KNOWN, .run = run_binary },
	[COMPARE_OP] = { KNOWN, .run = run_compare }, [IS_OP] = { KNOWN, .run = run_is },
	[CONTAINS_OP] = { KNOWN | EATS_POPPED, 2, 1 }, [BINARY_SUBSCR] = { KNOWN, .run = run_subscript }, [STORE_SUBSCR] = { KNOWN, 3, 0 },
	[DELETE_SUBSCR] = { KNOWN, .run = run_delete_subscript }, [BUILD_SLICE] = { KNOWN | TIMES_1, 0, 1 },
	[BUILD_TUPLE] = { KNOWN, .run = run_build_tuple }, [BUILD_LIST] = { KNOWN | TIMES_1, 0, 1 },
	[BUILD_SET] = { KNOWN | TIMES_1 | MAKES_SET, 0, 1 }, [BUILD_MAP] = { KNOWN | TIMES_2, 0, 1 },
	[BUILD_STRING] = { KNOWN | TIMES_1, 0, 1 }, [BUILD_CONST_KEY_MAP] = { KNOWN, .run = run_build_const_map },
	[LIST_APPEND] = { KNOWN, 1, 0 }, [LIST_EXTEND] = { KNOWN | EATS_POPPED, 1, 0 }, [SET_ADD] = { KNOWN | MAKES_SET, 1, 0 },
	[SET_UPDATE] = { KNOWN | EATS_POPPED | MAKES_SET, 1, 0 }, [MAP_ADD] = { KNOWN, 2, 0 },
	[DICT_UPDATE] = { KNOWN | EATS_POPPED, 1, 0 }, [DICT_MERGE] = { KNOWN, 1, 0 },
	[FORMAT_VALUE] = { KNOWN, .run = run_format_value }, [GET_ITER] = { KNOWN, .run = run_get_iter },
	[FOR_ITER] = { KNOWN, .run = run_for_iter }, [UNPACK_SEQUENCE] = { KNOWN, .run = run_unpack },
	[UNPACK_EX] = { KNOWN, .run = run_unpack_rest }, [YIELD_VALUE] = { KNOWN, .run = run_yield },
	[RETURN_VALUE] = { KNOWN | ENDS, 1, 0 }, [RAISE_VARARGS] = { KNOWN | ENDS | TIMES_1 | EATS_POPPED, 0, 0 },
	[RERAISE] = { KNOWN | ENDS | EATS_POPPED, 1, 0 }, [POP_EXCEPT] = { KNOWN | EATS_POPPED, 1, 0 },
	[PUSH_EXC_INFO] = { KNOWN, .run = run_push_exception }, [CHECK_EXC_MATCH] = { KNOWN, .run = run_check_match },
	[JUMP_FORWARD] = { KNOWN | FORWARD | ENDS, 0, 0 }, [JUMP_BACKWARD] = { KNOWN | BACKWARD | ENDS, 0, 0 },
	[GET_LEN] = { KNOWN, 0, 1 }, [MATCH_MAPPING] = { KNOWN, 0, 1 }, [MATCH_SEQUENCE] = { KNOWN, 0, 1 },
	[MATCH_KEYS] = { KNOWN, 0, 1 },
#if PY_VERSION_HEX < 0x030C0000
	[PRECALL] = { KNOWN }, [LOAD_METHOD] = { KNOWN, .run = run_load_method }, [LIST_TO_TUPLE] = { KNOWN, 1, 1 },
	[UNARY_POSITIVE] = { KNOWN, .run = run_unary }, [IMPORT_STAR] = { KNOWN, .run = run_import_star },
	[POP_JUMP_FORWARD_IF_FALSE] = { KNOWN | ENDS, .run = run_jump_if_false },
	[POP_JUMP_FORWARD_IF_TRUE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_FORWARD_IF_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_FORWARD_IF_NOT_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_FALSE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_TRUE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_NONE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_BACKWARD_IF_NOT_NONE] = { KNOWN | BACKWARD | EATS_POPPED, 1, 0 },
	[JUMP_IF_FALSE_OR_POP] = { KNOWN, .run = run_jump_or_pop }, [JUMP_IF_TRUE_OR_POP] = { KNOWN, .run = run_jump_or_pop },
#else
	[POP_JUMP_IF_FALSE] = { KNOWN | ENDS, .run = run_jump_if_false },
	[POP_JUMP_IF_TRUE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_IF_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[POP_JUMP_IF_NOT_NONE] = { KNOWN | FORWARD | EATS_POPPED, 1, 0 },
	[LOAD_FAST_CHECK] = { KNOWN, .run = run_load_local }, [LOAD_FAST_AND_CLEAR] = { KNOWN, .run = run_load_local },
	[RETURN_CONST] = { KNOWN | ENDS, .run = run_nothing }, [END_FOR] = { KNOWN | EATS_POPPED, 2, 0 },
	[BINARY_SLICE] = { KNOWN, 3, 1 }, [STORE_SLICE] = { KNOWN, 4, 0 },
	[CALL_INTRINSIC_1] = { KNOWN, .run = run_intrinsic },
#endif
};

/* What beginners write that is not in the table, in words. */
static const struct { uint8_t opcode; bool named; const char *words; } REFUSALS[] = {
	{ LOAD_BUILD_CLASS, false, "defines a class" }, { DELETE_GLOBAL, true, "deletes a global: " }, { STORE_ATTR, true, "sets an attribute: " },
	{ DELETE_ATTR, true, "deletes an attribute: " }, { BEFORE_WITH, false, "uses with" }, { SEND, false, "uses yield from" },
	{ GET_YIELD_FROM_ITER, false, "uses yield from" },
	{ MATCH_CLASS, false, "matches a class" }, { GET_AWAITABLE, false, "uses await" },
};

static void refuse_opcode(struct flow *flow, unsigned argument)
{
	for (size_t i = 0; i < Py_ARRAY_LENGTH(REFUSALS); i++) {
		if (REFUSALS[i].opcode != flow->opcode)
			continue;
		const char *name = REFUSALS[i].named ? PyUnicode_AsUTF8(name_at(flow, argument)) : "";
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
		flow_push(flow, PLAIN);
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
