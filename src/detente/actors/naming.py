"""How a nominal is called when it has no name: its own words, put in order."""

from collections.abc import Sequence

from .items import Item
from .names import Word

_SHORT = {"us": "US", "uk": "UK", "un": "UN", "eu": "EU", "dprk": "DPRK", "uae": "UAE"}
_MINISTRIES = {
    "foreign": "Foreign Affairs",
    "defence": "Defense",
    "interior": "Interior",
    "home": "Home Affairs",
}
_SPELT = {"defence": "defense"}
_SMALL = frozenset({"of", "the", "and"})
_ORGANS = frozenset(
    {
        "joint chiefs of staff",
        "general staff",
        "national assembly",
        "constitutional court",
        "house of representatives",
        "supreme court",
    }
)
"""Nominals that are the name of the organ, in every country that has one."""
_LONGEST = 8


def written(words: Sequence[Word]) -> str:
    """The words as they stand, abbreviations without their dots, hyphens and possessives kept."""
    out = ""
    for at, word in enumerate(words):
        text = _SHORT.get(word.key, word.text) if word.acronym else word.text
        out += ("-" if word.tied and at else " " if at else "") + text
        if word.owns and at < len(words) - 1:
            out += "'" if text.endswith("s") else "'s"
    return out


def nominal(words: Sequence[Word], head: Sequence[Item], tail: Sequence[Item]) -> str:
    """The head's words, and what hangs on them where that says whose it is; at most eight."""
    last = tail[-1].last if tail else head[-1].last
    first = head[0].first
    return written(words[first : min(last, first + _LONGEST)])


def office(name: str, key: str) -> str:
    """Ministries and organs under one form: "the Russian defence ministry" is a Ministry of Defense, and so is
    Japan's Ministry of Defence."""
    if key in _ORGANS and name[-1:].islower() and name.split()[-1][0].isupper():
        return " ".join(name.split()[-len(key.split()) :])
    if key.startswith("ministry of "):
        return _titled(key)
    subject, _, kind = key.rpartition(" ")
    if kind != "ministry" or not subject:
        return name
    return f"Ministry of {_MINISTRIES.get(subject, _titled(subject))}"


def _titled(key: str) -> str:
    words = [_SPELT.get(word, word) for word in key.split()]
    return " ".join(word if word in _SMALL else word.capitalize() for word in words)


def shown(head: Sequence[Item], words: Sequence[Word]) -> str:
    """For the reason: the words that were understood."""
    return " ".join(words[at].text for item in head for at in range(item.first, item.last))
