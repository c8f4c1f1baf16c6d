/* Drawings of a question's data in a statement's page, where its author wrote {{picture:ID}}. */
#include <string.h>
#include "catalogue.h"
#include "exhibit.h"
#include "model/kind.h"
#include "page.h"
#include "picture/picture.h"

void exhibit_figure(struct buf *out, const json_t *picture, enum lang lang)
{
	struct arena cleanup_arena *arena = arena_new(0);
	const struct msg_text table = msg_make(arena, &page_messages, "report.table", NULL);

	if (!picture_check(picture))
		return;
	buf_addstr(out, "<figure>");
	picture_svg(out, picture, lang);
	buf_addstr(out, "<details><summary>");
	html_text(out, msg_in(&table, lang));
	buf_addstr(out, "</summary>");
	picture_table(out, picture, lang);
	buf_addstr(out, "</details></figure>\n");
}

static void put_picture(struct buf *out, const struct exercise *exercise, const char *id, enum lang lang)
{
	struct arena cleanup_arena *arena = arena_new(0);
	const struct question *question = exercise_question(exercise, id);
	json_t *picture =
		question != NULL && question->kind->picture != NULL ? question->kind->picture(question, arena) : NULL;

	exhibit_figure(out, picture, lang);
}

const char *exhibit_draw(const char *html, const struct exercise *exercise, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (html == NULL || strstr(html, "{{picture:") == NULL)
		return html;
	while (*html != '\0') {
		const char *id = NULL;
		size_t plain = strcspn(html, "{"), length = picture_place_at(html + plain, &id, arena);
		const char *behind = html + plain + length;
		bool paragraph = length > 0 && plain >= 3 && strncmp(html + plain - 3, "<p>", 3) == 0 &&
				 strncmp(behind, "</p>", 4) == 0;

		buf_add(&out, html, paragraph ? plain - 3 : plain);
		html = paragraph ? behind + 4 : behind;
		if (length > 0)
			put_picture(&out, exercise, id, lang);
		else if (*html != '\0')
			buf_addch(&out, *html++);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}
