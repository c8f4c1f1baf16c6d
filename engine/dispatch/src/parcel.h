/*
 * Parcels: what the front and a grader say to each other over their socket.
 *
 * On the wire: u32 bytes of head, u32 bytes of body (little-endian), a JSON
 * head, then the body as it is (answers, a pack, a report). Head and body
 * together are at most 32 MiB. One table says which fields each type has;
 * reading refuses a missing one, an unknown one, a wrong type or a word that
 * is not among the known ones, so that neither side needs to check again.
 *
 *	grader                             front
 *	HELLO python, isolation        →
 *	                               ←   JOB job, exercise, digest, seed; body: answers
 *	NEED digest                    →        (only when the version is not in its cache)
 *	                               ←   CONTENT digest [why: not available]; body: pack
 *	BEAT job                       →        "I work on it": when it begins, then as it progresses
 *	RESULT job, verdict, points…   →        body: the teacher's report
 *	FAILURE job, why               →        a fault of ours: never a mark
 *	                               ←   PREVIEW as JOB, the job being a number of the desk's
 *	READING job                    →        body: how the answers are read
 *	                               ←   DRAIN: end what is begun, then leave
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/buf.h"
#include "base/err.h"

enum { PARCEL_HEAD_MAX = 64 << 10, PARCEL_MAX = 32 << 20 };

enum parcel_type {
	PARCEL_HELLO,
	PARCEL_JOB,
	PARCEL_NEED,
	PARCEL_CONTENT,
	PARCEL_BEAT,
	PARCEL_RESULT,
	PARCEL_FAILURE, /* a fault of ours: try again */
	PARCEL_REFUSED, /* the author's or the caller's: trying again would give the same */
	PARCEL_PREVIEW,
	PARCEL_READING,
	PARCEL_DRAIN,
};

struct parcel {
	enum parcel_type type;
	const char *job; /* the queue's id of a job, or a preview's number */
	const char *exercise, *digest;
	const char *python, *isolation;
	const char *verdict, *points, *max; /* as in the report */
	const char *why;
	uint64_t seed;
	int64_t mark; /* hundredths, out of 20 */
	const char *body;
	size_t bytes; /* a NUL stands after it */
};

/* Appends the encoded parcel. Too much of it is ERR_TOO_LARGE, and nothing is appended. */
int parcel_write(struct buf *out, const struct parcel *parcel, struct err *err) must_check;

/* Bytes as they come in. Zero is empty; parcel_inbox_release() frees. */
struct parcel_inbox {
	char *data;
	size_t len, cap; /* bytes held and allocated */
	size_t taken; /* of these, already handed out */
	char under; /* the byte that the NUL after the last body stands on */
	void *root; /* head of the last parcel */
};

/* Reads once from a socket. 1: something came; 0: the end; -1 and ERR_BUSY: nothing there now; -1: broken. */
int parcel_receive(struct parcel_inbox *inbox, int fd, struct err *err) must_check;
/* The next whole parcel: 1; 0 when more bytes are needed; -1 and ERR_PEER when it is not one. What it points to
 * lives until the next call with this inbox. */
int parcel_next(struct parcel_inbox *inbox, struct parcel *out, struct err *err) must_check;
void parcel_inbox_release(struct parcel_inbox *inbox);
