#include "forbid.h"

#include <string.h>

static const struct run_name *find(const struct run_compiled *compiled, char kind, const char *name)
{
	for (size_t i = 0; i < compiled->name_count; i++)
		if (compiled->names[i].kind == kind && !strcmp(compiled->names[i].name, name))
			return &compiled->names[i];
	return NULL;
}

static bool on_line(const struct run_compiled *compiled, char kind, const char *name, int line)
{
	for (size_t i = 0; i < compiled->name_count; i++)
		if (compiled->names[i].kind == kind && compiled->names[i].line == line &&
			!strcmp(compiled->names[i].name, name))
			return true;
	return false;
}

/* A function of the student's own may bear the name; `max = max` is no such function. */
static bool is_own(const struct run_compiled *compiled, const char *name)
{
	const struct run_name *defined = find(compiled, 'd', name);

	return defined && !on_line(compiled, 'g', name, defined->line);
}

static bool imports(const struct run_compiled *compiled, const char *module, size_t length)
{
	for (size_t i = 0; i < compiled->name_count; i++)
		if (compiled->names[i].kind == 'i' && !strncmp(compiled->names[i].name, module, length) &&
			(compiled->names[i].name[length] == '\0' || compiled->names[i].name[length] == '.'))
			return true;
	return false;
}

/* "max", ".sort", "math.sqrt" */
static const struct run_name *find_call(const struct run_compiled *compiled, const char *call)
{
	const char *dot = strrchr(call, '.');
	const struct run_name *found = NULL;

	if (!dot) {
		if (!is_own(compiled, call))
			found = find(compiled, 'g', call);
		if (!found)
			found = find(compiled, 'i', call);
		if (!found && imports(compiled, "builtins", strlen("builtins")))
			found = find(compiled, 'a', call);
		return found;
	}
	if (dot == call)
		return find(compiled, 'a', dot + 1);
	found = find(compiled, 'i', call);
	if (found || !imports(compiled, call, (size_t)(dot - call)))
		return found;
	found = find(compiled, 'a', dot + 1);
	return found ? found : find(compiled, 'g', dot + 1); /* from math import sqrt */
}

struct forbidden forbid_find(const struct python_forbid *forbid, const struct run_compiled *compiled)
{
	struct forbidden first = { 0 };

	for (size_t i = 0; forbid->calls && forbid->calls[i]; i++) {
		const struct run_name *found = find_call(compiled, forbid->calls[i]);
		if (found && (!first.name || found->line < first.line))
			first = (struct forbidden){ forbid->calls[i], found->line };
	}
	return first;
}
