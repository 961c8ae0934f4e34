"""What is given: outlets and documents."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .ids import content_id
from .spans import Span, merged


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published. Only `name` is always known; `""` where not even that."""

    name: str
    kind: str = ""
    country: str = ""
    state_media: bool = False
    reliability: str = ""


@dataclass(frozen=True)
class Document:
    """One article. `text` never changes after ingest; every span counts its code points.

    `dropped` is what is not news (photo credits, share buttons): kept in `text`, not read.
    `given` is the id it came with (`id` in JSON Lines), `origin` where it was found (path or URL):
    neither makes the document another one.
    """

    text: str
    outlet: Outlet = Outlet("")
    published: date | None = None
    published_from: str = ""
    """On whose word the date is: `page`, `text`, `option` or `` (unknown)."""
    url: str = ""
    title: str = ""
    byline: str = ""
    language: str = "en"
    dropped: tuple[Span, ...] = ()
    given: str = ""
    origin: str = ""

    @cached_property
    def id(self) -> str:
        day = self.published.isoformat() if self.published else None
        return content_id("document", self.outlet.name, self.url, day, self.text)

    @property
    def doc(self) -> str:
        """The outward id: the one it was given, else its own."""
        return self.given or self.id

    def read_spans(self) -> tuple[Span, ...]:
        """What is left of the text when the dropped spans are taken out."""
        out, position = [], 0
        for span in merged(self.dropped):
            out.append(Span(position, span.start))
            position = span.end
        out.append(Span(position, len(self.text)))
        return tuple(span for span in out if span.of(self.text).strip())
