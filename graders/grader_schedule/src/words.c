/* Words of messages: numbers, tasks and paths in both languages. */
#include <string.h>
#include "answer.h"
#include "grader_schedule/grader_schedule.h"

void words_add_both(struct words *words, const char *name, const char *fr, const char *en)
{
	if (words->count == WORDS_MAX - 1)
		return;
	words->fr[words->count] = (struct msg_param){ name, fr };
	words->en[words->count++] = (struct msg_param){ name, en };
}

void words_add(struct words *words, const char *name, const char *text)
{
	words_add_both(words, name, text, text);
}

const char *ticks_text(int64_t ticks, enum lang lang, struct arena *arena)
{
	const struct number *number = number_fraction(ticks, SCHEDULE_TICKS, arena);

	if (ticks % SCHEDULE_TICKS == 0 && ticks >= 0)
		return arena_printf(arena, "%lld", (long long)(ticks / SCHEDULE_TICKS));
	return number_text(number, NUMBER_DECIMAL, lang, arena);
}

const char *ticks_plain(int64_t ticks, struct arena *arena)
{
	const struct number *number = number_fraction(ticks, SCHEDULE_TICKS, arena);

	if (ticks % SCHEDULE_TICKS == 0)
		return arena_printf(arena, "%lld", (long long)(ticks / SCHEDULE_TICKS));
	return number_decimals(number) >= 0 ? number_text(number, NUMBER_DECIMAL, LANG_FR, arena)
					    : number_plain(number, arena);
}

void words_add_number(struct words *words, const char *name, int64_t ticks, struct arena *arena)
{
	words_add_both(words, name, ticks_text(ticks, LANG_FR, arena), ticks_text(ticks, LANG_EN, arena));
}

struct msg_text words_say(
	struct arena *arena, const struct msg_table *table, const char *code, const struct words *words)
{
	return msg_make_both(arena, table, code, words->fr, words->en);
}

static const char *task_list(const struct schedule_question *asked, const bool *members, const char *and,
	const char *none, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;
	size_t count = 0, said = 0;

	for (size_t i = 0; i < asked->count; i++)
		count += members[i];
	for (size_t i = 0; i < asked->count && said < 12; i++) {
		if (!members[i])
			continue;
		buf_printf(&text, "%s%s", said == 0 ? "" : said + 1 == count ? and : ", ", asked->tasks.list[i]);
		said++;
	}
	if (said < count)
		buf_addstr(&text, ", …");
	return count == 0 ? none : arena_memdup(arena, buf_str(&text), text.len);
}

void words_add_tasks(struct words *words, const char *name, const struct schedule_question *asked, const bool *members,
	struct arena *arena)
{
	words_add_both(words, name, task_list(asked, members, " et ", "aucune", arena),
		task_list(asked, members, " and ", "none", arena));
}

const char *path_text(const struct schedule_question *asked, const struct path *path, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;

	for (size_t i = 0; i < path->count; i++)
		buf_printf(&text, "%s%s", i > 0 ? "-" : "", asked->tasks.list[path->vertices[i]]);
	return arena_memdup(arena, buf_str(&text), text.len);
}
