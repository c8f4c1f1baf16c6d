/* The generator `matrix`. */
#pragma once
#include "model/generator.h"

extern const struct generator *const matrix_generators[];
