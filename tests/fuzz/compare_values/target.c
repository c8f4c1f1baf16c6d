/*
 * A rule and two values: a value equals itself, EQUAL goes both ways, a result is complete, a diff is JSON.
 * First byte: the rule; second: where the encodings are cut.
 * links: grader_python
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "../../../graders/python/src/compare.h"
#include "../../../graders/python/src/diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static bool compare(
	const struct compare_rule *rule, const struct value *expected, const struct value *got, struct arena *arena)
{
	struct compare_result r;
	compare_values(&r, rule, expected, got, arena);
	if (r.equal != (r.why == COMPARE_SAME) || (!r.equal && r.expected == NULL && r.got == NULL))
		abort();
	if (utf8_check(r.path, strlen(r.path)) != strlen(r.path) ||
		(r.why == COMPARE_TYPE && (r.expected == NULL || r.got == NULL)))
		abort();
	return r.equal;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 2)
		return 0;
	cleanup_arena struct arena *arena = arena_new(0);
	struct compare_rule rule = { (enum compare_mode)(data[0] % 5), data[0] & 0x80 ? 0.5 : 0,
		data[0] & 0x40 ? 0.1 : 0 };
	size_t rest = bytes - 2, cut = data[1] < rest ? data[1] : rest / 2;
	const struct value *a, *b;
	struct err err = { 0 };
	if (value_decode(&a, data + 2, cut, arena, &err) < 0 ||
		value_decode(&b, data + 2 + cut, rest - cut, arena, &err) < 0)
		return 0;
	bool equal = compare(&rule, a, b, arena);
	if (!compare(&rule, a, a, arena) || !compare(&rule, b, b, arena))
		abort();
	if (rule.absolute == 0 && rule.relative == 0 && compare(&rule, b, a, arena) != equal)
		abort();
	json_t *rows = diff_values(a, b, NULL);
	json_decref(rows);
	return 0;
}
