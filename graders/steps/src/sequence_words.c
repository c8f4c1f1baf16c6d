/* Messages with numbers, in both languages. */
#include "sequence.h"

enum { WORDS_MAX = 8 };

struct msg_text sequence_say(struct arena *arena, const char *code, const struct word *words)
{
	struct msg_param fr[WORDS_MAX + 1] = { { 0 } }, en[WORDS_MAX + 1] = { { 0 } };

	for (size_t i = 0; words && words[i].name && i < WORDS_MAX; i++) {
		const struct number *number = words[i].number;

		fr[i] = (struct msg_param){ words[i].name,
			number ? number_text(number, NUMBER_DECIMAL, LANG_FR, arena) : words[i].text };
		en[i] = (struct msg_param){ words[i].name,
			number ? number_text(number, NUMBER_DECIMAL, LANG_EN, arena) : words[i].text };
	}
	return msg_make_both(arena, &sequence_messages, code, fr, en);
}

const char *sequence_term_name(const struct sequence_question *asked, size_t index, struct arena *arena)
{
	return arena_printf(arena, "%s_%lld", asked->name, (long long)asked->from + (long long)index);
}

struct msg_text sequence_rounding(const struct sequence_question *asked, const struct number_reading *given,
	const struct number *right, struct arena *arena)
{
	int written = given->decimals;
	const struct number *places = number_of(asked->decimals, arena);

	if (number_same(given->value, sequence_asked(asked, right, arena)))
		return (struct msg_text){ 0 };
	if (asked->decimals < 0) {
		if (!given->fraction && written > 0 && number_same(given->value, number_round(right, written, arena)))
			return sequence_say(
				arena, "number-not-exact", (struct word[]){ { "given", given->value }, { 0 } });
		return (struct msg_text){ 0 };
	}
	if (number_same(given->value, number_truncate(right, asked->decimals, arena)))
		return sequence_say(
			arena, "number-cut", (struct word[]){ { "given", given->value }, { "places", places }, { 0 } });
	if (number_same(given->value, right) || (written != asked->decimals && !given->fraction &&
							number_same(given->value, number_round(right, written, arena))))
		return sequence_say(arena, "number-rounding",
			(struct word[]){ { "given", given->value }, { "places", places }, { 0 } });
	return (struct msg_text){ 0 };
}
