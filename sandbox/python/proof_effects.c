/* The effects on the stack that are more than numbers. The comments say what each one means for the proof. */
#include "proof_effects.h"
#include <opcode.h>

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

void effect_const(struct flow *flow, unsigned argument)
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
void effect_nothing(struct flow *flow, unsigned argument) {}
#endif

void effect_load_local(struct flow *flow, unsigned argument)
{
	const struct slot *known = table_find(&flow->proof->locals, local_at(flow, argument));
	flow_push(flow, known != NULL ? *known : PLAIN);
}

void effect_store_local(struct flow *flow, unsigned argument)
{
	struct slot slot = flow_pop(flow);
	op_keep(flow, slot);
	slot.must &= MUST_CATCH;
	if ((slot.what & WHAT_GROUP) != WHAT_MODULE)
		slot.what = 0;
	table_store(flow->proof, &flow->proof->locals, local_at(flow, argument), slot);
}

/* The pair is what LOAD_GLOBAL and, since 3.12, LOAD_ATTR pack into their argument: a flag below, the name above. */
void effect_load_global(struct flow *flow, unsigned argument)
{
	if (argument & 1)
		flow_push(flow, (struct slot){ .may = MAY_NULL });
	op_load_global(flow, name_at(flow, argument >> 1));
}

void effect_load_name(struct flow *flow, unsigned argument)
{
	op_load_global(flow, name_at(flow, argument));
}

void effect_store_name(struct flow *flow, unsigned argument)
{
	op_store_global(flow, name_at(flow, argument));
}

/* Where a function says `global x`, the module's own code stores x by this instruction too. */
void effect_store_global(struct flow *flow, unsigned argument)
{
	const char *name = PyUnicode_AsUTF8(name_at(flow, argument));
	if (flow->load)
		op_store_global(flow, name_at(flow, argument));
	else
		proof_refuse(flow->proof, flow_line(flow), "stores a global: %.100s", name != NULL ? name : "?");
}

void effect_load_attr(struct flow *flow, unsigned argument)
{
#if PY_VERSION_HEX < 0x030C0000
	op_load_attribute(flow, name_at(flow, argument), false);
#else
	op_load_attribute(flow, name_at(flow, argument >> 1), argument & 1);
#endif
}

#if PY_VERSION_HEX < 0x030C0000
void effect_load_method(struct flow *flow, unsigned argument)
{
	op_load_attribute(flow, name_at(flow, argument), true);
}
#endif

void effect_import(struct flow *flow, unsigned argument)
{
	op_import(flow, name_at(flow, argument));
}

void effect_import_from(struct flow *flow, unsigned argument)
{
	op_import_from(flow, name_at(flow, argument));
}

void effect_push_null(struct flow *flow, unsigned argument)
{
	flow_push(flow, (struct slot){ .may = MAY_NULL });
}

void effect_copy(struct flow *flow, unsigned argument)
{
	if (argument == 0 || (int)argument > flow->depth)
		proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
	else
		flow_push(flow, flow->stack[flow->depth - (int)argument]);
}

void effect_swap(struct flow *flow, unsigned argument)
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

void effect_keywords(struct flow *flow, unsigned argument)
{
	flow->keywords = PyTuple_GET_ITEM(flow->code->co_consts, argument);
}

void effect_call(struct flow *flow, unsigned argument)
{
	op_call(flow, argument);
	flow->keywords = NULL;
}

void effect_call_spread(struct flow *flow, unsigned argument)
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
void effect_make_function(struct flow *flow, unsigned argument)
{
	struct slot code_slot = flow_pop(flow), function = { .may = MAY_ADDRESS };
	PyCodeObject *code = NULL;
	if ((code_slot.what & WHAT_GROUP) == WHAT_CODE)
		code = (PyCodeObject *)PyTuple_GET_ITEM(flow->code->co_consts, code_slot.what & WHAT_INDEX);
	if (code == NULL || (code->co_flags & (CO_COROUTINE | CO_ASYNC_GENERATOR))) {
		proof_refuse(flow->proof, flow_line(flow),
			code != NULL ? "an async function" : "a function that is not understood");
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

void effect_build_tuple(struct flow *flow, unsigned argument)
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

void effect_build_const_map(struct flow *flow, unsigned argument)
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
void effect_delete_subscript(struct flow *flow, unsigned argument)
{
	struct slot key = flow_pop(flow);
	if (key.may & MAY_ADDRESS)
		shows(flow);
	op_consume(flow, key, false);
	op_consume(flow, flow_pop(flow), false);
}

void effect_subscript(struct flow *flow, unsigned argument)
{
	effect_delete_subscript(flow, argument);
	flow_push(flow, PLAIN);
}

void effect_format_value(struct flow *flow, unsigned argument)
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

void effect_unary(struct flow *flow, unsigned argument)
{
	struct slot value = flow_pop(flow);
	op_consume(flow, value, false);
	flow_push(flow, (struct slot){ .must = value.must & (MUST_SAFE | MUST_CONST) });
}

/* text % value makes a text; number % number does not, and is told apart when one side is a constant that is no text. */
void effect_binary(struct flow *flow, unsigned argument)
{
	struct slot right = flow_pop(flow), left = flow_pop(flow);
	uint8_t both = left.must & right.must;
	unsigned operator= argument % NB_INPLACE_ADD;
	op_consume(flow, left, false);
	op_consume(flow, right, false);
	if (operator== NB_REMAINDER && !(right.must &MUST_CONST))
		shows(flow);
	if (operator== NB_AND || operator== NB_OR || operator== NB_XOR || operator== NB_SUBTRACT)
		flow->proof->set_operators = true;
	flow_push(flow, (struct slot){ .must = both & MUST_CONST ? MUST_SAFE | MUST_CONST : 0 });
}

void effect_compare(struct flow *flow, unsigned argument)
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
void effect_is(struct flow *flow, unsigned argument)
{
	struct slot right = flow_pop(flow), left = flow_pop(flow);
	op_consume(flow, left, true);
	op_consume(flow, right, true);
	if (flow->proof->final && !((left.must | right.must) & MUST_SINGLE))
		proof_refuse(flow->proof, flow_line(flow), "compares identities");
	flow_push(flow, PLAIN);
}

void effect_get_iter(struct flow *flow, unsigned argument)
{
	op_consume(flow, flow_pop(flow), true);
	flow_push(flow, ADDRESS);
}

void effect_for_iter(struct flow *flow, unsigned argument)
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

void effect_unpack(struct flow *flow, unsigned argument)
{
	op_consume(flow, flow_pop(flow), true);
	for (unsigned i = 0; i < argument; i++)
		flow_push(flow, PLAIN);
}

void effect_unpack_rest(struct flow *flow, unsigned argument)
{
	effect_unpack(flow, (argument & 0xff) + 1 + (argument >> 8));
}

void effect_yield(struct flow *flow, unsigned argument)
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
void effect_push_exception(struct flow *flow, unsigned argument)
{
	struct slot exception = flow_pop(flow);
	if (!looks_at_class(flow, flow->next))
		refuse_bare_handler(flow);
	if (flow->code->co_flags & CO_GENERATOR)
		proof_refuse(flow->proof, flow_line(flow), "a generator that catches exceptions");
	flow_push(flow, PLAIN);
	flow_push(flow, exception);
}

void effect_check_match(struct flow *flow, unsigned argument)
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
void effect_jump_if_false(struct flow *flow, unsigned argument)
{
	struct slot condition = flow_pop(flow);
	op_consume(flow, condition, true);
	flow_edge(flow, flow->next + argument);
	if (!(condition.must & MUST_FALSE))
		flow_edge(flow, flow->next);
}

#if PY_VERSION_HEX < 0x030C0000
void effect_jump_or_pop(struct flow *flow, unsigned argument)
{
	flow_edge(flow, flow->next + argument);
	flow_pop(flow);
}

void effect_import_star(struct flow *flow, unsigned argument)
{
	op_import_star(flow);
}
#else
void effect_intrinsic(struct flow *flow, unsigned argument)
{
	enum { IMPORT_STAR_INTRINSIC = 2, STOP_ITERATION = 3, POSITIVE = 5, TO_TUPLE = 6 };
	if (argument == IMPORT_STAR_INTRINSIC) {
		op_import_star(flow);
		flow_push(flow, PLAIN);
		return;
	}
	if (argument != STOP_ITERATION && argument != POSITIVE && argument != TO_TUPLE)
		proof_refuse(flow->proof, flow_line(flow), "an intrinsic that is not in the list");
	effect_unary(flow, argument);
}
#endif

void effect_assertion_error(struct flow *flow, unsigned argument)
{
	flow_push(flow, (struct slot){ .must = MUST_SAFE | MUST_SINGLE });
}
