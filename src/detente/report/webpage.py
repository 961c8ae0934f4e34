"""A brief as one HTML page that needs nothing else: no script, no font, no image, everything escaped."""

from collections.abc import Iterator, Sequence

from detente.records import Document, Span, merged

from . import shown
from .lines import Brief, Cited, Line, Source
from .safe import link, markup
from .wording import SECTIONS

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --soft: #5c5c5c; --rule: #d9d9d9;
  --link: #0b57a4; --mark: #fff1a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #16181b; --soft: #a3a3a3;
  --rule: #3a3d42; --link: #8ab8f0; --mark: #5a4a00; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin-bottom: 0.2rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 0.4rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.2rem 0 0.2rem; }
.soft, .source { color: var(--soft); font-size: 0.9rem; }
li { margin: 0.35rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
mark { background: var(--mark); color: inherit; }
ol.cited { list-style: none; padding-left: 0; }
ol.cited li:target { outline: 2px solid var(--link); outline-offset: 0.3rem; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; } }
"""


def text(brief: Brief) -> str:
    """The page; each citation leads to the quoted sentence with the words it rests on marked."""
    title = markup(brief.title)
    head = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    return head + "\n".join(_body(brief, title)) + "\n</main>\n</body>\n</html>\n"


def _body(brief: Brief, title: str) -> Iterator[str]:
    yield f'<h1>{title}</h1>\n<p class="soft">{markup(shown.subtitle(brief))}</p>'
    if not brief.lines:
        yield "<p>Nothing to report in these days: no line could be made.</p>"
    for key, heading in SECTIONS.items():
        own = [line for line in brief.lines if line.section == key]
        if own:
            yield f'<section>\n<h2 id="{key}">{heading}</h2>\n<ul>'
            yield from (f"<li>{markup(line.text)} {_citation(brief, line)}</li>" for line in own)
            yield "</ul>\n</section>"
    if brief.sources:
        yield '<section>\n<h2 id="sources">Sources</h2>'
        for source in brief.sources:
            yield from _source(source)
        yield "</section>"
    if note := shown.left_out(brief):
        yield f'<p class="soft">{markup(note)}</p>'


def _citation(brief: Brief, line: Line) -> str:
    return f'<span class="source">{shown.citation(brief, line, markup, _mark)}</span>'


def _mark(number: int) -> str:
    return f'<a href="#s{number}">[{number}]</a>'


def _source(source: Source) -> Iterator[str]:
    document = source.document
    title = markup(shown.headline(document))
    if address := link(document.url):
        title = f'<a href="{markup(address)}" rel="noopener noreferrer nofollow">{title}</a>'
    yield f"<h3>{markup(shown.outlet(document))}: {title}</h3>"
    day = markup(shown.published(document, source.estimate))
    yield f'<p class="soft">{day}{_address(document)}</p>\n<ol class="cited">'
    yield from (_sentence(document, cited) for cited in source.cited)
    yield "</ol>"


def _address(document: Document) -> str:
    return f" · {markup(document.url)}" if document.url else ""


def _sentence(document: Document, cited: Cited) -> str:
    asked = f" · {shown.record_id(cited)}" if shown.record_id(cited) else ""
    words = _marked(document.text, cited.sentence, cited.spans)
    return (
        f'<li id="s{cited.mark}">[{cited.mark}] {words} '
        f'<span class="soft">sentence {cited.number}{asked}</span></li>'
    )


def _marked(words: str, sentence: Span, spans: Sequence[Span]) -> str:
    """The sentence with the words that were used marked."""
    out, position = [], sentence.start
    for span in merged(spans):
        out.append(_spaced(words[position : span.start]))
        out.append(f"<mark>{markup(span.of(words))}</mark>")
        position = span.end
    return "".join([*out, _spaced(words[position : sentence.end])])


def _spaced(words: str) -> str:
    """Words for the page that keep the spaces at their ends."""
    before, after = " " * words[:1].isspace(), " " * words[-1:].isspace()
    return f"{before}{markup(words)}{after}" if words.strip() else before
