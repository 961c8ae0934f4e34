"""Quality on the dev readings: floors that only rise, tied to the data they were measured on."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.ingest import Options, documents
from detente.reading import Reader
from detente.records import Document, to_json

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of hand-made readings is not beside the checkout")
def test_scores_on_dev_are_above_their_floors(tmp_path: Path) -> None:
    gold = CORPUS / "dev.gold.jsonl"
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()
    assert digest == FLOORS["dev.gold.jsonl"], "other data: measure anew and set the floors with the digest"
    reader = Reader(threads=2)
    system = tmp_path / "system.jsonl"
    with system.open("w", encoding="utf-8") as out:
        for item in documents([str(CORPUS / "dev.articles.jsonl")], Options()):
            assert isinstance(item, Document)
            out.write(json.dumps(to_json(reader.read(item))) + "\n")
    command = [sys.executable, str(CORPUS / "score"), str(gold), str(system), "--json"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    scores = {
        "reading": found["reading"],
        **{name: row["f1"] for name, row in found["found"].items()},
        **{name: row["right"] for name, row in found["right"].items()},
        **{name: row["f1"] for name, row in found["parts"].items()},
    }
    fallen = {name: (scores[name], floor) for name, floor in FLOORS["floors"].items() if scores[name] < floor}
    assert not fallen, f"(measured, floor): {fallen}"
