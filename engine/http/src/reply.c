/* Filling a request's reply. */
#include <stdlib.h>
#include "catalogue.h"
#include "front_state.h"
#include "request.h"

void reply_reset(struct request *request)
{
	free(request->reply.owned);
	request->reply = (struct reply){ 0 };
}

void reply_take(struct request *request, int status, const char *type, struct buf *body)
{
	struct reply *reply = &request->reply;

	reply->bytes = body->len;
	reply->owned = buf_take(body);
	reply->constant = NULL;
	reply->status = status;
	reply->type = type;
}

void reply_constant(struct request *request, int status, const char *type, const char *data, size_t bytes)
{
	struct reply *reply = &request->reply;

	reply->constant = data;
	reply->bytes = bytes;
	reply->status = status;
	reply->type = type;
}

void reply_json(struct request *request, int status, const json_t *value)
{
	struct buf body = BUF_INIT;

	json_print(&body, value);
	reply_take(request, status, "application/json", &body);
}

void reply_header(struct request *request, const char *name, const char *value)
{
	struct reply *reply = &request->reply;

	if (reply->header_count == REPLY_HEADERS)
		abort();
	reply->headers[reply->header_count].name = name;
	reply->headers[reply->header_count].value = arena_strdup(request->arena, value);
	reply->header_count++;
}

const struct display *request_display(struct request *request)
{
	if (request->display == NULL)
		request->display = catalogue_take(request->front->catalogue);
	return request->display;
}
