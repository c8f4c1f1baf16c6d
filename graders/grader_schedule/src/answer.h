/* Inside the kind `schedule`: an answer as it was given, and its reading. */
#pragma once
#include "question.h"

/* What stands in the cells, before it is read: texts, NULL where there is none. */
struct raw_cell {
	const char *text;
	size_t at; /* byte of the answer; SIZE_MAX where it is JSON */
};
struct raw {
	struct raw_cell *rows[PART_COUNT]; /* of parts that have rows: one each; also of PART_CRITICAL */
	struct raw_cell whole[PART_COUNT]; /* of the others, and of PART_CRITICAL as a list */
	bool plain; /* text, not JSON */
};

struct cell {
	bool given;
	bool off; /* no whole number of ticks, or beyond all dates: right nowhere, and nothing follows from it */
	int64_t ticks;
};
struct own_path {
	size_t *steps;
	size_t count;
	bool stages; /* of stages, not of tasks */
};
struct own_set {
	bool given;
	bool *members;
};
struct plan_step {
	size_t task;
	bool has_days;
	int64_t days; /* the new duration */
};

struct schedule_answer {
	bool shown[PART_COUNT]; /* something is there */
	struct cell *numbers[PART_COUNT];
	struct own_set *sets[PART_COUNT];
	struct own_set tasks[PART_COUNT];
	struct own_path *paths[PART_COUNT];
	size_t path_count[PART_COUNT];
	struct plan_step *plan;
	size_t plan_count;
	bool any;
};

/* Each gives OK, BLANK, or UNREADABLE when all is said. */
enum reading schedule_answer_read(
	struct schedule_answer *out, struct paper *paper, const struct schedule_question *asked, const json_t *answer);
enum reading sheet_text_read(struct raw *out, struct paper *paper, const struct schedule_question *asked);
enum reading sheet_json_read(
	struct raw *out, struct paper *paper, const struct schedule_question *asked, const json_t *answer);

/* headings.c: what a heading names: a part; ROLE_TASKS or ROLE_STAGES (the column of names); ROLE_DATA (what the
 * statement gives, read over); ROLE_NONE. */
enum { ROLE_TASKS = PART_COUNT, ROLE_STAGES, ROLE_DATA, ROLE_NONE };
int heading_role(const struct schedule_question *asked, const char *text, size_t bytes);
/* Is it a word for what stands before the first task, or behind the last? "Début", "Fin", "α" … 1, 2; 0. */
int border_word(const char *text, size_t bytes);
bool is_none_word(const char *text, size_t bytes); /* "-", "∅", "aucun" … */

/* names.c: the name at the start of a text; its length, or 0. Small letters stand for capitals where that is clear. */
size_t name_at(const struct names *names, const char *text, size_t bytes, size_t *index);
/* A whole text that is a name. */
bool name_of(const struct names *names, const char *text, size_t bytes, size_t *index);
/* Names separated by anything but letters and digits; "ABC" where names are single letters. -1: what is at *slip_at, for
 * *slip_bytes, is none of them. Début and Fin are read over. */
int names_read(size_t **out, size_t *count, const struct names *names, const char *text, size_t *slip_at,
	size_t *slip_bytes, struct arena *arena);

/* ---- what it is worth ---- */

struct part_judgement {
	enum carried_state *states; /* of rows, or of the one answer */
	size_t rows, right, consistent;
	bool idle; /* one value everywhere, or the statement's own: earns nothing unless it is right */
	bool shifted; /* levels from another origin */
	struct frac credit; /* of what is no number: 0 to 1 */
	struct frac points;
	bool carried; /* some of the points are for what follows from the student's own answers */
};
struct judging {
	const struct schedule_question *asked;
	const struct schedule_answer *answer;
	struct arena *arena;
	struct part_judgement parts[PART_COUNT];
	bool carries;
	size_t wrong; /* errors of their own */
};
int schedule_judge(struct judging *judging, struct err *err) must_check;

/* own.c: the student's own numbers, or the right ones where they are not asked. */
enum date { DATE_EARLIEST, DATE_LATEST };
bool own_date(const struct judging *judging, enum date date, size_t v, int64_t *out);
bool own_duration(const struct judging *judging, int64_t *out);
bool own_total(const struct judging *judging, size_t task, int64_t *out);
/* What the rule of a cell makes of the student's own numbers; false where one of these is missing. */
bool rule_value(const struct judging *judging, enum part part, size_t row, int64_t *out);
/* The same with the opposite of max or min, the mistake. */
bool rule_value_opposite(const struct judging *judging, enum part part, size_t row, int64_t *out);
/* Does a task begin as soon as the one before it ends, by the student's own numbers? */
bool own_step_is_tight(const struct judging *judging, size_t from, size_t to);
/* Is this way critical by the student's own numbers? */
bool own_path_is_critical(const struct judging *judging, const struct own_path *path);
/* The tasks of a path of tasks or stages without dummies; false where it is no way in the network: then at *fault the
 * step that leads nowhere. */
bool path_tasks(struct path *out, const struct schedule_question *asked, const struct own_path *path, size_t *fault,
	struct arena *arena);

/* ---- what is said ---- */

/* Parameters that differ by language. */
enum { WORDS_MAX = 12 };
struct words {
	struct msg_param fr[WORDS_MAX], en[WORDS_MAX];
	size_t count;
};
void words_add(struct words *words, const char *name, const char *text);
void words_add_both(struct words *words, const char *name, const char *fr, const char *en);
void words_add_number(struct words *words, const char *name, int64_t ticks, struct arena *arena);
struct msg_text words_say(
	struct arena *arena, const struct msg_table *table, const char *code, const struct words *words);
const char *ticks_text(int64_t ticks, enum lang lang, struct arena *arena);
const char *ticks_plain(int64_t ticks, struct arena *arena);
/* "D, E et F"; "aucune" when empty. */
void words_add_tasks(struct words *words, const char *name, const struct schedule_question *asked, const bool *members,
	struct arena *arena);
const char *path_text(const struct schedule_question *asked, const struct path *path, struct arena *arena);

/* Known mistakes of a whole column; fr NULL: none. */
struct msg_text say_column(const struct judging *judging, enum part part);
/* The first cell that is neither right nor follows. */
struct msg_text say_cell(const struct judging *judging, enum part part, size_t row);
/* What is wrong with parts that are no columns of numbers. */
struct msg_text say_sets(const struct judging *judging, enum part part);
struct msg_text say_path(const struct judging *judging, enum part part);
struct msg_text say_change(const struct judging *judging, enum part part);
/* The answer to a part as one line, for reports. */
const char *part_got(const struct judging *judging, enum part part);
json_t *judged_picture(const struct judging *judging);
