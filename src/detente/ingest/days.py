"""A day written out in a heading, a dateline or a metadata field."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:juche \d{1,3},? ?\()?(?P<year>(?:19|20)\d\d)\b"  # KCNA: September 10, Juche 108 (2019)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        rf"\b(?P<month>{MONTH}) ?{_DAY},? {{1,2}}{_YEAR}",
        rf"\b{_DAY}[ -]?(?P<month>{MONTH}),?[ -]{{1,2}}{_YEAR}",
        r"\b(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
    )
)


def day_in(text: str) -> date | None:
    """The first full day (with its year) in the text, None where there is none or it cannot be told
    (`09/10/2019` is October here and September there)."""
    found = [match for form in _FORMS if (match := form.search(text))]
    return _day(min(found, key=lambda match: match.start())) if found else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if max(first, second) <= 12 and first != second:
            return None
        day, month = (first, second) if first >= second else (second, first)
    else:
        day = int(parts["day"])
        month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:  # 30 February
        return None
