/*
 * Mail: how the queue's threads and the front's threads reach the desk. Each
 * queue call counts as owed until its callback has posted (or had nothing to say), so that
 * the desk can be freed only when nobody will write to it any more.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk_inside.h"

/* A queue call on its way: whom its answer is for. */
struct errand {
	struct desk *desk;
	uint64_t station;
	char *digest;
	struct result *result;
	char what[16];
	char job[ID_TEXT];
};

static void *must(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

static void append(struct desk *desk, struct mail *mail)
{
	static const uint64_t one = 1;

	if (mail) {
		mail->next = NULL;
		*desk->last = mail;
		desk->last = &mail->next;
	}
	/* Only a full counter can refuse, and then the desk is awake anyway. */
	(void)!write(desk->wake_fd, &one, sizeof(one));
}

void mail_post(struct desk *desk, struct mail *mail)
{
	pthread_mutex_lock(&desk->lock);
	append(desk, mail);
	pthread_mutex_unlock(&desk->lock);
}

/* What was owed has come; after this the desk may be gone. */
static void settle(struct errand *errand, struct mail *mail)
{
	struct desk *desk = errand->desk;

	free(errand->digest);
	free(errand);
	pthread_mutex_lock(&desk->lock);
	append(desk, mail);
	desk->outstanding--;
	pthread_mutex_unlock(&desk->lock);
}

static struct errand *owe(struct desk *desk, const char *what, uint64_t station, const char *job)
{
	struct errand *errand = must(calloc(1, sizeof(*errand)));

	errand->desk = desk;
	errand->station = station;
	snprintf(errand->what, sizeof(errand->what), "%s", what);
	snprintf(errand->job, sizeof(errand->job), "%s", job);
	pthread_mutex_lock(&desk->lock);
	desk->outstanding++;
	pthread_mutex_unlock(&desk->lock);
	return errand;
}

struct mail *mail_collect(struct desk *desk)
{
	pthread_mutex_lock(&desk->lock);
	struct mail *all = desk->first;
	desk->first = NULL;
	desk->last = &desk->first;
	pthread_mutex_unlock(&desk->lock);
	return all;
}

bool mail_settled(struct desk *desk)
{
	pthread_mutex_lock(&desk->lock);
	bool settled = !desk->outstanding && !desk->first;
	pthread_mutex_unlock(&desk->lock);
	return settled;
}

void mail_free(struct mail *mail)
{
	if (!mail)
		return;
	for (struct waiting *next, *job = mail->jobs; job; job = next) {
		next = job->next;
		waiting_free(job);
	}
	free(mail->digest);
	free(mail->pack);
	free(mail->why);
	free(mail);
}

static struct mail *letter(enum mail_kind kind, const struct errand *errand, const struct err *err)
{
	struct mail *mail = must(calloc(1, sizeof(*mail)));

	mail->kind = kind;
	mail->station = errand->station;
	mail->fd = -1;
	if (err)
		mail->why = must(strdup(err->text));
	return mail;
}

/* ---- claims ---- */

static struct waiting *copy_lease(const struct lease *lease)
{
	struct waiting *job = must(calloc(1, sizeof(*job)));
	struct buf out = BUF_INIT_MAX(2u * PARCEL_MAX);
	struct err ignored;
	const struct parcel parcel = {
		.type = PARCEL_JOB,
		.job = lease->job,
		.exercise = lease->exercise,
		.digest = lease->digest,
		.seed = lease->seed,
		.body = lease->answers,
		.bytes = strlen(lease->answers),
	};

	job->hold.tries = lease->tries;
	memcpy(job->hold.job, lease->job, sizeof(job->hold.job));
	memcpy(job->hold.token, lease->token, sizeof(job->hold.token));
	/* Too large to send: no parcel, which the desk turns into a fault. */
	if (parcel_write(&out, &parcel, &ignored) < 0) {
		buf_release(&out);
		return job;
	}
	job->bytes = out.len;
	job->parcel = buf_take(&out);
	return job;
}

static void on_leases(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct errand *errand = context;
	struct mail *mail = letter(MAIL_LEASES, errand, err);
	struct waiting **last = &mail->jobs;

	for (size_t i = 0; i < count && !err; i++) {
		*last = copy_lease(&leases[i]);
		last = &(*last)->next;
	}
	settle(errand, mail);
}

void mail_claim(struct desk *desk, uint32_t max)
{
	queue_claim(desk->queue, "desk", max, on_leases, owe(desk, "claim", 0, ""));
}

/* ---- content ---- */

static void on_pack(void *context, const void *pack, size_t bytes, const struct err *err)
{
	struct errand *errand = context;
	struct mail *mail = letter(MAIL_PACK, errand, err);

	mail->digest = errand->digest;
	errand->digest = NULL;
	if (!err) {
		mail->pack = must(malloc(bytes + 1));
		memcpy(mail->pack, pack, bytes);
		mail->bytes = bytes;
	}
	settle(errand, mail);
}

void mail_pack(struct desk *desk, const struct station *station, const char *digest)
{
	struct errand *errand = owe(desk, "pack", station->number, "");

	errand->digest = must(strdup(digest));
	queue_pack(desk->queue, digest, on_pack, errand);
}

/* ---- what becomes of a lease ---- */

static void on_done(void *context, const struct err *err)
{
	struct errand *errand = context;
	struct mail *mail = NULL;

	if (err) {
		struct err trouble = *err;
		(void)err_wrap(&trouble, "%s of job %s", errand->what, errand->job);
		mail = letter(MAIL_TROUBLE, errand, &trouble);
	}
	settle(errand, mail);
}

void result_free(struct result *result)
{
	free(result->report);
	free(result->verdict);
	free(result->points);
	free(result->max);
	free(result);
}

/* A full disk or a busy database wrote nothing, and the lease stands: the result waits. Any other refusal is final. */
static void on_finished(void *context, const struct err *err)
{
	struct errand *errand = context;
	struct result *result = errand->result;

	if (err && (err->kind == ERR_SYSTEM || err->kind == ERR_BUSY)) {
		struct mail *mail = letter(MAIL_UNSAVED, errand, err);
		mail->result = result;
		settle(errand, mail);
		return;
	}
	result_free(result);
	on_done(errand, err);
}

void mail_finish(struct desk *desk, struct result *result)
{
	struct errand *errand = owe(desk, "finish", 0, result->hold.job);
	const struct finish finish = {
		.job = result->hold.job,
		.token = result->hold.token,
		.report = result->report,
		.verdict = result->verdict,
		.points = result->points,
		.max = result->max,
		.mark_hundredths = result->mark,
	};

	errand->result = result;
	queue_finish(desk->queue, &finish, on_finished, errand);
}

void mail_fail(struct desk *desk, const struct hold *hold, bool killed, const char *why)
{
	queue_fail(desk->queue, hold->job, hold->token, killed, why, on_done, owe(desk, "fail", 0, hold->job));
}

void mail_set_aside(struct desk *desk, const struct hold *hold, const char *why)
{
	queue_set_aside(desk->queue, hold->job, hold->token, why, on_done, owe(desk, "set aside", 0, hold->job));
}

void mail_release(struct desk *desk, const struct hold *hold)
{
	queue_release(desk->queue, hold->job, hold->token, on_done, owe(desk, "release", 0, hold->job));
}

void mail_heartbeat(struct desk *desk, const struct hold *hold)
{
	queue_heartbeat(desk->queue, hold->job, hold->token, on_done, owe(desk, "heartbeat", 0, hold->job));
}
