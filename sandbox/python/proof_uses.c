/* Names, attributes, imports and calls: what the lists of proof_lists.c say of them. */
#include "proof_lists.h"
#include "proof_ops.h"

enum { MEMBERS = 128 }; /* of a module, at most: a member's index is module * MEMBERS + its own */

static const struct slot PLAIN = { 0 };

static void first(int *line, const struct flow *flow)
{
	if (flow->proof->final && *line == 0)
		*line = flow_line(flow);
}

/* `name` may be NULL. */
static void judge(struct flow *flow, const char *why_not, PyObject *name)
{
	const char *text = name != NULL ? PyUnicode_AsUTF8(name) : "";
	if (flow->proof->final)
		proof_refuse(flow->proof, flow_line(flow), "%s%.100s", why_not, text != NULL ? text : "?");
	PyErr_Clear();
}

static int traits_of(struct slot callee)
{
	int index = callee.what & WHAT_INDEX;
	switch (callee.what & WHAT_GROUP) {
	case WHAT_BUILTIN:
		return BUILTINS[index].traits;
	case WHAT_METHOD:
		return ATTRIBUTES[index].traits;
	case WHAT_MEMBER:
		return MODULES[index / MEMBERS].members[index % MEMBERS].traits;
	default:
		return 0;
	}
}

void op_consume(struct flow *flow, struct slot slot, bool eaten)
{
	if (slot.may & MAY_RESTRICTED)
		judge(flow, "a built-in that may only be called is used as a value", NULL);
	if (slot.may & MAY_NULL)
		proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
	if (eaten)
		return;
	if (slot.may & MAY_CLASS)
		judge(flow, "the type of a value goes out of sight", NULL);
	if (slot.may & MAY_ADDRESS)
		first(flow->load ? &flow->proof->load_escapes_line : &flow->proof->escapes_line, flow);
	if (((slot.may & MAY_EXCEPTION) || (traits_of(slot) & RAISES)) && !flow->load)
		first(&flow->proof->exception_line, flow);
}

void op_keep(struct flow *flow, struct slot slot)
{
	op_consume(flow, slot, !(traits_of(slot) & RAISES));
}

static void note_traits(struct flow *flow, int traits)
{
	if (traits & SHOWS)
		first(&flow->proof->shows_line, flow);
	if (traits & SETS)
		first(&flow->proof->sets_line, flow);
	if (traits & VIEW)
		flow->proof->views = true;
}

static struct slot builtin_slot(struct flow *flow, int index)
{
	int traits = BUILTINS[index].traits;
	struct slot slot = { .must = MUST_SAFE | MUST_SINGLE, .what = (uint16_t)(WHAT_BUILTIN | index) };
	if (traits & ONLY_CALLED)
		slot.may |= MAY_RESTRICTED;
	if (traits & CATCHES)
		slot.must |= MUST_CATCH;
	note_traits(flow, traits);
	return slot;
}

static struct slot member_slot(int module, int member)
{
	struct slot slot = { .must = MODULES[module].load_only ? 0 : MUST_SAFE };
	if (MODULES[module].members[member].traits & DATA)
		slot.must |= MODULES[module].load_only ? 0 : MUST_CONST;
	else
		slot.what = (uint16_t)(WHAT_MEMBER | (module * MEMBERS + member));
	return slot;
}

static bool is_dunder(PyObject *name)
{
	return PyUnicode_GET_LENGTH(name) > 1 && PyUnicode_READ_CHAR(name, 0) == '_' &&
	       PyUnicode_READ_CHAR(name, 1) == '_';
}

/* A name of the module that is a built-in's too: where it was not stored after all, or deleted, the built-in shows. */
static struct slot hiding_slot(struct flow *flow, struct slot slot, PyObject *name)
{
	int index = listed_find(BUILTINS, name);
	if (index < 0)
		return slot;
	if (BUILTINS[index].traits & (ONLY_CALLED | RAISES))
		judge(flow, "hides a built-in: ", name);
	slot_join(&slot, builtin_slot(flow, index));
	return slot;
}

static struct slot global_slot(struct flow *flow, PyObject *name)
{
	const struct slot *known = table_find(&flow->proof->names, name);
	int index;
	if (known != NULL) {
		if (!flow->load && !(known->must & MUST_SAFE))
			judge(flow, "reads a module-level name that may change: ", name);
		return hiding_slot(flow, *known, name);
	}
	index = flow->proof->star ? listed_find(MODULES[0].members, name) : -1;
	if (index >= 0)
		return member_slot(0, index);
	index = listed_find(BUILTINS, name);
	if (index >= 0)
		return builtin_slot(flow, index);
	if (PyUnicode_CompareWithASCIIString(name, "__name__") == 0)
		return (struct slot){ .must = MUST_SAFE, .what = WHAT_OWN_NAME };
	if (!flow->load || PyUnicode_CompareWithASCIIString(name, "__annotations__") != 0)
		judge(flow, "uses a name that is not in the list: ", name);
	return PLAIN;
}

void op_load_global(struct flow *flow, PyObject *name)
{
	flow_push(flow, global_slot(flow, name));
}

void op_store_global(struct flow *flow, PyObject *name)
{
	struct slot slot = flow_pop(flow);
	op_consume(flow, slot, true);
	if (is_dunder(name) && PyUnicode_CompareWithASCIIString(name, "__doc__") != 0)
		judge(flow, "sets a name of the interpreter's: ", name);
	if (slot.may & (MAY_ADDRESS | MAY_GENERATE) && !(slot.must & MUST_SAFE))
		judge(flow, "a module-level name holds a function or an iterator that may carry state: ", name);
	if (traits_of(slot) & RAISES)
		judge(flow, "gives an exception another name: ", name);
	if (slot.may & MAY_CLASS)
		judge(flow, "a module-level name holds a type: ", name);
	if (!(slot.must & MUST_SAFE))
		first(&flow->proof->changing_line, flow);
	slot.must &= MUST_SAFE | MUST_CONST;
	if ((slot.what & WHAT_GROUP) != WHAT_MODULE && (slot.what & WHAT_GROUP) != WHAT_MEMBER)
		slot.what = 0;
	table_store(flow->proof, &flow->proof->names, name, slot);
}

static void load_member(struct flow *flow, int module, PyObject *name, bool called)
{
	int member = listed_find(MODULES[module].members, name);
	if (member < 0)
		judge(flow, "uses a module's member that is not in the list: ", name);
	if (called)
		flow_push(flow, (struct slot){ .may = MAY_NULL });
	flow_push(flow, member >= 0 ? member_slot(module, member) : PLAIN);
}

void op_load_attribute(struct flow *flow, PyObject *name, bool called)
{
	struct slot owner = flow_pop(flow), attribute = { .may = MAY_ADDRESS };
	int index;
	op_consume(flow, owner, true);
	if ((owner.what & WHAT_GROUP) == WHAT_MODULE) {
		load_member(flow, owner.what & WHAT_INDEX, name, called);
		return;
	}
	index = listed_find(ATTRIBUTES, name);
	if (index < 0) {
		judge(flow, "uses an attribute that is not in the list: ", name);
		index = 0;
	}
	note_traits(flow, ATTRIBUTES[index].traits);
	if (ATTRIBUTES[index].traits & FORMATS && !(called && owner.must & MUST_FORMAT))
		judge(flow, "formats a text that may reach into objects", NULL);
	if (ATTRIBUTES[index].traits & DATA)
		attribute = PLAIN;
	if (called) {
		attribute.what = (uint16_t)(WHAT_METHOD | index);
		attribute.may = MAY_ADDRESS;
		flow_push(flow, attribute);
		flow_push(flow, owner);
	} else {
		if (ATTRIBUTES[index].traits & ITERATOR)
			attribute.may |= MAY_GENERATE;
		flow_push(flow, attribute);
	}
}

void op_import(struct flow *flow, PyObject *name)
{
	int module = listed_module_find(name);
	flow_pop(flow);
	flow_pop(flow);
	if (module < 0 || (MODULES[module].load_only && !flow->load)) {
		judge(flow, "imports a module that is not in the list: ", name);
		module = 0;
	}
	flow_push(flow, (struct slot){ .must = MODULES[module].load_only ? 0 : MUST_SAFE,
				.what = (uint16_t)(WHAT_MODULE | module) });
}

void op_import_from(struct flow *flow, PyObject *name)
{
	struct slot module = flow_pop(flow);
	flow_push(flow, module);
	if ((module.what & WHAT_GROUP) == WHAT_MODULE)
		load_member(flow, module.what & WHAT_INDEX, name, false);
	else
		proof_refuse(flow->proof, flow_line(flow), "an import that is not understood");
}

/* Of math only: the first in the list. */
void op_import_star(struct flow *flow)
{
	struct slot module = flow_pop(flow);
	if (module.what != WHAT_MODULE)
		judge(flow, "imports all names of a module other than math", NULL);
	flow->proof->changed |= !flow->proof->star;
	flow->proof->star = true;
}

static bool is_keyword(PyObject *keyword, const char *name)
{
	return keyword != NULL && PyUnicode_CompareWithASCIIString(keyword, name) == 0;
}

/* Does the callee keep this argument out of sight? `position` counts from 0; `keyword` is NULL for one without a name. */
static bool eats(int traits, unsigned position, PyObject *keyword, unsigned positional)
{
	if (keyword != NULL)
		return is_keyword(keyword, "key") && traits & KEY;
	if (traits & EATS_ALL || (traits & EATS_TWO && position < 2))
		return true;
	return traits & EATS && position == 0 && (positional == 1 || !(traits & CHOOSES));
}

/* May a callee that calls this argument receive what has an address, and give it back: next(map(generator, [1]))? */
static bool is_maker(struct slot argument)
{
	return argument.may & MAY_GENERATE || traits_of(argument) & RAISES;
}

static void check_keyword(struct flow *flow, struct slot callee, PyObject *keyword)
{
	bool print =
		(callee.what & WHAT_GROUP) == WHAT_BUILTIN && callee.may & MAY_RESTRICTED && traits_of(callee) & SHOWS;
	if (traits_of(callee) & ONE_ARGUMENT)
		judge(flow, "makes a class", NULL);
	if (print && !is_keyword(keyword, "sep") && !is_keyword(keyword, "end") && !is_keyword(keyword, "flush"))
		judge(flow, "prints elsewhere: ", keyword);
}

static void use_arguments(struct flow *flow, struct slot callee, const struct slot *arguments, unsigned count)
{
	int traits = traits_of(callee);
	unsigned named = flow->keywords != NULL ? (unsigned)PyTuple_GET_SIZE(flow->keywords) : 0;
	unsigned positional = named <= count ? count - named : 0;
	for (unsigned i = 0; i < count; i++) {
		PyObject *keyword = i >= positional ? PyTuple_GET_ITEM(flow->keywords, i - positional) : NULL;
		struct slot argument = arguments[i];
		if (keyword != NULL)
			check_keyword(flow, callee, keyword);
		/* The message of an exception is seen by the grader. */
		if (traits & RAISES && !(argument.must & MUST_CONST))
			first(&flow->proof->shows_line, flow);
		if (traits & ONE_ARGUMENT && argument.may & (MAY_ADDRESS | MAY_EXCEPTION))
			judge(flow, "takes the type of a function, an iterator or an exception", NULL);
		if (traits & SHOWS)
			argument.may &= (uint8_t) ~(MAY_EXCEPTION | MAY_CLASS);
		op_consume(flow, argument, eats(traits, i, keyword, positional) && !is_maker(argument));
	}
	if (traits & ONE_ARGUMENT && count != 1)
		judge(flow, "makes a class", NULL);
}

static struct slot call_result(struct slot callee)
{
	struct slot result = PLAIN;
	if ((callee.may & MAY_GENERATE) || (traits_of(callee) & ITERATOR))
		result.may |= MAY_ADDRESS;
	if (traits_of(callee) & RAISES)
		result.may |= MAY_EXCEPTION;
	if (traits_of(callee) & ONE_ARGUMENT)
		result.may |= MAY_CLASS;
	return result;
}

void op_call_spread(struct flow *flow, bool options)
{
	struct slot callee;
	if (options)
		op_consume(flow, flow_pop(flow), false);
	op_consume(flow, flow_pop(flow), false);
	callee = flow_pop(flow);
	flow_pop(flow);
	if ((callee.what != 0 && options) || traits_of(callee) & ONE_ARGUMENT)
		judge(flow, "calls a built-in with arguments that are not seen", NULL);
	flow_push(flow, call_result(callee));
}

void op_call(struct flow *flow, unsigned count)
{
	struct slot *pair, callee;
	bool bound;
	if (flow->depth < (int)count + 2) {
		proof_refuse(flow->proof, flow_line(flow), "a call that is not understood");
		return;
	}
	pair = flow->stack + flow->depth - count - 2;
	bound = pair[0].may != MAY_NULL;
	callee = pair[bound ? 0 : 1];
	if (callee.may & (MAY_CLASS | MAY_RESTRICTED) && (callee.what & WHAT_GROUP) != WHAT_BUILTIN)
		judge(flow, "calls what may make classes or iterators", NULL);
	use_arguments(flow, callee, pair + 2, count);
	if (bound && (callee.what & WHAT_GROUP) != WHAT_METHOD)
		op_consume(flow, pair[1], callee.must & MUST_INLINE);
	if (callee.may & MAY_NULL)
		proof_refuse(flow->proof, flow_line(flow), "a call that is not understood");
	flow->depth -= (int)count + 2;
	flow_push(flow, call_result(callee));
}
