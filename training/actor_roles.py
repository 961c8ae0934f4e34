"""Nominals and their sectors: our own table, and what the Phoenix agents file adds."""

import re
from pathlib import Path

from detente.actors import lexicon
from detente.actors.names import words

from . import actor_own as own
from . import actor_phoenix

_NO_ROLES = lexicon.PREPOSITIONS | lexicon.DETERMINERS | lexicon.RANKS | lexicon.FORMER
_ALIKE = frozenset({"police", "people", "media", "men", "women", "children", "personnel", "staff"})


def roles(data: Path, surnames: set[str]) -> dict[str, list[str]]:
    """Nominals, one and many: folded phrase → sector, flag. The dictionary's give way to surnames."""
    out: dict[str, list[str]] = {}
    for row in own.rows("roles"):
        for phrase in own.several(row["words"]):
            for form in _forms(phrase):
                out.setdefault(form, [row["sector"], row["flags"]])
    for phrase, code in actor_phoenix.agents(data / "phoenix" / "Phoenix.agents.txt"):
        sector = own.listed("roles").get(code[:3])
        plain = phrase.split()[-1] not in _NO_ROLES and phrase not in surnames
        if sector and plain and len(phrase.split()) < 5:
            for form in _forms(phrase):
                out.setdefault(form, [sector, ""])
    return out


def _forms(phrase: str) -> list[str]:
    """One and many: "secretary of state", "secretaries of state"."""
    keys = [word.key for word in words(phrase)]
    at = keys.index("of") - 1 if "of" in keys[1:] else len(keys) - 1
    return [" ".join(keys), " ".join([*keys[:at], _many(keys[at]), *keys[at + 1 :]])]


def _many(word: str) -> str:
    if word in _ALIKE or word.endswith("s"):
        return word
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:x|ch|sh)$", word) else f"{word}s"
