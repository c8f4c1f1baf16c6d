/*
 * Reading what an author gives: matrices by name, and one thing that is asked of them. All that can be worked out before
 * an answer comes is worked out here, so that marking cannot fail because of the author.
 */
#include "matrix_question.h"
#include <string.h>
#include "ask.h"
#include "base/json.h"
#include "grader_matrix/grader_matrix.h"
#include "sheet/follow.h"

static const struct key_spec system_keys[] = {
	{ .name = "A", .type = KEY_ANY, .required = true, .doc = "The matrix, or a formula." },
	{ .name = "b", .type = KEY_ANY, .required = true, .doc = "The right side, or a formula." },
	{ .name = "unknowns",
		.type = KEY_STRINGS,
		.doc = "The names of the unknowns; x, y, z or x1, x2, … if left out." },
};
static const struct key_spec inverse_keys[] = {
	{ .name = "of", .type = KEY_STRING, .required = true, .doc = "A formula: is the other one its inverse?" },
	{ .name = "candidate", .type = KEY_STRING, .required = true, .doc = "A formula." },
};

const struct key_spec matrix_keys[MATRIX_KEY_COUNT] = {
	{ .name = "given",
		.type = KEY_OBJECT,
		.doc = "Matrices and numbers by name: {\"A\": [[\"1\", \"2\"], [\"3/4\", \"0,5\"]], \"k\": \"3\"}." },
	{ .name = "ask",
		.type = KEY_STRING,
		.doc = "A formula whose value, a matrix, is the answer: \"A*B\", \"A^-1\", \"bool_power(M, 3)\", "
		       "\"@p^2\"." },
	{ .name = "system",
		.type = KEY_OBJECT,
		.doc = "In place of ask, a linear system to solve.",
		.inside = system_keys,
		.inside_count = 3 },
	{ .name = "is_inverse",
		.type = KEY_OBJECT,
		.doc = "In place of ask: is a matrix the inverse of another? Yes or no, with their product.",
		.inside = inverse_keys,
		.inside_count = 2 },
	{ .name = "mod",
		.type = KEY_INT,
		.min = 2,
		.max = 1000000,
		.doc = "Everything is worked out modulo this number, inverses too; the answer is reduced." },
	{ .name = "adjacency",
		.type = KEY_BOOL,
		.doc = "true: the matrix is one of adjacency, and its arcs earn the credit, not its zeros." },
	{ .name = "grid", .type = KEY_BOOL, .doc = "true: the student starts from an empty grid of the right size." },
	FOLLOW_KEYS,
};

enum { FOLLOWED_MAX = 10 };

struct making {
	struct reader *reader;
	const char *pointer;
	struct question *question;
	struct matrix_question *out;
	struct binding *bindings;
};

static bool refuse(struct making *making, const char *pointer, const char *code, const struct msg_param *params)
{
	reader_problem(making->reader, pointer, false, &matrix_author_messages, code, params);
	return false;
}

/* With what the language of formulas says about it. */
static bool refuse_slip(struct making *making, const char *pointer, const char *text, const struct slip *slip)
{
	struct arena *arena = making->reader->arena;
	struct msg_text why =
		msg_make(arena, &matrix_author_messages, "cannot-ask", (struct msg_param[]){ { "text", text }, { 0 } });

	why.fr = arena_printf(arena, "%s %s", why.fr, slip->message.fr);
	why.en = arena_printf(arena, "%s %s", why.en, msg_in(&slip->message, LANG_EN));
	reader_problem_text(making->reader, pointer, false, why);
	return false;
}

static bool is_name(const char *name, struct arena *arena)
{
	const struct formula *formula;
	struct slip slip;

	return formula_read(&formula, name, strlen(name), arena, &slip) == 0 && formula_op(formula) == FORMULA_NAME &&
	       !strcmp(formula_name(formula), name) && *name != '@';
}

static bool read_given(struct making *making, json_t *object)
{
	json_t *given = json_object_get(object, "given"), *value;
	struct reader *reader = making->reader;
	struct matrix_question *out = making->out;
	const char *at = reader_pointer(reader, making->pointer, "given"), *name;
	struct slip slip;
	bool fine = true;

	making->bindings = arena_array(reader->arena, json_object_size(given) + FOLLOWED_MAX, sizeof(struct binding));
	out->bindings = making->bindings;
	json_object_foreach(given, name, value)
	{
		struct binding *binding = &making->bindings[out->binding_count];
		const char *place = reader_pointer(reader, at, name);

		if (!strncmp(name, "x-", 2))
			continue;
		binding->name = name;
		if (!is_name(name, reader->arena))
			fine = refuse(making, place, "bad-name", (struct msg_param[]){ { "name", name }, { 0 } });
		else if (value_of_json(&binding->value, value, reader->arena, &slip))
			fine = refuse_slip(making, place, name, &slip);
		else
			out->binding_count++;
	}
	out->given_count = out->binding_count;
	return fine;
}

static const struct formula *read_formula(struct making *making, const char *text, const char *pointer)
{
	struct arena *arena = making->reader->arena;
	const struct formula *formula;
	struct slip slip;

	if (strlen(text) > ASK_BYTES_MAX) {
		refuse(making, pointer, "too-long", NULL);
		return NULL;
	}
	if (formula_read(&formula, text, strlen(text), arena, &slip)) {
		refuse_slip(making, pointer, text, &slip);
		return NULL;
	}
	return formula;
}

static const struct matrix *value_at(struct making *making, const struct formula *formula, const char *pointer)
{
	struct arena *arena = making->reader->arena;
	const char *text = formula_text(formula, arena);
	struct value value;
	struct slip slip;

	if (formula_value(&value, formula, making->bindings, making->out->binding_count, arena, &slip)) {
		refuse_slip(making, pointer, text, &slip);
		return NULL;
	}
	if (value.kind == VALUE_MATRIX)
		return value.matrix;
	refuse(making, pointer, "not-a-matrix", (struct msg_param[]){ { "text", text }, { 0 } });
	return NULL;
}

/* A formula, or the matrix itself. */
static const struct matrix *matrix_at_key(struct making *making, json_t *object, const char *pointer, const char *key)
{
	const json_t *json = json_object_get(object, key);
	const char *at = reader_pointer(making->reader, pointer, key);
	const struct formula *formula;
	struct value value;
	struct slip slip;

	if (json_is_string(json)) {
		formula = read_formula(making, json_string_value(json), at);
		return formula ? value_at(making, formula, at) : NULL;
	}
	if (value_of_json(&value, json, making->reader->arena, &slip)) {
		refuse_slip(making, at, key, &slip);
		return NULL;
	}
	if (value.kind == VALUE_MATRIX)
		return value.matrix;
	refuse(making, at, "not-a-matrix", (struct msg_param[]){ { "text", key }, { 0 } });
	return NULL;
}

/* ---- what is asked ---- */

static bool inverse_modulo(struct buf *out, const struct formula *formula, const struct rewriting *rewriting)
{
	const char *modulus = number_plain(rewriting->context, rewriting->arena);
	long exponent = -1;
	bool inverse = ask_calls(formula, "inverse");

	if (!inverse && (formula_op(formula) != FORMULA_POWER || !ask_exponent(&exponent, formula) || exponent >= 0))
		return false;
	buf_addstr(out, "inverse_mod(");
	ask_write(out, formula_operand(formula, 0), rewriting);
	buf_printf(out, ", %s)", modulus);
	if (exponent != -1)
		buf_printf(out, " ^ %ld", -exponent);
	return true;
}

const char *matrix_ask_modulo(const struct formula *ask, const struct number *modulus, struct arena *arena)
{
	struct rewriting rewriting = { inverse_modulo, modulus, arena };
	struct buf cleanup_buf out = BUF_INIT_MAX(FORMULA_BYTES_MAX);

	buf_addstr(&out, "mod(");
	ask_write(&out, ask, &rewriting);
	buf_printf(&out, ", %s)", number_plain(modulus, arena));
	return arena_memdup(arena, buf_str(&out), out.len);
}

static bool whole_value(const struct value *value)
{
	if (value->kind == VALUE_NUMBER)
		return number_is_integer(value->number);
	if (value->kind == VALUE_MATRIX)
		for (size_t i = 0; i < value->matrix->rows * value->matrix->columns; i++)
			if (!number_is_integer(value->matrix->cells[i]))
				return false;
	return true;
}

/* Whole numbers in, whole numbers out? */
static bool stays_whole(const struct formula *formula)
{
	long exponent;

	if (formula_op(formula) == FORMULA_DIV || ask_calls(formula, "inverse"))
		return false;
	if (formula_op(formula) == FORMULA_NUMBER && !number_is_integer(formula_number(formula)))
		return false;
	if (formula_op(formula) == FORMULA_POWER && (!ask_exponent(&exponent, formula) || exponent < 0))
		return false;
	for (size_t i = 0; i < formula_count(formula); i++)
		if (!stays_whole(formula_operand(formula, i)))
			return false;
	return true;
}

static bool all_whole(const struct matrix_question *out)
{
	for (size_t i = 0; i < out->binding_count; i++)
		if (!whole_value(&out->bindings[i].value))
			return false;
	return true;
}

static bool is_adjacency(const struct matrix *matrix)
{
	const struct matrix *a = matrix;
	int64_t value;

	for (size_t i = 0; i < a->rows * a->columns; i++)
		if (!number_to_int(a->cells[i], &value) || value < 0 || value > 1)
			return false;
	return a->rows == a->columns;
}

/* The questions before that the formula names have their right values here. */
static bool bind_followed(struct making *making, json_t *object, const char *const *names)
{
	struct matrix_question *out = making->out;
	const struct binding *right;
	size_t count;

	if (!follow_read(&out->follow, making->reader, object, making->pointer, making->question, names))
		return false;
	right = follow_right(out->follow, &count);
	for (size_t i = 0; i < count && i < FOLLOWED_MAX; i++)
		making->bindings[out->binding_count++] = right[i];
	return true;
}

/* What is inverted, where that is all that is asked. */
static const struct matrix *inverted(const struct matrix_question *out, struct arena *arena)
{
	const struct formula *inside = ask_inside(out->ask);
	size_t steps = FORMULA_STEPS_MAX;
	long exponent = 0;

	if (!ask_calls(inside, "inverse") && !ask_calls(inside, "inverse_mod") &&
		(!ask_exponent(&exponent, inside) || exponent != -1))
		return NULL;
	return ask_matrix(formula_operand(inside, 0), out->bindings, out->binding_count, &steps, arena);
}

static bool read_ask(struct making *making, json_t *object)
{
	struct matrix_question *out = making->out;
	struct arena *arena = making->reader->arena;
	const char *at = reader_pointer(making->reader, making->pointer, "ask");
	const char *text = reader_string(making->reader, object, "ask", "");

	out->task = TASK_ASK;
	out->ask = read_formula(making, text, at);
	if (!out->ask || !bind_followed(making, object, formula_names(out->ask, arena)))
		return false;
	out->whole = out->modulus || (all_whole(out) && stays_whole(out->ask));
	if (out->modulus)
		out->ask = read_formula(making, matrix_ask_modulo(out->ask, out->modulus, arena), at);
	out->truth = out->ask ? value_at(making, out->ask, at) : NULL;
	out->inverted = out->truth ? inverted(out, arena) : NULL;
	if (out->truth && out->adjacency && !is_adjacency(out->truth))
		return refuse(
			making, reader_pointer(making->reader, making->pointer, "adjacency"), "no-adjacency", NULL);
	return out->truth != NULL;
}

enum solutions matrix_solve(
	const struct matrix **solution, const struct matrix *a, const struct matrix *b, struct arena *arena)
{
	const struct number **cells = arena_array(arena, a->rows * (a->columns + 1), sizeof(*cells));
	const struct matrix *turned = matrix_transpose(a, arena);
	size_t rank = matrix_rank(a, arena), wider;

	*solution = NULL;
	for (size_t i = 0; i < a->rows; i++) {
		for (size_t j = 0; j < a->columns; j++)
			cells[i * (a->columns + 1) + j] = matrix_at(a, i, j);
		cells[i * (a->columns + 1) + a->columns] = matrix_at(b, i, 0);
	}
	wider = matrix_rank(matrix_of(a->rows, a->columns + 1, cells, arena), arena);
	if (rank == SIZE_MAX || wider == SIZE_MAX)
		return SOLUTION_ONE;
	if (wider > rank)
		return SOLUTION_NONE;
	if (rank < a->columns)
		return SOLUTION_MANY;
	/* Where there is one solution, it is that of the equations multiplied by the transposed matrix. */
	*solution =
		matrix_mul(matrix_inverse(matrix_mul(turned, a, arena), arena), matrix_mul(turned, b, arena), arena);
	return SOLUTION_ONE;
}

static bool name_unknowns(struct making *making, json_t *system, const char *at)
{
	static const char *const letters[] = { "x", "y", "z", NULL };
	struct matrix_question *out = making->out;
	struct arena *arena = making->reader->arena;
	size_t count = 0, wanted = out->left->columns;
	const char **made;

	out->unknowns = reader_strings(making->reader, system, "unknowns");
	if (!out->unknowns && wanted <= 3)
		out->unknowns = letters;
	if (!out->unknowns) {
		made = arena_array(arena, wanted + 1, sizeof(*made));
		for (size_t i = 0; i < wanted; i++)
			made[i] = arena_printf(arena, "x%zu", i + 1);
		out->unknowns = made;
		return true;
	}
	for (; out->unknowns != letters && out->unknowns[count]; count++)
		if (!is_name(out->unknowns[count], arena))
			return refuse(making, reader_pointer(making->reader, at, "unknowns"), "bad-name",
				(struct msg_param[]){ { "name", out->unknowns[count] }, { 0 } });
	if (out->unknowns != letters && count != wanted)
		return refuse(making, reader_pointer(making->reader, at, "unknowns"), "unknowns-count", NULL);
	return true;
}

static bool read_system(struct making *making, json_t *object)
{
	struct matrix_question *out = making->out;
	struct arena *arena = making->reader->arena;
	json_t *system = json_object_get(object, "system");
	const char *at = reader_pointer(making->reader, making->pointer, "system");

	out->task = TASK_SYSTEM;
	if (!reader_object(making->reader, system, at, system_keys, 3, NULL, 0))
		return false;
	out->left = matrix_at_key(making, system, at, "A");
	out->right = matrix_at_key(making, system, at, "b");
	if (!out->left || !out->right)
		return false;
	if (out->right->rows == 1)
		out->right = matrix_transpose(out->right, arena);
	if (out->right->rows != out->left->rows || out->right->columns != 1)
		return refuse(making, at, "system-sizes", NULL);
	if (out->left->columns > UNKNOWNS_MAX || out->left->rows > UNKNOWNS_MAX)
		return refuse(making, at, "system-too-large", NULL);
	out->solutions = matrix_solve(&out->truth, out->left, out->right, arena);
	if (out->solutions == SOLUTION_ONE && !out->truth)
		return refuse(making, at, "numbers-too-large", NULL);
	return name_unknowns(making, system, at);
}

static bool read_is_inverse(struct making *making, json_t *object)
{
	struct matrix_question *out = making->out;
	struct arena *arena = making->reader->arena;
	json_t *pair = json_object_get(object, "is_inverse");
	const char *at = reader_pointer(making->reader, making->pointer, "is_inverse");

	out->task = TASK_IS_INVERSE;
	if (!reader_object(making->reader, pair, at, inverse_keys, 2, NULL, 0))
		return false;
	out->left_name = json_string_value(json_object_get(pair, "of"));
	out->right_name = json_string_value(json_object_get(pair, "candidate"));
	out->left = matrix_at_key(making, pair, at, "of");
	out->right = matrix_at_key(making, pair, at, "candidate");
	if (!out->left || !out->right)
		return false;
	if (out->left->rows != out->left->columns || out->right->rows != out->left->rows ||
		out->right->columns != out->left->rows)
		return refuse(making, at, "inverse-sizes", NULL);
	out->truth = matrix_mul(out->left, out->right, arena);
	out->other = matrix_mul(out->right, out->left, arena);
	if (out->modulus) {
		out->truth = matrix_mod(out->truth, out->modulus, arena);
		out->other = matrix_mod(out->other, out->modulus, arena);
	}
	if (!out->truth || !out->other)
		return refuse(making, at, out->modulus ? "modulo-whole" : "numbers-too-large", NULL);
	out->is_inverse = matrix_same(out->truth, matrix_identity(out->truth->rows, arena));
	out->whole = whole_value(&(struct value){ .kind = VALUE_MATRIX, .matrix = out->left }) &&
		     whole_value(&(struct value){ .kind = VALUE_MATRIX, .matrix = out->right });
	return true;
}

/* ---- what is shown ---- */

static const char *empty_grid(const struct matrix *truth, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < truth->rows * truth->columns; i++)
		buf_addstr(&out, i == 0 ? "." : i % truth->columns > 0 ? " ." : "\n.");
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *system_text(const struct matrix_question *out, const struct matrix *values, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	for (size_t i = 0; i < out->left->columns; i++)
		buf_printf(&text, "%s%s = %s", i > 0 ? " ; " : "", out->unknowns[i],
			values ? number_plain(matrix_at(values, i, 0), arena) : arena_printf(arena, "%zu", i + 1));
	return arena_memdup(arena, buf_str(&text), text.len);
}

static void show(struct matrix_question *out, bool grid, struct arena *arena)
{
	out->starter = grid && out->truth && out->task != TASK_SYSTEM ? empty_grid(out->truth, arena) : "";
	if (out->task == TASK_SYSTEM) {
		out->example = system_text(out, NULL, arena);
		out->reference = out->truth                        ? system_text(out, out->truth, arena)
				 : out->solutions == SOLUTION_NONE ? "pas de solution"
								   : "une infinité de solutions";
	} else if (out->task == TASK_IS_INVERSE) {
		out->example = "non : 1 2 / 0 1";
		out->reference = arena_printf(
			arena, "%s : %s", out->is_inverse ? "oui" : "non", matrix_text(out->truth, false, arena));
	} else {
		out->example = out->whole ? "1 2 / 3 4" : "1 2/3 / -3 0,5";
		out->reference = matrix_text(out->truth, false, arena);
	}
}

static bool read_task(struct making *making, json_t *object)
{
	static const char *const tasks[] = { "ask", "system", "is_inverse" };
	static bool (*const readers[])(struct making *, json_t *) = { read_ask, read_system, read_is_inverse };
	size_t count = 0, chosen = 0;

	for (size_t i = 0; i < 3; i++)
		if (json_object_get(object, tasks[i])) {
			count++;
			chosen = i;
		}
	if (count != 1)
		return refuse(making, making->pointer, "one-task", NULL);
	if (chosen == 1 && making->out->modulus)
		return refuse(making, reader_pointer(making->reader, making->pointer, "mod"), "no-mod-here", NULL);
	if (chosen != 0 && making->out->adjacency)
		return refuse(
			making, reader_pointer(making->reader, making->pointer, "adjacency"), "no-adjacency", NULL);
	if (chosen != 0 && !bind_followed(making, object, (const char *const[]){ NULL }))
		return false;
	return readers[chosen](making, object);
}

void matrix_question_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct matrix_question *out = arena_alloc(reader->arena, sizeof(*out));
	struct making making = { reader, pointer, question, out, NULL };
	long modulus = reader_int(object, "mod", 0);

	if (modulus > 0)
		out->modulus = number_of(modulus, reader->arena);
	out->adjacency = reader_bool(object, "adjacency", false);
	if (!read_given(&making, object) || !read_task(&making, object))
		return;
	show(out, reader_bool(object, "grid", false), reader->arena);
	question->spec = out;
}
