#include "wires.h"
#include <stdlib.h>
#include <sys/socket.h>
#include "base/clock.h"

void wires_init(struct wires *wires)
{
	pthread_mutex_init(&wires->lock, NULL);
	wires->ring.before = wires->ring.after = &wires->ring;
}

void wires_release(struct wires *wires)
{
	pthread_mutex_destroy(&wires->lock);
}

struct wire *wire_open(struct wires *wires, int fd)
{
	struct wire *wire = calloc(1, sizeof(*wire));

	if (wire == NULL)
		abort();
	wire->fd = fd;
	pthread_mutex_lock(&wires->lock);
	wire->before = &wires->ring;
	wire->after = wires->ring.after;
	wire->after->before = wire;
	wires->ring.after = wire;
	pthread_mutex_unlock(&wires->lock);
	return wire;
}

void wire_close(struct wires *wires, struct wire *wire)
{
	pthread_mutex_lock(&wires->lock);
	wire->before->after = wire->after;
	wire->after->before = wire->before;
	pthread_mutex_unlock(&wires->lock);
	free(wire);
}

void wire_deadline(struct wire *wire, int64_t in_us)
{
	if (wire != NULL)
		atomic_store(&wire->deadline_us, in_us == 0 ? 0 : clock_mono_us() + in_us);
}

unsigned wires_tick(struct wires *wires, int64_t now_us)
{
	unsigned late = 0;

	pthread_mutex_lock(&wires->lock);
	for (struct wire *wire = wires->ring.after; wire != &wires->ring; wire = wire->after) {
		int64_t deadline = atomic_load(&wire->deadline_us);

		if (deadline == 0 || deadline > now_us)
			continue;
		atomic_store(&wire->deadline_us, 0);
		shutdown(wire->fd, SHUT_RDWR);
		late++;
	}
	pthread_mutex_unlock(&wires->lock);
	return late;
}
