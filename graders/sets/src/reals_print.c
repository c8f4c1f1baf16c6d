/* Unions of intervals as text (which reads back), LaTeX and MathML. A point is written {a}, and all numbers ℝ. */
#include "sets/reals.h"

static bool is_point(const struct interval *interval)
{
	return interval->from && interval->to && number_compare(interval->from, interval->to) == 0;
}

static bool is_line(const struct reals *set)
{
	return set->count == 2 && !set->cuts[0].at && !set->cuts[1].at;
}

/* Neighbouring points are one set in braces. */
static size_t points_from(const struct reals *set, size_t index)
{
	size_t end = index;

	while (end < reals_intervals(set)) {
		struct interval interval = reals_at(set, end);

		if (!is_point(&interval))
			break;
		end++;
	}
	return end;
}

const char *reals_text(const struct reals *set, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (set->count == 0 || is_line(set))
		return set->count == 0 ? "∅" : "ℝ";
	for (size_t i = 0; i < reals_intervals(set);) {
		struct interval interval = reals_at(set, i);
		size_t points = points_from(set, i);

		buf_addstr(&out, i > 0 ? " ∪ " : "");
		if (points > i) {
			for (size_t k = i; k < points; k++)
				buf_printf(&out, "%s%s", k > i ? ";" : "{",
					number_text(reals_at(set, k).from, NUMBER_EXACT, LANG_FR, arena));
			buf_addch(&out, '}');
			i = points;
			continue;
		}
		buf_printf(&out, "%s%s;%s%s", interval.from_in ? "[" : "]",
			interval.from ? number_text(interval.from, NUMBER_EXACT, LANG_FR, arena) : "−∞",
			interval.to ? number_text(interval.to, NUMBER_EXACT, LANG_FR, arena) : "+∞",
			interval.to_in ? "]" : "[");
		i++;
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void latex_bound(struct buf *out, const struct number *bound, const char *infinite)
{
	if (bound)
		number_latex(out, bound, NUMBER_EXACT);
	else
		buf_addstr(out, infinite);
}

void reals_latex(struct buf *out, const struct reals *set)
{
	if (set->count == 0 || is_line(set)) {
		buf_addstr(out, set->count == 0 ? "\\varnothing" : "\\mathbb{R}");
		return;
	}
	for (size_t i = 0; i < reals_intervals(set); i++) {
		struct interval interval = reals_at(set, i);

		buf_addstr(out, i > 0 ? " \\cup " : "");
		if (is_point(&interval)) {
			buf_addstr(out, "\\{");
			number_latex(out, interval.from, NUMBER_EXACT);
			buf_addstr(out, "\\}");
			continue;
		}
		buf_addstr(out, interval.from_in ? "\\left[" : "\\left]");
		latex_bound(out, interval.from, "-\\infty");
		buf_addstr(out, "\\,;\\,");
		latex_bound(out, interval.to, "+\\infty");
		buf_addstr(out, interval.to_in ? "\\right]" : "\\right[");
	}
}

static void mathml_bound(struct buf *out, const struct number *bound, const char *infinite)
{
	if (bound)
		number_mathml(out, bound, NUMBER_EXACT);
	else
		buf_printf(out, "<mrow><mo>%s</mo><mi>∞</mi></mrow>", infinite);
}

void reals_mathml(struct buf *out, const struct reals *set)
{
	if (set->count == 0 || is_line(set)) {
		buf_addstr(out, set->count == 0 ? "<mi>∅</mi>" : "<mi>ℝ</mi>");
		return;
	}
	buf_addstr(out, "<mrow>");
	for (size_t i = 0; i < reals_intervals(set); i++) {
		struct interval interval = reals_at(set, i);

		buf_addstr(out, i > 0 ? "<mo>∪</mo>" : "");
		if (is_point(&interval)) {
			buf_addstr(out, "<mo>{</mo>");
			number_mathml(out, interval.from, NUMBER_EXACT);
			buf_addstr(out, "<mo>}</mo>");
			continue;
		}
		buf_addstr(out, interval.from_in ? "<mo>[</mo>" : "<mo>]</mo>");
		mathml_bound(out, interval.from, "−");
		buf_addstr(out, "<mo>;</mo>");
		mathml_bound(out, interval.to, "+");
		buf_addstr(out, interval.to_in ? "<mo>]</mo>" : "<mo>[</mo>");
	}
	buf_addstr(out, "</mrow>");
}
