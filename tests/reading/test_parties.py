"""Who acts on whom, from the chances of mentions and of names of countries; no model."""

from dataclasses import dataclass, field

import pytest

from detente.reading.graph import Node, Place
from detente.reading.parties import Parties
from detente.records import Mention, Referent, Span

EGYPT = Referent("Egypt", "EGY", "GOV")
SUDAN = Referent("Sudan", "SDN", "GOV")


@dataclass
class Text:
    """Words 0 to 9 are the sentence before, 10 to 19 the act's."""

    home: list[int] = field(default_factory=lambda: [0] * 10 + [1] * 10)


@dataclass
class People:
    """Who stands at which word."""

    at: dict[int, Referent]

    def referents(self, place: Place) -> tuple[Referent, ...]:
        return (self.at[place[1]],) if place[1] in self.at else ()

    def mention(self, place: Place) -> Mention:
        return Mention(Span(place[0], place[1] + 1), self.referents(place))

    def country_at(self, word: int) -> str:
        return self.at[word].country if word in self.at else "INT"

    def named(self, word: int) -> Place:
        return (word, word)


def act(parties: list[tuple[int, float]], sides: list[tuple[int, float]]) -> Node:
    places = [((word, word), chance) for word, chance in parties]
    return Node("event", (15, 15), "COERCE", 0.9, parties={"source": places}, sides={"source": sides})


def countries(people: dict[int, Referent], node: Node) -> list[str]:
    found, chance = Parties(Text(), People(people)).all(node, "source")  # type: ignore[arg-type]
    assert 0 <= chance <= 1
    return [each.country for mention in found for each in mention.referents]


def test_a_chance_spread_over_mentions_of_one_actor_adds_up() -> None:
    people = {1: EGYPT, 4: EGYPT, 7: EGYPT}
    node = act([(1, 0.3), (4, 0.3), (7, 0.3)], [(1, 0.3), (4, 0.3), (7, 0.3)])
    assert countries(people, node) == ["EGY"]


def test_mentions_of_different_actors_do_not() -> None:
    node = act([(1, 0.3), (4, 0.3)], [(1, 0.3), (4, 0.3)])
    assert countries({1: EGYPT, 4: SUDAN}, node) == []


def test_who_stands_in_the_sentence_goes_before_who_does_not() -> None:
    people = {4: SUDAN, 12: EGYPT}
    assert countries(people, act([(4, 0.9), (12, 0.9)], [(4, 0.5), (12, 0.5)])) == ["EGY"]
    found, _ = Parties(Text(), People(people)).all(act([(4, 0.9)], [(4, 0.9)]), "source")  # type: ignore[arg-type]
    assert [mention.span for mention in found] == [None], "named in another sentence: no words of this one"


@pytest.mark.parametrize(("pointed", "found"), [([(4, 0.9)], ["EGY"]), ([(15, 0.9)], [])])
def test_a_weak_mention_needs_the_pointer_to_its_country(
    pointed: list[tuple[int, float]], found: list[str]
) -> None:
    assert countries({4: EGYPT, 12: EGYPT}, act([(12, 0.4)], pointed)) == found


def test_nobody_is_an_answer() -> None:
    assert countries({}, act([], [(15, 1.0)])) == []
