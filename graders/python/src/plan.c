/*
 * How a plan is made.
 *
 * 1. One run reads the author's texts: each call (run_parse_call) and each
 *    literal (run_literal). Python reads Python, and no answer is near.
 * 2. Where an expectation is left out, solution.py makes it: a run of its own
 *    for each such test, with four times the question's time limit, since a
 *    busy machine may slow the reference but must not fail it.
 *
 * A reference that fails is the author's to mend: ERR_INPUT, never a mark, with the
 * place and both languages in grading->problems.
 */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "grader_python/grader_python.h"
#include "printable.h"
#include "trial.h"
#include "wording.h"

enum { REFERENCE_PATIENCE = 4, MAX_PLAN_BYTES = 256 << 20 };

struct making {
	struct plan *plan;
	struct grading *grading;
	const struct question *question;
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

/* Refuses the exercise for what test `test` says under `key` ("": as a whole). */
static int refuse_test(
	struct making *making, const struct python_test *test, const char *key, struct msg_text why, struct err *err)
{
	const char *pointer = arena_printf(making->grading->arena, "%s%s%s", test->pointer, key[0] ? "/" : "", key);

	return grading_refuse(
		making->grading, making->question, &(struct author_place){ .pointer = pointer }, &why, err);
}

static struct msg_text say(struct making *making, const char *code, const struct msg_param *params)
{
	return msg_make(making->grading->arena, &python_messages, code, params);
}

/* From a run's arena into the plan's. */
static int keep(const struct value **out, struct making *making, const struct value *value, struct err *err)
{
	struct buf wire cleanup_buf = BUF_INIT;

	value_encode(&wire, value);
	making->bytes += wire.len;
	/* A tree takes at most some forty times its wire form; what an author writes is far below. */
	if (making->bytes > MAX_PLAN_BYTES / 40) {
		const char *mib = arena_printf(making->grading->arena, "%d", (MAX_PLAN_BYTES / 40) >> 20);
		struct msg_text why = say(making, "expected-too-large", (struct msg_param[]){ { "mib", mib }, { 0 } });
		return grading_refuse(making->grading, making->question,
			&(struct author_place){ .pointer = making->spec->tests[0].pointer }, &why, err);
	}
	return value_decode(out, wire.data, wire.len, making->plan->arena, err);
}

/* `key` and the author's text under it, which Python did not take for what it should be. */
static int not_read(struct making *making, const struct python_test *test, const char *const *key_and_text,
	const struct run_reply *reply, struct err *err)
{
	struct arena *arena = making->grading->arena;
	const struct run_exception *exception = reply->exception;
	bool call = !strcmp(key_and_text[0], "call"),
	     syntax = exception && strcmp(exception->message, "not a literal") != 0;
	const char *code = wording_literal(key_and_text[1]);
	struct msg_param params[] = {
		{ "text", printable_line(arena, key_and_text[1], 100) },
		{ "said", exception ? printable_line(arena, exception->message, 150) : run_end_name(reply->end) },
		{ "quoted",
			!strcmp(code, "literal-bare-text") ? arena_printf(arena, "'%s'", key_and_text[1]) : "'abc'" },
		{ 0 },
	};

	if (syntax && strcmp(code, "literal-bare-text") != 0)
		return refuse_test(making, test, key_and_text[0],
			msg_join(arena, say(making, call ? "call-not-python" : "literal-not-python", params),
				explain_why(arena, exception)),
			err);
	return refuse_test(making, test, key_and_text[0], say(making, code, params), err);
}

static int read_literal(const struct value **out, struct making *making, struct run *run,
	const struct python_test *test, const char *const *key_and_text, struct err *err)
{
	struct run_reply reply = { 0 };

	if (run_literal(run, key_and_text[1], &reply, err))
		return -1;
	if (reply.end != RUN_OK || !reply.value)
		return not_read(making, test, key_and_text, &reply, err);
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
		return not_read(making, test, (const char *[]){ "call", test->call }, &reply, err);
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
		return refuse_test(making, test, "args_after", say(making, "args-after-rich", NULL), err);
	if (test->after_wanted == WANTED_REFERENCE)
		return 0;
	if (test->after_count != row->args->items.count) {
		struct arena *arena = making->grading->arena;
		struct msg_param counts[] = {
			{ "given", arena_printf(arena, "%zu", test->after_count) },
			{ "needed", arena_printf(arena, "%zu", row->args->items.count) },
			{ 0 },
		};
		return refuse_test(making, test, "args_after", say(making, "args-after-count", counts), err);
	}
	row->after = arena_array(making->plan->arena, test->after_count, sizeof(const struct value *));
	row->after_count = test->after_count;
	for (size_t i = 0; i < test->after_count; i++) {
		const char *literal[] = { "args_after", test->after[i] };
		if (test->after[i] && read_literal(&row->after[i], making, run, test, literal, err))
			return -1;
	}
	return 0;
}

/* Compiled here, where no answer is near: should it not be at marking, then by the answer's doing. */
static int read_setup(struct making *making, struct run *run, const struct python_test *test, struct err *err)
{
	const struct run_source source = { .text = test->setup, .bytes = test->setup ? strlen(test->setup) : 0 };
	struct run_compiled ignored;
	struct run_reply reply = { 0 };

	if (!test->setup)
		return 0;
	if (run_compile(run, &source, &ignored, &reply, err))
		return -1;
	if (reply.end == RUN_OK)
		return 0;
	const char *said = reply.exception ? reply.exception->message : run_end_name(reply.end);
	struct msg_text why = say(making, "setup-not-python",
		(struct msg_param[]){ { "said", printable_line(making->grading->arena, said, 150) }, { 0 } });
	if (reply.exception)
		why = msg_join(making->grading->arena, why, explain_why(making->grading->arena, reply.exception));
	return refuse_test(making, test, "setup", why, err);
}

static int read_test_texts(struct making *making, struct run *run, size_t index, struct err *err)
{
	const struct python_test *test = &making->spec->tests[index];
	const char *literal[] = { "returns", test->returns };

	if (read_setup(making, run, test, err) || read_call(making, run, index, err) ||
		read_after(making, run, index, err))
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

/* A mistake in solution.py itself, whatever the test: at its own line. */
static int refuse_solution(struct making *making, int line, struct msg_text why, struct err *err)
{
	struct author_place place = { .file = making->spec->solution->name, .line = line };

	return grading_refuse(making->grading, making->question, &place, &why, err);
}

static int reference_failed(
	struct making *making, const struct python_test *test, const struct trial *trial, struct err *err)
{
	const struct run_exception *exception = trial->reply.exception;
	struct arena *arena = making->grading->arena;
	struct python_limits limits = making->spec->limits;
	struct msg_param params[] = {
		{ "file", making->spec->solution->name },
		{ "name", making->spec->entry },
		{ "line", arena_printf(arena, "%d", exception ? exception->line : 0) },
		{ "said", exception ? arena_printf(arena, "%s: %s", printable_line(arena, exception->type, 100),
					      printable_line(arena, exception->message, 150))
				    : "" },
		{ 0 },
	};

	if (trial->missing)
		return refuse_solution(making, 0, say(making, "solution-lacks", params), err);
	if (exception && trial->stage <= TRIAL_LOAD && !exception->in_prelude && !making->spec->program)
		return refuse_solution(making, exception->line, say(making, "solution-stops", params), err);
	if (exception)
		return refuse_test(making, test, "",
			say(making, exception->line > 0 ? "reference-raises-at" : "reference-raises", params), err);
	limits.cpu_ms *= REFERENCE_PATIENCE;
	return refuse_test(making, test, "",
		msg_join(arena, say(making, "reference-ends", params),
			wording_end(arena, trial->reply.end, &limits, false)),
		err);
}

static int keep_after(struct making *making, size_t index, const struct run_reply *reply, struct err *err)
{
	struct plan_test *row = &making->plan->tests[index];
	const struct value *after = reply->args_after;

	if (!after || after->type != VALUE_TUPLE)
		return refuse_test(making, &making->spec->tests[index], "args_after",
			say(making, "reference-args-not-plain", NULL), err);
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
		return refuse_test(making, test, "",
			say(making, "reference-not-plain",
				(struct msg_param[]){ { "type", printable_line(making->grading->arena,
									reply->type ? reply->type : "?", 60) },
					{ 0 } }),
			err);
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
	for (size_t i = 0; i < making->plan->count; i++) {
		if (!needs_reference(&making->spec->tests[i]))
			continue;
		if (making->grading->progress)
			making->grading->progress(making->grading->progress_context);
		if (ask_reference(making, i, err))
			return -1;
	}
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
	struct making making = { plan, grading, question, spec, scratch, 0 };
	if (fill(&making, err)) {
		plan_free(plan);
		return err_wrap(err, "%s, question %s", question->exercise->id, question->id);
	}
	*out = plan;
	return 0;
}
