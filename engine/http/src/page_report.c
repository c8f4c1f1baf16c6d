/*
 * A report in plain words, from the JSON of the student's view. Outcomes are a
 * sign and a word; colour only repeats them.
 */
#include <stdio.h>
#include <string.h>
#include "exhibit.h"
#include "page.h"

struct outcome_look {
	const char *name, *class, *sign;
};

static const struct outcome_look looks[] = {
	{ "passed", "good", "✓" },
	{ "failed", "bad", "✗" },
	{ "raised", "bad", "!" },
	{ "timeout", "bad", "⧗" },
	{ "memory", "bad", "!" },
	{ "output-limit", "bad", "!" },
	{ "forbidden", "bad", "⊘" },
	{ "crashed", "bad", "!" },
	{ "unreadable", "mute", "?" },
	{ "blank", "mute", "∅" },
	{ "pending", "mute", "…" },
	{ "skipped", "mute", "–" },
};

static const char *string_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

static const struct outcome_look *look_of(const char *outcome)
{
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		if (strcmp(looks[i].name, outcome) == 0)
			return &looks[i];
	}
	return &looks[sizeof(looks) / sizeof(looks[0]) - 1];
}

/* A message: a text, or one for each language. */
static void add_message(struct page *page, const json_t *message)
{
	const char *wanted = string_at(message, lang_code(page->lang));

	if (json_is_string(message))
		html_text(&page->out, json_string_value(message));
	else
		html_text(&page->out, *wanted != '\0' ? wanted : string_at(message, "fr"));
}

/* "6,67", from "20/3" and its rounded form; as a parameter of a sentence. */
static const char *number_at(struct page *page, const json_t *object, const char *exact, const char *shown)
{
	const char *text = string_at(object, shown);
	char *out = arena_strdup(page->request->arena, *text != '\0' ? text : string_at(object, exact));

	for (char *c = out; page->lang == LANG_FR && *c != '\0'; c++) {
		if (*c == '.')
			*c = ',';
	}
	return out;
}

static void add_sentence(struct page *page, const char *code, const json_t *object)
{
	const struct msg_param params[] = { { "points", number_at(page, object, "points", "shown") },
		{ "max", number_at(page, object, "max", "max_shown") }, { 0 } };

	page_say(page, code, params);
}

static void add_block(struct page *page, const json_t *test, const char *key, const char *code)
{
	const char *text = string_at(test, key);

	buf_addstr(&page->out, "<div class=\"pair\"><dt>");
	page_say(page, code, NULL);
	buf_addstr(&page->out, "</dt><dd><pre>");
	if (*text == '\n')
		buf_addch(&page->out, '\n');
	html_text(&page->out, text);
	buf_addstr(&page->out, "</pre></dd></div>\n");
}

static void add_diff(struct page *page, const json_t *diff)
{
	struct buf *out = &page->out;
	size_t index;
	json_t *row;

	if (json_array_size(diff) == 0)
		return;
	buf_addstr(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
	page_say(page, "diff.caption", NULL);
	buf_addstr(out, "\"><table class=\"diff\"><caption>");
	page_say(page, "diff.caption", NULL);
	buf_addstr(out, "</caption>\n<thead><tr><th scope=\"col\">");
	page_say(page, "diff.sign", NULL);
	buf_addstr(out, "</th><th scope=\"col\">");
	page_say(page, "diff.line", NULL);
	buf_addstr(out, "</th></tr></thead>\n<tbody>\n");
	json_array_foreach(diff, index, row)
	{
		char op = string_at(row, "op")[0];

		buf_printf(out, "<tr class=\"%s\"><td>", op == '-' ? "missing" : op == '+' ? "extra" : "same");
		if (op == '-' || op == '+') {
			buf_addstr(out, op == '-' ? "− " : "+ ");
			page_say(page, op == '-' ? "diff.missing" : "diff.extra", NULL);
		} else {
			buf_addstr(out, "<span class=\"hidden\">");
			page_say(page, "diff.same", NULL);
			buf_addstr(out, "</span>");
		}
		buf_addstr(out, "</td><td><code>");
		html_text(out, string_at(row, "text"));
		buf_addstr(out, "</code></td></tr>\n");
	}
	buf_addstr(out, "</tbody></table></div>\n");
}

static void add_line(struct page *page, const char *code, const json_t *object)
{
	json_int_t line = json_integer_value(json_object_get(object, "line"));
	json_int_t column = json_integer_value(json_object_get(object, "column"));
	const struct msg_param params[] = { { "line", arena_printf(page->request->arena, "%lld", (long long)line) },
		{ "column", arena_printf(page->request->arena, "%lld", (long long)column) }, { 0 } };

	if (line <= 0)
		return;
	buf_addstr(&page->out, "<p>");
	page_say(page, code, params);
	buf_addstr(&page->out, "</p>\n");
}

static void add_test_head(struct page *page, const json_t *test, int level)
{
	const struct outcome_look *look = look_of(string_at(test, "outcome"));
	const json_t *label = json_object_get(test, "label");
	struct buf *out = &page->out;

	buf_printf(out,
		"<li class=\"test %s\">\n<div class=\"line\"><span class=\"sign\" aria-hidden=\"true\">%s</span> <h%d>",
		look->class, look->sign, level);
	if (label != NULL) {
		add_message(page, label);
	} else {
		buf_addstr(out, "<code>");
		html_text(out, string_at(test, "name"));
		buf_addstr(out, "</code>");
	}
	buf_printf(out, "</h%d> <span class=\"outcome\">", level);
	page_say(page, arena_printf(page->request->arena, "outcome.%s", look->name), NULL);
	buf_addstr(out, "</span>");
	/* A row that is worth nothing only says how it went. */
	if (strcmp(string_at(test, "max"), "0") != 0) {
		buf_addstr(out, " <span class=\"points\">");
		add_sentence(page, "test.points", test);
		buf_addstr(out, " <span class=\"hidden\">");
		page_say(page, "test.points-label", NULL);
		buf_addstr(out, "</span></span>");
	}
	buf_addstr(out, "</div>\n");
}

static void add_hidden_details(struct page *page)
{
	buf_addstr(&page->out, "<p class=\"small\">");
	page_say(page, "test.hidden", NULL);
	buf_addstr(&page->out, "</p>\n");
}

static void add_blocks(struct page *page, const json_t *test)
{
	static const struct {
		const char *key, *code;
		bool in_diff;
	} rows[] = {
		{ "call", "test.call", false },
		{ "input", "test.input", false },
		{ "expected", "test.expected", true },
		{ "got", "test.got", true },
		{ "output", "test.output", false },
		{ "errors", "test.errors", false },
	};
	bool diff = json_array_size(json_object_get(test, "diff")) > 0, any = false;
	/* What was printed is what was asked for: no need to show it twice. */
	bool printed = strcmp(string_at(test, "got"), string_at(test, "output")) == 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		/* A difference shows both already; so many lines twice would only hide it. */
		if (*string_at(test, rows[i].key) == '\0' || (diff && rows[i].in_diff) ||
			(printed && strcmp(rows[i].key, "output") == 0))
			continue;
		if (!any)
			buf_addstr(&page->out, "<dl>\n");
		any = true;
		add_block(page, test, rows[i].key, rows[i].code);
	}
	if (any)
		buf_addstr(&page->out, "</dl>\n");
}

/* Does the message say the line already? */
static bool names_line(const json_t *message, json_int_t line)
{
	char words[32];

	snprintf(words, sizeof(words), "igne %lld", (long long)line);
	return strstr(string_at(message, "fr"), words) != NULL;
}

static void add_details(struct page *page, const json_t *test)
{
	const json_t *message = json_object_get(test, "message"), *hint = json_object_get(test, "hint");
	const json_t *diff = json_object_get(test, "diff");
	struct buf *out = &page->out;

	/* The two values say it better than the sentence that repeats them. */
	if (message != NULL &&
		(strcmp(string_at(message, "code"), "wrong-value") != 0 || *string_at(test, "got") == '\0')) {
		buf_addstr(out, "<p class=\"message\">");
		add_message(page, message);
		buf_addstr(out, "</p>\n");
	}
	if (!names_line(message, json_integer_value(json_object_get(test, "line"))))
		add_line(page, "test.line", test);
	add_blocks(page, test);
	add_diff(page, diff);
	if (hint != NULL) {
		buf_addstr(out, "<p class=\"hint\"><strong>");
		page_say(page, "test.hint", NULL);
		buf_addstr(out, page->lang == LANG_FR ? "\u00a0:</strong> " : ":</strong> ");
		add_message(page, hint);
		buf_addstr(out, "</p>\n");
	}
}

/* A test that passed needs no words, and one whose details are hidden has none. */
static void add_test(struct page *page, const json_t *test, int level)
{
	bool passed = strcmp(string_at(test, "outcome"), "passed") == 0;
	size_t before;

	add_test_head(page, test, level);
	if (!passed) {
		buf_addstr(&page->out, "<div class=\"detail\">\n");
		before = page->out.len;
		add_details(page, test);
		if (page->out.len == before)
			add_hidden_details(page);
		buf_addstr(&page->out, "</div>\n");
	}
	buf_addstr(&page->out, "</li>\n");
}

static void add_count(struct page *page, const json_t *tests)
{
	size_t passed = 0, index;
	json_t *test;

	json_array_foreach(tests, index, test) passed += strcmp(string_at(test, "outcome"), "passed") == 0;
	buf_addstr(&page->out, "<p class=\"small\">");
	page_say(page, "report.tests",
		(struct msg_param[]){ { "passed", arena_printf(page->request->arena, "%zu", passed) },
			{ "count", arena_printf(page->request->arena, "%zu", json_array_size(tests)) }, { 0 } });
	buf_addstr(&page->out, "</p>\n");
}

/* How a formula was understood; several lines stay lines. */
static void add_reading(struct page *page, const json_t *read_as)
{
	const char *text = string_at(read_as, "text");
	struct buf *out = &page->out;

	if (*text == '\0')
		return;
	buf_addstr(out, "<p class=\"read\">");
	page_say(page, "report.read", NULL);
	buf_addstr(out, page->lang == LANG_FR ? "\u00a0: " : ": ");
	if (strchr(text, '\n') != NULL) {
		buf_addstr(out, "</p>\n<pre>");
		html_text(out, text);
		buf_addstr(out, "</pre>\n");
		return;
	}
	if (!html_mathml(out, string_at(read_as, "mathml"))) {
		buf_addstr(out, "<code>");
		html_text(out, text);
		buf_addstr(out, "</code>");
	}
	buf_addstr(out, "</p>\n");
}

static void add_pictures(struct page *page, const json_t *pictures)
{
	size_t index;
	json_t *picture;

	json_array_foreach(pictures, index, picture) exhibit_figure(&page->out, picture, page->lang);
}

static void add_question(struct page *page, const json_t *question, const struct exhibit *exhibit, bool heading)
{
	const struct question *known =
		exhibit != NULL ? exercise_question(exhibit->exercise, string_at(question, "id")) : NULL;
	const json_t *feedback = json_object_get(question, "feedback"), *tests = json_object_get(question, "tests");
	const struct msg_param params[] = { { "question", string_at(question, "id") }, { 0 } };
	struct buf *out = &page->out;
	size_t index;
	json_t *row;

	if (heading) {
		buf_addstr(out, "<h3>");
		if (known != NULL && known->title.fr != NULL)
			page_text(page, &known->title);
		else
			page_say(page, "question", params);
		buf_addstr(out, "</h3>\n<p class=\"small\">");
		add_sentence(page, "report.points", question);
		buf_addstr(out, "</p>\n");
	}
	add_reading(page, json_object_get(question, "read_as"));
	json_array_foreach(feedback, index, row)
	{
		buf_addstr(out, "<p class=\"remark\">");
		add_message(page, row);
		buf_addstr(out, "</p>\n");
	}
	add_line(page, "unreadable.line", question);
	add_pictures(page, json_object_get(question, "pictures"));
	if (json_array_size(tests) == 0)
		return;
	add_count(page, tests);
	buf_addstr(out, "<ol class=\"tests\">\n");
	json_array_foreach(tests, index, row) add_test(page, row, heading ? 4 : 3);
	buf_addstr(out, "</ol>\n");
}

static bool is_marked(const json_t *report)
{
	const char *verdict = string_at(report, "verdict");

	return strcmp(verdict, "unreadable") != 0 && strcmp(verdict, "pending") != 0;
}

static void add_verdict(struct page *page, const json_t *report)
{
	static const char *const known[] = { "correct", "partial", "incorrect", "unreadable", "pending", "blank" };
	const char *verdict = string_at(report, "verdict");
	const json_t *score = json_object_get(report, "score");
	const struct msg_param params[] = { { "mark", number_at(page, score, "mark", "mark") }, { 0 } };
	bool marked = is_marked(report);
	struct buf *out = &page->out;

	buf_printf(out, "<div role=\"status\" class=\"verdict %s\">\n",
		strcmp(verdict, "correct") == 0   ? "good"
		: strcmp(verdict, "partial") == 0 ? "part"
		: marked                          ? "bad"
						  : "mute");
	if (marked) {
		buf_addstr(out, "<p class=\"mark\">");
		page_say(page, "report.mark", params);
		buf_addstr(out, "</p>\n");
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(known[i], verdict) != 0)
			continue;
		buf_addstr(out, "<p>");
		page_say(page, arena_printf(page->request->arena, "verdict.%s", known[i]), NULL);
		buf_addstr(out, "</p>\n");
	}
	buf_addstr(out, "</div>\n");
}

/* The drawn values that the statement showed: another version of the exercise may show others today. */
static void add_values(struct page *page, json_t *values)
{
	struct buf *out = &page->out;
	const char *name;
	json_t *value;

	if (json_object_size(values) == 0)
		return;
	buf_addstr(out, "<p class=\"small\">");
	page_say(page, "report.values", NULL);
	json_object_foreach(values, name, value)
	{
		struct buf cleanup_buf text = BUF_INIT;

		if (json_is_string(value))
			buf_addstr(&text, json_string_value(value));
		else
			json_print(&text, value);
		buf_addstr(out, name == json_object_iter_key(json_object_iter(values)) ? " " : ", ");
		html_text(out, name);
		buf_addstr(out, " = ");
		html_text(out, buf_str(&text));
	}
	buf_addstr(out, "</p>\n");
}

void page_add_report(struct page *page, const json_t *report, const struct exhibit *exhibit)
{
	const json_t *questions = json_object_get(report, "questions"), *notice = json_object_get(report, "notice");
	size_t index;
	json_t *question;

	buf_addstr(&page->out, "<section aria-labelledby=\"correction\">\n<h2 id=\"correction\">");
	page_say(page, "report.title", NULL);
	buf_addstr(&page->out, "</h2>\n");
	add_verdict(page, report);
	add_values(page, json_object_get(report, "values"));
	json_array_foreach(questions, index, question)
		add_question(page, question, exhibit, json_array_size(questions) > 1);
	if (is_marked(report)) {
		buf_addstr(&page->out, "<p class=\"small notice-by\">");
		if (notice != NULL)
			add_message(page, notice);
		else
			page_say(page, "report.by", NULL);
		buf_addstr(&page->out, "</p>\n");
	}
	buf_addstr(&page->out, "</section>\n");
}
