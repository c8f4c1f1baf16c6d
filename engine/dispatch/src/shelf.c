#include "shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/folder.h"

/* A pack holds 8 MiB at most; its parsed form is a small multiple of that. */
enum { EXERCISE_ARENA_BYTES = 128 << 20 };

struct place {
	struct arena *arena; /* NULL: empty */
	const struct exercise *exercise;
	char digest[SHA256_TEXT];
	unsigned long used; /* the shelf's clock when it was last asked for */
};

struct shelf {
	const struct kind *const *kinds;
	unsigned long clock;
	size_t count;
	struct place places[];
};

struct shelf *shelf_new(size_t places, const struct kind *const *kinds)
{
	struct shelf *shelf = calloc(1, sizeof(*shelf) + places * sizeof(shelf->places[0]));

	if (!shelf)
		abort();
	shelf->kinds = kinds;
	shelf->count = places;
	return shelf;
}

static void empty(struct place *place)
{
	arena_free(place->arena);
	*place = (struct place){ 0 };
}

void shelf_free(struct shelf *shelf)
{
	if (!shelf)
		return;
	for (size_t i = 0; i < shelf->count; i++)
		empty(&shelf->places[i]);
	free(shelf);
}

const struct exercise *shelf_find(struct shelf *shelf, const char *id, const char *digest)
{
	for (size_t i = 0; i < shelf->count; i++) {
		struct place *place = &shelf->places[i];
		if (place->arena && strcmp(place->digest, digest) == 0 && strcmp(place->exercise->id, id) == 0) {
			place->used = ++shelf->clock;
			return place->exercise;
		}
	}
	return NULL;
}

static struct place *least_recent(struct shelf *shelf)
{
	struct place *oldest = &shelf->places[0];

	for (size_t i = 1; i < shelf->count; i++)
		if (shelf->places[i].used < oldest->used)
			oldest = &shelf->places[i];
	return oldest;
}

static int refuse(const struct problems *problems, const char *id, struct err *err)
{
	cleanup_buf struct buf text = BUF_INIT;

	for (size_t i = 0; i < problems->count && !text.len; i++)
		if (!problems->list[i].warning)
			problem_print(&text, &problems->list[i], LANG_EN);
	return err_set(err, ERR_INPUT, "exercise %s does not load: %s", id, buf_str(&text));
}

static int load(const struct shelf *shelf, const struct shelf_pack *pack, struct place *out, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(EXERCISE_ARENA_BYTES);
	struct folder *folder = arena_alloc(arena, sizeof(*folder));
	struct problems problems = { 0 };

	/* Files may point into the pack, which is the caller's. */
	const char *own = arena_memdup(arena, pack->data, pack->bytes);
	if (folder_unpack(folder, own, pack->bytes, arena, err) < 0)
		return err_wrap(err, "exercise %s", pack->id);
	if (strcmp(folder->digest, pack->digest) != 0)
		return err_set(
			err, ERR_INPUT, "exercise %s: the pack is %s, not %s", pack->id, folder->digest, pack->digest);
	out->exercise = exercise_load(folder, pack->id, shelf->kinds, &problems, arena);
	if (!out->exercise)
		return refuse(&problems, pack->id, err);
	memcpy(out->digest, folder->digest, sizeof(out->digest));
	out->arena = arena;
	arena = NULL;
	return 0;
}

int shelf_put(struct shelf *shelf, const struct shelf_pack *pack, const struct exercise **out, struct err *err)
{
	struct place fresh = { 0 };

	*out = shelf_find(shelf, pack->id, pack->digest);
	if (*out)
		return 0;
	if (load(shelf, pack, &fresh, err) < 0)
		return -1;
	struct place *place = least_recent(shelf);
	empty(place);
	*place = fresh;
	place->used = ++shelf->clock;
	*out = place->exercise;
	return 0;
}
