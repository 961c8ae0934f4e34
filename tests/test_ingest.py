"""Inputs to documents: every kind of input, and every way it can be bad."""

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from detente.ingest import Options, articles, count, documents, drafts, files
from detente.records import Document, Failed, Skipped

STORY = (
    "The foreign ministers of the two countries met in Geneva on Tuesday and agreed to reopen the border "
    "crossing that was closed in March. They said that the talks would go on next week.\n"
)
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Ministers agree to reopen crossing - Example Herald</title>
<meta property="og:title" content="Ministers agree to reopen crossing">
<meta property="og:site_name" content="Example Herald"><meta name="author" content="Jane Example">
<meta property="article:published_time" content="2021-04-13T09:30:00Z">
<link rel="canonical" href="https://herald.example.org/crossing"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ministers agree to reopen crossing</h1>
<p>{STORY}</p><p>{STORY.replace("Tuesday", "Friday")}</p></article>
<footer>All rights reserved</footer></body></html>"""


def one(path: Path | str, **options: object) -> Document | Skipped | Failed:
    outcomes = list(documents([str(path)], Options(**options)))  # type: ignore[arg-type]
    assert len(outcomes) == 1
    return outcomes[0]


def document(path: Path | str, **options: object) -> Document:
    outcome = one(path, **options)
    assert isinstance(outcome, Document), outcome
    return outcome


def reason(path: Path | str, **options: object) -> str:
    outcome = one(path, **options)
    assert isinstance(outcome, Failed), outcome
    assert outcome.stage == "ingest"
    assert outcome.thing.startswith(str(path))
    return outcome.reason


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text_is_kept_as_it_is_in_the_file(tmp_path: Path) -> None:
    text = "Talks resume in Geneva\r\n\r\n  " + STORY + "\rAnd that was that.\n\n"
    found = document(write(tmp_path / "a.txt", text))
    assert found.text == text
    assert found.title == "Talks resume in Geneva"
    assert found.origin == str(tmp_path / "a.txt")
    assert (found.published, found.published_from, found.outlet.name) == (None, "", "")


def test_options_fill_in_only_what_is_not_said(tmp_path: Path) -> None:
    known = {"outlet": "Elsewhere", "published": date(2020, 1, 2)}
    silent = document(write(tmp_path / "a.txt", STORY), **known)
    assert (silent.outlet.name, silent.published, silent.published_from) == (
        "Elsewhere",
        date(2020, 1, 2),
        "option",
    )
    dated = document(write(tmp_path / "b.txt", "Published : Mar 4, 2019 - 10:00\n\n" + STORY), **known)
    assert (dated.published, dated.published_from) == (date(2019, 3, 4), "text")
    says = {"text": STORY, "outlet": "Herald", "date": "2018-05-06", "title": "Border talks"}
    given = document(write(tmp_path / "c.json", json.dumps(says)), **known)
    assert (given.outlet.name, given.published, given.published_from) == ("Herald", date(2018, 5, 6), "page")


def test_page(tmp_path: Path) -> None:
    found = document(write(tmp_path / "a.html", PAGE), outlet="Elsewhere")
    assert found.text.count("reopen the border crossing") == 2
    assert "Home" not in found.text and "rights reserved" not in found.text
    assert found.title == "Ministers agree to reopen crossing"
    assert (found.outlet.name, found.byline) == ("Example Herald", "Jane Example")
    assert (found.published, found.published_from) == (date(2021, 4, 13), "page")
    assert found.url == "https://herald.example.org/crossing"


def test_json_lines_keep_id_text_and_offsets(tmp_path: Path) -> None:
    rows = [
        {"id": "x-1", "text": " \u2009" + STORY, "published": "2019-01-05T23:10:00Z", "byline": "A. Writer"},
        {
            "id": 7,
            "text": STORY.replace("\n", "\u2028\r\n"),
            "title": None,
            "outlet": 5,
            "sentences": [[0, 3]],
        },
    ]
    lines = "\ufeff" + "\n\n".join(json.dumps(row) for row in rows)
    path = write(tmp_path / "a.jsonl", lines)
    found = list(documents([str(path)]))
    assert [each.text for each in found if isinstance(each, Document)] == [row["text"] for row in rows]
    first, second = found
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.doc, first.published, first.byline) == ("x-1", date(2019, 1, 5), "A. Writer")
    assert (second.doc, second.origin, second.outlet.name) == ("7", f"{path}:line 3", "")
    assert count([str(path)]) == 2


def test_broken_lines_fail_alone(tmp_path: Path) -> None:
    good = json.dumps({"text": STORY}).encode()
    bad = [
        (b'{"text": "half', "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"title": "no text"}', "there is no `text`"),
        (b'{"text": 3}', "`text` is no string"),
        (b'{"text": "  "}', "there is no text in it"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "a \\ud800 b"}', "surrogate"),
        (b'{"text": "a \\u0000 b"}', "NUL"),
        (b'{"text": ' + b"9" * 6000 + b"}", "no JSON"),
        (b"[" * 100_000, "no JSON"),
    ]
    path = write(tmp_path / "a.jsonl", b"\n".join(part for line, _ in bad for part in (line, good)))
    found = list(documents([str(path)]))
    assert len(found) == 2 * len(bad) == count([str(path)])
    for number, (line, expected) in enumerate(bad):
        failed, read = found[2 * number : 2 * number + 2]
        assert isinstance(read, Document), line
        assert isinstance(failed, Failed) and expected in failed.reason, line
        assert failed.thing == f"{path}:line {2 * number + 1}"


def test_json_array(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps([{"text": STORY, "id": "one"}, "no", {"text": STORY}]))
    first, failed, last = documents([str(path)])
    assert isinstance(first, Document) and first.doc == "one"
    assert isinstance(failed, Failed) and failed.thing == f"{path}:item 2"
    assert isinstance(last, Document) and last.origin == f"{path}:item 3"
    assert count([str(path)]) is None
    assert "empty array" in reason(write(tmp_path / "b.json", "[]"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", STORY),
        ("a.html", PAGE),
        ("a.json", json.dumps({"text": STORY})),
        ("a.jsonl", json.dumps({"text": STORY})),
    ],
)
def test_gzip_is_read_through(tmp_path: Path, name: str, data: str) -> None:
    plain = document(write(tmp_path / name, data))
    packed = document(write(tmp_path / f"{name}.gz", gzip.compress(data.encode())))
    assert packed.id == plain.id


def test_broken_gzip_loses_only_what_is_missing(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"text": STORY, "id": f"{number} {os.urandom(60).hex()}"}) + "\n" for number in range(400)
    )
    packed = gzip.compress(rows.encode())
    *read, last = documents([str(write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2]))])
    assert len(read) > 100 and all(isinstance(each, Document) for each in read[:-1])
    assert isinstance(last, Failed) and "breaks off" in last.reason
    assert "gzip" in reason(write(tmp_path / "b.txt.gz", b"not packed"))
    assert "gzip" in reason(write(tmp_path / "c.txt.gz", packed[:40] + b"\0" * 60))


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl.gz", gzip.compress(b"")[:-2], "breaks off"),
        ("a.txt", b"  \n\t\n", "no text"),
        ("a.txt", b"\x7fELF\0\0\1\1", "binary"),
        ("a.txt", b"%PDF-1.7 hello", "PDF"),
        ("a.docx", b"PK\x03\x04 hello", "office"),
        ("a.jsonl", b"\xff\xfe{\0}\0\n\0", "binary"),
        ("a.txt", "Переговоры прошли".encode("cp1251"), "not UTF-8"),
        ("a.txt", ("The talks — they said — were “good”. " * 9).encode()[:-11] + b"\xe2\x80", "not UTF-8"),
        ("a.html", b'<meta charset="euc-kr"><p>\xff and more', "does not fit"),
        (
            "a.html",
            b"<html><head></head><body><script>var a = 1;</script></body></html>",
            "without main text",
        ),
        ("a.html", b"", "empty"),
        ("a.json", b'{"text": ', "no JSON"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert expected in reason(write(tmp_path / name, data))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf" + STORY.encode(), STORY),
        (b"\xff\xfe" + STORY.encode("utf-16-le"), STORY),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), STORY),
        ((STORY + "“Café”").encode("cp1252"), STORY + "“Café”"),
        (STORY.encode() + "é — “x”".encode(), STORY + "é — “x”"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str) -> None:
    assert document(write(tmp_path / "a.txt", data)).text == text


def test_declared_charset_of_a_page(tmp_path: Path) -> None:
    korean = PAGE.replace("<title>", '<meta charset="euc-kr"><title>').replace("Geneva", "Geneva (제네바)")
    assert "(제네바)" in document(write(tmp_path / "a.html", korean.encode("euc-kr"))).text


def test_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 1000)
    assert "more than 1,000 bytes" in reason(write(tmp_path / "a.txt", STORY * 20))
    bomb = gzip.compress(b"a" * 5_000_000)
    assert "more than 1,000 bytes" in reason(write(tmp_path / "b.txt.gz", bomb))
    monkeypatch.setattr(drafts, "MAX_TEXT", 500)
    assert "more than the 500" in reason(write(tmp_path / "c.txt", STORY * 4))
    monkeypatch.setattr(articles, "MAX_LINE", 2000)
    long, short = json.dumps({"text": STORY * 50}), json.dumps({"text": STORY})
    path = write(tmp_path / "d.jsonl", f"{long}\n{short}\n")
    failed, read = documents([str(path)])
    assert isinstance(failed, Failed) and "longer than 2,000 bytes" in failed.reason
    assert isinstance(read, Document)
    assert count([str(path)]) is not None
    endless = gzip.compress(b'{"text": "' + b"a" * 100_000)
    *_, last = documents([str(write(tmp_path / "e.jsonl.gz", endless))])
    assert isinstance(last, Failed) and "without end" in last.reason


def test_names_that_are_no_files(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "missing.txt")
    for name in ("", "a\0b", "x" * 5000, "\ud800", "ftp://example.org/a.txt", "file:///etc/hosts"):
        (failed,) = documents([name])
        assert isinstance(failed, Failed), name
        assert failed.thing.isprintable() and failed.reason


def test_what_is_shown_is_one_harmless_line(tmp_path: Path) -> None:
    write(tmp_path / "a\n\x1b[31mb.txt", "")
    (failed,) = documents([str(tmp_path / "a\n\x1b[31mb.txt")])
    assert isinstance(failed, Failed)
    assert "\n" not in failed.thing and "\x1b" not in failed.thing and failed.thing.endswith("b.txt")
    says = {
        "text": STORY,
        "title": "A\x1b]0;x\x07 title\n\u202eof",
        "outlet": "O\tP",
        "id": "i\nd",
        "url": "h\rx",
    }
    found = document(write(tmp_path / "c.json", json.dumps(says)))
    for shown in (found.title, found.outlet.name, found.doc, found.url):
        assert shown and shown.isprintable()


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git" / "x.txt", STORY)
    write(tmp_path / ".hidden.txt", STORY)
    write(tmp_path / "b.txt", STORY)
    write(tmp_path / "a.html", PAGE)
    write(tmp_path / "style.css", "p {}")
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "sub" / "c.jsonl", json.dumps({"text": STORY}))
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    outcomes = list(documents([str(tmp_path)]))
    names = [
        getattr(each, "origin", getattr(each, "thing", "")).removeprefix(f"{tmp_path}/") for each in outcomes
    ]
    kinds = [type(each).__name__ for each in outcomes]
    assert list(zip(names, kinds, strict=True)) == [
        ("a.html", "Document"),
        ("b.txt", "Document"),
        ("empty.txt", "Failed"),
        ("pipe.txt", "Skipped"),
        ("style.css", "Skipped"),
        ("sub/c.jsonl:line 1", "Document"),
        ("sub/dangling.txt", "Failed"),
        ("sub/loop", "Skipped"),
    ]
    assert count([str(tmp_path)]) == len(outcomes)


def test_folder_that_holds_nothing(tmp_path: Path) -> None:
    assert "nothing that can be read" in reason(tmp_path)
    write(tmp_path / "a.png", b"\x89PNG")
    skipped, failed = documents([str(tmp_path)])
    assert isinstance(skipped, Skipped) and isinstance(failed, Failed)


def test_a_file_given_by_name_is_read_whatever_its_ending(tmp_path: Path) -> None:
    assert document(write(tmp_path / "story", STORY)).text == STORY
    assert document(write(tmp_path / "story.md", STORY)).text == STORY
    assert document(write(tmp_path / "lines", json.dumps({"id": "a", "text": STORY}))).doc == "a"
    assert document(write(tmp_path / "page", PAGE)).outlet.name == "Example Herald"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(pack: object) -> None:
    for data in (STORY, PAGE, '\n {"text": ' + json.dumps(STORY) + "}\n"):
        found = document_from(pack(data.encode()))  # type: ignore[operator]
        assert "reopen the border" in found.text and found.origin.startswith("standard input")
    (failed,) = documents(["-"], Options(stdin=io.BytesIO(b"")))
    assert isinstance(failed, Failed) and failed.thing == "standard input"
    assert count(["-"]) is None


def document_from(data: bytes) -> Document:
    (found,) = documents(["-"], Options(stdin=io.BytesIO(data)))
    assert isinstance(found, Document)
    return found


def test_inputs_are_got_as_they_are_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)

    def inputs():  # type: ignore[no-untyped-def]
        yield str(path)
        raise AssertionError("asked too early")

    assert isinstance(next(documents(inputs())), Document)


def test_other_languages_are_skipped_with_the_reason(tmp_path: Path) -> None:
    french = (
        "Les ministres des affaires étrangères des deux pays se sont réunis mardi à Genève et ont décidé de "
        "rouvrir le poste frontière fermé en mars. Les discussions reprendront la semaine prochaine."
    )
    skipped = one(write(tmp_path / "a.txt", french))
    assert isinstance(skipped, Skipped) and skipped.reason.startswith("language: French")
    declared = one(write(tmp_path / "b.json", json.dumps({"text": "Oui.", "language": "fr-CA"})))
    assert isinstance(declared, Skipped)
    mistaken = one(write(tmp_path / "c.json", json.dumps({"text": STORY, "language": "fr"})))
    assert isinstance(mistaken, Document)


def test_nothing_but_captions_is_skipped(tmp_path: Path) -> None:
    text = "Ministers shake hands. (Photo: Jo Example, AP)\n\nShare on Facebook\n"
    outcome = one(write(tmp_path / "a.txt", text))
    assert isinstance(outcome, Skipped) and "nothing in it is news" in outcome.reason


def test_plain_articles_load_neither_parser_nor_identifier(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": STORY}))
    code = (
        "import sys; from detente.ingest import documents; "
        f"print(len(list(documents([{str(path)!r}])))); "
        "print([name for name in ('trafilatura', 'lxml', 'py3langid', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["1", "[]"]


SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared/seeds")
def test_seeds() -> None:
    missile, asia, korea = documents([str(SEEDS)])
    assert isinstance(missile, Document) and isinstance(asia, Document) and isinstance(korea, Document)
    assert [missile.text.index("READ MORE")] == [span.start for span in missile.dropped]
    caption, comment, address = asia.dropped
    assert caption.start == 0 and caption.of(asia.text) == asia.text.splitlines()[0]
    assert asia.text[comment.start :].startswith("Leave") and address.end == len(asia.text.rstrip())
    assert asia.title == ""
    assert (korea.byline, korea.published, korea.published_from) == ("Ock Hyun-ju", date(2018, 12, 9), "text")
    assert len(korea.dropped) == 3
