"""The network: a BERT encoder with a letter-case embedding, and the heads over its word vectors."""

from pathlib import Path

import torch
from torch import Tensor, nn

from detente.reading import labels
from detente.reading.wordpiece import CASES

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
MIXERS = 2


def attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Scaled dot-product attention in HEADS heads; all [batch, length, 384], `bias` is added to its logits."""
    batch, length, _ = query.shape

    def split(x: Tensor) -> Tensor:
        return x.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

    weights = torch.softmax(
        split(query) @ split(key).transpose(2, 3) * (HIDDEN // HEADS) ** -0.5 + bias, dim=-1
    )
    return (weights @ split(value)).transpose(1, 2).reshape(batch, length, HIDDEN)


class Layer(nn.Module):
    """One transformer layer as BERT has it (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        mixed = attend(self.query(hidden), self.key(hidden), self.value(hidden), bias)
        hidden = self.norm1(hidden + self.dropout(self.out(mixed)))
        return self.norm2(hidden + self.dropout(self.down(nn.functional.gelu(self.up(hidden)))))


class Encoder(nn.Module):
    """Pieces → one vector a word (the mean of its first and last piece)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.cases = nn.Embedding(2 * CASES, HIDDEN)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """All int64; pieces and cases [batch, pieces], first and last [batch, words] → [batch, words, 384]."""
        hidden = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.cases(cases)
        hidden = self.dropout(self.norm(hidden))
        bias = (pieces == 0).to(hidden.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)

        def gather(index: Tensor) -> Tensor:
            return hidden.gather(1, index[:, :, None].expand(-1, -1, HIDDEN))

        return (gather(first) + gather(last)) * 0.5

    @torch.no_grad()
    def load(self, path: Path) -> None:
        """The published weights of all-MiniLM-L6-v2 (`model.safetensors`)."""
        from safetensors.torch import load_file

        given = load_file(path)
        token_type = given["embeddings.token_type_embeddings.weight"][0]
        self.words.weight.copy_(given["embeddings.word_embeddings.weight"] + token_type)
        self.places.weight.copy_(given["embeddings.position_embeddings.weight"])
        pairs = [(self.norm, "embeddings.LayerNorm")]
        for number, layer in enumerate(self.layers):
            stem = f"encoder.layer.{number}."
            pairs += [
                (layer.query, stem + "attention.self.query"),
                (layer.key, stem + "attention.self.key"),
                (layer.value, stem + "attention.self.value"),
                (layer.out, stem + "attention.output.dense"),
                (layer.norm1, stem + "attention.output.LayerNorm"),
                (layer.up, stem + "intermediate.dense"),
                (layer.down, stem + "output.dense"),
                (layer.norm2, stem + "output.LayerNorm"),
            ]
        for module, stem in pairs:
            module.weight.copy_(given[stem + ".weight"])
            module.bias.copy_(given[stem + ".bias"])


class Mixer(nn.Module):
    """Transformer layers over word vectors (pre-norm), for the reading graph alone; they begin as nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_MixerLayer() for _ in range(MIXERS))

    def forward(self, x: Tensor, padding: Tensor) -> Tensor:
        """`padding` [batch, words] is true where there is no word."""
        bias = padding.to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class _MixerLayer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.dropout = nn.Dropout(0.1)
        for layer in (self.out, self.down):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        normal = self.norm1(x)
        x = x + self.dropout(self.out(attend(self.query(normal), self.key(normal), self.value(normal), bias)))
        return x + self.dropout(self.down(nn.functional.gelu(self.up(self.norm2(x)))))


class Biaffine(nn.Module):
    """Deep biaffine scores (Dozat and Manning 2017): [batch, channels, words, words], row → column."""

    def __init__(self, size: int, channels: int) -> None:
        super().__init__()
        self.row, self.column = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.weight = nn.Parameter(torch.empty(channels, size + 1, size + 1))
        nn.init.normal_(self.weight, std=size**-0.5 / 4)
        self.dropout = nn.Dropout(0.2)

    def sides(self, rows: Tensor, columns: Tensor) -> tuple[Tensor, Tensor]:
        def with_one(x: Tensor) -> Tensor:
            x = self.dropout(nn.functional.gelu(x))
            return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)

        return with_one(self.row(rows)), with_one(self.column(columns))

    def forward(self, rows: Tensor, columns: Tensor) -> Tensor:
        row, column = self.sides(rows, columns)
        channels, size, _ = self.weight.shape
        batch, length, _ = row.shape
        flat = row.reshape(batch * length, size) @ self.weight.transpose(0, 1).reshape(size, channels * size)
        left = flat.view(batch, length, channels, size).transpose(1, 2)
        return left @ column.transpose(1, 2)[:, None]


SYNTAX = {"end": 1, "upos": len(labels.UPOS), "entity": len(labels.ENTITY)}
GRAPH = {
    "type": len(labels.TYPE),
    "mode": len(labels.MODE),
    "status": len(labels.STATUS),
    "statement": len(labels.STATEMENT),
    "position": len(labels.POSITION),
    "sector": len(labels.SECTOR),
}


class Network(nn.Module):
    """Encoder and heads. The word-wise heads share one hidden layer a family."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mixer = Mixer()
        self.dropout = nn.Dropout(0.15)
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        self.syntax = nn.Linear(HIDDEN, sum(SYNTAX.values()))
        self.graph = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Dropout(0.15))
        self.graph_out = nn.Linear(HIDDEN, sum(GRAPH.values()))
        self.arc = Biaffine(256, 1)
        self.rel = Biaffine(80, len(labels.DEPREL))
        self.role = Biaffine(112, 2 * len(labels.ROLES))
        self.link = Biaffine(128, 1)
        self.land = Biaffine(128, 1)
        self.side = Biaffine(128, len(labels.SIDES))

    def with_root(self, x: Tensor) -> Tensor:
        """The root stands before the words as one more possible head."""
        return torch.cat([self.root.expand(x.shape[0], 1, HIDDEN), x], dim=1)

    def wordwise(self, x: Tensor, mixed: Tensor) -> dict[str, Tensor]:
        """Logits a word, by head; `mixed` is what the mixer makes of `x`."""
        out: dict[str, Tensor] = {}
        for sizes, logits in (
            (SYNTAX, self.syntax(x)),
            (GRAPH, self.graph_out(self.graph(mixed))),
        ):
            out |= dict(zip(sizes, logits.split(list(sizes.values()), dim=-1), strict=True))
        return out
