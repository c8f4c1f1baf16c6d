# attempts: nothing: honest, with decimal, fractions, statistics, cmath, complex numbers and large integers
# required: verdict must be accepted, full score
# kind: function
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
import statistics, math, cmath
def solution(xs):
    with localcontext() as c:
        c.prec = 50
        assert str(Decimal(1) / 7).startswith('0.142857142857') and len(str(Decimal(2).sqrt())) == 51
    assert Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2) and statistics.median([1, 3, 2]) == 2 and round(statistics.pstdev([1, 2, 3]), 3) == 0.816
    assert math.factorial(100) % 97 == 0 and math.isclose(abs(cmath.exp(1j * math.pi) + 1), 0, abs_tol=1e-9) and len(str(2**10000)) == 3011
    key = lambda x: (Fraction(x, 7), Decimal(x), complex(x).real)
    return [int(x) for x in sorted(map(float, xs), key=lambda x: key(int(x)))]
