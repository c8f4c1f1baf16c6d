/* One exercise being loaded: what the files of the loader hand to one another. */
#pragma once
#include "model/exercise.h"
#include "model/generator.h"
#include "model/kind.h"
#include "reader.h"

enum {
	MAX_JSON = 512 << 10,
	MAX_PROSE = 256 << 10,
	MAX_QUESTIONS = 50,
	MAX_QUESTION_ID = 40,
	MAX_PARAMETER_NAME = 20,
	TRIES_MAX = 2000, /* of drawing all values, until every condition holds */
	MAX_PLACES = 1000, /* of drawn values, in each text and in all questions: a value may be long */
};

/* One line of `where`. */
struct condition {
	const void *read;
	const char *text, *pointer;
	size_t ready; /* it speaks of the first so many values */
};

/* What drawing an exercise's values needs beside its parameters; lives as long as the template. */
struct drawing {
	const struct generator *const *generators;
	const struct conditions *language; /* NULL: no kind has one */
	struct condition *conditions;
	size_t condition_count;
};

struct loading {
	struct reader reader; /* of exercise.json */
	struct arena *arena;
	const struct kind *const *kinds;
	struct exercise *exercise;
	size_t errors_before; /* errors of other exercises in the same list */
	struct question *questions; /* the same as exercise->questions, writable */
};

extern const struct key_spec exercise_keys[];
extern const size_t exercise_key_count;
/* Keys of the format that this version does not read yet. */
extern const struct key_spec later_keys[];
extern const size_t later_key_count;
extern const struct key_spec question_keys[];
extern const size_t question_key_count;
extern const struct key_spec wrong_keys[];
extern const size_t wrong_key_count;

/* A text of the folder, checked: there, not too large, UTF-8, no NUL. A byte order mark is skipped.
 * NULL and a problem otherwise. */
const struct folder_file *load_text(struct loading *loading, const char *name, size_t max_bytes);
/* Parses a JSON file of the folder into `reader` (a copy with its own file and text) and the arena. */
json_t *load_json(struct loading *loading, const char *name, struct reader *reader);
/* Every other text of the folder: UTF-8 without NUL. */
void load_check_texts(struct loading *loading);
void load_questions(struct loading *loading, json_t *root);
/* Fills exercise->parameters; false when something is wrong with them. */
bool load_parameters(struct loading *loading, json_t *root);
/* What only shows once values were drawn: placeholders in texts, parameters that nothing asks for, kinds. */
void load_check_values(struct loading *loading, const struct values *values);
/* {{picture:ID}} in texts names a question whose kind draws its data; needs the questions. */
void load_check_pictures(struct loading *loading);
/* Fills exercise->wrong; needs the questions. */
void load_wrong(struct loading *loading, json_t *root);

/* The values of a seed, in the arena; NULL and problems when one cannot be drawn. */
const struct values *values_draw(struct loading *loading, uint64_t seed);
/* {"questions": those of `root` with the values in their places}. In the arena. */
json_t *values_fill_questions(struct loading *loading, const struct values *values, const json_t *root);
/* The wrong answers with the values in their places. */
const struct wrong_expectation *values_fill_wrong(struct loading *loading, const struct values *values);
struct filling {
	struct reader *reader; /* gets names that mean nothing */
	const struct values *values;
	size_t places; /* so far */
};
/* A copy of `value`, in the arena, with "$f" and {{f}} replaced in all its texts. */
json_t *values_fill_json(struct filling *filling, const json_t *value, const char *pointer);
/* NULL for NULL. */
const char *values_fill_copy(const char *text, const struct values *values, enum lang lang, struct arena *arena);
void values_unknown(struct reader *reader, const struct values *values, const char *pointer, const char *name);
/* What "$f" or "$f.ones" names; NULL for any other text. */
const char *values_reference(const char *text);
bool is_parameter_name(const char *name);
