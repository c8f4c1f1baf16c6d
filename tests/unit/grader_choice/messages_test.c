/* Both languages of what choices and short answers say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "grader_choice/grader_choice.h"

static void test_messages(void **state)
{
	(void)state;
	message_table_check(&choice_messages);
	message_table_check_spaces(&choice_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests_name("choice/messages", tests, NULL, NULL);
}
