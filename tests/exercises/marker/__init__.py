"""A second opinion on formulas, from first principles: every row is tried, every cover, every world.

It knows the rules of docs/exercise-format.md and docs/boolean-notation.md and nothing of the engine.
"""
from . import derivations, expressions, maps, propositions, tables
from .notation import Unreadable

KINDS = {"boolean": expressions.mark, "truth-table": tables.mark, "karnaugh": maps.mark, "proposition": propositions.mark,
         "derivation": derivations.mark}


def bounds(question, answer):
    """The least and the most that an answer earns, a share of the points: the same twice, but for steps of a derivation whose
    law this marker does not find. None where the answer cannot be read."""
    try:
        found = KINDS[question["kind"]](question, answer)
    except Unreadable:
        return None
    return found if isinstance(found, tuple) else (found, found)


def wrong_steps(question, answer):
    """How many lines of a derivation have not the values of the line before."""
    return sum(not right for *_, right in derivations.Derivation(question).steps(answer))
