"""Which year: the one in the phrase, the one it is told of, or the one that fits; and years by themselves."""

from .amounts import unit_of
from .clocks import after_date
from .context import Context, Phrase, Resolved, dated, narrowed, within
from .grammar import SHARED
from .moments import Moment
from .neighbours import (
    BEFORE_NUMBER,
    BEFORE_YEAR,
    BEFORE_YEAR_SURELY,
    COMPOUNDS,
    QUANTITIES,
    YEAR_PREFIXES,
)

_MONTHS = (["month"], ["maymarch"], ["abbreviation"])
"""What stands before the dash and the year of 10-Sep-19."""
_POINTERS = ("lastnext", "this", "following", "past", "that", "the")
_AHEAD = 3
"""Months for which a date lies ahead unless its clause tells of the past."""
_NEAR = {"day": 3, "month": 1}
"""Months for which it lies ahead whatever its clause says: of one long gone the year would be told."""
_BEHIND = 2
"""Months for which it lies behind whatever its clause says."""


def full_year(short: int) -> int:
    """1999 of 99, 2007 of 07; a year in full as it is."""
    return short + (2000 if short < 50 else 1900) if short < 100 else short


def written_year(phrase: Phrase) -> int | None:
    """The year that stands in the phrase, negative before Christ; None where none does."""
    index = phrase.find("christ")
    if index > 0 and phrase.words[index - 1].isdecimal():
        return -int(phrase.words[index - 1]) or None
    if word := phrase.word("year"):
        return int(word)
    if phrase.names[-2:-1] == ["dash"] and phrase.names[-3:-2] in _MONTHS and phrase.words[-1].isdecimal():
        return full_year(int(phrase.words[-1]))
    word = phrase.word("shortyear")
    return full_year(int(word[1:])) if word else None


def told_year(phrase: Phrase, context: Context) -> int | None:
    """The year in the phrase, or the one that it takes from words around it."""
    for year in (written_year(phrase), relative_year(phrase, context), shared_year(phrase)):
        if year is not None:
            return year
    return None


def relative_year(phrase: Phrase, context: Context) -> int | None:
    """The year of "of last year", "the following year", "of that year"; None where the phrase has none."""
    if unit_of(phrase.word("unit")) != "year":
        return None
    now, then, that = context.now, context.then, context.year or context.then
    for word, base, step in (
        ("last", now, -1), ("next", now, 1), ("coming", now, 1), ("this", now, 0), ("following", then, 1),
        ("previous", then, -1), ("preceding", then, -1), ("same", that, 0), ("that", that, 0),
    ):  # fmt: skip
        if phrase.has(word):
            there = within(base, "year")
            return there.year + step if there else None
    return None


def shared_year(phrase: Phrase) -> int | None:
    """The year of the date that this one is coupled with: "in August and September 1914"."""
    coupled = SHARED.match(phrase.lexed.classes, phrase.end)
    return int(phrase.lexed.word(coupled.end() - 1)) if coupled else None


def in_year(moment: Moment, phrase: Phrase, context: Context) -> Moment | None:
    """The moment, a day or month without a year, in its year: "last July", "next May", "this June", or, where
    no such word stands before it, the one that fits. None where no day is known to begin from."""
    pointed = phrase.names[0] in _POINTERS and "unit" not in phrase.names
    base = context.then if phrase.has("following", "previous", "preceding") else context.now
    month = within(base, "month")
    if month is None or not pointed:
        return _fitting(moment, phrase, context)
    gap = moment.part - month.part or (moment.day - base.day if base and moment.day else 0)
    if phrase.has("last", "previous", "preceding", "past"):
        return _of_year(moment, month.year - (gap >= 0))
    if phrase.has("next", "following", "coming"):
        return _of_year(moment, month.year + (gap <= 0))
    return _of_year(moment, month.year) if phrase.has("this") else _fitting(moment, phrase, context)


def _of_year(moment: Moment, year: int) -> Moment:
    return Moment(moment.unit, year, moment.part, moment.day)


def _fitting(moment: Moment, phrase: Phrase, context: Context) -> Moment | None:
    """After the last date in a history, by tense in the news."""
    if context.history:
        return _flowing(moment, context)
    today = context.today
    if today is None:
        return None
    ahead = moment.part - today.part + ((moment.day - today.day) / 31 if moment.day else 0)
    coming, tense = ahead % 12, context.tense(phrase)
    soon = coming <= _NEAR[moment.unit] or (coming <= _AHEAD and tense != "past")
    if soon or (tense == "future" and 12 - coming > _BEHIND):
        return _of_year(moment, today.year + (ahead < 0))
    return _of_year(moment, today.year - (ahead > 0))


def _flowing(moment: Moment, context: Context) -> Moment | None:
    """The year told last, or the one after or before it where the months turn."""
    last = context.last
    if last is None or not last.has("year"):
        return None
    year = last.year
    if last.unit in ("day", "month"):
        gap = moment.part - last.part
        year += 1 if gap <= -8 else -1 if gap >= 10 else 0
    elif context.late and moment.part <= 6:
        year += 1
    return _of_year(moment, year)


def bare_year(phrase: Phrase, context: Context) -> Resolved | None:
    """ "1953", "early 2018", "the year 1950", "264 BC", "'99"; None for a number of something."""
    year = written_year(phrase)
    if year is None:
        return None
    surely = year < 0 or phrase.find("anno") >= 0
    if phrase.find("shortyear") >= 0:
        surely = phrase.before() in BEFORE_YEAR
        if not surely:
            return None
    if not surely and not _is_year(phrase, year, context):
        return None
    return dated(Moment("year", year), "year", narrowed(phrase), after_date(phrase))


def _is_year(phrase: Phrase, year: int, context: Context) -> bool:
    """Whether four bare digits are a year: neither an amount, a price nor a number of something."""
    before, after = phrase.before(), phrase.after()
    if len(phrase.names) > 1 and phrase.words[0] != "about":
        return after not in QUANTITIES
    if after in QUANTITIES or before in BEFORE_NUMBER or (after == "-" and phrase.after(2) in COMPOUNDS):
        return False
    if (before == "." and phrase.before(2) == "no") or (before == "-" and phrase.before(2).isalpha()):
        return phrase.before(2) in YEAR_PREFIXES
    if 1900 <= year <= 2100 or (phrase.next_name == "dash" and phrase.lexed.name(phrase.end + 1) == "year"):
        return True
    if before in BEFORE_YEAR:
        return context.history or before in BEFORE_YEAR_SURELY or not after[:1].isalpha()
    return context.history and before in (",", "")
