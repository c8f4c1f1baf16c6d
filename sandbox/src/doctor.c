/*
 * The rows of doctor_probes.c, then the control group, then the proof of the whole: a zygote that stands and a run
 * that was locked and verified from outside.
 */
#include "sandbox/doctor.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "doctor_messages.h"
#include "doctor_probes.h"
#include "group.h"
#include "sandbox/sandbox.h"
#include "sandbox/zygote.h"

enum { GROUP_SLOT = 999, WHOLE_SLOT = 998 };

/* Settings that take away what needs user namespaces; the first that holds is told. */
static const struct {
	const char *path, *value;
	const char *code;
} settings[] = {
	{ "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1", "cause-apparmor" },
	{ "/proc/sys/kernel/unprivileged_userns_clone", "0", "cause-userns-clone" },
	{ "/proc/sys/user/max_user_namespaces", "0", "cause-namespace-limit" },
	{ "/proc/sys/user/max_mnt_namespaces", "0", "cause-namespace-limit" },
	{ "/proc/sys/user/max_pid_namespaces", "0", "cause-namespace-limit" },
	{ "/proc/sys/user/max_net_namespaces", "0", "cause-namespace-limit" },
	{ "/proc/sys/user/max_ipc_namespaces", "0", "cause-namespace-limit" },
	{ "/proc/sys/user/max_uts_namespaces", "0", "cause-namespace-limit" },
};

static bool holds(const char *path, char *out, size_t size)
{
	cleanup_fd int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, out, size - 1);
	if (got < 0)
		return false;
	out[got] = '\0';
	out[strcspn(out, "\n")] = '\0';
	return true;
}

/* Somebody's system-call filter is on us: a container's, a service manager's. */
static bool filtered(void)
{
	char text[4096];
	cleanup_fd int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	if (got < 0)
		return false;
	text[got] = '\0';
	return strstr(text, "\nSeccomp:\t2") != NULL;
}

static struct msg_text find_cause(bool needs_namespaces, struct arena *arena)
{
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		char value[64];
		if (!needs_namespaces || !holds(settings[i].path, value, sizeof(value)) ||
			strcmp(value, settings[i].value) != 0)
			continue;
		const struct msg_param params[] = { { "path", settings[i].path }, { 0 } };
		return msg_make(arena, &doctor_messages, settings[i].code, params);
	}
	if (filtered())
		return msg_make(arena, &doctor_messages, "cause-filter", NULL);
	return (struct msg_text){ 0 };
}

static void conclude(struct doctor_finding *finding, const char *feature, bool needs_namespaces, struct arena *arena)
{
	char code[64];
	finding->feature = feature;
	snprintf(code, sizeof(code), "protects-%s", feature);
	finding->protects = msg_make(arena, &doctor_messages, code, NULL);
	if (finding->found)
		return;
	snprintf(code, sizeof(code), "mend-%s", feature);
	finding->mend = msg_make(arena, &doctor_messages, code, NULL);
	/* What a run can do without is usually just not there: nobody refused it. */
	if (finding->required)
		finding->cause = find_cause(needs_namespaces, arena);
}

/* Not there, which a run can do without; what is there and does not work is refused like the rest. */
static bool absent(const struct doctor_layer *layer, const struct doctor_stumble *stumble)
{
	return layer->without && strcmp(stumble->step, layer->absent) == 0 &&
	       (!layer->absent_error || stumble->error == layer->absent_error);
}

static void look_at_layer(
	struct doctor_finding *finding, const struct doctor_layer *layer, bool without_namespaces, struct arena *arena)
{
	struct doctor_stumble stumble;
	if (layer->needs_namespaces && without_namespaces) {
		finding->behind = "user-namespaces";
		finding->required = true;
		snprintf(finding->detail, sizeof(finding->detail), "needs user-namespaces");
		conclude(finding, layer->name, true, arena);
		return;
	}
	doctor_try(layer, &stumble);
	finding->found = stumble.error == 0;
	finding->required = finding->found ? !layer->without : !absent(layer, &stumble);
	finding->without = finding->required ? NULL : layer->without;
	if (stumble.error)
		snprintf(finding->detail, sizeof(finding->detail), "%s: %s", stumble.step, strerror(stumble.error));
	else
		snprintf(finding->detail, sizeof(finding->detail), "works");
	conclude(finding, layer->name, layer->needs_namespaces, arena);
}

static bool groups_mounted(void)
{
	bool any = false;
	char *line = NULL;
	size_t size = 0;
	FILE *file = fopen("/proc/self/mountinfo", "re");
	while (file && !any && getline(&line, &size, file) > 0)
		any = strstr(line, " - cgroup ") || strstr(line, " - cgroup2 ");
	if (file)
		fclose(file);
	free(line);
	return any;
}

static void look_at_groups(struct doctor_finding *finding, struct arena *arena)
{
	static const char *const kinds[] = { "none", "v1", "v2" };
	struct sandbox_place place = { .slot = GROUP_SLOT };
	group_make(&place);
	finding->found = place.group_kind != GROUP_NONE;
	finding->without = "no-cgroup";
	if (finding->found)
		snprintf(finding->detail, sizeof(finding->detail), "%s at %.180s", kinds[place.group_kind],
			place.memory_group);
	else
		snprintf(finding->detail, sizeof(finding->detail), "%s",
			groups_mounted() ? "no group that we may divide has both memory and pids"
					 : "no control groups are mounted");
	group_remove(&place);
	conclude(finding, "cgroup", false, arena);
}

static void look_at_whole(struct doctor_finding *finding, struct arena *arena)
{
	struct sandbox *sandbox = NULL;
	struct sandbox_config config = { .slot = WHOLE_SLOT };
	struct err err;
	finding->required = true;
	finding->found = sandbox_open(&sandbox, &config, &err) == 0 && sandbox_try(sandbox, &err) == 0;
	if (finding->found)
		snprintf(finding->detail, sizeof(finding->detail), "CPython %s; isolation: %s",
			sandbox_python_version(sandbox), sandbox_isolation(sandbox));
	else
		snprintf(finding->detail, sizeof(finding->detail), "%.230s", err.text);
	sandbox_close(sandbox);
	conclude(finding, "interpreter", false, arena);
}

size_t doctor_probe(const struct doctor_finding **out, struct arena *arena)
{
	size_t count = doctor_layer_count + 2;
	struct doctor_finding *findings = arena_array(arena, count, sizeof(*findings));
	bool without_namespaces = false;
	for (size_t i = 0; i < doctor_layer_count; i++) {
		look_at_layer(&findings[i], &doctor_layers[i], without_namespaces, arena);
		without_namespaces |= !findings[i].found && strcmp(findings[i].feature, "user-namespaces") == 0;
	}
	look_at_groups(&findings[doctor_layer_count], arena);
	look_at_whole(&findings[doctor_layer_count + 1], arena);
	*out = findings;
	return count;
}
