"""Windows → padded tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from detente.reading import labels
from detente.reading import windows as windows_of_text
from detente.reading.model import encode

from .corpus import quotation
from .examples import Sentence, Window, windows

FAMILIES = {
    "event": labels.EVENT_ROLES,
    "statement": labels.STATEMENT_ROLES,
    "position": labels.POSITION_ROLES,
}
MOST = windows_of_text.MOST_WORDS
"""Words of a window that are kept (a sentence may be longer)."""


@dataclass
class Batch:
    """`word` holds [batch, words] label tensors by head, -100 where unknown; `sentence` numbers the sentences
    of a window, -1 for padding."""

    pieces: Tensor
    cases: Tensor
    first: Tensor
    last: Tensor
    sentence: Tensor
    word: dict[str, Tensor]
    nodes: Tensor  # [n, 2] window, word
    families: Tensor  # [n, roles] which roles the node may have
    roles: Tensor  # [m, 4] node number, role, first, last
    mentions: Tensor  # [k, 2] window, word
    links: Tensor  # [k, words] 1 where a name of the same actor ends
    landed: Tensor  # [l, 2] window, word
    lands: Tensor  # [l, words] 1 where a name of the same country ends; itself where it has none
    sectors: Tensor  # [j, 3] window, word, sector
    sided: Tensor  # [q, 3] window, word, 0 for source or 1 for recipient
    sides: (
        Tensor  # [q, words] 1 where a name of one of its countries ends; at the word itself where it has none
    )
    unsaid: Tensor  # [u, 5] node number, role, first, last, number of the argument


WORDWISE = ("end", "upos", "head", "deprel", "entity", "type", "mode", "status", "statement", "position")


def sample(
    documents: list[list[Sentence]], most: int, rng: random.Random | None
) -> list[tuple[Window, list[bool]]]:
    """All windows of all documents, each with its words' quotation marks."""
    out = []
    for document in documents:
        marks = quotation(document)
        for window in windows(document, most, rng):
            out.append((window, marks[window.before : window.before + window.size]))
    return out


def batches(items: list[tuple[Window, list[bool]]], words: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of windows of like length, at most `words` padded words each; shuffled with `rng`."""
    order = sorted(items, key=lambda item: item[0].size + (rng.random() * 8 if rng else 0))
    groups: list[list[tuple[Window, list[bool]]]] = []
    for item in order:
        if not groups or (len(groups[-1]) + 1) * min(MOST, item[0].size) > words:
            groups.append([])
        groups[-1].append(item)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(group: list[tuple[Window, list[bool]]]) -> Batch:
    size = min(MOST, max(window.size for window, _ in group))
    rows = [_encode(window, marks) for window, marks in group]
    length = max(len(row[0]) for row in rows)
    shape = (len(group), size)

    def padded(part: int, width: int) -> Tensor:
        out = torch.zeros(len(rows), width, dtype=torch.long)
        for number, row in enumerate(rows):
            out[number, : len(row[part])] = torch.tensor(row[part])
        return out

    word = {head: torch.full(shape, -100) for head in WORDWISE}
    sentence = torch.full(shape, -1)
    batch = Batch(
        padded(0, length), padded(1, length), padded(2, size), padded(3, size), sentence, word,
        *(torch.zeros(0) for _ in range(11)),
    )  # fmt: skip
    nodes: list[tuple[int, int]] = []
    families: list[list[int]] = []
    roles: list[tuple[int, int, int, int]] = []
    links: list[tuple[int, int, list[int]]] = []
    lands: list[tuple[int, int, list[int]]] = []
    sides: list[tuple[int, int, int, list[int]]] = []
    unsaid: list[tuple[int, int, int, int, int]] = []
    arguments = 0
    sectors: list[tuple[int, int, int]] = []
    for number, (window, _) in enumerate(group):
        _fill(batch, number, window, size)
        for each in window.sentences:
            if each.graph is None:
                continue
            begin = {}
            for node, family in each.graph.nodes:
                if 0 <= node - window.before < size:
                    begin[node, family] = len(nodes)
                    nodes.append((number, node - window.before))
                    families.append([int(role in FAMILIES[family]) for role in labels.ROLES])
            for node, role, first, last in each.graph.roles:
                family = next(name for name, has in FAMILIES.items() if labels.ROLES[role] in has)
                inside = window.before <= first and last < window.before + size
                if inside and (node, family) in begin:
                    roles.append((begin[node, family], role, first - window.before, last - window.before))
            for node, role, places in each.graph.unsaid:
                family = next(name for name, has in FAMILIES.items() if labels.ROLES[role] in has)
                inside = [
                    (first - window.before, last - window.before)
                    for first, last in places
                    if window.before <= first and last < window.before + min(size, window.size)
                ]
                if (node, family) in begin and inside:
                    unsaid += [(begin[node, family], role, *place, arguments) for place in inside]
                    arguments += 1
            for pairs, rows_of in ((each.graph.links, links), (each.graph.lands, lands)):
                for word_at, names in pairs:
                    row = _row(names, window, size)
                    if 0 <= word_at - window.before < size and any(row):
                        rows_of.append((number, word_at - window.before, row))
            for node, side, names in each.graph.sides:
                row = _row(names, window, size)
                if 0 <= node - window.before < size and any(row):
                    sides.append((number, node - window.before, side, row))
            sectors += [
                (number, at - window.before, sector)
                for at, sector in each.graph.sectors
                if 0 <= at - window.before < size
            ]
    batch.nodes = torch.tensor(nodes, dtype=torch.long).view(-1, 2)
    batch.families = torch.tensor(families, dtype=torch.float).view(-1, len(labels.ROLES))
    batch.roles = torch.tensor(roles, dtype=torch.long).view(-1, 4)
    batch.mentions, batch.links = _pointers(links, size)
    batch.landed, batch.lands = _pointers(lands, size)
    batch.sided, batch.sides = _pointers(sides, size)
    batch.unsaid = torch.tensor(unsaid, dtype=torch.long).view(-1, 5)
    batch.sectors = torch.tensor(sectors, dtype=torch.long).view(-1, 3)
    return batch


def _row(words: tuple[int, ...], window: Window, size: int) -> list[int]:
    """1 where those words of the document stand in the window."""
    row = [0] * size
    for word in words:
        if 0 <= word - window.before < min(size, window.size):
            row[word - window.before] = 1
    return row


def _pointers(rows: Sequence[tuple[*tuple[int, ...], list[int]]], size: int) -> tuple[Tensor, Tensor]:
    """From where, and to which words."""
    width = len(rows[0]) - 1 if rows else 0
    places = torch.tensor([place for *place, _ in rows], dtype=torch.long).view(-1, width)
    return places, torch.tensor([row for *_, row in rows], dtype=torch.float).view(-1, size)


def _encode(window: Window, marks: list[bool]) -> tuple[list[int], list[int], list[int], list[int]]:
    """As the reader encodes its windows."""
    forms = tuple(form for sentence in window.sentences for form in sentence.forms)[:MOST]
    return encode(windows_of_text.Window((), forms, (), tuple(marks[:MOST])))


def _fill(batch: Batch, number: int, window: Window, size: int) -> None:
    """The labels a word of one window."""
    at = 0
    for order, each in enumerate(window.sentences):
        length = min(len(each.forms), size - at)
        if length <= 0:
            break
        cut = slice(at, at + length)
        batch.sentence[number, cut] = order
        word = batch.word
        if each.ends and length == len(each.forms):
            word["end"][number, cut] = 0
            word["end"][number, at + length - 1] = (
                1 if not each.paragraph and each is not window.sentences[-1] else -100
            )
        if each.upos and each.heads and each.deprel and length == len(each.forms):
            word["upos"][number, cut] = torch.tensor(each.upos)
            word["head"][number, cut] = torch.tensor([head + at if head else 0 for head in each.heads])
            word["deprel"][number, cut] = torch.tensor(each.deprel)
        if each.entities:
            word["entity"][number, cut] = torch.tensor(each.entities[:length])
        if each.graph:
            for head in ("type", "mode", "status", "statement", "position"):
                word[head][number, cut] = torch.tensor(getattr(each.graph, head)[:length])
        at += length
