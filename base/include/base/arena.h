/*
 * An arena: memory that is freed all at once, one per job or request.
 *
 * Invariants: every pointer handed out is aligned for any type, zeroed (but for arena_room()), and
 * lives until arena_free() or arena_reset(). An allocation that would pass the
 * arena's bound, or that the system refuses, aborts the process: a grader that
 * dies is restarted and its job retried, which is safer than half a report.
 * Sizes that come from outside are therefore checked *before* they get here.
 */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* `max_bytes` bounds the whole arena; 0 means 1 GiB. Never NULL. */
struct arena *arena_new(size_t max_bytes);
/* NULL is allowed. */
void arena_free(struct arena *arena);
/* Frees everything handed out, keeps the first block for reuse. */
void arena_reset(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t bytes);
/* count * size with the overflow checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* The same, not zeroed: for what is written before it is read. */
void *arena_room(struct arena *arena, size_t count, size_t size);
char *arena_strdup(struct arena *arena, const char *text);
/* Copies `bytes` bytes and adds a NUL. */
char *arena_memdup(struct arena *arena, const void *data, size_t bytes);
char *arena_printf(struct arena *arena, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Calls done(data) when the arena is freed or reset, the last one first: for what an arena's
 * object owns elsewhere (json_keep() in base/json.h). */
void arena_defer(struct arena *arena, void (*done)(void *data), void *data);

void arena_cleanup(struct arena **arena);
#define cleanup_arena __attribute__((cleanup(arena_cleanup)))
