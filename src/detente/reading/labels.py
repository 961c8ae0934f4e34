"""What the model's heads can say. The order is the order of their outputs: a change wants a new training."""

from collections.abc import Iterable

from detente.codebook import POSITION_KINDS, STATEMENT_KINDS, STATUSES, TYPES

UPOS = tuple(("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split())
DEPREL = tuple(
    (
        "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound "
        "compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl "
        "fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer "
        "nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root vocative "
        "xcomp"
    ).split()
)
ENTITIES = ("person", "organisation", "place", "other")
TYPE = ("-", *sorted(TYPES))
MODE = ("-", *sorted(f"{name} {mode}" for name, each in TYPES.items() for mode in each.modes))
STATUS = tuple(sorted(STATUSES))
SECTOR = tuple(
    (
        "GOV MIL LEG JUD SPY COP PTY OPP PRM REB UAF JRN EDU BUS LAB CVL ELI REF REL CRM MED AGR SOC NGO "
        "UNK -"
    ).split()
)


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))


ENTITY = _bio(ENTITIES)
STATEMENT = _bio(sorted(STATEMENT_KINDS))
POSITION = _bio(sorted(POSITION_KINDS))

SIDES = ("source", "recipient")
EVENT_ROLES = ("source", "recipient", "place", "time", "qty", "says")
STATEMENT_ROLES = ("speaker", "cue", "via", "hearer")
POSITION_ROLES = ("holder", "addressee", "exchange", "condition", "due")
ROLES = (*EVENT_ROLES, *STATEMENT_ROLES, *POSITION_ROLES)
"""Arcs from a node to the first and to the last word of an argument: two outputs a role, first and last."""

INVENTORIES = (
    "UPOS",
    "DEPREL",
    "ENTITY",
    "TYPE",
    "MODE",
    "STATUS",
    "STATEMENT",
    "POSITION",
    "SECTOR",
    "ROLES",
)
"""Names of the lists above; the model's file carries them, and the loader compares."""
