"""How likely a record is right: the model's chances for its parts, weighed as held-out articles taught.

Right is what `corpus/score` counts: an event of the right type with the right countries on both sides, a statement
with the right words and speaker, a position with the right words, kind and holder. `confidence.json` has the weights
and is made by `python -m training.confidence`.
"""

import json
from functools import cache
from importlib.resources import files
from math import exp, log

_LEAST = 1e-4


def features(node: float, parties: float) -> list[float]:
    """What the weights belong to; both are chances: that the node is one of this kind, that those are its parties."""
    return [1.0, _logit(node), _logit(parties)]


def confidence(family: str, node: float, parties: float) -> float:
    """The chance, 0 to 1, that a record of this family (`event`, `statement`, `position`) is right."""
    total = sum(
        weight * value for weight, value in zip(weights()[family], features(node, parties), strict=True)
    )
    return round(1 / (1 + exp(-total)), 4)


def _logit(chance: float) -> float:
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return log(bounded / (1 - bounded))


@cache
def weights() -> dict[str, list[float]]:
    """The weights of each family, in the order of `features`."""
    found: dict[str, list[float]] = json.loads(
        files("detente.reading").joinpath("confidence.json").read_text("utf-8")
    )
    return found
