/*
 * The plain pages: made whole on the server, without JavaScript.
 *
 * Use: page_open(&page, request, title); …add to page.out…; page_close(&page, status).
 * Words come from page_messages; every value goes through html_text().
 */
#pragma once
#include <stdbool.h>
#include "catalogue.h"
#include "html.h"
#include "request.h"

struct front;

struct page {
	struct request *request;
	struct buf out;
	enum lang lang;
};

struct page_options {
	const char *title; /* not escaped yet */
	unsigned refresh_s; /* the page asks for itself again; 0: not */
	bool home; /* no link back to the list */
};

void page_open(struct page *page, struct request *request, const struct page_options *options);
/* Makes the reply and releases the page. */
void page_close(struct page *page, int status);
/* A page of one message. */
void page_problem(struct request *request, int status, const char *title, const char *detail);

/* The words for a code, in the page's language. They hold no markup and no '<'. */
const char *page_word(const struct page *page, const char *code);
/* The same, escaped, with parameters. */
void page_say(struct page *page, const char *code, const struct msg_param *params);
/* Text of an author or a grader, in a span of its own language where that is not the page's. */
void page_text(struct page *page, const struct msg_text *text);
/* An address of this site, with the language when the reader chose one: for href and action. */
void page_address(struct page *page, const char *path);
/* "12,5" in French for "12.5". Escaped. */
void page_number(struct page *page, const char *number);

extern const struct msg_table page_messages;

/* page_form.c: the exercise's form, one field for each question. `answers` is what stands in the fields (object of
 * texts by question id); NULL: the starters. `student` may be NULL. */
struct page_form {
	const struct exhibit *exhibit;
	const json_t *answers;
	const char *student;
	bool again;
};
void page_add_form(struct page *page, const struct page_form *form);
/* In place of statement and form, where the exercise is drawn and the student is not known yet: asks who it is. */
void page_add_who(struct page *page, const struct exhibit *exhibit);
/* The token that a form carries: no other site can know it. 32 characters. */
void page_form_token(const struct front *front, const char *exercise, char out[33]);
void page_add_statement(struct page *page, const struct exhibit *exhibit);

/* page_report.c */
void page_add_report(struct page *page, const json_t *report, const struct exhibit *exhibit);

/* page_asset.c */
extern const char page_style_path[];
extern const char page_icon_path[];
