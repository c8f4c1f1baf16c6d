/* tracer.py, as it is given to a run. */
#pragma once
#include <stddef.h>

extern const char tracer_text[];
extern const size_t tracer_bytes;
