#include "trial.h"

#include <string.h>

static void settle(struct trial *trial, enum trial_stage stage)
{
	trial->stage = stage;
	trial->alive = trial->reply.end == RUN_OK || trial->reply.end == RUN_RAISED;
}

int trial_open(struct trial *trial, struct sandbox *sandbox, const struct trial_job *job, struct arena *scratch,
	struct err *err)
{
	*trial = (struct trial){ .stage = TRIAL_COMPILE, .seen = job->seen, .seen_count = job->seen_count };
	if (run_start(&trial->run, sandbox, &job->spec, scratch, err)) {
		trial->run = NULL;
		return -1;
	}
	if (run_compile(trial->run, &job->source, &trial->compiled, &trial->reply, err))
		return -1;
	settle(trial, TRIAL_COMPILE);
	return 0;
}

/* Is the function there? `trial->reply` stays what it was unless this step killed the run. */
static int look_for(struct trial *trial, const char *function, bool *found, struct err *err)
{
	struct run_reply reply = { 0 };

	if (run_has(trial->run, function, &reply, err))
		return -1;
	*found = reply.end == RUN_OK && reply.value && reply.value->type == VALUE_BOOL && reply.value->boolean;
	if (reply.end != RUN_OK && reply.end != RUN_RAISED) {
		trial->reply = reply;
		trial->alive = false;
	}
	return 0;
}

int trial_load(struct trial *trial, const struct trial_job *job, struct err *err)
{
	bool found = false;

	if (!trial->alive || trial->reply.end != RUN_OK)
		return 0;
	if (run_load(trial->run, &trial->reply, err))
		return -1;
	settle(trial, TRIAL_LOAD);
	if (trial->reply.end == RUN_OK) {
		trial->ready = true;
		return 0;
	}
	if (!trial->alive || !job->entry || job->strict_load)
		return 0;
	const struct run_exception *stopped = trial->reply.exception;
	if (look_for(trial, job->entry, &found, err))
		return -1;
	if (found && trial->alive) {
		trial->load_stopped = stopped;
		trial->ready = true;
	}
	return 0;
}

static int set_up(struct trial *trial, const struct trial_call *call, struct err *err)
{
	if (run_eval(trial->run, call->setup, "", &trial->reply, err))
		return -1;
	settle(trial, TRIAL_SETUP);
	return 0;
}

int trial_call(struct trial *trial, const struct trial_call *call, struct err *err)
{
	bool found = true;
	int failed;

	if (!trial->ready || !trial->alive)
		return 0;
	trial->missing = false;
	if (call->setup && set_up(trial, call, err))
		return -1;
	if (call->setup && trial->reply.end != RUN_OK)
		return 0;
	if (call->function) {
		struct run_call plain = { call->function, call->args, call->kwargs, call->args_after };
		failed = run_call(trial->run, &plain, &trial->reply, err);
	} else {
		failed = run_eval(trial->run, NULL, call->expression, &trial->reply, err);
	}
	if (failed)
		return -1;
	settle(trial, TRIAL_CALL);
	/* Only an exception from outside the student's text can mean that there is nothing to call. */
	if (!call->needs || trial->reply.end != RUN_RAISED || trial->reply.exception->line > 0)
		return 0;
	if (look_for(trial, call->needs, &found, err))
		return -1;
	trial->missing = trial->alive && !found;
	return 0;
}

int trial_close(struct trial *trial, struct err *err)
{
	struct run *run = trial->run;
	bool ask = trial->alive && trial->seen_count > 0 && trial->stage > TRIAL_COMPILE;
	struct run_reply ignored;
	struct err later = { 0 };

	trial->run = NULL;
	trial->alive = false;
	if (!run)
		return 0;
	if (ask && run_watched(run, trial->seen, trial->seen_count, &ignored, err)) {
		if (run_end(run, &later))
			return -1;
		return -1;
	}
	return run_end(run, err);
}

int trial_once(struct trial *trial, struct sandbox *sandbox, const struct trial_job *job, const struct trial_call *call,
	struct arena *scratch, struct err *err)
{
	struct err later = { 0 };
	int failed = trial_open(trial, sandbox, job, scratch, err);

	failed = failed || trial_load(trial, job, err);
	failed = failed || (call && trial_call(trial, call, err));
	if (!failed)
		return trial_close(trial, err);
	if (trial_close(trial, &later))
		return -1; /* the first fault is the one to tell */
	return -1;
}

bool trial_timed_out(const struct trial *trial)
{
	return trial->reply.end == RUN_TIMEOUT || trial->reply.end == RUN_IDLE;
}

struct trial_job job_for(const struct python_spec *spec, const char *text, size_t bytes, unsigned times)
{
	const struct python_limits *limits = &spec->limits;

	return (struct trial_job){
		.source = {
			.prelude = spec->prelude ? spec->prelude->data : NULL,
			.prelude_bytes = spec->prelude ? spec->prelude->bytes : 0,
			.text = text,
			.bytes = bytes,
			.program = spec->program,
		},
		.spec = {
			.limits = {
				.cpu_ms = limits->cpu_ms * times,
				.memory_mb = limits->memory_mb,
				.output_bytes = limits->output_kb * 1024,
			},
		},
		.entry = spec->entry,
		.strict_load = spec->strict_load,
	};
}

void job_add_files(struct trial_job *job, const struct python_spec *spec, struct arena *arena)
{
	struct run_file *files = arena_array(arena, spec->file_count + 1, sizeof(*files));

	for (size_t i = 0; i < spec->file_count; i++) {
		const char *slash = strrchr(spec->files[i]->name, '/');
		files[i] = (struct run_file){ slash ? slash + 1 : spec->files[i]->name, spec->files[i]->data,
			spec->files[i]->bytes };
	}
	job->spec.files = files;
	job->spec.file_count = spec->file_count;
}
