/* The tables of messages of this grader. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_trace/grader_trace.h"

static void test_tables(void **state)
{
	message_table_check(&trace_messages);
	message_table_check_spaces(&trace_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
