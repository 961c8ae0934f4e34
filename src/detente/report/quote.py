"""The source's own words, with what the Reading resolved put in brackets: `on Tuesday [2019-09-10]`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from detente.records import Date, Mention, Span, When

from .wording import THIRD_PERSON, names

_SAYS_ENOUGH = re.compile(
    r"\d{4}|\w-(?:hour|day|week|month|year)\b|^[\d:. ]+(?:[ap]\.?m\.?)?(?: (?:UTC|GMT|local time))?$"
)
"""A phrase with its year, a mere length of time, the time of a clock."""
_POSSESSIVE_MARK = re.compile(r"[’']s\b|[’'](?=\s)")
_VERB_JOINED = re.compile(r"[’']")
"""he’s, they’re: no room for a bracket."""
_GOES_ON = re.compile(r"[-\s]\s*[A-Z]")
_THE = re.compile(r"\b[Tt]he\s+$")
_WORD = re.compile(r"\w+")


class Place(Enum):
    """Where a bracket stands by the words it is about."""

    BEFORE = "before"
    AFTER = "after"
    CLOSE = "close"
    """After them, but before their ’s."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a bracket says of the words at `span`."""

    span: Span
    words: str
    place: Place


def shown(when: When) -> str:
    """A date value as a brief writes it: `2019-09-10`, `2019-09`, `2018-12-03 to 2018-12-09`, or ``."""
    if when.start is None or when.end is None:
        return ""
    if when.precision == "day":
        return when.start.isoformat()
    if when.precision == "year":
        return f"{when.start.year:04d}"
    if when.precision == "month":
        return f"{when.start.year:04d}-{when.start.month:02d}"
    first, last = when.start.isoformat(), when.end.isoformat()
    if when.precision in {"week", "interval"}:
        return f"{first} to {last}"
    return f"{first[:7]} to {last[:7]}"


def date_glosses(text: str, dates: Iterable[Date]) -> list[Gloss]:
    """One for each date whose phrase does not say it all itself."""
    return [
        Gloss(each.span, shown(each.when), Place.AFTER)
        for each in sorted(dates, key=lambda date: (date.span, date.when.value))
        if shown(each.when) and not _SAYS_ENOUGH.search(each.span.of(text))
    ]


def name_glosses(text: str, stretch: Span, mentions: Sequence[Mention]) -> list[Gloss]:
    """Who the pronouns and the bare surnames of a stretch are, unless it has just said so. The source's word
    stays: who is meant is a judgement, and whoever reads the line should see that it is one.
    Pronouns of several, and nominals, get none: there the judgement is too often wrong.
    `mentions` are in text order."""
    said = set(_WORD.findall(stretch.of(text).casefold()))
    out: list[Gloss] = []
    last: tuple[str, ...] = ()
    for mention in dict.fromkeys(mentions):
        who = tuple(dict.fromkeys(referent.name for referent in mention.referents))
        if mention.span is None or not who or not stretch.contains(mention.span):
            continue
        words = mention.span.of(text)
        if words.casefold() in THIRD_PERSON:
            if len(who) == 1 and who != last and not _VERB_JOINED.match(text, mention.span.end):
                out.append(Gloss(mention.span, names(who), Place.AFTER))
        elif mention.kind == "person" and len(who) == 1 and not _held(who, said):
            out += _rest_of_name(text, mention.span, words, who[0])
        said.update(_WORD.findall(names(who).casefold()))
        last = who
    return out


def quoted(text: str, pieces: Sequence[Span], glosses: Sequence[Gloss]) -> str:
    """The pieces as one run of words, single-spaced; what is left out between two is marked `…`."""
    parts: list[str] = []
    for index, piece in enumerate(pieces):
        if index and text[pieces[index - 1].end : piece.start].strip():
            parts.append("…")
        parts.append(_filled(text, piece, glosses))
    return " ".join(" ".join(part.split()) for part in parts if part.strip())


def closed(text: str, span: Span) -> Span:
    """The span with the quotation mark that stands just before or after it and whose pair is inside."""
    words = span.of(text)
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if words.count("”") > words.count("“") and before == "“":
        span = Span(span.start - 1, span.end)
    if words.count("“") > words.count("”"):
        for length in (1, 2):  # the comma or stop may stand inside the mark
            if text[span.end : span.end + length].endswith("”"):
                return Span(span.start, span.end + length)
    if words.count('"') % 2:
        if before == '"':
            return Span(span.start - 1, span.end)
        if after == '"':
            return Span(span.start, span.end + 1)
    return span


def paired(text: str, start: int, words: str) -> str:
    """The words with the quotation mark that a cut at either end took away."""
    opening, closing = words.find("“"), words.find("”")
    if closing >= 0 and (opening < 0 or closing < opening):
        words = f"“{words}"
    elif words.rfind("“") > words.rfind("”"):
        words = f"{words}”"
    if words.count('"') % 2:
        paragraph = text[text.rfind("\n", 0, start) + 1 : start]
        return f'"{words}' if paragraph.count('"') % 2 else f'{words}"'
    return words


def _before(text: str, span: Span) -> str:
    return text[max(0, span.start - 80) : span.start]


def _held(who: tuple[str, ...], said: set[str]) -> bool:
    """Whether every word of the names has been said."""
    return all(said.issuperset(_WORD.findall(name.casefold())) for name in who)


def _rest_of_name(text: str, span: Span, words: str, name: str) -> list[Gloss]:
    """The part of a full name that its surname leaves out: `Kim [Jong Un]`, `[Donald] Trump`."""
    parts = name.split()
    if _THE.search(_before(text, span)) or _GOES_ON.match(text, span.end):
        return []  # "the North" is no surname, nor is "Khan" in "Khan Sheikhoun"
    if len(parts) > 1 and words == parts[0]:
        return [Gloss(span, " ".join(parts[1:]), Place.CLOSE)]
    if len(parts) > 1 and words == parts[-1]:
        return [Gloss(span, " ".join(parts[:-1]), Place.BEFORE)]
    return []


def _filled(text: str, piece: Span, glosses: Sequence[Gloss]) -> str:
    out, position = [], piece.start
    for gloss in sorted(glosses, key=lambda each: each.span):
        start, end = gloss.span
        if not piece.contains(gloss.span) or start < position:
            continue
        if gloss.place is Place.BEFORE:
            out += [text[position:start], f"[{gloss.words}] ", text[start:end]]
        else:
            if gloss.place is Place.AFTER and (mark := _POSSESSIVE_MARK.match(text, end, piece.end)):
                end = mark.end()
            out += [text[position:end], f" [{gloss.words}]"]
        position = end
    return "".join([*out, text[position : piece.end]])
