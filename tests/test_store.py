"""The record: what goes in comes out, whole, once, and as the filters ask."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from detente.errors import CallError, NotFoundError, RecordError
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Failed,
    Mention,
    Outlet,
    Position,
    Reading,
    Referent,
    Skipped,
    Span,
    Statement,
    When,
    short,
)
from detente.store import Filter, Record, Tally

NORTH = Referent("Norland", "NRL", "GOV")
SOUTH = Referent("Südland", "SUD", "GOV")
MINISTER = Referent("Ana Kimura", "SUD", "GOV")
TEXT = "Norland fired two rockets on Monday. Ana Kimura said Südland wants talks by June."
SENTENCES = (Span(0, 36), Span(37, 81))


def document(text: str = TEXT, **fields: object) -> Document:
    given = {"outlet": Outlet("Harbour Gazette"), "published": date(2024, 3, 5), **fields}
    return Document(text, **given)  # type: ignore[arg-type]


def reading(of: Document, model: str = "m1", days: str = "2024-03-04") -> Reading:
    launch = EventReport(
        of.id, SENTENCES[0], Span(8, 13), "MOBILIZE", "weapons", "actual",
        (Mention(Span(0, 7), (NORTH,)),), (Mention(None, (SOUTH,), "pronoun"),), (),
        (Date(Span(29, 35), When.parse(days)),), (Span(14, 25),), (),
        Evidence((Span(0, 35),), "rules", 0.9),
    )  # fmt: skip
    said = Statement(
        of.id, SENTENCES[1], Mention(Span(37, 47), (MINISTER,), "person"), Span(48, 52), Span(53, 80),
        "indirect", (), None, Evidence((Span(37, 80),), "rules", 0.5),
    )  # fmt: skip
    wish = Position(
        of.id, SENTENCES[1], Mention(Span(53, 60), (SOUTH,)), "demand", Span(67, 72), Mention(None, (NORTH,)),
        None, None, Date(Span(76, 80), When.parse("2024-06")), Evidence((Span(53, 80),), "rules", 0.7),
    )  # fmt: skip
    return Reading(of.id, of.doc, model, SENTENCES, launch.source, launch.time, (launch,), (said,), (wish,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a record.duckdb"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record that is only looked at: it holds one document."""
    with Record.open(tmp_path_factory.mktemp("shelf") / "detente.duckdb") as opened:
        put(opened, document(title="The Headline"))
        yield opened


def put(record: Record, *documents: Document, model: str = "m1", **fields: str) -> None:
    run = record.start(model, ["test"])
    record.add(run, [(each, reading(each, model, **fields)) for each in documents])
    record.end(run, Tally(read=len(documents)))


# What goes in


def test_what_goes_in_comes_out(record: Record) -> None:
    given = Document(
        TEXT, Outlet("Gazette", "agency", "NRL", True, "B"), date(2024, 3, 5), "page", "https://gazette.example/1",
        "A title", "By A. Writer", "en", (Span(3, 5),), "g-1", "/news/1.html",
    )  # fmt: skip
    put(record, given)
    assert list(record.readings()) == [(given, reading(given))]
    assert list(record.documents()) == [given]


def test_an_undated_bare_document_comes_out(record: Record) -> None:
    given = Document("Words.")
    run = record.start("m1", [])
    record.add(run, [(given, Reading(given.id, given.doc, "m1"))])
    assert list(record.readings()) == [(given, Reading(given.id, given.doc, "m1"))]


def test_it_is_still_there_after_closing(path: Path) -> None:
    with Record.open(path) as record:
        put(record, document())
        digest = record.digest()
    with Record.open(path, write=False) as record:
        assert record.digest() == digest
        assert len(list(record.readings())) == 1


def test_twice_changes_nothing(record: Record) -> None:
    put(record, document())
    before, shown = record.digest(), list(record.readings())
    put(record, document())
    put(record, document(origin="elsewhere.txt"))
    assert record.digest() == before
    assert list(record.readings()) == shown


def test_the_digest_tells_what_is_new(record: Record) -> None:
    digests = {record.digest()}
    for each in (document(), document(title="Another"), document(given="g"), document("Other words.")):
        put(record, each)
        digests.add(record.digest())
    put(record, document(), model="m2")
    assert len(digests | {record.digest()}) == 6


def test_a_batch_is_recorded_whole_or_not_at_all(record: Record) -> None:
    run = record.start("m1", [])
    bad = document("\ud800")
    with pytest.raises(RecordError):
        record.add(run, [(document(), reading(document())), (bad, reading(bad))])
    assert list(record.readings()) == []
    record.add(run, [(document(), reading(document()))])
    assert len(list(record.readings())) == 1


def test_known_is_what_the_current_reading_is_by(record: Record) -> None:
    one, two = document(), document("Other words.")
    put(record, one)
    assert record.known([one.id, two.id], "m1") == {one.id}
    assert record.known([one.id], "m2") == set()
    put(record, one, model="m2")
    assert record.known([one.id], "m1") == set()
    assert record.known([one.id], "m2") == {one.id}
    assert record.known([], "m2") == set()


def test_the_latest_run_is_current_and_brings_what_ingest_saw(record: Record) -> None:
    put(record, document(title="Z"))
    put(record, document(title="A", dropped=(Span(0, 2),)), model="m2", days="2024-03-01")
    ((shown, read),) = record.readings()
    assert (shown.title, shown.dropped, read.model) == ("A", (Span(0, 2),), "m2")
    assert read.events[0].time[0].when.value == "2024-03-01"
    put(record, document(title="Z"))
    ((shown, read),) = record.readings()
    assert (shown.title, read.model) == ("Z", "m1")
    assert len(list(record.events())) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_document_met_in_several_ways_is_shown_the_same_way(record: Record, order: tuple[int, ...]) -> None:
    ways = [document(), document(given="b"), document(given="a", title="T")]
    for each in order:
        run = record.start("m1", [])
        record.add(run, [(ways[each], reading(ways[each]) if each == order[0] else None)])
    ((shown, read),) = record.readings()
    assert shown == ways[2]
    assert read.doc == "a"
    assert {record.find(given).document.id for given in ("a", "b")} == {shown.id}


def test_text_of_every_kind_is_kept(record: Record) -> None:
    text = "nul \x00, bell \x07, escape \x1b[31m, \u202eright, e\u0301 é 😀, \ufffe, ' \" ; -- $1 ?\r\n"
    given = document(text, title=text, given=text, byline=text)
    put(record, given)
    assert [shown for shown, _ in record.readings()] == [given]
    assert record.find(given.id).document.text == text


def test_names_of_files_that_are_no_text_are_kept_escaped(record: Record) -> None:
    run = record.start("m1", ["caf\udce9.txt"])
    met = document(origin="caf\udce9.txt")
    record.add(run, [(met, reading(met)), Failed("caf\udce9", "ingest", "no")])
    assert next(record.documents()).origin == "caf\\udce9.txt"
    assert record.outcomes(run.id) == [Failed("caf\\udce9", "ingest", "no")]


# The run log


def test_the_run_log(record: Record) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    killed = record.start("m1", ["a.txt"])
    done = record.start("m1", ["a.txt", "b.txt"])
    outcomes: list[Skipped | Failed] = [Skipped("b.txt", "in French"), Failed("c.txt", "ingest", "empty")]
    record.add(done, [*outcomes[:1], (document(), reading(document())), *outcomes[1:]])
    record.end(done, Tally(read=1, skipped=1, failed=1))
    first, second = record.runs()
    assert (first.id, first.ended, first.tally) == (killed.id, None, None)
    assert second.arguments == ("a.txt", "b.txt")
    assert second.tally == Tally(1, 0, 1, 1) and second.tally.total == 3
    assert second.ended and before <= second.started <= second.ended
    assert record.outcomes(done.id) == outcomes


# Asking


def test_readings_come_in_canonical_order(record: Record) -> None:
    documents = [document(f"Text {n}.", published=day) for n, day in enumerate(
        [date(2024, 1, 2), None, date(2023, 1, 1), date(2024, 1, 2), None]
    )]  # fmt: skip
    put(record, *documents)
    shown = list(record.documents())
    assert shown == sorted(documents, key=lambda each: (each.published or date.min, each.id))
    assert list(record.documents(Filter(limit=2))) == shown[-2:]
    assert list(record.documents(Filter(limit=0))) == []


def counts(record: Record, filter: Filter) -> tuple[int, int, int, int]:
    listed = (record.events, record.statements, record.positions, record.documents)
    return tuple(len(list(each(filter))) for each in listed)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (Filter(), (1, 1, 1, 1)),
        (Filter(type="mobilize"), (1, 0, 0, 1)),
        (Filter(type="demand"), (0, 0, 1, 1)),
        (Filter(mode="weapons"), (1, 0, 0, 1)),
        (Filter(status="negated"), (0, 0, 0, 0)),
        (Filter(min_score=0.6), (1, 0, 1, 1)),
        (Filter(min_score=0.95), (0, 0, 0, 0)),
        (Filter(actor="nrl"), (1, 0, 1, 1)),
        (Filter(actor="sudland"), (1, 0, 1, 1)),
        (Filter(actor="kim"), (0, 0, 0, 0)),
        (Filter(actor="KIMU"), (0, 1, 0, 1)),
        (Filter(actor="ana  kimura"), (0, 1, 0, 1)),
        (Filter(actor="imura"), (0, 0, 0, 0)),
        (Filter(actor="kimura", type="demand"), (0, 0, 0, 0)),
        (Filter(outlet="gazette"), (1, 1, 1, 1)),
        (Filter(outlet="times"), (0, 0, 0, 0)),
        (Filter(about="two rock"), (1, 1, 1, 1)),
        (Filter(about="talks norland"), (1, 1, 1, 1)),
        (Filter(about="talks elsewhere"), (0, 0, 0, 0)),
        (Filter(about="headline"), (1, 1, 1, 1)),
        (Filter(about="SUD"), (1, 1, 1, 1)),
        (Filter(about="ockets"), (0, 0, 0, 0)),
        (Filter(about=r".*"), (0, 0, 0, 0)),
        (Filter(new_since=date(2024, 3, 5)), (1, 1, 1, 1)),
        (Filter(new_since=date(2024, 3, 6)), (0, 0, 0, 0)),
        (Filter(since=date(2024, 3, 5)), (0, 1, 1, 1)),
        (Filter(until=date(2024, 3, 4)), (1, 0, 0, 1)),
        (Filter(until=date(2024, 3, 4), type="demand"), (0, 0, 0, 0)),
        (Filter(until=date(2024, 3, 3)), (0, 0, 0, 0)),
        (Filter(since=date(2024, 3, 6)), (0, 0, 0, 0)),
        (Filter(limit=0), (0, 0, 0, 0)),
        (Filter(about="\udce9"), (0, 0, 0, 0)),
        (Filter(type="\udce9"), (0, 0, 0, 0)),
    ],
)  # fmt: skip
def test_filters(shelf: Record, filter: Filter, expected: tuple[int, int, int, int]) -> None:
    assert counts(shelf, filter) == expected


@pytest.mark.parametrize("who", ["US", "United States", "american", "usa", "U.S."])
def test_a_country_is_all_who_are_of_it(record: Record, who: str) -> None:
    given = document()
    speaker = Mention(None, (Referent("Jane Roe", "USA", "GOV"),))
    other = Mention(None, (Referent("Usama Roe", "SUD", "GOV"),))
    (said,) = reading(given).statements
    said, unsaid = replace(said, speaker=speaker), replace(said, speaker=other, kind="direct")
    record.add(record.start("m1", []), [(given, replace(reading(given), statements=(said, unsaid)))])
    assert [found for _, found in record.statements(Filter(actor=who))] == [said]


def test_the_undated_are_within_no_bounds(record: Record) -> None:
    put(record, document(published=None), days="XXXX-03")
    assert counts(record, Filter()) == (1, 1, 1, 1)
    assert counts(record, Filter(until=date(2100, 1, 1))) == (0, 0, 0, 0)
    assert counts(record, Filter(since=date(1900, 1, 1))) == (0, 0, 0, 0)


def test_bounds_in_the_wrong_order_are_a_wrong_call() -> None:
    with pytest.raises(CallError, match="swap"):
        Filter(since=date(2024, 1, 2), until=date(2024, 1, 1))


def test_listed_things_stand_with_their_document(record: Record) -> None:
    documents = [document(f"{TEXT} {n}") for n in range(450)]
    put(record, *documents)
    events = list(record.events())
    assert len(events) == 450
    assert all(event.document == shown.id for shown, event in events)
    assert list(record.events(Filter(limit=3))) == events[-3:]


def test_actors(record: Record) -> None:
    put(record, document(), document("Other words."))
    listed = list(record.actors())
    assert [(row.name, row.total) for row in listed] == [("Norland", 4), ("Südland", 4), ("Ana Kimura", 2)]
    north = listed[0]
    assert (north.country, north.sector) == ("NRL", "GOV")
    assert (north.source, north.recipient, north.speaker, north.holder, north.addressed) == (2, 0, 0, 0, 2)
    assert (north.first, north.last) == (date(2024, 3, 4), date(2024, 3, 5))
    assert list(record.actors(Filter(actor="norland"))) == [north]
    assert [row.name for row in record.actors(Filter(limit=1))] == ["Norland"]
    assert [row.total for row in record.actors(Filter(type="MOBILIZE"))] == [2, 2]


# Why


def test_find_walks_from_an_id_to_the_run(record: Record) -> None:
    given = document(given="story-7")
    put(record, given)
    event = reading(given).events[0]
    trail = record.find(short(event.id))
    assert trail.found == (event,)
    assert (trail.document, trail.reading) == (given, reading(given))
    assert trail.run == record.runs()[0] and trail.run.tally == Tally(read=1)
    assert abs(datetime.now(UTC) - trail.recorded) < timedelta(minutes=1)
    for name in (given.id, short(given.id).upper(), "story-7"):
        assert record.find(name).found == ()
        assert record.find(name).document == given


def test_find_gives_all_that_share_an_id(record: Record) -> None:
    given = document()
    read = reading(given)
    twin = replace(read.events[0], time=(), recipient=())
    record.add(record.start("m1", []), [(given, replace(read, events=(*read.events, twin)))])
    assert record.find(twin.id).found == (*read.events, twin)


def test_find_reaches_older_readings(record: Record) -> None:
    given = document()
    put(record, given)
    gone = reading(given).events[0]
    record.add(record.start("m2", []), [(given, Reading(given.id, given.doc, "m2"))])
    assert list(record.events()) == []
    assert record.find(gone.id).found == (gone,)
    assert record.find(gone.id).reading.model == "m1"
    assert record.find(given.id).reading.model == "m2"


@pytest.mark.parametrize("prefix", ["", "zz", "f" * 64, "%", "\x00", "\udce9", "' OR 1=1 --"])
def test_find_says_when_there_is_nothing(shelf: Record, prefix: str) -> None:
    with pytest.raises(NotFoundError):
        shelf.find(prefix)


def test_find_lists_the_candidates(record: Record) -> None:
    documents = [document(f"Text {n}.") for n in range(40)]
    put(record, *documents)
    first = min(each.id for each in documents)
    with pytest.raises(CallError) as caught:
        record.find(first[0])
    assert f"{short(first)} (a document)" in str(caught.value)
    assert "more of the id" in str(caught.value)
    put(record, document("One.", given="same"), document("Two.", given="same"))
    with pytest.raises(CallError, match="a document"):
        record.find("same")


def test_the_driver_is_loaded_late() -> None:
    code = "import sys, detente.store; print('duckdb' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


def test_no_time_zone_package_is_needed(path: Path) -> None:
    code = (
        "import sys; sys.modules['pytz'] = sys.modules['pandas'] = sys.modules['numpy'] = None\n"
        "from pathlib import Path; from detente.store import Record, Tally\n"
        f"record = Record.open(Path({str(path)!r}))\n"
        "record.end(record.start('m', []), Tally()); print(record.runs()[0].ended.tzinfo)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "UTC"
