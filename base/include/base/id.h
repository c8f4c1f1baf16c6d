/*
 * Identifiers and digests: UUIDv7 (RFC 9562), SHA-256, random bytes.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

enum { ID_TEXT = 37, SHA256_TEXT = 72 };

/* Fills `out` with a time-ordered UUIDv7, lower case, NUL-terminated.
 * Two calls in one process never give ids that sort the other way round. Not thread-safe
 * across processes by order, unique everywhere. */
void id_new(char out[ID_TEXT]);
/* getrandom(2); aborts when the system has no entropy source. */
void random_bytes(void *out, size_t bytes);
/* "sha256:" and 64 hexadecimal digits, NUL-terminated. */
void sha256_text(char out[SHA256_TEXT], const void *data, size_t bytes);
void sha256_raw(uint8_t out[32], const void *data, size_t bytes);
