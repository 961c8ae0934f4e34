"""A history hangs its dates on one another, not on the day of publication."""

from datetime import date

from detente.reading.dates import find

ON = date(2019, 9, 10)
WAR = (
    "The war of 1866 had long been prepared. In 1864 the allies took the duchies; in 1865 they quarrelled. "
    "In early June 1866 the troops marched in. On 3 July the armies met at the river. Two days later the "
    "fortress fell, and by the end of the month a truce was signed. In January the treaty was dead. The "
    "cabinet, which had fallen in 1862, came back in March. The following year the emperor left."
)


def told(text: str, on: date | None = ON) -> dict[str, str]:
    return {found.span.of(text): found.value for found in find(text, on)}


def test_days_and_months_take_the_year_told_last() -> None:
    assert told(WAR) == {
        "1866": "1866",
        "1864": "1864",
        "1865": "1865",
        "early June 1866": "1866-06",
        "3 July": "1866-07-03",
        "Two days later": "1866-07-05",
        "the end of the month": "1866-07",
        "January": "1866-01",  # six months back is no turn of the year
        "1862": "1862",
        "March": "1866-03",  # the year told in passing does not move it
        "The following year": "1867",
    }


def test_the_months_turn_the_year() -> None:
    text = WAR + " On 16 December 1870 the siege began. It ended in January."
    assert [found.value for found in find(text, ON)][-2:] == ["1870-12-16", "1871-01"]


def test_a_history_without_a_day_of_publication_is_one_too() -> None:
    assert told(WAR, None)["3 July"] == "1866-07-03"


def test_news_with_old_years_stays_news() -> None:
    text = (
        "The minister said on Monday that the pact of 1994, renewed in 1999 and 2005, was dead. "
        "It had failed in 2007. On Friday he will meet his colleague, last seen in 2010, and on 3 October "
        "the premier."
    )
    assert told(text)["3 October"] == "2019-10-03"
    assert told(text)["Monday"] == "2019-09-09"


def test_years_before_christ() -> None:
    text = "The first war (264 to 241 BC) and the second, from 218 BC to 201 BC, cost much. In 149 BC: peace."
    values = [found.value for found in find(text, ON)]
    assert values == ["BC0264/BC0241", "BC0218/BC0201", "BC0149"]
