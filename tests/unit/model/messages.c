/* The table of messages. */
#include "toy.h"
#include "../messages/message_table.h"
#include "model/messages.h"

static void test_table(void **state)
{
	message_table_check(&model_messages);
	message_table_check_spaces(&model_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_table) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
