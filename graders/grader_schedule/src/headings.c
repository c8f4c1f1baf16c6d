/* Headings in French and English, however they are shortened. */
#include <string.h>
#include "answer.h"
#include "base/utf8.h"

static const struct {
	const char *from;
	char to;
} accents[] = {
	{ "àâäÀÂÄ", 'a' },
	{ "éèêëÉÈÊË", 'e' },
	{ "îïÎÏ", 'i' },
	{ "ôöÔÖ", 'o' },
	{ "ùûüÙÛÜ", 'u' },
	{ "çÇ", 'c' },
};

static char plain_letter(const char *at, size_t used)
{
	for (size_t i = 0; i < sizeof(accents) / sizeof(accents[0]); i++) {
		for (const char *c = accents[i].from; *c; c += 2) {
			if (used == 2 && memcmp(c, at, 2) == 0)
				return accents[i].to;
		}
	}
	return ' ';
}

enum { HEADING_BYTES_MAX = 120 };

/* Small letters without accents, one blank between words and around them all: " date au plus tot ". At most
 * HEADING_BYTES_MAX of `text`; `out` has room for three more. */
static const char *folded(char *out, const char *text, size_t bytes)
{
	size_t count = 0, used;

	bytes = bytes < HEADING_BYTES_MAX ? bytes : HEADING_BYTES_MAX;

	out[count++] = ' ';
	for (size_t i = 0; i < bytes; i += used) {
		int32_t rune = utf8_next(text + i, bytes - i, &used);
		char letter = ' ';

		used = rune < 0 ? 1 : used;
		if (rune >= 'A' && rune <= 'Z')
			letter = (char)(rune + 32);
		else if ((rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9'))
			letter = (char)rune;
		else if (rune > 127)
			letter = utf8_is_mark(rune) ? '\0' : plain_letter(text + i, used);
		if (letter != '\0' && (letter != ' ' || out[count - 1] != ' '))
			out[count++] = letter;
	}
	if (out[count - 1] != ' ')
		out[count++] = ' ';
	out[count] = '\0';
	return out;
}

/* The first row all of whose words are in the heading, each as the beginning of a word, or, with a blank behind, a word. */
static const struct {
	const char *words[3];
	int role;
} headings[] = {
	{ { "raccourcir", "chacun" }, PART_SHORTEN_EACH },
	{ { "reduire", "chacun" }, PART_SHORTEN_EACH },
	{ { "shorten", "each" }, PART_SHORTEN_EACH },
	{ { "suffi" }, PART_SHORTEN_EACH },
	{ { "enough" }, PART_SHORTEN_EACH },
	{ { "raccourci" }, PART_SHORTEN },
	{ { "reduire" }, PART_SHORTEN },
	{ { "shorten" }, PART_SHORTEN },
	{ { "change" }, PART_CHANGES },
	{ { "decale" }, PART_CHANGES },
	{ { "moved" }, PART_CHANGES },
	{ { "nouvelle", "duree" }, PART_WHAT_IF },
	{ { "new ", "duration" }, PART_WHAT_IF },
	{ { "what", "if " }, PART_WHAT_IF },
	{ { "et ", "si " }, PART_WHAT_IF },
	{ { "chemins" }, PART_PATHS },
	{ { "critical", "paths" }, PART_PATHS },
	{ { "chemin" }, PART_PATH },
	{ { "critical", "path" }, PART_PATH },
	{ { "path" }, PART_PATH },
	{ { "critique" }, PART_CRITICAL },
	{ { "critical" }, PART_CRITICAL },
	{ { "anteri" }, PART_PREDECESSORS },
	{ { "predecesseur" }, PART_PREDECESSORS },
	{ { "predecessor" }, PART_PREDECESSORS },
	{ { "pred" }, PART_PREDECESSORS },
	{ { "after" }, PART_PREDECESSORS },
	{ { "success" }, PART_SUCCESSORS },
	{ { "succ" }, PART_SUCCESSORS },
	{ { "suivant" }, PART_SUCCESSORS },
	{ { "niv" }, PART_LEVELS },
	{ { "level" }, PART_LEVELS },
	{ { "rang" }, PART_LEVELS },
	{ { "marge", "l" }, PART_FREE },
	{ { "free" }, PART_FREE },
	{ { "ml " }, PART_FREE },
	{ { "m ", "l " }, PART_FREE },
	{ { "ff " }, PART_FREE },
	{ { "marge" }, PART_TOTAL },
	{ { "mt " }, PART_TOTAL },
	{ { "m ", "t " }, PART_TOTAL },
	{ { "tf " }, PART_TOTAL },
	{ { "total", "float" }, PART_TOTAL },
	{ { "total", "slack" }, PART_TOTAL },
	{ { "slack" }, PART_TOTAL },
	{ { "float" }, PART_TOTAL },
	{ { "fin ", "tot " }, PART_EARLIEST_FINISH },
	{ { "early", "finish" }, PART_EARLIEST_FINISH },
	{ { "earliest", "finish" }, PART_EARLIEST_FINISH },
	{ { "earliest", "end" }, PART_EARLIEST_FINISH },
	{ { "ef " }, PART_EARLIEST_FINISH },
	{ { "fin ", "tard " }, PART_LATEST_FINISH },
	{ { "late", "finish" }, PART_LATEST_FINISH },
	{ { "latest", "end" }, PART_LATEST_FINISH },
	{ { "lf " }, PART_LATEST_FINISH },
	{ { "tot " }, PART_EARLIEST },
	{ { "early" }, PART_EARLIEST },
	{ { "earliest" }, PART_EARLIEST },
	{ { "es " }, PART_EARLIEST },
	{ { "tard " }, PART_LATEST },
	{ { "late" }, PART_LATEST },
	{ { "ls " }, PART_LATEST },
	{ { "etape" }, ROLE_STAGES },
	{ { "stage" }, ROLE_STAGES },
	{ { "sommet" }, ROLE_STAGES },
	{ { "tache" }, ROLE_TASKS },
	{ { "task" }, ROLE_TASKS },
	{ { "activit" }, ROLE_TASKS },
	{ { "duree" }, PART_DURATION },
	{ { "duration" }, PART_DURATION },
	{ { "jours" }, ROLE_DATA },
	{ { "days" }, ROLE_DATA },
	{ { "least" }, ROLE_DATA },
	{ { "minim" }, ROLE_DATA },
};

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = strchr(text, ' '); at; at = strchr(at + 1, ' ')) {
		if (strncmp(at + 1, word, length) == 0)
			return true;
	}
	return false;
}

int heading_role(const struct schedule_question *asked, const char *text, size_t bytes)
{
	char room[HEADING_BYTES_MAX + 3];
	const char *words = folded(room, text, bytes);

	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		bool all = true;

		for (size_t j = 0; j < 3 && headings[i].words[j]; j++)
			all &= has_word(words, headings[i].words[j]);
		if (!all)
			continue;
		int role = headings[i].role;
		/* Only one of the two was asked, or PERT has no tasks among its stages' dates. */
		if (role == PART_PATH && !asked->asked[PART_PATH] && asked->asked[PART_PATHS])
			return PART_PATHS;
		if (role == PART_PATHS && !asked->asked[PART_PATHS] && asked->asked[PART_PATH])
			return PART_PATH;
		if (role == PART_SHORTEN && !asked->asked[PART_SHORTEN] && asked->asked[PART_SHORTEN_EACH])
			return PART_SHORTEN_EACH;
		if (role == PART_SHORTEN_EACH && !asked->asked[PART_SHORTEN_EACH])
			return PART_SHORTEN;
		return role == ROLE_STAGES && !asked->pert ? ROLE_TASKS : role;
	}
	return ROLE_NONE;
}

static const struct {
	const char *word;
	int side;
} borders[] = { { " debut ", 1 }, { " deb ", 1 }, { " start ", 1 }, { " begin ", 1 }, { " depart ", 1 }, { " fin ", 2 },
	{ " end ", 2 }, { " finish ", 2 }, { " arrivee ", 2 } };

int border_word(const char *text, size_t bytes)
{
	char room[HEADING_BYTES_MAX + 3];
	const char *words;

	if (bytes > 20)
		return 0;
	if (bytes == 2 && memcmp(text, "α", 2) == 0)
		return 1;
	if (bytes == 2 && (memcmp(text, "ω", 2) == 0 || memcmp(text, "Ω", 2) == 0))
		return 2;
	words = folded(room, text, bytes);
	for (size_t i = 0; i < sizeof(borders) / sizeof(borders[0]); i++) {
		if (strcmp(words, borders[i].word) == 0)
			return borders[i].side;
	}
	return 0;
}

static const char *const none_words[] = { "", "-", "−", "–", "—", "∅", "Ø", "ø", "{}", "/", "aucun", "aucune", "Aucun",
	"Aucune", "none", "None", "néant", "rien", "{ }" };

bool is_none_word(const char *text, size_t bytes)
{
	while (bytes > 0 && (text[0] == ' ' || text[0] == '\t')) {
		text++;
		bytes--;
	}
	while (bytes > 0 && strchr(" \t\r\n", text[bytes - 1]))
		bytes--;
	for (size_t i = 0; i < sizeof(none_words) / sizeof(none_words[0]); i++) {
		if (strlen(none_words[i]) == bytes && memcmp(none_words[i], text, bytes) == 0)
			return true;
	}
	return false;
}
