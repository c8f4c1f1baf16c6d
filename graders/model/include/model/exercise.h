/*
 * An exercise, loaded from its folder (format 1, docs/exercise-format.md).
 *
 * Everything in it lives in the arena given to exercise_load() and is constant.
 * The loader reports *all* the mistakes it finds, each with file, line, column,
 * JSON pointer and, where a name is close, "did you mean".
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include "base/frac.h"
#include "base/msg.h"
#include "model/folder.h"

struct kind;
struct drawing;
struct parameter;
struct values;

struct problem { /* one mistake of the author */
	const char *file; /* "exercise.json" */
	int line, column; /* from 1; 0 when the whole file is meant */
	const char *pointer; /* "/questions/0/tests/2", "" when none */
	struct msg_text message;
	bool warning; /* worth saying, not refused */
};

struct problems {
	struct problem *list;
	size_t count, cap;
	size_t errors;
};

struct question {
	const char *id;
	const struct kind *kind;
	struct msg_text title; /* may be absent (fr NULL) */
	struct frac points;
	const char *folder; /* "" or "tri/": where its own files stand in the exercise's folder */
	const struct exercise *exercise;
	size_t index;
	const void *spec; /* what the kind's read() made of the rest */
};

struct wrong_expectation { /* a wrong answer and what it must get */
	const char *file; /* "wrong/zero.py", or NULL with inline answers */
	json_t *answers; /* by question id; borrowed from the arena's lifetime */
	const char *pointer; /* "/wrong/0" */
	bool has_mark;
	struct frac mark; /* in points of the whole exercise */
	const char *const *fails; /* names of tests that must fail, NULL-terminated; NULL: not said */
	json_t *raw; /* the row as written, for kinds that say more ("says", "seeds") */
};

struct exercise {
	const char *id; /* "algorithmique.maximum" */
	const struct folder *folder;
	struct msg_text title;
	int year, difficulty, minutes; /* 0 when not said */
	const char *const *topics; /* NULL-terminated */
	const char *licence;
	const char *reveal; /* "always", "correct", "last-attempt", "closed", a date; NULL: the default */
	const char *statement_fr, *statement_en; /* Markdown; en may be NULL */
	const char *corrige_fr, *corrige_en; /* NULL when none */
	const struct question *questions;
	size_t question_count;
	struct frac points; /* the sum */
	const struct wrong_expectation *wrong;
	size_t wrong_count;
	json_t *root; /* the parsed exercise.json; of an instance its questions only; lives as long as the arena */
	/* What each student gets values of their own for (model/generator.h); none: everybody has the same exercise. */
	const struct parameter *parameters;
	size_t parameter_count;
	const struct drawing *drawing; /* what else drawing needs, for exercise_draw() */
	const struct values
		*values; /* of an instance; NULL: no parameters, or the template that instances are made of */
	uint64_t seed; /* of an instance */
	json_t *shown; /* of an instance: what its statements show of them, by placeholder */
};

/* Loads and checks. Returns the exercise, or NULL when problems->errors > 0 (author's mistakes, all
 * listed). `kinds` ends with NULL. `id` is checked against a-z0-9-. and copied,
 * and so is *folder, but not the files' own bytes. `problems` may hold those of other exercises already. */
const struct exercise *exercise_load(const struct folder *folder, const char *id, const struct kind *const *kinds,
	struct problems *problems, struct arena *arena);
/* The instance of a seed, or the exercise itself when it has no parameters. Its questions, wrong answers and texts have
 * the drawn values in their places; it borrows from `exercise`. NULL and problems when the author's conditions cannot be
 * met, or a question cannot be asked about these values. Well under a millisecond, unless conditions are rare. */
const struct exercise *exercise_draw(
	const struct exercise *exercise, uint64_t seed, struct problems *problems, struct arena *arena);
/* The answers of a row, those that are formulas ("=A*B", with drawn values and other questions' right answers as "@id")
 * worked out; borrowed from the arena. NULL and problems when one cannot be. */
json_t *exercise_wrong_answers(const struct exercise *exercise, const struct wrong_expectation *row,
	struct problems *problems, struct arena *arena);
const struct question *exercise_question(const struct exercise *exercise, const char *id);
/* Is {{picture:ID}} at `text`? Its length, and the question's id in the arena; 0 otherwise. */
size_t picture_place_at(const char *text, const char **id, struct arena *arena);
/* "algorithmique/maximum" below the root becomes "algorithmique.maximum"; ERR_INPUT for other names. */
int exercise_id_from_path(char *out, size_t size, const char *root, const char *path, struct err *err) must_check;
/* The ids of all exercises below a root (folders with an exercise.json), sorted; NULL-terminated, in the arena. */
int exercise_list(const char *const **out, const char *root, struct arena *arena, struct err *err) must_check;
/* Counts it, and keeps it in `arena` (the first 200). */
void problem_add(struct problems *problems, struct arena *arena, struct problem problem);
/* "exercise.json:12:9: /questions/0/tests/2/retruns: unknown key … did you mean …?" */
void problem_print(struct buf *out, const struct problem *problem, enum lang lang);
