/* What each isolation feature protects and how to enable it, in both languages. */
#pragma once
#include "base/msg.h"

extern const struct msg_table doctor_messages;
