"""A mention cut into items, and what can be asked about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from . import lexicon
from .items import Item
from .ranking import ranked
from .spelling import ARABIC, Word
from .table import Entry, Table

_LESSER = 0.66
_ORDER = {"region": 0, "country": 1}
Found = list[tuple[Entry, float, str]]


@dataclass(frozen=True)
class Phrase:
    table: Table
    words: Sequence[Word]
    items: Sequence[Item]
    near: tuple[str, ...]

    @property
    def plain(self) -> frozenset[str]:
        """The words that are part of no name."""
        return frozenset(self.words[item.first].key for item in self.items if not item.countries)

    @property
    def specifics(self) -> list[Item]:
        return [item for item in self.items if item.entries and not item.wide]

    @property
    def wides(self) -> list[Item]:
        """States, regions and parts of the world, regions first, then what stands after "in"."""
        found = [item for item in self.items if item.wide]
        return sorted(found, key=lambda item: (_ORDER.get(item.entries[0].kind, 2), not self._inside(item)))

    @property
    def states(self) -> list[str]:
        """Codes of the states that are named, as such or by adjective, in order, each once."""
        codes = [item.state or item.entries[0].countries[0] for item in self.items if self._state(item)]
        return list(dict.fromkeys(codes))

    def word(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def before(self, item: Item, count: int) -> list[str]:
        return [self.word(at) for at in range(max(0, item.first - count), item.first)]

    def pick(self) -> Item | None:
        """The item that says most closely where it is; None where nothing is named."""
        specifics = [item for item in self.specifics if not self._astray(item) and not self._cut(item)]
        held = [item for item in specifics if not self.words[item.last - 1].owns and not self._holds(item)]
        adjectives = [item for item in self.items if item.state]
        return next(iter(held or specifics or self.wides or adjectives), None)

    def ranked(self, item: Item) -> Found:
        """What the item may mean, by the other names and by the word that says its kind."""
        if item.state:
            state = self.table.state(item.state)
            return [(state, state.weight - 0.3, f"somewhere in {state.name}")] if state else []
        within, regions, hints = self._holders(item)
        near = [*self.near, *hints]
        return ranked(item.entries, near, within, regions, self.kinds(item), item.loose)

    def kinds(self, item: Item) -> Collection[str]:
        """Kinds that the words beside it say: "Anbar province", "city of Aleppo", "the Strait of Hormuz"."""
        after = item.last
        while self.word(after) in lexicon.FILLERS:
            after += 1
        for at in (after, item.first - 2 if self.word(item.first - 1) == "of" else item.first - 1):
            apart = at >= item.last and at < len(self.words) and self.words[at].apart
            if not apart and (kinds := lexicon.KINDS.get(self.word(at))):
                return kinds
        return ()

    def _holders(self, item: Item) -> tuple[list[str], list[int], list[str]]:
        """Countries and regions that hold it by the words, and countries that are only named beside it."""
        within: list[str] = []
        regions: list[int] = []
        hints: list[str] = []
        for other in self.items:
            if other is item:
                continue
            if other.state:
                told = self.word(other.last) in lexicon.KINDS
                (within if told else hints).append(other.state)
            for entry in other.entries:
                if entry.kind == "region":
                    regions.append(entry.number)
                wide = entry.kind in ("country", "zone") and len(entry.countries) == 1
                (within if wide else hints).extend(entry.countries)
        return within, regions, hints

    def _holds(self, item: Item) -> bool:
        """ "the West Bank city of Ramallah"."""
        return self.word(item.last) in lexicon.CITIES and self.word(item.last + 1) == "of"

    def _cut(self, item: Item) -> bool:
        """Whether it is only a part of a longer name that the table has not: "Imperial" in "Imperial Palace".
        A place that is known well gives its name to other things: there it counts if nothing else does."""
        tied = item.last < len(self.words) and self.words[item.last].tied
        small = item.loose or item.entries[0].weight < _LESSER
        if self.word(item.first - 1) in ARABIC or (small and tied):  # "Al Salem", "Hamas-ruled"
            return True
        longer = self._names_on(item.first - 1) or (
            self._names_on(item.last)
            and not self.words[item.last].apart
            and not self.words[item.last - 1].owns
        )
        alone = not any(other.countries for other in self.items if other.first >= item.last)
        return longer and (small or not alone)

    def _names_on(self, at: int) -> bool:
        """Whether the word there is of no known name, but of some name."""
        plain = any(other.first == at and not other.countries for other in self.items)
        word = self.words[at] if plain else None
        return bool(word and word.text[0].isupper() and word.key not in lexicon.KINDS and not word.owns)

    def _astray(self, item: Item) -> bool:
        """Whether it is a small or a guessed place that lies in none of the states named after it."""
        after = [
            other.entries[0].countries[0]
            for other in self.wides
            if other.first >= item.last and other.entries[0].kind == "country"
        ]
        best = self.ranked(item)
        if not after or not best:
            return False
        held = any(set(entry.countries) & set(after) for entry, _, _ in best) or "place named" in best[0][2]
        return not held and (item.loose or best[0][0].weight < 0.8)

    def _inside(self, item: Item) -> bool:
        return bool(set(self.before(item, 2)) & lexicon.INSIDE)

    def _state(self, item: Item) -> bool:
        return bool(item.state) or bool(item.entries and item.entries[0].kind == "country")
