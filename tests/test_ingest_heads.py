"""What a text says of itself, and the words days and languages are written in."""

from datetime import date

import pytest

from detente.ingest import heads
from detente.ingest.days import day_in
from detente.ingest.dropping import dropped
from detente.ingest.languages import language_of
from detente.ingest.oneline import MAX_SHOWN, one_line

NEWS = "The minister said on Monday that the talks had failed. Nobody signed."


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Dec 9, 2018 - 17:54", date(2018, 12, 9)),
        ("2018-12-09", date(2018, 12, 9)),
        ("2018-12-09T23:59:59+09:00", date(2018, 12, 9)),
        ("2018/12/9", date(2018, 12, 9)),
        ("9 December 2018", date(2018, 12, 9)),
        ("Sunday, 9th Dec. 2018", date(2018, 12, 9)),
        ("Sun, 09 Dec 2018 08:00:00 GMT", date(2018, 12, 9)),
        ("Sept. 10, Juche 108 (2019)", date(2019, 9, 10)),
        ("25/12/2018", date(2018, 12, 25)),
        ("12/25/2018", date(2018, 12, 25)),
        ("09/10/2019", None),
        ("Sept. 10", None),
        ("December 2018", None),
        ("30 February 2019", None),
        ("version 2019.50.12", None),
        ("", None),
    ],
)
def test_days(written: str, day: date | None) -> None:
    assert day_in(written) == day


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Talks fail\n\nBy Jane Example\n  • Published : Dec 9, 2018 - 17:54\n  • Updated : Dec 11, 2018",
            9,
        ),
        ("December 9, 2018", 9),
        ("Talks fail\nSunday, 9 December 2018 10:15 GMT\n", 9),
        ("SEOUL, South Korea, Dec. 9, 2018 (Example News) -- Talks failed.", 9),
        ("VIENNA, 9 December 2018 — Talks failed.", 9),
        ("By Jane Example - December 9, 2018", 9),
        ("Updated : Dec 11, 2018 - 17:54", None),
        ("PYONGYANG, Sept. 10 (Example News) -- Talks failed.", None),
        ("The treaty of Dec 9, 2018 was never signed.", None),
        ("The ship that came from Busan, Dec. 9, 2018 - a Sunday - was empty.", None),
    ],
)
def test_published(head: str, day: int | None) -> None:
    assert heads.published(f"{head}\n\n{NEWS}\n") == (date(2018, 12, day) if day else None)


def test_published_is_not_looked_for_far_down() -> None:
    assert heads.published(f"{NEWS}\n" * 20 + "Published : Dec 9, 2018") is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Talks fail in Vienna\n\n", "Talks fail in Vienna"),
        ("Why did the talks fail?\r\n\r\n", "Why did the talks fail?"),
        ("Talks fail in Vienna\nBy Jane Example\n", "Talks fail in Vienna"),
        ("North seeks talks, fires missiles . . .\n\n", "North seeks talks, fires missiles . . ."),
        ("Talks fail in Vienna\n", ""),
        ("The talks have failed in Vienna.\n\n", ""),
        ("VIENNA, 9 December 2018 — Talks fail\n\n", ""),
        ("Soldiers at the border. Photo: AFP/KCTV\n\n", ""),
        ("What it says:\n\n", ""),
        ("Vienna\n\n", ""),
        ("a " * 100 + "\n\n", ""),
    ],
)
def test_headline(head: str, title: str) -> None:
    text = f"{head}{NEWS}\n"
    assert heads.headline(text, dropped(text)) == title


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ock Example-ju", "Ock Example-ju"),
        ("By Jo One and Al Two", "Jo One and Al Two"),
        ("By Jean H. Example, Example Press", "Jean H. Example"),
        ("By Jane Example | Example Times", "Jane Example"),
        ("BY JANE EXAMPLE", "JANE EXAMPLE"),
        ("By Example News", "Example News"),
        ("By Banning Trade, Ministers Risk a War", ""),
        ("By Friday", ""),
        ("By land and sea", ""),
        ("By Friday, two had died.", ""),
    ],
)
def test_byline(line: str, names: str) -> None:
    assert heads.byline(f"Talks fail in Vienna\n{line}\n\n{NEWS}") == names


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (NEWS, "", "en"),
        (NEWS, "de", "en"),
        ("North Korea fires missiles", "", "en"),
        ("Carlos Garcia, Juan Perez, Maria Lopez, Jose Fernandez, Ana Martinez, Luis Gomez, " * 3, "", "en"),
        ("Kim Jong Un\nXi Jinping\nMoon Jae-in\n" * 9, "", "en"),
        ("12 345 678", "", "en"),
        ("Der Minister traf am Montag in Berlin den Botschafter und sprach mit ihm lange " * 3, "", "de"),
        (
            "El ministro dijo el lunes que las conversaciones con el gobierno fracasaron en la capital " * 3,
            "",
            "es",
        ),
        ("Министр заявил в понедельник, что переговоры провалились", "", "ru"),
        ("两国外长周二在日内瓦举行会谈", "", "zh"),
        ("Ja.", "de-AT", "de"),
        ("Yes.", "en-GB", "en"),
        ("Yes.", "nonsense", "en"),
    ],
)
def test_language(text: str, declared: str, code: str) -> None:
    assert language_of(text, declared) == code


def test_one_line() -> None:
    assert one_line(" a\n\t b\u2028c\u00a0d ") == "a b c d"
    assert one_line("a\x1b[1mb\x00c\ud800\u200b\u202e") == "a\ufffd[1mb\ufffdc\ufffd"
    assert len(one_line("word " * 10_000)) <= MAX_SHOWN
