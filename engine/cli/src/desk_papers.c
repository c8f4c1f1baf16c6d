/*
 * The papers that are laid on the desk: an exercise's folder, an answer's file. What is wrong with
 * them is told to whoever typed their names, in top->problems.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "desk_top.h"
#include "base/file.h"
#include "base/json.h"
#include "model/json_refusal.h"
#include "dispatch/kinds.h"

enum { ANSWER_MAX = 12 << 20 };

static const struct msg_entry entries[] = {
	{ "no-exercise", "il n’y a pas d’exercice ici (ni {file}/exercise.json, ni {root}/{file}/exercise.json).",
		"there is no exercise here (neither {file}/exercise.json nor {root}/{file}/exercise.json)." },
	{ "no-exercise-near", "il n’y a pas d’exercice de ce nom. Vouliez-vous dire « {near} » ?",
		"there is no exercise of that name. Did you mean “{near}”?" },
	{ "bad-name",
		"un exercice se nomme d’après son dossier ; ce nom n’a que des lettres minuscules sans accent, des "
		"chiffres et des "
		"tirets : renommez le dossier « {part} ».",
		"an exercise is named after its folder, which has only lower-case letters without accents, digits and "
		"dashes: rename "
		"the folder “{part}”." },
	{ "no-answer", "ce fichier n’existe pas.", "this file does not exist." },
	{ "answer-denied", "ce fichier ne peut pas être lu : vous n’en avez pas le droit.",
		"this file cannot be read: permission denied." },
	{ "answer-folder", "c’est un dossier ; il faut le fichier de la réponse (.py).",
		"this is a folder; the answer's file is needed (.py)." },
	{ "answer-large", "ce fichier passe {mib} Mio : ce n’est pas une réponse.",
		"this file passes {mib} MiB: it is no answer." },
	{ "answer-unread", "ce fichier ne peut pas être lu ({said}).", "this file cannot be read ({said})." },
	{ "answer-shape", "il faut un objet {\"{id}\": \"…\"} : une réponse par question.",
		"an object {\"{id}\": \"…\"} is needed: one answer for each question." },
	{ "answer-question", "aucune question ne s’appelle « {id} ». Questions de l’exercice : {known}.",
		"no question is called “{id}”. Questions of the exercise: {known}." },
	{ "answer-several",
		"cet exercice a plusieurs questions ({known}) : donnez un fichier .json, {\"{id}\": \"le code…\", …}.",
		"this exercise has several questions ({known}): give a .json file, {\"{id}\": \"the code…\", …}." },
};

static const struct msg_table messages = { "desk", entries, sizeof(entries) / sizeof(entries[0]) };

struct paper {
	struct desk_top *top;
	const char *name;
};

static void complain_in(const struct paper *paper, const struct json_place *place, struct msg_text message)
{
	struct problem problem = {
		.file = arena_strdup(paper->top->arena, paper->name),
		.pointer = "",
		.line = place ? place->line : 0,
		.column = place ? place->column : 0,
		.message = message,
	};
	if (paper->top->problems)
		problem_add(paper->top->problems, paper->top->arena, problem);
}

static void complain_of(
	const struct paper *paper, const struct json_place *place, const char *code, const struct msg_param *params)
{
	complain_in(paper, place, msg_make(paper->top->arena, &messages, code, params));
}

static bool is_exercise(const char *path)
{
	char file[PATH_MAX + 32];
	struct stat info;
	snprintf(file, sizeof(file), "%s/exercise.json", path);
	return stat(file, &info) == 0;
}

static void complain_of_absence(const struct paper *paper, const char *root)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const char *const *ids = NULL;
	struct err ignored;
	const char *near = NULL;
	if (exercise_list(&ids, root, arena, &ignored) == 0)
		near = nearest_name(paper->name, ids);
	/* The last part is what people remember: "maximun" is near algorithmique.maximum. */
	for (size_t i = 0; !near && ids && ids[i]; i++) {
		const char *dot = strrchr(ids[i], '.');
		const char *last[] = { dot ? dot + 1 : ids[i], NULL };
		if (nearest_name(paper->name, last) || !strcmp(paper->name, last[0]))
			near = ids[i];
	}
	complain_of(paper, NULL, near ? "no-exercise-near" : "no-exercise",
		(struct msg_param[]){ { "file", paper->name }, { "root", root }, { "near", near }, { 0 } });
}

/* The root of an exercise outside `root` is the parent of its parent. */
static void find_root(char *real_root, size_t size, const char *root, const char *real)
{
	char resolved[PATH_MAX];
	size_t length = realpath(root, resolved) ? strlen(resolved) : 0;
	if (length && strncmp(real, resolved, length) == 0 && real[length] == '/') {
		snprintf(real_root, size, "%s", resolved);
		return;
	}
	snprintf(real_root, size, "%s", real);
	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(real_root, '/');
		if (slash && slash != real_root)
			*slash = '\0';
	}
}

/* "algorithmique.maximum" below root, or a path. 1: found; 0: said why not. */
static int find_folder(const struct paper *paper, const char *root, char path[PATH_MAX], char id[256], struct err *err)
{
	char real[PATH_MAX], real_root[PATH_MAX];
	snprintf(path, PATH_MAX, "%s", paper->name);
	if (!is_exercise(path)) {
		int used = snprintf(path, PATH_MAX, "%s/", root);
		for (const char *at = paper->name; *at && used < PATH_MAX - 1; at++)
			path[used++] = *at == '.' ? '/' : *at;
		path[used] = '\0';
	}
	if (!is_exercise(path)) {
		complain_of_absence(paper, root);
		return 0;
	}
	if (!realpath(path, real))
		return err_sys(err, "find %s", path);
	find_root(real_root, sizeof(real_root), root, real);
	if (exercise_id_from_path(id, 256, real_root, real, err) == 0)
		return 1;
	const char *part = real + strlen(real_root);
	complain_of(paper, NULL, "bad-name", (struct msg_param[]){ { "part", part + strspn(part, "/") }, { 0 } });
	return 0;
}

int desk_top_exercise(
	struct desk_top *top, const char *root, const char *name, const struct exercise **out, struct err *err)
{
	const struct paper paper = { top, name };
	char path[PATH_MAX], id[256];
	*out = NULL;
	int found = find_folder(&paper, root, path, id, err);
	if (found <= 0)
		return found;
	struct folder *folder = arena_alloc(top->arena, sizeof(*folder));
	if (folder_read(folder, path, top->arena, err) < 0)
		return err_wrap(err, "%s", path);
	*out = exercise_load(folder, id, all_kinds, top->problems, top->arena);
	return 0;
}

static int read_input(struct buf *text, struct err *err)
{
	char part[65536];
	ssize_t got;
	while ((got = read(STDIN_FILENO, part, sizeof(part))) > 0) {
		buf_add(text, part, (size_t)got);
		if (text->len > ANSWER_MAX)
			return err_set(err, ERR_TOO_LARGE, "too large");
	}
	return got < 0 ? err_sys(err, "read standard input") : 0;
}

static bool read_answer(const struct paper *paper, struct buf *text)
{
	struct err err = { 0 };
	struct stat info;
	const char *code = "answer-unread";
	if ((strcmp(paper->name, "-") == 0 ? read_input(text, &err)
					   : file_read(text, AT_FDCWD, paper->name, ANSWER_MAX, &err)) == 0)
		return true;
	if (err.kind == ERR_TOO_LARGE)
		code = "answer-large";
	else if (stat(paper->name, &info) < 0 && errno == ENOENT)
		code = "no-answer";
	else if (err.sys == EACCES)
		code = "answer-denied";
	else if (S_ISDIR(info.st_mode))
		code = "answer-folder";
	complain_of(paper, NULL, code,
		(struct msg_param[]){ { "said", err.text },
			{ "mib", arena_printf(paper->top->arena, "%d", ANSWER_MAX >> 20) }, { 0 } });
	return false;
}

static const char *question_names(const struct exercise *exercise, struct arena *arena)
{
	const char *names = exercise->questions[0].id;
	for (size_t i = 1; i < exercise->question_count; i++)
		names = arena_printf(arena, "%s, %s", names, exercise->questions[i].id);
	return names;
}

/* An object by question id, for sure. */
static json_t *read_object(const struct paper *paper, const struct exercise *exercise, const struct buf *text)
{
	struct json_place place;
	struct err err;
	const char *id = exercise->questions[0].id;
	size_t mark =
		text->len >= 3 && !memcmp(text->data, "\xef\xbb\xbf", 3) ? 3 : 0; /* that some editors put first */
	json_t *answers = json_parse(text->data + mark, text->len - mark, &place, &err), *answer;
	struct msg_param params[] = { { "id", id }, { "known", question_names(exercise, paper->top->arena) }, { 0 } };
	if (!answers) {
		struct msg_text why = json_refusal(text->data + mark, text->len - mark, &place, paper->top->arena);
		complain_in(paper, &place, why);
		return NULL;
	}
	bool shaped = json_is_object(answers);
	if (!shaped)
		complain_of(paper, NULL, "answer-shape", params);
	json_object_foreach(answers, params[0].value, answer)
	{
		if (exercise_question(exercise, params[0].value))
			continue;
		complain_of(paper, NULL, "answer-question", params);
		shaped = false;
	}
	if (!shaped)
		json_decref(answers);
	return shaped ? answers : NULL;
}

json_t *desk_top_answers(struct desk_top *top, const struct exercise *exercise, const char *path)
{
	cleanup_buf struct buf text = BUF_INIT;
	const struct paper paper = { top, path };
	size_t length = strlen(path);
	if (!read_answer(&paper, &text))
		return NULL;
	if (length > 5 && strcmp(path + length - 5, ".json") == 0)
		return read_object(&paper, exercise, &text);
	if (exercise->question_count != 1) {
		complain_of(&paper, NULL, "answer-several",
			(struct msg_param[]){ { "id", exercise->questions[0].id },
				{ "known", question_names(exercise, top->arena) }, { 0 } });
		return NULL;
	}
	/* Bytes that are no UTF-8 are the answer's fault and for the grader to say: JSON carries them as U+FFFD would
	 * hide it, so they travel unchecked. */
	return json_pack("{s:o}", exercise->questions[0].id, json_stringn_nocheck(buf_str(&text), text.len));
}
