/* What the readers of sets say. */
#pragma once
#include "base/msg.h"

extern const struct msg_table sets_messages;
