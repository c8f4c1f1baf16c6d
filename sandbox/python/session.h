/*
 * A run's conversation: requests in, one reply each.
 *
 * Use: in the clone, after every lock is on, session_run(channel, seed). It
 * never returns: it leaves by _exit when the channel ends.
 *
 * Invariants: each request gets exactly one WIRE_REPLY with its nonce. A value
 * is encoded at once after the call that made it, before anything else of the
 * student's can run, and nothing of the student's is let go of before the reply
 * has left. Exceptions of any kind, SystemExit included, are replies.
 */
#pragma once
#include <Python.h>

_Noreturn void session_run(int channel, unsigned long long seed);
