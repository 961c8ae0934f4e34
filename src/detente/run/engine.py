"""One input after the other: met, read, recorded. Every input leaves as an Outcome.

Killed at any moment, what was committed stands, the rest is not there, and the same call does the rest.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from detente.errors import ModelError
from detente.ingest import Options, documents
from detente.records import Document, Failed, Reading, Skipped, short
from detente.store import Entry, Run, Tally, Writer

CHUNK = 16
"""Inputs that are looked up in the record, and committed, together."""

SECONDS = 1.0
"""After this long, what is read is committed although the chunk is not done, and a chunk that waits for
slow inputs is begun although it is not full: a kill loses little more than this."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document whose current Reading is by this model already. It is not read again."""

    document: Document


Item = Document | Skipped | Failed
"""What ingest makes of an input."""

Outcome = tuple[Document, Reading] | Known | Skipped | Failed
"""What becomes of it."""


class Reads(Protocol):
    """What reads one document. `name` is the model's: it must change with whatever changes a Reading."""

    @property
    def name(self) -> str: ...
    def read(self, document: Document) -> Reading: ...


class Told(Protocol):
    """Told after each input."""

    def __call__(self, outcome: Outcome, tally: Tally) -> None: ...


def read_all(
    inputs: Sequence[str],
    options: Options,
    reader: Reads,
    record: Writer | None = None,
    progress: Told | None = None,
) -> Tally:
    """Reads files, folders, URLs and `-` into the record. What fails is in the tally and in the record's run
    log, not raised. Raises ModelError, RecordError, and CallError where the call itself is wrong."""
    tally = Tally()
    for outcome in read_each(documents(inputs, options), reader, record, inputs):
        tally = counted(tally, outcome)
        if progress:
            progress(outcome, tally)
    return tally


def read_each(
    items: Iterable[Item],
    reader: Reads,
    record: Writer | None = None,
    arguments: Sequence[str] = (),
) -> Iterator[Outcome]:
    """What comes of each item, in order; with a record, it is recorded too, at the latest when the iterator
    ends or is closed. Without one every document is read, also the second time. `arguments` are for the run
    log. Raises ModelError, RecordError."""
    if record is None:
        return (_outcome(item, reader) for item in items)
    return _recorded(items, reader, record, arguments)


def counted(tally: Tally, outcome: Outcome) -> Tally:
    """The tally with one more."""
    match outcome:
        case Known():
            return replace(tally, known=tally.known + 1)
        case Skipped():
            return replace(tally, skipped=tally.skipped + 1)
        case Failed():
            return replace(tally, failed=tally.failed + 1)
        case _:
            return replace(tally, read=tally.read + 1)


def _recorded(
    items: Iterable[Item], reader: Reads, record: Writer, arguments: Sequence[str]
) -> Iterator[Outcome]:
    run, tally = record.start(reader.name, arguments), Tally()
    pending = _Pending(record, run)
    try:
        for chunk in _chunks(items):
            known = record.known([item.id for item in chunk if isinstance(item, Document)], run.model)
            for item in chunk:
                outcome = _outcome(item, reader, known)
                if isinstance(outcome, tuple):
                    known.add(outcome[0].id)
                pending.add((outcome.document, None) if isinstance(outcome, Known) else outcome)
                tally = counted(tally, outcome)
                yield outcome
            pending.commit()
    finally:  # also when the caller stops early, or the user does
        pending.commit()
    record.end(run, tally)


class _Pending:
    """What is read and not committed yet."""

    def __init__(self, record: Writer, run: Run) -> None:
        self._record, self._run = record, run
        self._entries: list[Entry] = []
        self._since = time.monotonic()

    def add(self, entry: Entry) -> None:
        self._entries.append(entry)
        if time.monotonic() - self._since > SECONDS:
            self.commit()

    def commit(self) -> None:
        entries, self._entries = self._entries, []
        if entries:
            self._record.add(self._run, entries)
        self._since = time.monotonic()


def _outcome(item: Item, reader: Reads, known: Collection[str] = ()) -> Outcome:
    if not isinstance(item, Document):
        return item
    if item.id in known:
        return Known(item)
    try:
        _refuse_surrogates(item)
        return item, reader.read(item)
    except ModelError:  # it would fail on every other document, too
        raise
    except Exception as error:
        thing = item.given or item.origin or short(item.id)
        return Failed(thing, "reading", _one_line(f"{type(error).__name__}: {error}"))


def _refuse_surrogates(document: Document) -> None:
    """No file can hold them, and one document must not take its batch along."""
    shown = (
        document.text,
        document.outlet.name,
        document.url,
        document.title,
        document.byline,
        document.given,
    )
    "".join(shown).encode()


def _one_line(reason: str) -> str:
    line = "".join(character if character.isprintable() else " " for character in reason[:1000])
    return " ".join(line.split())[:300]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    begun = time.monotonic()
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK or time.monotonic() - begun > SECONDS:
            yield chunk
            chunk, begun = [], time.monotonic()
    if chunk:
        yield chunk
