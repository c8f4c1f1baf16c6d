#include "wording.h"
#include <string.h>
#include "grader_choice/grader_choice.h"

/* For an answer of PAPER's size in a fraction of a millisecond; a pattern that needs more is one to mend. */
enum { STEPS_MAX = 20000, DEPTH_MAX = 2000, HEAP_KB_MAX = 2048 };

const struct key_spec wordings_keys[WORDINGS_KEYS] = {
	{ .name = "accept",
		.type = KEY_STRINGS,
		.required = true,
		.doc = "Right answers, the first of which is shown as the solution." },
	{ .name = "patterns",
		.type = KEY_STRINGS,
		.doc = "Other right answers, as PCRE2 patterns for the whole of it." },
	{ .name = "mistakes",
		.type = KEY_ARRAY,
		.doc = "Known wrong answers: a text or a pattern, what each is told (says), and its credit." },
	{ .name = "spelling",
		.type = KEY_INT,
		.min = 0,
		.max = SPELLING_MAX,
		.doc = "How many letters may be wrong, in words of five letters or more; none if left out." },
	{ .name = "keep_case", .type = KEY_BOOL, .doc = "true: capitals are not the same as small letters." },
	{ .name = "keep_accents", .type = KEY_BOOL, .doc = "true: é is not e." },
};

static const struct key_spec mistake_keys[] = {
	{ .name = "text", .type = KEY_STRING, .doc = "The wrong answer." },
	{ .name = "pattern", .type = KEY_STRING, .doc = "Or a PCRE2 pattern for the whole of it." },
	{ .name = "says", .type = KEY_TEXT, .required = true, .doc = "What is said to who answers this." },
	{ .name = "credit", .type = KEY_POINTS, .doc = "The share of the points that it earns all the same: 1/2." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *code, const struct msg_param *params)
{
	reader_problem(reader, pointer, false, &choice_messages, code, params);
	return false;
}

static struct pattern pattern_of(const struct wording *wording, const struct folding *folding)
{
	return (struct pattern){ .text = wording->folded,
		.bytes = strlen(wording->folded),
		.any_case = !folding->keep_case,
		.steps = STEPS_MAX,
		.depth = DEPTH_MAX,
		.heap_kb = HEAP_KB_MAX };
}

static bool read_one(struct wordings *out, struct wording *wording, struct reader *reader, const char *text)
{
	size_t column = 0;
	struct err err = { 0 };

	wording->text = text;
	if (*text == '\0' || strlen(text) > (wording->is_pattern ? 5 * WORDING_BYTES_MAX : WORDING_BYTES_MAX))
		return refuse(reader, wording->pointer, "wording-length", NULL);
	if (!wording->is_pattern) {
		wording->folded = fold_text(text, strlen(text), &out->folding, reader->arena);
		return *wording->folded != '\0' || refuse(reader, wording->pointer, "wording-length", NULL);
	}
	wording->folded = fold_pattern(text, &out->folding, reader->arena);
	struct pattern pattern = pattern_of(wording, &out->folding);
	if (pattern_check(&pattern, &column, &err) == 0)
		return true;
	return refuse(reader, wording->pointer, "pattern-wrong",
		(struct msg_param[]){ { "pattern", text }, { "column", arena_printf(reader->arena, "%zu", column) },
			{ "why", err.text }, { 0 } });
}

static bool read_accepted(struct wordings *out, struct reader *reader, json_t *object, const char *pointer,
	const char *key, bool is_pattern)
{
	const char *const *texts = reader_strings(reader, object, key);
	const char *inside = reader_pointer(reader, pointer, key);

	for (size_t i = 0; texts != NULL && texts[i] != NULL; i++) {
		struct wording *wording = &out->accepted[out->accepted_count];

		if (out->accepted_count == WORDINGS_MAX)
			return refuse(reader, inside, "too-many-wordings", NULL);
		*wording =
			(struct wording){ .is_pattern = is_pattern, .pointer = reader_pointer_at(reader, inside, i) };
		if (!read_one(out, wording, reader, texts[i]))
			return false;
		out->accepted_count++;
	}
	return true;
}

static bool read_credit(struct wording *wording, struct reader *reader, json_t *object, const char *pointer)
{
	wording->credit = FRAC_ZERO;
	if (json_object_get(object, "credit") == NULL)
		return true;
	if (!reader_points(reader, object, pointer, "credit", &wording->credit))
		return false;
	return frac_cmp(wording->credit, frac_int(1)) < 0 ||
	       refuse(reader, reader_pointer(reader, pointer, "credit"), "mistake-credit", NULL);
}

/* No right answer is a known mistake: one of the two is not meant. */
static bool check_apart(const struct wordings *out, const struct wording *mistake, struct reader *reader)
{
	for (size_t i = 0; i < out->accepted_count; i++) {
		struct err err;
		bool same = false;

		if (out->accepted[i].is_pattern)
			continue;
		if (wording_matches(&same, mistake, &out->folding, out->accepted[i].folded, &err) == 0 && same)
			return refuse(reader, mistake->pointer, "mistake-accepted",
				(struct msg_param[]){ { "text", out->accepted[i].text }, { 0 } });
	}
	return true;
}

static bool read_mistake(struct wordings *out, struct reader *reader, json_t *object, const char *pointer)
{
	struct wording *mistake = &out->mistakes[out->mistake_count];
	const char *text, *pattern;

	if (!reader_object(
		    reader, object, pointer, mistake_keys, sizeof(mistake_keys) / sizeof(mistake_keys[0]), NULL, 0))
		return false;
	text = reader_string(reader, object, "text", NULL);
	pattern = reader_string(reader, object, "pattern", NULL);
	if ((text == NULL) == (pattern == NULL))
		return refuse(reader, pointer, "mistake-which", NULL);
	*mistake = (struct wording){
		.is_pattern = pattern != NULL, .pointer = pointer, .says = reader_text(reader, object, "says")
	};
	if (!read_credit(mistake, reader, object, pointer) ||
		!read_one(out, mistake, reader, text != NULL ? text : pattern) || !check_apart(out, mistake, reader))
		return false;
	out->mistake_count++;
	return true;
}

bool wordings_read(struct wordings *out, struct reader *reader, json_t *object, const char *pointer)
{
	const json_t *mistakes = json_object_get(object, "mistakes");
	const char *inside = reader_pointer(reader, pointer, "mistakes");
	const char *accept = reader_pointer(reader, pointer, "accept");

	*out = (struct wordings){ .folding = { reader_bool(object, "keep_case", false),
					  reader_bool(object, "keep_accents", false) },
		.spelling = (unsigned)reader_int(object, "spelling", 0) };
	if (json_array_size(json_object_get(object, "accept")) == 0)
		return refuse(reader, accept, "accept-none", NULL);
	if (!read_accepted(out, reader, object, pointer, "accept", false) ||
		!read_accepted(out, reader, object, pointer, "patterns", true))
		return false;
	if (json_array_size(mistakes) > WORDINGS_MAX)
		return refuse(reader, inside, "too-many-wordings", NULL);
	for (size_t i = 0; i < json_array_size(mistakes); i++) {
		if (!read_mistake(out, reader, json_array_get(mistakes, i), reader_pointer_at(reader, inside, i)))
			return false;
	}
	return true;
}

int wording_matches(
	bool *out, const struct wording *wording, const struct folding *folding, const char *answer, struct err *err)
{
	struct pattern pattern;

	*out = false;
	if (!wording->is_pattern) {
		*out = strcmp(wording->folded, answer) == 0;
		return 0;
	}
	pattern = pattern_of(wording, folding);
	return pattern_match(out, &pattern, answer, strlen(answer), err);
}
