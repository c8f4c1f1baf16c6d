/*
 * The shelf: exercises unpacked once and kept, the least recently used going
 * first. An exercise is known by its id and its digest: two folders may have
 * the same content.
 */
#pragma once
#include <stddef.h>
#include "base/err.h"
#include "model/exercise.h"

struct shelf;

struct shelf *shelf_new(size_t places, const struct kind *const *kinds);
void shelf_free(struct shelf *shelf); /* NULL is allowed */
/* NULL when it is not there. Borrowed until the next shelf_put(). */
const struct exercise *shelf_find(struct shelf *shelf, const char *id, const char *digest);

struct shelf_pack {
	const char *id, *digest;
	const void *data;
	size_t bytes;
};
/* Unpacks, checks the digest, loads, keeps. A version that is there already is found again. */
int shelf_put(
	struct shelf *shelf, const struct shelf_pack *pack, const struct exercise **out, struct err *err) must_check;
