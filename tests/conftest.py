"""Settings for every test: no screen, no threads of numeric libraries, nothing left loaded."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import decks
from tests.model_server import Server, served

# Before any test imports it: those of other parts do, too.
pytest.register_assert_rewrite("tests.read.constructs")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _has_qt() -> bool:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return False
    return True


# pytest-qt ends the whole session where Qt's system libraries are missing, so it is loaded from
# here (and not by itself, see pyproject.toml); the window's tests then skip with the reason.
QT = _has_qt()
pytest_plugins = ["pytestqt.plugin"] if QT else []


def pytest_addoption(parser: pytest.Parser) -> None:
    if not QT:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "pytest-qt's, which is not loaded here")
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew, then look at them",
    )


@pytest.fixture(scope="session")
def vendor_pptx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of seven slides, the sixth hidden, in which Acme speaks of itself."""
    return decks.vendor_pptx(tmp_path_factory.mktemp("acme") / "vendor.pptx")


@pytest.fixture
def model_server() -> Iterator[Server]:
    """A model's server on this machine."""
    with served() as server:
        yield server


@pytest.fixture(scope="session")
def customer_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deck of five pages about Globex."""
    return decks.customer_pdf(tmp_path_factory.mktemp("acme") / "customer.pdf")
