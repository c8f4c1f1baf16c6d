/*
 * backup and restore: the database of --data, while the service runs or not.
 */
#include <limits.h>
#include "command.h"
#include "dispatch/supervisor.h"
#include "store/store.h"

static const struct option options[] = {
	{ "--data", "DIR", { "le dossier de données du service (data)", "the service's data folder (data)" } },
};

static const char *database(const struct invocation *invocation, char *path, size_t size)
{
	const char *data = option_value(invocation, "--data");
	snprintf(path, size, "%s/bareme.db", data ? data : "data");
	return path;
}

static void print_counts(const struct invocation *invocation, const struct store_counts *counts)
{
	printf(invocation->lang == LANG_FR
			? "%lld copies, %lld corrigées, %lld événements de note, %lld versions d’exercices\n"
			: "%lld submissions, %lld graded, %lld mark events, %lld exercise versions\n",
		(long long)counts->submissions, (long long)counts->graded, (long long)counts->mark_events,
		(long long)counts->versions);
}

static int run_backup(const struct invocation *invocation)
{
	char path[PATH_MAX];
	struct store_counts counts = { 0 };
	struct err err;
	if (store_backup(database(invocation, path, sizeof(path)), invocation->operands[0], &counts, &err) < 0)
		return complain_err(invocation, &err);
	print_counts(invocation, &counts);
	return EXIT_FINE;
}

static int run_restore(const struct invocation *invocation)
{
	char path[PATH_MAX];
	struct store_restored restored = { 0 };
	struct err err;
	if (store_restore(invocation->operands[0], database(invocation, path, sizeof(path)), &restored, &err) < 0)
		return complain_err(invocation, &err);
	print_counts(invocation, &restored.counts);
	if (restored.kept[0])
		printf(invocation->lang == LANG_FR ? "l’ancienne base est gardée : %s\n"
						   : "the former database is kept: %s\n",
			restored.kept);
	return EXIT_FINE;
}

const struct command command_backup = {
	.name = "backup",
	.operands = { "FICHIER", "FILE" },
	.run = run_backup,
	.summary = { "copie la base dans un fichier neuf, vérifié, même pendant le service",
		"copies the database into a new, verified file, even while serving" },
	.options = options,
	.option_count = 1,
	.operands_min = 1,
	.operands_max = 1,
};
const struct command command_restore = {
	.name = "restore",
	.operands = { "FICHIER", "FILE" },
	.run = run_restore,
	.summary = { "vérifie une sauvegarde puis la remet en place ; l’ancienne base est gardée à côté",
		"verifies a backup, then puts it back; the former database is kept beside it" },
	.options = options,
	.option_count = 1,
	.operands_min = 1,
	.operands_max = 1,
};
