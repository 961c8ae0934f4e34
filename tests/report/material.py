"""What the tests of the report are made of: documents with readings, by hand."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Outlet,
    Position,
    Reading,
    Referent,
    Span,
    Statement,
    When,
)

GOLDEN = Path(__file__).parents[1] / "golden"
PRONOUNS = frozenset(("he", "him", "his", "she", "her", "it", "its", "they", "them", "their", "we", "who"))

Item = tuple[Document, Reading]


def referents(actors: list[dict[str, str]]) -> tuple[Referent, ...]:
    return tuple(Referent(each["name"], each["country"], each["sector"]) for each in actors)


def kind_of(words: str, who: tuple[Referent, ...]) -> str:
    """What a reader would call a mention, near enough."""
    if words.casefold() in PRONOUNS:
        return "pronoun"
    if words[:1].islower():
        return "nominal"
    parts = who[0].name.split() if who else []
    named = len(parts) > 1 and who[0].sector in {"GOV", "EDU", "MIL"} and words in (parts[0], parts[-1])
    return "person" if named and parts[-1] not in {"Korea", "States"} else "organisation"


def gold(name: str, folder: Path = GOLDEN) -> list[Item]:
    """The readings by hand `examples` or `rare` as records; the clause is the whole sentence."""
    articles = {each["id"]: each for each in _lines(folder / f"{name}.articles.jsonl")}
    return [_item(articles[each["doc"]], each) for each in _lines(folder / f"{name}.gold.jsonl")]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _item(article: dict[str, Any], shape: dict[str, Any]) -> Item:
    day = date.fromisoformat(article["date"]) if article.get("date") else None
    document = Document(
        text=article["text"],
        outlet=Outlet(article.get("outlet") or ""),
        published=day,
        published_from="text" if day else "",
        url=article.get("url") or "",
        given=article["id"],
    )
    sentences = tuple(Span(*each) for each in article["sentences"])
    story = Story(document, sentences)
    for event in shape["events"]:
        story.events.append(story.event_from(event))
    for statement in shape["statements"]:
        story.statements.append(story.statement_from(statement))
    for position in shape["positions"]:
        story.positions.append(story.position_from(position))
    return story.item()


@dataclass
class Story:
    """A document and what is found in it."""

    document: Document
    sentences: tuple[Span, ...]
    events: list[EventReport] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)

    @classmethod
    def of(
        cls, *sentences: str, outlet: str = "Harbour Times", published: str = "2019-09-10", **more: Any
    ) -> "Story":
        """From its sentences; one that ends in a line break ends a paragraph."""
        text, spans = "", []
        for sentence in sentences:
            words = sentence.rstrip("\n")
            spans.append(Span(len(text), len(text) + len(words)))
            text += words + ("\n\n" if sentence.endswith("\n") else " ")
        day = date.fromisoformat(published) if published else None
        return cls(Document(text, Outlet(outlet), day, "page" if day else "", **more), tuple(spans))

    def item(self) -> Item:
        found = [*(each.time for each in self.events), *([p.due] for p in self.positions if p.due)]
        dates = {date for times in found for date in times} | set(self.dates)
        reading = Reading(
            document=self.document.id,
            doc=self.document.doc,
            model="by hand",
            sentences=self.sentences,
            dates=tuple(sorted(dates, key=lambda each: each.span)),
            events=tuple(self.events),
            statements=tuple(self.statements),
            positions=tuple(self.positions),
        )
        return self.document, reading

    def span(self, number: int, words: str) -> Span:
        """Where words stand in a sentence (from 0)."""
        sentence = self.sentences[number]
        start = self.document.text.index(words, sentence.start, sentence.end)
        return Span(start, start + len(words))

    def mention(self, number: int, written: str) -> Mention:
        """`words=Name|COUNTRY|SECTOR`, several names joined by `+`; no words: left out of the sentence."""
        words, _, names = written.partition("=")
        who = tuple(Referent(*each.split("|")) for each in (names or words).split("+") if "|" in each)
        words = words.partition("|")[0]
        return Mention(self.span(number, words) if words else None, who, kind_of(words, who))

    def date(self, number: int, written: str) -> Date:
        words, _, value = written.partition("=")
        return Date(self.span(number, words), When.parse(value))

    def event(
        self, number: int, trigger: str, type: str = "MOBILIZE", status: str = "actual", **parts: Any
    ) -> EventReport:
        """`source`, `recipient`, `place`, `time`, `quantity`, `says`: lists; `clause`: the words to quote."""
        sentence = self.sentences[number]
        clause = self.span(number, parts["clause"]) if "clause" in parts else sentence
        event = EventReport(
            document=self.document.id,
            sentence=sentence,
            trigger=self.span(number, trigger),
            type=type,
            mode=parts.get("mode"),
            status=status,
            source=tuple(self.mention(number, each) for each in parts.get("source", ())),
            recipient=tuple(self.mention(number, each) for each in parts.get("recipient", ())),
            place=tuple(self.span(number, each) for each in parts.get("place", ())),
            time=tuple(self.date(number, each) for each in parts.get("time", ())),
            quantity=tuple(self.span(number, each) for each in parts.get("quantity", ())),
            says=tuple(self.span(number, each) for each in parts.get("says", ())),
            evidence=Evidence((clause,), "hand", parts.get("score", 1.0)),
        )
        self.events.append(event)
        return event

    def statement(
        self, number: int, speaker: str, content: str, cue: str = "", kind: str = "indirect", **parts: Any
    ) -> Statement:
        statement = Statement(
            document=self.document.id,
            sentence=self.sentences[number],
            speaker=self.mention(number, speaker),
            cue=self.span(number, cue) if cue else None,
            content=self.span(number, content),
            kind=kind,
            via=tuple(self.span(number, each) for each in parts.get("via", ())),
            to=self.mention(number, parts["to"]) if "to" in parts else None,
            evidence=Evidence((self.sentences[number],), "hand", parts.get("score", 1.0)),
        )
        self.statements.append(statement)
        return statement

    def position(self, number: int, holder: str, kind: str, content: str, **parts: Any) -> Position:
        position = Position(
            document=self.document.id,
            sentence=self.sentences[number],
            holder=self.mention(number, holder),
            kind=kind,
            content=self.span(number, content),
            to=self.mention(number, parts["to"]) if "to" in parts else None,
            exchange=self.span(number, parts["exchange"]) if "exchange" in parts else None,
            condition=self.span(number, parts["condition"]) if "condition" in parts else None,
            due=self.date(number, parts["due"]) if "due" in parts else None,
            evidence=Evidence((self.sentences[number],), "hand", parts.get("score", 1.0)),
        )
        self.positions.append(position)
        return position

    def event_from(self, shape: dict[str, Any]) -> EventReport:
        return EventReport(
            document=self.document.id,
            sentence=self.sentences[shape["s"]],
            trigger=Span(*shape["trigger"]),
            type=shape["type"],
            mode=shape["mode"],
            status=shape["status"],
            source=tuple(self._mention(each) for each in shape["source"]),
            recipient=tuple(self._mention(each) for each in shape["recipient"]),
            place=tuple(Span(*each) for each in shape["place"]),
            time=tuple(Date(Span(*each["span"]), When.parse(each["value"])) for each in shape["time"]),
            quantity=tuple(Span(*each) for each in shape["qty"]),
            says=tuple(Span(*each) for each in shape["says"]),
            evidence=Evidence((self.sentences[shape["s"]],), "gold", 1.0),
        )

    def statement_from(self, shape: dict[str, Any]) -> Statement:
        return Statement(
            document=self.document.id,
            sentence=self.sentences[shape["s"]],
            speaker=self._mention(shape["speaker"]),
            cue=Span(*shape["cue"]) if shape["cue"] else None,
            content=Span(*shape["content"]),
            kind=shape["kind"],
            via=tuple(Span(*each) for each in shape["via"]),
            to=self._mention(shape["to"]) if shape["to"] else None,
            evidence=Evidence((self.sentences[shape["s"]],), "gold", 1.0),
        )

    def position_from(self, shape: dict[str, Any]) -> Position:
        due = shape["due"]
        return Position(
            document=self.document.id,
            sentence=self.sentences[shape["s"]],
            holder=self._mention(shape["holder"]),
            kind=shape["kind"],
            content=Span(*shape["content"]),
            to=self._mention(shape["to"]) if shape["to"] else None,
            exchange=Span(*shape["exchange"]) if shape["exchange"] else None,
            condition=Span(*shape["condition"]) if shape["condition"] else None,
            due=Date(Span(*due["span"]), When.parse(due["value"])) if due else None,
            evidence=Evidence((self.sentences[shape["s"]],), "gold", 1.0),
        )

    def _mention(self, shape: dict[str, Any]) -> Mention:
        span = Span(*shape["span"]) if shape["span"] else None
        who = referents(shape["actors"])
        return Mention(span, who, kind_of(span.of(self.document.text), who) if span else "nominal")
