#include "says.h"

static const struct msg_entry entries[] = {
	{ "answer-read",
		"Cette réponse se lit bien. Elle n’a pas été notée, car une autre réponse de cet envoi est illisible : "
		"corrigez-la, puis envoyez de nouveau. Cet essai n’est pas compté.",
		"This answer reads well. It was not marked because another answer of this submission cannot be read: "
		"mend that one and submit again. This attempt is not counted." },
	{ "answer-blank", "Aucune réponse ici. Rien n’a été noté, car une autre réponse de cet envoi est illisible.",
		"No answer here. Nothing was marked because another answer of this submission cannot be read." },
};

const struct msg_table dispatch_messages = { "dispatch", entries, sizeof(entries) / sizeof(entries[0]) };

void says_only_read(struct arena *arena, enum reading reading, struct question_report *report)
{
	report->feedback = arena_array(arena, 1, sizeof(*report->feedback));
	report->feedback[0] =
		msg_make(arena, &dispatch_messages, reading == READING_BLANK ? "answer-blank" : "answer-read", NULL);
	report->feedback_count = 1;
}

json_t *says_to_json(const struct msg_text *text)
{
	json_t *out = json_object();

	if (text->code)
		json_object_set_new(out, "code", json_string(text->code));
	json_object_set_new(out, "fr", json_string(text->fr ? text->fr : ""));
	if (text->en)
		json_object_set_new(out, "en", json_string(text->en));
	return out;
}
