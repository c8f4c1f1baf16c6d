/*
 * An exercise's folder as one value: its files, its packed form, its digest.
 *
 * The pack is what the store keeps and the graders receive, so that marking
 * never touches the author's disk. Pack and digest depend on names and bytes
 * only: not on times, modes or the order of a directory listing.
 *
 * Bounds: 400 files, 1 MiB each, 8 MiB in all, 4 levels; names are UTF-8
 * without control characters; links and special files are refused.
 * Files whose name begins with a dot or ends in ~ or .pyc, and __pycache__, are left out.
 */
#pragma once
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/id.h"

struct folder_file {
	const char *name;
	const char *data;
	size_t bytes;
}; /* name relative, '/' between parts; NUL after data */

struct folder {
	const struct folder_file *files; /* sorted by name, bytewise */
	size_t count;
	char digest[SHA256_TEXT];
};

int folder_read(struct folder *out, const char *path, struct arena *arena, struct err *err) must_check;
/* The inverse pair. Unpacking checks every bound again: a pack may come from elsewhere. */
void folder_pack(struct buf *out, const struct folder *folder);
int folder_unpack(struct folder *out, const void *data, size_t bytes, struct arena *arena, struct err *err) must_check;
const struct folder_file *folder_find(const struct folder *folder, const char *name);
