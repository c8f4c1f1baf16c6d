#include "html.h"
#include <md4c.h>
#include <md4c-html.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

void html_text(struct buf *out, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		switch (*text) {
		case '&':
			buf_addstr(out, "&amp;");
			break;
		case '<':
			buf_addstr(out, "&lt;");
			break;
		case '>':
			buf_addstr(out, "&gt;");
			break;
		case '"':
			buf_addstr(out, "&quot;");
			break;
		case '\'':
			buf_addstr(out, "&#39;");
			break;
		default:
			if ((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t')
				buf_addstr(out, "\xef\xbf\xbd");
			else
				buf_addch(out, *text);
		}
	}
}

static void add_chunk(const MD_CHAR *text, MD_SIZE size, void *out)
{
	buf_add(out, text, size);
}

/* An address without a scheme stays on this site; of the schemes, three are harmless. */
static bool safe_address(const char *address, size_t bytes)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:" };
	size_t plain = 0;

	if (bytes >= 2 && address[0] == '/' && address[1] == '/')
		return false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (bytes >= strlen(schemes[i]) && strncasecmp(address, schemes[i], strlen(schemes[i])) == 0)
			return true;
	}
	while (plain < bytes && strchr(":/?#&\\", address[plain]) == NULL)
		plain++;
	return plain == bytes || strchr("/?#", address[plain]) != NULL;
}

/* The attribute whose value is to begin at `quote` holds an address. */
static bool holds_address(const char *html, const char *quote)
{
	static const char *const attributes[] = { " href=", " src=" };

	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
		size_t length = strlen(attributes[i]);

		if ((size_t)(quote - html) >= length && memcmp(quote - length, attributes[i], length) == 0)
			return true;
	}
	return false;
}

/*
 * md4c escapes < and " in texts and in values, so that a quote inside a tag begins or ends a value and nothing else.
 * Tags are walked value by value: what looks like an attribute inside a title must not hide the next one.
 */
static void add_checked(struct buf *out, const char *html, size_t bytes)
{
	const char *end = html + bytes;
	bool tag = false;

	for (const char *at = html; at < end;) {
		size_t plain = 0, length = 0;

		while (at + plain < end && at[plain] != (tag ? '"' : '<') && !(tag && at[plain] == '>'))
			plain++;
		plain += at + plain < end;
		buf_add(out, at, plain);
		at += plain;
		if (plain == 0 || at[-1] != '"') {
			tag = plain > 0 && at[-1] == '<';
			continue;
		}
		while (at + length < end && at[length] != '"')
			length++;
		if (holds_address(html, at - 1) && !safe_address(at, length))
			buf_addch(out, '#');
		else
			buf_add(out, at, length);
		at += length;
		if (at < end)
			buf_addch(out, *at++);
	}
}

void html_markdown(struct buf *out, const char *markdown, size_t bytes)
{
	struct buf cleanup_buf raw = BUF_INIT_MAX(8 << 20);
	unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOHTML;

	if (md_html(markdown, (MD_SIZE)bytes, add_chunk, &raw, flags, MD_HTML_FLAG_SKIP_UTF8_BOM) != 0)
		return;
	add_checked(out, buf_str(&raw), raw.len);
}
