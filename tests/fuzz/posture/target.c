/*
 * The texts of /proc that tell a run's posture, saying anything: accepted or refused with a reason, and what is accepted
 * holds no lock that is open. First byte: status, limits or mountinfo; the rest: the text.
 *
 * The readers are inside posture.c: it is compiled here, and its openat() gives what the fuzzer wrote.
 * links: sandbox
 */
#include <fcntl.h>
#include <sys/mman.h>

static int open_text(int folder, const char *name, int flags);
#define openat open_text
#include "../../../sandbox/src/posture.c"
#undef openat

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static int given = -1; /* what is read whatever is asked for */

static int open_text(int folder, const char *name, int flags)
{
	return lseek(given, 0, SEEK_SET) == 0 ? fcntl(given, F_DUPFD_CLOEXEC, 0) : -1;
}

/* Three whole lines, each of them locked. */
static void check_locked(const char *text)
{
	int lines = 0;

	for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1, lines++) {
		const char *locked = strstr(text, " ro,nosuid,nodev,noexec");

		if (locked == NULL || locked > end)
			abort();
	}
	if (lines != 3 || *text != '\0')
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	const struct posture posture = { .filters = 1 };
	const struct sandbox_place place = { .run_uid = 1870049000, .owner_uid = 1870048000 };
	struct err err = { 0 };
	char text[4096];
	int status;

	if (bytes < 1 || bytes > sizeof(text) - 2 || memchr(data + 1, 0, bytes - 1) != NULL)
		return 0;
	memcpy(text, data + 1, bytes - 1);
	text[bytes - 1] = '\0';
	given = memfd_create("proc", MFD_CLOEXEC);
	if (given < 0 || write(given, text, bytes - 1) != (ssize_t)bytes - 1)
		abort();
	if (data[0] % 3 == 0)
		status = check_status(&posture, &place, -1, &err);
	else if (data[0] % 3 == 1)
		status = check_limits(-1, 64 << 20, &err);
	else
		status = check_mounts(-1, &err);
	fd_close(&given);
	if (status < 0) {
		if (err.kind != ERR_ISOLATION || err.text[0] == '\0')
			abort();
	} else if (data[0] % 3 == 2) {
		check_locked(text);
	} else if (data[0] % 3 == 0 && strstr(text, "\nSeccomp:\t2\n") == NULL &&
		   strncmp(text, "Seccomp:\t2\n", 11) != 0) {
		abort();
	}
	return 0;
}
