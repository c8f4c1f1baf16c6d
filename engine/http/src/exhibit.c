/* One exercise made ready to be served: all its JSON and HTML is printed once, when it is loaded. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "catalogue.h"
#include "exhibit.h"
#include "html.h"
#include "intake.h"
#include "model/generator.h"
#include "model/kind.h"

enum { EXERCISE_BYTES_MAX = 64 << 20 };

struct exhibit_owner {
	struct exhibit exhibit;
	struct arena *arena;
	struct buf pack;
	atomic_uint references;
};

static json_t *text_json(const struct msg_text *text)
{
	json_t *out;

	if (text->fr == NULL)
		return json_null();
	out = json_object();
	json_object_set_new(out, "fr", json_string(text->fr));
	if (text->en != NULL)
		json_object_set_new(out, "en", json_string(text->en));
	return out;
}

static json_t *frac_json(struct frac value)
{
	struct buf cleanup_buf text = BUF_INIT;

	frac_print(&text, value);
	return json_string(buf_str(&text));
}

/* What the list and the page of an exercise have in common. */
static json_t *head_json(const struct exercise *exercise)
{
	json_t *out = json_object();
	json_t *topics = json_array();

	for (const char *const *topic = exercise->topics; topic != NULL && *topic != NULL; topic++)
		json_array_append_new(topics, json_string(*topic));
	json_object_set_new(out, "id", json_string(exercise->id));
	json_object_set_new(out, "title", text_json(&exercise->title));
	json_object_set_new(out, "topics", topics);
	json_object_set_new(out, "year", json_integer(exercise->year));
	json_object_set_new(out, "difficulty", json_integer(exercise->difficulty));
	json_object_set_new(out, "minutes", json_integer(exercise->minutes));
	json_object_set_new(out, "points", frac_json(exercise->points));
	json_object_set_new(out, "questions", json_integer((json_int_t)exercise->question_count));
	json_object_set_new(out, "drawn", json_boolean(exercise->parameter_count > 0));
	return out;
}

/* Of the author's own keys only these are the student's to see: never tests, never a solution. */
static json_t *question_json(const struct question *question)
{
	static const char *const shown[] = { "entry", "params", "variables", "name", "form", "negate", "laws",
		"allowed" };
	const json_t *rows = json_object_get(question->exercise->root, "questions");
	const json_t *row = json_array_get(rows, question->index);
	json_t *out = json_object();

	json_object_set_new(out, "id", json_string(question->id));
	json_object_set_new(out, "kind", json_string(question->kind->name));
	json_object_set_new(out, "title", text_json(&question->title));
	json_object_set_new(out, "points", frac_json(question->points));
	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		json_t *value = json_object_get(row, shown[i]);

		if (value != NULL)
			json_object_set_new(out, shown[i], json_deep_copy(value));
	}
	json_object_set_new(
		out, "starter", json_string(question->kind->starter != NULL ? question->kind->starter(question) : ""));
	return out;
}

static json_t *statement_json(const char *markdown, const char *html)
{
	json_t *out = json_object();

	json_object_set_new(out, "markdown", json_string(markdown));
	json_object_set_new(out, "html", json_string(html));
	return out;
}

static const char *render(struct arena *arena, const char *markdown)
{
	struct buf cleanup_buf html = BUF_INIT;

	if (markdown == NULL)
		return NULL;
	html_markdown(&html, markdown, strlen(markdown));
	return arena_memdup(arena, buf_str(&html), html.len);
}

static const char *print(struct arena *arena, const json_t *value)
{
	struct buf cleanup_buf text = BUF_INIT;

	json_print(&text, value);
	return arena_memdup(arena, buf_str(&text), text.len);
}

static const char *tag_of(struct arena *arena, const char *text)
{
	char digest[SHA256_TEXT];

	sha256_text(digest, text, strlen(text));
	return arena_printf(arena, "\"%.32s\"", digest + strlen("sha256:"));
}

static void describe(struct exhibit *exhibit, struct arena *arena)
{
	const struct exercise *exercise = exhibit->exercise;
	json_t cleanup_json *head = head_json(exercise);
	json_t *statement = json_object(), *questions = json_array();

	exhibit->list_json = print(arena, head);
	if (exercise->statement_fr != NULL)
		json_object_set_new(statement, "fr", statement_json(exercise->statement_fr, exhibit->html_fr));
	if (exercise->statement_en != NULL)
		json_object_set_new(statement, "en", statement_json(exercise->statement_en, exhibit->html_en));
	for (size_t i = 0; i < exercise->question_count; i++)
		json_array_append_new(questions, question_json(&exercise->questions[i]));
	json_object_set_new(head, "digest", json_string(exhibit->digest));
	json_object_set_new(head, "licence", json_string(exercise->licence != NULL ? exercise->licence : ""));
	json_object_set_new(head, "statement", statement);
	json_object_set_new(head, "questions", questions);
	exhibit->detail_json = print(arena, head);
	exhibit->detail_tag = tag_of(arena, exhibit->detail_json);
}

static void make_ready(struct exhibit_owner *owner, const struct exercise *exercise)
{
	struct exhibit *exhibit = &owner->exhibit;
	struct arena *arena = owner->arena;

	folder_pack(&owner->pack, exercise->folder);
	exhibit->id = exercise->id;
	exhibit->digest = exercise->folder->digest;
	exhibit->exercise = exercise;
	exhibit->pack = buf_str(&owner->pack);
	exhibit->pack_bytes = owner->pack.len;
	exhibit->html_fr = render(arena, exercise->statement_fr);
	exhibit->html_en = render(arena, exercise->statement_en);
	if (exercise->parameter_count == 0) {
		exhibit->html_fr = exhibit_draw(exhibit->html_fr, exercise, LANG_FR, arena);
		exhibit->html_en = exhibit_draw(exhibit->html_en, exercise, LANG_EN, arena);
	}
	describe(exhibit, arena);
}

bool exhibit_drawn(const struct exhibit *exhibit)
{
	return exhibit->exercise->parameter_count > 0 && exhibit->exercise->values == NULL;
}

/* Values go into the page that md4c has made: what they hold can be no markup of the statement's. */
static const char *fill_html(const char *html, const struct values *values, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (html == NULL)
		return NULL;
	values_fill(&out, html, values, lang, html_text);
	return arena_memdup(arena, buf_str(&out), out.len);
}

const struct exhibit *exhibit_for(
	const struct exhibit *exhibit, const char *student, struct arena *arena, struct err *err)
{
	struct problems problems = { 0 };
	struct buf cleanup_buf why = BUF_INIT;
	struct exhibit *own;

	if (!exhibit_drawn(exhibit))
		return exhibit;
	own = arena_alloc(arena, sizeof(*own));
	*own = *exhibit;
	own->exercise = exercise_draw(exhibit->exercise, intake_seed(TENANT, student, exhibit->id), &problems, arena);
	if (own->exercise == NULL) {
		for (size_t i = 0; i < problems.count && why.len == 0; i++) {
			if (!problems.list[i].warning)
				problem_print(&why, &problems.list[i], LANG_EN);
		}
		(void)err_set(
			err, ERR_INTERNAL, "exercise %s cannot be drawn for a student: %s", exhibit->id, buf_str(&why));
		return NULL;
	}
	own->html_fr = exhibit_draw(
		fill_html(exhibit->html_fr, own->exercise->values, LANG_FR, arena), own->exercise, LANG_FR, arena);
	own->html_en = exhibit_draw(
		fill_html(exhibit->html_en, own->exercise->values, LANG_EN, arena), own->exercise, LANG_EN, arena);
	describe(own, arena);
	return own;
}

struct exhibit_owner *exhibit_load(
	const char *path, const char *id, const struct kind *const *kinds, struct buf *mistakes)
{
	struct exhibit_owner *owner = calloc(1, sizeof(*owner));
	struct problems problems = { 0 };
	const struct exercise *exercise;
	struct folder *folder;
	struct err err = { 0 };

	if (owner == NULL)
		abort();
	atomic_store(&owner->references, 1);
	owner->arena = arena_new(EXERCISE_BYTES_MAX);
	folder = arena_alloc(owner->arena, sizeof(*folder));
	if (folder_read(folder, path, owner->arena, &err) != 0) {
		buf_printf(mistakes, "%s\n", err.text);
		exhibit_put(owner);
		return NULL;
	}
	exercise = exercise_load(folder, id, kinds, &problems, owner->arena);
	if (exercise == NULL) {
		for (size_t i = 0; i < problems.count; i++) {
			problem_print(mistakes, &problems.list[i], LANG_EN);
			buf_addch(mistakes, '\n');
		}
		exhibit_put(owner);
		return NULL;
	}
	make_ready(owner, exercise);
	return owner;
}

const struct exhibit *exhibit_of(const struct exhibit_owner *owner)
{
	return &owner->exhibit;
}

struct exhibit_owner *exhibit_hold(struct exhibit_owner *owner)
{
	atomic_fetch_add(&owner->references, 1);
	return owner;
}

void exhibit_put(struct exhibit_owner *owner)
{
	if (owner == NULL || atomic_fetch_sub(&owner->references, 1) > 1)
		return;
	buf_release(&owner->pack);
	arena_free(owner->arena);
	free(owner);
}
