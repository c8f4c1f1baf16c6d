#include "catalogue.h"
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/id.h"
#include "base/json.h"

/* One exercise between two rounds. */
struct slot {
	char *id;
	uint64_t print; /* of names, sizes and times, as last loaded */
	struct exhibit_owner *owner; /* the last good version; NULL: never was one */
	bool broken; /* what is on disk does not load */
};

/* What struct display is the beginning of. */
struct hall {
	struct display display;
	struct arena *arena;
	struct exhibit_owner **owners;
	atomic_uint references;
};

struct catalogue {
	struct catalogue_config config;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t stop_asked;
	bool stopping;
	struct hall *hall; /* under the lock */
	struct slot *slots; /* the catalogue's thread only */
	size_t slot_count;
	bool missing; /* the root could not be listed, and that was said */
};

enum { DEPTH_MAX = 6 };

static uint64_t mix(uint64_t hash, const void *data, size_t bytes)
{
	const unsigned char *at = data;

	for (size_t i = 0; i < bytes; i++)
		hash = (hash ^ at[i]) * 1099511628211u;
	return hash;
}

/* Order of names in a listing does not matter: the entries are summed. */
static uint64_t fingerprint(int dirfd, const char *path, int depth)
{
	int fd = openat(dirfd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	uint64_t sum = 1;
	struct dirent *entry;

	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return 0;
	}
	while ((entry = readdir(dir)) != NULL) {
		uint64_t hash = 14695981039346656037u;
		struct stat st;

		if (entry->d_name[0] == '.' || fstatat(fd, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		hash = mix(hash, entry->d_name, strlen(entry->d_name));
		hash = mix(hash, &st.st_size, sizeof(st.st_size));
		hash = mix(hash, &st.st_mtim, sizeof(st.st_mtim));
		hash = mix(hash, &st.st_ino, sizeof(st.st_ino));
		if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX)
			hash += fingerprint(fd, entry->d_name, depth + 1);
		sum += hash;
	}
	closedir(dir);
	return sum;
}

static void say(struct catalogue *catalogue, const char *line)
{
	if (catalogue->config.log != NULL)
		catalogue->config.log(catalogue->config.context, line);
}

static void say_mistakes(struct catalogue *catalogue, const char *id, bool served, const struct buf *mistakes)
{
	struct buf cleanup_buf line = BUF_INIT_MAX(4000);

	buf_printf(&line, "exercise %s does not load%s: %s", id, served ? ", its last good version stays" : "",
		buf_str(mistakes));
	while (line.len > 0 && line.data[line.len - 1] == '\n')
		line.data[--line.len] = '\0';
	say(catalogue, buf_str(&line));
}

static struct slot *find_slot(struct catalogue *catalogue, const char *id)
{
	for (size_t i = 0; i < catalogue->slot_count; i++) {
		if (strcmp(catalogue->slots[i].id, id) == 0)
			return &catalogue->slots[i];
	}
	return NULL;
}

/* The slot of the next round: the former one moved, or a fresh load. True when something is different. */
static bool fill_slot(struct catalogue *catalogue, struct slot *slot, const char *id)
{
	struct slot *former = find_slot(catalogue, id);
	struct buf cleanup_buf path = BUF_INIT, mistakes = BUF_INIT_MAX(4000);
	struct exhibit_owner *fresh;
	uint64_t print;

	buf_printf(&path, "%s/%s", catalogue->config.root, id);
	for (char *c = path.data + strlen(catalogue->config.root) + 1; *c != '\0'; c++) {
		if (*c == '.')
			*c = '/';
	}
	/* Taken before the load: what changes during it is noticed at the next round. */
	print = fingerprint(AT_FDCWD, path.data, 0);
	*slot = (struct slot){ .id = strdup(id), .print = print };
	if (former != NULL) {
		slot->owner = former->owner;
		slot->broken = former->broken;
		former->owner = NULL;
		if (former->print == print)
			return false;
	}
	fresh = exhibit_load(path.data, id, catalogue->config.kinds, &mistakes);
	slot->broken = fresh == NULL;
	if (fresh == NULL) {
		say_mistakes(catalogue, id, slot->owner != NULL, &mistakes);
		return true;
	}
	exhibit_put(slot->owner);
	slot->owner = fresh;
	return true;
}

static void free_slots(struct slot *slots, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		exhibit_put(slots[i].owner);
		free(slots[i].id);
	}
	free(slots);
}

static struct hall *build_hall(const struct catalogue *catalogue)
{
	struct arena *arena = arena_new(0);
	struct hall *hall = arena_alloc(arena, sizeof(*hall));
	const struct exhibit **exhibits = arena_array(arena, catalogue->slot_count + 1, sizeof(void *));
	struct buf cleanup_buf tags = BUF_INIT;
	char digest[SHA256_TEXT];

	hall->arena = arena;
	hall->owners = arena_array(arena, catalogue->slot_count + 1, sizeof(void *));
	for (size_t i = 0; i < catalogue->slot_count; i++) {
		struct slot *slot = &catalogue->slots[i];
		size_t n = hall->display.count;

		hall->display.broken += slot->broken;
		if (slot->owner == NULL)
			continue;
		hall->owners[n] = exhibit_hold(slot->owner);
		exhibits[n] = exhibit_of(slot->owner);
		buf_addstr(&tags, exhibits[n]->list_json);
		hall->display.count++;
	}
	sha256_text(digest, buf_str(&tags), tags.len);
	hall->display.tag = arena_printf(arena, "\"%.32s\"", digest + strlen("sha256:"));
	hall->display.exhibits = exhibits;
	atomic_store(&hall->references, 1);
	return hall;
}

static void show(struct catalogue *catalogue, struct hall *hall)
{
	struct hall *former;

	pthread_mutex_lock(&catalogue->lock);
	former = catalogue->hall;
	catalogue->hall = hall;
	pthread_mutex_unlock(&catalogue->lock);
	if (former != NULL)
		catalogue_put(&former->display);
}

static void one_round(struct catalogue *catalogue)
{
	struct arena cleanup_arena *arena = arena_new(0);
	const char *const *ids;
	struct slot *slots;
	size_t count = 0;
	bool changed = catalogue->hall == NULL;
	struct err err = { 0 };

	if (exercise_list(&ids, catalogue->config.root, arena, &err) != 0) {
		if (!catalogue->missing)
			say(catalogue, err.text);
		catalogue->missing = true;
		if (changed)
			show(catalogue, build_hall(catalogue));
		return;
	}
	catalogue->missing = false;
	while (ids[count] != NULL)
		count++;
	slots = calloc(count + 1, sizeof(*slots));
	if (slots == NULL)
		abort();
	for (size_t i = 0; i < count; i++)
		changed |= fill_slot(catalogue, &slots[i], ids[i]);
	changed |= count != catalogue->slot_count;
	free_slots(catalogue->slots, catalogue->slot_count);
	catalogue->slots = slots;
	catalogue->slot_count = count;
	if (changed)
		show(catalogue, build_hall(catalogue));
}

static void *run(void *context)
{
	struct catalogue *catalogue = context;
	struct timespec until;

	pthread_mutex_lock(&catalogue->lock);
	while (!catalogue->stopping) {
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec += catalogue->config.refresh_ms / 1000;
		until.tv_nsec += (long)(catalogue->config.refresh_ms % 1000) * 1000000;
		until.tv_sec += until.tv_nsec / 1000000000;
		until.tv_nsec %= 1000000000;
		pthread_cond_timedwait(&catalogue->stop_asked, &catalogue->lock, &until);
		if (catalogue->stopping)
			break;
		pthread_mutex_unlock(&catalogue->lock);
		one_round(catalogue);
		if (catalogue->config.round != NULL)
			catalogue->config.round(catalogue->config.context);
		pthread_mutex_lock(&catalogue->lock);
	}
	pthread_mutex_unlock(&catalogue->lock);
	return NULL;
}

int catalogue_open(struct catalogue **out, const struct catalogue_config *config, struct err *err)
{
	struct catalogue *catalogue = calloc(1, sizeof(*catalogue));
	pthread_condattr_t attributes;

	if (catalogue == NULL)
		abort();
	catalogue->config = *config;
	pthread_mutex_init(&catalogue->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&catalogue->stop_asked, &attributes);
	pthread_condattr_destroy(&attributes);
	one_round(catalogue);
	if (pthread_create(&catalogue->thread, NULL, run, catalogue) != 0) {
		catalogue->stopping = true;
		catalogue_put(&catalogue->hall->display);
		free_slots(catalogue->slots, catalogue->slot_count);
		free(catalogue);
		return err_sys(err, "start the catalogue's thread");
	}
	*out = catalogue;
	return 0;
}

void catalogue_close(struct catalogue *catalogue)
{
	if (catalogue == NULL)
		return;
	pthread_mutex_lock(&catalogue->lock);
	catalogue->stopping = true;
	pthread_cond_signal(&catalogue->stop_asked);
	pthread_mutex_unlock(&catalogue->lock);
	pthread_join(catalogue->thread, NULL);
	catalogue_put(&catalogue->hall->display);
	free_slots(catalogue->slots, catalogue->slot_count);
	pthread_cond_destroy(&catalogue->stop_asked);
	pthread_mutex_destroy(&catalogue->lock);
	free(catalogue);
}

const struct display *catalogue_take(struct catalogue *catalogue)
{
	struct hall *hall;

	pthread_mutex_lock(&catalogue->lock);
	hall = catalogue->hall;
	atomic_fetch_add(&hall->references, 1);
	pthread_mutex_unlock(&catalogue->lock);
	return &hall->display;
}

void catalogue_put(const struct display *display)
{
	struct hall *hall = (struct hall *)(uintptr_t)display;

	if (hall == NULL || atomic_fetch_sub(&hall->references, 1) > 1)
		return;
	for (size_t i = 0; i < hall->display.count; i++)
		exhibit_put(hall->owners[i]);
	arena_free(hall->arena);
}

const struct exhibit *display_find(const struct display *display, const char *id)
{
	size_t low = 0, high = display->count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(id, display->exhibits[middle]->id);

		if (order == 0)
			return display->exhibits[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const char *display_nearest(const struct display *display, const char *id)
{
	const char **names = calloc(display->count + 1, sizeof(*names));
	const char *near;

	if (names == NULL)
		abort();
	for (size_t i = 0; i < display->count; i++)
		names[i] = display->exhibits[i]->id;
	near = nearest_name(id, names);
	free(names);
	return near;
}
