"""Parts and surroundings of a place: its north, its outskirts, 70 km off."""

from dataclasses import dataclass
from math import hypot

from . import lexicon
from .geometry import Point, moved
from .items import Item
from .phrase import Phrase
from .table import Entry

_PARTS = frozenset(
    "district districts neighborhood neighborhoods neighbourhood neighbourhoods part parts side outskirts edge "
    "half area areas areas section portion countryside tip flank".split()
)
_SPREAD = 0.25
"""Doubt about a distance and its direction, as a share of it."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What the words make of a place: so far (kilometres) to a side, a part of it, or around it. `outside`
    is beyond its edge."""

    side: tuple[float, float] | None = None
    far: float | None = None
    middle: bool = False
    around: bool = False
    outside: bool = False

    @property
    def none(self) -> bool:
        return not (self.side or self.far is not None or self.middle or self.around)

    def applied(self, entry: Entry) -> tuple[Point, float, str]:
        """Centre, radius, and the reason."""
        if self.far is not None:
            return self._far(entry, self.far)
        if self.side and self.outside:
            return self._far(entry, 20.0 + 0.5 * entry.radius if entry.radius > 40 else 15.0)
        if self.side:
            return _part(entry, self.side), max(2.0, 0.55 * entry.radius), "a part of it"
        if self.middle:
            return entry.point, max(1.0, 0.5 * entry.radius), "its middle"
        return entry.point, max(2 * entry.radius, 15.0) if entry.radius < 200 else entry.radius, "close to it"

    def _far(self, entry: Entry, far: float) -> tuple[Point, float, str]:
        spread = max(2.0, _SPREAD * far) + entry.radius * (0.5 if entry.radius < 50 else 0.3)
        if not self.side:
            return entry.point, far + entry.radius, f"{far:.0f} km from it"
        north, east = self.side
        length = hypot(north, east)
        start = edge(entry, self.side) if entry.radius > 50 else entry.point
        return moved(start, far * north / length, far * east / length), spread, f"{far:.0f} km from it"


def edge(entry: Entry, side: tuple[float, float]) -> Point:
    """The outermost point of a place on that side."""
    return _toward(entry, side, 1.0)


def _part(entry: Entry, side: tuple[float, float]) -> Point:
    return _toward(entry, side, 0.5)


def _toward(entry: Entry, side: tuple[float, float], share: float) -> Point:
    lat, lon = entry.point
    length = hypot(*side)
    if not entry.box:
        out = share * entry.radius / length
        return moved(entry.point, side[0] * out, side[1] * out)
    north, south, east, west = entry.box
    up = (north - lat) if side[0] > 0 else (lat - south)
    right = (east - lon) if side[1] > 0 else (lon - west)
    return lat + share * side[0] * up / length, lon + share * side[1] * right / length


def shift(phrase: Phrase, item: Item) -> Shift:
    """What the words around the item make of it."""
    far, at = _distance(phrase)
    if far is not None and at <= item.first:
        side = next((found for word in _range(phrase, at, item.first) if (found := lexicon.side(word))), None)
        return Shift(side=side, far=far)
    return _before(phrase, item) or _after(phrase, item) or Shift()


def _before(phrase: Phrase, item: Item) -> Shift | None:
    leading = phrase.before(item, 6)
    if leading and leading[-1] in lexicon.MIDDLE:
        return Shift(middle=True)
    if leading and (side := lexicon.side(leading[-1])):
        if item.entries and item.entries[0].kind != "country" and phrase.word(item.last) in lexicon.REGIONS:
            return None  # "southern Hatay province" lies in the south of a state
        joint = leading[-2:-1] == ["and"] and leading[-3:-2]
        other = lexicon.side(leading[-3]) if joint else None
        both = (side[0] + other[0], side[1] + other[1]) if other else side
        return Shift(side=both) if any(both) else None
    for at, word in enumerate(leading):
        if (side := lexicon.side(word)) and leading[at + 1 : at + 2] == ["of"]:
            inside = item.entries and item.entries[0].radius > 60 and "waters" not in leading
            return Shift(side=side, outside=not inside)
        if side and leading[at + 1 : at + 2] and leading[at + 1] in _PARTS and "of" in leading[at + 2 :]:
            return Shift(side=side)
    if (
        set(leading) & lexicon.SUBURBS
        or set(leading[-3:]) & lexicon.AROUND
        or leading[-2:] == ["close", "to"]
    ):
        return Shift(around=True)
    return Shift(middle=True) if set(leading) & lexicon.CENTRES and "of" in leading else None


def _after(phrase: Phrase, item: Item) -> Shift | None:
    """ "Syria's north", "Falluja's southern outskirts", "Istanbul's historic heart", "Moscow suburbs"."""
    trailing = _range(phrase, item.last, item.last + 3)
    owns = phrase.words[item.last - 1].owns
    for at, word in enumerate(trailing if owns else ()):
        after = trailing[at + 1 : at + 2]
        if (side := lexicon.side(word)) and (not after or after[0] in _PARTS | lexicon.INSIDE):
            return Shift(side=side)
    if set(trailing[:1]) & lexicon.SUBURBS:
        return Shift(around=True)
    return Shift(middle=True) if owns and set(trailing) & lexicon.CENTRES else None


def _range(phrase: Phrase, first: int, last: int) -> list[str]:
    return [phrase.word(at) for at in range(first, min(last, len(phrase.words)))]


def _distance(phrase: Phrase) -> tuple[float | None, int]:
    """The first distance in kilometres, and the word after it."""
    for at in range(len(phrase.words)):
        unit = lexicon.UNITS.get(phrase.word(at))
        if unit is None or at == 0:
            continue
        before = phrase.word(at - 1)
        if before in ("nautical", "square") and at > 1:
            unit, before = (1.852 if before == "nautical" else 0.0), phrase.word(at - 2)
        number = _number(phrase, at - 1, before)
        if number is not None and unit:
            return min(number * unit, 20000.0), at + 1
    return None, 0


def _number(phrase: Phrase, at: int, word: str) -> float | None:
    if word in lexicon.NUMBERS:
        return float(lexicon.NUMBERS[word])
    digits = word if word.isdecimal() and word.isascii() and len(word) < 7 else ""
    if not digits:
        return None
    grouped = phrase.word(at - 1) if len(digits) == 3 and phrase.words[at].apart else ""  # "1,200"
    return float(f"{grouped}{digits}" if grouped.isdecimal() and grouped.isascii() else digits)
