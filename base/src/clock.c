/* Time. clock_gettime() cannot fail for these two clocks on Linux. */
#include "base/clock.h"
#include <time.h>

int64_t clock_mono_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_utc_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_print_utc(struct buf *out, int64_t utc_ms)
{
	int64_t seconds = utc_ms / 1000;
	int millis = (int)(utc_ms % 1000);
	struct tm parts = { 0 };
	time_t when;

	if (millis < 0) {
		millis += 1000;
		seconds--;
	}
	when = (time_t)seconds;
	gmtime_r(&when, &parts);
	buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
		parts.tm_hour, parts.tm_min, parts.tm_sec, millis);
}
