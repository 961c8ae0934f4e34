"""From what a source gives to a Document: what is missing is filled in, what is not news is marked."""

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from detente.errors import InputError
from detente.records import Document, Failed, Outlet, Skipped

from . import heads
from .dropping import dropped
from .languages import ENGLISH, language_of, name_of
from .oneline import failed, one_line, skipped

MAX_TEXT = 2_000_000
"""Characters of one article; more than that is a book or an attack."""


@dataclass(frozen=True)
class Options:
    """What the caller knows and allows. `outlet` and `published` fill in only what a document does not say
    itself. `allow_private` lets URLs lead into private networks. `stdin` is what `-` reads (default: the
    process's own)."""

    outlet: str = ""
    published: date | None = None
    allow_private: bool = False
    stdin: BinaryIO | None = None


@dataclass(frozen=True)
class Draft:
    """An article as a source gives it; `origin` is the path, URL or path and line it came from."""

    text: str
    origin: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    byline: str = ""
    url: str = ""
    language: str = ""
    given: str = ""


def finished(draft: Draft, options: Options) -> Document | Skipped | Failed:
    """The Document, or why there is none."""
    try:
        check_text(draft.text, draft.origin)
    except InputError as error:
        return failed(error)
    language = language_of(draft.text, draft.language)
    if language != ENGLISH:
        return skipped(draft.origin, f"language: {name_of(language)}; only English is read")
    return _document(draft, options)


def check_text(text: str, origin: str) -> None:
    """Raises InputError for a text that is empty, endless, or holds what is no character."""
    if not text.strip():
        raise InputError(origin, "there is no text in it")
    if len(text) > MAX_TEXT:
        found = f"{len(text):,} characters, more than the {MAX_TEXT:,} of one article"
        raise InputError(origin, found, "split it")
    if "\0" in text:
        raise InputError(origin, "the text holds NUL characters", "save it as plain text")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise InputError(origin, "the text holds half of a character (a lone surrogate)", "write it as UTF-8")


def _document(draft: Draft, options: Options) -> Document | Skipped:
    text = draft.text
    spans = dropped(text)
    stated, from_text = draft.published, None if draft.published else heads.published(text)
    sources = ((stated, "page"), (from_text, "text"), (options.published, "option"))
    published, published_from = next((source for source in sources if source[0]), (None, ""))
    document = Document(
        text=text,
        outlet=Outlet(one_line(draft.outlet) or one_line(options.outlet)),
        published=published,
        published_from=published_from,
        url=one_line(draft.url),
        title=one_line(draft.title) or one_line(heads.headline(text, spans)),
        byline=one_line(draft.byline) or one_line(heads.byline(text)),
        language=ENGLISH,
        dropped=spans,
        given=one_line(draft.given),
        origin=one_line(draft.origin),
    )
    if not document.read_spans():
        return skipped(draft.origin, "nothing in it is news text, only captions and what stands around it")
    return document
