/* What exercises can draw for Boolean questions. */
#pragma once
#include "model/generator.h"

extern const struct generator *const boolean_generators[];
