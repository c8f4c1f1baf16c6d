/*
 * Who may call. Two regimes:
 *
 *  - With a token file, every call that has a scope needs `Authorization: Bearer`.
 *    One token per line: NAME SCOPE[,SCOPE…] sha256:HEX — the token itself is
 *    never in the file; '#' begins a comment. A token is long and random, so one
 *    plain SHA-256 of it is enough; digests are compared in constant time.
 *  - Without one, the service listens on loopback only, and a page of another site
 *    that the reader's browser shows must not reach it: Host has to be a loopback
 *    name with our port (a rebound DNS name is refused), Origin ours when present,
 *    and no proxy may stand in front (it would lend its loopback address to the world).
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "request.h"

struct keyring;

/* Parses the text of a token file. NULL and ERR_INPUT with the line number on any mistake. */
struct keyring *keyring_parse(const char *text, size_t bytes, struct err *err);
void keyring_free(struct keyring *keyring);
size_t keyring_count(const struct keyring *keyring);
/* True when `token` is known; fills the caller. Takes the same time whichever row fits. */
bool keyring_find(const struct keyring *keyring, const char *token, struct caller *caller);

/* The file behind a keyring, read again when it changes (by keyring_refresh(), from a thread that may touch the disk). */
struct keyring_file;
struct keyring_file *keyring_open(const char *path, struct err *err);
void keyring_close(struct keyring_file *file);
/* 1: read again; 0: unchanged; -1: it cannot be read, and what stood before stays. */
int keyring_refresh(struct keyring_file *file, struct err *err);
bool keyring_admits(struct keyring_file *file, const char *token, struct caller *caller);

/* "localhost:8080", "127.0.0.1:8080", "[::1]:8080"; without the port only when it is 80. */
bool host_is_local(const char *host, unsigned port);
/* "http://" and a host that host_is_local() takes. */
bool origin_is_local(const char *origin, unsigned port);
