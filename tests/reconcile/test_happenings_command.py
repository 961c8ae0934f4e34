"""`detente happenings`, `split` and `join`, on a record of readings by hand: no model."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner, Result
from gold import items

from detente.cli import main
from detente.records import Ruling
from detente.store import Filter, Record

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "x.duckdb"
    with Record.open(path) as kept:
        run = kept.start("by hand", [])
        kept.add(run, items(GOLDEN / "examples.articles.jsonl", GOLDEN / "examples.gold.jsonl"))
    return path


def call(record: Path, *arguments: str) -> Result:
    done = CliRunner().invoke(main, [*arguments, "--record", str(record)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def listed(record: Path, *arguments: str) -> list[dict[str, Any]]:
    done = call(record, "happenings", "--json", "--quiet", *arguments)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_shape_of_a_happening(record: Path) -> None:
    launch = listed(record, "--type", "MOBILIZE", "--since", "2019-09-09", "--until", "2019-09-10")[0]
    assert list(launch) == [
        "id", "type", "mode", "title", "when", "where", "actors", "reports", "origins", "disagreements", "lead_of",
    ]  # fmt: skip
    assert launch["when"] == {"start": "2019-09-10", "end": "2019-09-10"}
    assert {"name": "North Korea", "country": "PRK"} in launch["actors"]
    assert {tuple(each) for each in launch["reports"]} == {("doc", "span")}
    assert isinstance(launch["origins"], int)
    assert {"about", "cause", "values"} == set(launch["disagreements"][0])


def test_what_the_options_mean(record: Path) -> None:
    everything = listed(record)
    assert len(listed(record, "--limit", "3")) == 3
    assert {each["type"] for each in listed(record, "--type", "consult")} == {"CONSULT"}
    assert 0 < len(listed(record, "--actor", "Iran")) < len(everything)


def test_as_of_a_day_knows_what_was_published_by_then(record: Path) -> None:
    launch = listed(record, "--type", "MOBILIZE", "--since", "2019-09-09", "--as-of", "2019-09-10")[0]
    docs = {each["doc"] for each in launch["reports"]}
    assert docs == {"harbour-times-2019-09-10", "northern-wire-2019-09-10"}


def test_split_then_join(record: Path) -> None:
    launch = listed(record, "--type", "MOBILIZE", "--since", "2019-09-09", "--until", "2019-09-10")[0]
    with Record.open(record, write=False) as kept:
        filter = Filter(outlet="Daybreak", type="MOBILIZE")
        reports = [event.id for _, event in kept.events(filter)]
    assert call(record, "split", launch["id"][:10], *reports).exit_code == 0
    apart = [each for each in listed(record, "--outlet", "Daybreak") if each["type"] == "MOBILIZE"]
    assert apart and all(each["id"] != launch["id"] for each in apart)
    assert "daybreak-digest-2019-09-11" not in json.dumps(
        next(each for each in listed(record) if each["id"] == launch["id"])["reports"]
    )
    assert call(record, "join", launch["id"], *(each["id"] for each in apart)).exit_code == 0
    again = next(each for each in listed(record) if each["id"] == launch["id"])
    assert again["reports"] == launch["reports"]


def test_wrong_calls(record: Path, tmp_path: Path) -> None:
    launch = listed(record, "--type", "MOBILIZE", "--since", "2019-09-09", "--until", "2019-09-10")[0]
    assert call(record, "split", "ffffffffff", "aa").exit_code == 1
    assert call(record, "join", launch["id"]).exit_code == 2
    one = next(each["id"] for each in listed(record) if len(each["reports"]) == 1)
    with Record.open(record, write=False) as kept:
        own = next(event.id for _, event in kept.events() if event.id)
    assert call(record, "split", one, own).exit_code in (1, 2)
    absent = call(tmp_path / "absent.duckdb", "split", launch["id"], own)
    assert absent.exit_code == 1 and not (tmp_path / "absent.duckdb").exists()


def test_rulings_are_kept_in_order_and_by_day(tmp_path: Path) -> None:
    with Record.open(tmp_path / "x.duckdb") as kept:
        assert kept.rulings() == []
        kept.rule("split", [("a", "b"), ("a", "c")])
        kept.rule("join", [("a", "b")])
        assert kept.rulings() == [
            Ruling(1, "split", "a", "b"), Ruling(2, "split", "a", "c"), Ruling(3, "join", "a", "b"),
        ]  # fmt: skip
        assert kept.rulings(date.today() - timedelta(3)) == []


def test_a_record_from_before_there_were_rulings(record: Path) -> None:
    with duckdb.connect(str(record)) as connection:
        connection.execute("DROP TABLE rulings")
    with Record.open(record) as kept:
        assert kept.rulings() == []
        kept.rule("join", [("a", "b")])
        assert len(kept.rulings()) == 1


def test_undated_documents_count_from_when_they_were_recorded(record: Path) -> None:
    with Record.open(record, write=False) as kept:
        then = {each.doc for each in kept.documents(Filter(as_of=date(2019, 9, 30)))}
        now = {each.doc for each in kept.documents(Filter(as_of=date.today() + timedelta(1)))}
    assert "notebook.txt" not in then and "notebook.txt" in now


def test_search_gives_the_sentences_and_what_was_found_there(record: Path) -> None:
    done = call(record, "search", "kaechon", "PROJECTILES", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    texts = [each["text"].casefold() for each in found]
    assert texts and all("kaechon" in text or "projectiles" in text for text in texts)
    assert any("kaechon" in text and "projectiles" in text for text in texts)
    assert [each["published"] or "" for each in found] == sorted(
        (each["published"] or "" for each in found), reverse=True
    )
    assert any(what["what"] == "MOBILIZE-weapons" for each in found for what in each["found"])
    assert call(record, "search", "zzzz").stdout == "No hits.\n"


def test_why_of_a_happening_shows_its_reports_and_reasons(record: Path) -> None:
    launch = listed(record, "--type", "MOBILIZE", "--since", "2019-09-09", "--until", "2019-09-10")[0]
    told = call(record, "why", launch["id"][:12]).stdout
    assert told.count("[fired]") >= 4 and "with 1: " in told and "Origins: " in told
    assert "kind of word" in told
    assert call(record, "why", "ffffffffff").exit_code == 1
