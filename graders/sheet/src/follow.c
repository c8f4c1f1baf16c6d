#include "sheet/follow.h"
#include <string.h>
#include "sheet/messages.h"

enum { FOLLOWED_MAX = 10 };

struct follow {
	bool always;
	struct frac penalty;
	const struct formula *condition; /* NULL: none */
	const struct question *const *questions;
	const struct binding *right; /* of each question, in order */
	size_t count;
};

static const char *const whens[] = { "original-first", "always", NULL };

const struct key_spec follow_keys[FOLLOW_KEYS_COUNT] = {
	{ .name = "when",
		.type = KEY_STRING,
		.choices = whens,
		.doc = "original-first (default): from the right value, or from the student's own where that earns "
		       "more; "
		       "always: from the student's own." },
	{ .name = "penalty",
		.type = KEY_POINTS,
		.doc = "The share of what the student's own values earned that is lost; 0 if left out." },
	{ .name = "condition",
		.type = KEY_STRING,
		.doc = "Must hold of the student's own values, or they do not count: \"det(@p) != 0\"." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *code, const char *name)
{
	reader_problem(reader, pointer, false, &sheet_messages, code, (struct msg_param[]){ { "name", name }, { 0 } });
	return false;
}

/* An earlier question with a value; NULL and a problem. */
static const struct question *find(
	struct reader *reader, const char *pointer, const struct question *question, const char *name)
{
	const struct question *found = exercise_question(question->exercise, name + 1);

	if (found == NULL || found->index >= question->index)
		refuse(reader, pointer, "follow-unknown", name);
	else if (found->kind == NULL || found->kind->value == NULL)
		refuse(reader, pointer, "follow-no-value", name);
	else if (found->spec != NULL) /* else its own mistakes are told */
		return found;
	return NULL;
}

/* The value of an answer, or the right one for NULL. False when there is none. */
static bool value_of(struct value *out, const struct question *question, const json_t *answer, struct arena *arena)
{
	const json_t *json = question->kind->value(question, answer, arena);
	struct slip slip;

	return json != NULL && value_of_json(out, json, arena, &slip) == 0;
}

static bool read_condition(struct follow *follow, struct reader *reader, json_t *carry, const char *pointer)
{
	const char *text = reader_string(reader, carry, "condition", NULL);
	const char *at = reader_pointer(reader, pointer, "condition");
	struct value value;
	struct slip slip;

	if (text == NULL)
		return true;
	if (formula_read(&follow->condition, text, strlen(text), reader->arena, &slip) < 0 ||
		formula_value(&value, follow->condition, follow->right, follow->count, reader->arena, &slip) < 0) {
		reader_problem_text(reader, at, false, slip.message);
		return false;
	}
	return value.kind == VALUE_TRUTH ? true : refuse(reader, at, "follow-no-truth", text);
}

static bool read_carry(struct follow *follow, struct reader *reader, json_t *object, const char *pointer)
{
	json_t *carry = json_object_get(object, "carry");
	const char *at = reader_pointer(reader, pointer, "carry");

	follow->penalty = FRAC_ZERO;
	if (carry == NULL)
		return true;
	if (!reader_object(reader, carry, at, follow_keys, FOLLOW_KEYS_COUNT, NULL, 0))
		return false;
	follow->always = strcmp(reader_string(reader, carry, "when", "original-first"), "always") == 0;
	if (json_object_get(carry, "penalty") != NULL && !reader_points(reader, carry, at, "penalty", &follow->penalty))
		return false;
	if (frac_cmp(follow->penalty, FRAC_ONE) > 0)
		return refuse(reader, reader_pointer(reader, at, "penalty"), "follow-penalty", "");
	return read_condition(follow, reader, carry, at);
}

bool follow_read(const struct follow **out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question, const char *const *names)
{
	struct follow *follow = arena_alloc(reader->arena, sizeof(*follow));
	const struct question **questions = arena_array(reader->arena, FOLLOWED_MAX, sizeof(const struct question *));
	struct binding *right = arena_array(reader->arena, FOLLOWED_MAX, sizeof(*right));

	*out = NULL;
	for (; *names != NULL; names++) {
		const struct question *found;

		if (**names != '@')
			continue;
		if (follow->count == FOLLOWED_MAX)
			return refuse(reader, pointer, "follow-too-many", *names);
		found = find(reader, pointer, question, *names);
		if (found == NULL)
			return false;
		right[follow->count].name = *names;
		if (!value_of(&right[follow->count].value, found, NULL, reader->arena))
			return refuse(reader, pointer, "follow-no-value", *names);
		questions[follow->count++] = found;
	}
	follow->questions = questions;
	follow->right = right;
	if (follow->count == 0) {
		if (json_object_get(object, "carry") != NULL)
			return refuse(reader, reader_pointer(reader, pointer, "carry"), "follow-nothing", "");
		return true;
	}
	*out = follow;
	return read_carry(follow, reader, object, pointer);
}

const struct binding *follow_right(const struct follow *follow, size_t *count)
{
	*count = follow != NULL ? follow->count : 0;
	return follow != NULL ? follow->right : NULL;
}

static bool same(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_NUMBER:
		return number_same(a->number, b->number);
	case VALUE_MATRIX:
		return matrix_same(a->matrix, b->matrix);
	case VALUE_TRUTH:
		return a->truth == b->truth;
	}
	return false;
}

const struct binding *follow_own(const struct follow *follow, size_t *count, const struct grading *grading)
{
	struct binding *own;
	bool other = false;
	struct value holds;
	struct slip slip;

	*count = 0;
	if (follow == NULL || grading->answers == NULL)
		return NULL;
	own = arena_array(grading->arena, follow->count, sizeof(*own));
	for (size_t i = 0; i < follow->count; i++) {
		const struct question *question = follow->questions[i];
		const json_t *answer = json_object_get(grading->answers, question->id);

		own[i] = follow->right[i];
		if (answer != NULL && !json_is_null(answer) &&
			value_of(&own[i].value, question, answer, grading->arena))
			other |= !same(&own[i].value, &follow->right[i].value);
		else
			own[i].value = follow->right[i].value;
	}
	if (!other)
		return NULL;
	if (follow->condition != NULL &&
		(formula_value(&holds, follow->condition, own, follow->count, grading->arena, &slip) < 0 ||
			holds.kind != VALUE_TRUTH || !holds.truth))
		return NULL;
	*count = follow->count;
	return own;
}

/* ---- marking ---- */

static int take_penalty(struct question_report *report, struct frac penalty, struct err *err)
{
	struct frac kept;

	if (penalty.num == 0)
		return 0;
	if (frac_sub(&kept, FRAC_ONE, penalty, err))
		return -1;
	for (size_t i = 0; i < report->test_count; i++)
		if (frac_mul(&report->tests[i].points, report->tests[i].points, kept, err))
			return -1;
	if (frac_mul(&report->points, report->points, kept, err))
		return -1;
	if (report->verdict == VERDICT_CORRECT)
		report->verdict = report->points.num > 0 ? VERDICT_PARTIAL : VERDICT_INCORRECT;
	return 0;
}

static void say_so(struct question_report *report, const struct follow *follow, struct arena *arena)
{
	struct msg_text *feedback = arena_array(arena, report->feedback_count + 1, sizeof(*feedback));
	cleanup_buf struct buf names = BUF_INIT;

	for (size_t i = 0; i < follow->count; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", follow->questions[i]->id);
	feedback[0] = msg_make(arena, &sheet_messages, follow->penalty.num > 0 ? "followed-less" : "followed",
		(struct msg_param[]){ { "questions", arena_strdup(arena, buf_str(&names)) }, { 0 } });
	for (size_t i = 0; i < report->feedback_count; i++)
		feedback[i + 1] = report->feedback[i];
	report->feedback = feedback;
	report->feedback_count++;
}

static int mark(const struct follow_marking *marking, struct grading *grading, const struct question *question,
	const struct binding *bindings, size_t count, struct question_report *report, struct err *err)
{
	return marking->mark(grading, question, marking->answer, bindings, count, report, err);
}

int follow_mark(const struct follow *follow, const struct follow_marking *marking, struct grading *grading,
	const struct question *question, struct question_report *report, struct err *err)
{
	struct question_report first = *report, second = *report;
	size_t count, own_count;
	const struct binding *right = follow_right(follow, &count);
	const struct binding *own = follow_own(follow, &own_count, grading);

	if (own == NULL || !follow->always) {
		if (mark(marking, grading, question, right, count, &first, err) < 0)
			return -1;
		*report = first;
		if (own == NULL || first.verdict == VERDICT_CORRECT || first.verdict == VERDICT_BLANK ||
			first.verdict == VERDICT_UNREADABLE)
			return 0;
	}
	if (mark(marking, grading, question, own, own_count, &second, err) < 0 ||
		take_penalty(&second, follow->penalty, err) < 0)
		return -1;
	if (!follow->always && frac_cmp(second.points, first.points) <= 0)
		return 0;
	*report = second;
	if (second.verdict != VERDICT_BLANK && second.verdict != VERDICT_UNREADABLE)
		say_so(report, follow, grading->arena);
	return 0;
}
