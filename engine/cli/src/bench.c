#include "bench.h"
#include <string.h>
#include <unistd.h>
#include "base/json.h"

static const struct option options[] = {
	{ "--json", NULL, { "en JSON", "as JSON" } },
	{ "--rounds", "N", { "tours entrelacés (100 par défaut)", "interleaved rounds (100 by default)" } },
	{ "--seconds", "N",
		{ "durée de chaque mesure de débit (3 par défaut, 0 : aucune), ou de SymPy pour chaque ligne",
			"length of each rate measurement (3 by default, 0: none), or of SymPy for each row" } },
};

/* What each row is compared with. */
static const struct row {
	enum path path, floor;
	const char *name;
	struct both label;
} rows[PATHS] = {
	{ PATH_FLOOR_ONE, PATH_FLOOR_ONE, "floor-one-fork",
		{ "plancher : un fork nu, dix appels", "floor: one bare fork, ten calls" } },
	{ PATH_FLOOR_TEN, PATH_FLOOR_TEN, "floor-ten-forks",
		{ "plancher : dix forks nus, un appel chacun", "floor: ten bare forks, one call each" } },
	{ PATH_OURS_ONE, PATH_FLOOR_ONE, "one-test", { "Barème, un test", "Barème, one test" } },
	{ PATH_OURS_SHARED, PATH_FLOOR_ONE, "ten-tests-shared",
		{ "Barème, dix tests, copie partagée", "Barème, ten tests, one shared run" } },
	{ PATH_OURS_APART, PATH_FLOOR_TEN, "ten-tests-apart",
		{ "Barème, dix tests, dix copies", "Barème, ten tests, ten runs" } },
	{ PATH_PYTHON, PATH_FLOOR_TEN, "python3-ten-starts",
		{ "dix « python3 -I -S », sans isolation", "ten “python3 -I -S”, no isolation" } },
};

static int measure(struct bench_paths *paths, struct figure figures[PATHS], uint64_t rounds, struct err *err)
{
	for (uint64_t round = 0; round < rounds + 3; round++)
		for (int path = 0; path < PATHS; path++) {
			double us;
			if (path == PATH_PYTHON && round % 5 != 0)
				continue; /* nine tenths of a round otherwise */
			if (bench_paths_run(paths, (enum path)path, &us, err) < 0)
				return -1;
			if (round >= 3)
				figure_add(&figures[path], us);
		}
	return 0;
}

static json_t *figure_json(struct figure *figure, struct figure *floor)
{
	double median = figure_at(figure, 0.5), base = figure_at(floor, 0.5);
	return json_pack("{s:f, s:f, s:f, s:i}", "median_us", median, "p95_us", figure_at(figure, 0.95), "ratio",
		base > 0 ? median / base : 0.0, "count", (int)figure->count);
}

static void print_figure(
	const struct invocation *invocation, struct both label, struct figure *figure, struct figure *floor)
{
	double median = figure_at(figure, 0.5), base = figure_at(floor, 0.5);
	printf("%9.0f µs %9.0f µs %7.2f ×  %s\n", median, figure_at(figure, 0.95), base > 0 ? median / base : 0.0,
		in(invocation, label));
}

static int rates(const struct invocation *invocation, json_t *json, unsigned seconds, struct err *err)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	const struct {
		enum path path;
		const char *name;
		struct both label;
	} kinds[] = {
		{ PATH_OURS_SHARED, "rate-shared",
			{ "copies corrigées par seconde, tous les cœurs, copie partagée",
				"submissions a second, all cores, one shared run" } },
		{ PATH_OURS_APART, "rate-apart",
			{ "copies corrigées par seconde, tous les cœurs, dix copies",
				"submissions a second, all cores, ten runs" } },
	};
	for (size_t i = 0; seconds && i < 2; i++) {
		double rate;
		if (bench_paths_rate(kinds[i].path, (unsigned)cores, seconds, &rate, err) < 0)
			return -1;
		json_object_set_new(json, kinds[i].name, json_real(rate));
		if (!option_value(invocation, "--json"))
			printf("%9.0f /s                           %s\n", rate, in(invocation, kinds[i].label));
	}
	return 0;
}

static int bench_python(
	const struct invocation *invocation, uint64_t rounds, unsigned seconds, json_t *json, struct err *err)
{
	struct figure figures[PATHS] = { 0 };
	struct bench_paths *paths = NULL;
	int status = bench_paths_open(&paths, err);
	if (status == 0)
		status = measure(paths, figures, rounds, err);
	bench_paths_close(paths);
	bool text = !option_value(invocation, "--json");
	if (status == 0 && text)
		printf("%12s %12s %9s\n", in(invocation, (struct both){ "médiane", "median" }), "p95",
			in(invocation, (struct both){ "÷ plancher", "÷ floor" }));
	for (int i = 0; status == 0 && i < PATHS; i++) {
		json_object_set_new(json, rows[i].name, figure_json(&figures[i], &figures[rows[i].floor]));
		if (text)
			print_figure(invocation, rows[i].label, &figures[i], &figures[rows[i].floor]);
	}
	for (int i = 0; i < PATHS; i++)
		figure_release(&figures[i]);
	return status == 0 ? rates(invocation, json, seconds, err) : -1;
}

static int bench_whole_service(const struct invocation *invocation, unsigned seconds, json_t *json, struct err *err)
{
	struct service_figures figures = { 0 };
	struct figure grading = { 0 };
	struct bench_paths *paths = NULL;
	int status = bench_paths_open(&paths, err);
	for (int i = 0; status == 0 && i < 50; i++) {
		double us;
		status = bench_paths_run(paths, PATH_OURS_SHARED, &us, err);
		if (i >= 5 && status == 0)
			figure_add(&grading, us);
	}
	bench_paths_close(paths);
	if (status == 0)
		status = bench_service(&figures, seconds ? seconds : 3, err);
	if (status == 0) {
		json_object_set_new(json, "post-to-mark", figure_json(&figures.alone, &grading));
		json_object_set_new(json, "service-rate-shared", json_real(figures.rate_shared));
		json_object_set_new(json, "service-rate-apart", json_real(figures.rate_apart));
	}
	if (status == 0 && !option_value(invocation, "--json")) {
		print_figure(
			invocation, (struct both){ "la correction seule", "the grading alone" }, &grading, &grading);
		print_figure(invocation,
			(struct both){ "du POST à la note sur le disque, un client",
				"from POST to the mark on disk, one client" },
			&figures.alone, &grading);
		printf("%9.0f /s %28s%s (%u clients)\n", figures.rate_shared, "",
			in(invocation, (struct both){ "copies par seconde par HTTP, copie partagée",
					       "submissions a second through HTTP, one shared run" }),
			figures.clients);
		printf("%9.0f /s %28s%s (%u clients)\n", figures.rate_apart, "",
			in(invocation, (struct both){ "copies par seconde par HTTP, dix copies",
					       "submissions a second through HTTP, ten runs" }),
			figures.clients);
	}
	figure_release(&grading);
	figure_release(&figures.alone);
	return status;
}

static int run_bench(const struct invocation *invocation)
{
	const char *what = invocation->operand_count ? invocation->operands[0] : "python";
	uint64_t rounds = 100, seconds = 3;
	struct err err = { 0 };
	if (!option_number(invocation, "--rounds", 5, 100000, &rounds) ||
		!option_number(invocation, "--seconds", 0, 600, &seconds))
		return EXIT_USAGE;
	cleanup_json json_t *json = json_object();
	int status;
	if (strcmp(what, "python") == 0)
		status = bench_python(invocation, rounds, (unsigned)seconds, json, &err);
	else if (strcmp(what, "service") == 0)
		status = bench_whole_service(invocation, (unsigned)seconds, json, &err);
	else if (strcmp(what, "boolean") == 0)
		status = bench_boolean(invocation, rounds, (unsigned)seconds, json, &err);
	else if (strcmp(what, "maths") == 0)
		status = bench_maths(invocation, rounds, json, &err);
	else
		return complain(invocation, EXIT_USAGE,
			(struct both){ "on mesure python, boolean, maths ou service, pas",
				"python, boolean, maths or service can be measured, not" },
			what);
	if (status < 0)
		return complain_err(invocation, &err);
	if (option_value(invocation, "--json")) {
		cleanup_buf struct buf text = BUF_INIT;
		json_print(&text, json);
		puts(buf_str(&text));
	}
	return EXIT_FINE;
}

const struct command command_bench = {
	.name = "bench",
	.operands = { "[python | boolean | maths | service]", "[python | boolean | maths | service]" },
	.run = run_bench,
	.summary = { "mesure la vitesse, chaque chiffre à côté de son plancher du même passage",
		"measures the speed, each figure beside its floor from the same run" },
	.options = options,
	.option_count = sizeof(options) / sizeof(options[0]),
	.operands_min = 0,
	.operands_max = 1,
};
