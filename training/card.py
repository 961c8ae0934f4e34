"""The model card: what the model is, what it learnt from, what it scores."""

import json
import subprocess
import sys
from pathlib import Path
from string import Template
from typing import Any

import torch

from detente.reading.model import Model

from . import confidence, readings
from .batches import MOST
from .evaluate import report
from .heldout import read_set
from .train import STAGES

CARD = Template("""\
# Model card: $name

One encoder, several heads, one int8 ONNX file ($size MB), run by onnxruntime on one core.

- **Encoder**: all-MiniLM-L6-v2 (6 layers, 384 wide, 22 M parameters, Apache-2.0), with a letter-case and quotation
  embedding added; all layers trained further, the word table kept.
- **Mixer**: two more layers over the word vectors, for the reading graph alone.
- **Heads**: sentence ends, UPOS, UD tree (deep biaffine), entities; triggers with type, mode and status; contents of
  statements and positions; arcs to the first and last word of each argument; links between mentions, from mentions
  to names of their country, from triggers to names of the countries of both sides; sectors.
- **Language**: English. **Domain**: news on international affairs.
- **Recipe**: $epochs (the heads faster; see `STAGES` in `train.py`), seed $seed, AdamW, windows of up to
  $window words, the mean of the last steps' weights kept, $minutes minutes of training on two cores.

## Learnt from

| data | licence | for |
|---|---|---|
| UD English-EWT 2025-05, train | CC BY-SA 4.0 | sentence ends, UPOS, trees |
| UD English-GUM 2025-05, open genres, train | CC BY 4.0 (annotations) | the same, and entities |
| WikiGold, WNUT-17 train | CC BY 4.0 | entities |
| re3d (without the BBC) | open government licences | entities |
| 495 news articles read by hand, nine in ten | readings our own; texts not shipped | the reading graph |
| $ours more, read for detente (`training/readings`), nine in ten | the same | the same |

Nothing was learnt from the test and dev parts of any of these, from the dev articles, or from one in ten of the
hand-read articles, which are held out by a digest of their id.

## Scores of the shipped file

Trees with gold words and sentences; `word_F1` and `sentence_F1` from plain text; entities strict, in percent.

$trees

Readings held against hand-made ones by `corpus/score` (events: type, and every source and recipient country;
statements: content and speaker; positions: kind, holder's country, content):

$readings

## How far its scores keep their word

`score` on a record is the chance that it is right, as counted above. Each row is a tenth of the records of the
held-out articles, by score; the weights that judged them were fitted on other articles
(`python -m training.confidence`).

$reliability

## Not for

Texts in other languages or of other kinds; deciding anything about a person; claims that the cited words do not
make. It misses much and is sometimes wrong: every record leads to the words, so look.
""")


def _table(rows: dict[str, dict[str, Any]], first: str) -> str:
    columns = list(dict.fromkeys(key for row in rows.values() for key in row))
    lines = [f"| {first} | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, row in rows.items():
        lines.append(f"| {name} | " + " | ".join(str(row.get(key, "")) for key in columns) + " |")
    return "\n".join(lines)


def _readings(data: Path) -> dict[str, dict[str, Any]]:
    rows = {}
    sets = {"train": "held-out tenth of train", "ours": "held-out tenth of our readings", "dev": "dev"}
    for name, called in sets.items():
        gold, system = read_set(data, name)
        score = [sys.executable, str(data / "corpus" / "score"), str(gold), str(system), "--json"]
        found = json.loads(subprocess.run(score, check=True, capture_output=True, text=True).stdout)
        rows[called] = {"articles": found["articles"], "reading": found["reading"]}
        rows[called] |= {key: value["f1"] for key, value in found["found"].items()}
        rows[called] |= {key: found["right"][key]["right"] for key in ("mode", "status", "sector", "speaker")}
        rows[called] |= {key: found["parts"][key]["f1"] for key in ("time", "place", "qty", "says")}
    return rows


def _reliability(data: Path) -> str:
    rows = {}
    for family, (bins, error) in confidence.reliability(data).items():
        said = ", ".join(f"{mean:.2f} → {share:.2f}" for _, mean, share in bins)
        rows[family] = {
            "records": sum(count for count, *_ in bins),
            "error": f"{error:.3f}",
            "said → right": said,
        }
    return _table(rows, "family")


def write_card(data: Path, checkpoint: Path, seed: int, out: Path) -> None:
    model = Model(threads=2)
    spent = torch.load(checkpoint, weights_only=True, map_location="cpu")["spent"]
    size = (Path("src/detente/reading") / "model.onnx").stat().st_size / 1e6
    text = CARD.substitute(
        name=model.name,
        size=round(size),
        epochs=" and then ".join(f"{stage.epochs} epochs at {stage.rate}" for stage in STAGES),
        seed=seed,
        minutes=round(spent / 60),
        trees=_table(report(model, data), "data"),
        readings=_table(_readings(data), "articles"),
        ours=sum(1 for _ in readings.load(data)),
        window=MOST,
        reliability=_reliability(data),
    )
    out.write_text(text, "utf-8")
