"""Who is said to hold which office: the titles beside the names of persons, as claims.

Only what one sentence says of a name in it: "Choe Son Hui, vice-foreign minister of North Korea". Whose office it is,
where its words do not say, is the country of the person as `who` has it.
"""

from collections.abc import Iterable

from detente.actors.names import loose, words
from detente.codebook import outward_country
from detente.records import Date, Evidence, Mention, OfficeClaim, Referent, Span

from . import titles
from .bearers import Bearers
from .beside import Title, Titles
from .graph import Place
from .parse import Parse
from .who import Who

_SURE = {"before": 0.9, "after": 0.8, "clause": 0.75, "is": 0.75, "as": 0.5}
"""How often such a title was right in a sample read by hand."""
_UNTOLD = 0.9
"""What is left of it where the country is only the person's."""
_LEADING = frozenset("the a an its his her their our of 's ’s - ” “ \" and".split())
_NOBODY = "INT"


def claims(parse: Parse, who: Who, dates: Iterable[Date]) -> tuple[OfficeClaim, ...]:
    """Every office that the text gives to a named person, in text order, each title once."""
    bearers, dates = Bearers(parse), tuple(dates)
    beside, out = Titles(parse, bearers), []
    for name in bearers.names:
        seen: set[int] = set()
        for title in beside.of(name):
            if title.post not in seen and (claim := _claim(parse, who, dates, name, title)):
                seen.add(title.post)
                out.append(claim)
    return tuple(out)


def _claim(parse: Parse, who: Who, dates: tuple[Date, ...], name: Place, title: Title) -> OfficeClaim | None:
    first, last = _trimmed(parse, title)
    text = parse.text(first, last)
    said = titles.told(text) if parse.upos[last] != "ADP" else None
    person = _person(parse, who, name)
    if said is None or len(person.referents) != 1:
        return None
    sure = _SURE[title.found] * (1 if said.country else _UNTOLD)
    told = titles.relation(parse.forms[title.first : title.last + 1])
    return OfficeClaim(
        document=parse.document.id,
        sentence=parse.sentence_span(name[0]),
        person=person,
        title=parse.span(first, last),
        words=" ".join(text.split()),
        country=outward_country(said.country) if said.country else person.referents[0].country,
        sector=said.sector,
        relation=title.relation if title.relation and told == "holds" else told,
        since=_day(parse, dates, title, ("since", "from")),
        until=_day(parse, dates, title, ("until", "till", "through", "to")),
        evidence=Evidence(
            tuple(sorted((parse.span(*name), parse.span(first, last)))),
            f"title: {title.found}",
            round(sure, 2),
        ),
    )


def _trimmed(parse: Parse, title: Title) -> Place:
    """Without articles and without what says how it is held, at its two ends."""
    forms, first, last = parse.forms, title.first, title.last
    while first < title.post and (forms[first].lower() in _LEADING or titles.sign(forms[first])):
        first += 1
    while last > title.post and (not forms[last][-1].isalnum() or titles.sign(forms[last])):
        last -= 1
    return first, last


def _person(parse: Parse, who: Who, name: Place) -> Mention:
    """Under its own name where the document took it for another's, or for less than stands there."""
    mention = who.mention(name)
    own = " ".join(parse.text(*name).split())
    return Mention(mention.span, tuple(_named(own, each) for each in mention.referents), "person")


def _named(own: str, known: Referent) -> Referent:
    if not _same(own, known.name):
        return Referent(own, _NOBODY, known.sector)
    fuller = len(own.split()) > len(known.name.split())
    return Referent(own, known.country, known.sector) if fuller else known


def _same(own: str, known: str) -> bool:
    """Whether a name as it stands can be short for the one it is taken for: they begin or end alike."""
    one, other = [word.key for word in words(own)], [word.key for word in words(known)]
    if not one or not other or any(map(titles.post, other[:-1])):
        return False
    if len(one) == 1:
        return one[0] in other
    return one[0] == other[0] or one[-1] == other[-1] or loose(one) == loose(other)


def _day(parse: Parse, dates: tuple[Date, ...], title: Title, marks: tuple[str, ...]) -> Date | None:
    """The date behind "since" or "until" in what is said of the post."""
    ground = Span(parse.spans[title.first].start, parse.spans[title.edge].end)
    for word in range(title.first, title.edge):
        if parse.forms[word].lower() in marks:
            behind = parse.spans[word + 1].start
            for date in dates:
                if date.span.start <= behind < date.span.end and ground.contains(date.span):
                    return date
    return None
