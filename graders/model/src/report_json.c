/* From the structs to the contract's JSON: always the teacher's view, which the other views are cut from. */
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "model/messages.h"
#include "model/report.h"

/* A text that came from outside may not be UTF-8, whatever was promised: losing it in silence would be worse. */
static json_t *text_value(const char *text)
{
	size_t left = strlen(text), used;
	struct buf cleanup_buf out = BUF_INIT;

	if (utf8_check(text, left) == left)
		return json_string_nocheck(text);
	for (; left > 0; text += used, left -= used) {
		if (utf8_next(text, left, &used) >= 0)
			buf_add(&out, text, used);
		else
			buf_addrune(&out, 0xfffd);
	}
	return json_string_nocheck(buf_str(&out));
}

/* Absent texts leave no key. */
static void put_text(json_t *object, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(object, key, text_value(text));
}

/* An author's text in French only stays a string, as it was written. */
static json_t *message_value(const struct msg_text *text)
{
	json_t *value;

	if (text->code == NULL && text->en == NULL)
		return text_value(text->fr);
	value = json_object();
	put_text(value, "code", text->code);
	put_text(value, "fr", text->fr);
	put_text(value, "en", text->en);
	return value;
}

static void put_message(json_t *object, const char *key, const struct msg_text *text)
{
	if (text->fr != NULL)
		json_object_set_new(object, key, message_value(text));
}

static void put_own_message(json_t *object, const char *key)
{
	for (size_t i = 0; i < model_messages.count; i++) {
		const struct msg_entry *entry = &model_messages.entries[i];
		const struct msg_text text = { NULL, entry->fr, entry->en };

		if (strcmp(entry->code, key) == 0)
			put_message(object, key, &text);
	}
}

/* "20/3" stays exact and is shown as "6.67". */
static void put_points(json_t *object, struct frac points, struct frac max)
{
	const struct {
		const char *key, *shown;
		struct frac value;
	} rows[] = {
		{ "points", "shown", points },
		{ "max", "max_shown", max },
	};

	for (size_t i = 0; i < 2; i++) {
		struct buf cleanup_buf text = BUF_INIT;

		frac_print(&text, rows[i].value);
		put_text(object, rows[i].key, buf_str(&text));
		if (strchr(buf_str(&text), '/') == NULL)
			continue;
		buf_reset(&text);
		frac_print_fixed(&text, rows[i].value, 2);
		put_text(object, rows[i].shown, buf_str(&text));
	}
}

static json_t *test_value(const struct test_report *test)
{
	json_t *value = json_object();

	put_text(value, "name", test->name != NULL ? test->name : "");
	put_message(value, "label", &test->label);
	put_text(value, "show", show_name(test->show));
	put_text(value, "outcome", outcome_name(test->outcome));
	put_points(value, test->points, test->max);
	put_text(value, "call", test->call);
	put_text(value, "input", test->input);
	put_text(value, "expected", test->expected);
	put_text(value, "got", test->got);
	put_message(value, "message", &test->message);
	if (test->discreet)
		json_object_set_new(value, "discreet", json_true());
	put_message(value, "hint", &test->hint);
	if (test->line > 0)
		json_object_set_new(value, "line", json_integer(test->line));
	put_text(value, "output", test->output != NULL ? test->output : "");
	if (test->errors != NULL && test->errors[0] != '\0')
		put_text(value, "errors", test->errors);
	if (test->diff != NULL)
		json_object_set(value, "diff", test->diff);
	json_object_set_new(value, "cpu_us", json_integer((json_int_t)test->cpu_us));
	json_object_set_new(value, "wall_us", json_integer((json_int_t)test->wall_us));
	return value;
}

json_t *report_read_as(const struct read_as *read_as)
{
	json_t *value;

	if (read_as->text == NULL)
		return NULL;
	value = json_object();
	put_text(value, "text", read_as->text);
	put_text(value, "latex", read_as->latex);
	put_text(value, "mathml", read_as->mathml);
	return value;
}

static json_t *question_value(const struct question_report *question)
{
	json_t *value = json_object(), *tests = json_array(), *feedback = json_array();

	put_text(value, "id", question->id != NULL ? question->id : "");
	put_text(value, "verdict", verdict_name(question->verdict));
	put_points(value, question->points, question->max);
	if (question->line > 0) {
		json_object_set_new(value, "line", json_integer(question->line));
		json_object_set_new(value, "column", json_integer(question->column));
		put_text(value, "source", question->source);
	}
	if (question->read_as.text != NULL)
		json_object_set_new(value, "read_as", report_read_as(&question->read_as));
	for (size_t i = 0; i < question->test_count; i++)
		json_array_append_new(tests, test_value(&question->tests[i]));
	for (size_t i = 0; i < question->feedback_count; i++) {
		if (question->feedback[i].fr != NULL)
			json_array_append_new(feedback, message_value(&question->feedback[i]));
	}
	if (json_array_size(question->pictures) > 0)
		json_object_set(value, "pictures", question->pictures);
	json_object_set_new(value, "tests", tests);
	json_object_set_new(value, "feedback", feedback);
	return value;
}

static json_t *score_value(const struct report *report)
{
	struct buf cleanup_buf mark = BUF_INIT;
	json_t *score = json_object();

	put_points(score, report->points, report->max);
	report_mark(&mark, report->points, report->max);
	put_text(score, "mark", buf_str(&mark));
	put_text(score, "out_of", "20");
	return score;
}

static json_t *teacher_value(const struct report *report)
{
	json_t *value = json_object(), *questions = json_array();

	put_text(value, "exercise", report->exercise);
	put_text(value, "digest", report->digest);
	put_text(value, "seed", report->seed);
	json_object_set_new(value, "values", report->values != NULL ? json_incref(report->values) : json_object());
	put_text(value, "engine", report->engine);
	put_text(value, "python", report->python);
	json_object_set_new(value, "limits", report->limits != NULL ? json_incref(report->limits) : json_object());
	put_text(value, "isolation", report->isolation);
	put_text(value, "by", "program");
	put_own_message(value, "notice");
	put_own_message(value, "how");
	put_text(value, "verdict", verdict_name(report->verdict));
	json_object_set_new(value, "score", score_value(report));
	for (size_t i = 0; i < report->question_count; i++)
		json_array_append_new(questions, question_value(&report->questions[i]));
	json_object_set_new(value, "questions", questions);
	return value;
}

json_t *report_to_json(const struct report *report, const struct report_options *options)
{
	json_t *teacher = teacher_value(report), *cut;

	if (options->view == VIEW_TEACHER)
		return teacher;
	cut = report_cut(teacher, options);
	json_decref(teacher);
	return cut;
}
