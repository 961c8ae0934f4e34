"""The words that dates are made of, by class, and what their numbers are.
`grammar` names the classes.

A word is known in lower case, Capitalised and in CAPITALS, unless its class is in `AS_WRITTEN`.
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midmorning": "MO",
    "afternoon": "AF", "midafternoon": "AF", "midday": "MI", "noon": "MI",
    "evening": "EV", "dusk": "EV", "sunset": "EV",
    "night": "NI", "overnight": "NI", "midnight": "NI", "daytime": "DT",
}  # fmt: skip
UNITS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "season": "season", "year": "year",
    "decade": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
"""Unit by its word; plurals drop their `s` first. A fortnight counts as two."""
DURATION = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "month": "M",
    "quarter": "Q", "season": "S", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
"""The letter of a unit in a TIMEX3 duration; `T` marks those smaller than a day."""
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "final": -1, "last": -1,
}  # fmt: skip
NUMBERS = {
    "single": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}  # fmt: skip
ZONES = {
    "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "pkt": "+05:00", "hkt": "+08:00", "sgt": "+08:00", "kst": "+09:00",
    "jst": "+09:00", "aest": "+10:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "et": "", "ct": "", "mt": "", "pt": "", "eastern": "",
}  # fmt: skip
"""Offset from UTC; "" where the letters alone do not say whether summer time was kept."""
PLACES = {
    "seoul": "+09:00", "korean": "+09:00", "korea": "+09:00", "tokyo": "+09:00", "japan": "+09:00",
    "beijing": "+08:00", "china": "+08:00", "taipei": "+08:00", "singapore": "+08:00", "manila": "+08:00",
    "hanoi": "+07:00", "delhi": "+05:30", "baghdad": "+03:00", "local": "", "moscow": "", "ankara": "",
    "pyongyang": "", "cairo": "", "damascus": "", "washington": "", "london": "", "paris": "", "brussels": "",
    "jerusalem": "", "kyiv": "", "kiev": "", "tehran": "",
}  # fmt: skip
"""What stands before "time": offset where it was the same in winter and summer, and for long."""
HOLIDAYS = {
    ("christmas",): (12, 25), ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24),
    ("new", "year", "day"): (1, 1), ("new", "year", "eve"): (12, 31), ("halloween",): (10, 31),
    ("valentine", "day"): (2, 14), ("bastille", "day"): (7, 14), ("boxing", "day"): (12, 26),
    ("thanksgiving",): (11, 0), ("thanksgiving", "day"): (11, 0),
}  # fmt: skip
"""Month and day; day 0 is the fourth Thursday."""
NAMED_DAYS = {"9/11": "2001-09-11", "d-day": "1944-06-06"}

CLASSES = {
    # The calendar.
    "month": "january february april june july september october november december",
    "maymarch": "May March MAY MARCH August AUGUST",
    "abbreviation": "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    " JAN FEB APR JUN JUL AUG SEP SEPT OCT NOV DEC",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "shortday": "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun",
    "season": "spring summer autumn winter",
    "fall": "fall",
    "part": "morning afternoon evening night dawn dusk daybreak sunrise sunset midmorning midafternoon"
    " daytime",
    "overnight": "overnight",
    "noon": "noon midnight midday",
    "ampm": "am pm a.m p.m a.m. p.m.",
    "clockword": "o'clock o’clock",
    "zone": "UTC GMT BST CET CEST EET EEST MSK PKT HKT SGT KST JST AEST EST EDT CDT MST MDT PST PDT"
    " ET CT MT PT",
    "zoneword": "Eastern",
    "place": " ".join(word.capitalize() for word in PLACES if word != "local") + " local",
    "time": "time",
    "standard": "Standard Daylight standard daylight",
    "christ": "BC BCE B.C B.C. B.C.E.",
    "anno": "AD CE A.D.",
    "holiday": "Christmas Halloween Thanksgiving Valentine Bastille Boxing",
    "new": "new",
    "eve": "eve",
    # Units and numbers.
    "weekend": "weekend",
    "unit": "minute hour day week fortnight month year decade century",
    "units": "seconds minutes hours days weeks weekends fortnights months quarters years decades centuries"
    " seasons",
    "quarter": "quarter",
    "half": "half",
    "second": "second",
    "numberword": "single one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "hundred": "hundred dozen",
    "ordinalword": "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth final",
    "few": "few",
    "couple": "couple",
    "several": "several many",
    "solid": "straight consecutive successive full whole further additional brutal bloody solid"
    " trading working business calendar short",
    "old": "old",
    "once": "once twice times",
    # Where in time, seen from here.
    "today": "today",
    "tonight": "tonight",
    "yesterday": "yesterday tomorrow",
    "lastnext": "last next",
    "past": "past coming",
    "following": "following previous preceding",
    "same": "same",
    "current": "current",
    "ago": "ago",
    "sooner": "earlier later",
    "before": "before after",
    "early": "early late",
    "mid": "mid",
    "edge": "end beginning start middle",
    "recent": "recent",
    "right": "right",
    "now": "now currently nowadays presently",
    "recently": "recently lately",
    "every": "every each",
    "per": "per",
    "daily": "daily weekly monthly yearly quarterly annual annually hourly nightly",
    "period": "period",
    "age": "age",
    "being": "being",
    # Glue.
    "a": "a an",
    "the": "the",
    "this": "this",
    "that": "that",
    "these": "these those",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "to": "to until till through",
    "from": "from since",
    "and": "and",
    "or": "or",
    "than": "than",
    "more": "more less fewer",
    "about": "about around over nearly almost some roughly approximately only just under mere well",
    "least": "least most",
    "up": "close up",
    "long": "long",
}  # fmt: skip
AS_WRITTEN = {
    "maymarch", "abbreviation", "shortday", "zone", "zoneword", "place", "holiday", "christ", "anno",
}  # fmt: skip
