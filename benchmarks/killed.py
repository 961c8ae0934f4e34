"""How much a kill costs: reads articles into a record, killed with SIGKILL again and again, and compares the
record with that of an undisturbed run.

    python benchmarks/killed.py ARTICLES.jsonl[.gz] [--count 200] [--kills 20] [--seed 1]

Each life of the reader starts the same command again. One in four is killed while it starts (the driver, the
model, the log of the life before), the others while they read. `--fake SECONDS` puts a reader in the model's
place that takes so long for each article.
"""

import argparse
import gzip
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from detente.ingest import Options
from detente.records import Document, Reading
from detente.run import read_all
from detente.store import Record


@dataclass(frozen=True)
class Figures:
    """`whole` is the seconds of an undisturbed run, `recorded` the documents there after each kill."""

    articles: int
    whole: float
    kills: int
    recorded: list[int]
    equal: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fake", type=float, metavar="SECONDS")
    parser.add_argument("--child", type=Path, metavar="RECORD", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        return _read_with_a_fake(asked.articles, asked.child, asked.fake)
    with tempfile.TemporaryDirectory() as folder:
        part = _first(asked.articles, asked.count, Path(folder) / "part.jsonl")
        figures = measure(part, Path(folder), asked.kills, asked.seed, asked.fake)
    print(f"articles           {figures.articles}")
    print(f"undisturbed        {figures.whole:.1f} s")
    print(f"killed             {figures.kills} times; opened again each time")
    print(f"recorded by then   {' '.join(map(str, figures.recorded))}")
    print(f"record at the end  {'equal' if figures.equal else 'DIFFERENT'}")
    return 0 if figures.equal and figures.kills == asked.kills else 1


def measure(part: Path, folder: Path, kills: int, seed: int, fake: float | None = None) -> Figures:
    """Two records of the articles in `part`, one undisturbed, one killed so many times."""
    undisturbed, disturbed = folder / "undisturbed.duckdb", folder / "disturbed.duckdb"
    nothing = folder / "nothing.jsonl"
    nothing.write_bytes(b"")
    start = _life(nothing, folder / "nothing.duckdb", fake)
    whole = _life(part, undisturbed, fake)
    articles, dice = _documents(undisturbed), random.Random(seed)
    recorded: list[int] = []
    while len(recorded) < kills:
        if len(recorded) % 4 == 1:
            last = dice.uniform(0, start)
        else:  # so that the kills are spread over what is left to do
            left = (whole - start) * (1 - _documents(disturbed) / articles)
            last = start + dice.uniform(0, 2 * max(left, 0.1) / (kills - len(recorded) + 1))
        if _life(part, disturbed, fake, last) < last:
            break  # done before its time
        recorded.append(_documents(disturbed))
    _life(part, disturbed, fake)
    equal = _digest(disturbed) == _digest(undisturbed)
    return Figures(articles, whole, len(recorded), recorded, equal)


def _life(articles: Path, record: Path, fake: float | None, last: float | None = None) -> float:
    """Seconds that the command ran. With `last`, it is killed after so long."""
    if fake is None:
        command = ["-m", "detente", "read", "--record", str(record), "--quiet", str(articles)]
    else:
        command = [__file__, str(articles), "--child", str(record), "--fake", str(fake)]
    begun = time.monotonic()
    child = subprocess.Popen([sys.executable, *command])
    try:
        child.wait(last)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
    return time.monotonic() - begun


def _documents(record: Path) -> int:
    if not record.exists():
        return 0
    with Record.open(record, write=False) as opened:
        return sum(1 for _ in opened.documents())


def _digest(record: Path) -> str:
    with Record.open(record, write=False) as opened:
        return opened.digest()


def _first(articles: Path, count: int, part: Path) -> Path:
    with (gzip.open if articles.suffix == ".gz" else open)(articles, "rb") as lines:
        part.write_bytes(b"".join(line for _, line in zip(range(count), lines, strict=False)))
    return part


class _Fake:
    """Reads nothing, in some time."""

    name = "fake"

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def read(self, document: Document) -> Reading:
        time.sleep(self.seconds)
        return Reading(document.id, document.doc, self.name)


def _read_with_a_fake(articles: Path, record: Path, seconds: float) -> int:
    with Record.open(record) as opened:
        read_all([str(articles)], Options(), _Fake(seconds), opened)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
