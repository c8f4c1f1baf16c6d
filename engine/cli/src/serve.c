#include "command.h"
#include "dispatch/supervisor.h"

static const struct option options[] = {
	{ "--listen", "A:P",
		{ "adresse et port (127.0.0.1:8080) ; le port 0 en prend un libre",
			"address and port (127.0.0.1:8080); port 0 takes a free one" } },
	{ "--data", "DIR",
		{ "la base et les fichiers (data) ; créé s’il manque",
			"the database and the files (data); made when missing" } },
	{ "--exercises", "DIR", { "le dossier d’exercices (exercises)", "the folder of exercises (exercises)" } },
	{ "--graders", "N", { "correcteurs (un par processeur)", "graders (one per processor)" } },
	{ "--token-file", "F",
		{ "fichier de jetons ; sans lui, seule une adresse locale est servie",
			"file of tokens; without it only a loopback address is served" } },
	{ "--drain-ms", "N",
		{ "durée maximale de l’arrêt en ordre (20000)", "how long an orderly stop may take (20000)" } },
};

static void say_ready(void *context, const char *url)
{
	const struct invocation *invocation = context;
	printf(invocation->lang == LANG_FR ? "Barème écoute sur %s\n" : "Barème listens on %s\n", url);
	fflush(stdout);
}

static void say_line(void *context, const char *line)
{
	fprintf(stderr, "bareme: %s\n", line);
}

static int run_serve(const struct invocation *invocation)
{
	uint64_t graders = 0, drain = 0;
	struct err err = { 0 };
	const char *data = option_value(invocation, "--data"), *exercises = option_value(invocation, "--exercises");
	if (!option_number(invocation, "--graders", 1, 256, &graders) ||
		!option_number(invocation, "--drain-ms", 0, 3600000, &drain))
		return EXIT_USAGE;
	struct serve_config config = {
		.listen = option_value(invocation, "--listen"),
		.data = data ? data : "data",
		.exercises = exercises ? exercises : "exercises",
		.token_file = option_value(invocation, "--token-file"),
		.graders = (uint32_t)graders,
		.drain_ms = (uint32_t)drain,
		.context = (void *)(uintptr_t)invocation,
		.on_ready = say_ready,
		.log = say_line,
	};
	return supervisor_run(&config, &err) < 0 ? complain_err(invocation, &err) : EXIT_FINE;
}

const struct command command_serve = {
	.name = "serve",
	.operands = { "", "" },
	.run = run_serve,
	.summary = { "le service entier : HTTP, file d’attente, correcteurs, notes",
		"the whole service: HTTP, queue, graders, marks" },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
};
