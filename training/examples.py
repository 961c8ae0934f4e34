"""What the network learns from: stretches of words with whatever labels their source has.

A `Stretch` is a run of sentences of one document; a training window is a random run of them.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

Role = tuple[int, int, int, int]
"""Node word, number of the role, first and last word of the argument."""


@dataclass
class Sentence:
    """Words and labels; None where the source does not say. Word numbers count within the sentence, but in
    `roles`, `links` and `sectors` they count within the document."""

    forms: list[str]
    upos: list[int] | None = None
    heads: list[int] | None = None  # 0 is the root, 1 the first word
    deprel: list[int] | None = None
    entities: list[int] | None = None
    ends: bool = False  # whether the source's sentence ends are to be learnt
    paragraph: bool = False  # a paragraph ends here: a rule sees that, nothing to learn
    graph: "Graph | None" = None


@dataclass
class Graph:
    """The reading graph of one sentence. The first five have one label a word (-100: not said).

    `links` and `lands`: a mention's last word, and the words where a name of the same actor ends, or one of its
    country (itself, where it has none). `unsaid`: node, role, and all mentions of who is not named in the sentence.
    `sides`: node, 0 for source or 1 for recipient, and the words where names of one of its countries end (the node,
    where it has none)."""

    type: list[int]
    mode: list[int]
    status: list[int]
    statement: list[int]
    position: list[int]
    roles: list[Role] = field(default_factory=list)
    nodes: list[tuple[int, str]] = field(default_factory=list)  # word in the document, family
    sectors: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    lands: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    unsaid: list[tuple[int, int, tuple[tuple[int, int], ...]]] = field(default_factory=list)
    sides: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)


@dataclass
class Window:
    """Sentences in a row, and how many words of the document stand before them."""

    sentences: list[Sentence]
    before: int

    @property
    def size(self) -> int:
        return sum(len(sentence.forms) for sentence in self.sentences)


def windows(document: list[Sentence], most: int, rng: random.Random | None) -> Iterator[Window]:
    """The document in windows of at most `most` words (an overlong sentence stands alone, cut by the batcher).
    With `rng`, each window's length is drawn anew, so that every epoch sees other neighbours."""
    before, run, size = 0, list[Sentence](), 0
    limit = most if rng is None else rng.randint(most // 5, most)
    for sentence in document:
        if run and size + len(sentence.forms) > limit:
            yield Window(run, before)
            before, run, size = before + size, [], 0
            limit = most if rng is None else rng.randint(most // 5, most)
        run.append(sentence)
        size += len(sentence.forms)
    if run:
        yield Window(run, before)
