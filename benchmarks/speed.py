"""How fast it reads: `python -m benchmarks.speed --articles ../shared/data/news/world-1000.jsonl.gz`.

On one core: articles and words a second, the time as a multiple of the forward time of the int8 MiniLM-L6
over the same words in the same run, peak memory; and how long `detente --help` takes beside a bare Python.
Wants `pip install '.[benchmarks]'`.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime

from benchmarks.yardstick import build
from detente.ingest import Options, documents
from detente.reading import Reader
from detente.reading.model import encode
from detente.reading.windows import windows
from detente.records import Document

BATCH = 8


def yardstick(session: onnxruntime.InferenceSession, document: Document) -> float:
    """Seconds of the bare encoder over a document's windows, batched as the reader does."""
    rows = [encode(window)[0] for window in windows(document)]
    spent = 0.0
    for start in range(0, len(rows), BATCH):
        group = rows[start : start + BATCH]
        pieces = np.zeros((len(group), max(map(len, group))), dtype=np.int64)
        for number, row in enumerate(group):
            pieces[number, : len(row)] = row
        begun = time.perf_counter()
        session.run(None, {"pieces": pieces})
        spent += time.perf_counter() - begun
    return spent


def start_up(times: int = 9) -> tuple[float, float]:
    """Median seconds of `detente --help` and of `python -c pass`."""

    def median(*command: str) -> float:
        taken = []
        for _ in range(times):
            begun = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            taken.append(time.perf_counter() - begun)
        return statistics.median(taken)

    python = Path(sys.executable)
    return median(str(python.with_name("detente")), "--help"), median(str(python), "-c", "pass")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--count", type=int, default=200)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    found = [item for item in documents([str(arguments.articles)], Options()) if isinstance(item, Document)]
    chosen = found[: arguments.count]
    reader = Reader(threads=1)
    reader.read(chosen[0])
    reading = 0.0
    for document in chosen:
        begun = time.perf_counter()
        reader.read(document)
        reading += time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with tempfile.TemporaryDirectory() as folder:
        session = onnxruntime.InferenceSession(
            build(Path(folder)), options, providers=["CPUExecutionProvider"]
        )
        yardstick(session, chosen[0])
        bare = sum(yardstick(session, document) for document in chosen)
    words = sum(len(document.text.split()) for document in chosen)
    helped, nothing = start_up()
    print(
        json.dumps(
            {
                "articles": len(chosen),
                "words": words,
                "articles a second": round(len(chosen) / reading, 2),
                "words a second": round(words / reading),
                "articles of 500 words a second": round(words / reading / 500, 2),
                "times the forward pass of int8 MiniLM-L6": round(reading / bare, 2),
                "peak memory, MiB": round(peak),
                "detente --help, times a bare python": round(helped / nothing, 2),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
