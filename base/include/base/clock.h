/*
 * Time: a monotonic clock for limits, UTC for records (RFC 3339, milliseconds).
 */
#pragma once
#include <stdint.h>
#include "base/buf.h"

int64_t clock_mono_us(void);
int64_t clock_utc_ms(void); /* milliseconds since 1970, UTC */
/* "2026-11-23T16:07:54.123Z" */
void clock_print_utc(struct buf *out, int64_t utc_ms);
