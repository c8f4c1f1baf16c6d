#include "page.h"
#include <string.h>

const char *page_word(const struct page *page, const char *code)
{
	struct msg_text text = msg_make(page->request->arena, &page_messages, code, NULL);

	return msg_in(&text, page->lang);
}

void page_say(struct page *page, const char *code, const struct msg_param *params)
{
	struct msg_text text = msg_make(page->request->arena, &page_messages, code, params);

	html_text(&page->out, msg_in(&text, page->lang));
}

void page_text(struct page *page, const struct msg_text *text)
{
	bool foreign = page->lang == LANG_EN && text->en == NULL;

	buf_addstr(&page->out, foreign ? "<span lang=\"fr\">" : "");
	html_text(&page->out, msg_in(text, page->lang));
	buf_addstr(&page->out, foreign ? "</span>" : "");
}

void page_address(struct page *page, const char *path)
{
	html_text(&page->out, path);
	if (page->request->lang_chosen)
		buf_printf(&page->out, "?lang=%s", lang_code(page->lang));
}

void page_number(struct page *page, const char *number)
{
	for (; *number != '\0'; number++) {
		char c[2] = { *number == '.' && page->lang == LANG_FR ? ',' : *number, '\0' };

		html_text(&page->out, c);
	}
}

/* The same page in the other language. A page that answers a form has no address of its own to come back to. */
static void add_language_link(struct page *page)
{
	const char *other = page_word(page, "other-language-code");

	if (strcmp(page->request->method, "POST") == 0)
		return;
	buf_addstr(&page->out, "<a class=\"language\" hreflang=\"");
	buf_printf(&page->out, "%s\" lang=\"%s\" href=\"", other, other);
	html_text(&page->out, page->request->path);
	buf_printf(&page->out, "?lang=%s\">", other);
	page_say(page, "other-language", NULL);
	buf_addstr(&page->out, "</a>");
}

void page_open(struct page *page, struct request *request, const struct page_options *options)
{
	struct buf *out = &page->out;

	*page = (struct page){ .request = request, .lang = request->lang };
	buf_printf(out,
		"<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n",
		lang_code(page->lang));
	if (options->refresh_s > 0)
		buf_printf(out, "<meta http-equiv=\"refresh\" content=\"%u\">\n", options->refresh_s);
	buf_addstr(out, "<title>");
	html_text(out, options->title);
	buf_printf(out, " – ");
	page_say(page, "brand", NULL);
	buf_printf(out,
		"</title>\n<link rel=\"stylesheet\" href=\"%s\">\n<link rel=\"icon\" href=\"%s\">\n</head>\n<body>\n",
		page_style_path, page_icon_path);
	buf_addstr(out, "<a class=\"skip\" href=\"#contenu\">");
	page_say(page, "skip", NULL);
	buf_addstr(out, "</a>\n<header class=\"top\"><div class=\"wide\">\n<a class=\"brand\" href=\"");
	page_address(page, "/");
	buf_printf(out, "\"><img src=\"%s\" alt=\"\" width=\"32\" height=\"32\"> <span>", page_icon_path);
	page_say(page, "brand", NULL);
	buf_addstr(out, "</span></a>\n<p class=\"tagline\">");
	page_say(page, "tagline", NULL);
	buf_addstr(out, "</p>\n<nav>");
	if (!options->home) {
		buf_addstr(out, "<a href=\"");
		page_address(page, "/");
		buf_addstr(out, "\">");
		page_say(page, "all-exercises", NULL);
		buf_addstr(out, "</a>");
	}
	add_language_link(page);
	buf_addstr(out, "</nav>\n</div></header>\n<main id=\"contenu\" class=\"wide\" tabindex=\"-1\">\n");
}

void page_close(struct page *page, int status)
{
	buf_addstr(&page->out, "</main>\n<footer class=\"bottom\"><div class=\"wide\">");
	page_say(page, "footer", NULL);
	buf_addstr(&page->out, "</div></footer>\n</body>\n</html>\n");
	reply_take(page->request, status, "text/html; charset=utf-8", &page->out);
	reply_header(page->request, "Vary", "Accept-Language");
}

void page_problem(struct request *request, int status, const char *title, const char *detail)
{
	const struct msg_param params[] = { { "status", arena_printf(request->arena, "%d", status) }, { 0 } };
	struct page page;

	page_open(&page, request, &(struct page_options){ .title = title });
	buf_addstr(&page.out, "<p class=\"eyebrow\">");
	page_say(&page, "problem.status", params);
	buf_addstr(&page.out, "</p>\n<h1>");
	html_text(&page.out, title);
	buf_addstr(&page.out, "</h1>\n<p>");
	html_text(&page.out, detail);
	buf_addstr(&page.out, "</p>\n<p><a class=\"button\" href=\"");
	page_address(&page, "/");
	buf_addstr(&page.out, "\">");
	page_say(&page, "problem.back", NULL);
	buf_addstr(&page.out, "</a></p>\n");
	page_close(&page, status);
}
