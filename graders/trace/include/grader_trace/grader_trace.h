/* The kind `trace`: the table of an algorithm's execution. */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind trace_kind;
extern const struct msg_table trace_messages;
