"""The names of persons, bare: as far as the model marked them right, without a title that was marked with them."""

from detente.actors import lookup

from .graph import Place
from .parse import Parse
from .titles import post

_WEAK = 0.5
"""Score of a table's candidate that a name need not heed."""
_BACK = 3
"""Words before a marked name that can belong to it by the tree."""


class Bearers:
    """Of one document. `names` are in text order, `starts` their first words."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        marked = (self._bare(first, last) for first, last, kind in parse.names if kind == "person")
        self.names: list[Place] = sorted({name for name in marked if name})
        self.starts = frozenset(first for first, _ in self.names)

    def head(self, name: Place) -> int:
        """The word by which a name stands in its sentence."""
        outside = (
            word for word in range(name[0], name[1] + 1) if not name[0] <= self._parse.head[word] <= name[1]
        )
        return next(outside, name[0])

    def _bare(self, first: int, last: int) -> Place | None:
        """None where it is no person's name."""
        forms, whole = self._parse.forms, first
        last = self._last(first, last)
        start = None if post(forms[last]) or not forms[last][0].isalpha() else self._first(first, last)
        if start is None or not forms[start][0].isupper():
            return None
        if self._other(start, last, ("person",)) or self._other(whole, last, ("person", "role")):
            return None
        return start, last

    def _last(self, first: int, last: int) -> int:
        """ "Bob Corker" of "Bob Corker of Tennessee"; "Nasrallah" too where only "Hassan" was marked."""
        parse = self._parse
        for at in range(first + 1, last):
            if parse.forms[at] in ("of", "for") and not post(parse.forms[at - 1]):
                return at - 1
        while last + 1 < len(parse.forms) and self._goes_on(last):
            last += 1
        return last

    def _goes_on(self, last: int) -> bool:
        parse, after = self._parse, last + 1
        hangs = parse.deprel[after] == "flat" and parse.head[after] in (last, parse.head[last])
        return hangs and parse.forms[after][0].isupper()

    def _first(self, first: int, last: int) -> int | None:
        """Behind the title that was marked with it ("Minister Choe Son Hui"); None for half a title ("of State")."""
        forms, head = self._parse.forms, self._top(last)
        posts = [word for word in range(first, last) if post(forms[word])]
        if posts and forms[posts[-1] + 1] in ("of", "to", "for", "at") and head == last:
            return None  # "minister of North Korea"
        if posts:
            return head if posts[-1] < head <= last else posts[-1] + 1
        if first > 1 and forms[first - 1] == "of" and post(forms[first - 2]):
            return head if head > first else None
        lower = forms[first][0].islower() and first < head
        return head if lower or first - _BACK <= head < first else first

    def _top(self, word: int) -> int:
        """The word of a name that its other words hang on."""
        parse = self._parse
        while parse.deprel[word] == "flat" and 0 <= parse.head[word] < word:
            if post(parse.forms[parse.head[word]]):
                break
            word = parse.head[word]
        return word

    def _other(self, first: int, last: int, kinds: tuple[str, ...]) -> bool:
        """Whether the tables know the words as something that is none of these kinds."""
        best = next(iter(lookup(self._parse.text(first, last))), None)
        return best is not None and best.kind not in kinds and best.score > _WEAK
