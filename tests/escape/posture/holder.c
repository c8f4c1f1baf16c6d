/*
 * A slot held open for whoever looks at it from outside: holder INTERPRETER SLOT.
 *
 * It says in one line of JSON who its zygote is, or why there is none; then each line of standard input gets one line:
 *   start MEMORY_MB CPU_MS   a run is born, locked and verified; no source is sent to it
 *   program PATH             compiles and runs that text in it, as a program to its end
 *   end                      the run ends and is gone
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/json.h"
#include "sandbox/sandbox.h"
#include "sandbox/zygote.h"

enum { SOURCE_MAX = 1 << 20, OUTPUT_MAX = 4 << 20 };

struct holder {
	struct zygote *zygote;
	struct sandbox *sandbox;
	struct run *run;
	struct arena *arena;
};

static void say(json_t *value)
{
	struct buf text cleanup_buf = BUF_INIT;
	json_print(&text, value);
	puts(buf_str(&text));
	fflush(stdout);
	json_decref(value);
}

static void say_error(const struct err *err)
{
	say(json_pack("{s:s, s:s}", "error", err_kind_name(err->kind), "text", err->text));
}

static int open_slot(struct holder *holder, const char *python, int slot)
{
	struct zygote_config config = { .python = python, .slot = slot };
	struct err err = { 0 };
	if (zygote_launch(&holder->zygote, &config, &err) < 0)
		return say_error(&err), -1;
	const struct sandbox_place *place = zygote_place(holder->zygote);
	if (sandbox_attach(&holder->sandbox, zygote_take_link(holder->zygote), place, &err) < 0)
		return say_error(&err), -1;
	say(json_pack("{s:i, s:i, s:i, s:i, s:i, s:s, s:s, s:s}", "zygote", (int)place->pid, "owner_uid",
		(int)place->owner_uid, "run_uid", (int)place->run_uid, "group_kind", (int)place->group_kind, "landlock",
		(int)place->landlock_abi, "memory_group", place->memory_group, "slot_group", place->slot_group,
		"isolation", sandbox_isolation(holder->sandbox)));
	return 0;
}

static int start(struct holder *holder, const char *arguments, struct err *err)
{
	static const struct run_file file = { "notes.txt", "une ligne\n", 10 };
	char *rest;
	struct run_spec spec = { .files = &file, .file_count = 1, .input = "42\n", .input_bytes = 3, .seed = 1 };
	spec.limits.memory_mb = (uint32_t)strtoul(arguments, &rest, 10);
	spec.limits.cpu_ms = (uint32_t)strtoul(rest, NULL, 10);
	spec.limits.output_bytes = OUTPUT_MAX;
	if (run_start(&holder->run, holder->sandbox, &spec, holder->arena, err) < 0)
		return -1;
	say(json_pack("{s:b}", "started", 1));
	return 0;
}

static json_t *text_of(const char *data, size_t bytes)
{
	json_t *text = json_stringn(data, bytes);
	return text ? text : json_string("(not UTF-8)");
}

static int program(struct holder *holder, const char *path, struct err *err)
{
	struct buf text cleanup_buf = BUF_INIT;
	struct run_compiled compiled;
	struct run_reply reply;
	if (file_read(&text, AT_FDCWD, path, SOURCE_MAX, err) < 0)
		return -1;
	struct run_source source = { .text = buf_str(&text), .bytes = text.len, .program = true };
	if (run_compile(holder->run, &source, &compiled, &reply, err) < 0)
		return -1;
	if (reply.end == RUN_OK && run_load(holder->run, &reply, err) < 0)
		return -1;
	say(json_pack("{s:s, s:o, s:o, s:s, s:I}", "end", run_end_name(reply.end), "output",
		text_of(reply.output, reply.output_bytes), "errors", text_of(reply.errors, reply.errors_bytes),
		"exception", reply.exception ? reply.exception->message : "", "cpu_us", (json_int_t)reply.cpu_us));
	return 0;
}

static int end(struct holder *holder, struct err *err)
{
	int status = run_end(holder->run, err);
	holder->run = NULL;
	if (status == 0)
		status = sandbox_settle(holder->sandbox, err);
	arena_free(holder->arena);
	holder->arena = arena_new(0);
	if (status == 0)
		say(json_pack("{s:b}", "ended", 1));
	return status;
}

static void obey(struct holder *holder, const char *line)
{
	struct err err = { 0 };
	int status = -1;
	if (!holder->run && strncmp(line, "start ", 6) == 0)
		status = start(holder, line + 6, &err);
	else if (holder->run && strncmp(line, "program ", 8) == 0)
		status = program(holder, line + 8, &err);
	else if (holder->run && strcmp(line, "end") == 0)
		status = end(holder, &err);
	else
		err_set(&err, ERR_INPUT, "no such order now: %s", line);
	if (status < 0)
		say_error(&err);
}

int main(int argc, char **argv)
{
	struct holder holder = { .arena = arena_new(0) };
	struct err err;
	char *line = NULL;
	size_t size = 0;
	if (argc != 3)
		return 2;
	int status = open_slot(&holder, argv[1], (int)strtol(argv[2], NULL, 10));
	while (status == 0 && getline(&line, &size, stdin) > 0) {
		line[strcspn(line, "\n")] = '\0';
		obey(&holder, line);
	}
	free(line);
	if (run_end(holder.run, &err) < 0)
		say_error(&err);
	sandbox_close(holder.sandbox);
	zygote_stop(holder.zygote);
	arena_free(holder.arena);
	return status == 0 ? 0 : 1;
}
