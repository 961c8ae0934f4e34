"""Seasons, quarters, decades, centuries, the weeks of a month, feasts."""

from .amounts import ordinal, unit_of
from .context import Context, Phrase, Resolved, dated, moved, narrowed, within
from .days import MONTH
from .moments import SEASONS as CODES
from .moments import UNKNOWN, Moment
from .neighbours import NOT_SEASONAL, NOT_SPRING, SEASONAL
from .vocabulary import HOLIDAYS, MONTHS, SEASONS
from .years import full_year, in_year, relative_year, told_year, written_year

_HOLIDAY_WORDS = {word for name in HOLIDAYS for word in name}


def season(phrase: Phrase, context: Context) -> Resolved | None:
    """ "the summer of 1943", "this spring", "last winter", "the spring of next year"."""
    if not _is_season(phrase):
        return None
    part = SEASONS[phrase.word("season", "fall")]
    year = told_year(phrase, context)
    moment = Moment("season", year, part) if year is not None else _season_near(part, phrase, context)
    if moment is None:
        return Resolved("DATE", f"XXXX-{CODES[part - 1]}", narrowed(phrase))
    return dated(moment, "season", narrowed(phrase))


def _is_season(phrase: Phrase) -> bool:
    """Neither the fall of a city, nor the Arab Spring, nor the Winter Olympics."""
    if phrase.next_name == "of" or phrase.before() in NOT_SPRING or phrase.after() in NOT_SEASONAL:
        return False
    if phrase.find("fall") < 0:
        return True
    return not phrase.has("that") and (len(phrase.names) > 1 or phrase.after() in SEASONAL)


def _season_near(part: int, phrase: Phrase, context: Context) -> Moment | None:
    now = context.now
    if now is None:
        return None
    here = within(now, "season") or Moment("season", now.year, part)
    moment = Moment("season", here.year, part)
    if phrase.has("last"):
        return moment if part < here.part else moment.shifted(-4)
    if phrase.has("this") or (context.history and not phrase.has("next", "coming")):
        return moment
    if phrase.has("next", "coming") or context.tense(phrase) == "future":
        return moment if part >= here.part else moment.shifted(4)
    return moment.shifted(-4) if part > here.part else moment


def quarter(phrase: Phrase, context: Context) -> Resolved | None:
    """ "the first quarter of 2009", "third-quarter", "the second half of last year"."""
    unit = phrase.word("quarter", "half")
    if unit == "half" and phrase.find("year", "unit") < 0:
        return None
    size = 4 if unit == "quarter" else 2
    number = ordinal(phrase.word("ordinalword", "ordinal", "lastnext", "second"))
    number = size if number == -1 else number
    if not 1 <= number <= size:
        return None
    year = written_year(phrase)
    year = relative_year(phrase, context) if year is None else year
    now = context.now
    if year is None and now is not None:
        here = within(now, unit)
        ahead = here is not None and number > here.part and context.tense(phrase) != "future"
        year = now.year - ahead
    if year is None:
        return Resolved("DATE", f"XXXX-{unit[0].upper()}{number}")
    return dated(Moment(unit, year, number), unit, narrowed(phrase))


def decade(phrase: Phrase, context: Context) -> Resolved | None:
    """ "the late 1980s", "the '90s", "the nineteenth century", "the 9th century BC"."""
    if word := phrase.word("decade"):
        year = full_year(int("".join(letter for letter in word if letter.isdecimal())))
        if not 1200 <= year < 2100:
            return None  # 1000s of people
        return dated(Moment("decade", year), "decade", narrowed(phrase))
    number = ordinal(phrase.word("ordinalword", "ordinal")) + (20 if phrase.has("twenty") else 0)
    if unit_of(phrase.word("unit")) != "century" or number < 1:
        return None
    if phrase.find("christ") >= 0:
        return Resolved("DATE", f"BC{number - 1:02d}", narrowed(phrase))
    return dated(Moment("century", number * 100 - 100), "century", narrowed(phrase))


def weekof(phrase: Phrase, context: Context) -> Resolved | None:
    """ "the last week of March", "the first day of 2015"."""
    unit, number = unit_of(phrase.word("unit")), ordinal(phrase.word("ordinalword", "ordinal", "lastnext"))
    whole = _whole(phrase, context)
    if whole is None or unit not in ("day", "week", "month") or not number:
        return Resolved("DATE", UNKNOWN[unit]) if unit in UNKNOWN else None
    first = within(whole.shifted(1) if number < 0 else whole, whole.unit)
    return dated(moved(_first(first, unit), number if number < 0 else number - 1, unit), unit)


def _whole(phrase: Phrase, context: Context) -> Moment | None:
    """The month or year that the weeks are of."""
    year, name = written_year(phrase), phrase.word(*MONTH)
    if not name:
        return Moment("year", year) if year is not None else None
    month = Moment("month", year or 2000, MONTHS[name])
    return month if year is not None else in_year(month, phrase, context)


def _first(whole: Moment | None, unit: str) -> Moment | None:
    return whole.to(unit) if whole and whole.year > 0 else None


def holiday(phrase: Phrase, context: Context) -> Resolved | None:
    """ "Christmas 1963", "New Year's Eve", "Thanksgiving"."""
    name = tuple(word for word in phrase.words if word in _HOLIDAY_WORDS)
    if name not in HOLIDAYS:
        return None
    month, day = HOLIDAYS[name]
    year = written_year(phrase)
    if year is None:
        moment = in_year(Moment("day", 2000, month, day or 25), phrase, context)
        if moment is None:
            return Resolved("DATE", f"XXXX-{month:02d}-" + (f"{day:02d}" if day else "XX"))
        year = moment.year
    first = Moment("day", year, month, 1)
    if not day and year > 0:
        day = 22 + (4 - first.first_day().isoweekday()) % 7  # the fourth Thursday
    moment = Moment("day", year, month, day)
    return dated(moment, "day") if moment.exists() else None
