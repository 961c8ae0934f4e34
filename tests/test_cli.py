"""The commands as a person types them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner, Result

from detente import cli
from detente.cli import main
from detente.cli.commands import COMMANDS, listed, loaded

ARTICLES = [
    {
        "id": "one",
        "outlet": "Harbour Times",
        "date": "2019-09-10",
        "text": "North Korea launched two missiles into the sea on Tuesday. South Korea condemned the launch.",
    },
    {
        "id": "two",
        "outlet": "Gulf Ledger",
        "date": "2019-09-11",
        "text": "Iran seized a tanker in the Gulf of Oman. The United States demanded its release by 1 October.",
    },
]


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cli")
    lines = "\n".join(json.dumps(article) for article in ARTICLES)
    (folder / "articles.jsonl").write_text(lines, "utf-8")
    done = run("read", folder / "articles.jsonl", "--record", folder / "r.duckdb")
    assert done.exit_code == 0, done.output
    assert "2 read" in done.output
    yield folder


def test_reading_twice_reads_nothing(folder: Path) -> None:
    done = run("read", folder / "articles.jsonl", "--record", folder / "r.duckdb")
    assert done.exit_code == 0
    assert "0 read, 2 known already" in done.output


def test_read_json_prints_and_stores_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    done = run("read", "--json", "articles.jsonl")
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["one", "two"]
    assert not (folder / "detente.duckdb").exists()


@pytest.mark.parametrize("kind", ["events", "statements", "positions", "actors", "documents"])
@pytest.mark.parametrize("shape", ["table", "csv", "json", "jsonl"])
def test_lists(folder: Path, kind: str, shape: str) -> None:
    done = run(kind, "--record", folder / "r.duckdb", "--format", shape)
    assert done.exit_code == 0, done.output
    if shape == "json":
        assert isinstance(json.loads(done.stdout), list)
    if shape == "jsonl":
        assert all(json.loads(line) for line in done.stdout.splitlines())


def test_filters(folder: Path) -> None:
    def types(*given: str) -> set[str]:
        done = run("events", "--record", folder / "r.duckdb", "--json", *given)
        assert done.exit_code == 0, done.output
        return {json.loads(line)["type"] for line in done.stdout.splitlines()}

    assert "MOBILIZE" in types("--actor", "North Korea")
    assert "MOBILIZE" in types("--actor", "PRK")
    assert "MOBILIZE" not in types("--actor", "Iran")
    assert types("--type", "COERCE") <= {"COERCE"}
    assert "MOBILIZE" not in types("--outlet", "Gulf")
    assert types("--since", "2030-01-01") == set()


def test_brief_cites_and_why_shows_the_words(folder: Path) -> None:
    done = run("brief", "--record", folder / "r.duckdb")
    assert done.exit_code == 0, done.output
    assert "[1]" in done.stdout and "Harbour Times" in done.stdout
    first = json.loads(run("events", "--record", folder / "r.duckdb", "--json").stdout.splitlines()[0])
    told = run("why", first["id"][:10], "--record", folder / "r.duckdb")
    assert told.exit_code == 0
    text = next(each["text"] for each in ARTICLES if each["id"] == first["doc"])
    assert text[slice(*first["trigger"])] in told.stdout


def test_brief_formats_and_files(folder: Path, tmp_path: Path) -> None:
    html = run("brief", "--record", folder / "r.duckdb", "--format", "html", "--out", tmp_path / "b.html")
    assert html.exit_code == 0, html.output
    assert (tmp_path / "b.html").read_text("utf-8").lower().startswith("<!doctype html")
    assert run("brief", "--record", folder / "r.duckdb", "--format", "md").stdout.startswith("# ")
    assert run("brief", "--record", folder / "r.duckdb", "--out", tmp_path / "no" / "b.txt").exit_code == 2


def test_brief_of_files_is_about_them_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("The Kremlin expelled two British diplomats on Monday.\n", "utf-8")
    record = tmp_path / "all.duckdb"
    run("read", folder / "articles.jsonl", "--record", record)
    done = run("brief", tmp_path / "c.txt", "--published", "2019-05-07", "--record", record)
    assert done.exit_code == 0, done.output
    assert "British" in done.stdout and "missiles" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("read",), 2, "INPUT"),
        (("read", "nowhere.txt", "--json"), 1, "nowhere.txt"),
        (("events", "--record", "nowhere.duckdb"), 1, "nowhere.duckdb"),
        (("events", "--since", "tomorrow"), 2, "is no day"),
        (("why", "zz", "--record", "nowhere.duckdb"), 1, "nowhere.duckdb"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_wrong_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == code, done.output
    assert says in done.output
    assert "Traceback" not in done.output


def test_unknown_and_ambiguous_ids(folder: Path) -> None:
    assert run("why", "ffffffffffffffffffff", "--record", folder / "r.duckdb").exit_code == 1


def test_one_bad_input_does_not_stop_the_rest(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02")
    done = run("read", tmp_path / "bad.txt", folder / "articles.jsonl", "--record", tmp_path / "r.duckdb")
    assert done.exit_code == 1
    assert "2 read" in done.output and "1 failed" in done.output and "bad.txt" in done.output


def test_stopped_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("detente.reading.Reader.read", stop)
    (tmp_path / "one.txt").write_text("Iran seized a tanker in the Gulf of Oman on Monday.\n", "utf-8")
    done = run("read", tmp_path / "one.txt", "--record", tmp_path / "r.duckdb")
    assert done.exit_code == 1
    assert "the same command does the rest" in done.output and "Traceback" not in done.output


def test_standard_input(tmp_path: Path) -> None:
    done = run(
        "read", "--json", "-", "--published", "2019-09-10", stdin="Russia expelled two diplomats on Monday."
    )
    assert done.exit_code == 0
    assert json.loads(done.stdout)["doc"]


def test_demo(tmp_path: Path) -> None:
    done = run("demo", "--record", tmp_path / "demo.duckdb")
    assert done.exit_code == 0, done.output
    assert "12 read" in done.output and "[1]" in done.output
    assert len([line for line in done.stdout.split("\nSources")[0].splitlines() if line]) <= 40


def test_module_version_and_completion() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "detente", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("detente ")
    assert "detente" in run("completion", "bash").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_of_a_command_what_it_says_itself(name: str) -> None:
    command = loaded(name)
    assert command.name == name
    assert COMMANDS[name][1] == command.get_short_help_str(1000)
    for limit in (20, 45, 68, 88):
        assert listed(name).get_short_help_str(limit) == command.get_short_help_str(limit)


def test_the_table_has_every_command() -> None:
    modules = [import_module(f"detente.cli.{each.name}") for each in iter_modules(cli.__path__)]
    found = [each for module in modules for each in vars(module).values() if isinstance(each, click.Command)]
    assert sorted(str(each.name) for each in found) == list(COMMANDS)


def test_help_loads_no_command() -> None:
    code = "import sys; from detente.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *helped, modules = done.stdout.splitlines()
    assert [line.split()[0] for line in helped[helped.index("Commands:") + 1 :]] == list(COMMANDS)
    rooms = {f"detente.cli.{module}" for module, _ in COMMANDS.values()}
    assert not rooms & set(modules.split())


@pytest.mark.parametrize(
    ("before", "begun", "offered"),
    [([], "h", "happenings"), (["ledger"], "--du", "--due-before"), (["completion"], "f", "fish")],
)
def test_a_shell_completes_commands_and_what_they_take(before: list[str], begun: str, offered: str) -> None:
    completed = BashComplete(main, {}, "detente", "_DETENTE_COMPLETE").get_completions(before, begun)
    assert [each.value for each in completed] == [offered]


def test_a_command_misspelt_is_guessed() -> None:
    assert "Did you mean 'events'" in run("evnts").stderr
