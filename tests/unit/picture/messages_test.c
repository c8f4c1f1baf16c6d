/* The tables of messages of pictures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "picture/picture.h"

static void test_tables(void **state)
{
	message_table_check(&picture_messages);
	message_table_check_spaces(&picture_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
