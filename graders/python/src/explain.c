/*
 * Explaining exceptions: a table of (type, words of Python's own message, our
 * explanation), the first row that fits wins. Python's wording is that of 3.11
 * and 3.12; where it changes, the row without words still fits.
 */
#include "explain.h"

#include <string.h>

#include "grader_python/grader_python.h"
#include "printable.h"
#include "wording.h"

struct explain_row {
	const char *type; /* the nearest built-in type */
	const char *contains; /* in the message; NULL: whatever it says */
	const char *code; /* in python_explain_messages */
};

static const struct explain_row rows[] = {
	{ "UnboundLocalError", NULL, "unbound-local" },
	{ "NameError", "free variable", "unbound-local" },
	{ "NameError", NULL, "name" },
	{ "IndexError", "pop from empty", "pop-empty" },
	{ "IndexError", "string", "index-string" },
	{ "IndexError", NULL, "index" },
	{ "KeyError", NULL, "key" },
	{ "ZeroDivisionError", NULL, "zero-division" },
	{ "RecursionError", NULL, "recursion" },
	{ "AttributeError", "'NoneType' object", "attribute-none" },
	{ "AttributeError", NULL, "attribute" },
	{ "TypeError", "can only concatenate str", "concatenate-text" },
	{ "TypeError", "can only concatenate list", "concatenate-list" },
	{ "TypeError", "must be str, not", "concatenate-text" },
	{ "TypeError", "'NoneType'", "none-used" },
	{ "TypeError", "unsupported operand", "operand" },
	{ "TypeError", "can't multiply sequence", "operand" },
	{ "TypeError", "not supported between", "compare-types" },
	{ "TypeError", "is not iterable", "not-iterable" },
	{ "TypeError", "is not callable", "not-callable" },
	{ "TypeError", "is not subscriptable", "not-subscriptable" },
	{ "TypeError", "does not support item assignment", "item-assignment" },
	{ "TypeError", "indices must be integers", "index-type" },
	{ "TypeError", "has no len()", "no-len" },
	{ "TypeError", "unhashable type", "unhashable" },
	{ "TypeError", "cannot be interpreted as an integer", "needs-int" },
	{ "TypeError", "positional argument", "arity" },
	{ "TypeError", "keyword argument", "arity" },
	{ "TypeError", "at most", "arity" },
	{ "TypeError", "at least", "arity" },
	{ "ValueError", "invalid literal for int()", "int-text" },
	{ "ValueError", "could not convert string to float", "float-text" },
	{ "ValueError", "values to unpack", "unpack" },
	{ "ValueError", "not in list", "not-in-list" },
	{ "ValueError", "is not in list", "not-in-list" },
	{ "ValueError", "substring not found", "not-in-text" },
	{ "ValueError", "math domain error", "math-domain" },
	{ "ValueError", "empty sequence", "empty-sequence" },
	{ "ValueError", "arg is an empty", "empty-sequence" },
	{ "ValueError", "iterable argument is empty", "empty-sequence" },
	{ "EOFError", NULL, "end-of-input" },
	{ "ModuleNotFoundError", NULL, "module" },
	{ "ImportError", NULL, "module" },
	{ "MemoryError", NULL, "memory-error" },
	{ "OverflowError", NULL, "overflow" },
	{ "FileNotFoundError", NULL, "file-not-found" },
	{ "PermissionError", NULL, "permission" },
	{ "OSError", NULL, "permission" },
	{ "AssertionError", NULL, "assertion" },
	{ "StopIteration", NULL, "stop-iteration" },
	{ "RuntimeError", "changed size during iteration", "changed-size" },
	{ "SystemExit", NULL, "system-exit" },
	{ "KeyboardInterrupt", NULL, "keyboard-interrupt" },
	{ "NotImplementedError", NULL, "not-implemented" },

	/* Reading the text: a SyntaxError has its types below it. */
	{ "TabError", NULL, "tabs" },
	{ "IndentationError", "expected an indented block", "indent-expected" },
	{ "IndentationError", "unexpected indent", "indent-unexpected" },
	{ "IndentationError", NULL, "indent-unmatched" },
	{ "SyntaxError", "expected ':'", "colon" },
	{ "SyntaxError", "was never closed", "never-closed" },
	{ "SyntaxError", "unmatched", "unmatched" },
	{ "SyntaxError", "does not match opening", "unmatched" },
	{ "SyntaxError", "unterminated", "unterminated" },
	{ "SyntaxError", "Missing parentheses in call to", "print-parentheses" },
	{ "SyntaxError", "instead of '='", "equal-sign" },
	{ "SyntaxError", "cannot assign", "cannot-assign" },
	{ "SyntaxError", "'return' outside function", "return-outside" },
	{ "SyntaxError", "outside loop", "outside-loop" },
	{ "SyntaxError", "not properly in loop", "outside-loop" },
	{ "SyntaxError", "Perhaps you forgot a comma", "comma" },
	{ "SyntaxError", "leading zeros", "leading-zeros" },
	{ "SyntaxError", "invalid character", "invalid-character" },
	{ "SyntaxError", "non-printable character", "invalid-character" },
	{ "SyntaxError", "invalid decimal literal", "bad-name" },
	{ "SyntaxError", "expected 'except' or 'finally'", "try-alone" },
	{ "SyntaxError", "too many", "too-nested" },
	{ "SyntaxError", NULL, "syntax" },
};

static const char *const common_builtins[] = { "abs", "all", "any", "bool", "chr", "dict", "divmod", "enumerate",
	"False", "filter", "float", "input", "int", "isinstance", "len", "list", "map", "max", "min", "None", "ord",
	"pow", "print", "range", "reversed", "round", "set", "sorted", "str", "sum", "True", "tuple", "type", "zip" };

const char *const *explain_names(struct arena *arena, const struct run_compiled *compiled, bool builtins)
{
	size_t common = builtins ? sizeof(common_builtins) / sizeof(common_builtins[0]) : 0, count = 0;
	const char **names = arena_array(arena, compiled->name_count + common + 1, sizeof(*names));

	for (size_t i = 0; i < compiled->name_count; i++)
		if (compiled->names[i].kind == 'd')
			names[count++] = compiled->names[i].name;
	for (size_t i = 0; i < common; i++)
		names[count++] = common_builtins[i];
	return names;
}

struct msg_text msg_join(struct arena *arena, struct msg_text first, struct msg_text second)
{
	if (!first.fr)
		return second;
	if (!second.fr)
		return first;
	return (struct msg_text){
		.code = second.code ? second.code : first.code,
		.fr = arena_printf(arena, "%s %s", first.fr, second.fr),
		.en = arena_printf(arena, "%s %s", msg_in(&first, LANG_EN), msg_in(&second, LANG_EN)),
	};
}

/* What stands between the first pair of straight quotes: the name that Python speaks of. */
static const char *quoted_name(struct arena *arena, const char *message)
{
	const char *start = strchr(message, '\'');
	const char *end = start ? strchr(start + 1, '\'') : NULL;

	return end ? printable(arena, start + 1, (size_t)(end - start - 1), 80) : "";
}

static bool is_known(const char *name, const char *const *names)
{
	for (size_t i = 0; names && names[i]; i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

static struct msg_text explain_name(struct arena *arena, const char *name, const char *const *names)
{
	const char *near = names ? wording_nearest(name, names) : NULL;

	if (is_known(name, names))
		return msg_make(
			arena, &python_explain_messages, "name-later", (struct msg_param[]){ { "name", name }, { 0 } });
	return msg_make(arena, &python_explain_messages, near ? "name-near" : "name",
		(struct msg_param[]){ { "name", name }, { "near", near }, { 0 } });
}

static struct msg_text explanation(struct arena *arena, const struct run_exception *exception, const char *const *names)
{
	const char *message = exception->message ? exception->message : "";
	const char *type = exception->builtin ? exception->builtin : exception->base;
	const char *name = quoted_name(arena, message);

	for (size_t i = 0; type && i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].type, type) != 0 || (rows[i].contains && !strstr(message, rows[i].contains)))
			continue;
		if (!strcmp(rows[i].code, "name"))
			return explain_name(arena, name, names);
		return msg_make(arena, &python_explain_messages, rows[i].code,
			(struct msg_param[]){ { "name", name }, { "message", message }, { 0 } });
	}
	return (struct msg_text){ 0 };
}

struct msg_text explain_why(struct arena *arena, const struct run_exception *exception)
{
	return explanation(arena, exception, NULL);
}

static struct msg_text where_and_what(struct arena *arena, const struct run_exception *exception)
{
	enum { LONGEST = 120 };
	const char *code = "what";
	const char *text = exception->text ? printable_line(arena, exception->text, LONGEST) : "";

	if (exception->line > 0 && exception->in_prelude)
		code = "what-in-prelude";
	else if (exception->line > 0)
		code = text[0] ? "what-at-text" : "what-at-line";
	const char *message = exception->message ? exception->message : "";
	struct msg_param params[] = {
		{ "type", printable_line(arena, exception->type, LONGEST) },
		{ "said", message[0] ? arena_printf(arena, " (%s)", printable_line(arena, message, LONGEST)) : "" },
		{ "line", arena_printf(arena, "%d", exception->line) },
		{ "text", text },
		{ 0 },
	};
	return msg_make(arena, &python_explain_messages, code, params);
}

struct msg_text explain_exception(struct arena *arena, const struct run_exception *exception, const char *const *names)
{
	struct msg_text where = where_and_what(arena, exception);
	struct msg_text both = msg_join(arena, where, explanation(arena, exception, names));

	/* A stable code for programs that read reports. */
	both.code = exception->syntax ? "syntax-error" : "raised";
	return both;
}
