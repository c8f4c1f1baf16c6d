/* The generator `tasks`. */
#pragma once
#include "model/generator.h"

extern const struct generator *const tasks_generators[];
