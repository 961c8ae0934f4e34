"""The model's scores → the reading graph: nodes with labels, and arcs to the words of their arguments."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from detente.codebook import legal_mode

from . import labels
from .model import Floats, Scores
from .parse import Parse, softmax

TRIGGER, BEGIN, ROLE, PARTY = 0.45, 0.25, 0.42, 0.3
"""Chances above which a word is a trigger, opens a content, opens an argument, opens a source or recipient: set on
held-out articles."""
_PARTIES = frozenset(("source", "recipient"))
_ONE = frozenset(("speaker", "cue", "hearer", "holder", "addressee", "exchange", "condition", "due"))
_ALWAYS = frozenset(("speaker", "holder"))
_LONGEST = {"says": 24, "exchange": 40, "condition": 40, "via": 24}  # words; of the other roles 16

Place = tuple[int, int]
"""First and last word."""


@dataclass(frozen=True, slots=True)
class Node:
    """`words` are the trigger's, or the content's. `label` is the event type, or the kind."""

    family: str
    words: Place
    label: str
    score: float
    mode: str | None = None
    status: str = "actual"
    arguments: dict[str, list[Place]] = field(default_factory=dict)

    def one(self, role: str) -> Place | None:
        return next(iter(self.arguments.get(role, ())), None)


def nodes(parse: Parse) -> Iterator[Node]:
    """All nodes of a document in text order, events first in each window."""
    for words, scores in parse.windows:
        reader = _Window(parse, words, scores)
        yield from reader.events()
        yield from reader.contents("statement", scores.statement, labels.STATEMENT)
        yield from reader.contents("position", scores.position, labels.POSITION)


class _Window:
    def __init__(self, parse: Parse, words: range, scores: Scores) -> None:
        self.parse, self.words, self.scores = parse, words, scores
        self.row = {int(word): number for number, word in enumerate(scores.nodes)}
        self.chances: Floats = (1 / (1 + np.exp(-np.clip(scores.roles, -30, 30)))).astype(np.float32)

    def events(self) -> Iterator[Node]:
        chances = softmax(self.scores.type)
        for at in np.flatnonzero(1 - chances[:, 0] > TRIGGER).tolist():
            best = int(chances[at, 1:].argmax()) + 1
            label = labels.TYPE[best]
            word = self.words[at]
            yield Node(
                "event",
                (word, self._particle(word)),
                label,
                round(float(chances[at, best]), 4),
                self._mode(at, label),
                labels.STATUS[int(self.scores.status[at].argmax())],
                self._arguments(at, labels.EVENT_ROLES),
            )

    def _particle(self, word: int) -> int:
        """`called` → `off`, where it stands next to it."""
        beside = word + 1
        if (
            beside in self.words
            and self.parse.head[beside] == word
            and self.parse.deprel[beside] == "compound:prt"
        ):
            return beside
        return word

    def _mode(self, at: int, label: str) -> str | None:
        row = self.scores.mode[at]
        legal = [
            number
            for number, name in enumerate(labels.MODE)
            if number == 0 or (name.split(" ")[0] == label and legal_mode(label, name.split(" ")[1]))
        ]
        best = max(legal, key=lambda number: float(row[number]))
        return labels.MODE[best].split(" ")[1] if best else None

    def contents(self, family: str, logits: Floats, inventory: tuple[str, ...]) -> Iterator[Node]:
        chances = softmax(logits)
        begin = chances[:, 1::2].sum(axis=1)
        inside = chances[:, 2::2].sum(axis=1)
        roles = labels.STATEMENT_ROLES if family == "statement" else labels.POSITION_ROLES
        for sentence in self._sentences():
            if begin[sentence.start : sentence.stop].max(initial=0.0) < 0.1:
                continue
            for first, last in _runs(
                chances[sentence.start : sentence.stop, 0],
                begin[sentence.start : sentence.stop],
                inside[sentence.start : sentence.stop],
            ):
                first, last = first + sentence.start, last + sentence.start
                by_kind = chances[first : last + 1, 1::2] + chances[first : last + 1, 2::2]
                kind = int(
                    (np.log(chances[first, 1::2] + 1e-6) + np.log(by_kind + 1e-6).mean(axis=0)).argmax()
                )
                score = float(begin[first]) * float((begin + inside)[first : last + 1].mean())
                place = self._trimmed(first, last)
                if place is None or begin[first] < BEGIN:
                    continue
                yield Node(
                    family,
                    place,
                    inventory[1 + 2 * kind][2:],
                    round(score, 4),
                    arguments=self._arguments(first, roles),
                )

    def _sentences(self) -> Iterator[range]:
        start = 0
        for at in range(len(self.words)):
            here = self.parse.home[self.words[at]]
            if at + 1 == len(self.words) or self.parse.home[self.words[at + 1]] != here:
                yield range(start, at + 1)
                start = at + 1

    def _trimmed(self, first: int, last: int) -> Place | None:
        """Without the punctuation at its ends."""
        forms = self.parse.forms
        start, end = self.words[first], self.words[last]
        while start <= end and not any(char.isalnum() or char in "$£€%" for char in forms[start]):
            start += 1
        while end >= start and not any(char.isalnum() or char in "$£€%)" for char in forms[end]):
            end -= 1
        return (start, end) if start <= end else None

    def _arguments(self, at: int, roles: tuple[str, ...]) -> dict[str, list[Place]]:
        if at not in self.row:
            return {}
        chances = self.chances[self.row[at]]
        out = {}
        for role in roles:
            number = labels.ROLES.index(role)
            places = self._pairs(role, chances[number], chances[number + len(labels.ROLES)])
            if places:
                out[role] = places
        return out

    def _pairs(self, role: str, first: Floats, last: Floats) -> list[Place]:
        """Each likely first word with the likeliest last word after it, before the next first word."""
        starts = np.flatnonzero(first > (PARTY if role in _PARTIES else ROLE)).tolist()
        if role in _ONE and starts:
            starts = [int(first.argmax())]
        if role in _ALWAYS and not starts:
            starts = [int(first.argmax())]
        out = []
        for number, start in enumerate(starts):
            limit = min(start + _LONGEST.get(role, 16), len(self.words))
            if number + 1 < len(starts):
                limit = min(limit, starts[number + 1])
            home = self.parse.home[self.words[start]]
            while limit > start + 1 and self.parse.home[self.words[limit - 1]] != home:
                limit -= 1
            end = start + int(last[start:limit].argmax())
            out.append((self.words[start], self.words[end]))
        return out


def _runs(outside: Floats, begin: Floats, inside: Floats) -> list[Place]:
    """The best O/B/I sequence (Viterbi; an I follows only a B or an I), as runs of words."""
    score = np.log(np.stack([outside, begin, inside], axis=1) + 1e-9).tolist()
    best = [score[0][0], score[0][1], -1e9]
    back: list[tuple[int, int, int]] = []
    for row in score[1:]:
        top = 0 if best[0] >= max(best[1], best[2]) else (1 if best[1] >= best[2] else 2)
        grow = 1 if best[1] >= best[2] else 2
        back.append((top, top, grow))
        best = [best[top] + row[0], best[top] + row[1], best[grow] + row[2]]
    state = max(range(3), key=lambda each: best[each])
    states = [state]
    for step in reversed(back):
        state = step[state]
        states.append(state)
    states.reverse()
    out: list[Place] = []
    for at, state in enumerate(states):
        if state == 1:
            out.append((at, at))
        elif state == 2:
            out[-1] = (out[-1][0], at)
    return out
