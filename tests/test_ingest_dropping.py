"""What is marked as no news, and, more important, what is not."""

import time

import pytest

from detente.ingest.dropping import dropped

NEWS = "The minister said on Monday that the talks had failed."

NO_NEWS = [
    "Advertisement",
    "ADVERTISEMENT",
    "Story Continued Below",
    "READ MORE",
    "Read more: Five things to know about the summit",
    "Also read: Why the border stays closed",
    "( Also on EXAMPLE: What the treaty says)",
    "Minister denies that talks have failed Read more",
    "Related: Talks fail again",
    "Related articles",
    "Leave a comment",
    "Comments (12)",
    "Your email address will not be published. Required fields are marked *",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email",
    "Tweet",
    "Share this article with your friends",
    "Sign up for our newsletter",
    "Get the day's news delivered to your inbox.",
    "Subscribe to our podcast",
    "Follow us on Twitter @example",
    "Follow Jane Example on Twitter: @jexample",
    "Click here to watch the full speech",
    "Copyright © 2019 Example News. All rights reserved.",
    "© 2020 Example News Agency",
    "The Example Press contributed to this report.",
    "(Reporting by Jo One and Al Two; Editing by Ann Three)",
    "With files from Example Press",
    "Updated at 3:40 a.m. ET on Wednesday",
    "• Published : Dec 9, 2018 - 17:54",
    "Last updated: 9 December 2018, 17:54 GMT",
    "This story has been updated with the minister's reply.",
    "This article is more than 2 years old",
    "Photo: AFP/KCTV",
    "(Photo: Jo Example, AP)",
    "Jo Example/AP Photo",
    "Soldiers stand guard at the border on Monday. Photo: AFP/KCTV",
    "Soldiers stand guard at the border, March 4, 2019. REUTERS/Jo Example/File Photo",
    "Soldiers stand guard at the border. (Jo Example/Reuters)",
    "Soldiers at the border [Jo Example/AFP]",
    "Soldiers stand guard. Photograph: Jo Example/EPA",
    "FILE PHOTO: Soldiers stand guard at the border",
    "Image copyright Reuters Image caption The minister left early",
    "Media playback is unsupported on your device Media caption The minister leaves",
    "Enlarge this image toggle caption Jo Example/AP Jo Example/AP",
    "___",
    "* * *",
]


@pytest.mark.parametrize("line", NO_NEWS)
def test_whole_lines(line: str) -> None:
    text = f"{NEWS}\n\n  {line} \r\n\n{NEWS}\n"
    assert [span.of(text) for span in dropped(text)] == [line]


PROSE = [
    "By Friday, two of the three towns had fallen.",
    "By the end of the year both sides will have left.",
    "Follow the money and the ministry comes into view, investigators said on Facebook.",
    "Like him, the minister is active on Twitter and on Facebook.",
    "Like many others, he complained on Twitter about the treaty.",
    "An agreement can be reached on the nuclear issue, the envoy said.",
    "Read together, the two statements contradict each other.",
    "More than 300 people were killed, the ministry said.",
    "Photographs of the missile were published by state media on Tuesday.",
    "The photo by a passer-by was shared by the ministry on Twitter.",
    "Published on Tuesday, the report accuses both governments of war crimes.",
    "Updated figures show that 40 people died, the agency said.",
    "Related sanctions were lifted in May, officials said.",
    "Sources: the two leaders will meet in Vienna in June.",
    "He signed up for the army in 2014, his brother told the court.",
    "Reporting by state media suggested that the launch had failed.",
    "The video, which was shared 2,000 times, shows soldiers firing at the crowd.",
    "“Share this with the world,” the captain told AFP.",
    "Copyright law was among the points the two sides agreed on.",
    "The army said it had hit a training camp (Reuters could not verify this).",
    "SEOUL, Dec 9 (Yonhap) -- The two Koreas agreed on Sunday to meet again.",
    "Support for the ceasefire fell to 40 percent, according to an ABC News/Washington Post poll.",
    "Time for talks",
    "What does the minister want?",
    "January 2016",
    "Watch this space, the envoy told reporters after the talks.",
    "Comments by the minister drew protests from both neighbours.",
    "Advertisements for the referendum appeared on buses in the capital.",
    "Credit for the deal belongs to the mediators, the president said.",
]


@pytest.mark.parametrize("line", PROSE)
def test_news_stays(line: str) -> None:
    assert dropped(f"{NEWS}\n\n{line}\n\n{NEWS}\n") == ()
    assert dropped(line) == ()


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (f"{NEWS} READ MORE", "READ MORE"),
        (f"{NEWS} © 2019 Example News", "© 2019 Example News"),
        (f"{NEWS} Advertisement", "Advertisement"),
        (f"{NEWS} Click here for the app.", "Click here for the app."),
        (f"Skip Twitter post by @minister {NEWS}", "Skip Twitter post by @minister "),
        (f"{' '.join([NEWS] * 9)} (AP Photo/Jo Example)", "(AP Photo/Jo Example)"),
    ],
)
def test_parts_of_lines(line: str, part: str) -> None:
    text = f"{NEWS}\n{line}\n{NEWS}"
    assert [span.of(text) for span in dropped(text)] == [part]


def test_bylines_and_bare_days_only_at_the_head() -> None:
    for line in (
        "By Jane Example",
        "By Jo One and Al Two, Example News",
        "Dec 9, 2018 - 17:54",
        "BY JANE EXAMPLE",
    ):
        assert [
            span.of(f"Talks fail\n{line}\n{NEWS}") for span in dropped(f"Talks fail\n{line}\n{NEWS}")
        ] == [line]
        assert dropped(f"{NEWS}\n" * 9 + line) == ()


def test_a_list_of_other_articles_at_the_end() -> None:
    links = (
        "Related stories:\nTalks fail again\nMinister: we will never sign\nAdvertisement\nWhy it is closed"
    )
    text = f"{NEWS}\n\n{links}"
    assert "\n".join(span.of(text) for span in dropped(text)) == links
    followed = f"{NEWS}\n\nRelated stories:\nTalks fail again\n{NEWS}"
    assert [span.of(followed) for span in dropped(followed)] == ["Related stories:"]


def test_the_only_line_is_no_caption() -> None:
    text = f"{NEWS} (Jo Example/Reuters)"
    assert [span.of(text) for span in dropped(text)] == ["(Jo Example/Reuters)"]


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "Photo: ",
        "/ AP ",
        "on ",
        "1",
        "1.1 ",
        "By A ",
        "ad ",
        "share ",
        "( ",
        "Jo/",
        "follow @a ",
        "video ",
        "Dec 9, ",
    ],
)
def test_no_pattern_runs_away(piece: str) -> None:
    """Lines just within the bounds, made of what the patterns repeat, and an end that fits none."""
    started = time.process_time()
    for end in ("", "!", "x", " Getty", " inbox"):
        dropped((piece * 600)[: 600 - len(end)] + end)
        dropped(piece * 5000 + end)
    assert time.process_time() - started < 1.0
