#include "scan.h"
#include "base/utf8.h"

int32_t scan_rune(const struct scan *scan, size_t *used)
{
	*used = 0;
	return scan->at < scan->bytes ? utf8_next(scan->text + scan->at, scan->bytes - scan->at, used) : -1;
}

void scan_blanks(struct scan *scan)
{
	size_t used;

	for (int32_t rune = scan_rune(scan, &used); rune >= 0 && (utf8_is_blank(rune) || utf8_is_invisible(rune));
		rune = scan_rune(scan, &used))
		scan->at += used;
}

int scan_sign(struct scan *scan)
{
	size_t used;

	switch (scan_rune(scan, &used)) {
	case '-':
	case 0x2010: /* hyphens and dashes */
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2212:
	case 0xfe63:
	case 0xff0d:
		scan->at += used;
		return -1;
	case '+':
	case 0xff0b:
		scan->at += used;
		return 1;
	default:
		return 0;
	}
}

bool scan_digit_at(const struct scan *scan, size_t at)
{
	return at < scan->bytes && scan->text[at] >= '0' && scan->text[at] <= '9';
}

int scan_slip_both(struct scan *scan, size_t start, size_t end, const char *code, const struct msg_param *fr,
	const struct msg_param *en)
{
	*scan->slip = (struct slip){ .message = msg_make_both(scan->arena, &exact_messages, code, fr, en),
		.start = start,
		.end = end < start ? start : end };
	slip_place(scan->slip, scan->text, scan->bytes);
	return -1;
}

int scan_slip(struct scan *scan, size_t start, size_t end, const char *code, const struct msg_param *params)
{
	return scan_slip_both(scan, start, end, code, params, params);
}

const char *scan_shown(const struct scan *scan, size_t at)
{
	enum { SHOWN = 12 };
	size_t end = at, used;
	int count = 0;

	while (end < scan->bytes && count < SHOWN && scan->text[end] != '\n' && scan->text[end] != '\r') {
		if (utf8_next(scan->text + end, scan->bytes - end, &used) < 0)
			break;
		end += used;
		count++;
	}
	return arena_printf(scan->arena, "%.*s%s", (int)(end - at), scan->text + at,
		count == SHOWN && end < scan->bytes ? "\u2026" : "");
}
