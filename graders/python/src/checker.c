#include "checker.h"

#include <string.h>

#include "printable.h"

/* The author's code is given time: a checker stopped by a busy machine would look like a mistake of theirs. */
enum { CHECKER_CPU_MS = 10000, CHECKER_MEMORY_MB = 256, CHECKER_OUTPUT_BYTES = 64 << 10, MESSAGE_BYTES = 1000 };

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
	*out = (struct checker_verdict){ FRAC_ZERO, NULL };
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

static int refuse(struct sitting *sitting, const struct trial *trial, struct err *err)
{
	const struct run_exception *exception = trial->reply.exception;
	const char *file = sitting->spec->checker->name;

	if (trial->missing)
		return err_set(err, ERR_INPUT, "%s: no function check(stdin, output, expected)", file);
	if (exception)
		return err_set(err, ERR_INPUT, "%s, line %d: %s: %s", file, exception->line, exception->type,
			exception->message);
	return err_set(err, ERR_INPUT, "%s: ended by %s", file, run_end_name(trial->reply.end));
}

int checker_ask(
	struct checker_verdict *out, struct sitting *sitting, const struct checker_question *question, struct err *err)
{
	struct arena *arena cleanup_arena = arena_new(0);
	const struct folder_file *checker = sitting->spec->checker;
	struct value *texts = arena_array(arena, 3, sizeof(*texts));
	struct value args = { .type = VALUE_TUPLE, .items = { texts, 3 } };
	struct trial_job job = {
		.source = { .text = checker->data, .bytes = checker->bytes },
		.spec = { .limits = { .cpu_ms = CHECKER_CPU_MS,
				  .memory_mb = CHECKER_MEMORY_MB,
				  .output_bytes = CHECKER_OUTPUT_BYTES } },
		.entry = "check",
	};
	struct trial_call call = { .function = "check", .args = &args, .needs = "check" };
	struct trial trial;

	texts[0] = text_value(arena, question->input.data ? question->input : (struct text){ "", 0 });
	texts[1] = text_value(arena, question->output);
	texts[2] = text_value(arena, question->expected);
	if (trial_once(&trial, sitting->grading->sandbox, &job, &call, arena, err))
		return -1;
	if (trial.stage != TRIAL_CALL || trial.reply.end != RUN_OK)
		return refuse(sitting, &trial, err);
	if (!trial.reply.value || !checker_read(out, trial.reply.value, sitting->grading->arena))
		return err_set(err, ERR_INPUT,
			"%s: check() must return True, False, a share from 0 to 1, or (share, message)", checker->name);
	return 0;
}
