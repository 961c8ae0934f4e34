"""Copies: cut, re-headed, quoted; and whose text it is."""

import pytest

from detente.reconcile.copies import ENOUGH, copies, origin, release

SENTENCES = [
    f"The {place} delegation told the {body} on its {number} visit that the {thing} would stay where it was."
    for number, (place, body, thing) in enumerate(
        (
            ("northern", "council", "pilot fleet"),
            ("southern", "assembly", "customs post"),
            ("island", "harbour board", "old lighthouse"),
            ("mountain", "senate", "cable road"),
            ("river", "court", "ferry licence"),
            ("coastal", "ministry", "radar mast"),
            ("valley", "mayor", "grain store"),
            ("border", "bishop", "bell"),
        )
    )
]
WHOLE = "Talks end in Port Elgin\n\n" + " ".join(SENTENCES)
OTHER = "A wholly different article about the price of herring and how it rose. " * 8


def found(*texts: str) -> list[tuple[str, str]]:
    return [(each.one, each.other) for each in copies((str(at), text) for at, text in enumerate(texts))]


def test_a_copy_under_another_headline_and_cut() -> None:
    cut = "Delegations go home\n\nPORT ELGIN, March 3 - " + " ".join(SENTENCES[:2])
    assert found(WHOLE, cut, OTHER) == [("0", "1")]


def test_the_order_does_not_matter() -> None:
    cut = " ".join(SENTENCES[:3])
    texts = [("a", WHOLE), ("b", cut), ("c", OTHER)]
    assert copies(texts) == copies(reversed(texts))
    assert copies(texts)[0].share >= ENOUGH


def test_a_quoted_sentence_is_no_copy() -> None:
    assert found(WHOLE, SENTENCES[3] + " " + OTHER) == []


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT ELGIN (Reuters) - The talks ended.", "Reuters"),
        ("PORT ELGIN, Northland (AP) — The talks ended.", "AP"),
        ("Talks end\nAFP\nThe talks ended.", "AFP"),
        ("The talks ended.\n\n(Reporting by A. Moss; Editing by B. Reed)", "Reuters"),
        ("The minister spoke to AFP on Monday. The talks ended.", ""),
        ("Photo: AFP/KCTV\nThe talks ended.", ""),
        ("The talks ended, Yonhap reported.", ""),
    ],
)
def test_the_agency_whose_text_it_is(text: str, agency: str) -> None:
    assert origin(text) == agency


def test_a_byline_names_it_too() -> None:
    assert origin("The talks ended.", "Associated Press") == "AP"


def test_whose_release_it_prints() -> None:
    text = (
        "Ministers meet\n\n(Relayed from a release of the Ministry of Fisheries of Northland.)\n\nThey met."
    )
    assert release(text) == "Ministry of Fisheries of Northland"
    assert release("The minister read a statement of the Ministry of Fisheries.") == ""
