/* Why a JSON text that json_parse() refused cannot be read, told to whoever wrote it by hand. */
#pragma once
#include "base/json.h"
#include "base/msg.h"

/* `place` is where json_parse() stopped, and becomes the place that is to be mended. */
struct msg_text json_refusal(const char *text, size_t bytes, struct json_place *place, struct arena *arena);
