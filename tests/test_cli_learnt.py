"""What a record has taught, asked from the command line: offices, and the days of undated articles."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    OfficeClaim,
    Outlet,
    Reading,
    Referent,
    Span,
    When,
)
from detente.store import Record, Tally

TOLD = "Kim Sol Hwa, vice-foreign minister of North Korea, left."
UNDATED = "President Moon Jae-in spoke after Norland shelled Sudland on Tuesday, Sept. 10."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def claim(document: Document, name: str, words: str, country: str) -> OfficeClaim:
    text = document.text
    return OfficeClaim(
        document=document.id,
        sentence=Span(0, len(text)),
        person=Mention(span(text, name), (Referent(name, country, "GOV"),), "person"),
        title=span(text, words),
        words=words,
        country=country,
        sector="GOV",
        relation="holds",
        since=None,
        until=None,
        evidence=Evidence((Span(0, len(text)),), "title: after", 0.8),
    )


def readings() -> list[tuple[Document, Reading]]:
    told = Document(TOLD, Outlet("Harbour Times"), date(2018, 9, 10), "page", given="told")
    undated = Document(UNDATED, Outlet("Lantern Post"), given="undated")
    day = Date(span(UNDATED, "Tuesday, Sept. 10"), When.parse("XXXX-09-10"))
    whole = Span(0, len(UNDATED))
    act = EventReport(
        undated.id, whole, span(UNDATED, "shelled"), "ASSAULT", None, "actual",
        (Mention(span(UNDATED, "Norland"), (Referent("Norland", "NRL", "GOV"),)),), (), (), (day,), (), (),
        Evidence((whole,), "m", 1.0),
    )  # fmt: skip
    sol = claim(told, "Kim Sol Hwa", "vice-foreign minister of North Korea", "PRK")
    moon = claim(undated, "Moon Jae-in", "President", "KOR")
    return [
        (told, Reading(told.id, told.doc, "m", (Span(0, len(TOLD)),), offices=(sol,))),
        (undated, Reading(undated.id, undated.doc, "m", (whole,), (), (day,), (act,), offices=(moon,))),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "r.duckdb"
    with Record.open(path) as record:
        started = record.start("m", ())
        record.add(started, readings())
        record.end(started, Tally(read=2))
    return path


def test_the_record_keeps_the_claims(path: Path) -> None:
    with Record.open(path, write=False) as record:
        kept = {document.id: reading for document, reading in record.readings()}
    assert kept == {document.id: reading for document, reading in readings()}


def test_who_says_what_was_learnt(path: Path) -> None:
    done = run("who", "Kim Sol-hwa", "--record", path, "--on", "2019-01-01", "--json")
    (best,) = json.loads(done.stdout)["candidates"]
    assert (best["name"], best["country"], best["office"]) == ("Kim Sol Hwa", "PRK", "vice foreign minister")
    assert best["why"].startswith("learnt from 1 report, 2018-09-10 [")
    assert readings()[0][0].id[:10] in best["why"]
    assert not json.loads(run("who", "Kim Sol-hwa", "--json").stdout)["candidates"]


def test_who_with_a_record_that_is_not_there(tmp_path: Path) -> None:
    done = run("who", "Kim Sol-hwa", "--record", tmp_path / "none.duckdb")
    assert done.exit_code == 1
    assert "cannot use the record" in done.stderr


def test_documents_show_the_estimate(path: Path) -> None:
    assert "about 10 September 2019 (estimated)" in " ".join(
        run("documents", "--record", path).stdout.split()
    )
    rows = [json.loads(line) for line in run("documents", "--record", path, "--json").stdout.splitlines()]
    by_doc = {row["doc"]: row for row in rows}
    assert by_doc["told"]["estimate"] is None
    assert by_doc["undated"]["published"] is None
    estimate = by_doc["undated"]["estimate"]
    assert (estimate["start"], estimate["best"]) == ("2019-09-10", "2019-09-10")
    assert estimate["reasons"]


def test_why_gives_the_reasons(path: Path) -> None:
    said = run("why", "undated", "--record", path).stdout
    assert "about 10 September 2019 (estimated)" in said
    assert "“Tuesday, Sept. 10” was a Tuesday" in said


def test_the_briefs_sources_say_it_is_an_estimate(path: Path) -> None:
    said = " ".join(run("brief", "--record", path, "--about", "Norland").stdout.split())
    assert "about 10 September 2019 (estimated)" in said
