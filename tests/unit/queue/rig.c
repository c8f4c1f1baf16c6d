#include "rig.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "driver.h"

static void on_work(void *context)
{
	atomic_fetch_add(&((struct rig *)context)->works, 1);
}

static void on_state(void *context, const char *submission, enum job_state state)
{
	struct rig *rig = context;
	unsigned at = atomic_load(&rig->event_count);

	if (at >= RIG_EVENTS)
		return;
	memcpy(rig->events[at].submission, submission, ID_TEXT);
	rig->events[at].state = state;
	atomic_store(&rig->event_count, at + 1);
}

void rig_close(struct rig *rig)
{
	queue_close(rig->queue);
	rig->queue = NULL;
}

void rig_reopen(struct rig *rig)
{
	struct err err = { 0 };

	rig_close(rig);
	if (queue_open(&rig->queue, &rig->config, &err) < 0)
		fail_msg("%s", err.text);
}

int rig_make(void **state)
{
	struct rig *rig = calloc(1, sizeof(*rig));

	snprintf(rig->folder, sizeof(rig->folder), "/tmp/bareme-queue.XXXXXX");
	if (!mkdtemp(rig->folder))
		return -1;
	snprintf(rig->db, sizeof(rig->db), "%s/queue.db", rig->folder);
	rig->config = (struct queue_config){
		.path = rig->db,
		.lease_ms = 60000,
		.backoff_ms = 20,
		.patience_ms = 100,
		.on_work = on_work,
		.on_work_context = rig,
		.on_state = on_state,
		.on_state_context = rig,
	};
	rig_reopen(rig);
	*state = rig;
	return 0;
}

int rig_remove(void **state)
{
	struct rig *rig = *state;
	struct dirent *entry;
	DIR *dir;

	rig_close(rig);
	dir = opendir(rig->folder);
	while (dir && (entry = readdir(dir))) {
		char path[512];

		snprintf(path, sizeof(path), "%s/%s", rig->folder, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(path);
	}
	closedir(dir);
	rmdir(rig->folder);
	free(rig);
	return 0;
}

void rig_wait_done(void *context, const struct err *err)
{
	struct rig_wait *wait = context;

	wait->kind = err ? err->kind : ERR_NONE;
	snprintf(wait->text, sizeof(wait->text), "%.199s", err ? err->text : "");
	atomic_store(&wait->done, 1);
}

void rig_wait_for(struct rig_wait *wait)
{
	for (int i = 0; i < 100000 && !atomic_load(&wait->done); i++)
		usleep(100);
	if (!atomic_load(&wait->done))
		fail_msg("a call was never done");
}

struct submit_wait {
	struct rig_wait wait;
	struct submit_result result;
};

static void on_submit(void *context, const struct submit_result *result, const struct err *err)
{
	struct submit_wait *wait = context;

	if (result)
		wait->result = *result;
	rig_wait_done(&wait->wait, err);
}

struct submit_result rig_submit(struct rig *rig, struct rig_submit s)
{
	struct submit_wait wait = { 0 };
	struct submit submit = {
		.tenant = "default",
		.key = s.key,
		.exercise = s.exercise ? s.exercise : "algo.maximum",
		.digest = "sha256:1",
		.pack = "content",
		.pack_bytes = 7,
		.student = s.student ? s.student : "p-1",
		.evaluation = s.evaluation,
		.answers = s.answers ? s.answers : "{}",
		.seed = 0xfedcba9876543210u,
		.lane = s.lane,
	};

	sha256_raw(submit.body_hash, s.body ? s.body : "", s.body ? strlen(s.body) : 0);
	queue_submit(rig->queue, &submit, on_submit, &wait);
	rig_wait_for(&wait.wait);
	if (wait.wait.kind != ERR_NONE)
		fail_msg("submit: %s", wait.wait.text);
	return wait.result;
}

enum err_kind rig_submit_error(struct rig *rig, const struct submit *submit)
{
	struct submit_wait wait = { 0 };

	queue_submit(rig->queue, submit, on_submit, &wait);
	rig_wait_for(&wait.wait);
	return wait.wait.kind;
}

struct claim_wait {
	struct rig_wait wait;
	struct rig *rig;
};

static void on_claim(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct claim_wait *wait = context;
	struct rig *rig = wait->rig;

	rig->lease_count = count;
	for (size_t i = 0; i < count; i++) {
		rig->leases[i] = leases[i];
		snprintf(rig->answers[i], sizeof(rig->answers[i]), "%s", leases[i].answers);
		snprintf(rig->exercises[i], sizeof(rig->exercises[i]), "%s", leases[i].exercise);
	}
	rig_wait_done(&wait->wait, err);
}

size_t rig_claim(struct rig *rig, uint32_t max)
{
	struct claim_wait wait = { .rig = rig };

	queue_claim(rig->queue, "grader-1", max, on_claim, &wait);
	rig_wait_for(&wait.wait);
	if (wait.wait.kind != ERR_NONE)
		fail_msg("claim: %s", wait.wait.text);
	return rig->lease_count;
}

size_t rig_claim_wait(struct rig *rig, uint32_t max)
{
	for (int i = 0; i < 500; i++) {
		if (rig_claim(rig, max))
			return rig->lease_count;
		usleep(10000);
	}
	return 0;
}

#define WAITED(call)                                                                                                   \
	do {                                                                                                           \
		struct rig_wait wait = { 0 };                                                                          \
		call;                                                                                                  \
		rig_wait_for(&wait);                                                                                   \
		return wait.kind;                                                                                      \
	} while (0)

enum err_kind rig_heartbeat(struct rig *rig, const struct lease *lease)
{
	WAITED(queue_heartbeat(rig->queue, lease->job, lease->token, rig_wait_done, &wait));
}

enum err_kind rig_finish(struct rig *rig, const struct lease *lease, const char *verdict)
{
	struct finish finish = {
		.job = lease->job,
		.token = lease->token,
		.report = "{\"score\": {}}",
		.verdict = verdict,
		.points = "20/3",
		.max = "20",
		.mark_hundredths = 667,
	};

	WAITED(queue_finish(rig->queue, &finish, rig_wait_done, &wait));
}

enum err_kind rig_fail(struct rig *rig, const struct lease *lease, bool killed)
{
	WAITED(queue_fail(rig->queue, lease->job, lease->token, killed, "the grader fell", rig_wait_done, &wait));
}

enum err_kind rig_set_aside(struct rig *rig, const struct lease *lease)
{
	WAITED(queue_set_aside(rig->queue, lease->job, lease->token, "the reference fails", rig_wait_done, &wait));
}

enum err_kind rig_release(struct rig *rig, const struct lease *lease)
{
	WAITED(queue_release(rig->queue, lease->job, lease->token, rig_wait_done, &wait));
}

enum err_kind rig_cancel(struct rig *rig, const char *submission)
{
	WAITED(queue_cancel(rig->queue, submission, rig_wait_done, &wait));
}

enum err_kind rig_retry(struct rig *rig, const char *submission)
{
	WAITED(queue_retry(rig->queue, submission, rig_wait_done, &wait));
}

struct stats_wait {
	struct rig_wait wait;
	struct queue_stats stats;
};

static void on_stats(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct stats_wait *wait = context;

	if (stats)
		wait->stats = *stats;
	rig_wait_done(&wait->wait, err);
}

struct queue_stats rig_stats(struct rig *rig)
{
	struct stats_wait wait = { 0 };

	queue_stats_read(rig->queue, on_stats, &wait);
	rig_wait_for(&wait.wait);
	return wait.stats;
}

struct view_wait {
	struct rig_wait wait;
	struct rig_view *out;
};

static void put(char *to, size_t size, const char *text)
{
	snprintf(to, size, "%s", text ? text : "");
}

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	struct view_wait *wait = context;

	if (view) {
		wait->out->view = *view;
		put(wait->out->trouble, sizeof(wait->out->trouble), view->trouble);
		put(wait->out->report, sizeof(wait->out->report), view->report);
		put(wait->out->verdict, sizeof(wait->out->verdict), view->verdict);
		put(wait->out->points, sizeof(wait->out->points), view->points);
	}
	rig_wait_done(&wait->wait, err);
}

int rig_state(struct rig *rig, const char *submission, struct rig_view *view)
{
	struct rig_view spare;
	struct view_wait wait = { .out = view ? view : &spare };

	queue_get(rig->queue, "default", submission, on_view, &wait);
	rig_wait_for(&wait.wait);
	return wait.wait.kind == ERR_NONE ? (int)wait.out->view.state : -1;
}

int64_t rig_number(const struct rig *rig, const char *sql)
{
	struct prepared *prepared = NULL;
	struct err err = { 0 };
	struct db *db;
	int64_t number = -1;

	if (db_open_raw(&db, rig->db, DRIVER_READ, &err) < 0 || db->driver->prepare(db->conn, &prepared, sql, &err) < 0)
		fail_msg("%s: %s", sql, err.text);
	if (db->driver->step(prepared, &err) > 0)
		number = db->driver->integer(prepared, 0);
	db->driver->finalize(prepared);
	db_close(db);
	return number;
}
