/*
 * The values of a seed. Every parameter has a stream of its own; where conditions refuse a draw, all are drawn again from
 * what is left of their streams, so that no value that meets them is likelier than another.
 *
 * What is refused is drawn into an arena of its own; the draw that fits is made a second time, where it stays.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

/* How often a condition was tried, refused, and why it made no sense when it did not. */
struct tally {
	unsigned tried, refused, senseless;
	struct msg_text slip; /* in the loading's arena */
};

struct attempt {
	struct loading *loading;
	struct arena *arena; /* what is drawn lives there */
	struct reader reader; /* of generators that name earlier values */
	struct values values;
	struct drawn *drawn;
	struct draw *streams;
	struct tally *tallies;
	uint64_t seed;
};

enum outcome_of_draw { DRAW_FITS, DRAW_REFUSED, DRAW_FAILED };

static void cannot_draw(struct attempt *attempt, const struct parameter *parameter, const struct err *err)
{
	struct reader *reader = &attempt->reader;
	const char *code = err->kind == ERR_NOT_FOUND ? "draw-too-rare"
			   : err->kind == ERR_INPUT   ? "draw-impossible"
						      : "draw-failed";
	const struct msg_param params[] = { { "name", parameter->name },
		{ "seed", arena_printf(reader->arena, "%" PRIu64, attempt->seed) }, { "why", err->text }, { 0 } };

	reader_problem(
		reader, reader_pointer(reader, "/parameters", parameter->name), true, &model_messages, code, params);
}

/* A copy of what an author wrote, with the earlier values in their places. New reference. */
static json_t *with_values(struct attempt *attempt, const json_t *value, const char *pointer)
{
	struct reader *reader = &attempt->reader;
	const char *key, *name = json_is_string(value) ? values_reference(json_string_value(value)) : NULL;
	json_t *out, *inside;

	if (name != NULL) {
		const struct drawn_part *part = values_find(&attempt->values, name);

		if (part == NULL)
			values_unknown(reader, &attempt->values, pointer, name);
		return part != NULL ? json_deep_copy(part->value) : json_null();
	}
	if (json_is_array(value)) {
		out = json_array();
		for (size_t i = 0; i < json_array_size(value); i++)
			json_array_append_new(out,
				with_values(attempt, json_array_get(value, i), reader_pointer_at(reader, pointer, i)));
		return out;
	}
	if (!json_is_object(value))
		return json_deep_copy(value);
	out = json_object();
	json_object_foreach((json_t *)(uintptr_t)value, key, inside)
		json_object_set_new(out, key, with_values(attempt, inside, reader_pointer(reader, pointer, key)));
	return out;
}

static bool find_way(struct attempt *attempt, const struct parameter *parameter, struct way *way)
{
	const char *pointer;
	size_t before = attempt->reader.problems->errors;
	json_t *filled;

	*way = (struct way){ parameter->generator, parameter->spec };
	if (parameter->from == NULL)
		return true;
	pointer = reader_pointer(&attempt->reader, "/parameters", parameter->name);
	filled = json_keep(attempt->arena, with_values(attempt, parameter->from, pointer));
	return attempt->reader.problems->errors == before && way_read(way, &attempt->reader, filled, pointer);
}

/* Those that can be tried now and could not before. */
static bool conditions_hold(struct attempt *attempt)
{
	const struct drawing *drawing = attempt->loading->exercise->drawing;

	for (size_t i = 0; i < drawing->condition_count; i++) {
		const struct condition *condition = &drawing->conditions[i];
		struct tally *tally = &attempt->tallies[i];
		struct msg_text slip = { 0 };

		if (condition->ready != attempt->values.count)
			continue;
		tally->tried++;
		if (drawing->language->holds(condition->read, &attempt->values, attempt->arena, &slip))
			continue;
		tally->refused++;
		if (slip.fr == NULL)
			return false;
		if (tally->senseless++ == 0)
			tally->slip = (struct msg_text){ slip.code, arena_strdup(attempt->loading->arena, slip.fr),
				arena_strdup(attempt->loading->arena, msg_in(&slip, LANG_EN)) };
		return false;
	}
	return true;
}

static enum outcome_of_draw draw_all(struct attempt *attempt)
{
	const struct exercise *exercise = attempt->loading->exercise;
	bool failed = false;

	attempt->values.count = 0;
	for (size_t i = 0; i < exercise->parameter_count; i++) {
		const struct parameter *parameter = &exercise->parameters[i];
		struct err err = { 0 };
		struct way way;

		if ((failed && parameter->from != NULL) || !find_way(attempt, parameter, &way))
			return DRAW_FAILED;
		if (way_draw(&attempt->drawn[i], &way, &attempt->streams[i], attempt->arena, &err) < 0) {
			cannot_draw(attempt, parameter, &err);
			failed = true; /* of what cannot be drawn, all is told at once */
			attempt->drawn[i] = (struct drawn){ 0 };
		}
		attempt->values.count = i + 1;
		if (!failed && !conditions_hold(attempt))
			return DRAW_REFUSED;
	}
	return failed ? DRAW_FAILED : DRAW_FITS;
}

static const char *refusals(struct attempt *attempt, enum lang lang)
{
	const struct drawing *drawing = attempt->loading->exercise->drawing;
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < drawing->condition_count; i++) {
		const struct tally *tally = &attempt->tallies[i];

		if (tally->refused == 0)
			continue;
		if (out.len > 0)
			buf_addstr(&out, lang == LANG_FR ? "\u00a0; " : "; ");
		buf_printf(&out, lang == LANG_FR ? "%u sur %u par «\u00a0%s\u00a0»" : "%u of %u by \"%s\"",
			tally->refused, tally->tried, drawing->conditions[i].text);
	}
	return arena_memdup(attempt->loading->arena, buf_str(&out), out.len);
}

/* The condition that refuses most is where the author is sent. */
static void too_rare(struct attempt *attempt)
{
	struct arena *arena = attempt->loading->arena;
	const struct drawing *drawing = attempt->loading->exercise->drawing;
	size_t worst = 0;
	char tries[16], seed[24];
	struct msg_param fr[] = { { "tries", tries }, { "seed", seed }, { "refused", refusals(attempt, LANG_FR) },
		{ 0 } };
	struct msg_param en[] = { fr[0], fr[1], { "refused", refusals(attempt, LANG_EN) }, { 0 } };

	snprintf(tries, sizeof(tries), "%d", TRIES_MAX);
	snprintf(seed, sizeof(seed), "%" PRIu64, attempt->seed);
	for (size_t i = 1; i < drawing->condition_count; i++) {
		const struct tally *tally = &attempt->tallies[i], *most = &attempt->tallies[worst];

		if ((uint64_t)tally->refused * most->tried > (uint64_t)most->refused * tally->tried)
			worst = i;
	}
	const struct tally *tally = &attempt->tallies[worst];
	if (tally->senseless == 0 || tally->senseless < tally->tried) {
		reader_problem_text(&attempt->loading->reader, drawing->conditions[worst].pointer, false,
			msg_make_both(arena, &model_messages, "where-too-rare", fr, en));
		return;
	}
	fr[0] = (struct msg_param){ "condition", drawing->conditions[worst].text };
	fr[1] = (struct msg_param){ "why", tally->slip.fr };
	en[0] = fr[0];
	en[1] = (struct msg_param){ "why", tally->slip.en };
	fr[2] = en[2] = (struct msg_param){ 0 };
	reader_problem_text(&attempt->loading->reader, drawing->conditions[worst].pointer, false,
		msg_make_both(arena, &model_messages, "where-senseless", fr, en));
}

/* Makes the draw that is known to end so once more, for good. */
static const struct values *keep(struct attempt *attempt, const struct draw *streams, unsigned tries)
{
	struct loading *loading = attempt->loading;
	struct values *values;

	memcpy(attempt->streams, streams, loading->exercise->parameter_count * sizeof(*streams));
	attempt->arena = loading->arena;
	attempt->reader = loading->reader;
	if (draw_all(attempt) != DRAW_FITS)
		return NULL;
	values = arena_alloc(loading->arena, sizeof(*values));
	*values = attempt->values;
	values->tries = tries;
	return values;
}

const struct values *values_draw(struct loading *loading, uint64_t seed)
{
	const struct exercise *exercise = loading->exercise;
	size_t count = exercise->parameter_count, bytes = count * sizeof(struct draw);
	struct arena *cleanup_arena scratch = arena_new(0);
	struct attempt attempt = { .loading = loading, .seed = seed };
	struct draw *before = arena_array(loading->arena, count, sizeof(*before));

	attempt.streams = arena_array(loading->arena, count, sizeof(*attempt.streams));
	attempt.drawn = arena_array(loading->arena, count, sizeof(*attempt.drawn));
	attempt.tallies = arena_array(loading->arena, exercise->drawing->condition_count + 1, sizeof(*attempt.tallies));
	attempt.values.parameters = exercise->parameters;
	attempt.values.drawn = attempt.drawn;
	attempt.values.used = arena_array(loading->arena, count, sizeof(*attempt.values.used));
	for (size_t i = 0; i < count; i++)
		draw_open(&before[i], seed, exercise->parameters[i].name);
	if (exercise->drawing->condition_count == 0)
		return keep(&attempt, before, 1);
	memcpy(attempt.streams, before, bytes);
	for (unsigned tries = 1; tries <= TRIES_MAX; tries++) {
		struct problems unsaid = { 0 };

		attempt.arena = scratch;
		attempt.reader = loading->reader;
		attempt.reader.arena = scratch;
		attempt.reader.problems = &unsaid;
		if (draw_all(&attempt) != DRAW_REFUSED)
			return keep(&attempt, before, tries);
		memcpy(before, attempt.streams, bytes);
		arena_reset(scratch);
	}
	too_rare(&attempt);
	return NULL;
}
