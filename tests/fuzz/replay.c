/*
 * Runs a fuzz target over every file of its corpus, each cut at a few places too,
 * so that what a fuzzer found once is tried again at every test run.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static int replay_file(const char *path)
{
	static uint8_t data[1 << 20];
	FILE *file = fopen(path, "rb");
	size_t bytes;

	if (file == NULL) {
		fprintf(stderr, "cannot read %s\n", path);
		return -1;
	}
	bytes = fread(data, 1, sizeof(data), file);
	fclose(file);
	for (size_t part = 0; part <= 8; part++) {
		size_t length = bytes * part / 8;
		/* A copy of the exact size: the sanitizers see a read behind its end. */
		uint8_t *copy = malloc(length + (length == 0));

		if (copy == NULL)
			return -1;
		memcpy(copy, data, length);
		LLVMFuzzerTestOneInput(copy, length);
		free(copy);
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct dirent **entries;
	int count, replayed = 0;

	if (argc != 2) {
		fprintf(stderr, "usage: %s CORPUS\n", argv[0]);
		return 2;
	}
	count = scandir(argv[1], &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char path[4096];

		snprintf(path, sizeof(path), "%s/%s", argv[1], entries[i]->d_name);
		if (entries[i]->d_name[0] != '.') {
			if (replay_file(path) < 0)
				return 1;
			replayed++;
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	printf("%d files replayed\n", replayed);
	return replayed > 0 ? 0 : 1; /* a corpus that went away must not pass for a test */
}
