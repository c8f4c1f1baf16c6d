/*
 * Reads the words of an answer: "oui", "ni l’un ni l’autre", and the assignments after them: "P=1, Q=0", "P vraie et Q
 * fausse", "P(1)=1". Words that only join the others are read over; anything else is a slip, which costs nothing.
 */
#include <string.h>
#include "base/utf8.h"
#include "grader_boolean/grader_boolean.h"
#include "proposition.h"

struct phrase { /* of small letters without accents */
	const char *words;
	int answer;
	enum lang lang; /* French, but where it says English */
};

/* Longer ones first where one begins another. */
static const struct phrase natures[] = {
	{ "ni tautologie ni contradiction", NATURE_NEITHER },
	{ "ni une tautologie ni une contradiction", NATURE_NEITHER },
	{ "ni contradiction ni tautologie", NATURE_NEITHER },
	{ "ni une contradiction ni une tautologie", NATURE_NEITHER },
	{ "ni toujours vraie ni toujours fausse", NATURE_NEITHER },
	{ "ni l un ni l autre", NATURE_NEITHER },
	{ "ni l une ni l autre", NATURE_NEITHER },
	{ "ni un ni autre", NATURE_NEITHER },
	{ "ni ni", NATURE_NEITHER },
	{ "aucun des deux", NATURE_NEITHER },
	{ "aucune des deux", NATURE_NEITHER },
	{ "parfois vraie parfois fausse", NATURE_NEITHER },
	{ "parfois vraie et parfois fausse", NATURE_NEITHER },
	{ "tantot vraie tantot fausse", NATURE_NEITHER },
	{ "tantot vraie et tantot fausse", NATURE_NEITHER },
	{ "ca depend", NATURE_NEITHER },
	{ "cela depend", NATURE_NEITHER },
	{ "contingente", NATURE_NEITHER },
	{ "contingent", NATURE_NEITHER },
	{ "contingence", NATURE_NEITHER },
	{ "insatisfaisable", NATURE_CONTRADICTION },
	{ "insatisfiable", NATURE_CONTRADICTION },
	{ "non satisfaisable", NATURE_CONTRADICTION },
	{ "non satisfiable", NATURE_CONTRADICTION },
	{ "satisfaisable", NATURE_NEITHER },
	{ "satisfiable", NATURE_NEITHER },
	{ "neither a tautology nor a contradiction", NATURE_NEITHER, LANG_EN },
	{ "neither tautology nor contradiction", NATURE_NEITHER, LANG_EN },
	{ "neither one nor the other", NATURE_NEITHER, LANG_EN },
	{ "neither", NATURE_NEITHER, LANG_EN },
	{ "none of the two", NATURE_NEITHER, LANG_EN },
	{ "none", NATURE_NEITHER, LANG_EN },
	{ "sometimes true sometimes false", NATURE_NEITHER, LANG_EN },
	{ "it depends", NATURE_NEITHER, LANG_EN },
	{ "contingency", NATURE_NEITHER, LANG_EN },
	{ "tautologie", NATURE_TAUTOLOGY },
	{ "tautologique", NATURE_TAUTOLOGY },
	{ "tautology", NATURE_TAUTOLOGY, LANG_EN },
	{ "toujours vraie", NATURE_TAUTOLOGY },
	{ "toujours vrai", NATURE_TAUTOLOGY },
	{ "jamais fausse", NATURE_TAUTOLOGY },
	{ "jamais faux", NATURE_TAUTOLOGY },
	{ "valide", NATURE_TAUTOLOGY },
	{ "always true", NATURE_TAUTOLOGY, LANG_EN },
	{ "never false", NATURE_TAUTOLOGY, LANG_EN },
	{ "valid", NATURE_TAUTOLOGY, LANG_EN },
	{ "contradiction", NATURE_CONTRADICTION },
	{ "contradictoire", NATURE_CONTRADICTION },
	{ "contradictory", NATURE_CONTRADICTION, LANG_EN },
	{ "antilogie", NATURE_CONTRADICTION },
	{ "toujours fausse", NATURE_CONTRADICTION },
	{ "toujours faux", NATURE_CONTRADICTION },
	{ "jamais vraie", NATURE_CONTRADICTION },
	{ "jamais vrai", NATURE_CONTRADICTION },
	{ "always false", NATURE_CONTRADICTION, LANG_EN },
	{ "never true", NATURE_CONTRADICTION, LANG_EN },
	{ "unsatisfiable", NATURE_CONTRADICTION, LANG_EN },
	{ 0 },
};
static const struct phrase verdicts[] = {
	{ "n est pas une consequence", 0 },
	{ "n est pas consequence", 0 },
	{ "n en est pas une", 0 },
	{ "ne peut pas conclure", 0 },
	{ "ne peut pas le conclure", 0 },
	{ "ne decoule pas", 0 },
	{ "ne suit pas", 0 },
	{ "pas une consequence", 0 },
	{ "pas forcement", 0 },
	{ "est une consequence", 1 },
	{ "en est une", 1 },
	{ "peut conclure", 1 },
	{ "peut le conclure", 1 },
	{ "decoule", 1 },
	{ "does not follow", 0, LANG_EN },
	{ "doesn t follow", 0, LANG_EN },
	{ "not a consequence", 0, LANG_EN },
	{ "cannot conclude", 0, LANG_EN },
	{ "follows", 1, LANG_EN },
	{ "a consequence", 1, LANG_EN },
	{ "oui", 1 },
	{ "yes", 1, LANG_EN },
	{ "non", 0 },
	{ "no", 0, LANG_EN },
	{ 0 },
};

static const char *const joining[] = { "pour", "si", "quand", "lorsque", "avec", "par", "exemple", "ex", "et", "and",
	"contre", "contreexemple", "counterexample", "affectation", "ligne", "on", "a", "est", "is", "sont", "are",
	"car", "parce", "que", "qu", "puisque", "because", "since", "for", "when", "if", "with", "c", "ce", "cette",
	"cet", "la", "le", "les", "l", "une", "un", "formule", "formula", "elle", "it", "the", "rend", "rendent",
	"makes", "vaut", "valeur", "dans", "cas", "prenons", "prendre", "prend", "take", "donc", "so", "comme", "as",
	"d", "de", "en", "reponse", "answer", "ici", "here", "conclusion", "ne", "n", "s", "an", "this", "that", "in",
	"there", "egal", "assignment", "row", "aussi", "also", "alors", "then", "logique", "consequence", "premiere",
	"seconde", "autre", "example", "eg", "effet", "indeed", "y", "exist", "il", "existe" };
/* Behind an answer that needs no assignment, an explanation is read over. */
static const char *const reasons[] = { "car", "parce", "puisque", "because", "since", "effet", "indeed" };
/* Between two assignments. */
static const char *const parting[] = { "ou", "or", "mais", "but", "puis" };
static const char *const trues[] = { "vraie", "vrai", "vraies", "vrais", "v", "true", "t", "oui", "yes" };
static const char *const falses[] = { "fausse", "faux", "fausses", "f", "false", "non", "no" };

struct scanner {
	const struct proposition_question *asked;
	const char *text;
	size_t bytes, at;
	struct arena *arena;
	struct slip *slip;
	struct verdict_words *out;
	bool answered;
	struct witness open; /* what is said so far */
	uint32_t pending; /* names that wait for their value */
	size_t pending_start, pending_end;
};

#define IN(list, word) is_in((word), (list), sizeof(list) / sizeof((list)[0]))

static bool is_in(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(word, list[i]))
			return true;
	return false;
}

/* ---- letters ---- */

/* A small letter without accent; 0 when it is no letter. */
static char fold(int32_t rune)
{
	static const char accented[] = "aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
	char letter;

	if (rune >= 'a' && rune <= 'z')
		return (char)rune;
	if (rune >= 'A' && rune <= 'Z')
		return (char)(rune - 'A' + 'a');
	if (rune < 0xc0 || rune > 0xff)
		return 0;
	letter = accented[rune - 0xc0];
	return letter == '.' ? 0 : letter;
}

static int32_t next_rune(const struct scanner *scanner, size_t at, size_t *used)
{
	*used = 1;
	return at < scanner->bytes ? utf8_next(scanner->text + at, scanner->bytes - at, used) : 0;
}

/* The word at `at`, folded; its end, or `at` when there is none. */
static size_t word_at(const struct scanner *scanner, size_t at, char out[40])
{
	size_t used, count = 0;
	char letter;

	while ((letter = fold(next_rune(scanner, at, &used))) != 0 && count + 1 < 40) {
		out[count++] = letter;
		at += used;
	}
	out[count] = '\0';
	return at;
}

static bool is_gap(int32_t rune)
{
	return rune == ' ' || rune == 0xa0 || rune == 0x202f || rune == 0x2009 || rune == '\'' || rune == 0x2019 ||
	       rune == '-' || rune == 0x2010 || rune == 0x2011 || rune == '\t';
}

/* The end of the words of `phrase`, or `at`. A comma may stand between them. */
static size_t phrase_end(const struct scanner *scanner, size_t at, const char *phrase)
{
	size_t end = at, used;
	char word[40];

	for (;;) {
		size_t length = strcspn(phrase, " ");

		end = word_at(scanner, end, word);
		if (strlen(word) != length || strncmp(word, phrase, length) != 0)
			return at;
		phrase += length;
		if (*phrase == '\0')
			return end;
		phrase++;
		for (int32_t rune = next_rune(scanner, end, &used); is_gap(rune) || rune == ',';
			rune = next_rune(scanner, end, &used))
			end += used;
	}
}

/* ---- slips ---- */

static int slip_at(struct scanner *scanner, const char *code, size_t start, size_t end)
{
	static const char *const examples[][2] = {
		[ASK_FORMULA] = { "P ⇒ Q", "P ⇒ Q" },
		[ASK_NATURE] = { "ni l’un ni l’autre : vraie pour {a}=1, {b}=1 ; fausse pour {a}=1, {b}=0",
			"neither: true for {a}=1, {b}=1; false for {a}=1, {b}=0" },
		[ASK_CONSEQUENCE] = { "non : {a}=1, {b}=0", "no: {a}=1, {b}=0" },
	};
	const struct vocabulary *vocabulary = &scanner->asked->shared.vocabulary;
	const char *sign = arena_memdup(scanner->arena, scanner->text + start, end - start < 60 ? end - start : 0);
	const char *example[2];

	for (int lang = 0; lang < 2; lang++) {
		const char *pattern = examples[scanner->asked->ask][lang];
		cleanup_buf struct buf out = BUF_INIT;

		for (; *pattern; pattern++) {
			if (*pattern != '{') {
				buf_addch(&out, *pattern);
				continue;
			}
			buf_addstr(&out, vocabulary->names[pattern[1] == 'b' && vocabulary->count > 1]);
			pattern += 2;
		}
		example[lang] = arena_memdup(scanner->arena, buf_str(&out), out.len);
	}
	scanner->slip->message = proposition_say_both(scanner->arena, code,
		(struct msg_param[]){ { "sign", sign }, { "example", example[0] }, { 0 } },
		(struct msg_param[]){ { "sign", sign }, { "example", example[1] }, { 0 } });
	scanner->slip->start = start;
	scanner->slip->end = end;
	return -1;
}

/* ---- assignments ---- */

/* The end of `name` at `at` whatever the blanks inside, or `at`. */
static size_t name_end_at(const struct scanner *scanner, size_t at, const char *name, bool lower)
{
	size_t end = at, used;
	char before = '\0'; /* in the name, blanks left out */

	for (; *name; name++) {
		if (*name == ' ')
			continue;
		while (end > at && end < scanner->bytes && scanner->text[end] == ' ' && strchr("(,)", *name))
			end++;
		while (end > at && end < scanner->bytes && scanner->text[end] == ' ' && strchr("(,", before))
			end++;
		before = *name;
		if (end >= scanner->bytes ||
			(scanner->text[end] != *name &&
				!(lower && fold((unsigned char)*name) != 0 &&
					fold((unsigned char)scanner->text[end]) == fold((unsigned char)*name))))
			return at;
		end++;
	}
	int32_t next = next_rune(scanner, end, &used);
	bool closed = scanner->text[end - 1] == ')';
	return !closed && (fold(next) != 0 || (next >= '0' && next <= '9') || next == '_') ? at : end;
}

static size_t skip_blanks(const struct scanner *scanner, size_t at)
{
	size_t used;
	int32_t rune = next_rune(scanner, at, &used);

	while (at < scanner->bytes && (rune == ' ' || rune == 0xa0 || rune == 0x202f || rune == '\t')) {
		at += used;
		rune = next_rune(scanner, at, &used);
	}
	return at;
}

/* A proposition or atom at `at`: its index and *end, or -1. In another case only with an equality sign behind. */
static int find_name(const struct scanner *scanner, size_t at, size_t *end)
{
	const struct vocabulary *vocabulary = &scanner->asked->shared.vocabulary;
	int found = -1;

	*end = at;
	for (int lower = 0; lower < 2 && found < 0; lower++) {
		for (unsigned i = 0; i < vocabulary->count; i++) {
			size_t stop = name_end_at(scanner, at, vocabulary->names[i], lower);
			size_t next = skip_blanks(scanner, stop);

			if (stop > *end && (!lower || (next < scanner->bytes && strchr("=:", scanner->text[next])))) {
				*end = stop;
				found = (int)i;
			}
		}
	}
	return found;
}

static uint32_t bit_of(const struct scanner *scanner, int index)
{
	return (uint32_t)1 << (scanner->asked->shared.vocabulary.count - 1 - (unsigned)index);
}

/* The open assignment is over. */
static int close_witness(struct scanner *scanner)
{
	if (scanner->open.mask != 0) {
		if (scanner->out->count == WITNESSES_MAX)
			return slip_at(scanner, "too-many-witnesses", scanner->open.start, scanner->open.end);
		scanner->out->witnesses[scanner->out->count++] = scanner->open;
	}
	scanner->open = (struct witness){ .label = -1 };
	return 0;
}

static int take_name(struct scanner *scanner, int index, size_t end)
{
	uint32_t bit = bit_of(scanner, index);

	if (scanner->open.mask & bit) {
		if (scanner->pending != 0)
			return slip_at(scanner, "value-missing", scanner->pending_start, scanner->pending_end);
		if (close_witness(scanner) < 0)
			return -1;
	}
	if (scanner->open.mask == 0)
		scanner->open.start = scanner->at;
	if (scanner->pending == 0)
		scanner->pending_start = scanner->at;
	scanner->pending |= bit;
	scanner->pending_end = end;
	scanner->at = end;
	return 0;
}

/* The value of all names that wait, or what the formula is for an assignment. */
static int take_value(struct scanner *scanner, bool value, size_t end)
{
	if (scanner->pending == 0) {
		if (scanner->open.label >= 0 && close_witness(scanner) < 0)
			return -1;
		scanner->open.label = value;
		scanner->at = end;
		return 0;
	}
	scanner->open.mask |= scanner->pending;
	if (value)
		scanner->open.row |= scanner->pending;
	scanner->open.end = end;
	scanner->pending = 0;
	scanner->at = end;
	return 0;
}

/* ---- words ---- */

static const struct phrase *find_phrase(const struct scanner *scanner, size_t *end)
{
	const struct phrase *phrase = scanner->asked->ask == ASK_NATURE ? natures : verdicts;

	for (; phrase->words; phrase++) {
		*end = phrase_end(scanner, scanner->at, phrase->words);
		if (*end > scanner->at)
			return phrase;
	}
	return NULL;
}

static bool is_whole(const struct scanner *scanner)
{
	if (scanner->asked->ask == ASK_NATURE)
		return scanner->answered && scanner->out->answer != NATURE_NEITHER;
	return scanner->answered && scanner->out->answer == 1;
}

static int take_word(struct scanner *scanner)
{
	const struct phrase *phrase = NULL;
	size_t end, stop;
	char word[40];

	if (scanner->pending == 0)
		phrase = find_phrase(scanner, &end);
	if (phrase) {
		if (scanner->answered && scanner->out->answer != phrase->answer)
			return slip_at(scanner, "two-answers", scanner->at, end);
		scanner->answered = true;
		scanner->out->answer = phrase->answer;
		scanner->out->lang = phrase->lang;
		scanner->at = end;
		return 0;
	}
	stop = word_at(scanner, scanner->at, word);
	if (IN(trues, word) || IN(falses, word))
		return take_value(scanner, IN(trues, word), stop);
	if (IN(parting, word) && scanner->pending == 0) {
		scanner->at = stop;
		return close_witness(scanner);
	}
	if (IN(reasons, word) && is_whole(scanner)) {
		scanner->at = scanner->bytes;
		return 0;
	}
	if (!IN(joining, word))
		return slip_at(scanner, "answer-word", scanner->at, stop);
	scanner->at = stop;
	return 0;
}

static int take_sign(struct scanner *scanner, int32_t rune, size_t used)
{
	static const char plain[] = ",.:=()'-`\"!>&{}[]";
	bool apart = rune == ';' || rune == '\n' || rune == '\r' || rune == '/';

	if (rune < 0 || (!apart && !is_gap(rune) && !(rune < 0x80 && strchr(plain, rune)) && rune != 0xab &&
				rune != 0xbb && rune != 0x2026 && rune != 0x2192 && rune != 0x2013 && rune != 0x2014 &&
				rune != 0x2227 && rune != 0x2018 && rune != 0x201c && rune != 0x201d))
		return slip_at(scanner, "answer-word", scanner->at, scanner->at + used);
	scanner->at += used;
	return apart && scanner->pending == 0 ? close_witness(scanner) : 0;
}

static int step(struct scanner *scanner)
{
	size_t used, end;
	int32_t rune = next_rune(scanner, scanner->at, &used);
	int name = find_name(scanner, scanner->at, &end);

	if (name >= 0)
		return take_name(scanner, name, end);
	if (fold(rune) != 0)
		return take_word(scanner);
	if (rune != '0' && rune != '1')
		return take_sign(scanner, rune, used);
	rune = next_rune(scanner, scanner->at + 1, &end);
	if (scanner->pending == 0 || fold(rune) != 0 || (rune >= '0' && rune <= '9'))
		return slip_at(scanner, "answer-word", scanner->at, scanner->at + 1);
	return take_value(scanner, scanner->text[scanner->at] == '1', scanner->at + 1);
}

int verdict_words_read(struct verdict_words *out, const struct proposition_question *asked, const char *text,
	size_t bytes, struct arena *arena, struct slip *slip)
{
	struct scanner scanner = {
		.asked = asked, .text = text, .bytes = bytes, .arena = arena, .slip = slip, .out = out
	};

	*out = (struct verdict_words){ .count = 0 };
	scanner.open.label = -1;
	while (scanner.at < bytes)
		if (step(&scanner) < 0)
			return -1;
	if (scanner.pending != 0)
		return slip_at(&scanner, "value-missing", scanner.pending_start, scanner.pending_end);
	if (close_witness(&scanner) < 0)
		return -1;
	return scanner.answered ? 0 : slip_at(&scanner, "no-answer", 0, 0);
}
