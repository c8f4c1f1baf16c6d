"""A grader's slot that stays, driven over a pipe: driver.c."""
import json
import os
import select
import subprocess
import time

import leaks

PATIENCE_S = 120 * int(os.environ.get("ESCAPE_SLOWNESS", "1"))


class Broken(Exception):
    pass


class Slot:
    def __init__(self, driver, python, number):
        self.unread = b""
        self.process = subprocess.Popen([driver, python, str(number)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.place = self.receive()
            if "error" in self.place:
                raise Broken("no slot: %s: %s" % (self.place["error"], self.place["text"]))
        except Broken:
            self.close()
            raise

    @property
    def pids(self):
        return {self.process.pid, self.place["zygote"]}

    def send(self, exercise, answer):
        self.process.stdin.write(("%s\t%s\n" % (exercise, answer)).encode())
        self.process.stdin.flush()

    def receive(self):
        end = time.monotonic() + PATIENCE_S
        while b"\n" not in self.unread:
            if not select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise Broken("no report within %d s" % PATIENCE_S)
            got = os.read(self.process.stdout.fileno(), 1 << 20)
            if not got:
                raise Broken("the grader ended with status %s" % self.process.wait())
            self.unread += got
        line, _, self.unread = self.unread.partition(b"\n")
        return json.loads(line)

    def look(self, table=None):
        """What this slot holds now, between two jobs. `table`: of processes that was just read, if it was."""
        zygote = self.place["zygote"]
        return {
            "descriptors of the grader": leaks.descriptors(self.process.pid),
            "descriptors of the zygote": leaks.descriptors(zygote),
            "mounts of the zygote": leaks.mounts(zygote),
            "blocks and inodes of the zygote's root": leaks.used("/proc/%d/root/" % zygote),
            "processes below the grader": leaks.strangers(set(), self.pids, [self.process.pid], table),
            **leaks.group(self.place),
        }

    def close(self):
        """What is left after the end, as a list of words."""
        self.process.stdin.close()
        try:
            status = self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        self.process.stdout.close()
        left = ["the grader ended with status %s" % status] if status else []
        return left + ["left: " + folder for folder in leaks.groups_left(getattr(self, "place", {}) or
                       {"memory_group": "", "slot_group": ""}) if folder]
