/* An assignment in words: the exercise's own where it has some. */
#include "base/buf.h"
#include "spec.h"

static void add_row(struct buf *out, const struct boolean_spec *spec, uint32_t row, bool meant, enum lang lang)
{
	unsigned count = spec->vocabulary.count;

	for (unsigned i = 0; i < count; i++) {
		bool value = row >> (count - 1 - i) & 1;
		const struct msg_text *meaning = &spec->meanings[i].when[value];

		buf_addstr(out, i > 0 ? ", " : "");
		buf_addstr(out, spec->vocabulary.names[i]);
		buf_addstr(out, value ? " = 1" : " = 0");
		if (!meant || !meaning->fr)
			continue;
		buf_addstr(out, " (");
		buf_addstr(out, msg_in(meaning, lang));
		buf_addch(out, ')');
	}
}

static const char *row_text(
	const struct boolean_spec *spec, uint32_t row, bool meant, enum lang lang, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	add_row(&out, spec, row, meant, lang);
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *spec_row(const struct boolean_spec *spec, uint32_t row, struct arena *arena)
{
	return row_text(spec, row, false, LANG_FR, arena);
}

struct msg_text spec_row_meant(const struct boolean_spec *spec, uint32_t row, struct arena *arena)
{
	const char *fr = row_text(spec, row, true, LANG_FR, arena);

	return (struct msg_text){ .fr = fr, .en = spec->silent ? fr : row_text(spec, row, true, LANG_EN, arena) };
}

struct msg_text spec_result_meant(const struct boolean_spec *spec, bool value, struct arena *arena)
{
	const struct msg_text *meaning = &spec->meanings[spec->vocabulary.count].when[value];

	if (!meaning->fr)
		return (struct msg_text){ .fr = "", .en = "" };
	return (struct msg_text){ .fr = arena_printf(arena, " (%s)", meaning->fr),
		.en = arena_printf(arena, " (%s)", msg_in(meaning, LANG_EN)) };
}

const char *spec_text(const struct boolean_spec *spec, const struct expr *expr, struct arena *arena)
{
	return expr_text(expr, &spec->style, arena);
}

const char *spec_example(const struct boolean_spec *spec, struct arena *arena)
{
	const char *const *names = spec->vocabulary.names;
	bool one = spec->vocabulary.count == 1;

	if (spec->style.propositions)
		return one ? arena_printf(arena, "¬%s", names[0]) : arena_printf(arena, "%s ⇒ %s", names[0], names[1]);
	return one ? arena_printf(arena, "%s'", names[0]) : arena_printf(arena, "%s + %s'", names[0], names[1]);
}
