/* What holds of every table of messages, whatever library it belongs to. */
#pragma once
#include "base/msg.h"

/* Every message is there in both languages, with the same parts in braces, once, without straight apostrophes in French.
 * Fails the test otherwise. */
void message_table_check(const struct msg_table *table);
/* The spaces inside French quotes and before high punctuation do not break. */
void message_table_check_spaces(const struct msg_table *table);
