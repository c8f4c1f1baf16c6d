/*
 * A grader that was taken over: it keeps the turnstile of the room locked, says what it likes, and leaves only when
 * the desk has given it up (in the service the supervisor then kills it).
 */
#pragma once

/* "asleep": never says hello, and so gets no job; "at-work": takes one and says for ever that it works on it. */
int be_holder(int desk_fd, const char *folder, const char *how);
/* A descriptor of `folder`/`name`, opened anew. */
int open_lock(const char *folder, const char *name);
