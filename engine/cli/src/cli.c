#include "cli/cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "command.h"
#include "help.h"
#include "base/json.h"

const char *in(const struct invocation *invocation, struct both text)
{
	return invocation->lang == LANG_FR || !text.en ? text.fr : text.en;
}

static int option_row(const struct command *command, const char *name, size_t length)
{
	for (int i = 0; i < command->option_count; i++)
		if (strlen(command->options[i].name) == length && strncmp(command->options[i].name, name, length) == 0)
			return i;
	return -1;
}

const char *option_value(const struct invocation *invocation, const char *name)
{
	int row = option_row(invocation->command, name, strlen(name));
	return row < 0 ? NULL : invocation->values[row];
}

bool option_number(const struct invocation *invocation, const char *name, uint64_t min, uint64_t max, uint64_t *out)
{
	const char *text = option_value(invocation, name);
	if (!text)
		return true;
	char *end;
	errno = 0;
	unsigned long long number = strtoull(text, &end, 10);
	if (*text >= '0' && *text <= '9' && *end == '\0' && errno == 0 && number >= min && number <= max) {
		*out = number;
		return true;
	}
	fprintf(stderr,
		invocation->lang == LANG_FR ? "bareme %s : %s attend un entier entre %llu et %llu, pas « %s »\n"
					    : "bareme %s: %s wants a whole number between %llu and %llu, not “%s”\n",
		invocation->command->name, name, (unsigned long long)min, (unsigned long long)max, text);
	return false;
}

int complain(const struct invocation *invocation, int code, struct both text, const char *what)
{
	fprintf(stderr, "bareme %s%s %s%s%s\n", invocation->command ? invocation->command->name : "",
		invocation->lang == LANG_FR ? " :" : ":", in(invocation, text), what ? " " : "", what ? what : "");
	return code;
}

int complain_err(const struct invocation *invocation, const struct err *err)
{
	static const struct {
		enum err_kind kind;
		int code;
	} codes[] = {
		{ ERR_INPUT, EXIT_USAGE },
		{ ERR_NOT_FOUND, EXIT_USAGE },
		{ ERR_CONFLICT, EXIT_USAGE },
		{ ERR_BUSY, EXIT_CANNOT },
		{ ERR_TOO_LARGE, EXIT_USAGE },
		{ ERR_UNSUPPORTED, EXIT_CANNOT },
		{ ERR_ISOLATION, EXIT_CANNOT },
		{ ERR_SYSTEM, EXIT_CANNOT },
		{ ERR_PEER, EXIT_BUG },
		{ ERR_INTERNAL, EXIT_BUG },
	};
	if (err->kind == ERR_ISOLATION)
		return complain_isolation(invocation, err);
	fprintf(stderr, "bareme %s%s %s\n", invocation->command->name, invocation->lang == LANG_FR ? " :" : ":",
		err->text);
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (codes[i].kind == err->kind)
			return codes[i].code;
	return EXIT_BUG;
}

bool wants_colour(FILE *stream)
{
	const char *no = getenv("NO_COLOR");
	return isatty(fileno(stream)) && !(no && *no);
}

static const struct command *find_command(const char *name)
{
	for (const struct command *const *command = commands; *command; command++)
		if (strcmp((*command)->name, name) == 0)
			return *command;
	return NULL;
}

static int unknown_command(const struct invocation *invocation, const char *name)
{
	const char *names[32];
	int count = 0;
	for (const struct command *const *command = commands; *command && count < 31; command++)
		names[count++] = (*command)->name;
	names[count] = NULL;
	const char *near = nearest_name(name, names);
	bool french = invocation->lang == LANG_FR;
	fprintf(stderr, french ? "bareme : commande inconnue « %s »" : "bareme: unknown command “%s”", name);
	if (near)
		fprintf(stderr, french ? " ; vouliez-vous dire « %s » ?" : "; did you mean “%s”?", near);
	fprintf(stderr, french ? "\n« bareme --help » les montre toutes.\n" : "\n“bareme --help” lists them all.\n");
	return EXIT_USAGE;
}

static int bad_option(const struct invocation *invocation, const char *word)
{
	const char *names[MAX_OPTIONS + 2] = { "--help" };
	for (int i = 0; i < invocation->command->option_count; i++)
		names[i + 1] = invocation->command->options[i].name;
	const char *near = nearest_name(word, names);
	bool french = invocation->lang == LANG_FR;
	fprintf(stderr, french ? "bareme %s : option inconnue « %s »" : "bareme %s: unknown option “%s”",
		invocation->command->name, word);
	if (near)
		fprintf(stderr, french ? " ; vouliez-vous dire « %s » ?" : "; did you mean “%s”?", near);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

/* One "--word"; takes the next argument when the option wants one. Returns how many arguments it used, or 0. */
static int take_option(struct invocation *invocation, int left, char **argv)
{
	const char *word = argv[0], *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);
	int row = option_row(invocation->command, word, length);
	if (row < 0) {
		bad_option(invocation, word);
		return 0;
	}
	const struct option *option = &invocation->command->options[row];
	const char *value = equals ? equals + 1 : option->argument && left > 1 ? argv[1] : NULL;
	if (!option->argument != !value) {
		complain(invocation, EXIT_USAGE,
			option->argument
				? (struct both){ "cette option attend une valeur :", "this option wants a value:" }
				: (struct both){ "cette option n’attend pas de valeur :",
					  "this option takes no value:" },
			option->name);
		return 0;
	}
	invocation->values[row] = value ? value : "";
	return option->argument && !equals ? 2 : 1;
}

static int parse(struct invocation *invocation, int argc, char **argv)
{
	bool only_operands = false;
	for (int i = 0; i < argc;) {
		if (!only_operands && strcmp(argv[i], "--") == 0) {
			only_operands = true;
			i++;
		} else if (!only_operands && strcmp(argv[i], "--help") == 0) {
			help_command(stdout, invocation->command, invocation->lang);
			return -1;
		} else if (!only_operands && argv[i][0] == '-' && argv[i][1] == '-') {
			int used = take_option(invocation, argc - i, argv + i);
			if (used == 0)
				return EXIT_USAGE;
			i += used;
		} else if (invocation->operand_count == MAX_OPERANDS) {
			return complain(
				invocation, EXIT_USAGE, (struct both){ "trop de mots", "too many words" }, NULL);
		} else {
			invocation->operands[invocation->operand_count++] = argv[i++];
		}
	}
	const struct command *command = invocation->command;
	if (invocation->operand_count >= command->operands_min && invocation->operand_count <= command->operands_max)
		return 0;
	help_usage(stderr, command, invocation->lang);
	return EXIT_USAGE;
}

static int run_role(int argc, char **argv, const struct role *roles)
{
	for (const struct role *role = roles; argc > 0 && role->name; role++)
		if (strcmp(role->name, argv[0]) == 0)
			return role->run(argc, argv);
	fputs("bareme role: started by “bareme serve”, not by hand\n", stderr);
	return EXIT_USAGE;
}

int cli_main(int argc, char **argv, const struct role *roles)
{
	struct invocation invocation = { .lang = lang_from_environment() };
	if (argc < 2) {
		help_all(stderr, invocation.lang);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "role") == 0)
		return run_role(argc - 2, argv + 2, roles);
	const char *name = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ? "help"
			   : strcmp(argv[1], "--version") == 0                          ? "version"
											: argv[1];
	invocation.command = find_command(name);
	if (!invocation.command)
		return unknown_command(&invocation, name);
	int status = parse(&invocation, argc - 2, argv + 2);
	if (status != 0)
		return status < 0 ? EXIT_FINE : status;
	status = invocation.command->run(&invocation);
	if (fflush(stdout) != 0 && status == EXIT_FINE)
		return EXIT_CANNOT; /* a full disk behind a redirection must not look like success */
	return status;
}
