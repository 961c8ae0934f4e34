"""News dates: what is found, its TIMEX3 value, and the guide's. Published on a Tuesday, 10 September 2019."""

from datetime import date

import pytest

from detente.reading.dates import Expression, find, guide_value, guide_when
from detente.records import Span, When

ON = date(2019, 9, 10)

CASES = [
    # Days, months and years as in a calendar.
    ("They met on 4 September 2019 in Baku.", "4 September 2019", "2019-09-04", "2019-09-04"),
    ("They met on September 4, 2019, in Baku.", "September 4, 2019", "2019-09-04", "2019-09-04"),
    ("They met on Sept. 4 in Baku.", "Sept. 4", "2019-09-04", "2019-09-04"),
    ("They met on Wednesday, Sept. 4 in Baku.", "Wednesday, Sept. 4", "2019-09-04", "2019-09-04"),
    ("It was signed on the 4th of September.", "the 4th of September", "2019-09-04", "2019-09-04"),
    ("The 4 September talks failed.", "4 September", "2019-09-04", "2019-09-04"),
    ("Filed 10-Sep-2019 from Baku.", "10-Sep-2019", "2019-09-10", "2019-09-10"),
    ("Dated 2019-09-04.", "2019-09-04", "2019-09-04", "2019-09-04"),
    ("Dated 9/4/2019.", "9/4/2019", "2019-09-04", "2019-09-04"),
    ("Dated 24/9/2018.", "24/9/2018", "2018-09-24", "2018-09-24"),
    ("The pact of June 2018 holds.", "June 2018", "2018-06", "2018-06"),
    ("The pact, signed in 1994, holds.", "1994", "1994", "1994"),
    ("The pact (1994) holds.", "1994", "1994", "1994"),
    ("Growth slowed in the 1990s.", "the 1990s", "199", "1990/1999"),
    ("Growth slowed in the late 1960s.", "the late 1960s", "196", "1965/1969"),
    ("A law of the nineteenth century.", "the nineteenth century", "18", "1800/1899"),
    ("Since the attacks of 9/11 it has changed.", "9/11", "2001-09-11", "2001-09-11"),
    ("The Sept. 11 attacks changed it.", "Sept. 11", "2001-09-11", "2001-09-11"),
    # The year that is left out.
    ("They met in December.", "December", "2018-12", "2018-12"),
    ("They will meet in December.", "December", "2019-12", "2019-12"),
    ("A summit is due on October 2.", "October 2", "2019-10-02", "2019-10-02"),
    ("They met on Dec. 28.", "Dec. 28", "2018-12-28", "2018-12-28"),
    ("They met last July.", "last July", "2019-07", "2019-07"),
    ("They met last November.", "last November", "2018-11", "2018-11"),
    ("They met in April last year.", "April last year", "2018-04", "2018-04"),
    ("They met this June.", "this June", "2019-06", "2019-06"),
    ("They will meet next March.", "next March", "2020-03", "2020-03"),
    # Weekdays.
    ("The minister arrived on Friday.", "Friday", "2019-09-06", "2019-09-06"),
    ("The minister will arrive on Friday.", "Friday", "2019-09-13", "2019-09-13"),
    ("The minister arrived on Tuesday.", "Tuesday", "2019-09-10", "2019-09-10"),
    ("Friday's vote was close.", "Friday", "2019-09-06", "2019-09-06"),
    ("The rebels must leave by Friday.", "Friday", "2019-09-13", "2019-09-13"),
    ("Kim to visit Baku on Friday", "Friday", "2019-09-13", "2019-09-13"),
    ("Last Monday they fought.", "Last Monday", "2019-09-02", "2019-09-02"),
    ("Next Monday they meet.", "Next Monday", "2019-09-16", "2019-09-16"),
    ("It fell early on Saturday.", "early on Saturday", "2019-09-07", "2019-09-07"),
    # Counted from the day of publication.
    ("They meet today.", "today", "2019-09-10", "2019-09-10"),
    ("They met yesterday.", "yesterday", "2019-09-09", "2019-09-09"),
    ("They met the day before yesterday.", "the day before yesterday", "2019-09-08", "2019-09-08"),
    ("They met two days ago.", "two days ago", "2019-09-08", "2019-09-08"),
    ("They met three weeks ago.", "three weeks ago", "2019-W34", "2019-W34"),
    ("They met three months ago.", "three months ago", "2019-06", "2019-06"),
    ("They met a year-and-a-half ago.", "a year-and-a-half ago", "2018-03", "2018-03"),
    ("They met more than two decades ago.", "more than two decades ago", "1999", "1999"),
    ("They met last week.", "last week", "2019-W36", "2019-W36"),
    ("They met this week.", "this week", "2019-W37", "2019-W37"),
    ("They will meet next week.", "next week", "2019-W38", "2019-W38"),
    ("They met over the weekend.", "the weekend", "2019-W36-WE", "2019-09-07/2019-09-08"),
    ("They met last month.", "last month", "2019-08", "2019-08"),
    ("They met earlier this month.", "earlier this month", "2019-09", "2019-09"),
    ("They met late last month.", "late last month", "2019-08", "2019-08-XX"),
    ("They met last year.", "last year", "2018", "2018"),
    ("They met last winter.", "last winter", "2018-WI", "2018-WI"),
    ("They met in the spring of 2016.", "the spring of 2016", "2016-SP", "2016-SP"),
    ("They grew in the first quarter of 2019.", "the first quarter of 2019", "2019-Q1", "2019-Q1"),
    ("They grew in the first half of 2018.", "the first half of 2018", "2018-H1", "2018-01-01/2018-06-30"),
    ("Tariffs will take effect in three weeks.", "three weeks", "2019-10-01", "2019-10-01"),
    # Parts of them, edges, deadlines.
    ("They will meet in late September.", "late September", "2019-09", "2019-09-XX"),
    ("They will meet in mid-October.", "mid-October", "2019-10", "2019-10-XX"),
    ("They must go by the end of this year.", "the end of this year", "2019", "2019-12-31"),
    ("It is closed until the end of March 2020.", "the end of March 2020", "2020-03", "2020-03-31"),
    ("A year-end deadline looms.", "year-end", "2019", "2019-12-31"),
    ("Prices rose from the beginning of the year.", "the beginning of the year", "2019", "2019-01"),
    # Lengths that lie beside the day of publication.
    ("They fought for the past three months.", "the past three months", "P3M", "2019-06/2019-09"),
    ("They fought for the past six days.", "the past six days", "P6D", "2019-09-04/2019-09-10"),
    ("They will meet in the next five days.", "the next five days", "P5D", "2019-09-11/2019-09-15"),
    ("They fought in recent weeks.", "recent weeks", "PXW", "2019-08"),
    ("They fought in recent months.", "recent months", "PXM", "2019"),
    ("They met a few days ago.", "a few days ago", "PAST_REF", "2019-09-XX"),
    # And those that do not.
    ("They fought for ten years.", "ten years", "P10Y", None),
    ("A three-day visit ended.", "three-day", "P3D", None),
    ("It took two and a half years.", "two and a half years", "P2.5Y", None),
    ("It took half an hour.", "half an hour", "PT0.5H", None),
    ("A few hours after the launch they met.", "A few hours", "PTXH", None),
    ("They meet every March.", "every March", "XXXX-03", None),
    ("The daily patrols go on.", "daily", "P1D", None),
    ("They meet twice a year.", "twice a year", "P1Y", None),
    ("They met recently.", "recently", "PAST_REF", None),
    ("Carthage fell in 146 BC.", "146 BC", "BC0146", None),
    ("They are now allies.", "now", "PRESENT_REF", "2019-09"),
    # Hours.
    ("It fell at 06:53 KST on Tuesday.", "06:53 KST on Tuesday", "2019-09-10T06:53+09:00", "2019-09-10"),
    ("It was launched at 21:53 UTC on Monday.", "21:53 UTC on Monday", "2019-09-09T21:53Z", "2019-09-09"),
    ("It fell at 6.53 p.m. Seoul time.", "6.53 p.m. Seoul time", "2019-09-10T18:53+09:00", "2019-09-10"),
    ("It was launched at 2153 GMT.", "2153 GMT", "2019-09-10T21:53Z", "2019-09-10"),
    ("It was launched at noon Friday.", "noon Friday", "2019-09-06T12:00", "2019-09-06"),
    ("They met on Monday night.", "Monday night", "2019-09-09TNI", "2019-09-09"),
    ("They met last night.", "last night", "2019-09-09TNI", "2019-09-09"),
    ("They met this morning.", "this morning", "2019-09-10TMO", "2019-09-10"),
    # Feasts.
    ("They met on Christmas Eve.", "Christmas Eve", "2018-12-24", "2018-12-24"),
    ("They met on Thanksgiving 2018.", "Thanksgiving 2018", "2018-11-22", "2018-11-22"),
    # Intervals.
    ("They met from 3 to 5 May.", "3 to 5 May", "2019-05-03/2019-05-05", "2019-05-03/2019-05-05"),
    ("They met on May 3-5.", "May 3-5", "2019-05-03/2019-05-05", "2019-05-03/2019-05-05"),
    ("They met Feb 27-28, 2019.", "Feb 27-28, 2019", "2019-02-27/2019-02-28", "2019-02-27/2019-02-28"),
    ("They fought between 2014 and 2016.", "2014 and 2016", "2014/2016", "2014/2016"),
    ("The 1950-53 war never ended.", "1950-53", "1950/1953", "1950/1953"),
    ("They met on Sunday and Monday.", "Sunday and Monday", "2019-09-08/2019-09-09", "2019-09-08/2019-09-09"),
    ("It ran from May 2016 to March 2017.", "May 2016 to March 2017", "2016-05/2017-03", "2016-05/2017-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "guide"), CASES)
def test_one_date(text: str, words: str, value: str, guide: str | None) -> None:
    (found,) = find(text, ON)
    assert (found.span.of(text), found.value, guide_value(found, ON)) == (words, value, guide)


def told(text: str, on: date | None = ON) -> list[tuple[str, str]]:
    return [(found.span.of(text), found.value) for found in find(text, on)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march, and it may rain.",
        "Protesters march on the capital.",
        "Theresa May said May would not resign.",
        "It sent 2,000 troops and 1500 people.",
        "The Sun reported that an F-16 was lost under Resolution 2231.",
        "He was second, for a second time, in a quarter of the cases.",
        "Jan Novak read it in the Daily Mail and in USA TODAY.",
        "The Arab Spring and the fall of Kabul.",
        "Watch the video (02:59).",
        "It cost $2000 and No. 1984 won 24/7.",
    ],
)
def test_no_date(text: str) -> None:
    assert told(text) == []


def test_two_days_that_do_not_follow_on_each_other_stay_two() -> None:
    assert told("They fired rockets on May 4 and 9.") == [("May 4", "2019-05-04"), ("9", "2019-05-09")]


def test_the_first_of_a_pair_takes_the_year_of_the_second() -> None:
    assert told("In August and September 2014 they fought.") == [
        ("August", "2014-08"),
        ("September 2014", "2014-09"),
    ]


def test_what_follows_hangs_on_the_date_before() -> None:
    text = (
        "They tested a bomb on Jan. 6. A month later they fired a rocket. The next day they tested another."
    )
    assert told(text) == [
        ("Jan. 6", "2019-01-06"),
        ("A month later", "2019-02"),
        ("The next day", "XXXX-XX-XX"),
    ]
    text = "They tested a bomb on Jan. 6. The next day, and that night, they met."
    assert told(text)[1:] == [("The next day", "2019-01-07"), ("that night", "2019-01-07TNI")]


def test_an_interval_has_its_two_ends() -> None:
    text = "They fought between 2014 and 2016."
    (found,) = find(text, ON)
    assert [part.span.of(text) for part in found.parts] == ["2014", "2016"]
    assert found.kind == "DATE"
    assert found.anchored


def test_without_a_day_of_publication_the_unknown_parts_are_x() -> None:
    text = "They met on Friday, yesterday, last week and last year; on 4 September; in June 2018."
    assert [value for _, value in told(text, None)] == [
        "XXXX-WXX-5", "XXXX-XX-XX", "XXXX-WXX", "XXXX", "XXXX-09-04", "2018-06",
    ]  # fmt: skip
    found = find(text, None)
    assert [expression.anchored for expression in found] == [False, False, False, False, False, True]
    guides = [guide_value(expression, None) for expression in found]
    assert guides == ["XXXX", "XXXX-XX-XX", "XXXX", "XXXX", "XXXX-09-04", "2018-06"]


def test_the_kinds() -> None:
    text = "On Friday, at 21:53 UTC on Monday, for ten years, every March."
    assert [found.kind for found in find(text, ON)] == ["DATE", "TIME", "DURATION", "SET"]


def test_on_a_sunday_the_week_is_about_to_turn() -> None:
    sunday = date(2019, 9, 15)
    assert told("They met last week.", sunday) == [("last week", "2019-W37")]
    assert told("They met earlier this week.", sunday) == [("earlier this week", "2019-W37")]
    assert told("They will meet this week.", sunday) == [("this week", "2019-W38")]


def test_who_knows_the_tense_is_asked_where_the_date_stands() -> None:
    text = "They meet on Friday."
    asked: list[int] = []

    def future(offset: int) -> str:
        asked.append(offset)
        return "future"

    assert find(text, ON, future)[0].value == "2019-09-13"
    assert find(text, ON, lambda _: "past")[0].value == "2019-09-06"
    assert asked == [text.index("Friday")]


def test_only_the_span_is_read() -> None:
    text = "Monday. They met on Friday. Sunday."
    span = Span(8, 27)
    assert [found.span.of(text) for found in find(text, ON, span=span)] == ["Friday"]


def test_the_same_instant_in_two_zones_keeps_both_offsets() -> None:
    (there,) = find("06:53 KST on 10 September 2019", ON)
    (here,) = find("21:53 UTC on 9 September 2019", ON)
    assert (there.value, here.value) == ("2019-09-10T06:53+09:00", "2019-09-09T21:53Z")
    assert When.parse(there.value).instant == When.parse(here.value).instant


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell at 6:53 a.m. local time (2153 GMT).", ["2019-09-10T06:53+09:00", "2019-09-09T21:53Z"]),
        ("It fell at 2153 GMT (6:53 a.m. local time).", ["2019-09-10T21:53Z", "2019-09-11T06:53+09:00"]),
        ("It rose at 8 p.m. local time (0000 GMT).", ["2019-09-10T20:00-04:00", "2019-09-11T00:00Z"]),
        ("It fell at 06:53 KST Tuesday (21:53 UTC Monday).", ["2019-09-10T06:53+09:00", "2019-09-09T21:53Z"]),
        ("It fell at 12:15 JST (03:15 GMT).", ["2019-09-10T12:15+09:00", "2019-09-10T03:15Z"]),
    ],
)
def test_of_two_clocks_that_tell_one_time_each_tells_the_other_its_zone(text: str, values: list[str]) -> None:
    assert [value for _, value in told(text)] == values
    assert len({When.parse(value).instant for value in values}) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met at 9 a.m. Eastern time on 10 July 2019.", "2019-07-10T09:00-04:00"),
        ("They met at 9 a.m. Eastern time on 10 January 2019.", "2019-01-10T09:00-05:00"),
        ("They met at 9 a.m. Eastern Standard Time on 10 July 2019.", "2019-07-10T09:00-05:00"),
        ("They met at 9 a.m. ET on 10 March 2019.", "2019-03-10T09:00"),
        ("They met at 9 a.m. London time on 31 March 2019.", "2019-03-31T09:00"),
        ("They met at 9 a.m. London time on 1 April 2019.", "2019-04-01T09:00+01:00"),
        ("They met at 9 a.m. Pyongyang time on 1 April 2018.", "2018-04-01T09:00+08:30"),
        ("They met at 9 a.m. Pyongyang time on 1 June 2018.", "2018-06-01T09:00+09:00"),
        ("They met at 9 a.m. Moscow time on 1 June 2012.", "2012-06-01T09:00+04:00"),
        ("They met at 9 a.m. Cairo time on 1 June 2012.", "2012-06-01T09:00"),
        ("Sent 2019-09-10T06:53+09:00.", "2019-09-10T06:53+09:00"),
        ("From 06:00 to 08:00 KST they fired.", "2019-09-10T06:00+09:00/2019-09-10T08:00+09:00"),
    ],
)
def test_a_zone_is_what_it_was_on_that_day(text: str, value: str) -> None:
    assert [found for _, found in told(text)] == [value]


def test_two_clocks_that_no_zone_sets_apart_stay_as_they_are() -> None:
    values = [value for _, value in told("It fell at 6 a.m. (7.20 a.m. GMT).")]
    assert values == ["2019-09-10T06:00", "2019-09-10T07:20Z"]


def test_the_guide_has_the_day_and_keeps_the_clock_beside_it() -> None:
    (found,) = find("It fell at 06:53 KST.", ON)
    when = guide_when(found, ON)
    assert when == When(ON.isoformat(), ON, ON, "2019-09-10T06:53+09:00")
    assert guide_when(find("They fought for ten years.", ON)[0], ON) is None
    assert guide_when(find("They met on Friday.", ON)[0], ON) == When.parse("2019-09-06")


def test_an_expression_says_what_it_means_of_its_time() -> None:
    assert [find(text, ON)[0].mod for text in ("late May", "the end of May", "mid-May", "May 2019")] == [
        "LATE", "END", "MID", "",
    ]  # fmt: skip
    assert find("the past week", ON) == [Expression(Span(0, 13), "DURATION", "P1W", False, "", "before")]
