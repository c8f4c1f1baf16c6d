/* Reading what an author asks, and working it out. */
#include "asked.h"
#include <string.h>
#include "exact/number_read.h"
#include "grader_numbers/grader_numbers.h"

enum { GIVEN_MAX = 20, MISTAKES_MAX = 12 };

static const char *const forms[] = { "any", "fraction", "decimal", NULL };

const struct key_spec number_keys[NUMBER_KEYS] = {
	{ .name = "given",
		.type = KEY_OBJECT,
		.doc = "The data by name: 12, \"0,5\", \"3/4\", [[1, 2], [3, 4]]. Formulas name them." },
	{ .name = "ask", .type = KEY_STRING, .doc = "The formula of the asked number: \"gcd(a, b)\"." },
	{ .name = "value", .type = KEY_ANY, .doc = "The asked number itself, where nothing is to be derived." },
	{ .name = "division",
		.type = KEY_ARRAY,
		.doc = "Instead of ask: quotient and remainder of the division of Euclid of the first formula by the "
		       "second one." },
	{ .name = "bezout",
		.type = KEY_ARRAY,
		.doc = "Instead of ask: two whole numbers u and v with a·u + b·v = gcd(a, b), for two formulas." },
	{ .name = "congruence",
		.type = KEY_ARRAY,
		.doc = "Instead of ask: all solutions of a·x ≡ b modulo n, for three formulas." },
	{ .name = "round",
		.type = KEY_INT,
		.min = 0,
		.max = 12,
		.doc = "The answer is rounded to so many decimals. Left out: it is exact." },
	{ .name = "form",
		.type = KEY_STRING,
		.choices = forms,
		.doc = "How the number must be written: any (default), fraction (in lowest terms), decimal." },
	{ .name = "modulo",
		.type = KEY_ANY,
		.doc = "A number or formula n: any whole number that is congruent to the asked one modulo n is "
		       "right." },
	{ .name = "reduced",
		.type = KEY_BOOL,
		.doc = "With modulo: only the representative from 0 to n − 1 is fully right." },
	{ .name = "percent", .type = KEY_BOOL, .doc = "The asked number is one of per cent: 75 stands for 75 %." },
	{ .name = "units", .type = KEY_STRINGS, .doc = "Words that may stand behind the number: [\"jours\", \"j\"]." },
	{ .name = "mistakes",
		.type = KEY_ARRAY,
		.doc = "Mistakes that are expected: {\"ask\": formula, \"says\": text}. An answer with that value is "
		       "told "
		       "the text." },
	FOLLOW_KEYS,
};

struct reading_asked {
	struct number_question *out;
	struct reader *reader;
	json_t *object;
	const char *pointer;
	const char **names; /* of all formulas; NULL-terminated */
	size_t name_count;
};

static bool refuse(struct reading_asked *read, const char *pointer, const char *code)
{
	reader_problem(read->reader, pointer, false, &number_messages, code, NULL);
	return false;
}

static bool refuse_slip(struct reading_asked *read, const char *pointer, const struct slip *slip)
{
	reader_problem_text(read->reader, pointer, false, slip->message);
	return false;
}

static bool read_given(struct reading_asked *read)
{
	struct arena *arena = read->reader->arena;
	struct binding *given = arena_array(arena, GIVEN_MAX, sizeof(*given));
	const char *at = reader_pointer(read->reader, read->pointer, "given"), *name;
	size_t count = 0;
	json_t *value;

	json_object_foreach(json_object_get(read->object, "given"), name, value)
	{
		const char *place = reader_pointer(read->reader, at, name);
		struct slip slip;

		if (!strncmp(name, "x-", 2))
			continue;
		if (count == GIVEN_MAX)
			return refuse(read, place, "too-many-given");
		given[count].name = name;
		if (value_of_json(&given[count++].value, value, arena, &slip))
			return refuse_slip(read, place, &slip);
	}
	read->out->given = given;
	read->out->given_count = count;
	return true;
}

static void add_names(struct reading_asked *read, const struct formula *formula)
{
	struct arena *arena = read->reader->arena;
	const char *const *more = formula_names(formula, arena);
	size_t count = 0;

	while (more[count])
		count++;
	const char **all = arena_array(arena, read->name_count + count + 1, sizeof(*all));
	for (size_t i = 0; i < read->name_count; i++)
		all[i] = read->names[i];
	for (size_t i = 0; i < count; i++) {
		bool known = false;
		for (size_t j = 0; j < read->name_count; j++)
			known |= !strcmp(all[j], more[i]);
		if (!known)
			all[read->name_count++] = more[i];
	}
	read->names = all;
}

/* A formula, or a whole number that JSON holds. */
static bool read_formula(
	const struct formula **out, struct reading_asked *read, const json_t *json, const char *pointer)
{
	struct arena *arena = read->reader->arena;
	const char *text = json_string_value(json);
	struct slip slip;

	if (json_is_integer(json))
		text = arena_printf(arena, "%lld", (long long)json_integer_value(json));
	if (!text)
		return refuse(read, pointer, "formula-expected-here");
	if (formula_read(out, text, strlen(text), arena, &slip))
		return refuse_slip(read, pointer, &slip);
	add_names(read, *out);
	return true;
}

static bool read_operands(struct reading_asked *read, const char *key, size_t count)
{
	const json_t *list = json_object_get(read->object, key);
	const char *at = reader_pointer(read->reader, read->pointer, key);

	if (json_array_size(list) != count)
		return refuse(read, at, count == 2 ? "two-formulas" : "three-formulas");
	for (size_t i = 0; i < count; i++)
		if (!read_formula(&read->out->operands[i], read, json_array_get(list, i),
			    reader_pointer_at(read->reader, at, i)))
			return false;
	return true;
}

static bool read_value(struct reading_asked *read)
{
	const char *at = reader_pointer(read->reader, read->pointer, "value");
	struct value value;
	struct slip slip;

	if (value_of_json(&value, json_object_get(read->object, "value"), read->reader->arena, &slip))
		return refuse_slip(read, at, &slip);
	read->out->value = value.number;
	return value.kind == VALUE_NUMBER || refuse(read, at, "asked-no-number");
}

/* Exactly one of the keys that say what is asked. */
static bool read_shape(struct reading_asked *read)
{
	static const char *const shapes[] = { "ask", "value", "division", "bezout", "congruence" };
	size_t found = 0, which = 0;

	for (size_t i = 0; i < 5; i++)
		if (json_object_get(read->object, shapes[i])) {
			which = i;
			found++;
		}
	if (found != 1)
		return refuse(read, read->pointer, found == 0 ? "nothing-asked" : "asked-twice");
	switch (which) {
	case 0:
		return read_formula(&read->out->ask, read, json_object_get(read->object, "ask"),
			reader_pointer(read->reader, read->pointer, "ask"));
	case 1:
		return read_value(read);
	default:
		read->out->shape = SHAPE_DIVISION + (enum shape)(which - 2);
		return read_operands(read, shapes[which], which == 4 ? 3 : 2);
	}
}

static bool read_mistake(struct reading_asked *read, struct expected_mistake *out, json_t *row, const char *at)
{
	static const struct key_spec keys[] = {
		{ .name = "ask", .type = KEY_STRING, .required = true },
		{ .name = "says", .type = KEY_TEXT, .required = true },
	};

	if (!reader_object(read->reader, row, at, keys, 2, NULL, 0))
		return false;
	out->says = reader_text(read->reader, row, "says");
	out->says.code = "expected-mistake";
	return read_formula(&out->ask, read, json_object_get(row, "ask"), reader_pointer(read->reader, at, "ask"));
}

static bool read_mistakes(struct reading_asked *read)
{
	json_t *list = json_object_get(read->object, "mistakes");
	const char *at = reader_pointer(read->reader, read->pointer, "mistakes");
	size_t count = json_array_size(list);
	struct expected_mistake *mistakes = arena_array(read->reader->arena, count + 1, sizeof(*mistakes));

	if (count > MISTAKES_MAX)
		return refuse(read, at, "too-many-mistakes");
	for (size_t i = 0; i < count; i++)
		if (!read_mistake(read, &mistakes[i], json_array_get(list, i), reader_pointer_at(read->reader, at, i)))
			return false;
	read->out->mistakes = mistakes;
	read->out->mistake_count = count;
	return true;
}

/* Keys that only a single number can have. */
static bool read_wishes(struct reading_asked *read)
{
	static const char *const single[] = { "round", "form", "modulo", "reduced", "percent", "units", "mistakes" };
	struct number_question *out = read->out;
	json_t *object = read->object, *modulo = json_object_get(object, "modulo");
	const char *form = reader_string(read->reader, object, "form", "any");

	for (size_t i = 0; out->shape != SHAPE_NUMBER && i < sizeof(single) / sizeof(single[0]); i++)
		if (json_object_get(object, single[i]))
			return refuse(read, reader_pointer(read->reader, read->pointer, single[i]), "one-number-only");
	out->rounds = json_object_get(object, "round") != NULL;
	out->decimals = (int)reader_int(object, "round", 0);
	out->reduced = reader_bool(object, "reduced", false);
	out->percent = reader_bool(object, "percent", false);
	out->units = reader_strings(read->reader, object, "units");
	for (int i = 0; forms[i]; i++)
		if (!strcmp(forms[i], form))
			out->form = (enum form)i;
	if (out->rounds && out->form == FORM_FRACTION)
		return refuse(read, reader_pointer(read->reader, read->pointer, "form"), "round-no-fraction");
	if (!modulo && out->reduced)
		return refuse(read, reader_pointer(read->reader, read->pointer, "reduced"), "reduced-alone");
	if (modulo && out->rounds)
		return refuse(read, reader_pointer(read->reader, read->pointer, "round"), "round-no-modulo");
	return !modulo ||
	       read_formula(&out->modulo, read, modulo, reader_pointer(read->reader, read->pointer, "modulo"));
}

/* Worked out once, so that the author's mistakes are found when the exercise is loaded. */
static bool try_values(struct reading_asked *read)
{
	static const char *const keys[] = { "ask", "division", "bezout", "congruence" };
	struct asked asked;
	const struct formula *at;
	struct slip slip;
	size_t count;
	const struct binding *right = follow_right(read->out->follow, &count);
	const char *key = keys[read->out->shape];

	if (asked_make(&asked, read->out, right, count, read->reader->arena, &slip, &at) == 0)
		return true;
	if (at && at == read->out->modulo)
		key = "modulo";
	else if (at && at != read->out->ask && read->out->shape == SHAPE_NUMBER)
		key = "mistakes";
	else if (read->out->value)
		key = "value";
	return refuse_slip(read, reader_pointer(read->reader, read->pointer, key), &slip);
}

bool asked_read(struct number_question *out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question)
{
	struct reading_asked read = { out, reader, object, pointer, NULL, 0 };

	*out = (struct number_question){ 0 };
	read.names = arena_array(reader->arena, 1, sizeof(*read.names));
	return read_given(&read) && read_shape(&read) && read_wishes(&read) && read_mistakes(&read) &&
	       follow_read(&out->follow, reader, object, pointer, question, read.names) && try_values(&read);
}

/* ---- what is asked for some values ---- */

struct making {
	struct asked *out;
	struct arena *arena;
	struct slip *slip;
	const struct formula **at;
};

static int slip_of(struct making *making, const char *code)
{
	*making->slip = (struct slip){ .message = msg_make(making->arena, &number_messages, code, NULL) };
	return -1;
}

static int number_of_formula(const struct number **out, struct making *making, const struct formula *formula)
{
	struct value value;

	*making->at = formula;
	if (formula_value(&value, formula, making->out->bindings, making->out->count, making->arena, making->slip))
		return -1;
	*out = value.number;
	return value.kind == VALUE_NUMBER ? 0 : slip_of(making, "asked-no-number");
}

static void bind_all(struct asked *out, const struct number_question *question, const struct binding *followed,
	size_t count, struct arena *arena)
{
	struct binding *all = arena_array(arena, question->given_count + count + 1, sizeof(*all));

	for (size_t i = 0; i < question->given_count; i++)
		all[i] = question->given[i];
	for (size_t i = 0; i < count; i++)
		all[question->given_count + i] = followed[i];
	out->bindings = all;
	out->count = question->given_count + count;
}

static int make_number(struct making *making)
{
	struct asked *out = making->out;
	const struct number_question *question = out->question;

	out->exact = question->value;
	if (question->ask && number_of_formula(&out->exact, making, question->ask))
		return -1;
	if (question->modulo && number_of_formula(&out->modulus, making, question->modulo))
		return -1;
	*making->at = question->modulo;
	if (out->modulus && (!number_is_integer(out->modulus) || number_sign(out->modulus) <= 0))
		return slip_of(making, "modulo-positive");
	*making->at = question->ask;
	if (out->modulus && !number_is_integer(out->exact))
		return slip_of(making, "asked-not-whole");
	if (question->form == FORM_DECIMAL && !question->rounds && number_decimals(out->exact) < 0)
		return slip_of(making, "asked-no-decimal");
	out->wanted = question->rounds ? number_round(out->exact, question->decimals, making->arena)
		      : out->modulus   ? number_mod(out->exact, out->modulus, making->arena)
				       : out->exact;
	return out->wanted ? 0 : slip_of(making, "asked-too-large");
}

/* a·x ≡ b [n]: with d = gcd(a, n), the solutions are one class modulo n/d, or none where d does not divide b. */
static int make_congruence(struct making *making)
{
	struct asked *out = making->out;
	struct arena *arena = making->arena;
	const struct number *a = out->operands[0], *b = out->operands[1], *n = out->operands[2], *gcd;

	if (number_sign(n) <= 0)
		return slip_of(making, "modulo-positive");
	gcd = number_gcd(a, n, arena);
	out->modulus = number_div(n, gcd, arena);
	if (!number_is_integer(number_div(b, gcd, arena)))
		return 0;
	out->wanted = number_mod(number_mul(number_div(b, gcd, arena),
					 number_inverse_mod(number_div(a, gcd, arena), out->modulus, arena), arena),
		out->modulus, arena);
	return out->wanted ? 0 : slip_of(making, "asked-too-large");
}

static int make_operands(struct making *making)
{
	struct asked *out = making->out;
	size_t count = out->question->shape == SHAPE_CONGRUENCE ? 3 : 2;

	for (size_t i = 0; i < count; i++) {
		if (number_of_formula(&out->operands[i], making, out->question->operands[i]))
			return -1;
		if (!number_is_integer(out->operands[i]))
			return slip_of(making, "asked-not-whole");
	}
	switch (out->question->shape) {
	case SHAPE_DIVISION:
		if (number_is_zero(out->operands[1]))
			return slip_of(making, "division-by-zero");
		out->wanted = number_quotient(out->operands[0], out->operands[1], making->arena);
		out->rest = number_mod(out->operands[0], out->operands[1], making->arena);
		return 0;
	case SHAPE_BEZOUT:
		out->wanted = number_gcd(out->operands[0], out->operands[1], making->arena);
		return number_is_zero(out->wanted) ? slip_of(making, "bezout-zero") : 0;
	default:
		return make_congruence(making);
	}
}

int asked_make(struct asked *out, const struct number_question *question, const struct binding *followed, size_t count,
	struct arena *arena, struct slip *slip, const struct formula **at)
{
	struct making making = { out, arena, slip, at };
	const struct number *ignored;

	*out = (struct asked){ .question = question };
	*at = NULL;
	bind_all(out, question, followed, count, arena);
	if (question->shape != SHAPE_NUMBER)
		return make_operands(&making);
	if (make_number(&making))
		return -1;
	for (size_t i = 0; i < question->mistake_count; i++)
		if (number_of_formula(&ignored, &making, question->mistakes[i].ask))
			return -1;
	return 0;
}
