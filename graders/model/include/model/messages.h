/* What this library says to its readers: mistakes in an exercise, and the words of a printed report. */
#pragma once
#include "base/msg.h"

extern const struct msg_table model_messages;
