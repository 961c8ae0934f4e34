"""Small words: what stands before a name or a nominal and is no part of it, what ends it, what is nobody.

All folded as `names.fold` does.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS = _set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his "
    "himself she her hers herself it its itself they them their theirs themselves one oneself who "
    "whom whose which that this these those each both all some many others another everyone "
    "everybody anyone anybody someone somebody nobody none"
)
"""Words that stand for somebody named elsewhere."""

OWNERS = _set("his her its their our my your")
ARTICLES = _set("the a an")
DETERMINERS = (
    ARTICLES
    | OWNERS
    | _set(
        "some any many most several few all both other another certain no every each this that these "
        "those such much more less than at least about nearly almost over around roughly "
        "approximately up to only just even also including as one two three four five six seven eight "
        "nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions "
        "tens numerous various multiple additional further respective first second third so called"
    )
)
RANKS = _set(
    "top senior high ranking key leading veteran junior mid level low prominent influential "
    "unnamed unidentified anonymous current incoming outgoing new newly elected acting interim "
    "then longtime long serving sitting visiting powerful main major local regional mr mrs ms "
    "miss dr sir prof messrs honourable honorable rt hon sr late young old fellow very embattled "
    "beleaguered"
)
"""Words that say how high or which, never who; and forms of address."""

HONORIFICS = _set(
    "mr mrs ms miss dr sir lord lady dame sen rep gov gen col lt maj adm capt sgt prof rev hon "
    "msgr atty sec amb"
)
TITLES = {
    "sen": ("USA", "LEG"),
    "sens": ("USA", "LEG"),
    "rep": ("USA", "LEG"),
    "reps": ("USA", "LEG"),
    "gov": ("USA", "GOV"),
    "gen": ("", "MIL"),
    "col": ("", "MIL"),
    "lt": ("", "MIL"),
    "maj": ("", "MIL"),
    "adm": ("", "MIL"),
    "capt": ("", "MIL"),
    "cmdr": ("", "MIL"),
    "sgt": ("", "MIL"),
    "prof": ("", "EDU"),
    "sheikh": ("", "REL"),
    "amb": ("", "GOV"),
}
"""Short titles: country, sector."""

OF_US_STATES = _set("governor senator congressman congresswoman")
"""Offices of American states: of Georgia, not of Georgia in the Caucasus."""
AIRLINE = "air"
"""Before the name of a state: Air France, Air China."""
FORMER = _set("former past ex ousted deposed retired toppled erstwhile onetime disgraced exiled")

PREPOSITIONS = _set(
    "of in from for at on to with by against near outside inside under after over between among "
    "within through toward towards into about who that which whose where when familiar including "
    "like such and or as close loyal"
)
RELATIVES = _set("who that which whose where when")
BELONGS = _set("of in from for at within inside with")
"""Prepositions after which the place or the body stands that somebody is of."""

SERVES = _set("adviser advisor aide assistant counsel counselor")
"""After these "to" says whose they are."""

PARTITIVES = _set(
    "dozens hundreds thousands tens scores number group groups handful series majority minority "
    "some many most all one two three crowd crowds couple half rest part pair lot lots plenty "
    "variety wave kind band bunch none few several succession millions total team list"
)
"""What "of" and those who are meant follow."""

HOSTILE = _set("anti pro non counter")
ATTACHED = _set(
    "backed led allied linked aligned supported controlled occupied sponsored funded trained "
    "brokered dominated affiliated held educated imposed drafted hosted friendly inspired "
    "oriented installed besieged born speaking made style era"
)
"""After a hyphen: the state before it is not whose the thing is ("Iran-backed")."""

PARTICLES = _set("al el bin bint ibn ben de da do dos di du del dela della la von van der den ter abu")
"""Small parts of a name that may begin it in small letters."""

NO_ACTORS = _set(
    "deal deals accord accords agreement agreements pact treaty treaties protocol war wars crisis summit talks "
    "peninsula strait straits sea ocean river border conventions"
)
"""Heads of phrases that are nobody, whatever state is named in them."""

COMMON = (
    PRONOUNS
    | DETERMINERS
    | _set("is was are may might can will aid act time and or turkey china polish chad")
)
"""Words that are no name in small letters."""
