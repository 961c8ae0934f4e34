"""One document as words, sentences, trees and names: what everything after reads from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from detente.records import Document, Span

from . import labels, trees
from .model import Floats, Model, Scores
from .windows import Window, windows

_END = 0.0  # logit above which a word ends its sentence
_TRAILING = frozenset("”’»)]\"'")


@dataclass
class Parse:
    """Word numbers count within the document. `head` is a word number, -1 for the root of a sentence."""

    document: Document
    spans: list[Span] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    home: list[int] = field(default_factory=list)  # word → sentence
    sentences: list[range] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)  # first and last word, kind
    windows: list[tuple[range, Scores]] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        return Span(self.spans[first].start, self.spans[last].end)

    def text(self, first: int, last: int) -> str:
        return self.span(first, last).of(self.document.text)

    def sentence_span(self, word: int) -> Span:
        words = self.sentences[self.home[word]]
        return self.span(words[0], words[-1])

    def children(self, word: int) -> list[int]:
        """Dependents of a word, in order. The whole document must be parsed by then."""
        return self._children[word]

    @cached_property
    def _children(self) -> list[list[int]]:
        out: list[list[int]] = [[] for _ in self.head]
        for word, head in enumerate(self.head):
            if head >= 0:
                out[head].append(word)
        return out

    def subtree(self, word: int) -> set[int]:
        """The word and everything under it."""
        out, todo = {word}, [word]
        while todo:
            below = [child for child in self.children(todo.pop()) if child not in out]
            out.update(below)
            todo += below
        return out


def parse(document: Document, model: Model) -> Parse:
    found = Parse(document)
    cut = windows(document)
    for window, scores in zip(cut, model.scores(cut), strict=True):
        _add(found, window, scores)
    return found


def sentence_ends(window: Window, ends: Floats) -> list[int]:
    """The last words of the window's sentences. Closing quotation marks stay with what they close."""
    out = []
    last = len(window.forms) - 1
    for at in range(last + 1):
        closing = at < last and window.forms[at + 1] in _TRAILING and not window.breaks[at]
        if window.breaks[at] or at == last or (ends[at] > _END and not closing):
            out.append(at)
    return out


def _add(found: Parse, window: Window, scores: Scores) -> None:
    offset = len(found.spans)
    found.windows.append((range(offset, offset + len(window.forms)), scores))
    found.spans += window.spans
    found.forms += window.forms
    found.upos += [labels.UPOS[number] for number in scores.upos.tolist()]
    start = 0
    for end in sentence_ends(window, scores.ends):
        found.home += [len(found.sentences)] * (end + 1 - start)
        found.sentences.append(range(offset + start, offset + end + 1))
        columns = [0, *range(start + 1, end + 2)]
        head = trees.heads(scores.arcs[start : end + 1, columns])
        for at, above in enumerate(head):
            relation = scores.relations[start + at, start + above if above else 0]
            found.head.append(offset + start + above - 1 if above else -1)
            found.deprel.append(labels.DEPREL[relation] if above else "root")
        base = offset + start
        for first, last, kind in entities(scores.entity[start : end + 1].argmax(axis=1).tolist()):
            found.names.append((base + first, _whole(found, base + last, offset + end), kind))
        start = end + 1


def entities(tags: list[int]) -> Iterator[tuple[int, int, str]]:
    """First and last word and kind of each name: a B or a lone I opens, an I of the same kind goes on."""
    at = 0
    while at < len(tags):
        last = at
        if tags[at]:
            kind = labels.ENTITY[tags[at]][2:]
            while last + 1 < len(tags) and labels.ENTITY[tags[last + 1]] == f"I-{kind}":
                last += 1
            yield at, last, kind
        at = last + 1


def _whole(found: Parse, last: int, end: int) -> int:
    """The last word of a name, the parts after its hyphens taken in: `Kim Heung` → `-kyu`."""
    while (
        last + 2 <= end
        and found.forms[last + 1] == "-"
        and found.spans[last].end + 1 == found.spans[last + 1].end == found.spans[last + 2].start
    ):
        last += 2
    return last


def softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))
