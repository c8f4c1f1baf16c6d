/* The table of messages of this grader. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_graph/grader_graph.h"

static void test_table(void **state)
{
	message_table_check(&graph_kind_messages);
	message_table_check_spaces(&graph_kind_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
