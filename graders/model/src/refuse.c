/*
 * Mistakes of an author that only marking shows. They travel beside the error:
 * a struct err speaks English to a log, and these words are for a teacher.
 */
#include "model/kind.h"
#include "reader.h"

static const char exercise_file[] = "exercise.json";

static struct problem problem_at(struct grading *grading, const struct question *question,
	const struct author_place *place, const struct msg_text *message)
{
	const char *file = exercise_file, *pointer = place->pointer != NULL ? place->pointer : "";
	struct problem problem = {
		.line = place->line, .pointer = arena_strdup(grading->arena, pointer), .message = *message
	};

	if (place->file != NULL)
		file = place->file;
	problem.file = arena_strdup(grading->arena, file);
	if (place->pointer != NULL) {
		const struct folder_file *text = folder_find(question->exercise->folder, exercise_file);
		const struct json_place found =
			text != NULL ? place_of(text->data, text->bytes, pointer, false) : (struct json_place){ 0 };

		problem.line = found.line;
		problem.column = found.column;
	}
	return problem;
}

int grading_refuse(struct grading *grading, const struct question *question, const struct author_place *place,
	const struct msg_text *message, struct err *err)
{
	const struct problem problem = problem_at(grading, question, place, message);
	struct buf cleanup_buf text = BUF_INIT;

	if (grading->problems != NULL)
		problem_add(grading->problems, grading->arena, problem);
	problem_print(&text, &problem, LANG_EN);
	return err_set(err, ERR_INPUT, "%s", buf_str(&text));
}

void grading_advise(struct grading *grading, const struct question *question, const struct author_place *place,
	const struct msg_text *message)
{
	struct problem problem = problem_at(grading, question, place, message);

	problem.warning = true;
	if (grading->problems != NULL)
		problem_add(grading->problems, grading->arena, problem);
}
