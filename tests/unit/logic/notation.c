/* The short notation of the tests of covers. */
#include "notation.h"
#include <string.h>

struct term term_from(const char *text, unsigned variables)
{
	struct term term = { 0, 0 };

	for (; *text != '\0' && *text != '+'; text++) {
		if (*text < 'a' || *text > 'p')
			continue;
		term.care |= term_bit(variables, (unsigned)(*text - 'a'));
		if (text[1] != '\'')
			term.value |= term_bit(variables, (unsigned)(*text - 'a'));
	}
	return term;
}

struct cover cover_from(const char *text, unsigned variables, struct arena *arena)
{
	struct term *terms = arena_array(arena, strlen(text) + 1, sizeof(*terms));
	size_t count = 0;

	while (*text != '\0') {
		terms[count++] = term_from(text, variables);
		text += strcspn(text, "+");
		text += *text == '+';
	}
	return (struct cover){ terms, count };
}

struct target target_from(const char *ones, const char *any, unsigned variables, struct arena *arena)
{
	struct cover of = cover_from(ones, variables, arena),
		     free = cover_from(any != NULL ? any : "", variables, arena);
	struct table rows = cover_table(&free, variables, arena), care = table_not(&rows, arena);
	struct table all = cover_table(&of, variables, arena);

	return (struct target){ table_and(&all, &care, arena), rows };
}

struct target target_of(uint64_t ones, uint64_t any, unsigned variables, struct arena *arena)
{
	struct target target = { table_new(variables, arena), table_new(variables, arena) };

	target.ones.words[0] = ones;
	target.any.words[0] = any;
	return target;
}

const char *text_from(const struct cover *cover, unsigned variables, struct arena *arena)
{
	const char *text = "";

	for (size_t i = 0; i < cover->count; i++) {
		text = arena_printf(arena, "%s%s%s", text, i > 0 ? "+" : "", cover->terms[i].care == 0 ? "1" : "");
		for (unsigned v = 0; v < variables; v++) {
			uint32_t bit = term_bit(variables, v);

			if (cover->terms[i].care & bit)
				text = arena_printf(
					arena, "%s%c%s", text, (char)('a' + v), cover->terms[i].value & bit ? "" : "'");
		}
	}
	return text;
}
