/* The names of laws: ours, for exercises, and those that students give them. */
#include <string.h>
#include "base/utf8.h"
#include "logic/law.h"
#include "logic/read.h"

static const char *const names[LAWS] = {
	[LAW_UNKNOWN] = "unknown",
	[LAW_SAME] = "commutativity",
	[LAW_DOUBLE_NEGATION] = "double-negation",
	[LAW_DE_MORGAN] = "de-morgan",
	[LAW_IDEMPOTENCE] = "idempotence",
	[LAW_NEUTRAL] = "neutral",
	[LAW_ABSORBING] = "absorbing",
	[LAW_COMPLEMENT] = "complement",
	[LAW_ABSORPTION] = "absorption",
	[LAW_REDUNDANCY] = "redundancy",
	[LAW_DISTRIBUTIVITY] = "distributivity",
	[LAW_CONSENSUS] = "consensus",
	[LAW_ADJACENCY] = "adjacency",
	[LAW_XOR] = "xor",
	[LAW_IMPLICATION] = "implication",
	[LAW_EQUIVALENCE] = "equivalence",
	[LAW_CONTRAPOSITION] = "contraposition",
	[LAW_NAND_NOR] = "nand-nor",
	[LAW_CONSTANT] = "constant",
};

const char *law_name(enum law law)
{
	return names[law];
}

bool law_of_name(const char *name, enum law *out)
{
	for (unsigned law = LAW_SAME; law < LAWS; law++) {
		if (strcmp(names[law], name) == 0) {
			*out = law;
			return true;
		}
	}
	return false;
}

/*
 * What a name begins with, a word's beginning, without accents; the first row that is found anywhere in the text counts. So
 * rows that contain another come before it. A final space means that the word ends there.
 */
static const struct known {
	const char *begins;
	enum law law, other;
} known[] = {
	{ "de morgan", LAW_DE_MORGAN },
	{ "demorgan", LAW_DE_MORGAN },
	{ "morgan", LAW_DE_MORGAN },
	{ "dm ", LAW_DE_MORGAN },
	{ "consens", LAW_CONSENSUS },
	{ "contrapos", LAW_CONTRAPOSITION },
	{ "transposition", LAW_CONTRAPOSITION },
	{ "double implication", LAW_EQUIVALENCE },
	{ "bicondition", LAW_EQUIVALENCE },
	{ "equivalence", LAW_EQUIVALENCE },
	{ "definition de l equivalence", LAW_EQUIVALENCE },
	{ "ou exclusi", LAW_XOR },
	{ "exclusive", LAW_XOR },
	{ "xor", LAW_XOR },
	{ "somme modulo", LAW_XOR },
	{ "nand", LAW_NAND_NOR },
	{ "nor ", LAW_NAND_NOR },
	{ "non et", LAW_NAND_NOR },
	{ "non ou", LAW_NAND_NOR },
	{ "sheffer", LAW_NAND_NOR },
	{ "peirce", LAW_NAND_NOR },
	{ "implication", LAW_IMPLICATION },
	{ "material", LAW_IMPLICATION },
	{ "involut", LAW_DOUBLE_NEGATION },
	{ "double distri", LAW_DISTRIBUTIVITY },
	{ "double develop", LAW_DISTRIBUTIVITY },
	{ "double factor", LAW_DISTRIBUTIVITY },
	{ "double", LAW_DOUBLE_NEGATION },
	{ "dn ", LAW_DOUBLE_NEGATION },
	{ "idem", LAW_IDEMPOTENCE },
	{ "absorption du complement", LAW_REDUNDANCY, LAW_ABSORPTION },
	{ "absorption of the complement", LAW_REDUNDANCY, LAW_ABSORPTION },
	{ "absorbant", LAW_ABSORBING },
	{ "absorbing", LAW_ABSORBING },
	{ "annul", LAW_ABSORBING },
	{ "annih", LAW_ABSORBING },
	{ "domina", LAW_ABSORBING },
	{ "null", LAW_ABSORBING },
	{ "absor", LAW_ABSORPTION, LAW_REDUNDANCY },
	{ "abs ", LAW_ABSORPTION, LAW_REDUNDANCY },
	{ "redond", LAW_REDUNDANCY, LAW_CONSENSUS },
	{ "redund", LAW_REDUNDANCY, LAW_CONSENSUS },
	{ "allege", LAW_REDUNDANCY },
	{ "neutr", LAW_NEUTRAL },
	{ "identi", LAW_NEUTRAL },
	{ "constant", LAW_CONSTANT, LAW_NEUTRAL },
	{ "negation d une constante", LAW_CONSTANT },
	{ "complement d une constante", LAW_CONSTANT },
	{ "complement of a constant", LAW_CONSTANT },
	{ "tiers exclu", LAW_COMPLEMENT },
	{ "excluded middle", LAW_COMPLEMENT },
	{ "non contradiction", LAW_COMPLEMENT },
	{ "contradiction", LAW_COMPLEMENT },
	{ "reflexiv", LAW_COMPLEMENT },
	{ "complem", LAW_COMPLEMENT, LAW_CONSTANT },
	{ "compl ", LAW_COMPLEMENT },
	{ "invers", LAW_COMPLEMENT },
	{ "adjacen", LAW_ADJACENCY },
	{ "regroup", LAW_ADJACENCY, LAW_DISTRIBUTIVITY },
	{ "fusion", LAW_ADJACENCY },
	{ "combin", LAW_ADJACENCY },
	{ "unif", LAW_ADJACENCY },
	{ "forme canonique", LAW_ADJACENCY },
	{ "distri", LAW_DISTRIBUTIVITY },
	{ "dist ", LAW_DISTRIBUTIVITY },
	{ "factor", LAW_DISTRIBUTIVITY },
	{ "facteur", LAW_DISTRIBUTIVITY },
	{ "mise en", LAW_DISTRIBUTIVITY },
	{ "met en", LAW_DISTRIBUTIVITY },
	{ "mettre en", LAW_DISTRIBUTIVITY },
	{ "develop", LAW_DISTRIBUTIVITY },
	{ "expan", LAW_DISTRIBUTIVITY },
	{ "commut", LAW_SAME },
	{ "comm ", LAW_SAME },
	{ "assoc", LAW_SAME },
	{ "simplif", LAW_ADJACENCY, LAW_REDUNDANCY },
	{ "negation", LAW_DE_MORGAN, LAW_DOUBLE_NEGATION },
};

/* A letter without its accent, in lower case; '\0' for a combining mark, ' ' for whatever is no letter. */
static char plain(int32_t c)
{
	static const struct {
		const char *accented;
		char letter;
	} letters[] = { { "àâäáã", 'a' }, { "éèêë", 'e' }, { "îïí", 'i' }, { "ôöó", 'o' }, { "ùûüú", 'u' },
		{ "ç", 'c' }, { "ÀÂÄÁÃ", 'a' }, { "ÉÈÊË", 'e' }, { "ÎÏÍ", 'i' }, { "ÔÖÓ", 'o' }, { "ÙÛÜÚ", 'u' },
		{ "Ç", 'c' } };

	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	if (c >= 'a' && c <= 'z')
		return (char)c;
	if (c >= 0x300 && c <= 0x36f)
		return '\0';
	for (size_t i = 0; c > 0x7f && i < sizeof(letters) / sizeof(letters[0]); i++) {
		const char *at = letters[i].accented;
		size_t used, left = strlen(at);

		for (; left > 0; at += used, left -= used) {
			if (utf8_next(at, left, &used) == c)
				return letters[i].letter;
		}
	}
	return ' ';
}

/* Words of plain letters, with one space before, between and after them; as much of the text as there is room for. */
static void simplify(const char *text, char *out, size_t room)
{
	size_t count = 0, left = strnlen(text, 2 * room), used;

	out[count++] = ' ';
	for (; left > 0 && count + 2 < room; text += used, left -= used) {
		int32_t c = utf8_next(text, left, &used);
		char letter = c < 0 ? ' ' : plain(c);

		if (c < 0)
			used = 1;
		if (letter != '\0' && !(letter == ' ' && out[count - 1] == ' '))
			out[count++] = letter;
	}
	if (out[count - 1] != ' ')
		out[count++] = ' ';
	out[count] = '\0';
}

enum law law_named(const char *text, enum law *other)
{
	char words[128];
	enum law law = LAW_UNKNOWN, second = LAW_UNKNOWN;

	simplify(text, words, sizeof(words));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]) && law == LAW_UNKNOWN; i++) {
		for (const char *at = words; law == LAW_UNKNOWN && (at = strchr(at, ' ')) != NULL; at++) {
			if (at[1] != known[i].begins[0] ||
				strncmp(at + 1, known[i].begins, strlen(known[i].begins)) != 0)
				continue;
			law = known[i].law;
			second = known[i].other;
		}
	}
	if (other != NULL)
		*other = second;
	return law;
}

uint32_t laws_named(const char *text)
{
	static const char *const between[] = { " et ", " puis ", " and ", " then ", ",", ";", " + ", "/", "&" };
	enum { BETWEEN = sizeof(between) / sizeof(between[0]), OF_FORMULAS = 3 };
	size_t signs = strchr(text, '=') != NULL ? BETWEEN - OF_FORMULAS : BETWEEN;
	uint32_t laws = 0;
	char part[128];

	for (const char *end = text; *text != '\0'; text = end) {
		size_t length = strlen(text), skip = 0;

		for (size_t i = 0; i < signs; i++) {
			const char *at = strstr(text, between[i]);

			if (at != NULL && (size_t)(at - text) < length) {
				length = (size_t)(at - text);
				skip = strlen(between[i]);
			}
		}
		end = text + length + skip;
		if (length >= sizeof(part))
			continue;
		memcpy(part, text, length);
		part[length] = '\0';
		laws |= (uint32_t)1 << (law_named(part, NULL) != LAW_UNKNOWN ? law_named(part, NULL)
									     : law_stated(part));
	}
	return laws & ~(uint32_t)1;
}

enum law law_stated(const char *text)
{
	enum { MOST = 100 };
	const char *equals = strchr(text, '=');
	cleanup_arena struct arena *arena = arena_new(0);
	struct vocabulary vocabulary = { 0 };
	struct reading_of read;
	struct slip slip;
	const char *both;
	enum law law;

	if (equals == NULL || strlen(text) > MOST || strchr(equals + 1, '=') != NULL)
		return LAW_UNKNOWN;
	both = arena_printf(arena, "(%.*s) ⇔ (%s)", (int)(equals - text), text, equals + 1);
	if (expr_read_free(&read, &vocabulary, both, arena, &slip) != 0 || read.expr->op != EXPR_IFF ||
		read.expr->count != 2)
		return LAW_UNKNOWN;
	law = law_between(read.expr->operands[0], read.expr->operands[1], vocabulary.count, 0, arena);
	return law == LAW_SAME ? LAW_UNKNOWN : law;
}
