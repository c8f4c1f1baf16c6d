/* What is decided from a request's headers alone, before its body is read. */
#pragma once
#include "request.h"

/* Matches the route and checks host, origin, token, scope, type and length, in this order.
 * A refusal leaves a reply in the request. */
void gate_admit(struct request *request);
/* The Content-Length, or -1 when there is none. Only digits pass the server. */
long long gate_content_length(const struct request *request);
