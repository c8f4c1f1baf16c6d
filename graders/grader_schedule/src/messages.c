/* Both languages, one row for each thing that is said of an answer; French as it is printed. */
#include "grader_schedule/grader_schedule.h"

static const struct msg_entry entries[] = {
	/* About a part as a whole. */
	{ "part-blank", "Cette partie n’a pas de réponse.", "This part has no answer." },
	{ "part-idle",
		"La même valeur partout, ou les durées de l’énoncé recopiées, ne rapportent rien : chaque case se "
		"calcule.",
		"The same value everywhere, or the statement's durations copied, earn nothing: each cell is worked "
		"out." },
	{ "part-carried",
		"{part} : ces valeurs ne sont pas celles du projet, mais elles découlent correctement de vos résultats "
		"précédents : "
		"elles sont comptées.",
		"{part}: these values are not the project's, but they follow correctly from your earlier results: they "
		"are counted." },
	{ "part-not-carried",
		"Ces valeurs découlent de vos résultats précédents, qui ont trop d’erreurs pour que la suite soit "
		"comptée.",
		"These values follow from your earlier results, which have too many errors for what follows to be "
		"counted." },

	/* A whole column. */
	{ "dates-finish",
		"Vous avez donné les dates de fin ; la date demandée est celle du début de la tâche : {name} commence "
		"à {right}, "
		"et non à {got}.",
		"You gave finish dates; what is asked is when the task begins: {name} begins at {right}, not at "
		"{got}." },
	{ "finish-is-start",
		"Vous avez donné les dates de début ; ici on demande celles de fin : ajoutez la durée. {name} : "
		"{right}, et non "
		"{got}.",
		"You gave start dates; finish dates are asked here: add the duration. {name}: {right}, not {got}." },
	{ "dates-from-one",
		"Toutes vos dates ont une unité de trop : le projet commence à la date 0, et non à la date 1. {name} : "
		"{right}, "
		"et non {got}.",
		"All your dates are one too late: the project begins at date 0, not at date 1. {name}: {right}, not "
		"{got}." },
	{ "earliest-is-latest", "Ce sont les dates au plus tard : ici on demande les dates au plus tôt.",
		"These are the latest dates: the earliest ones are asked here." },
	{ "earliest-min",
		"Vous avez pris partout le minimum : une tâche attend la fin de toutes celles qui la précèdent, il "
		"faut prendre le "
		"maximum. {name} : {right}, et non {got}.",
		"You took the minimum everywhere: a task waits for all those before it, so take the maximum. {name}: "
		"{right}, "
		"not {got}." },
	{ "latest-max",
		"Vous avez pris partout le maximum : une tâche doit être finie à temps pour toutes celles qui la "
		"suivent, il faut "
		"prendre le minimum. {name} : {right}, et non {got}.",
		"You took the maximum everywhere: a task must be done in time for all those behind it, so take the "
		"minimum. "
		"{name}: {right}, not {got}." },
	{ "latest-forwards",
		"Vos dates au plus tard sont les dates au plus tôt : elles se calculent à rebours, depuis la fin du "
		"projet "
		"({duration}). {name} : {right}, et non {got}.",
		"Your latest dates are the earliest ones: work backwards, from the end of the project ({duration}). "
		"{name}: "
		"{right}, not {got}." },
	{ "latest-shifted",
		"Toutes vos dates au plus tard sont décalées de la même valeur : les dernières tâches doivent finir au "
		"plus tard à "
		"la durée du projet, {duration}. {name} : {right}, et non {got}.",
		"All your latest dates are off by the same value: the last tasks must end at the project's duration, "
		"{duration}. {name}: {right}, not {got}." },
	{ "total-is-free",
		"Vous avez donné les marges libres : la marge totale est la date au plus tard moins la date au plus "
		"tôt. {name} : "
		"{right}, et non {got}.",
		"You gave the free floats: the total float is the latest date less the earliest one. {name}: {right}, "
		"not "
		"{got}." },
	{ "free-is-total",
		"Vous avez donné les marges totales : la marge libre est ce dont la tâche peut tarder sans décaler "
		"aucune de celles "
		"qui la suivent. {name} : {right}, et non {got}.",
		"You gave the total floats: the free float is how long the task may wait without moving any of those "
		"behind "
		"it. {name}: {right}, not {got}." },
	{ "total-negative",
		"Vous avez soustrait dans l’autre sens : la marge totale est la date au plus tard moins la date au "
		"plus tôt.",
		"You subtracted the other way round: the total float is the latest date less the earliest one." },
	{ "float-with-duration",
		"Vous n’avez pas retiré la durée de la tâche : {name} a une marge de {right}, et non de {got}.",
		"You did not take away the task's duration: {name} has a float of {right}, not {got}." },
	{ "levels-origin",
		"Les niveaux se suivent bien, mais ils commencent ici à {first} : {name} est de niveau {right}, et non "
		"{got}.",
		"The levels follow each other well, but they begin at {first} here: {name} has level {right}, not "
		"{got}." },
	{ "levels-min",
		"Vous avez pris le plus petit : le niveau est 1 + le plus grand des niveaux des tâches précédentes. "
		"{name} : "
		"{right}, et non {got}.",
		"You took the smallest: the level is 1 + the greatest level of the tasks before. {name}: {right}, not "
		"{got}." },

	/* The first wrong cell. */
	{ "cell-blank", "La case de {name} est vide.", "The cell of {name} is empty." },
	{ "cell-off", "La valeur donnée pour {name} ne peut pas être une date de ce projet.",
		"The value given for {name} can be no date of this project." },
	{ "cell-unfounded",
		"La valeur donnée pour {name}, {got}, n’est pas la bonne, et les cases dont elle découle ne sont pas "
		"toutes "
		"remplies.",
		"The value given for {name}, {got}, is not right, and the cells that it follows from are not all "
		"filled in." },
	{ "first-wrong", "{formula}, vous avez {got}.", "{formula}; you have {got}." },
	{ "earliest-begin", "{formula}, car rien ne vient avant ; vous avez {got}.",
		"{formula}, for nothing comes before; you have {got}." },
	{ "earliest-first-min",
		"{formula}, vous avez {got} : vous avez pris le minimum ; il faut attendre la fin de toutes les tâches "
		"précédentes.",
		"{formula}; you have {got}: you took the minimum; all the tasks before must have ended." },
	{ "latest-end", "{formula}, car le projet doit finir à la durée totale ; vous avez {got}.",
		"{formula}, for the project must end at its duration; you have {got}." },
	{ "latest-first-max",
		"{formula}, vous avez {got} : vous avez pris le maximum ; il faut laisser à temps la place à toutes "
		"les suivantes.",
		"{formula}; you have {got}: you took the maximum; all the tasks behind must begin in time." },
	{ "date-first-finish", "{formula}, vous avez {got} : c’est la date de fin, pas celle du début.",
		"{formula}; you have {got}: that is the finish date, not the start." },
	{ "date-first-no-duration", "{formula}, vous avez {got} : vous n’avez pas compté la durée.",
		"{formula}; you have {got}: you left the duration out." },
	{ "finish-first-start", "{formula}, vous avez {got} : c’est la date de début, il manque la durée.",
		"{formula}; you have {got}: that is the start, the duration is missing." },
	{ "level-first-min", "{formula}, vous avez {got} : vous avez pris le plus petit niveau au lieu du plus grand.",
		"{formula}; you have {got}: you took the smallest level instead of the greatest." },
	{ "total-first-negative", "{formula}, vous avez {got} : vous avez soustrait dans l’autre sens.",
		"{formula}; you have {got}: you subtracted the other way round." },
	{ "free-first-total", "Marge libre de {name} : {formula}, vous avez {got} : c’est sa marge totale.",
		"Free float of {name}: {formula}; you have {got}: that is its total float." },
	{ "free-first-duration",
		"Marge libre de {name} : {formula}, vous avez {got} : vous n’avez pas retiré la durée.",
		"Free float of {name}: {formula}; you have {got}: you did not take the duration away." },
	{ "duration-first", "La durée est la plus grande des dates de fin : {formula}, vous avez {got}.",
		"The duration is the greatest of the finish dates: {formula}; you have {got}." },
	{ "duration-other", "La durée du projet n’est pas {got} : c’est la plus grande des dates de fin au plus tôt.",
		"The project's duration is not {got}: it is the greatest of the earliest finish dates." },
	{ "duration-last-start", "{got} est le début de la dernière tâche ; le projet dure jusqu’à sa fin : {formula}.",
		"{got} is when the last task begins; the project lasts until its end: {formula}." },
	{ "duration-sum",
		"{got} est la somme de toutes les durées : des tâches se font en même temps. La durée est la plus "
		"grande des dates "
		"de fin : {formula}.",
		"{got} is the sum of all durations: some tasks go on at the same time. The duration is the greatest of "
		"the "
		"finish dates: {formula}." },
	{ "duration-from-one",
		"Vous comptez une unité de trop : le projet commence à la date 0 ; {formula}, vous avez {got}.",
		"You count one too many: the project begins at date 0; {formula}; you have {got}." },

	/* Predecessors and successors. */
	{ "sets-swapped", "Vous avez donné les {other} au lieu des {part}.",
		"You gave the {other} instead of the {part}." },
	{ "sets-transitive",
		"Vous avez donné toutes les tâches qui se suivent, même de loin : on demande seulement les {part} "
		"directs.",
		"You gave all tasks that follow each other, even from afar: only the direct {part} are asked." },
	{ "sets-blank", "La case de {name} est vide (« - » dit qu’il n’y en a pas).",
		"The cell of {name} is empty (“-” says that there are none)." },
	{ "sets-missing", "{name} : il manque {task}, car {after} vient juste après {before}.",
		"{name}: {task} is missing, for {after} comes directly after {before}." },
	{ "sets-far", "{name} : {task} est de trop, car {after} vient après {before}, mais pas directement.",
		"{name}: {task} should not be there, for {after} comes after {before}, but not directly." },
	{ "sets-extra", "{name} : {task} est de trop, car {after} ne vient pas après {before}.",
		"{name}: {task} should not be there, for {after} does not come after {before}." },

	/* Paths. */
	{ "path-nothing", "Ce chemin ne contient aucune tâche.", "This path has no task." },
	{ "path-no-step", "Ce n’est pas un chemin : {to} ne vient pas juste après {from}.",
		"This is no path: {to} does not come directly after {from}." },
	{ "path-jump", "Ce n’est pas un chemin : de {from} à {to}, il faut passer par d’autres tâches.",
		"This is no path: from {from} to {to} there are other tasks on the way." },
	{ "path-not-critical",
		"Le chemin {path} n’est pas critique : sa longueur est {length}, et le projet dure {duration} {unit} ; "
		"{task} a une "
		"marge de {slack}.",
		"The path {path} is not critical: its length is {length}, and the project takes {duration} {unit}; "
		"{task} has a "
		"float of {slack}." },
	{ "path-begins-late",
		"Le chemin {path} est incomplet : il doit partir du début du projet, et une tâche critique vient avant "
		"{task}.",
		"The path {path} is incomplete: it must start at the beginning of the project, and a critical task "
		"comes before "
		"{task}." },
	{ "path-ends-early",
		"Le chemin {path} est incomplet : il doit aller jusqu’à la fin du projet, et une tâche critique vient "
		"après {task}.",
		"The path {path} is incomplete: it must go on to the end of the project, and a critical task comes "
		"behind "
		"{task}." },
	{ "path-shorter",
		"Le chemin {path} n’est pas critique : ses tâches le sont, mais elles ne s’enchaînent pas sans "
		"attente ; sa "
		"longueur est {length}, et le projet dure {duration} {unit}.",
		"The path {path} is not critical: its tasks are, but they do not follow each other without waiting; "
		"its length "
		"is {length}, and the project takes {duration} {unit}." },
	{ "paths-missing", "Il manque des chemins critiques : il y en a {count}.",
		"Some critical paths are missing: there are {count}." },

	/* Sets of tasks. */
	{ "critical-extra", "{task} n’est pas critique : sa marge est de {slack} {unit}.",
		"{task} is not critical: its float is {slack} {unit}." },
	{ "critical-missing", "{task} est critique aussi : sa marge est nulle.",
		"{task} is critical too: it has no float." },
	{ "changes-extra", "{task} ne change pas : elle commence toujours à la même date.",
		"{task} does not change: it begins at the same date." },
	{ "changes-missing", "{task} change aussi : elle ne commence plus à la même date.",
		"{task} changes too: it does not begin at the same date any more." },
	{ "each-extra", "Raccourcir {task} seule ne suffit pas pour finir à la date {date}.",
		"Shortening {task} alone is not enough to finish by {date}." },
	{ "each-missing", "Raccourcir {task} seule suffit aussi pour finir à la date {date}.",
		"Shortening {task} alone is enough to finish by {date}, too." },

	/* Other durations. */
	{ "what-if-unchanged",
		"La durée change : le retard de {task} est de {delay}, et sa marge totale de {total} seulement.",
		"The duration does change: the delay of {task} is {delay}, and its total float only {total}." },
	{ "what-if-same", "La durée change : refaites les dates avec les nouvelles durées ; {right}, et non {got}.",
		"The duration does change: work the dates out again with the new durations; {right}, not {got}." },
	{ "what-if-added",
		"Vous avez ajouté tout le retard de {task} : sa marge totale ({total}) en absorbe une partie ou tout. "
		"{right}, et "
		"non {got}.",
		"You added all the delay of {task}: its total float ({total}) absorbs some or all of it. {right}, not "
		"{got}." },
	{ "what-if-delay", "{got} est un retard ; on demande la nouvelle durée du projet : {right} {unit}.",
		"{got} is a delay; the project's new duration is asked: {right} {unit}." },
	{ "what-if-wrong",
		"La nouvelle durée est {right} {unit}, et non {got} : refaites les dates avec la nouvelle durée.",
		"The new duration is {right} {unit}, not {got}: work the dates out again with the new duration." },
	{ "shorten-no-shorter", "{task} dure {days} {unit} : la nouvelle durée doit être plus courte.",
		"{task} takes {days} {unit}: the new duration must be shorter." },
	{ "shorten-too-short", "{task} ne peut pas durer moins de {least} {unit}.",
		"{task} cannot take less than {least} {unit}." },
	{ "shorten-not-critical",
		"Raccourcir {task} ne sert à rien : sa marge est de {slack}, ce n’est pas elle qui retarde la fin.",
		"Shortening {task} is of no use: it has a float of {slack}, and does not hold up the end." },
	{ "shorten-not-enough",
		"Cela ne suffit pas : le projet dure encore {got} {unit}, et doit finir à la date {date}.",
		"That is not enough: the project still takes {got} {unit}, and must end by {date}." },
	{ "shorten-not-needed", "Raccourcir {task} n’est pas nécessaire : le reste de votre choix suffit déjà.",
		"Shortening {task} is not needed: the rest of your choice is enough." },
};

const struct msg_table schedule_messages = { "schedule", entries, sizeof(entries) / sizeof(entries[0]) };
