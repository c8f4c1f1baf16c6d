/* What the parts of the front share. Set up by front_run() before the first request, constant after, but for the counters. */
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include "http/front.h"
#include "metrics.h"

struct catalogue;
struct hub;
struct keyring_file;
struct server;

struct front {
	const struct front_config *config;
	struct queue *queue;
	pthread_mutex_t desk_lock;
	void *desk; /* NULL: no graders, or not yet, or no longer; set while no request is served */
	struct catalogue *catalogue;
	struct keyring_file *keyring; /* NULL: no token file, so local callers only */
	struct hub *hub;
	struct server *server;
	struct metrics metrics;
	atomic_bool draining;
	bool pages; /* served without a login */
	unsigned port;
	unsigned char secret[32]; /* of this process: signs the forms */
};

void front_log(const struct front *front, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
