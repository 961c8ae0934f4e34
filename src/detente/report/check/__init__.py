"""Whether a line follows from the words it cites. It knows nothing of how the line was made: it takes the
text apart against the cited sentences and what the Reading resolved in them."""

from collections.abc import Iterable, Mapping

from detente.records import Document, Found, Reading

from ..lines import Line
from . import rules
from .forms import read
from .ground import Ground, grounds, records_of
from .parse import Parse

__all__ = ["check", "problems"]


def check(line: Line, items: Iterable[tuple[Document, Reading]]) -> list[str]:
    """What of the line does not follow from the documents and readings; empty where all of it does."""
    return problems(line, {document.id: (document, reading) for document, reading in items})


def problems(line: Line, given: Mapping[str, tuple[Document, Reading]]) -> list[str]:
    """As `check`, for documents held by id. One document must carry the line word for word; each other
    one that is cited must hold every name, number, date and status word of it."""
    cited, wrong = grounds(line, given)
    held, missing = records_of(line, cited)
    if wrong or missing:
        return [*wrong, *missing]
    by_document: dict[str, list[Ground]] = {}
    for ground in cited:
        by_document.setdefault(ground.document.id, []).append(ground)
    verdicts = {key: _verdict(line, each, held) for key, each in by_document.items()}
    if all(verdicts.values()):
        return next(iter(verdicts.values()))
    failing = [by_document[key] for key, verdict in verdicts.items() if verdict]
    return [problem for each in failing for problem in rules.holds_the_facts(line, each)]


def _verdict(line: Line, cited: list[Ground], held: Mapping[str, tuple[Ground, Found]]) -> list[str]:
    """What is wrong with the line if these sentences of one document are all it has."""
    parse = Parse(line.text, cited)
    records = [(cited.index(ground), found) for ground, found in held.values() if ground in cited]
    read(parse, records)
    return parse.problems or [
        *rules.rests_on_its_records(parse, records),
        *rules.keeps_the_status(parse, records),
        *rules.keeps_the_conditions(parse, records),
        *rules.says_what_kind(parse, records),
        *rules.names_who_said_it(parse, records),
        *rules.quotes_what_is_quoted(parse),
    ]
