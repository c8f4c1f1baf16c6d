/* /exercices/ID: the statement and the form. */
#include "handlers.h"
#include "intake.h"
#include "page.h"
#include "problem.h"
#include "query.h"

static void add_figure(struct page *page, const char *code, const char *value)
{
	const struct msg_param params[] = { { "n", value }, { 0 } };

	buf_addstr(&page->out, "<li>");
	page_say(page, code, params);
	buf_addstr(&page->out, "</li>");
}

static void add_figures(struct page *page, const struct exercise *exercise)
{
	struct arena *arena = page->request->arena;
	struct buf cleanup_buf points = BUF_INIT;

	frac_print(&points, exercise->points);
	buf_addstr(&page->out, "<ul class=\"figures\">");
	if (exercise->difficulty > 0)
		add_figure(page, "level", arena_printf(arena, "%d", exercise->difficulty));
	if (exercise->minutes > 0)
		add_figure(page, "minutes", arena_printf(arena, "%d", exercise->minutes));
	add_figure(page, frac_cmp(exercise->points, FRAC_ONE) > 0 ? "points" : "point", buf_str(&points));
	buf_addstr(&page->out, "</ul>\n");
}

void page_exercise(struct request *request)
{
	const struct exhibit *exhibit = exercise_or_refuse(request);
	struct page_form form = { .student = request_query(request, "etudiant") };
	struct err err = { 0 };
	struct page page;

	if (exhibit == NULL)
		return;
	if (form.student != NULL && !intake_student(form.student))
		form.student = NULL;
	if (form.student != NULL)
		exhibit = exhibit_for(exhibit, form.student, request->arena, &err);
	if (exhibit == NULL) {
		problem_from_err(request, &err);
		return;
	}
	form.exhibit = exhibit;
	page_open(&page, request, &(struct page_options){ .title = msg_in(&exhibit->exercise->title, request->lang) });
	buf_addstr(&page.out, "<h1>");
	page_text(&page, &exhibit->exercise->title);
	buf_addstr(&page.out, "</h1>\n");
	add_figures(&page, exhibit->exercise);
	if (!exhibit_drawn(exhibit))
		page_add_statement(&page, exhibit);
	page_add_form(&page, &form);
	page_close(&page, 200);
}
