/* What dispatch itself says to a student, in both languages. */
#pragma once
#include <jansson.h>
#include "base/msg.h"
#include "model/kind.h"

extern const struct msg_table dispatch_messages;

/* Adds the remark of an answer that was read but not marked, as another one could not be read. */
void says_only_read(struct arena *arena, enum reading reading, struct question_report *report);
/* {"code"?, "fr", "en"?}. New reference. */
json_t *says_to_json(const struct msg_text *text);
