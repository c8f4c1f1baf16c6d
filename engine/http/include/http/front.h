/*
 * The front: the process that speaks HTTP, and the only one that owns the database.
 *
 * Use: the supervisor binds the address, forks, fills a struct front_config and
 * calls front_run(), which returns when SIGTERM (or SIGINT) has been honoured:
 * no new connections, waiting requests finished, graders let go, queue closed.
 * It blocks those signals itself and expects to be called with one thread.
 *
 * Invariants:
 *  - Nothing is served on an address other than loopback without a token file.
 *  - No thread that serves requests touches a disk: exercises come from memory
 *    (catalogue), submissions from the queue's own threads.
 *  - Reports leave as the student's view unless the caller holds read-tests.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "model/kind.h"
#include "queue/queue.h"

/*
 * Who brings jobs to the graders: dispatch's desk, or a false one in a test. The front opens it after the queue and
 * closes it before.
 */
struct front_preview {
	const char *exercise, *digest;
	const void *pack;
	size_t pack_bytes;
	const char *answers; /* JSON object text */
	uint64_t seed;
};
typedef void front_preview_done(void *context, const char *reading, const struct err *err);
struct front_graders {
	uint32_t ready, in_flight;
	uint64_t finished, failed, lost;
};
struct front_desk {
	void *context; /* given to open() */
	/* All NULL: no graders, and submissions stay queued. */
	int (*open)(void **desk, struct queue *queue, void *context, struct err *err);
	void (*work)(void *desk); /* jobs may be claimable; any thread; not called before open() has returned */
	/* Reads answers without handing them in; `done` once, on any thread, with the JSON text of dispatch's
	 * marking_read(). */
	void (*preview)(void *desk, const struct front_preview *what, front_preview_done *done, void *context);
	void (*stats)(void *desk, struct front_graders *out); /* any thread; NULL: readiness does not ask for graders */
	void (*close)(void *desk); /* what graders hold is finished or given back */
};

enum front_pages { PAGES_AUTO /* on exactly when there is no token file */, PAGES_ON, PAGES_OFF };

struct front_config {
	int listen_fd; /* bound, listening or not; borrowed */
	const char *database; /* the SQLite file; its folder exists */
	const char *exercises_dir;
	const char *token_file; /* NULL: loopback only, Host and Origin checked */
	const char *version; /* "0.1.0", NULL: "dev" */
	const struct kind *const *kinds; /* ends with NULL (dispatch/kinds.h) */
	struct front_desk desk;
	enum front_pages pages;
	uint32_t max_depth; /* of the queue; 0: its default */
	uint32_t lease_ms; /* of the queue; 0: its default */
	uint32_t max_connections; /* 0: 4096, or what RLIMIT_NOFILE allows */
	uint32_t max_per_address; /* connections; 0: half of max_connections, all on loopback */
	uint32_t drain_ms; /* how long waiting requests may still wait once told to stop; 0: 5000 */
	uint32_t refresh_ms; /* how often the exercises are looked at for changes; 0: 1000 */
	int ready_fd; /* > 2: a byte is written, and it is closed, when requests are served */
	void (*log)(void *context, const char *line); /* one line, English; any thread; may be NULL */
	void *log_context;
};

/* 0 after a graceful stop. */
int front_run(const struct front_config *config, struct err *err) must_check;

/*
 * The table of routes, for the test that walks it against docs/openapi.yaml:
 * one line each, "METHOD path scope", '-' where no scope is asked.
 */
void front_print_routes(struct buf *out);
