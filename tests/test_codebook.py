"""The codebook: what it must hold, and that it agrees with the corpus's own list of legal modes."""

import ast
import re
from pathlib import Path

import pytest

from detente import codebook
from detente.codebook import (
    CONTEXTS,
    POSITION_KINDS,
    SECTORS,
    STATEMENT_KINDS,
    STATUSES,
    TYPES,
    from_cameo,
    legal_mode,
    outward_country,
)

RESOLVE = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "resolve"


def test_sixteen_types_in_four_classes() -> None:
    assert len(TYPES) == 16
    assert {each.quad for each in TYPES.values()} == {1, 2, 3, 4}
    assert all(each.name == name and each.covers for name, each in TYPES.items())


@pytest.mark.parametrize("quad, sign", [(1, 1), (2, 1), (4, -1)])
def test_scores_have_the_sign_of_their_class(quad: int, sign: int) -> None:
    for each in TYPES.values():
        if each.quad == quad:
            scores = [each.score, *(score for score in each.modes.values() if score is not None)]
            assert all(score * sign > 0 for score in scores), each.name


def test_a_mode_belongs_to_its_type() -> None:
    assert legal_mode("CONSULT", "visit")
    assert legal_mode("CONSULT", None)
    assert not legal_mode("AGREE", "visit")
    assert not legal_mode("ASSAULT", "arrest")
    assert not legal_mode("DEMAND", None)


def test_modes_without_a_printed_score() -> None:
    without = {
        (name, mode) for name, each in TYPES.items() for mode, score in each.modes.items() if score is None
    }
    assert without == {("THREATEN", "ban"), ("RETREAT", "return"), ("PROTEST", "vandalize")}


def test_values() -> None:
    assert tuple(STATUSES) == ("actual", "future", "possible", "conditional", "negated")
    assert all(status.covers and status.wording for status in STATUSES.values())
    assert set(POSITION_KINDS) == {"demand", "offer", "refusal", "threat", "commitment", "prediction"}
    assert set(STATEMENT_KINDS) == {"direct", "indirect", "mixed"}
    assert len(CONTEXTS) == len(set(CONTEXTS)) == 37
    assert {"GOV", "MIL", "REB", "NGO", "UNK", "-"} <= set(SECTORS)


def test_country_codes_as_a_reading_prints_them() -> None:
    codes = ["", "UNO", "EUR", "IGO", "INT", "PRK", "XKX"]
    assert [outward_country(code) for code in codes] == ["INT", "IGO", "IGO", "IGO", "INT", "PRK", "XKX"]


def test_cameo_codes() -> None:
    assert from_cameo("042") == ("CONSULT", "visit")
    assert from_cameo("0874") == ("RETREAT", "disarm")
    assert from_cameo("1411") == ("PROTEST", "demo"), "goes by its beginning"
    assert from_cameo("010") is None
    assert from_cameo("") is None


def test_cameo_gives_legal_pairs_only() -> None:
    for code in range(10_000):
        for width in (2, 3, 4):
            if found := from_cameo(f"{code:0{width}d}"):
                assert legal_mode(*found)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="MODES"):
        _ = codebook.MODES


@pytest.mark.skipif(not RESOLVE.exists(), reason="../shared is not there")
def test_legal_pairs_are_those_of_the_corpus() -> None:
    found = re.search(r"^TYPES=(\{.*?\})\nSTATUS", RESOLVE.read_text(encoding="utf-8"), re.M | re.S)
    assert found
    assert {name: list(each.modes) for name, each in TYPES.items()} == ast.literal_eval(found[1])
