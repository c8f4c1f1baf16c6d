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

/* md4c escapes text, so `" href="` and `" src="` in its output are attributes and nothing else. */
static void add_checked(struct buf *out, const char *html, size_t bytes)
{
	static const char *const attributes[] = { " href=\"", " src=\"" };

	for (size_t at = 0; at < bytes;) {
		const char *found = NULL;
		size_t value, length;

		for (size_t i = 0; i < 2; i++) {
			const char *hit = memmem(html + at, bytes - at, attributes[i], strlen(attributes[i]));

			if (hit != NULL && (found == NULL || hit < found))
				found = hit;
		}
		if (found == NULL) {
			buf_add(out, html + at, bytes - at);
			return;
		}
		value = (size_t)(found - html) + (found[1] == 'h' ? 7 : 6);
		for (length = 0; value + length < bytes && html[value + length] != '"'; length++)
			;
		buf_add(out, html + at, value - at);
		if (safe_address(html + value, length))
			buf_add(out, html + value, length);
		else
			buf_addch(out, '#');
		at = value + length;
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
