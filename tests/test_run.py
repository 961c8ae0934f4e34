"""The run: every input leaves as Reading, Known, Skipped or Failed, and the counts add up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

import detente.run.engine as engine
from detente.errors import ModelError
from detente.records import Document, Failed, Outlet, Reading, Skipped
from detente.run import Known, read_all, read_each
from detente.store import Record, Tally


@dataclass
class Fake:
    """Reads what does not say it is bad."""

    name: str = "fake"
    seen: list[str] = field(default_factory=list)

    def read(self, document: Document) -> Reading:
        self.seen.append(document.text)
        if "bad" in document.text:
            raise ValueError("no\nsuch \x1b[31mthing")
        if "broken" in document.text:
            raise ModelError("model.onnx", "is not there")
        return Reading(document.id, document.doc, self.name)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "x.duckdb") as opened:
        yield opened


def articles(count: int) -> list[Document]:
    return [Document(f"Text {n}.", Outlet("Gazette"), date(2024, 1, 1), given=f"a-{n}") for n in range(count)]


def test_every_input_leaves_and_the_counts_add_up(record: Record) -> None:
    one, two, bad = Document("One."), Document("Two."), Document("A bad one.", origin="bad.txt")
    skipped, failed = Skipped("c.txt", "in French"), Failed("d.txt", "ingest", "empty")
    items: list[Document | Skipped | Failed] = [one, skipped, bad, failed, two, one]
    outcomes = list(read_each(items, Fake(), record, ["x"]))
    reason = "ValueError: no such [31mthing"
    assert outcomes == [
        (one, Reading(one.id, one.doc, "fake")),
        skipped,
        Failed("bad.txt", "reading", reason),
        failed,
        (two, Reading(two.id, two.doc, "fake")),
        Known(one),
    ]
    (run,) = record.runs()
    assert run.tally == Tally(read=2, known=1, skipped=1, failed=2)
    assert run.tally.total == len(items)
    assert (run.model, run.arguments) == ("fake", ("x",))
    assert record.outcomes(run.id) == [skipped, Failed("bad.txt", "reading", reason), failed]
    assert {document for document, _ in record.readings()} == {one, two}


def test_what_is_known_is_not_read_again(record: Record) -> None:
    documents = articles(40)
    list(read_each(documents[:20], Fake(), record))
    again = Fake()
    outcomes = list(read_each(documents, again, record))
    assert outcomes[:20] == [Known(document) for document in documents[:20]]
    assert again.seen == [document.text for document in documents[20:]]
    assert all(isinstance(outcome, Known) for outcome in read_each(documents, Fake(), record))
    other = Fake("better")
    list(read_each(documents, other, record))
    assert len(other.seen) == 40
    assert {reading.model for _, reading in record.readings()} == {"better"}


def test_what_failed_is_tried_again(record: Record) -> None:
    bad = Document("A bad one.")
    for _ in range(2):
        again = Fake()
        assert [type(each) for each in read_each([bad], again, record)] == [Failed]
        assert again.seen == [bad.text]


def test_a_known_document_under_another_id_is_found_by_it(record: Record) -> None:
    list(read_each([Document("One.", given="first")], Fake(), record))
    list(read_each([Document("One.", given="second")], Fake(), record))
    assert record.find("second").document == record.find("first").document


def test_without_a_record_all_is_read() -> None:
    one = Document("One.")
    outcomes = list(read_each([one, Skipped("x", "y"), one], Fake()))
    assert [type(each) for each in outcomes] == [tuple, Skipped, tuple]


def test_text_that_no_file_can_hold_fails_alone(record: Record) -> None:
    outcomes = list(read_each([*articles(2), Document("\ud800", given="odd\udce9")], Fake(), record))
    assert isinstance(outcomes[2], Failed)
    assert len(list(record.documents())) == 2


def test_a_missing_model_ends_the_run_but_loses_nothing(record: Record) -> None:
    with pytest.raises(ModelError):
        list(read_each([*articles(3), Document("broken")], Fake(), record))
    assert len(list(record.documents())) == 3
    assert record.runs()[0].ended is None


def test_who_stops_early_keeps_what_was_read(record: Record) -> None:
    outcomes = read_each(articles(9), Fake(), record)
    for _ in range(3):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert len(list(record.documents())) == 3
    assert record.runs()[0].ended is None


def test_what_is_read_is_committed_soon(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SECONDS", 0.0)
    outcomes = read_each(articles(9), Fake(), record)
    for count in range(1, 10):
        next(outcomes)
        assert len(list(record.documents())) == count


def test_slow_inputs_do_not_hold_up_the_others(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "SECONDS", 0.0)
    asked = []

    def slowly() -> Iterator[Document]:
        for document in articles(3):
            asked.append(document)
            yield document

    next(iter(read_each(slowly(), Fake(), record)))
    assert len(asked) == 1


def test_read_all_reads_what_ingest_finds(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    options = object()

    def documents(inputs: list[str], given: object) -> Iterator[Document | Skipped]:
        assert (inputs, given) == (["a", "b"], options)
        yield from articles(2)
        yield Skipped("b", "in French")

    told: list[tuple[str, int]] = []
    monkeypatch.setattr(engine, "documents", documents)
    tally = read_all(
        ["a", "b"],
        options,  # type: ignore[arg-type]
        Fake(),
        record,
        lambda outcome, tally: told.append((type(outcome).__name__, tally.total)),
    )
    assert tally == Tally(read=2, skipped=1) == record.runs()[0].tally
    assert told == [("tuple", 1), ("tuple", 2), ("Skipped", 3)]
    assert record.runs()[0].arguments == ("a", "b")
