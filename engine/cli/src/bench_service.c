/*
 * The whole way: `bareme serve` on a scratch folder, clients over HTTP on the loopback address.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "bench.h"

enum { CLIENTS = 16 };

struct service {
	pid_t pid;
	int port;
	char root[64];
};

static int start(struct service *service, struct err *err)
{
	char path[PATH_MAX], exercises[96], data[96];
	int out[2];
	snprintf(service->root, sizeof(service->root), "/tmp/bareme-bench-XXXXXX");
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
	/* As root the service's processes are other users: they must be able to enter. */
	if (!mkdtemp(service->root) || chmod(service->root, 0755) < 0 || length < 0 || pipe2(out, O_CLOEXEC) < 0)
		return err_sys(err, "start the service");
	path[length] = '\0';
	snprintf(exercises, sizeof(exercises), "%s/exercises", service->root);
	snprintf(data, sizeof(data), "%s/data", service->root);
	if (bench_write_exercise(exercises, err) < 0)
		return -1;
	char *const argv[] = { path, (char[]){ "serve" }, (char[]){ "--listen" }, (char[]){ "127.0.0.1:0" },
		(char[]){ "--exercises" }, exercises, (char[]){ "--data" }, data, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, out[1], 1);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	int status = posix_spawn(&service->pid, path, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(out[1]);
	FILE *said = fdopen(out[0], "r");
	char line[256];
	const char *url = said && status == 0 && fgets(line, sizeof(line), said) ? strstr(line, "127.0.0.1:") : NULL;
	service->port = url ? (int)strtol(url + 10, NULL, 10) : 0;
	if (said)
		fclose(said);
	return service->port ? 0 : err_set(err, ERR_UNSUPPORTED, "the service does not start (try: bareme serve)");
}

static void stop(struct service *service)
{
	char path[PATH_MAX];
	if (service->pid > 0) {
		kill(service->pid, SIGTERM);
		waitpid(service->pid, NULL, 0);
	}
	snprintf(path, sizeof(path), "%s", service->root);
	char *const argv[] = { (char[]){ "rm" }, (char[]){ "-rf" }, (char[]){ "--" }, path, NULL };
	pid_t pid;
	if (path[0] && posix_spawn(&pid, "/bin/rm", NULL, NULL, argv, environ) == 0)
		waitpid(pid, NULL, 0);
}

static int dial(int port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), one = 1;
	if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
		fd_close(&fd);
		return -1;
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	return fd;
}

/* Reads one response with a Content-Length; true when it is 200 and says "graded". */
static bool read_response(int fd)
{
	char text[65536];
	size_t length = 0;
	for (;;) {
		ssize_t got = read(fd, text + length, sizeof(text) - 1 - length);
		if (got <= 0)
			return false;
		length += (size_t)got;
		text[length] = '\0';
		const char *body = strstr(text, "\r\n\r\n");
		const char *header = strcasestr(text, "\r\nContent-Length:");
		if (body && header && header < body &&
			length >= (size_t)(body + 4 - text) + strtoul(header + 17, NULL, 10))
			return strncmp(text, "HTTP/1.1 200", 12) == 0 && strstr(body, "\"graded\"");
		if (length == sizeof(text) - 1)
			return false;
	}
}

static bool post(int fd, int port, const char *answer, unsigned client, unsigned number)
{
	cleanup_buf struct buf request = BUF_INIT, body = BUF_INIT;
	char student[40];
	snprintf(student, sizeof(student), "banc-%u-%u", client, number);
	cleanup_json json_t *json = json_pack(
		"{s:s, s:s, s:{s:s}}", "exercise", "banc.maximum", "student", student, "answers", "maximum", answer);
	json_print(&body, json);
	buf_printf(&request,
		"POST /api/v1/submissions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
		"Prefer: wait=30\r\nContent-Length: %zu\r\n\r\n",
		port, body.len);
	buf_add(&request, body.data, body.len);
	struct err err;
	return fd_write_all(fd, request.data, request.len, &err) == 0 && read_response(fd);
}

static int time_alone(const struct service *service, struct figure *figure, struct err *err)
{
	cleanup_fd int fd = dial(service->port);
	for (unsigned i = 0; i < 110; i++) {
		int64_t began = clock_mono_us();
		if (fd < 0 || !post(fd, service->port, bench_answer_shared, 999, i))
			return err_set(err, ERR_PEER, "the service did not grade a submission");
		if (i >= 10)
			figure_add(figure, (double)(clock_mono_us() - began));
	}
	return 0;
}

static _Noreturn void be_client(
	const struct service *service, const char *answer, unsigned client, unsigned seconds, int out)
{
	uint64_t done = 0;
	int fd = dial(service->port);
	bool ok = fd >= 0;
	int64_t end = clock_mono_us() + (int64_t)seconds * 1000000;
	for (unsigned i = 0; ok && clock_mono_us() < end; i++) {
		ok = post(fd, service->port, answer, client, i);
		done += ok;
	}
	_exit(ok && write(out, &done, sizeof(done)) == (ssize_t)sizeof(done) ? 0 : 1);
}

static int rate(const struct service *service, const char *answer, unsigned seconds, double *out, struct err *err)
{
	int pipes[2];
	uint64_t total = 0, done;
	unsigned answered = 0;
	if (pipe2(pipes, O_CLOEXEC) < 0)
		return err_sys(err, "pipe");
	/* Names of students go on from one measure to the next: the process id keeps them apart. */
	pid_t clients[CLIENTS];
	for (unsigned i = 0; i < CLIENTS; i++) {
		clients[i] = fork();
		if (clients[i] == 0)
			be_client(service, answer, (unsigned)getpid(), seconds, pipes[1]);
	}
	close(pipes[1]);
	while (read(pipes[0], &done, sizeof(done)) == (ssize_t)sizeof(done)) {
		total += done;
		answered++;
	}
	close(pipes[0]);
	for (unsigned i = 0; i < CLIENTS; i++)
		if (clients[i] > 0)
			waitpid(clients[i], NULL, 0);
	*out = (double)total / seconds;
	return answered == CLIENTS
		       ? 0
		       : err_set(err, ERR_PEER, "%u of %d clients were not served", CLIENTS - answered, CLIENTS);
}

int bench_service(struct service_figures *figures, unsigned seconds, struct err *err)
{
	struct service service = { 0 };
	figures->clients = CLIENTS;
	int status = start(&service, err);
	if (status == 0)
		status = time_alone(&service, &figures->alone, err);
	if (status == 0)
		status = rate(&service, bench_answer_shared, seconds, &figures->rate_shared, err);
	if (status == 0)
		status = rate(&service, bench_answer_apart, seconds, &figures->rate_apart, err);
	stop(&service);
	return status;
}
