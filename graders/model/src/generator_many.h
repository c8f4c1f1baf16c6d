/* The generators of several values, and what they share with those of plain ones. */
#pragma once
#include "model/generator.h"

enum { ELEMENTS_MAX = 200 };

extern const struct generator generator_list, generator_tuple, generator_set, generator_dict;
