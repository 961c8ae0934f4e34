"""Scores of the shipped model on treebanks and entity data: `python -m training.evaluate --data ../shared`.

Prints JSON. Trees are scored as the CoNLL 2018 shared task does (relations without subtypes: `LAS`; whole:
`LAS_full`; punctuation counts).
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from detente.reading import labels, trees
from detente.reading.model import Model
from detente.reading.parse import entities, parse
from detente.reading.windows import Window, quoted
from detente.records import Document

from . import treebanks
from .examples import Sentence


def windowed(document: list[Sentence], most: int = 160) -> Iterator[tuple[list[Sentence], Window]]:
    """Gold sentences of a document in windows as the reader makes them."""
    run: list[Sentence] = []
    for sentence in [*document, None]:
        if run and (sentence is None or sum(len(each.forms) for each in run) + len(sentence.forms) > most):
            forms = [form for each in run for form in each.forms]
            yield run, Window((), tuple(forms), (False,) * len(forms), tuple(quoted(forms)))
            run = []
        if sentence is not None:
            run.append(sentence)


def tree_scores(model: Model, documents: list[list[Sentence]]) -> dict[str, float]:
    """UPOS, UAS, LAS with gold words and sentences, in percent."""
    words = tag = uas = las = full = 0
    for document in documents:
        for sentences, window in windowed(document):
            scores = model.scores([window])[0]
            start = 0
            for sentence in sentences:
                size = len(sentence.forms)
                head = trees.heads(
                    scores.arcs[start : start + size, [0, *range(start + 1, start + size + 1)]]
                )
                assert sentence.heads and sentence.upos and sentence.deprel
                for at in range(size):
                    right = head[at] == sentence.heads[at]
                    column = start + head[at] if head[at] else 0
                    relation = labels.DEPREL[scores.relations[start + at, column]] if head[at] else "root"
                    gold = labels.DEPREL[sentence.deprel[at]]
                    words += 1
                    tag += int(scores.upos[start + at]) == sentence.upos[at]
                    uas += right
                    las += right and relation.split(":")[0] == gold.split(":")[0]
                    full += right and relation == gold
                start += size
    return {
        "words": words,
        **{
            name: round(100 * value / words, 2)
            for name, value in (("UPOS", tag), ("UAS", uas), ("LAS", las), ("LAS_full", full))
        },
    }


def raw_text(path: Path) -> Iterator[tuple[str, set[tuple[int, int]], set[tuple[int, int]]]]:
    """Each document as plain text, with the character ranges of its words and of its sentences."""
    text, words, sentences = "", set[tuple[int, int]](), set[tuple[int, int]]()
    ranges: list[tuple[str, int]] = []
    paragraph = False
    for line in [*path.open(encoding="utf-8"), "# newdoc\n"]:
        if line.startswith("# newdoc"):
            if text:
                yield text, words, sentences
            text, words, sentences = "", set(), set()
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# text = "):
            if text:
                text += "\n\n" if paragraph else " "
            begin, paragraph = len(text), False
            text += line[9:].rstrip("\n")
            sentences.add((begin, len(text)))
            ranges = [("", begin)]
        elif line[:1].isdigit():
            identifier, form = line.split("\t")[:2]
            if identifier.isdigit():
                start = text.find(form, ranges[-1][1])
                if start >= 0:
                    words.add((start, start + len(form)))
                    ranges.append((form, start + len(form)))


def own_words(model: Model, path: Path) -> dict[str, float]:
    """F1 of words and sentences found in plain text."""
    counts = {"word": [0, 0, 0], "sentence": [0, 0, 0]}
    for text, words, sentences in raw_text(path):
        found = parse(Document(text), model)
        mine = {(span.start, span.end) for span in found.spans}
        ends = {(found.spans[each[0]].start, found.spans[each[-1]].end) for each in found.sentences}
        for name, gold, system in (("word", words, mine), ("sentence", sentences, ends)):
            counts[name][0] += len(gold & system)
            counts[name][1] += len(gold)
            counts[name][2] += len(system)
    return {
        f"{name}_F1": round(200 * hit / (gold + system), 2) for name, (hit, gold, system) in counts.items()
    }


def entity_scores(model: Model, documents: list[list[Sentence]], kinds: tuple[str, ...]) -> dict[str, float]:
    """Strict span and kind F1, in percent, on the kinds the source marks."""
    hit = gold_count = system_count = 0
    for document in documents:
        for sentences, window in windowed(document):
            tags = model.scores([window])[0].entity.argmax(axis=1).tolist()
            gold = [tag for sentence in sentences for tag in sentence.entities or [0] * len(sentence.forms)]
            expected, found = ({name for name in entities(each) if name[2] in kinds} for each in (gold, tags))
            hit += len(expected & found)
            gold_count += len(expected)
            system_count += len(found)
    f1 = 200 * hit / (gold_count + system_count) if gold_count + system_count else 0.0
    return {"F1": round(f1, 2), "gold": gold_count, "system": system_count}


def iob2(path: Path) -> list[list[Sentence]]:
    """UNER's files: number, word, tag a line, tab-separated."""
    documents: list[list[Sentence]] = []
    rows: list[list[str]] = []
    for line in [*path.open(encoding="utf-8"), "\n"]:
        if line.strip() and line[0] != "#":
            rows.append(line.rstrip("\n").split("\t"))
        elif not line.strip() and rows:
            spans = treebanks.runs([row[2] for row in rows])
            documents.append([Sentence([row[1] for row in rows], entities=treebanks.tags(len(rows), spans))])
            rows = []
    return documents


def report(model: Model, data: Path) -> dict[str, dict[str, float]]:
    trees_at, names = data / "data" / "treebank", data / "data" / "entities"
    out = {}
    for name in ("gum-open-dev", "gum-open-test", "ewt-dev", "ewt-test"):
        path = trees_at / f"{name}.conllu"
        documents = list(treebanks.conllu(path, entities=name.startswith("gum")))
        out[name] = tree_scores(model, documents) | own_words(model, path)
        if name.startswith("gum"):
            found = entity_scores(model, documents, labels.ENTITIES)
            out[name] |= {f"entity_{key}": value for key, value in found.items()}
    three = ("person", "organisation", "place")
    for name in ("dev", "test"):
        found = entity_scores(model, iob2(names / "uner_ewt" / f"en_ewt-ud-{name}.iob2"), three)
        out[f"uner-ewt-{name}"] = {f"entity_{key}": value for key, value in found.items()}
    wnut = names / "wnut17/CONLL-format/data/test/emerging.test.annotated"
    found = entity_scores(model, list(treebanks.column_entities(wnut)), labels.ENTITIES)
    out["wnut17-test"] = {f"entity_{key}": value for key, value in found.items()}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with corpus/ and data/")
    print(json.dumps(report(Model(threads=2), parser.parse_args().data), indent=1))


if __name__ == "__main__":
    main()
