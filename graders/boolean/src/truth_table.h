/*
 * The kind `truth-table`: intermediate columns, then the result's.
 *
 * An answer is read into struct filled (truth_table_read.c), judged column by column (truth_table_judge.c), and what is
 * wrong with a column is put into words (truth_table_words.c).
 */
#pragma once
#include "logic/read.h"
#include "sheet/cells.h"
#include "sheet/paper.h"
#include "spec.h"

enum { TRUTH_VARIABLES_MAX = 8, TRUTH_COLUMNS_MAX = 12, TRUTH_EXTRAS_MAX = 12 };

struct truth_column {
	const struct expr *expr; /* NULL: the result, given by its rows */
	const struct expr *rule; /* the same with the columns before as variables: variable n + j is column j */
	const char *heading;
	struct table truth;
	struct frac max;
};

struct truth_question {
	struct boolean_spec shared;
	struct truth_column *columns; /* the last one is the result */
	size_t count;
	bool required; /* the intermediate ones have their share of the points */
	const char *starter;
	const char *reference;
};

/* What a student filled in: cells[column][row]. */
struct filled {
	enum cell *cells[TRUTH_COLUMNS_MAX];
	bool shown[TRUTH_COLUMNS_MAX]; /* is the column there, with something in it? */
	struct { /* columns of the student's own */
		const struct expr *expr;
		enum cell *cells;
	} extras[TRUTH_EXTRAS_MAX];
	size_t extra_count;
	bool any; /* something was filled in */
};

/* Text or JSON. BLANK where nothing is filled in; UNREADABLE when all is said. */
enum reading truth_table_read(
	struct filled *out, struct paper *paper, const struct truth_question *asked, const json_t *answer);

struct column_judgement {
	bool blank; /* nothing in it */
	uint32_t right, carried,
		rows; /* cells that are right; that follow from a column before, wrongly filled; that count */
	struct frac credit; /* 0 to 1 */
	bool by_carry; /* what follows from the columns before earned more */
	int64_t first; /* row of the first cell that is neither right nor carried; -1 */
};
/* `out` has asked->count of them. */
int truth_table_judge(struct column_judgement *out, const struct truth_question *asked, const struct filled *filled,
	struct arena *arena, struct err *err) must_check;
/* What is wrong with a column. */
struct msg_text truth_table_say(struct paper *paper, const struct truth_question *asked, const struct filled *filled,
	size_t column, const struct column_judgement *judged);
