/* What the table of routes names. Each file's lead comment says what its calls promise. */
#pragma once

struct request;

void api_submit(struct request *request); /* api_submissions.c */
void api_submission(struct request *request);
void api_submit_batch(struct request *request); /* api_batch.c */
void api_retry(struct request *request); /* api_operate.c */
void api_cancel(struct request *request);
void api_events(struct request *request); /* events.c */
void api_exercises(struct request *request); /* api_exercises.c */
void api_exercise(struct request *request);
void api_preview(struct request *request); /* api_preview.c */
void api_changes(struct request *request); /* api_changes.c */
void api_healthz(struct request *request); /* api_health.c */
void api_readyz(struct request *request);
void api_metrics(struct request *request);
void page_list(struct request *request); /* page_list.c */
void page_exercise(struct request *request); /* page_exercise.c */
void page_hand_in(struct request *request); /* page_hand_in.c */
void page_copy(struct request *request); /* page_copy.c */
void page_asset(struct request *request); /* page_asset.c */
