/* Both languages, one row for each thing that is said of a grid. */
#include "grid_words.h"
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"

enum { SHOWN_BYTES = 60 };

static const struct msg_entry entries[] = {
	/* Tables that cannot be read. */
	{ "unknown-heading",
		"L’en-tête « {heading} » n’est ni une variable, ni une colonne demandée, ni une formule lisible : "
		"séparez les colonnes par « | » et reprenez les en-têtes de l’énoncé.",
		"The heading “{heading}” is neither a variable, nor a column that is asked, nor a formula that can be "
		"read: separate columns by “|” and use the statement's headings." },
	{ "header-missing",
		"Ces colonnes ne se reconnaissent pas : écrivez d’abord une ligne d’en-tête, par exemple : a | b | E.",
		"These columns cannot be told apart: write a header line first, for instance: a | b | E." },
	{ "input-column-missing",
		"Il manque la colonne de la variable {name} : montrez toutes les variables, ou aucune (les lignes sont "
		"alors dans l’ordre habituel).",
		"The column of the variable {name} is missing: show all variables, or none (rows are then in the usual "
		"order)." },
	{ "result-column-missing",
		"Il manque la colonne {name} ; laissez ses cases vides si vous ne savez pas les remplir.",
		"The column {name} is missing; leave its cells empty if you cannot fill them." },
	{ "cell-word", "« {cell} » n’est pas une valeur : écrivez 0 ou 1 (V et F vont aussi), ou laissez la case vide.",
		"“{cell}” is no value: write 0 or 1 (T and F will do), or leave the cell empty." },
	{ "cell-open",
		"« {cell} » veut dire « indifférent », et cette question n’a aucun cas indifférent : écrivez 0 ou 1, "
		"ou laissez la case vide.",
		"“{cell}” means “don't care”, and this question has no such case: write 0 or 1, or leave the cell "
		"empty." },
	{ "cells-count",
		"Cette ligne a {count} cases au lieu de {wanted} : une par colonne, « . » pour une case que vous "
		"laissez vide.",
		"This line has {count} cells instead of {wanted}: one for each column, “.” for one that you leave "
		"empty." },
	{ "inputs-missing",
		"Les variables de cette ligne doivent toutes valoir 0 ou 1 : on ne sait pas de quel cas il s’agit.",
		"The variables of this line must all be 0 or 1: it cannot be told which case it is." },
	{ "rows-too-many", "Il y a trop de lignes : le tableau en a {wanted}.",
		"There are too many lines: the table has {wanted}." },
	{ "row-repeated", "Le cas {row} est écrit deux fois : gardez une seule de ces lignes.",
		"The case {row} is written twice: keep only one of these lines." },
	{ "row-missing", "Il manque la ligne {row} ; laissez ses cases vides si vous ne savez pas les remplir.",
		"The line {row} is missing; leave its cells empty if you cannot fill them." },
	{ "column-length", "La colonne « {heading} » a {count} cases au lieu de {wanted}.",
		"The column “{heading}” has {count} cells instead of {wanted}." },
	{ "table-json",
		"Un tableau est attendu : un texte, ou un objet {\"columns\": {\"E\": [\"0\", \"1\", …]}} ou "
		"{\"rows\": [[\"0\", \"0\", \"1\"], …]}.",
		"A table is expected: a text, or an object {\"columns\": {\"E\": [\"0\", \"1\", …]}} or {\"rows\": "
		"[[\"0\", \"0\", \"1\"], …]}." },
	{ "table-too-long", "Ce tableau est beaucoup trop long.", "This table is far too long." },

	/* What is wrong with a column. */
	{ "column-blank", "La colonne {column} est vide.", "The column {column} is empty." },
	{ "column-unfinished", "La colonne {column} n’est pas finie : il manque la valeur pour {row}.",
		"The column {column} is not finished: the value for {row} is missing." },
	{ "column-negated",
		"La colonne {column} est exactement le contraire de ce qu’elle doit être : tous les 0 et les 1 sont "
		"échangés.",
		"The column {column} is exactly the opposite of what it must be: all 0 and 1 are exchanged." },
	{ "columns-exchanged", "Les colonnes {column} et {other} sont échangées.",
		"The columns {column} and {other} are exchanged." },
	{ "rows-reversed",
		"La colonne {column} serait juste si les lignes étaient dans l’ordre inverse : chaque valeur va avec "
		"les variables de sa propre ligne.",
		"The column {column} would be right if the rows were in reversed order: each value goes with the "
		"variables of its own row." },
	{ "implies-as-iff",
		"Dans la colonne {column}, vous avez lu ⇒ comme ⇔ : « P ⇒ Q » n’est fausse que si P est vraie et Q "
		"fausse ; quand P est fausse, elle est vraie.",
		"In the column {column} you read ⇒ as ⇔: “P ⇒ Q” is false only if P is true and Q false; when P is "
		"false it is true." },
	{ "implies-as-and",
		"Dans la colonne {column}, vous avez lu ⇒ comme « et » : « P ⇒ Q » n’est fausse que si P est vraie et "
		"Q fausse ; quand P est fausse, elle est vraie.",
		"In the column {column} you read ⇒ as “and”: “P ⇒ Q” is false only if P is true and Q false; when P is "
		"false it is true." },
	{ "implies-reversed",
		"Dans la colonne {column}, vous avez lu l’implication à l’envers : « P ⇒ Q » n’est fausse que si P est "
		"vraie et Q fausse.",
		"In the column {column} you read the implication the wrong way round: “P ⇒ Q” is false only if P is "
		"true and Q false." },
	{ "iff-as-implies",
		"Dans la colonne {column}, vous avez lu ⇔ comme ⇒ : « P ⇔ Q » est vraie quand P et Q ont la même "
		"valeur.",
		"In the column {column} you read ⇔ as ⇒: “P ⇔ Q” is true when P and Q have the same value." },
	{ "iff-as-and",
		"Dans la colonne {column}, vous avez lu ⇔ comme « et » : « P ⇔ Q » est vraie aussi quand P et Q sont "
		"fausses toutes les deux.",
		"In the column {column} you read ⇔ as “and”: “P ⇔ Q” is also true when P and Q are both false." },
	{ "xor-as-or",
		"Dans la colonne {column}, vous avez lu le « ou exclusif » (⊕) comme un « ou » : il vaut 0 quand les "
		"deux valent 1.",
		"In the column {column} you read “exclusive or” (⊕) as “or”: it is 0 when both are 1." },
	{ "or-as-xor",
		"Dans la colonne {column}, vous avez lu le « ou » (+) comme un « ou exclusif » : il vaut 1 aussi quand "
		"les deux valent 1.",
		"In the column {column} you read “or” (+) as “exclusive or”: it is 1 also when both are 1." },
	{ "or-as-and", "Dans la colonne {column}, vous avez lu un « ou » (+) comme un « et » (·).",
		"In the column {column} you read an “or” (+) as an “and” (·)." },
	{ "and-as-or", "Dans la colonne {column}, vous avez lu un « et » (·) comme un « ou » (+).",
		"In the column {column} you read an “and” (·) as an “or” (+)." },
	{ "not-forgotten", "Dans la colonne {column}, vous avez oublié une barre (une négation).",
		"In the column {column} you forgot a bar (a negation)." },
	{ "column-first",
		"Première erreur de la colonne {column} : pour {row}, elle vaut {wanted}{should}, et vous avez {got}.",
		"First mistake of the column {column}: for {row} it is {wanted}{should}, and you have {got}." },
	{ "column-carried",
		"La colonne {column} suit de vos colonnes précédentes, même si elles ne sont pas toutes justes : ses "
		"cases cohérentes sont comptées.",
		"The column {column} follows from your columns before, even though not all of them are right: its "
		"consistent cells are counted." },
	{ "extra-column", "Votre colonne {column} est fausse pour {row} : elle y vaut {wanted}.",
		"Your column {column} is wrong for {row}: it is {wanted} there." },

	/* To authors. */
	{ "columns-too-many", "au plus {most} colonnes intermédiaires", "{most} intermediate columns at most" },
	{ "points-too-fine", "ces points ne se partagent pas en parts exactes",
		"these points cannot be shared exactly" },
	{ "column-twice", "cette colonne est déjà une variable, le résultat ou une autre colonne",
		"this column is a variable, the result or another column already" },
};

const struct msg_table boolean_grid_messages = { "grader_boolean", entries, sizeof(entries) / sizeof(entries[0]) };

struct msg_text grid_say(struct arena *arena, const char *code, const struct msg_param *params)
{
	return msg_make(arena, &boolean_grid_messages, code, params);
}

struct msg_text grid_say_both(
	struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en)
{
	struct msg_text out = grid_say(arena, code, fr);

	out.en = grid_say(arena, code, en).en;
	return out;
}

const char *grid_shown(struct arena *arena, const char *text)
{
	struct buf cleanup_buf out = BUF_INIT;
	size_t bytes = strlen(text), used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);

		if (at + used > SHOWN_BYTES) {
			buf_addstr(&out, "…");
			break;
		}
		if (rune < ' ' || (rune >= 0x7f && rune < 0xa0) || rune == '|')
			buf_addstr(&out, "\ufffd");
		else
			buf_add(&out, text + at, used);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

enum cell grid_json_cell(const json_t *value)
{
	if (value == NULL || json_is_null(value))
		return CELL_BLANK;
	if (json_is_string(value))
		return cell_of(json_string_value(value), json_string_length(value));
	if (json_is_boolean(value))
		return json_is_true(value) ? CELL_1 : CELL_0;
	if (json_is_integer(value) && (json_integer_value(value) == 0 || json_integer_value(value) == 1))
		return json_integer_value(value) == 1 ? CELL_1 : CELL_0;
	return CELL_WORD;
}

const char *grid_json_text(struct arena *arena, const json_t *value)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(200);

	if (value == NULL || json_is_null(value))
		return "";
	if (json_is_string(value))
		return grid_shown(arena, json_string_value(value));
	if (grid_json_cell(value) != CELL_WORD)
		return grid_json_cell(value) == CELL_1 ? "1" : "0";
	json_print(&out, value);
	return grid_shown(arena, buf_str(&out));
}

const char *grid_cell_name(enum cell cell)
{
	static const char *const names[] = { "0", "1", "x", "·", "?" };

	return names[cell];
}

/* The next byte that is no blank. */
static char next_byte(const char **text)
{
	while (**text == ' ' || **text == '\t' || **text == '\r' || **text == '\n')
		(*text)++;
	return **text == '\0' ? '\0' : *(*text)++;
}

bool grid_is_starter(const char *text, const char *starter)
{
	char c;

	do {
		c = next_byte(&text);
		if (c != next_byte(&starter))
			return false;
	} while (c != '\0');
	return true;
}
