/*
 * POST /exercices/ID: hands the form in, waits a few seconds, and sends the
 * reader to /copies/ID, which can be reloaded, kept and printed. Whatever is
 * refused, what the student wrote stands in the form again.
 *
 * Against other sites: Origin (in the gate, and here against Host when tokens
 * are used), and the form's own token. Against two clicks: the form's number
 * and its content are the idempotency key, so the same thing sent twice is one copy.
 */
#include <string.h>
#include "base/id.h"
#include "form.h"
#include "front_state.h"
#include "hand_in.h"
#include "handlers.h"
#include "page.h"
#include "problem.h"
#include "query.h"

enum { WAIT_MS = 5000 };

struct sending {
	struct hand_in hand_in;
	struct intake intake;
	const struct exhibit *exhibit;
	json_t *answers; /* until the reply is made */
	const char *student;
};

static const char answer_prefix[] = "reponse.";

/* The refusal, with the form below. */
static void refuse(struct sending *sending, struct request *request, const struct refusal *refusal)
{
	struct msg_text title = msg_make(request->arena, &problem_messages, refusal->code, NULL);
	const char *code =
		refusal->detail != NULL ? refusal->detail : arena_printf(request->arena, "%s.detail", refusal->code);
	struct msg_text detail = msg_make(request->arena, &problem_messages, code, refusal->params);
	const struct page_form form = {
		.exhibit = sending->exhibit, .answers = sending->answers, .student = sending->student, .again = true
	};
	int status = problem_status(refusal->code);
	struct page page;

	reply_reset(request);
	page_open(&page, request, &(struct page_options){ .title = msg_in(&title, request->lang) });
	buf_addstr(&page.out, "<div role=\"alert\" class=\"alert\">\n<h1>");
	page_text(&page, &title);
	buf_addstr(&page.out, "</h1>\n<p>");
	page_text(&page, &detail);
	buf_addstr(&page.out, "</p>\n</div>\n");
	page_add_form(&page, &form);
	page_close(&page, status);
	if (status == 503)
		reply_header(request, "Retry-After", "5");
}

static void on_refused(struct hand_in *hand_in, const struct submit_result *result, const struct err *err)
{
	struct sending *sending = (struct sending *)hand_in;
	struct request *request = hand_in->request;
	const struct msg_param params[] = { { "request", request->request_id }, { 0 } };

	if (err != NULL)
		front_log(request->front, "request %s: %s", request->request_id, err->text);
	if (err != NULL && err->kind != ERR_BUSY)
		refuse(sending, request, &(struct refusal){ .code = "internal", .params = params });
	else
		refuse(sending, request,
			&(struct refusal){ .code = err != NULL                     ? "busy"
						   : result->status == SUBMIT_FULL ? "queue-full"
										   : "key-reused" });
	json_decref(sending->answers);
}

static void on_accepted(struct hand_in *hand_in, const struct submit_result *result, const struct submission_view *view)
{
	struct sending *sending = (struct sending *)hand_in;
	struct request *request = hand_in->request;

	json_decref(sending->answers);
	reply_constant(request, 303, "text/plain; charset=utf-8", "", 0);
	reply_header(request, "Location",
		arena_printf(request->arena, "/copies/%s%s%s", result->id, request->lang_chosen ? "?lang=" : "",
			request->lang_chosen ? lang_code(request->lang) : ""));
}

static bool same_token(const char *given, const char *wanted)
{
	unsigned char differs = 0;

	if (given == NULL || strlen(given) != strlen(wanted))
		return false;
	for (size_t i = 0; wanted[i] != '\0'; i++)
		differs |= (unsigned char)(given[i] ^ wanted[i]);
	return differs == 0;
}

/* Ours, absent (not a browser), or another site's? Without tokens the gate has already looked. */
static bool own_origin(const struct request *request)
{
	const char *origin = request_header(request, "Origin"), *host = request_header(request, "Host");
	const char *slashes = origin != NULL ? strstr(origin, "://") : NULL;

	return origin == NULL || (slashes != NULL && host != NULL && strcmp(slashes + 3, host) == 0);
}

static json_t *answers_of(const struct form *form)
{
	json_t *answers = json_object();

	for (size_t i = 0; i < form->count; i++) {
		const char *name = form->fields[i].name;

		if (strncmp(name, answer_prefix, strlen(answer_prefix)) == 0)
			json_object_set_new(answers, name + strlen(answer_prefix), json_string(form->fields[i].value));
	}
	return answers;
}

static bool fill(struct sending *sending, struct request *request, const struct form *form)
{
	struct intake *intake = &sending->intake;
	json_t cleanup_json *body =
		json_pack("{s:s, s:O}", "exercise", sending->exhibit->id, "answers", sending->answers);
	const char *number = form_value(form, "envoi");
	char digest[SHA256_TEXT];

	if (sending->student != NULL)
		json_object_set_new(body, "student", json_string(sending->student));
	*intake = (struct intake){
		.arena = request->arena, .display = request_display(request), .caller = &request->caller, .prefix = ""
	};
	if (sending->student == NULL && exhibit_drawn(sending->exhibit)) {
		intake->refusal = (struct refusal){ .code = "student-needed", .detail = "student-needed.page" };
		return false;
	}
	if (!intake_read(intake, body))
		return false;
	if (number == NULL || strlen(number) != ID_TEXT - 1)
		return true;
	sha256_text(digest, request->body.data, request->body.len);
	/* An anonymous copy has a new name each time: its hash would differ although nothing else does. */
	memset(intake->submit.body_hash, 0, sizeof(intake->submit.body_hash));
	return intake_key(intake, arena_printf(request->arena, "page:%s:%s", number, digest), NULL);
}

void page_hand_in(struct request *request)
{
	const struct exhibit *exhibit = exercise_or_refuse(request);
	struct sending *sending;
	struct form form;
	struct err err = { 0 };
	char token[33];

	if (exhibit == NULL)
		return;
	if (form_read(&form, request->arena, buf_str(&request->body), request->body.len, &err) != 0) {
		problem_simple(request, "bad-form");
		return;
	}
	sending = arena_alloc(request->arena, sizeof(*sending));
	sending->exhibit = exhibit;
	sending->answers = answers_of(&form);
	sending->student = form_value(&form, "etudiant");
	if (sending->student != NULL && *sending->student == '\0')
		sending->student = NULL;
	page_form_token(request->front, exhibit->id, token);
	/* The form below a refusal is that of the student's own statement. Who cannot be a student is refused by fill(). */
	if (sending->student != NULL && intake_student(sending->student))
		sending->exhibit = exhibit_for(exhibit, sending->student, request->arena, &err);
	if (sending->exhibit == NULL) {
		json_decref(sending->answers);
		problem_from_err(request, &err);
		return;
	}
	if (!own_origin(request)) {
		problem_simple(request, "forbidden-origin");
	} else if (!same_token(form_value(&form, "jeton"), token)) {
		refuse(sending, request, &(struct refusal){ .code = "form-expired" });
	} else if (!fill(sending, request, &form)) {
		refuse(sending, request, &sending->intake.refusal);
	} else {
		sending->hand_in = (struct hand_in){ .request = request,
			.submit = &sending->intake.submit,
			.wait_ms = WAIT_MS,
			.refused = on_refused,
			.accepted = on_accepted };
		hand_in(&sending->hand_in);
		return;
	}
	json_decref(sending->answers);
}
