"""One document with its Reading, as the composer looks at it: by sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.records import Date, Document, EventReport, Found, Mention, Position, Reading, Span, Statement

from .quote import Gloss, date_glosses, name_glosses

_LEANS = re.compile(
    r"[“\"]?(?:It|This|These|That|Those|They|He|She|Both|Such|Its|His|Her|Their|The (?:two|latter|former))\b"
)
_STOP = re.compile(r"[.!?:…][”\"’')\]]*$")
_NO_STOP = re.compile(r"(?:\.\s*){2,}$|…$|\b(?:[A-Z]\.){2,}$")


@dataclass(frozen=True)
class Page:
    document: Document
    reading: Reading

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def sentences(self) -> dict[Span, int]:
        """Each sentence and its number, from 1."""
        return {sentence: number for number, sentence in enumerate(self.reading.sentences, 1)}

    @cached_property
    def found(self) -> dict[Span, tuple[Found, ...]]:
        """What was found, by sentence."""
        out: dict[Span, list[Found]] = {}
        for each in self.reading.found():
            out.setdefault(each.sentence, []).append(each)
        return {sentence: tuple(each) for sentence, each in out.items()}

    def place_of(self, sentence: Span) -> int:
        """The sentence's number, from 1; one the Reading does not list counts by where it would stand."""
        if number := self.sentences.get(sentence):
            return number
        return 1 + sum(each.start < sentence.start for each in self.reading.sentences)

    def before(self, sentence: Span) -> Span | None:
        """The sentence before it in the same paragraph."""
        number = self.sentences.get(sentence, 0)
        if number < 2:
            return None
        earlier = self.reading.sentences[number - 2]
        return None if "\n" in self.text[earlier.end : sentence.start] else earlier

    def speech_around(self, span: Span) -> Statement | None:
        """The narrowest statement whose content holds the span."""
        around = [each for each in self.reading.statements if each.content.contains(span)]
        return min(around, key=lambda each: (each.content.end - each.content.start, each.id), default=None)

    def glosses(self, stretch: Span) -> list[Gloss]:
        """What the Reading resolves in a stretch of text: dates, pronouns, nominals."""
        dates = {each for each in self.dates if stretch.contains(each.span)}
        return [*date_glosses(self.text, dates), *name_glosses(self.text, stretch, self.mentions)]

    @cached_property
    def dates(self) -> frozenset[Date]:
        """Every date the Reading holds."""
        own = set(self.reading.dates)
        for each in self.reading.found():
            own.update(dates_of(each))
        return frozenset(own)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention the Reading holds, in text order."""
        own = set(self.reading.mentions)
        for each in self.reading.found():
            own.update(mentions_of(each))
        placed = [mention for mention in own if mention.span and mention.referents]
        return tuple(sorted(placed, key=_text_order))

    def leans(self, sentence: Span) -> bool:
        """Whether it opens with a word that points back and that nothing in the Reading resolves."""
        match = _LEANS.match(self.text, sentence.start, sentence.end)
        if not match:
            return False
        opening = Span(sentence.start, match.end())
        return not any(mention.span and opening.overlaps(mention.span) for mention in self.mentions)

    def is_heading(self, sentence: Span) -> bool:
        """A title or a heading between paragraphs: a short line without a stop."""
        words = sentence.of(self.text).strip()
        if words and words == self.document.title.strip():
            return True
        if _STOP.search(words) and not _NO_STOP.search(words):
            return False
        return len(words) <= 120 and self._stands_alone(sentence)

    @cached_property
    def only_headings(self) -> bool:
        """Whether nothing was found but in headings, as in an alert of one line."""
        return all(self.is_heading(sentence) for sentence in self.found)

    def _stands_alone(self, sentence: Span) -> bool:
        start = self.text.rfind("\n", 0, sentence.start) + 1
        end = self.text.find("\n", sentence.end)
        rest = self.text[start : sentence.start] + self.text[sentence.end : end if end >= 0 else None]
        return not rest.strip()


def _text_order(mention: Mention) -> tuple[Span, str, str]:
    """By place; of two mentions of one place always the same first."""
    return mention.span or Span(0, 0), mention.kind, repr(mention.referents)


def dates_of(found: Found) -> tuple[Date, ...]:
    """When an event was, or when a position is due."""
    if isinstance(found, EventReport):
        return found.time
    return (found.due,) if isinstance(found, Position) and found.due else ()


def mentions_of(found: Found) -> tuple[Mention, ...]:
    """Everybody a found record names."""
    match found:
        case EventReport():
            return (*found.source, *found.recipient)
        case Statement():
            return (found.speaker, *_some(found.to))
        case Position():
            return (found.holder, *_some(found.to))


def names_of(mention: Mention) -> tuple[str, ...]:
    """The names a mention stands for, each once."""
    return tuple(dict.fromkeys(referent.name for referent in mention.referents))


def countries_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The countries behind the mentions, without bodies of states and the unknown."""
    codes = {referent.country for mention in mentions for referent in mention.referents}
    return frozenset(code for code in codes if is_country(code))


def is_country(code: str) -> bool:
    return len(code) == 3 and code not in {"IGO", "INT"}


def _some(mention: Mention | None) -> tuple[Mention, ...]:
    return (mention,) if mention else ()
