/*
 * A rule and two texts: a text equals itself, equality goes both ways, and the kind agrees with it.
 * First byte: the rule; second: where the rest is cut in two.
 * links: grader_python
 */
#include <stdint.h>
#include <stdlib.h>
#include "../../../graders/python/src/compare_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static bool compare(const struct text_rule *rule, struct text expected, struct text got)
{
	struct err err = { 0 };
	struct text_result r;
	if (compare_text(&r, rule, expected, got, &err) < 0) {
		if (rule->mode != TEXT_REGEX || err.kind != ERR_INPUT)
			abort();
		return false;
	}
	if (r.equal != (r.kind == TEXT_SAME) || text_kind_name(r.kind) == NULL)
		abort();
	if (rule->mode != TEXT_REGEX && (r.equal != (r.line == 0) || r.equal != (r.expected_line == 0)))
		abort();
	return r.equal;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 2)
		return 0;
	struct text_rule rule = { (enum text_mode)(data[0] % 5), data[0] & 0x80 ? 0.01 : 0 };
	size_t rest = bytes - 2, cut = data[1] < rest ? data[1] : rest / 2;
	const char *texts = (const char *)data + 2;
	struct text a = { texts, cut }, b = { texts + cut, rest - cut };
	bool equal = compare(&rule, a, b);
	if (rule.mode == TEXT_REGEX)
		return 0;
	if (!compare(&rule, a, a) || !compare(&rule, b, b))
		abort();
	if (rule.tolerance == 0 && compare(&rule, b, a) != equal)
		abort();
	return 0;
}
