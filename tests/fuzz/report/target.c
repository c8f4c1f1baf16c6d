/*
 * A stored report that says anything: it is cut, condensed, printed for a terminal and shown as a page. What a student
 * sees never has a test's hidden details, a terminal gets no control characters, a page no markup but ours.
 * First byte: language, colour, what is revealed; the rest: JSON.
 * links: http
 */
#include "../../../engine/http/src/catalogue.h"
#include "../../../engine/http/src/page.h"
#include "../html_check.h"
#include "base/json.h"
#include "base/utf8.h"
#include "model/report.h"
#include "picture/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void check_terminal(const json_t *report, enum lang lang, bool colour)
{
	struct buf cleanup_buf out = BUF_INIT;

	report_print(&out, report, &(struct report_look){ lang, colour, picture_text });
	if (utf8_check(buf_str(&out), out.len) != out.len)
		abort();
	for (size_t i = 0; i < out.len; i++) {
		unsigned char c = (unsigned char)out.data[i];

		if ((c < 0x20 && c != '\n' && c != '\t' && !(c == '\033' && colour)) || c == 0x7f)
			abort();
	}
}

static void check_page(struct arena *arena, const json_t *report, enum lang lang)
{
	const struct exhibit exhibit = { .id = "a.b", .exercise = &(struct exercise){ .id = "a.b" } };
	struct request request = { .arena = arena, .lang = lang, .method = "GET", .path = "/copies/x" };
	struct page page = { .request = &request, .lang = lang };
	json_t cleanup_json *short_report = report_condense(report);

	page_add_report(&page, report, &exhibit);
	page_add_report(&page, short_report, &exhibit);
	html_check(buf_str(&page.out), true);
	buf_release(&page.out);
}

static const char *string_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

/* What a hidden test keeps. */
static void check_hidden(const json_t *teacher, const json_t *student)
{
	static const char *const secret[] = { "call", "input", "expected", "got", "message", "hint", "output", "errors",
		"diff", "line" };
	const char *show = string_at(teacher, "show");
	bool passed = strcmp(string_at(teacher, "outcome"), "passed") == 0;

	if (strcmp(show, "all") == 0 || (strcmp(show, "counterexample") == 0 && !passed))
		return;
	for (size_t i = 0; i < sizeof(secret) / sizeof(secret[0]); i++)
		if (json_object_get(student, secret[i]) != NULL)
			abort();
}

static void check_student(const json_t *teacher, bool reveal)
{
	const struct report_options options = { .view = VIEW_STUDENT, .reveal = reveal };
	json_t cleanup_json *student = report_cut(teacher, &options);
	const json_t *before = json_object_get(teacher, "questions"), *after = json_object_get(student, "questions");

	if (json_object_get(student, "seed") != NULL || json_array_size(before) != json_array_size(after))
		abort();
	for (size_t i = 0; i < json_array_size(before); i++) {
		const json_t *all = json_object_get(json_array_get(before, i), "tests");
		const json_t *shown = json_object_get(json_array_get(after, i), "tests");

		if (json_array_size(all) != json_array_size(shown))
			abort();
		for (size_t j = 0; j < json_array_size(all); j++) {
			check_hidden(json_array_get(all, j), json_array_get(shown, j));
			if (!reveal && (json_object_get(json_array_get(shown, j), "expected") != NULL ||
					       json_object_get(json_array_get(shown, j), "diff") != NULL))
				abort();
		}
	}
}

/* The canonical form of the canonical form is itself. */
static void check_canonical(const json_t *teacher)
{
	const struct report_options options = { .view = VIEW_CANONICAL };
	json_t cleanup_json *once = report_cut(teacher, &options);
	json_t cleanup_json *twice = report_cut(once, &options);

	if (!json_equal(once, twice))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct json_place place;
	struct err err = { 0 };

	if (bytes < 1)
		return 0;
	enum lang lang = data[0] & 1 ? LANG_EN : LANG_FR;
	bool reveal = data[0] & 4;
	json_t cleanup_json *teacher = json_parse((const char *)data + 1, bytes - 1, &place, &err);

	if (teacher == NULL)
		return 0;
	const struct report_options options = { .view = VIEW_STUDENT, .reveal = reveal };
	json_t cleanup_json *student = report_cut(teacher, &options);

	check_student(teacher, reveal);
	check_canonical(teacher);
	check_terminal(teacher, lang, data[0] & 2);
	check_terminal(student, lang, data[0] & 2);
	check_page(arena, teacher, lang);
	check_page(arena, student, lang);
	return 0;
}
