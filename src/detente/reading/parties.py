"""Who acts, who is acted on, who speaks: the arcs to all mentions of one actor, taken together.

Where a sentence does not say who acts, the model spreads its chance over the mentions before and after it; each
alone is unlikely, the actor they share is not.
"""

from collections.abc import Callable
from math import prod

from detente.records import Mention, Referent

from .graph import PARTY, ROLE, Node, Place
from .parse import Parse
from .who import Who

TOGETHER, POINTED = 0.45, 0.5
"""Chance above which an actor is a source or recipient; what the pointer to its country counts for in it: set on
held-out articles. (That the pointer also tells the country of who does not say was worse.)"""

Likely = list[tuple[Place, float]]


class Parties:
    """Of one document."""

    def __init__(self, parse: Parse, who: Who) -> None:
        self._parse, self._who = parse, who

    def all(self, node: Node, role: str) -> tuple[tuple[Mention, ...], float]:
        """Every source or recipient of an event, and the chance that those are they: counted by country, that is
        what an act is filed under. Who stands in the sentence of the act goes before who does not."""
        pointed = self._pointed(node, role)
        groups = self._groups(node, role, lambda each: each.country)
        chances = {countries: (1 - POINTED) * _together(members) for countries, members in groups.items()}
        for country, (chance, _) in pointed.items():
            own = frozenset([country])
            holders = [countries for countries in groups if country in countries] or [own]
            for countries in holders:
                chances[countries] = chances.get(countries, 0.0) + POINTED * chance / len(countries)
        chosen = [countries for countries, chance in chances.items() if chance > TOGETHER]
        said = [
            each for each in chosen if any(self._beside(node, place) for place, _ in groups.get(each, ()))
        ]
        out, right = list[Place](), 1.0
        for countries, chance in chances.items():
            if countries not in (said or chosen):
                right *= 1 - chance
                continue
            right *= chance
            members = groups.get(countries) or [(self._who.named(pointed[min(countries)][1]), chance)]
            members = [each for each in members if self._beside(node, each[0])] or members
            best, _ = max(members, key=lambda each: each[1])
            out += [place for place, chance in members if place == best or chance > PARTY]
        return tuple(self._mention(node, place) for place in sorted(out)), right

    def _pointed(self, node: Node, role: str) -> dict[str, tuple[float, int]]:
        """For each country that the model points at, the chance, and the word it is likeliest at."""
        out: dict[str, tuple[float, int]] = {}
        for word, chance in sorted(node.sides.get(role, ()), key=lambda each: -each[1]):
            if word != node.words[0]:
                country = self._who.country_at(word)
                before, first = out.get(country, (0.0, word))
                out[country] = before + chance, first
        return out

    def one(self, node: Node, role: str, certain: bool = False) -> tuple[Mention | None, float]:
        """The likeliest by name, and how likely; nobody where none is, unless `certain` that there is one."""
        best = max(self._groups(node, role, lambda each: each.name).values(), key=_together, default=[])
        place = max(best, key=lambda each: each[1])[0] if best else node.one(role)
        chance = _together(best) if best else 0.0
        if place is None or not (certain or chance > ROLE):
            return None, 1 - chance
        return self._mention(node, place), chance

    def _groups(self, node: Node, role: str, of: Callable[[Referent], str]) -> dict[frozenset[str], Likely]:
        """The mentions that may be meant, by what they have in common."""
        groups: dict[frozenset[str], Likely] = {}
        for place, chance in node.parties.get(role, ()):
            if referents := self._who.referents(place):
                groups.setdefault(frozenset(map(of, referents)), []).append((place, chance))
        return groups

    def _mention(self, node: Node, place: Place) -> Mention:
        """Without a span where the words stand in another sentence than the node."""
        mention = self._who.mention(place)
        return mention if self._beside(node, place) else Mention(None, mention.referents, mention.kind)

    def _beside(self, node: Node, place: Place) -> bool:
        return self._parse.home[place[0]] == self._parse.home[node.words[0]]


def _together(members: Likely) -> float:
    """The chance that any of them is meant."""
    return 1 - prod(1 - chance for _, chance in members)
