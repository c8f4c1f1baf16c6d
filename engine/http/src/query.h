/* What a request's address names: numbers of the query, the exercise of the path. Each refuses by itself. */
#pragma once
#include <stdint.h>
#include "catalogue.h"
#include "request.h"

/* Decimal, 0 … max; absent: `fallback`. False when refused. */
bool query_integer(struct request *request, const char *name, int64_t fallback, int64_t max, int64_t *out);
/* The exercise that {id} names, or NULL and a refusal with the nearest id. */
/* What this student (NULL: not said) gets of it; NULL, and the reply is made, when it is drawn and the name is missing or no name. */
const struct exhibit *exhibit_of_student(struct request *request, const struct exhibit *exhibit, const char *student);
const struct exhibit *exercise_or_refuse(struct request *request);
