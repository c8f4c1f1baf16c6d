#include "command.h"
#include "base/json.h"
#include "dispatch/kinds.h"
#include "model/schema.h"

static int run_schema(const struct invocation *invocation)
{
	cleanup_json json_t *schema = model_schema(all_kinds);
	if (json_dumpf(schema, stdout, JSON_INDENT(1)) < 0)
		return EXIT_CANNOT;
	putchar('\n');
	return EXIT_FINE;
}

const struct command command_schema = {
	.name = "schema",
	.operands = { "", "" },
	.run = run_schema,
	.summary = { "écrit le schéma JSON d’exercise.json, fait des mêmes tables que le lecteur",
		"writes the JSON Schema of exercise.json, made of the loader's own tables" },
};
