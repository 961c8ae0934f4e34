"""What is found in one document. An *event report* is text; what happened in the world is judged later."""

from dataclasses import dataclass
from functools import cached_property

from .ids import content_id
from .spans import Span
from .when import When


@dataclass(frozen=True, slots=True)
class Evidence:
    """`spans` are the words it rests on, in order; `found_by` names the stage; `score` is in 0..1."""

    spans: tuple[Span, ...]
    found_by: str
    score: float


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a mention stands for: full usual name, ISO 3166 alpha-3 country (`IGO` for bodies, `INT` for
    none or unknown), PLOVER sector (`-` for bodies)."""

    name: str
    country: str
    sector: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in the text. `span` is None where the sentence leaves them out but says plainly who it is.
    `kind` is `person`, `organisation`, `place`, `other`, `nominal` or `pronoun`."""

    span: Span | None
    referents: tuple[Referent, ...] = ()
    kind: str = "nominal"


@dataclass(frozen=True, slots=True)
class Date:
    """A phrase that names a time, and the time it stands for."""

    span: Span
    when: When


@dataclass(frozen=True, slots=True)
class Where:
    """The place that a phrase stands for. `kind` is `city`, `sea`, `base` and the like; `country` ISO 3166 alpha-3,
    "" where it is no one state's; a centre in degrees, and the radius in km within which it lies. `score`, in
    0..1, ranks; it is no probability."""

    span: Span
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    radius_km: float
    score: float


@dataclass(frozen=True)
class EventReport:
    """One act as the text tells it. `evidence.spans` is the clause, shortened, that a brief may quote."""

    document: str
    sentence: Span
    trigger: Span
    type: str
    mode: str | None
    status: str
    source: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    place: tuple[Span, ...]
    time: tuple[Date, ...]
    quantity: tuple[Span, ...]
    says: tuple[Span, ...]
    evidence: Evidence
    where: tuple[Where, ...] = ()
    """What is known of `place`: a place that no table has is not here."""

    @cached_property
    def id(self) -> str:
        return content_id(self.document, "event", self.trigger, self.type)


@dataclass(frozen=True)
class Statement:
    """Somebody's words or view, reported with their source. `via` is who passed it on."""

    document: str
    sentence: Span
    speaker: Mention
    cue: Span | None
    content: Span
    kind: str
    via: tuple[Span, ...]
    to: Mention | None
    evidence: Evidence

    @cached_property
    def id(self) -> str:
        return content_id(self.document, "statement", self.content, self.kind)


@dataclass(frozen=True)
class Position:
    """What somebody wants, offers, refuses, threatens, commits to or expects."""

    document: str
    sentence: Span
    holder: Mention
    kind: str
    content: Span
    to: Mention | None
    exchange: Span | None
    condition: Span | None
    due: Date | None
    evidence: Evidence

    @cached_property
    def id(self) -> str:
        return content_id(self.document, "position", self.content, self.kind)


Found = EventReport | Statement | Position
