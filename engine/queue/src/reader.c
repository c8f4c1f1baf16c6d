/*
 * The reader thread: its own connection, which sees what is committed.
 *
 * What a caller is shown is copied first, so that no statement stays open (and
 * holds the log) while somebody else's code runs.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/buf.h"
#include "inner.h"

enum { POSITION_MAX = 999, LIST_MAX = 500, LIST_DEFAULT = 50 };

/* Every read: what it was asked, and what it found, in an arena. */
struct read_op {
	struct op op;
	struct arena *arena;
	const char *tenant, *name, *student;
	int state;
	int64_t after;
	uint32_t limit;
	size_t count;
	union {
		struct submission_view *views;
		struct change *changes;
		struct {
			const void *bytes;
			size_t size;
		} pack;
		struct queue_stats stats;
	} found;
	union {
		view_done *view;
		list_done *list;
		changes_done *changes;
		pack_done *pack;
		stats_done *stats;
	} done;
	char text[];
};

static void read_release(struct op *op)
{
	arena_free(((struct read_op *)op)->arena);
}

static const char *copy(struct arena *arena, const struct rows *rows, int column)
{
	const char *text = rows_text(rows, column);

	return text ? arena_strdup(arena, text) : NULL;
}

static void read_view(struct arena *arena, const struct rows *rows, struct submission_view *view, struct place *place)
{
	snprintf(view->id, sizeof(view->id), "%s", rows_text(rows, 0));
	view->state = (enum job_state)job_state_parse(rows_text(rows, 1));
	view->exercise = copy(arena, rows, 2);
	view->digest = copy(arena, rows, 3);
	view->student = copy(arena, rows, 4);
	view->evaluation = copy(arena, rows, 5);
	view->handed_in_at = copy(arena, rows, 6);
	view->received_at = rows_int(rows, 7);
	view->finished_at = view->state == JOB_QUEUED || view->state == JOB_LEASED || view->state == JOB_QUARANTINED
				    ? 0
				    : rows_int(rows, 8);
	view->seed = (uint64_t)rows_int(rows, 9);
	view->trouble = view->state == JOB_QUARANTINED ? copy(arena, rows, 10) : NULL;
	view->lane = (enum lane)rows_int(rows, 11);
	*place = (struct place){ view->lane, rows_int(rows, 12), rows_int(rows, 13) };
	view->tries = (uint32_t)rows_int(rows, 14);
	view->verdict = copy(arena, rows, 15);
	view->points = copy(arena, rows, 16);
	view->max = copy(arena, rows, 17);
	view->mark_hundredths = rows_int(rows, 18);
	view->attempt = (int)rows_int(rows, 19);
	view->answers = copy(arena, rows, 20);
	view->report = copy(arena, rows, 21);
}

static struct read_op *read_new(
	const struct op_class *class, const char *tenant, const char *name, const char *student, void *context)
{
	size_t room = text_bytes(tenant) + text_bytes(name) + text_bytes(student);
	struct read_op *op = op_new(class, sizeof(*op), room, context);
	struct op head = op->op;
	char *at = op->text;

	memset(op, 0, sizeof(*op));
	op->op = head;
	op->arena = arena_new(0);
	op->tenant = text_put(&at, tenant);
	op->name = text_put(&at, name);
	op->student = text_put(&at, student);
	return op;
}

/* ---- one submission ---- */

static int get_read(struct reader *reader, struct op *base, struct err *err)
{
	struct read_op *op = (struct read_op *)base;
	cleanup_rows struct rows rows = ROWS_INIT;
	struct submission_view *view;
	struct place place;
	int got;

	if (db_query(reader->db, &rows, VIEW_ONE, VALUES(V_TEXT(op->name), V_TEXT(op->tenant)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got == 0)
		return err_set(err, ERR_NOT_FOUND, "there is no submission %.60s", op->name ? op->name : "");
	if (got < 0)
		return -1;
	view = op->found.views = arena_alloc(op->arena, sizeof(*view));
	read_view(op->arena, &rows, view, &place);
	rows_end(&rows);
	if (view->state == JOB_QUEUED)
		return order_position(reader->db, &place, POSITION_MAX, &view->position, err);
	return 0;
}

static void get_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct read_op *op = (struct read_op *)base;

	op->done.view(base->context, err ? NULL : op->found.views, err);
}

static const struct op_class GET = { .read = get_read, .complete = get_complete, .release = read_release };

void queue_get(struct queue *queue, const char *tenant, const char *submission, view_done *done, void *context)
{
	struct read_op *op = read_new(&GET, tenant, submission, NULL, context);

	op->done.view = done;
	mailbox_put(&queue->reads, &op->op);
}

/* ---- lists ---- */

static int list_query(struct reader *reader, const struct read_op *op, struct rows *rows, struct err *err)
{
	struct datum tenant = V_TEXT(op->tenant), before = V_TEXT(op->name), limit = V_INT(op->limit);
	struct datum state = op->state < 0 ? V_NULL : V_TEXT(job_state_name((enum job_state)op->state));

	if (op->student)
		return db_query(reader->db, rows, VIEW_LIST_OF_PERSON,
			VALUES(tenant, state, before, limit, V_TEXT(op->student)), err);
	if (op->state == JOB_QUARANTINED || op->state == JOB_CANCELLED || op->state == JOB_SUPERSEDED)
		return db_query(reader->db, rows, VIEW_LIST_SET_ASIDE, VALUES(tenant, state, before, limit), err);
	return db_query(reader->db, rows, VIEW_LIST, VALUES(tenant, state, before, limit), err);
}

static int list_read(struct reader *reader, struct op *base, struct err *err)
{
	struct read_op *op = (struct read_op *)base;
	cleanup_rows struct rows rows = ROWS_INIT;
	struct place place;
	int got;

	op->found.views = arena_array(op->arena, op->limit, sizeof(*op->found.views));
	if (list_query(reader, op, &rows, err) < 0)
		return -1;
	while ((got = rows_next(&rows, err)) > 0 && op->count < op->limit)
		read_view(op->arena, &rows, &op->found.views[op->count++], &place);
	return got < 0 ? -1 : 0;
}

static void list_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct read_op *op = (struct read_op *)base;

	op->done.list(base->context, err ? NULL : op->found.views, err ? 0 : op->count, err);
}

static const struct op_class LIST = { .read = list_read, .complete = list_complete, .release = read_release };

static uint32_t bounded(uint32_t limit)
{
	return limit == 0 ? LIST_DEFAULT : limit < LIST_MAX ? limit : LIST_MAX;
}

void queue_list_page(struct queue *queue, const struct list_query *query, list_done *done, void *context)
{
	struct read_op *op = read_new(&LIST, query->tenant, query->before, query->student, context);

	op->state = query->state;
	op->limit = bounded(query->limit);
	op->done.list = done;
	mailbox_put(&queue->reads, &op->op);
}

void queue_list(struct queue *queue, const char *tenant, int state, const char *student, uint32_t limit,
	list_done *done, void *context)
{
	struct list_query query = { .tenant = tenant, .state = state, .student = student, .limit = limit };

	queue_list_page(queue, &query, done, context);
}

/* ---- changes ---- */

static const char *mark_text(struct arena *arena, const struct rows *rows, int column)
{
	int64_t mark = rows_int(rows, column);

	if (!rows_text(rows, column))
		return NULL;
	return arena_printf(arena, "%" PRId64 ".%02" PRId64, mark / 100, mark % 100);
}

static int changes_read(struct reader *reader, struct op *base, struct err *err)
{
	struct read_op *op = (struct read_op *)base;
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	op->found.changes = arena_array(op->arena, op->limit, sizeof(*op->found.changes));
	if (db_query(reader->db, &rows, CHANGE_LIST, VALUES(V_TEXT(op->tenant), V_INT(op->after), V_INT(op->limit)),
		    err) < 0)
		return -1;
	while ((got = rows_next(&rows, err)) > 0 && op->count < op->limit) {
		op->found.changes[op->count++] = (struct change){
			.sequence = rows_int(&rows, 0),
			.submission = copy(op->arena, &rows, 1),
			.student = copy(op->arena, &rows, 2),
			.exercise = copy(op->arena, &rows, 3),
			.evaluation = copy(op->arena, &rows, 4),
			.event = copy(op->arena, &rows, 5),
			.points = copy(op->arena, &rows, 6),
			.max = copy(op->arena, &rows, 7),
			.at = rows_int(&rows, 9),
			.mark = mark_text(op->arena, &rows, 8),
		};
	}
	return got < 0 ? -1 : 0;
}

static void changes_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct read_op *op = (struct read_op *)base;

	op->done.changes(base->context, err ? NULL : op->found.changes, err ? 0 : op->count, err);
}

static const struct op_class CHANGES = { .read = changes_read, .complete = changes_complete, .release = read_release };

void queue_changes(
	struct queue *queue, const char *tenant, int64_t after, uint32_t limit, changes_done *done, void *context)
{
	struct read_op *op = read_new(&CHANGES, tenant, NULL, NULL, context);

	op->after = after;
	op->limit = bounded(limit);
	op->done.changes = done;
	mailbox_put(&queue->reads, &op->op);
}

/* ---- a version's content ---- */

static int pack_read(struct reader *reader, struct op *base, struct err *err)
{
	struct read_op *op = (struct read_op *)base;
	cleanup_rows struct rows rows = ROWS_INIT;
	const void *bytes;
	int got;

	if (db_query(reader->db, &rows, PACK_READ, VALUES(V_TEXT(op->name)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got == 0)
		return err_set(err, ERR_NOT_FOUND, "no version %.80s is stored", op->name ? op->name : "");
	if (got < 0)
		return -1;
	bytes = rows_blob(&rows, 0, &op->found.pack.size);
	op->found.pack.bytes = arena_memdup(op->arena, bytes ? bytes : "", op->found.pack.size);
	return 0;
}

static void pack_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct read_op *op = (struct read_op *)base;

	op->done.pack(base->context, err ? NULL : op->found.pack.bytes, err ? 0 : op->found.pack.size, err);
}

static const struct op_class PACK = { .read = pack_read, .complete = pack_complete, .release = read_release };

void queue_pack(struct queue *queue, const char *digest, pack_done *done, void *context)
{
	struct read_op *op = read_new(&PACK, NULL, digest, NULL, context);

	op->done.pack = done;
	mailbox_put(&queue->reads, &op->op);
}

/* ---- figures ---- */

static int stats_read(struct reader *reader, struct op *base, struct err *err)
{
	struct queue_stats *stats = &((struct read_op *)base)->found.stats;
	struct queue *queue = reader->queue;
	cleanup_rows struct rows rows = ROWS_INIT;

	pthread_mutex_lock(&queue->board_mutex);
	*stats = queue->board;
	pthread_mutex_unlock(&queue->board_mutex);
	if (stats->queued == 0)
		return 0;
	if (db_query(reader->db, &rows, OLDEST_QUEUED, NO_VALUES, err) < 0 || rows_next(&rows, err) < 0)
		return -1;
	stats->oldest_queued_ms = rows_int(&rows, 0);
	return 0;
}

static void stats_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct read_op *op = (struct read_op *)base;

	op->done.stats(base->context, err ? NULL : &op->found.stats, err);
}

static const struct op_class STATS = { .read = stats_read, .complete = stats_complete, .release = read_release };

void queue_stats_read(struct queue *queue, stats_done *done, void *context)
{
	struct read_op *op = read_new(&STATS, NULL, NULL, NULL, context);

	op->done.stats = done;
	mailbox_put(&queue->reads, &op->op);
}

void *reader_main(void *arg)
{
	struct queue *queue = arg;
	struct op *op;

	while (mailbox_take(&queue->reads, 1, -1, &op)) {
		op->failed = op->class->read(&queue->reader, op, &op->err) < 0;
		op->class->complete(queue, op, op->failed ? &op->err : NULL);
		op_free(op);
	}
	return NULL;
}
