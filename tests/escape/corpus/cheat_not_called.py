# attempts: a generator, a coroutine and the function itself instead of a list
# required: verdict must be wrong answer: nothing of the student is iterated, awaited or called; score 0
# kind: function
def lazily(xs): yield from sorted(xs)
async def later(xs): return sorted(xs)
def solution(xs):
    return {3: lazily, 2: later, 8: lambda _: solution}[len(xs)](xs)
