/* What laws are called in texts: "(loi de De Morgan)". */
#include <string.h>
#include "logic/law.h"

static const struct msg_entry entries[] = {
	{ "unknown", "aucune loi reconnue", "no law recognised" },
	{ "commutativity", "commutativité et associativité", "commutativity and associativity" },
	{ "double-negation", "double négation", "double negation" },
	{ "de-morgan", "loi de De Morgan", "De Morgan’s law" },
	{ "idempotence", "idempotence", "idempotence" },
	{ "neutral", "élément neutre", "identity element" },
	{ "absorbing", "élément absorbant", "absorbing element" },
	{ "complement", "complémentarité", "complementarity" },
	{ "absorption", "absorption", "absorption" },
	{ "redundancy", "absorption du complément", "absorption of the complement" },
	{ "distributivity", "distributivité", "distributivity" },
	{ "consensus", "consensus", "consensus" },
	{ "adjacency", "adjacence", "adjacency" },
	{ "xor", "définition du ou exclusif", "definition of exclusive or" },
	{ "implication", "définition de l’implication", "definition of implication" },
	{ "equivalence", "définition de l’équivalence", "definition of equivalence" },
	{ "contraposition", "contraposition", "contraposition" },
	{ "nand-nor", "définition de NON-ET et de NON-OU", "definition of NAND and NOR" },
	{ "constant", "complément d’une constante", "complement of a constant" },
};

const struct msg_table law_messages = { "laws", entries, sizeof(entries) / sizeof(entries[0]) };

struct msg_text law_title(enum law law)
{
	const struct msg_entry *entry = entries;

	for (size_t i = 0; i < law_messages.count; i++) {
		if (strcmp(entries[i].code, law_name(law)) == 0)
			entry = &entries[i];
	}
	return (struct msg_text){ entry->code, entry->fr, entry->en };
}
