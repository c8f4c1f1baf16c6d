#include "help.h"
#include <string.h>
#include "base/utf8.h"
#include "dispatch/marking.h"

static const char *pick(struct both text, enum lang lang)
{
	return lang == LANG_FR || !text.en ? text.fr : text.en;
}

void help_usage(FILE *out, const struct command *command, enum lang lang)
{
	const char *operands = pick(command->operands, lang);
	fprintf(out, "%s bareme %s%s%s%s\n", lang == LANG_FR ? "usage :" : "usage:", command->name,
		operands && *operands ? " " : "", operands ? operands : "", command->option_count ? " [options]" : "");
}

static void print_padded(FILE *out, const char *text, size_t width)
{
	size_t length = utf8_length(text, strlen(text));
	fprintf(out, "%s%*s", text, (int)(length < width ? width - length : 1), "");
}

void help_command(FILE *out, const struct command *command, enum lang lang)
{
	help_usage(out, command, lang);
	fprintf(out, "\n%s\n", pick(command->summary, lang));
	if (command->details.fr)
		fprintf(out, "\n%s\n", pick(command->details, lang));
	if (command->option_count)
		fputs("\n", out);
	for (int i = 0; i < command->option_count; i++) {
		char left[80];
		const struct option *option = &command->options[i];
		snprintf(left, sizeof(left), "  %s%s%s", option->name, option->argument ? " " : "",
			option->argument ? option->argument : "");
		print_padded(out, left, 26);
		fprintf(out, "%s\n", pick(option->help, lang));
	}
}

void help_all(FILE *out, enum lang lang)
{
	bool french = lang == LANG_FR;
	fprintf(out,
		french ? "Barème %s, correction automatique d’exercices\n\nusage : bareme COMMANDE …\n\n"
		       : "Barème %s, automated assessment\n\nusage: bareme COMMAND …\n\n",
		engine_version());
	for (const struct command *const *command = commands; *command; command++) {
		fputs("  ", out);
		print_padded(out, (*command)->name, 10);
		fprintf(out, "%s\n", pick((*command)->summary, lang));
	}
	fputs(french ? "\n« bareme COMMANDE --help » en dit plus. Codes de sortie : 0 tout va bien (tous les points), "
		       "1 corrigé sans tous\n"
		       "les points ou une vérification échoue, 2 usage, 3 cette machine ou sa configuration ne peut "
		       "pas, 4 erreur interne.\n"
		     : "\n“bareme COMMAND --help” says more. Exit codes: 0 fine (full marks), 1 graded but not full "
		       "marks or a check\n"
		       "failed, 2 usage, 3 this machine or configuration cannot, 4 internal.\n",
		out);
}

static int run_help(const struct invocation *invocation)
{
	help_all(stdout, invocation->lang);
	return EXIT_FINE;
}

static int run_version(const struct invocation *invocation)
{
	printf("bareme %s\n", engine_version());
	return EXIT_FINE;
}

/* roff takes a leading dot or apostrophe, and every backslash, for its own. */
static void print_roff(const char *text)
{
	bool start = true;
	for (; *text; text++) {
		if (start && (*text == '.' || *text == '\''))
			fputs("\\&", stdout);
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			fputc(*text, stdout);
		start = *text == '\n';
	}
}

static int run_man(const struct invocation *invocation)
{
	enum lang lang = invocation->lang;
	bool french = lang == LANG_FR;
	printf(".TH BAREME 1 \"\" \"bareme %s\" \"%s\"\n", engine_version(),
		french ? "Manuel de Barème" : "Barème manual");
	printf(".SH %s\nbareme \\- %s\n.SH SYNOPSIS\n.B bareme\n.I %s\n.RI [ options ]\n.SH %s\n",
		french ? "NOM" : "NAME", french ? "correction automatique d’exercices" : "automated assessment",
		french ? "commande" : "command", french ? "COMMANDES" : "COMMANDS");
	for (const struct command *const *at = commands; *at; at++) {
		const struct command *command = *at;
		printf(".SS \"bareme %s %s\"\n", command->name,
			command->operands.fr ? pick(command->operands, lang) : "");
		print_roff(pick(command->summary, lang));
		fputs(".\n", stdout);
		if (command->details.fr) {
			fputs(".PP\n", stdout);
			print_roff(pick(command->details, lang));
			fputs("\n", stdout);
		}
		for (int i = 0; i < command->option_count; i++) {
			fputs(".TP\n.B ", stdout);
			print_roff(command->options[i].name);
			if (command->options[i].argument)
				printf(" \\fI%s\\fR", command->options[i].argument);
			fputs("\n", stdout);
			print_roff(pick(command->options[i].help, lang));
			fputs("\n", stdout);
		}
	}
	printf(french ? ".SH \"CODES DE SORTIE\"\n0 tout va bien (tous les points) ; 1 corrigé sans tous les points, "
			"ou une vérification "
			"échoue ; 2 usage ; 3 cette machine ou sa configuration ne peut pas ; 4 erreur interne.\n"
		      : ".SH \"EXIT STATUS\"\n0 fine (full marks); 1 graded but not full marks, or a check failed; 2 "
			"usage; 3 this machine "
			"or configuration cannot; 4 internal.\n");
	printf(french ? ".SH ENVIRONNEMENT\nLC_ALL, LC_MESSAGES, LANG : la langue. NO_COLOR : pas de couleurs.\n"
		      : ".SH ENVIRONMENT\nLC_ALL, LC_MESSAGES, LANG: the language. NO_COLOR: no colours.\n");
	return EXIT_FINE;
}

const struct command command_help = {
	.name = "help",
	.operands = { "", "" },
	.run = run_help,
	.summary = { "montre les commandes", "lists the commands" },
};
const struct command command_version = {
	.name = "version",
	.operands = { "", "" },
	.run = run_version,
	.summary = { "montre la version", "prints the version" },
};
const struct command command_man = {
	.name = "man",
	.operands = { "", "" },
	.run = run_man,
	.summary = { "écrit la page de manuel (bareme man | man -l -)", "writes the man page (bareme man | man -l -)" },
};
