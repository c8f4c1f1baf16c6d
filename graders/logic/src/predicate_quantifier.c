/*
 * Quantifiers: their signs and words, their variables, and what stands between them and what they say. One quantifier of
 * several variables becomes as many tokens.
 */
#include <string.h>
#include "predicate_reading.h"

struct spelling {
	const char *words;
	enum quantifier quantifier;
};

static const struct spelling spellings[] = {
	{ "pour tout", QUANTIFIER_FORALL },
	{ "pour tous", QUANTIFIER_FORALL },
	{ "pour toute", QUANTIFIER_FORALL },
	{ "pour toutes", QUANTIFIER_FORALL },
	{ "pour chaque", QUANTIFIER_FORALL },
	{ "pour n importe quel", QUANTIFIER_FORALL },
	{ "quel que soit", QUANTIFIER_FORALL },
	{ "quelque soit", QUANTIFIER_FORALL },
	{ "quels que soient", QUANTIFIER_FORALL },
	{ "quelle que soit", QUANTIFIER_FORALL },
	{ "for all", QUANTIFIER_FORALL },
	{ "for every", QUANTIFIER_FORALL },
	{ "for each", QUANTIFIER_FORALL },
	{ "for any", QUANTIFIER_FORALL },
	{ "forall", QUANTIFIER_FORALL },
	{ "il existe au moins un", QUANTIFIER_EXISTS },
	{ "il existe un", QUANTIFIER_EXISTS },
	{ "il existe", QUANTIFIER_EXISTS },
	{ "il y a au moins un", QUANTIFIER_EXISTS },
	{ "il y a un", QUANTIFIER_EXISTS },
	{ "il n existe aucun", QUANTIFIER_NONE },
	{ "il n existe pas de", QUANTIFIER_NONE },
	{ "il n existe pas", QUANTIFIER_NONE },
	{ "there exists no", QUANTIFIER_NONE },
	{ "there exists an", QUANTIFIER_EXISTS },
	{ "there exists some", QUANTIFIER_EXISTS },
	{ "there exists", QUANTIFIER_EXISTS },
	{ "there exist", QUANTIFIER_EXISTS },
	{ "there is no", QUANTIFIER_NONE },
	{ "there is an", QUANTIFIER_EXISTS },
	{ "there is some", QUANTIFIER_EXISTS },
	{ "there is", QUANTIFIER_EXISTS },
	{ "for some", QUANTIFIER_EXISTS },
	{ "exists", QUANTIFIER_EXISTS },
};

/* Between a quantifier and what it says. */
static const char *const links[] = { "tel que", "telle que", "tels que", "telles que", "tq", "on a", "such that", "st",
	"we have" };

/* The sign after a quantifier, or `at`. */
static size_t quantifier_end(const struct reader *reader, size_t at, enum quantifier *out)
{
	size_t command = at + (rune_at(reader, at) == '\\'), end;

	switch (rune_at(reader, at)) {
	case 0x2200:
		*out = QUANTIFIER_FORALL;
		return at + 1;
	case 0x2203:
		*out = QUANTIFIER_EXISTS;
		return at + 1;
	case 0x2204:
		*out = QUANTIFIER_NONE;
		return at + 1;
	default:
		break;
	}
	if (command > at && words_end(reader->signs, reader->count, command, "nexists") > command) {
		*out = QUANTIFIER_NONE;
		return command + 7;
	}
	if (at > 0 && command == at && sign_is_letter(reader->signs[at - 1].rune))
		return at;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		end = words_end(reader->signs, reader->count, command, spellings[i].words);
		*out = spellings[i].quantifier;
		if (end > command)
			return end;
	}
	return at;
}

/* The braces of a LaTeX command: "\\mathbb{N}". */
static size_t after_braces(const struct reader *reader, size_t at, size_t end)
{
	if (rune_at(reader, at) != '\\' || rune_at(reader, end) != '{')
		return end;
	while (end < reader->count && reader->signs[end].rune != '}')
		end++;
	return end < reader->count ? end + 1 : end;
}

/* "∈ E", "dans {1, 2, 3}": the sign after it, or `at`; 0 and the slip when it is a part of the domain. */
static size_t domain_end(struct reader *reader, size_t at)
{
	static const char *const words[] = { "dans", "in", "appartenant a", "element de" };
	const struct quantified *quantified = reader->quantified;
	size_t end = at + (rune_at(reader, at) == 0x2208), open;
	unsigned seen = 0;

	if (rune_at(reader, at) == '\\' && words_end(reader->signs, reader->count, at + 1, "in") > at + 1)
		end = at + 3;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]) && end == at; i++)
		end = words_end(reader->signs, reader->count, at, words[i]);
	if (end == at)
		return at;
	end = skip_blanks(reader, end);
	end += rune_at(reader, end) == '\\' && rune_at(reader, end + 1) == '{';
	open = end;
	if (rune_at(reader, open) != '{') {
		while (end < reader->count && (sign_is_letter(reader->signs[end].rune) || rune_at(reader, end) == '\\'))
			end++;
		return end > open ? after_braces(reader, open, end) : at;
	}
	for (end++; end < reader->count && reader->signs[end].rune != '}'; end++) {
		size_t stop = name_end(reader->signs, reader->count, end, false);
		struct name_key key;
		int element = -1;

		if (stop == end)
			continue;
		if (name_key(&key, reader->signs, end, stop))
			element = find_key(quantified->elements, quantified->world->element_count, &key);
		if (element >= 0)
			seen |= 1u << element;
		end = stop - 1;
	}
	if (end < reader->count && seen == (1u << quantified->world->element_count) - 1)
		return end + 1;
	end = end < reader->count ? end : reader->count - 1;
	slip_set(reader, "quantifier-part", reader->signs[open].start, reader->signs[end].end,
		(struct msg_param[]){ { "known", element_list(reader) }, { 0 } });
	return 0;
}

/* The variable at signs[at]: a letter and its index, with nothing glued to it but a predicate. 0 when there is none. */
static size_t variable_end(const struct reader *reader, size_t at)
{
	const struct quantified *quantified = reader->quantified;
	size_t end, stop;
	struct name_key key;

	if (at >= reader->count || !sign_is_letter(reader->signs[at].rune))
		return 0;
	end = name_end(reader->signs, reader->count, at, true);
	stop = end;
	while (stop < reader->count && sign_is_letter(reader->signs[stop].rune))
		stop++;
	if (stop == end)
		return end;
	if (!name_key(&key, reader->signs, end, stop) ||
		find_key(quantified->predicates, quantified->world->predicate_count, &key) < 0)
		return 0;
	return end;
}

/* By a quantifier around this place, or by the one that is being read. */
static bool is_bound(const struct quantified *quantified, const struct name_key *key)
{
	for (size_t i = 0; i < quantified->waiting_count; i++)
		if (find_key(&quantified->waiting[i].key, 1, key) == 0)
			return true;
	return find_bound(quantified, key) >= 0;
}

/* Another variable after a comma, and not what the quantifier says. */
static size_t another_end(const struct reader *reader, size_t at)
{
	const struct quantified *quantified = reader->quantified;
	size_t end = variable_end(reader, at), next, word;
	enum quantifier quantifier;
	struct name_key key;

	if (end == 0 || word_at(reader, at, &word) != NULL || quantifier_end(reader, at, &quantifier) > at ||
		!name_key(&key, reader->signs, at, end) || is_bound(quantified, &key) ||
		find_key(quantified->predicates, quantified->world->predicate_count, &key) >= 0)
		return 0;
	next = rune_at(reader, skip_blanks(reader, end));
	return next == '(' || next == '=' || next == 0x2260 ? 0 : end;
}

/* What separates a quantifier from the rest: ∈ E, commas, "tel que". -1 and the slip. */
static int skip_links(struct reader *reader)
{
	size_t at = domain_end(reader, skip_blanks(reader, reader->at)), before;

	if (at == 0 && reader->at > 0)
		return -1;
	do {
		before = at;
		at = skip_blanks(reader, at);
		if (at < reader->count && reader->signs[at].rune < 0x80 &&
			strchr(",:.;|", (int)reader->signs[at].rune) != NULL)
			at++;
		if (rune_at(reader, at) == '\\' && at + 1 < reader->count && reader->signs[at + 1].rune < 0x80 &&
			strchr(",;: ", (int)reader->signs[at + 1].rune) != NULL)
			at += 2;
		for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
			at = words_end(reader->signs, reader->count, at, links[i]);
	} while (at > before);
	reader->at = at;
	return 0;
}

/* Emits the next variable of the quantifier that was read. */
static int next_quantifier(struct reader *reader, struct token *out)
{
	struct quantified *quantified = reader->quantified;
	const struct token *token = &quantified->quantifier;

	if (quantified->bound_count == QUANTIFIERS_MAX)
		return slip_set(reader, "too-many-quantifiers", token->start, token->end, NULL);
	quantified->bound[quantified->bound_count++] = quantified->waiting[quantified->waiting_at];
	*out = *token;
	out->bars = quantified->waiting_at == 0 ? token->bars : 0;
	if (++quantified->waiting_at == quantified->waiting_count)
		quantified->waiting_count = 0;
	reader->last = *out;
	return 1;
}

static int take_variables(struct reader *reader, struct token *out, size_t end, enum quantifier quantifier)
{
	struct quantified *quantified = reader->quantified;
	size_t start = reader->at, at = skip_blanks(reader, end), stop = variable_end(reader, at);

	if (rune_at(reader, at) == '!' || words_end(reader->signs, reader->count, at, "unique") > at)
		return slip_excerpt(reader, "quantifier-unique", reader->signs[start].start, reader->signs[at].end);
	quantified->waiting_count = 0;
	quantified->waiting_at = 0;
	if (stop == 0)
		return slip_excerpt(
			reader, "quantifier-variable", reader->signs[start].start, reader->signs[end - 1].end);
	while (stop > 0) {
		struct binding *binding = &quantified->waiting[quantified->waiting_count];

		if (quantified->waiting_count == QUANTIFIERS_MAX)
			return slip_set(
				reader, "too-many-quantifiers", reader->signs[at].start, reader->signs[at].end, NULL);
		quantified->waiting_count++;
		if (!name_key(&binding->key, reader->signs, at, stop))
			return slip_excerpt(
				reader, "name-too-long", reader->signs[at].start, reader->signs[stop - 1].end);
		binding->name = text_of(reader, at, stop);
		end = stop;
		at = skip_blanks(reader, stop);
		stop = 0;
		if (rune_at(reader, at) == ',' || rune_at(reader, at) == ';') {
			at = skip_blanks(reader, at + 1);
			stop = another_end(reader, at);
		}
	}
	quantified->quantifier = (struct token){ .kind = TOKEN_QUANTIFIER,
		.value = quantifier == QUANTIFIER_FORALL ? QUANTIFIER_FORALL : QUANTIFIER_EXISTS,
		.bars = quantifier == QUANTIFIER_NONE,
		.start = reader->signs[start].start,
		.end = reader->signs[end - 1].end };
	reader->at = end;
	if (skip_links(reader) < 0)
		return -1;
	return next_quantifier(reader, out);
}

int take_quantifier(struct reader *reader, struct token *out)
{
	enum quantifier quantifier;
	size_t end;

	if (reader->quantified->waiting_count > 0)
		return next_quantifier(reader, out);
	end = quantifier_end(reader, reader->at, &quantifier);
	return end > reader->at ? take_variables(reader, out, end, quantifier) : 0;
}
