/* Both languages of what the kinds of arithmetic say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_numbers/grader_numbers.h"

static void test_messages(void **state)
{
	message_table_check(&number_messages);
	message_table_check_spaces(&number_messages);
	message_table_check(&base_messages);
	message_table_check_spaces(&base_messages);
	message_table_check(&cipher_messages);
	message_table_check_spaces(&cipher_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests_name("numbers/messages", tests, NULL, NULL);
}
