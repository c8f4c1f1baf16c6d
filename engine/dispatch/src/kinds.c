#include "dispatch/kinds.h"

#include <stddef.h>

#include "grader_boolean/grader_boolean.h"
#include "grader_matrix/grader_matrix.h"
#include "grader_graph/grader_graph.h"
#include "grader_choice/grader_choice.h"
#include "grader_numbers/grader_numbers.h"
#include "grader_python/grader_python.h"
#include "grader_schedule/grader_schedule.h"
#include "grader_sets/grader_sets.h"
#include "grader_steps/grader_steps.h"

#include "grader_trace/grader_trace.h"

const struct kind *const all_kinds[] = {
	&python_function_kind,
	&python_program_kind,
	&boolean_kind,
	&derivation_kind,
	&proposition_kind,
	&truth_table_kind,
	&karnaugh_kind,
	&number_kind,
	&schedule_kind,
	&graph_kind,
	&base_kind,
	&cipher_kind,
	&set_kind,
	&relation_kind,
	&mapping_kind,
	&trace_kind,
	&matrix_kind,
	&steps_kind,
	&sequence_kind,
	&choice_kind,
	&text_kind,
	NULL,
};
