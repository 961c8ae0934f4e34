"""Readers of the Phoenix/PETRARCH dictionaries: actors with their codes, and nominals with theirs."""

import re
from collections.abc import Iterator
from pathlib import Path

from .actor_facts import Entry


def actors(path: Path) -> Iterator[Entry]:
    """The actors of one Phoenix dictionary file."""
    names: list[str] = []
    codes: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        line = re.split(r"[#;]", line)[0].rstrip()
        found = re.findall(r"\[([^\]]*)\]", line)
        name = re.sub(r"\[.*", "", line).strip()
        if name and not name.startswith("+") and codes:
            yield _entry(names, codes)
            names, codes = [], []
        if name:
            names.append(name.lstrip("+"))
        codes += found
    if codes:
        yield _entry(names, codes)


def _entry(names: list[str], codes: list[str]) -> Entry:
    return Entry(
        tuple(map(_phoenix_name, names)), tuple(code for each in codes if (code := _phoenix_code(each)))
    )


def _phoenix_name(name: str) -> str:
    parts = re.sub(r"\(.*?\)", "", name).replace("_", " ").split()
    return " ".join("-".join(piece.capitalize() for piece in part.split("-")) for part in parts)


def _phoenix_code(text: str) -> tuple[str, str, str] | None:
    code, _, days = text.strip().partition(" ")
    if not re.fullmatch(r"[A-Z]{3,12}", code):
        return None
    found = re.fullmatch(r"\s*(\d+)\s*-\s*(\d+)\s*", days)
    if found:
        return code, _phoenix_day(found[1]), _phoenix_day(found[2])
    after = re.fullmatch(r"\s*>\s*(\d+)\s*", days)
    return code, _phoenix_day(after[1]) if after else "", ""


def _phoenix_day(text: str) -> str:
    if len(text) == 6:
        text = ("20" if text[:2] < "30" else "19") + text
    day = f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    return day if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", day) else ""


def agents(path: Path) -> Iterator[tuple[str, str]]:
    """Nominals of the Phoenix agents file with their CAMEO role codes, `!MINIST!` sets written out."""
    sets = {"!PERSON!": ("MAN", "MEN", "WOMAN", "PERSON"), "!MINIST!": ("MINISTER", "MINISTRY")}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        found = re.match(r"([A-Z!][A-Z!_ '-]*[A-Z!_])\s*(?:\{.*?\})?\s*\[~([A-Z]+)\]", line)
        if not found or "=" in line:
            continue
        key = next((key for key in sets if key in found[1]), "")
        for value in sets.get(key, ("",)):
            yield (
                found[1].replace(key, value).replace("_", " ").strip().lower()
                if key
                else (found[1].replace("_", " ").strip().lower()),
                found[2],
            )
