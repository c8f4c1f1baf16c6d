/*
 * The front with a false desk, for the tests of the API: no sandbox, no grader.
 *
 *   front_alone --data DIR --exercises DIR [--tokens FILE] [--depth N] [--drain-ms N] [--port N] [--any] [--idle]
 *   front_alone --routes
 *
 * Prints "listening PORT" when it serves. What an answer contains decides what
 * becomes of it: "good" full marks, "half" half of them, "slow" after half a
 * second, "hold" never, "kill" kills its grader (and ends in quarantine). With --idle no job is ever claimed.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/json.h"
#include "dispatch/kinds.h"
#include "http/front.h"

enum { AT_ONCE = 16, SLOW_US = 500000, HELD_MAX = 4096 };

struct held {
	struct lease lease;
	char *answers;
	int64_t due_us;
};

struct false_desk {
	struct queue *queue;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;
	bool work, asking, stopping, idle;
	struct held held[HELD_MAX];
	size_t count;
};

static void forget(void *context, const struct err *err)
{
	if (err != NULL)
		fprintf(stderr, "false desk: %s\n", err->text);
}

static const char *const reports[3][2] = {
	{ "incorrect", "0" },
	{ "partial", "10" },
	{ "correct", "20" },
};

static json_t *make_report(const struct lease *lease, int level)
{
	static const char *const outcomes[] = { "failed", "passed" };
	json_t *tests = json_array();

	for (int i = 0; i < 2; i++) {
		json_t *test = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "name", i == 0 ? "f(1)" : "f(<2>)",
			"show", i == 0 ? "all" : "label", "outcome", outcomes[level > i], "points",
			level > i ? "10" : "0", "max", "10", "call", i == 0 ? "f(1)" : "f(<2>)", "expected", "SECRET-1",
			"got", "0");

		json_object_set_new(test, "message",
			json_pack("{s:s, s:s, s:s}", "code", "false", "fr", "Ce n’est pas « la » valeur <attendue>.",
				"en", "Not the <expected> value."));
		json_array_append_new(tests, test);
	}
	return json_pack("{s:s, s:s, s:s, s:s, s:{s:s, s:s, s:s, s:s}, s:[{s:s, s:s, s:s, s:s, s:o, s:[]}]}",
		"exercise", lease->exercise, "digest", lease->digest, "seed", "1", "verdict", reports[level][0],
		"score", "points", reports[level][1], "max", "20", "mark",
		level == 0   ? "0.00"
		: level == 1 ? "10.00"
			     : "20.00",
		"out_of", "20", "questions", "id", "maximum", "verdict", reports[level][0], "points", reports[level][1],
		"max", "20", "tests", tests, "feedback");
}

static void settle(struct false_desk *desk, const struct held *held)
{
	int level = strstr(held->answers, "good") != NULL ? 2 : strstr(held->answers, "half") != NULL ? 1 : 0;
	json_t cleanup_json *report = NULL;
	struct buf cleanup_buf text = BUF_INIT;
	struct finish finish = { .job = held->lease.job, .token = held->lease.token, .max = "20" };

	if (strstr(held->answers, "kill") != NULL) {
		queue_fail(desk->queue, held->lease.job, held->lease.token, true, "its grader died", forget, NULL);
		return;
	}
	report = make_report(&held->lease, level);
	json_print(&text, report);
	finish.report = buf_str(&text);
	finish.verdict = reports[level][0];
	finish.points = reports[level][1];
	finish.mark_hundredths = level * 1000;
	queue_finish(desk->queue, &finish, forget, NULL);
}

static void on_leases(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct false_desk *desk = context;

	forget(NULL, err);
	pthread_mutex_lock(&desk->lock);
	desk->asking = false;
	desk->work |= count == AT_ONCE;
	for (size_t i = 0; i < count && desk->count < HELD_MAX; i++) {
		struct held *held = &desk->held[desk->count++];

		held->lease = leases[i];
		held->lease.exercise = strdup(leases[i].exercise);
		held->lease.digest = strdup(leases[i].digest);
		held->answers = strdup(leases[i].answers);
		held->due_us = clock_mono_us() + (strstr(held->answers, "slow") != NULL ? SLOW_US : 0);
		if (strstr(held->answers, "hold") != NULL)
			held->due_us = INT64_MAX;
	}
	pthread_cond_signal(&desk->wake);
	pthread_mutex_unlock(&desk->lock);
}

static void free_held(struct held *held)
{
	free((void *)(uintptr_t)held->lease.exercise);
	free((void *)(uintptr_t)held->lease.digest);
	free(held->answers);
}

/* Settles what is due; with the lock held. */
static void settle_due(struct false_desk *desk)
{
	int64_t now = clock_mono_us();

	for (size_t i = 0; i < desk->count;) {
		if (desk->held[i].due_us > now) {
			i++;
			continue;
		}
		settle(desk, &desk->held[i]);
		free_held(&desk->held[i]);
		desk->held[i] = desk->held[--desk->count];
	}
}

static void *run(void *context)
{
	struct false_desk *desk = context;
	struct timespec until;

	pthread_mutex_lock(&desk->lock);
	while (!desk->stopping) {
		if (desk->work && !desk->asking && !desk->idle) {
			desk->work = false;
			desk->asking = true;
			queue_claim(desk->queue, "false", AT_ONCE, on_leases, desk);
		}
		settle_due(desk);
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_nsec += 20000000;
		until.tv_sec += until.tv_nsec / 1000000000;
		until.tv_nsec %= 1000000000;
		pthread_cond_timedwait(&desk->wake, &desk->lock, &until);
	}
	pthread_mutex_unlock(&desk->lock);
	return NULL;
}

static int open_desk(void **out, struct queue *queue, void *context, struct err *err)
{
	struct false_desk *desk = context;

	desk->queue = queue;
	pthread_mutex_init(&desk->lock, NULL);
	pthread_cond_init(&desk->wake, NULL);
	*out = desk;
	return pthread_create(&desk->thread, NULL, run, desk) == 0 ? 0 : err_sys(err, "thread");
}

static void wake_desk(void *context)
{
	struct false_desk *desk = context;

	pthread_mutex_lock(&desk->lock);
	desk->work = true;
	pthread_cond_signal(&desk->wake);
	pthread_mutex_unlock(&desk->lock);
}

static void preview(void *context, const struct front_preview *what, front_preview_done *done, void *done_context)
{
	static const struct err busy = { .kind = ERR_BUSY, .text = "no grader" };
	bool bad = strstr(what->answers, "syntax") != NULL;

	if (strstr(what->answers, "nobody") != NULL)
		done(done_context, NULL, &busy);
	else
		done(done_context,
			bad ? "{\"readable\":false,\"questions\":[{\"id\":\"maximum\",\"reading\":\"unreadable\","
			      "\"line\":1}]}"
			    : "{\"readable\":true,\"questions\":[{\"id\":\"maximum\",\"reading\":\"ok\"}]}",
			NULL);
}

static void count_graders(void *context, struct front_graders *out)
{
	*out = (struct front_graders){ .ready = 1 };
}

static void close_desk(void *context)
{
	struct false_desk *desk = context;

	pthread_mutex_lock(&desk->lock);
	desk->stopping = true;
	/* A claim under way still writes here. */
	while (desk->asking) {
		pthread_mutex_unlock(&desk->lock);
		usleep(1000);
		pthread_mutex_lock(&desk->lock);
	}
	pthread_cond_signal(&desk->wake);
	pthread_mutex_unlock(&desk->lock);
	pthread_join(desk->thread, NULL);
	for (size_t i = 0; i < desk->count; i++)
		free_held(&desk->held[i]);
	pthread_cond_destroy(&desk->wake);
	pthread_mutex_destroy(&desk->lock);
}

static void log_line(void *context, const char *line)
{
	fprintf(stderr, "front: %s\n", line);
}

static int listen_somewhere(unsigned port, bool any, unsigned *got)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(any ? INADDR_ANY : INADDR_LOOPBACK) };
	socklen_t length = sizeof(address);
	int one = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)) != 0 ||
		bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 || listen(fd, 1024) != 0 ||
		getsockname(fd, (struct sockaddr *)&address, &length) != 0) {
		perror("listen");
		exit(3);
	}
	*got = ntohs(address.sin_port);
	return fd;
}

static const char *option(int argc, char **argv, const char *name)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], name) == 0)
			return i + 1 < argc ? argv[i + 1] : "";
	}
	return NULL;
}

static unsigned number(int argc, char **argv, const char *name)
{
	const char *text = option(argc, argv, name);

	return text != NULL ? (unsigned)strtoul(text, NULL, 10) : 0;
}

int main(int argc, char **argv)
{
	static struct false_desk desk;
	struct front_config config = { .kinds = all_kinds,
		.refresh_ms = 100,
		.log = log_line,
		.desk = { &desk, open_desk, wake_desk, preview, count_graders, close_desk } };
	struct buf cleanup_buf path = BUF_INIT, routes = BUF_INIT;
	struct err err = { 0 };
	unsigned port;

	if (option(argc, argv, "--routes") != NULL) {
		front_print_routes(&routes);
		fputs(buf_str(&routes), stdout);
		return 0;
	}
	buf_printf(&path, "%s/bareme.db", option(argc, argv, "--data"));
	config.database = buf_str(&path);
	config.exercises_dir = option(argc, argv, "--exercises");
	config.token_file = option(argc, argv, "--tokens");
	config.max_depth = number(argc, argv, "--depth");
	config.drain_ms = number(argc, argv, "--drain-ms");
	config.max_connections = number(argc, argv, "--connections");
	desk.idle = option(argc, argv, "--idle") != NULL;
	config.listen_fd = listen_somewhere(number(argc, argv, "--port"), option(argc, argv, "--any") != NULL, &port);
	printf("listening %u\n", port);
	fflush(stdout);
	if (front_run(&config, &err) != 0) {
		fprintf(stderr, "%s\n", err.text);
		return err.kind == ERR_UNSUPPORTED ? 3 : 4;
	}
	return 0;
}
