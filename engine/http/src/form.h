/*
 * application/x-www-form-urlencoded, as browsers send it. Pure.
 *
 * Invariants: names and values are valid UTF-8 without NUL, or the form is
 * refused; the line ends that browsers send (CR LF) become LF.
 */
#pragma once
#include <stddef.h>
#include "base/arena.h"
#include "base/err.h"

struct form_field {
	const char *name, *value;
};
struct form {
	struct form_field *fields;
	size_t count;
};

enum { FORM_FIELDS_MAX = 200 };

/* Strings live in the arena. */
int form_read(struct form *out, struct arena *arena, const char *body, size_t bytes, struct err *err) must_check;
/* The first value of that name, or NULL. */
const char *form_value(const struct form *form, const char *name);
