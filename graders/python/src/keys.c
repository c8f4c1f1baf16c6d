#include "keys.h"

static const char *const shows[] = { "all", "counterexample", "label", "verdict", NULL };
static const char *const loads[] = { "lenient", "strict", NULL };
static const char *const value_rules[] = { "equal", "strict", "approx", "unordered", "set", NULL };
static const char *const dynamics[] = { "forbid", "allow", NULL };
static const char *const text_rules[] = { "lines", "exact", "tokens", "numbers", "regex", "checker", NULL };

#define KEY_ROW_CAP                                                                                                    \
	{                                                                                                              \
		.name = "cap", .type = KEY_POINTS,                                                                     \
		.doc = "The share of the question's points that remains otherwise, 0 to 1; one half if left out."      \
	}

const struct key_spec forbid_keys[FORBID_KEYS] = {
	{ .name = "calls",
		.type = KEY_STRINGS,
		.doc = "Functions and methods that the answer must do without: \"max\", \".sort\", \"math.sqrt\"." },
	{ .name = "imports", .type = KEY_STRINGS, .doc = "Modules that the answer must not import: \"math\"." },
	{ .name = "constructs",
		.type = KEY_STRINGS,
		.doc = "Constructs that the answer must do without: \"for\", \"comprehension\", \"recursion\"." },
	{ .name = "dynamic",
		.type = KEY_STRING,
		.choices = dynamics,
		.doc = "forbid (default): what reaches a name without writing it, such as eval() or globals(), counts "
		       "as well." },
	KEY_ROW_CAP,
};

const struct key_spec require_keys[REQUIRE_KEYS] = {
	{ .name = "calls",
		.type = KEY_STRINGS,
		.doc = "Functions and methods that the answer must refer to, its own among them." },
	{ .name = "imports", .type = KEY_STRINGS, .doc = "Modules that the answer must import." },
	{ .name = "constructs",
		.type = KEY_STRINGS,
		.doc = "Constructs that the answer must contain: \"while\", \"recursion\", \"function:carre\", "
		       "\"class:Pile\"." },
	KEY_ROW_CAP,
};

const struct key_spec limits_keys[LIMITS_KEYS] = {
	{ .name = "cpu_ms",
		.type = KEY_INT,
		.min = 10,
		.max = 60000,
		.doc = "Processor time for each test, in milliseconds; 1000 if left out." },
	{ .name = "memory_mb",
		.type = KEY_INT,
		.min = 16,
		.max = 1024,
		.doc = "Memory beyond the bare interpreter, in mebibytes; 128 if left out." },
	{ .name = "output_kb",
		.type = KEY_INT,
		.min = 1,
		.max = 4096,
		.doc = "What a test may print on each stream, in kibibytes; 64 if left out." },
};

#define KEY_ROW_FORBID                                                                                                 \
	{                                                                                                              \
		.name = "forbid", .type = KEY_OBJECT,                                                                  \
		.doc = "What caps the question's points when the answer uses it.", .inside = forbid_keys,              \
		.inside_count = FORBID_KEYS                                                                            \
	}
#define KEY_ROW_REQUIRE                                                                                                \
	{                                                                                                              \
		.name = "require", .type = KEY_OBJECT,                                                                 \
		.doc = "What caps the question's points when the answer does without it.", .inside = require_keys,     \
		.inside_count = REQUIRE_KEYS                                                                           \
	}
#define KEY_ROW_LIMITS                                                                                                 \
	{                                                                                                              \
		.name = "limits", .type = KEY_OBJECT, .doc = "Limits of each test.", .inside = limits_keys,            \
		.inside_count = LIMITS_KEYS                                                                            \
	}
#define KEY_ROW_FILES                                                                                                  \
	{                                                                                                              \
		.name = "files", .type = KEY_STRINGS,                                                                  \
		.doc = "Files of the question's folder that the answer can open by their plain name."                  \
	}
#define KEY_ROW_COMPARE(rules)                                                                                         \
	{                                                                                                              \
		.name = "compare", .type = KEY_STRING, .choices = (rules),                                             \
		.doc = "How what came out is compared with what was expected."                                         \
	}
#define KEY_ROW_TOLERANCE                                                                                              \
	{                                                                                                              \
		.name = "tolerance", .type = KEY_ANY, .doc = "The largest accepted difference between two numbers."    \
	}

const struct key_spec function_question_keys[FUNCTION_QUESTION_KEYS] = {
	{ .name = "entry", .type = KEY_STRING, .required = true, .doc = "The name of the function asked for." },
	{ .name = "params", .type = KEY_STRINGS, .doc = "The names of its parameters, in order." },
	{ .name = "load",
		.type = KEY_STRING,
		.choices = loads,
		.doc = "strict: an answer whose loading stops on an exception is not tested at all." },
	{ .name = "tests", .type = KEY_ARRAY, .required = true, .doc = "The tests, in the order of the report." },
	KEY_ROW_COMPARE(value_rules),
	KEY_ROW_TOLERANCE,
	KEY_ROW_FORBID,
	KEY_ROW_REQUIRE,
	KEY_ROW_LIMITS,
	KEY_ROW_FILES,
};

const struct key_spec program_question_keys[PROGRAM_QUESTION_KEYS] = {
	{ .name = "tests",
		.type = KEY_ARRAY,
		.doc = "The cases; if left out, every tests/NAME.in of the question's folder is one." },
	KEY_ROW_COMPARE(text_rules),
	KEY_ROW_TOLERANCE,
	KEY_ROW_FORBID,
	KEY_ROW_REQUIRE,
	KEY_ROW_LIMITS,
	KEY_ROW_FILES,
};

#define KEY_ROWS_OF_A_TEST                                                                                             \
	{ .name = "points",                                                                                            \
		.type = KEY_POINTS,                                                                                    \
		.doc = "Its points; tests that name none share what is left, equally." },                              \
		{ .name = "group",                                                                                     \
			.type = KEY_STRING,                                                                            \
			.doc = "Tests of one group earn their points together or not at all." },                       \
		{ .name = "label", .type = KEY_TEXT, .doc = "A name that may be shown even if the rest is hidden." },  \
		{ .name = "hint", .type = KEY_TEXT, .doc = "Shown when the test fails." },                             \
		{ .name = "show", .type = KEY_STRING, .choices = shows, .doc = "What the student sees of the test." }, \
		KEY_ROW_TOLERANCE

const struct key_spec function_test_keys[FUNCTION_TEST_KEYS] = {
	{ .name = "call",
		.type = KEY_STRING,
		.required = true,
		.doc = "The call, as typed in a console: \"maximum([3, 1, 2])\"." },
	{ .name = "returns",
		.type = KEY_STRING,
		.doc = "The expected value, a Python literal; if left out, solution.py gives it." },
	{ .name = "raises", .type = KEY_STRING, .doc = "The built-in exception that must be raised." },
	{ .name = "setup", .type = KEY_STRING, .doc = "Statements to execute before the call." },
	{ .name = "prints",
		.type = KEY_ANY,
		.doc = "What the call must print; true: what solution.py prints. The value is then ignored unless "
		       "returns is given." },
	{ .name = "args_after",
		.type = KEY_ANY,
		.doc = "For work in place: the arguments after the call, one literal each (null: anything), or true "
		       "for those of solution.py." },
	KEY_ROW_COMPARE(value_rules),
	KEY_ROWS_OF_A_TEST,
};

const struct key_spec program_test_keys[PROGRAM_TEST_KEYS] = {
	{ .name = "case",
		.type = KEY_STRING,
		.doc = "Takes tests/NAME.in and tests/NAME.ans of the question's folder." },
	{ .name = "stdin", .type = KEY_STRING, .doc = "What the program reads; empty if left out." },
	{ .name = "prints", .type = KEY_STRING, .doc = "What it must print; if left out, what solution.py prints." },
	KEY_ROW_COMPARE(text_rules),
	KEY_ROWS_OF_A_TEST,
};
