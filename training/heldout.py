"""Reads the held-out articles of the corpus (or a whole set) and holds the readings against the hand-made ones:
`python -m training.heldout --data ../shared [--set dev] [--out folder]`. Prints what `corpus/score` prints.

`train` is the tenth of the corpus that is never learnt from, `ours` the tenth of `training/readings`.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from detente.ingest import Options, documents
from detente.reading import Reader
from detente.records import Document, to_json

from . import readings
from .corpus import held_out, load

Json = dict[str, Any]
SETS = ("train", "ours", "dev", "seeds")


def articles(data: Path, name: str) -> Iterator[tuple[Json, Document]]:
    """The hand-made readings of a set with their articles, as far as these were read."""
    corpus = data / "corpus"
    if name == "ours":
        pairs = readings.load(data)
    else:
        pairs = load(corpus / f"{name}.articles.jsonl", corpus / f"{name}.gold.jsonl")
    golds, lines = {}, []
    for article, gold in pairs:
        if name in ("train", "ours") and not held_out(gold["doc"]):
            continue
        if name == "ours":  # of long articles the beginning was read
            article["text"] = article["text"][: article["sentences"][-1][1]]
        golds[gold["doc"]] = gold
        lines.append(json.dumps(article))
    for document in documents(["-"], Options(stdin=io.BytesIO("\n".join(lines).encode()))):
        assert isinstance(document, Document), document
        yield golds[document.given], document


def read_set(data: Path, name: str, out: Path | None = None) -> tuple[Path, Path]:
    """The gold and the system's readings of a set, as files for `score`."""
    folder = out or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    gold, system = folder / "gold.jsonl", folder / "system.jsonl"
    reader = Reader(threads=2)
    with gold.open("w", encoding="utf-8") as golds, system.open("w", encoding="utf-8") as written:
        for reading, document in articles(data, name):
            golds.write(json.dumps(reading, ensure_ascii=False) + "\n")
            written.write(json.dumps(to_json(reader.read(document)), ensure_ascii=False) + "\n")
    return gold, system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    parser.add_argument("--set", choices=SETS, default="train")
    parser.add_argument("--out", type=Path, help="keep the readings here")
    given = parser.parse_args()
    gold, system = read_set(given.data, given.set, given.out)
    subprocess.run([sys.executable, str(given.data / "corpus" / "score"), str(gold), str(system)], check=True)


if __name__ == "__main__":
    main()
