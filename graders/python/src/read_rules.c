/*
 * "forbid" and "require": their lists and their caps.
 */
#include <string.h>

#include "constructs.h"
#include "grader_python/grader_python.h"
#include "keys.h"
#include "read.h"
#include "rules.h"
#include "wording.h"

static void refuse(struct reader *reader, const char *list, size_t index, const char *code, const char *name)
{
	reader_problem(reader, reader_pointer_at(reader, list, index), false, &python_messages, code,
		(struct msg_param[]){ { "name", name }, { 0 } });
}

static void check_names(struct reader *reader, const char *pointer, const char *const *names)
{
	const char *list = reader_pointer(reader, pointer, "calls");

	for (size_t i = 0; names && names[i]; i++)
		if (!rules_is_name(names[i]))
			refuse(reader, list, i, "forbid-name", names[i]);
}

static void check_imports(struct reader *reader, const char *pointer, const char *const *names)
{
	const char *list = reader_pointer(reader, pointer, "imports");

	for (size_t i = 0; names && names[i]; i++)
		if (names[i][0] == '.' || !rules_is_name(names[i]))
			refuse(reader, list, i, "rule-module", names[i]);
}

static const char *const *construct_names(struct arena *arena)
{
	size_t count = 0;

	while (construct_at(count))
		count++;
	const char **names = arena_array(arena, count + 1, sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = construct_at(i)->name;
	return names;
}

static const char *all_constructs(struct arena *arena)
{
	struct buf out cleanup_buf = BUF_INIT;

	for (size_t i = 0; construct_at(i); i++)
		buf_printf(&out, "%s%s", i > 0 ? ", " : "", construct_at(i)->name);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void check_constructs(struct reader *reader, const char *pointer, const char *const *words, bool required)
{
	const char *list = reader_pointer(reader, pointer, "constructs");

	for (size_t i = 0; words && words[i]; i++) {
		const char *defined = required ? rules_definition(words[i]) : NULL;
		const char *near = wording_nearest(words[i], construct_names(reader->arena));
		struct msg_param params[] = { { "name", words[i] }, { "near", near },
			{ "all", all_constructs(reader->arena) }, { 0 } };
		if (defined ? is_identifier(defined) : construct_find(words[i]) != NULL)
			continue;
		if (defined)
			refuse(reader, list, i, "not-identifier", defined);
		else
			reader_problem(reader, reader_pointer_at(reader, list, i), false, &python_messages,
				near ? "unknown-construct-near" : "unknown-construct", params);
	}
}

static void read_cap(struct reader *reader, json_t *row, const char *pointer, struct frac *cap)
{
	if (json_object_get(row, "cap") && reader_points(reader, row, pointer, "cap", cap) &&
		frac_cmp(*cap, FRAC_ONE) > 0)
		reader_problem(
			reader, reader_pointer(reader, pointer, "cap"), false, &python_messages, "bad-cap", NULL);
}

static bool is_empty(const char *const *list)
{
	return !list || !list[0];
}

static void read_one(struct reader *reader, json_t *row, const char *pointer, bool required, struct python_rules *rules)
{
	rules->cap = (struct frac){ 1, 2 };
	if (!row)
		return;
	if (!reader_object(reader, row, pointer, required ? require_keys : forbid_keys,
		    required ? REQUIRE_KEYS : FORBID_KEYS, NULL, 0))
		return;
	rules->calls = reader_strings(reader, row, "calls");
	rules->imports = reader_strings(reader, row, "imports");
	rules->constructs = reader_strings(reader, row, "constructs");
	rules->dynamic = !strcmp(reader_string(reader, row, "dynamic", "forbid"), "allow");
	check_names(reader, pointer, rules->calls);
	check_imports(reader, pointer, rules->imports);
	check_constructs(reader, pointer, rules->constructs, required);
	read_cap(reader, row, pointer, &rules->cap);
	if (is_empty(rules->calls) && is_empty(rules->imports) && is_empty(rules->constructs))
		reader_problem(reader, pointer, false, &python_messages, "rule-empty", NULL);
}

static size_t length_of(const char *const *list)
{
	size_t count = 0;

	while (list && list[count])
		count++;
	return count;
}

/* The words that a run has to watch for, in the order in which rules_forbidden() takes what was seen. */
static void list_watch(struct arena *arena, struct python_spec *spec)
{
	const struct python_rules *forbid = &spec->forbid;
	size_t calls = length_of(forbid->calls), imports = length_of(forbid->imports);
	const char **words = arena_array(arena, calls + imports + 1, sizeof(*words));

	for (size_t i = 0; i < calls; i++)
		words[i] = forbid->calls[i];
	for (size_t i = 0; i < imports; i++)
		words[calls + i] = arena_printf(arena, "import %s", forbid->imports[i]);
	spec->watch_count = calls + imports;
	spec->watch = spec->watch_count > 0 ? words : NULL;
}

void read_rules(struct reader *reader, json_t *object, const char *pointer, struct python_spec *spec)
{
	read_one(reader, json_object_get(object, "forbid"), reader_pointer(reader, pointer, "forbid"), false,
		&spec->forbid);
	read_one(reader, json_object_get(object, "require"), reader_pointer(reader, pointer, "require"), true,
		&spec->require);
	list_watch(reader->arena, spec);
}
