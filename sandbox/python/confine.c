#include "confine.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <linux/mount.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MS_NOSYMFOLLOW
#define MS_NOSYMFOLLOW 256
#endif

static int fail(struct room_step *failed, const char *name)
{
	failed->name = name;
	failed->error = errno ? errno : EPROTO;
	return -1;
}

static int place_descriptors(const int fds[4], struct room_step *failed)
{
	for (int i = 0; i < 3; i++)
		if (dup2(fds[i + 1], i) < 0)
			return fail(failed, "standard streams");
	if (dup2(fds[0], RUN_FD_CHANNEL) < 0)
		return fail(failed, "channel");
	if (syscall(SYS_close_range, RUN_FD_CHANNEL + 1, ~0U, 0) < 0)
		return fail(failed, "close_range");
	return 0;
}

static int own_folder(const struct zygote_clone *request, struct room_step *failed)
{
	char options[96];
	snprintf(options, sizeof(options), "size=%uk,nr_inodes=128,mode=0755", request->tmpfs_kb);
	if (mount("run", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_NOSYMFOLLOW, options) < 0)
		return fail(failed, "own tmpfs");
	if (chdir("/tmp") < 0)
		return fail(failed, "own folder");
	return 0;
}

static int read_exactly(void *into, size_t bytes)
{
	char *at = into;
	while (bytes > 0) {
		ssize_t got = read(RUN_FD_CHANNEL, at, bytes);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			errno = got == 0 ? ECONNRESET : errno;
			return -1;
		}
		at += got;
		bytes -= (size_t)got;
	}
	return 0;
}

/* One FILE frame: name, NUL, data. The grader checked the name; it is checked again. */
static int write_file(const struct wire_frame *frame)
{
	int status = -1;
	char *payload = malloc(frame->bytes + 1);
	if (!payload || read_exactly(payload, frame->bytes) < 0)
		goto out;
	payload[frame->bytes] = '\0';
	size_t name = strlen(payload);
	if (name == 0 || name >= frame->bytes || strchr(payload, '/') || payload[0] == '.') {
		errno = EINVAL;
		goto out;
	}
	int fd = open(payload, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0444);
	if (fd < 0)
		goto out;
	size_t bytes = frame->bytes - name - 1, done = 0;
	while (done < bytes) {
		ssize_t put = write(fd, payload + name + 1 + done, bytes - done);
		if (put <= 0)
			break;
		done += (size_t)put;
	}
	close(fd);
	status = done == bytes ? 0 : -1;
out:
	free(payload);
	return status;
}

static int receive_files(unsigned long long *nonce, struct room_step *failed)
{
	for (;;) {
		struct wire_frame frame;
		errno = 0;
		if (read_exactly(&frame, sizeof(frame)) < 0)
			return fail(failed, "set-up frames");
		*nonce = frame.nonce;
		if (frame.type == WIRE_START && frame.bytes == 0)
			return 0;
		if (frame.type != WIRE_FILE || frame.bytes < 2 || frame.bytes > WIRE_MAX_REQUEST)
			return fail(failed, "set-up frames");
		if (write_file(&frame) < 0)
			return fail(failed, "files of the run");
	}
}

static int close_folder(struct room_step *failed)
{
	struct mount_attr attr = { .attr_set = MOUNT_ATTR_RDONLY };
	if (syscall(SYS_mount_setattr, AT_FDCWD, "/tmp", 0, &attr, sizeof(attr)) < 0)
		return fail(failed, "read-only folder");
	return 0;
}

static int limit(int resource, unsigned long long soft, unsigned long long hard)
{
	struct rlimit value = { .rlim_cur = soft, .rlim_max = hard };
	return setrlimit((__rlimit_resource_t)resource, &value);
}

static int set_limits(const struct confine *confine, const struct zygote_clone *request, struct room_step *failed)
{
	unsigned long long space = confine->base_bytes + request->memory_bytes;
	/* The grader stops a run by its CPU clock, in milliseconds; the limit in whole seconds is a backstop,
	 * and needs its hard half because the first process of a namespace ignores SIGXCPU. */
	int status = limit(RLIMIT_CPU, request->cpu_seconds, request->cpu_seconds);
	status |= limit(RLIMIT_AS, space, space);
	status |= limit(RLIMIT_CORE, 0, 0);
	status |= limit(RLIMIT_FSIZE, 0, 0);
	status |= limit(RLIMIT_NOFILE, 64, 64);
	status |= limit(RLIMIT_NPROC, 1, 1);
	status |= limit(RLIMIT_STACK, 8 << 20, 8 << 20);
	status |= limit(RLIMIT_MEMLOCK, 0, 0);
	status |= limit(RLIMIT_MSGQUEUE, 0, 0);
	status |= limit(RLIMIT_SIGPENDING, 64, 64);
	status |= limit(RLIMIT_NICE, 0, 0);
	status |= limit(RLIMIT_RTPRIO, 0, 0);
	return status == 0 ? 0 : fail(failed, "limits");
}

static int become_nobody(const struct confine *confine, struct room_step *failed)
{
	unsigned id = confine->run_uid;
	if (id != 0 && (syscall(SYS_setresgid, id, id, id) < 0 || syscall(SYS_setresuid, id, id, id) < 0))
		return fail(failed, "own uid");
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[2] = { { 0 } };
	if (syscall(SYS_capset, &header, none) < 0)
		return fail(failed, "no capabilities");
	/* After the change of uid, which clears it. */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0)
		return fail(failed, "death with the zygote");
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return fail(failed, "no_new_privs");
	return 0;
}

static int allow_reading(int ruleset, const char *path)
{
	int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
		.parent_fd = fd,
	};
	int status = (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	close(fd);
	return status;
}

/* Reading below the library and the run's own folder; nothing else of a file system, whatever the mounts say. */
static int landlock(const struct confine *confine, struct room_step *failed)
{
	if (confine->landlock_abi == 0)
		return 0;
	struct landlock_ruleset_attr attr = { .handled_access_fs = (1ULL << 13) - 1 };
	if (confine->landlock_abi >= 2)
		attr.handled_access_fs |= 1ULL << 13; /* REFER */
	if (confine->landlock_abi >= 3)
		attr.handled_access_fs |= 1ULL << 14; /* TRUNCATE */
	if (confine->landlock_abi >= 5)
		attr.handled_access_fs |= 1ULL << 15; /* IOCTL_DEV */
	int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr.handled_access_fs), 0);
	if (ruleset < 0)
		return fail(failed, "Landlock rules");
	int status = allow_reading(ruleset, confine->library);
	status |= allow_reading(ruleset, "/tmp");
	if (status == 0)
		status = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
	int error = errno;
	close(ruleset);
	errno = error;
	if (status < 0)
		return fail(failed, "Landlock");
	/* It cannot be seen from outside: tried, where the mounts would allow it. */
	int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (root < 0 && errno == EACCES)
		return 0;
	errno = root < 0 ? errno : 0;
	return fail(failed, "Landlock in force");
}

int confine_run(const struct confine *confine, const struct zygote_clone *request, const int fds[4],
	unsigned long long *nonce, struct room_step *failed)
{
	if (place_descriptors(fds, failed) < 0 || own_folder(request, failed) < 0 || receive_files(nonce, failed) < 0 ||
		close_folder(failed) < 0 || set_limits(confine, request, failed) < 0 ||
		become_nobody(confine, failed) < 0 || landlock(confine, failed) < 0)
		return -1;
	if (filter_install(confine->filter) < 0)
		return fail(failed, "system-call filter");
	return 0;
}
