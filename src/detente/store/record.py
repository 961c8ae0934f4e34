"""The record in one DuckDB file."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from detente.errors import RecordError
from detente.records import Document, EventReport, Failed, Position, Reading, Ruling, Skipped, Statement

from . import opening, rows, schema, views
from .ports import EVERYTHING, ActorRow, Entry, Filter, Run, Tally, Trail

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Record:
    """A View and a Writer over one file. `with Record.open(path) as record: ...`

    Every method raises RecordError where the file fails.
    """

    def __init__(self, path: Path, connection: "DuckDBPyConnection") -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Self:
        """Opens the file, and makes it where it is absent and `write` is set. One process may write, or
        several may read, at a time. A writer that was killed leaves a log beside the file; the next
        opening takes it in.

        Raises RecordError: not a record, of a newer detente, a folder, absent, held by another process,
        no permission.
        """
        return cls(path, opening.connect(path, write=write))

    def close(self) -> None:
        with opening.duckdb_said(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def start(self, model: str, arguments: Sequence[str]) -> Run:
        """Notes that a run begins. A run that never comes to its `end` was killed."""
        with self._transaction():
            number = self._all("SELECT coalesce(max(id), 0) + 1 FROM runs")[0][0]
            run = Run(number, datetime.now(UTC), model, version("detente"), tuple(arguments))
            said = rows.legible(json.dumps(run.arguments, ensure_ascii=False))
            self._insert("runs", [(run.id, _stored(run.started), model, run.version, said)])
        return run

    def end(self, run: Run, tally: Tally) -> None:
        with self._transaction():
            counts = (tally.read, tally.known, tally.skipped, tally.failed)
            self._insert("ends", [(run.id, _now(), *counts)])

    def known(self, documents: Iterable[str], model: str) -> set[str]:
        """Those of the ids whose current Reading is by that model: reading them again gains nothing."""
        found = self._all(
            "SELECT document FROM readings JOIN runs ON runs.id = readings.run WHERE document IN "
            "(SELECT unnest(?::VARCHAR[])) GROUP BY document HAVING arg_max(runs.model, runs.id) = ?",
            [list(documents), model],
        )
        return {document for (document,) in found}

    def add(self, run: Run, entries: Iterable[Entry]) -> None:
        """Records all of the entries, or, when it fails or is killed, none. A document that is there
        already, and one met in the same way before, stay as they are."""
        entries, now = list(entries), _now()
        met = [entry for entry in entries if isinstance(entry, tuple)]
        read = [(document, reading) for document, reading in met if reading]
        outcomes = [entry for entry in entries if isinstance(entry, Skipped | Failed)]
        with self._transaction():
            self._insert("documents", [rows.document_row(document, now) for document, _ in met])
            self._insert("sightings", [rows.sighting_row(document, run, now) for document, _ in met])
            self._insert("readings", [rows.reading_row(reading, run, now) for _, reading in read])
            self._insert("found", [row for pair in read for row in rows.found_rows(*pair, run)])
            self._insert("parties", [row for _, reading in read for row in rows.party_rows(reading, run)])
            self._insert("outcomes", [rows.outcome_row(outcome, run, now) for outcome in outcomes])

    def rule(self, what: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Keeps what a person said of pairs of reports, `join` or `split`; nothing of earlier rulings is lost."""
        with self._transaction():
            self._connection.execute(schema.late("rulings"))
            first = self._all("SELECT coalesce(max(number), 0) + 1 FROM rulings")[0][0]
            now = _now()
            ruled = [(first + at, what, one, other, now) for at, (one, other) in enumerate(pairs)]
            self._insert("rulings", ruled)

    # Looking

    def documents(self, filter: Filter = EVERYTHING) -> Iterator[Document]:
        return views.documents(self._all, filter)

    def readings(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Reading]]:
        return views.readings(self._all, filter)

    def events(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, EventReport]]:
        return views.found(self._all, filter, EventReport)

    def statements(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Statement]]:
        return views.found(self._all, filter, Statement)

    def positions(self, filter: Filter = EVERYTHING) -> Iterator[tuple[Document, Position]]:
        return views.found(self._all, filter, Position)

    def actors(self, filter: Filter = EVERYTHING) -> Iterator[ActorRow]:
        """The most mentioned first; `limit` keeps those."""
        return views.actors(self._all, filter)

    def find(self, prefix: str) -> Trail:
        """What an id, the beginning of one, or an id that a document came with, stands for. The current
        Reading is asked first, then older ones. Raises NotFoundError; CallError where it may be several."""
        return views.find(self._all, prefix)

    def rulings(self, as_of: date | None = None) -> list[Ruling]:
        """What persons ruled, in that order; with `as_of`, up to that day."""
        if not self._all("SELECT 1 FROM information_schema.tables WHERE table_name = 'rulings'"):
            return []
        until = "coalesce(recorded::DATE <= ?, true)"
        query = f"SELECT number, what, one, other FROM rulings WHERE {until} ORDER BY number"
        return [Ruling(*row) for row in self._all(query, [as_of])]

    def runs(self) -> list[Run]:
        """The run log, oldest first."""
        return views.runs(self._all)

    def outcomes(self, run: int) -> list[Skipped | Failed]:
        """What a run did not read, in the order it came."""
        return views.outcomes(self._all, run)

    def digest(self) -> str:
        """SHA-256 (hex) over what the views show, whatever the runs and times: two records that say the
        same have the same. What failed or was skipped, and where a document was met, is not in it."""
        total = hashlib.sha256()
        for part in views.contents(self._all):
            total.update(json.dumps(part, ensure_ascii=False).encode())
        return total.hexdigest()

    # With the driver

    def _all(self, query: str, parameters: list[object] | None = None, /) -> list[Any]:
        asked = [rows.legible(each) if isinstance(each, str) else each for each in parameters or ()]
        with opening.duckdb_said(self.path):
            return self._connection.execute(query, asked).fetchall()

    def _insert(self, table: str, filled: Sequence[rows.Row]) -> None:
        if filled:
            self._connection.execute(
                schema.insert(table), [list(column) for column in zip(*filled, strict=True)]
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with opening.duckdb_said(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            except BaseException:
                with (
                    suppress(RecordError),
                    opening.duckdb_said(self.path),
                ):  # the first error is the one to tell
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _now() -> datetime:
    return _stored(datetime.now(UTC))


def _stored(time: datetime) -> datetime:
    """UTC without saying so, as the tables keep it."""
    return time.astimezone(UTC).replace(tzinfo=None)
