#include "timestamp.h"
#include <string.h>

/* `digits` digits at *at as a number, and past them; -1 when they are not there. */
static int take_number(const char **at, int digits)
{
	int out = 0;

	for (int i = 0; i < digits; i++, (*at)++) {
		if (**at < '0' || **at > '9')
			return -1;
		out = out * 10 + (**at - '0');
	}
	return out;
}

static bool take_char(const char **at, char c)
{
	if (**at != c)
		return false;
	(*at)++;
	return true;
}

static int days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool take_date(const char **at)
{
	int year = take_number(at, 4), month, day;

	if (year < 1 || !take_char(at, '-'))
		return false;
	month = take_number(at, 2);
	if (month < 1 || month > 12 || !take_char(at, '-'))
		return false;
	day = take_number(at, 2);
	return day >= 1 && day <= days_in(year, month);
}

static bool take_clock(const char **at)
{
	int hour = take_number(at, 2), minute, second;

	if (hour < 0 || hour > 23 || !take_char(at, ':'))
		return false;
	minute = take_number(at, 2);
	if (minute < 0 || minute > 59 || !take_char(at, ':'))
		return false;
	second = take_number(at, 2);
	if (second < 0 || second > 60)
		return false;
	if (**at != '.')
		return true;
	(*at)++;
	if (**at < '0' || **at > '9')
		return false;
	*at += strspn(*at, "0123456789");
	return true;
}

bool timestamp_check(const char *text)
{
	int hour, minute;

	if (!take_date(&text) || (*text != 'T' && *text != 't'))
		return false;
	text++;
	if (!take_clock(&text))
		return false;
	if (strcmp(text, "Z") == 0 || strcmp(text, "z") == 0)
		return true;
	if (*text != '+' && *text != '-')
		return false;
	text++;
	hour = take_number(&text, 2);
	if (hour < 0 || hour > 23 || !take_char(&text, ':'))
		return false;
	minute = take_number(&text, 2);
	return minute >= 0 && minute <= 59 && *text == '\0';
}
