"""Times of day: what follows the `T` of a value."""

from .context import Context, Phrase, Resolved, within
from .moments import UNKNOWN
from .neighbours import BEFORE_CLOCK, BEFORE_PART
from .vocabulary import PARTS, PLACES, ZONES

_HOURS = ("day", "hours")


def after_date(phrase: Phrase) -> str:
    """`T18:00Z`, `TMO` or "": the hour or part of the day that the phrase names."""
    if hour := _hour(phrase):
        return f"T{hour}{_zone(phrase)}"
    if phrase.find("tonight") >= 0:
        return "TNI"
    word = phrase.word("part", "overnight")
    return f"T{PARTS[word]}" if word else ""


def _hour(phrase: Phrase) -> str:
    if word := phrase.word("clock"):
        hour, minute, *_ = word.split(":")
        return _of_day(int(hour), minute, phrase)
    if word := phrase.word("noon"):
        return "24:00" if word == "midnight" else "12:00"
    index = phrase.find("ampm", "clockword")
    if index > 0 and phrase.names[index - 1] in _HOURS:
        hour, _, minute = phrase.words[index - 1].partition(".")
        return _of_day(int(hour), minute or "00", phrase)
    index = phrase.find("zone")
    digits = phrase.words[index - 1] if index > 0 else ""
    if len(digits) == 4 and digits.isdecimal():  # 1830 GMT
        return _of_day(int(digits[:2]), digits[2:], phrase)
    return ""


def _of_day(hour: int, minute: str, phrase: Phrase) -> str:
    half = phrase.word("ampm")[:1]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute}" if hour < 24 and int(minute) < 60 else ""


def _zone(phrase: Phrase) -> str:
    """Offset from UTC, `Z` for UTC itself, "" where it is not known."""
    index = phrase.find("zone")
    if index < 0:
        return PLACES.get(phrase.word("place"), "")
    zone, sign = ZONES[phrase.words[index]], phrase.names[index + 1 : index + 2]
    if zone == "Z" and sign in (["plus"], ["dash"]):  # GMT +8
        return f"{'+' if sign == ['plus'] else '-'}{int(phrase.words[index + 2]):02d}:00"
    return zone


def clock(phrase: Phrase, context: Context) -> Resolved | None:
    """ "06:53 KST", "at noon", "overnight", "in the evening": on the day told last, else of publication."""
    time = after_date(phrase)
    if not time or (phrase.names == ["clock"] and phrase.before() not in BEFORE_CLOCK):
        return None
    if phrase.names[-1] == "part" and phrase.before() not in BEFORE_PART:
        return None
    day = within(context.last, "day") or within(context.today, "day")
    if phrase.find("overnight") >= 0 and not context.history:
        day = context.today
    return Resolved("TIME", (day.value if day else UNKNOWN["day"]) + time, "", "", day)
