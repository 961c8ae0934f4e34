"""How the actor file is made: readers on lines of our own, and that the file has our own tables."""

from datetime import date
from pathlib import Path

import pytest
from training import actor_own, actor_phoenix
from training.actor_book import UNRANKED, Book, day, surnames
from training.actor_facts import Entry, Holder

from detente.actors import lookup

DICTIONARY = """\
# a comment
JANE_ROE_  ; the foreign minister
+JANE_A._ROE_
\t[XYZGOV 030101-041130]
\t[XYZGOV >20100501]
RED_SQUARE_LEAGUE_
\t[XYZREB]
"""


def test_phoenix_entries(tmp_path: Path) -> None:
    path = tmp_path / "actors.txt"
    path.write_text(DICTIONARY, encoding="utf-8")
    assert list(actor_phoenix.actors(path)) == [
        Entry(
            ("Jane Roe", "Jane A. Roe"),
            (("XYZGOV", "2003-01-01", "2004-11-30"), ("XYZGOV", "2010-05-01", "")),
        ),
        Entry(("Red Square League",), (("XYZREB", "", ""),)),
    ]


def test_phoenix_agents(tmp_path: Path) -> None:
    path = tmp_path / "agents.txt"
    path.write_text("!MINIST! = MINISTER\nFARMER [~AGR]\nTEA_!MINIST! [~GOVAGR]\n", encoding="utf-8")
    assert list(actor_phoenix.agents(path)) == [
        ("farmer", "AGR"),
        ("tea minister", "GOVAGR"),
        ("tea ministry", "GOVAGR"),
    ]


@pytest.mark.parametrize(
    "name, country, keys",
    [
        ("Kim Jong Un", "PRK", ["kim"]),
        ("Xi Jinping", "CHN", ["xi"]),
        ("Andrei Lankov", "KOR", ["lankov"]),
        ("Carrie Lam", "HKG", ["lam"]),
        ("Bashar al-Assad", "SYR", ["alassad", "assad"]),
        ("Staffan de Mistura", "UNO", ["mistura", "demistura"]),
        ("Thein Sein", "MMR", []),
    ],
)
def test_surnames(name: str, country: str, keys: list[str]) -> None:
    assert surnames(name, country) == keys


def test_days_are_padded() -> None:
    assert [day("2018", False), day("2018-04", False), day("2018", True), day("2018-04-26", True)] == [
        "2018-01-01",
        "2018-04-01",
        "2018-12-31",
        "2018-04-26",
    ]


def test_what_comes_first_wins() -> None:
    book = Book()
    first, second = (book.entity("group", name, "XYZ", "REB") for name in ("First", "Second"))
    assert book.name("The League", first, "n", alone=True)
    assert not book.name("the league", second, "n", alone=True)
    assert book.names["theleague"] == [f"{first}n"]


def test_a_dictionary_person_has_no_surname() -> None:
    book = Book()
    term = Holder("Jane Roe", "XYZ", "GOV", "", "2003", "2004")
    book.person("Jane Roe", [], [term], UNRANKED)
    assert book.knows("Jane Roe", "XYZ") == 0
    assert not book.surnames


def test_a_row_that_cannot_be_read_names_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "persons.psv").write_text("name|names|terms\nJane Roe||GOV minister\n", encoding="utf-8")
    monkeypatch.setattr(actor_own, "TABLES", tmp_path)
    with pytest.raises(SystemExit, match=r"cannot read: persons\.psv: Jane Roe"):
        list(actor_own.persons())


def test_everybody_of_our_own_table_is_in_the_file() -> None:
    for name, also, terms in actor_own.persons():
        for written in (name, *also):
            found = [each for each in lookup(written) if each.kind == "person"]
            assert name in [each.name for each in found], written
        start = day(terms[0].start, False) or "1950-01-01"
        assert lookup(name, date.fromisoformat(start))[0].name


@pytest.mark.parametrize("table", ["bodies", "groups", "institutions", "media", "thinktanks"])
def test_every_name_of_our_own_tables_is_in_the_file(table: str) -> None:
    for row in actor_own.rows(table):
        for written in actor_own.several(row["names"]):
            assert row["name"].removeprefix("~") in [each.name for each in lookup(written)], written
