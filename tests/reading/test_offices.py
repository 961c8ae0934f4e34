"""Who is said to hold which office: trees and names written by hand, so that no model is asked."""

from typing import cast

import pytest

from detente.reading.offices import claims
from detente.reading.parse import Parse
from detente.reading.titles import relation, told
from detente.reading.who import Who
from detente.records import Date, Document, Mention, OfficeClaim, Referent, Span, When


class Somebody:
    """Stands for Who: everybody is of Norland."""

    def __init__(self, parse: Parse, country: str) -> None:
        self.parse, self.country = parse, country

    def mention(self, place: tuple[int, int]) -> Mention:
        name = self.parse.text(*place)
        return Mention(self.parse.span(*place), (Referent(name, self.country, "GOV"),), "person")


def parsed(rows: str, *names: str) -> Parse:
    """From `form UPOS head deprel` rows of one sentence (heads from 1, 0 for the root); words stand apart by one
    space, but for hyphens and the 's."""
    cells = [row.split() for row in rows.strip().splitlines()]
    text, spans = "", []
    for form, *_ in cells:
        glued = form in ("-", "'s", ",", ".") or text.endswith("-")
        text += form if glued or not text else f" {form}"
        spans.append(Span(len(text) - len(form), len(text)))
    found = Parse(Document(text), spans, [cell[0] for cell in cells], [cell[1] for cell in cells])
    found.head = [int(cell[2]) - 1 for cell in cells]
    found.deprel = [cell[3] for cell in cells]
    found.home, found.sentences = [0] * len(cells), [range(len(cells))]
    for name in names:
        start = text.index(name)
        first = next(at for at, span in enumerate(spans) if span.start == start)
        last = next(at for at, span in enumerate(spans) if span.end == start + len(name))
        found.names.append((first, last, "person"))
    return found


def claimed(parse: Parse, *dates: Date, country: str = "INT") -> list[OfficeClaim]:
    return list(claims(parse, cast(Who, Somebody(parse, country)), dates))


def short(found: list[OfficeClaim]) -> list[tuple[str, str, str, str, str]]:
    return [(each.name, each.words, each.country, each.sector, each.relation) for each in found]


BEFORE = """
North PROPN 4 amod
Korean ADJ 4 amod
Vice-Foreign ADJ 4 amod
Minister PROPN 5 nmod:desc
Kim PROPN 9 nsubj
Sol PROPN 5 flat
- PUNCT 8 punct
hwa PROPN 5 flat
met VERB 0 root
retired ADJ 11 amod
General PROPN 12 nmod:desc
Omar PROPN 9 obj
Bello PROPN 12 flat
. PUNCT 9 punct
"""


def test_titles_before_names() -> None:
    parse = parsed(BEFORE, "Kim Sol-hwa", "Omar Bello")
    found = claimed(parse, country="NGA")
    assert short(found) == [
        ("Kim Sol-hwa", "North Korean Vice-Foreign Minister", "PRK", "GOV", "holds"),
        ("Omar Bello", "General", "NGA", "MIL", "former"),
    ]
    text = parse.document.text
    assert [each.title.of(text) for each in found] == ["North Korean Vice-Foreign Minister", "General"]
    assert found[0].person.span and found[0].person.span.of(text) == "Kim Sol-hwa"
    assert all(each.sentence == Span(0, len(text)) for each in found)
    assert found[0].evidence.score > found[1].evidence.score  # whose general he is, his title does not say


def test_a_title_marked_as_part_of_the_name_is_none_of_it() -> None:
    found = claimed(parsed(BEFORE, "North Korean Vice-Foreign Minister Kim Sol-hwa", "General Omar Bello"))
    assert [each.name for each in found] == ["Kim Sol-hwa", "Omar Bello"]


AFTER = """
Omar PROPN 20 nsubj
Bello PROPN 1 flat
, PUNCT 7 punct
the DET 7 det
Nigerian ADJ 7 amod
defence NOUN 7 compound
minister NOUN 1 appos
and CCONJ 13 cc
a DET 13 det
former ADJ 13 amod
army NOUN 13 compound
- PUNCT 13 punct
chief NOUN 7 conj
, PUNCT 1 punct
who PRON 16 nsubj
served VERB 1 acl:relcl
as ADP 18 case
ambassador NOUN 16 obl
, PUNCT 1 punct
left VERB 0 root
. PUNCT 20 punct
"""


def test_titles_after_names() -> None:
    assert short(claimed(parsed(AFTER, "Omar Bello"), country="NGA")) == [
        ("Omar Bello", "Nigerian defence minister", "NGA", "GOV", "holds"),
        ("Omar Bello", "army-chief", "NGA", "MIL", "former"),
        ("Omar Bello", "ambassador", "NGA", "GOV", "former"),
    ]


UNTIL = """
Kim PROPN 11 nsubj
Sol PROPN 1 flat
Hwa PROPN 1 flat
, PUNCT 8 punct
who PRON 8 nsubj
was AUX 8 cop
foreign ADJ 8 amod
minister NOUN 1 acl:relcl
until ADP 10 case
2017 NUM 8 nmod
left VERB 0 root
. PUNCT 11 punct
"""


def test_until_when() -> None:
    parse = parsed(UNTIL, "Kim Sol Hwa")
    start = parse.document.text.index("2017")
    (claim,) = claimed(parse, Date(Span(start, start + 4), When.parse("2017")), country="PRK")
    assert (claim.words, claim.relation, claim.country) == ("foreign minister", "former", "PRK")
    assert claim.until and claim.until.when.value == "2017"
    assert claim.since is None


DENIED = """
Omar PROPN 6 nsubj
Bello PROPN 1 flat
is AUX 6 cop
not PART 6 advmod
the DET 6 det
president NOUN 0 root
. PUNCT 6 punct
"""


def test_what_is_denied_is_no_claim() -> None:
    assert not claimed(parsed(DENIED, "Omar Bello"))
    is_said = DENIED.replace("not PART 6 advmod", "now ADV 6 advmod")
    assert short(claimed(parsed(is_said, "Omar Bello")))[0][1:] == ("president", "INT", "GOV", "holds")


LISTED = """
They PRON 2 nsubj
met VERB 0 root
Omar PROPN 2 obj
Bello PROPN 3 flat
, PUNCT 6 punct
Secretary PROPN 3 appos
of ADP 8 case
State PROPN 6 nmod
Ann PROPN 6 appos
Lee PROPN 9 flat
. PUNCT 2 punct
"""


def test_the_title_of_the_next_in_a_list_is_not_the_last_ones() -> None:
    found = claimed(parsed(LISTED, "Omar Bello", "Ann Lee"))
    assert [(each.name, each.words) for each in found] == [("Ann Lee", "Secretary of State")]


def test_no_names_no_claims() -> None:
    assert claimed(parsed("The DET 2 det\nminister NOUN 3 nsubj\nleft VERB 0 root")) == []


@pytest.mark.parametrize(
    ("title", "country", "sector"),
    [
        ("U.S. special envoy for Iran", "USA", "GOV"),
        ("ambassador to China", "", "GOV"),
        ("NATO Secretary-General", "IGO", "-"),
        ("ex-premier", "", "GOV"),
        ("Sen.", "USA", "LEG"),
        ("army chief", "", "MIL"),
    ],
)
def test_whose_post_a_title_is(title: str, country: str, sector: str) -> None:
    found = told(title)
    assert found and (found.country, found.sector) == (country, sector)


def test_what_is_no_post() -> None:
    assert told("younger sister") is None
    assert told("") is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("President - elect", "elect"),
        ("acting defense secretary", "acting"),
        ("then - Secretary", "former"),
        ("ex-premier", "former"),
        ("incoming minister", "designate"),
        ("prime minister", "holds"),
    ],
)
def test_how_it_is_held(words: str, said: str) -> None:
    assert relation(words.split()) == said


def test_a_long_run_of_titles_is_bounded() -> None:
    rows = [f"Minister PROPN {at + 2} compound" for at in range(400)]
    parse = parsed("\n".join([*rows, "Omar PROPN 0 root", "Bello PROPN 401 flat"]), "Omar Bello")
    assert all(len(each.words.split()) <= 20 for each in claimed(parse))
