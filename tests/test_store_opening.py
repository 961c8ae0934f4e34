"""Getting hold of the file: every failure is told in one line, and a killed writer loses nothing that was
committed."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from detente.errors import RecordError
from detente.records import Document, Reading
from detente.store import Record

CHILD = """
import sys, time
from pathlib import Path
from detente.records import Document, Reading
from detente.store import Record
record = Record.open(Path(sys.argv[1]))
run = record.start("m", [])
for n in range(3):
    document = Document(f"Text {n}.")
    record.add(run, [(document, Reading(document.id, document.doc, "m"))])
record._connection.execute("BEGIN")
document = Document("Half.")
record._insert("documents", [(document.id, "", "", None, document.text, None)])
print("ready", flush=True)
time.sleep(60)
"""


def start(path: Path) -> "subprocess.Popen[str]":
    """Another process that has recorded three documents and holds the file, a fourth half done."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout and child.stdout.readline() == "ready\n"
    return child


def kill(child: "subprocess.Popen[str]") -> None:
    child.send_signal(signal.SIGKILL)
    child.communicate()


def refusal(path: Path, *, write: bool = True) -> str:
    with pytest.raises(RecordError) as caught:
        Record.open(path, write=write)
    said = str(caught.value)
    assert said.startswith(f"cannot use the record: {path}: ")
    assert "\n" not in said
    return said


def other_database(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE meta (version INTEGER)")


def sqlite_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    Record.open(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO meta VALUES (99, now()::TIMESTAMP)")


def cut_short(path: Path) -> None:
    Record.open(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (lambda path: path.write_text("Not a database.\n" * 1000), "is not a DuckDB file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.mkdir(), "is a folder"),
        (other_database, "no record of detente"),
        (lambda path: duckdb.connect(str(path)).close(), "no record of detente"),
        (sqlite_file, "is not a DuckDB file"),
        (newer, "newer detente"),
        (cut_short, ""),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, make: Callable[[Path], object], found: str) -> None:
    path = tmp_path / "x.duckdb"
    make(path)
    for write in (True, False):
        assert found in refusal(path, write=write)


def test_an_absent_file_is_made_only_to_write(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    assert "no such file" in refusal(path, write=False)
    assert not path.exists()
    Record.open(path).close()
    assert [each.name for each in tmp_path.iterdir()] == ["x.duckdb"]
    Record.open(path, write=False).close()


def test_an_absent_folder_is_told(tmp_path: Path) -> None:
    assert "there is no folder" in refusal(tmp_path / "no" / "x.duckdb")


def test_a_log_without_its_record_is_not_taken_for_anothers(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    kill(start(path))
    path.unlink()
    assert "x.duckdb.wal" in refusal(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    Record.open(path).close()
    path.chmod(0)
    assert "no permission" in refusal(path)
    path.chmod(0o400)
    assert "no permission" in refusal(path)
    Record.open(path, write=False).close()
    tmp_path.chmod(0o500)
    assert "no permission" in refusal(tmp_path / "y.duckdb")


def test_a_name_like_a_service_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Record.open(Path("postgres:x")).close()
    assert (tmp_path / "postgres:x").exists()


def test_the_holder_is_named_and_what_it_committed_outlives_its_kill(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    child = start(path)
    try:
        for write in (True, False):
            assert f"PID {child.pid}" in refusal(path, write=write)
    finally:
        kill(child)
    assert (tmp_path / "x.duckdb.wal").exists()
    for write in (False, True, False):
        with Record.open(path, write=write) as record:
            assert sorted(each.text for each in record.documents()) == ["Text 0.", "Text 1.", "Text 2."]
            assert record.runs()[0].ended is None


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no text"):
        Record.open(tmp_path / "caf\udce9.duckdb")


def test_this_process_cannot_hold_it_in_two_ways(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    with Record.open(path):
        assert "this process" in refusal(path, write=False)


def test_a_full_disk_is_told_and_nothing_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.open(tmp_path / "x.duckdb") as record:
        run = record.start("m", [])
        document = Document("Text.")
        whole = record._insert

        def fails(table: str, filled: list[tuple[object, ...]]) -> None:
            if table == "readings":
                raise duckdb.IOException("Could not write file: No space left on device")
            whole(table, filled)

        monkeypatch.setattr(record, "_insert", fails)
        with pytest.raises(RecordError, match="No space left"):
            record.add(run, [(document, Reading(document.id, document.doc, "m"))])
        assert list(record.documents()) == []
