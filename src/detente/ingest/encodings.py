"""Bytes to text: UTF-8 first, then what the bytes or the page declare, then cp1252 where it is plausible."""

import codecs
import re

from detente.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "sound or pictures"),
    (b"\x1f\x8b", "a gzip file inside another"),
    (b"{\\rtf", "an RTF document"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # where browsers look for the declaration is 1,024; pages with long heads need more
# Python knows text codecs that no page uses and that take quadratic time (punycode) or run escapes.
_DECLARABLE = re.compile(
    r"cp125\d|cp874|cp949|cp932|iso8859-\d+|latin-?1|koi8-[ru]|mac-roman|gb2312|gbk|gb18030|big5(hkscs)?"
    r"|shift_jis|euc_(jp|kr)|utf-16(-[lb]e)?|utf-8|ascii"
)


def decode(data: bytes, thing: str, declared: str = "") -> str:
    """The text of a whole file. A byte order mark is not part of it; everything else is kept.

    `declared` is the charset that came with it (an HTTP header). Raises InputError for bytes that are no
    text, or text in no encoding that can be told.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, thing)
    refuse_binary(data, thing)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    if encoding := _known(declared) or _known(_charset_in_page(data)):
        return _strict(data, encoding, thing)
    if _plausible_cp1252(data):
        return data.decode("cp1252")
    raise InputError(
        thing,
        f"the text is not UTF-8 (byte {broken:,} does not fit) and no other encoding can be told",
        "get it whole or save it as UTF-8",
    )


def refuse_binary(data: bytes, thing: str) -> None:
    """Raises InputError, naming the kind where it is a well-known one, when the bytes are no text."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    if kind or b"\0" in data:
        raise InputError(thing, f"not text but {kind or 'binary data'}", "save its text as .txt or .html")


def _strict(data: bytes, encoding: str, thing: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"byte {error.start:,} does not fit the declared encoding {encoding}"
        raise InputError(thing, found, "get it whole or save it as UTF-8") from None


def _known(name: str) -> str:
    """The codec for a declared charset, `""` where there is none that pages use."""
    try:
        codec = codecs.lookup(name.strip()).name if name.isascii() else ""
    except (LookupError, ValueError):
        return ""
    if codec in ("iso8859-1", "ascii"):
        return "cp1252"  # as browsers do: pages that say Latin-1 mean it
    return codec if codec != "utf-8" and _DECLARABLE.fullmatch(codec) else ""


def _charset_in_page(data: bytes) -> str:
    match = _META_CHARSET.search(data, 0, _HEAD)
    return match[1].decode("ascii", "replace") if match else ""


def _plausible_cp1252(data: bytes) -> bool:
    """English with a few accents and curly quotes; not Cyrillic, and not UTF-8 with a broken spot."""
    if not data.decode("utf-8", "ignore").isascii():
        return False
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    foreign = re.findall(r"[^\x00-\x7f]+", text)
    odd = sum(1 for character in text if not (character.isprintable() or character.isspace()))
    return not odd and 20 * sum(map(len, foreign)) <= len(text) and max(map(len, foreign)) <= 3
