/*
 * Inside the desk. Files: desk.c (life, thread), mail.c (what other threads leave for it), station.c (one grader's
 * socket), leases.c (claims, results, faults), asks.c (previews).
 * Everything but mail.c runs on the desk's thread alone.
 */
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include "base/buf.h"
#include "base/id.h"
#include "dispatch/desk.h"
#include "parcel.h"
#include "queue/queue.h"

enum {
	AHEAD_MAX = 64,
	TICK_MS = 1000,
	ASK_PATIENCE_US = 5 * 1000 * 1000,
	POOL_PATIENCE_US = 100 * 1000, /* what no grader takes for so long goes back to the queue */
};

/* A lease that the desk has. */
struct hold {
	char job[ID_TEXT], token[ID_TEXT];
	uint32_t tries;
	bool begun; /* the grader said that it works on it */
};

/* A lease that waits for a grader, with the JOB parcel to send. */
struct waiting {
	struct waiting *next;
	struct hold hold;
	char *parcel;
	size_t bytes;
};

/* A result on its way into the database. */
struct result {
	struct result *next;
	struct hold hold;
	char *report, *verdict, *points, *max;
	int64_t mark;
};

/* One grader, seen from the desk. */
struct station {
	struct station *next;
	uint64_t number; /* never used twice, unlike the slot */
	int slot, fd;
	bool ready; /* said hello */
	bool gone; /* to be taken away at the end of the turn */
	int64_t sign_us; /* last sign of progress */
	int64_t since_us; /* since when it has this job, or none */
	bool cleared; /* since that sign the idle ones were replaced on its behalf */
	struct parcel_inbox inbox;
	struct buf out; /* bytes that the socket did not take yet, from `sent` on */
	size_t sent;
	struct waiting *job; /* in its hands; NULL: none */
	uint32_t readings; /* previews in its hands, those included that nobody waits for any more */
};

/* A preview that somebody waits for. */
struct ask {
	struct ask *next;
	uint64_t station; /* number of the one that has it; 0: none yet */
	char name[24]; /* what it is called on the wire */
	int64_t until_us;
	char *exercise, *digest, *answers;
	void *pack;
	size_t pack_bytes;
	uint64_t seed;
	preview_done *done;
	void *context;
};

enum mail_kind { MAIL_LEASES, MAIL_PACK, MAIL_ASK, MAIL_GRADER, MAIL_UNSAVED, MAIL_TROUBLE };

struct mail {
	struct mail *next;
	enum mail_kind kind;
	uint64_t station;
	struct waiting *jobs; /* LEASES; one without a parcel is too large to be sent */
	char *digest;
	void *pack;
	size_t bytes; /* PACK */
	struct result *result; /* UNSAVED: the database could not take it; it is to be said again */
	char *why; /* PACK, TROUBLE, UNSAVED, LEASES: an error of the queue, or NULL */
	struct ask *ask; /* ASK */
	int slot, fd; /* GRADER */
};

struct desk {
	struct desk_config config;
	struct queue *queue;
	pthread_t thread;
	bool started;
	int wake_fd;
	atomic_ullong epoch; /* grows with each on_work */
	atomic_bool draining;
	_Atomic int64_t patience_us; /* until when, once draining */

	pthread_mutex_t lock; /* the three below; posts are made under it, up to their last instruction */
	struct mail *first, **last;
	unsigned outstanding; /* callbacks that the queue still owes us */
	struct desk_stats stats;

	struct station *stations;
	struct waiting *pool; /* leases that wait for a grader, in the queue's order */
	uint32_t pooled;
	int64_t pool_us; /* when something last went into the empty pool or out of it */
	bool slow; /* jobs take long: nothing is claimed ahead of need */
	bool claiming; /* a claim is on its way */
	uint64_t claimed_epoch; /* desk->epoch when the last claim was sent */
	struct ask *asks;
	struct result *unsaved;
	uint64_t numbers;
	bool told_to_drain;
	int64_t beat_us; /* when leases were last extended */
};

/* mail.c */
void mail_post(struct desk *desk, struct mail *mail); /* and wakes the desk; any thread */
struct mail *mail_collect(struct desk *desk); /* all that came, in order */
void mail_free(struct mail *mail);
void mail_claim(struct desk *desk, uint32_t max);
void mail_pack(struct desk *desk, const struct station *station, const char *digest);
void mail_finish(struct desk *desk, struct result *result); /* owned from now on */
void result_free(struct result *result);
void mail_fail(struct desk *desk, const struct hold *hold, bool killed, const char *why);
void mail_set_aside(struct desk *desk, const struct hold *hold, const char *why);
void mail_release(struct desk *desk, const struct hold *hold);
void mail_heartbeat(struct desk *desk, const struct hold *hold);
bool mail_settled(struct desk *desk); /* nothing is owed and nothing lies here */

/* station.c */
void station_add(struct desk *desk, int slot, int fd);
struct station *station_find(struct desk *desk, uint64_t number);
void station_say(struct desk *desk, struct station *station, const struct parcel *parcel);
void station_send(struct desk *desk, struct station *station, const void *bytes, size_t count);
void station_flush(struct desk *desk, struct station *station);
void station_hear(struct desk *desk, struct station *station);
void stations_sweep(struct desk *desk); /* takes away those that are gone */
void waiting_free(struct waiting *waiting); /* NULL is allowed */
void station_free(struct station *station);

/* leases.c */
void leases_want(struct desk *desk, bool again); /* claims what is missing; `again`: even without news */
void leases_got(struct desk *desk, struct mail *mail);
void leases_give(struct desk *desk); /* to graders with empty hands */
int leases_patience_ms(const struct desk *desk); /* how long the pool may still lie as it is */
void leases_air(struct desk *desk); /* gives the pool back when it lay too long */
void leases_give_back(struct desk *desk); /* what nobody will work on: to the queue */
void leases_begun(struct desk *desk, struct station *station, const char *job);
void leases_result(struct desk *desk, struct station *station, const struct parcel *result);
bool leases_failed(struct desk *desk, struct station *station, const struct parcel *failure);
void leases_lost(struct desk *desk, struct station *station); /* its grader went away */
void leases_save_again(struct desk *desk); /* what the database did not take */
void leases_extend(struct desk *desk);
void leases_watch(struct desk *desk); /* graders without progress, and those they may be waiting for */

/* asks.c */
void asks_add(struct desk *desk, struct ask *ask);
void asks_assign(struct desk *desk); /* to graders, and gives up on those that waited too long */
bool asks_content(struct desk *desk, struct station *station, const char *digest); /* false: not a preview's version */
bool asks_answer(struct desk *desk, struct station *station, const struct parcel *parcel);
void asks_lost(struct desk *desk, const struct station *station);
void asks_end(struct desk *desk); /* nobody will answer any more */

/* desk.c */
void desk_log(const struct desk *desk, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void desk_tell(struct desk *desk, uint32_t verb, int slot); /* the supervisor */
void desk_count(struct desk *desk, uint64_t *counter); /* adds one to a field of desk->stats */
