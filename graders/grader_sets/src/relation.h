/*
 * Inside the kinds `relation` and `mapping`: a question has parts (properties, classes, an image, …), each with a row of the
 * report and an equal share of the points.
 *
 * relation_parts.c is the table of parts and works out what each is; relation_question.c reads the author's data,
 * relation_answer.c an answer; relation_ticks.c judges properties and their witnesses, relation_mark.c the sets.
 */
#pragma once
#include "data.h"
#include "sets/relation.h"

enum part_shape { SHAPE_TICK, SHAPE_COUPLES, SHAPE_MATRIX, SHAPE_SET, SHAPE_CLASSES, SHAPE_ELEMENT };
enum part_id {
	PART_PROPERTY,
	PART_COUPLES,
	PART_MATRIX,
	PART_INVERSE,
	PART_COMPOSITION,
	PART_HASSE,
	PART_CLASSES,
	PART_CLASS,
	PART_MINIMAL,
	PART_MAXIMAL,
	PART_LEAST,
	PART_GREATEST,
	PART_IMAGE,
	PART_PREIMAGE
};
enum { PARTS_MAX = 16, PART_IDLE_MAX = 6, PART_MISTAKES_MAX = 4 };

struct part_row {
	const char *name;
	enum part_id id;
	enum part_shape shape;
	enum property property;
	struct msg_text label;
	const char *words[6]; /* folded: small letters without accents, nothing but letters and digits */
	bool relation, mapping; /* the kinds that have it */
};
extern const struct part_row relation_parts[];
extern const size_t relation_part_count;

struct asked_part {
	const struct part_row *row;
	struct frac max;
	bool holds; /* of a property */
	const struct element *wanted; /* of all others: a set; of an element {x} or ∅ */
	const struct element *idle[PART_IDLE_MAX];
	size_t idle_count;
	struct {
		const char *code;
		const struct element *value;
	} mistakes[PART_MISTAKES_MAX];
	size_t mistake_count;
};

struct relation_question {
	bool mapping;
	const char *name; /* "R", "f" */
	struct relation relation, with;
	bool has_with;
	const struct element *of; /* of `class`: an element; of images: a set; NULL */
	bool witness;
	bool ruled; /* given by a rule, so that its couples are work */
	struct asked_part parts[PARTS_MAX];
	size_t count;
	const char *const *names; /* of elements */
	const char *starter;
	const char *example; /* of an answer to the first part */
	json_t *reference;
	const char *reference_text;
};

struct part_answer {
	bool given;
	bool yes;
	const struct element *witness[WITNESS_MAX];
	size_t witness_count;
	const struct element *set;
	const struct element *twice; /* of classes: an element that is in two */
};
struct relation_answer {
	struct part_answer parts[PARTS_MAX];
};

/* What is asked and the mistakes that one makes with it; false when the data do not allow it: *code says why. */
bool relation_part_work_out(
	struct asked_part *part, const struct relation_question *asked, const char **code, struct arena *arena);
void relation_read_question(
	struct reader *reader, json_t *object, const char *pointer, struct question *question, bool mapping);
enum { RELATION_KEYS_COUNT = 8, MAPPING_KEYS_COUNT = 10 };
extern const struct key_spec relation_keys[RELATION_KEYS_COUNT], mapping_keys[MAPPING_KEYS_COUNT];

enum reading relation_read(
	struct relation_answer *out, struct paper *paper, const struct relation_question *asked, const json_t *answer);

/* All ticks, for whether they are all the same is seen only together. */
int relation_mark_ticks(struct paper *paper, const struct relation_question *asked,
	const struct relation_answer *answer, struct err *err) must_check;
int relation_mark_set(struct paper *paper, const struct relation_question *asked, size_t index,
	const struct part_answer *answer, struct err *err) must_check;

/* What is so for these elements: "(2;2) ∈ R". */
const char *relation_facts(const struct relation_question *asked, enum property property,
	const struct element *const *elements, struct arena *arena);
/* "la réflexivité", "reflexivity" */
const struct msg_text *property_noun(enum property property);
/* A right answer to one part, as it is typed. */
const char *relation_part_text(
	const struct relation_question *asked, const struct asked_part *part, struct arena *arena);
const char *relation_matrix_text(const struct relation *relation, struct arena *arena); /* "0 1 / 1 0" */
