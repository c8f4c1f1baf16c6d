/*
 * A report said once. The JSON holds everything, since a program may want any
 * part of it; a reader at night wants each thing in one place. What may go is
 * listed here, so that a terminal and a page agree.
 */
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/json.h"
#include "model/report.h"

/* One line of this many bytes is compared at a glance, better than by rows of differences. */
enum { SHORT_BYTES = 60 };

static const char *string_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

static bool is_one_of(const char *word, const char *const *list)
{
	for (; *list != NULL; list++) {
		size_t length = strlen(*list);

		/* A final dash stands for any end. */
		if ((*list)[length - 1] == '-' ? strncmp(word, *list, length) == 0 : strcmp(word, *list) == 0)
			return true;
	}
	return false;
}

static bool is_short(const char *text)
{
	return strchr(text, '\n') == NULL && strlen(text) <= SHORT_BYTES;
}

static bool differs(const json_t *diff)
{
	for (size_t i = 0; i < json_array_size(diff); i++) {
		if (strchr("+-", string_at(json_array_get(diff, i), "op")[0]) != NULL)
			return true;
	}
	return false;
}

/* Either the two values or their difference. */
static void choose_values(json_t *test)
{
	const char *expected = string_at(test, "expected"), *got = string_at(test, "got");
	bool both = *expected != '\0' && *got != '\0';
	bool useful = differs(json_object_get(test, "diff"));

	if (!useful || (both && is_short(expected) && is_short(got))) {
		json_object_del(test, "diff");
	} else if (both) {
		json_object_del(test, "expected");
		json_object_del(test, "got");
	}
}

/* What was printed is often what was compared, but for the last end of line. */
static bool same_text(const char *one, const char *two)
{
	size_t first = strlen(one), second = strlen(two);

	while (first > 0 && one[first - 1] == '\n')
		first--;
	while (second > 0 && two[second - 1] == '\n')
		second--;
	return first == second && memcmp(one, two, first) == 0;
}

static bool message_names_line(const json_t *test)
{
	const char *said = string_at(json_object_get(test, "message"), "fr");
	char words[32];

	snprintf(words, sizeof(words), "igne %lld", (long long)json_integer_value(json_object_get(test, "line")));
	return strstr(said, words) != NULL;
}

/* A message that only repeats what the rows beside it show. */
static bool repeats_rows(const json_t *test)
{
	const char *code = string_at(json_object_get(test, "message"), "code");

	if (strcmp(code, "wrong-value") == 0)
		return *string_at(test, "expected") != '\0' && *string_at(test, "got") != '\0';
	return strcmp(code, "text-other") == 0 && differs(json_object_get(test, "diff"));
}

/* The answer has a trouble that comes before what the test is about: its hint would lead astray. */
static bool hint_is_early(const json_t *test)
{
	static const char *const codes[] = { "missing-function", "missing-function-near", "wrong-arity",
		"wrong-arity-params", "printed-not-returned", "returned-none-printed", "not-plain-", NULL };

	return is_one_of(string_at(json_object_get(test, "message"), "code"), codes);
}

static void condense_test(json_t *test)
{
	const char *got = string_at(test, "got"), *outcome = string_at(test, "outcome");

	if (repeats_rows(test))
		json_object_del(test, "message");
	if (json_object_get(test, "message") != NULL && message_names_line(test))
		json_object_del(test, "line");
	/* The name of the exception stands in the message with its line. */
	if (strcmp(outcome, "raised") == 0 && *got != '\0' &&
		strstr(string_at(json_object_get(test, "message"), "fr"), got) != NULL)
		json_object_del(test, "got");
	if (same_text(string_at(test, "got"), string_at(test, "output")))
		json_object_del(test, "output");
	if (hint_is_early(test))
		json_object_del(test, "hint");
	choose_values(test);
}

/* "As for the test above": the first of the tests that say the same. `said` has their places by what they say. */
static void refer_back(json_t *test, size_t index, const json_t *whole, json_t *said)
{
	const json_t *own = json_object_get(json_array_get(whole, index), "message");
	struct buf cleanup_buf text = BUF_INIT;
	const json_t *first;

	if (own == NULL)
		return;
	json_print_canonical(&text, own);
	first = json_object_get(said, buf_str(&text));
	if (first == NULL) {
		json_object_set_new(said, buf_str(&text), json_integer((json_int_t)index));
		return;
	}
	if (json_object_get(test, "message") == NULL)
		return;
	first = json_array_get(whole, (size_t)json_integer_value(first));
	json_object_set(test, "same_as", json_object_get(first, "name"));
	json_object_del(test, "message");
	/* The same accident again: this test's own difficulty was not reached. */
	if (strcmp(string_at(test, "outcome"), "failed") != 0)
		json_object_del(test, "hint");
}

static void condense_question(json_t *question, const json_t *whole)
{
	json_t *tests = json_object_get(question, "tests");
	json_t cleanup_json *said = json_object();

	/* Nothing was handed in: the list of what was not tried says nothing more. */
	if (strcmp(string_at(question, "verdict"), "blank") == 0)
		json_array_clear(tests);
	for (size_t i = 0; i < json_array_size(tests); i++) {
		condense_test(json_array_get(tests, i));
		refer_back(json_array_get(tests, i), i, json_object_get(whole, "tests"), said);
	}
}

json_t *report_condense(const json_t *report)
{
	json_t *out = json_deep_copy(report);
	json_t *questions = json_object_get(out, "questions");

	for (size_t i = 0; i < json_array_size(questions); i++)
		condense_question(
			json_array_get(questions, i), json_array_get(json_object_get(report, "questions"), i));
	return out;
}
