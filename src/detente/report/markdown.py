"""A brief as Markdown."""

from . import shown
from .lines import Brief, Source
from .safe import link, markdown
from .wording import SECTIONS


def text(brief: Brief) -> str:
    """The brief as Markdown (CommonMark); nothing in it comes from a source unescaped."""
    out = [f"# {markdown(brief.title)}", "", markdown(shown.subtitle(brief))]
    if not brief.lines:
        out += ["", "Nothing to report in these days: no line could be made."]
    for key, heading in SECTIONS.items():
        own = [line for line in brief.lines if line.section == key]
        if own:
            out += ["", f"## {heading}", ""]
        out += [f"- {markdown(line.text)} {shown.citation(brief, line, markdown, _mark)}" for line in own]
    if brief.sources:
        out += ["", "## Sources"]
        for source in brief.sources:
            out += ["", *_source(source)]
    if note := shown.left_out(brief):
        out += ["", note]
    return "\n".join(out) + "\n"


def _mark(number: int) -> str:
    return f"\\[{number}\\]"


def _source(source: Source) -> list[str]:
    document = source.document
    head = shown.reference(source, markdown)
    if address := link(document.url):
        head = f"{head}, <{address}>"
    elif document.url:
        head = f"{head}, {markdown(document.url)}"
    out = [head, ""]
    for cited in source.cited:
        asked = f" ({shown.record_id(cited)})" if shown.record_id(cited) else ""
        quote = markdown(cited.sentence.of(document.text))
        out.append(f"- {_mark(cited.mark)} sentence {cited.number}{asked}: “{quote}”")
    return out
