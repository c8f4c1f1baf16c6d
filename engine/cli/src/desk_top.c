#include "desk_top.h"
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "base/json.h"
#include "dispatch/kinds.h"

enum { ANSWER_MAX = 12 << 20 };

int desk_top_open(struct desk_top *top, struct err *err)
{
	*top = (struct desk_top){ .arena = arena_new(0) };
	struct marking_config config = { 0 };
	return marking_open(&top->marking, &config, err);
}

void desk_top_close(struct desk_top *top)
{
	marking_close(top->marking);
	for (size_t i = 0; i < HASH_SEEDS; i++)
		sandbox_close(top->sandboxes[i]);
	arena_free(top->arena);
	*top = (struct desk_top){ 0 };
}

int desk_top_sandbox(struct desk_top *top, struct sandbox **out, struct err *err)
{
	struct sandbox **place = &top->sandboxes[top->hash_seed % HASH_SEEDS];
	/* The slot's number is in the run uid: the process id keeps two command lines apart, mostly. */
	struct sandbox_config config = { .slot = (int)(getpid() * HASH_SEEDS % 896) + (int)top->hash_seed, .hash_seed = top->hash_seed };
	if (!*place && sandbox_open(place, &config, err) < 0)
		return -1;
	*out = *place;
	return 0;
}

/* After a fault of ours. */
static void drop_sandbox(struct desk_top *top)
{
	sandbox_close(top->sandboxes[top->hash_seed % HASH_SEEDS]);
	top->sandboxes[top->hash_seed % HASH_SEEDS] = NULL;
}

static bool is_exercise(const char *path)
{
	char file[PATH_MAX + 32];
	struct stat info;
	snprintf(file, sizeof(file), "%s/exercise.json", path);
	return stat(file, &info) == 0;
}

/* "algorithmique.maximum" below root, or a path. The id of a path outside any root is its last two parts. */
static int find_folder(const char *root, const char *name, char *path, size_t size, char *id, size_t id_size, struct err *err)
{
	char real[PATH_MAX], real_root[PATH_MAX];
	snprintf(path, size, "%s", name);
	if (!is_exercise(path)) {
		int used = snprintf(path, size, "%s/", root);
		for (const char *at = name; *at && used < (int)size - 1; at++)
			path[used++] = *at == '.' ? '/' : *at;
		path[used] = '\0';
	}
	if (!is_exercise(path))
		return err_set(err, ERR_NOT_FOUND, "no exercise '%s': neither that folder nor %s holds an exercise.json", name, path);
	if (!realpath(path, real))
		return err_sys(err, "find %s", path);
	if (realpath(root, real_root) && strncmp(real, real_root, strlen(real_root)) == 0 && real[strlen(real_root)] == '/')
		return exercise_id_from_path(id, id_size, real_root, real, err);
	/* The parent of the parent stands for the root. */
	snprintf(real_root, sizeof(real_root), "%s", real);
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(real_root, '/');
		if (slash && slash != real_root)
			*slash = '\0';
	}
	return exercise_id_from_path(id, id_size, real_root, real, err);
}

int desk_top_exercise(struct desk_top *top, const char *root, const char *name, const struct exercise **out,
	struct problems *problems, struct err *err)
{
	char path[PATH_MAX], id[256];
	*out = NULL;
	if (find_folder(root, name, path, sizeof(path), id, sizeof(id), err) < 0)
		return -1;
	struct folder *folder = arena_alloc(top->arena, sizeof(*folder));
	if (folder_read(folder, path, top->arena, err) < 0)
		return err_wrap(err, "%s", path);
	*out = exercise_load(folder, id, all_kinds, problems, top->arena);
	return 0;
}

int desk_top_mark(struct desk_top *top, const struct exercise *exercise, const json_t *answers, uint64_t seed,
	struct arena *arena, struct report *report, struct err *err)
{
	for (int tries = 0;; tries++) {
		struct sandbox *sandbox;
		if (desk_top_sandbox(top, &sandbox, err) < 0)
			return -1;
		struct marking_job job = {
			.sandbox = sandbox, .exercise = exercise, .answers = answers, .seed = seed, .arena = arena,
		};
		memset(report, 0, sizeof(*report));
		if (marking_mark(top->marking, &job, report, err) == 0)
			return 0;
		bool ours = err->kind == ERR_PEER || err->kind == ERR_SYSTEM || err->kind == ERR_INTERNAL;
		if (!ours || tries == 1)
			return -1;
		drop_sandbox(top);
	}
}

static int read_answer_file(struct buf *text, const char *path, struct err *err)
{
	if (strcmp(path, "-") != 0)
		return file_read(text, AT_FDCWD, path, ANSWER_MAX, err);
	char part[65536];
	ssize_t got;
	while ((got = read(STDIN_FILENO, part, sizeof(part))) > 0) {
		buf_add(text, part, (size_t)got);
		if (text->len > ANSWER_MAX)
			return err_set(err, ERR_TOO_LARGE, "the answer on standard input passes %d MiB", ANSWER_MAX >> 20);
	}
	return got < 0 ? err_sys(err, "read standard input") : 0;
}

json_t *desk_top_answers(const struct exercise *exercise, const char *path, struct err *err)
{
	cleanup_buf struct buf text = BUF_INIT;
	if (read_answer_file(&text, path, err) < 0)
		return NULL;
	size_t length = strlen(path);
	if (length > 5 && strcmp(path + length - 5, ".json") == 0) {
		struct json_place place;
		json_t *answers = json_parse(buf_str(&text), text.len, &place, err);
		if (!answers)
			err_wrap(err, "%s:%d:%d", path, place.line, place.column);
		return answers;
	}
	if (exercise->question_count != 1) {
		err_set(err, ERR_INPUT, "'%s' has %zu questions: give an answers.json, {\"%s\": …}", exercise->id,
			exercise->question_count, exercise->questions[0].id);
		return NULL;
	}
	/* Bytes that are no UTF-8 are the answer's fault and for the grader to say: JSON carries them as U+FFFD would
	 * hide it, so they travel unchecked. */
	return json_pack("{s:o}", exercise->questions[0].id, json_stringn_nocheck(buf_str(&text), text.len));
}
