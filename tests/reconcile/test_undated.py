"""When an undated article is of: what it says itself, and what dated reports tell."""

from dataclasses import replace
from datetime import date

from detente.reconcile import DateEstimate, estimates
from detente.reconcile.undated import estimate
from detente.records import (
    Date,
    Document,
    EventReport,
    Evidence,
    Mention,
    OfficeClaim,
    Outlet,
    Reading,
    Referent,
    Span,
    When,
)

NORLAND, SUDLAND = Referent("Norland", "NRL", "GOV"), Referent("Sudland", "SUD", "GOV")


def article(
    text: str,
    *dates: tuple[str, str],
    published: str = "",
    happened: str = "",
    offices: tuple[OfficeClaim, ...] = (),
) -> tuple[Document, Reading]:
    """`dates` are words of the text and their value, `happened` the words of one at which Norland shelled Sudland."""
    document = Document(text, Outlet("Harbour Times"), date.fromisoformat(published) if published else None)
    sentence = Span(0, len(text))
    found = tuple(Date(_span(text, words), When.parse(value)) for words, value in dates)
    times = tuple(each for each in found if happened and each.span == _span(text, happened))
    act = EventReport(
        document=document.id,
        sentence=sentence,
        trigger=Span(0, 1),
        type="ASSAULT",
        mode=None,
        status="actual",
        source=(Mention(None, (NORLAND,)),),
        recipient=(Mention(None, (SUDLAND,)),),
        place=(),
        time=times,
        quantity=(),
        says=(),
        evidence=Evidence((sentence,), "by hand", 1.0),
    )
    return document, Reading(
        document.id, document.doc, "by hand", (sentence,), dates=found, events=(act,), offices=offices
    )


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def title(name: str, words: str, country: str, relation: str = "holds") -> OfficeClaim:
    return OfficeClaim(
        document="",
        sentence=Span(0, 1),
        person=Mention(Span(0, 1), (Referent(name, country, "GOV"),), "person"),
        title=Span(0, 1),
        words=words,
        country=country,
        sector="GOV",
        relation=relation,
        since=None,
        until=None,
        evidence=Evidence((Span(0, 1),), "by hand", 1.0),
    )


MOON = title("Moon Jae-in", "South Korean President", "KOR")
OBAMA, TRUMP = (title(name, "President", "USA") for name in ("Barack Obama", "Donald Trump"))


def test_nothing_known_is_said() -> None:
    found = estimate(*article("Norland shelled Sudland."))
    assert found == DateEstimate(found.document, None, None, None, ("nothing in it tells its day",))
    assert not found.known


def test_offices_bound_it() -> None:
    found = estimate(*article("President Moon Jae-in spoke.", offices=(MOON,)))
    assert found.start == date(2017, 5, 10)
    assert found.end and found.end > date(2022, 5, 10)
    assert found.best is None
    assert "Moon Jae-in" in found.reasons[0]


def test_of_two_holders_the_later_counts() -> None:
    found = estimate(*article("President Obama began what President Trump ended.", offices=(OBAMA, TRUMP)))
    assert found.start == date(2017, 1, 20)
    assert all("Obama" not in reason for reason in found.reasons)


def test_a_weekday_and_who_is_in_office_make_it_a_day() -> None:
    text = "President Moon Jae-in spoke after Norland shelled Sudland on Tuesday, Sept. 10."
    when = ("Tuesday, Sept. 10", "XXXX-09-10")
    found = estimate(*article(text, when, happened="Tuesday, Sept. 10", offices=(MOON,)))
    assert found.best == found.start == date(2019, 9, 10)
    assert found.end == date(2019, 9, 24)


def test_a_full_day_bounds_it_from_below_and_one_ahead_does_not() -> None:
    text = "Norland shelled Sudland on 3 May 2016. Talks will begin on 9 June 2016."
    found = estimate(*article(text, ("3 May 2016", "2016-05-03"), ("9 June 2016", "2016-06-09")))
    assert (found.start, found.end) == (date(2016, 5, 3), date(2016, 6, 9))


def test_a_copyright_line_tells_nothing() -> None:
    found = estimate(*article("Norland shelled Sudland.\nCopyright © 2019 Harbour Times", ("2019", "2019")))
    assert not found.known


def test_a_clue_that_does_not_fit_is_named() -> None:
    text = "President Moon Jae-in spoke in June 2030 as Kim Sol Hwa was told."
    found = estimate(*article(text, ("June 2030", "2030-06"), offices=(MOON, TRUMP)))
    assert any(reason.startswith("against it: ") for reason in found.reasons)


def test_dated_reports_of_the_same() -> None:
    lead = "Norland shelled the harbour of Port Velan in Sudland, and forty fishing boats burnt."
    undated = article(lead)
    dated = article(f"{lead} So said the mayor.", published="2019-09-10")
    others = [
        article(f"Ministers of {name} debated taxes on {name} beer.", published="2011-01-01")
        for name in ("Ostia", "Weston", "Easton", "Merrow", "Calder", "Dunmore")
    ]
    found = estimates([undated, dated, *others])
    assert list(found) == [undated[0].id]
    each = found[undated[0].id]
    assert each.start and each.end and each.start <= date(2019, 9, 10) <= each.end
    assert (each.end - each.start).days == 6
    assert each.best == date(2019, 9, 10)
    assert dated[0].id[:10] in each.reasons[0]
    assert estimates([*others, dated, undated]) == found


def test_a_day_that_is_given_is_never_estimated() -> None:
    document, reading = article("Norland shelled Sudland.", published="2019-09-10")
    assert estimates([(document, reading)]) == {}
    assert estimates([(replace(document, published=None), reading)])
