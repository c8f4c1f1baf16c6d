/*
 * FLINT keeps the memory of large numbers for the thread that used them, and gives it back when the thread asks it to. The
 * front loads exercises in threads that end: they ask without knowing.
 */
#include "thread.h"
#include <flint/flint.h>
#include <pthread.h>
#include <stdlib.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;

static void give_back(void *used)
{
	(void)used;
	flint_cleanup();
}

static void make_key(void)
{
	if (pthread_key_create(&key, give_back) != 0)
		abort();
}

void thread_uses_numbers(void)
{
	pthread_once(&once, make_key);
	if (pthread_getspecific(key) == NULL && pthread_setspecific(key, &once) != 0)
		abort();
}
