/* /assets/NAME: the style sheet and the icon, embedded at build time under names that change with their content. */
#include <string.h>
#include "assets.h"
#include "handlers.h"
#include "page.h"
#include "problem.h"

const char page_style_path[] = "/assets/" STYLE_NAME;
const char page_icon_path[] = "/assets/" ICON_NAME;

void page_asset(struct request *request)
{
	static const struct {
		const char *name, *type;
		const unsigned char *data;
		size_t bytes;
	} rows[] = {
		{ STYLE_NAME, "text/css; charset=utf-8", style_data, sizeof(style_data) },
		{ ICON_NAME, "image/svg+xml", icon_data, sizeof(icon_data) },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].name, request->id) != 0)
			continue;
		reply_constant(request, 200, rows[i].type, (const char *)rows[i].data, rows[i].bytes);
		reply_header(request, "Cache-Control", "public, max-age=31536000, immutable");
		return;
	}
	problem_simple(request, "no-such-page");
}
