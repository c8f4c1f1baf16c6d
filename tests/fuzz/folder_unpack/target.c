/*
 * A pack from anywhere: refused, or packed again byte for byte.
 * links: model
 */
#include <stdlib.h>
#include <string.h>
#include "model/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf again = BUF_INIT;
	struct folder folder;
	struct err err = { 0 };

	if (folder_unpack(&folder, data, bytes, arena, &err) < 0) {
		if (err.kind == ERR_NONE || err.text[0] == '\0')
			abort();
		return 0;
	}
	folder_pack(&again, &folder);
	if (again.len != bytes || memcmp(again.data, data, bytes) != 0)
		abort();
	return 0;
}
