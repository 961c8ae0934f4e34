"""`detente who` and `detente when` as a person types them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from detente.cli import main
from detente.cli.lookups import _LONGEST_LINE, _LONGEST_TEXT


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


def rows(done: Result) -> list[dict[str, Any]]:
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def first(text: str, *more: str) -> dict[str, Any]:
    (row,) = rows(run("who", text, "--json", *more))
    return dict(row["candidates"][0])


def test_who_has_the_shape_that_is_promised() -> None:
    (row,) = rows(run("who", "the French president", "--on", "2018-05-01", "--json"))
    assert list(row) == ["text", "on", "candidates"]
    assert (row["text"], row["on"]) == ("the French president", "2018-05-01")
    assert [list(each) for each in row["candidates"]] == [
        ["name", "country", "sectors", "office", "score", "why"] for _ in row["candidates"]
    ]
    best = row["candidates"][0]
    assert (best["name"], best["country"], best["sectors"]) == ("Emmanuel Macron", "FRA", ["GOV"])
    assert best["office"] == "president" and best["why"]


def test_the_day_decides_who_held_an_office() -> None:
    assert first("the French president", "--on", "2010-05-01")["name"] == "Nicolas Sarkozy"


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        ("Amnesty International", "", ["NGO"]),
        ("NATO", "IGO", []),
        ("the UN", "UNO", []),
        ("the EU", "EUR", []),
        ("Pyongyang", "PRK", ["GOV"]),
    ],
)
def test_codes_where_there_is_no_country(text: str, country: str, sectors: list[str]) -> None:
    found = first(text)
    assert (found["country"], found["sectors"]) == (country, sectors)


def test_nobody_is_said_plainly_and_is_no_failure() -> None:
    assert rows(run("who", "Zorblax", "--json")) == [{"text": "Zorblax", "on": None, "candidates": []}]
    done = run("who", "Zorblax")
    assert done.exit_code == 0
    assert done.stdout == "Zorblax: nobody that the tables know\n"


def test_who_for_a_reader() -> None:
    done = run("who", "Kim", "--on", "2019-01-01")
    lines = done.stdout.splitlines()
    assert lines[0] == "Kim (2019-01-01)"
    assert lines[1].split()[:5] == ["0.62", "Kim", "Jong", "Un", "PRK"]
    assert len(lines) > 2, "two Kims stay two"


def test_one_mention_a_line_each_with_its_day() -> None:
    stdin = "Seoul\nthe US president\t2012-05-05\n\nthe US president\t\nKim Jong-un"
    found = rows(run("who", "-", "--on", "2018-05-05", "--json", stdin=stdin))
    assert [(row["text"], row["on"], row["candidates"][0]["name"]) for row in found] == [
        ("Seoul", "2018-05-05", "South Korea"),
        ("the US president", "2012-05-05", "Barack Obama"),
        ("the US president", "2018-05-05", "Donald Trump"),
        ("Kim Jong-un", "2018-05-05", "Kim Jong Un"),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"Kim Jong Un\t2019-13-01", "'2019-13-01' is no day; give it as 2019-09-10"),
        (b"Kim Jong Un\tMonday", "'Monday' is no day"),
        (b"Kim \xff\xfe", "it is not UTF-8"),
        (b"x" * (_LONGEST_LINE + 5), "more than 10,000 bytes"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: bytes, says: str) -> None:
    done = run("who", "-", "--json", stdin=b"Seoul\n" + line + b"\nMoscow\n")
    assert done.exit_code == 1
    assert [json.loads(each)["text"] for each in done.stdout.splitlines()] == ["Seoul", "Moscow"]
    assert done.stderr.startswith("detente: cannot read: -, line 2: ") and says in done.stderr
    assert done.stderr.count("\n") == 1


def test_when_has_the_shape_that_is_promised() -> None:
    text = "On Friday 06:53 KST, for ten years, every March."
    found = rows(run("when", text, "--on", "2019-09-10", "--json"))
    assert [list(row) for row in found] == [["span", "text", "type", "value"]] * len(found)
    assert all(text[slice(*row["span"])] == row["text"] for row in found)
    assert {row["type"] for row in found} == {"TIME", "DURATION", "SET"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in late September.", "2019-09"),
        ("They must go by the end of this year.", "2019"),
        ("They met over the weekend.", "2019-W36-WE"),
        ("It fell at 06:53 KST.", "2019-09-10T06:53+09:00"),
        ("They met last spring.", "2019-SP"),
        ("They met in the first quarter.", "2019-Q1"),
    ],
)
def test_values_are_timex3(text: str, value: str) -> None:
    assert [row["value"] for row in rows(run("when", text, "--on", "2019-09-10", "--json"))] == [value]


def test_without_a_day_what_hangs_on_it_is_unknown() -> None:
    found = rows(run("when", "They met on Friday and on 4 May 2018.", "--json"))
    assert [row["value"] for row in found] == ["XXXX-WXX-5", "2018-05-04"]


def test_when_reads_a_whole_text_and_counts_code_points_as_they_stand() -> None:
    text = "Σεούλ 🚀\r\nThey met on Monday.\r\n\r\nThey meet today."
    found = rows(run("when", "-", "--on", "2019-09-10", "--json", stdin=text.encode("utf-8")))
    assert [text[slice(*row["span"])] for row in found] == ["Monday", "today"]


def test_when_for_a_reader() -> None:
    done = run("when", "They met on Monday.", "--on", "2019-09-10")
    assert done.stdout.split() == ["12-18", "DATE", "2019-09-09", "Monday"]
    assert run("when", "They met.").stdout == "No dates.\n"


@pytest.mark.parametrize(
    ("stdin", "says"),
    [(b"\xff\xfe", "not UTF-8 (byte 0 "), (b"x" * (_LONGEST_TEXT + 1), "more than 1,000,000 bytes")],
)
def test_a_text_that_cannot_be_read(stdin: bytes, says: str) -> None:
    done = run("when", "-", stdin=stdin)
    assert done.exit_code == 1
    assert says in done.stderr and "Traceback" not in done.output


@pytest.mark.parametrize("command", ["who", "when"])
def test_wrong_calls(command: str) -> None:
    assert run(command).exit_code == 2
    done = run(command, "Monday", "--on", "soon")
    assert done.exit_code == 2 and "is no day" in done.output


@pytest.mark.parametrize("command", ["who", "when"])
@pytest.mark.parametrize("shape", [(), ("--json",)])
def test_hostile_text_cannot_drive_a_terminal(command: str, shape: tuple[str, ...]) -> None:
    done = run(command, "Monday \x1b]0;x\x07\x9b31m\u202e Seoul\ud800", *shape)
    assert done.exit_code == 0, done.output
    assert not any(mark in done.stdout for mark in ("\x1b", "\x07", "\x9b", "\u202e"))


def test_no_record_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("who", "Seoul")
    run("when", "Monday")
    assert not list(tmp_path.iterdir())
