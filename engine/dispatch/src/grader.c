/*
 * Theory of operation: one thread, one socket, one job at a time.
 *
 * The loop empties the socket into its hands, takes the most urgent thing,
 * says BEAT, gets the exercise (from the shelf, or by asking for it), marks
 * inside the room (room.h) and answers. All that an answer can do is in the
 * report; an error is told as FAILURE and, unless it is about the stored version or
 * the answers' shape, makes the grader leave: after a fault of unknown origin the
 * slot is not trusted with anybody else's answer.
 */
#include "dispatch/grader.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/utf8.h"
#include "dispatch/marking.h"
#include "hands.h"
#include "parcel.h"
#include "room.h"
#include "sandbox/sandbox.h"

/* Above what the bounds of answers, values and outputs add up to in one submission. */
enum { JOB_ARENA_BYTES = 512 << 20 };
/* The queue keeps this much of a reason. */
enum { REASON_MAX = 400 };
/* Free memory that a grader keeps for its next job. */
enum { KEPT_FREE_BYTES = 1 << 20 };
/* Between two tests the desk is told no more often that work goes on. */
enum { BEAT_US = 1000 * 1000 };

struct grader {
	const struct grader_config *config;
	struct room room;
	struct marking *marking;
	struct parcel_inbox inbox;
	struct hands hands;
	const struct held *current; /* what is being worked on */
	struct err *lost; /* filled when the room failed during a callback */
	int64_t beat_us; /* when it was last told so */
	bool left; /* the desk went away */
};

static int say(struct grader *grader, const struct parcel *parcel, struct err *err)
{
	cleanup_buf struct buf out = BUF_INIT_MAX(2u * PARCEL_MAX);

	if (parcel_write(&out, parcel, err) < 0)
		return -1;
	if (fd_write_all(grader->config->desk_fd, out.data, out.len, err) < 0) {
		grader->left = err->sys == EPIPE || err->sys == ECONNRESET;
		return err_wrap(err, "tell the desk");
	}
	return 0;
}

static void beat(void *context)
{
	struct grader *grader = context;
	struct err ignored;

	grader->beat_us = clock_mono_us();
	/* When the desk is gone the answer at the end will find out. */
	if (grader->current && grader->current->parcel.type == PARCEL_JOB)
		(void)!say(
			grader, &(struct parcel){ .type = PARCEL_BEAT, .job = grader->current->parcel.job }, &ignored);
}

/* Many slow tests of one question are work, too. */
static void at_test(void *context)
{
	struct grader *grader = context;

	if (clock_mono_us() - grader->beat_us >= BEAT_US)
		beat(context);
}

static void alone(void *context, bool wanted)
{
	struct grader *grader = context;
	struct err err;

	beat(grader);
	if ((wanted ? room_alone(&grader->room, &err) : room_together(&grader->room, &err)) < 0)
		*grader->lost = err;
}

/* ---- what comes in ---- */

/* Takes one parcel in; a CONTENT is left in *content for the one who waits for it. */
static int take_in(struct grader *grader, const struct parcel *parcel, struct parcel *content, struct err *err)
{
	switch (parcel->type) {
	case PARCEL_JOB:
	case PARCEL_PREVIEW:
		hands_keep(&grader->hands, parcel);
		return 0;
	case PARCEL_DRAIN:
		grader->hands.drain = true;
		return 0;
	case PARCEL_CONTENT:
		if (!content)
			return err_set(err, ERR_PEER, "the desk sent content that nobody asked for");
		*content = *parcel;
		return 1;
	default:
		return err_set(err, ERR_PEER, "the desk sent what only a grader says");
	}
}

/* Until the desk has something to say. 1: it has; 0: nothing yet (only when not waiting). */
static int wait_for_desk(const struct grader *grader, bool wait, struct err *err)
{
	/* Nothing is ever read from the zygote's link here: only its end is of interest. */
	struct pollfd ready[] = {
		{ .fd = grader->config->desk_fd, .events = POLLIN },
		{ .fd = grader->config->zygote_fd, .events = 0 },
	};
	int got;

	do
		got = poll(ready, 2, wait ? -1 : 0);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_sys(err, "wait for the desk");
	if (ready[1].revents & (POLLHUP | POLLERR))
		return err_set(err, ERR_PEER, "the zygote went away");
	return ready[0].revents != 0;
}

/* Waits for bytes (or only looks, when `wait` is false) and takes in the parcels. 1: *content came; 0: not. */
static int listen_to_desk(struct grader *grader, bool wait, struct parcel *content, struct err *err)
{
	struct parcel parcel;
	int got;

	while ((got = parcel_next(&grader->inbox, &parcel, err)) > 0) {
		int rc = take_in(grader, &parcel, content, err);
		if (rc != 0)
			return rc;
		wait = wait && content;
	}
	if (got < 0)
		return -1;
	got = wait_for_desk(grader, wait, err);
	if (got <= 0)
		return got;
	got = parcel_receive(&grader->inbox, grader->config->desk_fd, err);
	if (got == 0)
		grader->left = true;
	return got < 0 && err->kind != ERR_BUSY ? -1 : 0;
}

/* ---- one job ---- */

static int fetch(struct grader *grader, const struct parcel *job, const struct exercise **out, struct err *err)
{
	struct parcel content;
	int got;

	if (say(grader, &(struct parcel){ .type = PARCEL_NEED, .digest = job->digest }, err) < 0)
		return -1;
	while ((got = listen_to_desk(grader, true, &content, err)) == 0 && !grader->left)
		;
	if (got < 0)
		return -1;
	if (grader->left)
		return err_set(err, ERR_PEER, "the desk went away");
	if (content.why)
		return err_set(err, ERR_NOT_FOUND, "version %s: %s", job->digest, content.why);
	struct marking_pack pack = { job->exercise, job->digest, content.body, content.bytes };
	return marking_learn(grader->marking, &pack, out, err);
}

/* Hundredths of a mark out of 20, from its one printed form. */
static int64_t hundredths(const struct report *report)
{
	cleanup_buf struct buf mark = BUF_INIT;
	int64_t value = 0;

	report_mark(&mark, report->points, report->max);
	for (const char *at = buf_str(&mark); *at; at++)
		if (*at >= '0' && *at <= '9')
			value = value * 10 + (*at - '0');
	return value;
}

static int mark(struct grader *grader, const struct marking_job *job, struct err *err)
{
	cleanup_buf struct buf points = BUF_INIT, max = BUF_INIT, body = BUF_INIT_MAX(PARCEL_MAX);
	struct report_options all = { .view = VIEW_TEACHER, .reveal = true };
	struct report report;

	if (marking_mark(grader->marking, job, &report, err) < 0)
		return -1;
	if (grader->lost->kind != ERR_NONE) {
		/* A time-out that could not be confirmed alone is no verdict. */
		*err = *grader->lost;
		return -1;
	}
	cleanup_json json_t *teacher = report_to_json(&report, &all);
	json_print(&body, teacher);
	if (buf_overflowed(&body))
		return err_set(err, ERR_TOO_LARGE, "the report is larger than %d bytes", (int)PARCEL_MAX);
	frac_print(&points, report.points);
	frac_print(&max, report.max);
	struct parcel result = {
		.type = PARCEL_RESULT,
		.job = grader->current->parcel.job,
		.verdict = verdict_name(report.verdict),
		.points = buf_str(&points),
		.max = buf_str(&max),
		.mark = hundredths(&report),
		.body = body.data,
		.bytes = body.len,
	};
	return say(grader, &result, err);
}

static int preview(struct grader *grader, const struct marking_job *job, struct err *err)
{
	cleanup_buf struct buf body = BUF_INIT;
	cleanup_json json_t *reading = NULL;

	if (marking_read(grader->marking, job, &reading, err) < 0)
		return -1;
	json_print(&body, reading);
	struct parcel answer = {
		.type = PARCEL_READING,
		.job = grader->current->parcel.job,
		.body = body.data,
		.bytes = body.len,
	};
	return say(grader, &answer, err);
}

/* The reason beside a job set aside is read by a person: the place, then the author's mistake in both languages. */
static int tell_author(const struct problem *problem, struct err *err)
{
	cleanup_buf struct buf text = BUF_INIT_MAX(REASON_MAX);

	problem_print(&text, problem, LANG_FR);
	if (problem->message.en)
		buf_printf(&text, " — %s", problem->message.en);
	return err_set(err, ERR_INPUT, "%.*s", (int)utf8_check(buf_str(&text), text.len), buf_str(&text));
}

static int work(struct grader *grader, const struct parcel *asked, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(JOB_ARENA_BYTES);
	struct problems problems = { 0 };
	struct marking_job job = {
		.sandbox = grader->config->sandbox,
		.seed = asked->seed,
		.arena = arena,
		.problems = &problems,
	};
	struct json_place place;
	struct err lost = { 0 };

	beat(grader);
	job.exercise = marking_find(grader->marking, asked->exercise, asked->digest);
	if (!job.exercise && fetch(grader, asked, &job.exercise, err) < 0)
		return -1;
	cleanup_json json_t *answers = json_parse(asked->body, asked->bytes, &place, err);
	if (!answers)
		return err_wrap(err, "answers");
	job.answers = answers;
	if (room_enter(&grader->room, err) < 0)
		return -1;
	grader->lost = &lost;
	int rc = asked->type == PARCEL_PREVIEW ? preview(grader, &job, err) : mark(grader, &job, err);
	room_leave(&grader->room);
	grader->lost = NULL;
	return rc < 0 && err->kind == ERR_INPUT && problems.count > 0 ? tell_author(&problems.list[0], err) : rc;
}

/* Is the slot as good as before? Yes when only what we were given was wrong. */
static bool harmless(const struct err *err)
{
	return err->kind == ERR_INPUT || err->kind == ERR_NOT_FOUND || err->kind == ERR_TOO_LARGE;
}

/* Works on one thing and answers whatever happens. -1: the grader must end. */
static int serve(struct grader *grader, struct held *held, struct err *err)
{
	struct err told;

	grader->current = held;
	int rc = work(grader, &held->parcel, err);
	if (rc < 0 && !grader->left) {
		struct parcel failure = {
			.type = err->kind == ERR_INPUT ? PARCEL_REFUSED : PARCEL_FAILURE,
			.job = held->parcel.job,
			.why = err->text,
		};
		if (say(grader, &failure, &told) == 0 && harmless(err))
			rc = 0;
	}
	grader->current = NULL;
	held_free(held);
	return grader->left ? 0 : rc;
}

/* One huge answer would otherwise leave the allocator with tens of megabytes that it never gives back. */
static void give_back(void)
{
	if (mallinfo2().fordblks > KEPT_FREE_BYTES)
		malloc_trim(0);
}

static int loop(struct grader *grader, struct err *err)
{
	const struct parcel hello = {
		.type = PARCEL_HELLO,
		.python = grader->config->sandbox ? sandbox_python_version(grader->config->sandbox) : "",
		.isolation = grader->config->sandbox ? sandbox_isolation(grader->config->sandbox) : "",
	};

	if (say(grader, &hello, err) < 0)
		return grader->left ? 0 : -1;
	while (!grader->left) {
		if (listen_to_desk(grader, !grader->hands.first && !grader->hands.drain, NULL, err) < 0)
			return -1;
		if (grader->left || grader->hands.drain)
			return 0;
		struct held *next = hands_take(&grader->hands);
		if (next && serve(grader, next, err) < 0)
			return -1;
		give_back();
	}
	return 0;
}

int grader_run(const struct grader_config *config, struct err *err)
{
	struct grader grader = { .config = config, .room = { config->room_fd, config->turnstile_fd } };
	struct marking_config marking = {
		.kinds = config->kinds,
		.alone = alone,
		.progress = beat,
		.at_test = at_test,
		.context = &grader,
	};

	if (marking_open(&grader.marking, &marking, err) < 0)
		return -1;
	int rc = loop(&grader, err);
	marking_close(grader.marking);
	hands_release(&grader.hands);
	parcel_inbox_release(&grader.inbox);
	return rc;
}
