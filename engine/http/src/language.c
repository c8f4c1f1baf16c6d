/*
 * Accept-Language, reduced to what we have: French unless English is asked for
 * with a greater weight.
 */
#include "language.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The weight of one range in thousandths; what cannot be read weighs nothing. */
static int weight(const char *params, const char *end)
{
	const char *q = memmem(params, (size_t)(end - params), "q=", 2);
	int out = 0, unit = 1000;

	if (q == NULL)
		return 1000;
	for (q += 2; q < end; q++) {
		if (*q == '.')
			continue;
		if (*q < '0' || *q > '9' || unit == 0)
			break;
		out += (*q - '0') * unit;
		unit /= 10;
	}
	return out > 1000 ? 1000 : out;
}

enum lang lang_from_accept(const char *header)
{
	int french = 0, english = 0;

	for (const char *at = header; at != NULL && *at != '\0';) {
		const char *end = at + strcspn(at, ",");
		const char *range = at + strspn(at, " \t");
		int w = weight(range, end);

		if (strncasecmp(range, "fr", 2) == 0 && strchr("-;, \t", range[2]) != NULL && w > french)
			french = w;
		if (strncasecmp(range, "en", 2) == 0 && strchr("-;, \t", range[2]) != NULL && w > english)
			english = w;
		at = *end == '\0' ? end : end + 1;
	}
	return english > french ? LANG_EN : LANG_FR;
}

unsigned wait_from_prefer(const char *header, unsigned max_s)
{
	for (const char *at = header; at != NULL && *at != '\0';) {
		const char *end = at + strcspn(at, ",;");

		at += strspn(at, " \t");
		if (strncasecmp(at, "wait=", 5) == 0 && at[5] >= '0' && at[5] <= '9') {
			unsigned long wait = strtoul(at + 5, NULL, 10);

			return wait > max_s ? max_s : (unsigned)wait;
		}
		at = *end == '\0' ? end : end + 1;
	}
	return 0;
}
