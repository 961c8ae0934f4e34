"""Where the title of a named person stands: before the name, after its comma, as what the person is."""

from collections.abc import Iterator
from dataclasses import dataclass

from .bearers import Bearers
from .graph import Place
from .parse import Parse
from .titles import post, sign


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LONGEST = 16
"""Words of a title that are looked at."""
_PARTS = _set("NOUN PROPN ADJ PART PUNCT")
_JOINS = _set("of for to at in on the and & 's ’s")
_SENT = _set("of to for at")
_OWNERS = _set("the its his her their")
_FIRSTS = _set(
    "prime foreign vice deputy defense defence interior crown attorney brigadier lieutenant brig lt maj"
)
_GENITIVE = _set("'s ’s")
_APART = _set("acl acl:relcl advcl advcl:relcl appos cc conj parataxis cop nsubj aux")
_LEADS = _set("case mark advmod")
_BETWEEN = _set("PUNCT NUM DET ADJ")
_BESIDE = _set("appos acl acl:relcl parataxis")
_DAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year january february "
    "march april june july august september october november december"
)
_MARKS = _set(", . ; : ( ) – —")
_UNSAID = _set("not n't n’t never no if would could should may might will like")
_STOPS = _MARKS | _set("who which was is until till since from when after before under during")
"""Where a title ends."""
_SERVES = {"serves": "holds", "serving": "holds", "served": "former"}
_NAMED = _set("appointed named elected chosen")


@dataclass(frozen=True, slots=True)
class Title:
    """Words `first` to `last`, `post` among them. `found` is `before`, `after`, `clause`, `is` or `as`; `edge`
    the last word that may still say since or until when; `relation` what the verb says, "" where there is none."""

    first: int
    last: int
    post: int
    found: str
    edge: int
    relation: str = ""


class Titles:
    """Of one document."""

    def __init__(self, parse: Parse, bearers: Bearers) -> None:
        self._parse, self._bearers = parse, bearers

    def of(self, name: Place) -> Iterator[Title]:
        """All that may be a title of that name, the surest first; some stand before a name of their own."""
        yield from self._before(name)
        for title in self._after(name):
            if not self._anothers(title) and self._joined(name, title):
                yield title

    # Before the name

    def _before(self, name: Place) -> Iterator[Title]:
        parse, first = self._parse, name[0]
        start = parse.sentences[parse.home[first]][0]
        if first > start and (at := self._post_before(first, start)) is not None:
            yield Title(self._left(at, name, start), first - 1, at, "before", first - 1)
        elif first > start + 1 and parse.forms[first - 1] == ",":
            yield from self._before_comma(name, start)

    def _post_before(self, first: int, start: int) -> int | None:
        """ "Minister Choe", "President-elect Biden", "Secretary of State Tillerson"."""
        forms, at = self._parse.forms, first - 1
        if at - 2 >= start and sign(forms[at]) and forms[at - 1] == "-":
            at -= 2
        if post(forms[at]):
            return at
        while at >= max(start, first - 8) and (forms[at][0].isupper() or forms[at].lower() in _JOINS):
            if post(forms[at]) and forms[at][0].isupper() and forms[at + 1] in _SENT:
                return at
            at -= 1
        return None

    def _left(self, at: int, name: Place, start: int) -> int:
        """Where the title of the post `at` begins: as far as its words hang on it or on the name."""
        forms, first = self._parse.forms, at
        while first > start and at - first < _LONGEST:
            form = forms[first - 1]
            said = bool(sign(form)) or form == "-" or self._bound(first - 1)
            if form in _MARKS or form.lower() in _DAYS or not (said or self._hangs(first - 1, at, name)):
                break
            first -= 1
        return first

    def _bound(self, word: int) -> bool:
        """Whether a word belongs to the next whatever the tree says: "Prime Minister", "Ukraine's minister"."""
        form, after = self._parse.forms[word], self._parse.forms[word + 1]
        if form.lower() in _FIRSTS:
            return True
        return form in _GENITIVE or (after in _GENITIVE and form[0].isupper())

    def _hangs(self, word: int, at: int, name: Place) -> bool:
        if self._parse.upos[word] not in _PARTS:
            return False
        for _ in range(5):
            if word == at or name[0] <= word <= name[1]:
                return True
            word = self._parse.head[word]
        return False

    def _before_comma(self, name: Place, start: int) -> Iterator[Title]:
        """ "The foreign minister, Ri Yong Ho, said"; "As foreign minister, Ri visited"."""
        forms, comma = self._parse.forms, name[0] - 1
        near = range(comma - 1, max(start, comma - 9) - 1, -1)
        at = next((word for word in near if self._stands_beside(word, name)), None)
        if at is None:
            return
        left = self._left(at, (at, comma - 1), start)
        opener = forms[left - 1].lower() if left > start else ""
        if opener == "as" and not self._closed(name):
            yield Title(left, comma - 1, at, "as", comma - 1)
        elif opener == "as" or opener in _OWNERS or self._parse.deprel[self._bearers.head(name)] == "appos":
            yield Title(left, comma - 1, at, "before", comma - 1)

    def _stands_beside(self, word: int, name: Place) -> bool:
        """Whether a post before a comma is said of the name after it."""
        parse, head = self._parse, self._bearers.head(name)
        if not post(parse.forms[word]) or parse.upos[word] not in ("NOUN", "PROPN"):
            return False
        if parse.head[head] == word and parse.deprel[head] == "appos":
            return True
        opened = any(form.lower() == "as" for form in parse.forms[max(0, word - 4) : word])
        paired = self._closed(name) and parse.head[head] == parse.head[word]
        return word == name[0] - 2 and (opened or paired)

    def _closed(self, name: Place) -> bool:
        return self._parse.forms[name[1] + 1 : name[1] + 2] in ([","], ["."], [";"])

    # After the name

    def _after(self, name: Place) -> Iterator[Title]:
        parse, head = self._parse, self._bearers.head(name)
        for word in self._parse.children(head):
            between = range(name[1] + 1, word)
            if (
                word < name[1]
                or parse.deprel[word] not in _BESIDE
                or self._bearers.starts.intersection(between)
            ):
                continue
            if post(parse.forms[word]):
                verb = self._copula(word)
                yield from self._noun(word, "clause" if verb else "after", _held(verb), name[1] + 1)
            elif parse.upos[word] == "VERB":
                yield from self._served(word, name[1] + 1)
        above = parse.head[head]
        is_subject = above > name[1] and parse.deprel[head] == "nsubj" and post(parse.forms[above])
        if is_subject and (verb := self._copula(above)):
            yield from self._noun(above, "is", _held(verb), name[1] + 1)

    def _copula(self, word: int) -> str:
        """The form of "be" over a post, "" where there is none or the clause does not assert it."""
        forms = {each: self._parse.forms[each].lower() for each in self._parse.children(word)}
        if _UNSAID.intersection(form for each, form in forms.items() if self._parse.deprel[each] != "det"):
            return ""
        return next((form for each, form in forms.items() if self._parse.deprel[each] == "cop"), "")

    def _served(self, verb: int, limit: int) -> Iterator[Title]:
        """ "Who served as army chief", "appointed foreign minister in May"."""
        parse, form = self._parse, self._parse.forms[verb].lower()
        beside = {parse.forms[each].lower() for each in self._parse.children(verb)}
        relation = "holds" if form in _NAMED or {"has", "have"} & beside else _SERVES.get(form, "")
        if not relation or (form not in _SERVES and form not in _NAMED) or _UNSAID & beside:
            return
        for word in self._parse.children(verb):
            cased = any(parse.forms[each].lower() == "as" for each in self._parse.children(word))
            told = parse.deprel[word] in ("obj", "xcomp", "obl", "advcl") and (cased or form in _NAMED)
            if word > verb and told and post(parse.forms[word]):
                yield from self._noun(word, "clause", relation, limit)

    def _noun(self, at: int, found: str, relation: str, limit: int) -> Iterator[Title]:
        """The noun phrase of a post, not before `limit`, and those that are coordinated with it."""
        forms = self._parse.forms
        below = self._below(at, _APART) - {
            word
            for word in self._parse.children(at)
            if self._parse.deprel[word] in _LEADS and not sign(forms[word])
        }
        first = last = at
        while (
            first > limit and at - first < _LONGEST and first - 1 in below and forms[first - 1] not in _STOPS
        ):
            first -= 1
        while last - at < _LONGEST and last + 1 in below and forms[last + 1].lower() not in _STOPS:
            last += 1
        edge = min(max(self._below(at, frozenset())), at + 2 * _LONGEST)
        yield Title(first, last, at, found, edge, relation)
        for word in self._parse.children(at):
            if self._parse.deprel[word] == "conj" and post(forms[word]):
                yield from self._noun(word, found, relation, at + 1)

    def _below(self, at: int, apart: frozenset[str]) -> set[int]:
        """The phrase of a post, without the relations that stand `apart`."""
        out, todo = {at}, [at]
        while todo and len(out) < 4 * _LONGEST:
            for kid in self._parse.children(todo.pop()):
                if kid not in out and self._parse.deprel[kid] not in apart:
                    out.add(kid)
                    todo.append(kid)
        return out

    def _joined(self, name: Place, title: Title) -> bool:
        """Whether nothing but a comma and an age stand between a name and what is beside it."""
        between = self._parse.upos[name[1] + 1 : title.first]
        return (
            title.found != "after"
            or name[1] > title.first
            or _BETWEEN.issuperset(between)
            or self._second(title)
        )

    def _second(self, title: Title) -> bool:
        """Whether it is coordinated with another title: "minister and army chief"."""
        return self._parse.deprel[title.post] == "conj"

    def _anothers(self, title: Title) -> bool:
        """Whether a title after a name stands before one of its own: "A, B and Secretary of State C"."""
        forms, starts = self._parse.forms, self._bearers.starts
        for at in range(title.post + 1, min(len(forms), title.post + 7)):
            if not (forms[at][0].isupper() or forms[at] in ("of", "for", "the")):
                return False
            if at in starts and (at == title.post + 1 or forms[at - 1][0].isupper()):
                return True
        return False


def _held(verb: str) -> str:
    return "former" if verb in ("was", "were") else "holds" if verb else ""
