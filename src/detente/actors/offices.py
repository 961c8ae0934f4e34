"""Offices under one name each, so that a title in a text finds who held it."""

_ONE_NAME = {
    "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "top diplomat": "foreign minister",
    "chief diplomat": "foreign minister",
    "secretary of state": "foreign minister",
    "defence minister": "defense minister",
    "defense secretary": "defense minister",
    "defence secretary": "defense minister",
    "secretary of defense": "defense minister",
    "defense chief": "defense minister",
    "defence chief": "defense minister",
    "premier": "prime minister",
    "pm": "prime minister",
    "taoiseach": "prime minister",
    "emir": "king",
    "sultan": "king",
    "emperor": "king",
    "queen": "king",
    "monarch": "king",
    "un ambassador": "ambassador to the un",
    "ambassador to the united nations": "ambassador to the un",
    "national security advisor": "national security adviser",
    "head of state": "leader",
    "ruler": "leader",
    "paramount leader": "leader",
    "home secretary": "interior minister",
    "home minister": "interior minister",
    "treasury secretary": "finance minister",
    "chancellor of the exchequer": "finance minister",
    "secretary-general": "secretary general",
    "un secretary-general": "secretary general",
    "nato secretary general": "secretary general",
    "eu foreign policy chief": "foreign policy chief",
    "iaea director general": "director general",
    "spy chief": "intelligence chief",
    "army chief": "army chief",
    "crown prince": "crown prince",
    "vice-president": "vice president",
}
KNOWN = frozenset(
    {
        "leader",
        "president",
        "prime minister",
        "chancellor",
        "king",
        "supreme leader",
        "foreign minister",
        "defense minister",
        "interior minister",
        "finance minister",
        "vice president",
        "crown prince",
        "national security adviser",
        "ambassador to the un",
        "secretary general",
        "foreign policy chief",
        "director general",
        "intelligence chief",
        "army chief",
        "attorney general",
        "chief executive",
        "dictator",
        "strongman",
    }
)
"""Offices of one holder at a time."""
HEAD = "head"
HEADS_OF_BODIES = frozenset(
    {"secretary general", "director general", "managing director", "president", "chief", "chair"}
)
"""What the head of a body of states is called, folded; `HEAD` is any of them."""
_CALLED_HEAD = frozenset({"head", "chief", "boss", "leader", "chairman", "chairwoman", "chairperson"})


def of_body(office: str) -> str:
    """An office of a body, folded, under the name it has in the table."""
    return HEAD if office in _CALLED_HEAD else office


def canonical(office: str) -> str:
    """The one name of an office, "" where it is not an office of one holder."""
    name = office.lower()
    name = _ONE_NAME.get(name, name)
    return name if name in KNOWN else ""
