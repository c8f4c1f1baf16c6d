/* The system calls of each process of the service, as tables for filter.c. */
#pragma once
#include "filter.h"

extern const struct call_table front_calls, grader_calls;
