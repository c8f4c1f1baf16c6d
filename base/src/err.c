/* Errors as values: the text is kept to one line, so that it can stand in a log or a header as it is. */
#include "base/err.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void one_line(char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = ' ';
	}
}

int err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list args;

	err->kind = kind;
	err->sys = 0;
	va_start(args, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	one_line(err->text);
	return -1;
}

int err_sys(struct err *err, const char *fmt, ...)
{
	int sys = errno;
	va_list args;
	size_t used;

	err->kind = ERR_SYSTEM;
	err->sys = sys;
	va_start(args, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", strerrordesc_np(sys) ? strerrordesc_np(sys) : "?");
	one_line(err->text);
	errno = sys;
	return -1;
}

int err_wrap(struct err *err, const char *fmt, ...)
{
	char before[sizeof(err->text)];
	va_list args;
	size_t used;

	memcpy(before, err->text, sizeof(before));
	va_start(args, fmt);
	vsnprintf(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", before);
	one_line(err->text);
	return -1;
}

const char *err_kind_name(enum err_kind kind)
{
	static const char *const names[] = {
		[ERR_NONE] = "none",
		[ERR_SYSTEM] = "system",
		[ERR_INPUT] = "input",
		[ERR_NOT_FOUND] = "not-found",
		[ERR_CONFLICT] = "conflict",
		[ERR_BUSY] = "busy",
		[ERR_TOO_LARGE] = "too-large",
		[ERR_UNSUPPORTED] = "unsupported",
		[ERR_ISOLATION] = "isolation",
		[ERR_PEER] = "peer",
		[ERR_INTERNAL] = "internal",
	};

	if ((size_t)kind >= sizeof(names) / sizeof(names[0]))
		return "internal";
	return names[kind];
}
