"""What a text says about who holds an office. Whether they do is judged later, from many of these."""

from dataclasses import dataclass
from functools import cached_property

from .found import Date, Evidence, Mention
from .ids import content_id
from .spans import Span

RELATIONS = ("holds", "acting", "elect", "designate", "former")
"""How the words put somebody to an office; `elect` and `designate` do not hold it yet, `former` no longer."""


@dataclass(frozen=True)
class OfficeClaim:
    """A person with a title: "First Vice-Foreign Minister Choe Son-hui", "X, the army chief until May".

    `title` is where the title stands and `words` what it says, without article and without what `relation`
    says. `country` (ISO 3166 alpha-3, `IGO`, `INT` where nobody knows) and `sector` (PLOVER, `-` for bodies)
    are the office's, not the person's of today: a former minister's is GOV. `since` and `until` are told
    with it ("until 2017"). `evidence.spans` is all of it, name and title.
    """

    document: str
    sentence: Span
    person: Mention
    title: Span
    words: str
    country: str
    sector: str
    relation: str
    since: Date | None
    until: Date | None
    evidence: Evidence

    @property
    def name(self) -> str:
        """The person's usual name, as far as this text tells it."""
        return self.person.referents[0].name if self.person.referents else ""

    @cached_property
    def id(self) -> str:
        return content_id(self.document, "office", self.person.span, self.title)
