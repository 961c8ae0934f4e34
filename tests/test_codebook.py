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
    outward_time,
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


@pytest.mark.parametrize(
    ("value", "mod", "outward"),
    [
        ("2019-09-10", "", "2019-09-10"),
        ("2019-09-10T06:53+09:00", "", "2019-09-10"),
        ("2019-09-10TMO", "", "2019-09-10"),
        ("2019-09", "", "2019-09"),
        ("2019-09", "LATE", "2019-09-XX"),
        ("2020-02", "END", "2020-02-29"),
        ("2019", "END", "2019-12-31"),
        ("2019", "START", "2019-01"),
        ("2019", "LATE", "2019"),
        ("2019-W36", "", "2019-W36"),
        ("2019-W36-WE", "", "2019-09-07/2019-09-08"),
        ("2019-H2", "", "2019-07-01/2019-12-31"),
        ("2019-Q3", "", "2019-Q3"),
        ("2018-WI", "", "2018-WI"),
        ("199", "", "1990/1999"),
        ("199", "MID", "1994/1996"),
        ("18", "", "1800/1899"),
        ("XXXX-WXX-5", "", "XXXX"),
        ("XXXX-XX-XX", "", "XXXX-XX-XX"),
        ("XXXX-09-04", "", "XXXX-09-04"),
        ("2014/2016", "", "2014/2016"),
        ("2014/PAST_REF", "", None),
        ("0000", "END", "0000"),
        ("P3M", "", None),
        ("PT2H", "", None),
        ("PAST_REF", "", None),
        ("BC0146", "", None),
        ("XX", "", None),
        ("", "", None),
    ],
)
def test_times_as_a_reading_prints_them(value: str, mod: str, outward: str | None) -> None:
    assert outward_time(value, mod) == outward


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
