/*
 * Theory of operation: one thread and one poll over a signalfd, the control
 * socket and the readiness pipe.
 *
 * Start: claim the address and the data folder, copy the token file, start the
 * front, then each grader with its zygote. Running: whoever ends is reaped, its
 * place gets a time when it may start again. Stop (SIGTERM, SIGINT): the front
 * is told; it answers what waits, drains the graders and leaves; what
 * is still there when patience ends, or at a second signal, is killed.
 * If we are killed ourselves, death signals take the children along, and the
 * zygotes see their links end.
 */
#include "dispatch/supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "control.h"
#include "dispatch/roles.h"
#include "sandbox/role.h"
#include "sandbox/zygote.h"
#include "service.h"

enum { EXIT_CODE_USAGE = 2, EXIT_CODE_CANNOT = 3, TOKENS_MS = 1000, IDLE_MS = 60 * 1000, FIRST_FAULTS = 6 };

void service_log(const struct service *service, const char *fmt, ...)
{
	char line[1200];
	va_list args;

	if (!service->config->log)
		return;
	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	service->config->log(service->config->context, line);
}

/* ---- preparing ---- */

static int watch_signals(struct service *service, struct err *err)
{
	static const int ours[] = { SIGTERM, SIGINT, SIGHUP };
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		/* Blocked, they still reach our signalfd; ignored, they do nothing to the zygotes, which inherit that: a Ctrl-C
		 * for the whole group must not cost a run. */
		signal(ours[i], SIG_IGN);
		sigaddset(&set, ours[i]);
	}
	if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
		return err_sys(err, "block signals");
	service->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (service->signal_fd < 0)
		return err_sys(err, "signalfd");
	return prctl(PR_SET_CHILD_SUBREAPER, 1) < 0 ? err_sys(err, "become a subreaper") : 0;
}

static int prepare_folders(struct service *service, struct err *err)
{
	const struct serve_config *config = service->config;

	service->folder_fd = open(config->exercises, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (service->folder_fd < 0) {
		err_sys(err, "folder of exercises %s", config->exercises);
		err->kind = ERR_UNSUPPORTED;
		return -1;
	}
	if (data_folder_open(&service->lock_fd, config->data, &service->identity, err) < 0)
		return -1;
	service->data = realpath(config->data, NULL);
	service->exercises = realpath(config->exercises, NULL);
	if (!service->data || !service->exercises)
		return err_sys(err, "resolve a folder's name");
	/* The front may write below the one, and must not below the other. */
	size_t length = strlen(service->data);
	if (strncmp(service->exercises, service->data, length) == 0 &&
		(service->exercises[length] == '/' || service->exercises[length] == '\0'))
		return err_set(err, ERR_UNSUPPORTED,
			"the exercises (%s) stand in the data folder: keep them in a folder of their own",
			service->exercises);
	return 0;
}

static int prepare(struct service *service, struct err *err)
{
	const struct serve_config *config = service->config;

	service->identity = identity_find();
	/* The folder's lock before the address: the last service's front, still dying, may hold both. */
	if (prepare_folders(service, err) < 0 ||
		tokens_open(&service->tokens, config->token_file, &service->identity, err) < 0)
		return -1;
	if (listening_open(&service->listening, config->listen ? config->listen : "127.0.0.1:8080", err) < 0)
		return -1;
	if (!service->listening.loopback && !config->token_file)
		return err_set(err, ERR_UNSUPPORTED,
			"%s is not a loopback address: without a token file anybody could use the service",
			config->listen);
	/* The address may have been a port that only root binds. */
	return role_lock_supervisor(err) < 0 ? -1 : watch_signals(service, err);
}

static uint32_t processors(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) < 0)
		return 1;
	return (uint32_t)CPU_COUNT(&set);
}

static void make_places(struct service *service)
{
	uint32_t count = service->config->graders ? service->config->graders : processors();

	service->grader_count = count < GRADERS_MAX ? count : GRADERS_MAX;
	service->graders = calloc(service->grader_count, sizeof(*service->graders));
	if (!service->graders)
		abort();
	for (uint32_t i = 0; i < service->grader_count; i++)
		service->graders[i] = (struct child){ .slot = (int)i, .waiting_fd = -1 };
}

/* ---- who is there ---- */

static int start_due(struct service *service, struct err *err)
{
	int64_t now = clock_mono_us();

	if (service->stopping)
		return 0;
	if (!service->front.pid && service->front.due_us <= now && start_front(service, err) < 0) {
		if (!service->announced)
			return -1;
		service_log(service, "the front does not start: %s", err->text);
		child_ended(&service->front, false, now);
	}
	for (uint32_t i = 0; i < service->grader_count; i++) {
		struct child *grader = &service->graders[i];
		if (grader->pid || grader->due_us > now || start_grader(service, grader, err) == 0)
			continue;
		if (!service->announced)
			return -1;
		service_log(service, "grader %d does not start: %s", grader->slot, err->text);
		child_ended(grader, false, now);
	}
	return 0;
}

static struct child *whose(struct service *service, pid_t pid)
{
	if (service->front.pid == pid)
		return &service->front;
	for (uint32_t i = 0; i < service->grader_count; i++)
		if (service->graders[i].pid == pid)
			return &service->graders[i];
	return NULL;
}

static void tell_end(const struct service *service, const struct child *child, int status)
{
	char name[32];

	if (WIFSIGNALED(status))
		service_log(service, "%s was killed by signal %d", child_name(child, name), WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		service_log(service, "%s ended with code %d", child_name(child, name), WEXITSTATUS(status));
}

static void kill_all(struct service *service)
{
	if (service->front.pid)
		kill(service->front.pid, SIGKILL);
	for (uint32_t i = 0; i < service->grader_count; i++)
		if (service->graders[i].pid)
			kill(service->graders[i].pid, SIGKILL);
}

static void child_is_gone(struct service *service, struct child *child, int status)
{
	int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;

	tell_end(service, child, status);
	/* A front that leaves without being asked is at fault even when it says 0. */
	child_ended(child, code == 0 && child->slot >= 0, clock_mono_us());
	child->fatal = !service->announced && !service->stopping &&
		       (code == EXIT_CODE_USAGE || code == EXIT_CODE_CANNOT || code == ROLE_UNLOCKED ||
			       child->faults >= FIRST_FAULTS);
	child->unlocked = child->fatal && code == ROLE_UNLOCKED;
	if (child->slot < 0) {
		fd_close(&service->control_fd);
		fd_close(&service->ready_fd);
		/* Stopping, and nobody is left who could record a mark. */
		if (service->stopping)
			kill_all(service);
		return;
	}
	fd_close(&child->waiting_fd);
	zygote_stop(child->zygote);
	child->zygote = NULL;
}

static bool zygote_is_gone(struct service *service, pid_t pid)
{
	for (uint32_t i = 0; i < service->grader_count; i++) {
		struct child *grader = &service->graders[i];
		if (!grader->zygote || zygote_pid(grader->zygote) != pid)
			continue;
		/* Its grader sees the link end, says so for the job in hand and leaves. */
		if (!service->stopping)
			service_log(service, "the zygote of grader %d died", grader->slot);
		zygote_stop(grader->zygote);
		grader->zygote = NULL;
		return true;
	}
	return false;
}

static void reap(struct service *service)
{
	siginfo_t info = { 0 };
	int status;

	/* Only looked at first: a zygote is reaped by its own module. */
	while (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid) {
		pid_t pid = info.si_pid;
		info.si_pid = 0;
		if (zygote_is_gone(service, pid))
			continue;
		if (waitpid(pid, &status, WNOHANG) != pid)
			continue;
		struct child *child = whose(service, pid);
		if (child)
			child_is_gone(service, child, status);
	}
}

static bool anybody(const struct service *service)
{
	bool any = service->front.pid != 0;

	for (uint32_t i = 0; i < service->grader_count; i++)
		any |= service->graders[i].pid != 0;
	return any;
}

/* ---- the loop ---- */

static void stop(struct service *service)
{
	uint32_t patience = service->config->drain_ms ? service->config->drain_ms : PATIENCE_MS;

	if (service->stopping) {
		kill_all(service);
		return;
	}
	service->stopping = true;
	service->kill_us = clock_mono_us() + (int64_t)patience * 1000;
	if (service->front.pid)
		kill(service->front.pid, SIGTERM);
	/* Sockets that no front has taken yet: their graders leave when they close. */
	for (uint32_t i = 0; i < service->grader_count; i++)
		fd_close(&service->graders[i].waiting_fd);
}

static void take_signals(struct service *service)
{
	struct signalfd_siginfo info;
	bool reaping = false;

	while (read(service->signal_fd, &info, sizeof(info)) == (ssize_t)sizeof(info)) {
		if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGINT)
			stop(service);
		reaping |= info.ssi_signo == SIGCHLD;
	}
	if (reaping)
		reap(service);
}

static void take_control(struct service *service)
{
	struct control control;
	struct err err;
	int fd, got;

	while ((got = control_receive(service->control_fd, &control, &fd, &err)) > 0) {
		bool known = control.slot >= 0 && (uint32_t)control.slot < service->grader_count;
		fd_close(&fd);
		if (control.verb == CONTROL_READY)
			service->marking = true;
		if (control.verb == CONTROL_KILL && known && service->graders[control.slot].pid)
			kill(service->graders[control.slot].pid, SIGKILL);
	}
	if (got == 0 || err.kind != ERR_BUSY)
		fd_close(&service->control_fd);
}

static void take_ready(struct service *service)
{
	char byte;

	service->serving |= read(service->ready_fd, &byte, 1) == 1;
	fd_close(&service->ready_fd);
}

static int timeout_ms(const struct service *service)
{
	int64_t now = clock_mono_us(), next = now + (int64_t)(service->tokens.path ? TOKENS_MS : IDLE_MS) * 1000;

	if (service->stopping)
		next = service->kill_us;
	else if (!service->front.pid && service->front.due_us < next)
		next = service->front.due_us;
	for (uint32_t i = 0; i < service->grader_count && !service->stopping; i++)
		if (!service->graders[i].pid && service->graders[i].due_us < next)
			next = service->graders[i].due_us;
	return next <= now ? 0 : (int)((next - now) / 1000 + 1);
}

static void look_at_tokens(struct service *service)
{
	struct err err;
	int64_t now = clock_mono_us();

	if (now - service->tokens_us < (int64_t)TOKENS_MS * 1000)
		return;
	service->tokens_us = now;
	if (tokens_refresh(&service->tokens, &err) < 0)
		service_log(service, "%s; the former tokens stay", err.text);
}

static int check_fatal(const struct service *service, struct err *err)
{
	bool graders = false;

	for (uint32_t i = 0; i < service->grader_count; i++)
		graders |= service->graders[i].fatal;
	if (graders)
		return err_set(err, ERR_ISOLATION, "no grader can work on this machine");
	if (service->front.unlocked)
		return err_set(err, ERR_ISOLATION, "the front cannot lock itself up on this machine");
	if (service->front.fatal)
		return err_set(
			err, ERR_UNSUPPORTED, "the front cannot work on this machine or with this configuration");
	return 0;
}

static int turn(struct service *service, struct err *err)
{
	struct pollfd polled[] = {
		{ .fd = service->signal_fd, .events = POLLIN },
		{ .fd = service->control_fd, .events = POLLIN },
		{ .fd = service->ready_fd, .events = POLLIN },
	};

	if (poll(polled, 3, timeout_ms(service)) < 0 && errno != EINTR)
		return err_sys(err, "poll");
	if (polled[1].revents)
		take_control(service);
	if (polled[2].revents)
		take_ready(service);
	if (polled[0].revents)
		take_signals(service);
	look_at_tokens(service);
	if (service->serving && service->marking && !service->announced) {
		service->announced = true;
		service->config->on_ready(service->config->context, service->listening.url);
	}
	if (service->stopping && clock_mono_us() >= service->kill_us) {
		service_log(service, "patience is over: killing what is left");
		kill_all(service);
		service->kill_us += (int64_t)IDLE_MS * 1000;
	}
	return check_fatal(service, err);
}

static int loop(struct service *service, struct err *err)
{
	while (!service->stopping || anybody(service))
		if (start_due(service, err) < 0 || turn(service, err) < 0)
			return -1;
	return 0;
}

static void end(struct service *service)
{
	kill_all(service);
	if (service->front.pid)
		waitpid(service->front.pid, NULL, 0);
	for (uint32_t i = 0; i < service->grader_count; i++) {
		struct child *grader = &service->graders[i];
		if (grader->pid)
			waitpid(grader->pid, NULL, 0);
		fd_close(&grader->waiting_fd);
		zygote_stop(grader->zygote);
	}
	free(service->graders);
	free(service->data);
	free(service->exercises);
	int *const fds[] = {
		&service->listening.fd,
		&service->lock_fd,
		&service->tokens.fd,
		&service->folder_fd,
		&service->signal_fd,
		&service->control_fd,
		&service->ready_fd,
	};
	for (size_t i = 0; i < sizeof(fds) / sizeof(fds[0]); i++)
		fd_close(fds[i]);
}

int supervisor_run(const struct serve_config *config, struct err *err)
{
	struct service service = {
		.config = config,
		.listening = { .fd = -1 },
		.lock_fd = -1,
		.tokens = { .fd = -1 },
		.folder_fd = -1,
		.signal_fd = -1,
		.control_fd = -1,
		.ready_fd = -1,
		.front = { .slot = -1, .waiting_fd = -1 },
	};
	int rc = prepare(&service, err);

	if (rc == 0) {
		make_places(&service);
		rc = loop(&service, err);
	}
	end(&service);
	return rc;
}
