/* Answers to a choice: letters or names in a text, a list with ticks, a JSON list or object. */
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "fold.h"
#include "grader_choice/grader_choice.h"
#include "options.h"
#include "sheet/paper.h"

static bool say_slip(struct paper *paper, const char *code, const char *word)
{
	const struct msg_param params[] = { { "word", word }, { "example", paper->example }, { 0 } };

	paper_unreadable(paper, paper_say(paper, code, params));
	return false;
}

/* The option that a folded text names: a letter, a name, its words; OPTIONS_MAX for none. */
static size_t named(const struct options *options, const char *text)
{
	for (size_t i = 0; i < options->count; i++) {
		const struct option *option = &options->list[i];

		if ((text[0] == (char)('a' + i) && text[1] == '\0') || strcmp(text, option->id) == 0)
			return i;
		if (*text != '\0' && (strcmp(text, option->folded) == 0 || strcmp(text, option->folded_en) == 0))
			return i;
	}
	return OPTIONS_MAX;
}

static void tick(struct ticks *ticks, size_t option)
{
	if (!ticks->on[option])
		ticks->count++;
	ticks->on[option] = true;
}

static bool says_none(const char *text)
{
	static const char *const words[] = { "aucun", "aucune", "none", "∅", "{}", "rien", "aucune reponse" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(text, words[i]) == 0)
			return true;
	}
	return false;
}

static const char *part(const char *text, size_t bytes, struct arena *arena)
{
	static const struct folding folding = { 0 };

	return fold_text(text, bytes, &folding, arena);
}

/* "b", "b)", "(b)", "[b]", "b. the option's words". */
static size_t option_of(const struct options *options, const char *text, struct arena *arena)
{
	size_t at = named(options, text), length;

	if (at < OPTIONS_MAX)
		return at;
	text += strspn(text, "([{\"' ");
	length = strcspn(text, ")]}\"'.: ");
	at = named(options, arena_memdup(arena, text, length));
	if (at == OPTIONS_MAX || text[length] == '\0')
		return at;
	const char *rest = text + length + strspn(text + length, ")]}\"'.: ");
	return *rest == '\0' || named(options, part(rest, strlen(rest), arena)) == at ? at : OPTIONS_MAX;
}

/* "acd": letters of options that follow one another. */
static bool tick_letters(struct ticks *ticks, const struct options *options, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		if (*at < 'a' || (size_t)(*at - 'a') >= options->count)
			return false;
	}
	for (; *text != '\0'; text++)
		tick(ticks, (size_t)(*text - 'a'));
	return true;
}

static bool try_word(struct ticks *ticks, const struct options *options, const char *word, struct arena *arena)
{
	size_t option = option_of(options, word, arena);

	if (option == OPTIONS_MAX)
		return tick_letters(ticks, options, word);
	tick(ticks, option);
	return true;
}

/* Folded words between blanks: "a c", "c et d". */
static bool tick_words(struct ticks *ticks, struct paper *paper, const struct options *options, const char *words)
{
	while (*words != '\0') {
		size_t length = strcspn(words, " ");
		const char *word = arena_memdup(paper->arena, words, length);

		if (strcmp(word, "et") != 0 && strcmp(word, "and") != 0 &&
			!try_word(ticks, options, word, paper->arena))
			return say_slip(paper, "choice-unknown", word);
		words += length;
		words += strspn(words, " ");
	}
	return true;
}

/* Between commas, semicolons and ends of line; else between blanks. */
static bool read_words(struct ticks *ticks, struct paper *paper, const struct options *options)
{
	const char *whole = part(paper->text, paper->bytes, paper->arena), *text = paper->text;

	if (says_none(whole)) {
		ticks->none = true;
		return true;
	}
	if (try_word(ticks, options, whole, paper->arena))
		return true;
	while (*text != '\0') {
		size_t length = strcspn(text, ",;\n");
		const char *words = part(text, length, paper->arena);

		if (!try_word(ticks, options, words, paper->arena) && !tick_words(ticks, paper, options, words))
			return false;
		text += length;
		text += strspn(text, ",;\n");
	}
	return true;
}

/* The length of "[ ]", "[x]", "☐", "☑" at `text`, 0 for none. */
static size_t box_at(const char *text, bool *on)
{
	static const struct {
		const char *text;
		bool on;
	} boxes[] = {
		{ "[ ]", false },
		{ "[]", false },
		{ "[x]", true },
		{ "[X]", true },
		{ "[v]", true },
		{ "[*]", true },
		{ "☐", false },
		{ "☑", true },
		{ "☒", true },
	};

	for (size_t i = 0; i < sizeof(boxes) / sizeof(boxes[0]); i++) {
		if (strncmp(text, boxes[i].text, strlen(boxes[i].text)) == 0) {
			*on = boxes[i].on;
			return strlen(boxes[i].text);
		}
	}
	return 0;
}

static const char *line_start(const char *line)
{
	line += strspn(line, " \t\r");
	if ((*line == '-' || *line == '*') && line[1] == ' ')
		line += 2;
	return line + strspn(line, " \t");
}

static bool is_list(const char *text)
{
	bool on;

	return box_at(line_start(text + strspn(text, " \t\r\n")), &on) > 0;
}

static bool read_list(struct ticks *ticks, struct paper *paper, const struct options *options)
{
	const char *text = paper->text;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		const char *line = line_start(text), *end = text + length;
		bool on = false;
		size_t box = line < end ? box_at(line, &on) : 0;
		const char *word = line < end ? part(line + box, (size_t)(end - line) - box, paper->arena) : "";

		text = *end == '\n' ? end + 1 : end;
		if (*word == '\0')
			continue;
		size_t option = option_of(options, word, paper->arena);
		if (box == 0 || option == OPTIONS_MAX)
			return say_slip(paper, "choice-unknown", word);
		if (on)
			tick(ticks, option);
	}
	return true;
}

static bool tick_json(struct ticks *ticks, struct paper *paper, const struct options *options, const json_t *word)
{
	const char *text =
		json_is_string(word) ? part(json_string_value(word), json_string_length(word), paper->arena) : "";
	size_t option = named(options, text);

	if (option == OPTIONS_MAX)
		return say_slip(paper, "choice-unknown", text);
	tick(ticks, option);
	return true;
}

/* ["a", "c"], or {"a": true, "b": false}. */
static bool read_json(struct ticks *ticks, struct paper *paper, const struct options *options, const json_t *answer)
{
	const char *key;
	json_t *value;

	ticks->none = json_is_array(answer) && json_array_size(answer) == 0;
	for (size_t i = 0; i < json_array_size(answer); i++) {
		if (!tick_json(ticks, paper, options, json_array_get(answer, i)))
			return false;
	}
	json_object_foreach((json_t *)(uintptr_t)answer, key, value)
	{
		size_t option = named(options, part(key, strlen(key), paper->arena));

		if (option == OPTIONS_MAX || !json_is_boolean(value))
			return say_slip(paper, "choice-unknown", key);
		if (json_is_true(value))
			tick(ticks, option);
	}
	return true;
}

/* "a, c": what can be typed again. */
static const char *letters_of(const struct ticks *ticks, const struct options *options, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < options->count; i++) {
		if (ticks->on[i])
			buf_printf(&out, "%s%c", out.len > 0 ? ", " : "", (char)('a' + i));
	}
	if (out.len == 0)
		buf_addstr(&out, "aucune");
	return arena_memdup(arena, buf_str(&out), out.len);
}

enum reading choice_ticks_read(struct ticks *out, struct paper *paper, const struct options *options,
	const json_t *answer, struct grading *grading, const struct question *question, struct question_report *report)
{
	bool json = json_is_array(answer) || json_is_object(answer);
	enum reading reading = paper_open(paper, grading, question, json ? NULL : answer, report);

	*out = (struct ticks){ 0 };
	if (!json && reading != READING_OK)
		return reading;
	if (json                       ? !read_json(out, paper, options, answer)
		: is_list(paper->text) ? !read_list(out, paper, options)
				       : !read_words(out, paper, options))
		return READING_UNREADABLE;
	if (out->count == 0 && (!out->none || !options->several))
		return READING_BLANK;
	if (!options->several && out->count > 1) {
		say_slip(paper, "choice-only-one", "");
		return READING_UNREADABLE;
	}
	report->read_as.text = letters_of(out, options, paper->arena);
	return READING_OK;
}

const char *choice_ticks_text(
	const struct ticks *ticks, const struct options *options, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < options->count; i++) {
		const struct option *option = &options->list[i];

		if (!ticks->on[i])
			continue;
		buf_addstr(&out, out.len > 0 ? (lang == LANG_FR ? "\u00a0; " : "; ") : "");
		buf_printf(&out, "%c", (char)('a' + i));
		if (option->text.fr != NULL)
			buf_printf(&out, ". %s", msg_in(&option->text, lang));
	}
	if (out.len == 0)
		buf_addstr(&out, lang == LANG_FR ? "aucune" : "none");
	return arena_memdup(arena, buf_str(&out), out.len);
}
