/*
 * The walk over one code object: an abstract interpreter. Each instruction's
 * effect on the stack stands in proof_ops.c; here is what surrounds it: states
 * at each instruction, edges between them, tables of names.
 *
 * An instruction that is not in the table, two paths that meet with stacks of
 * different heights, or anything else that is not understood refuse the proof:
 * a mistake about another version's bytecode costs time, never soundness.
 */
#include "proof_ops.h"
#include <opcode.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct range {
	size_t start, end, target;
	int depth;
	bool lasti;
};

bool slot_join(struct slot *into, struct slot from)
{
	struct slot before = *into;
	into->may |= from.may;
	into->must &= from.must;
	if (into->what != from.what)
		into->what = 0;
	return memcmp(&before, into, sizeof(before)) != 0;
}

const struct slot *table_find(const struct table *table, PyObject *name)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->rows[i].name == name || PyUnicode_Compare(table->rows[i].name, name) == 0)
			return &table->rows[i].slot;
	return NULL;
}

void table_store(struct proof *proof, struct table *table, PyObject *name, struct slot slot)
{
	struct slot *known = (struct slot *)table_find(table, name);
	if (known != NULL) {
		proof->changed |= slot_join(known, slot);
		return;
	}
	if (table->count == MAX_NAMES) {
		proof_refuse(proof, 0, "too many names");
		return;
	}
	table->rows[table->count].name = name;
	table->rows[table->count++].slot = slot;
	proof->changed = true;
}

void proof_refuse(struct proof *proof, int line, const char *format, ...)
{
	va_list arguments;
	size_t used;
	if (proof->refused)
		return;
	proof->refused = true;
	va_start(arguments, format);
	vsnprintf(proof->why_not, sizeof(proof->why_not) - 24, format, arguments);
	va_end(arguments);
	used = strlen(proof->why_not);
	if (line > 0)
		snprintf(proof->why_not + used, sizeof(proof->why_not) - used, " (line %d)", line);
}

void proof_add_code(struct proof *proof, PyCodeObject *code, bool load)
{
	for (size_t i = 0; i < proof->code_count; i++)
		if (proof->codes[i].code == code)
			return;
	if (proof->code_count == MAX_CODES) {
		proof_refuse(proof, 0, "too many functions");
		return;
	}
	proof->codes[proof->code_count].code = code;
	proof->codes[proof->code_count++].load = load;
	proof->changed = true;
}

int flow_line(const struct flow *flow)
{
	int line = -1;
	/* What the compiler adds of itself has no line: then the next one's. */
	for (size_t at = flow->at; line <= 0 && at < flow->count && at < flow->at + 16; at++)
		line = PyCode_Addr2Line(flow->code, (int)at * 2);
	return line > 0 ? line : flow->code->co_firstlineno;
}

void flow_push(struct flow *flow, struct slot slot)
{
	if (flow->depth >= (int)flow->width)
		proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
	else
		flow->stack[flow->depth++] = slot;
}

struct slot flow_pop(struct flow *flow)
{
	if (flow->depth > 0)
		return flow->stack[--flow->depth];
	proof_refuse(flow->proof, flow_line(flow), "a stack that is not understood");
	return (struct slot){ 0 };
}

/* What stands at `target` when `depth` slots of `stack` arrive there. */
static void join_state(struct flow *flow, size_t target, const struct slot *stack, int depth)
{
	struct slot *there;
	if (target >= flow->count) {
		proof_refuse(flow->proof, flow_line(flow), "a jump that is not understood");
		return;
	}
	there = flow->slots + target * flow->width;
	if (flow->depths[target] < 0) {
		flow->depths[target] = (int16_t)depth;
		memcpy(there, stack, (size_t)depth * sizeof(*stack));
		flow->changed = true;
	} else if (flow->depths[target] != depth) {
		proof_refuse(flow->proof, flow_line(flow), "paths that are not understood");
	} else {
		for (int i = 0; i < depth; i++)
			flow->changed |= slot_join(&there[i], stack[i]);
	}
}

void flow_edge(struct flow *flow, size_t target)
{
	join_state(flow, target, flow->stack, flow->depth);
}

/* Numbers of six bits a byte, the highest first. */
static size_t table_number(const uint8_t **at, const uint8_t *end)
{
	size_t number = 0;
	while (*at < end) {
		uint8_t byte = *(*at)++;
		number = number << 6 | (byte & 63);
		if (!(byte & 64))
			break;
	}
	return number;
}

static bool next_range(const uint8_t **at, const uint8_t *end, struct range *range)
{
	size_t last;
	if (*at >= end)
		return false;
	range->start = table_number(at, end);
	range->end = range->start + table_number(at, end);
	range->target = table_number(at, end);
	last = table_number(at, end);
	range->depth = (int)(last >> 1);
	range->lasti = last & 1;
	return true;
}

/* An exception may leave from here: the handler sees the bottom of the stack as it is now. */
static void handler_edges(struct flow *flow)
{
	PyObject *table = flow->code->co_exceptiontable;
	const uint8_t *at = (const uint8_t *)PyBytes_AS_STRING(table), *end = at + PyBytes_GET_SIZE(table);
	struct range range;
	struct slot stack[MAX_WIDTH];
	while (next_range(&at, end, &range)) {
		int depth = range.depth;
		if (flow->at < range.start || flow->at >= range.end)
			continue;
		if (depth > flow->depth || depth + 2 > (int)flow->width) {
			proof_refuse(flow->proof, flow_line(flow), "a handler that is not understood");
			return;
		}
		memcpy(stack, flow->stack, (size_t)depth * sizeof(stack[0]));
		if (range.lasti)
			stack[depth++] = (struct slot){ 0 };
		stack[depth++] = (struct slot){ .may = MAY_EXCEPTION };
		join_state(flow, range.target, stack, depth);
	}
}

/* One instruction with its prefixes; returns where the next one starts. */
static size_t step(struct flow *flow, size_t start)
{
	size_t at = start;
	unsigned argument = 0;
	while (at + 1 < flow->count && flow->units[at * 2] == EXTENDED_ARG)
		argument = (argument | flow->units[at++ * 2 + 1]) << 8;
	flow->at = at;
	flow->opcode = flow->units[at * 2];
	argument |= flow->units[at * 2 + 1];
	flow->next = at + 1;
	while (flow->next < flow->count && flow->units[flow->next * 2] == CACHE)
		flow->next++;
	if (flow->depths[start] < 0)
		return flow->next;
	flow->depth = flow->depths[start];
	memcpy(flow->stack, flow->slots + start * flow->width, (size_t)flow->depth * sizeof(flow->stack[0]));
	handler_edges(flow);
	if (op_run(flow, argument))
		flow_edge(flow, flow->next);
	return flow->next;
}

static void store_parameters(struct flow *flow)
{
	PyCodeObject *code = flow->code;
	int count = code->co_argcount + code->co_kwonlyargcount;
	count += (code->co_flags & CO_VARARGS) != 0;
	count += (code->co_flags & CO_VARKEYWORDS) != 0;
	for (int i = 0; i < count; i++) {
		PyObject *name = PyTuple_GET_ITEM(code->co_localsplusnames, i);
		bool iterator = PyUnicode_CompareWithASCIIString(name, ".0") == 0;
		table_store(
			flow->proof, &flow->proof->locals, name, (struct slot){ .may = iterator ? MAY_ADDRESS : 0 });
	}
}

static void walk(struct flow *flow)
{
	int passes = 0;
	flow->depths[0] = 0;
	store_parameters(flow);
	do {
		flow->changed = false;
		for (size_t at = 0; at < flow->count && !flow->proof->refused;)
			at = step(flow, at);
	} while (flow->changed && !flow->proof->refused && ++passes < 100);
	if (passes == 100)
		proof_refuse(flow->proof, 0, "too many loops within one another");
}

void flow_walk(struct proof *proof, PyCodeObject *code, bool load)
{
	struct flow flow = { .proof = proof, .code = code, .load = load, .width = (size_t)code->co_stacksize + 2 };
	PyObject *bytecode = PyCode_GetCode(code);
	if (bytecode == NULL) {
		PyErr_Clear();
		proof_refuse(proof, 0, "no memory");
		return;
	}
	flow.units = (const uint8_t *)PyBytes_AS_STRING(bytecode);
	flow.count = (size_t)PyBytes_GET_SIZE(bytecode) / 2;
	if (flow.width > MAX_WIDTH || flow.count * flow.width > MAX_STATES ||
		flow.count * (size_t)PyBytes_GET_SIZE(code->co_exceptiontable) > MAX_STATES) {
		proof_refuse(proof, code->co_firstlineno, "too long");
	} else {
		flow.slots = calloc(flow.count * flow.width, sizeof(*flow.slots));
		flow.depths = malloc(flow.count * sizeof(*flow.depths));
		if (flow.slots != NULL && flow.depths != NULL) {
			memset(flow.depths, -1, flow.count * sizeof(*flow.depths));
			walk(&flow);
		} else {
			proof_refuse(proof, 0, "no memory");
		}
		free(flow.slots);
		free(flow.depths);
	}
	Py_DECREF(bytecode);
}
