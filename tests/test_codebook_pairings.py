"""The table of what settles a position: its names are the codebook's, its words agree with each other."""

import pytest

from detente.codebook import PAIRINGS, POSITION_KINDS, THEMES, TOLD_BY, TYPES, WORDINGS, legal_mode
from detente.records import STATES


def test_every_pairing_is_of_the_codebook() -> None:
    for each in PAIRINGS:
        assert each.theme in THEMES, each
        assert each.kinds <= set(POSITION_KINDS), each
        assert each.type in TYPES, each
        assert all(legal_mode(each.type, mode or None) for mode in each.modes), each
        assert each.who in {"holder", "other", "either", "both"}, each
        assert each.state in STATES, each


def test_a_position_and_an_event_have_one_outcome() -> None:
    keys = [(each.theme, kind, each.type, mode, each.who) for each in PAIRINGS for kind in each.kinds
            for mode in each.modes or {""}]  # fmt: skip
    assert len(keys) == len(set(keys))


def test_a_word_has_one_theme_and_ends_nothing_at_once() -> None:
    words = [word for theme in THEMES.values() for word in theme.words]
    assert len(words) == len(set(words))
    assert not WORDINGS.ending & set(words)
    assert not WORDINGS.whole & WORDINGS.part


def test_every_kind_is_told_by_known_types() -> None:
    assert set(TOLD_BY) == set(POSITION_KINDS)
    assert {name for names in TOLD_BY.values() for name in names} <= set(TYPES)


@pytest.mark.parametrize(
    ("sentence", "met", "dropped"),
    [
        ("The council met the main demand of the strikers.", True, False),
        ("The firm has kept its promise.", True, False),
        ("The two met on Monday.", False, False),
        ("The party dropped its long-standing demand that the dam close.", False, True),
        ("The envoy no longer insists on a date.", False, True),
        ("The envoy insists that they drop the plan.", False, False),
    ],
)
def test_words_that_say_what_became_of_it(sentence: str, met: bool, dropped: bool) -> None:
    assert bool(WORDINGS.met.search(sentence)) == met
    assert bool(WORDINGS.dropped.search(sentence)) == dropped
