/*
 * Drawn values: a generator is one way of drawing, a parameter is a name that an exercise gives to what one draws.
 *
 * Use: a generator is a row of a table like a kind, and comes along with the kinds that are given to exercise_load()
 * (struct kind, `generators`); those of plain values are always there. exercise_load() reads `parameters` and draws once,
 * so that the author's mistakes are found; exercise_draw() (model/exercise.h) makes the instance of one seed.
 *
 * A drawn value is a list of parts. The first has no name: "$f" in a question is its JSON and {{f}} in a text its text;
 * "$f.ones" and {{f.ones}} are those of the part "ones". Kinds read what stands there after that and know nothing of it.
 *
 * Invariant: the parts of a value depend on the seed, the parameter's name and the generator's own keys only, for ever
 * (base/draw.h): a recorded seed is enough to make a student's exercise again.
 */
#pragma once
#include "base/draw.h"
#include "base/err.h"
#include "model/reader.h"

struct values;

struct drawn_part {
	const char *name; /* "" is the value itself */
	json_t *value; /* belongs to the arena */
	struct msg_text text; /* as a statement prints it */
	const char *html; /* the same on a page, trusted markup (MathML); NULL: the text */
	bool block; /* the markup is no part of a paragraph: one that holds nothing else gives way to it */
};

struct drawn {
	const struct drawn_part *parts;
	size_t count; /* one at least */
};

struct generator {
	const char *name; /* "int" */
	const char *doc; /* one English sentence, for the schema */
	/* What stands behind the name: an object with these keys; NULL: a list. */
	const struct key_spec *keys;
	size_t key_count;
	/* Reads it into *spec (in reader->arena); false when the reader got a mistake. NULL: the name stands alone, "bool". */
	bool (*read)(const void **spec, struct reader *reader, json_t *value, const char *pointer);
	/* Draws. ERR_NOT_FOUND: what is asked is too rare to be met in bounded time; ERR_INPUT: it contradicts itself. */
	int (*draw)(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err);
};

/* How conditions on drawn values (`where`) are read and tried. */
struct conditions {
	/* Reads one; false when the reader got a mistake. `names`: the parameters, NULL-terminated. */
	bool (*read)(const void **condition, struct reader *reader, json_t *value, const char *pointer,
		const char *const *names);
	/* Does it hold for these values? ERR_INPUT when it makes no sense for them. */
	int (*holds)(
		bool *out, const void *condition, const struct values *values, struct arena *arena, struct err *err);
};

struct parameter {
	const char *name; /* letters and digits */
	const struct generator *generator;
	const void *spec;
};

/* The values of one seed, in the order of the parameters. */
struct values {
	const struct parameter *parameters;
	const struct drawn *drawn;
	bool *used; /* by parameter: something asked for it */
	size_t count;
};

/* All generators that come with the kinds, and the plain ones; NULL-terminated, in the arena. */
const struct generator *const *generators_of(const struct kind *const *kinds, struct arena *arena);

/* What "f" or "f.ones" names; NULL when nothing. */
const struct drawn_part *values_find(const struct values *values, const char *name);
/* Appends `text` with each {{name}} that is known replaced. `escape` is for pages: it writes a text as markup, and parts
 * with markup of their own give that; NULL: texts as they are. */
void values_fill(struct buf *out, const char *text, const struct values *values, enum lang lang,
	void (*escape)(struct buf *out, const char *text));
/* Is a placeholder at `text`? Its length with the braces, or 0; the name in *name, in the arena. */
size_t placeholder_at(const char *text, const char **name, struct arena *arena);
