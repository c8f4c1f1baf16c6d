#include "doctor_messages.h"

static const struct msg_entry entries[] = {
	{ "protects-uid-per-slot", "sépare les copies les unes des autres et de Barème par des identifiants à elles",
		"separates runs from each other and from Barème by uids of their own" },
	{ "mend-uid-per-slot",
		"lancez Barème en root : il abandonne ses droits et donne deux identifiants à chaque place ; dans un "
		"conteneur, root a besoin de « --cap-add SYS_ADMIN --cap-add SYS_PTRACE » et de tous les identifiants "
		"de la machine, ou bien lancez-le sans root (« --user 1000 »)",
		"start Barème as root: it gives its rights up and each slot two uids; in a container root needs "
		"“--cap-add SYS_ADMIN --cap-add SYS_PTRACE” and all the machine's uids, or start it without root "
		"(“--user 1000”)" },
	{ "protects-user-namespaces", "donne à l’interprète des droits qui ne valent rien hors de sa pièce",
		"gives the interpreter rights that are worth nothing outside its room" },
	{ "mend-user-namespaces",
		"autorisez-les : noyau avec CONFIG_USER_NS, « sysctl kernel.unprivileged_userns_clone=1 », « sysctl "
		"user.max_user_namespaces=10000 » ; sous Ubuntu 24.04, « sudo scripts/apparmor/install » ; dans un "
		"conteneur, « --security-opt seccomp=unconfined »",
		"allow them: a kernel with CONFIG_USER_NS, “sysctl kernel.unprivileged_userns_clone=1”, “sysctl "
		"user.max_user_namespaces=10000”; on Ubuntu 24.04 “sudo scripts/apparmor/install”; in a container "
		"“--security-opt seccomp=unconfined”" },
	{ "protects-mount-namespace", "cache à chaque copie les fichiers de la machine",
		"hides the machine's files from each run" },
	{ "mend-mount-namespace",
		"« sysctl user.max_mnt_namespaces=10000 » ; dans un conteneur, ne filtrez pas unshare",
		"“sysctl user.max_mnt_namespaces=10000”; in a container do not filter unshare" },
	{ "protects-pid-namespace", "cache les autres processus et fait mourir tout ce qu’une copie a lancé avec elle",
		"hides other processes, and all that a run started dies with it" },
	{ "mend-pid-namespace",
		"il faut un noyau avec CONFIG_PID_NS, « sysctl user.max_pid_namespaces=10000 » ; dans un conteneur, ne "
		"filtrez pas clone3",
		"needs a kernel with CONFIG_PID_NS, “sysctl user.max_pid_namespaces=10000”; in a container do not "
		"filter clone3" },
	{ "protects-network-namespace", "ne laisse aucun réseau aux copies", "leaves runs no network at all" },
	{ "mend-network-namespace",
		"il faut un noyau avec CONFIG_NET_NS, « sysctl user.max_net_namespaces=10000 » ; dans un conteneur, ne "
		"filtrez pas unshare",
		"needs a kernel with CONFIG_NET_NS, “sysctl user.max_net_namespaces=10000”; in a container do not "
		"filter "
		"unshare" },
	{ "protects-ipc-namespace", "sépare mémoires partagées, sémaphores et files de messages",
		"keeps shared memory, semaphores and message queues apart" },
	{ "mend-ipc-namespace",
		"il faut un noyau avec CONFIG_IPC_NS, « sysctl user.max_ipc_namespaces=10000 » ; dans un conteneur, ne "
		"filtrez pas unshare",
		"needs a kernel with CONFIG_IPC_NS, “sysctl user.max_ipc_namespaces=10000”; in a container do not "
		"filter "
		"unshare" },
	{ "protects-uts-namespace", "cache le nom de la machine", "hides the machine's name" },
	{ "mend-uts-namespace",
		"il faut un noyau avec CONFIG_UTS_NS, « sysctl user.max_uts_namespaces=10000 » ; dans un conteneur, ne "
		"filtrez ni unshare ni sethostname",
		"needs a kernel with CONFIG_UTS_NS, “sysctl user.max_uts_namespaces=10000”; in a container filter "
		"neither "
		"unshare nor sethostname" },
	{ "protects-own-tmpfs", "donne à chaque copie un dossier à elle, borné, qui disparaît avec elle",
		"gives each run a bounded folder of its own that vanishes with it" },
	{ "mend-own-tmpfs",
		"il faut un noyau avec CONFIG_TMPFS et un dossier /tmp ; dans un conteneur, autorisez mount dans "
		"l’espace de noms (AppArmor, seccomp)",
		"needs a kernel with CONFIG_TMPFS and a folder /tmp; in a container allow mount inside the namespace "
		"(AppArmor, seccomp)" },
	{ "protects-private-mounts", "donne à chaque copie une racine minimale en lecture seule",
		"gives each run a minimal read-only root" },
	{ "mend-private-mounts",
		"il faut Linux 5.14 ou plus récent ; dans un conteneur, autorisez mount, open_tree, move_mount, "
		"mount_setattr et pivot_root dans l’espace de noms (AppArmor, seccomp)",
		"needs Linux 5.14 or newer; in a container allow mount, open_tree, move_mount, mount_setattr and "
		"pivot_root inside the namespace (AppArmor, seccomp)" },
	{ "protects-capabilities", "retire à jamais tout privilège, même dans la pièce",
		"takes every privilege away for good, even inside the room" },
	{ "mend-capabilities", "ne filtrez ni capset ni prctl ; sous Ubuntu 24.04, « sudo scripts/apparmor/install »",
		"filter neither capset nor prctl; on Ubuntu 24.04 “sudo scripts/apparmor/install”" },
	{ "protects-no-new-privileges", "empêche un programme de rendre des privilèges",
		"keeps any program from giving privileges back" },
	{ "mend-no-new-privileges", "ne filtrez pas prctl(PR_SET_NO_NEW_PRIVS)",
		"do not filter prctl(PR_SET_NO_NEW_PRIVS)" },
	{ "protects-seccomp", "refuse les appels système dont une copie n’a pas besoin",
		"refuses the system calls that a run does not need" },
	{ "mend-seccomp", "il faut un noyau avec CONFIG_SECCOMP_FILTER ; dans un conteneur, ne filtrez pas seccomp",
		"needs a kernel with CONFIG_SECCOMP_FILTER; in a container do not filter seccomp" },
	{ "protects-clone3",
		"fait naître chaque copie directement dans ses espaces de noms, et la désigne sans ambiguïté",
		"gives birth to each run inside its namespaces, and names it without ambiguity" },
	{ "mend-clone3", "il faut Linux 5.7 ou plus récent ; dans un conteneur, ne filtrez pas clone3",
		"needs Linux 5.7 or newer; in a container do not filter clone3" },
	{ "protects-pidfd", "arrête une copie à coup sûr, elle et nulle autre",
		"ends a run for certain, it and no other" },
	{ "mend-pidfd", "il faut Linux 5.3 ou plus récent ; dans un conteneur, ne filtrez pas pidfd_send_signal",
		"needs Linux 5.3 or newer; in a container do not filter pidfd_send_signal" },
	{ "protects-cpu-clock", "mesure de l’extérieur le temps de calcul d’une copie",
		"measures a run's processor time from outside" },
	{ "mend-cpu-clock", "il faut un noyau avec CONFIG_POSIX_TIMERS ; ne filtrez pas clock_gettime",
		"needs a kernel with CONFIG_POSIX_TIMERS; do not filter clock_gettime" },
	{ "protects-close-range", "ne laisse à une copie que ses quatre descripteurs",
		"leaves a run its four descriptors and no other" },
	{ "mend-close-range", "il faut Linux 5.11 ou plus récent ; dans un conteneur, ne filtrez pas close_range",
		"needs Linux 5.11 or newer; in a container do not filter close_range" },
	{ "protects-limits", "borne mémoire, temps, fichiers et processus de chaque copie",
		"bounds each run's memory, time, files and processes" },
	{ "mend-limits", "ne filtrez ni setrlimit ni prlimit64", "filter neither setrlimit nor prlimit64" },
	{ "protects-death-signal", "ne laisse rien survivre à Barème", "lets nothing outlive Barème" },
	{ "mend-death-signal", "ne filtrez pas prctl", "do not filter prctl" },
	{ "protects-fixed-addresses", "fait qu’une copie rejouée donne la même note",
		"makes a run that is played again give the same mark" },
	{ "mend-fixed-addresses", "dans un conteneur, ne filtrez pas personality",
		"in a container do not filter personality" },
	{ "protects-proc", "permet de vérifier une copie de l’extérieur avant de lui donner le texte",
		"lets a run be verified from outside before it gets the text" },
	{ "mend-proc", "montez /proc (et /dev avec null) là où Barème tourne",
		"mount /proc (and /dev with null) where Barème runs" },
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
	{ "protects-cgroup", "borne la mémoire et les processus de chaque place, noyau compris",
		"bounds each slot's memory and processes, the kernel's share included" },
	{ "mend-cgroup",
		"déléguez un groupe (systemd : Delegate=memory pids) ou lancez en root ; sinon les limites par "
		"processus suffisent, "
		"car une copie n’a qu’un processus",
		"delegate a group (systemd: Delegate=memory pids) or start as root; otherwise the limits per process "
		"suffice, "
		"because a run has one process" },
	{ "protects-interpreter",
		"l’ensemble : un interprète chaud dans sa pièce fermée, et une copie verrouillée puis vérifiée de "
		"l’extérieur",
		"the whole: a warm interpreter in its closed room, and a run that was locked and verified from "
		"outside" },
	{ "mend-interpreter",
		"le message dit l’étape refusée ; corrigez d’abord ce qui manque ci-dessus. En root, grade et check "
		"lisent /proc d’un autre utilisateur : dans un conteneur, « --cap-add SYS_PTRACE »",
		"the message names the step that was refused; mend first what is missing above. As root, grade and "
		"check read another user's /proc: in a container, “--cap-add SYS_PTRACE”" },
	{ "cause-apparmor",
		"AppArmor retire leurs droits aux espaces de noms des programmes sans profil ({path} vaut 1, comme "
		"sous "
		"Ubuntu 24.04). À lancer : sudo scripts/apparmor/install",
		"AppArmor takes the rights of namespaces away from programs without a profile ({path} is 1, as on "
		"Ubuntu "
		"24.04). Run: sudo scripts/apparmor/install" },
	{ "cause-userns-clone", "{path} vaut 0. À lancer : sudo sysctl kernel.unprivileged_userns_clone=1",
		"{path} is 0. Run: sudo sysctl kernel.unprivileged_userns_clone=1" },
	{ "cause-namespace-limit", "{path} vaut 0 : mettez-y un nombre, 10000 par exemple",
		"{path} is 0: write a number into it, 10000 for instance" },
	{ "cause-filter",
		"un filtre d’appels système étranger à Barème est en place : celui d’un conteneur (« --security-opt "
		"seccomp=unconfined », voir docs/isolation.md) ou du gestionnaire de services (SystemCallFilter=)",
		"a system-call filter that is not Barème's is in force: a container's (“--security-opt "
		"seccomp=unconfined”, "
		"see docs/isolation.md) or the service manager's (SystemCallFilter=)" },
};

const struct msg_table doctor_messages = { "doctor", entries, sizeof(entries) / sizeof(entries[0]) };
