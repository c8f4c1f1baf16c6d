/* One code object being walked, and the effect of one instruction on it. */
#pragma once
#include "proof_flow.h"

enum { MAX_WIDTH = 256 };

struct flow {
	struct proof *proof;
	PyCodeObject *code;
	bool load; /* this code runs while loading only */
	const uint8_t *units; /* pairs of opcode and argument */
	size_t count, width;
	struct slot *slots; /* `width` for each unit: what may arrive there */
	int16_t *depths; /* -1: nothing has arrived */
	bool changed;
	/* The instruction under way: */
	uint8_t opcode;
	size_t at, next;
	struct slot stack[MAX_WIDTH];
	int depth;
	PyObject *keywords; /* of the call to come, or NULL */
};

int flow_line(const struct flow *flow);
void flow_push(struct flow *flow, struct slot slot);
struct slot flow_pop(struct flow *flow);
void flow_edge(struct flow *flow, size_t target);

/* Applies the instruction; returns whether the next one may follow. */
bool op_run(struct flow *flow, unsigned argument);

/* The call of what stands below `count` arguments, given by position then by name (`keywords`). */
void op_call(struct flow *flow, unsigned count);
/* f(*arguments, **options): arguments that are not seen one by one. */
void op_call_spread(struct flow *flow, bool options);
/* Names and attributes. */
void op_load_global(struct flow *flow, PyObject *name);
void op_store_global(struct flow *flow, PyObject *name);
void op_load_attribute(struct flow *flow, PyObject *name, bool called);
void op_import(struct flow *flow, PyObject *name);
void op_import_from(struct flow *flow, PyObject *name);
void op_import_star(struct flow *flow);
/* Lets go of a value in a way that keeps it out of sight (`eaten`) or does not. */
void op_consume(struct flow *flow, struct slot slot, bool eaten);
/* Stores it in a local name, where it is followed. */
void op_keep(struct flow *flow, struct slot slot);
