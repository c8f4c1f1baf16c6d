/*
 * What the graders say about an answer and the exception that its run claims: always a text in both languages, valid
 * UTF-8, of bounded length. Parts are separated by NUL: type, built-in type, base, message, the line, the answer, then
 * the names that the compiled answer refers to, each after its kind. First byte: what else the run claims.
 * links: grader_python
 */
#include <stdlib.h>
#include <string.h>
#include "../../../graders/python/src/answer.h"
#include "../../../graders/python/src/explain.h"
#include "../../../graders/python/src/printable.h"
#include "../../../graders/python/src/rules.h"
#include "../../../graders/python/src/wording.h"
#include "base/json.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

enum { NAMES_MOST = 200, SAID_MOST = 20000 };

struct parts {
	const char *at, *end;
};

/* The next part; "" at the end. Wherever a run's text comes in, bad bytes were replaced (reply.c). */
static const char *next_part(struct parts *parts, struct arena *arena)
{
	size_t bytes = strnlen(parts->at, (size_t)(parts->end - parts->at)), ignored;
	const char *part = printable_exact(arena, parts->at, bytes, &ignored);

	parts->at += bytes < (size_t)(parts->end - parts->at) ? bytes + 1 : bytes;
	return part;
}

static void check_text(const struct msg_text *text, bool required)
{
	if (text->fr == NULL) {
		if (required)
			abort();
		return;
	}
	if (text->en == NULL || text->code == NULL || strlen(text->fr) > SAID_MOST || strlen(text->en) > SAID_MOST ||
		utf8_check(text->fr, strlen(text->fr)) != strlen(text->fr) ||
		utf8_check(text->en, strlen(text->en)) != strlen(text->en))
		abort();
}

static void try_answer(struct arena *arena, const char *data, size_t bytes)
{
	static const struct folder_file starter = { "starter.py", "def f(x):\n    pass\n", 19 };
	struct python_spec spec = { .entry = "f", .starter = &starter };
	json_t cleanup_json *json = json_stringn_nocheck(data, bytes);
	struct answer answer;

	answer_take(&answer, arena, &spec, json);
	check_text(&answer.message, answer.reading != READING_OK);
	if (answer.reading == READING_OK &&
		(utf8_check(answer.text, answer.bytes) != answer.bytes || strlen(answer.text) != answer.bytes))
		abort();
}

static void try_rules(struct arena *arena, const struct run_compiled *compiled)
{
	static const char *const calls[] = { "max", ".sort", "math.sqrt", "os.path.join", "", ".", "x.", NULL };
	static const char *const imports[] = { "math", "os.path", NULL };
	static const char *const constructs[] = { "for", "recursion", "function:f", "class:", "", NULL };
	const struct python_rules rules = { .calls = calls, .imports = imports, .constructs = constructs };
	struct breaches breaches[2];

	rules_forbidden(&breaches[0], &rules, compiled, NULL);
	rules_required(&breaches[1], &rules, compiled);
	for (int i = 0; i < 2; i++)
		for (size_t j = 0; j < breaches[i].count; j++) {
			struct msg_text said = rules_text(arena, &breaches[i].of[j], FRAC_ZERO, FRAC_ONE);
			check_text(&said, true);
		}
}

static void try_exception(struct arena *arena, const struct run_exception *exception,
	const struct run_compiled *compiled, const char *text)
{
	const char *const *near = explain_near_names(arena, exception, compiled, text);
	const char *const *names = explain_names(arena, compiled, true);
	struct msg_text said[] = { explain_exception(arena, exception, near),
		explain_exception(arena, exception, names), explain_why(arena, exception) };

	check_text(&said[0], true);
	check_text(&said[1], true);
	check_text(&said[2], false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 2)
		return 0;
	struct arena *cleanup_arena arena = arena_new(0);
	struct parts parts = { (const char *)data + 2, (const char *)data + bytes };
	const char *type = next_part(&parts, arena), *builtin = next_part(&parts, arena);
	const char *base = next_part(&parts, arena), *message = next_part(&parts, arena);
	const char *line = next_part(&parts, arena), *answer = next_part(&parts, arena);
	struct run_exception exception = {
		.type = type,
		.builtin = data[0] & 1 ? builtin : NULL,
		.base = base,
		.message = message,
		.text = data[0] & 2 ? line : NULL,
		.line = data[1],
		.in_prelude = data[0] & 4,
		.syntax = data[0] & 8,
	};
	struct run_name *names = arena_array(arena, NAMES_MOST, sizeof(*names));
	struct run_compiled compiled = { .why_not = "", .names = names };

	for (; parts.at < parts.end && compiled.name_count < NAMES_MOST; compiled.name_count++) {
		const char *part = next_part(&parts, arena);

		names[compiled.name_count] = (struct run_name){ *part ? part + 1 : part, *part, (int)strlen(part) };
	}
	try_answer(arena, (const char *)data, bytes);
	try_rules(arena, &compiled);
	try_exception(arena, &exception, &compiled, answer);
	if (wording_not_plain(type) == NULL || wording_literal(line) == NULL)
		abort();
	return 0;
}
