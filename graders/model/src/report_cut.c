/*
 * Cutting the teacher's report down. What may be shown is listed; what is not
 * listed, or what we do not know, is left out.
 */
#include <string.h>
#include "base/json.h"
#include "model/messages.h"
#include "model/report.h"
#include "print.h"

/* All that is left of a test whose details are hidden; its name is made anew. */
static const char *const hidden_test_keys[] = { "label", "show", "outcome", "points", "shown", "max", "max_shown",
	NULL };
static const char *const shown_test_keys[] = { "name", "label", "show", "outcome", "points", "shown", "max",
	"max_shown", "call", "input", "expected", "got", "message", "hint", "line", "output", "errors", "diff",
	"cpu_us", "wall_us", NULL };
/* A report's seed would tell the calls that a test is going to draw. */
static const char *const report_keys[] = { "exercise", "digest", "values", "engine", "python", "limits", "isolation",
	"by", "notice", "how", "verdict", "score", NULL };
static const char *const question_keys[] = { "id", "verdict", "points", "shown", "max", "max_shown", "line", "column",
	"source", "read_as", "feedback", NULL };

static json_t *pick(const json_t *from, const char *const *keys)
{
	json_t *out = json_object();

	for (; *keys != NULL; keys++) {
		json_t *value = json_object_get(from, *keys);

		if (value != NULL)
			json_object_set_new(out, *keys, json_deep_copy(value));
	}
	return out;
}

static const char *string_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

/* A word that we do not know hides everything. */
static enum show show_of(const json_t *test)
{
	for (enum show show = SHOW_ALL; show < SHOW_VERDICT; show++) {
		if (strcmp(string_at(test, "show"), show_name(show)) == 0)
			return show;
	}
	return SHOW_VERDICT;
}

/* Passed or failed, no more: how it failed would tell about the input, for an answer can choose it. */
static const char *veiled_outcome(const char *outcome)
{
	static const char *const kept[] = { "passed", "failed", "unreadable", "blank", "pending", "skipped", NULL };

	for (const char *const *name = kept; *name != NULL; name++) {
		if (strcmp(*name, outcome) == 0)
			return outcome;
	}
	return "failed";
}

static void put_name(json_t *out, size_t index)
{
	const json_t *label = json_object_get(out, "label");
	const char *name = json_is_object(label) ? string_at(label, "fr") : json_string_value(label);
	struct buf cleanup_buf text = BUF_INIT;

	if (name == NULL || *name == '\0') {
		buf_printf(&text, "test %zu", index + 1); /* the same word in both languages */
		name = buf_str(&text);
	}
	json_object_set_new(out, "name", json_string(name));
}

static bool mentions(const json_t *message, const char *lang, const char *expected)
{
	const char *text = json_is_string(message) ? json_string_value(message) : string_at(message, lang);

	return *expected != '\0' && strstr(text, expected) != NULL;
}

/*
 * May this message come before the expected value is revealed? Of a failed test, only where its grader said so:
 * "first difference at [1]: expected 4" tells, and quotes the expected value nowhere whole. Elsewhere (an
 * exception, a time-out) it speaks of the answer, unless it repeats what was expected.
 */
static bool is_discreet(const json_t *test, const json_t *message)
{
	const char *expected = string_at(test, "expected");

	if (json_is_true(json_object_get(test, "discreet")))
		return true;
	if (strcmp(string_at(test, "outcome"), "failed") == 0)
		return false;
	return !mentions(message, "fr", expected) && !mentions(message, "en", expected);
}

/* Removes the expected value, and a message that tells it. */
static void conceal_expected(json_t *test, const json_t *full)
{
	json_t *message = json_object_get(test, "message");

	if (message != NULL && !is_discreet(full, message)) {
		json_t *plain = json_object();
		json_t *code = json_object_get(message, "code");

		if (code != NULL)
			json_object_set(plain, "code", code);
		json_object_set_new(plain, "fr", json_string(message_in("not-passed", LANG_FR)));
		json_object_set_new(plain, "en", json_string(message_in("not-passed", LANG_EN)));
		json_object_set_new(test, "message", plain);
	}
	json_object_del(test, "expected");
	json_object_del(test, "diff");
}

/* How long a test took depends on what ran before it: of a question with hidden tests no time is told. */
static bool any_hidden(const json_t *tests)
{
	for (size_t i = 0; i < json_array_size(tests); i++) {
		if (show_of(json_array_get(tests, i)) >= SHOW_LABEL)
			return true;
	}
	return false;
}

static json_t *student_test(const json_t *test, size_t index, bool reveal, bool timed)
{
	enum show show = show_of(test);
	bool passed = strcmp(string_at(test, "outcome"), "passed") == 0;
	json_t *out;

	if (show == SHOW_ALL || (show == SHOW_COUNTEREXAMPLE && !passed)) {
		out = pick(test, shown_test_keys);
		if (!timed) {
			json_object_del(out, "cpu_us");
			json_object_del(out, "wall_us");
		}
		if (!reveal)
			conceal_expected(out, test);
		return out;
	}
	out = pick(test, hidden_test_keys);
	if (show >= SHOW_LABEL)
		json_object_set_new(out, "outcome", json_string(veiled_outcome(string_at(test, "outcome"))));
	if (show == SHOW_COUNTEREXAMPLE)
		json_object_set_new(out, "name", json_string(string_at(test, "name")));
	else
		put_name(out, index);
	return out;
}

static json_t *student_report(const json_t *teacher, bool reveal)
{
	const json_t *questions = json_object_get(teacher, "questions");
	json_t *out = pick(teacher, report_keys), *list = json_array();

	for (size_t i = 0; i < json_array_size(questions); i++) {
		const json_t *question = json_array_get(questions, i);
		const json_t *tests = json_object_get(question, "tests");
		json_t *kept = pick(question, question_keys), *rows = json_array();
		bool timed = !any_hidden(tests);

		for (size_t j = 0; j < json_array_size(tests); j++)
			json_array_append_new(rows, student_test(json_array_get(tests, j), j, reveal, timed));
		/* A picture that explains a mistake shows what would have been right. */
		if (reveal && json_object_get(question, "pictures") != NULL)
			json_object_set_new(kept, "pictures", json_deep_copy(json_object_get(question, "pictures")));
		json_object_set_new(kept, "tests", rows);
		json_array_append_new(list, kept);
	}
	json_object_set_new(out, "questions", list);
	return out;
}

/* "<f at 0x7f12ab34cd56>" differs from run to run: "<f at 0x…>". */
static json_t *mask_addresses(const char *text)
{
	struct buf cleanup_buf out = BUF_INIT;

	while (*text != '\0') {
		const char *found = strstr(text, "0x");
		size_t digits = found != NULL ? strspn(found + 2, "0123456789abcdefABCDEF") : 0;

		if (found == NULL) {
			buf_addstr(&out, text);
			break;
		}
		buf_add(&out, text, (size_t)(found - text) + 2);
		text = found + 2;
		if (digits >= 6) {
			buf_addstr(&out, "…");
			text += digits;
		}
	}
	return json_string(buf_str(&out));
}

/* The canonical form of any value. New reference. Reports are as deep as json_parse() allows, no deeper. */
static json_t *canonical(const json_t *value)
{
	json_t *out, *item;
	const char *key;
	size_t index;

	if (json_is_string(value))
		return mask_addresses(json_string_value(value));
	if (json_is_array(value)) {
		out = json_array();
		json_array_foreach(value, index, item)
		{
			json_array_append_new(out, canonical(item));
		}
		return out;
	}
	if (!json_is_object(value))
		return json_deep_copy(value);
	out = json_object();
	json_object_foreach((json_t *)value, key, item)
	{
		if (strcmp(key, "cpu_us") != 0 && strcmp(key, "wall_us") != 0)
			json_object_set_new(out, key, canonical(item));
	}
	return out;
}

json_t *report_cut(const json_t *teacher, const struct report_options *options)
{
	switch (options->view) {
	case VIEW_TEACHER:
		return json_deep_copy(teacher);
	case VIEW_CANONICAL:
		return canonical(teacher);
	case VIEW_STUDENT:
		break;
	}
	return student_report(teacher, options->reveal);
}
