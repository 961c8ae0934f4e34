"""Numbers as they are told: how many of what, in which unit, how loosely."""

import re
from dataclasses import dataclass

from .wording import stem

_METRES = {
    "km": 1000.0, "kilometer": 1000.0, "kilometers": 1000.0, "kilometre": 1000.0, "kilometres": 1000.0,
    "mile": 1609.344, "miles": 1609.344, "m": 1.0, "meter": 1.0, "meters": 1.0, "metre": 1.0, "metres": 1.0,
    "feet": 0.3048, "ft": 0.3048, "nautical": 1852.0,
}  # fmt: skip
_KILOGRAMS = {
    "ton": 1000.0, "tons": 1000.0, "tonne": 1000.0, "tonnes": 1000.0, "kg": 1.0, "kilograms": 1.0, "pounds": 0.4536,
}  # fmt: skip
_SPELT = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"dozen": 12, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
_NTH = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<nth>st|nd|rd|th)?\b")
_LOOSE = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|estimated|close to)\b", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:up to|at most|fewer than|less than|as many as|under)\b", re.IGNORECASE)
_ARMS = re.compile(r"\b(?:missiles?|projectiles?|rockets?|rounds?|shells?|weapons?)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:dead|killed|deaths?|died|bodies|fatalities)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wounded|injured|hurt|injuries)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:people|persons)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`amount` in the base unit of `unit` (metres, kilograms, else the thing counted, its stem; `nth` for an
    ordinal); `grain` is the size of the last figure that was told. `bound` is `least`, `most` or ""."""

    amount: float
    unit: str
    grain: float
    bound: str
    loose: bool
    converted: bool
    words: str


def quantity(words: str) -> Quantity | None:
    """The first number of a phrase, None where there is none."""
    found = _number(words)
    if found is None:
        return None
    amount, grain, nth, rest = found
    first = next(iter(re.findall(r"[A-Za-z]+", rest)), "").casefold()
    if first in _SCALE:
        amount, grain = amount * _SCALE[first], grain * _SCALE[first]
        rest = rest[rest.casefold().find(first) + len(first) :]
        first = next(iter(re.findall(r"[A-Za-z]+", rest)), "").casefold()
    unit, size = _unit(first, rest, nth)
    bound = "least" if _LEAST.search(words) else "most" if _MOST.search(words) else ""
    return Quantity(
        amount=amount * size,
        unit=unit,
        grain=grain * size,
        bound=bound,
        loose=bool(_LOOSE.search(words)),
        converted=size not in (1.0, 1000.0),
        words=" ".join(words.split()),
    )


def same(one: Quantity, other: Quantity) -> bool:
    """Equal, or equal when both are rounded as the looser of them is: 330 km and 205 miles, 84 and "about 80"."""
    if one.amount == other.amount:
        return True
    if one.unit in ("nth",) or not (one.loose or other.loose or one.converted or other.converted):
        return False
    grain = max(one.grain, other.grain)
    return abs(one.amount - other.amount) <= grain * 0.55


def within(one: Quantity, other: Quantity) -> bool:
    """Whether a bound that one tells holds for the other: "at least two" and three."""
    for bounded, told in ((one, other), (other, one)):
        if bounded.bound == "least" and told.amount >= bounded.amount:
            return True
        if bounded.bound == "most" and told.amount <= bounded.amount:
            return True
    return False


def _number(words: str) -> tuple[float, float, bool, str] | None:
    """Amount, grain, whether an ordinal, and the words after it."""
    if match := _NUMBER.search(words):
        digits = match["digits"].replace(",", "")
        return float(digits), _grain(digits), bool(match["nth"]), words[match.end() :]
    for match in re.finditer(r"[A-Za-z]+", words):
        word = match[0].casefold()
        if word in _SPELT:
            return float(_SPELT[word]), 1.0, False, words[match.end() :]
        if word in _NTH:
            return float(_NTH[word]), 1.0, True, words[match.end() :]
    return None


def _grain(digits: str) -> float:
    if "." in digits:
        return float(10.0 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10.0 ** min(zeros, len(digits) - 1))


def _unit(first: str, rest: str, nth: bool) -> tuple[str, float]:
    if nth:
        return "nth", 1.0
    if first in _METRES:
        return "metres", _METRES[first]
    if first in _KILOGRAMS:
        return "kilograms", _KILOGRAMS[first]
    for name, pattern in (("dead", _DEAD), ("injured", _HURT), ("arms", _ARMS), ("people", _PEOPLE)):
        if pattern.search(rest):
            return name, 1.0
    last = re.findall(r"[A-Za-z]+", rest)
    return (stem(last[-1].casefold()) if last else "", 1.0)
