"""Fills the sections of a brief, the weightiest first, each line checked before it is kept."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.records import Date, Document, EventReport, Found, Position, Reading, Span, Statement

from . import compose
from .check import problems
from .lines import LeftOut, Line
from .page import Page, countries_of, names_of
from .rank import Key, same_act
from .same import alike, joined, shares_words

_AGAIN = {"happened": 0.9, "says": 0.9, "wants": 0.3, "background": 0.9, "watch": 0.6}
"""How much less a record matters for each line there is already on the same act, speaker or holder."""
_ALREADY = 2.5
"""How much less a position matters whose words are all listed already."""
_FAIR = 0.25
"""How much less a record matters for each line its section has of the same document."""
_SAME_SENTENCE = 1.0
"""How much less a record matters where a line has its sentence already."""
_DEEP = 300
"""How many of the weightiest records of a section are looked at."""


@dataclass(frozen=True)
class Choice:
    """Something a line could be made of: a record, or a date with its sentence."""

    page: Page
    found: Found | None
    date: Date | None
    sentence: Span
    section: str
    weight: float

    @cached_property
    def key(self) -> Key:
        """Its place in the order of all choices, whatever order they came in."""
        core = self.found.id if self.found else ""
        return (self.page.document.id, self.sentence, core)

    @cached_property
    def topic(self) -> Key:
        """What it is one more line on."""
        match self.found:
            case EventReport():
                return same_act(self.found)
            case Statement():
                return ("says", *names_of(self.found.speaker))
            case Position():
                return ("wants", *names_of(self.found.holder))
        return ("date", self.date.when.value if self.date else "")

    @property
    def together(self) -> Key:
        """What it is printed next to: reports of one act, the positions of one country."""
        if isinstance(self.found, Position):
            return tuple(sorted(countries_of((self.found.holder,)))) or self.topic
        return self.topic

    @cached_property
    def content(self) -> frozenset[str]:
        """The words of what is wanted."""
        assert isinstance(self.found, Position)
        return frozenset(re.findall(r"\w+", self.found.content.of(self.page.text).casefold()))

    def lines(self) -> Iterator[Line]:
        match self.found:
            case EventReport():
                lines = compose.event_lines(self.page, self.found, self.section)
            case Statement():
                lines = compose.statement_lines(self.page, self.found, self.section)
            case Position():
                lines = compose.position_lines(self.page, self.found, self.section)
            case None:
                assert self.date
                yield from compose.date_lines(self.page, self.date, self.sentence, self.section)
                return
        for line in lines:
            yield compose.dated(line, self.date.when) if self.date else line


@dataclass
class Chooser:
    """The lines chosen so far."""

    given: Mapping[str, tuple[Document, Reading]]
    lines: list[Line] = field(default_factory=list)
    chosen: list[Choice] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    topics: Counter[tuple[str, object]] = field(default_factory=Counter)
    sentences: Counter[Key] = field(default_factory=Counter)

    def fill(self, choices: Sequence[Choice], room: int) -> list[Choice]:
        """Adds up to `room` lines; what was not looked at comes back."""
        rest = sorted(choices, key=lambda each: (-each.weight, each.key))[:_DEEP]
        while rest and room > 0:
            best = min(rest, key=lambda each: (-self._worth(each), each.key))
            rest.remove(best)
            room -= self._add(best)
        return rest

    def _worth(self, choice: Choice) -> float:
        again = _AGAIN[choice.section] * self.topics[choice.section, choice.topic] + self._told(choice)
        fair = _FAIR * self.topics[choice.section, choice.page.document.id]
        if choice.section == "wants" or choice.date:  # a list and a calendar may say it again
            return choice.weight - again - fair
        return choice.weight - again - fair - _SAME_SENTENCE * self.sentences[_sentence(choice)]

    def _told(self, choice: Choice) -> float:
        """What to take off a position that a side is listed with already, in other words."""
        if not isinstance(choice.found, Position) or choice.section != "wants":
            return 0.0
        own = choice.content
        rivals = [each for each in self.chosen if each.section == "wants" and each.topic == choice.topic]
        others = [each.content for each in rivals]
        return max((_ALREADY * len(own & other) / len(own | other) for other in others), default=0.0)

    def _add(self, choice: Choice) -> int:
        """How many lines the choice added: none where it failed or said nothing new."""
        line = self._sound(choice)
        if line is None or self._absorbed(line, choice):
            return 0
        self.lines.append(line)
        self.chosen.append(choice)
        self.topics[choice.section, choice.topic] += 1
        self.topics[choice.section, choice.page.document.id] += 1
        self.sentences[_sentence(choice)] += 1
        return 1

    def _sound(self, choice: Choice) -> Line | None:
        """The first of its lines that follows from its sources."""
        failed: LeftOut | None = None
        for line in choice.lines():
            found = problems(line, self.given)
            if not found:
                return line
            failed = LeftOut(line, tuple(found))
        if failed:
            self.left_out.append(failed)
        return None

    def _absorbed(self, line: Line, choice: Choice) -> bool:
        """Whether a line there is already says it; its sources are added to that one where they carry it."""
        for at, other in enumerate(self.lines):
            if bool(choice.date) != bool(self.chosen[at].date):  # a calendar says it again
                continue
            told = line.kind != "position" and _tells_again(line, other)
            if not (told or line.text == other.text or alike(line, other)):
                continue
            both = joined(other, line)
            if not problems(both, self.given):
                self.lines[at] = both
                return True
            if told or _one_document(line, other):
                return True
        return False


def _tells_again(line: Line, other: Line) -> bool:
    """Whether the line quotes words that stand in the other one; an entry of a list may be quoted besides,
    unless only for the list."""
    return shares_words(line, other) and (other.kind != "position" or line.section == "wants")


def _sentence(choice: Choice) -> Key:
    return (choice.page.document.id, choice.sentence)


def _one_document(line: Line, other: Line) -> bool:
    return {each.document for each in line.citations} <= {each.document for each in other.citations}
