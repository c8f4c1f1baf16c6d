/*
 * Schedules as texts and as JSON. Whatever comes in is read or told to be unreadable, reading and marking agree, the
 * points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_schedule
 */
#include "../answer_check.h"
#include "grader_schedule/grader_schedule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char tasks_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"schedule\", \"points\": 20, "
	"\"tasks\": {"
	"\"A\": {\"days\": 2}, \"B\": {\"days\": \"2,5\", \"after\": \"A\"}, \"C\": {\"days\": 1, \"after\": \"A B\"}, "
	"\"D\": {\"days\": 3, \"after\": \"A\"}}, \"ask\": [\"levels\", \"predecessors\", \"successors\", "
	"\"earliest\", \"latest\", "
	"\"earliest-finish\", \"latest-finish\", \"total-float\", \"free-float\", \"critical-tasks\", "
	"\"critical-path\", "
	"\"critical-paths\", \"duration\", \"what-if\", \"what-if-changes\", \"shorten\", \"shorten-each\"], "
	"\"what_if\": {\"B\": 10}, \"finish_by\": 4}]}";
static const char stages_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"schedule\", \"points\": 20, "
	"\"method\": \"pert\", "
	"\"tasks\": {\"A\": {\"days\": 3}, \"B\": {\"days\": 2}, \"C\": {\"days\": 4}, \"D\": {\"days\": 5}}, "
	"\"stages\": {\"A\": "
	"\"1-2\", \"B\": \"1-3\", \"C\": \"2-4\", \"D\": \"3-4\", \"x\": \"2-3\"}, \"ask\": [\"earliest\", \"latest\", "
	"\"total-float\", \"free-float\", \"critical-path\", \"duration\"]}]}";
static const char path_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"schedule\", \"points\": 20, "
	"\"tasks\": {"
	"\"T1\": {\"days\": 2}, \"T10\": {\"days\": 2, \"after\": \"T1\"}, \"É\": {\"days\": 1, \"after\": \"T1\"}}, "
	"\"ask\": \"critical-paths\"}]}";
static const char shorten_exercise[] = "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": "
				       "\"schedule\", \"points\": 20, \"tasks\": {"
				       "\"A\": {\"days\": 2}, \"B\": {\"days\": 2, \"after\": \"A\", \"least\": 1}}, "
				       "\"ask\": \"shorten\", \"finish_by\": 3}]}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &schedule_kind, NULL };
	static const char *const exercises[] = { tasks_exercise, stages_exercise, path_exercise, shorten_exercise };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < 4; i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
