"""Head scores → one UD tree a sentence."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def heads(scores: Floats) -> list[int]:
    """The best tree over one sentence of n words: `scores` [n, 1 + n], column 0 the root; the answer has
    n entries, 0 for the word under the root (exactly one), else 1 + the head's number."""
    n = scores.shape[0]
    square = np.full((n + 1, n + 1), -1e9)
    square[1:] = scores
    np.fill_diagonal(square, -1e9)
    greedy = square[1:].argmax(axis=1)
    if (greedy == 0).sum() == 1 and not _cycle([0, *greedy.tolist()]):
        return [int(head) for head in greedy]
    # One root: the word that gives up least against its next best head, all others barred from it.
    gain = square[1:, 0] - square[1:, 1:].max(axis=1, initial=-1e9)
    root = int(gain.argmax()) + 1
    kept = square[root, 0]
    square[1:, 0] = -1e9
    square[root] = -1e9
    square[root, 0] = kept
    return _chu_liu_edmonds(square)[1:]


def _cycle(head: list[int]) -> list[int]:
    """The words of a cycle, or none. `head[0]` is not looked at."""
    state = [0] * len(head)
    state[0] = 2
    for start in range(1, len(head)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = head[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _chu_liu_edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Maximum spanning arborescence from node 0 (Chu and Liu 1965, Edmonds 1967): row → its head."""
    n = scores.shape[0]
    head = [0, *scores[1:].argmax(axis=1).tolist()]
    loop = _cycle(head)
    if not loop:
        return head
    cycle = np.array(loop)
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    # The cycle becomes one node, the last: into it by the word that loses least, out of it by its best word.
    own = scores[cycle, [head[word] for word in loop]]
    into = scores[np.ix_(cycle, rest)] - own[:, None]
    out = scores[np.ix_(rest, cycle)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -1e9)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[:-1, -1] = out.max(axis=1)
    smaller[-1, :-1] = into.max(axis=0)
    found = _chu_liu_edmonds(smaller)
    for number, word in enumerate(rest.tolist()):
        if number:
            chosen = found[number]
            head[word] = loop[int(out[number].argmax())] if chosen == len(rest) else int(rest[chosen])
    entry = found[-1]
    broken = loop[int(into[:, entry].argmax())]
    head[broken] = int(rest[entry])
    return head
