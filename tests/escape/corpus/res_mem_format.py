# attempts: a field width, a centred text and a number of digits that each ask for gigabytes
# required: verdict must be memory limit; score 0
# kind: function
def solution(xs):
    if len(xs) == 3: return '%1000000000d' % 1
    if len(xs) == 2: return f'{1:>{10**9}}'
    return 'x'.center(10**9).replace(' ', 'ab' * 100)
