"""What stands on news pages and is not news, as data: a name for each kind of line and its pattern.

They were made from what occurs on pages of some sixty outlets. Precision comes first: a pattern needs a mark
that prose does not have (an address, the words of a button, a slash between photographer and agency), so that
a sentence of news that begins alike stays. No pattern may take more than polynomial time: where words repeat,
they are compared one by one in `dropping`, not by a repeated group here.
"""

_NETWORK = r"(?:twitter|facebook|instagram|youtube|telegram|linkedin|google\+)"

LINES = {
    "separator": r"\W+|_+",
    "advertisement": r"(?:skip )?(?:ads?|adverti[sz]e?ments?|sponsored(?: content)?|promoted)\W*"
    r"(?:adverti[sz]e?ment|continue reading the main story)?",
    "continued": r"(?:the )?(?:story|article|report)? ?continue[sd]?(?: reading)?"
    r"(?: below| after(?: the)?| the main story){0,2}(?: (?:this )?(?:adverti[sz]ement|video|ad))?\W*",
    "label": r"\W*(?:photos?|images?|pictures?|videos?|gallery|credit|close|loading|pullquote|break|usa today"
    r"|analysis/opinion|more[- ]in|more on this|most read|trending(?: now)?|scroll down for videos?"
    r"|toggle caption|link copied|play(?: video)?|replay|advertorial|embed|interview highlights|savesave"
    r"|\w*guid)\W*",
    "share": r"(?:read or )?share this (?:article|story|post|page|video|on|via|with)\b.{0,80}",
    "comment": r"(?:leave|post|add|write|submit|view|show|hide|see|read)(?: (?:a|all|your"
    r"|\d+))? (?:comments?|reply)"
    r"\b.{0,20}|(?:\d+ |no )?comments?(?: ?\(?\d+\)?)?|be the first to comment.{0,20}"
    r"|join the conversation.{0,20}",
    "field": r"your e-?mail address will not be (?:published|shared).{0,60}|required fields are marked.{0,20}"
    r"|save my name, e-?mail.{0,100}|please enter a valid e-?mail.{0,60}",
    "read more": r"\(?(?:read|see|find out|learn) more\b.{0,160}|\(?continue reading\b.{0,120}"
    r"|(?:also read|read also|see also|also see|read next|must read)\b.{0,160}|more:?"
    r"|read (?:the )?(?:full|original|entire|complete) (?:story|article|interview|text|report"
    r"|transcript)\b.{0,60}"
    r"|(?:full|original) (?:story|article)(?: here)?\W*|(?:more|read|listen|next|up next): .{2,160}",
    "related": r"\(?related(?: \w+)?: .{2,160}|\(?related(?: (?:articles?|stor(?:y|ies)|posts?|topics?|news"
    r"|content"
    r"|links?|coverage|videos?))?:?|(?:you (?:may|might) also like|recommended (?:for you|stories|reading)"
    r"|editors?[\u2019'] ?picks?|popular now|most popular|latest news|top stories)\W*"
    r"|more (?:from|on) (?:politico|cnn|bbc|fox news|the hill|this story|this topic)\b.{0,60}"
    r"|(?:full|special|live|continuing) coverage: .{2,120}",
    "aside": r"\( ?(?:also on \w+|watch|photos?|videos?|related(?: stor(?:y|ies))?|also|see also|read more"
    r"|more|story"
    r"|poll|listen): .{2,150}\)|\(subscribe to .{2,120}\)",
    "watch": r"(?:(?:now|must) )?watch: .{2,160}|just watched .{2,300} must watch.{0,200}|watch(?: now"
    r"| this)?\W*"
    r"|watch the (?:latest )?video (?:at|above|below)\b.{0,80}|(?:click|tap) (?:to|the) (?:watch|video"
    r"|play)\b.{0,100}"
    r"|(?:can|do)n[\u2019']t see the (?:video|graphic|map|chart|quiz)\b.{0,80}",
    "sign up": r"(?:please )?sign[- ]up (?:now|here|today|for|to|below)\b.{0,300}"
    r"|newsletter sign[- ]?up.{0,200}"
    r"|.{0,200}\bby signing up,? you agree\b.{0,300}|.{0,120}\be-?mail sign ?up\b.{0,300}|manage newsletters"
    r"|subscribe(?:\W*| (?:now|here|today|to|on|for)\b.{0,200})|thanks? (?:you )?for subscribing.{0,40}"
    r"|(?:get|receive|start|want|let|subscribe) [^\"“]{0,160}\byour (?:e-?mail )?inbox\b.{0,200}"
    r"|(?:get|receive|want) (?:our|the|your|all|daily|breaking|more)\b[^\"“]{0,120}\b(?:newsletter"
    r"|news alert)s?\b.{0,200}"
    r"|[^\"“]{0,160}\b(?:delivered|straight|sent|direct(?:ly)?) to your inbox\b.{0,160}"
    r"|if you (?:would |[\u2019']d )?(?:like|liked|want|enjoyed)\b.{0,160}\b(?:sign up|subscribe"
    r"|newsletter)\b.{0,200}"
    r"|.{2,140}\bsigning up (?:to|for) our\b.{0,60}\bnewsletters?\b.{0,60}"
    r"|download the .{2,60}\bapps?\b.{0,80}|like what you[\u2019']re reading.{0,80}",
    "follow": rf"\W*follow (?-i:[A-Z@])[^.!?]{{1,100}}?(?:\b(?:on|at) {_NETWORK}|@ ?\w).{{0,120}}"
    rf"|\W*follow [^.!?]{{1,60}}\bon {_NETWORK}:? ?@\w.{{0,80}}"
    rf"|\W*(?:follow (?:us|me|him|her)|(?:join|like|find) (?:us|me))\b[^.!?,]{{0,60}}"
    rf"\b(?:on|at) {_NETWORK}.{{0,120}}"
    rf"|\W*follow (?:us|@ ?\w{{1,40}})(?: follow @\w{{1,40}})?"
    rf"|.{{2,80}} (?:is )?on {_NETWORK}:? ?\(?@\w{{1,40}}\W*",
    "contact": r"\W*e-?mail:? ?\S{1,60}@\S{1,60}.{0,120}|.{2,80}\bcan be reached (?:at|via|by|on)\b.{0,60}"
    r"(?:@|\[email|twitter|\d{3}[-. ]\d{3}).{0,100}"
    r"|\W*(?:e-?mail|contact|write|send)\b[^.!?\"“]{0,60}\[email protected\].{0,60}"
    r"|(?:want more .{2,40}\? .{0,120}|got a (?:news |confidential )?(?:tip|story)\b.{0,200})"
    r"|(?:we pay for your stories|do you have a story)\b.{0,200}",
    "click here": r"\W*(?:click|tap) here\b.{0,160}|[^\"“.!]{2,140}\bclick here(?: (?:to|for) .{2,80})?\W*"
    r"|click (?:for more|on the link|through) .{2,120}|visit .{2,60}\b(?:homepage|website) for more\b.{0,60}",
    "copyright": r"\W*(?:©|\(c\) ?\d{4}|copyright(?:ed)? ?(?:©|\(c\)|\d{4})).{0,400}"
    r"|.{0,120}\ball rights reserved\b.{0,200}|this material may not be published.{0,120}"
    r"|republished with permission\b.{0,100}",
    "credits": r"\W*.{2,240}\bcontributed (?:\w+ )?to this (?:report|story|article|post|piece)\b.{0,80}"
    r"|\W*contribut(?:ing|ors?)(?: by)?: .{2,160}|with (?:(?:post|staff|agency|news) wires?\W*"
    r"|files from .{2,100})"
    r"|\W*this (?:article|story|report) (?:is|was) based (?:in part )?on wire service reports\W*",
    "reporting": r"\W*(?:with )?(?:additional )?(?:reporting|writing|editing|compiled|edited"
    r"|written)(?: and \w+)? by "
    r"(?:[^.]{2,120}(?:;|editing by|writing by|reporting by).{0,200}|[^.]{2,120}\)|[^.]{2,60}[^.!?])",
    "note": r"\W*(?:\w+: )?this (?:article|story|post|page|report|copy) (?:is|was|has been)"
    r" (?:more than|last updated|updated|first published|originally published|corrected|amended)\b.{0,200}"
    r"|this is a (?:developing|breaking)(?: news)? (?:story|post)\b.{0,120}|this is a rush transcript.{0,100}"
    r"|\d{1,2} (?:year|month|week|day|hour|minute)s? ago|please (?:check back|refresh)\b.{0,100}",
    "standards": r"our standards: .{2,60}",
    "opinions": r"the (?:opinions|views) expressed (?:in|by|here|are)\b.{0,250}",
    "caption": r"media playback is (?:un|not )supported\b.{0,300}|image copyright .{2,400}|(?:image"
    r"|media) caption .{2,300}"
    r"|enlarge this image.{0,300}|facebook twitter pinterest .{2,400}|slideshow ?\(\d+ images?\)"
    r"|(?:prev|next) image \d+ of \d+|.{0,400}\bhide caption \d+ of \d+|toggle caption .{2,100}"
    r"|file (?:photo|picture|image)(?: ?[-:\u2013—]| \w).{0,450}|file ?[-\u2013—] ?(?:in )?this .{2,450}",
    "machine": r"(?:please )?(?:enable|turn on) javascript\b.{0,120}|(?:please )?(?:upgrade )?your browser"
    r"(?: does| to view|.{0,20} not support)\b.{0,200}|please upgrade your browser\b.{0,200}"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.{0,250}|(?:accept|manage) (?:all )?cookies"
    r"|by continuing to (?:use|browse) (?:this|our) (?:web)?site\b.{0,200}"
    r"|interested in .{2,80}\? add .{2,80} as an interest\b.{0,200}"
    r"|skip (?:to (?:main )?content|advertisement|navigation)",
    "support": r"support .{2,40}\bjournalism|become a (?:member|supporter|subscriber)\b.{0,120}",
}
"""Whole lines, stripped, whatever their case."""

LIST = (
    r"\W*(?:read more|more|related|also see|see also|also read|read also|read next|most read|(?:related|more"
    r"|top|latest)"
    r" (?:articles?|stor(?:y|ies)|posts?|content|links|coverage|videos?|news|reading)\b.{0,40}|more (?:from"
    r"|on) .{2,40}"
    r"|you (?:may|might) also like|recommended(?: for you| reading)?)\W*"
)
"""What heads a list of other articles. Where nothing but headlines follow to the end, all of it goes."""

# fmt: off
SHARE = frozenset((
    "share", "tweet", "facebook", "twitter", "pinterest", "whatsapp", "linkedin", "reddit", "email",
    "e-mail", "print", "telegram", "flipboard",
))
BESIDE = SHARE | frozenset((
    "post", "copy", "link", "copied", "pin", "it", "google", "google+", "messenger", "save", "comment",
    "comments", "more", "this", "article", "story", "page", "with", "your", "friends", "on", "via", "by",
    "to", "or", "and", "x", "a", "read", "later", "listen",
))
# fmt: on
"""A line of nothing but `BESIDE`, one of `SHARE` among it, is a row of buttons."""

UPDATED = (
    r"\W*(?:first |last |originally )?(?:published|updated?|posted|modified|date)(?: (?:on|at))? ?:? ?"
    r"(?P<when>.{1,80})"
)
"""`Published : Dec 9, 2018 - 17:54`: a line where what follows is nothing but `WHEN` words."""

WHEN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes"
    r"|thurs|fri"
    r"|satur|sun)day|\d[\d:./-]*(?:st|nd|rd|th|am|pm|[a-z]st|z)?|[\dT:.+-]+z?|[ap]\.?m|[ecmpjk]?[sd]?t|gmt"
    r"|utc|bst|cet|hrs?"
    r"|at|on|of|local|time|updated|[-\u2013—|•·])[.,;)]*"
)
"""One word of a written day or time."""

BYLINE = (
    r"\W{0,3}(?:(?:Written|Reported|Story) by|By|BY) "
    r"(?P<names>[^\W\d_a-z][\w.\u2019'-]*(?:,? (?:and|&|de|bin|al|el|van|von|[^\W\d_a-z][\w.\u2019'-]*))*)"
    r"(?P<more>\s?[,|/(@\u2013—-].{0,90}| for .{2,60}| in [A-Z].{2,40})?"
)
"""A line of names, case kept: `By Jane Smith and John Doe, Example News`."""

OUTLETLIKE = (
    r"\b(?:CNN|BBC|NPR|AP|AFP|DW|RFI|VOA|NBC|CBS|ABC|KCNA|Reuters|Bloomberg|Yonhap|Xinhua|Associated|Agence"
    r"|News\w*"
    r"|Press|Times|Post|Herald|Guardian|Journal|Daily|USA|[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor"
    r"|[Ss]taff"
    r"|[Ff]ellow|[Pp]rofessor|[Cc]ontributor|[Ss]pecial|[Cc]olumnist|[Aa]nalyst|[Dd]irector)\b|@|\.com"
)
"""What tells the rest of a byline from a headline that begins with By."""

ENDS = {
    "follow": r"(?<=[.!?\u201d\"\u2019)])\sFollow [^.!?]{2,60} on (?:Twitter|Facebook|X|Instagram)\b.{0,60}",
    "read more": r"(?:\s|(?<=[.!?”\"\u2019)]))(?:READ MORE|Read More|Read more)\W{0,3}",
    "copyright": r"\s(?:©|\(c\) ?\d{4}|Copyright ?(?:©|\(c\)|\d{4})).{0,200}",
    "rights": r"(?<=[.!?”\"\u2019)])\sAll [Rr]ights [Rr]eserved.{0,120}",
    "advertisement": r"(?<=[.!?”\"\u2019)])\s(?:ADVERTISEMENT|Advertisement)",
    "click here": r"(?<=[.!?”\"\u2019)])\s(?:CLICK HERE|Click [Hh]ere)\b[^.]{0,80}\.?",
}
"""Parts that end a line of news, case kept."""

STARTS = {
    "post": r"(?:Skip|Report|End of) (?:Twitter|Facebook|Instagram|YouTube) (?:post|video)(?: \d)? by @?\w+ ",
}
"""Parts that open a line, case kept."""

_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|ANI|PTI|UPI|KNS|KCNA|KCTV|TASS|DPA|PA|Reuters|REUTERS|Getty|GETTY|Bloomberg|Yonhap"
    r"|Xinhua"
    r"|Kyodo|Sputnik|Anadolu|Shutterstock|Alamy|NurPhoto|WireImage|SIPA|ZUMA|Zuma|Rex|Corbis|Polaris|Redux"
    r"|Agence France-Presse|Associated Press)"
)
_KIND = r"(?: ?(?:Images?|IMAGES|Photo|Pictures?|News|Press|Agency|Wire|Sports|Pool|File|file))?"
_NAMES = r"[^\W\d_][\w.\u2019'-]*(?: [^\W\d_][\w.\u2019'-]*){0,4}"

CREDITS = (
    r"\(?\b(?:Photo|PHOTO|Photos|Picture|PICTURE|Image|Photograph|Photographer|Illustration)"
    r"(?: ?[Cc]redit)?(?:: ?| by )[^!?:;()]{2,90}",
    r"\((?:AP|AFP|EPA|Reuters)?(?: File)? ?[Pp]hotos?(?:/| by |: )[^()]{2,90}\)",
    rf"\([^()]{{2,80}}/ ?{_AGENCY}\b[^()]{{0,40}}\)",
    r"\((?:[^()]{2,60} )?(?:via )?Getty(?: Images)?\)",
    rf"\| ?[^|!?]{{2,60}}/ ?{_AGENCY}{_KIND}(?: Photo)?(?:, [Ff]ile)?",
    r"\(?\bREUTERS/[^.!?]{0,60}",
    rf"(?:^|(?<=\W)){_NAMES} ?/ ?(?:{_NAMES} ?/ ?)?{_AGENCY}{_KIND}(?: via Getty"
    rf" Images)?(?:/[^.!?]{{0,40}})?",
    r"\bCredit ?(?:\.\.\.|…|:) ?[^!?:;]{2,90}",
    r"(?<=[.!?”\"\u2019] )Credit [^.!?:;]{2,60}(?:/| via | for The )[^.!?]{0,40}",
    rf"\bSource: {_AGENCY}\b[^.!?]{{0,40}}",
    r"\([Ff]ile (?:photo|picture|image)\)",
)
"""The credit that ends a picture's caption, case kept. A line that ends so is the caption."""

CREDIT_HINT = r"[Pp]hoto|PHOTO|[Pp]icture|Image|Illustration|[Cc]redit|Source: |/ ?[A-Z]|Getty"
"""One of these stands in every credit: lines without any are not searched."""
