/* The tables of messages of this grader. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_schedule/grader_schedule.h"

static void test_tables(void **state)
{
	const struct msg_table *const tables[] = { &schedule_messages, &schedule_reading_messages,
		&schedule_author_messages };

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		message_table_check(tables[i]);
		message_table_check_spaces(tables[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
