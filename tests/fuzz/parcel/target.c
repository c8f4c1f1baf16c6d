/*
 * Bytes that come over a grader's socket: refused, or parcels that say the same when they are written and read again.
 * links: dispatch model
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "../../../engine/dispatch/src/parcel.h"
#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* Reads all parcels of a file from its beginning into `out`, written again. -1: what was there is refused. */
static int read_all(int fd, struct buf *out)
{
	struct parcel_inbox inbox = { 0 };
	struct parcel parcel;
	struct err err = { 0 };
	int got = 0;

	if (lseek(fd, 0, SEEK_SET) != 0)
		abort();
	while (got == 0 && parcel_receive(&inbox, fd, &err) == 1)
		while ((got = parcel_next(&inbox, &parcel, &err)) == 1)
			if (parcel_write(out, &parcel, &err) < 0)
				abort();
	if (got < 0 && (err.kind != ERR_PEER || err.text[0] == '\0'))
		abort();
	parcel_inbox_release(&inbox);
	return got;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct buf cleanup_buf once = BUF_INIT, cleanup_buf twice = BUF_INIT;
	int cleanup_fd first = memfd_create("parcels", MFD_CLOEXEC),
		       cleanup_fd second = memfd_create("again", MFD_CLOEXEC);
	struct err err;

	if (first < 0 || second < 0 || fd_write_all(first, data, bytes, &err) < 0)
		abort();
	(void)read_all(first, &once);
	if (fd_write_all(second, buf_str(&once), once.len, &err) < 0 || read_all(second, &twice) < 0)
		abort();
	if (once.len != twice.len || memcmp(buf_str(&once), buf_str(&twice), once.len) != 0)
		abort();
	return 0;
}
