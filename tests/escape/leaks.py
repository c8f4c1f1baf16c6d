"""What a run may leave behind, seen from outside: processes, groups, mounts, descriptors, files, keys, IPC objects.

Everything is attributed by uid (each test has uids of its own) or by descent, so that whatever else the machine does at
the same time is not mistaken for a leak. look() gives {what: value}; difference() says what is not as before.
"""
import os
import stat

WRITABLE = ("/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/run", "/run/lock", "/var/lock", "/var/crash", ".")


def text(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def processes():
    """{pid: (parent, uids, name)} of everything, zombies too."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            fields = dict(line.split(":\t", 1) for line in text("/proc/%s/status" % name).splitlines() if ":\t" in line)
            found[int(name)] = (int(fields["PPid"]), {int(uid) for uid in fields["Uid"].split()}, fields["Name"])
        except (KeyError, PermissionError):
            continue  # gone meanwhile, or another user's where the machine hides these
    return found


def descendants(table, ancestor):
    found, waiting = set(), [ancestor]
    while waiting:
        parent = waiting.pop()
        for pid, (its_parent, _, _) in table.items():
            if its_parent == parent and pid not in found:
                found.add(pid)
                waiting.append(pid)
    return found


def strangers(uids, known, ancestors, table=None):
    """Processes with one of these uids, or below one of these ancestors, that nobody knows."""
    table = table or processes()
    pids = {pid for pid, (_, its_uids, _) in table.items() if its_uids & uids}
    for ancestor in ancestors:
        pids |= descendants(table, ancestor)
    return sorted("%d %s" % (pid, table[pid][2]) for pid in pids - known)


def descriptors(pid):
    return len(os.listdir("/proc/%d/fd" % pid))


def mounts(pid):
    return text("/proc/%d/mountinfo" % pid).count("\n")


def used(path):
    """(blocks, inodes) in use on the file system of that path."""
    room = os.statvfs(path)
    return room.f_blocks - room.f_bfree, room.f_files - room.f_ffree


def group(place):
    """The processes of a slot's groups, the folders below them, and the pages of its tmpfs."""
    if place["group_kind"] == 0:
        return {}
    found = {}
    for name in ("memory_group", "slot_group"):
        folder = place[name]
        for path, folders, _ in os.walk(folder):
            relative = os.path.relpath(path, folder)
            found["%s %s" % (name, relative)] = text(os.path.join(path, "cgroup.procs")).split()
    figures = dict(line.split() for line in text(os.path.join(place["memory_group"], "memory.stat")).splitlines())
    found["tmpfs pages"] = figures.get("shmem")
    found["pids"] = text(os.path.join(place["slot_group"], "pids.current")).strip()
    return found


def groups_left(place):
    """After the end: the folders that should have gone."""
    return [place[name] for name in ("memory_group", "slot_group") if place[name] and os.path.exists(place[name])]


def files(uids, levels=1):
    """What these uids own in the places of the machine that everybody may write to, so many levels down."""
    found = []
    for place in WRITABLE:
        if not os.path.isdir(place):
            continue
        device = os.lstat(place).st_dev
        for path, folders, names in os.walk(place, onerror=lambda error: None):
            below = [(name, entry(os.path.join(path, name))) for name in folders + names]
            found += [os.path.join(path, name) for name, info in below if info and info.st_uid in uids]
            deeper = os.path.relpath(path, place).count("/") + (path != place) + 1 < levels
            # Others have no business in a folder that they may not enter, and /proc may be mounted in one.
            folders[:] = [name for name, info in below if deeper and info and stat.S_ISDIR(info.st_mode)
                          and info.st_mode & stat.S_IXOTH and info.st_dev == device]
    return sorted(found)


def entry(path):
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def ipc(uids):
    """System V objects that these uids own or made."""
    found = []
    for kind in ("shm", "sem", "msg"):
        lines = text("/proc/sysvipc/" + kind).splitlines()
        columns = lines[0].split() if lines else []
        for line in lines[1:]:
            row = dict(zip(columns, line.split()))
            if {int(row["uid"]), int(row["cuid"])} & uids:
                found.append("%s %s" % (kind, line))
    return found


def keys(uids):
    """Keys of these uids, and what they are charged for. A kernel without keys has neither file, and no keyctl(2)."""
    found = [line for line in text("/proc/keys").splitlines() if line.split()[5:6] and int(line.split()[5]) in uids]
    for line in text("/proc/key-users").splitlines():
        uid, figures = line.split(":")
        if int(uid) in uids:
            found.append("user %s %s" % (uid.strip(), figures.split()[1]))
    return found


def difference(before, after):
    return ["%s: %s before, %s after" % (what, before.get(what), after.get(what))
            for what in sorted(set(before) | set(after)) if before.get(what) != after.get(what)]
