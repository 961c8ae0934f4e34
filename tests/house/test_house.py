"""The house rules: lint, types, layers, and what an import may load."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_lint() -> None:
    run("ruff", "check", "src", "tests", "training", "benchmarks")


def test_format() -> None:
    run("ruff", "format", "--check", "src", "tests", "training", "benchmarks")


def test_types() -> None:
    run("mypy")


def test_layers() -> None:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("statement", ["import detente", "import detente.cli"])
def test_an_import_loads_no_model_driver_or_server(statement: str) -> None:
    heavy = ("onnxruntime", "duckdb", "numpy", "trafilatura", "rich", "urllib3", "py3langid", "torch")
    code = f"import sys; {statement}; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_no_room_is_called_what_says_nothing() -> None:
    names = {path.stem for path in (ROOT / "src").rglob("*.py")} | {
        path.name for path in (ROOT / "src").rglob("*/")
    }
    assert not names & {"utils", "util", "common", "core", "helpers", "misc"}


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 420
    }
    assert not long


def test_the_public_surface() -> None:
    import detente

    assert sorted(detente.__all__) == ["DetenteError", "Document", "Reading", "__version__", "read"]
