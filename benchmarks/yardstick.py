"""The yardstick of the speed figures: MiniLM-L6 in int8, as an ONNX file of the published shape.

Its weights are random: a matrix product takes as long whatever is in it. It stays the yardstick whatever
encoder detente ships.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HIDDEN, LAYERS, HEADS, INNER, WORDS, PLACES = 384, 6, 12, 1536, 30522, 512


class _Graph:
    """Nodes and weights of a BERT encoder, one after the other."""

    def __init__(self) -> None:
        self.random = np.random.default_rng(0)
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, *shape: int) -> str:
        return self.constant((self.random.standard_normal(shape) * 0.05).astype(np.float32))

    def constant(self, value: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(value, name))
        return name

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def linear(self, x: str, size: int, out: int) -> str:
        return self.add("Add", self.add("MatMul", x, self.weight(size, out)), self.weight(out))

    def norm(self, x: str) -> str:
        return self.add(
            "LayerNormalization", x, self.weight(HIDDEN), self.weight(HIDDEN), axis=-1, epsilon=1e-12
        )

    def heads(self, x: str, last: list[int]) -> str:
        split = self.add(
            "Reshape", x, self.constant(np.array([0, 0, HEADS, HIDDEN // HEADS], dtype=np.int64))
        )
        return self.add("Transpose", split, perm=last)

    def layer(self, x: str) -> str:
        query, key, value = (self.linear(x, HIDDEN, HIDDEN) for _ in range(3))
        scores = self.add("MatMul", self.heads(query, [0, 2, 1, 3]), self.heads(key, [0, 2, 3, 1]))
        scaled = self.add("Mul", scores, self.constant(np.array((HIDDEN / HEADS) ** -0.5, dtype=np.float32)))
        mixed = self.add("MatMul", self.add("Softmax", scaled, axis=-1), self.heads(value, [0, 2, 1, 3]))
        joined = self.add("Transpose", mixed, perm=[0, 2, 1, 3])
        flat = self.add("Reshape", joined, self.constant(np.array([0, 0, HIDDEN], dtype=np.int64)))
        x = self.norm(self.add("Add", x, self.linear(flat, HIDDEN, HIDDEN)))
        up = self.linear(x, HIDDEN, INNER)
        erf = self.add("Erf", self.add("Mul", up, self.constant(np.array(0.5**0.5, dtype=np.float32))))
        one = self.add("Add", erf, self.constant(np.array(1.0, dtype=np.float32)))
        gelu = self.add("Mul", self.add("Mul", up, one), self.constant(np.array(0.5, dtype=np.float32)))
        return self.norm(self.add("Add", x, self.linear(gelu, INNER, HIDDEN)))


def build(folder: Path) -> Path:
    """Writes the file and says where. Input `pieces`, int64 [batch, pieces]."""
    graph = _Graph()
    length = graph.add("Gather", graph.add("Shape", "pieces"), graph.constant(np.array([1], dtype=np.int64)))
    zero, one = (graph.constant(np.array([n], dtype=np.int64)) for n in (0, 1))
    places = graph.add("Slice", graph.weight(PLACES, HIDDEN), zero, length, zero, one)
    x = graph.norm(graph.add("Add", graph.add("Gather", graph.weight(WORDS, HIDDEN), "pieces"), places))
    for _ in range(LAYERS):
        x = graph.layer(x)
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "minilm-l6",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "pieces"])],
            [helper.make_tensor_value_info(x, TensorProto.FLOAT, ["batch", "pieces", HIDDEN])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=9,
    )
    plain, small = folder / "minilm.onnx", folder / "minilm-int8.onnx"
    onnx.save(model, plain)
    linear = [node.name for node in graph.nodes if node.op_type == "MatMul" and node.input[1].startswith("w")]
    quantize_dynamic(
        plain,
        small,
        nodes_to_quantize=linear,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    return small
