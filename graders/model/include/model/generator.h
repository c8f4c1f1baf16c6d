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
 * A generator's keys may name an earlier value ("rows": "$n"): then it is read anew for each draw, with the value there.
 * Conditions (`where`) are tried as soon as the values that they speak of are drawn; one that does not hold has all values
 * drawn again, each from the rest of its own stream, a bounded number of times.
 *
 * Invariant: the parts of a value depend on the seed, the parameter's name, the generator's own keys and the conditions
 * only, for ever (base/draw.h): a recorded seed is enough to make a student's exercise again.
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
	/* The keys stand beside the name, which is one of them: {"matrix": …, "rows": 2}. read() gets that whole object. */
	bool wide;
	/* Reads it into *spec (in reader->arena); false when the reader got a mistake. NULL: the name stands alone, "bool". */
	bool (*read)(const void **spec, struct reader *reader, json_t *value, const char *pointer);
	/* Draws. ERR_NOT_FOUND: what is asked is too rare to be met in bounded time; ERR_INPUT: it contradicts itself. */
	int (*draw)(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err);
};

/* A generator that another one draws with: the cells of a matrix, the elements of a list. */
struct way {
	const struct generator *generator;
	const void *spec;
};
/* Reads "bool" or {"int": [1, 9]}; false when the reader got a mistake. */
bool way_read(struct way *out, struct reader *reader, json_t *value, const char *pointer);
int way_draw(
	struct drawn *out, const struct way *way, struct draw *draw, struct arena *arena, struct err *err) must_check;

/* How many: 3, or [2, 5]. */
struct span {
	uint32_t least, most;
};
/* From object/key, which may be absent (*out stays); within 0 … `most`. False when the reader got a mistake. */
bool span_read(
	struct span *out, struct reader *reader, json_t *object, const char *pointer, const char *key, uint32_t most);
uint32_t span_draw(const struct span *span, struct draw *draw); /* takes nothing from the stream where both are equal */

/* The language of formulas over drawn values and answers: `where`, and "=A*B" as a wrong answer. */
struct conditions {
	/* Reads a condition; false when the reader got a mistake. `names`: the parameters, NULL-terminated. */
	bool (*read)(const void **condition, struct reader *reader, json_t *value, const char *pointer,
		const char *const *names);
	/* The parameters that it speaks of; NULL-terminated. */
	const char *const *(*names)(const void *condition, struct arena *arena);
	/* Does it hold for these values? False, and why in *slip (fr not NULL), also when it makes no sense for them. */
	bool (*holds)(const void *condition, const struct values *values, struct arena *arena, struct msg_text *slip);
	/* The value of a formula as an answer's JSON; `names`: {"A": [[1, 2]], "@p": "3/4"}. Borrowed from `arena`; NULL
	 * and why. */
	json_t *(*compute)(const char *formula, const json_t *names, struct arena *arena, struct msg_text *slip);
};

struct parameter {
	const char *name; /* letters and digits */
	const struct generator *generator;
	const void *spec; /* NULL where `from` is not */
	json_t *from; /* as written, where that names earlier values */
};

/* The values of one seed, in the order of the parameters. */
struct values {
	const struct parameter *parameters;
	const struct drawn *drawn;
	bool *used; /* by parameter: something asked for it */
	size_t count; /* that are drawn already, while conditions are tried */
	unsigned tries; /* how many draws it took */
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
