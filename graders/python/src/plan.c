/*
 * How a plan is made.
 *
 * 1. One run reads the author's texts: each call (run_parse_call) and each
 *    literal (run_literal). Python reads Python, and no answer is near.
 * 2. Where an expectation is left out, solution.py makes it: a run of its own
 *    for each such test, with four times the question's time limit, since a
 *    busy machine may slow the reference but must not fail it.
 *
 * A reference that fails is the author's to mend: ERR_INPUT, never a mark.
 */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "trial.h"

enum { REFERENCE_PATIENCE = 4, MAX_PLAN_BYTES = 256 << 20 };

struct making {
	struct plan *plan;
	struct grading *grading;
	const struct python_spec *spec;
	struct arena *scratch; /* of the run under way */
	size_t bytes; /* copied so far */
};

void plan_free(struct plan *plan)
{
	if (!plan)
		return;
	arena_free(plan->arena);
	free(plan);
}

/* From a run's arena into the plan's. */
static int keep(const struct value **out, struct making *making, const struct value *value, struct err *err)
{
	struct buf wire cleanup_buf = BUF_INIT;

	value_encode(&wire, value);
	making->bytes += wire.len;
	/* A tree takes at most some forty times its wire form; what an author writes is far below. */
	if (making->bytes > MAX_PLAN_BYTES / 40)
		return err_set(
			err, ERR_INPUT, "the expected values take more than %d MiB", (MAX_PLAN_BYTES / 40) >> 20);
	return value_decode(out, wire.data, wire.len, making->plan->arena, err);
}

static int author_error(struct err *err, const struct python_test *test, const char *key, const char *what)
{
	return err_set(err, ERR_INPUT, "exercise.json: %s%s%s: %s", test->pointer, key[0] ? "/" : "", key, what);
}

static int not_read(struct making *making, const struct python_test *test, const char *key,
	const struct run_reply *reply, struct err *err)
{
	const char *said = reply->exception ? reply->exception->message : run_end_name(reply->end);

	return author_error(err, test, key, arena_printf(making->scratch, "cannot be read as Python data: %s", said));
}

static int read_literal(const struct value **out, struct making *making, struct run *run,
	const struct python_test *test, const char *const *key_and_text, struct err *err)
{
	struct run_reply reply = { 0 };

	if (run_literal(run, key_and_text[1], &reply, err))
		return -1;
	if (reply.end != RUN_OK || !reply.value)
		return not_read(making, test, key_and_text[0], &reply, err);
	return keep(out, making, reply.value, err);
}

static int read_call(struct making *making, struct run *run, size_t index, struct err *err)
{
	const struct python_test *test = &making->spec->tests[index];
	struct plan_test *row = &making->plan->tests[index];
	struct run_reply reply = { 0 };
	const struct value *call;
	bool simple = false;

	if (run_parse_call(run, test->call, &simple, &reply, err))
		return -1;
	if (reply.end != RUN_OK)
		return not_read(making, test, "call", &reply, err);
	if (!simple)
		return 0;
	if (!reply.value || reply.value->type != VALUE_TUPLE || reply.value->items.count != 3)
		return err_set(err, ERR_PEER, "a parsed call is no triple");
	if (keep(&call, making, reply.value, err))
		return -1;
	const struct value *name = &call->items.items[0];
	row->function = arena_memdup(making->plan->arena, name->text.data, name->text.bytes);
	row->args = &call->items.items[1];
	if (call->items.items[2].type == VALUE_DICT && call->items.items[2].dict.count > 0)
		row->kwargs = &call->items.items[2];
	return 0;
}

static int read_after(struct making *making, struct run *run, size_t index, struct err *err)
{
	const struct python_test *test = &making->spec->tests[index];
	struct plan_test *row = &making->plan->tests[index];

	if (test->after_wanted == WANTED_NOT)
		return 0;
	if (!row->function)
		return author_error(err, test, "args_after", "needs a plain call: a name and literals");
	if (test->after_wanted == WANTED_REFERENCE)
		return 0;
	if (test->after_count != row->args->items.count)
		return author_error(
			err, test, "args_after", "needs one literal (or null) for each positional argument");
	row->after = arena_array(making->plan->arena, test->after_count, sizeof(const struct value *));
	row->after_count = test->after_count;
	for (size_t i = 0; i < test->after_count; i++) {
		const char *literal[] = { "args_after", test->after[i] };
		if (test->after[i] && read_literal(&row->after[i], making, run, test, literal, err))
			return -1;
	}
	return 0;
}

static int read_test_texts(struct making *making, struct run *run, size_t index, struct err *err)
{
	const struct python_test *test = &making->spec->tests[index];
	const char *literal[] = { "returns", test->returns };

	if (read_call(making, run, index, err) || read_after(making, run, index, err))
		return -1;
	if (test->returns_wanted != WANTED_GIVEN)
		return 0;
	return read_literal(&making->plan->tests[index].returns, making, run, test, literal, err);
}

static int read_texts(struct making *making, struct err *err)
{
	struct trial_job job = job_for(making->spec, "", 0, REFERENCE_PATIENCE);
	struct err later = { 0 };
	struct run *run;
	int failed = 0;

	if (run_start(&run, making->grading->sandbox, &job.spec, making->scratch, err))
		return -1;
	for (size_t i = 0; i < making->plan->count && !failed; i++)
		failed = read_test_texts(making, run, i, err);
	if (!failed)
		return run_end(run, err);
	if (run_end(run, &later))
		return -1;
	return -1;
}

static bool is_good_exit(const struct run_reply *reply)
{
	const struct run_exception *exception = reply->exception;

	return reply->end == RUN_RAISED && exception->builtin && !strcmp(exception->builtin, "SystemExit") &&
	       exception->exit_code == 0;
}

static int reference_failed(
	struct making *making, const struct python_test *test, const struct trial *trial, struct err *err)
{
	static const char *const stages[] = { "compiling", "loading", "the setup", "the call" };
	const struct run_exception *exception = trial->reply.exception;
	const char *why = run_end_name(trial->reply.end);

	if (trial->missing)
		why = "the function is not there";
	else if (exception)
		why = arena_printf(
			making->scratch, "line %d: %s: %s", exception->line, exception->type, exception->message);
	return author_error(err, test, "",
		arena_printf(making->scratch,
			"the reference solution.py fails (%s): %s; say what is expected, or mend it",
			stages[trial->stage], why));
}

static int keep_after(struct making *making, size_t index, const struct run_reply *reply, struct err *err)
{
	struct plan_test *row = &making->plan->tests[index];
	const struct value *after = reply->args_after;

	if (!after || after->type != VALUE_TUPLE)
		return author_error(err, &making->spec->tests[index], "args_after",
			"the arguments are no plain data after the reference's call");
	row->after_count = after->items.count;
	row->after = arena_array(making->plan->arena, row->after_count + 1, sizeof(const struct value *));
	for (size_t i = 0; i < row->after_count; i++)
		if (keep(&row->after[i], making, &after->items.items[i], err))
			return -1;
	return 0;
}

static int keep_reply(struct making *making, size_t index, const struct run_reply *reply, struct err *err)
{
	const struct python_test *test = &making->spec->tests[index];
	struct plan_test *row = &making->plan->tests[index];

	if (test->prints_wanted == WANTED_REFERENCE) {
		row->prints = arena_memdup(making->plan->arena, reply->output, reply->output_bytes);
		row->prints_bytes = reply->output_bytes;
	}
	if (test->after_wanted == WANTED_REFERENCE && keep_after(making, index, reply, err))
		return -1;
	if (test->returns_wanted != WANTED_REFERENCE)
		return 0;
	if (!reply->value)
		return author_error(err, test, "", "the reference solution.py returns what is no plain data");
	return keep(&row->returns, making, reply->value, err);
}

static int ask_reference(struct making *making, size_t index, struct err *err)
{
	const struct python_spec *spec = making->spec;
	const struct python_test *test = &spec->tests[index];
	const struct plan_test *row = &making->plan->tests[index];
	struct trial_job job = job_for(spec, spec->solution->data, spec->solution->bytes, REFERENCE_PATIENCE);
	struct trial_call call = { row->function, row->args, row->kwargs, test->call, test->setup, spec->entry,
		test->after_wanted == WANTED_REFERENCE };
	struct trial trial;

	arena_reset(making->scratch);
	job_add_files(&job, spec, making->scratch);
	job.spec.input = test->input;
	job.spec.input_bytes = test->input_bytes;
	if (trial_once(&trial, making->grading->sandbox, &job, spec->program ? NULL : &call, making->scratch, err))
		return -1;
	bool fine = trial.reply.end == RUN_OK && (spec->program || trial.stage == TRIAL_CALL);
	if (test->raises && trial.stage == TRIAL_CALL && trial.reply.end == RUN_RAISED)
		fine = true; /* only what it printed is asked for; grading the reference checks the exception */
	if (!fine && !(spec->program && trial.stage == TRIAL_LOAD && is_good_exit(&trial.reply)))
		return reference_failed(making, test, &trial, err);
	return keep_reply(making, index, &trial.reply, err);
}

static bool needs_reference(const struct python_test *test)
{
	return test->returns_wanted == WANTED_REFERENCE || test->prints_wanted == WANTED_REFERENCE ||
	       test->after_wanted == WANTED_REFERENCE;
}

static int fill(struct making *making, struct err *err)
{
	if (!making->spec->program && read_texts(making, err))
		return -1;
	for (size_t i = 0; i < making->plan->count; i++)
		if (needs_reference(&making->spec->tests[i]) && ask_reference(making, i, err))
			return -1;
	return 0;
}

int plan_make(struct plan **out, struct grading *grading, const struct question *question, struct err *err)
{
	const struct python_spec *spec = question->spec;
	struct arena *scratch cleanup_arena = arena_new(0);
	struct plan *plan = calloc(1, sizeof(*plan));

	if (!plan)
		return err_sys(err, "plan of %s", question->id);
	plan->arena = arena_new(0);
	plan->count = spec->test_count;
	plan->tests = arena_array(plan->arena, plan->count, sizeof(*plan->tests));
	struct making making = { plan, grading, spec, scratch, 0 };
	if (fill(&making, err)) {
		plan_free(plan);
		return err_wrap(err, "%s, question %s", question->exercise->id, question->id);
	}
	*out = plan;
	return 0;
}
