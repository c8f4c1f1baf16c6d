/*
 * The supervisor: `bareme serve`. Starts the front and the graders, each in a
 * process of its own, restarts what dies, and ends them all in order.
 *
 * It parses nothing that comes from outside, opens no database, and keeps only
 * the privileges that it was started with; its children get none of them.
 */
#pragma once
#include <stdint.h>
#include "base/err.h"

struct serve_config {
	const char *listen; /* "127.0.0.1:8080", "[::1]:0"; NULL: 127.0.0.1:8080. Port 0: any free one */
	const char *data; /* made (0700) when missing */
	const char *exercises; /* the folder of exercises */
	const char *token_file; /* NULL: none, and then only a loopback address is accepted */
	uint32_t graders; /* 0: one per processor that we may use */
	uint32_t drain_ms; /* how long the end may take before it is forced; 0: 20000 */
	void *context;
	void (*on_ready)(void *context, const char *url); /* once, when the service answers */
	void (*log)(void *context, const char *line); /* one English line; may be NULL */
};

/* Returns 0 after an orderly end. ERR_UNSUPPORTED, ERR_ISOLATION: this configuration or machine cannot (exit code 3). */
int supervisor_run(const struct serve_config *config, struct err *err) must_check;
