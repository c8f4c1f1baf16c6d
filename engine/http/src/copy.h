/*
 * A stored submission as a caller may see it.
 *
 * The store keeps the teacher's report; whoever asks without read-tests gets it
 * cut. Whether `expected` is shown is the exercise's `reveal`: by default always
 * in training, and not in an evaluation (until its last attempt, which the
 * records know).
 */
#pragma once
#include <jansson.h>
#include "catalogue.h"
#include "queue/queue.h"
#include "request.h"

/* {"id", "state", …, "report"}: new reference. `report` false leaves the report out (events of state). */
json_t *copy_json(
	const struct submission_view *view, const struct display *display, const struct caller *caller, bool report);
/* The service's own instant as this caller may see it: without read-tests in whole seconds, for what came in between is
 * also the time that hidden tests took. */
void copy_print_instant(struct buf *out, int64_t utc_ms, const struct caller *caller);
/* The student's report alone, or NULL when there is none. New reference. */
json_t *copy_student_report(const struct submission_view *view, const struct display *display);
/* Pure: may the student see what was expected? `reveal` NULL is the default; `now` is RFC 3339 UTC. */
bool copy_reveals(const char *reveal, bool evaluation, const char *verdict, const char *now);
