"""The material of the tests beside it; they are no package, so it is loaded by its path."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def _load() -> ModuleType:
    path = Path(__file__).with_name("material.py")
    spec = importlib.util.spec_from_file_location("ledger_material", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def material() -> ModuleType:
    return _load()
