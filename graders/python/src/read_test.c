/*
 * One row of "tests".
 */
#include "read.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "builtin_exceptions.h"
#include "compare_text.h"
#include "grader_python/grader_python.h"
#include "keys.h"

enum { MAX_NAME = 120 };

static bool blame(struct row_context *context, const char *pointer, const char *key, const char *code)
{
	const char *at = key ? reader_pointer(context->reader, pointer, key) : pointer;

	reader_problem(context->reader, at, key != NULL, &python_messages, code, NULL);
	return false;
}

static bool blame_name(struct row_context *context, const char *pointer, const char *code, const char *name)
{
	reader_problem(context->reader, pointer, false, &python_messages, code,
		(struct msg_param[]){ { "name", name }, { 0 } });
	return false;
}

static enum show show_from(const char *name)
{
	for (enum show show = SHOW_ALL; show <= SHOW_VERDICT; show++)
		if (!strcmp(name, show_name(show)))
			return show;
	return SHOW_ALL;
}

/* What every test has: name and secrecy, points, group, rule. */
static bool read_common(struct row_context *context, json_t *row, const char *pointer, struct python_test *test)
{
	struct reader *reader = context->reader;
	bool fine = true;

	test->label = reader_text(reader, row, "label");
	test->hint = reader_text(reader, row, "hint");
	test->group = reader_string(reader, row, "group", NULL);
	test->show = show_from(reader_string(reader, row, "show", "all"));
	test->compare = reader_string(reader, row, "compare", context->compare);
	test->tolerance = -1;
	if (json_object_get(row, "points")) {
		test->has_points = true;
		if (!reader_points(reader, row, pointer, "points", &test->points)) {
			test->points = FRAC_ZERO;
			fine = false;
		}
	}
	bool numeric = takes_tolerance(test->compare);
	if (!read_tolerance(reader, row, pointer, &test->tolerance))
		return false;
	if (test->tolerance >= 0 && !numeric)
		return blame(context, pointer, "tolerance", "tolerance-without-approx");
	if (test->tolerance < 0 && numeric)
		test->tolerance = context->tolerance;
	return fine;
}

/* The report's name: the label, else what is done, cut to one short line. */
static const char *report_name(struct reader *reader, const struct python_test *test)
{
	const char *text = test->label.fr ? test->label.fr : test->call;
	size_t length = strcspn(text, "\r\n");

	if (length > MAX_NAME) {
		length = MAX_NAME;
		while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
			length--;
		return arena_printf(reader->arena, "%.*s…", (int)length, text);
	}
	return arena_memdup(reader->arena, text, length);
}

static bool read_after(struct row_context *context, json_t *row, const char *pointer, struct python_test *test)
{
	json_t *value = json_object_get(row, "args_after");
	size_t count = json_is_array(value) ? json_array_size(value) : 1;

	if (!value)
		return true;
	if (json_is_true(value)) {
		test->after_wanted = WANTED_REFERENCE;
		return true;
	}
	const char **list = arena_array(context->reader->arena, count + 1, sizeof(*list));
	for (size_t i = 0; i < count; i++) {
		json_t *item = json_is_array(value) ? json_array_get(value, i) : value;
		if (!json_is_string(item) && !(json_is_null(item) && json_is_array(value)))
			return blame(context, pointer, "args_after", "bad-args-after");
		list[i] = json_string_value(item); /* NULL for null: anything */
	}
	if (count == 0)
		return blame(context, pointer, "args_after", "bad-args-after");
	test->after_wanted = WANTED_GIVEN;
	test->after = list;
	test->after_count = count;
	return true;
}

static bool read_prints(struct row_context *context, json_t *row, const char *pointer, struct python_test *test)
{
	json_t *value = json_object_get(row, "prints");

	if (!value)
		return true;
	if (json_is_true(value)) {
		test->prints_wanted = WANTED_REFERENCE;
		return true;
	}
	if (!json_is_string(value))
		return blame(context, pointer, "prints", "bad-prints");
	test->prints_wanted = WANTED_GIVEN;
	test->prints = json_string_value(value);
	test->prints_bytes = json_string_length(value);
	return true;
}

/* Which expectations may stand together. */
static bool check_expectations(
	struct row_context *context, json_t *row, const char *pointer, const struct python_test *test)
{
	bool fine = true;

	if (test->raises && !is_builtin_exception(test->raises)) {
		const char *near = nearest_name(test->raises, builtin_exceptions);
		const char *at = reader_pointer(context->reader, pointer, "raises");
		struct msg_param params[] = { { "name", test->raises }, { "near", near }, { 0 } };
		reader_problem(context->reader, at, false, &python_messages,
			near ? "unknown-exception-near" : "unknown-exception", params);
		fine = false;
	}
	if (test->raises && test->returns)
		fine = blame(context, pointer, "raises", "returns-and-raises");
	if (test->raises && test->after_wanted != WANTED_NOT)
		fine = blame(context, pointer, "raises", "after-and-raises");
	if (test->raises && json_object_get(row, "compare"))
		fine = blame(context, pointer, "compare", "compare-and-raises");
	return fine;
}

/* "maximun([1])" while "maximum" is asked: certainly a slip, unless solution.py or prelude.py speak of it too. */
static bool check_called_name(struct row_context *context, const char *pointer, const struct python_test *test)
{
	const struct python_spec *spec = context->spec;
	size_t length = strcspn(test->call, "(");
	char name[64];

	if (test->call[length] == '\0' || length >= sizeof(name))
		return true;
	memcpy(name, test->call, length);
	name[length] = '\0';
	if (!is_identifier(name) || !strcmp(name, spec->entry))
		return true;
	const char *near = nearest_name(name, (const char *const[]){ spec->entry, NULL });
	if (!near || (spec->solution && strstr(spec->solution->data, name)) ||
		(spec->prelude && strstr(spec->prelude->data, name)))
		return true;
	reader_problem(context->reader, reader_pointer(context->reader, pointer, "call"), false, &python_messages,
		"call-other-name", (struct msg_param[]){ { "name", name }, { "entry", spec->entry }, { 0 } });
	return false;
}

bool read_function_test(struct row_context *context, json_t *row, const char *pointer, struct python_test *test)
{
	struct reader *reader = context->reader;

	if (!reader_object(reader, row, pointer, function_test_keys, FUNCTION_TEST_KEYS, NULL, 0))
		return false;
	bool fine = read_common(context, row, pointer, test);
	test->call = reader_string(reader, row, "call", "");
	if (test->call[strspn(test->call, " \t\r\n")] == '\0')
		return blame(context, pointer, "call", "call-empty");
	test->setup = reader_string(reader, row, "setup", NULL);
	test->returns = reader_string(reader, row, "returns", NULL);
	test->raises = reader_string(reader, row, "raises", NULL);
	if (test->raises)
		test->raises = builtin_exception_identity(test->raises);
	fine &= read_after(context, row, pointer, test);
	fine &= read_prints(context, row, pointer, test);
	if (test->returns)
		test->returns_wanted = WANTED_GIVEN;
	else if (!test->raises && test->after_wanted == WANTED_NOT && test->prints_wanted == WANTED_NOT)
		test->returns_wanted = WANTED_REFERENCE;
	test->name = report_name(reader, test);
	fine &= check_expectations(context, row, pointer, test);
	return check_called_name(context, pointer, test) && fine;
}

static bool check_rule(struct row_context *context, const char *pointer, const struct python_test *test)
{
	if (!strcmp(test->compare, "checker") && !context->spec->checker)
		return blame(context, pointer, "compare", "no-checker");
	if (strcmp(test->compare, "regex") != 0)
		return true;
	if (test->prints_wanted != WANTED_GIVEN)
		return blame(context, pointer, NULL, "regex-without-prints");
	struct err why = { 0 };
	size_t column = 0;
	struct text pattern = { test->prints, test->prints_bytes };
	if (!compare_text_pattern(pattern, &column, &why))
		return true;
	const char *at = arena_printf(context->reader->arena, "%zu", column);
	reader_problem(context->reader, pointer, false, &python_messages, "bad-pattern",
		(struct msg_param[]){ { "column", at }, { "said", why.text }, { 0 } });
	return false;
}

bool read_case(struct row_context *context, const char *name, const char *pointer, struct python_test *test)
{
	const struct folder *folder = context->reader->folder;
	char path[256];

	int length = snprintf(path, sizeof(path), "tests/%s.in", name);
	if (length < 0 || (size_t)length >= sizeof(path))
		return blame_name(context, pointer, "no-case-input", name);
	const struct folder_file *input = spec_file(folder, context->question->folder, path);
	if (!input)
		return blame_name(context, pointer, "no-case-input", name);
	test->input = input->data;
	test->input_bytes = input->bytes;
	snprintf(path, sizeof(path), "tests/%s.ans", name);
	const struct folder_file *answer = spec_file(folder, context->question->folder, path);
	if (answer) {
		test->prints_wanted = WANTED_GIVEN;
		test->prints = answer->data;
		test->prints_bytes = answer->bytes;
		return check_rule(context, pointer, test);
	}
	test->prints_wanted = WANTED_REFERENCE;
	if (strcmp(test->compare, "checker") != 0)
		return blame_name(context, pointer, "no-case-answer", name);
	return check_rule(context, pointer, test);
}

bool read_program_test(struct row_context *context, json_t *row, const char *pointer, struct python_test *test)
{
	struct reader *reader = context->reader;

	if (!reader_object(reader, row, pointer, program_test_keys, PROGRAM_TEST_KEYS, NULL, 0))
		return false;
	bool fine = read_common(context, row, pointer, test);
	const char *named = reader_string(reader, row, "case", NULL);
	json_t *input = json_object_get(row, "stdin"), *prints = json_object_get(row, "prints");
	if (named && (input || prints))
		return blame(context, pointer, "case", "case-and-inline");
	if (named) {
		fine &= read_case(context, named, pointer, test);
	} else {
		test->input = json_string_value(input);
		test->input_bytes = json_string_length(input);
		test->prints_wanted = prints ? WANTED_GIVEN : WANTED_REFERENCE;
		test->prints = json_string_value(prints);
		test->prints_bytes = json_string_length(prints);
		fine &= check_rule(context, pointer, test);
	}
	if (test->label.fr)
		test->name = test->label.fr;
	else if (named)
		test->name = named;
	return fine;
}
