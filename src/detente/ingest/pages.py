"""HTML pages: the main text, and what the page says about itself."""

import logging
from urllib.parse import urlsplit

from detente.errors import InputError

from .days import day_in
from .drafts import Draft
from .encodings import decode

MAX_PAGE = 10_000_000
"""Bytes of one page."""


def page(data: bytes, origin: str, url: str = "", declared: str = "") -> Draft:
    """The article on a page. `url` is where it was got, `declared` the charset it was sent with.

    Raises InputError for a page without main text.
    """
    if len(data) > MAX_PAGE:
        raise InputError(origin, f"a page of more than {MAX_PAGE:,} bytes")
    found = _extracted(decode(data, origin, declared), origin, url)
    if found is None or not (found.text or "").strip():
        raise InputError(origin, "a page without main text", "save the article's text as .txt")
    host = host_of(url or found.url or "")
    site = found.sitename or ""  # trafilatura puts the host there, with its port, where the page names none
    return Draft(
        text=found.text,
        origin=origin,
        title=found.title or "",
        outlet=host if not site or site.startswith(f"{host}:") else site,
        published=day_in(found.date or ""),
        byline=_names(found.author or ""),
        url=url or found.url or "",
    )


def host_of(url: str) -> str:
    """The name of the site, for want of a better one."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # a page may call anything its address
        return ""


def _names(authors: str) -> str:
    """Pages name an author several times over, as a handle or an address too."""
    names: dict[str, str] = {}
    for name in authors.split("; "):
        key = "".join(character for character in name.casefold() if character.isalnum())
        if key and not key.startswith("www") and not key.endswith("https"):
            names.setdefault(key, name)
    return ", ".join(names.values())


def _extracted(html: str, origin: str, url: str):  # type: ignore[no-untyped-def]
    from trafilatura import bare_extraction  # loads lxml and more: only where there is a page

    for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # else they write to standard error
    try:
        return bare_extraction(html, url=url or None, include_comments=False, with_metadata=True)
    except Exception as error:  # whatever a page can do to a parser, the other inputs must not suffer
        raise InputError(origin, f"the page cannot be taken apart ({type(error).__name__})") from None
