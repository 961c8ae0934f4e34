"""The model's scores → the reading graph: nodes with labels, and arcs to the words of their arguments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from detente.codebook import legal_mode

from . import labels
from .model import Floats, Scores
from .parse import Parse, softmax

PEOPLE_ROLES = ("source", "recipient", "speaker", "hearer", "holder", "addressee")
TRIGGER, BEGIN, ROLE, PARTY, PLACE, FAINT, LAST = 0.65, 0.25, 0.42, 0.3, 0.45, 0.04, 0.25
"""Chances above which a word is a trigger, opens a content, opens an argument, a source or recipient, a place; may
open one at all; ends one before the next may open: set on held-out articles."""
_LEAST = {"source": PARTY, "recipient": PARTY, "place": PLACE}
_ONE = frozenset(("speaker", "cue", "hearer", "holder", "addressee", "exchange", "condition", "due"))
_ALWAYS = frozenset(("speaker", "holder"))
_LONGEST = {"says": 24, "exchange": 40, "condition": 40, "via": 24}  # words; of the other roles 16

Place = tuple[int, int]
"""First and last word."""


@dataclass(frozen=True, slots=True)
class Node:
    """`words` are the trigger's, or the content's. `label` is the event type, or the kind. `parties` holds for
    the roles of actors every mention that may be meant with its chance; `arguments` only what is likely. `sides`
    holds for an event's source and recipient the words where a name of its country may end; the trigger itself
    stands for nobody."""

    family: str
    words: Place
    label: str
    score: float
    mode: str | None = None
    status: str = "actual"
    arguments: dict[str, list[Place]] = field(default_factory=dict)
    parties: dict[str, list[tuple[Place, float]]] = field(default_factory=dict)
    sides: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

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
                *self._arguments(at, labels.EVENT_ROLES),
                self._sides(at),
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
                if place is None or place[0] == place[1] or begin[first] < BEGIN:
                    continue  # one word is hardly ever all that was said or wanted
                arguments, parties = self._arguments(first, roles)
                yield Node(
                    family,
                    place,
                    inventory[1 + 2 * kind][2:],
                    round(score, 4),
                    arguments=arguments,
                    parties=parties,
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

    def _arguments(
        self, at: int, roles: tuple[str, ...]
    ) -> tuple[dict[str, list[Place]], dict[str, list[tuple[Place, float]]]]:
        """`arguments`, and for the roles of actors `parties`, of the node at a word."""
        arguments: dict[str, list[Place]] = {}
        parties: dict[str, list[tuple[Place, float]]] = {}
        if at in self.row:
            chances = self.chances[self.row[at]]
            for role in roles:
                number = labels.ROLES.index(role)
                likely = self._likely(role, chances[number], chances[number + len(labels.ROLES)])
                if role not in PEOPLE_ROLES:  # only actors may stand in another sentence
                    home = self.parse.home[self.words[at]]
                    likely = [each for each in likely if self.parse.home[each[0][0]] == home]
                best = max(likely, key=lambda each: each[1], default=None)
                if role in _ONE:
                    likely_enough = [best] if best and (best[1] > ROLE or role in _ALWAYS) else []
                else:
                    likely_enough = [each for each in likely if each[1] > _LEAST.get(role, ROLE)]
                if likely_enough:
                    arguments[role] = [place for place, _ in likely_enough]
                if role in PEOPLE_ROLES:
                    parties[role] = likely
        return arguments, parties

    def _sides(self, at: int) -> dict[str, list[tuple[int, float]]]:
        if at not in self.row:
            return {}
        out = {}
        for role, chances in zip(labels.SIDES, softmax(self.scores.sides[self.row[at]]), strict=True):
            likely = np.flatnonzero(chances > 0.01).tolist()
            out[role] = [(self.words[word], float(chances[word])) for word in likely]
        return out

    def _likely(self, role: str, first: Floats, last: Floats) -> list[tuple[Place, float]]:
        """Each argument that may be meant. First words with one last word ("the", "security" … "forces") are one
        argument: its chance is theirs together, and it begins where that is likeliest."""
        starts: dict[int, list[int]] = {}
        likely = np.flatnonzero(first > FAINT).tolist() or ([int(first.argmax())] if role in _ALWAYS else [])
        for start, after in pairwise([*likely, len(self.words)]):
            end = self._end(role, start, last, after)
            if last[end] < LAST:
                end = self._end(role, start, last, len(self.words))
            starts.setdefault(end, []).append(start)
        out = []
        for end, same in starts.items():
            begin = max(same, key=lambda start: float(first[start]))
            chance = min(0.995, float(first[same].sum()))
            out.append(((self.words[begin], self.words[end]), chance))
        return sorted(out)

    def _end(self, role: str, start: int, last: Floats, limit: int) -> int:
        """The likeliest last word of an argument, in its sentence and before `limit`."""
        limit = min(start + _LONGEST.get(role, 16), limit)
        home = self.parse.home[self.words[start]]
        while limit > start + 1 and self.parse.home[self.words[limit - 1]] != home:
            limit -= 1
        return start + int(last[start:limit].argmax())


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
