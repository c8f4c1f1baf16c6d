/*
 * Inside the kind `steps`: the methods, and the sheet that each fills with a judgement of every line.
 *
 * A method reads the lines of an answer into its own terms and judges each from the student's own previous line: RIGHT
 * where the true work has it, CONSISTENT where it follows from the line before, WRONG otherwise, with a message. What is
 * written behind the lines, the result, is judged last, as a cell of its own.
 */
#pragma once
#include <inttypes.h>
#include "exact/number.h"
#include "grader_steps/grader_steps.h"
#include "line.h"
#include "sheet/carried.h"
#include "sheet/paper.h"

enum { GIVEN_MAX = 3, CELLS_MAX = LINES_MAX, TABLE_ROWS = 6 };

struct steps_method;

struct steps_question {
	const struct steps_method *method;
	int64_t given[GIVEN_MAX];
	const char *starter, *reference, *example;
};

struct step_cell {
	enum carried_state state;
	struct msg_text message; /* of a wrong one; fr NULL for none */
	const char *expected, *got; /* got NULL: it is not there */
	struct frac credit; /* of a wrong one: the share of its points that it earns all the same */
};

/* What is known of an answer once it was read. */
struct step_sheet {
	struct paper *paper;
	const struct steps_question *asked;
	struct step_text text;
	struct step_cell *cells; /* CELLS_MAX; the lines that there are or should be */
	size_t count;
	struct step_cell result;
	struct frac result_share; /* of the points; the rest is shared by the lines */
	bool idle; /* what stands there takes no work: a tenth at most, unless all is right */
	json_t *value; /* what other questions may go on from; NULL */
};

struct steps_method {
	const char *name;
	const char *given[GIVEN_MAX]; /* the keys of `given` */
	int64_t least[GIVEN_MAX], most[GIVEN_MAX];
	/* Starter, reference and example, in the arena. */
	void (*prepare)(struct steps_question *question, struct arena *arena);
	/* OK, BLANK when nothing is filled in, UNREADABLE when all is said. */
	enum reading (*judge)(struct step_sheet *sheet);
	/* The right value for other questions; NULL where nothing goes on from it. */
	json_t *(*value)(const struct steps_question *question);
};

extern const struct steps_method euclid_method, bezout_method, divisions_method, sieve_method, factorisation_method,
	power_mod_method, divisors_method;

/* step_words.c */
struct msg_text step_say(struct arena *arena, const char *code, const struct msg_param *params);
/* "−12": a true minus. */
const char *step_number(struct arena *arena, int64_t value);
enum reading step_slip(struct step_sheet *sheet, const char *code, size_t start, size_t end);
/* The next cell, of a line that is there or of one that is missing (NULL). */
struct step_cell *step_add(struct step_sheet *sheet, const struct step_line *line);
void step_wrong(struct step_cell *cell, struct msg_text message);
/* Messages with up to six numbers, named a to f in their texts; pa to pf where a negative one needs parentheses. */
struct msg_text step_numbers(struct arena *arena, const char *code, size_t count, const int64_t *values);
#define STEP_SAY(arena, code, ...)                                                                                     \
	step_numbers((arena), (code), sizeof((int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t), (int64_t[]){ __VA_ARGS__ })
/* The last number of a line that gives a result, "pgcd(84; 36) = 12", "= 12 [35]"; NULL. */
const struct token *step_last_number(const struct step_line *line);
/* "a | b | q | r", "|---|…" and so many empty rows. */
const char *step_table(
	struct arena *arena, const char *const *headings, size_t columns, size_t rows, const char *behind);

/* The chain of Euclid's divisions, shared with Bézout. */
struct division {
	int64_t a, b, q, r;
	bool has_q, has_b;
	const struct step_line *line;
};
/* Reads "a = b×q + r", "a : b = q reste r", "a mod b = r" or a row of four; of three, a b r, or a q r when `fixed`. False
 * when the line is no such thing. `b`: the divisor that is awaited. */
bool division_read(struct division *out, const struct step_line *line, int64_t b, bool fixed);
/* What is wrong with the quotient and the remainder of a division that starts as it should; false: nothing. */
bool division_fault(struct msg_text *out, const struct division *division, struct arena *arena);
const char *division_text(struct arena *arena, int64_t a, int64_t b);
/* Judges the lines of a chain from given[0], given[1]; *gcd: the student's own last remainder that is not 0, or 0.
 * `last_too`: the line with the remainder 0 is asked. */
void euclid_judge(struct step_sheet *sheet, const struct division *chain, size_t count, int64_t *gcd, bool last_too);
int64_t gcd_of(int64_t a, int64_t b);
