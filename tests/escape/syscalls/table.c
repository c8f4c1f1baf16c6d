#include "table.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 5, MAX_ROWS = 2000, X32_BIT = 0x40000000 };

static bool read_number(struct row *row, const char *text)
{
	static const struct {
		const char *prefix;
		enum way way;
		uint32_t bits;
	} ways[] = { { "x32:", WAY_X32, X32_BIT }, { "int80:", WAY_INT80, 0 }, { "", WAY_NATIVE, 0 } };
	size_t i = 0;
	while (strncmp(text, ways[i].prefix, strlen(ways[i].prefix)) != 0)
		i++;
	const char *digits = text + strlen(ways[i].prefix);
	char *end;
	row->way = ways[i].way;
	row->number = (uint32_t)strtoll(digits, &end, 0) | ways[i].bits;
	return end != digits && *end == '\0';
}

static bool read_must(struct row *row, const char *text)
{
	static const struct {
		const char *text;
		enum must must;
		int error;
	} musts[] = {
		{ "allow", MUST_ALLOW, 0 },
		{ "allow-ends", MUST_ALLOW_ENDS, 0 },
		{ "kill", MUST_KILL, 0 },
		{ "past", MUST_PAST, ENOSYS },
		{ "EPERM", MUST_ERRNO, EPERM },
		{ "EROFS", MUST_ERRNO, EROFS },
		{ "ENOSYS", MUST_ERRNO, ENOSYS },
		{ "ENOTTY", MUST_ERRNO, ENOTTY },
	};
	for (size_t i = 0; i < sizeof(musts) / sizeof(musts[0]); i++)
		if (strcmp(text, musts[i].text) == 0) {
			row->must = musts[i].must;
			row->error = musts[i].error;
			return true;
		}
	return false;
}

static bool read_arguments(struct row *row, char *text)
{
	for (size_t i = 0; i < 6; i++)
		row->args[i] = UINT64_MAX;
	row->any_arguments = strcmp(text, "-") == 0;
	if (row->any_arguments)
		return true;
	size_t count = 0;
	char *rest = text;
	for (const char *part; (part = strsep(&rest, " ")); count++) {
		char *end;
		if (count == 6)
			return false;
		row->word[count] = strcmp(part, "word") == 0;
		if (row->word[count])
			continue;
		row->args[count] = strtoull(part, &end, 0);
		if (end == part || *end)
			return false;
	}
	return count > 0;
}

static bool read_row(struct row *row, char *line)
{
	char *columns[COLUMNS], *rest = line;
	line[strcspn(line, "\n")] = '\0';
	for (size_t i = 0; i < COLUMNS; i++)
		if (!(columns[i] = strsep(&rest, "\t")))
			return false;
	snprintf(row->name, sizeof(row->name), "%s", columns[1]);
	snprintf(row->why, sizeof(row->why), "%s", columns[4]);
	return !rest && row->why[0] && read_number(row, columns[0]) && read_must(row, columns[2]) &&
	       read_arguments(row, columns[3]);
}

bool table_read(struct table *out, const char *path)
{
	FILE *file = fopen(path, "re");
	char line[512];
	bool good = file != NULL;
	out->count = 0;
	out->rows = calloc(MAX_ROWS, sizeof(*out->rows));
	for (int number = 1; good && out->rows && fgets(line, sizeof(line), file); number++) {
		if (line[0] == '#')
			continue;
		struct row *row = &out->rows[out->count];
		row->line = number;
		good = out->count < MAX_ROWS && read_row(row, line);
		out->count++;
		if (!good)
			fprintf(stderr, "%s:%d: not as the head of the file says\n", path, number);
	}
	if (file)
		fclose(file);
	return good && out->count > 0;
}
