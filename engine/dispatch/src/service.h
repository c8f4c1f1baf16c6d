/*
 * The service as the supervisor holds it. Files: supervisor.c (its life and loop),
 * starting.c (how front and graders are started).
 */
#pragma once
#include "child.h"
#include "data_folder.h"
#include "dispatch/supervisor.h"
#include "listening.h"
#include "tokens.h"

enum { GRADERS_MAX = 256, PATIENCE_MS = 20000 };

struct service {
	const struct serve_config *config;
	struct identity identity;
	struct listening listening;
	char *data, *exercises; /* absolute */
	int lock_fd; /* the data folder's */
	struct tokens tokens;
	int64_t tokens_us; /* when the token file was last looked at */
	int folder_fd; /* the exercises, O_PATH */
	int signal_fd;
	int control_fd; /* our end; -1 while there is no front */
	int ready_fd; /* where the front says that it serves; -1 once it did */
	bool serving, marking; /* the front answers; a grader said hello */
	bool announced;
	struct child front;
	struct child *graders;
	uint32_t grader_count;
	bool stopping;
	int64_t kill_us; /* when patience ends, once stopping */
};

/* Both start the child now; a fault is an error and leaves it not running. */
int start_front(struct service *service, struct err *err) must_check;
int start_grader(struct service *service, struct child *grader, struct err *err) must_check;
void service_log(const struct service *service, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
