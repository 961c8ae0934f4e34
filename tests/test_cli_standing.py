"""`ledger` and `count` as a person types them, over a record of readings made by hand."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from detente.cli import main
from detente.records import Document, Outlet, Reading, from_json
from detente.store import Record, Tally

TEXT = (
    "Chile wants Peru to open the dam gates by 1 May. "
    "Chile launched two missiles on Tuesday, its third launch this year."
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def reading(document: Document) -> Reading:
    def at(words: str) -> list[int]:
        start = document.text.index(words)
        return [start, start + len(words)]

    def who(words: str, country: str) -> dict[str, object]:
        actors = [{"name": words, "country": country, "sector": "GOV"}]
        return {"span": at(words), "actors": actors, "kind": "place"}

    first, second = (
        [0, document.text.index(" Chile launched")],
        [document.text.index("Chile launched"), len(TEXT)],
    )
    found = {"clause": [], "found_by": "hand", "score": 1.0}
    wish = {
        "holder": who("Chile", "CHL"),
        "kind": "demand",
        "content": at("open the dam gates"),
        "to": who("Peru", "PER"),
        "exchange": None,
        "condition": None,
        "due": {"span": at("1 May"), "value": "2021-05-01"},
        "sentence": first,
    }
    launch = {
        "trigger": at("launched"), "type": "MOBILIZE", "mode": "weapons", "status": "actual",
        "source": [who("Chile", "CHL")], "recipient": [], "place": [], "qty": [at("two missiles"), at("third")],
        "says": [], "time": [{"span": at("Tuesday"), "value": "2021-04-06"}], "sentence": second,
    }  # fmt: skip
    shape = {
        "doc": document.doc, "document": document.id, "model": "hand", "sentences": [first, second], "mentions": [],
        "dates": [], "statements": [], "events": [launch | found], "positions": [wish | found],
    }  # fmt: skip
    return from_json(shape)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("standing") / "r.duckdb"
    document = Document(TEXT, Outlet("Gazette\x1b[31m"), date(2021, 4, 8), given="one\x1b[31m")
    with Record.open(path) as record:
        made = record.start("hand", [])
        record.add(made, [(document, reading(document))])
        record.end(made, Tally(read=1))
    return path


def test_ledger(record: Path) -> None:
    done = run("ledger", "--record", record)
    assert done.exit_code == 0, done.output
    assert "open  Chile → Peru: demand" in done.output
    assert "open the dam gates; due 1 May [2021-05-01]" in done.output
    assert "\x1b" not in done.output


def test_ledger_as_json(record: Path) -> None:
    done = run("ledger", "--record", record, "--json", "--as-of", "2021-06-01")
    (item,) = map(json.loads, done.output.splitlines())
    assert (item["state"], item["due"], item["stated"][0]["doc"]) == ("lapsed", "2021-05-01", "one\x1b[31m")
    assert TEXT[slice(*item["stated"][0]["span"])] == item["wording"] == "open the dam gates"
    assert [change["state"] for change in item["changes"]] == ["open", "lapsed"]


@pytest.mark.parametrize(
    ("options", "many"),
    [
        (("--holder", "Chile"), 1), (("--holder", "CHL"), 1), (("--holder", "Peru"), 0), (("--to", "peruvian"), 1),
        (("--kind", "offer"), 0), (("--due-before", "2021-05-02"), 1), (("--due-before", "2021-05-01"), 0),
        (("--open",), 1), (("--open", "--as-of", "2021-06-01"), 0), (("--as-of", "2021-04-07"), 0),
    ],
)  # fmt: skip
def test_ledger_asked_for(record: Path, options: tuple[str, ...], many: int) -> None:
    assert len(run("ledger", "--record", record, "--json", *options).output.splitlines()) == many


def test_nothing_in_the_ledger(record: Path) -> None:
    assert run("ledger", "--record", record, "--holder", "Peru").output == "Nothing in the ledger.\n"


def test_count(record: Path) -> None:
    options = ("--type", "MOBILIZE", "--mode", "weapons", "--by", "CHL", "--since", "2021-01-01")
    done = run("count", "--record", record, *options)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("acts: 1, days: 1, days in UTC: 1, launched: 2\n")
    assert "\x1b" not in done.output
    shape = json.loads(run("count", "--record", record, "--json", *options).output)
    assert shape["rules"] == {"acts": 1, "days": 1, "days in UTC": 1, "launched": 2}
    assert shape["claims"][0]["number"] == 3
    assert json.loads(run("count", "--record", record, "--json", "--by", "PER").output)["rules"]["acts"] == 0
