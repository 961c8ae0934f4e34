"""All the words a brief adds to its sources: section titles, position verbs, status tags."""

from collections.abc import Mapping

SECTIONS: Mapping[str, str] = {
    "happened": "What happened",
    "says": "Who says so",
    "wants": "What each side wants",
    "background": "Background",
    "watch": "What to watch",
}
"""Section keys in the order they print."""

POSITION_VERBS: Mapping[str, tuple[str, str]] = {
    "demand": ("demands", "demand"),
    "offer": ("offers", "offer"),
    "refusal": ("refuses", "refuse"),
    "threat": ("threatens", "threaten"),
    "commitment": ("commits to", "commit to"),
    "prediction": ("expects", "expect"),
}
"""Position kind to its verb, for one holder and for several."""

STATUS_TAGS: Mapping[str, str] = {
    "future": "planned",
    "possible": "not confirmed",
    "conditional": "conditional",
    "negated": "did not happen, or is denied",
}
"""Put after a clause whose own words do not show the status."""

_CUES = (
    "said says say told tells added adds warned warns wrote writes claimed claims asserted argued insisted "
    "announced declared stated noted explained suggested stressed replied vowed urged acknowledged"
)
SPEECH_CUES = frozenset(_CUES.split())
"""Cues that can stand between a speaker and a quotation."""

_THIRD = "he him himself she hers herself it itself they them theirs themselves"
_OWN = "his her its their"
THIRD_PERSON = frozenset(f"{_THIRD} {_OWN}".split())

_ARTICLE_STARTS = ("United ", "European ", "Joint ", "Group of ", "Office of ", "Ministry of ")
_ARTICLE_ENDS = (" Union", " Nations", " Council", " Ministry", " Agency", " Office", " States", " Islands")
_ARTICLE_NAMES = frozenset(("Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Kremlin"))


def names(each: tuple[str, ...]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(each) < 2:
        return "".join(each)
    return f"{', '.join(each[:-1])} and {each[-1]}"


def with_article(name: str) -> str:
    """The name as it stands after a preposition: `the United States`, but `Japan`."""
    takes = name in _ARTICLE_NAMES or name.startswith(_ARTICLE_STARTS) or name.endswith(_ARTICLE_ENDS)
    return f"the {name}" if takes else name


def are_many(each: tuple[str, ...]) -> bool:
    """Whether the verb after these names is in the plural: `South Korean protesters demand`."""
    last = each[-1].split()[-1] if each and each[-1] else ""
    return len(each) > 1 or (last.endswith("s") and (last.islower() or last == "Forces"))
