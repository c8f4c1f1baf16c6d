/*
 * Instead of the proof, where the interpreter is newer than it: what nobody looked at is not guessed. Each test has a
 * fresh run then, which is always right and costs the time that `bareme bench` shows.
 */
#include "proof.h"
#include <string.h>
#include "references.h"

bool proof_encode(struct out *out, PyObject *prelude, PyObject *answer, bool program)
{
	(void)prelude;
	const char *why_not = program ? "a program"
				      : "this version of Python is newer than the proof knows: " Py_STRINGIFY(
						PY_MAJOR_VERSION) "." Py_STRINGIFY(PY_MINOR_VERSION);
	out_head(out, 't', 3);
	out_bool(out, false);
	out_str(out, why_not, strlen(why_not));
	references_encode(out, (PyCodeObject *)answer);
	return false;
}
