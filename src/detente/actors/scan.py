"""Names of the tables in running text."""

from detente.records import Span

from .candidates import Candidate
from .entities import entity_candidate
from .items import name_at
from .names import words
from .people import by_name
from .table import load


def scan(text: str) -> list[tuple[Span, Candidate]]:
    """Where names of states, peoples, capitals, bodies, groups, media and persons stand, the longest first.

    Persons by full name only, and as of no day. Spans are of `text`, without articles and possessive endings.
    """
    table, found = load(), words(text)
    out: list[tuple[Span, Candidate]] = []
    at = 0
    while at < len(found):
        item = name_at(table, found, at)
        if item is None:
            at += 1
            continue
        ref = item.refs[0]
        candidate = by_name(table, ref.number, None) if ref.how == "f" else entity_candidate(table, ref)
        out.append((Span(found[item.first].start, found[item.last - 1].end), candidate))
        at = item.last
    return out
