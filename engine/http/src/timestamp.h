/* RFC 3339 instants. Pure. */
#pragma once
#include <stdbool.h>

/* "2026-11-23T18:00:00+01:00", "…Z", with or without a fraction of a second; a day that exists. */
bool timestamp_check(const char *text);
