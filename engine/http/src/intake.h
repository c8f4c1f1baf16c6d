/*
 * A submission as it comes in: checked whole before anything is stored.
 *
 * Invariants: what intake_read() accepts can be marked: the exercise is served,
 * every answer belongs to one of its questions and has the kind's shape. What
 * it refuses is told with a JSON pointer and, where a name is close, that name.
 */
#pragma once
#include <jansson.h>
#include "catalogue.h"
#include "problem.h"
#include "queue/queue.h"

struct intake {
	struct arena *arena;
	const struct display *display;
	const struct caller *caller;
	const char *prefix; /* pointer of the object: "" or "/items/3" */
	bool in_batch; /* the object carries its own "key" */
	/* filled */
	const struct exhibit *exhibit;
	struct submit submit;
	struct refusal refusal;
};

/* Parses the request's body; on failure the reply is made and NULL returned. The reference is the caller's. */
json_t *intake_parse(struct request *request);
/* Fills intake->submit, or intake->refusal and returns false. Texts live in the arena. */
bool intake_read(struct intake *intake, json_t *object);
/* Can this be a student's identifier: 1 to 200 characters, none of control? */
bool intake_student(const char *text);
/* Only the answers, against an exercise already known (preview, forms). */
bool intake_answers(struct intake *intake, const json_t *answers, const char *pointer);
/* Checks an Idempotency-Key and puts the caller's name before it, so that callers cannot meet. */
bool intake_key(struct intake *intake, const char *key, const char *pointer);
/* Who did not say who they are: each copy is somebody else's, or it would replace another's in the queue. */
const char *intake_anonymous(struct arena *arena);
/* The same student gets the same numbers in the same exercise. */
uint64_t intake_seed(const char *tenant, const char *student, const char *exercise);

#define TENANT "default"
