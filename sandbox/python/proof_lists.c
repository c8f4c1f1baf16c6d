#include "proof_lists.h"

const struct listed BUILTINS[] = {
	{ "len", EATS }, { "range", 0 }, { "sum", EATS }, { "min", EATS | KEY | CHOOSES }, { "max", EATS | KEY | CHOOSES }, { "abs", 0 }, { "sorted", EATS | KEY },
	{ "reversed", EATS | ITERATOR | ONLY_CALLED }, { "enumerate", EATS | ITERATOR | ONLY_CALLED },
	{ "zip", EATS_ALL | ITERATOR | ONLY_CALLED }, { "map", EATS_ALL | ITERATOR | ONLY_CALLED },
	{ "filter", EATS_ALL | ITERATOR | ONLY_CALLED }, { "iter", EATS | ITERATOR | ONLY_CALLED }, { "next", EATS },
	{ "list", EATS }, { "tuple", EATS }, { "dict", EATS }, { "set", EATS | SETS }, { "frozenset", EATS | SETS },
	{ "str", SHOWS }, { "repr", SHOWS }, { "ascii", SHOWS }, { "format", SHOWS },
	{ "print", SHOWS | ONLY_CALLED }, { "int", 0 }, { "float", 0 }, { "bool", EATS }, { "complex", 0 }, { "bytes", EATS },
	{ "bytearray", EATS }, { "round", 0 }, { "divmod", 0 }, { "pow", 0 }, { "ord", 0 }, { "chr", 0 }, { "bin", 0 }, { "hex", 0 },
	{ "oct", 0 }, { "any", EATS }, { "all", EATS }, { "isinstance", EATS }, { "issubclass", 0 }, { "callable", EATS },
	{ "slice", 0 }, { "type", EATS | ONLY_CALLED | ONE_ARGUMENT },
	{ "ValueError", RAISES | CATCHES }, { "TypeError", RAISES | CATCHES }, { "KeyError", RAISES | CATCHES },
	{ "IndexError", RAISES | CATCHES }, { "LookupError", RAISES | CATCHES }, { "ZeroDivisionError", RAISES | CATCHES },
	{ "ArithmeticError", RAISES | CATCHES }, { "OverflowError", RAISES | CATCHES }, { "AttributeError", RAISES | CATCHES },
	{ "NameError", RAISES | CATCHES }, { "UnboundLocalError", RAISES | CATCHES }, { "AssertionError", RAISES | CATCHES },
	{ "StopIteration", RAISES | CATCHES }, { "NotImplementedError", RAISES | CATCHES }, { "RuntimeError", RAISES },
	{ "RecursionError", RAISES }, { "UnicodeDecodeError", RAISES | CATCHES },
	{ "UnicodeEncodeError", RAISES | CATCHES }, { "Exception", RAISES },
	{ NULL, 0 },
};

const struct listed ATTRIBUTES[] = {
	/* str and bytes */
	{ "capitalize", 0 }, { "casefold", 0 }, { "center", 0 }, { "count", 0 }, { "encode", 0 }, { "endswith", 0 },
	{ "expandtabs", 0 }, { "find", 0 }, { "format", FORMATS | SHOWS }, { "index", SHOWS }, { "isalnum", 0 }, { "isalpha", 0 },
	{ "isascii", 0 }, { "isdecimal", 0 }, { "isdigit", 0 }, { "isidentifier", 0 }, { "islower", 0 }, { "isnumeric", 0 },
	{ "isprintable", 0 }, { "isspace", 0 }, { "istitle", 0 }, { "isupper", 0 }, { "join", EATS }, { "ljust", 0 }, { "lower", 0 },
	{ "lstrip", 0 }, { "maketrans", 0 }, { "partition", 0 }, { "removeprefix", 0 }, { "removesuffix", 0 }, { "replace", 0 },
	{ "rfind", 0 }, { "rindex", 0 }, { "rjust", 0 }, { "rpartition", 0 }, { "rsplit", 0 }, { "rstrip", 0 }, { "split", 0 },
	{ "splitlines", 0 }, { "startswith", 0 }, { "strip", 0 }, { "swapcase", 0 }, { "title", 0 }, { "translate", 0 },
	{ "upper", 0 }, { "zfill", 0 }, { "decode", 0 }, { "hex", 0 },
	/* list, tuple, deque */
	{ "append", 0 }, { "clear", 0 }, { "copy", 0 }, { "extend", EATS }, { "insert", 0 }, { "pop", SHOWS }, { "remove", SHOWS },
	{ "reverse", 0 }, { "sort", KEY }, { "appendleft", 0 }, { "popleft", 0 }, { "rotate", 0 }, { "extendleft", EATS },
	/* dict, Counter */
	{ "get", 0 }, { "items", VIEW }, { "keys", VIEW }, { "values", VIEW | ITERATOR }, { "setdefault", 0 }, { "update", EATS | SETS },
	{ "popitem", 0 }, { "fromkeys", EATS }, { "most_common", 0 }, { "subtract", EATS }, { "total", 0 },
	/* set */
	{ "add", SETS }, { "discard", 0 }, { "union", EATS | SETS }, { "intersection", EATS | SETS }, { "difference", EATS | SETS },
	{ "symmetric_difference", EATS | SETS }, { "issubset", EATS }, { "issuperset", EATS }, { "isdisjoint", EATS },
	{ "intersection_update", EATS | SETS }, { "difference_update", EATS | SETS }, { "symmetric_difference_update", EATS | SETS },
	/* numbers */
	{ "bit_length", 0 }, { "bit_count", 0 }, { "to_bytes", 0 }, { "from_bytes", 0 }, { "as_integer_ratio", 0 },
	{ "is_integer", 0 }, { "conjugate", 0 }, { "real", DATA }, { "imag", DATA }, { "numerator", DATA }, { "denominator", DATA },
	/* exceptions, range, slice */
	{ "args", DATA | SHOWS }, { "start", DATA }, { "stop", DATA }, { "step", DATA },
	{ NULL, 0 },
};

static const struct listed MATH[] = {
	{ "acos", 0 }, { "acosh", 0 }, { "asin", 0 }, { "asinh", 0 }, { "atan", 0 }, { "atan2", 0 }, { "atanh", 0 }, { "cbrt", 0 },
	{ "ceil", 0 }, { "comb", 0 }, { "copysign", 0 }, { "cos", 0 }, { "cosh", 0 }, { "degrees", 0 }, { "dist", EATS_ALL }, { "e", DATA },
	{ "erf", 0 }, { "erfc", 0 }, { "exp", 0 }, { "exp2", 0 }, { "expm1", 0 }, { "fabs", 0 }, { "factorial", 0 }, { "floor", 0 },
	{ "fmod", 0 }, { "frexp", 0 }, { "fsum", EATS }, { "gamma", 0 }, { "gcd", 0 }, { "hypot", 0 }, { "inf", DATA }, { "isclose", 0 },
	{ "isfinite", 0 }, { "isinf", 0 }, { "isnan", 0 }, { "isqrt", 0 }, { "lcm", 0 }, { "ldexp", 0 }, { "lgamma", 0 }, { "log", 0 },
	{ "log10", 0 }, { "log1p", 0 }, { "log2", 0 }, { "modf", 0 }, { "nan", DATA }, { "nextafter", 0 }, { "perm", 0 }, { "pi", DATA },
	{ "pow", 0 }, { "prod", EATS }, { "radians", 0 }, { "remainder", 0 }, { "sin", 0 }, { "sinh", 0 }, { "sqrt", 0 },
	{ "sumprod", EATS_ALL }, { "tan", 0 }, { "tanh", 0 }, { "tau", DATA }, { "trunc", 0 }, { "ulp", 0 }, { NULL, 0 },
};

static const struct listed STRING[] = {
	{ "ascii_letters", DATA }, { "ascii_lowercase", DATA }, { "ascii_uppercase", DATA }, { "digits", DATA },
	{ "hexdigits", DATA }, { "octdigits", DATA }, { "punctuation", DATA }, { "printable", DATA }, { "whitespace", DATA }, { NULL, 0 },
};

static const struct listed COLLECTIONS[] = { { "Counter", EATS }, { "deque", EATS }, { "defaultdict", 0 }, { NULL, 0 } };
static const struct listed COPY[] = { { "copy", 0 }, { "deepcopy", 0 }, { NULL, 0 } };
static const struct listed FUNCTOOLS[] = { { "reduce", EATS_TWO }, { NULL, 0 } };
static const struct listed FUTURE[] = { { "annotations", DATA }, { NULL, 0 } };

static const struct listed TYPING[] = {
	{ "Any", DATA }, { "Callable", DATA }, { "Dict", DATA }, { "FrozenSet", DATA }, { "Iterable", DATA }, { "Iterator", DATA },
	{ "List", DATA }, { "Mapping", DATA }, { "Optional", DATA }, { "Sequence", DATA }, { "Set", DATA }, { "Tuple", DATA },
	{ "Union", DATA }, { NULL, 0 },
};

/* Modules that keep nothing from one call to the next that a program can see. random, time, decimal (its context),
 * itertools, re, sys, os: not these. */
const struct listed_module MODULES[] = {
	{ "math", false, MATH }, { "string", false, STRING }, { "collections", false, COLLECTIONS }, { "copy", false, COPY },
	{ "functools", false, FUNCTOOLS }, { "typing", true, TYPING }, { "__future__", true, FUTURE }, { NULL, false, NULL },
};

int listed_find(const struct listed *list, PyObject *name)
{
	for (int i = 0; list[i].name != NULL; i++)
		if (PyUnicode_CompareWithASCIIString(name, list[i].name) == 0)
			return i;
	return -1;
}

int listed_module_find(PyObject *name)
{
	for (int i = 0; MODULES[i].name != NULL; i++)
		if (PyUnicode_CompareWithASCIIString(name, MODULES[i].name) == 0)
			return i;
	return -1;
}
