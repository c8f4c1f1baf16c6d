/*
 * A kind of question: one row per kind, in a table that the engine is given.
 *
 * A kind reads its part of the exercise, reads an answer (unreadable costs
 * nothing), and marks it. It knows no queue and no database. It returns -1 only
 * for a fault of ours; everything that an answer can do ends in the report.
 */
#pragma once
#include <jansson.h>
#include <stdint.h>
#include "model/exercise.h"
#include "model/reader.h"
#include "model/report.h"

struct derived; /* model/derived.h */
struct generator;
struct conditions;
struct sandbox; /* sandbox/sandbox.h; opaque here */

/* What can only be found by running the author's own code; as reference(), idle() and derived() give it elsewhere. */
struct worked_out {
	json_t *reference, *idle; /* NULL: none */
	struct derived *derived; /* to be added to */
};

/* What marking may use. */
struct grading {
	struct arena *arena; /* for the report and all that is made on the way */
	struct sandbox *sandbox; /* NULL for kinds that start no process */
	void *workshop; /* the kind's own cache between submissions, from its open() */
	uint64_t seed;
	/* Where mistakes of the author that only marking shows are put, in `arena` (see grading_refuse()); may be NULL. */
	struct problems *problems;
	/* Takes (true) or leaves (false) the machine alone, to confirm a time-out; may be NULL. */
	void (*alone)(void *context, bool alone);
	void *alone_context;
	/* Says, before each test, that work goes on; may be NULL. */
	void (*progress)(void *context);
	void *progress_context;
	/* Every answer of the submission by question id, each one readable or blank; NULL where there is but this one. For
	 * kinds whose questions go on from another's answer ("@p"). Borrowed. */
	const json_t *answers;
	/* Where grade() may put off what must run after the shown tests of every question; NULL: it does all at once. */
	void **later;
};

/* What an answer is typed as: what a page offers for it, and what else than text may be handed in. */
enum typing {
	TYPING_TEXT, /* a number, a table, words; or JSON where the kind reads that */
	TYPING_FORMULA, /* of logic; or JSON */
	TYPING_CODE, /* a program, nothing but text */
};

enum reading { READING_OK, READING_BLANK, READING_UNREADABLE };

struct kind {
	const char *name; /* "python-function" */
	bool needs_sandbox;
	enum typing typing;
	const struct key_spec *question_keys; /* beside id, kind, title, points */
	size_t question_key_count;
	const struct key_spec *test_keys; /* of "tests" rows; NULL when the kind has none */
	size_t test_key_count;
	/* Reads the kind's own keys into question->spec (in reader->arena). Mistakes go to the reader. */
	void (*read)(struct reader *reader, json_t *object, const char *pointer, struct question *question);
	/* Opens what the kind keeps between submissions (NULL: nothing); close gets it back. */
	void *(*open)(void);
	void (*close)(void *workshop);
	/* Can the answer be read? Sets *message (and where in it) when not. */
	int (*read_answer)(struct grading *grading, const struct question *question, const json_t *answer,
		enum reading *reading, struct question_report *report, struct err *err);
	/* Marks. Fills the whole report of the question, its reading included, but for what it puts off: then
	 * *grading->later is set, in grading->arena. */
	int (*grade)(struct grading *grading, const struct question *question, const json_t *answer,
		struct question_report *report, struct err *err);
	/* Goes on with what grade() put off, into the same report; the answer still lives. NULL: nothing ever is. */
	int (*grade_later)(struct grading *grading, void *later, struct err *err);
	/* The reference answer (solution.py …) as JSON text or value, NULL when there is none. Borrowed. */
	json_t *(*reference)(const struct question *question, struct arena *arena);
	/* What the student starts from, "" when nothing. NULL: nothing in any question of this kind. */
	const char *(*starter)(const struct question *question);
	/* Answers that take no work, as an array: constants, what the statement shows. Unless one of them is fully right,
	 * it must earn a tenth at most (`check` proves it). NULL: none but the blank one. Borrowed. */
	json_t *(*idle)(const struct question *question, struct arena *arena);
	/* Tells the author what was derived from the data as this question's answer, line by line (model/derived.h). NULL: the
	 * answer is not derived, the author gives it. */
	void (*derived)(struct derived *out, const struct question *question);
	/* This question's value as others may use it, "@id": of a readable answer, or the right one where `answer` is NULL.
	 * Plain JSON, whole numbers and texts ("3/4"), lists of lists for a matrix; borrowed from `arena`. NULL where the
	 * answer gives none. The hook is NULL for kinds whose answers nothing goes on from. */
	json_t *(*value)(const struct question *question, const json_t *answer, struct arena *arena);
	/* What {{picture:ID}} shows in a text: a drawing as picture/picture.h takes it, of what the statement may show and
	 * nothing of the answer. Borrowed; NULL: none. */
	json_t *(*picture)(const struct question *question, struct arena *arena);
	/* The reference, idle answers and derived lines where they take a run to find out; the three hooks are NULL then.
	 * NULL: they do not. */
	int (*work_out)(struct grading *grading, const struct question *question, struct worked_out *out, struct err *err);
	/* What is worth saying to the author and takes a run to find out: warnings in grading->problems. May be NULL. */
	int (*advise)(struct grading *grading, const struct question *question, struct err *err);
	/* What exercises may draw values with where this kind is known (model/generator.h); NULL-terminated, or NULL. */
	const struct generator *const *generators;
	/* The language of `where`, from the first kind of the table that has one; NULL: none. */
	const struct conditions *conditions;
};

/* Where a mistake of the author stands: a place in exercise.json by its pointer, or a line (0: all) of another file. */
struct author_place {
	const char *file, *pointer;
	int line;
};

/* Refuses to mark because of the author: puts the mistake in grading->problems, in both languages, and returns -1
 * with ERR_INPUT and the English words, so that it can be shown to a reader and logged. */
int grading_refuse(struct grading *grading, const struct question *question, const struct author_place *place,
	const struct msg_text *message, struct err *err);
/* The same place, said as a warning; marking goes on. */
void grading_advise(struct grading *grading, const struct question *question, const struct author_place *place,
	const struct msg_text *message);
