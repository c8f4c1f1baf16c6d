/* Inside the reading of statements: what is bound, and the leaves made so far. */
#pragma once
#include "logic/predicate.h"
#include "reading.h"

struct binding {
	struct name_key key;
	const char *name;
};

struct quantified {
	const struct world *world;
	struct name_key predicates[WORLD_PREDICATES_MAX], elements[WORLD_ELEMENTS_MAX];
	struct binding bound[QUANTIFIERS_MAX]; /* the quantifiers around this place, the outermost first */
	size_t bound_count;
	struct binding waiting[QUANTIFIERS_MAX]; /* "∀x, y": y */
	size_t waiting_count, waiting_at;
	struct token quantifier; /* theirs */
	struct leaf *leaves;
	size_t leaf_count, leaf_room;
};

enum quantifier { QUANTIFIER_FORALL, QUANTIFIER_EXISTS, QUANTIFIER_NONE };

/* predicate_read.c */
size_t skip_blanks(const struct reader *reader, size_t at);
uint32_t rune_at(const struct reader *reader, size_t at); /* 0 after the last */
const char *text_of(struct reader *reader, size_t at, size_t end);
/* As written, else whatever the case; -1. */
int find_key(const struct name_key *keys, size_t count, const struct name_key *key);
/* The innermost quantifier of that variable, as it is written; -1. */
int find_bound(const struct quantified *quantified, const struct name_key *key);
const char *element_list(struct reader *reader);

/* predicate_quantifier.c: 1 when a token was made, 0, -1 and the slip. */
int take_quantifier(struct reader *reader, struct token *out) must_check;
