#include "copy.h"
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "copy_messages.h"
#include "model/report.h"

static const struct msg_entry entries[] = {
	{ "delayed",
		"Votre copie est bien enregistrée, mais sa correction prend du retard\u00a0: c’est à nous d’y "
		"remédier. Vous n’avez rien à refaire.",
		"Your submission is safely recorded, but marking it is delayed: that is ours to mend. You have nothing "
		"to do again." },
	{ "superseded", "Une copie plus récente a remplacé celle-ci avant sa correction.",
		"A newer submission took the place of this one before it was marked." },
	{ "cancelled", "Cette copie a été annulée.", "This submission was cancelled." },
};

const struct msg_table copy_messages = { "http", entries, sizeof(entries) / sizeof(entries[0]) };

bool copy_reveals(const char *reveal, bool evaluation, const char *verdict, const char *now)
{
	if (reveal == NULL)
		return !evaluation;
	if (strcmp(reveal, "always") == 0)
		return true;
	if (strcmp(reveal, "correct") == 0)
		return verdict != NULL && strcmp(verdict, "correct") == 0;
	if (reveal[0] >= '0' && reveal[0] <= '9') /* a date, from that day on */
		return strncmp(now, reveal, strlen(reveal) < 10 ? strlen(reveal) : 10) >= 0;
	return false;
}

static json_t *teacher_report(const struct submission_view *view)
{
	struct json_place place;
	struct err err;

	return view->report != NULL ? json_parse(view->report, strlen(view->report), &place, &err) : NULL;
}

json_t *copy_student_report(const struct submission_view *view, const struct display *display)
{
	json_t cleanup_json *teacher = teacher_report(view);
	const struct exhibit *exhibit = display_find(display, view->exercise);
	struct report_options options = { .view = VIEW_STUDENT };
	struct buf cleanup_buf now = BUF_INIT;

	if (teacher == NULL)
		return NULL;
	clock_print_utc(&now, clock_utc_ms());
	options.reveal = copy_reveals(exhibit != NULL ? exhibit->exercise->reveal : NULL, view->evaluation != NULL,
		json_string_value(json_object_get(teacher, "verdict")), buf_str(&now));
	return report_cut(teacher, &options);
}

void copy_print_instant(struct buf *out, int64_t utc_ms, const struct caller *caller)
{
	bool teacher = (caller->scopes & SCOPE_READ_TESTS) != 0;

	clock_print_utc(out, teacher ? utc_ms : utc_ms - utc_ms % 1000);
}

static void set_instant(json_t *out, const char *key, int64_t utc_ms, const struct caller *caller)
{
	struct buf cleanup_buf text = BUF_INIT;

	if (utc_ms == 0)
		return;
	copy_print_instant(&text, utc_ms, caller);
	json_object_set_new(out, key, json_string(buf_str(&text)));
}

static const char *state_message(enum job_state state)
{
	switch (state) {
	case JOB_QUARANTINED:
		return "delayed";
	case JOB_SUPERSEDED:
		return "superseded";
	case JOB_CANCELLED:
		return "cancelled";
	default:
		return NULL;
	}
}

static void set_message(json_t *out, enum job_state state)
{
	struct arena cleanup_arena *arena = NULL;
	struct msg_text text;

	if (state_message(state) == NULL)
		return;
	arena = arena_new(0);
	text = msg_make(arena, &copy_messages, state_message(state), NULL);
	json_object_set_new(
		out, "message", json_pack("{s:s, s:s, s:s}", "code", text.code, "fr", text.fr, "en", text.en));
}

json_t *copy_json(
	const struct submission_view *view, const struct display *display, const struct caller *caller, bool report)
{
	bool teacher = (caller->scopes & SCOPE_READ_TESTS) != 0;
	json_t *out = json_object();
	struct json_place place;
	struct err err;

	json_object_set_new(out, "id", json_string(view->id));
	json_object_set_new(out, "state", json_string(job_state_name(view->state)));
	if (view->state == JOB_QUEUED)
		json_object_set_new(out, "position", json_integer(view->position));
	json_object_set_new(out, "exercise", json_string(view->exercise));
	json_object_set_new(out, "digest", json_string(view->digest));
	json_object_set_new(out, "student", json_string(view->student));
	json_object_set_new(out, "evaluation", view->evaluation != NULL ? json_string(view->evaluation) : json_null());
	set_instant(out, "received_at", view->received_at, caller);
	if (view->handed_in_at != NULL)
		json_object_set_new(out, "handed_in_at", json_string(view->handed_in_at));
	set_instant(out, "finished_at", view->finished_at, caller);
	set_message(out, view->state);
	if (teacher && view->trouble != NULL)
		json_object_set_new(out, "trouble", json_string(view->trouble));
	if (teacher && report && view->answers != NULL)
		json_object_set_new(out, "answers", json_parse(view->answers, strlen(view->answers), &place, &err));
	if (report && view->report != NULL)
		json_object_set_new(out, "report", teacher ? teacher_report(view) : copy_student_report(view, display));
	return out;
}
