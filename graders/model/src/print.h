/* Text for a terminal, from anywhere. */
#pragma once
#include <stdbool.h>
#include "base/buf.h"
#include "base/msg.h"

/* Appends `text` without anything that could command a terminal or turn the writing round:
 * control characters (newlines and tabs too, unless `lines`) and bidirectional overrides become U+FFFD. */
void print_safely(struct buf *out, const char *text, bool lines);
/* A text without parameters of model_messages; the code itself when there is none. */
const char *message_in(const char *code, enum lang lang);
