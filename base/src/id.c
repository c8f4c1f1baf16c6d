/*
 * Identifiers and digests. The only file that knows the cryptographic library.
 *
 * An id carries 60 bits of time: 48 of milliseconds and 12 of 4096ths of one
 * (RFC 9562, 6.2, method 3). The last one given is kept, so that two ids of the
 * same instant, or of a clock that was set back, still sort in order of birth.
 */
#include "base/id.h"
#include <errno.h>
#include <openssl/sha.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static const char hex[] = "0123456789abcdef";

static uint64_t id_time(void)
{
	static _Atomic uint64_t last;
	struct timespec now;
	uint64_t seen, mine;

	clock_gettime(CLOCK_REALTIME, &now);
	mine = ((uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000) << 12 |
	       ((uint64_t)now.tv_nsec % 1000000) * 4096 / 1000000;
	seen = atomic_load(&last);
	do {
		if (mine <= seen)
			mine = seen + 1;
	} while (!atomic_compare_exchange_weak(&last, &seen, mine));
	return mine;
}

void id_new(char out[ID_TEXT])
{
	uint8_t bytes[16];
	uint64_t when = id_time();
	size_t at = 0;

	random_bytes(bytes, sizeof(bytes));
	for (int i = 0; i < 6; i++)
		bytes[i] = (uint8_t)(when >> (52 - 8 * i));
	bytes[6] = (uint8_t)(0x70 | (when >> 8 & 0x0f));
	bytes[7] = (uint8_t)when;
	bytes[8] = (uint8_t)(0x80 | (bytes[8] & 0x3f));
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			out[at++] = '-';
		out[at++] = hex[bytes[i] >> 4];
		out[at++] = hex[bytes[i] & 15];
	}
	out[at] = '\0';
}

void random_bytes(void *out, size_t bytes)
{
	unsigned char *at = out;

	while (bytes > 0) {
		ssize_t got = getrandom(at, bytes, 0);

		if (got < 0) {
			if (errno == EINTR)
				continue;
			abort();
		}
		at += got;
		bytes -= (size_t)got;
	}
}

void sha256_raw(uint8_t out[32], const void *data, size_t bytes)
{
	static const unsigned char nothing[1];

	if (SHA256(bytes > 0 ? data : nothing, bytes, out) == NULL)
		abort();
}

void sha256_text(char out[SHA256_TEXT], const void *data, size_t bytes)
{
	uint8_t raw[32];
	char *at = out;

	sha256_raw(raw, data, bytes);
	for (const char *prefix = "sha256:"; *prefix != '\0'; prefix++)
		*at++ = *prefix;
	for (int i = 0; i < 32; i++) {
		*at++ = hex[raw[i] >> 4];
		*at++ = hex[raw[i] & 15];
	}
	*at = '\0';
}
