"""One document → its Reading: the only way in."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from detente import __version__
from detente.places import locate
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
    Where,
)

from . import dates
from .clauses import clause
from .confidence import confidence
from .graph import Node, Place, nodes
from .model import Model
from .offices import claims
from .parse import Parse, parse
from .parties import Parties
from .who import Who

Record = TypeVar("Record")
_TENSES = {"actual": "past", "future": "future"}


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
        self.parties = Parties(found, self.who)
        self._dated: dict[str | None, tuple[Date, ...]] = {}

    def reading(self) -> Reading:
        return Reading(
            document=self.document.id,
            doc=self.document.doc,
            model=self.model,
            sentences=tuple(self.parse.span(words[0], words[-1]) for words in self.parse.sentences),
            mentions=tuple(self._names()),
            dates=self._dates(None),
            events=tuple(self._all("event", self._event)),
            statements=tuple(self._all("statement", self._statement)),
            positions=tuple(self._all("position", self._position)),
            offices=claims(self.parse, self.who, self._dates(None)),
        )

    def _all(self, family: str, make: Callable[[Node], Record | None]) -> Iterable[Record]:
        for node in sorted(self.nodes, key=lambda node: node.words):
            if node.family == family and (record := make(node)) is not None:
                yield record

    def _names(self) -> Iterable[Mention]:
        for first, last, kind in self.parse.names:
            referents = self.who.referents((first, last)) if kind != "other" else ()
            yield Mention(self.parse.span(first, last), referents, kind)

    def _dates(self, tense: str | None) -> tuple[Date, ...]:
        """The dates of what is read, as they are in a clause of that tense."""
        if tense not in self._dated:
            published, found = self.document.published, []
            told = (lambda _: tense) if tense else None
            for expression in dates.find(self.document.text, published, told):
                if when := dates.guide_when(expression, published):
                    found.append(Date(expression.span, when))
            spans = self.document.read_spans()
            self._dated[tense] = tuple(
                each for each in found if any(span.contains(each.span) for span in spans)
            )
        return self._dated[tense]

    def _date(self, place: Place, tense: str | None) -> Date | None:
        """The dated phrase that shares words with an argument."""
        span = self.parse.span(*place)
        return next((each for each in self._dates(tense) if each.span.overlaps(span)), None)

    def _span(self, place: Place | None) -> Span | None:
        return self.parse.span(*place) if place else None

    def _spans(self, node: Node, role: str) -> tuple[Span, ...]:
        return tuple(self.parse.span(*place) for place in node.arguments.get(role, ()))

    def _evidence(self, node: Node, parties: float) -> Evidence:
        """`parties` is the chance that its actors are the right ones."""
        held = [place for places in node.arguments.values() for place in places]
        words = clause(self.parse, node.words[0], [node.words, *held])
        return Evidence((words,), self.model, confidence(node.family, node.score, parties))

    def _event(self, node: Node) -> EventReport:
        tense = _TENSES.get(node.status)
        times = [date for place in node.arguments.get("time", ()) if (date := self._date(place, tense))]
        place = self._spans(node, "place")
        source, sure = self.parties.all(node, "source")
        recipient, as_sure = self.parties.all(node, "recipient")
        return EventReport(
            document=self.document.id,
            sentence=self.parse.sentence_span(node.words[0]),
            trigger=self.parse.span(*node.words),
            type=node.label,
            mode=node.mode,
            status=node.status,
            source=source,
            recipient=recipient,
            place=place,
            where=tuple(self._wheres(place)),
            time=tuple(dict.fromkeys(times)),
            quantity=self._spans(node, "qty"),
            says=self._spans(node, "says"),
            evidence=self._evidence(node, sure * as_sure),
        )

    def _wheres(self, spans: Iterable[Span]) -> Iterable[Where]:
        near = self.who.countries()
        for span in spans:
            for best in locate(span.of(self.document.text), near)[:1]:
                where = (best.latitude, best.longitude, best.radius_km, best.score)
                yield Where(span, best.name, best.kind, best.country, *where)

    def _statement(self, node: Node) -> Statement | None:
        speaker, sure = self.parties.one(node, "speaker", certain=True)
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
            to=self.parties.one(node, "hearer")[0],
            evidence=self._evidence(node, sure),
        )

    def _position(self, node: Node) -> Position | None:
        holder, sure = self.parties.one(node, "holder", certain=True)
        if holder is None:
            return None
        due = node.one("due")
        return Position(
            document=self.document.id,
            sentence=self.parse.sentence_span(node.words[0]),
            holder=holder,
            kind=node.label,
            content=self.parse.span(*node.words),
            to=self.parties.one(node, "addressee")[0],
            exchange=self._span(node.one("exchange")),
            condition=self._span(node.one("condition")),
            due=self._date(due, "future") if due else None,
            evidence=self._evidence(node, sure),
        )
