#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern/pattern.h"
#include <pcre2.h>

enum { MOST_PATTERN_BYTES = 64 << 10 };

static void release_code(pcre2_code **code)
{
	pcre2_code_free(*code);
}
static void release_match(pcre2_match_data **match)
{
	pcre2_match_data_free(*match);
}
static void release_context(pcre2_match_context **context)
{
	pcre2_match_context_free(*context);
}
#define cleanup_with(function) __attribute__((cleanup(function)))

static pcre2_code *compile(const struct pattern *pattern, size_t *column, struct err *err)
{
	int error = 0;
	PCRE2_SIZE offset = 0;
	char message[200];
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C |
			   (pattern->any_case ? PCRE2_CASELESS : 0);
	if (column != NULL)
		*column = 1;
	if (pattern->bytes > MOST_PATTERN_BYTES) {
		(void)err_set(err, ERR_INPUT, "pattern of more than %d bytes", MOST_PATTERN_BYTES);
		return NULL;
	}
	const char *data = pattern->bytes > 0 ? pattern->text : "";
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)data, pattern->bytes, options, &error, &offset, NULL);
	if (code != NULL)
		return code;
	pcre2_get_error_message(error, (PCRE2_UCHAR *)message, sizeof(message));
	if (column != NULL)
		*column = offset + 1;
	(void)err_set(err, ERR_INPUT, "pattern, at byte %zu: %s", (size_t)offset + 1, message);
	return NULL;
}

int pattern_check(const struct pattern *pattern, size_t *column, struct err *err)
{
	cleanup_with(release_code) pcre2_code *code = compile(pattern, column, err);
	return code == NULL ? -1 : 0;
}

int pattern_match(bool *matched, const struct pattern *pattern, const char *subject, size_t bytes, struct err *err)
{
	char message[200];
	cleanup_with(release_code) pcre2_code *code = compile(pattern, NULL, err);
	if (code == NULL)
		return -1;
	cleanup_with(release_match) pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
	cleanup_with(release_context) pcre2_match_context *context = pcre2_match_context_create(NULL);
	if (match == NULL || context == NULL)
		return err_set(err, ERR_INTERNAL, "no memory for a pattern");
	pcre2_set_match_limit(context, pattern->steps);
	pcre2_set_depth_limit(context, pattern->depth);
	pcre2_set_heap_limit(context, pattern->heap_kb);
	const char *data = bytes > 0 ? subject : "";
	int found = pcre2_match(code, (PCRE2_SPTR)data, bytes, 0, 0, match, context);
	*matched = found >= 0;
	if (found >= 0 || found == PCRE2_ERROR_NOMATCH)
		return 0;
	pcre2_get_error_message(found, (PCRE2_UCHAR *)message, sizeof(message));
	return err_set(err, ERR_INPUT, "pattern: %s", message);
}
