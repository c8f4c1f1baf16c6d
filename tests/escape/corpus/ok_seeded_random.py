# attempts: nothing: honest, with random: the same draws for the same seed
# required: verdict must be accepted, full score
# kind: function
import random, secrets, uuid, hashlib, base64
def solution(xs):
    random.seed(42)
    first = [random.random(), random.randint(1, 6), random.choice('abc'), random.sample(range(100), 3), random.gauss(0, 1)]
    random.seed(42)
    assert first == [random.random(), random.randint(1, 6), random.choice('abc'), random.sample(range(100), 3), random.gauss(0, 1)]
    assert len(secrets.token_bytes(8)) == 8 and uuid.uuid4().version == 4
    assert hashlib.sha256(b'abc').hexdigest()[:8] == 'ba7816bf' and base64.b64encode(b'abc') == b'YWJj'
    l = list(xs)
    random.shuffle(l)
    while (l := [*l[:1], *l[1:]]) != sorted(xs): l.sort()
    return l
