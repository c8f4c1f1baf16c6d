/*
 * The queue as the command line uses it: one question at a time, waited for.
 */
#pragma once
#include "base/arena.h"
#include "command.h"
#include "queue/queue.h"

struct ledger {
	struct queue *queue;
	struct arena *arena;
};

/* Opens the database of `data`. `to_change` takes it as a service would (ERR_BUSY while one runs);
 * otherwise it is only read, beside a running service or without one. */
int ledger_open(struct ledger *ledger, const char *data, bool to_change, struct err *err) must_check;
void ledger_close(struct ledger *ledger);

/* Results live in the ledger's arena. */
int ledger_get(struct ledger *ledger, const char *submission, struct submission_view *view, struct err *err) must_check;
int ledger_list(struct ledger *ledger, const struct list_query *query, struct submission_view **views, size_t *count,
	struct err *err) must_check;
int ledger_stats(struct ledger *ledger, struct queue_stats *stats, struct err *err) must_check;
int ledger_pack(struct ledger *ledger, const char *digest, struct buf *pack, struct err *err) must_check;
int ledger_retry(struct ledger *ledger, const char *submission, struct err *err) must_check;
int ledger_cancel(struct ledger *ledger, const char *submission, struct err *err) must_check;
