"""Checkpoint → one int8 ONNX file."""

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from detente.reading import labels
from detente.reading.model import INPUTS, OUTPUTS

from .network import Biaffine, Network

NODE_FLOOR = 0.1
"""Words whose chance of being a node is under this get no role scores; the reader's own threshold is higher."""


class Table(nn.Module):
    """An embedding in int8 with a scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("codes", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, index: Tensor) -> Tensor:
        return self.codes[index].to(torch.float32) * self.scale[index]


class Shipped(nn.Module):
    """What the reader asks of the network, with role scores for likely nodes only."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.encoder.words = Table(network.encoder.words.weight.data)

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        x = network.encoder(pieces, cases, first, last)
        mixed = network.mixer(x, first == 0)
        heads = network.wordwise(x, mixed)
        rooted = network.with_root(x)
        arcs = network.arc(x, rooted)[:, 0]
        relations = network.rel(x, rooted).argmax(dim=1).to(torch.uint8)
        begins = torch.zeros_like(heads["type"][..., 0])
        for head in ("statement", "position"):
            begins = begins + heads[head].softmax(-1)[..., 1::2].sum(-1)
        likely = torch.maximum(begins, 1 - heads["type"].softmax(-1)[..., 0])
        nodes = torch.nonzero((likely > NODE_FLOOR) & (first > 0))
        return (
            heads["end"][..., 0], heads["upos"].argmax(-1).to(torch.uint8), arcs, relations, heads["entity"],
            heads["type"], heads["mode"], heads["status"], heads["statement"], heads["position"], heads["sector"],
            nodes, _of(network.role, mixed, nodes), _of(network.side, mixed, nodes),
            network.link(mixed, mixed)[:, 0], network.land(mixed, mixed)[:, 0],
        )  # fmt: skip


def _of(head: Biaffine, x: Tensor, nodes: Tensor) -> Tensor:
    """[nodes, channels, words]: the head's scores from some words only."""
    rows, columns = head.sides(x, x)
    channels, size, _ = head.weight.shape
    flat = rows[nodes[:, 0], nodes[:, 1]] @ head.weight.transpose(0, 1).reshape(size, channels * size)
    return flat.view(-1, channels, size) @ columns[nodes[:, 0]].transpose(1, 2)


def export(checkpoint: Path, out: Path, name: str) -> None:
    """`name` is what Readings say read them, such as `detente-en-1`."""
    network = Network()
    network.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu")["network"])
    shipped = Shipped(network).eval()
    pieces = torch.randint(1000, 2000, (2, 9))
    words = torch.arange(1, 8).expand(2, 7).contiguous()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            shipped,
            (pieces, torch.zeros_like(pieces), words, words),
            str(plain),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={
                "pieces": {0: "windows", 1: "pieces"}, "cases": {0: "windows", 1: "pieces"},
                "first": {0: "windows", 1: "words"}, "last": {0: "windows", 1: "words"},
                **{output: {0: "rows", 1: "columns"} for output in OUTPUTS},
                "arcs": {0: "windows", 1: "words", 2: "heads"}, "relations": {0: "windows", 1: "words", 2: "heads"},
                "links": {0: "windows", 1: "words", 2: "columns"}, "lands": {0: "windows", 1: "words", 2: "columns"},
                "roles": {0: "nodes", 2: "words"}, "sides": {0: "nodes", 2: "words"},
            },
            dynamo=False,
            opset_version=17,
        )  # fmt: skip
        layers = [
            node.name
            for node in onnx.load(plain).graph.node
            if node.op_type == "MatMul" and "/layers." in node.name
        ]
        quantize_dynamic(
            plain,
            out,
            nodes_to_quantize=layers,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    model = onnx.load(out)
    about = {
        "name": name,
        "labels": json.dumps({key: getattr(labels, key) for key in labels.INVENTORIES}),
    }
    for key, value in about.items():
        model.metadata_props.add(key=key, value=value)
    onnx.save(model, out)
