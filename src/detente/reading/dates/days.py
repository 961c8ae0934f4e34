"""Days and months as they stand in a calendar."""

from datetime import datetime

from .amounts import ordinal
from .clocks import after_date
from .context import Context, Half, Phrase, Resolved, dated, narrowed, ranged, within
from .moments import Moment
from .neighbours import BEFORE_DAY, BEFORE_MONTH, BEFORE_MONTH_SURELY, TERROR
from .vocabulary import MONTHS, NAMED_DAYS
from .years import bare_year, full_year, in_year, told_year, written_year

_DAY = ("day", "ordinal")
MONTH = ("month", "maymarch", "abbreviation")


def calendar(phrase: Phrase, context: Context) -> Resolved | None:
    """ "10 September 2019", "Sept. 10", "May", "2018", "2019-09-10", "7/8/07", "10-Sep-2019"."""
    if word := phrase.word("iso"):
        return _iso(word)
    if word := phrase.word("slashed", "named"):
        return _iso(NAMED_DAYS[word]) if word in NAMED_DAYS else _slashed(word)
    at = phrase.find(*MONTH)
    if at < 0:
        return bare_year(phrase, context)
    day = _day_beside(phrase, at)
    return _placed(phrase, context, day) if day or _is_month(phrase, context) else None


def _placed(phrase: Phrase, context: Context, day: int) -> Resolved | None:
    """The month of the phrase, or that day of it, in its year."""
    month, unit = MONTHS[phrase.word(*MONTH)], "day" if day else "month"
    year = told_year(phrase, context)
    if year is None and (month, day) == (9, 11) and phrase.after() in TERROR:
        year = 2001
    dateless = Moment(unit, year or 2000, month, day)
    moment = dateless if year is not None else in_year(dateless, phrase, context)
    time = after_date(phrase)
    if moment is None:
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return Resolved("TIME" if time else "DATE", value + time, narrowed(phrase))
    return dated(moment, unit, narrowed(phrase), time) if moment.exists() else None


def _day_beside(phrase: Phrase, month: int) -> int:
    """The day of the month: the number that stands next to it, "the" and "of" and dots aside; 0 for none."""
    for index in (month - 1, month + 1, month - 2, month + 2):
        if not 0 <= index < len(phrase.names) or phrase.names[index] not in _DAY:
            continue
        between = phrase.names[min(index, month) + 1 : max(index, month)]
        if all(name in ("dot", "of", "the", "dash") for name in between):
            return ordinal(phrase.words[index])
    return 0


def _is_month(phrase: Phrase, context: Context) -> bool:
    """Whether a month's name is one: not the verb "may", not a march, not Theresa May, not Jan the man."""
    name, word = phrase.names[phrase.find(*MONTH)], phrase.word(*MONTH)
    if name == "month" or (len(phrase.names) > 1 and name == "maymarch") or written_year(phrase) is not None:
        return True
    if phrase.before() not in (BEFORE_MONTH_SURELY if word in context.surnames else BEFORE_MONTH):
        return False
    if phrase.before() in ("a", "the") and phrase.next_name != "other":
        return False
    return name != "abbreviation" or phrase.has(".")


def _iso(word: str) -> Resolved | None:
    try:
        day = datetime.fromisoformat(word.upper())
    except ValueError:
        return None
    return dated(Moment.of(day.date()), "day", "", word[10:].upper())


def _slashed(word: str) -> Resolved | None:
    """Month first, as in America, unless that is no month."""
    first, second, *rest = (int(number) for number in word.split("/"))
    if not rest:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    moment = Moment("day", full_year(rest[0]), month, day)
    return dated(moment, "day") if moment.exists() else None


def coordinated(phrase: Phrase, context: Context) -> Resolved | None:
    """ "May 3-5", "the 28 and 29 August", "November 22, 23", "1995-96": both ends of it."""
    at = phrase.find(*MONTH)
    if at < 0:
        return _years(phrase)
    first, second = [index for index, name in enumerate(phrase.names) if name in _DAY][:2]
    if phrase.next_name in ("unit", "units"):
        return None
    ends = [_placed(phrase, context, ordinal(phrase.words[index])) for index in (first, second)]
    if not ends[0] or not ends[1]:
        return None
    begin = second - (phrase.names[second - 1] == "the")
    return ranged(Half(0, first + 1, ends[0]), Half(begin, len(phrase.names), ends[1]))


def _years(phrase: Phrase) -> Resolved | None:
    """ "1995-96", "264 to 241 BC"."""
    first, last = int(phrase.words[0]), phrase.words[2]
    if phrase.find("christ") >= 0:
        begin, end = -first, -int(last)
    elif len(last) == 2 and last.isdecimal() and int(last) > first % 100 and 1700 <= first <= 2100:
        begin, end = first, first - first % 100 + int(last)
    else:
        return None
    ends = [dated(Moment("year", year), "year") for year in (begin, end)]
    return ranged(Half(0, 1, ends[0]), Half(2, len(phrase.names), ends[1]))


def dayless(phrase: Phrase, context: Context) -> Resolved | None:
    """ "on the 28th": a day of the month named last."""
    month = within(context.last, "month")
    if phrase.before() not in BEFORE_DAY or month is None:
        return None
    if not context.history and (phrase.names[-1] == "day" or phrase.next_name == "other"):
        return None  # on the 10th floor
    moment = Moment("day", month.year, month.part, ordinal(phrase.words[-1]))
    return dated(moment, "day") if moment.exists() else None
