/* What is said of a broken rule: which name, at which line, and what it costs. */
#include "rules.h"

#include "base/buf.h"
#include "constructs.h"
#include "grader_python/grader_python.h"

static const char *code_of(const struct breach *breach)
{
	switch (breach->kind) {
	case BREACH_USED:
		return breach->line > 0 ? "forbidden-construct" : "forbidden-anywhere";
	case BREACH_SEEN:
		return breach->line > 0 ? "forbidden-seen" : "forbidden-anywhere";
	case BREACH_UNNAMED:
		return "forbidden-unnamed";
	case BREACH_CONSTRUCT:
		return "forbidden-syntax";
	case BREACH_DYNAMIC:
		return "forbidden-dynamic";
	case BREACH_UNREAD:
		return "forbidden-unread";
	case BREACH_MISSING:
		return "required-name";
	case BREACH_MISSING_CONSTRUCT:
		break;
	}
	return "required-syntax";
}

/* A construct is named in the reader's language: each language is made with its own word. */
struct msg_text rules_text(struct arena *arena, const struct breach *breach, struct frac most, struct frac max)
{
	const struct construct *construct = construct_find(breach->name);
	struct buf points cleanup_buf = BUF_INIT, all cleanup_buf = BUF_INIT;
	struct msg_text texts[2];

	frac_print(&points, most);
	frac_print(&all, max);
	for (int i = 0; i < 2; i++) {
		const char *what = !construct ? breach->name : i == 0 ? construct->fr : construct->en;
		struct msg_param params[] = { { "name", breach->name }, { "what", what },
			{ "line", arena_printf(arena, "%d", breach->line) }, { "most", buf_str(&points) },
			{ "max", buf_str(&all) }, { 0 } };
		texts[i] = msg_make(arena, &python_messages, code_of(breach), params);
	}
	texts[0].en = texts[1].en;
	return texts[0];
}
