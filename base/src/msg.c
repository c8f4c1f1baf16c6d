/*
 * A placeholder is '{', lower-case letters, digits or underscores, '}'; any
 * other brace stands for itself, so that a message may show JSON.
 */
#include "base/msg.h"
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"

/* The length of the placeholder's name at `text` (just after '{'), or 0. */
static size_t placeholder(const char *text)
{
	size_t length = 0;

	while ((text[length] >= 'a' && text[length] <= 'z') || (text[length] >= '0' && text[length] <= '9') ||
		text[length] == '_')
		length++;
	return text[length] == '}' ? length : 0;
}

static const char *param_value(const struct msg_param *params, const char *name, size_t length)
{
	for (; params != NULL && params->name != NULL; params++) {
		if (strlen(params->name) == length && memcmp(params->name, name, length) == 0)
			return params->value != NULL ? params->value : "";
	}
#ifndef NDEBUG
	abort();
#endif
	return NULL;
}

static const char *fill(struct arena *arena, const char *form, const struct msg_param *params)
{
	struct buf cleanup_buf out = BUF_INIT;
	const char *brace = strchr(form, '{');

	if (brace == NULL)
		return form;
	for (; brace != NULL; brace = strchr(form, '{')) {
		size_t name;
		const char *value;

		buf_add(&out, form, (size_t)(brace - form));
		form = brace;
		name = placeholder(form + 1);
		value = name > 0 ? param_value(params, form + 1, name) : NULL;
		if (value != NULL) {
			buf_addstr(&out, value);
			form += name + 2;
		} else {
			buf_addch(&out, *form++);
		}
	}
	buf_addstr(&out, form);
	return arena_memdup(arena, buf_str(&out), out.len);
}

struct msg_text msg_make_both(struct arena *arena, const struct msg_table *table, const char *code,
	const struct msg_param *fr, const struct msg_param *en)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct msg_entry *entry = &table->entries[i];

		if (entry->code[0] == code[0] && strcmp(entry->code, code) == 0)
			return (struct msg_text){ entry->code, fill(arena, entry->fr, fr), fill(arena, entry->en, en) };
	}
#ifndef NDEBUG
	abort();
#endif
	return (struct msg_text){ code, code, code };
}

struct msg_text msg_make(
	struct arena *arena, const struct msg_table *table, const char *code, const struct msg_param *params)
{
	return msg_make_both(arena, table, code, params, params);
}

const char *msg_in(const struct msg_text *text, enum lang lang)
{
	const char *wanted = lang == LANG_EN ? text->en : text->fr;
	const char *other = lang == LANG_EN ? text->fr : text->en;

	if (wanted != NULL)
		return wanted;
	return other != NULL ? other : "";
}

enum lang lang_from_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value == NULL || *value == '\0')
			continue;
		/* The C locale says nothing about the reader: a bare container has it. */
		if (strncmp(value, "fr", 2) == 0 || strcmp(value, "C") == 0 || strncmp(value, "C.", 2) == 0 ||
			strcmp(value, "POSIX") == 0)
			return LANG_FR;
		return LANG_EN;
	}
	return LANG_FR;
}

const char *lang_code(enum lang lang)
{
	return lang == LANG_EN ? "en" : "fr";
}
