"""Getting hold of the file, and saying plainly why not."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import RecordError

from . import schema

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MAGIC = slice(8, 12)
"""Where a DuckDB file says `DUCK` (duckdb.org, "Storage": after the checksum of the first block)."""

_OTHER = "name another file with --record"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB would else fetch an extension from the network, for a file of SQLite for one."""


def connect(path: Path, *, write: bool) -> "DuckDBPyConnection":
    """An open record of this version. Raises RecordError."""
    with os_said(path):
        _refuse_unnameable(path)
        if not path.exists():
            if not write:
                raise RecordError(
                    str(path), "no such file", "make it with detente read, or name it with --record"
                )
            _create(path)
        _refuse_strange(path)
    with duckdb_said(path):
        connection = _connect(path, write)
    try:
        _check_version(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def duckdb_said(path: Path) -> Iterator[None]:
    """Turns what DuckDB complains of into a RecordError."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise _record_error(path, str(error)) from error


@contextmanager
def os_said(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise RecordError(str(path), "no permission", "change the file's rights, or " + _OTHER) from error
    except OSError as error:
        raise RecordError(str(path), error.strerror or str(error), _OTHER) from error


def _connect(path: Path, write: bool) -> "DuckDBPyConnection":
    import duckdb

    # Absolute, for DuckDB takes what stands before a colon for the name of a service.
    return duckdb.connect(str(path.absolute()), read_only=not write, config=_OFFLINE)


def _create(path: Path) -> None:
    """The file appears whole or not at all: killed on the way, nothing stands at `path`."""
    if not path.parent.is_dir():
        raise RecordError(str(path), f"there is no folder {path.parent}", "make it, or " + _OTHER)
    if _log(path).exists():
        raise RecordError(
            str(path), f"it is gone but {_log(path).name} is there", "put it back, or remove that one"
        )
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        with duckdb_said(path):
            connection = _connect(draft, write=True)
            try:
                connection.execute("BEGIN")
                for statement in schema.statements():
                    connection.execute(statement)
                made = datetime.now(UTC).replace(tzinfo=None)
                connection.execute("INSERT INTO meta VALUES (?, ?)", [schema.VERSION, made])
                connection.execute("COMMIT")
            finally:
                connection.close()
        _publish(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _publish(draft: Path, path: Path) -> None:
    """Unlike a renaming, a link never takes the place of a record that another process made meanwhile."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        draft.rename(path)


def _refuse_unnameable(path: Path) -> None:
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise RecordError(ascii(str(path)), "its name is no text", _OTHER) from error


def _refuse_strange(path: Path) -> None:
    if path.is_dir():
        raise RecordError(str(path), "is a folder", "name a file in it with --record")
    with path.open("rb") as file:
        head = file.read(MAGIC.stop)
    if head[MAGIC] != b"DUCK":
        raise RecordError(
            str(path), "is not a DuckDB file" if head else "is empty", "remove it, or " + _OTHER
        )


def _check_version(path: Path, connection: "DuckDBPyConnection") -> None:
    import duckdb

    try:
        row = connection.execute("SELECT max(schema) FROM meta").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise RecordError(str(path), "is a DuckDB file, but no record of detente", _OTHER) from error
    version = row[0] if row else None
    if version is None:
        raise RecordError(str(path), "is a DuckDB file, but no record of detente", _OTHER)
    if version > schema.VERSION:
        found = f"it was written by a newer detente (its form is {version}, this one knows {schema.VERSION})"
        raise RecordError(str(path), found, "bring detente up to date")


def _record_error(path: Path, said: str) -> RecordError:
    thing, first = str(path), said.partition("\n")[0][:300]
    if "Could not set lock" in said or "different configuration than existing" in said:
        holder = re.search(r"PID (\d+)", said)
        found = f"another process holds it ({holder[0]})" if holder else "this process holds it already"
        return RecordError(thing, found, "wait until it is done, or " + _OTHER)
    if "Permission denied" in said or "Read-only file system" in said:
        return RecordError(thing, "no permission", "change the file's rights, or " + _OTHER)
    if "version number" in said:
        return RecordError(thing, "it was written by a newer DuckDB", "bring detente and duckdb up to date")
    return RecordError(thing, first, "bring back a copy, or " + _OTHER)


def _log(path: Path) -> Path:
    """What is written but not yet in the file itself; DuckDB takes it in when it opens the file."""
    return path.with_name(path.name + ".wal")
