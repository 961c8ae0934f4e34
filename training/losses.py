"""What the heads are taught: one number for each, and their weighted sum."""

import torch
from torch import Tensor
from torch.nn import functional

from detente.reading import labels

from .batches import Batch
from .network import Network

WEIGHTS = {
    "end": 1.0, "upos": 1.0, "arc": 1.0, "rel": 0.7, "entity": 1.0, "type": 1.5, "mode": 0.3, "status": 0.5,
    "statement": 1.0, "position": 1.0, "role": 0.3, "link": 0.4, "land": 0.4, "side": 0.6, "sector": 0.3,
}  # fmt: skip
FEW = {
    "type": 300,
    "statement": 300,
    "position": 300,
    "entity": 300,
    "end": 300,
    "upos": 300,
    "arc": 300,
    "rel": 300,
}
"""A batch with fewer labelled words than this counts for less, so that one short window does not shout."""


def _cross(logits: Tensor, target: Tensor, few: int = 12) -> Tensor:
    known = target >= 0
    if not known.any():
        return logits.sum() * 0
    total = functional.cross_entropy(logits[known], target[known], reduction="sum")
    return total / max(int(known.sum()), few)


def arc_scores(network: Network, x: Tensor, sentence: Tensor) -> Tensor:
    """[batch, words, 1 + words]: each word's possible heads, the root first; other sentences are shut out."""
    scores = network.arc(x, network.with_root(x))[:, 0]
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
    shut = torch.zeros_like(scores)
    shut[:, :, 1:] = (~same).to(scores.dtype) * -1e4
    return scores + shut


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    with torch.autocast(batch.pieces.device.type, torch.bfloat16):
        x = network.encoder(batch.pieces, batch.cases, batch.first, batch.last)
        mixed = network.mixer(x, batch.sentence < 0)
    x, mixed = network.dropout(x.float()), network.dropout(mixed.float())
    heads, word = network.wordwise(x, mixed), batch.word
    out = {
        head: _cross(heads[head], word[head], FEW.get(head, 12))
        for head in ("upos", "entity", "type", "mode", "status", "statement", "position")
    }
    end = word["end"] >= 0
    if end.any():
        loss = functional.binary_cross_entropy_with_logits(
            heads["end"][..., 0][end], word["end"][end].float()
        )
        out["end"] = loss * min(1.0, int(end.sum()) / FEW["end"])
    if (word["head"] >= 0).any():
        out["arc"] = _cross(arc_scores(network, x, batch.sentence), word["head"], FEW["arc"])
        out["rel"] = _cross(_relations(network, x, word["head"].clamp(min=0)), word["deprel"], FEW["rel"])
    if len(batch.nodes):
        out["role"] = _role_loss(network, mixed, batch)
    if len(batch.mentions):
        out["link"] = _pointer_loss(
            network.link(mixed, mixed)[:, 0], batch.sentence, batch.mentions, batch.links
        )
    if len(batch.landed):
        out["land"] = _pointer_loss(
            network.land(mixed, mixed)[:, 0], batch.sentence, batch.landed, batch.lands
        )
    if len(batch.sided):
        scores = network.side(mixed, mixed).flatten(0, 1)
        places = torch.stack([2 * batch.sided[:, 0] + batch.sided[:, 2], batch.sided[:, 1]], dim=1)
        out["side"] = _pointer_loss(scores, batch.sentence.repeat_interleave(2, 0), places, batch.sides)
    if len(batch.sectors):
        window, at, sector = batch.sectors.unbind(1)
        out["sector"] = _cross(heads["sector"][window, at], sector)
    return out


def _pointer_loss(scores: Tensor, sentence: Tensor, places: Tensor, targets: Tensor) -> Tensor:
    """Each place (row, word) points at any of its targets: the chance of all of them together."""
    chosen = scores[places[:, 0], places[:, 1]]
    chance = chosen.masked_fill((sentence < 0)[places[:, 0]], -1e4).log_softmax(-1)
    chosen = torch.logsumexp(chance.masked_fill(targets == 0, -1e4), -1)
    return -chosen.sum() / max(len(chosen), 12)


def _relations(network: Network, x: Tensor, heads: Tensor) -> Tensor:
    """[batch, words, relations] for given heads."""
    rows, columns = network.rel.sides(x, network.with_root(x))
    chosen = columns.gather(1, heads[:, :, None].expand(-1, -1, columns.shape[-1]))
    return torch.einsum("bwd,rde,bwe->bwr", rows, network.rel.weight, chosen)


def role_scores(network: Network, x: Tensor, nodes: Tensor) -> Tensor:
    """[nodes, 2 * roles, words]: whether each word is the first, the last one of an argument."""
    rows, columns = network.role.sides(x, x)
    node = rows[nodes[:, 0], nodes[:, 1]]
    left = torch.einsum("nd,rde->nre", node, network.role.weight)
    return torch.einsum("nre,nwe->nrw", left, columns[nodes[:, 0]])


def _role_loss(network: Network, x: Tensor, batch: Batch) -> Tensor:
    """Of who is not named in the sentence, any one mention is enough."""
    scores = role_scores(network, x, batch.nodes)
    target = torch.zeros_like(scores)
    node, role, first, last = batch.roles.unbind(1)
    target[node, role, first] = 1
    target[node, role + len(labels.ROLES), last] = 1
    allowed = batch.families.repeat(1, 2)[:, :, None] * (batch.sentence >= 0)[batch.nodes[:, 0]][:, None, :]
    missing = scores.new_zeros(())
    if len(batch.unsaid):
        node, role, first, last, group = batch.unsaid.unbind(1)
        allowed = allowed.clone()
        for channel, word in ((role, first), (role + len(labels.ROLES), last)):
            none = scores.new_zeros(int(group.max()) + 1)
            none = none.index_add(0, group, -functional.softplus(scores[node, channel, word]))
            missing = missing - torch.log(-torch.expm1(none.clamp(max=-1e-5))).sum()
            allowed[node, channel, word] *= target[node, channel, word]
    loss = functional.binary_cross_entropy_with_logits(scores, target, reduction="none")
    return ((loss * allowed).sum() + missing) / max(len(batch.nodes), 12)
