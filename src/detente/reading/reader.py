"""One document → its Reading: the only way in."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from detente import __version__
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Position,
    Reading,
    Span,
    Statement,
    When,
)

from . import dates
from .clauses import clause
from .graph import Node, Place, nodes
from .model import Model
from .parse import Parse, parse
from .who import Who

Record = TypeVar("Record")


class Reader:
    """Loads the model once, reads one document after the other. The same text and date give the same
    Reading, alone or among others. `threads` is how many cores the model may use."""

    def __init__(self, threads: int = 1) -> None:
        self._model = Model(threads)

    @property
    def name(self) -> str:
        """The model's and this version's name, as Readings carry it: what changes a Reading changes one of them."""
        return f"{self._model.name}, detente {__version__}"

    def read(self, document: Document) -> Reading:
        return _Assembly(document, parse(document, self._model), self.name).reading()


class _Assembly:
    """The reading graph of one document, put into records."""

    def __init__(self, document: Document, found: Parse, model: str) -> None:
        self.document, self.parse, self.model = document, found, model
        self.nodes = list(nodes(found))
        self.who = Who(found, self.nodes)
        self.dates = tuple(self._dates())

    def reading(self) -> Reading:
        return Reading(
            document=self.document.id,
            doc=self.document.doc,
            model=self.model,
            sentences=tuple(self.parse.span(words[0], words[-1]) for words in self.parse.sentences),
            mentions=tuple(self._names()),
            dates=self._read(self.dates),
            events=tuple(self._all("event", self._event)),
            statements=tuple(self._all("statement", self._statement)),
            positions=tuple(self._all("position", self._position)),
        )

    def _all(self, family: str, make: Callable[[Node], Record | None]) -> Iterable[Record]:
        for node in sorted(self.nodes, key=lambda node: node.words):
            if node.family == family and (record := make(node)) is not None:
                yield record

    def _names(self) -> Iterable[Mention]:
        for first, last, kind in self.parse.names:
            referents = self.who.referents((first, last)) if kind != "other" else ()
            yield Mention(self.parse.span(first, last), referents, kind)

    def _dates(self) -> Iterable[Date]:
        published = self.document.published
        for expression in dates.find(self.document.text, published):
            if value := dates.guide_value(expression, published):
                yield Date(expression.span, When.parse(value))

    def _read(self, found: Iterable[Date]) -> tuple[Date, ...]:
        """Those that do not stand in what was dropped."""
        spans = self.document.read_spans()
        return tuple(each for each in found if any(span.contains(each.span) for span in spans))

    def _date(self, place: Place) -> Date | None:
        """The dated phrase that shares words with an argument."""
        span = self.parse.span(*place)
        return next((each for each in self.dates if each.span.overlaps(span)), None)

    def _mention(self, node: Node, place: Place | None) -> Mention | None:
        """Without a span where the words stand in another sentence than the node."""
        if place is None:
            return None
        mention = self.who.mention(place)
        beside = self.parse.home[place[0]] == self.parse.home[node.words[0]]
        return mention if beside else Mention(None, mention.referents, mention.kind)

    def _mentions(self, node: Node, role: str) -> tuple[Mention, ...]:
        found = (self._mention(node, place) for place in node.arguments.get(role, ()))
        return tuple(mention for mention in found if mention)

    def _span(self, place: Place | None) -> Span | None:
        return self.parse.span(*place) if place else None

    def _spans(self, node: Node, role: str) -> tuple[Span, ...]:
        return tuple(self.parse.span(*place) for place in node.arguments.get(role, ()))

    def _evidence(self, node: Node, core: int) -> Evidence:
        held = [place for places in node.arguments.values() for place in places]
        return Evidence((clause(self.parse, core, [node.words, *held]),), self.model, node.score)

    def _event(self, node: Node) -> EventReport:
        times = [date for place in node.arguments.get("time", ()) if (date := self._date(place))]
        return EventReport(
            document=self.document.id,
            sentence=self.parse.sentence_span(node.words[0]),
            trigger=self.parse.span(*node.words),
            type=node.label,
            mode=node.mode,
            status=node.status,
            source=self._mentions(node, "source"),
            recipient=self._mentions(node, "recipient"),
            place=self._spans(node, "place"),
            time=tuple(dict.fromkeys(times)),
            quantity=self._spans(node, "qty"),
            says=self._spans(node, "says"),
            evidence=self._evidence(node, node.words[0]),
        )

    def _statement(self, node: Node) -> Statement | None:
        speaker = self._mention(node, node.one("speaker"))
        if speaker is None:
            return None
        return Statement(
            document=self.document.id,
            sentence=self.parse.sentence_span(node.words[0]),
            speaker=speaker,
            cue=self._span(node.one("cue")),
            content=self.parse.span(*node.words),
            kind=node.label,
            via=self._spans(node, "via"),
            to=self._mention(node, node.one("hearer")),
            evidence=self._evidence(node, node.words[0]),
        )

    def _position(self, node: Node) -> Position | None:
        holder = self._mention(node, node.one("holder"))
        if holder is None:
            return None
        due = node.one("due")
        return Position(
            document=self.document.id,
            sentence=self.parse.sentence_span(node.words[0]),
            holder=holder,
            kind=node.label,
            content=self.parse.span(*node.words),
            to=self._mention(node, node.one("addressee")),
            exchange=self._span(node.one("exchange")),
            condition=self._span(node.one("condition")),
            due=self._date(due) if due else None,
            evidence=self._evidence(node, node.words[0]),
        )
