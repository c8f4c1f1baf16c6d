/*
 * How many jobs a second go through the queue: handed in, leased, finished, each
 * durable (synchronous=FULL) before it is called done.
 *
 *	queue_bench [JOBS [IN-FLIGHT [FOLDER]]]
 *
 * Beside it, from the same run: one fdatasync of this disk, and the floor, which
 * is the same rows without a queue: four inserts and two updates a job in plain
 * transactions of the same size, no index but the keys.
 */
#include <fcntl.h>
#include <inttypes.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/id.h"
#include "driver.h"
#include "queue/queue.h"

enum { CLAIM = 64, CLAIMERS = 4, STUDENTS = 997, EXERCISES = 40, SYNCS = 200 };

struct run {
	struct queue *queue;
	int64_t *started, *took;
	uint32_t jobs;
	atomic_uint finished, failed;
	atomic_int idle_claimers;
	sem_t room;
	char report[1500], answers[400];
};

static int die(const struct err *err)
{
	fprintf(stderr, "queue_bench: %s\n", err->text);
	exit(1);
}

static void finished(void *context, const struct err *err)
{
	int64_t *started = context;

	if (err)
		die(err);
	*started = clock_mono_us() - *started;
}

struct finishing {
	struct run *run;
	uint32_t job;
};

static void on_finished(void *context, const struct err *err)
{
	struct finishing *finishing = context;
	struct run *run = finishing->run;

	finished(&run->started[finishing->job], err);
	run->took[finishing->job] = run->started[finishing->job];
	free(finishing);
	atomic_fetch_add(&run->finished, 1);
	sem_post(&run->room);
}

static void claim(struct run *run);

static void on_lease(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct run *run = context;

	if (err)
		die(err);
	for (size_t i = 0; i < count; i++) {
		struct finishing *finishing = malloc(sizeof(*finishing));
		struct finish finish = {
			.job = leases[i].job,
			.token = leases[i].token,
			.report = run->report,
			.verdict = "correct",
			.points = "20",
			.max = "20",
			.mark_hundredths = 2000,
		};

		*finishing = (struct finishing){ run, (uint32_t)leases[i].seed };
		queue_finish(run->queue, &finish, on_finished, finishing);
	}
	if (count)
		claim(run);
	else
		atomic_fetch_add(&run->idle_claimers, 1);
}

static void claim(struct run *run)
{
	queue_claim(run->queue, "bench", CLAIM, on_lease, run);
}

static void on_work(void *context)
{
	struct run *run = context;

	if (atomic_load(&run->idle_claimers) > 0) {
		atomic_fetch_sub(&run->idle_claimers, 1);
		claim(run);
	}
}

static void on_submitted(void *context, const struct submit_result *result, const struct err *err)
{
	if (err)
		die(err);
	if (result->status != SUBMIT_ACCEPTED)
		atomic_fetch_add((atomic_uint *)context, 1);
}

static void submit_all(struct run *run)
{
	static const char PACK[20000];
	char student[32], exercise[64], key[64];

	for (uint32_t i = 0; i < run->jobs; i++) {
		struct submit in = {
			.tenant = "default",
			.key = key,
			.exercise = exercise,
			.student = student,
			.digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
			.pack = PACK,
			.pack_bytes = sizeof(PACK),
			.answers = run->answers,
			.seed = i,
		};

		snprintf(student, sizeof(student), "p-%u", i % STUDENTS);
		snprintf(exercise, sizeof(exercise), "algorithmique.exercice-%u", i % EXERCISES);
		snprintf(key, sizeof(key), "%08x-key-%u", i * 2654435761u, i);
		while (sem_wait(&run->room) < 0)
			;
		run->started[i] = clock_mono_us();
		queue_submit(run->queue, &in, on_submitted, &run->failed);
	}
}

static int by_time(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static void on_stats(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct queue_stats *out = context;

	if (err)
		die(err);
	*out = *stats;
}

/* Jobs a second; *batch: how many jobs one transaction carried, on average. */
static double bench_queue(struct run *run, const char *path, uint32_t in_flight, double *batch)
{
	struct queue_config config = { .path = path, .on_work = on_work, .on_work_context = run };
	struct queue_stats stats = { 0 };
	struct err err;
	int64_t start, took;

	sem_init(&run->room, 0, in_flight);
	atomic_init(&run->idle_claimers, CLAIMERS);
	if (queue_open(&run->queue, &config, &err) < 0)
		die(&err);
	start = clock_mono_us();
	submit_all(run);
	while (atomic_load(&run->finished) < run->jobs && atomic_load(&run->failed) == 0)
		usleep(200);
	took = clock_mono_us() - start;
	queue_stats_read(run->queue, on_stats, &stats);
	queue_close(run->queue);
	if (atomic_load(&run->failed) || stats.graded != run->jobs) {
		fprintf(stderr, "queue_bench: %u refused, %" PRIu64 " graded\n", run->failed, stats.graded);
		exit(1);
	}
	qsort(run->took, run->jobs, sizeof(*run->took), by_time);
	*batch = (double)run->jobs / (double)stats.commits;
	return run->jobs * 1e6 / (double)took;
}

static const char FLOOR_SCHEMA[] =
	"CREATE TABLE s (id TEXT PRIMARY KEY, answers TEXT); CREATE TABLE j (n INTEGER PRIMARY KEY, state TEXT, token "
	"TEXT);"
	"CREATE TABLE r (n INTEGER PRIMARY KEY, body TEXT); CREATE TABLE e (n INTEGER PRIMARY KEY, points TEXT);";
enum { ADD_S, ADD_J, LEASE, ADD_R, ADD_E, GRADE, FLOOR_STATEMENTS };
static const char *const FLOOR_SQL[FLOOR_STATEMENTS] = {
	[ADD_S] = "INSERT INTO s VALUES (?1, ?2)",
	[ADD_J] = "INSERT INTO j VALUES (?1, 'queued', NULL)",
	[LEASE] = "UPDATE j SET state = 'leased', token = ?2 WHERE n = ?1 AND state = 'queued'",
	[ADD_R] = "INSERT INTO r VALUES (?1, ?2)",
	[ADD_E] = "INSERT INTO e VALUES (?1, ?2)",
	[GRADE] = "UPDATE j SET state = 'graded', token = NULL WHERE n = ?1 AND token = ?2",
};

static void say(struct db *db, struct prepared *prepared, struct data values)
{
	struct err err;

	if (db->driver->bind(prepared, values, &err) < 0 || db->driver->step(prepared, &err) < 0)
		die(&err);
	db->driver->reset(prepared);
}

static double bench_floor(const struct run *run, const char *path, uint32_t batch)
{
	struct prepared *st[FLOOR_STATEMENTS];
	struct db *db;
	struct err err;
	int64_t start;

	if (db_open_raw(&db, path, DRIVER_WRITE, &err) < 0 || db_script(db, FLOOR_SCHEMA, &err) < 0)
		die(&err);
	for (int i = 0; i < FLOOR_STATEMENTS; i++) {
		if (db->driver->prepare(db->conn, &st[i], FLOOR_SQL[i], &err) < 0)
			die(&err);
	}
	start = clock_mono_us();
	for (uint32_t at = 0; at < run->jobs; at += batch) {
		if (db_begin(db, &err) < 0)
			die(&err);
		for (uint32_t n = at; n < at + batch && n < run->jobs; n++) {
			char id[ID_TEXT];

			id_new(id);
			say(db, st[ADD_S], VALUES(V_TEXT(id), V_TEXT(run->answers)));
			say(db, st[ADD_J], VALUES(V_INT(n)));
			say(db, st[LEASE], VALUES(V_INT(n), V_TEXT(id)));
			say(db, st[GRADE], VALUES(V_INT(n), V_TEXT(id)));
			say(db, st[ADD_R], VALUES(V_INT(n), V_TEXT(run->report)));
			say(db, st[ADD_E], VALUES(V_INT(n), V_TEXT("20")));
		}
		if (db_commit(db, &err) < 0)
			die(&err);
	}
	start = clock_mono_us() - start;
	for (int i = 0; i < FLOOR_STATEMENTS; i++)
		db->driver->finalize(st[i]);
	db_close(db);
	return run->jobs * 1e6 / (double)start;
}

static double one_sync_us(const char *path)
{
	char page[4096] = { 1 };
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	int64_t start = clock_mono_us();

	for (int i = 0; i < SYNCS; i++) {
		if (pwrite(fd, page, sizeof(page), i * (off_t)sizeof(page)) < 0 || fdatasync(fd) < 0)
			exit(1);
	}
	close(fd);
	return (double)(clock_mono_us() - start) / SYNCS;
}

int main(int argc, char **argv)
{
	struct run run = { .jobs = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 50000 };
	uint32_t in_flight = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 512;
	char folder[256], path[300], floor[300], sync[300];
	double sync_us, floor_rate, rate, batch = 0;

	snprintf(folder, sizeof(folder), "%s/queue_bench.XXXXXX", argc > 3 ? argv[3] : ".");
	if (run.jobs == 0 || in_flight == 0 || !mkdtemp(folder)) {
		fprintf(stderr, "queue_bench [JOBS [IN-FLIGHT [FOLDER]]]\n");
		return 2;
	}
	snprintf(path, sizeof(path), "%s/queue.db", folder);
	snprintf(floor, sizeof(floor), "%s/floor.db", folder);
	snprintf(sync, sizeof(sync), "%s/sync", folder);
	run.started = calloc(run.jobs, sizeof(*run.started));
	run.took = calloc(run.jobs, sizeof(*run.took));
	memset(run.report, 'r', sizeof(run.report) - 1);
	memset(run.answers, 'a', sizeof(run.answers) - 1);
	sync_us = one_sync_us(sync);
	rate = bench_queue(&run, path, in_flight, &batch);
	floor_rate = bench_floor(&run, floor, batch < 1 ? 1 : (uint32_t)(batch + 0.5));
	printf("{\"jobs\": %u, \"in_flight\": %u, \"jobs_per_second\": %.0f, \"latency_ms\": {\"median\": %.2f, "
	       "\"p95\": %.2f},"
	       " \"jobs_per_commit\": %.1f, \"floor_jobs_per_second\": %.0f, \"floor_ratio\": %.2f, \"fdatasync_us\": "
	       "%.0f}\n",
		run.jobs, in_flight, rate, (double)run.took[run.jobs / 2] / 1e3,
		(double)run.took[run.jobs / 20 * 19] / 1e3, batch, floor_rate, floor_rate / rate, sync_us);
	free(run.started);
	free(run.took);
	for (const char *const *name = (const char *const[]){ "queue.db", "queue.db-wal", "queue.db-shm",
		     "queue.db.lock", "floor.db", "floor.db-wal", "floor.db-shm", "sync", NULL };
		*name; name++) {
		char file[400];

		snprintf(file, sizeof(file), "%s/%s", folder, *name);
		unlink(file);
	}
	rmdir(folder);
	return 0;
}
