/* The address that the service listens on. */
#pragma once
#include <stdbool.h>
#include "base/buf.h"
#include "base/err.h"

struct listening {
	int fd; /* bound and listening */
	bool loopback; /* reachable from this machine only */
	char url[96]; /* "http://127.0.0.1:8080", with the port that was really taken */
};

/* "127.0.0.1:8080", "[::1]:0", "localhost:8080": numeric addresses only, no name is looked up. */
int listening_open(struct listening *out, const char *address, struct err *err) must_check;
