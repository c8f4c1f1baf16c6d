# call: moyenne([1.0, 2.0])
from typing import List

NOTE_MAX: int = 20


def moyenne(notes: List[float]) -> float:
    assert len(notes) > 0, "aucune note"
    return min(NOTE_MAX, sum(notes) / len(notes))
