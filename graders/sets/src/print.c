/* Elements and sets as text (which reads back), LaTeX and MathML. */
#include <string.h>
#include "sets/reals.h"

static void add_element(struct buf *out, const struct element *element, size_t most, struct arena *arena);

static void add_parts(struct buf *out, const struct element *element, size_t most, struct arena *arena)
{
	for (size_t i = 0; i < element->count; i++) {
		if (i > 0)
			buf_addch(out, ';');
		if (most > 0 && i == most) {
			buf_addstr(out, "…");
			return;
		}
		add_element(out, element->parts[i], 0, arena);
	}
}

static void add_element(struct buf *out, const struct element *element, size_t most, struct arena *arena)
{
	switch (element->kind) {
	case ELEMENT_NUMBER:
		buf_addstr(out, number_text(element->number, NUMBER_EXACT, LANG_FR, arena));
		return;
	case ELEMENT_NAME:
		buf_addstr(out, element->name);
		return;
	case ELEMENT_TUPLE:
		buf_addch(out, '(');
		add_parts(out, element, 0, arena);
		buf_addch(out, ')');
		return;
	case ELEMENT_SET:
		break;
	}
	if (element->count == 0) {
		buf_addstr(out, "∅");
		return;
	}
	buf_addch(out, '{');
	add_parts(out, element, most, arena);
	buf_addch(out, '}');
}

const char *element_text(const struct element *element, size_t most, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	add_element(&out, element, most, arena);
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *set_list_text(const struct element *set, size_t most, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	add_parts(&out, set, most, arena);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void latex_name(struct buf *out, const char *name)
{
	if (strlen(name) == 1) {
		buf_addstr(out, name);
		return;
	}
	buf_addstr(out, "\\text{");
	for (; *name; name++) {
		if (strchr("_%&#$", *name))
			buf_addch(out, '\\');
		if (!strchr("\\{}^~", *name))
			buf_addch(out, *name);
	}
	buf_addch(out, '}');
}

void element_latex(struct buf *out, const struct element *element)
{
	bool set = element->kind == ELEMENT_SET;

	if (element->kind == ELEMENT_NUMBER) {
		number_latex(out, element->number, NUMBER_EXACT);
		return;
	}
	if (element->kind == ELEMENT_NAME) {
		latex_name(out, element->name);
		return;
	}
	if (set && element->count == 0) {
		buf_addstr(out, "\\varnothing");
		return;
	}
	buf_addstr(out, set ? "\\{" : "(");
	for (size_t i = 0; i < element->count; i++) {
		if (i > 0)
			buf_addstr(out, "\\,;\\,");
		element_latex(out, element->parts[i]);
	}
	buf_addstr(out, set ? "\\}" : ")");
}

static void mathml_name(struct buf *out, const char *name)
{
	buf_addstr(out, "<mi>");
	for (; *name; name++) {
		if (*name == '<')
			buf_addstr(out, "&lt;");
		else if (*name == '>')
			buf_addstr(out, "&gt;");
		else if (*name == '&')
			buf_addstr(out, "&amp;");
		else
			buf_addch(out, *name);
	}
	buf_addstr(out, "</mi>");
}

void element_mathml(struct buf *out, const struct element *element)
{
	bool set = element->kind == ELEMENT_SET;

	if (element->kind == ELEMENT_NUMBER) {
		number_mathml(out, element->number, NUMBER_EXACT);
		return;
	}
	if (element->kind == ELEMENT_NAME) {
		mathml_name(out, element->name);
		return;
	}
	if (set && element->count == 0) {
		buf_addstr(out, "<mi>∅</mi>");
		return;
	}
	buf_addstr(out, set ? "<mrow><mo>{</mo>" : "<mrow><mo>(</mo>");
	for (size_t i = 0; i < element->count; i++) {
		if (i > 0)
			buf_addstr(out, "<mo>;</mo>");
		element_mathml(out, element->parts[i]);
	}
	buf_addstr(out, set ? "<mo>}</mo></mrow>" : "<mo>)</mo></mrow>");
}
