/* Until the proof stands, nothing is shareable. */
#include "proof.h"
#include <string.h>

void proof_encode(struct out *out, PyObject *prelude, PyObject *answer, bool program)
{
	static const char WHY_NOT[] = "not examined";
	out_head(out, 't', 3);
	out_bool(out, false);
	out_str(out, WHY_NOT, strlen(WHY_NOT));
	out_head(out, 'l', 0);
}
