/* Python literals for the tables of tests: None True 1 -2.5 1e3 nan inf 2j 'abc' b'x' [..] (..) {..} {k: v}
 * set() frozenset([..]) range(a, b, c). A mistake in a table ends the test. */
#pragma once
#include "base/arena.h"
#include "sandbox/value.h"

const struct value *literal(struct arena *arena, const char *text);
