/* What all kinds that read typed answers say. */
#pragma once
#include "base/msg.h"

extern const struct msg_table sheet_messages;
