/* A station: one grader's socket, what is to be sent to it and what comes from it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "base/file.h"
#include "control.h"
#include "desk_inside.h"

void station_add(struct desk *desk, int slot, int fd)
{
	struct station *station = calloc(1, sizeof(*station));

	if (!station)
		abort();
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	station->number = ++desk->numbers;
	station->slot = slot;
	station->fd = fd;
	station->sign_us = station->since_us = clock_mono_us();
	station->next = desk->stations;
	desk->stations = station;
}

void station_free(struct station *station)
{
	fd_close(&station->fd);
	parcel_inbox_release(&station->inbox);
	buf_release(&station->out);
	waiting_free(station->job);
	free(station);
}

struct station *station_find(struct desk *desk, uint64_t number)
{
	struct station *station = desk->stations;

	while (station && (station->number != number || station->gone))
		station = station->next;
	return station;
}

void station_flush(struct desk *desk, struct station *station)
{
	while (station->sent < station->out.len) {
		ssize_t sent = send(station->fd, station->out.data + station->sent, station->out.len - station->sent,
			MSG_DONTWAIT | MSG_NOSIGNAL);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent < 0) {
			/* Whatever it had to say before it left can still be read: station_hear() sees the end. */
			if (errno != EAGAIN && errno != EPIPE && errno != ECONNRESET)
				station->gone = true;
			if (errno != EAGAIN)
				station->sent = station->out.len;
			break;
		}
		station->sent += (size_t)sent;
	}
	if (station->sent == station->out.len) {
		station->sent = 0;
		if (station->out.cap > 1 << 20)
			buf_release(&station->out);
		else
			buf_reset(&station->out);
	}
}

void station_send(struct desk *desk, struct station *station, const void *bytes, size_t count)
{
	buf_add(&station->out, bytes, count);
	station_flush(desk, station);
}

void station_say(struct desk *desk, struct station *station, const struct parcel *parcel)
{
	struct err err;

	if (parcel_write(&station->out, parcel, &err) < 0)
		desk_log(desk, "grader %d: %s", station->slot, err.text);
	station_flush(desk, station);
}

/* ---- hearing ---- */

static void hello(struct desk *desk, struct station *station, const struct parcel *parcel)
{
	station->ready = true;
	pthread_mutex_lock(&desk->lock);
	snprintf(desk->stats.python, sizeof(desk->stats.python), "%s", parcel->python);
	snprintf(desk->stats.isolation, sizeof(desk->stats.isolation), "%s", parcel->isolation);
	pthread_mutex_unlock(&desk->lock);
	desk_tell(desk, CONTROL_READY, station->slot);
	if (desk->told_to_drain)
		station_say(desk, station, &(struct parcel){ .type = PARCEL_DRAIN });
}

static void heard(struct desk *desk, struct station *station, const struct parcel *parcel)
{
	station->sign_us = clock_mono_us();
	station->cleared = false;
	switch (parcel->type) {
	case PARCEL_HELLO:
		hello(desk, station, parcel);
		break;
	case PARCEL_NEED:
		if (!asks_content(desk, station, parcel->digest))
			mail_pack(desk, station, parcel->digest);
		break;
	case PARCEL_BEAT:
		leases_begun(desk, station, parcel->job);
		break;
	case PARCEL_RESULT:
		leases_result(desk, station, parcel);
		break;
	case PARCEL_FAILURE:
	case PARCEL_REFUSED:
		if (!leases_failed(desk, station, parcel))
			asks_answer(desk, station, parcel);
		break;
	case PARCEL_READING:
		asks_answer(desk, station, parcel);
		break;
	default:
		desk_log(desk, "grader %d said what only a desk says", station->slot);
		station->gone = true;
	}
}

void station_hear(struct desk *desk, struct station *station)
{
	struct parcel parcel;
	struct err err;
	int got = parcel_receive(&station->inbox, station->fd, &err);

	if (got < 0 && err.kind == ERR_BUSY)
		return;
	if (got <= 0) {
		station->gone = true;
		return;
	}
	while (!station->gone && (got = parcel_next(&station->inbox, &parcel, &err)) > 0)
		heard(desk, station, &parcel);
	if (got < 0) {
		desk_log(desk, "grader %d: %s", station->slot, err.text);
		station->gone = true;
	}
}

void stations_sweep(struct desk *desk)
{
	struct station **at = &desk->stations;

	while (*at) {
		struct station *station = *at;
		if (!station->gone) {
			at = &station->next;
			continue;
		}
		*at = station->next;
		if (!desk->told_to_drain) {
			desk_log(desk, "grader %d went away", station->slot);
			desk_count(desk, &desk->stats.lost);
		}
		leases_lost(desk, station);
		asks_lost(desk, station);
		station_free(station);
	}
}
