/*
 * Explaining exceptions: a table of (type, words of Python's own message, our
 * explanation), the first row that fits wins. Python's wording is that of 3.11
 * and 3.12; where it changes, the row without words still fits.
 */
#include "explain.h"

#include <string.h>
#include <strings.h>

#include "grader_python/grader_python.h"
#include "printable.h"
#include "wording.h"

/* What stands in the line itself, when Python only says that it cannot read it: habits of other languages and of
 * French. Each word stands alone, or is a sign. */
static const struct {
	const char *word, *code;
} habits[] = {
	{ ">>>", "console" },
	{ "...", "console" },
	{ "else if", "else-if" },
	{ "elseif", "else-if" },
	{ "elsif", "else-if" },
	{ "++", "increment" },
	{ "--", "increment" },
	{ "&&", "and-or" },
	{ "||", "and-or" },
	{ "=>", "compare-signs" },
	{ "=<", "compare-signs" },
	{ "=!", "compare-signs" },
	{ "<>", "compare-signs" },
	{ "//", "comment-sign" },
	{ "/*", "comment-sign" },
	{ "pour", "french" },
	{ "si", "french" },
	{ "sinon", "french" },
	{ "tant que", "french" },
	{ "tantque", "french" },
	{ "fonction", "french" },
	{ "function", "french" },
	{ "renvoyer", "french" },
	{ "retourner", "french" },
	{ "renvoie", "french" },
	{ "retourne", "french" },
	{ "afficher", "french" },
	{ "alors", "french" },
	{ "If", "capital" },
	{ "Else", "capital" },
	{ "Elif", "capital" },
	{ "For", "capital" },
	{ "While", "capital" },
	{ "Def", "capital" },
	{ "Return", "capital" },
	{ "{", "braces" },
	{ "}", "braces" },
};

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
	{ "TypeError", "'list' object cannot be interpreted as an integer", "range-list" },
	{ "TypeError", "'builtin_function_or_method' object cannot be", "call-forgotten" },
	{ "TypeError", "'function' object cannot be", "call-forgotten" },
	{ "TypeError", "cannot be interpreted as an integer", "needs-int" },
	{ "TypeError", "int() argument must be", "int-argument" },
	{ "TypeError", "float() argument must be", "int-argument" },
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
	{ "PermissionError", "not allowed here", "not-here" },
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
	{ "SyntaxError", "(U+2013)", "minus-sign" },
	{ "SyntaxError", "(U+2014)", "minus-sign" },
	{ "SyntaxError", "(U+2212)", "minus-sign" },
	{ "SyntaxError", "(U+00AB)", "curly-quote" },
	{ "SyntaxError", "(U+00BB)", "curly-quote" },
	{ "SyntaxError", "(U+2018)", "curly-quote" },
	{ "SyntaxError", "(U+2019)", "curly-quote" },
	{ "SyntaxError", "(U+201C)", "curly-quote" },
	{ "SyntaxError", "(U+201D)", "curly-quote" },
	{ "SyntaxError", "(U+201E)", "curly-quote" },
	{ "SyntaxError", "(U+00D7)", "times-sign" },
	{ "SyntaxError", "(U+00F7)", "times-sign" },
	{ "SyntaxError", "(U+2264)", "compare-signs" },
	{ "SyntaxError", "(U+2265)", "compare-signs" },
	{ "SyntaxError", "(U+2260)", "compare-signs" },
	{ "SyntaxError", "U+00A0", "strange-space" },
	{ "SyntaxError", "U+202F", "strange-space" },
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

/* What stands between the first pair of straight quotes: the name that Python speaks of. */
static const char *quoted_name(struct arena *arena, const char *message)
{
	const char *start = strchr(message, '\'');
	const char *end = start ? strchr(start + 1, '\'') : NULL;

	return end ? printable(arena, start + 1, (size_t)(end - start - 1), 80) : "";
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
	       (unsigned char)c >= 0x80;
}

/* The words of the code of an answer, outside texts and comments; `without` left out. */
static size_t words_of(const char **names, size_t most, const char *text, const char *without, struct arena *arena)
{
	size_t count = 0;
	char quote = '\0';

	for (const char *at = text; at && *at && count < most; at++) {
		if (!quote && *at == '#')
			at += strcspn(at, "\n");
		if (*at == '\n')
			quote = '\0';
		if (quote || *at == '"' || *at == '\'')
			quote = quote == *at ? '\0' : quote ? quote : *at;
		size_t length = 0;
		while (!quote && is_word_byte(at[length]))
			length++;
		if (length > 1 && length < 80 && (strncmp(at, without, length) != 0 || without[length]))
			names[count++] = arena_printf(arena, "%.*s", (int)length, at);
		at += length > 0 ? length - 1 : 0;
		if (!*at)
			break;
	}
	return count;
}

const char *const *explain_near_names(struct arena *arena, const struct run_exception *exception,
	const struct run_compiled *compiled, const char *text)
{
	enum { MOST = 400 };
	size_t common = sizeof(common_builtins) / sizeof(common_builtins[0]);
	const char *name = quoted_name(arena, exception->message ? exception->message : "");
	const char **names = arena_array(arena, MOST + common + 2, sizeof(*names));
	size_t count = words_of(names, MOST, text, name, arena);
	bool called = exception->text && strstr(exception->text, arena_printf(arena, "%s(", name));

	for (size_t i = 0; i < compiled->name_count; i++)
		if (compiled->names[i].kind == 'd' && !strcmp(compiled->names[i].name, name)) {
			names[count++] = compiled->names[i].name;
			break;
		}
	/* A built-in function is meant where something is called; True and its like differ by the capital alone. */
	for (size_t i = 0; i < common; i++)
		if (called || !strcasecmp(common_builtins[i], name))
			names[count++] = common_builtins[i];
	return names;
}

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

/* Does `word` stand in the code of a line, outside its texts and comments, and alone when it is made of letters? */
static bool stands_in(const char *line, const char *word)
{
	size_t length = strlen(word);
	char quote = '\0';

	for (const char *at = line; *at && (*at != '#' || quote); at++) {
		if (quote || *at == '"' || *at == '\'') {
			quote = quote == *at ? '\0' : quote ? quote : *at;
			continue;
		}
		if (strncmp(at, word, length) != 0)
			continue;
		if (!is_word_byte(word[0]) || (!(at > line && is_word_byte(at[-1])) && !is_word_byte(at[length])))
			return true;
	}
	return false;
}

static bool opens_block(const char *line)
{
	static const char *const words[] = { "def", "if", "else", "elif", "for", "while" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (stands_in(line, words[i]))
			return true;
	return false;
}

/* Messages under which Python hides that it does not know the word or the sign at all. */
static const char *habit_of(const struct run_exception *exception)
{
	static const char *const vague[] = { "invalid syntax", "expected ':'", "Perhaps you forgot", "expected '('",
		"never closed", "unmatched", "Maybe you meant", "illegal target" };
	bool fits = false;

	for (size_t i = 0; i < sizeof(vague) / sizeof(vague[0]); i++)
		fits = fits || strstr(exception->message, vague[i]);
	if (!fits || !exception->syntax || !exception->text)
		return NULL;
	bool closed = strstr(exception->message, "never closed") || strstr(exception->message, "unmatched");
	for (size_t i = 0; i < sizeof(habits) / sizeof(habits[0]); i++) {
		const char *code = habits[i].code;
		if (!stands_in(exception->text, habits[i].word))
			continue;
		/* A real division, a dictionary: only where Python complains of something else. */
		if (!strcmp(code, "comment-sign") &&
			strncmp(exception->text + strspn(exception->text, " \t"), habits[i].word, 2) != 0 &&
			!strstr(exception->message, "invalid syntax"))
			continue;
		if (!strcmp(code, "braces") && !strstr(exception->message, "expected ':'") && !closed)
			continue;
		if (closed && strcmp(code, "braces") != 0)
			continue;
		if (!strcmp(code, "braces") && !opens_block(exception->text))
			continue;
		return code;
	}
	return NULL;
}

static struct msg_text explanation(struct arena *arena, const struct run_exception *exception, const char *const *names)
{
	const char *message = exception->message ? exception->message : "";
	const char *type = exception->builtin ? exception->builtin : exception->base;
	const char *name = quoted_name(arena, message);
	const char *habit = habit_of(exception);

	if (habit)
		return msg_make(arena, &python_explain_messages, habit, NULL);
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
