#include "dispatch/kinds.h"

#include <stddef.h>

#include "grader_python/grader_python.h"

const struct kind *const all_kinds[] = {
	&python_function_kind,
	&python_program_kind,
	NULL,
};
