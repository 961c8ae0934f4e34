"""The shipped model: one ONNX file, run by onnxruntime on the CPU."""

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from detente.errors import ModelError

from . import labels
from .windows import Window
from .wordpiece import CASES, CLS, PAD, SEP, case, pieces

if TYPE_CHECKING:
    pass

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

INPUTS = ("pieces", "cases", "first", "last")
OUTPUTS = (
    "ends", "upos", "arcs", "relations", "entity", "type", "mode", "status", "statement", "position", "sector",
    "nodes", "roles", "sides", "links", "lands",
)  # fmt: skip

_BATCH = 8  # windows; a batch is made from one document only (int8 scales span a batch)
_MOST_PIECES = 512
_FILE = "model.onnx"


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of one window of n words (logits unless said otherwise).

    `ends` [n]; `upos` [n] numbers; `arcs` [n, 1 + n] head scores, the root first; `relations` [n, 1 + n]
    numbers; `entity`, `type`, `mode`, `status`, `statement`, `position`, `sector` [n, labels];
    `nodes` [k] words; `roles` [k, 2 * roles, n]; `sides` [k, 2, n]; `links` and `lands` [n, n].
    """

    ends: Floats
    upos: NDArray[np.uint8]
    arcs: Floats
    relations: NDArray[np.uint8]
    entity: Floats
    type: Floats
    mode: Floats
    status: Floats
    statement: Floats
    position: Floats
    sector: Floats
    nodes: Ints
    roles: Floats
    sides: Floats
    links: Floats
    lands: Floats


class Model:
    """Loads the file once. `threads` is onnxruntime's; the answers do not depend on it."""

    def __init__(self, threads: int = 1) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        source = files("detente.reading").joinpath(_FILE)
        if not source.is_file():
            raise ModelError(_FILE, "the file is not in the package", "install detente again")
        with as_file(source) as path:
            self._session: onnxruntime.InferenceSession = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        about = self._session.get_modelmeta().custom_metadata_map
        self.name: str = about.get("name", "")
        expected = json.dumps({key: getattr(labels, key) for key in labels.INVENTORIES})
        if about.get("labels") != expected:
            raise ModelError(_FILE, "its labels are not this version's", "install detente again")

    def scores(self, windows: list[Window]) -> list[Scores]:
        """One a window, in order. All windows must be of one document."""
        out: list[Scores] = []
        for start in range(0, len(windows), _BATCH):
            out += self._batch(windows[start : start + _BATCH])
        return out

    def _batch(self, windows: list[Window]) -> list[Scores]:
        rows = [encode(window) for window in windows]
        width, most = max(len(row[0]) for row in rows), max(len(window.forms) for window in windows)
        feeds = {}
        for name, part, size in zip(INPUTS, zip(*rows, strict=True), (width, width, most, most), strict=True):
            array = np.full((len(rows), size), PAD, dtype=np.int64)
            for number, row in enumerate(part):
                array[number, : len(row)] = row
            feeds[name] = array
        found = dict(zip(OUTPUTS, self._session.run(OUTPUTS, feeds), strict=True))
        nodes, roles, sides = (found.pop(name) for name in ("nodes", "roles", "sides"))
        out = []
        for number, window in enumerate(windows):
            size = len(window.forms)
            mine = nodes[:, 0] == number
            cut = {name: array[number, :size] for name, array in found.items()}
            cut["arcs"], cut["relations"] = cut["arcs"][:, : size + 1], cut["relations"][:, : size + 1]
            cut["links"], cut["lands"] = cut["links"][:, :size], cut["lands"][:, :size]
            cut |= {"roles": roles[mine][:, :, :size], "sides": sides[mine][:, :, :size]}
            out.append(Scores(**cut, nodes=nodes[mine, 1]))
        return out


def encode(window: Window) -> tuple[list[int], list[int], list[int], list[int]]:
    """Pieces, their letter case, and each word's first and last piece."""
    row, cases, first, last = [CLS], [5], list[int](), list[int]()
    for form, quoted in zip(window.forms, window.quoted, strict=True):
        found = pieces(form)
        first.append(min(len(row), _MOST_PIECES - 1))
        row += found
        cases += [case(form) + CASES * quoted] * len(found)
        last.append(min(len(row), _MOST_PIECES) - 1)
    return [*row, SEP][:_MOST_PIECES], [*cases, 5][:_MOST_PIECES], first, last
