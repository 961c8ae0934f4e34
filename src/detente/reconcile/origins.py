"""On whose word a happening is told, and how many independent origins that makes.

Ten outlets that quote one ministry are one origin, a wire and its reprints are one. An outlet that quotes nobody is
its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.actors import lookup
from detente.records import Document, Mention, Origin, Reading, Referent, Span, Statement

from .copies import copies, origin, release
from .reports import Report

_STATE_MEDIA = re.compile(
    r"\bstate(?:-run|-owned|-controlled)?\s+(?:news\s+)?(?:media|agency|television|tv|radio)\b", re.IGNORECASE
)
_SAYING = re.compile(
    r"\b(?:according to|said|says|say|saying|reported|reports?|announced|told|citing|cited|quoted?|quoting|confirmed|"
    r"put|described|called|added|"
    r"by|as|late|earlier|in a statement|on \w+day|yesterday|separately)\b",
    re.IGNORECASE,
)
_VAGUE = frozenset(("UNK", "CVL", "", "EDU", "BUS", "REF"))

_BY_NAME = frozenset(("media", "institution", "body", "person"))
_AFTER = 3
"""Sentences after that of a meeting in which those who met are quoted on it."""

Items = Mapping[str, tuple[Document, Reading]]


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Whose word it is: a state's government, its military, its media; else a name. One who is of the same country
    and sector is no independent voice. `country` "" where the words do not say which."""

    country: str
    what: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.country, self.what)


def origins(group: Sequence[Report], items: Items) -> tuple[Origin, ...]:
    """The independent origins of a happening's reports, those with most documents first."""
    voices: dict[str, set[Voice]] = {}
    for report in group:
        voices.setdefault(report.document.id, set()).update(_voices(report, items[report.document.id][1]))
    for document, spoken in voices.items():
        spoken.update(_spoken_there(group, *items[document]))
    named = _known(voice for spoken in voices.values() for voice in spoken)
    told: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for printed in _texts([items[document][0] for document in sorted(voices)]):
        spoken = {named.get(voice, voice) for each in printed for voice in voices[each.id]}
        for voice in sorted(spoken) or {_relayed(printed) or _own(printed)}:
            told.setdefault(voice.key, (voice.name, set()))[1].update(each.doc for each in printed)
    found = (Origin(name, tuple(sorted(docs))) for name, docs in told.values())
    return tuple(sorted(found, key=lambda each: (-len(each.docs), each.name)))


def voices_of(spans: Iterable[Span], document: Document, reading: Reading) -> Iterator[Voice]:
    """Who is meant by words such as "South Korea's military said", nobody where they name no one in particular."""
    for span in spans:
        words = span.of(document.text)
        named = [
            who
            for mention in reading.mentions
            if mention.span and span.overlaps(mention.span)
            for who in mention.referents
        ]
        if _STATE_MEDIA.search(words):
            yield Voice(
                next((_country(who) for who in named if _country(who)), ""), "state media", _bare(words)
            )
        elif found := _best(words, document, named):
            yield found


def _voices(report: Report, reading: Reading) -> Iterator[Voice]:
    """By the report's own `says`, else by the statement that the act is told in."""
    if report.event.says:
        yield from voices_of(report.event.says, report.document, reading)
        return
    for statement in reading.statements:
        if statement.kind != "direct" and statement.content.contains(report.event.trigger):
            yield from _of_statement(statement, report.document, reading)


def _of_statement(statement: Statement, document: Document, reading: Reading) -> Iterator[Voice]:
    if statement.via:
        yield from voices_of(statement.via, document, reading)
    else:
        yield from _of_referents(statement.speaker, document)


def _spoken_there(group: Sequence[Report], document: Document, reading: Reading) -> Iterator[Voice]:
    """Those by way of whom the words came that were spoken at a meeting: by one who took part to another, or told
    with the meeting or right after it."""
    if group[0].event.type != "CONSULT":
        return
    parties = {name for report in group for name in report.both.persons}
    told = [each.rank for each in group if each.document.id == document.id]
    for statement in reading.statements:
        if not statement.via or not _names(statement.speaker) & parties:
            continue
        rank = sum(span.start < statement.sentence.start for span in reading.sentences)
        after = any(0 <= rank - each <= _AFTER for each in told)
        if after or (statement.to and _names(statement.to) & parties):
            yield from voices_of(statement.via, document, reading)


def _best(words: str, document: Document, named: Sequence[Referent]) -> Voice | None:
    bare = _bare(words)
    tail = re.split(r"[’']s\s+", bare)[-1]  # "the North’s Korean Central News Agency"
    known = [each for each in lookup(tail, document.published)[:1] if each.country and each.kind in _BY_NAME]
    for candidate in known or lookup(bare, document.published)[:1]:
        what = "state media" if candidate.state_media else candidate.sector
        if what not in _VAGUE and (candidate.country or candidate.kind != "role" or what == "MIL"):
            name = candidate.name if what in ("JRN", "-") else ""
            return Voice(candidate.country, f"{what} {name}".strip(), candidate.name)
    return next((_voice(who) for who in named if who.sector not in _VAGUE), None)


def _of_referents(mention: Mention, document: Document) -> Iterator[Voice]:
    for who in mention.referents:
        found = _best(who.name, document, (who,))
        if found:
            yield found


def _voice(who: Referent) -> Voice:
    what = f"{who.sector} {who.name}" if who.sector in ("JRN", "-") else who.sector
    return Voice(_country(who), what, who.name)


def _bare(words: str) -> str:
    return " ".join(_SAYING.sub(" ", words).split()).strip(" ,.;:—-") or words


def _known(voices: Iterable[Voice]) -> dict[Voice, Voice]:
    """ "The military", where only one state's military is told of, is that one."""
    every = set(voices)
    out = {}
    for voice in every:
        same = {each.key: each for each in sorted(every) if each.what == voice.what and each.country}
        if not voice.country and len(same) == 1:
            out[voice] = next(iter(same.values()))
    return out


def _relayed(printed: Sequence[Document]) -> Voice | None:
    """Whose release it prints: "from a release of the Ministry of Foreign Affairs of China"."""
    for document in printed:
        if words := release(document.text):
            return _best(words, document, ())
    return None


def _own(printed: Sequence[Document]) -> Voice:
    """The agency that signs, else the outlet."""
    agency = next(filter(None, (origin(each.text, each.byline) for each in printed)), "")
    first = printed[0]
    name = agency or first.outlet.name or first.doc
    return Voice("", f"own {name.casefold()}", name)


def _texts(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents, those that print one text together."""
    of = {document.id: [document] for document in documents}
    for copy in copies((each.id, each.text) for each in documents) if len(of) > 1 else ():
        mine, theirs = of[copy.one], of[copy.other]
        if mine is not theirs:
            mine += theirs
            for each in theirs:
                of[each.id] = mine
    return list({id(each): each for each in of.values()}.values())


def _names(mention: Mention) -> set[str]:
    return {re.sub(r"\W+", " ", who.name.casefold()).strip() for who in mention.referents}


def _country(who: Referent) -> str:
    return "" if who.country in ("INT", "") else who.country
