"""Text from the news is hostile: what it may not do to a terminal, a page, a document or a spreadsheet."""

import html
import re
from urllib.parse import urlsplit

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Marks that turn the direction of text or hide in it."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]|" + _UNSEEN.pattern)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_BLOCK = re.compile(r"(\s*)(\d+)([.)])|(\s*)([-+=])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(text: str) -> str:
    """One line of text that a terminal can only show: no control codes, no marks of direction."""
    text = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return " ".join(_CONTROL.sub(" ", text).split())


def markdown(text: str) -> str:
    """Plain text that Markdown shows as it is."""
    escaped = _MARKDOWN.sub(r"\\\1", plain(text))
    if match := _BLOCK.match(escaped):
        at = match.start(3) if match[3] else match.start(5)
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def markup(text: str) -> str:
    """Plain text for HTML, also between the quotes of an attribute."""
    return html.escape(plain(text), quote=True)


def cell(text: str) -> str:
    """Plain text that a spreadsheet does not take for a formula."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def json_line(encoded: str) -> str:
    """JSON in which nothing but printing characters is left unescaped."""
    return _ESCAPED_IN_JSON.sub(_escape, encoded)


def link(url: str) -> str:
    """The URL if it is one that may be followed (http or https, with a host), else ``."""
    shown = plain(url)
    if shown != url.strip() or re.search(r"[\s<>\"`\\]", shown):
        return ""
    try:
        parts = urlsplit(shown)
        host = parts.hostname
    except ValueError:
        return ""
    return shown if parts.scheme in {"http", "https"} and host else ""


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
