/* What a student's program printed must not become commands of the teacher's terminal. */
#include "print.h"
#include <string.h>
#include "base/utf8.h"
#include "model/messages.h"

static bool is_harmless(int32_t rune, bool lines)
{
	if (rune < 0)
		return false;
	if (rune == '\n' || rune == '\t')
		return lines;
	if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0))
		return false;
	return !(rune >= 0x202a && rune <= 0x202e) && !(rune >= 0x2066 && rune <= 0x2069) && rune != 0x200e &&
	       rune != 0x200f;
}

void print_safely(struct buf *out, const char *text, bool lines)
{
	size_t left = strlen(text), used;

	for (; left > 0; text += used, left -= used) {
		if (is_harmless(utf8_next(text, left, &used), lines))
			buf_add(out, text, used);
		else
			buf_addrune(out, 0xfffd);
	}
}

const char *message_in(const char *code, enum lang lang)
{
	for (size_t i = 0; i < model_messages.count; i++) {
		const struct msg_entry *entry = &model_messages.entries[i];

		if (strcmp(entry->code, code) == 0)
			return lang == LANG_EN ? entry->en : entry->fr;
	}
	return code;
}
