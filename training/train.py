"""Trains the network. A checkpoint is written after every epoch; called again it goes on from there."""

import copy
import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import torch

from . import corpus, readings, treebanks
from .batches import MOST, Batch, batches, sample
from .examples import Sentence
from .losses import WEIGHTS, losses
from .network import Network

Documents = list[list[Sentence]]
AVERAGE = 0.997
"""What is kept is a running mean of the weights: each step moves it by 1 - AVERAGE."""


def sources(data: Path) -> dict[str, Documents]:
    """Everything that may be learnt from, by source; the held-out articles of the corpus are not in it."""
    trees, names = data / "data" / "treebank", data / "data" / "entities"
    articles, gold = data / "corpus" / "train.articles.jsonl", data / "corpus" / "train.gold.jsonl"
    return {
        "ewt": list(treebanks.conllu(trees / "ewt-train.conllu")),
        "gum": list(treebanks.conllu(trees / "gum-open-train.conllu", entities=True)),
        "wikigold": list(treebanks.column_entities(names / "wikigold/CONLL-format/data/wikigold.conll.txt")),
        "wnut17": list(treebanks.column_entities(names / "wnut17/CONLL-format/data/train/wnut17train.conll")),
        "re3d": list(treebanks.re3d(names / "re3d")),
        "corpus": [
            corpus.document(article, reading)
            for article, reading in chain(corpus.load(articles, gold), readings.load(data))
            if not corpus.held_out(reading["doc"])
        ],
    }


@dataclass(frozen=True)
class Stage:
    """One run of the learning rate from nothing to its top and down again. `rate` is the encoder's, `heads` the
    heads'; `words` are in a batch; `passes` says how often an epoch goes through a source (1 where unnamed, 0.5:
    half its documents); `weights` replace those of `losses.WEIGHTS`."""

    epochs: int
    rate: float
    heads: float
    words: int
    passes: dict[str, float]
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def mixer(self) -> float:
        """The mixer's rate."""
        return (self.rate * self.heads) ** 0.5


STAGES = (
    Stage(8, 1e-4, 1e-3, 1500, {"ewt": 0.75, "wnut17": 0.5, "corpus": 1.5}),
    Stage(
        4,
        2e-4,
        1e-3,
        1000,
        {"ewt": 0.5, "gum": 2.0, "wikigold": 0.3, "wnut17": 0.2, "re3d": 0.3, "corpus": 1.5},
        {"role": 0.1, "position": 2.0, "mode": 0.15},
    ),
    Stage(
        10,
        1.5e-4,
        1e-3,
        1200,
        {"ewt": 0.1, "gum": 0.35, "wikigold": 0.1, "wnut17": 0.0, "re3d": 0.1, "corpus": 1.0},
        {"role": 0.15, "position": 1.5, "mode": 0.15},
    ),
)
"""The first leaves positions and arcs not learnt out (their loss on what was learnt from is still high, and the
sum over all words of the arcs' loss drowns the rest): the second turns that round. The third is nearly all for the
reading graph; of the treebanks it keeps as much as holds what was learnt."""


def epoch(documents: dict[str, Documents], stage: Stage, rng: random.Random) -> list[Batch]:
    """One epoch's batches."""
    items = []
    for name, docs in documents.items():
        often = stage.passes.get(name, 1.0)
        while often > 0:
            chosen = docs if often >= 1 else rng.sample(docs, round(len(docs) * often))
            items += sample(chosen, MOST, rng)
            often -= 1
    return list(batches(items, stage.words, rng))


def to(batch: Batch, device: str) -> Batch:
    for name, value in vars(batch).items():
        if isinstance(value, torch.Tensor):
            setattr(batch, name, value.to(device))
    batch.word = {head: value.to(device) for head, value in batch.word.items()}
    return batch


class _Learning:
    """Optimizer and schedule of one stage."""

    def __init__(self, network: Network, stage: Stage, steps: int) -> None:
        frozen, quick = {"encoder.words.weight"}, {"encoder.cases.weight"}
        parts: dict[float, dict[str, torch.nn.Parameter]] = {stage.rate: {}, stage.mixer: {}, stage.heads: {}}
        for name, weight in network.named_parameters():
            room = name.split(".")[0] if name not in quick else ""
            if name not in frozen:
                parts[{"encoder": stage.rate, "mixer": stage.mixer}.get(room, stage.heads)][name] = weight
        groups = [{"params": list(part.values()), "lr": rate} for rate, part in parts.items()]
        self.names = list(chain(*parts.values()))
        self.weights = list(chain(*(part.values() for part in parts.values())))
        self.average = [weight.detach().clone() for weight in self.weights]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        warm = max(1, steps // 20)

        def rate(step: int) -> float:
            return step / warm if step < warm else max(0.01, (steps - step) / (steps - warm))

        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, rate)

    def step(self, loss: torch.Tensor) -> None:
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.weights, 2.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        torch._foreach_lerp_(self.average, [weight.detach() for weight in self.weights], 1 - AVERAGE)

    @contextmanager
    def averaged(self) -> Iterator[None]:
        """The network as the mean of its last steps, as it is kept to be shipped."""
        kept = [weight.detach().clone() for weight in self.weights]
        self._set(self.average)
        yield
        self._set(kept)

    @torch.no_grad()
    def _set(self, values: list[torch.Tensor]) -> None:
        torch._foreach_copy_(self.weights, values)


def train(data: Path, encoder: Path, out: Path, seed: int, device: str) -> Path:
    """`data` has corpus/ and data/, `encoder` is model.safetensors of all-MiniLM-L6-v2. The checkpoint that is
    made in `out` holds the network and the seconds spent."""
    out.mkdir(parents=True, exist_ok=True)
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_flush_denormal(True)
    documents = sources(data)
    network = Network()
    network.encoder.load(encoder)
    network.encoder.words.weight.requires_grad_(
        False
    )  # too many for so little text; half the optimizer's time
    network.to(device)
    checkpoint = out / "checkpoint.pt"
    done, spent, saved = 0, 0.0, None
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["raw"])
        done, spent = saved["epochs"], saved["spent"]
    before = 0
    for stage in STAGES:
        begin, before = before, before + stage.epochs
        if done >= before:
            continue
        steps = stage.epochs * len(epoch(documents, stage, random.Random(0)))
        learning = _Learning(network, stage, steps)
        if saved and done > begin:
            learning.optimizer.load_state_dict(saved["optimizer"])
            learning.schedule.load_state_dict(saved["schedule"])
            learning.average = [saved["network"][name] for name in learning.names]
        for number in range(max(done, begin), before):
            batches_now = epoch(documents, stage, random.Random(seed + number))
            spent += _learn(network, learning, stage, batches_now, f"epoch {number}", device)
            state = {"raw": copy.deepcopy(network.state_dict()), "optimizer": learning.optimizer.state_dict()}
            with learning.averaged():
                state["network"] = copy.deepcopy(network.state_dict())
            state |= {"schedule": learning.schedule.state_dict(), "epochs": number + 1, "spent": spent}
            torch.save(state, checkpoint)
    return checkpoint


def _learn(
    network: Network, learning: _Learning, stage: Stage, todo: list[Batch], called: str, device: str
) -> float:
    """One epoch; prints its mean losses; says how many seconds it took."""
    weights = WEIGHTS | stage.weights
    started, sums = time.monotonic(), dict.fromkeys(WEIGHTS, 0.0)
    network.train()
    for count, batch in enumerate(todo):
        found = losses(network, to(batch, device))
        learning.step(torch.stack([weights[name] * loss for name, loss in found.items()]).sum())
        for name, loss in found.items():
            sums[name] += loss.item()
        if count % 100 == 99:
            print(
                f"{called}: {count + 1} of {len(todo)} batches, {time.monotonic() - started:.0f} s",
                flush=True,
            )
    spent = time.monotonic() - started
    means = {name: round(value / len(todo), 4) for name, value in sums.items()}
    print(json.dumps({"done": called, "seconds": round(spent), **means}), flush=True)
    return spent
