/*
 * Reading the two Python kinds.
 *
 * The loader has checked the question's own keys and their types against the
 * tables of keys.c before it calls read(); the rows of "tests", "forbid" and
 * "limits" are checked here. Nothing stops at the first mistake: an author
 * gets them all at once. Literals and calls stay texts, because only a Python
 * interpreter reads Python, and this side of the border has none (plan.c).
 */
#include "read.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "grader_python/grader_python.h"
#include "keys.h"
#include "points.h"

enum { MAX_TESTS = 200, MAX_FILES = 20 };

static const char *const keywords[] = { "False", "None", "True", "and", "as", "assert", "async", "await", "break",
	"class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
	"in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
	NULL };

/* Letters beyond ASCII are left to Python: prénom is a fine name, and a sign that is none ends in a missing function. */
static bool is_letter(char c)
{
	return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

bool is_identifier(const char *name)
{
	if (!is_letter(name[0]))
		return false;
	for (const char *p = name; *p; p++)
		if (!is_letter(*p) && !isdigit((unsigned char)*p))
			return false;
	for (size_t i = 0; keywords[i]; i++)
		if (!strcmp(keywords[i], name))
			return false;
	return true;
}

const struct folder_file *spec_file(const struct folder *folder, const char *question_folder, const char *name)
{
	char path[1024];

	int length = snprintf(path, sizeof(path), "%s%s", question_folder, name);
	if (length < 0 || (size_t)length >= sizeof(path))
		return NULL;
	return folder_find(folder, path);
}

bool takes_tolerance(const char *rule)
{
	static const char *const rules[] = { "approx", "unordered", "set", "numbers" };

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (!strcmp(rules[i], rule))
			return true;
	return false;
}

bool read_tolerance(struct reader *reader, json_t *object, const char *pointer, double *tolerance)
{
	json_t *value = json_object_get(object, "tolerance");

	if (!value)
		return true;
	double number = json_is_number(value) ? json_number_value(value) : -1;
	if (!(number >= 0 && number < 1e308)) {
		reader_problem(reader, reader_pointer(reader, pointer, "tolerance"), false, &python_messages,
			"bad-tolerance", NULL);
		return false;
	}
	*tolerance = number;
	return true;
}

static void read_limits(struct reader *reader, json_t *object, const char *pointer, struct python_limits *limits)
{
	json_t *row = json_object_get(object, "limits");

	*limits = (struct python_limits){ LIMIT_CPU_MS, LIMIT_MEMORY_MB, LIMIT_OUTPUT_KB };
	if (!row || !reader_object(
			    reader, row, reader_pointer(reader, pointer, "limits"), limits_keys, LIMITS_KEYS, NULL, 0))
		return;
	limits->cpu_ms = (uint32_t)reader_int(row, "cpu_ms", LIMIT_CPU_MS);
	limits->memory_mb = (uint32_t)reader_int(row, "memory_mb", LIMIT_MEMORY_MB);
	limits->output_kb = (uint32_t)reader_int(row, "output_kb", LIMIT_OUTPUT_KB);
}

static const char *plain_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* What would give the answer away must not be readable beside it. */
static bool is_secret(const char *name)
{
	size_t length = strlen(name);

	return !strcmp(plain_name(name), "solution.py") || !strcmp(plain_name(name), "checker.py") ||
	       !strcmp(plain_name(name), "exercise.json") || !strncmp(name, "wrong/", 6) ||
	       !strncmp(name, "corrige.", 8) || (length > 4 && !strcmp(name + length - 4, ".ans"));
}

static const char *file_fault(const struct python_spec *spec, const struct folder_file *file, const char *name)
{
	if (is_secret(name))
		return "file-secret";
	if (!file)
		return "file-missing";
	for (size_t i = 0; i < spec->file_count; i++)
		if (!strcmp(plain_name(spec->files[i]->name), plain_name(name)))
			return "file-twice";
	return spec->file_count == MAX_FILES ? "too-many-files" : NULL;
}

static void read_files(struct reader *reader, json_t *object, const char *pointer, const struct question *question,
	struct python_spec *spec)
{
	const char *const *names = reader_strings(reader, object, "files");
	const char *at = reader_pointer(reader, pointer, "files");

	if (!names)
		return;
	spec->files = arena_array(reader->arena, MAX_FILES, sizeof(const struct folder_file *));
	for (size_t i = 0; names[i]; i++) {
		const struct folder_file *file = spec_file(reader->folder, question->folder, names[i]);
		const char *fault = file_fault(spec, file, names[i]);
		if (fault)
			reader_problem(reader, reader_pointer_at(reader, at, i), false, &python_messages, fault,
				(struct msg_param[]){ { "name", names[i] }, { 0 } });
		else
			spec->files[spec->file_count++] = file;
	}
}

static void check_groups(struct reader *reader, const struct python_spec *spec)
{
	for (size_t i = 0; i < spec->test_count; i++) {
		const char *group = spec->tests[i].group;
		size_t members = 0;
		for (size_t j = 0; group && j < spec->test_count; j++)
			members += spec->tests[j].group && !strcmp(group, spec->tests[j].group);
		if (members == 1)
			reader_problem(reader, reader_pointer(reader, spec->tests[i].pointer, "group"), false,
				&python_messages, "group-alone", (struct msg_param[]){ { "group", group }, { 0 } });
	}
}

static void check_points(
	struct reader *reader, const char *pointer, const struct question *question, struct python_spec *spec)
{
	static const char *const codes[] = { [POINTS_EXCEED] = "points-exceed",
		[POINTS_SHORT] = "points-short",
		[POINTS_NO_MORE] = "points-no-more",
		[POINTS_TOO_FINE] = "points-too-fine" };
	struct err ignored = { 0 };
	struct frac sum = FRAC_ZERO;
	struct buf named cleanup_buf = BUF_INIT, total cleanup_buf = BUF_INIT;

	enum points_fault fault = points_share(question->points, spec->tests, spec->test_count);
	if (fault == POINTS_FINE || question->points.num <= 0)
		return; /* the loader has spoken of a question without points */
	for (size_t i = 0; i < spec->test_count; i++)
		if (spec->tests[i].has_points && frac_add(&sum, sum, spec->tests[i].points, &ignored))
			break;
	frac_print(&named, sum);
	frac_print(&total, question->points);
	reader_problem(reader, reader_pointer(reader, pointer, "tests"), true, &python_messages, codes[fault],
		(struct msg_param[]){ { "sum", buf_str(&named) }, { "total", buf_str(&total) }, { 0 } });
}

static void check_source(struct reader *reader, const char *pointer, const struct folder_file *file)
{
	if (file && (utf8_check(file->data, file->bytes) != file->bytes || memchr(file->data, '\0', file->bytes)))
		reader_problem(reader, pointer, false, &python_messages, "file-not-text",
			(struct msg_param[]){ { "file", file->name }, { 0 } });
}

static struct python_spec *read_shared_part(
	struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct python_spec *spec = arena_alloc(reader->arena, sizeof(*spec));

	question->spec = spec;
	spec->solution = spec_file(reader->folder, question->folder, "solution.py");
	spec->starter = spec_file(reader->folder, question->folder, "starter.py");
	spec->prelude = spec_file(reader->folder, question->folder, "prelude.py");
	spec->checker = spec_file(reader->folder, question->folder, "checker.py");
	if (!spec->solution)
		reader_problem(reader, pointer, false, &python_messages, "no-solution",
			(struct msg_param[]){
				{ "file", arena_printf(reader->arena, "%ssolution.py", question->folder) }, { 0 } });
	if (spec->starter && spec->solution && spec->starter->bytes == spec->solution->bytes &&
		!memcmp(spec->starter->data, spec->solution->data, spec->solution->bytes))
		reader_problem(reader, pointer, false, &python_messages, "starter-is-solution", NULL);
	check_source(reader, pointer, spec->solution);
	check_source(reader, pointer, spec->starter);
	check_source(reader, pointer, spec->prelude);
	check_source(reader, pointer, spec->checker);
	read_limits(reader, object, pointer, &spec->limits);
	read_rules(reader, object, pointer, spec);
	read_files(reader, object, pointer, question, spec);
	return spec;
}

static struct row_context open_rows(
	struct reader *reader, json_t *object, const char *pointer, const struct question *question, const char *rule)
{
	struct row_context context = {
		.reader = reader, .question = question, .spec = question->spec, .tolerance = -1
	};

	context.compare = reader_string(reader, object, "compare", rule);
	if (!read_tolerance(reader, object, pointer, &context.tolerance))
		return context;
	if (context.tolerance >= 0 && !takes_tolerance(context.compare)) {
		reader_problem(reader, reader_pointer(reader, pointer, "tolerance"), true, &python_messages,
			"tolerance-without-approx", NULL);
		context.tolerance = -1;
	}
	return context;
}

typedef bool read_row(struct row_context *context, json_t *row, const char *pointer, struct python_test *test);

static bool read_rows(
	struct row_context *context, json_t *rows, const char *pointer, struct python_spec *spec, read_row *read_one)
{
	const char *at = reader_pointer(context->reader, pointer, "tests");
	size_t count = json_array_size(rows);
	bool fine = true;

	if (count == 0 || count > MAX_TESTS) {
		reader_problem(
			context->reader, at, true, &python_messages, count ? "too-many-tests" : "no-tests", NULL);
		return false;
	}
	spec->tests = arena_array(context->reader->arena, count, sizeof(*spec->tests));
	for (size_t i = 0; i < count; i++) {
		struct python_test *test = &spec->tests[i];
		test->pointer = reader_pointer_at(context->reader, at, i);
		test->points = FRAC_ZERO;
		test->name = arena_printf(context->reader->arena, "test %zu", i + 1);
		fine &= read_one(context, json_array_get(rows, i), test->pointer, test);
	}
	spec->test_count = count;
	return fine;
}

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

static void check_params(struct reader *reader, const char *pointer, const struct python_spec *spec)
{
	const char *at = reader_pointer(reader, pointer, "params");

	for (size_t i = 0; spec->params && spec->params[i]; i++)
		if (!is_identifier(spec->params[i]))
			reader_problem(reader, reader_pointer_at(reader, at, i), false, &python_messages,
				"not-identifier", (struct msg_param[]){ { "name", spec->params[i] }, { 0 } });
		else if (is_among(spec->params[i], spec->params, i))
			reader_problem(reader, reader_pointer_at(reader, at, i), false, &python_messages, "param-twice",
				(struct msg_param[]){ { "name", spec->params[i] }, { 0 } });
}

/* An asked function that no test speaks of: one of the two names is a slip. Accents may be composed or not. */
static void check_entry(struct reader *reader, const char *pointer, const struct python_spec *spec)
{
	bool called = false;

	for (const char *p = spec->entry; *p; p++)
		called |= (unsigned char)*p >= 0x80;
	for (size_t i = 0; i < spec->test_count; i++)
		called |= strstr(spec->tests[i].call, spec->entry) != NULL;
	if (!called && is_identifier(spec->entry))
		reader_problem(reader, reader_pointer(reader, pointer, "entry"), false, &python_messages,
			"entry-not-called", (struct msg_param[]){ { "name", spec->entry }, { 0 } });
}

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* The same call after the same statements: as a rule copied, and forgotten. A label of its own says that it is meant. */
static void check_twice(struct reader *reader, const struct python_spec *spec)
{
	for (size_t i = 0; i < spec->test_count; i++) {
		const struct python_test *test = &spec->tests[i];
		for (size_t j = 0; j < i; j++) {
			const struct python_test *before = &spec->tests[j];
			if (!is_same(test->call, before->call) || !is_same(test->setup, before->setup) ||
				!is_same(test->label.fr, before->label.fr))
				continue;
			reader_warning(reader, test->pointer, false, &python_messages, "test-twice",
				(struct msg_param[]){ { "name", test->name }, { 0 } });
			break;
		}
	}
}

void read_function_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct python_spec *spec = read_shared_part(reader, object, pointer, question);
	struct row_context context = open_rows(reader, object, pointer, question, "equal");

	spec->entry = reader_string(reader, object, "entry", "");
	if (!is_identifier(spec->entry))
		reader_problem(reader, reader_pointer(reader, pointer, "entry"), false, &python_messages,
			"not-identifier", (struct msg_param[]){ { "name", spec->entry }, { 0 } });
	spec->params = reader_strings(reader, object, "params");
	check_params(reader, pointer, spec);
	spec->strict_load = !strcmp(reader_string(reader, object, "load", "lenient"), "strict");
	if (!read_rows(&context, json_object_get(object, "tests"), pointer, spec, read_function_test))
		return;
	check_entry(reader, pointer, spec);
	check_twice(reader, spec);
	check_points(reader, pointer, question, spec);
	check_groups(reader, spec);
}

/* The name between tests/ and .in, or NULL for any other file. */
static const char *case_name(struct arena *arena, const char *file, const char *question_folder)
{
	size_t prefix = strlen(question_folder), length = strlen(file);

	if (strncmp(file, question_folder, prefix) != 0 || strncmp(file + prefix, "tests/", 6) != 0 ||
		length < prefix + 10 || strcmp(file + length - 3, ".in") != 0)
		return NULL;
	return arena_memdup(arena, file + prefix + 6, length - prefix - 9);
}

static bool read_case_files(struct row_context *context, const char *pointer, struct python_spec *spec)
{
	const struct folder *folder = context->reader->folder;
	const char *own = context->question->folder;
	bool fine = true;

	spec->tests = arena_array(context->reader->arena, MAX_TESTS, sizeof(*spec->tests));
	for (size_t i = 0; i < folder->count && spec->test_count < MAX_TESTS; i++) {
		const char *name = case_name(context->reader->arena, folder->files[i].name, own);
		if (!name)
			continue;
		struct python_test *test = &spec->tests[spec->test_count++];
		*test = (struct python_test){ .pointer = pointer,
			.name = name,
			.points = FRAC_ZERO,
			.compare = context->compare,
			.tolerance = context->tolerance };
		fine &= read_case(context, name, pointer, test);
	}
	if (spec->test_count > 0)
		return fine;
	reader_problem(context->reader, pointer, false, &python_messages, "no-cases", NULL);
	return false;
}

static bool takes_file(const struct python_spec *spec, const struct folder_file *file)
{
	for (size_t i = 0; i < spec->test_count; i++)
		if (spec->tests[i].input == file->data || spec->tests[i].prints == file->data)
			return true;
	return false;
}

/* What lies in the folder and no test looks at: its author believes that it counts. */
static void check_unused(
	struct reader *reader, const char *pointer, const struct question *question, const struct python_spec *spec)
{
	const struct folder *folder = reader->folder;
	const char *tests = arena_printf(reader->arena, "%stests/", question->folder);
	bool checked = false;

	for (size_t i = 0; i < spec->test_count; i++)
		checked |= !strcmp(spec->tests[i].compare, "checker");
	if (spec->checker && !checked)
		reader_warning(reader, pointer, false, &python_messages, "checker-unused", NULL);
	for (size_t i = 0; i < folder->count; i++) {
		const struct folder_file *file = &folder->files[i];
		if (!strncmp(file->name, tests, strlen(tests)) && !takes_file(spec, file))
			reader_warning(reader, pointer, false, &python_messages, "case-unused",
				(struct msg_param[]){ { "file", file->name }, { 0 } });
	}
}

void read_program_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct python_spec *spec = read_shared_part(reader, object, pointer, question);
	struct row_context context = open_rows(reader, object, pointer, question, "lines");
	json_t *rows = json_object_get(object, "tests");
	bool fine;

	spec->program = true;
	if (rows)
		fine = read_rows(&context, rows, pointer, spec, read_program_test);
	else
		fine = read_case_files(&context, pointer, spec);
	if (!fine)
		return;
	check_unused(reader, pointer, question, spec);
	check_points(reader, pointer, question, spec);
	check_groups(reader, spec);
}
