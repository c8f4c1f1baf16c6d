/*
 * The one binary of Barème. The command line does the talking; the service's
 * processes are this binary again, started by `bareme serve` as one of the roles below.
 */
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "base/id.h"
#include "cli/cli.h"
#include "dispatch/roles.h"
#include "role_log.h"
#include "roles.h"

static const struct role roles[] = {
	{ "front", front_role },
	{ "grader", grader_role },
	{ 0 },
};

void role_log(void *who, const char *line)
{
	dprintf(2, "bareme %s: %s\n", (const char *)who, line);
}

void ready_libraries(void)
{
	uint8_t digest[32];

	/* The settings of the cryptographic library; the time zone. */
	sha256_raw(digest, NULL, 0);
	tzset();
}

int role_failed(const char *who, const struct err *err)
{
	role_log((void *)who, err->text);
	switch (err->kind) {
	case ERR_UNSUPPORTED:
	case ERR_ISOLATION:
		return EXIT_CANNOT;
	case ERR_INPUT:
		return EXIT_USAGE;
	default:
		return EXIT_BUG;
	}
}

int main(int argc, char **argv)
{
	return cli_main(argc, argv, roles);
}
