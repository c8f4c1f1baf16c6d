#include "constructs.h"

#include <string.h>

static const struct construct constructs[] = {
	{ "for", "une boucle for", "a for loop", { "For", "AsyncFor" } },
	{ "while", "une boucle while", "a while loop", { "While" } },
	{ "loop", "une boucle", "a loop", { "For", "AsyncFor", "While" } },
	{ "break", "break", "break", { "Break" } },
	{ "continue", "continue", "continue", { "Continue" } },
	{ "if", "un si (if)", "an if", { "If" } },
	{ "conditional-expression", "une expression « a if c else b »", "an expression “a if c else b”", { "IfExp" } },
	{ "match", "match", "match", { "Match" } },
	{ "comprehension", "une compréhension", "a comprehension",
		{ "ListComp", "SetComp", "DictComp", "GeneratorExp" } },
	{ "list-comprehension", "une liste en compréhension", "a list comprehension", { "ListComp" } },
	{ "generator-expression", "une expression génératrice", "a generator expression", { "GeneratorExp" } },
	{ "generator", "un générateur (yield)", "a generator (yield)", { "Yield", "YieldFrom" } },
	{ "recursion", "la récursivité", "recursion", { "recursion" } },
	{ "function", "une définition de fonction", "a function definition", { "FunctionDef", "AsyncFunctionDef" } },
	{ "lambda", "une lambda", "a lambda", { "Lambda" } },
	{ "decorator", "un décorateur", "a decorator", { "decorator" } },
	{ "class", "une classe", "a class", { "ClassDef" } },
	{ "return", "return", "return", { "Return" } },
	{ "try", "try", "try", { "Try", "TryStar" } },
	{ "raise", "raise", "raise", { "Raise" } },
	{ "assert", "assert", "assert", { "Assert" } },
	{ "with", "with", "with", { "With", "AsyncWith" } },
	{ "global", "global", "global", { "Global" } },
	{ "nonlocal", "nonlocal", "nonlocal", { "Nonlocal" } },
	{ "import", "import", "import", { "Import", "ImportFrom" } },
	{ "del", "del", "del", { "Delete" } },
	{ "async", "async", "async", { "AsyncFunctionDef", "AsyncFor", "AsyncWith", "Await" } },
	{ "slice", "une tranche (l[a:b])", "a slice (l[a:b])", { "Slice" } },
	{ "f-string", "une f-chaîne", "an f-string", { "JoinedStr" } },
	{ "walrus", "l’affectation « := »", "the assignment “:=”", { "NamedExpr" } },
	{ "augmented-assignment", "une affectation comme « += »", "an assignment such as “+=”", { "AugAssign" } },
	{ "in", "le test « in »", "the test “in”", { "In", "NotIn" } },
	{ "power", "l’opérateur **", "the operator **", { "Pow" } },
	{ "division", "l’opérateur /", "the operator /", { "Div" } },
	{ "floor-division", "l’opérateur //", "the operator //", { "FloorDiv" } },
	{ "modulo", "l’opérateur %", "the operator %", { "Mod" } },
	{ "list", "une liste écrite entre crochets", "a list written in brackets", { "List" } },
	{ "dict", "un dictionnaire écrit entre accolades", "a dictionary written in braces", { "Dict" } },
	{ "set", "un ensemble écrit entre accolades", "a set written in braces", { "Set" } },
};

const struct construct *construct_at(size_t index)
{
	return index < sizeof(constructs) / sizeof(constructs[0]) ? &constructs[index] : NULL;
}

const struct construct *construct_find(const char *name)
{
	const struct construct *row;

	for (size_t i = 0; (row = construct_at(i)) != NULL; i++)
		if (!strcmp(row->name, name))
			return row;
	return NULL;
}
