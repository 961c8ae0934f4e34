"""Words that stand beside a date, or beside what only looks like one, and tell which it is."""

BEFORE_MONTH = {
    "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of", "from",
    "between", "to", "through", "throughout", "every", "during", "before", "after", "following", "previous",
    "around", "about", "a", "the", "and", "or", "-", "–", "—", "(", "coming", "that", "earlier", "later",
}  # fmt: skip
"""Without one of these "May" is a verb, "March" a march and "Jan." a man."""
BEFORE_MONTH_SURELY = {"in", "last", "next", "early", "late", "mid", "since", "until", "-", "–"}
"""The same in a text that also names Theresa May."""
BEFORE_YEAR = {
    "in", "since", "until", "till", "by", "of", "from", "to", "between", "before", "after", "early", "late",
    "mid", "(", "-", "–", "—", "throughout", "during", "circa", "year", "and", "spring", "summer", "autumn",
    "winter", "about", "around",
}  # fmt: skip
BEFORE_YEAR_SURELY = {"in", "since", "("}
BEFORE_NUMBER = {
    "resolution", "no", "number", "$", "€", "£", "¥", "#", "nearly", "almost", "than", "least", "over",
    "some", "article", "section", "highway", "route", "flight", "unit", "room", "page", "up", "approximately",
    "iphone", "model", "win", "windows", "office", "type", "+", "=", "%", "at", "exactly", "index", "russell",
}  # fmt: skip
"""What makes four digits a number of something: Resolution 2231, some 2000."""
QUANTITIES = {
    "people", "troops", "soldiers", "men", "women", "children", "civilians", "workers", "tons", "tonnes",
    "kilometers", "kilometres", "km", "miles", "meters", "metres", "feet", "percent", "dollars", "euros",
    "euro", "yuan", "won", "yen", "rubles", "pounds", "jobs", "members", "fighters", "police", "officers",
    "personnel", "homes", "houses", "prisoners", "refugees", "migrants", "deaths", "casualties", "points",
    "warheads", "missiles", "tanks", "aircraft", "vehicles", "words", "votes", "families", "protesters",
    "hours", "days", "months", "years", "students", "employees", "residents", "marines", "militants",
    "villages", "calories", "megawatts", "mw", "hp", "lb", "kg", "square", "acres", "hectares",
    "%", "°",
}  # fmt: skip
"""What four digits before it count: 1500 people."""
COMPOUNDS = QUANTITIES | {"strong", "page", "foot", "mile", "man", "member"}
"""The same after a hyphen: a 2000-strong force."""
YEAR_PREFIXES = {"post", "pre", "mid", "early", "late"}
SEASONAL = {
    "campaign", "campaigns", "offensive", "offensives", "session", "election", "elections", "meeting",
    "harvest", "break", "holidays",
}  # fmt: skip
"""What a season stands before, and then without its article."""
NOT_SEASONAL = {"olympics", "games", "palace", "soldier"}
NOT_SPRING = {"arab", "prague"}
TERROR = {"attack", "attacks", "terror", "terrorist", "hijackers", "hijackings"}
"""After "Sept. 11" they make it the one of 2001."""
BEFORE_DAY = {"on", "until", "till", "from", "by", "and", "to"}
BEFORE_CLOCK = {
    "at", "by", "until", "till", "from", "since", "before", "after", "between", "and", "to", "around",
}  # fmt: skip
"""Without one of these two numbers and a colon are the length of a video."""
BEFORE_PART = {"in", "by", "since", "at"}
BEFORE_LENGTH = {"for", "in", "within", "after", "over", "of", "took", "last", "lasted", "during"}
"""What asks for a length: "for years"."""
BEFORE_TIME = {"at", "during", "by", "around", "since", "until", "of"}
CLOSING = {"end", "ended", "ending", "finish", "finished", "finishing", "close", "closed", "closing"}
"""What "the day" is closed by: it ended the day at 9505 points."""

FUTURE = {
    "will", "shall", "ll", "won't", "upcoming", "plans", "plan", "planned", "planning", "scheduled",
    "due", "expected", "expects", "expect", "slated", "intends", "intend", "going", "tomorrow",
    "would", "might", "could", "should", "must", "deadline", "ahead", "coming", "can", "preparing",
    "hopes", "vows", "starts", "begins", "opens", "convenes",
}  # fmt: skip
DEADLINES = {"by", "until", "till", "before", "for"}
"""Words right before a date that look ahead."""
PAST = {
    "was", "were", "had", "has", "have", "did", "been", "since", "ago", "last", "after", "earlier",
    "following", "previous", "latest", "yesterday", "says",
    "beat", "became", "began", "bled", "blew", "bought", "broke", "brought", "built", "came", "caught",
    "chose", "cut", "dealt", "drew", "drove", "fell", "felt", "fled", "flew", "forbade", "fought", "found",
    "froze", "gave", "got", "grew", "heard", "held", "hid", "hit", "hurt", "kept", "knew", "laid", "led",
    "left", "lost", "made", "meant", "met", "overthrew", "paid", "put", "quit", "ran", "rang", "rode",
    "rose", "said", "sank", "sat", "saw", "sent", "shook", "shot", "shut", "slept", "sold", "sought",
    "spent", "split", "spoke", "stole", "stood", "strode", "struck", "swept", "swore", "taught", "thought",
    "threw", "told", "took", "tore", "understood", "underwent", "upheld", "went", "withdrew", "withheld",
    "won", "wrote",
}  # fmt: skip
"""Beside every word in -ed."""
NO_VERBS = {"need", "united", "red", "armed", "indeed", "unprecedented"}
BEFORE_ADJECTIVE = {"a", "an", "the", "its", "his", "their", "of"}
