/*
 * How an answer is marked.
 *
 * 1. The answer is taken as text (answer.c): blank and unreadable end here.
 * 2. The plan is fetched, or made by throw-away runs, before any run holds the answer: a slot has
 *    one run at a time.
 * 3. One run compiles the answer. A syntax error ends the marking; forbidden names are noted.
 * 4. Where the compiled code proves that it carries no state (sandbox.h), the tests that call with
 *    plain data and without setup share that run: load once, call each. Should anything go wrong in
 *    it but an ordinary exception, that test and all that follow are done again apart.
 * 5. All other tests each get a run of their own: start, compile, load, setup, call, end. The shown ones first: a clock
 *    read in a shown test after a hidden one would tell how long that took, which the answer may choose by its input.
 *    Of several questions, for the same reason, the hidden tests of all come in a second go, after the shown ones of all.
 *
 * Time-outs: a first one is only a suspicion, for the machine may be busy. The test is done again alone
 * on the machine, in a fresh run with twice the limit, and only that run counts. After three confirmed
 * time-outs among the shown or the hidden tests of a question the answer is known to be slow: later tests get one run at the plain limit,
 * so that a hopeless answer cannot hold a grader for long.
 *
 * Loading is the same for every test of a function: an exception there, or a confirmed time-out, is
 * said of each test without repeating it.
 *
 * Memory: what a run returns lives in a scratch arena that is emptied before the next run; only bounded
 * texts reach the report. A shared run that has returned much, or calculated long, is ended and another one goes on.
 */
#include "sitting.h"

#include <string.h>

#include "plan_cache.h"

/* SHARED_CPU_US and one step more is below the last bound of a run's processor time, which is no verdict (run.c). */
enum { MAX_CONFIRMED = 3, SHARED_BYTES = 64 << 20, SHARED_CPU_US = 300 * 1000 * 1000 };

static int judge(struct sitting *sitting, size_t index, const struct trial *trial, struct err *err)
{
	sitting->done[index] = true;
	if (sitting->spec->program)
		return judge_program(sitting, index, trial, err);
	return judge_function(sitting, index, trial, err);
}

static struct trial_call call_of_test(const struct sitting *sitting, size_t index)
{
	const struct python_test *test = &sitting->spec->tests[index];
	const struct plan_test *row = &sitting->plan->tests[index];

	return (struct trial_call){
		.function = row->function,
		.args = row->args,
		.kwargs = row->kwargs,
		.expression = test->call,
		.setup = test->setup,
		.needs = row->function ? row->function : sitting->spec->entry,
		.args_after = row->after_count > 0,
	};
}

/* The two sorts are counted apart: what is said of a test that is shown must not depend on the hidden ones. */
static bool is_hidden(const struct sitting *sitting, size_t index)
{
	return sitting->spec->tests[index].show >= SHOW_LABEL;
}

static bool is_due(const struct sitting *sitting, size_t index)
{
	return !sitting->done[index] && sitting->to_do[is_hidden(sitting, index)];
}

static bool may_share(const struct sitting *sitting, size_t index)
{
	return !sitting->spec->program && sitting->plan->tests[index].function && !sitting->spec->tests[index].setup;
}

/* The verdict on loading, said of every test not yet done. */
static int judge_rest(struct sitting *sitting, const struct trial *trial, struct err *err)
{
	for (size_t i = 0; i < sitting->spec->test_count; i++)
		if (!sitting->done[i] && judge(sitting, i, trial, err))
			return -1;
	return 0;
}

/* Does this trial's loading decide all the tests? */
static bool decides_all(const struct sitting *sitting, const struct trial *trial)
{
	if (sitting->spec->program || trial->ready || trial->stage > TRIAL_LOAD)
		return false;
	return trial->reply.end == RUN_RAISED || (sitting->twice && trial_timed_out(trial));
}

static void at_test(const struct sitting *sitting)
{
	if (sitting->grading->progress)
		sitting->grading->progress(sitting->grading->progress_context);
}

/* Takes an opened trial to its end, or makes a whole one. */
static int try_once(struct sitting *sitting, size_t index, struct trial *trial, unsigned times, struct err *err)
{
	struct trial_call call = call_of_test(sitting, index);
	const struct trial_call *what = sitting->spec->program ? NULL : &call;
	struct err later = { 0 };

	at_test(sitting);
	if (!trial->run) {
		arena_reset(sitting->scratch);
		struct trial_job job = sitting_job(sitting, index, times);
		return trial_once(trial, sitting->grading->sandbox, &job, what, sitting->scratch, err);
	}
	struct trial_job job = sitting_job(sitting, index, times);
	int failed = trial_load(trial, &job, err) || (what && trial_call(trial, what, err));
	if (!failed)
		return trial_close(trial, err);
	if (trial_close(trial, &later))
		return -1;
	return -1;
}

static int try_alone(struct sitting *sitting, size_t index, struct trial *trial, struct err *err)
{
	sitting_alone(sitting, true);
	int failed = try_once(sitting, index, trial, 2, err);
	sitting_alone(sitting, false);
	sitting->twice = true;
	if (!failed && trial_timed_out(trial))
		sitting->confirmed[is_hidden(sitting, index)]++;
	return failed;
}

/* One test apart. `opened` is a trial that has just compiled, or one that is closed. */
static int sit_apart(struct sitting *sitting, size_t index, struct trial *opened, bool suspected, struct err *err)
{
	sitting->twice = false;
	if (!suspected) {
		if (try_once(sitting, index, opened, 1, err))
			return -1;
		suspected = trial_timed_out(opened) && sitting->confirmed[is_hidden(sitting, index)] < MAX_CONFIRMED;
	}
	if (suspected && try_alone(sitting, index, opened, err))
		return -1;
	if (judge(sitting, index, opened, err))
		return -1;
	return decides_all(sitting, opened) ? judge_rest(sitting, opened, err) : 0;
}

static size_t value_weight(const struct value *value)
{
	size_t weight = sizeof(*value);

	if (!value)
		return 0;
	if (value->type == VALUE_STR || value->type == VALUE_BYTES)
		return weight + value->text.bytes;
	if (value->type == VALUE_INT)
		return weight + value->integer.bytes;
	if (value->type == VALUE_DICT) {
		for (size_t i = 0; i < 2 * value->dict.count; i++)
			weight += value_weight(&value->dict.pairs[i]);
	} else if (value->type >= VALUE_LIST && value->type <= VALUE_FROZENSET) {
		for (size_t i = 0; i < value->items.count; i++)
			weight += value_weight(&value->items.items[i]);
	}
	return weight;
}

/* How much memory or stack was left may depend on the calls before: the proof of sandbox.h leaves these two to us. */
static bool is_ordinary(const struct run_reply *reply)
{
	const char *exception = reply->end == RUN_RAISED ? reply->exception->builtin : NULL;

	if (reply->end == RUN_OK)
		return true;
	return reply->end == RUN_RAISED &&
	       !(exception && (!strcmp(exception, "MemoryError") || !strcmp(exception, "RecursionError")));
}

/* Calls in one loaded run until all are done, it has returned much or calculated long, or something goes wrong (*wrong). */
static int call_in_turn(struct sitting *sitting, struct trial *trial, bool *wrong, struct err *err)
{
	size_t weight = 0;
	uint64_t cpu_us = 0;

	for (size_t i = 0; i < sitting->spec->test_count && weight < SHARED_BYTES && cpu_us < SHARED_CPU_US; i++) {
		if (!is_due(sitting, i) || !may_share(sitting, i))
			continue;
		struct trial_call call = call_of_test(sitting, i);
		at_test(sitting);
		if (trial_call(trial, &call, err))
			return -1;
		if (!is_ordinary(&trial->reply)) {
			*wrong = true;
			return 0;
		}
		if (judge(sitting, i, trial, err))
			return -1;
		weight += value_weight(trial->reply.value) + value_weight(trial->reply.args_after) +
			  trial->reply.output_bytes;
		cpu_us += trial->reply.cpu_us;
	}
	return 0;
}

static bool any_to_share(const struct sitting *sitting)
{
	for (size_t i = 0; i < sitting->spec->test_count; i++)
		if (is_due(sitting, i) && may_share(sitting, i))
			return true;
	return false;
}

static int sit_shared_once(struct sitting *sitting, struct trial *trial, bool *wrong, struct err *err)
{
	struct trial_job job = sitting_job(sitting, 0, 1);

	if (!trial->run) {
		arena_reset(sitting->scratch);
		job = sitting_job(sitting, 0, 1);
		if (trial_open(trial, sitting->grading->sandbox, &job, sitting->scratch, err))
			return -1;
	}
	if (trial_load(trial, &job, err))
		return -1;
	if (trial->ready)
		return call_in_turn(sitting, trial, wrong, err);
	if (decides_all(sitting, trial))
		return judge_rest(sitting, trial, err);
	*wrong = true;
	return 0;
}

/* The tests that may share a run. *suspected: it ended by the clock, and the next test to do is the suspect. */
static int sit_shared(struct sitting *sitting, struct trial *trial, bool *suspected, struct err *err)
{
	struct err later = { 0 };
	bool wrong = false;

	while (any_to_share(sitting) && !wrong) {
		if (sit_shared_once(sitting, trial, &wrong, err)) {
			if (trial_close(trial, &later))
				return -1;
			return -1;
		}
		sitting->apart = wrong;
		*suspected = wrong && trial_timed_out(trial);
		if (trial_close(trial, err))
			return -1;
	}
	return 0;
}

/* After a shared run went wrong, the first test that may share and is not done is the one it went wrong with. */
static size_t first_to_share(const struct sitting *sitting)
{
	size_t i = 0;

	while (i < sitting->spec->test_count && (!is_due(sitting, i) || !may_share(sitting, i)))
		i++;
	return i;
}

/* The tests of this go. `trial` has just compiled, or is closed. */
static int sit_due(struct sitting *sitting, struct trial *trial, struct err *err)
{
	bool suspected = false;

	if (sitting->compiled.shareable && !sitting->apart && any_to_share(sitting) &&
		sit_shared(sitting, trial, &suspected, err))
		return -1;
	size_t suspect = suspected ? first_to_share(sitting) : sitting->spec->test_count;
	for (int hidden = 0; hidden < 2; hidden++)
		for (size_t i = 0; i < sitting->spec->test_count; i++)
			if (is_due(sitting, i) && is_hidden(sitting, i) == hidden &&
				sit_apart(sitting, i, trial, i == suspect, err))
				return -1;
	return 0;
}

static int mark(struct sitting *sitting, struct err *err)
{
	struct trial trial = { 0 };
	enum reading reading = READING_OK;

	if (!sitting->begun && sitting_compile(sitting, &trial, &reading, err))
		return -1;
	if (reading != READING_OK) {
		sitting_refuse(sitting, reading);
		return 0;
	}
	if (!sitting->begun)
		sitting_lay_out(sitting);
	sitting->begun = true;
	if (sit_due(sitting, &trial, err))
		return -1;
	return sitting->to_do[true] ? sitting_settle(sitting, err) : 0;
}

/* One go, with what lives only as long. */
static int go(struct sitting *sitting, struct grading *grading, struct err *err)
{
	struct arena *scratch cleanup_arena = arena_new(0);
	bool owned = false;

	sitting->grading = grading;
	sitting->scratch = scratch;
	if (plan_cache_get(&sitting->plan, &owned, grading, sitting->question, err))
		return -1;
	int failed = mark(sitting, err);
	if (owned)
		plan_free((struct plan *)sitting->plan);
	return failed ? err_wrap(err, "question %s", sitting->question->id) : 0;
}

int sitting_grade_later(struct grading *grading, void *later, struct err *err)
{
	struct sitting *sitting = later;

	/* What the first go left to do: its hidden tests, or all of it when no test is shown. */
	sitting->to_do[false] = !sitting->begun;
	sitting->to_do[true] = true;
	return go(sitting, grading, err);
}

static bool has_sort(const struct sitting *sitting, bool hidden)
{
	for (size_t i = 0; i < sitting->spec->test_count; i++)
		if (is_hidden(sitting, i) == hidden)
			return true;
	return false;
}

int sitting_grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	struct sitting *sitting = arena_alloc(grading->arena, sizeof(*sitting));

	*sitting = (struct sitting){
		.grading = grading, .question = question, .spec = question->spec, .report = report, .to_do = { true }
	};
	sitting->to_do[true] = !grading->later || !has_sort(sitting, true);
	if (sitting->spec->watch)
		sitting->seen = arena_array(grading->arena, sitting->spec->watch_count, sizeof(*sitting->seen));
	answer_take(&sitting->answer, grading->arena, sitting->spec, answer);
	if (sitting->answer.reading == READING_BLANK)
		sitting_mark_blank(sitting);
	if (sitting->answer.reading == READING_UNREADABLE)
		sitting_refuse(sitting, READING_UNREADABLE);
	if (sitting->answer.reading != READING_OK)
		return 0;
	bool now = sitting->to_do[true] || has_sort(sitting, false);
	if (now && go(sitting, grading, err))
		return -1;
	if (!sitting->to_do[true] && (sitting->begun || !now))
		*grading->later = sitting;
	return 0;
}

int sitting_read(struct grading *grading, const struct question *question, const json_t *answer, enum reading *reading,
	struct question_report *report, struct err *err)
{
	struct arena *scratch cleanup_arena = arena_new(0);
	struct sitting sitting = {
		.grading = grading, .question = question, .spec = question->spec, .report = report, .scratch = scratch
	};
	struct trial trial = { 0 };

	report->id = question->id;
	report->max = question->points;
	report->points = FRAC_ZERO;
	answer_take(&sitting.answer, grading->arena, sitting.spec, answer);
	*reading = sitting.answer.reading;
	if (*reading == READING_OK) {
		if (sitting_compile(&sitting, &trial, reading, err) || trial_close(&trial, err))
			return err_wrap(err, "question %s", question->id);
	}
	if (*reading != READING_OK)
		sitting_refuse(&sitting, *reading);
	return 0;
}
