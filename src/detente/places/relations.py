"""Places that hang on two or are drawn along one: borders, coasts, waters, what lies between, capitals."""

from . import lexicon
from .candidates import Candidate
from .geometry import DEGREE, distance, middle, moved
from .phrase import Phrase
from .ranking import candidate, made
from .shifting import edge, shift
from .table import Entry

_OFFSHORE = 40.0
"""Kilometres off the coast that are meant where no number is said."""
_SIDES = {"N": (1, 0), "S": (-1, 0), "E": (0, 1), "W": (0, -1)}


def border(phrase: Phrase) -> list[Candidate]:
    """ "the Turkish border" with a hint or two states: the border; with one state alone: somewhere along it."""
    at = next((at for at, word in enumerate(phrase.words) if word.key in lexicon.BORDERS), None)
    if at is None or phrase.word(at + 1) in lexicon.CITIES or phrase.specifics:
        return []
    named = phrase.states
    pairs = [(one, other) for one in named[:1] for other in [*named[1:], *phrase.near] if one != other]
    if not named:
        pairs = [(one, other) for one in phrase.near[:4] for other in phrase.near[:4] if one < other]
    for one, other in pairs:
        if found := _pair(phrase, one, other):
            return [found]
    state = phrase.table.state(named[0]) if named else None
    if not state:
        return []
    if len(named) > 1 and (other_state := phrase.table.state(named[1])):
        return [_halfway(state, other_state)]
    why = f"somewhere along the border of {state.name}"
    return [made(f"border of {state.name}", "border", "", state.point, state.radius * 1.2, 0.35, why)]


def _pair(phrase: Phrase, one: str, other: str) -> Candidate | None:
    line = phrase.table.border(one, other)
    states = phrase.table.state(one), phrase.table.state(other)
    if not line or not states[0] or not states[1]:
        return None
    name = " and ".join(sorted(state.name for state in states if state))
    score = 0.85 if {one, other} <= set(phrase.states) else 0.6
    return made(f"border of {name}", "border", "", line.point, line.radius, score, "the border of the two")


def _halfway(one: Entry, other: Entry) -> Candidate:
    share = one.radius / (one.radius + other.radius)
    point = middle(one.point, other.point, share)
    radius = max(50.0, 0.6 * min(one.radius, other.radius))
    name = " and ".join(sorted((one.name, other.name)))
    return made(f"border of {name}", "border", "", point, radius, 0.4, "on the way from one to the other")


def coast(phrase: Phrase) -> list[Candidate]:
    """ "the Libyan coast", "50 miles off the coast of Yemen", "waters east of the Korean peninsula"."""
    wet = [at for at, word in enumerate(phrase.words) if word.key in lexicon.WATERS]
    dry = [at for at, word in enumerate(phrase.words) if word.key in lexicon.COASTS]
    item = phrase.pick()
    if not (wet or dry) or not item or not (found := phrase.ranked(item)):
        return []
    if not item.wide and not item.state and min([*wet, *dry]) > item.first:
        return []  # "Sinpo on the east coast"
    told = next((side for word in phrase.words if (side := lexicon.side(word.key))), None)
    far = shift(phrase, item).far
    return [_coast(phrase, entry, score, told, far, bool(wet)) for entry, score, _ in found[:3]]


def _coast(
    phrase: Phrase, entry: Entry, score: float, told: tuple[int, int] | None, far: float | None, wet: bool
) -> Candidate:
    side = told or _SIDES.get(phrase.table.coasts.get("".join(entry.countries), ""))
    point, out = entry.point, far if far is not None else _OFFSHORE if wet else 0.0
    radius = entry.radius + out
    if side:
        point = edge(entry, side)
        point = moved(point, side[0] * out, side[1] * out)
        radius = _length(entry, side) / 2 + out
    kind, country = ("waters", "") if wet else ("coast", entry.country)
    name = f"{'waters off' if wet else 'coast of'} {entry.name}"
    return made(name, kind, country, point, radius, score - 0.2, f"by the coast of {entry.name}")


def _length(entry: Entry, side: tuple[float, float]) -> float:
    """How long the edge on that side is."""
    if not entry.box:
        return entry.radius
    north, south, east, west = entry.box
    if side[0]:
        return distance((entry.latitude, west), (entry.latitude, east))
    return (north - south) * DEGREE


def between(phrase: Phrase) -> list[Candidate]:
    """ "between Damascus and Homs"."""
    if "between" not in phrase.plain:
        return []
    at = [word.key for word in phrase.words].index("between")
    ends = [item for item in phrase.items if item.entries and item.first > at][:2]
    found = [phrase.ranked(item)[0] for item in ends]
    if len(found) < 2:
        return []
    (one, score, _), (other, other_score, _) = found
    far = distance(one.point, other.point)
    country = one.country if one.country == other.country else ""
    return [
        made(
            f"between {one.name} and {other.name}",
            "area",
            country,
            middle(one.point, other.point),
            max(far / 2, 1.0),
            min(score, other_score) - 0.1,
            "between the two",
        )
    ]


def capital(phrase: Phrase) -> list[Candidate]:
    """ "the French capital", "Libya's capital"; alone with one hint, that country's."""
    if "capital" not in phrase.plain or phrase.specifics:
        return []
    codes = phrase.states[:1] or (phrase.near if len(set(phrase.near)) == 1 else ())
    found = phrase.table.capital(codes[0]) if codes else None
    state = phrase.table.state(codes[0]) if codes else None
    if not found or not state:
        return []
    score = 0.85 if phrase.states else 0.6
    return [candidate(found, score, f"the capital of {state.name}")]
