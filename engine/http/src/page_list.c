/*
 * `/`: the exercises, by topic. A topic is the second one that the author named
 * (the first is the subject: "algorithmique"); topics and exercises go from
 * easy to hard, which is the order in which a class meets them.
 */
#include <stdlib.h>
#include <string.h>
#include "handlers.h"
#include "page.h"

struct row {
	const struct exhibit *exhibit;
	const char *topic;
	int level;
};

static const char *topic_of(const struct exercise *exercise)
{
	const char *const *topics = exercise->topics;

	if (topics == NULL || topics[0] == NULL)
		return "";
	return topics[1] != NULL ? topics[1] : topics[0];
}

static int by_place(const void *left, const void *right)
{
	const struct row *a = left, *b = right;
	const struct exercise *x = a->exhibit->exercise, *y = b->exhibit->exercise;

	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	if (strcmp(a->topic, b->topic) != 0)
		return strcmp(a->topic, b->topic);
	if (x->difficulty != y->difficulty)
		return x->difficulty < y->difficulty ? -1 : 1;
	if (x->minutes != y->minutes)
		return x->minutes < y->minutes ? -1 : 1;
	return strcmp(x->id, y->id);
}

/* A topic's level: the mean difficulty of its exercises, in hundredths; topics without a name come last. */
static int level_of(const struct row *rows, size_t count, const char *topic)
{
	int sum = 0, n = 0;

	if (*topic == '\0')
		return 1 << 20;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(rows[i].topic, topic) == 0) {
			sum += 100 * rows[i].exhibit->exercise->difficulty;
			n++;
		}
	}
	return sum / n;
}

static struct row *sorted_rows(struct request *request, const struct display *display)
{
	struct row *rows = arena_array(request->arena, display->count + 1, sizeof(*rows));

	for (size_t i = 0; i < display->count; i++)
		rows[i] = (struct row){ display->exhibits[i], topic_of(display->exhibits[i]->exercise), 0 };
	for (size_t i = 0; i < display->count; i++)
		rows[i].level = level_of(rows, display->count, rows[i].topic);
	qsort(rows, display->count, sizeof(*rows), by_place);
	return rows;
}

static void add_figure(struct page *page, const char *code, int n)
{
	const struct msg_param params[] = { { "n", arena_printf(page->request->arena, "%d", n) }, { 0 } };

	if (n <= 0)
		return;
	buf_addstr(&page->out, "<li>");
	page_say(page, code, params);
	buf_addstr(&page->out, "</li>");
}

static void add_row(struct page *page, const struct exhibit *exhibit)
{
	const struct exercise *exercise = exhibit->exercise;
	struct buf *out = &page->out;

	buf_addstr(out, "<li class=\"card\"><a href=\"");
	page_address(page, arena_printf(page->request->arena, "/exercices/%s", exhibit->id));
	buf_addstr(out, "\">");
	page_text(page, &exercise->title);
	buf_addstr(out, "</a>\n<ul class=\"figures\">");
	add_figure(page, "level", exercise->difficulty);
	add_figure(page, "minutes", exercise->minutes);
	buf_addstr(out, "</ul></li>\n");
}

/* A topic is written by its author in lower case; a heading begins with a capital where that is one letter of ASCII. */
static void add_heading(struct page *page, const char *topic, size_t number)
{
	buf_printf(&page->out, "<section aria-labelledby=\"theme-%zu\">\n<h2 id=\"theme-%zu\"%s>", number, number,
		*topic != '\0' && page->lang == LANG_EN ? " lang=\"fr\"" : "");
	if (*topic == '\0') {
		page_say(page, "list.other", NULL);
	} else if (*topic >= 'a' && *topic <= 'z') {
		buf_addch(&page->out, (char)(*topic - 'a' + 'A'));
		html_text(&page->out, topic + 1);
	} else {
		html_text(&page->out, topic);
	}
	buf_addstr(&page->out, "</h2>\n<ul class=\"cards\">\n");
}

void page_list(struct request *request)
{
	const struct display *display = request_display(request);
	const struct row *rows = sorted_rows(request, display);
	struct page page = { .request = request, .lang = request->lang };
	size_t sections = 0;

	page_open(&page, request, &(struct page_options){ .title = page_word(&page, "list.title"), .home = true });
	buf_addstr(&page.out, "<h1>");
	page_say(&page, "list.title", NULL);
	buf_addstr(&page.out, "</h1>\n<p class=\"lead\">");
	page_say(&page, display->count > 0 ? "list.intro" : "list.empty", NULL);
	buf_addstr(&page.out, "</p>\n");
	for (size_t i = 0; i < display->count; i++) {
		if (i == 0 || strcmp(rows[i].topic, rows[i - 1].topic) != 0)
			add_heading(&page, rows[i].topic, ++sections);
		add_row(&page, rows[i].exhibit);
		if (i + 1 == display->count || strcmp(rows[i].topic, rows[i + 1].topic) != 0)
			buf_addstr(&page.out, "</ul>\n</section>\n");
	}
	page_close(&page, 200);
}
