/* /copies/ID: a copy as it stands: waiting (the page asks again by itself), marked, or set aside. */
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "copy.h"
#include "front_state.h"
#include "handlers.h"
#include "intake.h"
#include "page.h"
#include "problem.h"

enum { REFRESH_S = 2, REFRESH_DELAYED_S = 30 };

static const char *state_code(enum job_state state)
{
	switch (state) {
	case JOB_QUARANTINED:
		return "copy.delayed";
	case JOB_SUPERSEDED:
		return "copy.superseded";
	case JOB_CANCELLED:
		return "copy.cancelled";
	default:
		return "copy.waiting";
	}
}

static bool anonymous(const char *student)
{
	return strncmp(student, "anonyme-", 8) == 0;
}

/* "2026-11-23T16:07:54.123Z" in the reader's order of words. */
static const char *instant(struct page *page, int64_t utc_ms)
{
	struct arena *arena = page->request->arena;
	struct buf cleanup_buf text = BUF_INIT;
	struct msg_text out;
	const char *t;

	clock_print_utc(&text, utc_ms);
	t = buf_str(&text);
	out = msg_make(arena, &page_messages, "at",
		(struct msg_param[]){ { "year", arena_printf(arena, "%.4s", t) },
			{ "month", arena_printf(arena, "%.2s", t + 5) }, { "day", arena_printf(arena, "%.2s", t + 8) },
			{ "hour", arena_printf(arena, "%.2s", t + 11) },
			{ "minute", arena_printf(arena, "%.2s", t + 14) }, { 0 } });
	return msg_in(&out, page->lang);
}

static void add_state(struct page *page, const struct submission_view *view)
{
	const struct msg_param params[] = { { "n", arena_printf(page->request->arena, "%u", view->position) }, { 0 } };
	struct buf *out = &page->out;

	buf_addstr(out, "<div role=\"status\" class=\"notice\">\n<p>");
	page_say(page, state_code(view->state), NULL);
	buf_addstr(out, "</p>\n");
	if (view->state == JOB_QUEUED && view->position > 1) {
		buf_addstr(out, "<p>");
		page_say(page, "copy.position", params);
		buf_addstr(out, "</p>\n");
	}
	if (view->state == JOB_QUEUED || view->state == JOB_LEASED) {
		buf_addstr(out, "<p>");
		page_say(page, "copy.refresh", NULL);
		buf_addstr(out, "</p>\n");
	}
	buf_addstr(out, "</div>\n");
}

static void add_head(struct page *page, const struct submission_view *view, const char *title)
{
	const struct msg_param params[] = { { "student", view->student }, { "at", instant(page, view->received_at) },
		{ 0 } };

	buf_addstr(&page->out, "<p class=\"eyebrow\">");
	page_say(page, "copy.title", NULL);
	buf_addstr(&page->out, "</p>\n<h1>");
	html_text(&page->out, title);
	buf_addstr(&page->out, "</h1>\n<p class=\"small\">");
	page_say(page, anonymous(view->student) ? "copy.anonymous" : "copy.handed-in", params);
	buf_addstr(&page->out, "</p>\n");
}

static void add_again(struct page *page, const struct submission_view *view, const struct exhibit *exhibit)
{
	struct json_place place;
	struct err err = { 0 };
	json_t cleanup_json *answers = json_parse(view->answers, strlen(view->answers), &place, &err);
	const struct page_form form = { .exhibit = exhibit,
		.answers = answers,
		.student = anonymous(view->student) ? NULL : view->student,
		.again = true };

	page_add_form(page, &form);
}

/* The exercise as the copy's student has it; NULL when it is offered no more. */
static const struct exhibit *exhibit_of_copy(struct request *request, const struct submission_view *view)
{
	const struct exhibit *exhibit = display_find(request_display(request), view->exercise), *own;
	struct err err = { 0 };

	if (exhibit == NULL)
		return NULL;
	own = exhibit_for(exhibit, view->student, request->arena, &err);
	if (own == NULL)
		front_log(request->front, "request %s: %s", request->request_id, err.text);
	return own;
}

static void make_page(struct request *request, const struct submission_view *view)
{
	const struct exhibit *exhibit = exhibit_of_copy(request, view);
	const char *title = exhibit != NULL ? msg_in(&exhibit->exercise->title, request->lang)
					    : arena_strdup(request->arena, view->exercise);
	json_t cleanup_json *report = copy_student_report(view, request_display(request));
	struct page_options options = { .title = title };
	const struct msg_param params[] = { { "title", title }, { 0 } };
	struct msg_text full = msg_make(request->arena, &page_messages, "copy.of", params);
	struct page page;

	options.title = msg_in(&full, request->lang);
	if (view->state == JOB_QUEUED || view->state == JOB_LEASED)
		options.refresh_s = REFRESH_S;
	else if (view->state == JOB_QUARANTINED)
		options.refresh_s = REFRESH_DELAYED_S;
	page_open(&page, request, &options);
	add_head(&page, view, title);
	if (report != NULL)
		page_add_report(&page, report, exhibit);
	else
		add_state(&page, view);
	if (exhibit == NULL) {
		buf_addstr(&page.out, "<p class=\"note\">");
		page_say(&page, "copy.gone", NULL);
		buf_addstr(&page.out, "</p>\n");
	} else if (report != NULL) {
		buf_addstr(&page.out, "<details class=\"reminder\"><summary>");
		page_say(&page, "statement.again", NULL);
		buf_addstr(&page.out, "</summary>\n");
		page_add_statement(&page, exhibit);
		buf_addstr(&page.out, "</details>\n");
		add_again(&page, view, exhibit);
	}
	page_close(&page, 200);
}

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	struct request *request = context;

	if (err != NULL)
		problem_from_err(request, err);
	else
		make_page(request, view);
	request_release(request);
}

void page_copy(struct request *request)
{
	if (strlen(request->id) != ID_TEXT - 1) {
		problem_simple(request, "unknown-submission");
		return;
	}
	request_hold(request);
	queue_get(request->front->queue, TENANT, request->id, on_view, request);
}
