"""What a rule has to go by: the words of its phrase, and the days that the text hangs on."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .lexer import Lexed
from .moments import UNKNOWN, Moment

_MODS = {
    "early": "EARLY", "late": "LATE", "mid": "MID", "middle": "MID",
    "beginning": "START", "start": "START", "end": "END",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase stands for. `moment` is its place on the calendar, None where it has none.
    `passing` is a look back, on which no later date hangs."""

    kind: str
    value: str
    mod: str = ""
    side: str = ""
    moment: Moment | None = None
    halves: tuple["Half", ...] = ()
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """One end of a range that is written in one ("May 3-5"): words `start` to `end` of the phrase."""

    start: int
    end: int
    resolved: Resolved


@dataclass(slots=True)
class Context:
    """`today` is the day of publication. A history (see `finder`) hangs its dates on one another, the news
    on the day of publication."""

    today: Moment | None
    history: bool
    tense: Callable[["Phrase"], str | None]
    surnames: set[str] = field(default_factory=set)
    """Months that are also a surname in this text (Theresa May)."""
    last: Moment | None = None
    """The last day, month or year that the text named."""
    late: bool = False
    """Whether that was the end of its time: what follows "late 1943" in June is in 1944."""
    year: Moment | None = None
    """The year named last, also in passing: what "that year" means."""

    @property
    def now(self) -> Moment | None:
        """What "this year" and "last month" are seen from."""
        return (self.last or self.today) if self.history else self.today

    @property
    def then(self) -> Moment | None:
        """What "the next day" and "two years later" are seen from."""
        return self.last or self.today


class Phrase:
    """The words of one match, in lower case, and their classes."""

    __slots__ = ("end", "lexed", "names", "start", "words")

    def __init__(self, lexed: Lexed, start: int, end: int) -> None:
        self.lexed, self.start, self.end = lexed, start, end
        self.names = [lexed.name(index) for index in range(start, end)]
        self.words = [lexed.word(index).lower() for index in range(start, end)]

    def find(self, *names: str) -> int:
        """Where the first word of one of these classes is, -1 where none is."""
        return next((index for index, name in enumerate(self.names) if name in names), -1)

    def word(self, *names: str) -> str:
        """The first word of one of these classes, "" where none is."""
        index = self.find(*names)
        return self.words[index] if index >= 0 else ""

    def has(self, *words: str) -> bool:
        return any(word in self.words for word in words)

    def before(self, count: int = 1) -> str:
        """The word that stands `count` before the phrase, in lower case."""
        return self.lexed.word(self.start - count).lower()

    def after(self, count: int = 1) -> str:
        return self.lexed.word(self.end - 1 + count).lower()

    @property
    def next_name(self) -> str:
        """The class of the word after the phrase."""
        return self.lexed.name(self.end)

    @property
    def offset(self) -> int:
        """Where the phrase begins in the text."""
        return self.lexed.spans[self.start][0]


def narrowed(phrase: Phrase) -> str:
    """The part of its time that a phrase takes: `START`, `EARLY`, `MID`, `LATE`, `END`, or ""."""
    return next((_MODS[word] for word in phrase.words if word in _MODS), "")


def dated(moment: Moment | None, unit: str, mod: str = "", time: str = "") -> Resolved:
    """A date, or a time of that date; unknown in all its parts where the moment is None."""
    value = moment.value if moment else UNKNOWN[unit]
    return Resolved("TIME" if time else "DATE", value + time, mod, "", moment)


def ranged(first: Half, last: Half) -> Resolved:
    """Two dates in one phrase."""
    value = f"{first.resolved.value}/{last.resolved.value}"
    return Resolved("DATE", value, "", "", last.resolved.moment, (first, last))


def moved(moment: Moment | None, count: int, unit: str) -> Moment | None:
    """`moment.moved`, None where there is none to move or the calendar ends first."""
    try:
        return moment.moved(count, unit) if moment else None
    except (ValueError, OverflowError):
        return None


def within(moment: Moment | None, unit: str) -> Moment | None:
    """The `unit` that the moment lies in, None where it is itself wider than that."""
    if moment is None or not moment.has(unit):
        return None
    try:
        return moment.to(unit)
    except (ValueError, OverflowError):
        return None


def weekday_of(moment: Moment | None) -> int:
    """1 for Monday to 7 for Sunday; 0 where the moment is no day of Python's calendar."""
    if moment is None or moment.unit != "day" or moment.year < 1:
        return 0
    return moment.first_day().isoweekday()
