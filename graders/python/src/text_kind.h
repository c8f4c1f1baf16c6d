/*
 * In which one way do two texts differ? For messages that help: "only the accents".
 */
#pragma once
#include "compare_text.h"

/* Of two texts that are not equal under `mode` (never REGEX). */
enum text_kind text_kind_of(enum text_mode mode, struct text expected, struct text got);
