"""What words make a title: the nouns that are a post, and the words that say whether it is held."""

from dataclasses import dataclass

from detente.actors import lookup
from detente.actors.lexicon import FORMER, TITLES


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


POSTS = frozenset(TITLES) | _set(
    "president vice-president premier pm minister secretary undersecretary chancellor king queen emir emperor sultan "
    "prince princess pope cardinal archbishop bishop ayatollah imam patriarch leader chief head boss chairman "
    "chairwoman chairperson chair cochair director general commander admiral marshal colonel lieutenant major "
    "captain brigadier sergeant spymaster ambassador envoy representative delegate emissary negotiator mediator "
    "rapporteur spokesman spokeswoman spokesperson official adviser advisor aide counsel counselor counsellor "
    "senator congressman congresswoman lawmaker legislator mp mep deputy governor mayor councillor speaker whip "
    "judge justice prosecutor magistrate commissioner coordinator administrator inspector sheriff officer diplomat "
    "ruler dictator strongman czar tsar governor-general comptroller treasurer ceo cfo executive founder "
    "cofounder manager professor lecturer dean rector fellow researcher editor correspondent consul attache "
    "warlord ombudsman solicitor attorney"
)
"""Nouns of one person that are a post, folded. What somebody is by trade or by birth is none."""
SENT = _set(
    "ambassador envoy representative emissary negotiator coordinator consul adviser advisor rapporteur"
)
"""What follows them after "to", "for" or "on" is where they are sent, not whose they are."""
_ACTING = _set("acting interim caretaker provisional")
_TO_COME = {"elect": "elect", "designate": "designate", "incoming": "designate"}
_OVER = FORMER | {"then", "late"}
_UNHELD = _set("shadow would-be self-proclaimed self-styled self-declared so-called")
_DROPPED = frozenset({"", "UNK", "CVL", "ELI"})
"""Sectors that are no post."""
_POSTS_OF = frozenset({"role", "group", "institution", "media"})
"""What the tables may take a title for: the post itself, or whose it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a title's words say of the post: `country` is "" where they name none, `sector` a PLOVER code."""

    country: str
    sector: str


def post(word: str) -> bool:
    """Whether the word is a post of one person: "minister", "ex-premier", "Gen."."""
    folded = word.lower().rstrip(".")
    return folded in POSTS or (folded.startswith("ex-") and folded[3:] in POSTS)


def sign(word: str) -> str:
    """What a word beside a title says of how it is held: a relation of OfficeClaim, "" where nothing."""
    folded = word.lower()
    if folded in _OVER or folded.startswith("ex-"):
        return "former"
    return "acting" if folded in _ACTING else _TO_COME.get(folded, "")


def relation(words: list[str]) -> str:
    """How the words of a title put somebody to it. Who is yet to come has never held it; who did, does not."""
    said = {sign(word) for word in words}
    return next((each for each in ("elect", "designate", "former", "acting") if each in said), "holds")


def told(title: str) -> Told | None:
    """The post that a title stands for, by the tables; None where they know no such post."""
    if _UNHELD.intersection(title.lower().split()):
        return None
    head = next((folded for word in reversed(title.split()) if post(folded := word.lower().rstrip("."))), "")
    text = _unsigned(_sent_by(title) if head in SENT else title)
    for candidate in lookup(text):
        if candidate.kind in _POSTS_OF:
            if candidate.sector not in _DROPPED:
                return Told(candidate.country, candidate.sector)
            break
    return Told(*TITLES[head]) if head in TITLES else None


def _sent_by(text: str) -> str:
    """Without where somebody is sent: "U.S. special envoy for Iran" is of the United States."""
    folded = text.lower()
    cuts = [at for mark in (" to ", " for ", " on ") if (at := folded.find(mark)) > 0]
    return text[: min(cuts)] if cuts else text


def _unsigned(text: str) -> str:
    """Without the words that say how it is held: the tables take a former minister for somebody else."""
    kept = (word[3:] if word.lower().startswith("ex-") else word for word in text.split())
    return " ".join(word for word in kept if not sign(word))
