/*
 * Inside the kind `schedule`: what is asked, an answer, and what an answer is worth.
 *
 * An answer as text or JSON becomes raw cells (sheet_text.c, sheet_json.c), these become numbers, sets and paths (take.c),
 * each part is judged against the truth and against the student's own numbers (judge.c), and what is wrong is put into
 * words, known mistakes of a whole column first (say_columns.c), else the first wrong cell (say_cells.c).
 */
#pragma once
#include "exact/number.h"
#include "model/kind.h"
#include "schedule/project.h"
#include "sheet/carried.h"
#include "sheet/paper.h"

/* In the order in which one part follows from another. */
enum part {
	PART_PREDECESSORS,
	PART_SUCCESSORS,
	PART_LEVELS,
	PART_EARLIEST,
	PART_EARLIEST_FINISH,
	PART_DURATION,
	PART_LATEST,
	PART_LATEST_FINISH,
	PART_TOTAL,
	PART_FREE,
	PART_CRITICAL,
	PART_PATH,
	PART_PATHS,
	PART_WHAT_IF,
	PART_CHANGES,
	PART_SHORTEN,
	PART_SHORTEN_EACH,
	PART_COUNT
};
enum part_form {
	FORM_NUMBERS, /* one for each row of a table */
	FORM_SETS, /* tasks for each row */
	FORM_NUMBER,
	FORM_TASKS, /* some of the tasks */
	FORM_PATH,
	FORM_PATHS,
	FORM_PLAN /* tasks with what they are to be shortened to */
};
struct part_spec {
	const char *name; /* in `ask` and in an answer's JSON */
	enum part_form form;
	enum part group; /* whose weight it shares where no weights are given */
	int64_t weight; /* of the group */
	const char *label; /* what it is called: a code of schedule_author_messages */
};
extern const struct part_spec part_specs[PART_COUNT];
const struct part_spec *part_named(const char *name); /* NULL: none */

enum { PATHS_MAX = 40, NAME_BYTES_MAX = 20 };

struct names {
	const char *const *list;
	size_t count;
	bool single; /* each is one letter or digit: "ABC" is three */
};

struct schedule_question {
	bool pert;
	struct names tasks; /* those of the project, then in PERT the dummies */
	size_t count; /* of the project */
	const int64_t *least; /* as short as each task may be made */
	struct project project;
	struct dates task_dates; /* by task */
	struct names stages;
	const struct stage_arc *stage_arcs; /* PERT: the first `count` of them are the tasks in order */
	struct network stage_network;
	/* What earliest and latest are dates of: tasks, or stages. */
	const struct network *dated;
	const struct names *dated_names;
	const struct dates *dates;

	const size_t *levels;
	int64_t first_level;
	const int64_t *total, *free;
	const bool *reach; /* project_reach() */
	struct path_list critical; /* of tasks; all, where they are asked */

	bool asked[PART_COUNT];
	struct frac max[PART_COUNT];
	struct msg_text unit; /* "jours", "days" */

	size_t changed; /* what_if: the first task; its new duration */
	const int64_t *other_days;
	size_t changed_count;
	int64_t other_duration;
	const bool *changes; /* tasks that begin at another date then */
	int64_t finish_by;
	const bool *each; /* tasks that alone can be shortened so that all is done by then */
	const bool *plan; /* a smallest choice that does; NULL: none does */

	const char *starter;
	const char *example; /* an answer to show, not a right one */
	json_t *reference;
};

enum { SCHEDULE_KEYS_COUNT = 9 };
extern const struct key_spec schedule_keys[SCHEDULE_KEYS_COUNT];
void schedule_read(struct reader *reader, json_t *object, const char *pointer, struct question *question);
/* read_tasks.c: the tasks (and stages) at their keys; false where something was wrong. */
bool schedule_read_tasks(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer);
/* A duration or a date in ticks. */
bool schedule_read_days(int64_t *out, struct reader *reader, const json_t *value, const char *pointer);
bool schedule_refuse(struct reader *reader, const char *pointer, const char *code, const char *name);

/* How many rows the table of a part has, and their names. */
size_t part_rows(const struct schedule_question *asked, enum part part);
const struct names *part_names(const struct schedule_question *asked, enum part part);
/* The right number of a row of a part in FORM_NUMBERS, or of a part in FORM_NUMBER (row 0). */
int64_t part_truth(const struct schedule_question *asked, enum part part, size_t row);
/* The right tasks of a part in FORM_TASKS. */
const bool *part_tasks(const struct schedule_question *asked, enum part part, struct arena *arena);
/* Is `member` in the right set of a row of a part in FORM_SETS? */
bool part_holds(const struct schedule_question *asked, enum part part, size_t row, size_t member);

/* starter.c; the reference comes with an example. */
void schedule_make_starter(struct schedule_question *asked, struct arena *arena);
void schedule_make_reference(struct schedule_question *asked, struct arena *arena);
/* The right answer to a part as one line, for reports: "A: 0, B: 2". */
const char *part_expected(const struct schedule_question *asked, enum part part, struct arena *arena);
/* picture.c: the network; without dates where `solved` is false. Borrowed; NULL where it is too large. */
json_t *schedule_picture(const struct schedule_question *asked, bool solved, struct arena *arena);
