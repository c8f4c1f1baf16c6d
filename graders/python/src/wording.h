/*
 * From a comparison to one sentence that helps.
 */
#pragma once
#include "base/msg.h"
#include "compare.h"
#include "compare_text.h"
#include "sandbox/sandbox.h"
#include "spec.h"

/* How two values differ, wherever they come from. */
struct msg_text wording_difference(struct arena *arena, const struct value *expected, const struct value *got,
	const struct compare_result *result);
/* Why the returned `got` is not `expected`; `output` is what the call printed meanwhile. */
struct msg_text wording_value(struct arena *arena, const struct value *expected, const struct value *got,
	const struct compare_result *result, struct text output);
/* A remark on an accepted value of another type; absent (fr NULL) when the types agree. */
struct msg_text wording_type_remark(struct arena *arena, const struct compare_result *result);
/* The message's code for a returned object of this type that is no plain data. */
const char *wording_not_plain(const char *type);
/* The name that was probably meant: the same but for capitals, else the nearest; NULL when none is. */
const char *wording_nearest(const char *name, const char *const *names);
/* Why a run that neither finished nor raised was stopped; `twice`: a second run confirmed it. */
struct msg_text wording_end(struct arena *arena, enum run_end end, const struct python_limits *limits, bool twice);
/* The message's code for a text of the author that compiles and is no literal. */
const char *wording_literal(const char *text);
