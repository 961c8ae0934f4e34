"""Lists of the record: tables, CSV, JSON."""

import csv
import io
import json
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from detente.reconcile import happenings
from detente.records import Document, Outlet
from detente.report import KINDS, listing
from detente.report.hits import Hit
from detente.store import ActorRow

NORTH = "North Korea=North Korea|PRK|GOV"


@pytest.fixture
def story(material: ModuleType) -> Any:
    story = material.Story.of(
        "North Korea did not fire two rockets into the Sea of Japan on Tuesday, the army said.",
        "“No,” Choe told Japan, according to state media, “unless they pay.”",
        "Washington wants an end to tests in return for aid by May.",
    )
    story.event(
        0,
        "fire",
        status="negated",
        mode="weapons",
        source=[NORTH],
        recipient=["Japan=Japan|JPN|GOV"],
        place=["Sea of Japan"],
        time=["Tuesday=2019-09-10"],
        says=["the army said"],
    )
    choe = "Choe=Choe Son Hui|PRK|GOV"
    story.statement(1, choe, "No", "told", "direct", to="Japan=Japan|JPN|GOV", via=["state media"])
    us = "Washington=United States|USA|GOV"
    story.position(2, us, "demand", "an end to tests", exchange="aid", due="May=2020-05")
    return story


@pytest.fixture
def items(story: Any) -> dict[str, list[Any]]:
    document, reading = story.item()
    actor = ActorRow("North Korea", "PRK", "GOV", 3, 0, 1, 2, 0, date(2019, 9, 10), None)
    return {
        "events": [(document, reading.events[0])],
        "statements": [(document, reading.statements[0])],
        "positions": [(document, reading.positions[0])],
        "actors": [actor],
        "documents": [document],
        "happenings": happenings([(document, reading)]),
        "hits": [Hit(document, reading.events[0].sentence, (reading.events[0],))],
    }


def text(kind: str, items: list[Any], form: str, **more: Any) -> str:
    return "".join(listing(kind, items, form, **more))


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (
            "events",
            [
                "North Korea: MOBILIZE-weapons (negated) → Japan",
                "2019-09-10",
                "Sea of Japan",
                "the army said",
            ],
        ),
        ("statements", ["Choe Son Hui → Japan", "“No”", "state media"]),
        ("positions", ["United States", "demand", "an end to tests; in return for aid; due May [2020-05]"]),
        ("actors", ["North Korea", "PRK", "GOV", "3", "2019-09-10"]),
        ("documents", ["Harbour Times", "2019-09-10"]),
    ],
)
def test_a_table_shows_what_an_analyst_reads(
    items: dict[str, list[Any]], kind: str, parts: list[str]
) -> None:
    table = text(kind, items[kind], "table", width=250)
    for part in parts:
        assert part in table
    assert "\x1b" not in table
    assert max(len(line) for line in text(kind, items[kind], "table", width=90).splitlines()) <= 90
    assert "\x1b[1m" in text(kind, items[kind], "table", colour=True)


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_header_and_one_row_each(items: dict[str, list[Any]], kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(text(kind, items[kind] * 2, "csv"))))
    assert len(rows) == 2
    first = rows[0]
    if kind == "events":
        assert (first["who"], first["to whom"], first["status"]) == ("North Korea", "Japan", "negated")
        assert len(first["id"]) == 64
    if kind == "positions":
        assert (first["in return"], first["due"]) == ("aid", "May [2020-05]")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_an_empty_list_in_every_form(kind: str) -> None:
    assert text(kind, [], "table") == f"No {kind}.\n"
    assert text(kind, [], "csv") == ""
    assert json.loads(text(kind, [], "json")) == []
    assert text(kind, [], "jsonl") == ""


@pytest.mark.parametrize("kind", KINDS)
def test_json_and_json_lines_hold_the_same(items: dict[str, list[Any]], kind: str) -> None:
    array = json.loads(text(kind, items[kind] * 2, "json"))
    assert array == [json.loads(line) for line in text(kind, items[kind] * 2, "jsonl").splitlines()]
    assert len(array) == 2


def test_json_has_the_outward_shape_with_the_document_beside(items: dict[str, list[Any]]) -> None:
    (event,) = json.loads(text("events", items["events"], "json"))
    document, found = items["events"][0]
    assert event["trigger"] == list(found.trigger)
    assert event["source"][0]["actors"] == [{"name": "North Korea", "country": "PRK", "sector": "GOV"}]
    assert (event["doc"], event["outlet"], event["published"]) == (
        document.doc,
        "Harbour Times",
        "2019-09-10",
    )


def test_hostile_text_stays_text() -> None:
    title = '=HYPERLINK("http://x","y")'
    document = Document("Text \x9b2J\u202e here.", Outlet("@SUM(A1)\x1b[2J"), None, title=title, url="+1")
    rows = list(csv.DictReader(io.StringIO(text("documents", [document], "csv"))))
    assert rows[0]["title"] == f"'{title}"
    assert rows[0]["outlet"].startswith("'@SUM")
    assert rows[0]["url"] == "'+1"
    for form in ("table", "csv", "json", "jsonl"):
        out = text("documents", [document], form)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(out)
    assert json.loads(text("documents", [document], "json"))[0]["outlet"] == document.outlet.name


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="xls"):
        text("events", [], "xls")
