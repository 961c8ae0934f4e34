"""Laws of the record: order and partition change nothing, twice is once, what goes in comes out."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    Outlet,
    Position,
    Reading,
    Referent,
    Span,
    Statement,
    When,
)
from detente.store import Filter, Record

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.sampled_from(["", "a", "b'\";--", "\x00", "\u202e\u0301", "😀", "Ñandú"]) | texts
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(*sorted(pair)))
several = st.lists(spans, max_size=3).map(tuple)
values = st.sampled_from(["2024-03-04", "2024-02", "2023-W01", "2020/2021", "XXXX-09", "9999", "0001-01-01"])
dates = st.builds(Date, spans, values.map(When.parse))
referents = st.builds(Referent, names, st.sampled_from(["NRL", "SUD", "INT"]), names)
kinds = st.sampled_from(["person", "nominal"])
mentions = st.builds(Mention, st.none() | spans, st.lists(referents, max_size=2).map(tuple), kinds)
evidence = st.builds(Evidence, several, names, st.floats(0, 1))
outlets = st.builds(Outlet, names, names, names, st.booleans(), names)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
documents = st.builds(
    Document, texts, outlets, days, names, names, names, names, names, several, names, names
)


@st.composite
def readings(draw: st.DrawFn, of: Document) -> Reading:
    """By model `m`, of that document; not a likely one."""
    document = st.just(of.id)
    parties = st.lists(mentions, max_size=2).map(tuple)
    times = st.lists(dates, max_size=2).map(tuple)
    maybe = st.none() | spans
    someone = st.none() | mentions
    events = st.builds(
        EventReport, document, spans, spans, names, st.none() | names, names, parties, parties, several,
        times, several, several, evidence,
    )  # fmt: skip
    statements = st.builds(
        Statement, document, spans, mentions, maybe, spans, names, several, someone, evidence
    )
    positions = st.builds(
        Position, document, spans, mentions, names, spans, someone, maybe, maybe, st.none() | dates, evidence
    )
    return Reading(
        of.id, of.doc, "m", draw(several), draw(parties), draw(times),
        tuple(draw(st.lists(events, max_size=2))),
        tuple(draw(st.lists(statements, max_size=2))),
        tuple(draw(st.lists(positions, max_size=2))),
    )  # fmt: skip


@st.composite
def read_documents(draw: st.DrawFn) -> list[tuple[Document, Reading]]:
    """Documents with their readings, each document once."""
    each = draw(st.lists(documents, max_size=4, unique_by=lambda document: document.id))
    return [(document, draw(readings(document))) for document in each]


Pairs = Sequence[tuple[Document, Reading | None]]


def recorded(*runs: Pairs) -> tuple[str, list[tuple[Document, Reading]], int]:
    """The digest, the readings and the number of rows after so many runs, each in one batch."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "x.duckdb") as record:
        for pairs in runs:
            run = record.start("m", [])
            known = record.known([document.id for document, _ in pairs], "m")
            record.add(run, [(each, None if each.id in known else read) for each, read in pairs])
        assert len(list(record.events())) == sum(len(read.events) for _, read in record.readings())
        rows = sum(len(list(listed())) for listed in (record.statements, record.positions, record.actors))
        return record.digest(), list(record.readings()), rows


slow = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(read_documents())
def test_what_goes_in_comes_out_in_canonical_order(pairs: list[tuple[Document, Reading]]) -> None:
    _, shown, _ = recorded(pairs)
    order = sorted(pairs, key=lambda pair: (pair[0].published or date.min, pair[0].id))
    order.sort(key=lambda pair: pair[0].published is not None)
    assert shown == order


@slow
@given(read_documents(), st.data())
def test_order_partition_and_repetition_change_nothing(
    pairs: list[tuple[Document, Reading]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(pairs))
    cut = data.draw(st.integers(0, len(pairs)))
    assert recorded(pairs) == recorded(shuffled[:cut], shuffled[cut:]) == recorded(shuffled, pairs)


@slow
@given(documents, st.lists(names, min_size=2, max_size=3, unique=True), st.data())
def test_it_does_not_matter_under_which_id_it_came_first(
    document: Document, ids: list[str], data: st.DataObject
) -> None:
    read = data.draw(readings(document))
    ways = [replace(document, given=each) for each in ids]
    first = recorded(*([(way, read)] for way in ways))
    assert first == recorded(*([(way, read)] for way in reversed(ways)))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with Record.open(tmp_path_factory.mktemp("laws") / "x.duckdb") as record:
        document = Document("Some words.", Outlet("Gazette"))
        record.add(record.start("m", []), [(document, Reading(document.id, document.doc, "m"))])
        yield record


@settings(max_examples=30, deadline=None)
@given(words=st.text(max_size=12))
def test_no_words_break_a_filter(shelf: Record, words: str) -> None:
    assert len(list(shelf.documents(Filter(about=words)))) <= 1
