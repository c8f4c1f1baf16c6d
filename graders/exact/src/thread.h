/* What FLINT keeps for a thread is given back when that thread ends. */
#pragma once

/* To be called by a thread that has used FLINT; again and again costs nothing. */
void thread_uses_numbers(void);
