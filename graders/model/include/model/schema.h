/* The published JSON Schema of an exercise, printed from the tables of keys that the loader reads. */
#pragma once
#include <jansson.h>
#include "model/kind.h"

/* Draft 2020-12, for the kinds given (NULL-terminated). New reference. */
json_t *model_schema(const struct kind *const *kinds);
