#include "listening.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "base/file.h"

enum { BACKLOG = 1024 };

static int split(const char *address, char host[64], char port[8], struct err *err)
{
	const char *colon = strrchr(address, ':');
	size_t length = colon ? (size_t)(colon - address) : 0;

	if (!colon || !length || length >= 64 || strlen(colon + 1) >= 8 || !colon[1])
		return err_set(err, ERR_INPUT, "address \"%s\": expected as 127.0.0.1:8080 or [::1]:8080", address);
	if (address[0] == '[' && address[length - 1] == ']') {
		address++;
		length -= 2;
	}
	memcpy(host, address, length);
	host[length] = '\0';
	snprintf(port, 8, "%s", colon + 1);
	if (strcmp(host, "localhost") == 0)
		snprintf(host, 64, "127.0.0.1");
	return 0;
}

static bool is_loopback(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET)
		return ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr) >> 24 == 127;
	return IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)address)->sin6_addr);
}

static int bind_to(struct listening *out, const struct addrinfo *info, const char *address, struct err *err)
{
	cleanup_fd int fd = socket(info->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	const int on = 1;

	if (fd < 0)
		return err_sys(err, "socket");
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(fd, info->ai_addr, info->ai_addrlen) < 0 || listen(fd, BACKLOG) < 0)
		return err_sys(err, "listen on %s", address);
	out->loopback = is_loopback(info->ai_addr);
	out->fd = fd_take(&fd);
	return 0;
}

static int name(struct listening *out, struct err *err)
{
	struct sockaddr_storage bound;
	socklen_t size = sizeof(bound);
	char host[64], port[8];

	if (getsockname(out->fd, (struct sockaddr *)&bound, &size) < 0)
		return err_sys(err, "getsockname");
	if (getnameinfo((struct sockaddr *)&bound, size, host, sizeof(host), port, sizeof(port),
		    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
		return err_set(err, ERR_SYSTEM, "the address cannot be named");
	if (bound.ss_family == AF_INET6)
		snprintf(out->url, sizeof(out->url), "http://[%s]:%s", host, port);
	else
		snprintf(out->url, sizeof(out->url), "http://%s:%s", host, port);
	return 0;
}

int listening_open(struct listening *out, const char *address, struct err *err)
{
	const struct addrinfo hints = {
		.ai_family = AF_UNSPEC,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV,
	};
	struct addrinfo *info;
	char host[64], port[8];

	out->fd = -1;
	if (split(address, host, port, err) < 0)
		return -1;
	int rc = getaddrinfo(host, port, &hints, &info);
	if (rc != 0)
		return err_set(err, ERR_INPUT, "address \"%s\": %s", address, gai_strerror(rc));
	rc = bind_to(out, info, address, err);
	freeaddrinfo(info);
	if (rc == 0 && name(out, err) < 0) {
		fd_close(&out->fd);
		return -1;
	}
	return rc;
}
