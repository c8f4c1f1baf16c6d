"""Machines that lack something, made out of this one for one command at a time, and Barème on them."""
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
REFUSE = os.environ.get("REFUSE", "refuse")
NOBODY = 65534
USERS = ("root", "nobody")

EXERCISE = {
    "format": 1, "title": "Le double", "year": 1, "topics": ["fonctions"], "difficulty": 1, "minutes": 2,
    "licence": "CC-BY-SA-4.0",
    "questions": [{
        "id": "double", "kind": "python-function", "points": 20, "entry": "double", "params": ["n"],
        "tests": [{"call": "double(%d)" % n, "returns": str(2 * n)} for n in (0, 1, -3, 21)],
    }],
}
SOLUTION = "def double(n):\n    return 2 * n\n"


def environment(lang):
    """A sanitizer lowers a limit when it starts, which some of these machines refuse."""
    options = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "disable_coredump=0")))
    return {**os.environ, "LC_ALL": lang, "ASAN_OPTIONS": options}


# ---- means: each gives the words that come before a command ----

def refusing(*rules):
    return [REFUSE, *rules, "--"]


def limited(*settings):
    return ["/usr/bin/python3", "-B", os.path.join(HERE, "within.py"), *settings, "--"]


def mounted(script):
    """`script` mounts and hides in a mount namespace that only the command sees."""
    return ["unshare", "--mount", "--propagation", "private", "sh", "-euc", script + '\nexec "$@"', "sh"]


# What the filters of container engines refuse to whoever lacks CAP_SYS_ADMIN.
CONTAINER_FILTER = ("unshare:EPERM", "setns:EPERM", "mount:EPERM", "umount2:EPERM", "pivot_root:EPERM", "open_tree:EPERM",
                    "move_mount:EPERM", "mount_setattr:EPERM", "fsopen:EPERM", "fsconfig:EPERM", "fsmount:EPERM",
                    "clone.0&0x7e020000:EPERM", "clone3:ENOSYS", "keyctl:EPERM", "sethostname:EPERM",
                    "personality.0=0x40000:EPERM")
# What they leave to root.
CONTAINER_CAPABILITIES = ("chown", "dac_override", "fsetid", "fowner", "mknod", "net_raw", "setgid", "setuid", "setfcap",
                          "setpcap", "net_bind_service", "sys_chroot", "kill", "audit_write")


def contained(rules=CONTAINER_FILTER, more=()):
    """A container: groups that may only be read, parts of /proc masked or read-only, few capabilities, a filter."""
    kept = ",".join(["-all"] + ["+" + name for name in CONTAINER_CAPABILITIES + tuple(more)])
    words = ([REFUSE, *rules, "--"] if rules else []) + ["setpriv", "--bounding-set=" + kept, "--inh-caps=-all", "--"]
    return mounted("mount -t tmpfs -o ro none /sys/fs/cgroup\n"
                   "for at in /proc/kcore /proc/keys /proc/timer_list /proc/sched_debug; do\n"
                   "  if [ -e $at ]; then mount --bind /dev/null $at; fi\n"
                   "done\n"
                   "for at in /proc/acpi /proc/scsi /sys/firmware; do\n"
                   "  if [ -d $at ]; then mount -t tmpfs -o ro none $at; fi\n"
                   "done\n"
                   "for at in /proc/bus /proc/fs /proc/irq /proc/sys /proc/sysrq-trigger; do\n"
                   "  if [ -e $at ]; then mount --bind $at $at; mount -o remount,bind,ro $at; fi\n"
                   "done") + words


class Installed:
    """A copy of the program where everybody may run it, with one exercise."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="bareme-layers-")
        os.chmod(self.folder, 0o755)
        self.bin = os.path.join(self.folder, "bin")
        os.mkdir(self.bin)
        built = os.environ.get("BAREME", "build/dev/bin/bareme")
        self.bareme, self.python = os.path.join(self.bin, "bareme"), os.path.join(self.bin, "bareme-python")
        shutil.copy(built, self.bareme)
        shutil.copy(os.path.join(os.path.dirname(built), "bareme-python"), self.python)
        self.exercises = os.path.join(self.folder, "exercises")
        self.exercise = os.path.join(self.exercises, "essai", "double")
        self.answer = os.path.join(self.folder, "answer.py")
        self.write(os.path.join(self.exercise, "exercise.json"), json.dumps(EXERCISE))
        self.write(os.path.join(self.exercise, "statement.fr.md"), "# Le double\n")
        self.write(os.path.join(self.exercise, "solution.py"), SOLUTION)
        self.write(self.answer, SOLUTION)

    @staticmethod
    def write(path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def words(self, user, means, *arguments):
        """A filter comes last, so that it does not refuse what the change of user needs."""
        drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if user == "nobody" else []
        filters = means[:1] == [REFUSE]
        return (drop + means if filters else means + drop) + [self.bareme, *arguments]

    def run(self, user, means, *arguments, lang="fr"):
        return subprocess.run(self.words(user, means, *arguments), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=120, env=environment(lang), cwd=self.folder, check=False)

    def grade(self, user, means, lang="fr"):
        return self.run(user, means, "grade", self.exercise, self.answer, "--json", lang=lang)

    def doctor(self, user, means):
        """(exit code, {feature: finding})"""
        done = self.run(user, means, "doctor", "--json")
        if done.returncode not in (0, 3):
            raise AssertionError(f"doctor ended with {done.returncode}: {done.stderr}")
        return done.returncode, {row["feature"]: row for row in json.loads(done.stdout)}

    def isolation(self, user, means):
        """What the report says: a set of reductions, empty when it is full."""
        done = self.grade(user, means)
        if done.returncode != 0:
            raise AssertionError(f"grade ended with {done.returncode}: {done.stderr}")
        word = json.loads(done.stdout)["isolation"]
        return set() if word == "full" else set(word.split("+"))


class Service:
    """`bareme serve` on a free port, by a user, on a machine. It may refuse to start: see `code`."""

    def __init__(self, installed, user, means):
        self.data = tempfile.mkdtemp(prefix="data-", dir=installed.folder)
        if user == "nobody":
            os.chown(self.data, NOBODY, NOBODY)
        self.log = open(os.path.join(self.data + ".log"), "w+", encoding="utf-8")
        words = installed.words(user, means, "serve", "--listen", "127.0.0.1:0", "--data", self.data, "--exercises",
                                installed.exercises, "--graders", "1")
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log,
                                        text=True, env=environment("en"), cwd=installed.folder)
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        self.line = self.process.stdout.readline() if ready else ""
        self.url = self.line.split()[-1] if "listens" in self.line else None
        self.code = None if self.url else self.process.wait(timeout=60)

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as file:
            return file.read()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=60)
        self.process.stdout.close()
        self.log.close()


if __name__ == "__main__":
    sys.exit("part of the tests of this folder")
