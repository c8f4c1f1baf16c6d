/* The tables of messages of what kinds share. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "sheet/messages.h"

static void test_tables(void **state)
{
	message_table_check(&sheet_messages);
	message_table_check_spaces(&sheet_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
