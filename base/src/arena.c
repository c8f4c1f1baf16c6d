/*
 * Blocks of growing size in a list, the newest first; the oldest is the one
 * that a reset keeps. A large allocation gets a block of its own.
 */
#include "base/arena.h"
#include <stdalign.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 << 10, LARGEST_STEP = 1 << 20 };

struct block {
	struct block *older;
	size_t used, size; /* bytes of data[] */
	alignas(max_align_t) unsigned char data[];
};

struct deferred {
	struct deferred *older;
	void (*done)(void *data);
	void *data;
};

struct arena {
	struct deferred *deferred; /* the newest first; they live in the blocks */
	struct block *newest;
	size_t total; /* bytes of all blocks */
	size_t max;
	size_t next_size;
};

static void add_block(struct arena *arena, size_t size)
{
	struct block *block;

	if (size > arena->max || arena->total > arena->max - size)
		abort();
	block = malloc(sizeof(*block) + size);
	if (block == NULL)
		abort();
	block->older = arena->newest;
	block->used = 0;
	block->size = size;
	arena->newest = block;
	arena->total += size;
}

struct arena *arena_new(size_t max_bytes)
{
	struct arena *arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		abort();
	arena->max = max_bytes != 0 ? max_bytes : (size_t)1 << 30;
	arena->next_size = FIRST_BLOCK < arena->max ? FIRST_BLOCK : arena->max;
	return arena;
}

static void free_down_to(struct arena *arena, bool keep_first)
{
	while (arena->newest != NULL && !(keep_first && arena->newest->older == NULL)) {
		struct block *older = arena->newest->older;

		arena->total -= arena->newest->size;
		free(arena->newest);
		arena->newest = older;
	}
}

void arena_defer(struct arena *arena, void (*done)(void *data), void *data)
{
	struct deferred *row = arena_alloc(arena, sizeof(*row));

	*row = (struct deferred){ arena->deferred, done, data };
	arena->deferred = row;
}

static void run_deferred(struct arena *arena)
{
	while (arena->deferred != NULL) {
		struct deferred *row = arena->deferred;

		arena->deferred = row->older;
		row->done(row->data);
	}
}

void arena_free(struct arena *arena)
{
	if (arena == NULL)
		return;
	run_deferred(arena);
	free_down_to(arena, false);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	run_deferred(arena);
	free_down_to(arena, true);
	if (arena->newest != NULL)
		arena->newest->used = 0;
	arena->next_size = FIRST_BLOCK < arena->max ? FIRST_BLOCK : arena->max;
}

/* Of at least `bytes`, a multiple of the alignment; *size says how many. */
/* Not zeroed; *size: how many bytes it really takes. */
static void *take(struct arena *arena, size_t bytes, size_t *size)
{
	const size_t align = alignof(max_align_t);
	struct block *block = arena->newest;
	size_t room;
	void *out;

	if (bytes > arena->max)
		abort();
	*size = bytes == 0 ? align : (bytes + align - 1) / align * align;
	if (block == NULL || block->size - block->used < *size) {
		room = arena->max - arena->total;
		if (arena->next_size > room)
			arena->next_size = room;
		add_block(arena, *size > arena->next_size ? *size : arena->next_size);
		block = arena->newest;
		if (arena->next_size < LARGEST_STEP)
			arena->next_size *= 2;
	}
	out = block->data + block->used;
	block->used += *size;
	return out;
}

void *arena_alloc(struct arena *arena, size_t bytes)
{
	size_t size;
	void *out = take(arena, bytes, &size);

	return memset(out, 0, size);
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
	size_t bytes, whole;

	if (__builtin_mul_overflow(count, size, &bytes))
		abort();
	return take(arena, bytes, &whole);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes))
		abort();
	return arena_alloc(arena, bytes);
}

char *arena_memdup(struct arena *arena, const void *data, size_t bytes)
{
	char *out;

	if (bytes == SIZE_MAX)
		abort();
	out = arena_room(arena, bytes + 1, 1);
	if (bytes > 0)
		memcpy(out, data, bytes);
	out[bytes] = '\0';
	return out;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_memdup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *fmt, ...)
{
	char small[128], *out;
	va_list args, again;
	int length;

	va_start(args, fmt);
	va_copy(again, args);
	length = vsnprintf(small, sizeof(small), fmt, args);
	va_end(args);
	if (length < 0)
		abort();
	if ((size_t)length < sizeof(small)) {
		out = arena_memdup(arena, small, (size_t)length);
	} else {
		out = arena_room(arena, (size_t)length + 1, 1);
		vsnprintf(out, (size_t)length + 1, fmt, again);
	}
	va_end(again);
	return out;
}

void arena_cleanup(struct arena **arena)
{
	arena_free(*arena);
}
