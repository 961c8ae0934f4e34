"""How much a record matters to a brief: a number from what the Reading holds, larger is more."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.codebook import TYPES
from detente.records import EventReport, Found, Position, Span, Statement

from .page import Page, countries_of, dates_of, mentions_of
from .pick import TALK
from .wording import SPEECH_CUES

_STATUS = {"actual": 1.0, "future": 0.9, "negated": 0.6, "possible": 0.4, "conditional": 0.5}
_KIND = {"threat": 1.0, "offer": 0.9, "demand": 0.7, "commitment": 0.8, "refusal": 0.7, "prediction": 0.1}
_OFFICIAL = {"GOV": 1.0, "-": 0.9, "MIL": 0.9, "LEG": 0.7, "PTY": 0.7, "REB": 0.7, "JUD": 0.6, "SPY": 0.8}
_VAGUE = frozenset(("pronoun", "nominal"))

Key = tuple[object, ...]


@dataclass(frozen=True)
class Weigher:
    """Knows what has to be known of all documents: who reports the same, and how old the newest is."""

    outlets: Mapping[Key, frozenset[str]]
    newest: date | None
    country: str
    partners: Mapping[str, int]

    def weight(self, page: Page, found: Found) -> float:
        base = self.of_date(page, found.sentence) + 0.5 * found.evidence.score
        match found:
            case EventReport():
                own = _event(page, found) + math.log2(len(self.outlets.get(same_act(found), ())) or 1)
            case Statement():
                own = _statement(page, found)
            case Position():
                own = _position(page, found)
        return base + own + self._for_country(found)

    def of_date(self, page: Page, sentence: Span) -> float:
        """What a sentence matters by where and when it was written."""
        return _lead(page, sentence) + _recency(page, self.newest)

    def _for_country(self, found: Found) -> float:
        """What names the country comes before all else, then its partners, the closest first."""
        if not self.country:
            return 0.0
        named = countries_of(mentions_of(found))
        if self.country in named:
            return 200.0
        most = max(self.partners.values(), default=1)
        return max((50 + 50 * self.partners.get(code, -most) / most for code in named), default=0.0)


def weigher(pages: Sequence[Page], country: str, partners: Mapping[str, int]) -> Weigher:
    outlets: defaultdict[Key, set[str]] = defaultdict(set)
    for page in pages:
        for event in page.reading.events:
            outlets[same_act(event)].add(page.document.outlet.name or page.document.id)
    newest = max((page.document.published for page in pages if page.document.published), default=None)
    return Weigher({key: frozenset(each) for key, each in outlets.items()}, newest, country, partners)


def same_act(event: EventReport) -> Key:
    """What reports of one act are likely to share: its type, whose it is, and its day."""
    day = next((each.when.start for each in event.time if each.when.precision == "day"), None)
    return (event.type, countries_of(event.source), day)


def _lead(page: Page, sentence: Span) -> float:
    """From 2 for the first sentence down."""
    return 2.0 / (1.0 + (page.place_of(sentence) - 1) / 6.0)


def _recency(page: Page, newest: date | None) -> float:
    if not (newest and page.document.published):
        return 0.3
    return 1.0 / (1.0 + (newest - page.document.published).days / 3.0)


def _event(page: Page, event: EventReport) -> float:
    known = TYPES.get(event.type)
    force = abs(known.score) / 10 + 0.5 * (known.quad == 4) if known else 0.0
    sides = len(countries_of([*event.source, *event.recipient]))
    dated = 0.6 if dates_of(event) else 0.0
    details = 0.2 * min(len(event.quantity) + len(event.place) + len(event.says), 3)
    listed = 1.2 if event.type in TALK and _has_position(page, event) else 0.0
    words_of_another = 0.7 if page.speech_around(event.trigger) and not event.says else 0.0
    told = _STATUS.get(event.status, 0.0) + force + 0.3 * min(sides, 3) + dated + details
    named = 0.4 * any(each.span and each.kind not in _VAGUE for each in event.source)
    terse = 1.0 if len(event.sentence.of(page.text).split()) < 6 else 0.0
    return told + named - listed - words_of_another - terse


def _has_position(page: Page, event: EventReport) -> bool:
    """Whether what it asks or offers is listed as a position too."""
    return any(isinstance(each, Position) for each in page.found.get(event.sentence, ()))


def _statement(page: Page, statement: Statement) -> float:
    words = len(statement.content.of(page.text).split())
    known = 0.4 if statement.speaker.span and statement.speaker.kind not in _VAGUE else 0.0
    quoted = 0.0 if statement.kind == "indirect" else 0.4
    chain = 0.8 * bool(statement.via) + 0.3 * bool(statement.to)
    cue = statement.cue.of(page.text).casefold() if statement.cue else ""
    plain = 0.0 if cue in SPEECH_CUES or cue == "according to" else -0.8
    return 1.5 * _standing(statement) + known + quoted + chain + plain + (0.0 if words >= 6 else -1.0)


def _standing(found: Statement) -> float:
    return max((_OFFICIAL.get(each.sector, 0.2) for each in found.speaker.referents), default=0.0)


def _position(page: Page, position: Position) -> float:
    speech = page.speech_around(position.content)
    own = 0.5 if speech and set(speech.speaker.referents) & set(position.holder.referents) else 0.0
    terms = bool(position.to) + 2 * bool(position.exchange) + bool(position.condition)
    words = len(position.content.of(page.text).split())
    due = 1.0 if position.due else 0.0
    return _KIND.get(position.kind, 0.0) + 0.3 * terms + due + own - 0.2 * max(0, 4 - words)
