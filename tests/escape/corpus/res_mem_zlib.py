# attempts: a compressed bomb: two hundred megabytes from two hundred kilobytes
# required: verdict must be memory limit; score 0
# kind: function
import zlib
def solution(xs):
    z = zlib.compressobj(1)
    bomb = b''.join(z.compress(bytes(1 << 20)) for _ in range(200)) + z.flush()
    return len(zlib.decompress(bomb))
