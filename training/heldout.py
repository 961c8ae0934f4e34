"""Reads the held-out articles of the corpus (or a whole set) and holds the readings against the hand-made ones:
`python -m training.heldout --data ../shared [--set dev] [--out folder]`. Prints what `corpus/score` prints.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from detente.ingest import Options, documents
from detente.reading import Reader
from detente.records import Document, to_json

from .corpus import held_out


def read_set(data: Path, name: str, out: Path | None = None) -> tuple[Path, Path]:
    """The gold and the system's readings of a set, as files for `score`."""
    corpus = data / "corpus"
    folder = out or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    gold, system = folder / "gold.jsonl", folder / "system.jsonl"
    lines = (corpus / f"{name}.gold.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if name != "train" or held_out(json.loads(line)["doc"])]
    gold.write_text("\n".join(kept) + "\n", "utf-8")
    wanted = {json.loads(line)["doc"] for line in kept}
    reader = Reader(threads=2)
    with system.open("w", encoding="utf-8") as written:
        for item in documents([str(corpus / f"{name}.articles.jsonl")], Options()):
            if isinstance(item, Document) and item.given in wanted:
                written.write(json.dumps(to_json(reader.read(item)), ensure_ascii=False) + "\n")
    return gold, system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    parser.add_argument("--set", choices=("train", "dev", "seeds"), default="train")
    parser.add_argument("--out", type=Path, help="keep the readings here")
    given = parser.parse_args()
    gold, system = read_set(given.data, given.set, given.out)
    subprocess.run([sys.executable, str(given.data / "corpus" / "score"), str(gold), str(system)], check=True)


if __name__ == "__main__":
    main()
