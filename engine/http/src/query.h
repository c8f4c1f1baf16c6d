/* What a request's address names: numbers of the query, the exercise of the path. Each refuses by itself. */
#pragma once
#include <stdint.h>
#include "catalogue.h"
#include "request.h"

/* Decimal, 0 … max; absent: `fallback`. False when refused. */
bool query_integer(struct request *request, const char *name, int64_t fallback, int64_t max, int64_t *out);
/* The exercise that {id} names, or NULL and a refusal with the nearest id. */
const struct exhibit *exercise_or_refuse(struct request *request);
