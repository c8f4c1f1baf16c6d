/* The tables of messages of this grader. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_steps/grader_steps.h"

static void test_tables(void **state)
{
	message_table_check(&steps_messages);
	message_table_check_spaces(&steps_messages);
	message_table_check(&sequence_messages);
	message_table_check_spaces(&sequence_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
