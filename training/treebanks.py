"""UD treebanks and entity data → documents of labelled sentences."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from detente.reading.labels import DEPREL, ENTITY, UPOS
from detente.reading.words import words
from detente.records import Span

from .examples import Sentence

ENTITY_KIND = {
    "person": "person", "PER": "person", "Person": "person",
    "organization": "organisation", "ORG": "organisation", "Organisation": "organisation",
    "corporation": "organisation", "group": "organisation",
    "place": "place", "LOC": "place", "location": "place", "Location": "place",
    "MISC": "other", "creative-work": "other", "product": "other", "event": "other", "object": "other",
    "abstract": "other", "Nationality": "other", "MilitaryPlatform": "other", "Weapon": "other",
}  # fmt: skip
"""Names of the sources' types → ours. What is not here (time, substance, quantity …) is no name."""


def tags(size: int, spans: list[tuple[int, int, str]]) -> list[int]:
    """BIO numbers; where spans overlap the longer one stays."""
    out = [0] * size
    for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1]):
        if not any(out[start:end]):
            out[start:end] = [ENTITY.index(f"I-{kind}")] * (end - start)
            out[start] = ENTITY.index(f"B-{kind}")
    return out


def conllu(path: Path, entities: bool = False) -> Iterator[list[Sentence]]:
    """Documents of a CoNLL-U file; with `entities`, GUM's named ones from column 10."""
    document: list[Sentence] = []
    rows: list[list[str]] = []
    opened: list[tuple[str, int, str]] = []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if document:
                yield document
            document = []
        elif line.startswith("# newpar") and document:
            document[-1].paragraph = True
        elif line and line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            document.append(_sentence(rows, opened if entities else None))
            rows = []
    if rows:
        document.append(_sentence(rows, opened if entities else None))
    if document:
        yield document


def _deprel(label: str) -> int:
    return DEPREL.index(label if label in DEPREL else label.split(":")[0])


def _sentence(rows: list[list[str]], opened: list[tuple[str, int, str]] | None) -> Sentence:
    sentence = Sentence(
        forms=[row[1] for row in rows],
        upos=[UPOS.index(row[3]) for row in rows],
        heads=[int(row[6]) for row in rows],
        deprel=[_deprel(row[7]) for row in rows],
        ends=True,
    )
    if opened is not None:
        sentence.entities = tags(len(rows), _gum_names(rows))
    return sentence


def _gum_names(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Named entities of GUM: its spans are all nominal phrases; a name is one made of proper nouns."""
    out, stack = [], list[tuple[str, int, str]]()
    for number, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match[1]) if match else ():
            identifier = part.strip("()").split("-")[0]
            if part.startswith("("):
                stack.append((identifier, number, part.strip("()").split("-")[1]))
            if part.endswith(")"):
                for place in range(len(stack) - 1, -1, -1):
                    if stack[place][0] == identifier:
                        _, start, kind = stack.pop(place)
                        out += _name(rows, start, number + 1, kind)
                        break
    return out


def _name(rows: list[list[str]], start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    while start < end and rows[start][3] in ("DET", "PUNCT", "ADP"):
        start += 1
    while start < end and (rows[end - 1][3] == "PUNCT" or rows[end - 1][1] in ("'s", "’s", "'", "’")):
        end -= 1
    inside = rows[start:end]
    proper = inside and all(
        row[3] in ("PROPN", "PUNCT", "ADP", "DET", "NUM", "CCONJ") or row[1][:1].isupper() for row in inside
    )
    if proper and any(row[3] == "PROPN" for row in inside) and kind in ENTITY_KIND:
        return [(start, end, ENTITY_KIND[kind])]
    return []


def column_entities(path: Path) -> Iterator[list[Sentence]]:
    """WikiGold, WNUT-17: a word and its tag a line, blank line between sentences."""
    forms: list[str] = []
    marks: list[str] = []
    document: list[Sentence] = []
    for line in [*path.open(encoding="utf-8"), "\n"]:
        parts = line.split()
        if not parts:
            if forms and forms[0] != "-DOCSTART-":
                document.append(Sentence(forms, entities=tags(len(forms), runs(marks))))
            forms, marks = [], []
            if len(document) == 8:
                yield document
                document = []
        else:
            forms.append(parts[0])
            marks.append(parts[-1])
    if document:
        yield document


def runs(marks: list[str]) -> list[tuple[int, int, str]]:
    """IOB tags → spans of the kinds we know."""
    out: list[tuple[int, int, str]] = []
    for number, mark in enumerate([*marks, "O"]):
        kind = ENTITY_KIND.get(mark[2:]) if mark != "O" else None
        if out and out[-1][1] == -1 and (mark[:1] in "BO" or kind != out[-1][2]):
            out[-1] = (out[-1][0], number, out[-1][2])
        if kind and not (out and out[-1][1] == -1):
            out.append((number, -1, kind))
    return out


def re3d(folder: Path) -> Iterator[list[Sentence]]:
    """Dstl re3d: documents and entity offsets as JSON lines, one folder a source. It marks nominals too
    ("U.S. service members"): those, which do not end in a capital, are left out."""
    for source in sorted(path for path in folder.iterdir() if (path / "documents.json").exists()):
        found: dict[str, list[tuple[int, int, str]]] = {}
        for line in (source / "entities.json").open(encoding="utf-8"):
            entity = json.loads(line)
            if entity["type"] in ENTITY_KIND and re.search(r"[A-Z]\S*$", entity["value"].strip()):
                span = (entity["begin"], entity["end"], ENTITY_KIND[entity["type"]])
                found.setdefault(entity["documentId"], []).append(span)
        for line in (source / "documents.json").open(encoding="utf-8"):
            document = json.loads(line)
            text = document["text"]
            sentences = []
            for match in re.finditer(r"[^\n]+?(?:[.?!][”\"']?(?=\s+[A-Z“\"])|\n|$)", text):
                spans = words(text, Span(*match.span()))
                if spans:
                    named = found.get(document["_id"], [])
                    sentences.append(
                        Sentence(
                            [span.of(text) for span in spans], entities=tags(len(spans), _cover(spans, named))
                        )
                    )
            if sentences:
                yield sentences


def _cover(spans: list[Span], named: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Character ranges → word ranges, articles left out."""
    out = []
    for start, end, kind in named:
        inside = [number for number, span in enumerate(spans) if span.start < end and start < span.end]
        if inside:
            out.append((inside[0], inside[-1] + 1, kind))
    return out
