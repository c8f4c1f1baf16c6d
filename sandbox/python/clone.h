/*
 * The zygote's only work: clone a run when the grader asks, reap it when the grader asks.
 * It parses nothing from students and ends when the grader's end of the link closes.
 */
#pragma once
#include "confine.h"

/* `session` never returns: it serves one run over its channel. */
typedef void session_main(int channel, unsigned long long seed);

/* Returns the exit status of the zygote. */
int clone_loop(int link, const struct confine *confine, session_main *session);
