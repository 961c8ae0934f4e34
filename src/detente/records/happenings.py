"""What happened in the world, judged from many reports. A judgement can be taken back."""

from dataclasses import dataclass
from functools import cached_property

from .found import Referent
from .ids import content_id
from .spans import Span
from .when import When

CAUSES = (
    "unit or rounding",
    "time zone",
    "counting rule",
    "kind of word",
    "attribution",
    "hedging",
    "update",
    "conflict",
)
"""Why reports of one happening tell it differently; `conflict` where none of the others explains it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a happening. `key` is the event report's id, or made from it where acts share a trigger;
    `doc` is the outward id of its document, `span` the trigger."""

    key: str
    report: str
    document: str
    doc: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports are taken for reports of one act: their keys in order, the reasons, and how strong they are
    together (evidence in tenths of a bit or so; not a probability)."""

    one: str
    other: str
    strength: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said about two reports: `join` or `split`. Of two that contradict, the later wins."""

    number: int
    what: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody on whose word a happening is told, and the documents that tell it so: an actor ("South Korea's
    military"), else the agency or the outlet itself."""

    name: str
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the things that are told, and the outward ids of the documents that tell it."""

    value: str
    docs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`about` is `number`, `kind`, `place`, `date`, `actor`, `status` or what is counted; `cause` one of
    CAUSES, `why` the words that show it."""

    about: str
    cause: str
    values: tuple[Value, ...]
    why: str = ""


@dataclass(frozen=True)
class Happening:
    """One act with all its reports, in canonical order. `when` is the closest that is told, `where` the place's
    name ("" unknown), `title` the clause that tells it best, `lead_of` the outward ids of the documents whose
    main news it is. `links` are why the reports are together."""

    type: str
    mode: str | None
    status: str
    title: str
    when: When
    where: str
    actors: tuple[Referent, ...]
    members: tuple[Member, ...]
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    lead_of: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        """By its first report. Any other names it as well: ids last when reports are added before it."""
        return happening_id(self.members[0].key)

    def names(self) -> tuple[str, ...]:
        """All ids that lead here."""
        return tuple(happening_id(member.key) for member in self.members)


def happening_id(key: str) -> str:
    return content_id("happening", key)
