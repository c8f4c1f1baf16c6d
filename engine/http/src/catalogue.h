/*
 * The exercises as they are served: in memory, loaded by a thread of its own.
 *
 * A `display` is what was there at one instant; a request takes one and sees no
 * change until it puts it back. Files that change are noticed by name, size and
 * time, and only their exercise is loaded again. An exercise that no longer
 * loads stays as it was until it is mended: a teacher who saves half a file
 * must not take an exercise away from thirty students.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"
#include "base/err.h"
#include "model/exercise.h"

struct catalogue;

struct exhibit {
	const char *id, *digest;
	const struct exercise *exercise;
	const void *pack;
	size_t pack_bytes; /* folder_pack() */
	const char *list_json; /* its row in the list: one JSON object */
	const char *detail_json; /* what a student may see: one JSON object */
	const char *detail_tag; /* its ETag, quotes included */
	const char *html_fr, *html_en; /* the statement; en NULL when there is none */
};

struct display {
	const struct exhibit *const *exhibits; /* sorted by id */
	size_t count, broken;
	const char *tag; /* of the whole list */
};

struct catalogue_config {
	const char *root;
	const struct kind *const *kinds;
	unsigned refresh_ms;
	/* Called by the catalogue's thread at each round: for other files that only it may look at. May be NULL. */
	void (*round)(void *context);
	void (*log)(void *context, const char *line);
	void *context;
};

/* The first load is done when this returns. A missing root is an empty catalogue, and said in the log. */
int catalogue_open(struct catalogue **out, const struct catalogue_config *config, struct err *err) must_check;
void catalogue_close(struct catalogue *catalogue); /* all displays were put back; NULL is allowed */
const struct display *catalogue_take(struct catalogue *catalogue);
void catalogue_put(const struct display *display); /* NULL is allowed */
const struct exhibit *display_find(const struct display *display, const char *id);
/* The id that looks most like it, or NULL. */
const char *display_nearest(const struct display *display, const char *id);

/* exhibit.c */
struct exhibit_owner; /* one loaded version, counted */
/* Loads a folder. NULL when it has mistakes: printed to `mistakes`, one per line. */
struct exhibit_owner *exhibit_load(
	const char *path, const char *id, const struct kind *const *kinds, struct buf *mistakes);
const struct exhibit *exhibit_of(const struct exhibit_owner *owner);
struct exhibit_owner *exhibit_hold(struct exhibit_owner *owner);
void exhibit_put(struct exhibit_owner *owner); /* NULL is allowed */
/* Does each student have an exercise of their own, and this is none of them yet? */
bool exhibit_drawn(const struct exhibit *exhibit);
/* The exhibit of one student, in the arena: itself when it is not drawn. NULL with ERR_INTERNAL when it cannot be. */
const struct exhibit *exhibit_for(
	const struct exhibit *exhibit, const char *student, struct arena *arena, struct err *err) must_check;
