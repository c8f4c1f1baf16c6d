"""A slot held open by holder.c, and the run in it."""
import json
import os
import subprocess


class Refused(Exception):
    """What the sandbox said instead of doing as it was told."""


class Holder:
    def __init__(self, program, interpreter, slot):
        self.process = subprocess.Popen([program, interpreter, str(slot)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            self.place = self.receive()
        except Refused:
            self.close()
            raise
        self.zygote = self.place["zygote"]

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            raise Refused("the holder ended with status %s" % self.process.wait())
        answer = json.loads(line)
        if "error" in answer:
            raise Refused("%(error)s: %(text)s" % answer)
        return answer

    def order(self, text):
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        return self.receive()

    def start(self, memory_mb=64, cpu_ms=2000):
        """The number of the new run's process, found by ourselves: the zygote has no other child."""
        self.order("start %d %d" % (memory_mb, cpu_ms))
        with open("/proc/%d/task/%d/children" % (self.zygote, self.zygote), encoding="ascii") as file:
            pids = [int(pid) for pid in file.read().split()]
        assert len(pids) == 1, pids
        return pids[0]

    def program(self, path):
        return self.order("program " + os.fspath(path))

    def end(self):
        self.order("end")

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
