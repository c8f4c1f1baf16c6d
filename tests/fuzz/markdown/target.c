/*
 * Any Markdown, as a statement would hold it: HTML of which every tag is md4c's and every address harmless.
 * links: http
 */
#include "../../../engine/http/src/html.h"
#include "../html_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf html = BUF_INIT, cleanup_buf text = BUF_INIT;
	const char *markdown = arena_memdup(arena, data, bytes);

	html_markdown(&html, markdown, strlen(markdown));
	html_check(buf_str(&html), false);
	html_text(&text, markdown);
	if (strpbrk(buf_str(&text), "<>\"'") != NULL)
		abort();
	return 0;
}
