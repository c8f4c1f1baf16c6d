"""A grader's end of the channel, for tests: the wire form in Python, and runs forked by session_driver."""
import os
import socket
import struct
import subprocess
import tempfile

DRIVER = os.environ.get("BAREME_SESSION_DRIVER", "")
COMPILE, LOAD, HAS, CALL, EVAL, LITERAL, PARSE_CALL, SEEN, REPLY = 16, 17, 18, 19, 20, 21, 22, 23, 32


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def encode(value):
    kind = type(value)
    if value is None:
        return b"N"
    if kind is bool:
        return b"T" if value else b"F"
    if kind is int:
        size = (abs(value).bit_length() + 7) // 8
        return b"i" + bytes([value < 0]) + varint(size) + abs(value).to_bytes(size, "little")
    if kind is float:
        return b"f" + struct.pack("<d", value)
    if kind is complex:
        return b"c" + struct.pack("<dd", value.real, value.imag)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")
        return b"s" + varint(len(data)) + data
    if kind is bytes:
        return b"b" + varint(len(value)) + value
    if kind is dict:
        return b"d" + varint(len(value)) + b"".join(encode(k) + encode(v) for k, v in value.items())
    if kind is range:
        return b"r" + encode(value.start) + encode(value.stop) + encode(value.step)
    tag = {list: b"l", tuple: b"t", set: b"S", frozenset: b"Z"}[kind]
    return tag + varint(len(value)) + b"".join(map(encode, value))


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, size):
        if self.at + size > len(self.data):
            raise ValueError("cut short")
        self.at += size
        return self.data[self.at - size:self.at]

    def length(self):
        number = shift = 0
        while True:
            byte = self.take(1)[0]
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                assert byte or shift == 7, "varint not in its shortest form"
                return number

    def value(self):
        tag = self.take(1)
        if tag in b"NTF":
            return {b"N": None, b"T": True, b"F": False}[tag]
        if tag == b"i":
            sign, size = self.take(1)[0], self.length()
            data = self.take(size)
            assert not data or data[-1], "leading zero"
            assert sign in (0, 1) and not (sign and not data)
            return -int.from_bytes(data, "little") if sign else int.from_bytes(data, "little")
        if tag == b"f":
            return struct.unpack("<d", self.take(8))[0]
        if tag == b"c":
            return complex(*struct.unpack("<dd", self.take(16)))
        if tag == b"s":
            return self.take(self.length()).decode("utf-8", "surrogatepass")
        if tag == b"b":
            return self.take(self.length())
        if tag == b"d":
            return {self.value(): self.value() for _ in range(self.length())}
        if tag == b"r":
            return range(self.value(), self.value(), self.value())
        return {b"l": list, b"t": tuple, b"S": set, b"Z": frozenset}[tag](self.value() for _ in range(self.length()))


def decode(data):
    reader = Reader(data)
    value = reader.value()
    assert reader.at == len(data), "bytes after the value"
    return value


class Ended(Exception):
    """The run ended without a frame."""


class Reply:
    FIELDS = "type builtin base message line column text in_prelude syntax exit_code frames".split()

    def __init__(self, payload):
        self.kind, count, at, self.parts = chr(payload[0]), payload[1], 2, []
        for _ in range(count):
            size, = struct.unpack_from("=I", payload, at)
            self.parts.append(decode(payload[at + 4:at + 4 + size]))
            at += 4 + size
        assert at == len(payload), "bytes after the parts"
        self.builtin = self.type = None
        if self.kind == "E":
            self.__dict__.update(zip(self.FIELDS, self.parts[0], strict=True))
        if self.kind == "C":
            self.shareable, self.why_not, self.names = self.parts[0]
            self.syntax = self.parts[1] if count > 1 else []

    @property
    def value(self):
        assert self.kind == "V", (self.kind, self.parts)
        return self.parts[0]

    def __repr__(self):
        return f"{self.kind} {self.parts}"


class Zygote:
    def __init__(self, hash_seed=0):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.control = ours
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", f"exec 3<&{theirs.fileno()}; exec \"$0\" {hash_seed}", DRIVER],
            pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()

    def order(self, verb, argument, fds=()):
        socket.send_fds(self.control, [verb + struct.pack("=Q", argument)], fds)
        return struct.unpack("=i", self.control.recv(4))[0]

    def close(self):
        self.control.close()
        self.process.wait()


class Run:
    """One fork. Requests are methods; output and errors are files read back."""

    def __init__(self, zygote, seed=0, stdin=b""):
        self.zygote = zygote
        self.channel, theirs = socket.socketpair()
        self.files = [tempfile.TemporaryFile() for _ in range(3)]
        self.files[0].write(stdin)
        self.files[0].seek(0)
        self.pid = zygote.order(b"f", seed, [theirs.fileno(), *(f.fileno() for f in self.files)])
        theirs.close()
        self.nonce = 1000
        self.status = None

    def read(self, size):
        data = b""
        while len(data) < size:
            try:
                part = self.channel.recv(min(size - len(data), 1 << 20))
            except ConnectionResetError:
                part = b""
            if not part:
                raise Ended
            data += part
        return data

    def ask(self, kind, *args):
        return self.ask_raw(kind, encode(args))

    def ask_raw(self, kind, payload):
        self.nonce += 1
        self.channel.sendall(struct.pack("=IIQ", len(payload), kind, self.nonce) + payload)
        size, reply, nonce = struct.unpack("=IIQ", self.read(16))
        assert (reply, nonce) == (REPLY, self.nonce), (reply, nonce)
        return Reply(self.read(size))

    def compile(self, text, prelude=None, program=False, examine=False, watch=None):
        return self.ask(COMPILE, prelude, text, program, examine, watch)

    def load(self, text, prelude=None, program=False):
        reply = self.compile(text, prelude, program)
        return self.ask(LOAD) if reply.kind == "C" else reply

    def call(self, function, *args, kwargs=None, args_after=False):
        return self.ask(CALL, function, args, kwargs, args_after)

    def output(self, stream=1):
        return os.pread(self.files[stream].fileno(), 1 << 24, 0)

    def end(self):
        if self.status is None:
            self.channel.close()
            self.status = self.zygote.order(b"w", self.pid)
            for file in self.files:
                file.close()
        return self.status

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()
