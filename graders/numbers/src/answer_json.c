#include "answer_json.h"
#include <string.h>
#include "base/buf.h"
#include "base/json.h"

/* Texts are put between separators: one that holds such a sign itself would be taken apart. */
static bool add(struct buf *out, const json_t *one)
{
	const char *text = json_string_value(one);

	if (!json_is_integer(one) && (!text || strpbrk(text, ";\n\r") || json_string_length(one) != strlen(text)))
		return false;
	buf_addstr(out, out->len > 0 ? " ; " : "");
	if (text)
		buf_addstr(out, text);
	else
		buf_printf(out, "%lld", (long long)json_integer_value(one));
	return true;
}

static bool add_list(struct buf *out, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		if (!add(out, json_array_get(list, i)))
			return false;
	return json_array_size(list) > 0;
}

static bool add_object(struct buf *out, const json_t *object, const char *names)
{
	if (json_object_size(object) != strlen(names))
		return false;
	for (; *names; names++)
		if (!add(out, json_object_get(object, (const char[]){ *names, '\0' })))
			return false;
	return true;
}

const json_t *answer_as_text(const json_t *answer, const char *names, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(100000);
	bool made = json_is_integer(answer)           ? add(&out, answer)
		    : json_is_array(answer)           ? add_list(&out, answer)
		    : json_is_object(answer) && names ? add_object(&out, answer, names)
						      : false;

	return made ? json_keep(arena, json_string(buf_str(&out))) : answer;
}
