"""Where a sentence may be cut without changing what it says: a connective in front, an aside, a tail.

Every way it can be cut is offered, the shortest first; whether a cut took away a "not" or an "if" is for
the check to say.
"""

import re
from collections.abc import Iterator

from detente.records import Span

COMFORT = 190
"""Code points up to which a line is not shortened."""
LIMIT = 480
"""Code points above which a stretch is not quoted at all."""
_ENDLESS = 4_000
"""Code points above which a stretch is no sentence: nothing of it is quoted."""
_LEAST = 5
"""Words that a clause needs to be told alone."""

_EDGES = '.,;:—–()“”"'
_WORDS = "and but while that as after before when because since although though which who whose where"
_JOINTS = frozenset(_WORDS.split())
_CONNECTIVE = re.compile(
    r"(?:However|But|And|Still|Meanwhile|Instead|Moreover|Furthermore|Also|Yet|So|In addition|Nevertheless|"
    r"For its part|For his part|For her part|On the other hand)\b,?\s+(?=\w)",
)
_MONTHS = (
    r"Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|"
    r"Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:[ ,/]+[A-Z][\w.’'-]*){0,4}\s*(?:\([A-Z][\w/ ]{1,20}\)\s*)?"
    r"|[A-Z][\w .,’-]{2,40}\b(?:" + _MONTHS + r")\b[\w .,]{0,12}\s"
    r"|[A-Z][^\n.]{2,40}\s\([A-Z][\w/ ]{1,20}\)\s*)?(?:--?|—|–)\s+(?=[“\"]?[A-Z])"
)
_ASIDE = re.compile(r"\s*\([^()]*\)|\s+(?:--|–|—)\s[^–—]{3,120}?\s(?:--|–|—)(?=\s)")
_TAIL = re.compile(
    r"(?:,|;|\s--|\s–|\s—)\s+(?=(?:which|who|whose|where|while|with|as|after|before|including|such as|amid|"
    r"during|because|although|though|when|in|on|at|for|followed|leaving|making|saying|despite|since|"
    r"linking|but)\b)"
)


def without_connective(text: str, span: Span) -> Span:
    """The span without a dateline or a "However, " in front of it."""
    for opening in (_DATELINE, _CONNECTIVE):
        if match := opening.match(text, span.start, span.end):
            span = Span(match.end(), span.end)
    return span


def stands(text: str, sentence: Span, clause: Span) -> bool:
    """Whether a part of a sentence can be told alone."""
    return is_clause(text, sentence, clause) and len(clause.of(text).split()) >= _LEAST


def is_clause(text: str, sentence: Span, clause: Span) -> bool:
    """Whether a part of a sentence begins and ends where a clause does: at its bounds, a mark or a joint."""
    before, after = text[sentence.start : clause.start].rstrip(), text[clause.end : sentence.end].lstrip()
    begins = not before or before[-1] in _EDGES or before.rpartition(" ")[2].casefold() in _JOINTS
    ends = not after or after[0] in _EDGES or after.partition(" ")[0].casefold() in _JOINTS
    return begins and ends


def ways(text: str, span: Span, keep: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Pieces of the span that still hold all of `keep`, shortest first, the whole span last.
    A short span comes only whole, one over LIMIT only cut."""
    span = without_connective(text, span)
    if span.end - span.start > _ENDLESS:
        return
    if span.end - span.start <= COMFORT:
        yield (span,)
        return
    cut: set[tuple[Span, ...]] = {(span,)}
    for whole in (span, *_tails(text, span, keep)):
        cut |= {(whole,), _without_asides(text, whole, keep)}
    yield from (pieces for pieces in sorted(cut, key=_cost) if _length(pieces) <= LIMIT)


def _cost(pieces: tuple[Span, ...]) -> tuple[int, int, tuple[Span, ...]]:
    """What is short enough comes first, and of that the longest: no more is cut than must be."""
    length = _length(pieces)
    return (0, -length, pieces) if length <= COMFORT else (1, length, pieces)


def _length(pieces: tuple[Span, ...]) -> int:
    return sum(piece.end - piece.start for piece in pieces)


def _tails(text: str, span: Span, keep: tuple[Span, ...]) -> Iterator[Span]:
    for match in _TAIL.finditer(text, span.start, span.end):
        if match.start() - span.start >= 30 and all(each.end <= match.start() for each in keep):
            yield Span(span.start, match.start())


def _without_asides(text: str, span: Span, keep: tuple[Span, ...]) -> tuple[Span, ...]:
    out, position = [], span.start
    for match in _ASIDE.finditer(text, span.start, span.end):
        aside = Span(*match.span())
        if match.start() > position and not any(aside.overlaps(each) for each in keep):
            out.append(Span(position, match.start()))
            position = match.end()
    return (*out, Span(position, span.end))
