"""Small words of phrases about places. All folded as `spelling.fold` does."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("the a an this that his her its their our my your some")
LEADING = _set("in at on inside into to from within across throughout via for by toward towards over")
"""Prepositions that may lead a mention and say nothing about where beyond it."""

INSIDE = _set("in of at inside within")
"""Prepositions after which the place stands that holds what is before."""

AROUND = _set("near around outside nearby")
"""Words after which a place is only close by."""

SUBURBS = _set("outskirts suburb suburbs vicinity environs surroundings surrounding")

COMPASS = {
    "north": (1, 0),
    "south": (-1, 0),
    "east": (0, 1),
    "west": (0, -1),
    "northeast": (1, 1),
    "northwest": (1, -1),
    "southeast": (-1, 1),
    "southwest": (-1, -1),
}
"""Side → north and east of the middle."""

MIDDLE = _set("central downtown inner midtown")

CENTRES = _set("centre center heart middle downtown")

COASTS = _set("coast coasts coastline shore shores")
WATERS = _set("waters off offshore seaboard")
BORDERS = _set("border borders frontier borderlands")
BORDER_TAILS = _set("region regions area areas zone line crossing crossings fence wall")

REGIONS = _set(
    "province provinces governorate state states region oblast county department prefecture division "
    "canton republic territory"
)
CITIES = _set(
    "city cities town towns village villages capital suburb township municipality neighborhood neighbourhood "
    "port settlement"
)
KINDS = {
    **dict.fromkeys(REGIONS, _set("region zone")),
    **dict.fromkeys(CITIES, _set("city capital venue landmark camp")),
    **dict.fromkeys(("river", "valley"), _set("river zone")),
    **dict.fromkeys(("sea",), _set("sea")),
    **dict.fromkeys(("strait", "straits"), _set("strait")),
    **dict.fromkeys(("island", "islands", "isle", "islets", "islet"), _set("island reef")),
    **dict.fromkeys(("peninsula",), _set("peninsula")),
    **dict.fromkeys(("mountain", "mountains", "mount"), _set("mountain")),
    **dict.fromkeys(("base", "airbase", "airfield", "airport", "garrison"), frozenset(("base", "airport"))),
    **dict.fromkeys(("camp",), _set("camp")),
    **dict.fromkeys(("prison", "jail"), frozenset(("prison",))),
    **dict.fromkeys(("crossing",), frozenset(("border crossing",))),
    **dict.fromkeys(
        ("reactor", "plant", "site", "complex", "facility", "cosmodrome", "spaceport"),
        frozenset(("nuclear site", "nuclear test site", "missile site", "venue", "landmark")),
    ),
}
"""A word before or after a name → the kinds of place it says."""

FILLERS = _set(
    "air military nuclear naval test missile launch refugee border resort square region area territory"
)
"""Words that may stand between a name and the word that says its kind."""

COMMON = _set(
    "nice mobile reading bath split orange hit bar man of police date march may most bay best union "
    "enterprise independence industry hope liberty sun van ma mala is us as at in to and or house center "
    "centre central market hospital school park church university street airport station building embassy "
    "consulate mosque palace square hotel prison restaurant museum the war army navy force forces front "
    "line zone area side president prime minister king general major white black red green blue grand "
    "great new old upper lower north south east west northern southern eastern western northeast "
    "northwest southeast southwest coast sea city town village province capital region country border "
    "college bridge gate tower stadium islamic state sunni shiite arab kurdish christian jewish muslim "
    "catholic international national federal royal supreme security council group assembly parliament "
    "congress mission base camp site complex republic democratic people peoples united states imperial "
    "world gulf channel islands island mount lake river saint"
)
"""Words that are no place by themselves, though some hamlet or city may be called so."""

GUESSES = {"north": "PRK", "south": "KOR"}
"""Capitalised, alone, and only where the talk is of Korea."""

UNITS = {
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), 1.0),
    **dict.fromkeys(("mile", "miles", "mi"), 1.609),
    **dict.fromkeys(("nm", "nmi"), 1.852),
    **dict.fromkeys(("meters", "metres", "meter", "metre", "m"), 0.001),
    **dict.fromkeys(("yards", "yard"), 0.000914),
    **dict.fromkeys(("feet", "foot", "ft"), 0.000305),
}
"""Unit → kilometres."""

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "dozen": 12,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
    "hundreds": 300,
    "dozens": 40,
    "few": 4,
    "several": 6,
}
"""Number words, the vague ones as they are mostly meant."""


def side(word: str) -> tuple[int, int] | None:
    """ "southeastern", "southeast", "southeastward" → south and east; None for no side."""
    for ending in ("ernmost", "ern", "wards", "ward", "erly", ""):
        if word.endswith(ending) and (found := COMPASS.get(word.removesuffix(ending))):
            return found
    return None
