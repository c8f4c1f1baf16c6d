/*
 * Theory of operation.
 *
 *   launcher (supervisor, or the command line itself)
 *     └ zygote: bareme-python in its closed room           zygote.c, group.c
 *         └ run: one clone, locked, one answer              (sandbox/python/confine.c)
 *   grader ── link (seqpacket) ──> zygote: clone, reap      run.c
 *   grader ── channel (stream) ──> run: requests, replies   exchange.c, request.c, reply.c
 *   grader ── /proc ──> run: is it as it must be?           posture.c
 *
 * The grader trusts the zygote, which never reads anything of a student's, and trusts
 * nothing that a run says: a reply is a claimed value, decoded strictly, compared here.
 * Time is measured here, output is read here, death is decided here.
 */
#include "sandbox/sandbox.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"
#include "slot.h"

static const char *const end_names[] = { "ok", "raised", "timeout", "idle", "memory", "output-limit", "forbidden",
	"crashed" };

const char *run_end_name(enum run_end end)
{
	return (size_t)end < sizeof(end_names) / sizeof(end_names[0]) ? end_names[end] : "unknown";
}

static void describe(struct sandbox *sandbox)
{
	const struct {
		bool missing;
		const char *name;
	} reductions[] = {
		{ sandbox->place.group_kind == GROUP_NONE, "no-cgroup" },
		{ sandbox->place.landlock_abi == 0, "no-landlock" },
		{ sandbox->place.mdwe == 0, "no-mdwe" },
		{ sandbox->place.run_uid == sandbox->place.owner_uid, "one-uid" },
	};
	struct buf text = BUF_INIT_MAX(sizeof(sandbox->isolation) - 1);
	for (size_t i = 0; i < sizeof(reductions) / sizeof(reductions[0]); i++)
		if (reductions[i].missing)
			buf_printf(&text, "%s%s", text.len ? "+" : "", reductions[i].name);
	snprintf(sandbox->isolation, sizeof(sandbox->isolation), "%s", text.len ? buf_str(&text) : "full");
	buf_release(&text);
}

int sandbox_attach(struct sandbox **out, int link, const struct sandbox_place *place, struct err *err)
{
	struct sandbox *sandbox = calloc(1, sizeof(*sandbox));
	if (!sandbox) {
		close(link);
		return err_sys(err, "sandbox");
	}
	sandbox->place = *place;
	sandbox->link = link;
	group_open(&sandbox->group, place);
	sandbox->group_base = group_charged(&sandbox->group);
	sandbox->group_kills = group_kills(&sandbox->group);
	describe(sandbox);
	if (posture_note(&sandbox->posture, place, err) < 0) {
		sandbox_close(sandbox);
		return -1;
	}
	*out = sandbox;
	return 0;
}

int sandbox_open(struct sandbox **out, const struct sandbox_config *config, struct err *err)
{
	struct zygote_config launch = {
		.python = config->python, .slot = config->slot, .hash_seed = config->hash_seed
	};
	struct zygote *zygote;
	if (zygote_launch(&zygote, &launch, err) < 0)
		return -1;
	if (sandbox_attach(out, zygote_take_link(zygote), zygote_place(zygote), err) < 0) {
		zygote_stop(zygote);
		return -1;
	}
	(*out)->zygote = zygote;
	return 0;
}

int sandbox_try(struct sandbox *sandbox, struct err *err)
{
	const struct run_spec spec = {
		.limits = { .cpu_ms = 1000, .memory_mb = 64, .output_bytes = 4096 },
	};
	cleanup_arena struct arena *arena = arena_new(0);
	struct run *run;
	if (run_start(&run, sandbox, &spec, arena, err) < 0 || run_end(run, err) < 0)
		return -1;
	return sandbox_settle(sandbox, err);
}

void sandbox_close(struct sandbox *sandbox)
{
	if (!sandbox)
		return;
	fd_close(&sandbox->link);
	group_close(&sandbox->group);
	zygote_stop(sandbox->zygote);
	free(sandbox);
}

const char *sandbox_python_version(const struct sandbox *sandbox)
{
	return sandbox->place.python;
}

const char *sandbox_isolation(const struct sandbox *sandbox)
{
	return sandbox->isolation;
}
