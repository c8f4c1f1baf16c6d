/*
 * The workshop of the Python kinds: the plans of the last 256 questions marked.
 */
#pragma once
#include "plan.h"

struct plan_cache;

enum { PLAN_CACHE_SIZE = 256 };

/* kind->open and kind->close. */
void *plan_cache_open(void);
void plan_cache_close(void *cache);

/* The question's plan, made if need be. It is the cache's and lives until the next call; without a workshop it is
 * the caller's: *owned is then true, and plan_free() is due. */
int plan_cache_get(const struct plan **out, bool *owned, struct grading *grading, const struct question *question,
	struct err *err) must_check;
