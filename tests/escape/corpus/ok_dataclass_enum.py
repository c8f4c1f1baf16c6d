# attempts: nothing: honest, with dataclasses, enumerations, typing and properties
# required: verdict must be accepted, full score
# kind: function
from dataclasses import dataclass, field, asdict
from enum import Enum, auto
from typing import Optional, List, NamedTuple
class Side(Enum): LEFT = auto(); RIGHT = auto()
class Point(NamedTuple): x: int; y: int = 0
@dataclass
class Node:
    value: int
    left: Optional['Node'] = None
    right: Optional['Node'] = None
    seen: List[Side] = field(default_factory=list)
    @property
    def size(self): return 1 + sum(n.size for n in (self.left, self.right) if n)
    def add(self, v):
        side = Side.LEFT if v < self.value else Side.RIGHT
        self.seen.append(side)
        child = getattr(self, side.name.lower())
        if child is None: setattr(self, side.name.lower(), Node(v))
        else: child.add(v)
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
def solution(xs):
    root = Node(xs[0])
    for x in xs[1:]: root.add(x)
    assert root.size == len(xs) and asdict(root)['value'] == xs[0] and Point(1).y == 0
    return list(root)
