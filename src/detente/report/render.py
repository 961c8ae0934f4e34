"""A brief in the form that was asked for."""

from . import markdown, terminal, webpage
from .lines import Brief

FORMATS = ("text", "md", "html")


def render(brief: Brief, form: str = "text", width: int = terminal.WIDTH, colour: bool = False) -> str:
    """The brief as `text`, `md` or `html`; `width` and `colour` matter to text only.
    Raises ValueError for another form."""
    match form:
        case "text":
            return terminal.text(brief, width, colour)
        case "md":
            return markdown.text(brief)
        case "html":
            return webpage.text(brief)
    raise ValueError(f"no such form of a brief: {form}")
