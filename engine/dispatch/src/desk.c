/*
 * Theory of operation: one thread owns the stations (graders), the asks
 * (previews) and the leases in their hands. A turn of its loop: poll the wake
 * descriptor, the control socket and the stations; take in the mail; hear who
 * spoke; give jobs to empty hands and claim the next ones; sweep away who left;
 * now and then extend leases. It waits for nothing else: every queue call answers by mail.
 */
#include "dispatch/desk.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "control.h"
#include "desk_inside.h"

enum { AHEAD = 4, HEARTBEAT_MS = 10000, STUCK_MS = 600000, MAX_POLLED = 2 + 1024 };

void desk_log(const struct desk *desk, const char *fmt, ...)
{
	char line[1200];
	va_list args;

	if (!desk->config.log)
		return;
	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	desk->config.log(desk->config.log_context, line);
}

void desk_tell(struct desk *desk, uint32_t verb, int slot)
{
	struct control control = { verb, slot };
	struct err err;

	if (desk->config.control_fd >= 0 && control_send(desk->config.control_fd, &control, -1, &err) < 0)
		desk_log(desk, "%s", err.text);
}

void desk_count(struct desk *desk, uint64_t *counter)
{
	pthread_mutex_lock(&desk->lock);
	(*counter)++;
	pthread_mutex_unlock(&desk->lock);
}

/* ---- a turn ---- */

static void hear_control(struct desk *desk)
{
	struct control control;
	struct err err;
	int fd, got;

	while ((got = control_receive(desk->config.control_fd, &control, &fd, &err)) > 0) {
		if (control.verb == CONTROL_GRADER && fd >= 0)
			station_add(desk, control.slot, fd);
		else
			fd_close(&fd);
	}
	if (got < 0 && err.kind == ERR_BUSY)
		return;
	/* The supervisor is gone; so shall we be, by its death signal. */
	fd_close(&desk->config.control_fd);
}

static void open_mail(struct desk *desk, struct mail *mail)
{
	struct station *station;

	switch (mail->kind) {
	case MAIL_LEASES:
		leases_got(desk, mail);
		break;
	case MAIL_PACK:
		station = station_find(desk, mail->station);
		if (station)
			station_say(desk, station,
				&(struct parcel){
					.type = PARCEL_CONTENT,
					.digest = mail->digest,
					.why = mail->why,
					.body = mail->pack,
					.bytes = mail->bytes,
				});
		break;
	case MAIL_ASK:
		asks_add(desk, mail->ask);
		break;
	case MAIL_GRADER:
		station_add(desk, mail->slot, mail->fd);
		break;
	case MAIL_UNSAVED:
		desk_log(desk, "job %s is marked but not yet recorded: %s", mail->result->hold.job, mail->why);
		mail->result->next = desk->unsaved;
		desk->unsaved = mail->result;
		break;
	case MAIL_TROUBLE:
		desk_log(desk, "%s", mail->why);
		break;
	}
}

static void take_mail(struct desk *desk)
{
	uint64_t ignored;
	struct mail *next;

	(void)!read(desk->wake_fd, &ignored, sizeof(ignored));
	for (struct mail *mail = mail_collect(desk); mail; mail = next) {
		next = mail->next;
		open_mail(desk, mail);
		mail_free(mail);
	}
}

static void begin_drain(struct desk *desk)
{
	desk->told_to_drain = true;
	for (struct station *it = desk->stations; it; it = it->next)
		station_say(desk, it, &(struct parcel){ .type = PARCEL_DRAIN });
	leases_give_back(desk);
	asks_end(desk);
}

static void publish(struct desk *desk)
{
	uint32_t graders = 0, in_flight = desk->pooled;

	for (const struct station *it = desk->stations; it; it = it->next) {
		graders += it->ready;
		in_flight += it->job != NULL;
	}
	pthread_mutex_lock(&desk->lock);
	desk->stats.graders = graders;
	desk->stats.in_flight = in_flight;
	desk->stats.draining = desk->told_to_drain;
	pthread_mutex_unlock(&desk->lock);
}

static void wait_and_hear(struct desk *desk)
{
	struct pollfd polled[MAX_POLLED] = {
		{ .fd = desk->wake_fd, .events = POLLIN },
		{ .fd = desk->config.control_fd, .events = POLLIN },
	};
	struct station *who[MAX_POLLED] = { 0 };
	nfds_t count = 2;

	for (struct station *it = desk->stations; it && count < MAX_POLLED; it = it->next, count++) {
		polled[count] = (struct pollfd){ .fd = it->fd, .events = POLLIN | (it->out.len ? POLLOUT : 0) };
		who[count] = it;
	}
	if (poll(polled, count, leases_patience_ms(desk)) < 0 && errno != EINTR)
		desk_log(desk, "poll: %s", strerror(errno));
	for (nfds_t i = 2; i < count; i++) {
		if (polled[i].revents & POLLOUT)
			station_flush(desk, who[i]);
		if (polled[i].revents & ~POLLOUT)
			station_hear(desk, who[i]);
	}
	if (polled[1].revents)
		hear_control(desk);
	take_mail(desk);
}

/* Once asked to stop: is everybody gone and everything committed? After the patience nobody is waited for. */
static bool drained(struct desk *desk)
{
	if (!desk->told_to_drain)
		return false;
	bool impatient = clock_mono_us() >= atomic_load(&desk->patience_us);
	for (struct station *it = desk->stations; it && impatient; it = it->next)
		it->gone = true;
	stations_sweep(desk);
	return !desk->stations && (!desk->unsaved || impatient) && mail_settled(desk);
}

static void *run(void *context)
{
	struct desk *desk = context;
	int64_t tick_us = 0;

	while (!drained(desk)) {
		wait_and_hear(desk);
		if (atomic_load(&desk->draining) && !desk->told_to_drain)
			begin_drain(desk);
		bool tick = clock_mono_us() - tick_us >= TICK_MS * 1000;
		if (tick) {
			tick_us = clock_mono_us();
			leases_save_again(desk);
			leases_extend(desk);
			leases_watch(desk);
		}
		stations_sweep(desk);
		if (desk->told_to_drain)
			leases_give_back(desk);
		leases_give(desk);
		leases_air(desk);
		/* Once a second without news as well: a retry's back-off ends in silence. */
		leases_want(desk, tick);
		asks_assign(desk);
		publish(desk);
	}
	return NULL;
}

/* ---- life ---- */

int desk_open(struct desk **out, const struct desk_config *config, struct err *err)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	if (!desk)
		return err_set(err, ERR_SYSTEM, "no memory for the desk");
	desk->config = *config;
	if (!desk->config.ahead || desk->config.ahead > AHEAD_MAX)
		desk->config.ahead = AHEAD;
	if (!desk->config.heartbeat_ms)
		desk->config.heartbeat_ms = HEARTBEAT_MS;
	if (!desk->config.stuck_ms)
		desk->config.stuck_ms = STUCK_MS;
	desk->last = &desk->first;
	desk->beat_us = clock_mono_us();
	atomic_store(&desk->epoch, 1);
	desk->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (desk->wake_fd < 0) {
		free(desk);
		return err_sys(err, "eventfd");
	}
	pthread_mutex_init(&desk->lock, NULL);
	*out = desk;
	return 0;
}

int desk_start(struct desk *desk, struct queue *queue, struct err *err)
{
	sigset_t all, before;

	desk->queue = queue;
	/* Signals are for the thread that called. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	int rc = pthread_create(&desk->thread, NULL, run, desk);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (rc != 0)
		return err_set(err, ERR_SYSTEM, "start the desk's thread: %s", strerror(rc));
	desk->started = true;
	return 0;
}

void desk_close(struct desk *desk, uint32_t patience_ms)
{
	if (!desk)
		return;
	atomic_store(&desk->patience_us, clock_mono_us() + (int64_t)patience_ms * 1000);
	atomic_store(&desk->draining, true);
	mail_post(desk, NULL);
	if (desk->started)
		pthread_join(desk->thread, NULL);
	for (struct mail *next, *mail = mail_collect(desk); mail; mail = next) {
		next = mail->next;
		fd_close(&mail->fd);
		if (mail->ask)
			asks_add(desk, mail->ask);
		mail_free(mail);
	}
	asks_end(desk);
	/* Still leased: the queue's next opening has them marked again. */
	for (struct result *next, *result = desk->unsaved; result; result = next) {
		next = result->next;
		result_free(result);
	}
	fd_close(&desk->wake_fd);
	fd_close(&desk->config.control_fd);
	pthread_mutex_destroy(&desk->lock);
	free(desk);
}

/* ---- for other threads ---- */

void desk_on_work(void *context)
{
	struct desk *desk = context;

	atomic_fetch_add(&desk->epoch, 1);
	mail_post(desk, NULL);
}

void desk_add_grader(struct desk *desk, int slot, int fd)
{
	struct mail *mail = calloc(1, sizeof(*mail));

	if (!mail)
		abort();
	mail->kind = MAIL_GRADER;
	mail->slot = slot;
	mail->fd = fd;
	mail_post(desk, mail);
}

static char *copy_text(const char *text)
{
	char *copy = strdup(text);

	if (!copy)
		abort();
	return copy;
}

void desk_preview(struct desk *desk, const struct preview *preview, preview_done *done, void *context)
{
	struct mail *mail = calloc(1, sizeof(*mail));
	struct ask *ask = calloc(1, sizeof(*ask));
	void *pack = malloc(preview->pack_bytes + 1);

	if (!mail || !ask || !pack)
		abort();
	*ask = (struct ask){
		.exercise = copy_text(preview->exercise),
		.digest = copy_text(preview->digest),
		.answers = copy_text(preview->answers),
		.pack = memcpy(pack, preview->pack, preview->pack_bytes),
		.pack_bytes = preview->pack_bytes,
		.seed = preview->seed,
		.done = done,
		.context = context,
	};
	mail->kind = MAIL_ASK;
	mail->ask = ask;
	mail->fd = -1;
	mail_post(desk, mail);
}

void desk_read_stats(struct desk *desk, struct desk_stats *out)
{
	pthread_mutex_lock(&desk->lock);
	*out = desk->stats;
	pthread_mutex_unlock(&desk->lock);
}
