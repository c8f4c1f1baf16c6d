/*
 * Is this HTML all ours? Aborts on a tag that we never make, an attribute that is not quoted, an address that leaves
 * the harmless schemes, a tag that is not closed in order: any of these would be text that became markup.
 * The order is not asked of Markdown: md4c 0.4.8 leaves an emphasis open that ends inside an address, "*[](*)".
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "base/arena.h"

enum { HTML_DEPTH_MOST = 100 };

static inline bool html_word_in(const char *word, size_t bytes, const char *list)
{
	for (const char *at = list; *at != '\0'; at += strcspn(at, " "), at += *at == ' ') {
		if (strcspn(at, " ") == bytes && memcmp(at, word, bytes) == 0)
			return true;
	}
	return false;
}

static inline void html_check_address(const char *value, size_t bytes)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:" };
	size_t plain = 0;

	for (size_t i = 0; i < bytes; i++) /* browsers pass over these */
		if (value[i] == '\t' || value[i] == '\n' || value[i] == '\r')
			abort();
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (bytes >= strlen(schemes[i]) && strncasecmp(value, schemes[i], strlen(schemes[i])) == 0)
			return;
	/* No scheme before the first slash, question mark or number sign, hidden in entities or not. */
	while (plain < bytes && strchr("/?#", value[plain]) == NULL)
		plain++;
	if (memchr(value, ':', plain) != NULL || memchr(value, '&', plain) != NULL ||
		memchr(value, '\\', plain) != NULL || (bytes > 1 && value[0] == '/' && strchr("/\\", value[1]) != NULL))
		abort();
}

/* From after the tag's name to after its '>'. */
static inline const char *html_check_attributes(const char *at)
{
	while (*at != '>') {
		size_t blanks = strspn(at, " \n"), name = strcspn(at + blanks, "= \n>\"'<");
		const char *attribute = at + blanks, *value = attribute + name;

		if (blanks == 0 || name == 0 || strncasecmp(attribute, "on", 2) == 0 ||
			html_word_in(attribute, name, "style srcdoc srcset formaction"))
			abort();
		at = value;
		if (*value != '=')
			continue; /* one without a value: required, open */
		size_t bytes = value[1] == '"' ? strcspn(value + 2, "\"") : 0;
		if (value[1] != '"' || value[2 + bytes] != '"' || memchr(value + 2, '<', bytes) != NULL)
			abort();
		if (html_word_in(attribute, name, "href src action"))
			html_check_address(value + 2, bytes);
		at = value + 2 + bytes + 1;
	}
	return at + 1;
}

static inline void html_check(const char *html, bool nested)
{
	static const char known[] =
		"html head body title meta link main header footer nav section article form fieldset "
		"legend label textarea input button select option details summary div span p a img br hr "
		"h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre code em strong del s u blockquote table caption "
		"thead tbody tr th td abbr small time kbd b i sup sub noscript "
		"math mrow mi mn mo msub mover";
	static const char alone[] = "meta link img br hr input";
	struct {
		const char *name;
		size_t bytes;
	} open[HTML_DEPTH_MOST];
	size_t depth = 0;

	if (strncmp(html, "<!doctype html>", 15) == 0)
		html += 15;
	while (*(html += strcspn(html, "<")) != '\0') {
		bool closing = html[1] == '/';
		const char *name = html + 1 + closing;
		size_t bytes = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");

		if (!html_word_in(name, bytes, known))
			abort();
		if (closing) {
			if (nested && (depth == 0 || open[depth - 1].bytes != bytes ||
					      memcmp(open[depth - 1].name, name, bytes) != 0 || name[bytes] != '>'))
				abort();
			depth -= nested;
			html = name + bytes + 1;
			continue;
		}
		if (nested && !html_word_in(name, bytes, alone)) {
			if (depth == HTML_DEPTH_MOST)
				abort();
			open[depth].name = name;
			open[depth++].bytes = bytes;
		}
		html = html_check_attributes(name + bytes);
	}
	if (depth > 0)
		abort();
}
