"""Killed while it reads and started again, a run ends with the record of an undisturbed one."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "killed.py"
LINES = 48


@pytest.fixture(scope="module")
def killed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("killed", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_three_kills_change_nothing(killed: ModuleType, tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    text = "The two ministers met in the harbour town on Monday and agreed to talk about fishing rights."
    lines = [{"id": f"a-{n}", "outlet": "Gazette", "text": f"{text} So much for {n}."} for n in range(LINES)]
    articles.write_text("".join(json.dumps(line) + "\n" for line in lines))
    figures = killed.measure(articles, tmp_path, kills=3, seed=1, fake=0.01)
    assert figures.equal
    assert figures.articles == LINES
    assert figures.recorded == sorted(figures.recorded)
