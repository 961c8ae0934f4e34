"""What a lookup answers."""

from dataclasses import dataclass

BODIES = frozenset({"IGO", "UNO", "EUR"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a mention may stand for.

    `name` is the full usual name ("North Korea", "Kim Jong Un", "Joint Chiefs of Staff"), `country` an ISO
    3166 alpha-3 code, `IGO`, `UNO` or `EUR` for a body of states, "" where there is none. `sectors` are
    PLOVER codes, most fitting first, none for a body. `office` is what a person holds on that day. `score`
    is in 0..1; `why` is one line for a reader. `kind` is `state`, `region`, `place`, `seat`, `body`, `group`,
    `institution`, `media`, `thinktank`, `person` or `role` (a nominal: its name is its own words).
    """

    name: str
    country: str
    sectors: tuple[str, ...]
    office: str
    score: float
    why: str
    kind: str
    state_media: bool = False

    @property
    def sector(self) -> str:
        """The one sector a Reading prints: `-` for a body of states, `UNK` where none is known."""
        if self.country in BODIES:
            return "-"
        return self.sectors[0] if self.sectors else "UNK"
