"""Who held what, judged from claims made by hand."""

from datetime import date

from detente.actors import lookup
from detente.reconcile import Office, Reported, learnt, offices
from detente.reconcile.claims import person_key, title_key
from detente.records import Date, Evidence, Mention, OfficeClaim, Referent, Span, When


def claim(
    name: str,
    words: str,
    day: str = "",
    outlet: str = "Harbour Times",
    country: str = "PRK",
    relation: str = "holds",
    sector: str = "GOV",
    until: str = "",
) -> Reported:
    """One a document; the document is named by all that it says."""
    said = OfficeClaim(
        document=f"{outlet} {day} {name} {words}",
        sentence=Span(0, 40),
        person=Mention(Span(0, 10), (Referent(name, country, sector),), "person"),
        title=Span(12, 20),
        words=words,
        country=country,
        sector=sector,
        relation=relation,
        since=None,
        until=Date(Span(30, 34), When.parse(until)) if until else None,
        evidence=Evidence((Span(0, 20),), "title: before", 0.9),
    )
    return Reported(said, outlet, date.fromisoformat(day) if day else None, name)


def one(*claims: Reported, title: str = "") -> Office:
    (found,) = [each for each in offices(claims) if title in ("", each.title)]
    return found


def test_spellings_are_one_person_and_words_one_office() -> None:
    found = one(
        claim("Kim Sol Hwa", "vice-foreign minister of North Korea", "2018-09-10"),
        claim("Kim Sol-hwa", "North Korean Vice Foreign Minister", "2019-03-01", "Lantern Post"),
    )
    assert found.spellings == ("Kim Sol Hwa", "Kim Sol-hwa")
    assert (found.title, found.country, found.sector) == ("vice foreign minister", "PRK", "GOV")
    assert (found.first, found.last, found.over_by) == (date(2018, 9, 10), date(2019, 3, 1), None)
    assert found.standing == "learnt"
    assert found.outlets == ("Harbour Times", "Lantern Post")
    assert found.reasons[0] == "said in 2 reports (Harbour Times, Lantern Post)"


def test_former_closes_it() -> None:
    found = one(
        claim("Kim Sol Hwa", "army chief", "2018-09-10"),
        claim("Kim Sol Hwa", "army chief", "2020-04-11", relation="former"),
    )
    assert (found.last, found.over_by) == (date(2018, 9, 10), date(2020, 4, 11))
    assert found.held(date(2019, 1, 1)) and not found.held(date(2020, 4, 11))
    assert not found.held(date(2018, 1, 1))


def test_until_says_when_it_was_over() -> None:
    found = one(
        claim("Kim Sol Hwa", "army chief", "2018-09-10"),
        claim("Kim Sol Hwa", "army chief", "2023-01-01", relation="former", until="2019"),
    )
    assert found.over_by == date(2019, 12, 31)


def test_called_over_while_others_have_it_held_is_set_against() -> None:
    early = claim("Kim Sol Hwa", "army chief", "2018-10-01", "Lantern Post", relation="former")
    found = one(
        claim("Kim Sol Hwa", "army chief", "2018-09-10"),
        early,
        claim("Kim Sol Hwa", "army chief", "2019-05-01"),
    )
    assert found.against == (early,)
    assert found.over_by is None
    assert "Lantern Post" in found.reasons[-1]


def test_what_the_tables_contradict_is_the_outlets_wording() -> None:
    found = one(claim("Kim Jong Un", "President", "2019-03-01", "Lantern Post"))
    assert found.standing == "wording"
    assert found.contradicted.startswith("the tables have Kim Jong Un as leader, not president")
    assert found.reasons[0] == "called so in 1 report (Lantern Post): their wording"


def test_what_the_tables_have_too_says_so() -> None:
    found = one(claim("Moon Jae-in", "South Korean President", "2018-05-01", country="KOR"))
    assert found.standing == "tables"
    assert "the tables say so, too" in found.reasons


def test_somebody_else_in_office_by_the_tables() -> None:
    found = one(claim("Pak Sol Hwa", "South Korean President", "2018-05-01", country="KOR"))
    assert found.standing == "wording"
    assert "Moon Jae-in" in found.contradicted


def test_of_two_holders_more_outlets_stand() -> None:
    claims = [
        claim("Kim Sol Hwa", "interior minister", "2018-01-01", "A", "NRL"),
        claim("Kim Sol Hwa", "interior minister", "2018-03-01", "B", "NRL"),
        claim("Omar Bello", "interior minister", "2018-02-01", "C", "NRL"),
    ]
    strong, weak = offices(claims)
    assert (strong.person, strong.standing) == ("Kim Sol Hwa", "learnt")
    assert (weak.person, weak.standing) == ("Omar Bello", "wording")
    assert weak.contradicted == "Kim Sol Hwa as interior minister in 2 outlets, this in 1"


def test_equal_rivals_are_disputed_and_successors_are_none() -> None:
    both = [
        claim("Kim Sol Hwa", "interior minister", "2018-02-01", "A", "NRL"),
        claim("Omar Bello", "interior minister", "2018-02-01", "B", "NRL"),
    ]
    assert {each.standing for each in offices(both)} == {"disputed"}
    after = [both[0], claim("Omar Bello", "interior minister", "2019-02-01", "B", "NRL")]
    assert {each.standing for each in offices(after)} == {"learnt"}


def test_a_surname_alone_is_nobodys_claim() -> None:
    assert offices([claim("Kim", "foreign minister", "2018-02-01")]) == ()


def test_undated_reports_support_without_days() -> None:
    found = one(claim("Kim Sol Hwa", "army chief"))
    assert (found.first, found.last, found.standing) == (None, None, "learnt")


def who(text: str, *claims: Reported, on: str = "") -> list[tuple[str, str, str]]:
    day = date.fromisoformat(on) if on else None
    found = learnt(offices(claims), text, day, lookup(text, day))
    return [(each.name, each.office, each.why) for each in found]


TWO = (
    claim("Kim Sol Hwa", "vice-foreign minister", "2018-09-10"),
    claim("Kim Sol-hwa", "Vice Foreign Minister", "2020-04-11", "Lantern Post", relation="former"),
)


def test_learnt_of_somebody_the_tables_do_not_know() -> None:
    ((name, office, why),) = who("Kim Sol-hwa", *TWO, on="2019-01-01")
    assert (name, office) == ("Kim Sol Hwa", "vice foreign minister")
    assert why.startswith("learnt from 2 reports, 2018-09-10, over by 2020-04-11 [")
    assert who("Kim Sol-hwa", *TWO, on="2021-01-01")[0][1] == "former vice foreign minister"


def test_learnt_who_held_an_office() -> None:
    assert who("the North Korean vice foreign minister", *TWO, on="2019-01-01")[0][0] == "Kim Sol Hwa"
    assert who("the North Korean vice foreign minister", *TWO, on="2017-01-01") == []
    assert who("the South Korean vice foreign minister", *TWO, on="2019-01-01") == []


def test_against_the_tables_is_said() -> None:
    said = claim("Kim Jong Un", "President", "2019-03-01", "Lantern Post")
    ((_, office, why),) = who("Kim Jong Un", said)
    assert office == "called President"
    assert why.startswith("wording of Lantern Post") and "the tables have Kim Jong Un as leader" in why


def test_what_the_tables_have_is_not_said_twice() -> None:
    assert who("Moon Jae-in", claim("Moon Jae-in", "President", "2018-05-01", country="KOR")) == []


def test_keys() -> None:
    assert person_key("Choe Son-hui") == person_key("Choe Son Hui") == person_key("Son-hui Choe")
    assert person_key("Kim") == ""
    assert title_key("North Korea's Vice-Foreign Minister") == "vice foreign minister"
    assert title_key("U.S. Secretary of State") == title_key("foreign secretary") == "foreign minister"
    assert title_key("the CIA chief") == "cia chief"
