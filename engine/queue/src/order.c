/*
 * Who is served next: lanes, turns, ageing.
 *
 * Within a lane every job has a turn. A student's first waiting job gets the
 * lane's current turn, the second the next one, and so on; jobs are served by
 * turn, then by age. So a student's n-th waiting job stands behind everybody's
 * first, whoever came earlier. The current turn moves on when its jobs are
 * served, and at the latest after as many leases as jobs were waiting when it
 * began: the n-th job of a busy student is served in the end however many
 * others keep coming.
 *
 * Between lanes the first one that has work is served; but a lower lane whose
 * next job has waited beyond its patience gets one lease in four.
 */
#include "inner.h"

enum { AGED_SHARE = 4 };
static const uint32_t PATIENCE[LANES] = { [LANE_LIVE] = 0, [LANE_BATCH] = 1, [LANE_REGRADE] = 10 }; /* × patience_ms */

int order_turn(struct writer *writer, int64_t person, enum lane lane, int64_t *turn, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int64_t current = writer->tally.turn[lane], last;

	*turn = current;
	if (writer->tally.waiting[lane] == 0)
		return 0;
	if (db_query(writer->db, &rows, LAST_TURN, VALUES(V_INT(person), V_INT(lane)), err) < 0 ||
		rows_next(&rows, err) < 0)
		return -1;
	/* max() of nothing is NULL, read as 0: turns begin at 1. */
	last = rows_int(&rows, 0);
	if (last >= current)
		*turn = last + 1;
	return 0;
}

struct waiting {
	struct pick picks[CLAIM_MAX];
	int64_t first_since;
	size_t count, next;
};

static int fetch(struct writer *writer, enum lane lane, size_t max, struct waiting *out, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got = 0;

	out->count = out->next = 0;
	if (writer->tally.waiting[lane] == 0)
		return 0;
	if (db_query(writer->db, &rows, READY_JOBS, VALUES(V_INT(lane), V_INT(max)), err) < 0)
		return -1;
	while (out->count < max && (got = rows_next(&rows, err)) > 0) {
		if (out->count == 0)
			out->first_since = rows_int(&rows, 2);
		out->picks[out->count++] = (struct pick){ rows_int(&rows, 0), rows_int(&rows, 1), lane };
	}
	return got < 0 ? -1 : 0;
}

/* A lower lane that has waited too long, or -1. */
static int aged_lane(const struct writer *writer, const struct waiting *lanes)
{
	for (int lane = LANE_LIVE + 1; lane < LANES; lane++) {
		int64_t patience = (int64_t)PATIENCE[lane] * writer->queue->config.patience_ms;

		if (lanes[lane].next < lanes[lane].count && writer->now - lanes[lane].first_since > patience)
			return lane;
	}
	return -1;
}

static int next_lane(const struct writer *writer, const struct waiting *lanes)
{
	int aged = writer->tally.slots % AGED_SHARE == AGED_SHARE - 1 ? aged_lane(writer, lanes) : -1;

	if (aged >= 0)
		return aged;
	for (int lane = 0; lane < LANES; lane++) {
		if (lanes[lane].next < lanes[lane].count)
			return lane;
	}
	return -1;
}

/* `round_left` is 0 before the first lease of a turn. */
static void advance(struct tally *tally, const struct pick *pick)
{
	int64_t *turn = &tally->turn[pick->lane], *left = &tally->round_left[pick->lane];

	if (pick->turn > *turn || *left == 0)
		*left = (int64_t)tally->waiting[pick->lane];
	if (pick->turn > *turn)
		*turn = pick->turn;
	if (--*left <= 0) {
		*left = 0;
		(*turn)++;
	}
}

int order_pick(struct writer *writer, size_t max, struct pick *picks, size_t *count, struct err *err)
{
	struct waiting lanes[LANES];

	*count = 0;
	for (int lane = 0; lane < LANES; lane++) {
		if (fetch(writer, lane, max, &lanes[lane], err) < 0)
			return -1;
	}
	while (*count < max) {
		int lane = next_lane(writer, lanes);

		if (lane < 0)
			break;
		picks[*count] = lanes[lane].picks[lanes[lane].next++];
		advance(&writer->tally, &picks[*count]);
		writer->tally.slots++;
		(*count)++;
	}
	return 0;
}

int order_position(struct db *db, const struct place *place, uint32_t cap, uint32_t *position, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;

	if (db_query(db, &rows, JOBS_AHEAD,
		    VALUES(V_INT(place->lane), V_INT(place->turn), V_INT(place->job), V_INT(cap)), err) < 0 ||
		rows_next(&rows, err) < 0)
		return -1;
	*position = (uint32_t)rows_int(&rows, 0) + 1;
	if (place->lane == LANE_LIVE || *position > cap)
		return 0;
	rows_end(&rows);
	if (db_query(db, &rows, JOBS_IN_LANE, VALUES(V_INT(place->lane), V_INT(cap)), err) < 0 ||
		rows_next(&rows, err) < 0)
		return -1;
	*position += (uint32_t)rows_int(&rows, 0);
	return 0;
}
