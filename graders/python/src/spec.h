/*
 * What an author wrote about a Python question, after reading (question->spec).
 *
 * Everything lives in the exercise's arena. The texts are still texts: turning
 * "maximum([3, 1, 2])" into data is the plan's work (plan.h), in a run.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/frac.h"
#include "base/msg.h"
#include "model/folder.h"
#include "model/report.h"

/* An expectation on text or data: not asked, as written, or whatever the reference gives. */
enum wanted { WANTED_NOT, WANTED_GIVEN, WANTED_REFERENCE };

struct python_test {
	const char *pointer; /* "/questions/0/tests/2" */
	const char *name;
	struct msg_text label, hint; /* fr NULL when absent */
	enum show show;
	struct frac points;
	bool has_points; /* the author wrote them */
	const char *group; /* NULL: on its own */
	const char *compare; /* a rule's name, never NULL */
	double tolerance; /* negative: not said */

	/* python-function */
	const char *call, *setup, *raises;
	enum wanted returns_wanted;
	const char *returns; /* a literal */
	enum wanted after_wanted;
	const char *const *after; /* one literal per positional argument, NULL: that one may be anything */
	size_t after_count;

	/* both */
	enum wanted prints_wanted;
	const char *prints;
	size_t prints_bytes;

	/* python-program */
	const char *input; /* standard input, NULL: empty */
	size_t input_bytes;
};

struct python_limits {
	uint32_t cpu_ms, memory_mb, output_kb;
};

/* "forbid" or "require": lists are NULL-terminated, NULL where the author wrote none. */
struct python_rules {
	const char *const *calls, *const *imports, *const *constructs;
	bool dynamic; /* ways to a name that is not written out are allowed */
	struct frac cap; /* of the question's points, 0..1 */
};

struct python_spec {
	bool program;
	const char *entry; /* the asked function; NULL for a program */
	const char *const *params; /* NULL when not said */
	bool strict_load;
	struct python_rules forbid, require;
	const char *const *watch; /* what a run has to tell of: forbidden calls, then imports; NULL: nothing */
	size_t watch_count;
	struct python_limits limits;
	const struct folder_file **files; /* readable beside the answer */
	size_t file_count;
	const struct folder_file *solution, *starter, *prelude, *checker; /* the last three may be NULL */
	struct python_test *tests;
	size_t test_count;
};

/* The path of one of the question's own files: "tri/" and "solution.py" give "tri/solution.py". */
const struct folder_file *spec_file(const struct folder *folder, const char *question_folder, const char *name);
