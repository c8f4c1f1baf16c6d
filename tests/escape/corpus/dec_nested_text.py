# attempts: texts nested fifty thousand deep for eval, compile, f-strings, json and ast
# required: verdict accepted, or runtime error where the C stack ends; never a hang
# kind: function
import json
def attack(xs):
    n = 50000
    texts = ['(' * n + ')' * n, '-' * n + '1', 'not ' * n + '1', '+'.join(['1'] * n), '[' * 90 + ']' * 90, 'a' + '.a' * n,
        'lambda:' * n + '0', '1 if 1 else ' * n + '0', 'f"{' * 20 + '1' + '}"' * 20, '9' * n, '0x' + 'f' * n, 'a' * n, '"\\N{' + 'a' * n + '}"']
    for text in texts:
        try: compile(text, 'x', 'eval')
        except (SyntaxError, MemoryError, RecursionError, ValueError, OverflowError): pass
    try: json.loads('[' * n)
    except RecursionError: pass
def solution(xs):
    found = attack(xs)
    if found: return ['ESCAPED', str(found)[:200]]
    return sorted(xs)
