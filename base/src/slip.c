#include "base/slip.h"
#include "base/utf8.h"

void slip_place(struct slip *slip, const char *text, size_t bytes)
{
	size_t start = slip->start < bytes ? slip->start : bytes, used;

	slip->line = 1;
	slip->column = 1;
	for (size_t at = 0; at < start; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);
		bool pair = rune == '\r' && at + 1 < bytes && text[at + 1] == '\n';

		if ((rune == '\n' || rune == '\r') && !pair) {
			slip->line++;
			slip->column = 1;
		} else if (!pair && (rune < 0 || !utf8_is_mark(rune))) {
			slip->column++;
		}
	}
	if (start < bytes && slip->column > 1) {
		int32_t rune = utf8_next(text + start, bytes - start, &used);

		slip->column -= rune >= 0x300 && utf8_is_mark(rune);
	}
}
