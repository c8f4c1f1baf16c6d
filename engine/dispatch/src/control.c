#include "control.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "base/file.h"

union ancillary {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int))];
};

int control_send(int socket, const struct control *control, int fd, struct err *err)
{
	struct iovec part = { (void *)control, sizeof(*control) };
	union ancillary extra;
	struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
	ssize_t sent;

	if (fd >= 0) {
		memset(&extra, 0, sizeof(extra));
		extra.header = (struct cmsghdr){
			.cmsg_len = CMSG_LEN(sizeof(int)),
			.cmsg_level = SOL_SOCKET,
			.cmsg_type = SCM_RIGHTS,
		};
		memcpy(CMSG_DATA(&extra.header), &fd, sizeof(fd));
		message.msg_control = &extra;
		message.msg_controllen = sizeof(extra.bytes);
	}
	do
		sent = sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	if (sent < 0 && errno == EAGAIN)
		return err_set(err, ERR_BUSY, "the control socket is full");
	return sent < 0 ? err_sys(err, "control socket") : 0;
}

int control_receive(int socket, struct control *control, int *fd, struct err *err)
{
	struct iovec part = { control, sizeof(*control) };
	union ancillary extra;
	struct msghdr message = {
		.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = &extra,
		/* One and no more: with the padding's room the kernel would leave a second one open with us. */
		.msg_controllen = CMSG_LEN(sizeof(int)),
	};
	ssize_t got;

	*fd = -1;
	do
		got = recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
	while (got < 0 && errno == EINTR);
	if (got < 0 && errno == EAGAIN)
		return err_set(err, ERR_BUSY, "nothing on the control socket");
	if (got < 0 && errno != ECONNRESET)
		return err_sys(err, "control socket");
	if (got <= 0)
		return 0;
	struct cmsghdr *header = CMSG_FIRSTHDR(&message);
	if (header && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof(int)))
		memcpy(fd, CMSG_DATA(header), sizeof(*fd));
	if (got != (ssize_t)sizeof(*control) && *fd >= 0)
		fd_close(fd);
	if (got != (ssize_t)sizeof(*control))
		return err_set(err, ERR_PEER, "a control packet of %zd bytes", got);
	return 1;
}
