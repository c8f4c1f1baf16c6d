/*
 * Inside the kind `set`.
 *
 * set_question.c reads the author's part, set.c an answer and dispatches; set_finite.c, set_reals.c, set_number.c and
 * set_venn.c judge by what is asked. What an answer would be with each known mistake is worked out once, when the
 * exercise is loaded.
 */
#pragma once
#include "data.h"

enum set_form { SET_FORM_EXTENSION, SET_FORM_EXPRESSION, SET_FORM_REGIONS };
enum { VENN_SETS_MAX = 3, GIVEN_MAX = 10, IDLE_MAX = 24 };

struct set_question {
	enum set_form form;
	struct set_world world;
	const char *const *venn; /* the sets of the diagram, NULL-terminated; NULL: none */
	unsigned venn_count;
	struct set_words words; /* of answers */
	const struct set_expr *ask;
	struct set_value wanted; /* of a diagram: the numbers of its regions */
	const struct element *all; /* every element that there is, of finite sets; NULL */
	const struct set_neighbour *neighbours;
	size_t neighbour_count;
	struct set_value idle[IDLE_MAX]; /* what takes no work */
	size_t idle_count;
};

struct set_answer {
	const struct set_expr *expr; /* of the form EXPRESSION; NULL */
	struct set_value value;
	const struct element *twice;
	bool unreduced; /* a union of intervals that touch or overlap */
};

/* The region of this number, from 1: by how many sets it is in, then in their order; outside of all last. Its sets as bits. */
unsigned venn_region(unsigned sets, unsigned number);

/* One row is laid out; these fill it. */
int set_mark_finite(struct paper *paper, const struct set_question *asked, const struct set_answer *answer,
	struct err *err) must_check;
int set_mark_reals(struct paper *paper, const struct set_question *asked, const struct set_answer *answer,
	struct err *err) must_check;
int set_mark_number(struct paper *paper, const struct set_question *asked, const struct set_answer *answer,
	struct err *err) must_check;
int set_mark_venn(struct paper *paper, const struct set_question *asked, const struct set_answer *answer,
	struct err *err) must_check;

bool set_is_idle(const struct set_question *asked, const struct set_value *value);
/* The known mistake that makes exactly this value, in words; fr NULL. */
struct msg_text set_mistake_said(const struct set_question *asked, const struct set_value *value, struct arena *arena);
/* The diagram; `shaded` and `numbered` region by region. */
json_t *set_venn_picture(const struct set_question *asked, const struct element *shaded, bool numbered,
	const char *title_fr, const char *title_en);
/* The diagram of the given sets with their elements; NULL where there are none to three of them, or intervals. */
json_t *set_given_picture(const struct set_question *asked, struct arena *arena);

enum { SET_KEYS_COUNT = 5 };
extern const struct key_spec set_keys[SET_KEYS_COUNT];
void set_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question);
