/* What a student is told of a copy that will not be marked now. */
#pragma once
#include "base/msg.h"

extern const struct msg_table copy_messages;
