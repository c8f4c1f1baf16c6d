/*
 * Theory of the proof. Several calls share one run, so the question is whether
 * a call can leave anything that a later one, or the grader, can see. What can
 * carry something from one call to the next in one interpreter:
 *
 *  - names of the module: no function stores one, and functions read only those
 *    whose values are immutable for good (constants, functions, pure modules);
 *  - functions: their defaults are constants, those of the module have no cells,
 *    and no attribute of anything is ever set;
 *  - classes, imports, interpreter state: no class is defined, and every name,
 *    attribute and module is in a closed list (proof_lists.c) of what keeps nothing;
 *  - the allocator: which address a new object gets depends on what came before.
 *    Addresses show in the default repr of functions, iterators and bound methods
 *    and in the order of sets of these. The walk (proof_flow.c) follows such values:
 *    used where they are made they show nothing; where one goes out of sight
 *    ("escapes") no text may be made of values nor any set, anywhere in the answer.
 *    MemoryError may not be caught, nor identities compared;
 *  - the stack: what the library prepares once (the import of a codec) asks for more
 *    of it the first time. RecursionError may not be caught, and whoever shares
 *    a run takes one that comes out for a reason to call again apart;
 *  - what is left behind to the collector: a suspended generator may have no
 *    handler that would run at its end.
 *
 * Cells and mutable objects made within a call die with it, or become garbage
 * that nothing refers to: they are free. So is whatever runs while loading only,
 * but for what it leaves in the module's names. The arguments are decoded afresh
 * for each call.
 *
 * The proof speaks of calls by name with plain data (WIRE_CALL). A test's own
 * expressions (WIRE_EVAL) may reach any name and are not covered.
 */
#include "proof.h"
#include <stdlib.h>
#include <string.h>
#include "proof_flow.h"
#include "references.h"

enum { MAX_PASSES = 30 };

static void walk_all(struct proof *proof, PyObject *const roots[2], size_t first_code)
{
	for (int i = 0; i < 2; i++)
		if (roots[i] != NULL && !proof->refused)
			flow_walk(proof, (PyCodeObject *)roots[i], true);
	for (size_t i = first_code; i < proof->code_count && !proof->refused; i++)
		if (roots[0] == NULL && roots[1] == NULL)
			flow_walk(proof, proof->codes[i].code, proof->codes[i].load);
		else if (proof->codes[i].load)
			flow_walk(proof, proof->codes[i].code, true);
}

/* Walks until nothing more becomes known, then once to judge. */
static void settle(struct proof *proof, PyObject *const roots[2], size_t first_code)
{
	int passes = 0;
	proof->final = false;
	do {
		proof->changed = false;
		walk_all(proof, roots, first_code);
	} while (proof->changed && !proof->refused && ++passes < MAX_PASSES);
	if (passes == MAX_PASSES)
		proof_refuse(proof, 0, "too complex");
	proof->final = true;
	walk_all(proof, roots, first_code);
}

static void examine(struct proof *proof, PyObject *prelude, PyObject *answer)
{
	PyObject *const module[2] = { prelude, answer }, *const none[2] = { NULL, NULL };
	size_t found;
	settle(proof, module, 0);
	/* Each function of the module, with all that is nested in it, has local names of its own. */
	found = proof->code_count;
	for (size_t i = 0; i < found && !proof->refused; i++) {
		PyCodeObject *code = proof->codes[i].code;
		if (proof->codes[i].load)
			continue;
		proof->locals.count = 0;
		proof->codes[found].code = code;
		proof->codes[found].load = false;
		proof->code_count = found + 1;
		settle(proof, none, found);
	}
}

static void conclude(struct proof *proof)
{
	bool makes_sets = proof->sets_line > 0 || (proof->views && proof->set_operators);
	if (proof->escapes_line > 0 && proof->shows_line > 0)
		proof_refuse(proof, proof->escapes_line,
			"makes texts (line %d) and a function or iterator goes out of sight", proof->shows_line);
	if (proof->escapes_line > 0 && makes_sets)
		proof_refuse(proof, proof->escapes_line, "makes sets and a function or iterator goes out of sight");
	if (proof->exception_line > 0 && makes_sets)
		proof_refuse(proof, proof->exception_line, "makes sets and an exception goes out of sight");
	if (proof->changing_line > 0 && (proof->escapes_line > 0 || proof->load_escapes_line > 0))
		proof_refuse(proof, proof->changing_line, "a module-level name may hold a function that carries state");
}

bool proof_encode(struct out *out, PyObject *prelude, PyObject *answer, bool program)
{
	struct proof *proof = calloc(1, sizeof(*proof));
	const char *why_not = "no memory";
	bool shareable = false;
	if (program) {
		why_not = "a program";
	} else if (proof != NULL) {
		examine(proof, prelude, answer);
		conclude(proof);
		PyErr_Clear();
		shareable = !proof->refused;
		why_not = proof->why_not;
	}
	out_head(out, 't', 3);
	out_bool(out, shareable);
	out_str(out, why_not, strlen(why_not));
	references_encode(out, (PyCodeObject *)answer);
	free(proof);
	return shareable;
}
