"""The clause an act stands in, shortened: what a brief may quote of its sentence."""

from collections.abc import Collection, Iterable

from detente.records import Span

from .graph import Place
from .parse import Parse

_CLAUSAL = frozenset(
    (
        "root",
        "ccomp",
        "advcl",
        "acl",
        "acl:relcl",
        "advcl:relcl",
        "parataxis",
        "csubj",
        "csubj:pass",
        "csubj:outer",
    )
)
_APART = frozenset(
    ("acl:relcl", "parataxis", "advcl", "appos", "discourse", "vocative", "list", "dislocated")
)
"""What may be left out at the edges of a clause when none of the act's arguments stands in it."""
_OPENERS = frozenset((",", ";", ":", "-", "--", "–", "—", "and", "but", "or", "that", "(", ")"))


def clause(parse: Parse, trigger: int, keep: Iterable[Place]) -> Span:
    """One stretch of the trigger's sentence that holds the trigger and all of `keep`."""
    sentence = parse.sentences[parse.home[trigger]]
    held = {trigger}
    for first, last in keep:
        if first in sentence and last in sentence:
            held.update(range(first, last + 1))
    top = _predicate(parse, trigger)
    chosen = _pruned(parse, top, held)
    while not held <= chosen and parse.head[top] >= 0:
        top = parse.head[top]
        chosen = _pruned(parse, top, held)
    first, last = min(chosen | held), max(chosen | held)
    while first < last and _opens(parse, first, held):
        first += 1
    while last > first and _opens(parse, last, held):
        last -= 1
    return parse.span(first, last)


def _opens(parse: Parse, word: int, held: Collection[int]) -> bool:
    """Whether a word at the edge of a clause says nothing of it: a mark, or a conjunction that no argument holds."""
    form = parse.forms[word].lower()
    return form in _OPENERS and (word not in held or not form.isalpha())


def _predicate(parse: Parse, word: int) -> int:
    """The word that heads the clause of `word`; a verb that shares its subject goes by the first one."""
    while parse.head[word] >= 0 and parse.deprel[word] not in _CLAUSAL:
        if parse.deprel[word] == "conj" and any(
            parse.deprel[each].startswith("nsubj") for each in parse.children(word)
        ):
            break
        word = parse.head[word]
    return word


def _pruned(parse: Parse, top: int, held: set[int]) -> set[int]:
    """The subtree of `top` without what stands apart and holds nothing that must stay."""
    out, todo = {top}, [top]
    while todo:
        for child in parse.children(todo.pop()):
            relation = parse.deprel[child]
            verb_beside = relation == "conj" and parse.upos[child] == "VERB"
            if (relation in _APART or verb_beside) and not held & parse.subtree(child):
                continue
            if child not in out:
                out.add(child)
                todo.append(child)
    return out
