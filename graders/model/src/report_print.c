/*
 * A report as text for a terminal. Marks stand in words and signs, never in
 * colour alone; whatever an answer printed is made harmless first.
 */
#include <string.h>
#include "base/arena.h"
#include "base/json.h"
#include "model/messages.h"
#include "model/report.h"
#include "print.h"

struct printing {
	struct buf *out;
	struct arena *arena; /* for this printing only */
	enum lang lang;
	bool colour;
	void (*draw)(struct buf *out, const json_t *picture, enum lang lang);
};

static const char *string_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

/* A message, in whichever of its three forms. */
static const char *text_of(const json_t *value, enum lang lang)
{
	const struct msg_text text = { NULL, json_string_value(json_object_get(value, "fr")),
		json_string_value(json_object_get(value, "en")) };

	return json_is_string(value) ? json_string_value(value) : msg_in(&text, lang);
}

static void paint(const struct printing *to, const char *sequence)
{
	if (to->colour)
		buf_printf(to->out, "\033[%sm", sequence);
}

/* Points with the language's decimal sign. */
static const char *points_at(
	const struct printing *to, const json_t *object, const char *exact, const char *shown, char out[32])
{
	const char *text = string_at(object, shown);
	size_t at = 0;

	if (*text == '\0')
		text = string_at(object, exact);
	for (; *text != '\0' && at < 31; text++)
		out[at++] = *text == '.' && to->lang == LANG_FR ? ',' : *text;
	out[at] = '\0';
	return out;
}

/* The words for an outcome or a verdict; the name itself where it is a newer one than ours. */
static const char *word(const struct printing *to, const char *prefix, const char *name)
{
	const char *code = arena_printf(to->arena, "%s%s", prefix, name);
	const char *found = message_in(code, to->lang);

	return found != code ? found : name;
}

/* "passed, 1 / 2": the words of a stored report are as little ours as what an answer printed. */
static void print_worth(const struct printing *to, const char *said, const json_t *object)
{
	char points[32], max[32];

	print_safely(to->out, said, false);
	buf_addstr(to->out, ", ");
	print_safely(to->out, points_at(to, object, "points", "shown", points), false);
	buf_addstr(to->out, " / ");
	print_safely(to->out, points_at(to, object, "max", "max_shown", max), false);
}

static const char *colon(const struct printing *to)
{
	return to->lang == LANG_FR ? "\u00a0:" : ":";
}

static void rows_of(const struct printing *to, const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		struct buf cleanup_buf line = BUF_INIT;

		buf_add(&line, text, length);
		buf_addstr(to->out, "        | ");
		print_safely(to->out, buf_str(&line), false);
		buf_addch(to->out, '\n');
		text += length + (text[length] == '\n');
	}
}

/* "Attendu : -5", or the lines of it below. */
static void titled(const struct printing *to, const char *indent, const char *title, const char *text)
{
	if (*text == '\0')
		return;
	buf_printf(to->out, "%s%s%s", indent, message_in(title, to->lang), colon(to));
	if (strchr(text, '\n') != NULL) {
		buf_addch(to->out, '\n');
		rows_of(to, text);
		return;
	}
	buf_addch(to->out, ' ');
	print_safely(to->out, text, false);
	buf_addch(to->out, '\n');
}

static void row(const struct printing *to, const char *title, const char *text)
{
	titled(to, "      ", title, text);
}

static void print_diff(const struct printing *to, const json_t *diff)
{
	if (json_array_size(diff) == 0)
		return;
	buf_printf(to->out, "      %s%s\n", message_in("row-diff", to->lang), colon(to));
	for (size_t i = 0; i < json_array_size(diff); i++) {
		const json_t *line = json_array_get(diff, i);
		char op = string_at(line, "op")[0];

		if (op == '-' || op == '+')
			paint(to, op == '-' ? "31" : "32");
		buf_printf(to->out, "        %c ", op == '-' || op == '+' ? op : ' ');
		print_safely(to->out, string_at(line, "text"), false);
		if (op == '-' || op == '+')
			paint(to, "0");
		buf_addch(to->out, '\n');
	}
}

/* The sign of an outcome, and its colour. */
static const char *sign(const char *outcome, const char **colour)
{
	static const char *const neither[] = { "blank", "pending", "skipped", "unreadable", NULL };

	*colour = "32";
	if (strcmp(outcome, "passed") == 0)
		return "✓";
	*colour = "33";
	for (const char *const *name = neither; *name != NULL; name++) {
		if (strcmp(*name, outcome) == 0)
			return "–";
	}
	*colour = "31";
	return "✗";
}

static void line_with(const struct printing *to, const char *code, const struct msg_param *params)
{
	const struct msg_text text = msg_make(to->arena, &model_messages, code, params);

	print_safely(to->out, msg_in(&text, to->lang), false);
}

static void print_message(const struct printing *to, const json_t *test)
{
	const json_t *message = json_object_get(test, "message");
	const char *before = string_at(test, "same_as");
	const struct msg_param params[] = { { "test", before }, { 0 } };

	if (message == NULL && *before == '\0')
		return;
	buf_addstr(to->out, "      ");
	if (message != NULL)
		print_safely(to->out, text_of(message, to->lang), false);
	else
		line_with(to, "same-as", params);
	buf_addch(to->out, '\n');
}

static void print_test(const struct printing *to, const json_t *test)
{
	static const char *const rows[][2] = {
		{ "row-call", "call" },
		{ "row-input", "input" },
		{ "row-expected", "expected" },
		{ "row-got", "got" },
	};
	const json_t *label = json_object_get(test, "label"), *line = json_object_get(test, "line");
	const char *colour, *mark = sign(string_at(test, "outcome"), &colour);

	buf_addstr(to->out, "  ");
	paint(to, colour);
	buf_addstr(to->out, mark);
	paint(to, "0");
	buf_addch(to->out, ' ');
	print_safely(to->out, label != NULL ? text_of(label, to->lang) : string_at(test, "name"), false);
	buf_addstr(to->out, "  (");
	/* A row that is worth nothing only says how it went. */
	if (strcmp(string_at(test, "max"), "0") == 0)
		print_safely(to->out, word(to, "outcome-", string_at(test, "outcome")), false);
	else
		print_worth(to, word(to, "outcome-", string_at(test, "outcome")), test);
	buf_addstr(to->out, ")\n");
	if (strcmp(string_at(test, "outcome"), "passed") == 0)
		return;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		row(to, rows[i][0], string_at(test, rows[i][1]));
	print_message(to, test);
	if (json_is_integer(line))
		buf_printf(to->out, "      %s%s %lld\n", message_in("row-line", to->lang), colon(to),
			(long long)json_integer_value(line));
	print_diff(to, json_object_get(test, "diff"));
	row(to, "row-output", string_at(test, "output"));
	row(to, "row-errors", string_at(test, "errors"));
	row(to, "row-hint", text_of(json_object_get(test, "hint"), to->lang));
}

/* How many characters begin in the first `bytes` of a text. */
static size_t characters(const char *text, size_t bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes && text[i] != '\0'; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* The student's line with a caret below the place where reading stopped. */
static void print_place(const struct printing *to, const json_t *question)
{
	const char *source = string_at(question, "source"), *start = source + strspn(source, " \t");
	size_t column = (size_t)json_integer_value(json_object_get(question, "column"));
	size_t skipped = characters(source, (size_t)(start - source)), length = characters(start, strlen(start));

	if (*start == '\0' || column <= skipped || column > skipped + length + 1)
		return;
	buf_addstr(to->out, "        ");
	print_safely(to->out, start, false);
	buf_addstr(to->out, "\n        ");
	for (size_t i = skipped + 1; i < column; i++)
		buf_addch(to->out, ' ');
	paint(to, "31");
	buf_addstr(to->out, "^");
	paint(to, "0");
	buf_addch(to->out, '\n');
}

static void print_pictures(const struct printing *to, const json_t *pictures)
{
	for (size_t i = 0; i < json_array_size(pictures) && to->draw != NULL; i++) {
		struct buf cleanup_buf text = BUF_INIT;

		to->draw(&text, json_array_get(pictures, i), to->lang);
		print_safely(to->out, buf_str(&text), true);
	}
}

/* An only question is the exercise, whose verdict and points stand above. */
static void print_question(const struct printing *to, const json_t *question, bool only)
{
	const json_t *tests = json_object_get(question, "tests"), *feedback = json_object_get(question, "feedback");
	const struct msg_param named[] = { { "id", string_at(question, "id") }, { 0 } };
	const char *verdict = string_at(question, "verdict");

	buf_addch(to->out, '\n');
	if (!only) {
		paint(to, "1");
		line_with(to, "question", named);
		paint(to, "0");
		/* What an unreadable answer means is said at the top. */
		buf_addstr(to->out, " — ");
		print_worth(
			to, word(to, strcmp(verdict, "unreadable") == 0 ? "outcome-" : "verdict-", verdict), question);
		buf_addch(to->out, '\n');
	}
	titled(to, "  ", "row-read", string_at(json_object_get(question, "read_as"), "text"));
	for (size_t i = 0; i < json_array_size(feedback); i++) {
		buf_addstr(to->out, "  • ");
		print_safely(to->out, text_of(json_array_get(feedback, i), to->lang), false);
		buf_addch(to->out, '\n');
	}
	print_place(to, question);
	print_pictures(to, json_object_get(question, "pictures"));
	for (size_t i = 0; i < json_array_size(tests); i++)
		print_test(to, json_array_get(tests, i));
}

/* "Énoncé : f = ab + c, n = 7". */
static void print_values(const struct printing *to, json_t *values)
{
	bool first = true;
	const char *name;
	json_t *value;

	json_object_foreach(values, name, value)
	{
		struct buf cleanup_buf text = BUF_INIT;

		if (json_is_string(value))
			buf_addstr(&text, json_string_value(value));
		else
			json_print(&text, value);
		print_safely(to->out, first ? word(to, "row-", "values") : ",", false);
		buf_addstr(to->out, first ? colon(to) : "");
		buf_addch(to->out, ' ');
		print_safely(to->out, name, false);
		buf_addstr(to->out, " = ");
		print_safely(to->out, buf_str(&text), false);
		first = false;
	}
	if (!first)
		buf_addch(to->out, '\n');
}

void report_print(struct buf *out, const json_t *whole, const struct report_look *look)
{
	cleanup_json json_t *report = report_condense(whole);
	struct arena *cleanup_arena arena = arena_new(0);
	const struct printing to = { out, arena, look->lang, look->colour, look->draw };
	const char *verdict = string_at(report, "verdict");
	const json_t *questions = json_object_get(report, "questions"), *score = json_object_get(report, "score");
	char points[32], max[32], mark[32];
	const struct msg_param named[] = { { "id", string_at(report, "exercise") }, { 0 } };
	const struct msg_param sums[] = {
		{ "points", points_at(&to, score, "points", "shown", points) },
		{ "max", points_at(&to, score, "max", "max_shown", max) },
		{ "mark", points_at(&to, score, "mark", "", mark) },
		{ "out_of", string_at(score, "out_of") },
		{ 0 },
	};

	paint(&to, "1");
	line_with(&to, "exercise", named);
	paint(&to, "0");
	buf_addch(out, '\n');
	print_safely(out, word(&to, "verdict-", verdict), false);
	if (strcmp(verdict, "unreadable") != 0) {
		buf_printf(out, "%s ", colon(&to));
		line_with(&to, "score", sums);
	}
	buf_addch(out, '\n');
	print_values(&to, json_object_get(report, "values"));
	for (size_t i = 0; i < json_array_size(questions); i++)
		print_question(&to, json_array_get(questions, i), json_array_size(questions) == 1);
	buf_addch(out, '\n');
	for (int i = 0; i < 2; i++) {
		const json_t *text = json_object_get(report, i == 0 ? "how" : "notice");

		if (text == NULL)
			continue;
		print_safely(out, text_of(text, look->lang), false);
		buf_addch(out, '\n');
	}
}
