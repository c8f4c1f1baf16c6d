/*
 * A derivation of our own, so that an author need not write one: laws are used in a fixed order, each wherever it helps,
 * until the end is reached. Where that comes to nothing, because few laws are allowed, a search over single uses of them
 * (logic/law_path.h). What neither finds, the author writes.
 */
#include "derivation.h"
#include "logic/law_path.h"

struct finding {
	const struct derivation_question *asked;
	struct arena *arena;
	struct buf out;
	const struct expr *at;
};

/* First what removes strange signs, then what shortens, at last what spreads out. */
static const enum law order[] = { LAW_EQUIVALENCE, LAW_IMPLICATION, LAW_XOR, LAW_NAND_NOR, LAW_CONSTANT,
	LAW_DOUBLE_NEGATION, LAW_COMPLEMENT, LAW_NEUTRAL, LAW_ABSORBING, LAW_IDEMPOTENCE, LAW_ABSORPTION, LAW_ADJACENCY,
	LAW_REDUNDANCY, LAW_CONSENSUS, LAW_DE_MORGAN, LAW_DISTRIBUTIVITY };

static bool arrived(const struct finding *finding)
{
	const struct derivation_question *asked = finding->asked;
	struct expression_judgement judged;
	struct err err = { 0 };

	if (asked->to)
		return expr_alike(finding->at, asked->to, finding->arena);
	return expression_judge(&judged, &asked->wish, finding->at, finding->arena, &err) == 0 && judged.fits;
}

static void write_line(struct finding *finding, const struct expr *next, enum law law)
{
	finding->at = next;
	buf_printf(&finding->out, "= %s # %s\n", spec_text(&finding->asked->shared, next, finding->arena),
		law_title(law).fr);
}

/* One law may lead straight to the end. */
static bool last_step(struct finding *finding)
{
	const struct derivation_question *asked = finding->asked;
	enum law law;

	if (!asked->to)
		return false;
	law = law_between(finding->at, asked->to, asked->shared.vocabulary.count, 0, finding->arena);
	if (law <= LAW_SAME || (asked->allowed && !(asked->allowed >> law & 1)))
		return false;
	write_line(finding, asked->to, law);
	return true;
}

static bool step(struct finding *finding)
{
	unsigned variables = finding->asked->shared.vocabulary.count;
	uint32_t allowed = finding->asked->allowed;

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		const struct expr *next;

		if (allowed && !(allowed >> order[i] & 1))
			continue;
		next = law_apply(order[i], finding->at, variables, 0, finding->arena);
		if (!next || expr_alike(next, finding->at, finding->arena))
			continue;
		write_line(finding, next, order[i]);
		return true;
	}
	return false;
}

static bool arrives(void *asked, const struct expr *expr)
{
	struct finding *finding = asked;

	finding->at = expr;
	return arrived(finding);
}

static void search(struct finding *finding)
{
	const struct derivation_question *asked = finding->asked;
	const struct law_path_wish wish = {
		.from = asked->from, .to = asked->to, .allowed = asked->allowed, .arrives = arrives, .asked = finding
	};
	struct law_path path;

	buf_reset(&finding->out);
	if (!law_path_find(&path, &wish, asked->shared.vocabulary.count, finding->arena)) {
		finding->at = asked->from;
		return;
	}
	for (size_t i = 0; i < path.count; i++)
		write_line(finding, path.steps[i].expr, path.steps[i].law);
}

const char *derivation_find(const struct derivation_question *asked, struct arena *arena)
{
	struct finding finding = { .asked = asked, .arena = arena, .out = BUF_INIT, .at = asked->from };
	const char *out = NULL;
	int left = DERIVATION_LINES_MAX;

	while (!arrived(&finding) && left-- > 0)
		if (!last_step(&finding) && !step(&finding))
			break;
	if (!arrived(&finding) || left <= 0)
		search(&finding);
	if (arrived(&finding))
		out = arena_memdup(arena, buf_str(&finding.out), finding.out.len);
	buf_release(&finding.out);
	return out;
}
