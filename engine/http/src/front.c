/*
 * The front, from the outside in. Theory of operation:
 *
 *   gate.c      decides from the headers: host, origin, route, token, type, length
 *   server.c    speaks HTTP (the only file that knows the library) and keeps every
 *               connection to its deadlines
 *   api_*.c, events.c, page_*.c   one handler per row of routes.c
 *   intake.c    checks a submission whole; hand_in.c gives it to the queue and waits
 *   watch.c     who waits for what happens to a submission
 *   catalogue.c the exercises in memory; copy.c what a caller may see of a report
 *
 * Threads: the server's (all handlers; never waits), the queue's two (all
 * completions), the catalogue's (the only one that reads exercises and tokens
 * from the disk), the clock's (deadlines, heartbeats), the desk's, and the main
 * one, which waits for the signal to stop.
 *
 * The end, in order: no new connection; event streams told; waiting requests
 * given drain_ms, then answered 202; the server; the desk, which lets graders
 * finish; the queue, which finishes its writes.
 */
#include "http/front.h"
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include "auth.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/id.h"
#include "catalogue.h"
#include "front_state.h"
#include "server.h"
#include "watch.h"

enum {
	TICK_MS = 100,
	DRAIN_MS = 5000,
	REFRESH_MS = 1000,
	CONNECTIONS = 4096,
	SPARE_DESCRIPTORS = 64, /* for everything that is not a connection */
};

struct clockwork {
	pthread_t thread;
	struct front *front;
	atomic_bool stopping;
};

void front_log(const struct front *front, const char *fmt, ...)
{
	char line[1200];
	va_list args;

	if (front->config->log == NULL)
		return;
	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	front->config->log(front->config->log_context, line);
}

static void log_line(void *context, const char *line)
{
	front_log(context, "%s", line);
}

/* The catalogue's thread may wait for the disk, so it also looks after the tokens. */
static void on_round(void *context)
{
	struct front *front = context;
	struct err err = { 0 };
	int changed = front->keyring != NULL ? keyring_refresh(front->keyring, &err) : 0;

	if (changed < 0)
		front_log(front, "%s", err.text);
	else if (changed > 0)
		front_log(front, "the token file was read again");
}

static void on_work(void *context)
{
	struct front *front = context;

	pthread_mutex_lock(&front->desk_lock);
	if (front->desk != NULL)
		front->config->desk.work(front->desk);
	pthread_mutex_unlock(&front->desk_lock);
}

static void on_state(void *context, const char *submission, enum job_state state)
{
	struct front *front = context;

	hub_on_state(front->hub, submission, state);
}

static void *tick(void *context)
{
	struct clockwork *clockwork = context;

	while (!atomic_load(&clockwork->stopping)) {
		int64_t now = clock_mono_us();

		hub_tick(clockwork->front->hub, now);
		server_tick(clockwork->front->server, now);
		poll(NULL, 0, TICK_MS);
	}
	return NULL;
}

/* Which address are we on, and may we be without tokens there? */
static int look_at_address(struct front *front, bool *loopback, struct err *err)
{
	struct sockaddr_storage address = { 0 };
	socklen_t length = sizeof(address);
	const struct sockaddr_in *four = (const struct sockaddr_in *)&address;
	const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)&address;

	if (getsockname(front->config->listen_fd, (struct sockaddr *)&address, &length) != 0)
		return err_sys(err, "the listening socket");
	if (address.ss_family == AF_INET) {
		*loopback = ntohl(four->sin_addr.s_addr) >> 24 == 127;
		front->port = ntohs(four->sin_port);
	} else if (address.ss_family == AF_INET6) {
		*loopback = IN6_IS_ADDR_LOOPBACK(&six->sin6_addr);
		front->port = ntohs(six->sin6_port);
	} else {
		return err_set(err, ERR_UNSUPPORTED, "the listening socket is neither IPv4 nor IPv6");
	}
	if (!*loopback && front->config->token_file == NULL)
		return err_set(err, ERR_UNSUPPORTED,
			"without a token file the service listens on loopback only (127.0.0.1 or [::1]); see "
			"docs/api.md");
	return 0;
}

static int block_signals(int *out, struct err *err)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	signal(SIGPIPE, SIG_IGN);
	if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0)
		return err_sys(err, "block signals");
	*out = signalfd(-1, &set, SFD_CLOEXEC);
	return *out >= 0 ? 0 : err_sys(err, "signalfd");
}

/* As many connections as wished, or as descriptors allow. */
static void choose_limits(const struct front *front, bool loopback, struct server_limits *limits)
{
	const struct front_config *config = front->config;
	struct rlimit files = { 0 };
	unsigned wished = config->max_connections != 0 ? config->max_connections : CONNECTIONS;

	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max &&
		files.rlim_cur < wished + SPARE_DESCRIPTORS) {
		files.rlim_cur =
			files.rlim_max < wished + SPARE_DESCRIPTORS ? files.rlim_max : wished + SPARE_DESCRIPTORS;
		setrlimit(RLIMIT_NOFILE, &files);
	}
	if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < wished + SPARE_DESCRIPTORS)
		wished = files.rlim_cur > 2UL * SPARE_DESCRIPTORS ? (unsigned)files.rlim_cur - SPARE_DESCRIPTORS
								  : SPARE_DESCRIPTORS;
	limits->connections = wished;
	limits->per_address = config->max_per_address;
	/* On loopback one address is everybody: the machine's own users, or the proxy and all behind it. */
	if (limits->per_address == 0)
		limits->per_address = loopback ? wished : wished / 2;
}

static int open_parts(struct front *front, struct err *err)
{
	const struct front_config *config = front->config;
	const struct catalogue_config catalogue = {
		.root = config->exercises_dir,
		.kinds = config->kinds,
		.refresh_ms = config->refresh_ms != 0 ? config->refresh_ms : REFRESH_MS,
		.round = on_round,
		.log = log_line,
		.context = front,
	};
	const struct queue_config queue = {
		.path = config->database,
		.max_depth = config->max_depth,
		.lease_ms = config->lease_ms,
		.on_work = on_work,
		.on_work_context = front,
		.on_state = on_state,
		.on_state_context = front,
	};

	void *desk = NULL;

	front->hub = hub_new();
	if (config->token_file != NULL) {
		front->keyring = keyring_open(config->token_file, err);
		if (front->keyring == NULL)
			return -1;
	}
	front->pages = config->pages == PAGES_ON || (config->pages == PAGES_AUTO && front->keyring == NULL);
	if (catalogue_open(&front->catalogue, &catalogue, err) != 0 || queue_open(&front->queue, &queue, err) != 0)
		return -1;
	if (config->desk.open == NULL)
		return 0;
	if (config->desk.open(&desk, front->queue, config->desk.context, err) != 0)
		return err_wrap(err, "the graders' desk");
	pthread_mutex_lock(&front->desk_lock);
	front->desk = desk;
	pthread_mutex_unlock(&front->desk_lock);
	/* What waited from before the start, or came while the desk was being opened. */
	on_work(front);
	return 0;
}

static void close_parts(struct front *front)
{
	void *desk;

	server_stop(front->server);
	/* The queue may call on_work() until it is closed. */
	pthread_mutex_lock(&front->desk_lock);
	desk = front->desk;
	front->desk = NULL;
	pthread_mutex_unlock(&front->desk_lock);
	if (desk != NULL)
		front->config->desk.close(desk);
	queue_close(front->queue);
	catalogue_close(front->catalogue);
	keyring_close(front->keyring);
	hub_free(front->hub);
}

static void say_ready(const struct front *front)
{
	int fd = front->config->ready_fd;

	if (fd <= 2)
		return;
	if (write(fd, "R", 1) != 1)
		front_log(front, "nobody waits to hear that the front is ready");
	close(fd);
}

/* Everybody is answered before the server stops: it cannot stop with a request suspended. */
static void drain(struct front *front)
{
	uint32_t patience = front->config->drain_ms != 0 ? front->config->drain_ms : DRAIN_MS;
	int64_t until = clock_mono_us() + (int64_t)patience * 1000;

	atomic_store(&front->draining, true);
	server_quiesce(front->server);
	while (clock_mono_us() < until && atomic_load(&front->metrics.waiting) > 0)
		poll(NULL, 0, TICK_MS / 4);
	hub_drain(front->hub);
	while (server_busy(front->server) > 0)
		poll(NULL, 0, TICK_MS / 4);
	/* What was just answered still has to leave. */
	until = clock_mono_us() + 1000000;
	while (clock_mono_us() < until && atomic_load(&front->metrics.connections) > 0)
		poll(NULL, 0, TICK_MS / 4);
}

static int serve(struct front *front, int signals, bool loopback, struct err *err)
{
	struct clockwork clockwork = { .front = front };
	struct signalfd_siginfo info;
	struct server_limits limits;

	choose_limits(front, loopback, &limits);
	if (server_start(&front->server, front, front->config->listen_fd, &limits, err) != 0)
		return -1;
	if (pthread_create(&clockwork.thread, NULL, tick, &clockwork) != 0)
		return err_sys(err, "start the clock's thread");
	say_ready(front);
	while (read(signals, &info, sizeof(info)) < 0 && errno == EINTR)
		;
	front_log(front, "stopping: signal %u", info.ssi_signo);
	drain(front);
	atomic_store(&clockwork.stopping, true);
	pthread_join(clockwork.thread, NULL);
	return 0;
}

int front_run(const struct front_config *config, struct err *err)
{
	struct front *front = calloc(1, sizeof(*front));
	int cleanup_fd signals = -1;
	bool loopback = false;
	int result = -1;

	if (front == NULL)
		abort();
	front->config = config;
	pthread_mutex_init(&front->desk_lock, NULL);
	random_bytes(front->secret, sizeof(front->secret));
	if (look_at_address(front, &loopback, err) == 0 && block_signals(&signals, err) == 0 &&
		listen(config->listen_fd, SOMAXCONN) == 0 && open_parts(front, err) == 0)
		result = serve(front, signals, loopback, err);
	else if (err->kind == ERR_NONE)
		result = err_sys(err, "listen");
	close_parts(front);
	pthread_mutex_destroy(&front->desk_lock);
	free(front);
	return result;
}
