/* The keys of an exercise, once: the loader, the published schema and the documentation read these tables. */
#include "loading.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

const struct key_spec exercise_keys[] = {
	{ .name = "format", .type = KEY_INT, .required = true, .doc = "The version of this format: 1." },
	{ .name = "title", .type = KEY_TEXT, .required = true, .doc = "What the exercise is called." },
	{ .name = "year", .type = KEY_INT, .min = 1, .max = 2, .doc = "The year of the programme it belongs to." },
	{ .name = "topics", .type = KEY_STRINGS, .doc = "What it is about, in words that a list can be sorted by." },
	{ .name = "difficulty", .type = KEY_INT, .min = 1, .max = 5, .doc = "From 1, easy, to 5." },
	{ .name = "minutes", .type = KEY_INT, .min = 1, .max = 600, .doc = "How long a student is expected to need." },
	{ .name = "licence", .type = KEY_STRING, .doc = "Under which licence it may be shared (an SPDX name)." },
	{ .name = "reveal",
		.type = KEY_STRING,
		.doc = "When expected values and the solution are shown: always, correct, last-attempt, closed, or a "
		       "date." },
	{ .name = "parameters",
		.type = KEY_OBJECT,
		.doc = "What is drawn for each student, by name: \"$n\" in a question and {{n}} in a text stand for "
		       "it." },
	{ .name = "questions", .type = KEY_ARRAY, .required = true, .doc = "The questions, in order." },
	{ .name = "wrong", .type = KEY_ARRAY, .doc = "Wrong answers and the marks that they must get." },
};
const size_t exercise_key_count = COUNT(exercise_keys);

const struct key_spec later_keys[] = {
	{ .name = "variant", .type = KEY_ANY },
};
const size_t later_key_count = COUNT(later_keys);

const struct key_spec question_keys[] = {
	{ .name = "id",
		.type = KEY_STRING,
		.required = true,
		.doc = "Its name in answers and reports: lower-case letters, digits, dashes." },
	{ .name = "kind", .type = KEY_STRING, .required = true, .doc = "How it is answered and marked." },
	{ .name = "title", .type = KEY_TEXT, .doc = "A heading of its own." },
	{ .name = "points", .type = KEY_POINTS, .doc = "What it is worth; 20 when it is the only question." },
};
const size_t question_key_count = COUNT(question_keys);

const struct key_spec wrong_keys[] = {
	{ .name = "file",
		.type = KEY_STRING,
		.doc = "The answer: wrong/NAME.py, or wrong/NAME.json (answers by question id) with several "
		       "questions." },
	{ .name = "answers", .type = KEY_OBJECT, .doc = "The answers by question id, in place of a file." },
	{ .name = "fails", .type = KEY_STRINGS, .doc = "The names of the tests that it must fail." },
	{ .name = "mark", .type = KEY_POINTS, .doc = "The points that it must get, of the whole exercise." },
	{ .name = "seeds", .type = KEY_ARRAY, .doc = "The seeds to try it with." },
	{ .name = "says", .type = KEY_OBJECT, .doc = "By question id, the code of a message or remark that it must get." },
};
const size_t wrong_key_count = COUNT(wrong_keys);
