/*
 * A sitting: one answer to one question being marked.
 *
 * Use: the kinds' grade() and read_answer() are sitting_grade() and sitting_read(); the verdict on one
 * test is given by judge_function() or judge_program(), which see a finished trial and fill its row.
 */
#pragma once
#include "answer.h"
#include "model/kind.h"
#include "plan.h"
#include "trial.h"

struct sitting {
	struct grading *grading;
	const struct question *question;
	const struct python_spec *spec;
	const struct plan *plan;
	struct answer answer;
	struct run_compiled compiled; /* copied out of its run */
	struct run_seen *seen; /* one for each of spec->watch: was it used? NULL: nothing is watched */
	struct question_report *report;
	struct arena *scratch; /* of the run under way; emptied before each */
	bool *done; /* per test */
	bool load_remarked; /* the remark on a load that stopped is made once */
	unsigned confirmed[2]; /* time-outs that a second run confirmed: of tests that are shown, of hidden ones */
	unsigned checks_lost; /* outputs that checker.py could not judge */
	bool to_do[2]; /* the tests of this go: those that are shown, the hidden ones */
	bool begun; /* the answer was compiled and the rows laid out in the go before */
	bool apart; /* a shared run went wrong: no other is tried */
	bool twice; /* the trial being judged had twice the time: its time-out is confirmed */
};

/* struct kind's grade, grade_later and read_answer. */
int sitting_grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err);
int sitting_grade_later(struct grading *grading, void *later, struct err *err);
int sitting_read(struct grading *grading, const struct question *question, const json_t *answer, enum reading *reading,
	struct question_report *report, struct err *err);

/* Adds a remark about the whole answer. */
void sitting_remark(struct sitting *sitting, struct msg_text text);

/* Each fills outcome, points, message and what is shown of test `index`. */
int judge_function(struct sitting *sitting, size_t index, const struct trial *trial, struct err *err) must_check;
int judge_program(struct sitting *sitting, size_t index, const struct trial *trial, struct err *err) must_check;

/* The steps before and after the tests (sitting_paper.c). */
/* Opens a run and compiles the answer; the trial is left open when *reading is READING_OK, else closed. */
int sitting_compile(struct sitting *sitting, struct trial *trial, enum reading *reading, struct err *err) must_check;
/* A row for each test, nothing done yet. */
void sitting_lay_out(struct sitting *sitting);
/* Says that an answer is blank or cannot be read, and nothing of the tests: a preview may not name them. */
void sitting_refuse(struct sitting *sitting, enum reading reading);
/* The report of a blank answer that was handed in: its tests too, all blank. */
void sitting_mark_blank(struct sitting *sitting);
/* Groups, cap, points, verdict. */
int sitting_settle(struct sitting *sitting, struct err *err) must_check;
/* The job and the call of one test. */
struct trial_job sitting_job(struct sitting *sitting, size_t index, unsigned times);
void sitting_alone(const struct sitting *sitting, bool alone);

/* What both judges share (judge.c). */
/* Timings and output of the trial; true when it ended in a way that leaves nothing to compare (then all is filled). */
bool judge_end(struct sitting *sitting, struct test_report *row, const struct trial *trial);
/* Fills the row of a trial that raised an exception nobody expected. */
void judge_raised(struct sitting *sitting, struct test_report *row, const struct trial *trial);
void judge_passed(struct test_report *row);
/* Outcome failed with this message. */
void judge_failed(struct test_report *row, struct msg_text message);
/* "text-spaces" … for two texts that differ. */
struct text_result;
struct msg_text judge_text_message(struct arena *arena, const struct text_result *result);
