"""Files and folders on the disk: which are read, how they are opened, how much of them."""

import gzip
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from detente.errors import InputError
from detente.records import Failed, Skipped

from .oneline import failed, skipped

MAX_FILE = 50_000_000
"""Bytes of a file that is read whole (JSON Lines are read line by line and may be longer)."""

KINDS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
}
"""What a name says of the content."""


def kind_of(name: str) -> str:
    """`text`, `page`, `lines`, `json`, or `""` where the name does not say; a `.gz` is looked through."""
    path = Path(name.lower())
    return KINDS.get(Path(path.stem).suffix if path.suffix == ".gz" else path.suffix, "")


@contextmanager
def opened(path: Path, thing: str) -> Iterator[BinaryIO]:
    """The bytes of a file, a `.gz` unpacked on the way. Whatever goes wrong, also while it is read, is an
    InputError."""
    with explained(thing):
        try:
            file = path.open("rb")
        except ValueError:  # a NUL or half a character in the name
            raise InputError(thing, "no file can have this name") from None
        with file:
            yield unpacked(file) if path.suffix.lower() == ".gz" else file


def unpacked(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb"))


@contextmanager
def explained(thing: str) -> Iterator[None]:
    """What the system or the gzip reader says, as an InputError."""
    try:
        yield
    except FileNotFoundError:
        raise InputError(thing, "there is no such file", "check the name") from None
    except EOFError:
        raise InputError(thing, "the gzip file breaks off", "get it again") from None
    except (zlib.error, gzip.BadGzipFile):
        raise InputError(thing, "no gzip file, or a broken one", "get it again") from None
    except OSError as error:
        raise InputError(thing, (error.strerror or "it cannot be opened").lower()) from None


def whole(stream: BinaryIO, thing: str) -> bytes:
    """All bytes. Raises InputError when there are none or more than MAX_FILE."""
    data = stream.read(MAX_FILE + 1)
    if not data:
        raise InputError(thing, "it is empty")
    if len(data) > MAX_FILE:
        raise InputError(thing, f"more than {MAX_FILE:,} bytes", "split it, or give it as JSON Lines")
    return data


def files_in(folder: Path) -> Iterator[Path | Skipped | Failed]:
    """What a folder holds, all the way down, sorted by name, hidden files left out. Files whose name does not
    say that they are text are skipped, and so is a folder that a link leads back to."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    nothing = True
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode) and (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += sorted((each for each in path.iterdir() if each.name[0] != "."), reverse=True)
                continue
        except OSError as error:
            yield failed(InputError(str(path), (error.strerror or "it cannot be opened").lower()))
            continue
        if reason := _why_not(path, status.st_mode):
            yield skipped(str(path), reason)
        else:
            nothing = False
            yield path
    if nothing:
        todo = f"it reads {', '.join(KINDS)}"
        yield failed(InputError(str(folder), "the folder holds nothing that can be read", todo))


def _why_not(path: Path, mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder that was walked already: a link leads back to it"
    if not stat.S_ISREG(mode):
        return "not a regular file"
    return "" if kind_of(path.name) else "its name does not say that it is text; give it by name to read it"
