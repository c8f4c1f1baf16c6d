/*
 * A request's life around its handler: made from the first headers, fed with
 * its body, freed after its last byte. Knows nothing of the HTTP library.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "request.h"

struct front;

enum {
	BODY_BUDGET = 256 << 20, /* bytes of bodies in memory at any time */
	SWALLOW_MAX = 8 << 20, /* of a refused body that is read and thrown away, so that the refusal arrives */
};

/* What the server keeps beside a request. */
struct carriage {
	struct server *server;
	void *connection; /* the library's */
	struct wire *wire;
	size_t reserved; /* of BODY_BUDGET */
	size_t swallowed;
	bool handled, held;
};

/* The request and its carriage live in an arena of their own. exchange_greet() reads the headers, once they can be. */
struct request *exchange_open(
	struct front *front, const struct carriage *carriage, const char *method, const char *path);
void exchange_greet(struct request *request);
/* Reserves room for the body before its first byte is read; refuses when there is none. */
void exchange_reserve(struct request *request);
/* True: a refused body is so large, or its sender so polite, that it need not be read at all. */
bool exchange_refuse_early(const struct request *request);
/* False: more came than anybody wants; hang up. */
bool exchange_take(struct request *request, const char *data, size_t bytes);
/* Counts and frees. */
void exchange_close(struct request *request);
