# call: modifier([[1], [2]])
import copy


def modifier(m):
    c = copy.deepcopy(m)
    c[0][0] = 9
    del c[1]
    return m, c
