#!/usr/bin/python3
"""Runs a command as root of a user namespace of its own, where settings hold that the machine does not have.

    within.py [--uids COUNT] [NAME=VALUE …] -- COMMAND…

NAME is a file of /proc/sys/user, such as max_pid_namespaces: its value holds for this namespace and all below, and
for nobody else. COUNT uids exist there (all by default), as in a container that was given so many.
"""
import ctypes
import os
import sys

CLONE_NEWUSER = 0x10000000
ALL = 4294967295


def write(path, text):
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def main(words):
    at = words.index("--")
    settings, command = words[:at], words[at + 1:]
    count = ALL
    if settings[:1] == ["--uids"]:
        count, settings = int(settings[1]), settings[2:]
    inside, outside = os.pipe(), os.pipe()
    parent, child = os.getpid(), os.fork()
    if child == 0:  # maps the parent, which goes on under its own pid
        os.read(inside[0], 1)
        for name in ("uid_map", "gid_map"):
            write(f"/proc/{parent}/{name}", f"0 0 {count}")
        os.write(outside[1], b"m")
        os._exit(0)
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    os.write(inside[1], b"u")
    if os.read(outside[0], 1) != b"m":
        raise RuntimeError("not mapped")
    os.waitpid(child, 0)
    for fd in inside + outside:
        os.close(fd)
    for setting in settings:
        name, value = setting.split("=")
        write(f"/proc/sys/user/{name}", value)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
