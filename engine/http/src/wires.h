/*
 * Open connections and their deadlines. A client that sends a byte now and then
 * never is silent for long, so silence alone does not tell who dawdles: each
 * phase (headers, body, reply) has an end of its own, and the clock cuts who passes it.
 */
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

struct wire {
	struct wire *before, *after; /* under the lock */
	int fd;
	atomic_int_fast64_t deadline_us; /* 0: none */
};

struct wires {
	pthread_mutex_t lock;
	struct wire ring;
};

void wires_init(struct wires *wires);
void wires_release(struct wires *wires);
struct wire *wire_open(struct wires *wires, int fd);
/* Before the descriptor is closed, so that nobody else's is ever shut. */
void wire_close(struct wires *wires, struct wire *wire);
/* From now; 0: none. A wire that is NULL has none. */
void wire_deadline(struct wire *wire, int64_t in_us);
/* Shuts those that are late; how many. Any thread. */
unsigned wires_tick(struct wires *wires, int64_t now_us);
