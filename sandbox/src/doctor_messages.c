#include "doctor_messages.h"

static const struct msg_entry entries[] = {
	{ "protects-user-namespaces", "donne à l’interprète des droits qui ne valent rien hors de sa pièce",
		"gives the interpreter rights that are worth nothing outside its room" },
	{ "mend-user-namespaces",
		"autorisez-les : « sysctl kernel.unprivileged_userns_clone=1 », « sysctl "
		"user.max_user_namespaces=10000 » ; sous "
		"Ubuntu 24.04, installez le profil AppArmor qui accorde « userns » à bareme",
		"allow them: “sysctl kernel.unprivileged_userns_clone=1”, “sysctl user.max_user_namespaces=10000”; on "
		"Ubuntu 24.04 "
		"install the AppArmor profile that grants “userns” to bareme" },
	{ "protects-namespaces",
		"cache à chaque copie les autres processus, les fichiers, le réseau et la mémoire partagée",
		"hides other processes, files, the network and shared memory from each run" },
	{ "mend-namespaces",
		"il faut un noyau avec CONFIG_PID_NS, NET_NS, IPC_NS, UTS_NS ; dans un conteneur, ne filtrez pas "
		"unshare",
		"needs a kernel with CONFIG_PID_NS, NET_NS, IPC_NS, UTS_NS; in a container, do not filter unshare" },
	{ "protects-private-mounts", "donne à chaque copie une racine minimale en lecture seule",
		"gives each run a minimal read-only root" },
	{ "mend-private-mounts",
		"il faut Linux 5.12 ou plus récent ; dans un conteneur, autorisez mount dans l’espace de noms "
		"(AppArmor, seccomp)",
		"needs Linux 5.12 or newer; in a container, allow mount inside the namespace (AppArmor, seccomp)" },
	{ "protects-seccomp", "refuse les appels système dont une copie n’a pas besoin",
		"refuses the system calls that a run does not need" },
	{ "mend-seccomp", "il faut un noyau avec CONFIG_SECCOMP_FILTER", "needs a kernel with CONFIG_SECCOMP_FILTER" },
	{ "protects-clone3",
		"fait naître chaque copie directement dans ses espaces de noms, et la désigne sans ambiguïté",
		"gives birth to each run inside its namespaces, and names it without ambiguity" },
	{ "mend-clone3", "il faut Linux 5.5 ou plus récent ; dans un conteneur, ne filtrez pas clone3",
		"needs Linux 5.5 or newer; in a container, do not filter clone3" },
	{ "protects-landlock",
		"double la racine minimale : lecture seule, deux dossiers, quoi qu’il arrive aux montages",
		"backs the minimal root: two folders, reading only, whatever happens to the mounts" },
	{ "mend-landlock",
		"il faut Linux 5.13 ou plus récent avec CONFIG_SECURITY_LANDLOCK et « landlock » dans le paramètre "
		"lsm=",
		"needs Linux 5.13 or newer with CONFIG_SECURITY_LANDLOCK and “landlock” in the lsm= parameter" },
	{ "protects-memory-deny-write-execute", "interdit à une copie de fabriquer du code machine",
		"keeps a run from making machine code" },
	{ "mend-memory-deny-write-execute",
		"il faut Linux 6.3 ou plus récent ; sinon le filtre d’appels système le fait seul",
		"needs Linux 6.3 or newer; otherwise the system-call filter does it alone" },
	{ "protects-uid-per-slot", "sépare les copies les unes des autres et de Barème par des identifiants à elles",
		"separates runs from each other and from Barème by uids of their own" },
	{ "mend-uid-per-slot",
		"lancez « bareme serve » en root : il abandonne ses droits et donne deux identifiants à chaque place",
		"start “bareme serve” as root: it gives its rights up and each slot two uids" },
	{ "protects-cgroup", "borne la mémoire et les processus de chaque place, noyau compris",
		"bounds each slot's memory and processes, the kernel's share included" },
	{ "mend-cgroup",
		"déléguez un groupe (systemd : Delegate=memory pids) ou lancez en root ; sinon les limites par "
		"processus suffisent, "
		"car une copie n’a qu’un processus",
		"delegate a group (systemd: Delegate=memory pids) or start as root; otherwise the limits per process "
		"suffice, "
		"because a run has one process" },
	{ "protects-interpreter", "l’ensemble : un interprète chaud dans sa pièce fermée",
		"the whole: a warm interpreter in its closed room" },
	{ "mend-interpreter", "le message dit l’étape refusée ; corrigez d’abord ce qui manque ci-dessus",
		"the message names the step that was refused; mend first what is missing above" },
};

const struct msg_table doctor_messages = { "doctor", entries, sizeof(entries) / sizeof(entries[0]) };
