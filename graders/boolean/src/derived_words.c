#include "derived_words.h"
#include <string.h>
#include "base/buf.h"
#include "grader_boolean/grader_boolean.h"

enum { ROWS_LISTED = 32, FORMS_LISTED = 4, FORMS_BYTES = 300, ANSWER_BYTES = 1000 };

static struct msg_text say(struct derived *out, const char *code, const struct msg_param *params)
{
	return msg_make(out->arena, &boolean_messages, code, params);
}

static const char *number(struct derived *out, unsigned long value)
{
	return arena_printf(out->arena, "%lu", value);
}

/* "3, 5, 6", as far as one reads. */
static const char *row_list(struct derived *out, const struct table *table)
{
	cleanup_buf struct buf text = BUF_INIT;
	size_t listed = 0;

	for (uint32_t row = 0; row < table_rows(table->variables) && listed <= ROWS_LISTED; row++) {
		if (!table_at(table, row))
			continue;
		if (listed++ < ROWS_LISTED)
			buf_printf(&text, "%s%u", text.len > 0 ? ", " : "", row);
		else
			buf_addstr(&text, ", …");
	}
	return text.len > 0 ? arena_memdup(out->arena, buf_str(&text), text.len) : "∅";
}

static void add_rows(struct derived *out, const char *code, const char *name, const struct table *table)
{
	derived_add(out, say(out, code,
				 (struct msg_param[]){ { "name", name }, { "list", row_list(out, table) },
					 { "count", number(out, table_count(table)) },
					 { "rows", number(out, table_rows(table->variables)) }, { 0 } }));
}

void derived_rows(struct derived *out, const struct boolean_spec *spec, const char *name, const struct target *target)
{
	add_rows(out, "derived-rows", name ? name : spec->name, &target->ones);
	if (table_count(&target->any) > 0)
		add_rows(out, "derived-open-rows", name ? name : spec->name, &target->any);
}

void derived_minima(struct derived *out, const struct expression_wish *wish)
{
	cleanup_buf struct buf text = BUF_INIT;
	struct minima minima;
	struct err ignored;
	size_t listed = 0;
	bool products = form_is_product(wish->form);

	/* Too much work for a list is no mistake: the rows say what is asked. */
	if (wish->spec->vocabulary.count > COVER_VARIABLES_MAX ||
		expression_minima(&minima, wish, COVERS_LISTED_MAX, out->arena, &ignored) < 0)
		return;
	for (; listed < minima.count && listed < FORMS_LISTED && text.len < FORMS_BYTES; listed++) {
		const struct expr *form = expression_of_cover(wish, &minima.list[listed], out->arena);

		buf_printf(&text, "%s%s", listed > 0 ? " | " : "", spec_text(wish->spec, form, out->arena));
	}
	if (listed < minima.count || minima.more)
		buf_addstr(&text, " | …");
	const struct msg_param params[] = { { "list", buf_str(&text) },
		{ "count", arena_printf(out->arena, "%s%zu", minima.more ? "> " : "", minima.count) },
		{ "terms", number(out, minima.cost.terms) }, { "literals", number(out, minima.cost.literals) }, { 0 } };
	derived_add(out, say(out, products ? "derived-minimal-products" : "derived-minimal-sums", params));
}

void derived_answer(struct derived *out, const char *answer)
{
	if (strlen(answer) <= ANSWER_BYTES)
		derived_add(out, say(out, "derived-answer", (struct msg_param[]){ { "answer", answer }, { 0 } }));
}
