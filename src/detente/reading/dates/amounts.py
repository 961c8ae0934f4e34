"""How much time: lengths, and how often."""

from .context import Context, Phrase, Resolved, dated, moved, within
from .moments import SEASONS as CODES
from .neighbours import BEFORE_LENGTH
from .vocabulary import DURATION, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS

_OFTEN = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y",
}  # fmt: skip
_UNIT = ("unit", "units", "quarter", "weekend", "second", "season")
_DIGITS = 9
"""No longer number counts days or years."""


def unit_of(word: str) -> str:
    """The unit that a word names, singular; "" where it names none."""
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "")


def ordinal(word: str) -> int:
    """`third`, `3rd`, `3` as a number; -1 for the last one; 0 for none."""
    return ORDINALS.get(word) or int("".join(letter for letter in word[:3] if letter.isdecimal()) or 0)


def count(phrase: Phrase) -> float | None:
    """How many of its unit a phrase names, one where it names no number; None for "several" and "years"."""
    half = phrase.find("half")
    if half >= 0 and phrase.names[half + 1 : half + 2] == ["a"]:
        return 0.5
    whole = _whole(phrase)
    return whole + 0.5 if whole is not None and half >= 0 else whole


def _whole(phrase: Phrase) -> float | None:
    total, seen = 0.0, False
    for name, word in zip(phrase.names, phrase.words, strict=True):
        if name in ("few", "several"):
            return None
        if name in ("number", "hours", "day"):
            total = float(word.replace(",", "")) if len(word) <= _DIGITS else 0.0
        elif name == "numberword":
            total += NUMBERS[word]
        elif name == "hundred":
            total = (total or 1) * NUMBERS[word]
        elif name == "couple":
            total = 2.0
        else:
            continue
        seen = True
    if seen:
        return total
    return None if phrase.find("units") >= 0 and phrase.find("half") < 0 else 1.0


def written(number: float | None, unit: str) -> str:
    """A TIMEX3 duration: `P2W`, `PT12H`, `P2.5Y`, `PXM`."""
    if unit == "decade" and number is not None:
        unit, number = "year", number * 10  # ISO 8601 has no decades
    time, letter = ("T", DURATION[unit][1]) if DURATION[unit][0] == "T" else ("", DURATION[unit])
    digits = "X" if number is None else f"{number:.1f}".removesuffix(".0")
    return f"P{time}{digits}{letter}"


def length(phrase: Phrase, context: Context) -> Resolved | None:
    """ "two years", "a 12-hour", "two and a half years", "nearly a month", "decades-long"."""
    word = phrase.word(*_UNIT)
    unit, number = unit_of(word) or "season", count(phrase)
    countable = number not in (1.0, None) and phrase.find("a") < 0
    if (word in ("quarter", "second") or unit == "season") and not countable:
        return None  # a quarter of them, a second time
    if word == "quarters" and phrase.after() == "of":
        return None  # three quarters of them
    if phrase.after() == "-" and phrase.names[-1] != "units" and phrase.after(2) in ("old", "end", "ends"):
        return None  # a ten-year-old, a year-end deadline
    if word.startswith("fortnight") and number:
        number *= 2
    if number is not None and _is_term(phrase, context):
        return _term(number, unit, context)
    return Resolved("DURATION", written(number, unit))


def _is_term(phrase: Phrase, context: Context) -> bool:
    """Whether the length runs from now: "will take effect in two weeks", not "the first in two weeks"."""
    if context.history or phrase.before() not in ("in", "within"):
        return False
    before = [phrase.before(step) for step in range(2, 7)]
    if any(word in ("first", "only", "time") or word.endswith("est") for word in before):
        return False
    return context.tense(phrase) == "future"


def _term(number: float, unit: str, context: Context) -> Resolved:
    """The last day, month or year of a length that runs from now."""
    units = {"hour": ("day", 1 / 24), "week": ("day", 7), "decade": ("year", 10)}
    name, factor = units.get(unit, (unit, 1))
    if name not in ("day", "month", "year"):
        return Resolved("DURATION", written(number, unit))
    return dated(moved(within(context.now, name), int(number * factor), name), name)


def bare(phrase: Phrase, context: Context) -> Resolved | None:
    """ "for years", "in months": a length only after a word that asks for one."""
    unit = unit_of(phrase.words[0])
    if phrase.before() not in BEFORE_LENGTH or unit in ("season", "weekend") or phrase.before(2) == "out":
        return None
    return Resolved("DURATION", written(None, unit))


def repeated(phrase: Phrase, context: Context) -> Resolved | None:
    """ "daily", "every March", "each night", "per month", "twice a year", "every other week"."""
    if word := phrase.word("daily"):
        return None if _is_name(phrase) else Resolved("SET", _OFTEN[word])
    if word := phrase.word("month", "maymarch"):
        return Resolved("SET", f"XXXX-{MONTHS[word]:02d}")
    if word := phrase.word("weekday", "weekdays"):
        return Resolved("SET", f"XXXX-WXX-{WEEKDAYS[word.removesuffix('s')]}")
    if word := phrase.word("season", "fall"):
        return Resolved("SET", f"XXXX-{CODES[SEASONS[word] - 1]}")
    if word := phrase.word("part"):
        return Resolved("SET", f"XXXX-XX-XXT{PARTS[word]}")
    number = 2.0 if phrase.has("other") else count(phrase)
    return Resolved("SET", written(number, unit_of(phrase.word(*_UNIT))))


def _is_name(phrase: Phrase) -> bool:
    """The Daily Mail, the Weekly Standard."""
    lexed = phrase.lexed
    return lexed.word(phrase.start).istitle() and lexed.word(phrase.end).istitle()
