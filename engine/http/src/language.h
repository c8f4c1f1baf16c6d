/* What two request headers ask for. Pure. */
#pragma once
#include "base/msg.h"

/* `header` may be NULL. */
enum lang lang_from_accept(const char *header);
/* "respond-async, wait=5": the seconds, at most max_s; 0 when not asked. `header` may be NULL. */
unsigned wait_from_prefer(const char *header, unsigned max_s);
