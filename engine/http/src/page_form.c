/* The statement and the form of an exercise. */
#include <string.h>
#include "base/id.h"
#include "front_state.h"
#include "model/kind.h"
#include "page.h"

enum { ROWS_MIN = 10, ROWS_MAX = 40, FORMULA_ROWS_MIN = 2 };

void page_form_token(const struct front *front, const char *exercise, char out[33])
{
	struct buf cleanup_buf text = BUF_INIT;
	char digest[SHA256_TEXT];

	/* The secret on both sides, so that nothing can be appended to what was signed. */
	buf_add(&text, front->secret, sizeof(front->secret));
	buf_addstr(&text, exercise);
	buf_add(&text, front->secret, sizeof(front->secret));
	sha256_text(digest, text.data, text.len);
	memcpy(out, digest + strlen("sha256:"), 32);
	out[32] = '\0';
}

void page_add_statement(struct page *page, const struct exhibit *exhibit)
{
	bool english = page->lang == LANG_EN && exhibit->html_en != NULL;
	const char *html = english ? exhibit->html_en : exhibit->html_fr;

	if (html == NULL) {
		buf_addstr(&page->out, "<p>");
		page_say(page, "no-statement", NULL);
		buf_addstr(&page->out, "</p>\n");
		return;
	}
	if (page->lang == LANG_EN && !english) {
		buf_addstr(&page->out, "<p class=\"note\">");
		page_say(page, "statement-in-french", NULL);
		buf_addstr(&page->out, "</p>\n");
	}
	/* Made by md4c with raw HTML off: the only markup that does not come from these files. */
	buf_printf(&page->out, "<div class=\"statement\" lang=\"%s\">\n%s</div>\n", english ? "en" : "fr", html);
}

/* A program needs room from the start; a formula grows from what it starts from. */
static int rows_for(const char *text, bool code)
{
	int rows = code ? 4 : 1, least = code ? ROWS_MIN : FORMULA_ROWS_MIN;

	for (; *text != '\0'; text++)
		rows += *text == '\n';
	return rows < least ? least : rows > ROWS_MAX ? ROWS_MAX : rows;
}

static const char *entry_of(const struct question *question)
{
	const json_t *row = json_array_get(json_object_get(question->exercise->root, "questions"), question->index);

	return json_string_value(json_object_get(row, "entry"));
}

static void add_label(struct page *page, const struct question *question)
{
	const struct msg_param entry[] = { { "entry", entry_of(question) }, { 0 } };
	const struct msg_param id[] = { { "question", question->id }, { 0 } };
	struct buf *out = &page->out;

	buf_printf(out, "<label for=\"reponse-%zu\">", question->index + 1);
	if (question->title.fr != NULL)
		page_text(page, &question->title);
	else if (question->exercise->question_count > 1)
		page_say(page, "form.answer-of", id);
	else if (entry[0].value != NULL)
		page_say(page, "form.answer-entry", entry);
	else
		page_say(page, question->kind->typing == TYPING_CODE ? "form.answer" : "form.answer-formula", NULL);
	buf_addstr(out, "</label>\n");
}

static void add_question(struct page *page, const struct page_form *form, const struct question *question)
{
	const char *text = json_string_value(json_object_get(form->answers, question->id));
	static const char *const helps[] = {
		[TYPING_TEXT] = " aria-describedby=\"aide-lecture\"",
		[TYPING_FORMULA] = " aria-describedby=\"aide-lecture\"",
		[TYPING_CODE] = " class=\"code\" aria-describedby=\"aide\"",
	};
	bool code = question->kind->typing == TYPING_CODE;
	struct buf *out = &page->out;

	if (text == NULL)
		text = question->kind->starter != NULL ? question->kind->starter(question) : "";
	buf_addstr(out, "<div class=\"field\">\n");
	add_label(page, question);
	/* The line break after the tag is the parser's to eat, not the student's. */
	buf_printf(out,
		"<textarea id=\"reponse-%zu\" name=\"reponse.%s\" rows=\"%d\" cols=\"80\" spellcheck=\"false\" "
		"autocapitalize=\"off\" autocomplete=\"off\"%s>\n",
		question->index + 1, question->id, rows_for(text, code), helps[question->kind->typing]);
	html_text(out, text);
	buf_addstr(out, "</textarea>\n</div>\n");
}

static void add_hidden(struct page *page, const char *name, const char *value)
{
	buf_printf(&page->out, "<input type=\"hidden\" name=\"%s\" value=\"", name);
	html_text(&page->out, value);
	buf_addstr(&page->out, "\">\n");
}

/* The field for who it is; `needed` where the exercise is made for them. */
static void add_identifier(struct page *page, const char *student, bool needed)
{
	struct buf *out = &page->out;

	buf_addstr(out, "<div class=\"field short\">\n<label for=\"etudiant\">");
	page_say(page, needed ? "who.student" : "form.student", NULL);
	buf_printf(out,
		"</label>\n<input id=\"etudiant\" name=\"etudiant\" maxlength=\"200\" autocomplete=\"username\" "
		"aria-describedby=\"aide-etudiant\"%s value=\"",
		needed ? " required" : "");
	html_text(out, student);
	buf_addstr(out, "\">\n<p class=\"help\" id=\"aide-etudiant\">");
	page_say(page, needed ? "who.help" : "form.student-help", NULL);
	buf_addstr(out, "</p>\n</div>\n");
}

void page_add_who(struct page *page, const struct exhibit *exhibit)
{
	struct buf *out = &page->out;

	buf_addstr(out, "<p class=\"note\">");
	page_say(page, "who.why", NULL);
	buf_addstr(out, "</p>\n<form method=\"get\" action=\"");
	page_address(page, arena_printf(page->request->arena, "/exercices/%s", exhibit->id));
	buf_addstr(out, "\">\n");
	/* What the address says after its question mark, such a form replaces. */
	if (page->request->lang_chosen)
		add_hidden(page, "lang", lang_code(page->lang));
	add_identifier(page, NULL, true);
	buf_addstr(out, "<p><button type=\"submit\">");
	page_say(page, "who.submit", NULL);
	buf_addstr(out, "</button></p>\n</form>\n");
}

/* Whoever has read a statement of their own answers that one. */
static void add_student(struct page *page, const struct page_form *form)
{
	const struct msg_param params[] = { { "student", form->student }, { 0 } };
	struct buf *out = &page->out;

	if (form->exhibit->exercise->parameter_count == 0) {
		add_identifier(page, form->student, false);
		return;
	}
	add_hidden(page, "etudiant", form->student);
	buf_addstr(out, "<p class=\"help\">");
	page_say(page, "who.this", params);
	buf_addstr(out, " <a href=\"");
	page_address(page, arena_printf(page->request->arena, "/exercices/%s", form->exhibit->id));
	buf_addstr(out, "\">");
	page_say(page, "who.other", NULL);
	buf_addstr(out, "</a></p>\n");
}

/* How formulas are typed, in a few rows; docs/boolean-notation.md has them all. */
static void add_notation(struct page *page)
{
	static const char *const rows[][2] = {
		{ "notation.not", "a' \u2003 /a \u2003 a\u0305 \u2003 \u00aca \u2003 non a" },
		{ "notation.long-bar", "non(a + b) \u2003 \u00ac(ab) \u2003 (a + b)'" },
		{ "notation.and", "ab \u2003 a.b \u2003 a*b \u2003 a \u2227 b \u2003 a et b" },
		{ "notation.or", "a + b \u2003 a \u2228 b \u2003 a ou b" },
		{ "notation.xor", "a \u2295 b \u2003 a xor b" },
		{ "notation.arrows", "P => Q \u2003 P <=> Q" },
	};
	struct buf *out = &page->out;

	buf_addstr(out, "<details class=\"help\"><summary>");
	page_say(page, "notation.title", NULL);
	buf_addstr(out, "</summary>\n<table>\n");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		buf_addstr(out, "<tr><th scope=\"row\">");
		page_say(page, rows[i][0], NULL);
		buf_addstr(out, "</th><td><code>");
		html_text(out, rows[i][1]);
		buf_addstr(out, "</code></td></tr>\n");
	}
	buf_addstr(out, "</table></details>\n");
}

void page_add_form(struct page *page, const struct page_form *form)
{
	const struct exercise *exercise = form->exhibit->exercise;
	const char *path = arena_printf(page->request->arena, "/exercices/%s", exercise->id);
	struct buf *out = &page->out;
	bool typed[TYPING_CODE + 1] = { false };
	char token[33], nonce[ID_TEXT];

	if (exhibit_drawn(form->exhibit)) {
		page_add_who(page, form->exhibit);
		return;
	}
	page_form_token(page->request->front, exercise->id, token);
	id_new(nonce);
	buf_addstr(out, "<section aria-labelledby=\"reponse\">\n<h2 id=\"reponse\">");
	page_say(page, form->again ? "form.again" : "form.title", NULL);
	buf_addstr(out, "</h2>\n<form method=\"post\" action=\"");
	page_address(page, path);
	buf_addstr(out, "\">\n");
	add_hidden(page, "jeton", token);
	add_hidden(page, "envoi", nonce);
	for (size_t i = 0; i < exercise->question_count; i++) {
		add_question(page, form, &exercise->questions[i]);
		typed[exercise->questions[i].kind->typing] = true;
	}
	if (typed[TYPING_TEXT] || typed[TYPING_FORMULA]) {
		buf_addstr(out, "<p class=\"help\" id=\"aide-lecture\">");
		page_say(page, "form.help-reading", NULL);
		buf_addstr(out, "</p>\n");
	}
	if (typed[TYPING_FORMULA])
		add_notation(page);
	if (typed[TYPING_CODE]) {
		buf_addstr(out, "<p class=\"help\" id=\"aide\">");
		page_say(page, "form.help", NULL);
		buf_addstr(out, "</p>\n");
	}
	add_student(page, form);
	buf_addstr(out, "<p><button type=\"submit\">");
	page_say(page, "form.submit", NULL);
	buf_addstr(out, "</button></p>\n</form>\n</section>\n");
}
