/*
 * The small readers of the front, each of which sees what a stranger sends. First byte: which; the rest: its text.
 * links: http
 */
#include <stdlib.h>
#include <string.h>
#include "../../../engine/http/src/auth.h"
#include "../../../engine/http/src/form.h"
#include "../../../engine/http/src/language.h"
#include "../../../engine/http/src/route.h"
#include "../../../engine/http/src/timestamp.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static bool is_text(const char *text)
{
	return utf8_check(text, strlen(text)) == strlen(text);
}

static void try_form(struct arena *arena, const char *text, size_t bytes)
{
	struct form form;
	struct err err = { 0 };

	if (form_read(&form, arena, text, bytes, &err) < 0) {
		if (err.kind != ERR_INPUT && err.kind != ERR_TOO_LARGE)
			abort();
		return;
	}
	if (form.count > FORM_FIELDS_MAX)
		abort();
	for (size_t i = 0; i < form.count; i++) {
		if (!is_text(form.fields[i].name) || !is_text(form.fields[i].value) ||
			form_value(&form, form.fields[i].name) == NULL)
			abort();
	}
}

static void try_language(struct arena *arena, const char *text, size_t bytes)
{
	(void)arena, (void)bytes;
	enum lang lang = lang_from_accept(text);

	if (lang != LANG_FR && lang != LANG_EN)
		abort();
}

static void try_wait(struct arena *arena, const char *text, size_t bytes)
{
	(void)arena, (void)bytes;
	if (wait_from_prefer(text, 30) > 30)
		abort();
}

static void try_instant(struct arena *arena, const char *text, size_t bytes)
{
	(void)arena;
	/* The shortest is 2026-11-23T18:00:00Z, and nothing but its characters may stand in one. */
	if (timestamp_check(text) && (bytes < 20 || strspn(text, "0123456789-+:.TtZz") != bytes))
		abort();
}

static void try_keyring(struct arena *arena, const char *text, size_t bytes)
{
	(void)arena;
	struct caller caller = { 0 };
	struct err err = { 0 };
	struct keyring *keyring = keyring_parse(text, bytes, &err);

	if (keyring == NULL ? err.text[0] == '\0' : keyring_count(keyring) > 1000)
		abort();
	/* Nobody has the token of a digest; a digest is no token either. */
	if (keyring != NULL && (keyring_find(keyring, text, &caller) || keyring_find(keyring, "", &caller)))
		abort();
	keyring_free(keyring);
}

static void try_host(struct arena *arena, const char *text, size_t bytes)
{
	bool local = host_is_local(text, 8080), plain = host_is_local(text, 80);

	if ((local && plain) || ((local || plain) && bytes > strlen("localhost:8080")))
		abort();
	if (origin_is_local(arena_printf(arena, "http://%s", text), 8080) != local ||
		(origin_is_local(text, 8080) && strncmp(text, "http://", 7) != 0))
		abort();
}

static void try_route(struct arena *arena, const char *text, size_t bytes)
{
	static const char *const methods[] = { "GET", "POST", "HEAD", "PUT" };
	struct buf cleanup_buf allow = BUF_INIT;
	bool any = false;

	(void)bytes;
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		struct routing routing = { 0 };
		enum match match = route_match(&routing, routes, route_count, methods[i], text);

		any = any || match == MATCH_FOUND;
		if ((match == MATCH_NO_PATH) != (routing.route == NULL))
			abort();
		if (match == MATCH_NO_PATH)
			continue;
		const char *id = arena_memdup(arena, routing.id, routing.id_bytes);
		if (strchr(id, '/') != NULL || (strchr(routing.route->path, '{') != NULL) != (*id != '\0'))
			abort();
	}
	route_allow(&allow, routes, route_count, text);
	if (any != (allow.len > 0))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static void (*const tries[])(struct arena *, const char *, size_t) = { try_form, try_language, try_wait,
		try_instant, try_keyring, try_host, try_route };

	if (bytes < 1)
		return 0;
	cleanup_arena struct arena *arena = arena_new(0);
	/* Headers and paths are strings: a NUL ends them. */
	const char *text = arena_memdup(arena, data + 1, bytes - 1);
	size_t which = data[0] % (sizeof(tries) / sizeof(tries[0])), length = which == 0 ? bytes - 1 : strlen(text);

	tries[which](arena, text, length);
	return 0;
}
