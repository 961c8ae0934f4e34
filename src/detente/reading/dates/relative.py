"""Dates that are counted from somewhere: the day of publication, or the last date in the text."""

from dataclasses import replace

from .amounts import count, unit_of, written
from .clocks import after_date
from .context import Context, Phrase, Resolved, dated, moved, narrowed, weekday_of, within
from .moments import Moment
from .neighbours import BEFORE_TIME, CLOSING
from .vocabulary import WEEKDAYS

_BACK = ("last", "previous", "preceding", "past")
_AHEAD = ("next", "following", "coming")
_TOLD = ("following", "previous", "preceding")
"""Counted from the last date in the text, not from the day of publication."""
_FRESH = 7
"""Days after which a happening is background."""


def weekday(phrase: Phrase, context: Context) -> Resolved | None:
    """ "Tuesday", "last Monday night", "early on Friday", "next Sunday at 18:00 UTC"."""
    number = WEEKDAYS[phrase.word("weekday")]
    time = after_date(phrase)
    today = within(context.last if context.history else context.today, "day")
    if today is None:
        return Resolved("TIME" if time else "DATE", f"XXXX-WXX-{number}{time}", narrowed(phrase))
    gap = (number - weekday_of(today)) % 7
    if phrase.has(*_BACK):
        # "Last Monday" on a Tuesday is not yesterday: that would be "Monday".
        gap -= 14 if gap == 6 else 7
    elif phrase.has(*_AHEAD):
        gap = gap or 7
    elif gap and not phrase.has("this") and context.tense(phrase) != "future":
        gap -= 7
    return dated(moved(today, gap, "day"), "day", narrowed(phrase), time)


def deictic(phrase: Phrase, context: Context) -> Resolved | None:
    """ "today", "yesterday evening", "the day before yesterday", "earlier today"."""
    if phrase.words == ["today"] and phrase.before() == "usa":
        return None  # the newspaper
    if phrase.words == ["today"] and context.history:
        return Resolved("DATE", "PRESENT_REF")
    step = {"yesterday": -1, "tomorrow": 1}.get(phrase.word("yesterday"), 0)
    if phrase.find("before") >= 0:
        step *= 2
    day = None if context.history else context.today
    return dated(moved(day, step, "day"), "day", narrowed(phrase), after_date(phrase))


def calendarunit(phrase: Phrase, context: Context) -> Resolved | None:
    """ "last week", "this year", "that month", "the end of the year", "the following day", "last night"."""
    if phrase.names == ["the", "unit"] and not _is_closing(phrase):
        return None
    unit = unit_of(phrase.word("unit", "quarter", "weekend"))
    if not unit and phrase.find("part") >= 0:
        return _part(phrase, context)
    if unit not in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century"):
        return None
    base, step = _counted_from(phrase, context, unit)
    moment = moved(within(base, unit), step, unit)
    return dated(moment, unit, narrowed(phrase), after_date(phrase) if unit == "day" else "")


def _is_closing(phrase: Phrase) -> bool:
    """Whether "the day" is the one at hand: "to end the day at 9505", "the rest of the year"."""
    if phrase.before() == "of":
        return phrase.before(2) in ("rest", "remainder")
    return phrase.before() in CLOSING


def _counted_from(phrase: Phrase, context: Context, unit: str) -> tuple[Moment | None, int]:
    """The date that the unit is counted from, and how many units away it is."""
    step = 1 if phrase.has(*_AHEAD) else -1 if phrase.has(*_BACK) else 0
    if phrase.has("that", "same"):
        return context.last, 0
    if phrase.has(*_TOLD) or (unit == "day" and step and not phrase.has("this")):
        return context.then, step
    if unit == "week" and weekday_of(context.now) == 7 and not context.history:
        return context.now, _week_from_sunday(step, context.tense(phrase))
    if step:
        return context.now, step
    if unit == "day" and not phrase.has("this", "current"):
        return _told(context), 0
    if unit == "weekend":
        return context.now, _weekend(context.now, context.tense(phrase))
    return context.now, 0


def _week_from_sunday(step: int, tense: str | None) -> int:
    """On a Sunday "last week" ends today, and "this week" that is still to come begins tomorrow."""
    if step == 0:
        return 1 if tense == "future" else 0
    return 0 if step < 0 else step


def _told(context: Context) -> Moment | None:
    """The day that "earlier in the day" speaks of: the one told last, if it is fresh news."""
    last, today = within(context.last, "day"), within(context.today, "day")
    if last is None or today is None or context.history:
        return last or today
    near = (moved(today, step, "day") for step in range(-_FRESH, _FRESH + 1))
    return last if last in near else today


def _weekend(base: Moment | None, tense: str | None) -> int:
    """ "The weekend" of a weekday is the one before, unless it is still to come."""
    return 0 if weekday_of(base) > 5 or tense == "future" else -1


def _part(phrase: Phrase, context: Context) -> Resolved | None:
    """ "this morning", "last night", "that afternoon", "the next evening"."""
    here = phrase.has("this", "last")
    step = 1 if phrase.has("next", "following") else -1 if phrase.has("last", "previous") else 0
    day = moved(within(context.now if here else context.then, "day"), step, "day")
    return dated(day, "day", narrowed(phrase), after_date(phrase))


def shift(phrase: Phrase, context: Context) -> Resolved | None:
    """ "two years ago", "three months later", "a week earlier", "the day before", "in two weeks' time"."""
    word = phrase.word("unit", "units", "quarter", "second", "season")
    unit, number = unit_of(word), count(phrase)
    if not context.history and _hangs_on_what_follows(phrase):
        return None
    later = phrase.has("later", "from", "time", "following", "after")
    if unit not in ("day", "week", "month", "year", "decade") or number is None:
        side = ("after" if later else "before") if number is None else ""
        return Resolved("DATE", "FUTURE_REF" if later else "PAST_REF", "", side)
    number *= 2 if word.startswith("fortnight") else 1
    base = context.now if phrase.has("ago", "from", "time") else context.then
    found = _counted(number if later else -number, unit, base, context.history)
    return replace(found, passing=not later) if found else None


def _hangs_on_what_follows(phrase: Phrase) -> bool:
    """ "The day before the summit", "two days after the attack": which day that is, is not in the phrase."""
    if phrase.names[0] == "the":
        return phrase.next_name not in ("comma", "dot", "and", "gap")
    return phrase.names[-1] == "before" and phrase.next_name not in ("comma", "dot")


def _counted(number: float, unit: str, base: Moment | None, rough: bool) -> Resolved | None:
    """The day, month or year so many units away: as precise as the unit, and a half goes one finer.
    `rough` keeps the year of a base that is itself not precise enough."""
    finer = {"year": ("month", 12), "decade": ("year", 10), "week": ("day", 7), "month": ("day", 30)}
    if unit == "decade" or number % 1 or (unit == "week" and abs(number) == 1):
        unit, factor = finer.get(unit, (unit, 1))
        number = round(number * factor)
    there = dated(moved(within(base, unit), int(number), unit), unit)
    if rough and base and there.moment is None:
        return Resolved("DATE", there.value.replace("XXXX", Moment("year", base.year).value))
    return there


def stretch(phrase: Phrase, context: Context) -> Resolved | None:
    """ "the past three months", "the next five days", "recent weeks", "the first ten months of 1915"."""
    unit, number = unit_of(phrase.word("unit", "units")), count(phrase)
    plural = phrase.find("units") >= 0
    if unit in ("", "second", "minute") or phrase.find("these") >= 0:
        return None
    if phrase.find("ordinalword") >= 0:
        return Resolved("DURATION", written(number, unit)) if plural else None
    if phrase.find("year") >= 0:
        return None
    if not plural and unit != "decade" and phrase.has("last", "next", "following", "previous"):
        return calendarunit(phrase, context)
    side = "before" if phrase.has("recent", *_BACK) else "after" if phrase.has("next", "coming") else ""
    return Resolved("DURATION", written(number, unit), "", side)


def reference(phrase: Phrase, context: Context) -> Resolved | None:
    """ "now", "recently", "these days": a direction without a date; "that time": any date."""
    if phrase.has("now", "currently", "nowadays", "presently", "being", "these"):
        return Resolved("DATE", "PRESENT_REF")
    if phrase.words[-1] == "time":
        return Resolved("DATE", "") if _is_told_time(phrase, context) else None
    if phrase.words[-1] == "period":
        return Resolved("DATE", "")
    return None if phrase.has("coming") else Resolved("DATE", "PAST_REF")


def _is_told_time(phrase: Phrase, context: Context) -> bool:
    """ "during that time", "at the time": not "this time it failed", nor in the news "at the same time"."""
    if phrase.before() not in BEFORE_TIME or (phrase.has("same") and not context.history):
        return False
    return phrase.words != ["the", "time"] or (phrase.before() == "at" and phrase.after() != "of")
