"""The reader on the examples, held against the readings made by hand: decisions, not scores."""

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from detente.ingest import Options, documents
from detente.reading import Reader
from detente.records import Document, EventReport, Reading
from detente.report import BriefOptions, brief

Read = dict[str, tuple[Document, Reading]]
HERE = Path(__file__).parent
GOLD = {each["doc"]: each for each in map(json.loads, (HERE / "examples.gold.jsonl").open(encoding="utf-8"))}


@pytest.fixture(scope="module")
def read() -> Iterator[Read]:
    folder = Path(str(files("detente") / "examples"))
    inputs = [str(path) for path in sorted(folder.iterdir()) if path.suffix in (".jsonl", ".txt", ".html")]
    reader = Reader()
    found = {}
    for item in documents(inputs, Options()):
        assert isinstance(item, Document), item
        found[item.given or Path(item.origin).name] = (item, reader.read(item))
    assert set(found) == set(GOLD)
    yield found


def names(event: EventReport) -> set[str]:
    return {who.name for mention in (*event.source, *event.recipient) for who in mention.referents}


def test_most_acts_are_found_and_typed(read: Read) -> None:
    """Not under what it was when last measured: of the hand's acts 0.75, of the reader's 0.73."""
    found = right = gold = 0
    for doc, (_, reading) in read.items():
        expected = {(event["trigger"][0], event["type"]) for event in GOLD[doc]["events"]}
        mine = {(event.trigger.start, event.type) for event in reading.events}
        found, right, gold = found + len(mine), right + len(mine & expected), gold + len(expected)
    assert right / gold >= 0.72, (right, gold)
    assert right / found >= 0.7, (right, found)


def test_most_reports_of_the_launch_tell_the_launch(read: Read) -> None:
    """All but the notebook's, where "fired two rockets into the sea" is read as an attack."""
    told = []
    for doc in (
        "harbour-times-2019-09-10",
        "northern-wire-2019-09-10",
        "daybreak-digest-2019-09-11",
        "notebook.txt",
    ):
        launches = [
            event for event in read[doc][1].events if (event.type, event.mode) == ("MOBILIZE", "weapons")
        ]
        told.append(any("North Korea" in names(event) for event in launches))
    assert sum(told) >= 3, told


def test_two_spellings_are_one_person(read: Read) -> None:
    spelled = {
        mention.span.of(document.text)
        for document, reading in read.values()
        for mention in reading.mentions
        if mention.span and any(who.name == "Choe Son Hui" for who in mention.referents)
    }
    assert {"Choe Son Hui", "Choe Son-hui"} <= spelled


def test_the_undated_piece_stays_undated(read: Read) -> None:
    document, reading = read["notebook.txt"]
    assert document.published is None
    assert not any(day.when.start and day.when.start.year == 2019 for day in reading.dates)


def test_local_day_and_utc_day_are_both_read(read: Read) -> None:
    days = {each.when.start for _, reading in read.values() for each in reading.dates}
    assert {date(2019, 9, 9), date(2019, 9, 10)} <= days


def test_boilerplate_is_not_read(read: Read) -> None:
    document, reading = read["channel-meridian.html"]
    sentences = " ".join(span.of(document.text) for span in reading.sentences)
    assert not any(words in sentences for words in ("Share", "Cookie", "cookies", "Leave a comment"))


def test_a_wire_and_its_copy_are_one_line(read: Read) -> None:
    made = brief(list(read.values()), BriefOptions())
    outlets = {document.id: document.outlet.name for document, _ in read.values()}
    cited = [{outlets[citation.document] for citation in line.citations} for line in made.lines]
    assert any({"Northern Wire", "Coast Courier"} <= each for each in cited)


def test_the_offer_its_condition_and_the_deadline_are_in_the_brief(read: Read) -> None:
    text = "\n".join(line.text for line in brief(list(read.values()), BriefOptions()).lines)
    assert "late September" in text
    assert "calculation method" in text
    assert "end of this year" in text or "2019-12-31" in text
