/*
 * The packed form: "BAREME1\n", then for each file, in bytewise order of names,
 * two little-endian 32-bit lengths (name, data), the name and the data. There
 * is one pack for a set of files and one set of files for a pack, so the digest
 * of the pack is the digest of the folder.
 */
#include "folder.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

static const char magic[] = "BAREME1\n";
enum { MAGIC = sizeof(magic) - 1 };

bool folder_leaves_out(const char *part, size_t length)
{
	return length == 0 || part[0] == '.' || part[length - 1] == '~' ||
	       (length >= 4 && memcmp(part + length - 4, ".pyc", 4) == 0) ||
	       (length == 11 && memcmp(part, "__pycache__", 11) == 0);
}

static bool has_control(const char *name, size_t length)
{
	size_t used;

	for (size_t at = 0; at < length; at += used) {
		int32_t rune = utf8_next(name + at, length - at, &used);

		if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0))
			return true;
	}
	return false;
}

int folder_check_name(const char *name, size_t length, struct err *err)
{
	size_t levels = 1, start = 0;

	if (length == 0 || length > FOLDER_MAX_NAME)
		return err_set(err, ERR_TOO_LARGE, "a file's name has 1 to %d bytes, this one has %zu", FOLDER_MAX_NAME,
			length);
	if (utf8_check(name, length) < length)
		return err_set(err, ERR_INPUT, "a file's name is not UTF-8");
	if (has_control(name, length))
		return err_set(err, ERR_INPUT, "a file's name holds a control character");
	if (memchr(name, '\\', length) != NULL)
		return err_set(err, ERR_INPUT, "%.*s: a file's name holds a backslash", (int)length, name);
	for (size_t i = 0; i <= length; i++) {
		if (i < length && name[i] != '/')
			continue;
		if (folder_leaves_out(name + start, i - start))
			return err_set(
				err, ERR_INPUT, "%.*s: not a name that an exercise's file may have", (int)length, name);
		levels += i < length;
		start = i + 1;
	}
	if (levels > FOLDER_MAX_LEVELS)
		return err_set(err, ERR_TOO_LARGE, "%.*s: more than %d levels of folders", (int)length, name,
			FOLDER_MAX_LEVELS);
	return 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct folder_file *)a)->name, ((const struct folder_file *)b)->name);
}

const struct folder_file *folder_find(const struct folder *folder, const char *name)
{
	const struct folder_file key = { .name = name };

	if (folder->count == 0)
		return NULL;
	return bsearch(&key, folder->files, folder->count, sizeof(key), by_name);
}

/* "a" beside "a/b" could not be written back to a disk. */
static int check_parents(const struct folder *folder, const char *name, struct err *err)
{
	char parent[FOLDER_MAX_NAME + 1];

	for (const char *slash = strchr(name, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		size_t length = (size_t)(slash - name);

		memcpy(parent, name, length);
		parent[length] = '\0';
		if (folder_find(folder, parent) != NULL)
			return err_set(err, ERR_INPUT, "%s is both a file and a folder", parent);
	}
	return 0;
}

int folder_finish(struct folder *folder, struct folder_file *files, size_t count, struct err *err)
{
	struct buf cleanup_buf pack = BUF_INIT;

	if (count > 1)
		qsort(files, count, sizeof(*files), by_name);
	*folder = (struct folder){ .files = files, .count = count };
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && strcmp(files[i - 1].name, files[i].name) == 0)
			return err_set(err, ERR_INPUT, "%s stands twice", files[i].name);
		if (check_parents(folder, files[i].name, err) < 0)
			return -1;
	}
	folder_pack(&pack, folder);
	sha256_text(folder->digest, pack.data, pack.len);
	return 0;
}

static void put32(struct buf *out, size_t value)
{
	const unsigned char bytes[4] = { (unsigned char)value, (unsigned char)(value >> 8),
		(unsigned char)(value >> 16), (unsigned char)(value >> 24) };

	buf_add(out, bytes, sizeof(bytes));
}

void folder_pack(struct buf *out, const struct folder *folder)
{
	buf_add(out, magic, MAGIC);
	for (size_t i = 0; i < folder->count; i++) {
		const struct folder_file *file = &folder->files[i];
		size_t length = strlen(file->name);

		put32(out, length);
		put32(out, file->bytes);
		buf_add(out, file->name, length);
		buf_add(out, file->data, file->bytes);
	}
}

static size_t get32(const unsigned char *at)
{
	return (size_t)at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16 | (size_t)at[3] << 24;
}

/* Reads one file at *data; moves *data and *left behind it. */
static int unpack_file(
	struct folder_file *file, const unsigned char **data, size_t *left, struct arena *arena, struct err *err)
{
	size_t name, bytes;

	if (*left < 8)
		return err_set(err, ERR_INPUT, "the pack is cut");
	name = get32(*data);
	bytes = get32(*data + 4);
	if (name > FOLDER_MAX_NAME || bytes > FOLDER_MAX_FILE)
		return err_set(err, ERR_TOO_LARGE, "the pack holds a name or a file that is too long");
	if (*left - 8 < name + bytes)
		return err_set(err, ERR_INPUT, "the pack is cut");
	if (folder_check_name((const char *)*data + 8, name, err) < 0)
		return -1;
	file->name = arena_memdup(arena, *data + 8, name);
	file->data = arena_memdup(arena, *data + 8 + name, bytes);
	file->bytes = bytes;
	*data += 8 + name + bytes;
	*left -= 8 + name + bytes;
	return 0;
}

int folder_unpack(struct folder *out, const void *data, size_t bytes, struct arena *arena, struct err *err)
{
	const unsigned char *at = data;
	struct folder_file *files;
	size_t count = 0, total = 0, left;

	if (bytes < MAGIC || memcmp(data, magic, MAGIC) != 0)
		return err_set(err, ERR_INPUT, "not a packed exercise");
	if (bytes > FOLDER_MAX_TOTAL + FOLDER_MAX_FILES * (FOLDER_MAX_NAME + 8) + MAGIC)
		return err_set(err, ERR_TOO_LARGE, "the pack is too large");
	files = arena_array(arena, FOLDER_MAX_FILES, sizeof(*files));
	at += MAGIC;
	left = bytes - MAGIC;
	for (; left > 0; count++) {
		if (count == FOLDER_MAX_FILES)
			return err_set(err, ERR_TOO_LARGE, "the pack holds more than %d files", FOLDER_MAX_FILES);
		if (unpack_file(&files[count], &at, &left, arena, err) < 0)
			return -1;
		if (count > 0 && strcmp(files[count - 1].name, files[count].name) >= 0)
			return err_set(err, ERR_INPUT, "the pack is not in order at %s", files[count].name);
		total += files[count].bytes;
		if (total > FOLDER_MAX_TOTAL)
			return err_set(err, ERR_TOO_LARGE, "the pack's files are more than %d MiB in all",
				FOLDER_MAX_TOTAL >> 20);
	}
	return folder_finish(out, files, count, err);
}
