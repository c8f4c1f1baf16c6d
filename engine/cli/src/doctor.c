#include <string.h>
#include "command.h"
#include "base/json.h"
#include "sandbox/doctor.h"

static const struct option options[] = {
	{ "--json", NULL, { "écrit les constats en JSON", "writes the findings as JSON" } },
};

static void print_texts(const struct invocation *invocation, FILE *out, const struct doctor_finding *finding)
{
	bool french = invocation->lang == LANG_FR;
	fprintf(out, "    %s %s\n", french ? "rôle :" : "role:", msg_in(&finding->protects, invocation->lang));
	if (finding->found || finding->behind)
		return;
	if (finding->cause.code)
		fprintf(out, "    %s %s\n", french ? "cause :" : "cause:", msg_in(&finding->cause, invocation->lang));
	fprintf(out, "    %s %s\n", french ? "remède :" : "remedy:", msg_in(&finding->mend, invocation->lang));
	if (finding->without)
		fprintf(out,
			french ? "    sans lui : Barème corrige, et les comptes rendus disent « %s »\n"
			       : "    without it: Barème marks, and reports say “%s”\n",
			finding->without);
}

static void print_finding(const struct invocation *invocation, const struct doctor_finding *finding)
{
	bool colour = wants_colour(stdout);
	const char *paint = finding->found ? "\033[32m" : finding->required ? "\033[31m" : "\033[33m";
	printf("%s%s%s %-26s %s\n", colour ? paint : "",
		finding->found      ? "✓"
		: finding->required ? "✗"
				    : "!",
		colour ? "\033[0m" : "", finding->feature, finding->detail);
	print_texts(invocation, stdout, finding);
}

int complain_isolation(const struct invocation *invocation, const struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct doctor_finding *findings;
	complain(invocation, EXIT_CANNOT,
		(struct both){ "cette machine n’isole pas, donc Barème ne corrige pas :",
			"this machine does not isolate, so Barème does not mark:" },
		err->text);
	size_t count = doctor_probe(&findings, arena);
	for (size_t i = 0; i < count; i++) {
		if (findings[i].found || !findings[i].required || findings[i].behind)
			continue;
		fprintf(stderr, "✗ %s: %s\n", findings[i].feature, findings[i].detail);
		print_texts(invocation, stderr, &findings[i]);
	}
	return EXIT_CANNOT;
}

static json_t *text_json(const struct msg_text *text)
{
	return text->fr ? json_pack("{s:s, s:s}", "fr", text->fr, "en", text->en) : json_null();
}

static int run_doctor(const struct invocation *invocation)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct doctor_finding *findings;
	size_t count = doctor_probe(&findings, arena);
	bool json = option_value(invocation, "--json") != NULL, safe = true;
	cleanup_json json_t *rows = json_array();
	for (size_t i = 0; i < count; i++) {
		const struct doctor_finding *finding = &findings[i];
		safe = safe && (finding->found || !finding->required);
		json_array_append_new(rows,
			json_pack("{s:s, s:b, s:b, s:s?, s:s, s:o, s:o, s:o}", "feature", finding->feature, "found",
				finding->found, "required", finding->required, "without", finding->without, "detail",
				finding->detail, "protects", text_json(&finding->protects), "cause",
				text_json(&finding->cause), "mend", text_json(&finding->mend)));
		if (!json)
			print_finding(invocation, finding);
	}
	if (json) {
		cleanup_buf struct buf text = BUF_INIT;
		json_print(&text, rows);
		puts(buf_str(&text));
		return safe ? EXIT_FINE : EXIT_CANNOT;
	}
	bool french = invocation->lang == LANG_FR;
	puts(safe ? (french ? "\nCette machine peut isoler : Barème peut corriger ici."
			    : "\nThis machine can isolate: Barème can mark here.")
		  : (french ? "\nCette machine ne peut pas isoler : serve, grade et check refuseront."
			    : "\nThis machine cannot isolate: serve, grade and check will refuse."));
	return safe ? EXIT_FINE : EXIT_CANNOT;
}

const struct command command_doctor = {
	.name = "doctor",
	.operands = { "", "" },
	.run = run_doctor,
	.summary = { "dit ce que cette machine offre pour isoler, et le remède à ce qui manque",
		"says what this machine offers for isolation, and the remedy for what is missing" },
	.options = options,
	.option_count = 1,
};
