#include "checker.h"

#include <string.h>

#include "explain.h"
#include "grader_python/grader_python.h"
#include "printable.h"
#include "wording.h"

/* The author's code is given time: a checker stopped by a busy machine would look like a mistake of theirs. */
enum {
	CHECKER_CPU_MS = 10000,
	LOST_CPU_MS = 1000,
	MAX_LOST = 3,
	REFERENCE_PATIENCE = 4,
	CHECKER_MEMORY_MB = 256,
	CHECKER_OUTPUT_BYTES = 64 << 10,
	MESSAGE_BYTES = 1000
};

static bool read_share(struct frac *out, const struct value *value)
{
	struct buf text cleanup_buf = BUF_INIT;
	struct err ignored = { 0 };

	if (value->type == VALUE_BOOL) {
		*out = value->boolean ? FRAC_ONE : FRAC_ZERO;
		return true;
	}
	/* A float is taken as it prints: 0.1 means a tenth. */
	if (value->type == VALUE_STR)
		buf_add(&text, value->text.data, value->text.bytes);
	else if (value->type == VALUE_INT || value->type == VALUE_FLOAT)
		value_repr(&text, value, 100);
	else
		return false;
	if (strlen(buf_str(&text)) != text.len || frac_parse(out, buf_str(&text), &ignored))
		return false;
	return frac_cmp(*out, FRAC_ZERO) >= 0 && frac_cmp(*out, FRAC_ONE) <= 0;
}

bool checker_read(struct checker_verdict *out, const struct value *value, struct arena *arena)
{
	*out = (struct checker_verdict){ .share = FRAC_ZERO };
	if (value->type != VALUE_TUPLE)
		return read_share(&out->share, value);
	if (value->items.count != 2 || value->items.items[1].type != VALUE_STR)
		return false;
	const struct value *message = &value->items.items[1];
	if (message->text.bytes > 0)
		out->message = printable(arena, message->text.data, message->text.bytes, MESSAGE_BYTES);
	return read_share(&out->share, &value->items.items[0]);
}

/* Python's str holds no stray bytes: they come as U+FFFD. */
static struct value text_value(struct arena *arena, struct text text)
{
	struct value value = { .type = VALUE_STR };

	if (!text.data)
		return (struct value){ .type = VALUE_NONE };
	value.text.data = printable_exact(arena, text.data, text.bytes, &value.text.bytes);
	return value;
}

/* What is wrong with the checker, for its author. */
static struct msg_text complaint(struct sitting *sitting, const char *code, const struct run_reply *reply)
{
	const struct run_exception *exception = reply->exception;
	struct arena *arena = sitting->grading->arena;
	struct buf value cleanup_buf = BUF_INIT;

	if (reply->value)
		value_repr(&value, reply->value, 200);
	struct msg_param params[] = {
		{ "said", exception ? arena_printf(arena, "%s: %s", printable_line(arena, exception->type, 100),
					      printable_line(arena, exception->message, 150))
				    : "" },
		{ "got", reply->value ? buf_str(&value) : "?" },
		{ 0 },
	};
	return msg_make(arena, &python_messages, code, params);
}

static struct msg_text explain_trial(struct sitting *sitting, const struct trial *trial)
{
	static const struct python_limits limits = { CHECKER_CPU_MS, CHECKER_MEMORY_MB, CHECKER_OUTPUT_BYTES >> 10 };
	struct arena *arena = sitting->grading->arena;

	if (trial->missing)
		return complaint(sitting, "checker-lacks", &trial->reply);
	if (trial->reply.exception)
		return complaint(sitting, "checker-raises", &trial->reply);
	if (trial->reply.end == RUN_OK)
		return complaint(sitting, "checker-nonsense", &trial->reply);
	return msg_join(arena, msg_make(arena, &python_messages, "checker-ends", NULL),
		wording_end(arena, trial->reply.end, &limits, false));
}

struct asking { /* once */
	struct sitting *sitting;
	struct arena *arena; /* of its run */
	struct trial trial;
	bool understood; /* it gave a verdict */
};

static int ask(
	struct asking *asking, struct checker_verdict *out, const struct checker_question *question, struct err *err)
{
	struct sitting *sitting = asking->sitting;
	const struct folder_file *checker = sitting->spec->checker;
	struct value *texts = arena_array(asking->arena, 3, sizeof(*texts));
	struct value args = { .type = VALUE_TUPLE, .items = { texts, 3 } };
	struct trial_job job = {
		.source = { .text = checker->data, .bytes = checker->bytes },
		.spec = { .limits = { .cpu_ms = sitting->checks_lost < MAX_LOST ? CHECKER_CPU_MS : LOST_CPU_MS,
				  .memory_mb = CHECKER_MEMORY_MB,
				  .output_bytes = CHECKER_OUTPUT_BYTES } },
		.entry = "check",
	};
	struct trial_call call = { .function = "check", .args = &args, .needs = "check" };
	struct trial *trial = &asking->trial;

	texts[0] = text_value(asking->arena, question->input.data ? question->input : (struct text){ "", 0 });
	texts[1] = text_value(asking->arena, question->output);
	texts[2] = text_value(asking->arena, question->expected);
	if (trial_once(trial, sitting->grading->sandbox, &job, &call, asking->arena, err))
		return -1;
	asking->understood = trial->stage == TRIAL_CALL && trial->reply.end == RUN_OK && trial->reply.value &&
			     checker_read(out, trial->reply.value, sitting->grading->arena);
	return 0;
}

/* Does the checker judge what the reference prints for this input? */
static int judges_reference(
	bool *out, struct sitting *sitting, const struct checker_question *question, struct err *err)
{
	struct arena *arena cleanup_arena = arena_new(0);
	struct arena *run_arena cleanup_arena = arena_new(0);
	const struct folder_file *solution = sitting->spec->solution;
	struct trial_job job = job_for(sitting->spec, solution->data, solution->bytes, REFERENCE_PATIENCE);
	struct checker_question asked = *question;
	struct checker_verdict ignored;
	struct asking asking = { .sitting = sitting, .arena = arena };
	struct trial trial;

	job_add_files(&job, sitting->spec, run_arena);
	job.spec.seed = sitting->grading->seed;
	job.spec.input = question->input.data;
	job.spec.input_bytes = question->input.bytes;
	if (trial_once(&trial, sitting->grading->sandbox, &job, NULL, run_arena, err))
		return -1;
	asked.output = (struct text){ trial.reply.output, trial.reply.output_bytes };
	if (ask(&asking, &ignored, &asked, err))
		return -1;
	*out = asking.understood;
	return 0;
}

int checker_ask(
	struct checker_verdict *out, struct sitting *sitting, const struct checker_question *question, struct err *err)
{
	struct arena *arena cleanup_arena = arena_new(0);
	struct asking asking = { .sitting = sitting, .arena = arena };
	struct author_place place = { .file = sitting->spec->checker->name };
	bool works = sitting->checks_lost >= MAX_LOST;

	if (ask(&asking, out, question, err))
		return -1;
	if (asking.understood)
		return 0;
	struct msg_text why = explain_trial(sitting, &asking.trial);
	if (asking.trial.reply.exception)
		place.line = asking.trial.reply.exception->line;
	bool called = asking.trial.stage == TRIAL_CALL && !asking.trial.missing;
	if (called && !works && judges_reference(&works, sitting, question, err))
		return -1;
	if (!called || !works)
		return grading_refuse(sitting->grading, sitting->question, &place, &why, err);
	sitting->checks_lost++;
	grading_advise(sitting->grading, sitting->question, &place, &why);
	*out = (struct checker_verdict){ .share = FRAC_ZERO, .lost = true };
	return 0;
}
