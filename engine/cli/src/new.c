/*
 * `new KIND PATH`: a small exercise that is complete and passes `check` as it stands.
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include "command.h"
#include "base/file.h"

struct template_file {
	const char *name, *text;
};

static const struct template_file function_files[] = {
	{ "exercise.json",
		"{ \"format\": 1, \"title\": \"Le double\", \"year\": 1, \"topics\": [\"algorithmique\"], "
		"\"difficulty\": 1, \"minutes\": 5,\n"
		"  \"questions\": [\n"
		"    { \"id\": \"double\", \"kind\": \"python-function\", \"points\": 20, \"entry\": \"double\", "
		"\"params\": [\"n\"],\n"
		"      \"tests\": [\n"
		"        {\"call\": \"double(3)\", \"returns\": \"6\"},\n"
		"        {\"call\": \"double(0)\", \"returns\": \"0\"},\n"
		"        {\"call\": \"double(-4)\", \"returns\": \"-8\", \"hint\": \"Et pour un nombre négatif ?\"}\n"
		"      ] } ],\n"
		"  \"wrong\": [ {\"file\": \"wrong/carre.py\", \"fails\": [\"double(3)\"]} ] }\n" },
	{ "statement.fr.md", "Écrivez une fonction `double(n)` qui renvoie le double du nombre `n`.\n\n"
			     "Par exemple, `double(3)` renvoie `6`.\n" },
	{ "starter.py", "def double(n):\n    ...\n" },
	{ "solution.py", "def double(n):\n    return 2 * n\n" },
	{ "wrong/carre.py", "def double(n):\n    return n * n\n" },
	{ NULL, NULL },
};

static const struct template_file program_files[] = {
	{ "exercise.json",
		"{ \"format\": 1, \"title\": \"La somme\", \"year\": 1, \"topics\": [\"algorithmique\"], "
		"\"difficulty\": 1, \"minutes\": 5,\n"
		"  \"questions\": [\n"
		"    { \"id\": \"somme\", \"kind\": \"python-program\", \"points\": 20,\n"
		"      \"tests\": [\n"
		"        {\"stdin\": \"2\\n3\\n\", \"prints\": \"5\"},\n"
		"        {\"stdin\": \"-1\\n1\\n\", \"prints\": \"0\", \"hint\": \"Et si la somme est nulle ?\"}\n"
		"      ] } ],\n"
		"  \"wrong\": [ {\"file\": \"wrong/texte.py\", \"mark\": \"0\"} ] }\n" },
	{ "statement.fr.md", "Lisez deux nombres entiers, un par ligne, et affichez leur somme.\n\n"
			     "Par exemple, pour `2` puis `3`, affichez `5`.\n" },
	{ "starter.py", "a = int(input())\n" },
	{ "solution.py", "a = int(input())\nb = int(input())\nprint(a + b)\n" },
	{ "wrong/texte.py", "a = input()\nb = input()\nprint(a + b)\n" },
	{ NULL, NULL },
};

static const struct template_file boolean_files[] = {
	{ "exercise.json",
		"{ \"format\": 1, \"title\": \"Simplifier\", \"year\": 2, \"topics\": [\"algèbre de Boole\"], "
		"\"difficulty\": 1, \"minutes\": 5,\n"
		"  \"questions\": [\n"
		"    { \"id\": \"simplifier\", \"kind\": \"boolean\", \"points\": 20, \"variables\": [\"a\", \"b\"],\n"
		"      \"function\": \"ab + a'b + ab'\", \"form\": \"minimal-sum\" } ],\n"
		"  \"wrong\": [\n"
		"    {\"answers\": {\"simplifier\": \"a + a'b\"}, \"mark\": \"40/3\", \"says\": {\"simplifier\": "
		"\"useless-literal\"}},\n"
		"    {\"answers\": {\"simplifier\": \"ab\"}, \"mark\": \"0\", \"says\": {\"simplifier\": "
		"\"counterexample\"}} ] }\n" },
	{ "statement.fr.md", "Écrivez le plus simplement possible, comme somme de produits\u00a0:\n\n"
			     "**E = ab + a̅b + ab̅**\n" },
	{ NULL, NULL },
};

static const struct template
{
	const char *kind;
	const struct template_file *files;
}
templates[] = {
	{ "python-function", function_files },
	{ "python-program", program_files },
	{ "boolean", boolean_files },
};

static int write_files(const char *folder, const struct template_file *files, struct err *err)
{
	char path[4096];
	for (; files->name; files++) {
		snprintf(path, sizeof(path), "%s/%s", folder, files->name);
		char *slash = strrchr(path, '/');
		*slash = '\0';
		if (file_mkdirs(path, 0777, err) < 0)
			return -1;
		*slash = '/';
		if (file_write_durable(path, files->text, strlen(files->text), err) < 0)
			return -1;
	}
	return 0;
}

/* The folder's own name is the exercise's: `check` would refuse any other. */
static bool name_fits(const char *folder)
{
	size_t length = strlen(folder);
	while (length > 0 && folder[length - 1] == '/')
		length--;
	size_t start = length;
	while (start > 0 && folder[start - 1] != '/')
		start--;
	return length > start && start + strspn(folder + start, "abcdefghijklmnopqrstuvwxyz0123456789-") >= length;
}

static int run_new(const struct invocation *invocation)
{
	const char *kind = invocation->operands[0], *folder = invocation->operands[1];
	struct stat info;
	struct err err;
	if (!name_fits(folder))
		return complain(invocation, EXIT_USAGE,
			(struct both){ "un exercice se nomme avec des lettres minuscules sans accent, des chiffres et "
				       "des tirets ; pas",
				"an exercise is named with lower-case letters without accents, digits and dashes; "
				"not" },
			folder);
	if (stat(folder, &info) == 0)
		return complain(invocation, EXIT_USAGE,
			(struct both){ "ce dossier existe déjà, rien n’y est écrit :",
				"this folder exists, nothing is written into it:" },
			folder);
	for (size_t i = 0; i < sizeof(templates) / sizeof(templates[0]); i++) {
		if (strcmp(templates[i].kind, kind) != 0)
			continue;
		if (write_files(folder, templates[i].files, &err) < 0)
			return complain_err(invocation, &err);
		printf(invocation->lang == LANG_FR ? "%s : un exercice complet. Changez-le, puis : bareme check %s\n"
						   : "%s: a complete exercise. Change it, then: bareme check %s\n",
			folder, folder);
		return EXIT_FINE;
	}
	return complain(invocation, EXIT_USAGE,
		(struct both){
			"les sortes sont python-function (une fonction), python-program (un programme) et boolean (une "
			"expression booléenne) ; pas",
			"the kinds are python-function, python-program and boolean; not" },
		kind);
}

const struct command command_new = {
	.name = "new",
	.operands = { "SORTE DOSSIER", "KIND FOLDER" },
	.run = run_new,
	.summary = { "commence un exercice complet (python-function, python-program, boolean)",
		"starts a complete exercise (python-function, python-program, boolean)" },
	.operands_min = 2,
	.operands_max = 2,
};
